"""Notes, frames and the points of wires, with real events."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from explorer import zoo
from explorer.app.canvas.annotated import AnnotationKey
from explorer.app.canvas.annotation import NoteItem
from explorer.app.canvas.note_field import NoteField
from explorer.app.canvas.plan import WireKey
from explorer.app.canvas.rename import NameField
from explorer.app.theme import ThemeName, set_theme, theme, tint
from explorer.graph.annotate import Annotate
from explorer.graph.edits import Fold, RemoveNodes
from explorer.graph.model import COLORS, Bend, Document, Edge, Flow, Frame, Note
from tests.app.canvas.conftest import Hands
from tests.app.canvas.test_gestures import chain

Open = Callable[[Document], Hands]
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
WIRE = Edge("conv", "relu")
NOTE = Note(name="note", text="why", at=(0.0, 150.0), size=(180.0, 80.0))
FRAME = Frame(name="frame", title="Both", blocks=("conv", "relu"))
FULL = Annotate(notes=(NOTE,), frames=(FRAME,), what="").apply(chain())


def test_a_frame_leaves_out_what_stands_between_its_blocks(hands: Open) -> None:
    document = zoo.get("googlenet")
    blocks = tuple(n for n in document.graph.by_name if n.startswith("inception"))
    frame = Frame(name="frame", title="modules", blocks=blocks)
    h = hands(Annotate(frames=(frame,), what="").apply(document))
    plan = h.view.network.plan
    assert plan is not None
    (shown,) = plan.annotations
    assert len(shown.pieces) > 1, "the network takes several rows"
    for name, block in plan.blocks.items():
        on = [p for p in shown.pieces if p.overlaps(block.rect)]
        assert len(on) == (name in blocks), name


def center(h: Hands, name: str, dy: float = 0.0) -> QPoint:
    """The middle of a note, or of a frame's title."""
    item = h.view.network.annotations[AnnotationKey((), name)]
    at = item.body.center() if isinstance(item, NoteItem) else QPointF(item.body.center().x(), 15)
    return h.view.mapFromScene(item.mapToScene(at + QPointF(0, dy)))


def note(h: Hands, name: str = "note") -> Note:
    return next(n for n in h.session.document.graph.notes if n.name == name)


def on_wire(h: Hands, edge: Edge, share: float = 0.5) -> QPoint:
    item = h.view.network.wires[WireKey((), edge)]
    return h.view.mapFromScene(item.mapToScene(item.path.pointAtPercent(share)))


# -- notes ----------------------------------------------------------------------------------------


def test_writing_a_note(hands: Open) -> None:
    h = hands(chain())
    h.view.mouse = QPoint(500, 400)
    h.view.annotating.add_note()
    field = h.view.findChild(NoteField)
    QTest.keyClicks(field, "Why so wide?")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClicks(field, "See the paper.")
    assert h.session.document == chain(), "not before it is kept"
    QTest.keyClick(field, Qt.Key.Key_Return, CTRL)
    assert note(h).text == "Why so wide?\nSee the paper."
    assert h.view.annotating.selected == (AnnotationKey((), "note"),)
    corner = h.view.mapFromScene(h.view.network.annotations[AnnotationKey((), "note")].pos())
    assert (corner - QPoint(500, 400)).manhattanLength() <= 2
    h.session.undo()
    assert h.session.document == chain()


def test_a_note_without_text_is_none(hands: Open) -> None:
    h = hands(chain())
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Return):
        h.view.annotating.add_note()
        field = h.view.findChild(NoteField)
        if key == Qt.Key.Key_Escape:
            QTest.keyClicks(field, "never mind")
        QTest.keyClick(field, key, CTRL if key == Qt.Key.Key_Return else Qt.KeyboardModifier(0))
    assert h.session.document == chain()


def test_editing_moving_and_resizing_a_note(hands: Open) -> None:
    h = hands(FULL)
    h.double_click(center(h, "note"))
    field = h.view.findChild(NoteField)
    assert field.toPlainText() == "why"
    QTest.keyClicks(field, "because " * 30)
    QApplication.sendEvent(field, QFocusEvent(QEvent.Type.FocusOut))
    assert note(h).text.startswith("because")
    assert note(h).size[1] > 100, "it grows with its text"
    before = note(h)
    h.drag(center(h, "note"), center(h, "note") + QPoint(60, 40))
    assert note(h).at == (60.0, 190.0)
    item = h.view.network.annotations[AnnotationKey((), "note")]
    assert isinstance(item, NoteItem)
    grip = h.view.mapFromScene(item.mapToScene(item.grip.center()))
    h.drag(grip, grip + QPoint(100, -400))
    assert note(h).size[0] == 280
    assert 60 < note(h).size[1] < before.size[1], "as low as its text allows"
    for _ in range(3):
        h.session.undo()
    assert h.session.document == FULL


def test_keys_move_and_delete_what_is_selected(hands: Open) -> None:
    h = hands(FULL)
    h.click(center(h, "note"))
    h.key(Qt.Key.Key_Right, CTRL)
    assert note(h).at == (8.0, 150.0)
    h.key(Qt.Key.Key_Delete)
    assert h.session.document.graph.notes == ()
    h.session.undo()
    h.session.undo()
    assert h.session.document == FULL
    assert h.view.annotating.selected == ()
    h.view.annotating.walk()
    h.view.annotating.walk()
    assert h.view.annotating.selected == (AnnotationKey((), "note"),)
    h.key(Qt.Key.Key_F2)
    assert h.view.findChild(NoteField) is not None
    QTest.keyClick(h.view.findChild(NoteField), Qt.Key.Key_Escape)
    h.key(Qt.Key.Key_Escape)
    assert h.view.annotating.selected == ()


def test_a_box_takes_blocks_notes_and_whole_frames(hands: Open) -> None:
    h = hands(FULL)
    h.drag(QPoint(2, 2), QPoint(1090, 690))
    assert len(h.session.selection) == 4
    assert {k.name for k in h.view.annotating.selected} == {"note", "frame"}
    h.key(Qt.Key.Key_C, CTRL)
    h.key(Qt.Key.Key_Delete)
    assert h.session.document.graph == Document().graph
    assert h.session.history.undo_label is not None
    h.key(Qt.Key.Key_V, CTRL)
    graph = h.session.document.graph
    assert [n.text for n in graph.notes] == ["why"]
    assert [f.blocks for f in graph.frames] == [("conv", "relu")]
    h.session.undo()
    h.session.undo()
    assert h.session.document == FULL, "one step each"


def test_a_copied_note_keeps_its_distance_and_gets_a_name_of_its_own(hands: Open) -> None:
    h = hands(FULL)
    plan = h.view.network.plan
    h.click(center(h, "note"))
    h.click(h.at("conv"), SHIFT)
    h.key(Qt.Key.Key_D, CTRL)
    assert [n.name for n in h.session.document.graph.notes] == ["note", "note2"]
    new, conv2 = note(h, "note2"), h.session.document.graph["conv2"]
    assert plan is not None
    conv = plan.standing["conv"]
    assert conv2.at is not None
    assert new.at[0] - conv2.at[0] == pytest.approx(NOTE.at[0] - conv.x, abs=0.2)
    assert {k.name for k in h.view.annotating.selected} == {"note2"}


# -- frames ---------------------------------------------------------------------------------------


def test_framing_the_selection_and_naming_it(hands: Open) -> None:
    h = hands(chain())
    h.session.select("relu", "conv")
    h.view.annotating.frame_selection()
    field = h.view.findChild(NameField)
    field.selectAll()
    QTest.keyClicks(field, "Features, twice")
    QTest.keyClick(field, Qt.Key.Key_Return)
    (frame,) = h.session.document.graph.frames
    assert (frame.title, frame.blocks) == ("Features, twice", ("conv", "relu"))
    item = h.view.network.annotations[AnnotationKey((), "frame")]
    around = item.mapRectToScene(item.body)
    assert around.contains(h.view.network.rect_of(["conv", "relu"]))
    assert not around.intersects(h.view.network.rect_of(["image"]))


def test_dragging_a_frame_moves_what_is_on_it(hands: Open) -> None:
    h = hands(FULL)
    plan = h.view.network.plan
    assert plan is not None
    stood = dict(plan.standing)
    h.drag(center(h, "frame"), center(h, "frame") + QPoint(0, -90))
    graph = h.session.document.graph
    for name in ("conv", "relu"):
        assert graph[name].at == pytest.approx((stood[name].x, stood[name].y - 90), abs=0.2)
    assert graph["image"].at is None
    assert note(h) == NOTE, "it lay beside the frame"
    h.session.undo()
    assert h.session.document == FULL


def test_blocks_dropped_on_a_frame_and_beside_it(hands: Open) -> None:
    h = hands(FULL)
    h.drag(h.at("relu"), h.at("relu") + QPoint(40, 260))
    assert h.session.document.graph.frames[0].blocks == ("conv",)
    h.drag(h.at("relu"), h.at("conv") + QPoint(0, 20))
    assert h.session.document.graph.frames[0].blocks == ("conv", "relu")
    h.drag(h.at("conv"), h.at("conv") + QPoint(0, 6))
    assert h.session.document.graph.frames[0].blocks == ("conv", "relu")


def test_a_frame_grows_with_a_block_that_is_opened(hands: Open) -> None:
    document = zoo.get("resnet18")
    frame = Frame(name="frame", title="", blocks=("layer1", "layer2"))
    below = Note(name="note", text="below", at=(300.0, 120.0), size=(180.0, 80.0))
    h = hands(Annotate(frames=(frame,), notes=(below,), what="").apply(document))
    h.session.do(Fold(path="layer1", open=True))
    item = h.view.network.annotations[AnnotationKey((), "frame")]
    around = item.mapRectToScene(item.body)
    assert around.contains(h.view.network.rect_of(["layer1", "layer2"]))
    written = h.view.network.annotations[AnnotationKey((), "note")]
    opened = h.view.network.rect_of(["layer1"])
    assert not written.mapRectToScene(written.body).intersects(opened), "it makes way"


@pytest.mark.parametrize("flow", ["right", "down"])
def test_what_is_put_down_beside_an_opened_block_lies_where_it_was_put(
    hands: Open, flow: Flow
) -> None:
    h = hands(replace(zoo.get("resnet18"), flow=flow))
    h.session.do(Fold(path="layer1", open=True))
    h.view.fit()
    edge = Edge("layer2", "layer3")
    item = h.view.network.wires[WireKey((), edge)]
    at = item.path.pointAtPercent(0.5) + (QPointF(0, 60) if flow == "right" else QPointF(90, 0))
    h.view.annotating.bend(item, at)
    assert item.bends[0] == pytest.approx((at.x(), at.y()), abs=0.2)
    handle = h.view.mapFromScene(QPointF(*item.bends[0]))
    h.drag(handle, handle + QPoint(20, 30))
    after = h.view.mapFromScene(QPointF(*item.bends[0]))
    assert (after - handle - QPoint(20, 30)).manhattanLength() <= 2
    for pixel in (QPoint(300, 100), QPoint(700, 560)):
        h.view.mouse = pixel
        h.view.annotating.add_note()
        field = h.view.findChild(NoteField)
        QTest.keyClicks(field, "here")
        QTest.keyClick(field, Qt.Key.Key_Return, CTRL)
        QTest.qWait(0)
        (key,) = h.view.annotating.selected
        corner = h.view.mapFromScene(h.view.network.annotations[key].pos())
        assert (corner - pixel).manhattanLength() <= 2
    h.drag(center(h, key.name), center(h, key.name) + QPoint(-100, -30))
    corner = h.view.mapFromScene(h.view.network.annotations[key].pos())
    assert (corner - pixel - QPoint(-100, -30)).manhattanLength() <= 2


def test_colours_are_told_apart_and_texts_read(hands: Open) -> None:
    h = hands(FULL)
    h.click(center(h, "note"))
    h.view.annotating.recolor("green")
    assert note(h).color == "green"
    h.session.undo()
    assert h.session.document == FULL
    names: tuple[ThemeName, ...] = ("light", "dark")
    for name in names:
        set_theme(name)
        for color in COLORS:
            colors = tint(color)
            assert contrast(theme().ink, colors.fill) >= 4.5
            assert contrast(colors.ink, colors.ground) >= 4.5
            assert contrast(theme().secondary, colors.ground) >= 4.5, "labels of wires"
        assert len({tint(c).fill for c in COLORS}) == len(COLORS)


def contrast(one: str, other: str) -> float:
    def light(name: str) -> float:
        parts = [QColor(name).redF(), QColor(name).greenF(), QColor(name).blueF()]
        r, g, b = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


# -- wires ----------------------------------------------------------------------------------------


def test_a_wire_is_led_by_hand(hands: Open) -> None:
    h = hands(chain())
    h.double_click(on_wire(h, WIRE))
    item = h.view.network.wires[WireKey((), WIRE)]
    assert len(item.bends) == 1
    handle = h.view.mapFromScene(item.mapToScene(QPointF(*item.bends[0])))
    h.drag(handle, handle + QPoint(0, 120))
    (bend,) = h.session.document.graph.bends
    assert bend.edge == WIRE
    path = h.view.network.wires[WireKey((), WIRE)].path
    assert path.boundingRect().bottom() >= bend.points[0][1] - 1
    assert h.session.analysis.totals.parameters == 224, "it is no part of the network"
    h.key(Qt.Key.Key_Up, CTRL)
    assert h.session.document.graph.bends[0].points[0][1] == pytest.approx(bend.points[0][1] - 8)
    h.key(Qt.Key.Key_Delete)
    assert h.session.document == chain(), "the point goes, the wire stays"
    for _ in range(4):
        h.session.undo()
    assert h.session.document == chain()


def test_points_come_in_the_order_of_the_wire(hands: Open) -> None:
    h = hands(chain())
    for share in (0.5, 0.9, 0.1):
        h.view.annotating.bend(
            h.view.network.wires[WireKey((), WIRE)],
            h.view.mapToScene(on_wire(h, WIRE, share)),
        )
    points = h.session.document.graph.bends[0].points
    assert [x for x, _ in points] == sorted(x for x, _ in points)
    h.view.annotating.straighten()
    assert h.session.document == chain()


def test_points_move_with_both_blocks_and_go_with_one(hands: Open) -> None:
    h = hands(Annotate(bends=(Bend(WIRE, ((200.0, 50.0),)),), what="").apply(chain()))
    h.session.select("conv", "relu")
    h.drag(h.at("conv"), h.at("conv") + QPoint(0, 100))
    assert h.session.document.graph.bends[0].points == ((200.0, 150.0),)
    h.session.do(RemoveNodes(names=("relu",)))
    assert h.session.document.graph.bends == ()


def test_a_wire_between_two_selected_blocks_by_menu(hands: Open) -> None:
    h = hands(chain())
    h.session.select("conv", "relu")
    assert h.view.annotating.wire() == WireKey((), WIRE)
    h.view.annotating.bend_current()
    assert len(h.session.document.graph.bends) == 1
    assert h.view.annotating.held is not None


# -- for everybody --------------------------------------------------------------------------------


def test_they_are_read_aloud(hands: Open) -> None:
    h = hands(FULL)
    canvas = QAccessible.queryAccessibleInterface(h.view)
    name = QAccessible.Text.Name
    texts = [canvas.child(i).text(name) for i in range(canvas.childCount() - 1)]
    assert texts[-2:] == ["Frame Both about conv, relu", "Note: why"]
    h.click(center(h, "note"))
    assert h.view.accessibleDescription() == "Note: why"
    assert canvas.child(canvas.childCount() - 2).state().selected
