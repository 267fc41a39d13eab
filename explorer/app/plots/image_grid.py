"""A grid of small images: filters, activation maps, samples.

The images come as 8-bit values from the worker and are painted from one atlas, so that a new frame
costs one colour look-up and no widget per image.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QSizePolicy, QToolTip, QWidget

from explorer.app import theme
from explorer.app.plots.colormaps import ColorMap, color_table

GAP = 6
SMALLEST, LARGEST = 26, 224
"""Longer sides of a cell in pixels."""


class ImageGrid(QAbstractScrollArea):
    """Images side by side, as large as the room allows; scrolls where they get too small.

    Enlarged ones have equally many pixels for every value, so that they stay sharp. One of them may be chosen with the mouse or the arrow keys.
    """

    chosen = Signal(int)
    """The image that was chosen, counted from 0; -1 when the choice was taken back."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setAutoFillBackground(False)
        self.setMinimumSize(SMALLEST * 4, SMALLEST * 2)
        # As high as its images want, less where there is less; never a gap beneath them.
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._atlas = QPixmap()
        self._count = 0
        self._image_size = QSize(1, 1)
        self._tips: tuple[str, ...] = ()
        self._chosen = -1
        self._columns = 1
        self._cell = QSize(1, 1)
        theme.notifier().changed.connect(self.viewport().update)

    # -- what is shown ------------------------------------------------------------------------

    def set_images(
        self,
        pixels: bytes,
        shape: tuple[int, ...],
        color_map: ColorMap,
        tips: tuple[str, ...] = (),
    ) -> None:
        """Show uint8 images ``(N, H, W)`` through a colour map, or ``(N, H, W, 3)`` as RGB."""
        count, height, width = shape[:3]
        if len(shape) == 4:
            form, stride = QImage.Format.Format_RGB888, width * 3
        else:
            form, stride = QImage.Format.Format_Indexed8, width
        image = QImage(pixels, width, count * height, stride, form)
        if form is QImage.Format.Format_Indexed8:
            image.setColorTable(color_table(color_map))
        self._atlas = QPixmap.fromImage(image)
        relaid = (count, width, height) != (
            self._count,
            self._image_size.width(),
            self._image_size.height(),
        )
        self._count, self._image_size, self._tips = count, QSize(width, height), tips
        if self._chosen >= count:
            self.choose(-1)
        if relaid:
            self._arrange()
            self.updateGeometry()
        self.viewport().update()

    def clear(self) -> None:
        self._count, self._atlas, self._tips = 0, QPixmap(), ()
        self.choose(-1)
        self._arrange()
        self.updateGeometry()
        self.viewport().update()

    @property
    def count(self) -> int:
        return self._count

    @property
    def chosen_index(self) -> int:
        return self._chosen

    def image_at(self, index: int) -> QPixmap:
        """One image in its own size, coloured."""
        height = self._image_size.height()
        return self._atlas.copy(0, index * height, self._image_size.width(), height)

    def choose(self, index: int) -> None:
        """Choose an image, or none with -1."""
        if index == self._chosen:
            return
        self._chosen = index
        if index >= 0:
            rect = self.cell_rect(index)
            bar = self.verticalScrollBar()
            if rect.top() < 0:
                bar.setValue(bar.value() + rect.top() - GAP)
            elif rect.bottom() > self.viewport().height():
                bar.setValue(bar.value() + rect.bottom() - self.viewport().height() + GAP)
        self.viewport().update()
        self.chosen.emit(index)

    # -- placing --------------------------------------------------------------------------------

    def _arrange(self) -> None:
        """Lay the images out in the room there is, and scroll what does not fit."""
        room = self.viewport().size()
        self._cell, self._columns = self._fitting(room.width(), room.height())
        content = self._height_of(self._cell, self._columns)
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, content - room.height()))
        bar.setPageStep(room.height())
        bar.setSingleStep(self._cell.height() + GAP)

    def _fitting(self, width: int, height: int) -> tuple[QSize, int]:
        """The largest cells, and their columns, with which all images fit; else the smallest."""
        wide, high = self._image_size.width(), self._image_size.height()
        longer = max(wide, high)
        smallest = _whole(SMALLEST / longer, up=True)
        most = max(1, (width - GAP) // (round(wide * smallest) + GAP))
        best, columns, rows = smallest, most, 1 << 20
        for across in range(1, min(most, self._count) + 1):
            down = math.ceil(self._count / across)
            room = ((width - GAP) // across - GAP) / wide, ((height - GAP) // down - GAP) / high
            scale = _whole(min(*room, LARGEST / longer))
            # of equal ones the lowest arrangement, and of these the one with the fullest last row
            if scale > best or (scale == best and down < rows):
                best, columns, rows = scale, across, down
        return QSize(max(2, round(wide * best)), max(2, round(high * best))), columns

    def _height_of(self, cell: QSize, columns: int) -> int:
        return math.ceil(self._count / columns) * (cell.height() + GAP) + GAP

    def sizeHint(self) -> QSize:
        width = self.viewport().width()
        cell, columns = self._fitting(width, 1 << 20)
        return QSize(240, min(1200, self._height_of(cell, columns)))

    def cell_rect(self, index: int) -> QRect:
        """Where an image lies on the viewport."""
        row, column = divmod(index, self._columns)
        x = column * (self._cell.width() + GAP)
        y = row * (self._cell.height() + GAP) - self.verticalScrollBar().value()
        return QRect(QPoint(x + 2, y + 2), self._cell)

    def index_at(self, point: QPoint) -> int:
        """The image under a point of the viewport, -1 where there is none."""
        column = (point.x() - 2) // (self._cell.width() + GAP)
        row = (point.y() - 2 + self.verticalScrollBar().value()) // (self._cell.height() + GAP)
        index = row * self._columns + column
        inside = 0 <= column < self._columns and 0 <= index < self._count
        return index if inside and self.cell_rect(index).contains(point) else -1

    # -- Qt ---------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        magnified = self._cell.width() >= self._image_size.width()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not magnified)
        width, height = self._image_size.width(), self._image_size.height()
        for index in range(self._count):
            rect = self.cell_rect(index)
            if rect.intersects(event.rect()):
                source = QRectF(0, index * height, width, height)
                painter.drawPixmap(QRectF(rect), self._atlas, source)
        if 0 <= self._chosen < self._count:
            painter.setPen(QPen(QColor(theme.theme().selection), 2))
            painter.drawRect(self.cell_rect(self._chosen).adjusted(-1, -1, 1, 1))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            index = self.index_at(event.position().toPoint())
            self.choose(-1 if index == self._chosen else index)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self._columns,
            Qt.Key.Key_Down: self._columns,
        }
        step = steps.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape and self._chosen >= 0:
            self.choose(-1)
        elif step is None or not self._count:
            super().keyPressEvent(event)
        else:
            wanted = self._chosen + step if self._chosen >= 0 else 0
            if 0 <= wanted < self._count:
                self.choose(wanted)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.index_at(event.pos())
            if 0 <= index < len(self._tips):
                QToolTip.showText(event.globalPos(), self._tips[index], self.viewport())
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)


def fitted(picture: QPixmap, side: int) -> QPixmap:
    """A picture as large as a square of ``side`` pixels allows; enlarged, its values stay sharp."""
    scale = _whole(side / max(1, picture.width(), picture.height()))
    how = Qt.TransformationMode
    return picture.scaled(
        QSize(round(picture.width() * scale), round(picture.height() * scale)),
        Qt.AspectRatioMode.KeepAspectRatio,
        how.FastTransformation if scale >= 1 else how.SmoothTransformation,
    )


def _whole(scale: float, up: bool = False) -> float:
    """A scale that gives all values of an enlarged image equally many pixels."""
    if scale < 1:
        return scale
    return math.ceil(scale) if up else math.floor(scale)
