"""Plans: nothing overlaps at any fold state, and edits share what they leave alone."""

from __future__ import annotations

import random
from itertools import combinations

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from explorer import zoo
from explorer.analysis.analyze import analyze
from explorer.app.canvas.picture import Painter
from explorer.app.canvas.plan import Plan
from explorer.blocks.builder import Builder
from explorer.graph.edits import AddNodes, MoveNodes, SetParameter
from explorer.graph.model import About, Document, Node
from explorer.layout.model import Rect
from tests.core import CORE


@pytest.fixture(autouse=True)
def _fonts(qtbot: QtBot) -> None:
    """Texts are measured, which needs an application."""


def opened(document: Document, share: float, seed: int = 0) -> Document:
    """The document with a share of its blocks shown opened."""
    chosen = random.Random(seed)
    paths = [r.path for r in analyze(document).rows if r.is_block]
    return replace(document, opened=tuple(p for p in paths if chosen.random() < share))


def assert_apart(plan: Plan) -> None:
    """No two blocks of a graph overlap, and what is inside a frame stays inside."""
    for a, b in combinations(plan.blocks.values(), 2):
        assert not a.rect.overlaps(b.rect, 4.0), (a.path, b.path)
    for shown in plan.blocks.values():
        if shown.inside is None:
            continue
        frame = Rect(0.0, -shown.box.up, shown.box.width, shown.box.down)
        for child in shown.inside.blocks.values():
            rect = child.rect
            assert rect.left > frame.left
            assert rect.right < frame.right
            assert rect.top > frame.top + 20
            assert rect.bottom < frame.bottom
        assert_apart(shown.inside)


@pytest.mark.parametrize("name", CORE)
@pytest.mark.parametrize("share", [0.0, 0.3, 0.7])
def test_nothing_overlaps_at_any_fold_state(name: str, share: float) -> None:
    document = opened(zoo.get(name), share)
    assert_apart(Painter().draw(analyze(document), ()))


@pytest.mark.parametrize("name", zoo.names())
def test_nothing_overlaps_opened_to_the_last_block(name: str) -> None:
    document = opened(zoo.get(name), 1.0)
    assert_apart(Painter().draw(analyze(document), ()))


def test_neighbours_placed_by_hand_give_way_in_the_picture_alone() -> None:
    document = zoo.get("resnet18")
    # in one row, where the automatic layout would take two
    places = tuple((n, (i * 240.0, 0.0)) for i, n in enumerate(document.graph.names))
    by_hand = MoveNodes(places=places).apply(document)
    before = Painter().draw(analyze(by_hand), ())
    grown = replace(by_hand, opened=("layer2", "layer2.0"))
    after = Painter().draw(analyze(grown), ())
    assert_apart(after)
    assert after.blocks["layer2"].at == before.blocks["layer2"].at
    wider = after.blocks["layer2"].box.width - before.blocks["layer2"].box.width
    assert after.blocks["layer3"].at.x == pytest.approx(before.blocks["layer3"].at.x + wider)
    assert after.blocks["layer1"].at == before.blocks["layer1"].at
    assert grown.graph["layer3"].at == by_hand.graph["layer3"].at


def test_a_place_by_hand_is_the_place_in_the_picture() -> None:
    document = MoveNodes(places=(("C3", (500.0, 420.0)),)).apply(zoo.get("lenet5_modern"))
    plan = Painter().draw(analyze(document), ())
    shown = plan.blocks["C3"]
    assert (shown.at.x - plan.shift.x, shown.at.y - plan.shift.y) == (500.0, 420.0)
    auto = Painter().draw(analyze(zoo.get("lenet5_modern")), ())
    assert plan.blocks["S4"].at == auto.blocks["S4"].at, "the others stay"


def test_an_edit_keeps_what_it_leaves_alone() -> None:
    document = zoo.get("resnet18")
    painter, analysis = Painter(), analyze(document)
    before = painter.draw(analysis, ())
    assert painter.draw(analyze(document, analysis), ()) is before
    edited = SetParameter(name="head", parameter="classes", value=10).apply(document)
    after = painter.draw(analyze(edited, analysis), ())
    changed = {n for n in after.blocks if after.blocks[n] is not before.blocks[n]}
    assert "head" in changed
    assert "stem" not in changed
    assert "layer4" not in changed


def test_the_same_block_has_one_look_in_and_out_of_its_frame() -> None:
    """Entered and opened in place, the blocks of a graph stand alike about their first one."""
    document = replace(zoo.get("resnet18"), opened=("layer2",))
    analysis = analyze(document)
    framed = Painter().draw(analysis, ()).blocks["layer2"].inside
    entered = Painter().draw(analysis, ("layer2",))
    assert framed is not None
    for name, shown in framed.blocks.items():
        other = entered.blocks[name]
        assert shown.at.x - framed.shift.x == pytest.approx(other.at.x - entered.shift.x)


def test_wires_say_the_resolution_where_it_changes() -> None:
    plan = Painter().draw(analyze(zoo.get("resnet18")), ())
    labels = {w.key.edge.source: w.label for w in plan.wires}
    assert labels["image"] == "224²"
    assert labels["stem"] == "56²"
    assert labels["layer1"] == ""
    assert labels["layer2"] == "28²"


def test_a_tall_image_is_labelled_with_both_sides() -> None:
    b = Builder()
    x = b.input("image", (1, 40, 60))
    b.output(b.add("relu", "relu", x))
    plan = Painter().draw(analyze(b.document("wide", About())), ())
    assert plan.wires[0].label == "40×60"


def test_names_and_titles_never_collide() -> None:
    """The card is as wide as its texts, up to a bound beyond which they are shortened."""
    from explorer.app.canvas import metrics

    for name in ("bn1", "a_rather_long_name_of_a_block_that_goes_on_and_on_and_on_for_ever"):
        b = Builder()
        x = b.add(name, "batch_norm", b.input("image", (3, 8, 8)))
        b.output(x)
        plan = Painter().draw(analyze(b.document("one", About())), ())
        shown = plan.blocks[name]
        texts = metrics.width(shown.face.title, "title") + metrics.width(name, "name")
        fits = texts + 14 <= shown.box.width - metrics.PAD_LEFT - metrics.PAD_RIGHT
        assert fits or shown.box.width == metrics.CARD_MOST


@pytest.mark.parametrize("at", [None, (-400.0, 0.0)])
def test_what_stands_by_itself_moves_nothing(at: tuple[float, float] | None) -> None:
    """Neither automatic blocks nor those placed by hand, nor the one against the other."""
    before = MoveNodes(places=(("layer2", (500.0, 200.0)),)).apply(zoo.get("resnet18"))
    after = AddNodes(nodes=(Node(name="lone", type="conv2d", at=at),)).apply(before)
    plans = [Painter().draw(analyze(document), ()) for document in (before, after)]
    for name in ("image", "stem", "layer1", "layer2", "layer3"):
        assert plans[0].blocks[name].at == plans[1].blocks[name].at, name
