"""Lining up and spreading on the canvas."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from explorer import zoo
from explorer.graph.edits import Fold, MoveNodes
from explorer.graph.model import Document
from tests.app.canvas.conftest import Hands

Open = Callable[[Document], Hands]


def test_one_step_and_undone_at_once(hands: Open) -> None:
    h = hands(zoo.get("lenet5_modern"))
    h.session.do(MoveNodes(places=(("S4", (0.0, 600.0)),)))  # out of the way
    before = h.session.document
    h.session.select("C1", "S2", "C5")
    h.view.arranging.align("left")
    blocks = h.view.network.plan.blocks  # type: ignore[union-attr]
    assert len({blocks[n].rect.left for n in ("C1", "S2", "C5")}) == 1
    h.session.undo()
    assert h.session.document == before


def test_spreading_makes_the_gaps_equal(hands: Open) -> None:
    h = hands(zoo.get("lenet5_modern"))
    h.session.do(MoveNodes(places=(("S2", (180.0, 200.0)),)))
    h.session.select("C1", "S2", "C3")
    h.view.arranging.spread("horizontally")
    blocks = h.view.network.plan.blocks  # type: ignore[union-attr]
    one, two, three = (blocks[n].rect for n in ("C1", "S2", "C3"))
    assert abs((two.left - one.right) - (three.left - two.right)) < 0.2
    assert two.left - one.right > 60


def test_when_it_can_be_done(hands: Open) -> None:
    h = hands(zoo.get("resnet18"))
    can = h.view.arranging.can
    assert not can(2)
    h.session.select("layer1")
    assert not can(2)
    h.session.select("layer1", "layer2")
    assert can(2)
    assert not can(3)
    h.session.do(Fold(path="layer1", open=True))
    h.session.select("layer1.0", "layer1.1")
    assert not can(2), "what is built in is not moved"
    h.view.arranging.align("left")
    assert h.session.history.undo_label == "Open layer1"


def test_sides_are_those_that_are_seen_also_from_top_to_bottom(hands: Open) -> None:
    h = hands(replace(zoo.get("lenet5_modern"), flow="down"))
    h.session.select("C1", "S2", "C3")
    h.view.arranging.align("left")
    plan = h.view.network.plan
    assert plan is not None
    lefts = [plan.blocks[n].rect.left for n in ("C1", "S2", "C3")]
    assert max(lefts) - min(lefts) < 0.3
    tops = [plan.blocks[n].rect.top for n in ("C1", "S2", "C3")]
    assert tops == sorted(set(tops)), "they do not lie on each other"
