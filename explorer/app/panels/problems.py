"""Problems: what is wrong, why, and how to mend it, with repairs and their prices."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from explorer.analysis.results import Problem
from explorer.app.language import say
from explorer.app.panels.repairs import RepairList
from explorer.app.session import Session
from explorer.app.widgets import clear, label, tight

MARKS = {"error": "✕", "warning": "▲", "hint": "▲"}


def counted(count: int) -> str:
    """``No problems``, ``1 problem``, ``3 problems``."""
    if count == 0:
        return QCoreApplication.translate("Problems", "No problems")
    if count == 1:
        return QCoreApplication.translate("Problems", "1 problem")
    return QCoreApplication.translate("Problems", "{0} problems").format(count)


class ProblemCard(QFrame):
    """One problem."""

    chosen = Signal(str)

    def __init__(self, session: Session, problem: Problem, with_path: bool = False) -> None:
        super().__init__()
        self.setProperty("kind", "problem")
        self.setProperty("severity", problem.severity)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 4, 4, 4)
        layout.setSpacing(4)
        if with_path:
            where = problem.path or QCoreApplication.translate("ProblemCard", "the network")
            link = QPushButton(where)
            link.setProperty("kind", "link")
            link.setEnabled(bool(problem.path))
            link.clicked.connect(partial(self.chosen.emit, problem.path))
            layout.addWidget(link, alignment=Qt.AlignmentFlag.AlignLeft)
        kind = "error" if problem.severity == "error" else "warning"
        what = say(problem.what)
        what = what[:1].upper() + what[1:]
        layout.addWidget(label(f"{MARKS[problem.severity]} {what}", kind, wrap=True))
        self._mend = label(say(problem.mend), "secondary", wrap=True)
        self._mend.setVisible(bool(problem.mend))
        if problem.why:
            layout.addWidget(label(say(problem.why), "secondary", wrap=True))
        layout.addWidget(self._mend)
        self._unfold = QPushButton(QCoreApplication.translate("ProblemCard", "Repairs"))
        self._unfold.setProperty("kind", "link")
        self._unfold.clicked.connect(self.unfold)
        layout.addWidget(self._unfold, alignment=Qt.AlignmentFlag.AlignLeft)
        self.repairs: RepairList | None = None
        self._session, self._problem = session, problem

    def unfold(self) -> None:
        """Show what would mend it; working that out takes some milliseconds, so not before."""
        if self.repairs is None:
            self._unfold.hide()
            # what it says in words the repairs do
            self._mend.hide()
            self.repairs = RepairList(self._session, self._problem)
            layout = self.layout()
            assert layout is not None
            layout.addWidget(self.repairs)


class ProblemList(QWidget):
    """Cards for some problems; rebuilt only when they are other ones."""

    chosen = Signal(str)

    def __init__(self, session: Session, with_path: bool = False, unfolded: int = 1) -> None:
        """``unfolded`` cards show their repairs unasked."""
        super().__init__()
        self._session = session
        self._with_path = with_path
        self._unfolded = unfolded
        self._shown: tuple[Problem, ...] = ()
        self._layout = QVBoxLayout(self)
        tight(self._layout, 8)
        self.hide()

    def set_problems(self, problems: Sequence[Problem]) -> None:
        shown = tuple(problems)
        self.setVisible(bool(shown))
        if shown == self._shown:
            return
        self._shown = shown
        clear(self._layout)
        for i, problem in enumerate(shown[:MOST]):
            card = ProblemCard(self._session, problem, self._with_path)
            card.chosen.connect(self.chosen)
            self._layout.addWidget(card)
            if i < self._unfolded:
                card.unfold()
        if len(shown) > MOST:
            more = self.tr("… and {0} more").format(len(shown) - MOST)
            self._layout.addWidget(label(more, "secondary"))


MOST = 50
"""Cards shown at once: with more problems than that, the first ones are the cause."""


class ProblemsPopover(QFrame):
    """All problems of the network, over the status line."""

    chosen = Signal(str)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._session = session
        self.setProperty("kind", "floating")
        self.setAccessibleName(self.tr("Problems"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        self._title = label("", "title")
        layout.addWidget(self._title)
        self._list = ProblemList(session, with_path=True, unfolded=0)
        self._list.chosen.connect(self._choose)
        body = QWidget()
        inner = QVBoxLayout(body)
        tight(inner)
        inner.addWidget(self._list)
        inner.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(body)
        scroll.viewport().setAutoFillBackground(False)
        body.setAutoFillBackground(False)
        layout.addWidget(scroll)
        session.document_changed.connect(self._follow)

    def open_above(self, anchor: QWidget) -> None:
        """Show the list above the widget that it belongs to."""
        self._fill()
        # as high as what it lists, up to where it had better scroll
        width = 420
        inside = self._list.heightForWidth(width - 40)
        self.resize(width, min(360, max(inside, self._list.sizeHint().height()) + 64))
        at = anchor.mapToGlobal(QPoint(0, -self.height() - 6))
        screen = anchor.screen() or QGuiApplication.primaryScreen()
        self.move(max(screen.availableGeometry().left(), at.x()), at.y())
        self.show()

    def _follow(self) -> None:
        if self.isVisible():
            self._fill()
            if not self._session.analysis.problems:
                self.close()

    def _fill(self) -> None:
        problems = self._session.analysis.problems
        self._title.setText(counted(len(problems)))
        self._list.set_problems(problems)

    def _choose(self, path: str) -> None:
        self.close()
        self.chosen.emit(path)
