"""Leaving with PyTorch source or an ONNX file.

Source is text and is written here. ONNX needs torch, which the window never imports: a process of
the command line does it, and can be broken off.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from explorer.app.files import Files
from explorer.app.panels.banner import Banner
from explorer.app.session import Session
from explorer.graph import files
from explorer.graph.files import SUFFIX, FileError


class Exports(QObject):
    """The export entries of the File menu."""

    changed = Signal()
    """An export has begun or ended."""

    def __init__(self, session: Session, desk: Files, banner: Banner, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._desk = desk
        self._banner = banner
        self._process: QProcess | None = None
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._target = Path()
        self._cancelled = False

    @property
    def running(self) -> bool:
        return self._process is not None

    # -- PyTorch ------------------------------------------------------------------------------

    def pytorch(self) -> None:
        """Ask where to, and write the network as one Python file."""
        name = Path(f"{self._session.document.name}.py")
        path = self._desk.ask_where(
            self.tr("Export PyTorch source"), name, self.tr("Python (*.py)"), ".py"
        )
        if path is not None:
            self.pytorch_to(path)

    def pytorch_to(self, path: Path) -> bool:
        from explorer.exchange.pytorch import source

        try:
            text = source(self._session.document)
            files.write_atomically(path, text.encode())
        except (FileError, ValueError) as error:
            self._failed(str(error))
            return False
        self._done(path)
        return True

    # -- ONNX ---------------------------------------------------------------------------------

    def onnx(self) -> None:
        """Ask where to, and have a process write the network as an ONNX file."""
        name = Path(f"{self._session.document.name}.onnx")
        path = self._desk.ask_where(self.tr("Export ONNX"), name, self.tr("ONNX (*.onnx)"), ".onnx")
        if path is not None:
            self.onnx_to(path)

    def onnx_to(self, path: Path) -> None:
        if self._process is not None:
            return
        self._folder = tempfile.TemporaryDirectory(prefix="explorer-export-")
        source = Path(self._folder.name, f"{self._session.document.name}{SUFFIX}")
        try:
            files.save(self._session.document, source)
        except FileError as error:
            self._failed(str(error))
            self._folder.cleanup()
            return
        self._target, self._cancelled = path, False
        process = QProcess(self)
        process.setProgram(sys.executable)
        # a frozen program is its own command line
        own = [] if getattr(sys, "frozen", False) else ["-m", "explorer.cli"]
        process.setArguments(
            [*own, "export", str(source), "--to", "onnx", "--out", str(path.absolute())]
        )
        process.finished.connect(self._finished)
        process.errorOccurred.connect(self._broken)
        self._process = process
        process.start()
        self.changed.emit()

    def cancel(self) -> None:
        """Break the export off."""
        if self._process is not None:
            self._cancelled = True
            self._process.kill()

    def close(self) -> None:
        """Break off whatever runs, before the window goes."""
        if self._process is not None:
            self._cancelled = True
            self._process.kill()
            self._process.waitForFinished(2000)

    def _finished(self, code: int) -> None:
        process = self._process
        if process is None:
            return
        said = bytes(process.readAllStandardError().data()).decode(errors="replace").strip()
        self._end()
        if self._cancelled:
            self._banner.note(self.tr("Export cancelled; nothing was written."))
        elif code == 0:
            self._done(self._target)
        else:
            self._failed(said.splitlines()[-1] if said else self.tr("exit code {0}").format(code))

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

        self._banner.note(
            self.tr("Exported to {0}.").format(path.name), self.tr("Show the folder"), show
        )

    def _failed(self, why: str) -> None:
        self._banner.error(self.tr("Not exported: {0}").format(why))
