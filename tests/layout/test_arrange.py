"""Automatic layout: straight rows, centred branches, nothing on top of anything."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.layout.arrange import arrange
from explorer.layout.model import Box, Placement, Point, Rect, Wire, rect_of
from explorer.layout.rows import ROW_WIDTH

NAMES = "abcdefghijklmnop"


def box(name: str, width: float = 100.0, half: float = 30.0, inputs: int = 1) -> Box:
    ports = tuple((i - (inputs - 1) / 2) * 12.0 for i in range(inputs))
    return Box(name, width, half, half, ports)


def placed(names: str, *wires: str) -> Placement:
    """A layout of boxes called by letters; ``ab1`` is a wire from a to port 1 of b."""
    ports = {n: 1 + max((int(w[2:] or 0) for w in wires if w[1] == n), default=0) for n in names}
    boxes = tuple(box(n, inputs=ports[n]) for n in names)
    return arrange(boxes, tuple(Wire(w[0], w[1], int(w[2:] or 0)) for w in wires))


def points(boxes: dict[str, Box], placement: Placement, wire: Wire, index: int) -> list[Point]:
    """All points of a wire, ports included."""
    found = list(placement.ways[index])
    if wire.source is not None:
        source, at = boxes[wire.source], placement.places[wire.source]
        found.insert(0, Point(at.x + source.width, at.y + source.output_at(wire.source_port)))
    if wire.target is not None:
        at = placement.places[wire.target]
        found.append(Point(at.x, at.y + boxes[wire.target].input_at(wire.port)))
    return found


def assert_sound(boxes: tuple[Box, ...], wires: tuple[Wire, ...], rows: float = 0.0) -> Placement:
    """No boxes overlap, and no wire runs through a box."""
    placement = arrange(boxes, wires, rows)
    by_name = {b.name: b for b in boxes}
    rects = {b.name: rect_of(b, placement.places[b.name]) for b in boxes}
    for (one, a), (other, b) in combinations(rects.items(), 2):
        assert not a.overlaps(b, 4.0), (one, other)
    whole = Rect(-0.5, -placement.up - 0.5, placement.width + 0.5, placement.down + 0.5)
    for rect in rects.values():
        assert rect.left >= whole.left
        assert rect.right <= whole.right
        assert rect.top >= whole.top
        assert rect.bottom <= whole.bottom
    for i, wire in enumerate(wires):
        way = placement.ways[i]
        if len(way) == 2 and way[1].x < way[0].x:
            # from one row to the next: level between the rows, and upright beside their ends
            level = Rect(way[1].x, way[0].y - 1, way[0].x, way[0].y + 1)
            assert rows
            assert not any(level.overlaps(rect) for rect in rects.values()), wire
            continue
        for p, q in pairwise(points(by_name, placement, wire, i)):
            assert q.x >= p.x - 0.5, "wires run from left to right"
            hull = Rect(p.x + 0.5, min(p.y, q.y) - 1, q.x - 0.5, max(p.y, q.y) + 1)
            for name, rect in rects.items():
                assert hull.right <= hull.left or not hull.overlaps(rect), (wire, name)
    return placement


def test_a_chain_is_a_straight_row() -> None:
    placement = placed("abcd", "ab", "bc", "cd")
    assert {at.y for at in placement.places.values()} == {0.0}
    xs = [placement.places[n].x for n in "abcd"]
    assert xs == sorted(xs)
    assert all(not way for way in placement.ways)


def test_boxes_of_different_heights_share_the_axis() -> None:
    boxes = (box("a"), Box("b", 300, 120, 40), box("c"))
    placement = arrange(boxes, (Wire("a", "b"), Wire("b", "c")))
    assert {at.y for at in placement.places.values()} == {0.0}
    assert (placement.up, placement.down) == (120, 40)


def test_equal_branches_lie_about_the_main_line() -> None:
    placement = placed("abcd", "ab", "ac", "bd", "cd1")
    assert placement.places["a"].y == placement.places["d"].y == 0.0
    assert placement.places["b"].y == -placement.places["c"].y < 0


def test_four_branches_stand_in_the_order_of_their_ports() -> None:
    placement = placed("abcdef", "ab", "ac", "ad", "ae", "bf3", "cf2", "df1", "ef")
    ys = [placement.places[n].y for n in "edcb"]
    assert ys == sorted(ys)
    assert sum(ys) == pytest.approx(0.0)


def test_a_residual_block_keeps_its_long_branch_level() -> None:
    placement = placed("abcde", "ab", "bc", "ce", "ad", "de1")
    assert {placement.places[n].y for n in "abce"} == {0.0}
    assert placement.places["d"].y > 60


def test_a_shortcut_has_a_lane_of_its_own() -> None:
    placement = placed("abcd", "ab", "bc", "cd", "ad1")
    assert {at.y for at in placement.places.values()} == {0.0}
    (way,) = [w for w in placement.ways if len(w) > 1]
    assert min(p.y for p in way) > 30, "below the boxes that it passes"


def test_a_side_branch_leaves_the_trunk_level() -> None:
    placement = placed("abcdefg", "ab", "bc", "cd", "af", "fg", "de")
    assert {placement.places[n].y for n in "abcde"} == {0.0}
    assert placement.places["f"].y == placement.places["g"].y > 60


def test_a_short_branch_stands_in_the_middle() -> None:
    placement = placed("abcdef", "ab", "bc", "cd", "df", "ae", "ef1")
    middle = placement.places["e"].x + 50
    assert middle == pytest.approx(placement.places["c"].x + 50)


def test_wires_to_the_border_end_at_it() -> None:
    boxes = (box("a"), box("b"))
    wires = (Wire(None, "a"), Wire("a", "b"), Wire("b", None), Wire(None, "b"))
    placement = assert_sound(boxes, wires)
    assert placement.ways[0][0].x == 0.0
    assert placement.ways[2][-1].x == placement.width
    assert placement.ways[3][0].x == 0.0


def test_an_empty_graph_and_a_wire_through_it() -> None:
    assert arrange((), ()) == Placement()
    placement = arrange((), (Wire(None, None),))
    assert len(placement.ways) == 1


def test_unconnected_boxes_stand_one_above_the_other() -> None:
    placement = placed("abc")
    assert len({at.y for at in placement.places.values()}) == 3
    assert_sound(tuple(map(box, "abc")), ())


def test_a_densely_connected_block_keeps_its_row_straight() -> None:
    names = NAMES[:8]
    boxes = tuple(box(n) for n in names)
    wires = tuple(Wire(a, b) for a, b in combinations(names, 2))
    placement = assert_sound(boxes, wires)
    ys = [at.y for at in placement.places.values()]
    assert max(ys) - min(ys) < 4.0


def test_a_cycle_is_drawn_all_the_same() -> None:
    placement = placed("abc", "ab", "bc", "ca")
    assert len(placement.places) == 3
    assert len(placement.ways) == 3


@st.composite
def graphs(draw: st.DrawFn) -> tuple[tuple[Box, ...], tuple[Wire, ...]]:
    count = draw(st.integers(1, 14))
    sizes = st.integers(20, 200)
    pairs = draw(
        st.lists(st.tuples(st.integers(-1, count - 1), st.integers(0, count)), max_size=30)
    )
    edges = sorted({(a, b) for a, b in pairs if a < b and not (a == -1 and b == count)})
    into: dict[int, int] = {}
    wires = []
    for a, b in edges:
        port = into.get(b, 0)
        into[b] = port + 1
        source = NAMES[a] if a >= 0 else None
        target = NAMES[b] if b < count else None
        wires.append(Wire(source, target, port if target else 0))
    boxes = tuple(
        box(NAMES[i], draw(sizes), max(draw(sizes) / 2, 8.0 * into.get(i, 1)), into.get(i, 1))
        for i in range(count)
    )
    return boxes, tuple(wires)


@given(graphs())
def test_random_graphs_are_laid_out_soundly(
    graph: tuple[tuple[Box, ...], tuple[Wire, ...]],
) -> None:
    placement = assert_sound(*graph)
    arrange.cache_clear()
    assert arrange(*graph) == placement, "the same every time"


@given(graphs(), st.permutations(range(14)))
def test_document_order_does_not_matter_for_soundness(
    graph: tuple[tuple[Box, ...], tuple[Wire, ...]], order: list[int]
) -> None:
    boxes, wires = graph
    assert_sound(tuple(boxes[i] for i in order if i < len(boxes)), wires)


def test_a_long_chain_takes_rows() -> None:
    boxes = tuple(box(f"n{i}") for i in range(30))
    wires = tuple(Wire(f"n{i}", f"n{i + 1}") for i in range(29))
    placement = assert_sound(boxes, wires, rows=ROW_WIDTH)
    heights = sorted({at.y for at in placement.places.values()})
    lengths = [sum(at.y == y for at in placement.places.values()) for y in heights]
    assert lengths == [9, 9, 9, 3], "each as long as it can be"
    assert placement.width < 1500
    assert arrange(boxes, wires).width > 3500


def test_a_short_chain_stays_in_one_row() -> None:
    boxes = tuple(box(f"n{i}") for i in range(8))
    wires = tuple(Wire(f"n{i}", f"n{i + 1}") for i in range(7))
    assert arrange(boxes, wires, ROW_WIDTH) == arrange(boxes, wires)


def test_an_auxiliary_head_hangs_beside_the_beginning_of_what_follows() -> None:
    boxes = (*(box(f"n{i}") for i in range(30)), box("aux"), box("aux_out"))
    wires = tuple(Wire(f"n{i}", f"n{i + 1}") for i in range(29))
    wires += (Wire("n5", "aux"), Wire("aux", "aux_out"))
    placement = assert_sound(boxes, wires, rows=ROW_WIDTH)
    assert len({at.y for n, at in placement.places.items() if n.startswith("n")}) == 4
    assert placement.places["aux"].x < placement.places["n7"].x


def test_branches_are_never_torn_apart() -> None:
    names = [f"n{i}" for i in range(12)]
    boxes = [box(n) for n in names]
    wires = []
    for a, b in pairwise(names):
        left, right = f"{a}l", f"{a}r"
        boxes += [box(left), box(right), box(f"{b}m", inputs=2)]
        wires += [Wire(a, left), Wire(a, right), Wire(left, f"{b}m"), Wire(right, f"{b}m", 1)]
        wires.append(Wire(f"{b}m", b))
    assert_sound(tuple(boxes), tuple(wires), rows=ROW_WIDTH)


def test_u_shaped_skips_have_lanes_of_equal_distance() -> None:
    """a … d go down, e … h come up: the skips lie in one another, below the straight row."""
    placement = placed("abcdefgh", "ab", "bc", "cd", "de", "ef", "fg", "gh", "ah1", "bg1", "cf1")
    assert {at.y for at in placement.places.values()} == {0.0}
    lanes = sorted(max(p.y for p in way) for way in placement.ways if len(way) > 1)
    assert len(lanes) == 3
    assert lanes[0] > 30
    assert lanes[1] - lanes[0] == lanes[2] - lanes[1] >= 12
