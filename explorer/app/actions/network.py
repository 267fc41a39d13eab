"""Actions of the Network menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.app.actions.annotate import ANNOTATE
from explorer.app.actions.arrange import ARRANGE
from explorer.app.actions.spec import QT_TRANSLATE_NOOP, ActionSpec
from explorer.app.actions.when import own, selected

if TYPE_CHECKING:
    from explorer.app.window import Window


def _opens(w: Window) -> bool:
    row = w.session.current
    return row is not None and (row.is_block or (w.viewed is w.volumes and w.volumes.can_close))


def _enters(w: Window) -> bool:
    """Whether there is an inside to go to; what is the document's own needs no input for that."""
    row = w.session.current
    return row is not None and (row.is_block or w.session.editable(tuple(row.path.split("."))))


def _unpacks(w: Window) -> bool:
    """Whether a built-in block decides over the current one, or it is one itself."""
    row = w.session.current
    if row is None or w.own_blocks.can_unpack:
        return False
    return not own(w) or row.is_block


def _bypassed(w: Window) -> bool:
    row = w.session.current
    return row is not None and row.node.bypassed


NETWORK = (
    ActionSpec("quick_add", "Network", QT_TRANSLATE_NOOP("Actions", "Add a block…"), "Shift+A",
        lambda w: w.canvas.quick_add(), "plus", on_canvas=True, needs="graph"),
    ActionSpec("connect", "Network", QT_TRANSLATE_NOOP("Actions", "Connect with the keys"), "C",
        lambda w: w.canvas.connect_by_keys(), enabled=lambda w: own(w) or not selected(w), on_canvas=True, needs="graph"),
    ActionSpec("parameters", "Network", QT_TRANSLATE_NOOP("Actions", "Edit the parameters"), "F4",
        lambda w: w.edit_parameters(), enabled=selected, needs="canvas"),
    ActionSpec("bypass", "Network", QT_TRANSLATE_NOOP("Actions", "Bypass"), "Ctrl+B",
        lambda w: w.canvas.toggle_bypass(), enabled=own, checked=_bypassed, needs="canvas"),
    ActionSpec("arrange", "Network", QT_TRANSLATE_NOOP("Actions", "Arrange automatically"),
        "Ctrl+L", lambda w: w.canvas.arrange(), "layout-grid", divided=True, toolbar=True,
        needs="graph"),
    *ARRANGE,
    *ANNOTATE,
    ActionSpec("fold", "Network", QT_TRANSLATE_NOOP("Actions", "Open or close in place"), "Alt+C",
        lambda w: w.viewed.toggle_fold(), "eye", enabled=_opens, divided=True, needs="canvas"),
    ActionSpec("enter", "Network", QT_TRANSLATE_NOOP("Actions", "Enter the block"), "Alt+Down",
        lambda w: w.canvas.enter_current(), "arrow-right", enabled=_enters, needs="canvas"),
    ActionSpec("leave", "Network", QT_TRANSLATE_NOOP("Actions", "Leave the block"), "Alt+Up",
        lambda w: w.canvas.leave(), "arrow-left", enabled=lambda w: bool(w.session.scope),
        needs="canvas"),
    ActionSpec("make_block", "Network", QT_TRANSLATE_NOOP("Actions", "Make a block…"), "Ctrl+G",
        lambda w: w.own_blocks.make(), "group", enabled=lambda w: w.own_blocks.can_make,
        divided=True, needs="canvas"),
    ActionSpec("dissolve", "Network", QT_TRANSLATE_NOOP("Actions", "Unpack"), "Ctrl+Shift+G",
        lambda w: w.own_blocks.unpack(), "ungroup", enabled=lambda w: w.own_blocks.can_unpack,
        needs="canvas"),
    ActionSpec("make_unique", "Network", QT_TRANSLATE_NOOP("Actions", "Make unique"),
        "Ctrl+Shift+U", lambda w: w.own_blocks.make_unique(), "git-fork",
        enabled=lambda w: w.own_blocks.can_make_unique, needs="canvas"),
    ActionSpec("unpack", "Network", QT_TRANSLATE_NOOP("Actions", "Make editable"), "Ctrl+U",
        lambda w: w.make_editable(), "pencil", enabled=_unpacks, needs="canvas"),
    ActionSpec("problems", "Network", QT_TRANSLATE_NOOP("Actions", "Problems…"), "Ctrl+Shift+M",
        lambda w: w.status_line.show_problems(), "triangle-alert",
        enabled=lambda w: bool(w.session.analysis.problems), divided=True),
    ActionSpec("measure", "Network", QT_TRANSLATE_NOOP("Actions", "Measure times"), "",
        lambda w: w.reading.measure(), "activity",
        enabled=lambda w: w.reading.measuring.going_on or w.reading.measuring.possible,
        checked=lambda w: w.reading.measuring.going_on, divided=True),
    ActionSpec("repairs", "Network", QT_TRANSLATE_NOOP("Actions", "Repairs…"), "Alt+Return",
        lambda w: w.repairing.open_current(), more_keys=("Alt+Enter",),
        enabled=lambda w: w.repairing.possible, needs="canvas"),
    ActionSpec("explain", "Network", QT_TRANSLATE_NOOP("Actions", "Explain the shape"), "Alt+W",
        lambda w: w.canvas.explain(), "circle-help", needs="graph"),
    ActionSpec("run", "Network", QT_TRANSLATE_NOOP("Actions", "Train"), "Ctrl+R",
        lambda w: w.runner.train(), "play", enabled=lambda w: not w.runner.training,
        divided=True),
    ActionSpec("stop", "Network", QT_TRANSLATE_NOOP("Actions", "Stop training"), "Ctrl+.",
        lambda w: w.runner.stop(), "square", enabled=lambda w: w.runner.training),
)  # fmt: skip
