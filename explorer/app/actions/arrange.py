"""Actions of the Network menu's “Align and distribute”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.app.actions.spec import QT_TRANSLATE_NOOP, ActionSpec

if TYPE_CHECKING:
    from explorer.app.window import Window

ALIGN = QT_TRANSLATE_NOOP("Actions", "Align and distribute")


def _two(w: Window) -> bool:
    return w.canvas.arranging.can(2)


def _three(w: Window) -> bool:
    return w.canvas.arranging.can(3)


ARRANGE = (
    ActionSpec("align_left", "Network", QT_TRANSLATE_NOOP("Actions", "Align left sides"), "",
        lambda w: w.canvas.arranging.align("left"), enabled=_two, submenu=ALIGN, needs="graph"),
    ActionSpec("align_center", "Network", QT_TRANSLATE_NOOP("Actions", "Align centres"), "",
        lambda w: w.canvas.arranging.align("center"), enabled=_two, submenu=ALIGN, needs="graph"),
    ActionSpec("align_right", "Network", QT_TRANSLATE_NOOP("Actions", "Align right sides"), "",
        lambda w: w.canvas.arranging.align("right"), enabled=_two, submenu=ALIGN, needs="graph"),
    ActionSpec("align_top", "Network", QT_TRANSLATE_NOOP("Actions", "Align tops"), "",
        lambda w: w.canvas.arranging.align("top"), enabled=_two, submenu=ALIGN, divided=True,
        needs="graph"),
    ActionSpec("align_middle", "Network", QT_TRANSLATE_NOOP("Actions", "Align in one row"), "",
        lambda w: w.canvas.arranging.align("middle"), enabled=_two, submenu=ALIGN, needs="graph"),
    ActionSpec("align_bottom", "Network", QT_TRANSLATE_NOOP("Actions", "Align bottoms"), "",
        lambda w: w.canvas.arranging.align("bottom"), enabled=_two, submenu=ALIGN, needs="graph"),
    ActionSpec("spread_across", "Network",
        QT_TRANSLATE_NOOP("Actions", "Distribute horizontally"), "",
        lambda w: w.canvas.arranging.spread("horizontally"), enabled=_three, submenu=ALIGN,
        divided=True, needs="graph"),
    ActionSpec("spread_down", "Network",
        QT_TRANSLATE_NOOP("Actions", "Distribute vertically"), "",
        lambda w: w.canvas.arranging.spread("vertically"), enabled=_three, submenu=ALIGN,
        needs="graph"),
)  # fmt: skip
