"""What one row of the table of actions says, and the menus they stand in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from explorer.app.window import Window

CONTEXT = "Actions"


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Marks a text for lupdate, which knows this name; Qt's own says that it returns an object."""
    return text


def _always(window: Window) -> bool:
    return True


@dataclass(frozen=True)
class ActionSpec:
    """One thing to do."""

    id: str
    menu: str
    text: str
    keys: str
    """The shortcut, one that no other action has; empty where the menu and the palette suffice."""
    run: Callable[[Window], object]
    icon: str = ""
    enabled: Callable[[Window], bool] = _always
    checked: Callable[[Window], bool] | None = None
    """For what is on or off."""
    more_keys: tuple[str, ...] = ()
    also: Callable[[Window], str] | None = None
    """What follows the text, such as what would be undone."""
    divided: bool = False
    """Whether a line parts it from what stands above."""
    toolbar: bool = False
    submenu: str = ""
    """The menu within the menu that it stands in."""
    needs: Literal["", "canvas", "graph"] = ""
    """What has to be seen for it: the network in whatever look, or the graph itself."""
    on_canvas: bool = False
    """Whether its keys are the canvas's alone, as single letters must be."""


MENUS = (
    QT_TRANSLATE_NOOP("Actions", "File"),
    QT_TRANSLATE_NOOP("Actions", "Edit"),
    QT_TRANSLATE_NOOP("Actions", "View"),
    QT_TRANSLATE_NOOP("Actions", "Network"),
    QT_TRANSLATE_NOOP("Actions", "Help"),
)


def translated(text: str) -> str:
    """A text of the table in the user's language."""
    return QCoreApplication.translate(CONTEXT, text)
