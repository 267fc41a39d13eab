"""Quick-add, wires into the void, inserting, replacing, taking out, bypassing; with events."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from explorer.app.canvas.fits import fitting
from explorer.app.canvas.gestures.drop import MIME
from explorer.blocks.builder import Builder
from explorer.graph.edits import AddNodes, SetParameter
from explorer.graph.model import About, Document, Edge, Node
from explorer.graph.values import Params
from tests.app.canvas.conftest import LEFT, Hands
from tests.app.canvas.test_gestures import chain, edges, merge

Open = Callable[[Document], Hands]
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


def steps(h: Hands) -> int:
    """How many steps can be taken back."""
    count = 0
    while h.session.history.undo_label:
        h.session.undo()
        count += 1
    for _ in range(count):
        h.session.redo()
    return count


def offered(h: Hands) -> list[str]:
    return [block.name for block, _ in h.view.quick.model.entries]


def choose(
    h: Hands, typed: str, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    assert h.view.quick.isVisible()
    QTest.keyClicks(h.view.quick.search, typed)
    QTest.keyClick(h.view.quick.search, Key.Key_Return, modifiers)
    assert not h.view.quick.isVisible()


def between(h: Hands, source: str, target: str) -> QPoint:
    return (h.port(source, "output") + h.port(target, "input")) / 2


# -- quick-add ------------------------------------------------------------------------------------------


def test_a_double_click_on_empty_canvas_adds_there(hands: Open) -> None:
    h = hands(Document())
    h.double_click(QPoint(400, 300))
    assert h.view.quick.search.hasFocus()
    choose(h, "c2")
    (node,) = h.session.document.graph.nodes
    assert node.type == "conv2d"
    assert (h.at("conv") - QPoint(400, 300)).manhattanLength() <= 4
    assert h.session.selection == ("conv",)
    assert h.view.hasFocus()
    assert steps(h) == 1


@pytest.mark.parametrize(("key", "modifiers"), [(Key.Key_Tab, 0), (Key.Key_A, 1)])
def test_tab_and_shift_a_add_behind_the_current_block(
    hands: Open, key: Key, modifiers: int
) -> None:
    h = hands(chain())
    h.session.select("conv")
    h.key(key, SHIFT if modifiers else Qt.KeyboardModifier.NoModifier)
    choose(h, "bn")
    assert {Edge("conv", "bn"), Edge("bn", "relu")} <= edges(h)
    assert h.session.selection == ("bn",)
    h.key(key, SHIFT if modifiers else Qt.KeyboardModifier.NoModifier)
    choose(h, "avg", SHIFT)
    assert Edge("bn", "relu") in edges(h), "a branch leaves the wires"
    new = h.session.selection[0]
    assert Edge("bn", new) in edges(h)
    assert steps(h) == 2


def test_what_was_added_last_is_offered_first(hands: Open) -> None:
    h = hands(chain())
    for x, typed in ((300, "dropout"), (600, "bn")):
        h.double_click(QPoint(x, 600))
        choose(h, typed)
    h.session.select()
    h.key(Key.Key_Tab)
    assert offered(h)[:2] == ["batch_norm", "dropout"]
    QTest.keyClick(h.view.quick.search, Key.Key_Down)
    QTest.keyClick(h.view.quick.search, Key.Key_Return)
    assert h.session.document.graph[h.session.selection[0]].type == "dropout"


def test_escape_closes_it_and_changes_nothing(hands: Open) -> None:
    h = hands(chain())
    before = h.session.document
    h.double_click(QPoint(600, 500))
    QTest.keyClicks(h.view.quick.search, "conv")
    QTest.keyClick(h.view.quick.search, Key.Key_Escape)
    assert not h.view.quick.isVisible()
    assert h.view.hasFocus()
    h.double_click(QPoint(600, 500))
    QTest.keyClicks(h.view.quick.search, "qqqq")
    QTest.keyClick(h.view.quick.search, Key.Key_Return)
    assert h.view.quick.isVisible(), "there is nothing to take"
    h.click(QPoint(20, 20))
    assert not h.view.quick.isVisible()
    assert h.session.document is before


def test_it_stays_within_the_canvas(hands: Open) -> None:
    h = hands(Document())
    for corner in (QPoint(2, 2), QPoint(1098, 2), QPoint(2, 698), QPoint(1098, 698)):
        h.view.quick_add_at(corner)
        assert h.view.rect().contains(h.view.quick.geometry())
    h.view.resize(260, 200)
    h.view.quick_add_at(QPoint(100, 100))
    assert h.view.rect().contains(h.view.quick.geometry())


# -- a wire into the void ---------------------------------------------------------------------------------


def test_a_wire_let_go_over_nothing_asks_for_a_block(hands: Open) -> None:
    h = hands(merge())
    h.drag(h.port("right", "output"), QPoint(600, 600))
    assert h.view.quick.isVisible()
    assert h.view.hanging is not None
    assert "8×32×32" in h.view.quick.title.text()
    names = offered(h)
    assert {"conv2d", "add", "output"} <= set(names)
    assert "input" not in names
    assert "linear" not in names
    choose(h, "maxp")
    (name,) = h.session.selection
    assert Edge("right", name) in edges(h)
    assert h.view.hanging is None
    assert steps(h) == 1
    there = h.port(name, "input")
    assert (there - QPoint(600, 600)).manhattanLength() <= 4, "its port is at the wire's end"


def test_a_wire_from_an_input_asks_for_what_gives_something(hands: Open) -> None:
    b = Builder()
    b.add("relu", "relu")
    h = hands(b.document("alone", About()))
    h.drag(h.port("relu", "input"), QPoint(60, 600))
    assert "output" not in offered(h)
    choose(h, "inp")
    assert Edge(h.session.selection[0], "relu") in edges(h)


def test_closing_it_leaves_no_wire(hands: Open) -> None:
    h = hands(merge())
    before = h.session.document
    h.drag(h.port("right", "output"), QPoint(600, 600))
    QTest.keyClick(h.view.quick.search, Key.Key_Escape)
    assert h.view.hanging is None
    assert h.session.document is before


def test_only_what_takes_the_shape_is_offered(hands: Open) -> None:
    catalogue = hands(merge()).session.catalogue
    image = {b.name for b in fitting(catalogue, True, (3, 32, 32))}
    row = {b.name for b in fitting(catalogue, True, (10,))}
    assert {"conv2d", "max_pool2d", "flatten"} <= image
    assert {"linear", "relu", "dropout"} <= row
    assert not {"conv2d", "max_pool2d"} & row
    assert {b.name for b in fitting(catalogue, True, None)} > image | row


# -- dropping onto wires and blocks -----------------------------------------------------------------------


def drop(h: Hands, type_name: str, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
    assert h.drop(type_name, at, let_go=False)
    data, copy = QMimeData(), Qt.DropAction.CopyAction
    data.setData(MIME, type_name.encode())
    viewport = h.view.viewport()
    QApplication.sendEvent(viewport, QDragMoveEvent(at, copy, data, LEFT, modifiers))
    QApplication.sendEvent(viewport, QDropEvent(QPointF(at), copy, data, LEFT, modifiers))


def test_alt_keeps_a_block_out_of_the_wire(hands: Open) -> None:
    h = hands(chain())
    drop(h, "batch_norm", between(h, "conv", "relu"), ALT)
    assert Edge("conv", "relu") in edges(h)
    assert "bn" in h.session.document.graph


def test_hovering_tells_what_a_drop_would_break(hands: Open) -> None:
    h = hands(chain())
    h.drop("linear", between(h, "conv", "relu"), let_go=False)
    assert h.view.bubble.text.startswith("Between conv and relu.")
    wire = next(w for k, w in h.view.network.wires.items() if k.edge == Edge("conv", "relu"))
    assert wire.hovered
    h.view.cancel_gesture()
    assert not wire.hovered


def test_a_block_dropped_on_a_block_replaces_it(hands: Open) -> None:
    h = hands(chain())
    before = h.session.document
    h.drop("conv_transpose2d", h.at("conv"), let_go=False)
    assert "Replaces conv and keeps its wires" in h.view.bubble.text
    assert "kernel_size" in h.view.bubble.text
    h.view.cancel_gesture()
    h.drop("max_pool2d", h.at("conv"))
    graph = h.session.document.graph
    new = h.session.selection[0]
    assert graph[new].type == "max_pool2d"
    assert new != "conv", "the name spoke of a convolution"
    assert graph[new].params.get("kernel_size") == 3
    assert "out_channels" not in graph[new].params
    assert {Edge("image", new), Edge(new, "relu")} <= edges(h)
    h.session.undo()
    assert h.session.document == before
    drop(h, "max_pool2d", h.at("conv"), ALT)
    assert "conv" in h.session.document.graph, "Alt places it beside"
    assert {Edge("image", "conv"), Edge("conv", "relu")} <= edges(h)


def test_a_chosen_name_outlives_its_block(hands: Open) -> None:
    b = Builder()
    x = b.input("image", (3, 32, 32))
    b.output(b.add("reduce", "conv2d", x, out_channels=8, kernel_size=2, stride=2))
    h = hands(b.document("net", About()))
    h.drop("avg_pool2d", h.at("reduce"))
    assert h.session.document.graph["reduce"].type == "avg_pool2d"
    assert h.session.document.graph["reduce"].params.get("stride") == 2


def test_wires_without_a_port_are_told_of_and_go(hands: Open) -> None:
    h = hands(merge())
    h.session.do(AddNodes(nodes=(), edges=(Edge("right", "add", 1),)))
    h.drop("relu", h.at("add"), let_go=False)
    assert "1 wire finds no port" in h.view.bubble.text
    h.view.cancel_gesture()
    h.drop("relu", h.at("add"))
    new = h.session.selection[0]
    assert [e for e in edges(h) if e.target == new] == [Edge("left", new)]
    assert not h.session.analysis.problems or h.session.analysis.ok


def test_an_unconnected_block_dragged_onto_a_wire_goes_in(hands: Open) -> None:
    document = AddNodes(nodes=(Node(name="bn", type="batch_norm", at=(100.0, 260.0)),)).apply(
        chain()
    )
    h = hands(document)
    h.view.fit()
    middle = between(h, "conv", "relu")
    h.drag(h.at("bn"), middle)
    assert {Edge("conv", "bn"), Edge("bn", "relu")} <= edges(h)
    assert steps(h) == 1
    h.session.undo()
    assert h.session.document == document
    h.press(h.at("bn"))
    for i in range(1, 6):
        at = h.at("bn") if i == 1 else middle
        h.send_move(at, ALT)
    assert not h.view.bubble.text
    h.release(middle)
    assert Edge("conv", "relu") in edges(h), "Alt left it beside"


def test_an_unconnected_block_dragged_onto_a_block_takes_its_place(hands: Open) -> None:
    alone = Node(name="pool", type="max_pool2d", at=(100.0, 260.0))
    document = AddNodes(nodes=(alone,)).apply(chain())
    h = hands(document)
    h.view.fit()
    h.press(h.at("pool"))
    for _ in range(2):
        h.move(h.at("conv"))
    assert "place and the wires of conv" in h.view.bubble.text
    h.release(h.at("conv"))
    graph = h.session.document.graph
    assert "conv" not in graph
    assert graph["pool"].at is None
    assert {Edge("image", "pool"), Edge("pool", "relu")} <= edges(h)
    assert steps(h) == 1
    h.session.undo()
    assert h.session.document == document
    h.drag(h.at("pool"), h.at("image"))
    assert "image" in h.session.document.graph, "the network's ports stay"


def test_a_connected_block_stays_in_its_wires_when_it_is_moved(hands: Open) -> None:
    h = hands(chain())
    h.view.fit()
    h.drag(h.at("conv"), between(h, "relu", "out"))
    assert edges(h) == set(chain().graph.edges)


# -- within wires -------------------------------------------------------------------------------------------


def test_delete_and_reconnect(hands: Open) -> None:
    h = hands(chain())
    h.session.select("conv")
    h.key(Key.Key_Delete, CTRL)
    assert edges(h) == {Edge("image", "relu"), Edge("relu", "out")}
    assert steps(h) == 1
    h.session.undo()
    h.session.select("conv", "relu")
    h.key(Key.Key_Delete, CTRL)
    assert edges(h) == {Edge("image", "out")}
    h.session.undo()
    h.session.select("conv")
    h.key(Key.Key_Delete)
    assert edges(h) == {Edge("relu", "out")}, "plain Delete remains"


def test_a_merge_has_no_one_neighbour_to_join(hands: Open) -> None:
    h = hands(merge())
    h.session.do(AddNodes(nodes=(), edges=(Edge("right", "add", 1),)))
    h.session.select("add")
    h.key(Key.Key_Delete, CTRL)
    assert not [e for e in edges(h) if e.target == "out"]


@pytest.mark.parametrize(("key", "modifiers"), [(Key.Key_M, 0), (Key.Key_B, 1)])
def test_bypass_and_back(hands: Open, key: Key, modifiers: int) -> None:
    h = hands(merge())
    keys = CTRL if modifiers else Qt.KeyboardModifier.NoModifier
    h.session.do(SetParameter(name="left", parameter="out_channels", value=3))
    h.session.select("left")
    h.key(key, keys)
    assert h.session.document.graph["left"].bypassed
    assert "bypassed" in h.view.describe(h.view.network.blocks["left"].shown)
    assert h.view.network.blocks["left"].shown.face.badge == "bypassed"
    assert not h.view.bubble.text
    h.key(key, keys)
    assert not h.session.document.graph["left"].bypassed


def test_a_bypass_that_does_not_fit_says_so_at_once(hands: Open) -> None:
    h = hands(chain())
    h.session.select("conv")
    h.key(Key.Key_M)
    assert "3×32×32" in h.view.bubble.text
    assert "8×32×32" in h.view.bubble.text
    h.view.bubble._button.click()
    assert not h.session.document.graph["conv"].bypassed
    h.session.select("image")
    h.key(Key.Key_M)
    assert "one input" in h.view.bubble.text


def test_duplicate_with_wires(hands: Open) -> None:
    h = hands(merge())
    h.session.select("left")
    h.key(Key.Key_D, CTRL | SHIFT)
    (copy,) = h.session.selection
    assert Edge("image", copy) in edges(h)
    assert not [e for e in edges(h) if e.source == copy]
    original, new = h.session.document.graph["left"], h.session.document.graph[copy]
    assert (new.type, new.params) == (original.type, original.params)
    assert steps(h) == 1
    h.session.select("left", "add")
    h.key(Key.Key_D, CTRL | SHIFT)
    first, second = h.session.selection
    assert {Edge("image", first), Edge(first, second)} <= edges(h)


def test_a_double_click_on_the_name_renames(hands: Open) -> None:
    h = hands(chain())
    item = h.view.network.blocks["conv"]
    rect = item.name_rect  # type: ignore[attr-defined]
    h.double_click(h.view.mapFromScene(item.mapToScene(rect.center())))
    field = h.view.name_field
    assert field is not None
    asked = []
    h.view.parameters_asked.connect(lambda: asked.append(1))
    QTest.keyClicks(field, "first")
    QTest.keyClick(field, Key.Key_Return)
    assert "first" in h.session.document.graph
    assert h.session.selection == ("first",)
    assert not asked
    assert h.view.hasFocus(), "Enter ended the renaming and did nothing else"


def test_what_fits_is_found_out_while_the_wire_is_drawn(hands: Open, qtbot: QtBot) -> None:
    h = hands(chain())
    catalogue = h.session.catalogue
    catalogue.forget()
    h.press(h.port("conv", "output"))
    assert h.view.foreknown.working
    qtbot.waitUntil(lambda: not h.view.foreknown.working)
    shape = h.session.row("conv").output  # type: ignore[union-attr]
    inputs = (shape,)
    known = [b for b in catalogue if inputs in catalogue.prepared(b.name, Params()).results]
    assert len(known) > 20
    h.release(h.port("conv", "output"))
