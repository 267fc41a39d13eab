"""Curves over epochs: losses on the left axis, accuracy on the right."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from explorer.app import theme
from explorer.app.plots.legend import Legend
from explorer.app.plots.library import library
from explorer.app.plots.series import Series
from explorer.app.widgets import label, tight

if TYPE_CHECKING:
    from explorer.app.plots.chart import Chart

CLOSER = 0.8
"""Share of the epochs in sight that is left of them by one step closer."""


class Curves(QWidget):
    """Curves with a legend that holds the latest values, or those under the pointer.

    The wheel goes closer, a drag goes along, a double click shows everything again; so do + and −,
    the arrow keys and Home. Until the plotting library is there, the legend alone is shown.
    """

    def __init__(self, name: str, series: Sequence[Series], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMinimumSize(180, 84)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.series = tuple(series)
        self.chart: Chart | None = None
        """None until the plotting library is there and the curves are seen."""
        self._epochs = 1
        self._at: int | None = None
        self._instead = label(kind="secondary", wrap=True)
        self._legend = Legend()
        self._all = QPushButton(self.tr("All epochs"), self)
        self._all.setProperty("kind", "link")
        self._all.setToolTip(self.tr("Show the whole run again (Home, or a double click)"))
        self._all.clicked.connect(self.show_all)
        self._all.hide()
        self._layout = QVBoxLayout(self)
        tight(self._layout, 2, margins=2)
        self._layout.addWidget(self._instead, 1)
        self._layout.addWidget(self._legend)
        library().ready.connect(self._make)
        theme.notifier().changed.connect(self._recolor)

    # -- what is shown ------------------------------------------------------------------------

    def set_epochs(self, epochs: int) -> None:
        """How far the horizontal axis reaches; all of it is shown."""
        self._epochs = max(1, epochs)
        self.show_all()
        self.refresh()

    def refresh(self) -> None:
        """Points were added to the series."""
        self._tell()
        if self.chart is not None:
            self.chart.refresh()

    def legend(self, short: bool = False) -> list[tuple[Series, str]]:
        """Each series with points, and its value at the chosen epoch or the last one."""
        shown = []
        for series in self.series:
            value = series.value_at(self._at)
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
            self._tell()
            if self.chart is not None:
                self.chart.choose(epoch)

    def show_all(self) -> None:
        """Show the whole run, however close one has gone."""
        if self.chart is not None:
            self.chart.show_all(self._epochs)

    def _tell(self) -> None:
        entries = self.legend()
        self._legend.show_entries(entries, self.legend(short=True))
        self.setAccessibleDescription(" · ".join(text for _, text in entries))

    # -- the plot ---------------------------------------------------------------------------------

    def _make(self) -> None:
        """Make the plot, as soon as there is something to make it of and somebody to see it."""
        if self.chart is not None or not self.isVisible():
            return
        made = library().chart
        if made is None:
            if library().failure:
                why = self.tr("The curves cannot be drawn: {0}").format(library().failure)
                self._instead.setText(why)
            return
        self.chart = made.Chart(self.series, self.tr("epoch {0}"), self._follow)
        widget = self.chart.widget
        widget.setAccessibleName(self.accessibleName())
        self._layout.replaceWidget(self._instead, widget)
        self._layout.setStretchFactor(widget, 1)
        self._instead.deleteLater()
        self.chart.viewport.installEventFilter(self)
        self._all.raise_()
        self.chart.show_all(self._epochs)
        self.chart.choose(self._at)
        self.chart.refresh()

    def _recolor(self) -> None:
        if self.chart is not None:
            self.chart.recolor()

    def _follow(self) -> None:
        """Other epochs may be in sight, and the axes may be wider or narrower."""
        if self.chart is None:
            return
        left, right = self.chart.margins
        self._legend.set_indent(left)
        self._all.adjustSize()
        self._all.move(round(self.width() - self._all.width() - right - 4), 4)
        # the way back stands there while not all is seen
        self._all.setVisible(not self.chart.shows_all)

    def _zoom(self, factor: float) -> None:
        if self.chart is not None:
            self.chart.zoom(factor)

    # -- Qt -----------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        library().fetch()
        self._make()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._follow()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(theme.theme().selection), 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
            painter.end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What the mouse does over the plot."""
        kind = event.type()
        if kind == QEvent.Type.Leave:
            self.choose_epoch(None)
        elif kind == QEvent.Type.MouseButtonDblClick:
            self.show_all()
            return True
        elif isinstance(event, QMouseEvent) and kind == QEvent.Type.MouseMove:
            self._point_at(event)
        return super().eventFilter(watched, event)

    def _point_at(self, event: QMouseEvent) -> None:
        last = self._last_epoch()
        found = self.chart.epoch_at(event.position().toPoint()) if self.chart else None
        if found is None or not last:
            self.choose_epoch(None)
        else:
            self.choose_epoch(min(last, max(1, floor(found + 0.5))))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last, key = self._last_epoch(), event.key()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and last:
            step = 1 if key == Qt.Key.Key_Right else -1
            self.choose_epoch(min(last, max(1, (self._at or last + 1) + step)))
        elif key == Qt.Key.Key_Escape and self._at is not None:
            self.choose_epoch(None)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self._zoom(CLOSER)
        elif key == Qt.Key.Key_Minus:
            self._zoom(1 / CLOSER)
        elif key == Qt.Key.Key_Home:
            self.show_all()
        else:
            super().keyPressEvent(event)

    def _last_epoch(self) -> int:
        return max((ceil(s.points[-1][0]) for s in self.series if s.points), default=0)
