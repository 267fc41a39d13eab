"""Every gesture, with mouse events."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from explorer import zoo
from explorer.blocks.builder import Builder
from explorer.graph.edits import Fold
from explorer.graph.model import About, Document, Edge
from explorer.graph.values import Params
from tests.app.canvas.conftest import Hands

Open = Callable[[Document], Hands]
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def chain() -> Document:
    b = Builder()
    x = b.input("image", (3, 32, 32))
    x = b.add("conv", "conv2d", x, out_channels=8, kernel_size=3, padding=1)
    x = b.add("relu", "relu", x)
    b.output(x)
    return b.document("chain", About())


def merge() -> Document:
    """Two convolutions, an add that only the first reaches, and one that stands alone."""
    b = Builder()
    x = b.input("image", (3, 32, 32))
    y = b.add("left", "conv2d", x, out_channels=8, kernel_size=3, padding=1)
    b.add("right", "conv2d", x, out_channels=8, kernel_size=3, padding=1)
    z = b.add("add", "add", y)
    b.output(z)
    b.add("wide", "conv2d", x, out_channels=16, kernel_size=3, padding=1)
    return b.document("merge", About())


def edges(h: Hands) -> set[Edge]:
    return set(h.session.document.graph.edges)


# -- the palette --------------------------------------------------------------------------------------


def test_dropping_a_block_places_it_where_it_was_dropped(hands: Open) -> None:
    h = hands(Document())
    assert h.drop("conv2d", QPoint(300, 200))
    node = h.session.document.graph["conv"]
    assert node.type == "conv2d"
    assert h.session.selection == ("conv",)
    assert abs((h.at("conv") - QPoint(300, 200)).x()) <= 4
    assert abs((h.at("conv") - QPoint(300, 200)).y()) <= 2
    assert h.drop("conv2d", QPoint(300, 400))
    assert "conv2" in h.session.document.graph
    assert abs((h.at("conv") - QPoint(300, 200)).x()) <= 4, "the first one stays"


def test_dropping_into_a_wire_inserts_the_block(hands: Open) -> None:
    h = hands(chain())
    h.view.fit()
    middle = (h.port("conv", "output") + h.port("relu", "input")) / 2
    assert h.drop("batch_norm", middle)
    assert {Edge("conv", "bn"), Edge("bn", "relu")} <= edges(h)
    assert Edge("conv", "relu") not in edges(h)
    assert h.session.document.graph["bn"].at is None, "the layout makes room among its own"
    h.session.undo()
    assert Edge("conv", "relu") in edges(h)


def test_what_cannot_stand_in_a_wire_is_not_put_there(hands: Open) -> None:
    h = hands(chain())
    middle = (h.port("conv", "output") + h.port("relu", "input")) / 2
    h.drop("input", middle)
    assert Edge("conv", "relu") in edges(h)


def test_only_blocks_are_taken(hands: Open) -> None:
    h = hands(Document())
    assert not h.drop("no_such_block", QPoint(300, 200))
    assert not h.session.document.graph.nodes


def test_a_drag_that_leaves_changes_nothing(hands: Open) -> None:
    h = hands(chain())
    before = h.session.document
    assert h.drop("relu", QPoint(200, 200), let_go=False)
    assert h.view.cancel_gesture()
    assert h.session.document is before


def test_dropping_into_a_built_in_block_is_refused_with_a_way_out(hands: Open) -> None:
    h = hands(zoo.get("resnet18"))
    h.session.do(Fold(path="layer1", open=True))
    h.view.focus_block("layer1.0")
    before = h.session.document
    assert h.drop("relu", h.at("layer1", dy=60))
    assert h.session.document is before
    assert "layer1" in h.view.bubble.text
    h.view.bubble._button.click()
    assert h.session.document.graph["layer1"].type == "group"
    assert h.session.analysis.totals == zoo_totals("resnet18")


def zoo_totals(name: str) -> object:
    from explorer.analysis.analyze import analyze

    return analyze(zoo.get(name)).totals


# -- wires --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("forward", [True, False])
def test_dragging_between_ports_connects_them(hands: Open, forward: bool) -> None:
    h = hands(merge())
    ends = h.port("right", "output"), h.port("add", "input", 1)
    h.drag(*(ends if forward else ends[::-1]))
    assert Edge("right", "add", 1) in edges(h)
    assert h.session.analysis.ok


def test_a_wire_let_go_on_a_block_takes_its_free_port(hands: Open) -> None:
    h = hands(merge())
    h.drag(h.port("right", "output"), h.at("add"))
    assert Edge("right", "add", 1) in edges(h)
    h.drag(h.port("wide", "output"), h.at("add"))
    assert Edge("wide", "add", 2) in edges(h), "a merge has always one more"


def test_while_dragging_it_says_what_would_be_wrong(hands: Open) -> None:
    h = hands(merge())
    h.press(h.port("wide", "output"))
    h.move(h.at("image"))
    h.move(h.at("add"))
    assert "cannot join 8×32×32 and 16×32×32" in h.view.bubble.text
    h.move(QPoint(5, 5))
    assert not h.view.bubble.text
    h.release(QPoint(5, 5))
    assert edges(h) == set(merge().graph.edges)


def test_a_cycle_is_refused_with_the_reason(hands: Open) -> None:
    h = hands(chain())
    h.session.do(Fold(path="conv", open=False))
    h.press(h.port("relu", "output"))
    h.move(h.at("conv"))
    h.move(h.at("conv", dx=5))
    assert "cycle" in h.view.bubble.text
    h.release(h.at("conv"))
    assert edges(h) == set(chain().graph.edges)


def test_a_taken_port_gives_its_wire_up(hands: Open) -> None:
    h = hands(chain())
    h.press(h.port("image", "output"))
    h.move(h.at("relu", dx=-5))
    h.move(h.at("relu"))
    assert "Replaces the wire from conv" in h.view.bubble.text
    h.release(h.at("relu"))
    assert Edge("image", "relu") in edges(h)
    assert Edge("conv", "relu") not in edges(h)


def test_a_wires_end_comes_off_and_goes_elsewhere(hands: Open) -> None:
    h = hands(chain())
    h.drag(h.port("relu", "input"), QPoint(500, 60))
    assert Edge("conv", "relu") not in edges(h)
    h.session.undo()
    assert Edge("conv", "relu") in edges(h)
    h.drag(h.port("relu", "input"), h.at("out"))
    assert Edge("conv", "out") in edges(h)
    assert Edge("conv", "relu") not in edges(h)
    h.session.undo()
    assert edges(h) == set(chain().graph.edges), "one step"


def test_a_wire_put_back_changes_nothing(hands: Open) -> None:
    h = hands(chain())
    before = h.session.document
    start = h.port("relu", "input")
    h.press(start)
    h.move(start + QPoint(60, 60))
    h.move(start)
    h.release(start)
    assert h.session.document is before
    assert h.view.network.wires
    assert all(w.isVisible() for w in h.view.network.wires.values())


def test_escape_takes_a_gesture_back(hands: Open) -> None:
    h = hands(chain())
    before = h.session.document
    h.press(h.port("relu", "input"))
    h.move(QPoint(500, 60))
    h.key(Qt.Key.Key_Escape)
    h.release(QPoint(500, 60))
    h.press(h.at("conv"))
    h.move(h.at("conv") + QPoint(80, 80))
    h.key(Qt.Key.Key_Escape)
    h.release(QPoint(500, 60))
    assert h.session.document is before
    assert h.view.network.blocks["conv"].pos().y() == 0.0


def test_a_wire_is_selected_and_deleted(hands: Open) -> None:
    h = hands(chain())
    start, end = h.port("image", "output"), h.port("conv", "input")
    h.click(start + (end - start) / 3 + QPoint(2, 0))
    assert h.view.selected_wire is not None
    h.key(Qt.Key.Key_Delete)
    assert Edge("image", "conv") not in edges(h)
    assert h.view.selected_wire is None


def test_in_an_opened_group_the_frames_ports_are_wired_inside(hands: Open) -> None:
    b = Builder()
    inner = Builder()
    x = inner.input()
    inner.add("relu", "relu")
    inner.output(x)
    y = b.group("body", inner.graph(), b.input("image", (3, 8, 8)))
    b.output(y)
    h = hands(b.document("groups", About()))
    h.session.do(Fold(path="body", open=True))
    h.drag(h.port("body", "input"), h.port("body.relu", "input"))
    assert Edge("x", "relu") in h.session.document.graph["body"].body.edges  # type: ignore[union-attr]
    h.drag(h.port("body.relu", "output"), h.port("body", "output"))
    assert Edge("relu", "out") in h.session.document.graph["body"].body.edges  # type: ignore[union-attr]


# -- moving and selecting --------------------------------------------------------------------------------


def test_a_drag_moves_a_block_in_one_step(hands: Open) -> None:
    h = hands(chain())
    start = h.at("conv")
    h.drag(start, start + QPoint(40, 120))
    moved = h.at("conv") - start
    assert (moved - QPoint(40, 120)).manhattanLength() <= 2
    assert h.session.document.graph["conv"].at is not None
    assert h.session.document.graph["relu"].at is None
    h.session.undo()
    assert h.session.document.graph["conv"].at is None
    assert not h.session.history.undo_label


def test_a_block_falls_into_the_row_of_its_neighbour(hands: Open) -> None:
    h = hands(chain())
    h.drag(h.at("conv"), h.at("conv") + QPoint(0, 120))
    h.drag(h.at("conv"), h.at("conv") - QPoint(0, 117))
    at = h.session.document.graph["conv"].at
    assert at is not None
    assert at[1] == 0.0


def test_all_selected_blocks_move_together(hands: Open) -> None:
    h = hands(chain())
    h.click(h.at("conv"))
    h.click(h.at("relu"), SHIFT)
    assert h.session.selection == ("conv", "relu")
    gap = h.at("relu") - h.at("conv")
    h.drag(h.at("conv"), h.at("conv") + QPoint(10, 100))
    assert h.at("relu") - h.at("conv") == gap
    assert h.session.document.graph["relu"].at is not None


def test_clicks_select(hands: Open) -> None:
    h = hands(chain())
    h.click(h.at("conv"))
    assert h.session.selection == ("conv",)
    h.click(h.at("relu"), CTRL)
    assert h.session.selection == ("conv", "relu")
    h.click(h.at("conv"), CTRL)
    assert h.session.selection == ("relu",)
    h.click(QPoint(5, 5))
    assert h.session.selection == ()


def test_a_rectangle_selects_what_it_touches(hands: Open) -> None:
    h = hands(chain())
    h.view.fit()
    a, b = h.at("conv"), h.at("relu")
    h.drag(a + QPoint(0, 120), b - QPoint(0, 120))
    assert set(h.session.selection) == {"conv", "relu"}


def test_a_block_inside_a_built_in_one_is_selected_but_not_moved(hands: Open) -> None:
    h = hands(zoo.get("resnet18"))
    h.session.do(Fold(path="layer1", open=True))
    h.view.focus_block("layer1.0")
    before = h.session.document
    h.drag(h.at("layer1.0"), h.at("layer1.0") + QPoint(0, 90))
    assert h.session.selection == ("layer1.0",)
    assert h.session.document is before
    assert "built in" in h.view.bubble.text


def test_dragging_an_opened_block_by_its_title_moves_all_of_it(hands: Open) -> None:
    h = hands(zoo.get("resnet18"))
    h.session.do(Fold(path="layer1", open=True))
    h.view.focus_block("layer1")
    item = h.view.network.blocks["layer1"]
    grip = h.view.mapFromScene(item.mapToScene(item.body.topLeft() + QPointF(60, 16)))
    inner = h.at("layer1.0")
    h.drag(grip, grip + QPoint(0, 80))
    assert h.session.document.graph["layer1"].at is not None
    assert abs((h.at("layer1.0") - inner).y() - 80) <= 2


# -- looking -------------------------------------------------------------------------------------------


def wheel(
    h: Hands, at: QPoint, angle: int, pixels: QPoint | None = None, mods: object = None
) -> None:
    viewport = h.view.viewport()
    event = QWheelEvent(
        QPointF(at),
        QPointF(viewport.mapToGlobal(at)),
        pixels or QPoint(),
        QPoint(0, angle),
        Qt.MouseButton.NoButton,
        mods if isinstance(mods, Qt.KeyboardModifier) else Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, event)


def test_the_wheel_zooms_at_the_cursor(hands: Open) -> None:
    h = hands(chain())
    at = QPoint(700, 200)
    before = h.view.mapToScene(at)
    wheel(h, at, 240)
    assert h.view.scale_factor == pytest.approx(1.44)
    moved = h.view.mapToScene(at) - before
    assert moved.manhattanLength() < 2.5
    wheel(h, at, -24000)
    assert h.view.scale_factor == pytest.approx(0.04), "bounded"


def test_two_fingers_pan_and_zoom_with_ctrl(hands: Open) -> None:
    h = hands(chain())
    before = h.at("conv")
    wheel(h, QPoint(500, 300), 0, QPoint(-30, 40))
    assert h.at("conv") - before == QPoint(-30, 40)
    wheel(h, QPoint(500, 300), 120, QPoint(0, 40), CTRL)
    assert h.view.scale_factor > 1.0


def test_the_middle_button_and_the_space_bar_pan(hands: Open) -> None:
    h = hands(chain())
    before = h.at("conv")
    h.drag(QPoint(300, 100), QPoint(350, 160), Qt.MouseButton.MiddleButton)
    assert h.at("conv") - before == QPoint(50, 60)
    from PySide6.QtTest import QTest

    QTest.keyPress(h.view, Qt.Key.Key_Space)
    h.drag(h.at("conv"), h.at("conv") + QPoint(20, 20))
    QTest.keyRelease(h.view, Qt.Key.Key_Space)
    assert h.at("conv") - before == QPoint(70, 80)
    assert h.session.document.graph["conv"].at is None


def test_a_double_click_opens_a_block_and_its_title_closes_it(hands: Open) -> None:
    h = hands(zoo.get("resnet18"))
    h.view.focus_block("layer1")
    corner = h.view.mapFromScene(h.view.network.blocks["layer1"].scenePos())
    h.double_click(h.at("layer1"))
    assert h.session.document.opened == ("layer1",)
    assert "layer1.0" in h.view.network.blocks
    item = h.view.network.blocks["layer1"]
    assert (h.view.mapFromScene(item.scenePos()) - corner).manhattanLength() <= 2
    h.double_click(h.at("layer1.0"))
    assert "layer1.0.conv1" in h.view.network.blocks
    title = h.view.mapFromScene(item.mapToScene(item.body.topLeft() + QPointF(60, 16)))
    h.double_click(title)
    assert h.session.document.opened == ("layer1.0",)
    assert "layer1.0" not in h.view.network.blocks


def test_a_parameter_edit_repaints_only_what_it_changes(hands: Open) -> None:
    h = hands(zoo.get("resnet18"))
    from explorer.graph.edits import SetParameter

    h.session.do(SetParameter(name="head", parameter="classes", value=10))
    # the head, the output behind it, and the wire between
    assert h.view.network.changed_items <= 3
    assert Params({"classes": 10}) == h.session.document.graph["head"].params
