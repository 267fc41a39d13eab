"""A picture on paper."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from explorer.app.pictures.picture import Picture


def on_paper(picture: Picture) -> Picture:
    """The picture as paper takes it: dark on white, without a ground of its own."""
    return picture._replace(options=picture.options._replace(theme="light", transparent=True))


def printer_for(picture: Picture) -> QPrinter:
    """A printer with its page turned as the picture lies."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(picture.name)
    wide = picture.rect.width() > picture.rect.height()
    sides = QPageLayout.Orientation
    printer.setPageOrientation(sides.Landscape if wide else sides.Portrait)
    return printer


def print_picture(picture: Picture, printer: QPrinter) -> bool:
    """Print a picture on one page, as large as fits and never larger than natural; False where the
    printer does not take it."""
    painter = QPainter()
    if not painter.begin(printer):
        return False
    room = QRectF(painter.viewport())
    size = picture.rect.size()
    natural = printer.resolution() / 96
    scale = min(room.width() / size.width(), room.height() / size.height(), natural)
    target = QRectF(0, 0, size.width() * scale, size.height() * scale)
    target.moveCenter(room.center())
    target.moveTop(min(target.top(), room.top() + room.height() / 8))
    on_paper(picture).draw(painter, target)
    return painter.end()


def ask_and_print(picture: Picture, parent: QWidget) -> bool | None:
    """Let a printer be chosen and print; None where that was broken off."""
    printer = printer_for(picture)
    dialog = QPrintDialog(printer, parent)
    chosen = dialog.exec()
    dialog.deleteLater()
    return print_picture(picture, printer) if chosen else None
