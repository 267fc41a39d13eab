"""The plot itself, by pyqtgraph; only ``library`` imports this, in the background.

Two views lie on each other, the losses' with the left axis and the shares' with the right one. They
share the epochs, which people zoom with the wheel and drag along; heights follow what is in sight.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPen
from PySide6.QtWidgets import QWidget

from explorer.app import theme
from explorer.app.plots.scales import number_texts, upright, whole_numbers
from explorer.app.plots.series import Series

EDGE = 8
"""Pixels above and below the outermost lines, for the halves of their numbers."""

SIDE = 3
"""Pixels beside the first and the last epoch, for the halves of lines and dots."""

PER_PIXEL = 0.3
"""Points of a line for each pixel of width, at most; neighbours beyond are drawn as their mean."""


class Chart:
    """Draws series in ``widget``; ``moved`` is called when what is in sight may be other."""

    def __init__(
        self, series: Sequence[Series], epoch_text: str, moved: Callable[[], None]
    ) -> None:
        self.series = tuple(series)
        self.epochs = 1
        self._epoch_text = epoch_text
        self._moved = moved
        self._at: int | None = None
        self._plot = pg.PlotWidget(background=theme.theme().panel)
        self.widget: QWidget = self._plot
        self.viewport: QWidget = self._plot.viewport()
        self.widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        item = self._plot.getPlotItem()
        item.hideButtons()
        item.setMenuEnabled(False)
        self._losses = item.getViewBox()
        self._shares = pg.ViewBox(enableMenu=False)
        # beneath the other, which has the mouse for both
        self._shares.setZValue(self._losses.zValue() - 1)
        self._shares.setParentItem(item)
        self._shares.setXLink(self._losses)
        item.showAxis("right")
        self._left, self._right, self._below = map(item.getAxis, ("left", "right", "bottom"))
        self._right.linkToView(self._shares)
        for view in (self._losses, self._shares):
            view.disableAutoRange()
            view.setMouseEnabled(x=True, y=False)
            view.setDefaultPadding(0)
        self._faint = {s.title: self._curve(s) for s in self.series if s.faint is not None}
        self._lines = {s.title: self._line(s) for s in self.series}
        self._cross = pg.InfiniteLine(angle=90, label="", labelOpts={"position": 0.9})
        self._dots = {view: pg.ScatterPlotItem(size=9) for view in (self._losses, self._shares)}
        self._losses.addItem(self._cross, ignoreBounds=True)
        for view, dots in self._dots.items():
            view.addItem(dots, ignoreBounds=True)
        self._left.setGrid(255)
        self._dress()
        self._losses.sigResized.connect(self._resized)
        self._losses.sigXRangeChanged.connect(self._frame)
        self.choose(None)
        self.show_all(1)

    def _curve(self, series: Series) -> pg.PlotDataItem:
        curve = pg.PlotDataItem(antialias=True)
        self._view(series).addItem(curve, ignoreBounds=True)
        return curve

    def _line(self, series: Series) -> pg.PlotDataItem:
        """Thick lines are slow to draw: a long run needs no more points than can be told apart."""
        line = self._curve(series)
        line.setClipToView(True)
        line.setDownsampling(auto=True, method="mean")
        line.opts["autoDownsampleFactor"] = PER_PIXEL
        return line

    def _view(self, series: Series) -> pg.ViewBox:
        return self._shares if series.percent else self._losses

    # -- looks ----------------------------------------------------------------------------------

    def recolor(self) -> None:
        """Take the colours of the theme that holds now."""
        self._dress()
        self.refresh()

    def _dress(self) -> None:
        colors, font = theme.theme(), theme.mono_font(11)
        metrics = QFontMetricsF(font)
        self._plot.setBackground(colors.panel)
        for axis in (self._left, self._right, self._below):
            axis.setPen(QPen(Qt.PenStyle.NoPen))
            axis.setTickPen(QPen(QColor(colors.line), 1))
            axis.setTextPen(QColor(colors.secondary))
            axis.setStyle(
                tickFont=font,
                tickLength=0,
                tickAlpha=255,
                tickTextOffset=6,
                autoExpandTextSpace=False,
                hideOverlappingLabels=48,
            )
            axis.setZValue(self._shares.zValue() - 1)
        self._below.setHeight(round(metrics.height()) + 6)
        self._cross.setPen(pg.mkPen(colors.secondary))
        label = self._cross.label
        label.setFont(font)
        label.setColor(QColor(colors.ink))
        label.fill = pg.mkBrush(colors.card)
        label.border = pg.mkPen(colors.line)
        for series in self.series:
            self._lines[series.title].setPen(series.pen())
            if series.title in self._faint:
                color = series.color
                color.setAlpha(90)
                self._faint[series.title].setPen(pg.mkPen(color))

    # -- what is shown ------------------------------------------------------------------------

    def refresh(self) -> None:
        """Draw the points that the series have now."""
        for series in self.series:
            line = self._lines[series.title]
            # one or two points are no curve yet
            few = len(series.points) <= 2
            line.setData(*_columns(series.points), symbol="o" if few else None)
            if few:
                line.setSymbolSize(5)
                line.setSymbolPen(None)
                line.setSymbolBrush(series.color)
            if series.faint is not None:
                self._faint[series.title].setData(*_columns(series.faint.points))
        self._mark()
        self._frame()

    def show_all(self, epochs: int | None = None) -> None:
        """Show the whole run, of so many epochs where it is another one."""
        if epochs is not None:
            self.epochs = max(1, epochs)
        side = self._side
        self._losses.setLimits(
            xMin=-side, xMax=self.epochs + side, minXRange=min(2, self.epochs) + 2 * side
        )
        self._losses.setXRange(-side, self.epochs + side, padding=0)
        self._frame()

    @property
    def shows_all(self) -> bool:
        low, high = self._span
        return low < 0.01 * self.epochs and high > 0.99 * self.epochs

    def zoom(self, factor: float) -> None:
        """See ``factor`` times as many epochs, about the chosen one or the middle."""
        low, high = self._span
        center = self._at if self._at is not None else (low + high) / 2
        self._losses.setXRange(
            center - (center - low) * factor, center + (high - center) * factor, padding=0
        )

    def choose(self, epoch: int | None) -> None:
        """Put the cross-hair at an epoch, or take it away."""
        self._at = epoch
        self._cross.setVisible(epoch is not None)
        if epoch is not None:
            low, high = self._span
            if not low <= epoch <= high:
                shift = epoch - (low + high) / 2
                self._losses.setXRange(low + shift, high + shift, padding=0)
            self._cross.label.setFormat(self._epoch_text.format(epoch))
            self._cross.setValue(epoch)
        self._mark()

    def epoch_at(self, place: QPoint) -> float | None:
        """The epoch under a point of the widget, None outside of the plot."""
        scene = self._plot.mapToScene(place)
        area = self._losses.sceneBoundingRect()
        if not area.adjusted(-4, 0, 4, 0).contains(scene):
            return None
        return float(self._losses.mapSceneToView(scene).x())

    def _mark(self) -> None:
        """Dots where the cross-hair meets the curves."""
        ground = pg.mkPen(theme.theme().panel, width=1.5)
        for view, dots in self._dots.items():
            there = [s for s in self.series if self._view(s) is view and s.points]
            spots = [(s, s.value_at(self._at)) for s in there if self._at is not None]
            dots.setData(
                spots=[
                    {"pos": (self._at, value), "brush": series.color, "pen": ground}
                    for series, value in spots
                ]
            )

    # -- the axes ---------------------------------------------------------------------------------

    @property
    def _span(self) -> tuple[float, float]:
        """The epochs in sight."""
        low, high = self._losses.viewRange()[0]
        return float(low), float(high)

    @property
    def _side(self) -> float:
        return SIDE * self.epochs / max(100.0, float(self._losses.width()))

    @property
    def margins(self) -> tuple[float, float]:
        """What the axes take of the widget's width, left and right."""
        return float(self._left.minimumWidth()), float(self._right.minimumWidth())

    def _resized(self) -> None:
        self._shares.setGeometry(self._losses.geometry())
        if self.shows_all:
            self.show_all()
        self._frame()

    def _frame(self) -> None:
        """Both upright axes and all numbers, for the epochs in sight."""
        low, high = self._span
        whole = self.shows_all
        losses = self._seen(False, low, high) or [1.0]
        shares = self._seen(True, low, high) or [0.0, 1.0]
        left = upright(0.0 if whole else min(losses), max(losses))
        right = upright(0.0, 1.0) if whole else upright(min(shares), max(shares), 1.0)
        percents = number_texts(tuple(100 * value for value in right))
        metrics = QFontMetricsF(theme.mono_font(11))
        for view, axis, values, texts in (
            (self._losses, self._left, left, number_texts(left)),
            (self._shares, self._right, right, [f"{text} %" for text in percents]),
        ):
            height = max(1.0, float(view.height()) - 2 * EDGE)
            edge = EDGE * (values[-1] - values[0]) / height
            view.setYRange(values[0] - edge, values[-1] + edge, padding=0)
            # a low plot has room for half of the numbers
            every = 1 if height / (len(values) - 1) >= 12 else 2
            axis.setTicks([list(zip(values, texts, strict=True))[::every]])
            axis.setWidth(round(max(map(metrics.horizontalAdvance, (*texts, "0.00")))) + 10)
        room = metrics.horizontalAdvance(self._epoch_text) + 24
        ticks = whole_numbers(low, high, int(float(self._losses.width()) / room))
        names = {tick: str(tick) for tick in ticks}
        if ticks:
            names[ticks[0]] = self._epoch_text.format(ticks[0])
        self._below.setTicks([list(names.items())])
        self._moved()

    def _seen(self, percent: bool, low: float, high: float) -> list[float]:
        """Values in sight. Single steps only before there are epochs: one wild batch must not
        flatten the curves."""
        of = [series for series in self.series if series.percent == percent]
        for all_points in (
            [s.points for s in of],
            [s.faint.points for s in of if s.faint is not None],
        ):
            values = [y for points in all_points for x, y in points if low - 1 <= x <= high + 1]
            if values:
                return values
        return []


def _columns(points: list[tuple[float, float]]) -> tuple[np.ndarray, np.ndarray]:
    both = np.array(points, dtype=float).reshape(-1, 2)
    return both[:, 0], both[:, 1]
