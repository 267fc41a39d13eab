"""A command of the command line in a process of its own: for what needs torch, or takes long."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject, QProcess, Signal


class Outcome(NamedTuple):
    """How a command ended."""

    ok: bool
    cancelled: bool
    said: str
    """The last line on stderr: why it failed, where it did."""
    output: str
    """All of stdout."""


class Headless(QObject):
    """One command at a time, which tells what it is doing and can be broken off."""

    said = Signal(str)
    """The last line that the command wrote to stderr."""
    ended = Signal(object)
    """An ``Outcome``."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None
        self._cancelled = False
        self._last = ""
        self._output = bytearray()

    @property
    def running(self) -> bool:
        return self._process is not None

    def start(self, arguments: Sequence[str]) -> None:
        """Begin; ``ended`` tells when it has."""
        process = QProcess(self)
        process.setProgram(sys.executable)
        # a frozen program is its own command line
        own = [] if getattr(sys, "frozen", False) else ["-m", "explorer"]
        process.setArguments([*own, *arguments])
        process.readyReadStandardError.connect(self._hear)
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._finished)
        process.errorOccurred.connect(self._broken)
        self._process, self._cancelled, self._last = process, False, ""
        self._output.clear()
        process.start()

    def cancel(self) -> None:
        """Break it off."""
        self._cancelled = True
        if self._process is not None:
            self._process.kill()

    def close(self) -> None:
        """Break it off, before the window goes."""
        if self._process is not None:
            self.cancel()
            self._process.waitForFinished(2000)

    def _hear(self) -> None:
        if self._process is not None:
            text = bytes(self._process.readAllStandardError().data()).decode(errors="replace")
            lines = text.strip().splitlines()
            if lines:
                self._last = lines[-1]
                self.said.emit(self._last)

    def _read(self) -> None:
        if self._process is not None:
            self._output += self._process.readAllStandardOutput().data()

    def _finished(self, code: int, status: QProcess.ExitStatus) -> None:
        if self._process is None:
            return
        self._hear()
        self._read()
        ok = code == 0 and status is QProcess.ExitStatus.NormalExit and not self._cancelled
        said = self._last
        if not ok and not said:
            said = self.tr("exit code {0}").format(code)
        self._end(Outcome(ok, self._cancelled, said, self._output.decode(errors="replace")))

    def _broken(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart and self._process is not None:
            self._end(Outcome(False, self._cancelled, self._process.errorString(), ""))

    def _end(self, outcome: Outcome) -> None:
        if self._process is not None:
            self._process.deleteLater()
        self._process = None
        self.ended.emit(outcome)
