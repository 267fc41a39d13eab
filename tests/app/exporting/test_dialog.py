"""The export dialog, as a person uses it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from explorer.app.exporting.dialog import ExportDialog
from explorer.app.exporting.pages import CodePage, WeightsPage
from explorer.app.exporting.table import TablePage
from explorer.app.window import Window
from explorer.exchange.pytorch import source
from explorer.graph.edits import RemoveNodes


@pytest.fixture
def ask(window: Window, qtbot: QtBot) -> Callable[[str], ExportDialog]:
    """The dialog, opened from the menu, with its preview made."""

    def opened(action: str) -> ExportDialog:
        window.actions_table[action].trigger()
        dialog = window.findChild(ExportDialog)
        assert dialog is not None
        ready(dialog, qtbot)
        return dialog

    return opened


def ready(dialog: ExportDialog, qtbot: QtBot) -> None:
    dialog.wait()
    qtbot.waitUntil(lambda: dialog.shown is not None)


@pytest.fixture
def target(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """What is answered when a file is asked for."""
    path = tmp_path / "written.file"

    def save(parent: QWidget, title: str, name: str, filter_: str) -> tuple[str, str]:
        return str(path), filter_

    monkeypatch.setattr(QFileDialog, "getSaveFileName", save)
    return path


def test_what_is_seen_is_what_is_saved(
    window: Window, ask: Callable[[str], ExportDialog], target: Path
) -> None:
    dialog = ask("export_pytorch")
    assert isinstance(dialog.page, CodePage)
    text = source(window.session.document)
    assert dialog.code.toPlainText() == text
    assert f"{text.count(chr(10))} lines" in dialog._size.text()
    QTest.mouseClick(dialog.copy_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == text
    QTest.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert target.read_text(encoding="utf-8") == text
    assert "written.file" in window.banner.text
    assert not dialog.isVisible()


@pytest.mark.parametrize(
    ("form", "part"),
    [("training", "torch.save("), ("notebook", '"nbformat"'), ("keras", "from keras")],
)
def test_code_has_other_forms(
    window: Window,
    ask: Callable[[str], ExportDialog],
    target: Path,
    qtbot: QtBot,
    form: str,
    part: str,
) -> None:
    window.files.open_network("lenet5_modern")  # which the digits fit
    dialog = ask("export_pytorch")
    page = dialog.page
    assert isinstance(page, CodePage)
    page.form.setCurrentIndex(page.form.findData(form))
    dialog.refresh()
    ready(dialog, qtbot)
    assert dialog.shown is not None
    text = dialog.shown.text
    assert part in text, dialog.shown.failure
    QTest.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert target.read_text(encoding="utf-8") == text


def test_the_keys_turn_the_pages(
    window: Window, ask: Callable[[str], ExportDialog], qtbot: QtBot
) -> None:
    dialog = ask("export_pytorch")
    dialog.list.setFocus()
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    ready(dialog, qtbot)
    assert isinstance(dialog.page, WeightsPage)
    items = [dialog.contents.topLevelItem(i) for i in range(dialog.contents.topLevelItemCount())]
    names = [item.text(0) for item in items if item is not None]
    assert names[0] == "image"
    assert "layer1.0.conv1" in names
    assert names[-1] == "out"
    assert "random weights" in dialog._size.text()
    assert "46.8" in dialog._size.text()  # 11 689 512 parameters of 4 bytes
    dialog.reject()


def test_a_table_follows_its_choices(
    window: Window, ask: Callable[[str], ExportDialog], target: Path, qtbot: QtBot
) -> None:
    dialog = ask("export_table")
    page = dialog.page
    assert isinstance(page, TablePage)
    few = dialog.text.toPlainText()
    assert few.startswith("block,")
    QTest.mouseClick(page.opened, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.text.toPlainText().count("\n") > few.count("\n"))
    assert "layer1.0.conv1" in dialog.text.toPlainText()
    page.format.setCurrentIndex(page.format.findData("latex"))
    qtbot.waitUntil(lambda: "tabular" in dialog.text.toPlainText())
    ready(dialog, qtbot)
    QTest.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert "tabular" in target.read_text(encoding="utf-8")


def test_an_error_stands_where_the_preview_would(
    window: Window, ask: Callable[[str], ExportDialog], qtbot: QtBot
) -> None:
    window.session.do(RemoveNodes(names=("stem",)))
    dialog = ask("export_table")  # figures there are
    assert dialog.save_button.isEnabled()
    for page in ("pytorch", "onnx"):
        dialog.show_page(page)
        ready(dialog, qtbot)
        assert dialog.previews.currentWidget() is dialog.message
        assert dialog.message.text().endswith(".")
        assert not dialog.save_button.isEnabled()
    dialog.reject()


def test_every_control_has_a_name(ask: Callable[[str], ExportDialog]) -> None:
    dialog = ask("export_picture")
    for name in dialog.pages:
        dialog.show_page(name)
        for widget in dialog.findChildren(QWidget):
            if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isVisible():
                assert widget.accessibleName() or getattr(widget, "text", str)(), widget
    dialog.reject()
