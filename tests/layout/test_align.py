"""Lining up and spreading."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.layout.align import Line, Spread, aligned, spread
from explorer.layout.model import Point, Rect

number = st.integers(-500, 500)
side = st.integers(10, 200)
rects = st.lists(st.tuples(number, number, side, side), min_size=2, max_size=7).map(
    lambda all_: {
        f"b{i}": Rect(float(x), float(y), float(x + w), float(y + h))
        for i, (x, y, w, h) in enumerate(all_)
    }
)


def moved(rect: Rect, by: Point) -> Rect:
    return Rect(rect.left + by.x, rect.top + by.y, rect.right + by.x, rect.bottom + by.y)


@pytest.mark.parametrize(
    ("line", "of"),
    [
        ("left", lambda r: r.left),
        ("center", lambda r: r.left + r.right),
        ("right", lambda r: r.right),
        ("top", lambda r: r.top),
        ("middle", lambda r: r.top + r.bottom),
        ("bottom", lambda r: r.bottom),
    ],
)
@given(boxes=rects)
def test_on_one_line(line: Line, of: object, boxes: dict[str, Rect]) -> None:
    ways = aligned(boxes, line)
    after = {name: moved(rect, ways[name]) for name, rect in boxes.items()}
    assert len({of(r) for r in after.values()}) == 1  # type: ignore[operator]
    across = line in ("left", "center", "right")
    assert all((way.y if across else way.x) == 0 for way in ways.values())
    if line == "left":
        assert min(r.left for r in boxes.values()) == after["b0"].left


@pytest.mark.parametrize("how", ["horizontally", "vertically"])
@given(boxes=rects)
def test_even_gaps(how: Spread, boxes: dict[str, Rect]) -> None:
    ways = spread(boxes, how)
    level = how == "horizontally"

    def span(r: Rect) -> tuple[float, float]:
        return (r.left, r.right) if level else (r.top, r.bottom)

    before = sorted(map(span, boxes.values()), key=sum)
    after = sorted((span(moved(r, ways[n])) for n, r in boxes.items()), key=sum)
    gaps = [b[0] - a[1] for a, b in pairwise(after)]
    if all(b[0] > a[1] for a, b in pairwise(before)):
        assert max(gaps) - min(gaps) < 1e-6
        assert after[0] == before[0], "the outermost stay"
        assert after[-1] == pytest.approx(before[-1])
        again = {n: moved(r, ways[n]) for n, r in boxes.items()}
        assert all(abs(w.x) + abs(w.y) < 1e-6 for w in spread(again, how).values())
