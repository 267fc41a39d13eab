"""How a shape comes about, as the bubble of a wire and the pinned cards say it."""

from __future__ import annotations

from math import prod

from PySide6.QtCore import QCoreApplication

from explorer.analysis.analyze import BYTES, Analysis
from explorer.analysis.explain import MACS, OUTPUT, PARAMETERS, Explanation, explain
from explorer.app import format as fmt
from explorer.app.canvas.commands import path_of
from explorer.app.canvas.plan import ShownWire
from explorer.app.language import say
from explorer.app.panels.explain import with_result


def _tr(text: str) -> str:
    return QCoreApplication.translate("Why", text)


def wire_bubble(wire: ShownWire, analysis: Analysis) -> str:
    """What a wire carries, from where to where, and the formula that gave the shape."""
    edge = wire.key.edge
    ends = f"{edge.source} → {edge.target}"
    if wire.shape is None:
        return f"{ends}\n{_tr('no shape yet')}"
    values = prod(wire.shape)
    head = _tr("{0} · {1} values · {2} per image").format(
        fmt.shape(wire.shape), fmt.whole(values), fmt.bytes_(values * BYTES)
    )
    row = analysis.row_at.get(path_of(wire.key.scope, edge.source))
    lines = [head, ends]
    if row is not None and row.output == wire.shape:
        for explanation in explain(row, analysis):
            if explanation.figure == OUTPUT:
                lines.append(_line(explanation))
    return "\n".join(lines)


def _line(explanation: Explanation) -> str:
    text = with_result(explanation)
    if text and explanation.numbers == str(explanation.value):
        return f"{say(explanation.formula)} = {text}"
    return f"{say(explanation.formula)}:  {text}" if text else say(explanation.formula)


def why(path: str, analysis: Analysis) -> tuple[str, tuple[Explanation, ...]] | None:
    """The question that a card about a block answers, and the answer; None where it has no shape."""
    row = analysis.row_at.get(path)
    if row is None or row.output is None:
        return None
    told = tuple(e for e in explain(row, analysis) if e.figure in (OUTPUT, PARAMETERS, MACS))
    costs = row.totals is not None and (row.totals.parameters or row.totals.macs)
    if not costs:
        told = tuple(e for e in told if e.figure == OUTPUT)
    return _tr("Why {0}?").format(fmt.shape(row.output)), told
