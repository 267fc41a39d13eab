"""A chart of bubbles: two figures across and up, the area a third; hover, keys and press tell more.

It is painted here and not by the plotting library: some fifty discs and their names need none.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import floor, log10, sqrt
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from explorer.app import format as f
from explorer.app.plots.label_places import Disc, Spot, place_names
from explorer.app.plots.scales import upright
from explorer.app.theme import mono_font, notifier, role_color, theme, ui_font
from explorer.blocks.description import Role

LEFT, RIGHT, TOP, BOTTOM = 66.0, 22.0, 18.0, 46.0
LARGEST, LEAST = 30.0, 4.0
"""Radii in pixels."""


class Bubble(NamedTuple):
    """One thing to plot."""

    key: str
    title: str
    x: float
    y: float
    size: float
    group: str = ""
    """Bubbles of one group are joined by a thin line."""
    strong: bool = False
    """Whether it stands out: it is open, or compared."""


class Axis(NamedTuple):
    title: str
    log: bool = True
    percent: bool = False

    def place(self, value: float) -> float:
        """The value on the axis' own scale."""
        return log10(max(value, 1e-9)) if self.log else value


class BubbleChart(QWidget):
    """Draws bubbles; one is current, by hovering, the arrow keys, or a press, which keeps it."""

    current_changed = Signal(str)
    activated = Signal(str)
    """A bubble was double-clicked, or chosen with Return."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(320, 220)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Bubble chart"))
        self.bubbles: tuple[Bubble, ...] = ()
        self.axes = Axis(""), Axis("")
        self._size_title = ""
        self._hovered, self._kept = "", ""
        self._spans: tuple[tuple[float, float], tuple[float, float]] = ((0, 1), (0, 1))
        self._ticks: tuple[list[float], list[float]] = ([], [])
        self._discs: dict[str, Disc] = {}
        self._names: dict[str, Spot | None] = {}
        notifier().changed.connect(self.update)

    # -- what is shown --------------------------------------------------------------------------

    def show_bubbles(self, bubbles: Sequence[Bubble], x: Axis, y: Axis, size_title: str) -> None:
        """Show these; the axes hold all of them."""
        self.bubbles, self.axes, self._size_title = tuple(bubbles), (x, y), size_title
        keys = {b.key for b in bubbles}
        if self._kept not in keys:
            self._kept = ""
        if self._hovered not in keys:
            self._hovered = ""
        self._lay_out()
        self.update()

    @property
    def current(self) -> str:
        """The key of the bubble that is told about; empty for none."""
        return self._hovered or self._kept

    def keep(self, key: str) -> None:
        """Make a bubble the current one until another is."""
        before = self.current
        self._kept = key
        self._hovered = ""
        self._tell(before)

    def center(self, key: str) -> QPointF:
        """Where a bubble is, in the widget."""
        disc = self._discs[key]
        return QPointF(disc.x, disc.y)

    @property
    def names(self) -> dict[str, Spot]:
        """Where names are written."""
        return {key: spot for key, spot in self._names.items() if spot is not None}

    @property
    def plot(self) -> QRectF:
        """What the axes enclose."""
        return QRectF(LEFT, TOP, self.width() - LEFT - RIGHT, self.height() - TOP - BOTTOM)

    def _tell(self, before: str) -> None:
        if self.current != before:
            self.current_changed.emit(self.current)
        bubble = next((b for b in self.bubbles if b.key == self.current), None)
        self.setAccessibleDescription(bubble.title if bubble is not None else "")
        self.update()

    # -- places ---------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        if not self.bubbles:
            self._discs, self._names = {}, {}
            return
        spans, ticks = [], []
        for axis, values in zip(
            self.axes, ([b.x for b in self.bubbles], [b.y for b in self.bubbles]), strict=True
        ):
            places = [axis.place(v) for v in values]
            low, high = min(places), max(places)
            room = max(0.06 * (high - low), 0.05 if axis.log else 0.5)
            low, high = low - room, high + room
            found = _decades(low, high) if axis.log else list(upright(low, high))
            if not axis.log:
                found = [t for t in found if low <= t <= high]
            spans.append((low, high))
            ticks.append(found)
        self._spans, self._ticks = (spans[0], spans[1]), (ticks[0], ticks[1])
        most = max(b.size for b in self.bubbles) or 1.0
        strong, plain = QFontMetricsF(ui_font(11, 600)), QFontMetricsF(ui_font(11))
        ordered = sorted(self.bubbles, key=lambda b: (not b.strong, -b.size))
        discs = []
        for b in ordered:
            at = self._point(b)
            metrics = strong if b.strong else plain
            radius = max(LEAST, LARGEST * sqrt(b.size / most))
            wide = metrics.horizontalAdvance(b.title)
            discs.append(Disc(at.x(), at.y(), radius, wide, metrics.height()))
        room_ = self.plot.adjusted(2, 0, RIGHT - 4, 0)
        places_ = place_names(discs, Spot(room_.left(), room_.top(), room_.right(), room_.bottom()))
        self._discs = {b.key: d for b, d in zip(ordered, discs, strict=True)}
        self._names = {b.key: s for b, s in zip(ordered, places_, strict=True)}

    def _point(self, bubble: Bubble) -> QPointF:
        return QPointF(self._across(bubble.x), self._up(bubble.y))

    def _across(self, value: float) -> float:
        (low, high), plot = self._spans[0], self.plot
        return plot.left() + (self.axes[0].place(value) - low) / (high - low) * plot.width()

    def _up(self, value: float) -> float:
        (low, high), plot = self._spans[1], self.plot
        return plot.bottom() - (self.axes[1].place(value) - low) / (high - low) * plot.height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    # -- drawing --------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(theme().panel))
        if not self.bubbles:
            return
        self._paint_axes(painter)
        self._paint_groups(painter)
        for key in self._discs:
            self._paint_bubble(painter, key)
        for b in self.bubbles:
            spot = self._names[b.key]
            if spot is not None and b.key != self.current:
                self._paint_name(painter, b, spot)
        self._paint_current(painter)
        self._paint_size(painter)

    def _paint_axes(self, painter: QPainter) -> None:
        t, plot = theme(), self.plot
        painter.setFont(mono_font(11))
        metrics = QFontMetricsF(painter.font())
        for value in self._ticks[0]:
            x = self._across(value)
            painter.setPen(QPen(QColor(t.line), 1))
            painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
            painter.setPen(QColor(t.secondary))
            text = _tick(value, self.axes[0])
            painter.drawText(
                QPointF(x - metrics.horizontalAdvance(text) / 2, plot.bottom() + 17), text
            )
        for value in self._ticks[1]:
            y = self._up(value)
            painter.setPen(QPen(QColor(t.line), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(QColor(t.secondary))
            text = _tick(value, self.axes[1])
            x = plot.left() - 8 - metrics.horizontalAdvance(text)
            painter.drawText(QPointF(x, y + metrics.ascent() / 2 - 1), text)
        painter.setFont(ui_font(12, 500))
        painter.setPen(QColor(t.ink))
        below = QRectF(plot.left(), plot.bottom() + 22, plot.width(), 20)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self.axes[0].title)
        painter.save()
        painter.translate(13, plot.center().y())
        painter.rotate(-90)
        beside = QRectF(-plot.height() / 2, -10, plot.height(), 20)
        painter.drawText(beside, Qt.AlignmentFlag.AlignCenter, self.axes[1].title)
        painter.restore()

    def _paint_groups(self, painter: QPainter) -> None:
        groups: dict[str, list[Bubble]] = {}
        for b in self.bubbles:
            if b.group:
                groups.setdefault(b.group, []).append(b)
        now = next((b.group for b in self.bubbles if b.key == self.current), "")
        for name, members in groups.items():
            pen = QPen(QColor(theme().selection if name == now else theme().edge), 1.2)
            painter.setPen(pen)
            members.sort(key=lambda b: (b.x, b.y))
            painter.drawPolyline([self._point(b) for b in members])

    def _paint_bubble(self, painter: QPainter, key: str) -> None:
        bubble = next(b for b in self.bubbles if b.key == key)
        disc = self._discs[key]
        color = QColor(theme().selection) if bubble.strong else role_color(Role.COMPOSITE)
        fill = QColor(color)
        fill.setAlpha(110 if key == self.current else 64)
        painter.setBrush(fill)
        wide = 2.6 if bubble.strong or key == self.current else 1.2
        painter.setPen(QPen(color, wide))
        painter.drawEllipse(QPointF(disc.x, disc.y), disc.radius, disc.radius)

    def _paint_name(self, painter: QPainter, bubble: Bubble, spot: Spot) -> None:
        painter.setFont(ui_font(11, 600 if bubble.strong else 400))
        painter.setPen(QColor(theme().ink if bubble.strong else theme().secondary))
        rect = QRectF(QPointF(spot.left, spot.top), QPointF(spot.right + 2, spot.bottom))
        painter.drawText(
            rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, bubble.title
        )

    def _paint_current(self, painter: QPainter) -> None:
        """The current one's name on a ground of its own, whatever is beneath."""
        bubble = next((b for b in self.bubbles if b.key == self.current), None)
        if bubble is None:
            return
        disc, t = self._discs[bubble.key], theme()
        font = ui_font(12, 600)
        metrics = QFontMetricsF(font)
        wide, high = metrics.horizontalAdvance(bubble.title) + 14, metrics.height() + 6
        left = min(max(4.0, disc.x - wide / 2), self.width() - wide - 4)
        top = disc.y - disc.radius - high - 5
        if top < 2:
            top = disc.y + disc.radius + 5
        rect = QRectF(left, top, wide, high)
        painter.setPen(QPen(QColor(t.edge), 1))
        painter.setBrush(QColor(t.card))
        painter.drawRoundedRect(rect, 6, 6)
        painter.setFont(font)
        painter.setPen(QColor(t.ink))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, bubble.title)

    def _paint_size(self, painter: QPainter) -> None:
        """What the area means, with one bubble of a round size."""
        t, plot = theme(), self.plot
        most = max(b.size for b in self.bubbles)
        round_size = 10.0 ** floor(log10(most)) if most > 0 else 1.0
        radius = max(LEAST, LARGEST * sqrt(round_size / most)) if most else LEAST
        painter.setFont(ui_font(11))
        text = f"{self._size_title}: {f.compact(round_size, 1)}"
        wide = QFontMetricsF(painter.font()).horizontalAdvance(text)
        high = max(20.0, 2 * radius + 8)
        rect = QRectF(0, 0, wide + 2 * radius + 26, high)
        rect.moveBottomRight(plot.bottomRight() - QPointF(6, 6))
        painter.setPen(QPen(QColor(t.line), 1))
        painter.setBrush(QColor(t.panel))
        painter.drawRoundedRect(rect, 6, 6)
        painter.setPen(QPen(QColor(t.secondary), 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(rect.left() + 8 + radius, rect.center().y()), radius, radius)
        painter.setPen(QColor(t.secondary))
        words = rect.adjusted(2 * radius + 16, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)

    # -- mouse and keys -------------------------------------------------------------------------

    def bubble_at(self, at: QPointF) -> str:
        """The bubble under a point, the smallest where several are; or the one of a name there."""
        near = [
            (d.radius, key)
            for key, d in self._discs.items()
            if (d.x - at.x()) ** 2 + (d.y - at.y()) ** 2 <= (d.radius + 2) ** 2
        ]
        if near:
            return min(near)[1]
        for key, spot in self.names.items():
            if spot.left <= at.x() <= spot.right and spot.top <= at.y() <= spot.bottom:
                return key
        return ""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        before = self.current
        self._hovered = self.bubble_at(event.position())
        shape = Qt.CursorShape.PointingHandCursor if self._hovered else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)
        self._tell(before)

    def leaveEvent(self, event: QEvent) -> None:
        before, self._hovered = self.current, ""
        self._tell(before)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        before = self.current
        self._kept = self.bubble_at(event.position())
        self._tell(before)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if key := self.bubble_at(event.position()):
            self.activated.emit(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ordered = sorted(self.bubbles, key=lambda b: (self.axes[0].place(b.x), b.y))
        keys = [b.key for b in ordered]
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1}
        if event.key() in steps and keys:
            step = steps[Qt.Key(event.key())]
            place = keys.index(self.current) + step if self.current else 0
            self.keep(keys[min(max(place, 0), len(keys) - 1)])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current:
            self.activated.emit(self.current)
        elif event.key() == Qt.Key.Key_Escape and self._kept:
            self.keep("")
        else:
            super().keyPressEvent(event)


def _decades(low: float, high: float) -> list[float]:
    """1, 2 and 5 of each power of ten within two logarithms; powers alone where these are many."""
    steps = (1, 2, 5) if high - low < 2.6 else (1,)
    return [
        step * 10.0**power
        for power in range(floor(low), floor(high) + 1)
        for step in steps
        if low <= log10(step) + power <= high
    ]


def _tick(value: float, axis: Axis) -> str:
    if axis.percent:
        return f"{value:g}{f.THIN}%"
    if axis.log:
        number, letter = f.scaled(value, 1)
        return f"{float(number):g}{f.THIN + letter if letter else ''}"
    return f"{value:g}"
