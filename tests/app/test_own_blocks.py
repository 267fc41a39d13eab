"""Users' own blocks in the window, with real events: made, used, edited, unpacked, exchanged."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QMenu,
    QMessageBox,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from explorer.app.block_dialogs import MakeBlockDialog
from explorer.app.canvas.rename import NameField
from explorer.app.panels.breadcrumb import Breadcrumb
from explorer.app.widgets import IconButton
from explorer.app.window import Window
from explorer.graph.edits import AddNodes, Connect, Disconnect, SetParameter
from explorer.graph.files import load
from explorer.graph.model import Document, Edge, Node, ParameterDefinition
from explorer.graph.values import Params
from tests.app.canvas.conftest import Hands

Key, CTRL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def lenet(make_window: Callable[[str], Window]) -> Window:
    window = make_window("lenet5_modern")
    window.show_workspace("design")
    QApplication.processEvents()
    window.activateWindow()
    window.canvas.setFocus()
    return window


def answer(name: str) -> list[str]:
    """Type a name into the dialog that is about to open; what it says goes into the list."""
    said: list[str] = []

    def type_name() -> None:
        for dialog in QApplication.topLevelWidgets():
            if isinstance(dialog, MakeBlockDialog) and dialog.isVisible():
                said.extend(w.text() for w in dialog.findChildren(QLabel))
                dialog.name.selectAll()
                QTest.keyClicks(dialog.name, name)
                said.append("good" if dialog.make.isEnabled() else "wrong")
                QTest.keyClick(dialog.name, Key.Key_Return)
                if dialog.isVisible():
                    QTest.keyClick(dialog, Key.Key_Escape)

    QTimer.singleShot(50, type_name)
    return said


def press(window: Window, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    """A shortcut, with the window in front again after a dialog."""
    window.activateWindow()
    window.canvas.setFocus()
    QTest.qWaitForWindowActive(window)
    QTest.keyClick(window.canvas, key, modifiers)


def make(window: Window, name: str, *names: str) -> list[str]:
    """Select blocks and press Ctrl+G."""
    window.session.select(*names)
    said = answer(name)
    press(window, Key.Key_G, CTRL)
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    return said


def crumbs(window: Window) -> str:
    (breadcrumb,) = window.findChildren(Breadcrumb)
    return [w.text() for w in breadcrumb.findChildren(QLabel)][-1]


def use_twice(window: Window) -> Document:
    """C1, tanh and S2 as a block of the user's own, used a second time behind itself."""
    make(window, "conv_pool", "C1", "tanh1", "S2")
    window.session.select("conv_pool")
    window.palette_panel.chosen.emit("my:conv_pool")
    assert window.session.document.graph["conv_pool2"].type == "my:conv_pool"
    return window.session.document


# -- make, use ---------------------------------------------------------------------------------


def test_making_a_block_of_what_is_selected(lenet: Window) -> None:
    session, before = lenet.session, lenet.session.document
    totals = session.analysis.totals
    said = make(lenet, "conv_pool", "C1", "tanh1", "S2")
    assert said[-1] == "good"
    assert any("Blocks in it: 3. Inputs: 1. Outputs: 1." in text for text in said)
    assert session.document.graph["conv_pool"].type == "my:conv_pool"
    assert session.selection == ("conv_pool",)
    assert session.analysis.totals == totals
    assert session.analysis.ok
    titles = [e.text for e in lenet.palette_panel.model._entries]
    assert titles[:2] == ["MY BLOCKS", "conv_pool"]
    session.undo()
    assert session.document == before


@pytest.mark.parametrize("name", ["no name", "conv.pool", ""])
def test_a_name_that_cannot_be_is_told_at_once(lenet: Window, name: str) -> None:
    before = lenet.session.document
    said: list[str] = []

    def look() -> None:
        for dialog in QApplication.topLevelWidgets():
            if isinstance(dialog, MakeBlockDialog) and dialog.isVisible():
                dialog.name.selectAll()
                QTest.keyClick(dialog.name, Key.Key_Delete)
                QTest.keyClicks(dialog.name, name)
                said.append("good" if dialog.make.isEnabled() else "wrong")
                dialog.reject()

    lenet.session.select("C1")
    QTimer.singleShot(50, look)
    lenet.actions_table["make_block"].trigger()
    assert said == ["wrong"]
    assert lenet.session.document is before


def test_what_lies_between_is_named(lenet: Window) -> None:
    lenet.session.select("C1", "S2")
    QTest.keyClick(lenet.canvas, Key.Key_G, CTRL)
    assert "“tanh1” lies between" in lenet.canvas.bubble.text
    lenet.session.select("image")
    lenet.actions_table.refresh()
    assert not lenet.actions_table["make_block"].isEnabled()


def test_it_drags_out_of_the_palette(lenet: Window) -> None:
    make(lenet, "act", "tanh1")
    hands = Hands(lenet.canvas)
    lenet.canvas.fit()
    room = lenet.canvas.viewport().rect()
    assert hands.drop("my:act", QPoint(room.width() // 2, room.height() - 60))
    assert lenet.session.document.graph["act2"].type == "my:act"


def test_the_menu_of_the_canvas_offers_it(lenet: Window) -> None:
    lenet.session.select("C1")
    menu = lenet.actions_table.canvas_menu()
    enabled = {a.objectName() for a in menu.actions() if a.isEnabled()}
    assert "make_block" in enabled
    assert not {"dissolve", "make_unique"} & enabled


# -- edit ---------------------------------------------------------------------------------------


def test_entering_one_edits_all(lenet: Window) -> None:
    use_twice(lenet)
    session = lenet.session
    session.select("conv_pool2")
    assert lenet.inspector.block_page.own.isVisible()
    press(lenet, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert session.scope == ("conv_pool2",)
    assert crumbs(lenet) == "conv_pool2: conv_pool (definition, 2 uses)"
    assert lenet.inspector.currentIndex() == 2
    session.select("conv_pool2.C1")
    field = lenet.inspector.block_page._form.field("out_channels")
    assert field is not None
    field.setFocus()
    field.selectAll()  # type: ignore[union-attr]
    QTest.keyClicks(field, "8")
    rows = [session.row(f"{n}.C1") for n in ("conv_pool", "conv_pool2")]
    assert [r.output[0] for r in rows if r is not None and r.output] == [8, 8]
    # the figures are those of the one that was entered
    assert rows[1] is not None
    assert rows[1].inputs == ((8, 14, 14),)
    session.undo()
    row = session.row("conv_pool.C1")
    assert row is not None
    assert row.output == (6, 28, 28)


def test_the_canvas_edits_within_an_instance(lenet: Window) -> None:
    use_twice(lenet)
    session = lenet.session
    session.enter(("conv_pool",))
    session.select("conv_pool.tanh1")
    QTest.keyClick(lenet.canvas, Key.Key_Delete)
    definition = session.document.definition_by_name["conv_pool"]
    assert "tanh1" not in definition.graph
    session.undo()
    session.select("conv_pool.tanh1")
    lenet.palette_panel.chosen.emit("relu")
    assert "relu" in session.document.definition_by_name["conv_pool"].graph
    assert session.row("conv_pool2.relu") is not None
    session.select("conv_pool.relu")
    lenet.canvas.copy()
    lenet.canvas.paste()
    assert "relu2" in session.document.definition_by_name["conv_pool"].graph
    lenet.canvas.nudge(8, 0, session.new_gesture())
    assert session.document.definition_by_name["conv_pool"].graph["relu2"].at is not None
    # itself it cannot hold
    before = session.document
    assert not session.do(
        AddNodes(scope=("conv_pool",), nodes=(Node(name="again", type="my:conv_pool"),))
    )
    assert session.document is before


def test_a_block_within_a_stage_is_edited_too(lenet: Window) -> None:
    make(lenet, "act", "tanh1")
    session = lenet.session
    stage = Node(name="many", type="stage", params=Params({"block": "my:act", "count": 3}))
    session.do(AddNodes(nodes=(stage,), edges=(Edge("act", "many"), Edge("many", "S2"))))
    assert session.analysis.ok
    assert not session.editable(("many",))
    assert session.editable(("many", "1"))
    session.enter(("many", "1"))
    assert crumbs(lenet) == "1: act (definition, 2 uses)"
    session.select("many.1.tanh1")
    QTest.keyClick(lenet.canvas, Key.Key_F2)
    (field,) = lenet.canvas.viewport().findChildren(NameField)
    QTest.keyClicks(field, "squash")
    QTest.keyClick(field, Key.Key_Return)
    assert "squash" in session.document.definition_by_name["act"].graph
    assert session.selection == ("many.1.squash",)


def test_it_can_be_entered_while_it_waits_for_an_input(lenet: Window) -> None:
    make(lenet, "conv_pool", "C1", "tanh1", "S2")
    session = lenet.session
    session.do(Disconnect(edges=(Edge("image", "conv_pool"),)))
    session.select("conv_pool")
    lenet.canvas.enter_current()
    assert session.scope == ("conv_pool",)
    assert set(lenet.canvas.network.blocks) >= {"conv_pool.C1", "conv_pool.S2"}
    lenet.canvas.insert_block("relu")
    assert "relu" in session.document.definition_by_name["conv_pool"].graph
    assert session.scope == ("conv_pool",)
    session.enter(())
    session.do(Connect(edge=Edge("image", "conv_pool")))
    assert session.row("conv_pool.C1") is not None


# -- parameters ------------------------------------------------------------------------------------


def test_parameters_are_added_named_and_used(lenet: Window) -> None:
    use_twice(lenet)
    session = lenet.session
    session.enter(("conv_pool",))
    form = lenet.inspector.definition_page.form
    QTest.mouseClick(form.add, Qt.MouseButton.LeftButton)
    row = form.rows["width"]
    assert row.name.hasFocus()
    row.name.selectAll()
    QTest.keyClicks(row.name, "channels")
    QTest.keyClick(row.name, Key.Key_Return)
    row = form.rows["channels"]
    row.default.setFocus()
    row.default.selectAll()
    QTest.keyClicks(row.default, "3")
    definition = session.document.definition_by_name["conv_pool"]
    assert definition.parameters == (ParameterDefinition("channels", 3),)
    session.select("conv_pool.C1")
    field = lenet.inspector.block_page._form.field("out_channels")
    assert field is not None
    field.setFocus()
    field.selectAll()  # type: ignore[union-attr]
    QTest.keyClicks(field, "=channels * 4")
    first = session.row("conv_pool.C1")
    assert first is not None
    assert first.output == (12, 28, 28)
    # each use has a value of its own
    session.enter(())
    session.select("conv_pool2")
    session.do(SetParameter(name="conv_pool2", parameter="channels", value=5))
    second = session.row("conv_pool2.C1")
    assert second is not None
    assert second.output is not None
    assert second.output[0] == 20
    # what goes leaves its default
    session.enter(("conv_pool2",))
    (remove,) = form.rows["channels"].findChildren(IconButton)
    remove.click()
    graph = session.document.definition_by_name["conv_pool"].graph
    assert graph["C1"].params["out_channels"] == 12
    assert session.analysis.document.graph["conv_pool2"].params == Params()


def test_what_a_parameter_cannot_be_is_said(lenet: Window) -> None:
    use_twice(lenet)
    session = lenet.session
    session.enter(("conv_pool",))
    form = lenet.inspector.definition_page.form
    form.add.click()
    before = session.document
    row = form.rows["width"]
    row.name.selectAll()
    QTest.keyClicks(row.name, "2 x")
    QTest.keyClick(row.name, Key.Key_Return)
    assert any("cannot be a parameter" in w.text() for w in row.findChildren(QLabel))
    row.default.setFocus()
    row.default.selectAll()
    QTest.keyClicks(row.default, "?")
    assert row.default.property("invalid")
    assert session.document is before


def test_a_right_click_makes_a_value_a_parameter(lenet: Window) -> None:
    use_twice(lenet)
    session = lenet.session
    session.enter(("conv_pool",))
    session.select("conv_pool.C1")
    line = lenet.inspector.block_page._form._rows["out_channels"]

    def choose() -> None:
        for menu in line.findChildren(QMenu):
            for action in menu.actions():
                if "a parameter of conv_pool" in action.text():
                    action.trigger()
            menu.close()

    QTimer.singleShot(50, choose)
    at = line.mapToGlobal(QPoint(4, 4))
    QApplication.sendEvent(
        line, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(4, 4), at)
    )
    definition = session.document.definition_by_name["conv_pool"]
    assert definition.parameters[0].default == 6
    assert definition.graph["C1"].params["out_channels"] == "=out_channels"
    assert "parameter of conv_pool" in str(session.history.undo_label)


def test_renaming_the_block(lenet: Window) -> None:
    use_twice(lenet)
    session = lenet.session
    session.enter(("conv_pool",))
    lenet.inspector.focus_name()
    name = lenet.inspector.definition_page._name
    assert name.hasFocus()
    QTest.keyClicks(name, "front")
    QTest.keyClick(name, Key.Key_Return)
    assert {n.type for n in session.document.graph.nodes} >= {"my:front"}
    assert session.scope == ("conv_pool",)
    assert crumbs(lenet) == "conv_pool: front (definition, 2 uses)"


# -- unpack, unique ---------------------------------------------------------------------------------


def test_unpacking_puts_the_blocks_back(lenet: Window) -> None:
    before = lenet.session.document
    make(lenet, "conv_pool", "C1", "tanh1", "S2")
    press(lenet, Key.Key_G, CTRL | SHIFT)
    session = lenet.session
    assert session.selection == ("C1", "tanh1", "S2")
    assert session.document.graph == before.graph
    assert session.document.definitions


def test_a_unique_one_goes_its_own_way(lenet: Window) -> None:
    use_twice(lenet)
    session = lenet.session
    session.select("conv_pool2")
    own = lenet.inspector.block_page.own
    assert own.unique.isEnabled()
    QTest.mouseClick(own.unique, Qt.MouseButton.LeftButton)
    assert session.document.graph["conv_pool2"].type == "my:conv_pool2"
    assert not own.unique.isEnabled()
    session.undo()
    assert len(session.document.definitions) == 1
    QTest.mouseClick(own.edit, Qt.MouseButton.LeftButton)
    assert session.scope == ("conv_pool2",)


def test_the_palette_s_menu_edits_and_removes(lenet: Window) -> None:
    use_twice(lenet)
    session, own = lenet.session, lenet.own_blocks
    lenet.palette_panel.list.edit_asked.emit("conv_pool")
    assert session.scope == ("conv_pool",)
    lenet.palette_panel.list.remove_asked.emit("conv_pool")
    assert "still used" in lenet.banner.text
    session.enter(())
    session.undo()
    session.select("conv_pool")
    own.unpack()
    lenet.palette_panel.list.edit_asked.emit("conv_pool")
    assert "not used yet" in lenet.banner.text
    lenet.palette_panel.list.remove_asked.emit("conv_pool")
    assert not session.document.definitions


def test_pasting_brings_the_block_along_and_keeps_both(lenet: Window) -> None:
    session = lenet.session
    make(lenet, "act", "tanh1")
    lenet.canvas.copy()
    session.enter(("act",))
    lenet.canvas.insert_block("relu")
    session.enter(())
    lenet.canvas.paste()
    pasted = session.document.graph["act2"]
    assert pasted.type == "my:act2"
    assert "relu" not in session.document.definition_by_name["act2"].graph


# -- libraries -----------------------------------------------------------------------------------------


def test_blocks_travel_in_a_file(
    lenet: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not lenet.actions_table["export_blocks"].isEnabled()
    use_twice(lenet)
    session = lenet.session
    path = tmp_path / "mine.blocks.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a, **k: (str(path), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *a, **k: (str(path), ""))
    lenet.actions_table["export_blocks"].trigger()
    assert load(path).definitions == session.document.definitions
    lenet.actions_table["import_blocks"].trigger()
    assert "are here already" in lenet.banner.text
    # another network gets them
    lenet.files.may_leave = lambda: True  # type: ignore[method-assign]
    lenet.files.new()
    lenet.actions_table["import_blocks"].trigger()
    assert "conv_pool" in session.document.definition_by_name
    session.undo()
    assert not session.document.definitions
    path.write_text("{}")
    lenet.actions_table["import_blocks"].trigger()
    assert "No blocks were imported" in lenet.banner.text


@pytest.mark.parametrize(
    ("choice", "expected"), [("Keep both", {"act", "act2"}), ("Keep mine", {"act"}), ("", {"act"})]
)
def test_clashes_are_asked(
    lenet: Window, tmp_path: Path, choice: str, expected: set[str], qtbot: QtBot
) -> None:
    make(lenet, "act", "tanh1")
    path = tmp_path / "x.blocks.json"
    lenet.own_blocks._files.ask_where = lambda *a: path  # type: ignore[method-assign]
    lenet.own_blocks.export()
    session = lenet.session
    session.do(SetParameter(scope=("act",), name="tanh1", parameter="scale", value=1))
    session.enter(("act",))
    lenet.canvas.insert_block("relu")
    mine = session.document.definition_by_name["act"]

    def click() -> None:
        for box in QApplication.topLevelWidgets():
            if isinstance(box, QMessageBox) and box.isVisible():
                assert "“act”" in box.text()
                for button in box.findChildren(QPushButton):
                    if button.text().replace("&", "") == (choice or "Cancel"):
                        button.click()

    QTimer.singleShot(50, click)
    lenet.own_blocks.import_from(path)
    assert set(session.document.definition_by_name) == expected
    assert session.document.definition_by_name["act"] == mine
