"""When an action can be done: the questions that more than one menu asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.app.actions.spec import QT_TRANSLATE_NOOP, ActionSpec, translated

if TYPE_CHECKING:
    from explorer.app.window import Window


def selected(w: Window) -> bool:
    return bool(w.session.selection)


def own(w: Window) -> bool:
    """Whether the selection can be changed: it is the document's, not a built-in block's."""
    return selected(w) and all(
        w.session.editable(tuple(path.split(".")[:-1])) for path in w.session.selection
    )


def _note(w: Window) -> bool:
    return bool(w.canvas.annotating.selected)


def selected_or_note(w: Window) -> bool:
    return selected(w) or _note(w)


def own_or_note(w: Window) -> bool:
    """Whether what is selected can be changed, notes and frames included."""
    return own(w) if selected(w) else _note(w)


_WHY = {
    "undo": QT_TRANSLATE_NOOP("Actions", "nothing was done yet"),
    "redo": QT_TRANSLATE_NOOP("Actions", "nothing was undone"),
    "save": QT_TRANSLATE_NOOP("Actions", "nothing has changed"),
    "previous": QT_TRANSLATE_NOOP("Actions", "no earlier version is kept"),
    "recover": QT_TRANSLATE_NOOP("Actions", "nothing is unsaved"),
    "export_blocks": QT_TRANSLATE_NOOP("Actions", "there are none"),
    "cancel_export": QT_TRANSLATE_NOOP("Actions", "none is running"),
    "export_pytorch": QT_TRANSLATE_NOOP("Actions", "the network has an error"),
    "export_onnx": QT_TRANSLATE_NOOP("Actions", "the network has an error"),
    "fold": QT_TRANSLATE_NOOP("Actions", "select a block first"),
    "enter": QT_TRANSLATE_NOOP("Actions", "select a block first"),
    "leave": QT_TRANSLATE_NOOP("Actions", "no block was entered"),
    "make_block": QT_TRANSLATE_NOOP("Actions", "select some blocks first"),
    "problems": QT_TRANSLATE_NOOP("Actions", "there are none"),
    "run": QT_TRANSLATE_NOOP("Actions", "it is training"),
    "dark": QT_TRANSLATE_NOOP("Actions", "it is set for everybody here"),
    "reduced_motion": QT_TRANSLATE_NOOP("Actions", "it is set for everybody here"),
    "resume": QT_TRANSLATE_NOOP("Actions", "it is set for everybody here"),
    "stop": QT_TRANSLATE_NOOP("Actions", "nothing is training"),
}


def reason(spec: ActionSpec) -> str:
    """Why an action cannot be done now, in a few words; empty where that goes without saying."""
    if spec.id in _WHY:
        return translated(_WHY[spec.id])
    if spec.enabled in (selected, selected_or_note):
        return translated(QT_TRANSLATE_NOOP("Actions", "select a block first"))
    if spec.enabled in (own, own_or_note):
        return translated(QT_TRANSLATE_NOOP("Actions", "select blocks of your own first"))
    return ""
