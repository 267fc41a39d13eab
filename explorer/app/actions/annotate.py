"""Actions of the Network menu's “Notes and frames”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.app.actions.spec import QT_TRANSLATE_NOOP, ActionSpec

if TYPE_CHECKING:
    from explorer.app.window import Window

NOTES = QT_TRANSLATE_NOOP("Actions", "Notes, frames and wires")


def _any(w: Window) -> bool:
    return bool(w.canvas.network.annotations)


ANNOTATE = (
    ActionSpec("add_note", "Network", QT_TRANSLATE_NOOP("Actions", "Write a note"),
        "Ctrl+Shift+N", lambda w: w.canvas.annotating.add_note(), submenu=NOTES, needs="graph"),
    ActionSpec("frame_selection", "Network",
        QT_TRANSLATE_NOOP("Actions", "Frame the selection"), "Ctrl+J",
        lambda w: w.canvas.annotating.frame_selection(), submenu=NOTES,
        enabled=lambda w: w.canvas.annotating.can_frame, needs="graph"),
    ActionSpec("recolor", "Network", QT_TRANSLATE_NOOP("Actions", "Colour…"), "",
        lambda w: w.canvas.annotating.ask_color(), submenu=NOTES,
        enabled=lambda w: bool(w.canvas.annotating.selected), needs="graph"),
    ActionSpec("next_note", "Network", QT_TRANSLATE_NOOP("Actions", "Next note or frame"),
        "Ctrl+Shift+J", lambda w: w.canvas.annotating.walk(), enabled=_any, submenu=NOTES,
        needs="graph"),
    ActionSpec("add_bend", "Network", QT_TRANSLATE_NOOP("Actions", "Add a reroute point"), "",
        lambda w: w.canvas.annotating.bend_current(), submenu=NOTES, divided=True,
        enabled=lambda w: w.canvas.annotating.wire() is not None, needs="graph"),
    ActionSpec("straighten", "Network", QT_TRANSLATE_NOOP("Actions", "Straighten the wire"), "",
        lambda w: w.canvas.annotating.straighten(), submenu=NOTES,
        enabled=lambda w: w.canvas.annotating.can_straighten, needs="graph"),
)  # fmt: skip
