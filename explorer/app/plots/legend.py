"""The legend under the curves: what each is called, and its value."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from explorer.app import theme
from explorer.app.plots.series import Series

Entries = Sequence[tuple[Series, str]]

LONG, SHORT = 22.0, 8.0
"""Lengths of the piece of line before an entry."""


class Legend(QWidget):
    """Entries in one row; the short ones where the long ones do not fit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._indent = 0.0
        self._long: Entries = ()
        self._short: Entries = ()
        theme.notifier().changed.connect(self.update)

    def show_entries(self, long: Entries, short: Entries) -> None:
        self._long, self._short = long, short
        self.update()

    def set_indent(self, indent: float) -> None:
        """Where the entries begin, if there is room."""
        if indent != self._indent:
            self._indent = indent
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, round(QFontMetricsF(theme.mono_font(11)).height()) + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.mono_font(11))
        metrics = QFontMetricsF(painter.font())
        entries, sample, x = self._long, LONG, self._indent
        if x + sum(_width(metrics, text, sample) for _, text in entries) > self.width():
            entries, sample, x = self._short, SHORT, 2.0
        y = self.height() / 2
        baseline = y + (metrics.ascent() - metrics.descent()) / 2
        for series, text in entries:
            painter.setPen(series.pen())
            painter.drawLine(QPointF(x, y), QPointF(x + sample, y))
            painter.setPen(QColor(theme.theme().ink))
            painter.drawText(QPointF(x + sample + 5, baseline), text)
            x += _width(metrics, text, sample)
        painter.end()


def _width(metrics: QFontMetricsF, text: str, sample: float) -> float:
    """Of an entry with the gap behind it."""
    return sample + 5 + metrics.horizontalAdvance(text) + (16 if sample == LONG else 6)
