"""The bubble chart with its choices, and what is known of the current network."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter
from typing import cast

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from explorer.analysis.analyze import analyze
from explorer.analysis.results import Totals
from explorer.app import format as f
from explorer.app.compare.chart_data import Figure, Known, bubbles, measured, published
from explorer.app.compare.choice import Choice
from explorer.app.compare.measured import Measurements
from explorer.app.files import Files
from explorer.app.gallery.entry import Entry, entries
from explorer.app.language import say
from explorer.app.plots.bubble_chart import Axis, BubbleChart
from explorer.app.runner import Runner
from explorer.app.theme import mono_font
from explorer.app.widgets import CalmComboBox, hairline, label, tight
from explorer.graph.files import FileError
from explorer.graph.model import Document

SLICE = 0.012
"""Seconds of analysing the zoo between two events."""
SIDE = 286


class ChartPage(QWidget):
    """Parameters, MACs and accuracy of the zoo, or of what was trained here."""

    open_asked = Signal(str)
    compare_asked = Signal(str)
    failed = Signal(str)

    def __init__(self, choice: Choice, runner: Runner, files: Files) -> None:
        super().__init__()
        self._choice, self._files = choice, files
        self.measurements = Measurements(runner, files.settings, self)
        self._totals: dict[Document, Totals] = {}
        self._known: dict[str, Known] = {}
        self._waiting: list[Entry] = list(entries())
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._work)
        self.chart = BubbleChart()
        self.source = self._combo(
            self.tr("Accuracy"),
            (
                (self.tr("ImageNet top-1, one crop"), "published"),
                (self.tr("measured here, digits"), "measured"),
            ),
            22,
        )
        figures = (
            (self.tr("MACs"), "macs"),
            (self.tr("parameters"), "parameters"),
            (self.tr("activations"), "activations"),
            (self.tr("accuracy"), "accuracy"),
        )
        self.across = self._combo(self.tr("Across"), figures, 10)
        self.up = self._combo(self.tr("Up"), figures, 10)
        self.area = self._combo(self.tr("Area"), figures[:3], 10)
        self.up.setCurrentIndex(3)
        self.area.setCurrentIndex(1)
        self.folder = QPushButton(self.tr("Add a run folder…"))
        self.detail = Detail()
        self.without = label("", "secondary", wrap=True)
        self.nothing = label("", "secondary", wrap=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lay_out()
        for box in (self.source, self.across, self.up, self.area):
            box.currentIndexChanged.connect(self.refresh)
        self.folder.clicked.connect(self._ask_folder)
        self.chart.current_changed.connect(self._tell)
        self.chart.activated.connect(self._activate)
        self.detail.open_asked.connect(self.open_asked)
        self.detail.compare_asked.connect(self.compare_asked)
        self.measurements.changed.connect(self.refresh)
        choice.changed.connect(self.refresh)

    def _combo(self, name: str, items: tuple[tuple[str, str], ...], wide: int) -> CalmComboBox:
        box = CalmComboBox()
        box.setMinimumContentsLength(wide)
        box.setAccessibleName(name)
        for text, data in items:
            box.addItem(text, data)
        return box

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(14, 8, 14, 8)
        bar.setSpacing(6)
        for text, box in (
            (self.tr("accuracy"), self.source),
            (self.tr("across"), self.across),
            (self.tr("up"), self.up),
            (self.tr("area"), self.area),
        ):
            bar.addWidget(label(text, "secondary"))
            bar.addWidget(box)
            bar.addSpacing(8)
        bar.addStretch()
        bar.addWidget(self.folder)
        side = QWidget()
        side.setFixedWidth(SIDE)
        column = QVBoxLayout(side)
        column.setContentsMargins(16, 14, 14, 12)
        column.setSpacing(8)
        column.addWidget(self.detail)
        column.addSpacing(8)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.without.setAlignment(Qt.AlignmentFlag.AlignTop)
        scroll.setWidget(self.without)
        column.addWidget(scroll, 1)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.chart)
        self.stack.addWidget(self.nothing)
        row = QHBoxLayout()
        tight(row)
        row.addWidget(self.stack, 1)
        row.addWidget(hairline(vertical=True))
        row.addWidget(side)
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addLayout(bar)
        layout.addWidget(hairline())
        layout.addLayout(row, 1)

    # -- what is shown --------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._waiting:
            self._idle.start()
        self.refresh()

    def _work(self) -> None:
        """Analyse the zoo in slices of idle time."""
        until = perf_counter() + SLICE
        while self._waiting and perf_counter() < until:
            _ = self._waiting.pop(0).totals
        if not self._waiting:
            self._idle.stop()
            self.refresh()

    def refresh(self) -> None:
        """Show what is known now."""
        if not self.isVisible():
            return
        here = self.source.currentData() == "measured"
        if here:
            known = measured(self.measurements.all, self._totals_of)
        else:
            known = published([e for e in entries() if e.analysed], self._choice)
        self._known = {k.key: k for k in known}
        x, y, size = (
            cast("Figure", box.currentData()) for box in (self.across, self.up, self.area)
        )
        shown = bubbles(known, x, y, size)
        self.chart.show_bubbles(shown, self._axis(x), self._axis(y), self.area.currentText())
        there = {b.key for b in shown}
        lacking = [k.title for k in known if k.key not in there]
        self.without.setText(
            self.tr("Without a value, so not plotted ({0}): {1}").format(
                len(lacking), ", ".join(lacking)
            )
            if lacking
            else ""
        )
        self.nothing.setText(
            self.tr(
                "Nothing has been trained here yet. Train this network in the Train workspace, or "
                "add the folder of a run that “explorer train” has left."
            )
            if here
            else self.tr("Reading the zoo…")
        )
        self.stack.setCurrentWidget(self.chart if shown else self.nothing)
        self._tell(self.chart.current)

    def _axis(self, figure: Figure) -> Axis:
        here = self.source.currentData() == "measured"
        accuracy = (
            self.tr("accuracy on the digits’ test images (%)")
            if here
            else self.tr("ImageNet top-1, one crop (%)")
        )
        titles: dict[Figure, str] = {
            "macs": self.tr("MACs of one image"),
            "parameters": self.tr("parameters"),
            "activations": self.tr("activations of one image"),
            "accuracy": accuracy,
        }
        return Axis(titles[figure], figure != "accuracy", figure == "accuracy")

    def _totals_of(self, document: Document) -> Totals:
        if document not in self._totals:
            self._totals[document] = analyze(document).totals
        return self._totals[document]

    def _tell(self, key: str) -> None:
        self.detail.show_network(self._known.get(key))

    def _activate(self, key: str) -> None:
        known = self._known.get(key)
        if known is not None and known.zoo:
            self.compare_asked.emit(known.zoo)

    # -- runs -----------------------------------------------------------------------------------

    def _ask_folder(self) -> None:
        text = QFileDialog.getExistingDirectory(
            self.window(), self.tr("Add a run folder"), self._files.folder
        )
        if text:
            self.add_folder(Path(text))

    def add_folder(self, folder: Path) -> None:
        """Take in what a run has left; where it cannot be read, say so."""
        try:
            self.measurements.read(folder)
        except FileError as error:
            self.failed.emit(say(str(error)))
            return
        self.source.setCurrentIndex(self.source.findData("measured"))


class Detail(QFrame):
    """The figures of one network, and what can be done with it."""

    open_asked = Signal(str)
    compare_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._zoo = ""
        self._title = label("", "title", wrap=True)
        self._words = label("", "secondary", wrap=True)
        self._grid = QGridLayout()
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(0, 1)
        self.compare = QPushButton(self.tr("Compare"))
        self.compare.setProperty("kind", "primary")
        self.open = QPushButton(self.tr("Open a copy"))
        self.compare.clicked.connect(lambda: self.compare_asked.emit(self._zoo))
        self.open.clicked.connect(lambda: self.open_asked.emit(self._zoo))
        self._values: list[tuple[QLabel, QLabel]] = []
        for i in range(4):
            name, value = label("", "secondary"), QLabel()
            value.setFont(mono_font(12))
            value.setAlignment(Qt.AlignmentFlag.AlignRight)
            self._grid.addWidget(name, i, 0)
            self._grid.addWidget(value, i, 1)
            self._values.append((name, value))
        buttons = QHBoxLayout()
        tight(buttons, 8)
        buttons.addWidget(self.compare)
        buttons.addWidget(self.open)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        tight(layout, 8)
        layout.addWidget(self._title)
        layout.addLayout(self._grid)
        layout.addWidget(self._words)
        layout.addLayout(buttons)
        self.show_network(None)

    def show_network(self, known: Known | None) -> None:
        """Tell about a network; about the chart where there is none."""
        if known is None:
            self._title.setText(self.tr("A network for each bubble"))
            self._words.setText(
                self.tr("Hover one for its figures, click to keep it, double-click to compare.")
            )
            rows: list[tuple[str, str]] = []
        else:
            self._title.setText(known.title)
            rows = [
                (self.tr("parameters"), f.whole(known.totals.parameters)),
                (self.tr("MACs"), f.compact(known.totals.macs, 4)),
                (self.tr("activations"), f.compact(known.totals.activations, 4)),
            ]
            if known.accuracy is not None:
                rows.append((self.tr("accuracy"), f"{known.accuracy:.4g}{f.THIN}%"))
            self._words.setText(self._source(known))
        for i, (name, value) in enumerate(self._values):
            name.setText(rows[i][0] if i < len(rows) else "")
            value.setText(rows[i][1] if i < len(rows) else "")
            name.setVisible(i < len(rows))
            value.setVisible(i < len(rows))
        # a network stays here while the pointer goes to the buttons: they belong to what is kept
        self._zoo = known.zoo if known is not None else self._zoo
        for button in (self.compare, self.open):
            button.setVisible(bool(known is not None and known.zoo))

    def _source(self, known: Known) -> str:
        if known.accuracy is None:
            return self.tr("No accuracy is known.")
        if not known.zoo:
            return self.tr("{0}, after {1} epochs").format(known.said_by, known.note)
        text = self.tr("Accuracy: {0}.").format(known.said_by)
        if known.note:
            text += " " + self.tr(
                "It was measured on images of {0}; the figures here are for the network’s own size."
            ).format(known.note)
        return text
