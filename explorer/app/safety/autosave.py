"""Autosave: within a second of an edit the journal holds it.

A document is a value, so the thread that writes it needs no lock and the window never waits.
"""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, QTimer, Signal

from explorer.app.language import say
from explorer.app.newest import Newest
from explorer.app.safety import journal
from explorer.app.session import Session
from explorer.graph.files import FileError

DELAY_MS = 350
"""From the first unwritten edit to its writing; edits in between are written along."""


class Autosave(QObject):
    """Keeps a journal of the session's document while it has changes that no file holds."""

    failed = Signal(str)
    """The journal cannot be written; said once until it can be again."""
    written = Signal()

    def __init__(
        self, session: Session, folder: Path | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self.folder = folder if folder is not None else journal.journal_folder()
        self.file = journal.new_file(self.folder)
        self._lock: QLockFile | None = None
        self._writer = Newest("journal")
        self._steps = session.history.steps
        """Of the history, where the document was last as a file holds it."""
        self._when = 0.0
        self._kept = False
        self._failing = False
        self._timer = QTimer(self, singleShot=True, interval=DELAY_MS)
        self._timer.timeout.connect(self.write)
        session.document_changed.connect(self._on_change)
        session.file_changed.connect(self._on_file)

    @property
    def edits(self) -> int:
        """Steps since the document was last as a file holds it."""
        return max(1, abs(self._session.history.steps - self._steps))

    def _on_change(self) -> None:
        self._when = time.time()
        if self._session.changed and not self._timer.isActive():
            # not begun anew with every edit: who edits without a pause is kept up with as well
            self._timer.start()

    def _on_file(self) -> None:
        if not self._session.changed:
            self._steps = self._session.history.steps
            self.clear()

    def write(self) -> None:
        """Have the document written as it is now."""
        self._timer.stop()
        session = self._session
        if not session.changed or not self._own():
            return
        self._kept = True
        document, path, edits = session.document, session.path, self.edits
        when = self._when or time.time()

        def job() -> None:
            try:
                journal.write(self.file, document, path, edits, when)
            except FileError as error:
                if not self._failing:
                    self._failing = True
                    self.failed.emit(say(str(error)))
                return
            self._failing = False
            self.written.emit()

        self._writer.submit(job)

    def flush(self, seconds: float = 5.0) -> bool:
        """Write at once and wait for it. False where the journal does not hold the document."""
        self.write()
        return self._writer.wait(seconds) and not self._failing

    def clear(self) -> None:
        """Nothing is unsaved, or what is was given up: no journal is needed."""
        self._timer.stop()
        if self._kept:
            self._kept = False
            self._writer.submit(lambda: journal.discard(self.file))

    def close(self) -> None:
        """The program ends as it should."""
        self._session.document_changed.disconnect(self._on_change)
        self._session.file_changed.disconnect(self._on_file)
        self.clear()
        self._writer.wait(5.0)
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None

    def _own(self) -> bool:
        """The journal's lock, taken before its first writing."""
        if self._lock is None:
            try:
                self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            except OSError as error:
                self._fail(say(str(error)))
                return False
            lock = journal.lock_of(self.file)
            if not lock.tryLock(0):
                self._fail(self.tr("{0} cannot be written").format(self.folder))
                return False
            self._lock = lock
        return True

    def _fail(self, why: str) -> None:
        if not self._failing:
            self._failing = True
            self.failed.emit(why)
