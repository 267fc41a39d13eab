"""Bars: the probability of each class, and the values of a vector."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from explorer.app import theme
from explorer.blocks.description import Role

ROW = 18
"""Pixels a class takes."""


class ClassBars(QWidget):
    """One bar a class, as long as its probability; the likeliest stands out.

    Where an answer is known to be right, its class is marked with a tick.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._shares: tuple[tuple[str, float], ...] = ()
        self._right = ""
        theme.notifier().changed.connect(self.update)

    def set_shares(self, shares: Sequence[tuple[str, float]], right: str = "") -> None:
        """Show classes with their probabilities; ``right`` is the class it should be."""
        resized = len(shares) != len(self._shares)
        self._shares, self._right = tuple(shares), right
        best = self.best
        self.setAccessibleDescription(
            self.tr("{0}, {1} %").format(best[0], round(100 * best[1])) if best else ""
        )
        if resized:
            self.updateGeometry()
        self.update()

    @property
    def best(self) -> tuple[str, float] | None:
        """The likeliest class and its probability."""
        return max(self._shares, key=lambda share: share[1], default=None)

    def sizeHint(self) -> QSize:
        return QSize(168, ROW * len(self._shares))

    def minimumSizeHint(self) -> QSize:
        return QSize(108, ROW * len(self._shares))

    def paintEvent(self, event: QPaintEvent) -> None:
        colors, best = theme.theme(), self.best
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetricsF(theme.mono_font(12, 600))
        names = max((metrics.horizontalAdvance(n) for n, _ in self._shares), default=0.0)
        left = min(names + 22, self.width() / 2)
        right = metrics.horizontalAdvance("100 %") + 8
        room = max(1.0, self.width() - left - right)
        for index, share in enumerate(self._shares):
            name, value = share
            top, winner = index * ROW, share is best
            painter.setFont(theme.mono_font(12, 600 if winner else 400))
            painter.setPen(QColor(colors.ink if winner else colors.secondary))
            middle = Qt.AlignmentFlag.AlignVCenter
            word = metrics.elidedText(name, Qt.TextElideMode.ElideRight, left - 20)
            painter.drawText(
                QRectF(0, top, left - 20, ROW), Qt.AlignmentFlag.AlignRight | middle, word
            )
            if name == self._right:
                painter.setPen(QColor(colors.ok))
                painter.drawText(QRectF(left - 18, top, 14, ROW), Qt.AlignmentFlag.AlignCenter, "✓")
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.hover))
            painter.drawRoundedRect(QRectF(left, top + 4, room, ROW - 8), 3, 3)
            if value > 0.002:
                painter.setBrush(QColor(colors.selection if winner else colors.wire))
                painter.drawRoundedRect(
                    QRectF(left, top + 4, max(3.0, room * value), ROW - 8), 3, 3
                )
            painter.setPen(QColor(colors.ink if winner else colors.secondary))
            text = f"{100 * value:.0f} %"
            box = QRectF(left + room, top, right, ROW)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | middle, text)
        painter.end()


class ValueBars(QWidget):
    """The values of a vector side by side, up for positive and down for negative ones."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setMinimumSize(120, 60)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._values: tuple[float, ...] = ()
        theme.notifier().changed.connect(self.update)

    def set_values(self, values: Sequence[float]) -> None:
        self._values = tuple(values)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, 320)

    @property
    def _span(self) -> tuple[float, float]:
        low, high = min(0.0, *self._values), max(0.0, *self._values)
        return (low, high) if high > low else (0.0, 1.0)

    @property
    def _left(self) -> float:
        """Where the bars begin, right of the numbers."""
        metrics = QFontMetricsF(theme.mono_font(11))
        return max(metrics.horizontalAdvance(f"{value:.2g}") for value in self._span) + 8

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._values:
            return
        painter = QPainter(self)
        painter.setFont(theme.mono_font(11))
        colors, (low, high) = theme.theme(), self._span
        metrics, left = QFontMetricsF(painter.font()), self._left
        frame = QRectF(left, 6, self.width() - left, self.height() - 12)
        scale = frame.height() / (high - low)
        zero = frame.bottom() + low * scale
        painter.setPen(QColor(colors.secondary))
        for value in {low, 0.0, high}:
            y = frame.bottom() - (value - low) * scale
            crowded = value == 0.0 and min(abs(low), abs(high)) * scale < metrics.height()
            if not crowded or value in (low, high):
                box = QRectF(0, y - metrics.height() / 2, left - 6, metrics.height())
                align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                painter.drawText(box, align, f"{value:.2g}")
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.role_color(Role.LINEAR))
        step = frame.width() / len(self._values)
        gap = 1.0 if step >= 3 else 0.0
        for index, value in enumerate(self._values):
            top, bottom = sorted((zero, zero - value * scale))
            bar = QRectF(frame.left() + index * step, top, step - gap, max(1.0, bottom - top))
            painter.drawRect(bar)
        painter.setPen(QPen(QColor(colors.wire), 1))
        painter.drawLine(QPointF(frame.left(), zero), QPointF(frame.right(), zero))
        painter.end()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self._values:
            share = (event.pos().x() - self._left) / max(1.0, self.width() - self._left)
            index = min(len(self._values) - 1, max(0, int(share * len(self._values))))
            text = self.tr("value {0}: {1}").format(index, f"{self._values[index]:.3f}")
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)
