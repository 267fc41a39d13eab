"""The page of pictures and printing, as a person uses them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPageLayout
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget

from explorer.app.exporting.dialog import ExportDialog
from explorer.app.pictures.options import Options, from_text
from explorer.app.pictures.page import PicturePage
from explorer.app.pictures.print import print_picture, printer_for
from explorer.app.window import Window


def ask(window: Window) -> tuple[ExportDialog, PicturePage]:
    window.actions_table["export_picture"].trigger()
    dialog = window.findChild(ExportDialog)
    assert dialog is not None
    page = dialog.page
    assert isinstance(page, PicturePage)
    QTest.qWait(10)
    return dialog, page


def test_a_picture_is_exported_and_the_choices_are_remembered(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "figure.png"
    asked: list[str] = []

    def save(parent: QWidget, title: str, name: str, filter_: str) -> tuple[str, str]:
        asked.append(name)
        return str(target), filter_

    monkeypatch.setattr(QFileDialog, "getSaveFileName", save)
    dialog, page = ask(window)
    assert page.picture is not None
    page.format.setCurrentIndex(page.format.findData("png"))
    page.colors.setCurrentIndex(page.colors.findData("dark"))
    page.scale.setCurrentIndex(page.scale.findData("3"))
    QTest.mouseClick(page.transparent, Qt.MouseButton.LeftButton)
    dialog.refresh()
    size = page.picture.rect.size()
    assert f"{round(size.width() * 3)} × {round(size.height() * 3)}" in dialog._size.text()
    QTest.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert asked[0].endswith("resnet18.png")
    read = QImage(str(target))
    assert read.width() == round(size.width() * 3)
    assert read.pixelColor(0, 0).alpha() == 0

    assert from_text(window.settings.picture) == Options(
        "png", theme="dark", scale=3.0, transparent=True
    )


def test_the_preview_follows_every_choice(window: Window) -> None:
    window.session.select("layer2")
    dialog, page = ask(window)
    whole = page.picture
    assert whole is not None
    assert page.preview.image is not None
    assert not page.scale.isEnabled()
    QTest.mouseClick(page.only, Qt.MouseButton.LeftButton)
    QTest.qWait(100)
    assert page.picture is not None
    assert page.picture.rect.width() < whole.rect.width()
    page.look.setCurrentIndex(page.look.findData("volumes"))
    QTest.qWait(100)
    assert page.picture.options.look == "volumes"
    assert not dialog.grab().isNull()
    dialog.reject()


def test_it_begins_with_what_is_looked_at(window: Window) -> None:
    window.toggle_volumes()
    dialog, page = ask(window)
    assert page.look.currentData() == "volumes"
    assert not page.only.isEnabled()
    for widget in dialog.findChildren(QWidget):
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isVisible():
            assert widget.accessibleName() or getattr(widget, "text", str)(), widget
    dialog.reject()


def test_an_empty_network_has_no_picture(
    make_window: Callable[[str], Window],
) -> None:
    window = make_window("resnet18")
    window.session.select(*window.session.document.graph.names)
    window.canvas.delete_selection()
    dialog, page = ask(window)
    assert page.picture is None
    assert page.preview.message
    assert not dialog.save_button.isEnabled()
    dialog.reject()


@pytest.mark.parametrize("look", ["graph", "volumes"])
def test_it_is_printed_on_one_page(window: Window, tmp_path: Path, look: str) -> None:
    made = window.pictures.make(Options(look=look, theme="dark"))  # type: ignore[arg-type]
    printer = printer_for(made)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "page.pdf"))
    assert print_picture(made, printer)
    data = Path(tmp_path, "page.pdf").read_bytes()
    assert data.startswith(b"%PDF")
    assert data.count(b"/Type /Page\n") == 1
    assert printer.pageLayout().orientation() is QPageLayout.Orientation.Landscape
