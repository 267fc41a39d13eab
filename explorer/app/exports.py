"""Leaving with PyTorch source or an ONNX file.

ONNX needs torch, which the window never imports, and the source is written by the same rooms as the
built network: a process of the command line does either, and can be broken off.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, QProcess, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from explorer.app.files import Files
from explorer.app.panels.banner import Banner
from explorer.app.runner import Runner
from explorer.app.session import Session
from explorer.graph import files
from explorer.graph.files import SUFFIX, FileError

Format = Literal["pytorch", "onnx"]

WEIGHTS = "weights.pt"
"""Beside the document, in the export's own temporary folder."""


class Exports(QObject):
    """The export entries of the File menu."""

    changed = Signal()
    """An export has begun or ended, or says what it is doing."""

    def __init__(
        self, session: Session, desk: Files, banner: Banner, runner: Runner, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        runner.weights_saved.connect(self._weights_came)
        self._session = session
        self._desk = desk
        self._banner = banner
        self._process: QProcess | None = None
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._source = self._target = Path()
        self._trained = False
        self._cancelled = False
        self._awaits_weights = False
        self.what: Format = "onnx"
        self.said = ""

    @property
    def running(self) -> bool:
        return self._process is not None or self._awaits_weights

    def ask(self, to: Format) -> None:
        """Ask where to, and have a process write the network there."""
        title, kind, suffix = {
            "pytorch": (self.tr("Export PyTorch source"), self.tr("Python (*.py)"), ".py"),
            "onnx": (self.tr("Export ONNX"), self.tr("ONNX (*.onnx)"), ".onnx"),
        }[to]
        name = Path(f"{self._session.document.name}{suffix}")
        path = self._desk.ask_where(title, name, kind, suffix)
        if path is not None:
            self.export(to, path)

    def export(self, to: Format, path: Path) -> None:
        """Begin to write the network, ONNX with the weights that it has learnt, if any;
        ``changed`` says when that has ended."""
        if self.running:
            return
        self._folder = tempfile.TemporaryDirectory(prefix="explorer-export-")
        source = Path(self._folder.name, f"{self._session.document.name}{SUFFIX}")
        try:
            files.save(self._session.document, source)
        except FileError as error:
            self._failed(str(error))
            self._folder.cleanup()
            return
        self._target, self._cancelled, self.what, self.said = path, False, to, ""
        self._source = source
        if to == "onnx" and self._runner.has_learnt:
            self._awaits_weights = True
            self._runner.save_weights(source.with_name(WEIGHTS))
            self.changed.emit()
        else:
            self._run(())

    def _weights_came(self, path: str) -> None:
        if self._awaits_weights:
            self._awaits_weights = False
            self._run(("--weights", path) if path else ())

    def _run(self, more: tuple[str, ...]) -> None:
        self._trained = bool(more)
        process = QProcess(self)
        process.setProgram(sys.executable)
        # a frozen program is its own command line
        own = [] if getattr(sys, "frozen", False) else ["-m", "explorer"]
        process.setArguments(
            [
                *own,
                "export",
                str(self._source),
                "--to",
                self.what,
                "--out",
                str(self._target.absolute()),
                *more,
            ]
        )
        process.readyReadStandardError.connect(self._hear)
        process.finished.connect(self._finished)
        process.errorOccurred.connect(self._broken)
        self._process = process
        process.start()
        self.changed.emit()

    def cancel(self) -> None:
        """Break the export off."""
        self._cancelled = True
        if self._process is not None:
            self._process.kill()
        elif self._awaits_weights:
            self._awaits_weights = False
            self._end()
            self._banner.note(self.tr("Export cancelled; nothing was written."))

    def close(self) -> None:
        """Break off whatever runs, before the window goes."""
        if self._process is not None:
            self._cancelled = True
            self._process.kill()
            self._process.waitForFinished(2000)

    def _hear(self) -> None:
        """The process says on stderr what it does, and in its last line why it failed."""
        if self._process is not None:
            text = bytes(self._process.readAllStandardError().data()).decode(errors="replace")
            lines = text.strip().splitlines()
            if lines:
                self.said = lines[-1]
                self.changed.emit()

    def _finished(self, code: int, status: QProcess.ExitStatus) -> None:
        if self._process is None:
            return
        self._hear()
        self._end()
        if self._cancelled:
            self._banner.note(self.tr("Export cancelled; nothing was written."))
        elif code == 0 and status is QProcess.ExitStatus.NormalExit:
            self._done(self._target)
        else:
            self._failed(self.said or self.tr("exit code {0}").format(code))

    def _broken(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart and self._process is not None:
            why = self._process.errorString()
            self._end()
            self._failed(why)

    def _end(self) -> None:
        if self._process is not None:
            self._process.deleteLater()
        self._process = None
        if self._folder is not None:
            self._folder.cleanup()
        self.changed.emit()

    # -- saying so ------------------------------------------------------------------------------

    def _done(self, path: Path) -> None:
        def show() -> None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.absolute().parent)))

        text = self.tr("Exported to {0}.")
        if self.what == "onnx":
            text = (
                self.tr("Exported to {0}, with the weights it has learnt.")
                if self._trained
                else self.tr("Exported to {0}, with random weights: it was not trained yet.")
            )
        self._banner.note(text.format(path.name), self.tr("Show the folder"), show)

    def _failed(self, why: str) -> None:
        self._banner.error(self.tr("Not exported: {0}").format(why))
