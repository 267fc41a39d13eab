"""The session's file on the disk: locked while it is open, and looked at for what others do to it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from explorer.app.language import say
from explorer.app.safety import locks
from explorer.app.safety.locks import Holder
from explorer.app.session import Session
from explorer.graph import files
from explorer.graph.files import FileError
from explorer.graph.model import Document

CALM_MS = 300
"""From the last sign of a change to looking: some programs write a file in several goes."""

Stand = tuple[int, int, int] | None
"""Time, size and number of a file; None where there is none."""


class DiskFile(QObject):
    """What is known of the file that the session's document came from."""

    changed = Signal()
    """Somebody else has changed it, or it is gone, or all is well again: see ``theirs``."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._path: Path | None = None
        self._lock: QLockFile | None = None
        self._seen: Stand = None
        self.holder: Holder | None = None
        """Who had it open before; None where nobody else does."""
        self.theirs: Document | str | None = None
        """What others made of it, or why that cannot be read; None where it is as it was."""
        self._watcher = QFileSystemWatcher(self)
        self._timer = QTimer(self, singleShot=True, interval=CALM_MS)
        self._timer.timeout.connect(self.check)
        self._watcher.fileChanged.connect(self._timer.start)
        session.file_changed.connect(self._follow)
        session.document_replaced.connect(self._forget)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._on_state)
        self._follow()

    def close(self) -> None:
        """Let go of the file."""
        self._timer.stop()
        self._leave()

    def check(self) -> bool:
        """Look at the disk; whether the file there is another one than the session knows."""
        path = self._path
        if path is None or self._session.path != path:
            return False
        stand = _stand(path)
        self._watch()
        if stand != self._seen:
            self._seen = stand
            before, self.theirs = self.theirs, self._read(path)
            if self.theirs != before:
                self.changed.emit()
        return self.theirs is not None

    def accept(self) -> None:
        """The session's document is to be kept; what the disk has was seen."""
        self.theirs = None

    @property
    def gone(self) -> bool:
        return self._path is not None and self._seen is None

    def _read(self, path: Path) -> Document | str | None:
        try:
            found = files.load(path)
        except FileError as error:
            return say(str(error))
        return None if found == self._session.history.saved else found

    def _forget(self) -> None:
        self.theirs = None
        self._seen = _stand(self._path) if self._path is not None else None

    def _follow(self) -> None:
        path = self._session.path
        if path != self._path:
            self._leave()
            self._path = path
            if path is not None:
                self._lock, self.holder = locks.take(path)
                self._seen = _stand(path)
                self._watch()
        elif path is not None and not self._session.changed and not self._timer.isActive():
            # it may have been saved just now; reading it tells
            self._timer.start()

    def _leave(self) -> None:
        if self._watcher.files():
            self._watcher.removePaths(self._watcher.files())
        if self._lock is not None:
            self._lock.unlock()
        self._lock = self._path = self.holder = self.theirs = self._seen = None

    def _watch(self) -> None:
        """Watch the file that is there now: another may have taken its place."""
        path = self._path
        if path is not None and str(path) not in self._watcher.files() and path.exists():
            self._watcher.addPath(str(path))

    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self.check()


def _stand(path: Path) -> Stand:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
