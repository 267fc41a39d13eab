"""File → Load weights…: where from, how they fit, and what is likely meant where they do not."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QProgressBar,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from explorer.app.headless import Headless, Outcome
from explorer.app.importing.request import WEIGHTS
from explorer.app.notices import sentence
from explorer.app.style import mark
from explorer.app.theme import mono_font
from explorer.app.weights.fit import Fit, rows, summary
from explorer.app.widgets import LineEdit, label
from explorer.graph import files
from explorer.graph.files import SUFFIX, FileError

if TYPE_CHECKING:
    from explorer.app.window import Window


class WeightsDialog(QDialog):
    """``tried`` with a source, and whether what is likely is taken; ``accepted`` to use them."""

    tried = Signal(str, bool)

    def __init__(self, folder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Load weights"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(680, 440)
        self._folder = folder
        self.source = LineEdit()
        self.source.setFont(mono_font(12))
        self.source.setPlaceholderText(
            self.tr("A .safetensors, .pt or .pth file, or torchvision:NAME")
        )
        self.source.setAccessibleName(self.tr("Where from"))
        self.browse = QPushButton(self.tr("Browse…"))
        self.look = QPushButton(self.tr("See how they fit"))
        self.message = label("", "secondary", wrap=True)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(self.tr("Reading the weights"))
        self.bar.hide()
        self.table = QTreeWidget()
        self.table.setHeaderLabels((self.tr("network"), self.tr("file"), self.tr("how it fits")))
        self.table.setAccessibleName(self.tr("Keys that do not simply agree"))
        self.table.setRootIsDecorated(False)
        self.table.setUniformRowHeights(True)
        self.table.setFont(mono_font(12))
        self.table.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.suggest = QPushButton(self.tr("Take what is likely"))
        self.close_button = QPushButton(self.tr("Cancel"))
        self.use = QPushButton(self.tr("Use these weights"))
        mark(self.use, kind="primary")
        first = QHBoxLayout()
        first.setSpacing(8)
        for widget in (self.source, self.browse, self.look):
            first.addWidget(widget, 1 if widget is self.source else 0)
        buttons = QHBoxLayout()
        buttons.addWidget(self.suggest)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.use)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 14)
        layout.setSpacing(12)
        layout.addLayout(first)
        layout.addWidget(self.message)
        layout.addWidget(self.bar)
        layout.addWidget(self.table, 1)
        layout.addLayout(buttons)
        self.source.textChanged.connect(self._forget)
        self.source.returnPressed.connect(self._try)
        self.browse.clicked.connect(self._browse)
        self.look.clicked.connect(self._try)
        self.suggest.clicked.connect(lambda: self._try(accept=True))
        self.close_button.clicked.connect(self.reject)
        self.use.clicked.connect(self.accept)
        self._forget()

    def _forget(self) -> None:
        """Nothing is known of another source."""
        self.table.clear()
        self.table.setVisible(False)
        self.use.setEnabled(False)
        self.suggest.hide()
        self.look.setEnabled(bool(self.source.text().strip()))
        mark(self.message, kind="secondary")
        self.message.setText(
            self.tr(
                "Files are read as numbers and nothing else. The weights are saved beside the "
                "network, never in it."
            )
        )

    def _browse(self) -> None:
        patterns = " ".join(f"*{suffix}" for suffix in WEIGHTS)
        text, _ = QFileDialog.getOpenFileName(
            self, self.tr("Load weights"), self._folder, self.tr("Weights ({0})").format(patterns)
        )
        if text:
            self.try_file(Path(text))

    def try_file(self, path: Path) -> None:
        """See how the weights of a file fit."""
        self.source.setText(str(path))
        self._try()

    def _try(self, accept: bool = False) -> None:
        source = self.source.text().strip()
        if source:
            self._forget()
            self._set_busy(True)
            self.message.setText(self.tr("Reading the weights…"))
            self.tried.emit(source, accept)

    def _set_busy(self, busy: bool) -> None:
        self.bar.setVisible(busy)
        for widget in (self.source, self.browse, self.look):
            widget.setEnabled(not busy)

    def tell(self, line: str) -> None:
        self.message.setText(line)

    def show_fit(self, fit: Fit) -> None:
        """How they fit, key by key where they do not."""
        self._set_busy(False)
        mark(self.message, kind="" if fit.complete else "warning")
        self.message.setText(summary(fit))
        found = rows(fit)
        self.table.addTopLevelItems([QTreeWidgetItem(list(row)) for row in found])
        self.table.setVisible(bool(found))
        self.suggest.setVisible(bool(fit.suggested))
        self.use.setEnabled(fit.complete)
        (self.use if fit.complete else self.suggest if fit.suggested else self.source).setFocus()

    def fail(self, why: str) -> None:
        self._set_busy(False)
        mark(self.message, kind="error")
        self.message.setText(why)


class LoadingWeights(QObject):
    """Has a process try weights on the network, and gives it those that are wanted."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._command = Headless(self)
        self._command.ended.connect(self._ended)
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._kept: tempfile.TemporaryDirectory[str] | None = None
        self._dialog: WeightsDialog | None = None
        self._fit: Fit | None = None

    def ask(self, path: Path | None = None) -> WeightsDialog:
        """Show the dialog; with a file, how that fits."""
        w = self._window
        dialog = self._dialog = WeightsDialog(w.files.folder, w)
        dialog.tried.connect(self._try)
        dialog.accepted.connect(self._use)
        dialog.finished.connect(self._gone)
        dialog.open()
        if path is not None:
            dialog.try_file(path)
        return dialog

    def close(self) -> None:
        self._command.close()
        for folder in (self._folder, self._kept):
            if folder is not None:
                folder.cleanup()

    def _try(self, source: str, accept: bool) -> None:
        if self._folder is not None:
            self._folder.cleanup()
        folder = self._folder = tempfile.TemporaryDirectory(prefix="explorer-weights-")
        document = Path(folder.name, f"network{SUFFIX}")
        try:
            files.save(self._window.session.document, document)
        except FileError as error:
            self._fail(str(error))
            return
        more = ("--accept",) if accept else ()
        out = str(self._out(folder))
        what = ("weights", str(document), "--from", source, "--out", out, "--json", *more)
        self._command.start(what)

    @staticmethod
    def _out(folder: tempfile.TemporaryDirectory[str]) -> Path:
        return Path(folder.name, "weights.safetensors")

    def _ended(self, outcome: Outcome) -> None:
        try:
            # one that does not fit is told too, though the command has failed then
            self._fit = msgspec.json.decode(outcome.output, type=Fit)
        except msgspec.MsgspecError:
            self._fit = None
            if not outcome.cancelled:
                self._fail(sentence(outcome.said.removeprefix("explorer: ")))
            return
        if self._dialog is not None:
            self._dialog.show_fit(self._fit)

    def _fail(self, why: str) -> None:
        if self._dialog is not None:
            self._dialog.fail(why)

    def _use(self) -> None:
        folder, fit = self._folder, self._fit
        if folder is None or fit is None or not fit.complete:
            return
        before, self._kept, self._folder = self._kept, folder, None
        self._window.weights.adopt(self._out(folder))
        if before is not None:
            before.cleanup()
        self._window.banner.note(summary(fit))

    def _gone(self) -> None:
        self._dialog = None
        if self._command.running:
            self._command.cancel()
