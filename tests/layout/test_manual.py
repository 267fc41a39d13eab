"""Places chosen by hand: kept, and given room when a block among them grows."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from explorer.layout.manual import make_room, separate
from explorer.layout.model import Box, Point, Rect, rect_of
from explorer.layout.route import Obstacles, detour

CLOSED = tuple(Box(n, 100, 30, 30) for n in "abcd")
PLACES = {"a": Point(0, 0), "b": Point(140, 0), "c": Point(280, 0), "d": Point(140, 90)}


def opened(name: str, width: float, up: float, down: float) -> tuple[Box, ...]:
    return tuple(b._replace(width=width, up=up, down=down) if b.name == name else b for b in CLOSED)


def test_nothing_moves_while_nothing_grows() -> None:
    assert make_room(CLOSED, CLOSED, PLACES) == PLACES


def test_neighbours_give_way_to_a_block_that_opens() -> None:
    found = make_room(CLOSED, opened("b", 400, 80, 60), PLACES)
    assert found["a"] == PLACES["a"]
    assert found["b"] == PLACES["b"], "it stays where it is"
    assert found["c"] == Point(580, 0), "as far to its right as before"
    assert found["d"] == Point(140, 120), "as far below it as before"


def test_two_blocks_put_on_each_other_by_hand_are_left_alone() -> None:
    places = {**PLACES, "b": Point(10, 5)}
    assert separate(CLOSED, places, set("abcd")) == places
    apart = separate(CLOSED, places, set("acd"))
    assert apart["a"] == PLACES["a"]
    assert not rect_of(CLOSED[1], apart["b"]).overlaps(rect_of(CLOSED[0], apart["a"]))


@given(
    st.lists(st.tuples(st.integers(0, 600), st.integers(0, 400)), min_size=2, max_size=10),
    st.integers(0, 9),
)
def test_nothing_overlaps_once_separated(ats: list[tuple[int, int]], grown: int) -> None:
    boxes = tuple(
        Box(str(i), 300 if i == grown else 80, 90 if i == grown else 25, 25)
        for i in range(len(ats))
    )
    places = {str(i): Point(*at) for i, at in enumerate(ats)}
    found = separate(boxes, places, ())
    rects = [rect_of(b, found[b.name]) for b in boxes]
    assert not any(a.overlaps(b) for a, b in combinations(rects, 2))


def test_a_free_way_is_direct() -> None:
    assert detour(Point(0, 0), Point(200, 40), Obstacles([Rect(60, 100, 120, 160)])) == ()


def test_a_wire_goes_round_what_stands_between() -> None:
    rect = Rect(60, -30, 120, 20)
    way = detour(Point(0, 0), Point(200, 0), Obstacles([rect]))
    assert len(way) == 2
    assert way[0].y == way[1].y > rect.bottom


def test_a_wire_that_runs_back_passes_below() -> None:
    obstacles = Obstacles([Rect(-100, -30, 0, 30), Rect(200, -30, 300, 30)])
    way = detour(Point(300, 0), Point(-100, 0), obstacles)
    assert way[0].y == way[1].y > 30
