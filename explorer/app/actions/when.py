"""When an action can be done: the questions that more than one menu asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from explorer.app.window import Window


def selected(w: Window) -> bool:
    return bool(w.session.selection)


def own(w: Window) -> bool:
    """Whether the selection can be changed: it is the document's, not a built-in block's."""
    return selected(w) and all(
        w.session.editable(tuple(path.split(".")[:-1])) for path in w.session.selection
    )
