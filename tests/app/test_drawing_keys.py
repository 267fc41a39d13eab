"""Keys that lead from the canvas to the panels and back, in the whole window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from explorer.app.window import Window

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


def active(window: Window, qtbot: QtBot) -> Window:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.canvas.setFocus()
    return window


def test_to_the_parameters_and_back(window: Window, qtbot: QtBot) -> None:
    active(window, qtbot)
    window.session.select("stem")
    if window.session.current is None:
        window.session.select(next(iter(window.session.document.graph.names)))
    QTest.keyClick(window.canvas, Key.Key_F4)
    field = QApplication.focusWidget()
    assert field is not None
    assert window.inspector.isAncestorOf(field)
    QTest.keyClick(field, Key.Key_Escape)
    assert window.canvas.hasFocus()


def test_enter_goes_into_a_block_and_to_a_layers_parameters(window: Window, qtbot: QtBot) -> None:
    active(window, qtbot)
    window.session.select("layer1")
    QTest.keyClick(window.canvas, Key.Key_Return)
    assert window.session.scope == ("layer1",)
    QTest.keyClick(window.canvas, Key.Key_Backspace)
    assert window.session.scope == ()
    window.session.select("image")
    QTest.keyClick(window.canvas, Key.Key_Return)
    assert window.session.scope == ()
    field = QApplication.focusWidget()
    assert field is not None
    assert window.inspector.isAncestorOf(field)


def test_single_letters_are_the_canvas_own(window: Window, qtbot: QtBot) -> None:
    active(window, qtbot)
    search = window.palette_panel.search
    search.setFocus()
    QTest.keyClick(search, Key.Key_A, SHIFT, 10)
    QTest.keyClicks(search, "cm")
    assert search.text().lower() == "acm"
    assert not window.canvas.quick.isVisible()
    assert window.canvas.gesture is None


def test_tab_adds_and_ctrl_f_finds(window: Window, qtbot: QtBot) -> None:
    active(window, qtbot)
    QTest.keyClick(window.canvas, Key.Key_Tab)
    quick = window.canvas.quick
    assert quick.isVisible()
    assert quick.parentWidget() is window.canvas.parentWidget(), "over the tools"
    QTest.keyClick(quick.search, Key.Key_Escape)
    window.find_block()
    assert window.palette_panel.search.hasFocus()


def test_what_was_placed_last_is_remembered(make_window: Callable[[], Window]) -> None:
    first = make_window()
    first.canvas.insert_block("dropout")
    first.session.history.mark_saved()
    first.close()
    assert make_window().canvas.quick.recent[0] == "dropout"
