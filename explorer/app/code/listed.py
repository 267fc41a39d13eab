"""The listing of the session's network, written by a thread while somebody looks at it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from explorer.analysis.results import Problem
from explorer.app.newest import Newest
from explorer.app.session import Session
from explorer.graph.model import Document

if TYPE_CHECKING:
    from explorer.exchange.source.listing import Listing

PAUSE = 120
"""Milliseconds after an edit: what is dragged or typed is not written at each step."""


class Listed(NamedTuple):
    """A document and its listing, or what stands against writing one."""

    document: Document
    listing: Listing | None
    problem: Problem | None = None


class Lister(QObject):
    """Keeps the listing in step with the document as long as ``wanted`` says so."""

    changed = Signal()
    _written = Signal(object)

    def __init__(self, session: Session, wanted: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._wanted = session, wanted
        self.now: Listed | None = None
        self._asked: Document | None = None
        self._thread = Newest("listing")
        self._written.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self.write)
        session.document_changed.connect(self._timer.start)

    @property
    def fresh(self) -> bool:
        """Whether the listing is of the document as it is now."""
        return self.now is not None and self.now.document is self._session.document

    def write(self) -> None:
        """Have the listing written, if somebody looks and it is not there yet."""
        document = self._session.document
        if self.fresh or self._asked is document or not self._wanted():
            return
        self._asked = document

        def job() -> None:
            listed = _listed(document)
            with suppress(RuntimeError):  # the window is gone
                self._written.emit(listed)

        self._thread.submit(job)

    def wait(self) -> None:
        """Until the thread has nothing to do: the answer is on its way."""
        self._thread.wait(10)

    def _take(self, listed: Listed) -> None:
        if listed.document is self._asked:
            self._asked = None
        if listed.document is self._session.document:
            self.now = listed
            self.changed.emit()


def _listed(document: Document) -> Listed:
    # only here: what writes the source is not needed to open the window
    from explorer.exchange.pytorch import BuildError, listing

    try:
        made = listing(document)
    except BuildError as error:
        return Listed(document, None, error.problem)
    # worked out when they are first asked for, which shall not be in the window's thread
    _ = made.lines, made.literals
    return Listed(document, made)
