"""Actions of the Edit menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.app.actions.spec import QT_TRANSLATE_NOOP, ActionSpec
from explorer.app.actions.when import own, own_or_note, selected, selected_or_note
from explorer.app.language import say

if TYPE_CHECKING:
    from explorer.app.window import Window


def _undo_label(w: Window) -> str:
    return say(w.session.history.undo_label or "")


def _redo_label(w: Window) -> str:
    return say(w.session.history.redo_label or "")


EDIT = (
    ActionSpec("undo", "Edit", QT_TRANSLATE_NOOP("Actions", "Undo"), "Ctrl+Z",
        lambda w: w.session.undo(), "undo-2", enabled=lambda w: bool(_undo_label(w)),
        also=_undo_label, toolbar=True),
    ActionSpec("redo", "Edit", QT_TRANSLATE_NOOP("Actions", "Redo"), "Ctrl+Shift+Z",
        lambda w: w.session.redo(), "redo-2", enabled=lambda w: bool(_redo_label(w)),
        also=_redo_label, more_keys=("Ctrl+Y",), toolbar=True),
    ActionSpec("cut", "Edit", QT_TRANSLATE_NOOP("Actions", "Cut"), "Ctrl+X",
        lambda w: w.canvas.cut(), "scissors", enabled=own_or_note, divided=True,
        more_keys=("Shift+Del",), needs="canvas"),
    ActionSpec("copy", "Edit", QT_TRANSLATE_NOOP("Actions", "Copy"), "Ctrl+C",
        lambda w: w.canvas.copy(), "copy", enabled=selected_or_note,
        more_keys=("Ctrl+Ins",), needs="canvas"),
    ActionSpec("paste", "Edit", QT_TRANSLATE_NOOP("Actions", "Paste"), "Ctrl+V",
        lambda w: w.canvas.paste(), "clipboard-paste",
        more_keys=("Shift+Ins",), needs="canvas"),
    ActionSpec("copy_pytorch", "Edit", QT_TRANSLATE_NOOP("Actions", "Copy as PyTorch code"),
        "Ctrl+Alt+C", lambda w: w.code.copy(), "code"),
    ActionSpec("duplicate", "Edit", QT_TRANSLATE_NOOP("Actions", "Duplicate"), "Ctrl+D",
        lambda w: w.canvas.duplicate(), enabled=own_or_note, needs="canvas"),
    ActionSpec("duplicate_wired", "Edit", QT_TRANSLATE_NOOP("Actions", "Duplicate with wires"),
        "Ctrl+Shift+D", lambda w: w.canvas.duplicate_with_wires(), enabled=own, needs="canvas"),
    ActionSpec("delete", "Edit", QT_TRANSLATE_NOOP("Actions", "Delete"), "Del",
        lambda w: w.canvas.delete_selection(), "trash-2", needs="canvas"),
    ActionSpec("take_out", "Edit", QT_TRANSLATE_NOOP("Actions", "Delete and reconnect"),
        "Ctrl+Del", lambda w: w.canvas.take_out(), enabled=own, needs="canvas"),
    ActionSpec("select_all", "Edit", QT_TRANSLATE_NOOP("Actions", "Select all"), "Ctrl+A",
        lambda w: w.canvas.select_all(), divided=True, needs="canvas"),
    ActionSpec("find", "Edit", QT_TRANSLATE_NOOP("Actions", "Find in the network…"), "Ctrl+F",
        lambda w: w.reading.find(), "search", needs="canvas"),
    ActionSpec("find_next", "Edit", QT_TRANSLATE_NOOP("Actions", "Find the next"), "F3",
        lambda w: w.reading.finder.go(1), enabled=lambda w: bool(w.reading.finder.found),
        needs="canvas"),
    ActionSpec("find_previous", "Edit", QT_TRANSLATE_NOOP("Actions", "Find the previous"),
        "Shift+F3", lambda w: w.reading.finder.go(-1),
        enabled=lambda w: bool(w.reading.finder.found), needs="canvas"),
    ActionSpec("find_block", "Edit", QT_TRANSLATE_NOOP("Actions", "Find a block to place"),
        "Ctrl+K", lambda w: w.find_block()),
    ActionSpec("rename", "Edit", QT_TRANSLATE_NOOP("Actions", "Rename"), "F2",
        lambda w: w.rename(), "pencil", enabled=lambda w: own(w) or not selected(w),
        needs="canvas"),
)  # fmt: skip
