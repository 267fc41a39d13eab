"""Actions of the View menu’s “Heat”: the figure that blocks are coloured by."""

from __future__ import annotations

from explorer.app.actions.spec import QT_TRANSLATE_NOOP, ActionSpec

MENU = QT_TRANSLATE_NOOP("Actions", "Heat")


def _row(kind: str, text: str, divided: bool = False) -> ActionSpec:
    return ActionSpec(
        f"heat_{kind or 'none'}",
        "View",
        text,
        "",
        lambda w: w.reading.heat.set_kind(kind),
        checked=lambda w: w.reading.heat.kind == kind,
        submenu=MENU,
        needs="canvas",
        divided=divided,
    )


HEAT = (
    _row("", QT_TRANSLATE_NOOP("Actions", "No heat")),
    _row("parameters", QT_TRANSLATE_NOOP("Actions", "Heat by parameters"), divided=True),
    _row("macs", QT_TRANSLATE_NOOP("Actions", "Heat by MACs")),
    _row("memory", QT_TRANSLATE_NOOP("Actions", "Heat by memory of activations")),
    _row("field", QT_TRANSLATE_NOOP("Actions", "Heat by receptive field")),
    _row("time", QT_TRANSLATE_NOOP("Actions", "Heat by measured time")),
)
