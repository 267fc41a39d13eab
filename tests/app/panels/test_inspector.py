"""The inspector: typing, its undo, invalid texts, stages, built-in parts, names, problems."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from explorer import zoo
from explorer.analysis import explain as e
from explorer.app.panels.fields import ChosenField, SwitchField, TypedField
from explorer.app.panels.inspector import Inspector
from explorer.app.panels.problems import ProblemCard
from explorer.app.session import Session
from explorer.blocks.builder import Builder
from explorer.graph.edits import Fold, SetDocumentParameter, SetParameter
from explorer.graph.model import About


@pytest.fixture
def inspector(session: Session, qtbot: QtBot) -> Inspector:
    found = Inspector(session)
    qtbot.addWidget(found)
    found.resize(300, 800)
    found.show()
    found.activateWindow()
    qtbot.waitExposed(found)
    return found


def typed(inspector: Inspector, name: str) -> TypedField:
    field = inspector.block_page._form.field(name)
    assert isinstance(field, TypedField)
    return field


def figure(inspector: Inspector, key: str) -> str:
    return inspector.block_page._figures.rows[key].value


def test_typing_changes_the_document_and_is_one_step(
    inspector: Inspector, session: Session, qtbot: QtBot
) -> None:
    before = session.document
    session.select("layer3")
    field = typed(inspector, "out_channels")
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "192")
    assert session.document.graph["layer3"].params["out_channels"] == 192
    assert figure(inspector, e.OUTPUT) == "192×14×14"
    assert session.history.undo_label == "Change out_channels of layer3"
    session.undo()
    assert session.document is before
    assert field.text() == "=width * 4"
    assert figure(inspector, e.OUTPUT) == "256×14×14"
    session.redo()
    assert field.text() == "192"


def test_two_typings_are_two_steps(inspector: Inspector, session: Session, qtbot: QtBot) -> None:
    session.select("layer3")
    for name, text in (("count", "4"), ("stride", "2"), ("count", "5")):
        field = typed(inspector, name)
        field.setFocus()
        field.selectAll()
        qtbot.keyClicks(field, text)
    for count, stride in ((4, 2), (4, None), (2, None)):
        session.undo()
        params = session.document.graph["layer3"].params
        assert (params["count"], params.get("stride")) == (count, stride)


def test_an_invalid_text_keeps_the_old_value(
    inspector: Inspector, session: Session, qtbot: QtBot
) -> None:
    before = session.document
    session.select("layer3")
    line = inspector.block_page._form._rows["out_channels"]
    field = typed(inspector, "out_channels")
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "x")
    assert session.document is before
    assert field.property("invalid")
    assert "whole number" in line._below.text()
    assert line._below.isVisible()
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    qtbot.keyClicks(field, "7")
    assert not field.property("invalid")
    assert not line._below.isVisible()
    qtbot.keyClicks(field, "y")
    inspector.block_page._name.setFocus()
    assert field.text() == "7"


def test_undo_keys_are_the_documents(inspector: Inspector, session: Session, qtbot: QtBot) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    session.select("layer3")
    field = typed(inspector, "count")
    field.setFocus()
    qtbot.keyClicks(field, "1")
    event = QKeyEvent(
        QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier
    )
    event.ignore()
    QApplication.sendEvent(field, event)
    assert not event.isAccepted()


def test_arrow_keys_step_within_the_range(
    inspector: Inspector, session: Session, qtbot: QtBot
) -> None:
    session.select("layer3")
    field = typed(inspector, "count")
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert session.document.graph["layer3"].params["count"] == 3
    for _ in range(5):
        qtbot.keyClick(field, Qt.Key.Key_Down)
    assert session.document.graph["layer3"].params["count"] == 1
    session.undo()
    assert session.document.graph["layer3"].params["count"] == 2


def test_the_wheel_changes_nothing(inspector: Inspector, session: Session) -> None:
    session.select("layer3")
    before = session.document
    for name in ("count", "block", "container"):
        field = inspector.block_page._form.field(name)
        assert field is not None
        event = QWheelEvent(
            QPointF(5, 5),
            QPointF(field.mapToGlobal(QPoint(5, 5))),
            QPoint(),
            QPoint(0, 120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(field, event)
    assert session.document is before


def test_another_block_of_a_stage_drops_what_it_does_not_know(
    inspector: Inspector, session: Session
) -> None:
    session.select("layer2")
    field = inspector.block_page._form.field("block")
    assert isinstance(field, ChosenField)
    field._chosen(field.findData("residual_bottleneck"))
    params = session.document.graph["layer2"].params
    assert params["block"] == "residual_bottleneck"
    assert "out_channels" not in params
    assert params["first.stride"] == 2
    assert inspector.block_page._form.field("expansion") is not None
    session.undo()
    assert session.document.graph["layer2"].params["out_channels"] == "=width * 2"


def test_parameters_of_the_first_instance(inspector: Inspector, session: Session) -> None:
    session.select("layer1")
    form = inspector.block_page._form
    assert form.field("first.stride") is None
    (button,) = (b for b in form.findChildren(QPushButton) if b.menu() is not None)
    actions = {a.text(): a for a in button.menu().actions()}
    actions["stride"].trigger()
    assert form.field("first.stride") is not None
    session.do(SetParameter(name="layer1", parameter="first.stride", value=2))
    assert session.row("layer1").output == (64, 28, 28)  # type: ignore[union-attr]
    form._rows["first.stride"].reset.emit("first.stride")
    assert "first.stride" not in session.document.graph["layer1"].params


def test_switches(qtbot: QtBot, qapp: QApplication) -> None:
    session = Session(zoo.get("lenet5_modern"))
    inspector = Inspector(session)
    qtbot.addWidget(inspector)
    inspector.show()
    session.select("C1")
    field = inspector.block_page._form.field("bias")
    assert isinstance(field, SwitchField)
    assert field.switch.isChecked()
    qtbot.mouseClick(field.switch, Qt.MouseButton.LeftButton)
    assert session.document.graph["C1"].params["bias"] is False
    assert figure(inspector, e.PARAMETERS) == "150"
    session.undo()
    assert field.switch.isChecked()


def test_parts_of_built_in_blocks_are_read_only(inspector: Inspector, session: Session) -> None:
    session.select("layer2.0.conv1")
    field = typed(inspector, "out_channels")
    assert field.isReadOnly()
    assert inspector.block_page._note.isVisible()
    assert "layer2" in inspector.block_page._note._text.text()
    asked: list[int] = []
    inspector.unpack_asked.connect(lambda: asked.append(1))
    inspector.block_page._note._button.click()
    assert asked
    session.select("layer2")
    assert not inspector.block_page._note.isVisible()


def test_renaming(inspector: Inspector, session: Session, qtbot: QtBot) -> None:
    session.select("layer2")
    name = inspector.block_page._name
    inspector.focus_name()
    qtbot.keyClicks(name, "middle.")
    assert name.property("invalid")
    qtbot.keyClick(name, Qt.Key.Key_Backspace)
    assert not name.property("invalid")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    assert session.row("middle") is not None
    assert session.selection == ("middle",)
    session.select("layer1")
    inspector.focus_name()
    qtbot.keyClicks(name, "middle")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    assert session.row("layer1") is not None
    assert name.text() == "layer1"


def test_expressions_over_the_networks_parameters(
    inspector: Inspector, session: Session, qtbot: QtBot
) -> None:
    session.do(SetDocumentParameter(name="width", value=32))
    session.select("layer3")
    field = typed(inspector, "out_channels")
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "=width * 4")
    assert session.document.graph["layer3"].params["out_channels"] == "=width * 4"
    assert figure(inspector, e.OUTPUT) == "128×14×14"
    assert inspector.block_page._form._rows["out_channels"]._below.text() == "= 128"
    qtbot.keyClicks(field, "*depth")
    assert field.property("invalid")


def test_problems_and_their_mends(qtbot: QtBot, qapp: QApplication) -> None:
    b = Builder()
    x = b.input("image", (3, 8, 8))
    b.output(b.add("conv", "conv2d", x, out_channels=4, kernel_size=9))
    session = Session(b.document("small", About()))
    inspector = Inspector(session)
    qtbot.addWidget(inspector)
    inspector.show()
    session.select("conv")
    problems = inspector.block_page._problems
    assert problems.isVisible()
    (card,) = problems.findChildren(ProblemCard)
    assert card.repairs is not None
    card.repairs.refresh()
    (mend,) = (row for row in card.repairs.rows if row.repair.text == "Padding 1")
    assert mend.accessibleName() == "Padding 1: +976 parameters · +3.89 kMACs; no problem left"
    mend.click()
    assert session.analysis.ok
    assert not problems.isVisible()
    session.undo()
    assert not session.analysis.ok


def test_figures_explain_themselves(inspector: Inspector, session: Session) -> None:
    session.select("layer2.0.conv1")
    row = inspector.block_page._figures.rows[e.OUTPUT]
    assert row.box.isVisible()
    assert "⌊(56 + 2·1 − 1·(3 − 1) − 1) / 2⌋ + 1 = 28" in row.box.text()
    row.button.click()
    assert not row.box.isVisible()
    session.select("layer2.0.conv2")
    assert not row.box.isVisible()
    assert figure(inspector, e.FIELD).replace("\u202f", " ") == "67 px, stride 8"


def test_the_network_page(inspector: Inspector, session: Session, qtbot: QtBot) -> None:
    page = inspector.network_page
    assert inspector.currentIndex() == 0
    assert page._title.text() == "ResNet-18"
    memory = page._figures.rows[e.MEMORY]
    assert memory.value.replace("\u202f", " ") == "32.9 MB"
    page._batch.setFocus()
    page._batch.selectAll()
    qtbot.keyClicks(page._batch, "10")
    assert session.batch == 10
    assert memory.value.replace("\u202f", " ") == "329 MB"
    qtbot.keyClicks(page._batch, "x")
    assert page._batch.property("invalid")
    assert session.batch == 10
    year = page._about["year"]
    year.setFocus()
    year.selectAll()
    qtbot.keyClicks(year, "2016")
    qtbot.keyClick(year, Qt.Key.Key_Return)
    assert session.document.about.year == 2016
    session.undo()
    assert year.text() == "2015"


def test_opening_a_block_leaves_the_form_alone(inspector: Inspector, session: Session) -> None:
    session.select("layer2")
    field = typed(inspector, "count")
    session.do(Fold(path="layer2", open=True))
    assert typed(inspector, "count") is field


def test_an_unfinished_text_does_not_follow_to_another_block(
    inspector: Inspector, session: Session, qtbot: QtBot
) -> None:
    session.select("layer3")
    field = typed(inspector, "out_channels")
    field.setFocus()
    qtbot.keyClicks(field, "x")
    assert field.property("invalid")
    session.select("layer4")
    field = typed(inspector, "out_channels")
    assert field.text() == "=width * 8"
    assert not field.property("invalid")


def test_own_blocks_can_be_repeated_as_soon_as_they_are_defined(
    inspector: Inspector, session: Session
) -> None:
    from explorer.graph.edits import Define
    from explorer.graph.model import BlockDefinition

    session.select("layer2")
    b = Builder()
    b.output(b.add("conv", "conv2d", b.input()))
    session.do(Define(definition=BlockDefinition("mine", b.graph())))
    field = inspector.block_page._form.field("block")
    assert isinstance(field, ChosenField)
    assert field.findData("my:mine") >= 0
