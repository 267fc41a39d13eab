"""Which networks are compared: the document that is open, and those that were chosen beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, QTimer, Signal

from explorer import zoo
from explorer.analysis.analyze import Analysis, analyze
from explorer.analysis.compare import Comparison, compare
from explorer.app.language import say
from explorer.app.session import Session
from explorer.graph.history import Step
from explorer.graph.model import Document

Origin = Literal["open", "history", "zoo", "file"]

MOST_STATES = 20
"""Earlier states offered by name."""


@dataclass(frozen=True, eq=False)
class Candidate:
    """A network to compare with, and where it came from."""

    title: str
    note: str
    origin: Origin
    analysis: Analysis


class Choice(QObject):
    """The networks in their order, and which of them stands beside the first."""

    changed = Signal()
    """Networks, their figures or what stands on the right are others."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._others: list[Candidate] = []
        self._shown = 0
        self._comparison: Comparison | None = None
        # several edits in a row are one reason to compare anew
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self.changed)
        session.document_replaced.connect(self._forget_history)
        session.document_changed.connect(self._follow)

    # -- what there is --------------------------------------------------------------------------

    @property
    def first(self) -> Candidate:
        """The document that is open."""
        session = self._session
        return Candidate(session.document.name, self.tr("open here"), "open", session.analysis)

    @property
    def others(self) -> tuple[Candidate, ...]:
        return tuple(self._others)

    @property
    def shown(self) -> int:
        """Which of the others stands beside the first; meaningless where there is none."""
        return min(self._shown, max(0, len(self._others) - 1))

    @property
    def sides(self) -> tuple[Candidate, Candidate]:
        """What stands on the left and on the right: the document first, but after an earlier state
        of itself, so that what was added since is called added."""
        first, other = self.first, self._others[self.shown]
        return (other, first) if other.origin == "history" else (first, other)

    @property
    def comparison(self) -> Comparison | None:
        """The two networks side by side; None while nothing was chosen."""
        if not self._others:
            return None
        left, right = (side.analysis for side in self.sides)
        found = self._comparison
        if found is None or found.left is not left or found.right is not right:
            found = self._comparison = compare(left, right)
        return found

    # -- choosing -------------------------------------------------------------------------------

    def add(self, candidate: Candidate) -> None:
        """Put a network beside the first; one that is there already is shown."""
        for i, other in enumerate(self._others):
            if other.analysis.document == candidate.analysis.document:
                self.show(i)
                return
        self._others.append(candidate)
        self._shown = len(self._others) - 1
        self.changed.emit()

    def add_zoo(self, name: str) -> None:
        self.add(Candidate(name, self.tr("gallery"), "zoo", analyze(zoo.get(name))))

    def add_document(self, document: Document, note: str, origin: Origin) -> None:
        self.add(Candidate(document.name, note, origin, analyze(document, self._session.analysis)))

    def remove(self, index: int) -> None:
        del self._others[index]
        if self._shown >= index:
            self._shown = max(0, self._shown - 1)
        self.changed.emit()

    def show(self, index: int) -> None:
        """Have one of the others stand beside the first."""
        if 0 <= index < len(self._others) and index != self.shown:
            self._shown = index
            self.changed.emit()

    # -- what is offered ------------------------------------------------------------------------

    @property
    def saved(self) -> Document | None:
        """The version last saved or opened, where it is another."""
        saved = self._session.history.saved
        return saved if saved is not self._session.document else None

    @property
    def opened(self) -> Document | None:
        """The document before its first edit, where it is another and not the saved one."""
        first = self._session.history.first
        other = first is not self._session.document and first is not self._session.history.saved
        return first if other else None

    def earlier(self) -> Iterator[tuple[str, Document]]:
        """States before the latest edits, the latest first, each with the edit that ended it."""
        states: tuple[Step, ...] = self._session.history.states
        latest = states[-MOST_STATES - 1 :]
        for before, step in zip(reversed(latest[:-1]), reversed(latest[1:]), strict=True):
            yield say(step.label), before.document

    def relatives(self) -> list[str]:
        """Networks of the zoo of the same family; of the zoo's first ones where it has none."""
        about, name = self._session.document.about, self._session.document.name
        family = [n for n in zoo.names() if zoo.get(n).about.family == about.family and n != name]
        return family or [n for n in ("resnet18", "vgg16", "googlenet") if n != name]

    # -- following ------------------------------------------------------------------------------

    def _forget_history(self) -> None:
        self._others = [c for c in self._others if c.origin != "history"]
        self._shown = 0

    def _follow(self) -> None:
        self._soon.start()
