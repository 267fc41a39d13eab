"""Volumes stand to scale, in their order, and never in each other's way."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.blocks.description import Role
from explorer.layout.cuboids import Scale, Volume, VolumePlan, cuboid
from explorer.layout.volumes import place

SIDES = st.integers(1, 4096)
SCALE = Scale(12.0, 2.0, 2.0)


def volume(path: str, shape: tuple[int, ...] | None, **more: object) -> Volume:
    return Volume(path, path, Role.CONVOLUTION, shape, shape, **more)  # type: ignore[arg-type]


@given(SIDES, SIDES, SIDES, SIDES, SIDES, SIDES)
def test_sizes_grow_with_height_width_and_channels(
    c: int, h: int, w: int, c2: int, h2: int, w2: int
) -> None:
    a = cuboid(volume("a", (c, h, w)), SCALE)
    b = cuboid(volume("b", (c2, h2, w2)), SCALE)
    assert (a.depth < b.depth) == (c < c2)
    assert (a.height < b.height) == (h < h2)
    assert (a.aside < b.aside) == (w < w2)
    assert (a.depth == b.depth) == (c == c2)
    # the scale is the one that the legend tells: the square root
    assert a.height**2 * h2 == pytest.approx(b.height**2 * h)
    assert a.depth**2 * c2 == pytest.approx(b.depth**2 * c)


def test_equal_shapes_have_equal_sizes_in_one_figure() -> None:
    shapes = [(3, 224, 224), (64, 56, 56), (64, 56, 56), (10,), (10,)]
    plan = place([volume(str(i), s) for i, s in enumerate(shapes)], list(pairwise(range(5))))
    sizes = {c.volume.path: (c.depth, c.height, c.aside, c.upward) for c in plan.cuboids}
    assert sizes["1"] == sizes["2"] != sizes["0"]
    assert sizes["3"] == sizes["4"]


def test_a_chain_stands_in_a_row_and_a_slice_right_behind_its_volume() -> None:
    relu = Volume("r", "r", Role.ACTIVATION, (64, 56, 56), (64, 56, 56), slice=True)
    plan = place(
        [volume("i", (3, 224, 224)), volume("c", (64, 56, 56), window=(7, 7)), relu],
        [(0, 1), (1, 2)],
    )
    image, conv, slice_ = plan.cuboids
    assert image.y == conv.y == slice_.y
    assert slice_.x == conv.right
    assert slice_.face is Role.CONVOLUTION
    (pyramid,) = plan.pyramids
    assert pyramid.text == "7×7"
    assert pyramid.apex.x == conv.x
    assert [b.text for b in plan.brackets] == ["224×224", "56×56"]


def test_a_shortcut_has_a_lane_below_the_branch() -> None:
    shapes = [volume(n, (64, 56, 56)) for n in ("a", "conv1", "conv2", "add")]
    plan = place(shapes, [(0, 1), (1, 2), (2, 3), (0, 3)])
    branch = [plan.by_path[n] for n in ("conv1", "conv2")]
    assert len({c.y for c in plan.cuboids}) == 1
    lane = [p for line in plan.lines for p in line.way if p.y > max(c.rect.bottom for c in branch)]
    assert min(p.x for p in lane) <= branch[0].x
    assert max(p.x for p in lane) >= branch[1].right
    assert no_overlap(plan)


def test_what_has_no_shape_yet_has_a_place() -> None:
    plan = place([volume("a", (3, 8, 8)), volume("b", None)], [(0, 1)])
    assert [c.form for c in plan.cuboids] == ["volume", "unknown"]
    assert no_overlap(plan)


def test_a_ring_and_an_empty_graph_do_no_harm() -> None:
    ring = place([volume("a", None), volume("b", None)], [(0, 1), (1, 0)])
    assert len(ring.cuboids) == 2
    assert place([], []) == VolumePlan()


def no_overlap(plan: VolumePlan) -> bool:
    """No two volumes share room: of two at one height, the fronts lie apart; of others, all of
    them does."""
    return all(
        not a.front.overlaps(b.front, -1e-6) and (a.y == b.y or not a.rect.overlaps(b.rect, -1e-6))
        for a, b in combinations(plan.cuboids, 2)
        if a.rect.right > b.rect.left and b.rect.right > a.rect.left
    )
