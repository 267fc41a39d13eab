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


def seen(spec: ActionSpec, w: Window) -> bool:
    """Whether what an action is about is on the screen, and not behind another workspace or look."""
    if not spec.needs:
        return True
    return w.shows_canvas and (spec.needs == "canvas" or w.area.look == "graph")


def possible(spec: ActionSpec, w: Window) -> bool:
    """Whether an action can be done now."""
    return seen(spec, w) and spec.enabled(w)


_A_BLOCK = QT_TRANSLATE_NOOP("Actions", "select a block first")
_OWN = QT_TRANSLATE_NOOP("Actions", "select blocks of your own first")
_TWO = QT_TRANSLATE_NOOP("Actions", "select two blocks of one graph first")
_THREE = QT_TRANSLATE_NOOP("Actions", "select three blocks of one graph first")
_ERROR = QT_TRANSLATE_NOOP("Actions", "the network has an error")
_LOCKED = QT_TRANSLATE_NOOP("Actions", "the settings here cannot be changed")
_NOT_HERE = QT_TRANSLATE_NOOP("Actions", "not in this workspace")
_COMPARE = QT_TRANSLATE_NOOP("Actions", "only in Compare")
_FOUND = QT_TRANSLATE_NOOP("Actions", "nothing was found")
GONE = QT_TRANSLATE_NOOP("Actions", "this workspace shows no network")
_VOLUMES = QT_TRANSLATE_NOOP("Actions", "only in the graph")

_WHY = {
    "undo": QT_TRANSLATE_NOOP("Actions", "nothing was done yet"),
    "redo": QT_TRANSLATE_NOOP("Actions", "nothing was undone"),
    "find_next": _FOUND,
    "find_previous": _FOUND,
    "rename": _OWN,
    "connect": _OWN,
    "save": QT_TRANSLATE_NOOP("Actions", "nothing has changed"),
    "previous": QT_TRANSLATE_NOOP("Actions", "no earlier version is kept"),
    "recover": QT_TRANSLATE_NOOP("Actions", "nothing is unsaved"),
    "export_blocks": QT_TRANSLATE_NOOP("Actions", "there are none"),
    "cancel_export": QT_TRANSLATE_NOOP("Actions", "none is running"),
    "load_weights": _ERROR,
    **dict.fromkeys(("resume", "reduced_motion", "dark"), _LOCKED),
    "export_pytorch": _ERROR,
    "export_onnx": _ERROR,
    "next_difference": _COMPARE,
    "previous_difference": _COMPARE,
    "show_palette": _NOT_HERE,
    "show_figures": _NOT_HERE,
    "show_inspector": _NOT_HERE,
    "show_strip": _NOT_HERE,
    "show_code": _NOT_HERE,
    "fold": QT_TRANSLATE_NOOP("Actions", "select a block that can be opened first"),
    "enter": _A_BLOCK,
    "leave": QT_TRANSLATE_NOOP("Actions", "no block was entered"),
    "make_block": QT_TRANSLATE_NOOP("Actions", "select some blocks first"),
    "dissolve": QT_TRANSLATE_NOOP("Actions", "select a group or a block of your own first"),
    "make_unique": QT_TRANSLATE_NOOP("Actions", "select a block of your own that is used twice"),
    "unpack": QT_TRANSLATE_NOOP("Actions", "select a built-in block first"),
    "frame_selection": _OWN,
    "recolor": QT_TRANSLATE_NOOP("Actions", "select a note or a frame first"),
    "next_note": QT_TRANSLATE_NOOP("Actions", "there are none here"),
    "add_bend": QT_TRANSLATE_NOOP("Actions", "select a wire first"),
    "straighten": QT_TRANSLATE_NOOP("Actions", "select a wire that was led by hand first"),
    "problems": QT_TRANSLATE_NOOP("Actions", "there are none"),
    "repairs": QT_TRANSLATE_NOOP("Actions", "there is no problem that could be mended"),
    "measure": QT_TRANSLATE_NOOP("Actions", "the network has an error, or it is training"),
    "run": QT_TRANSLATE_NOOP("Actions", "it is training"),
    "dark": QT_TRANSLATE_NOOP("Actions", "it is set for everybody here"),
    "reduced_motion": QT_TRANSLATE_NOOP("Actions", "it is set for everybody here"),
    "resume": QT_TRANSLATE_NOOP("Actions", "it is set for everybody here"),
    "stop": QT_TRANSLATE_NOOP("Actions", "nothing is training"),
    **dict.fromkeys((f"align_{s}" for s in ("left", "center", "right")), _TWO),
    **dict.fromkeys((f"align_{s}" for s in ("top", "middle", "bottom")), _TWO),
    **dict.fromkeys(("spread_across", "spread_down"), _THREE),
}


def reason(spec: ActionSpec, w: Window) -> str:
    """Why an action cannot be done now, in a few words."""
    if not seen(spec, w):
        return translated(_VOLUMES if w.shows_canvas else GONE)
    if spec.id in ("export_pytorch", "export_onnx") and w.exports.running:
        return translated(QT_TRANSLATE_NOOP("Actions", "another export is running"))
    if spec.id in _WHY:
        return translated(_WHY[spec.id])
    if spec.enabled in (selected, selected_or_note):
        return translated(_A_BLOCK)
    if spec.enabled in (own, own_or_note):
        return translated(_OWN)
    return ""
