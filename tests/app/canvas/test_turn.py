"""Top to bottom: drawn, edited and kept as left to right is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from explorer import zoo
from explorer.graph import files
from explorer.graph.edits import MoveNodes
from explorer.graph.model import Document
from tests.app.canvas.conftest import Hands

Open = Callable[[Document], Hands]


def test_turning_is_one_step_and_kept_in_the_file(hands: Open) -> None:
    h = hands(zoo.get("googlenet"))
    across = h.view.network.content_rect()
    h.view.turn()
    down = h.view.network.content_rect()
    blocks = h.view.network.blocks
    assert blocks["conv1"].pos().x() == blocks["maxpool1"].pos().x(), "one below the other"
    assert blocks["conv1"].pos().y() < blocks["maxpool1"].pos().y()
    assert down.height() > across.height()
    assert files.decode(files.encode(h.session.document)).flow == "down"
    h.session.undo()
    assert h.view.network.content_rect() == across


def test_ports_lie_on_the_upper_and_lower_edge(hands: Open) -> None:
    h = hands(zoo.get("resnet18"))
    h.view.turn()
    plan = h.view.network.plan
    assert plan is not None
    shown = plan.blocks["layer2"]
    rect = shown.rect
    assert shown.input(0).y == rect.top
    assert shown.output(0).y == rect.bottom
    assert shown.input(0).x == shown.output(0).x == (rect.left + rect.right) / 2


def test_places_by_hand_outlive_turning_there_and_back(hands: Open) -> None:
    h = hands(MoveNodes(places=(("C3", (500.0, 420.0)),)).apply(zoo.get("lenet5_modern")))
    h.view.turn()
    assert h.session.document.graph["C3"].at == (500.0, 420.0)
    right = h.view.network.blocks["C3"].pos().x() - h.view.network.blocks["C1"].pos().x()
    assert right > 400, "what stood below stands to the right"
    h.view.turn()
    plan = h.view.network.plan
    assert plan is not None
    assert plan.drawn_place(plan.standing["C3"]) == plan.blocks["C3"].at


def test_dragging_moves_a_block_as_far_as_the_mouse(hands: Open) -> None:
    h = hands(zoo.get("lenet5_modern"))
    h.view.turn()
    h.view.zoom_to(1.0)
    before = h.view.network.blocks["C3"].pos()
    h.drag(h.at("C3"), h.at("C3") + QPoint(-190, 30))
    after = h.view.network.blocks["C3"].pos()
    assert abs(after.x() - before.x() + 190) < 1
    assert abs(after.y() - before.y() - 30) < 1


def test_arrow_keys_follow_the_wires_downwards(hands: Open) -> None:
    h = hands(zoo.get("lenet5_modern"))
    h.view.turn()
    h.session.select("C1")
    h.key(Qt.Key.Key_Down)
    assert h.session.selection == ("tanh1",)
    h.key(Qt.Key.Key_Up)
    assert h.session.selection == ("C1",)


def test_what_opens_glides_unless_motion_is_reduced(hands: Open, qtbot: QtBot) -> None:
    h = hands(zoo.get("resnet18"))
    item = h.view.network.blocks["layer3"]
    before = item.pos()
    h.view.reduced_motion = False
    h.view.fold("layer2")
    assert item.pos() == before, "on its way"
    qtbot.waitUntil(lambda: item.pos() != before, timeout=2000)
    plan = h.view.network.plan
    assert plan is not None
    goal = plan.blocks["layer3"].at
    qtbot.waitUntil(lambda: (item.pos().x(), item.pos().y()) == tuple(goal), timeout=2000)
    h.view.reduced_motion = True
    h.view.fold("layer2")
    assert item.pos() == before, "at once"
