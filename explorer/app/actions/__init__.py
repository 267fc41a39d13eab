"""The table of everything that can be done from a menu, the toolbar or the keyboard.

One row an action, one file a menu. Menus, toolbar, shortcuts and the list of shortcuts come from it.
"""

from __future__ import annotations

from explorer.app.actions.edit import EDIT
from explorer.app.actions.file import FILE
from explorer.app.actions.help import HELP
from explorer.app.actions.network import NETWORK
from explorer.app.actions.spec import MENUS, QT_TRANSLATE_NOOP, ActionSpec, translated
from explorer.app.actions.view import VIEW

__all__ = ["ACTIONS", "MENUS", "QT_TRANSLATE_NOOP", "ActionSpec", "translated"]

ACTIONS: tuple[ActionSpec, ...] = (*FILE, *EDIT, *VIEW, *NETWORK, *HELP)
