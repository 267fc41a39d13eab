"""The filters of a convolution, as they are and as they become."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from explorer.app import theme
from explorer.app.format import shape as shape_text
from explorer.app.panels.insight_parts import Absence, absence, convolution_shown
from explorer.app.panels.map_detail import MapDetail
from explorer.app.panels.spread import Spread
from explorer.app.plots.colormaps import color_table
from explorer.app.plots.image_grid import ImageGrid
from explorer.app.runner import Runner
from explorer.app.session import Session
from explorer.app.widgets import CalmComboBox, ElidedLabel, Switch, label, tight


class SignScale(QWidget):
    """What the colours of weights mean: from negative over 0 to positive."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Blue is negative, orange positive"))
        self.setToolTip(
            self.tr("Blue is negative, orange positive; each filter by its own largest weight")
        )
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.notifier().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(66, 18)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(theme.mono_font(12))
        painter.setPen(QColor(theme.theme().secondary))
        painter.drawText(QRectF(0, 0, 12, 18), "−")
        painter.drawText(QRectF(56, 0, 12, 18), "+")
        colors = QLinearGradient(13, 0, 53, 0)
        table = color_table("signs")
        for stop in range(0, 256, 51):
            colors.setColorAt(stop / 255, QColor(table[stop] & 0xFFFFFF))
        painter.fillRect(QRectF(13, 4, 40, 10), colors)
        painter.end()


class FiltersPage(QWidget):
    """A grid of filters, the input channel they are seen through, and one of them enlarged."""

    def __init__(self, session: Session, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._runner = runner
        self._active = False
        self._path = ""
        self.grid = ImageGrid(self.tr("Filters"))
        self.grid.chosen.connect(self._show_detail)
        self.caption = ElidedLabel()
        self.caption.setProperty("kind", "secondary")
        self.absence = Absence()
        self.detail = MapDetail()
        self.detail.hide()
        self.note = label(kind="secondary", wrap=True)
        self.by_strength = Switch()
        self.by_strength.setAccessibleName(self.tr("Strongest first"))
        self.by_strength.setToolTip(self.tr("Sort the filters by the size of their weights"))
        self.by_strength.toggled.connect(self._ask)
        self.channel = CalmComboBox()
        self.channel.setAccessibleName(self.tr("Input channel"))
        self.channel.setToolTip(
            self.tr("A filter has a slice for each input channel: see one, or the mean of all")
        )
        self.channel.activated.connect(self._ask)
        self._scale = SignScale()
        choices = QHBoxLayout()
        tight(choices, 10)
        choices.addWidget(self.channel)
        choices.addWidget(self.by_strength)
        choices.addWidget(label(self.tr("strongest first"), kind="secondary"))
        choices.addStretch()
        below = QHBoxLayout()
        tight(below, 10)
        below.addWidget(self.caption, 1)
        below.addWidget(self._scale)
        words = QWidget()
        column = QVBoxLayout(words)
        tight(column, 8)
        column.addLayout(choices)
        column.addLayout(below)
        column.addWidget(self.note)
        pictures = QWidget()
        body = QVBoxLayout(pictures)
        tight(body)
        body.addWidget(self.grid, 100)
        body.addStretch(1)
        self._stack = QStackedWidget()
        self._stack.addWidget(Spread(words, pictures, self.detail))
        self._stack.addWidget(self.absence)
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addWidget(self._stack)
        runner.frames_changed.connect(self._frames_changed)

    # -- what to look at --------------------------------------------------------------------------

    def set_active(self, active: bool) -> None:
        """Whether anybody sees this page: the worker need not work for one that is hidden."""
        if not active and not self._active:
            return
        self._active = active
        if active:
            self.refresh()
        else:
            self._runner.watch_filters("")

    def refresh(self) -> None:
        """The selection, the document or the worker's state has changed."""
        if not self._active:
            return
        row = convolution_shown(self._session)
        path = row.path if row is not None else ""
        if row is not None and path != self._path:
            self.grid.choose(-1)
        self._path = path
        if row is not None:
            self._offer_channels(row.inputs[0][0] if row.inputs else 1)
        self._ask()
        why = absence(self._runner)
        if why is None and row is None:
            why = (
                self.tr("This network has no convolution"),
                self.tr("Filters are the weights of convolutions: drag one from the palette."),
            )
        if why is None and self._runner.frames.get("filters") is None:
            why = self.tr("Fetching the filters…"), ""
        self._stack.setCurrentIndex(0 if why is None else 1)
        if why is not None:
            self.absence.explain(*why)
        self._caption()

    def _offer_channels(self, count: int) -> None:
        self.channel.setVisible(count > 1)
        words = [self.tr("in colour") if count == 3 else self.tr("mean of {0}").format(count)]
        if self.channel.count() != count + 1 or self.channel.itemText(0) != words[0]:
            words += [self.tr("input channel {0}").format(index) for index in range(count)]
            self.channel.clear()
            self.channel.addItems(words)

    def _ask(self) -> None:
        chosen = self.channel.currentIndex()
        channel = chosen - 1 if not self.channel.isHidden() and chosen > 0 else None
        self._runner.watch_filters(self._path, self.by_strength.isChecked(), channel)

    # -- what is seen -------------------------------------------------------------------------------

    def _frames_changed(self, kind: str) -> None:
        frames = self._runner.frames.get("filters")
        if kind != "filters" or frames is None or not self._active:
            return
        tips = tuple(self.tr("filter {0}").format(channel) for channel in frames.channels)
        self.grid.set_images(frames.pixels, frames.shape, "signs", tips)
        if self._stack.currentIndex() != 0:
            self.refresh()
        self._scale.setVisible(len(frames.shape) == 3)
        self._caption()
        self._show_detail(self.grid.chosen_index)

    def _caption(self) -> None:
        frames = self._runner.frames.get("filters")
        if frames is None:
            return
        row = self._session.row(frames.path)
        count = frames.shape[0]
        size = shape_text(frames.shape[1:3])
        text = self.tr("{0} filters {1}").format(count, size)
        whole = row.output[0] if row is not None and row.output else count
        if whole > count:
            text = self.tr("first {0} of {1} filters {2}").format(count, whole, size)
        if self.by_strength.isChecked():
            text += " · " + self.tr("sorted by strength")
        self.caption.set_text(f"{text} · {self._runner.weights_text}")
        random = not self._runner.learnt_epoch
        self.note.setText(
            self.tr("These are random: train the network and watch them take shape.")
            if random
            else self.tr(
                "Each filter looks for one local pattern everywhere in the image; "
                "that is why its weights are shared."
            )
        )

    def _show_detail(self, index: int) -> None:
        frames = self._runner.frames.get("filters")
        if frames is None or not 0 <= index < min(len(frames.channels), self.grid.count):
            self.detail.hide()
            return
        self.detail.show()
        figures = [(self.tr("largest weight"), f"{frames.largest[index]:.3f}")]
        title = self.tr("filter {0}").format(frames.channels[index])
        self.detail.show_map(title, self.grid.image_at(index), figures)
