"""Curves over epochs: losses on the left axis, accuracy on the right.

Painted here rather than with pyqtgraph: its import stops the window for a fifth of a second, and
would do so at the very moment a training begins.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import ceil, floor, log10

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from explorer.app import theme

DIVISIONS = 4
"""Parts of both axes, so that one set of lines serves both."""


@dataclass
class Series:
    """One curve. Told apart by its dashes and its place in the legend as well as by its colour."""

    title: str
    light: str
    dark: str
    pattern: tuple[float, ...] = ()
    """Dash and gap lengths in pen widths; empty for a solid line."""
    percent: bool = False
    """A share, on the right axis."""
    short: str = ""
    """The title where there is little room."""
    faint: Series | None = None
    """Finer points of the same quantity, drawn thin behind it."""
    points: list[tuple[float, float]] = field(default_factory=list)

    @property
    def color(self) -> QColor:
        return QColor(self.dark if theme.theme().dark else self.light)

    def value_text(self, value: float, short: bool = False) -> str:
        if short:
            return f"{100 * value:.1f}%" if self.percent else f"{value:.2f}"
        return f"{100 * value:.1f} %" if self.percent else f"{value:.3f}"

    def pen(self, width: float = 1.8) -> QPen:
        pen = QPen(self.color, width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap if self.pattern else Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        if self.pattern:
            pen.setDashPattern(self.pattern)
        return pen


class Curves(QWidget):
    """Curves with a legend that holds the latest values, or those under the pointer."""

    def __init__(self, name: str, series: Sequence[Series], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMinimumSize(180, 84)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.series = tuple(series)
        self._epochs = 1
        self._at: int | None = None
        theme.notifier().changed.connect(self.update)

    # -- what is shown ------------------------------------------------------------------------

    def set_epochs(self, epochs: int) -> None:
        """How far the horizontal axis reaches."""
        self._epochs = max(1, epochs)
        self.refresh()

    def refresh(self) -> None:
        """Points were added to the series."""
        self.setAccessibleDescription(" · ".join(text for _, text in self.legend()))
        self.update()

    def legend(self, short: bool = False) -> list[tuple[Series, str]]:
        """Each series with points, and its value at the chosen epoch or the last one."""
        shown = []
        for series in self.series:
            value = self._value(series)
            if value is not None:
                title = series.short if short and series.short else series.title
                shown.append((series, f"{title} {series.value_text(value, short)}"))
        return shown

    @property
    def chosen_epoch(self) -> int | None:
        """The epoch whose values the legend holds; None for the last one."""
        return self._at

    def choose_epoch(self, epoch: int | None) -> None:
        if epoch != self._at:
            self._at = epoch
            self.refresh()

    def _value(self, series: Series) -> float | None:
        if not series.points:
            points = series.faint.points if series.faint else []
            return points[-1][1] if points else None
        if self._at is None:
            return series.points[-1][1]
        return min(series.points, key=lambda point: abs(point[0] - (self._at or 0)))[1]

    # -- places -----------------------------------------------------------------------------------

    def _frame(self) -> QRectF:
        """The rectangle between the axes."""
        metrics = QFontMetricsF(theme.mono_font(11))
        left = metrics.horizontalAdvance("0.00") + 10
        right = metrics.horizontalAdvance("100 %") + 12
        legend = metrics.height() + 10
        return QRectF(
            left, 8, self.width() - left - right, self.height() - 8 - legend - metrics.height() - 6
        )

    def _top(self) -> float:
        """The value at the upper end of the left axis: the largest loss, rounded up.

        Single steps may leave the frame: one wild batch must not flatten the curves.
        """
        largest = max((y for s in self.series if not s.percent for _, y in s.points), default=0.0)
        if largest <= 0:
            fine = [y for s in self.series if s.faint for _, y in s.faint.points]
            largest = max(fine, default=1.0) or 1.0
        unit = 10.0 ** floor(log10(largest))
        nice = (1, 1.2, 1.6, 2, 2.4, 3, 4, 6, 8, 10)
        return next(n * unit for n in nice if n * unit >= largest * 0.999)

    def _place(self, frame: QRectF, series: Series, top: float) -> list[QPointF]:
        x_scale = frame.width() / self._epochs
        y_scale = frame.height() / (1.0 if series.percent else top)
        bottom = frame.bottom()
        return [QPointF(frame.left() + x * x_scale, bottom - y * y_scale) for x, y in series.points]

    # -- Qt -----------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.mono_font(11))
        frame, top = self._frame(), self._top()
        self._paint_axes(painter, frame, top)
        painter.setClipRect(frame.adjusted(-2, -2, 2, 2))
        for series in self.series:
            if series.faint is not None and len(series.faint.points) > 1:
                color = series.color
                color.setAlpha(90)
                painter.setPen(QPen(color, 1))
                painter.drawPolyline(self._place(frame, series.faint, top))
        for series in self.series:
            places = self._place(frame, series, top)
            painter.setPen(series.pen())
            painter.drawPolyline(places)
            if 0 < len(places) <= 2:
                painter.setBrush(series.color)
                for place in places:
                    painter.drawEllipse(place, 2.5, 2.5)
                painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setClipping(False)
        self._paint_legend(painter, frame)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.theme().selection), 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.end()

    def _paint_axes(self, painter: QPainter, frame: QRectF, top: float) -> None:
        colors = theme.theme()
        line, words = QColor(colors.line), QColor(colors.secondary)
        height = QFontMetricsF(painter.font()).height()
        # A low plot has room for half of the numbers.
        step = 1 if frame.height() / DIVISIONS >= height else 2
        for part in range(0, DIVISIONS + 1, step):
            y = round(frame.bottom() - frame.height() * part / DIVISIONS) + 0.5
            painter.setPen(QPen(line, 1))
            painter.drawLine(QPointF(frame.left(), y), QPointF(frame.right(), y))
            painter.setPen(words)
            box = QRectF(0, y - height / 2, frame.left() - 6, height)
            middle = Qt.AlignmentFlag.AlignVCenter
            painter.drawText(
                box, Qt.AlignmentFlag.AlignRight | middle, f"{top * part / DIVISIONS:.2g}"
            )
            box = QRectF(frame.right() + 6, y - height / 2, 60, height)
            painter.drawText(
                box, Qt.AlignmentFlag.AlignLeft | middle, f"{100 * part // DIVISIONS} %"
            )
        y = frame.bottom() + 4
        every = self._tick(painter, frame)
        for epoch in range(0, self._epochs + 1, every):
            x = frame.left() + frame.width() * epoch / self._epochs
            text = self.tr("epoch 0") if epoch == 0 else str(epoch)
            box = QRectF(x - 40, y, 80, height)
            align = Qt.AlignmentFlag.AlignHCenter
            if epoch == 0:
                box, align = QRectF(frame.left(), y, 80, height), Qt.AlignmentFlag.AlignLeft
            painter.drawText(box, align, text)
        if self._at is not None:
            x = frame.left() + frame.width() * self._at / self._epochs
            painter.setPen(QPen(words, 1))
            painter.drawLine(QPointF(x, frame.top()), QPointF(x, frame.bottom()))

    def _tick(self, painter: QPainter, frame: QRectF) -> int:
        """Epochs between two numbers on the horizontal axis."""
        room = QFontMetricsF(painter.font()).horizontalAdvance("epoch 0") + 16
        least = max(1.0, self._epochs * room / max(1.0, frame.width()))
        unit: int = 10 ** floor(log10(least))
        return next(n * unit for n in (1, 2, 5, 10) if n * unit >= least)

    def _paint_legend(self, painter: QPainter, frame: QRectF) -> None:
        metrics = QFontMetricsF(painter.font())
        x, y = frame.left(), self.height() - metrics.height() / 2 - 4
        baseline = y + metrics.ascent() / 2 - 1
        entries = self.legend()
        epoch = self.tr("epoch {0}").format(self._at) if self._at is not None else ""
        room, sample = self.width() - 4, 22.0
        end = x + metrics.horizontalAdvance(epoch) + 14
        if end + sum(_entry(metrics, text, sample) for _, text in entries) > room:
            entries, sample, x = self.legend(short=True), 8.0, 4.0
        if epoch:
            painter.setPen(QColor(theme.theme().secondary))
            painter.drawText(QPointF(x, baseline), epoch)
            x += metrics.horizontalAdvance(epoch) + 10
        for series, text in entries:
            painter.setPen(series.pen())
            painter.drawLine(QPointF(x, y), QPointF(x + sample, y))
            painter.setPen(QColor(theme.theme().ink))
            painter.drawText(QPointF(x + sample + 5, baseline), text)
            x += _entry(metrics, text, sample)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        frame, x = self._frame(), event.position().x()
        last = self._last_epoch()
        if last and frame.left() - 4 <= x <= frame.right() + 4:
            epoch = (x - frame.left()) / frame.width() * self._epochs
            self.choose_epoch(min(last, max(1, floor(epoch + 0.5))))
        else:
            self.choose_epoch(None)

    def leaveEvent(self, event: QEvent) -> None:
        self.choose_epoch(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = self._last_epoch()
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and last:
            step = 1 if event.key() == Qt.Key.Key_Right else -1
            self.choose_epoch(min(last, max(1, (self._at or last + 1) + step)))
        elif event.key() == Qt.Key.Key_Escape and self._at is not None:
            self.choose_epoch(None)
        else:
            super().keyPressEvent(event)

    def _last_epoch(self) -> int:
        return max((ceil(s.points[-1][0]) for s in self.series if s.points), default=0)


def _entry(metrics: QFontMetricsF, text: str, sample: float) -> float:
    """How wide an entry of the legend is, with the gap behind it."""
    return sample + 5 + metrics.horizontalAdvance(text) + (16 if sample > 15 else 6)
