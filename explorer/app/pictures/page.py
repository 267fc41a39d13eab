"""The page of pictures: what it will look like, and the few choices there are."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path
from typing import cast

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from explorer.app.exporting.page import Page, Shown, Target
from explorer.app.language import say
from explorer.app.pictures.options import SUFFIXES, Format, Look, Options, PictureError
from explorer.app.pictures.picture import Picture
from explorer.app.pictures.write import image
from explorer.app.theme import ThemeName, theme
from explorer.app.widgets import CalmComboBox

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
        self._picture: Picture | None = None
        self._clear = False
        self.message = ""

    def sizeHint(self) -> QSize:
        return PREVIEW

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._picture is not None:
            self.show_picture(self._picture)

    def show_picture(self, picture: Picture) -> None:
        self._picture = picture
        size = picture.rect.size()
        fit = min(self.width() / size.width(), self.height() / size.height(), 1.0)
        fit *= self.devicePixelRatioF()
        most = (PREVIEW_PIXELS / (size.width() * size.height())) ** 0.5
        self.image = image(picture, min(max(fit, SHARP), most))
        self._clear, self.message = picture.options.transparent, ""
        self.update()

    def show_message(self, text: str) -> None:
        self.image, self._picture, self.message = None, None, text
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


class PicturePage(Page):
    """The graph or the volumes as a picture."""

    def __init__(
        self,
        options: Options,
        make: Callable[[Options], Picture],
        selection: Collection[str],
        write: Callable[[Picture, Path], object],
        print_: Callable[[Picture], object],
    ) -> None:
        super().__init__()
        self.title = self.tr("Picture")
        self.about = self.tr("What the canvas shows, as blocks or as volumes.")
        self._make, self._write, self._print = make, write, print_
        self._made: dict[tuple[Look, bool], Picture] = {}
        self.picture: Picture | None = None
        """What the choices amount to; None where nothing can be drawn."""
        self.options = options
        self.preview = Preview()
        self.look = self.choice(
            self.tr("Show"), {"graph": self.tr("Graph"), "volumes": self.tr("Volumes")}
        )
        self.format = self.choice(
            self.tr("Format"),
            {
                "svg": self.tr("SVG, scalable"),
                "pdf": self.tr("PDF, scalable"),
                "png": self.tr("PNG, pixels"),
                "tikz": self.tr("TikZ, for LaTeX"),
            },
        )
        self.colors = self.choice(
            self.tr("Colours"), {"light": self.tr("Light"), "dark": self.tr("Dark")}
        )
        self.scale = self.choice(self.tr("Scale"), {str(n): f"{n}×" for n in (1, 2, 3, 4)})
        self.transparent = self.switch(self.tr("No background"))
        self.only = self.switch(self.tr("Selection only"))
        self.only.setEnabled(bool(selection))
        self.only.setToolTip("" if selection else self.tr("Nothing is selected"))
        self.print_button = QPushButton(self.tr("Print…"))
        self.print_button.clicked.connect(self._print_it)
        self.add(self.tr("On paper"), self.print_button)
        self._show_options()

    @property
    def target(self) -> Target:
        filters = {
            "svg": self.tr("SVG (*.svg)"),
            "pdf": self.tr("PDF (*.pdf)"),
            "png": self.tr("PNG (*.png)"),
            "tikz": self.tr("LaTeX (*.tex)"),
        }
        return Target(SUFFIXES[self.options.format], filters[self.options.format])

    @property
    def viewer(self) -> QWidget:
        return self.preview

    @property
    def can_save(self) -> bool:
        return self.picture is not None

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

    def _chosen(self) -> Options:
        def key(box: CalmComboBox) -> str:
            return cast("str", box.currentData())

        return Options(
            cast("Format", key(self.format)),
            cast("Look", key(self.look)),
            cast("ThemeName", key(self.colors)),
            float(key(self.scale)),
            self.transparent.isChecked(),
            self.only.isChecked(),
        )

    def job(self) -> None:
        """Paints: only the window's own thread can."""
        self.options = o = self._chosen()
        self.scale.setEnabled(o.format == "png")
        key = (o.look, o.selection_only)
        try:
            if key not in self._made:
                self._made[key] = self._make(o)
            self.picture = self._made[key]._replace(options=o)
            self.preview.show_picture(self.picture)
        except PictureError as error:
            self.picture = None
            self.preview.show_message(say(str(error)))
        self.print_button.setEnabled(self.picture is not None)
        self.preview.setAccessibleDescription(self.note)

    @property
    def note(self) -> str:
        if self.picture is None:
            return ""
        size, o = self.picture.rect.size(), self.options
        if o.format == "png":
            wide, high = round(size.width() * o.scale), round(size.height() * o.scale)
            return self.tr("{0} × {1} pixels").format(wide, high)
        wide, high = round(size.width() / 96 * 25.4), round(size.height() / 96 * 25.4)
        return self.tr("{0} × {1} mm").format(wide, high)

    def save(self, path: Path, shown: Shown) -> None:
        if self.picture is not None:
            self._write(self.picture, path)

    def _print_it(self) -> None:
        if self.picture is not None:
            self._print(self.picture)
