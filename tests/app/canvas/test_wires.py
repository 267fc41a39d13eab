"""No wire runs through a block: in any network, in both directions, closed and opened."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QPainterPath
from pytestqt.qtbot import QtBot

from explorer import zoo
from explorer.analysis.analyze import Analysis, analyze
from explorer.app.canvas.picture import Painter
from explorer.app.canvas.plan import Plan
from explorer.app.canvas.wire import curve
from explorer.graph.model import Document, Flow
from explorer.layout.model import Point, Rect, turned_rect

STEP = 12
"""Straight pieces that a bent part of a wire is taken for."""


@pytest.fixture(autouse=True)
def _fonts(qtbot: QtBot) -> None:
    """Texts are measured, which needs an application."""


def pieces(path: QPainterPath) -> Iterator[tuple[Point, Point]]:
    """A path as straight pieces."""
    at = Point(0.0, 0.0)
    i, count = 0, path.elementCount()
    while i < count:
        element = path.elementAt(i)
        end = Point(element.x, element.y)
        if element.type is QPainterPath.ElementType.CurveToElement:
            a, b = path.elementAt(i + 1), path.elementAt(i + 2)
            before = at
            for k in range(1, STEP + 1):
                t = k / STEP
                u = 1 - t
                p, q, r, s = u**3, 3 * u * u * t, 3 * u * t * t, t**3
                now = Point(
                    p * at.x + q * end.x + r * a.x + s * b.x,
                    p * at.y + q * end.y + r * a.y + s * b.y,
                )
                yield before, now
                before = now
            at = before
            i += 3
            continue
        if element.type is QPainterPath.ElementType.LineToElement:
            yield at, end
        at = end
        i += 1


def cuts(a: Point, b: Point, rect: Rect) -> bool:
    """Whether a straight piece runs through a rectangle."""
    if (
        max(a.x, b.x) <= rect.left
        or min(a.x, b.x) >= rect.right
        or max(a.y, b.y) <= rect.top
        or min(a.y, b.y) >= rect.bottom
    ):
        return False
    dx, dy = b.x - a.x, b.y - a.y
    low, high = 0.0, 1.0
    for start, step, least, most in (
        (a.x, dx, rect.left, rect.right),
        (a.y, dy, rect.top, rect.bottom),
    ):
        if abs(step) < 1e-9:
            continue
        t0, t1 = sorted(((least - start) / step, (most - start) / step))
        low, high = max(low, t0), min(high, t1)
    return low < high


def crossings(plan: Plan) -> list[str]:
    """Every wire that runs through a block, its own ends' insides included."""
    # symbols are round: their wires end within the square about them
    found = []
    rects = {
        name: (Rect(r.left + 1, r.top + 1, r.right - 1, r.bottom - 1), shown.face.kind == "symbol")
        for name, shown in plan.blocks.items()
        for r in (shown.rect,)
    }
    by_left = sorted(
        (turned_rect(rect, plan.down), rect, name, round_) for name, (rect, round_) in rects.items()
    )
    lefts = [key.left for key, *_ in by_left]
    widest = max((key.right - key.left for key, *_ in by_left), default=0.0)
    from bisect import bisect_left, bisect_right

    for wire in plan.wires:
        edge = wire.key.edge
        path = curve(wire.start, wire.way, wire.end, wire.down)
        whole = path.controlPointRect()
        low, high = (whole.top(), whole.bottom()) if plan.down else (whole.left(), whole.right())
        first, last = bisect_left(lefts, low - widest), bisect_right(lefts, high)
        near = [
            (rect, name)
            for _, rect, name, round_ in by_left[first:last]
            if not (round_ and name in (edge.source, edge.target))
            and rect.left < whole.right()
            and rect.right > whole.left()
            and rect.top < whole.bottom()
            and rect.bottom > whole.top()
        ]
        if not near:
            continue
        for a, b in pieces(path):
            for rect, name in near:
                if cuts(a, b, rect):
                    found.append(f"{edge.source} → {edge.target} through {name}")
                    break
            else:
                continue
            break
    for shown in plan.blocks.values():
        if shown.inside is not None:
            found += [f"{shown.path}: {text}" for text in crossings(shown.inside)]
    return found


def drawn(document: Document, before: Analysis | None = None) -> Plan:
    return Painter().draw(analyze(document, before), ())


@pytest.mark.parametrize("flow", ["right", "down"])
@pytest.mark.parametrize("name", zoo.names())
def test_no_wire_runs_through_a_block(name: str, flow: Flow) -> None:
    document = replace(zoo.get(name), flow=flow)
    analysis = analyze(document)
    assert crossings(drawn(document, analysis)) == []
    blocks = [row.path for row in analysis.rows if row.is_block]
    first = tuple(sorted(p for p in blocks if "." not in p))
    assert crossings(drawn(replace(document, opened=first), analysis)) == []
    second = tuple(sorted(p for p in blocks if p.count(".") < 2))
    assert crossings(drawn(replace(document, opened=second), analysis)) == []


def test_a_wire_through_a_block_is_found() -> None:
    """The test above can fail: a block put upon a wire by force."""
    document = zoo.get("resnet18")
    plan = drawn(document)
    wire = next(w for w in plan.wires if w.key.edge.source == "layer1")
    straight = wire._replace(way=(), start=plan.blocks["image"].output(0))
    broken = replace_wires(plan, (straight,))
    assert crossings(broken)


def replace_wires(plan: Plan, wires: tuple[object, ...]) -> Plan:
    import dataclasses

    return dataclasses.replace(plan, wires=wires)  # type: ignore[arg-type]
