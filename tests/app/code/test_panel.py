"""The code beside the graph, with real keys and clicks."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from explorer.app.code.panel import CodePanel
from explorer.app.theme import DARK, LIGHT, Theme, set_theme, syntax
from explorer.app.window import Window
from explorer.exchange.pytorch import source
from explorer.graph.edits import RemoveNodes, SetParameter


def settle(panel: CodePanel, qtbot: QtBot) -> None:
    """Until the code is that of the network."""
    panel.lister.write()
    panel.wait()
    qtbot.waitUntil(lambda: panel.lister.fresh)


@pytest.fixture
def panel(make_window: Callable[[str], Window], qtbot: QtBot) -> CodePanel:
    window = make_window("lenet5_modern")
    assert not window.code_panel.isVisible()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window.canvas, Qt.Key.Key_F10)
    panel = window.code_panel
    assert panel.isVisible()
    settle(panel, qtbot)
    return panel


def line_of(panel: CodePanel, part: str) -> int:
    return next(i for i, t in enumerate(panel.view.toPlainText().splitlines()) if part in t)


def put_caret(panel: CodePanel, part: str, behind: int = 0) -> None:
    """Click into the text just behind the beginning of a part of it."""
    view = panel.view
    place = view.toPlainText().index(part) + behind
    cursor = QTextCursor(view.document())
    cursor.setPosition(place)
    view.bring_into_view(cursor.blockNumber())
    at = view.cursorRect(cursor).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert view.textCursor().position() == place


def test_it_is_the_file_that_an_export_writes(panel: CodePanel, qtbot: QtBot) -> None:
    session = panel._session
    assert panel.view.toPlainText() == source(session.document)
    QTest.mouseClick(panel.copy_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == source(session.document)
    session.do(SetParameter(name="F6", parameter="out_features", value=90))
    qtbot.waitUntil(lambda: panel.lister.fresh)
    assert panel.view.toPlainText() == source(session.document)


def test_selecting_marks_and_the_caret_selects(panel: CodePanel, qtbot: QtBot) -> None:
    session, text = panel._session, panel.view.toPlainText().splitlines()
    session.select("C3")
    assert [n for n, t in enumerate(text) if "self.C3" in t] == list(panel.view.marked)
    put_caret(panel, "self.C1 = ")
    assert session.selection == ("C1",)
    assert line_of(panel, "self.C1 = ") in panel.view.marked
    QTest.keyClick(panel.view, Qt.Key.Key_Down)
    assert session.selection != ("C1",)
    QTest.keyClick(panel.view, Qt.Key.Key_Escape)
    assert not panel.view.hasFocus()


def test_a_number_that_is_typed_is_one_step(panel: CodePanel, qtbot: QtBot) -> None:
    session = panel._session
    before = session.document
    put_caret(panel, "self.C3 = nn.Conv2d(6, 16", len("self.C3 = nn.Conv2d(6, 16"))
    steps = session.history.steps
    for key, channels in ((Qt.Key.Key_Backspace, 1), (Qt.Key.Key_8, 18)):
        QTest.keyClick(panel.view, key)
        assert session.document.graph["C3"].params["out_channels"] != channels  # after a pause
        qtbot.waitUntil(
            lambda channels=channels: (  # type: ignore[misc]
                session.document.graph["C3"].params["out_channels"] == channels
            )
        )
        settle(panel, qtbot)
    assert session.history.steps == steps + 1
    assert panel.view.toPlainText() == source(session.document)
    assert "nn.Conv2d(6, 18" in panel.view.toPlainText()
    assert panel.message == ""
    QTest.keyClick(panel.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert session.document == before
    settle(panel, qtbot)
    assert panel.view.toPlainText() == source(before)


def test_what_cannot_be_read_is_said_at_its_line(panel: CodePanel, qtbot: QtBot) -> None:
    session = panel._session
    before, text = session.document, panel.view.toPlainText()
    put_caret(panel, "self.C3 = ", 5)
    QTest.keyClicks(panel.view, "(")
    qtbot.waitUntil(lambda: bool(panel.message))  # by itself, after a pause
    line = line_of(panel, "self.(C3")
    assert panel.view.problem_line == line
    assert panel.message.startswith(f"Line {line + 1}: ")
    assert session.document is before
    QTest.keyClick(panel.view, Qt.Key.Key_Escape)
    assert panel.view.toPlainText() == text
    assert panel.message == ""
    assert panel.view.problem_line is None
    assert panel.view.hasFocus()


def test_the_sign_is_no_mere_colour(panel: CodePanel, qtbot: QtBot) -> None:
    view = panel.view
    plain = view._gutter.grab().toImage()
    view.show_problem(3)
    signed = view._gutter.grab().toImage()
    block = view.document().findBlockByNumber(3)
    box = view.blockBoundingGeometry(block).translated(view.contentOffset())
    column = range(4, 18)
    rows = range(round(box.top()) + 1, round(box.bottom()))

    def drawn(image: QImage) -> bool:
        colors = [image.pixelColor(x, y) for x in column for y in rows]
        return any(c.red() - c.green() > 80 for c in colors)

    assert drawn(signed)
    assert not drawn(plain)


def test_an_error_of_the_network_is_named_and_found(panel: CodePanel, qtbot: QtBot) -> None:
    session = panel._session
    session.do(SetParameter(name="C3", parameter="kernel_size", value=99))
    settle(panel, qtbot)
    assert "C3" in panel.message
    assert panel.view.isReadOnly()
    assert not panel.copy_button.isEnabled()
    QTest.mouseClick(panel._way, Qt.MouseButton.LeftButton)
    assert session.selection == ("C3",)
    session.undo()
    settle(panel, qtbot)
    assert panel.message == ""
    assert not panel.view.isReadOnly()


def test_nothing_is_written_while_nobody_looks(panel: CodePanel, qtbot: QtBot) -> None:
    session = panel._session
    QTest.keyClick(panel.view, Qt.Key.Key_F10)
    assert not panel.isVisible()
    was = panel.lister.now
    session.do(RemoveNodes(names=("C3",)))
    QTest.qWait(200)
    panel.wait()
    assert panel.lister.now is was
    session.undo()


def test_it_is_there_again_the_next_time(
    panel: CodePanel, make_window: Callable[[str], Window]
) -> None:
    assert panel.isVisible()
    from explorer.app.settings import Settings

    assert Settings().code


def contrast(one: str, other: str) -> float:
    def light(name: str) -> float:
        parts = [c / 255 for c in QColor(name).getRgb()[:3]]  # type: ignore[index]
        lin = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return 0.2126 * lin[0] + 0.7152 * lin[1] + 0.0722 * lin[2]

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_code_can_be_read_in_both_themes(theme: Theme, qtbot: QtBot) -> None:
    set_theme(theme.name)
    try:
        inks = syntax()
        for ink in (inks.keyword, inks.name, inks.text, inks.number, inks.comment, theme.ink):
            for ground in (theme.panel, theme.selection_fill):
                assert contrast(ink, ground) >= 4.5, (ink, ground)
    finally:
        set_theme("light")
