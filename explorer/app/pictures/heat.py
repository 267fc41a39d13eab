"""The heat in a picture: what blocks are coloured by, and the legend that says so."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from explorer.analysis.columns import Figures
from explorer.app.canvas import metrics, paint
from explorer.app.panels.figure_columns import cell
from explorer.app.reading.heat import Scale, ground, heat_title
from explorer.app.theme import theme

HIGH = 40.0
"""Room of the legend, a gap above it included."""
BAR, STEPS = 120.0, 24
"""Width of the colour bar, and of how many plain rectangles it is made: TikZ knows no gradients."""
GAP = 10.0


class Heating(NamedTuple):
    """A figure to colour blocks by, with the analysis, batch and times that it is asked of."""

    figures: Figures
    kind: str

    @property
    def title(self) -> str:
        title = heat_title(self.kind)
        if self.kind in ("memory", "time"):
            tr = QCoreApplication.translate
            return tr("Pictures", "{0}, batch {1}").format(title, self.figures.batch)
        return title


def _texts(heating: Heating, scale: Scale) -> tuple[str, str, str]:
    how = QCoreApplication.translate("Pictures", "logarithmic") if scale.log else ""
    ends = (scale.low, scale.high)
    low, high = (
        cell(heating.kind, v if heating.kind == "time" else round(v)) for v in ends
    )  # fmt: skip
    return " · ".join(t for t in (heating.title, how) if t), low, high


def legend_size(heating: Heating, scale: Scale) -> tuple[float, float]:
    title, low, high = (metrics.width(t, "summary") for t in _texts(heating, scale))
    return title + low + high + BAR + 3 * GAP, HIGH


def paint_legend(painter: QPainter, at: QPointF, heating: Heating, scale: Scale) -> None:
    """Title, least value, colours and greatest value, in one row."""
    t = theme()
    title, low, high = _texts(heating, scale)
    y = at.y() + HIGH - 18.0
    x = at.x()
    paint.text(painter, x, y, title, "summary", paint.color(t.ink))
    x += metrics.width(title, "summary") + GAP
    if scale.low != scale.high:
        paint.text(painter, x, y, low, "summary", paint.color(t.secondary))
        x += metrics.width(low, "summary") + GAP
        bar = QRectF(x, y + 3.0, BAR, 10.0)
        step = BAR / STEPS
        painter.setPen(Qt.PenStyle.NoPen)
        for i in range(STEPS):
            painter.setBrush(QColor(ground(i / (STEPS - 1))))
            painter.drawRect(QRectF(x + i * step, bar.top(), step + 0.5, bar.height()))
        painter.setBrush(paint.NO_BRUSH)
        painter.setPen(QPen(paint.color(t.edge), 1.0))
        painter.drawRect(bar)
        x += BAR + GAP
    paint.text(painter, x, y, high, "summary", paint.color(t.secondary))
