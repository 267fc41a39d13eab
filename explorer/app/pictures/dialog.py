"""The dialog of pictures: what it will look like, and the few choices there are."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import cast

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from explorer.app.pictures.options import Format, Look, Options, PictureError
from explorer.app.pictures.picture import Picture
from explorer.app.pictures.write import image
from explorer.app.style import mark
from explorer.app.theme import ThemeName, theme
from explorer.app.widgets import CalmComboBox, Switch, label

PREVIEW = QSize(620, 400)
SHARP = 0.5
"""The least scale at which a preview is painted before it is made smaller: below it, blocks would
leave their texts away, which the picture will not."""
PREVIEW_PIXELS = 12_000_000


class Preview(QWidget):
    """The picture, as large as fits; squares where it lets through what is behind it."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumSize(320, 220)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Preview"))
        self.image: QImage | None = None
        self._clear = False
        self.message = ""

    def sizeHint(self) -> QSize:
        return PREVIEW

    def show_picture(self, picture: Picture) -> None:
        size = picture.rect.size()
        fit = min(self.width() / size.width(), self.height() / size.height(), 1.0)
        fit *= self.devicePixelRatioF()
        most = (PREVIEW_PIXELS / (size.width() * size.height())) ** 0.5
        self.image = image(picture, min(max(fit, SHARP), most))
        self._clear, self.message = picture.options.transparent, ""
        self.update()

    def show_message(self, text: str) -> None:
        self.image, self.message = None, text
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme()
        painter = QPainter(self)
        room = QRectF(self.rect())
        painter.fillRect(room, QColor(t.window))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self.image is None:
            painter.setPen(QColor(t.secondary))
            flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
            painter.drawText(room.adjusted(24, 24, -24, -24), flags, self.message)
        else:
            wide, high = self.image.width(), self.image.height()
            ratio = min((room.width() - 16) / wide, (room.height() - 16) / high)
            ratio = min(ratio, 1.0 / self.devicePixelRatioF() if wide < room.width() else ratio)
            target = QRectF(0, 0, wide * ratio, high * ratio)
            target.moveCenter(room.center())
            if self._clear:
                self._squares(painter, target)
            smooth = Qt.TransformationMode.SmoothTransformation
            pixels = (target.size() * self.devicePixelRatioF()).toSize()
            painter.drawImage(
                target, self.image.scaled(pixels, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
            )
            painter.setPen(QPen(QColor(t.line), 1))
            painter.drawRect(target.adjusted(-0.5, -0.5, 0.5, 0.5))

    @staticmethod
    def _squares(painter: QPainter, target: QRectF) -> None:
        painter.save()
        painter.setClipRect(target)
        painter.fillRect(target, QColor("#FFFFFF"))
        y = 0
        while y * 8 < target.height():
            for x in range(y % 2, int(target.width() / 8) + 1, 2):
                corner = target.topLeft() + QPointF(x * 8, y * 8)
                painter.fillRect(QRectF(corner.x(), corner.y(), 8, 8), QColor("#E3E7EC"))
            y += 1
        painter.restore()


class PictureDialog(QDialog):
    """Choices on the right, what comes of them on the left."""

    def __init__(
        self,
        options: Options,
        make: Callable[[Options], Picture],
        selection: Collection[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export picture"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._make = make
        self._made: dict[tuple[Look, bool], Picture] = {}
        self.picture: Picture | None = None
        """What the choices amount to; None where nothing can be drawn."""
        self.options = options
        self.preview = Preview()
        self._size = label("", "secondary", mono=12)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(10)
        self.look = self._choice(
            self.tr("Show"), {"graph": self.tr("Graph"), "volumes": self.tr("Volumes")}
        )
        self.format = self._choice(
            self.tr("Format"),
            {
                "svg": self.tr("SVG, scalable"),
                "pdf": self.tr("PDF, scalable"),
                "png": self.tr("PNG, pixels"),
                "tikz": self.tr("TikZ, for LaTeX"),
            },
        )
        self.colors = self._choice(
            self.tr("Colours"), {"light": self.tr("Light"), "dark": self.tr("Dark")}
        )
        self.scale = self._choice(self.tr("Scale"), {str(n): f"{n}×" for n in (1, 2, 3, 4)})
        self.transparent = self._switch(self.tr("No background"))
        self.only = self._switch(self.tr("Selection only"))
        self.only.setEnabled(bool(selection))
        self.only.setToolTip("" if selection else self.tr("Nothing is selected"))
        self.accept_button = QPushButton(self.tr("Export…"))
        mark(self.accept_button, kind="primary")
        self.accept_button.setDefault(True)
        self.print_button = QPushButton(self.tr("Print…"))
        self.close_button = QPushButton(self.tr("Cancel"))
        self._lay_out()
        self.resize(940, 500)
        self._show_options()
        for box in (self.look, self.format, self.colors, self.scale):
            box.currentIndexChanged.connect(self._read)
        for switch in (self.transparent, self.only):
            switch.toggled.connect(self._read)
        self.accept_button.clicked.connect(self.accept)
        self.close_button.clicked.connect(self.reject)
        self.refresh()

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        side.addLayout(self._grid)
        side.addSpacing(8)
        side.addWidget(self._size)
        side.addStretch(1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.print_button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.accept_button)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(self.preview, 1)
        row.addLayout(side)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(16)
        column.addLayout(row, 1)
        column.addLayout(buttons)

    def _choice(self, name: str, entries: dict[str, str]) -> CalmComboBox:
        box = CalmComboBox()
        for key, text in entries.items():
            box.addItem(text, key)
        box.setMinimumWidth(160)
        self._add(name, box)
        return box

    def _switch(self, name: str) -> Switch:
        switch = Switch()
        self._add(name, switch)
        return switch

    def _add(self, name: str, widget: QWidget) -> None:
        text: QLabel = label(name)
        text.setBuddy(widget)
        widget.setAccessibleName(name)
        row = self._grid.rowCount()
        self._grid.addWidget(text, row, 0)
        self._grid.addWidget(widget, row, 1, Qt.AlignmentFlag.AlignLeft)

    def _show_options(self) -> None:
        o = self.options
        for box, key in (
            (self.look, o.look),
            (self.format, o.format),
            (self.colors, o.theme),
            (self.scale, f"{o.scale:g}"),
        ):
            box.setCurrentIndex(max(0, box.findData(key)))
        self.transparent.setChecked(o.transparent)
        self.only.setChecked(o.selection_only and self.only.isEnabled())

    def _read(self) -> None:
        self.options = Options(
            cast("Format", self.format.currentData()),
            cast("Look", self.look.currentData()),
            cast("ThemeName", self.colors.currentData()),
            float(self.scale.currentData()),
            self.transparent.isChecked(),
            self.only.isChecked(),
        )
        self.refresh()

    def refresh(self) -> None:
        """Show what the choices come to."""
        o = self.options
        self.scale.setEnabled(o.format == "png")
        key = (o.look, o.selection_only)
        try:
            if key not in self._made:
                self._made[key] = self._make(o)
            self.picture = self._made[key]._replace(options=o)
            self.preview.show_picture(self.picture)
        except PictureError as error:
            self.picture = None
            self.preview.show_message(str(error))
        self.accept_button.setEnabled(self.picture is not None)
        self.print_button.setEnabled(self.picture is not None)
        self._size.setText(self._size_text())
        self.preview.setAccessibleDescription(self._size.text())

    def _size_text(self) -> str:
        if self.picture is None:
            return ""
        size, o = self.picture.rect.size(), self.options
        if o.format == "png":
            wide, high = round(size.width() * o.scale), round(size.height() * o.scale)
            return self.tr("{0} × {1} pixels").format(wide, high)
        wide, high = round(size.width() / 96 * 25.4), round(size.height() / 96 * 25.4)
        return self.tr("{0} × {1} mm").format(wide, high)
