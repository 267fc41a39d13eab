"""What is searched for in the network, and where it is."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from explorer.analysis.find import FindError, find
from explorer.app.language import say
from explorer.app.session import Session


class Finder(QObject):
    """A query, what it finds now, and the one that was gone to."""

    changed = Signal()
    """The query or what it finds is another."""
    gone_to = Signal(str)
    """This block is to be shown."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.query = ""
        self.found: tuple[str, ...] = ()
        self.error = ""
        """Why the query cannot be understood, and what can be asked."""
        self.current = ""
        for signal in (session.document_changed, session.batch_changed, session.times_changed):
            signal.connect(self._again)

    def ask(self, query: str) -> None:
        """Find this from now on; nothing for an empty text."""
        self.query = query
        self._find()

    def _again(self) -> None:
        if self.query:
            self._find()

    def _find(self) -> None:
        self.error = ""
        try:
            self.found = find(self.query, self._session.figures)
        except FindError as error:
            self.found, self.error = (), say(str(error))
        if self.current not in self.found:
            self.current = ""
        self.changed.emit()

    @property
    def place(self) -> int:
        """Which one was gone to, from 1; 0 for none as yet."""
        return self.found.index(self.current) + 1 if self.current else 0

    def go(self, step: int) -> None:
        """To the next (1) or the one before (-1), round at the ends. The first time to the one at
        or behind the selected block."""
        if not self.found:
            return
        if self.current:
            at = (self.found.index(self.current) + step) % len(self.found)
        else:
            at = self._near() if step > 0 else len(self.found) - 1
        self.current = self.found[at]
        self.changed.emit()
        self.gone_to.emit(self.current)

    def _near(self) -> int:
        selection = self._session.selection
        order = {row.path: i for i, row in enumerate(self._session.analysis.rows)}
        here = order.get(selection[-1], 0) if selection else 0
        return next((i for i, path in enumerate(self.found) if order[path] >= here), 0)
