"""The repairs of a block, over the canvas: opened by key, menu or a click on the mark of trouble."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from explorer.analysis.field_hints import field_hints
from explorer.analysis.repairs import Repair
from explorer.analysis.results import Problem
from explorer.app.language import say
from explorer.app.panels.problems import MARKS
from explorer.app.panels.repairs import ALL, ArrowKeys, RepairList, preview_text
from explorer.app.session import Session
from explorer.app.theme import mono_font
from explorer.app.widgets import ElidedLabel, clear, label, tight

WIDTH = 420
HIGHEST = 600
PROBLEMS = 3
"""Problems shown at once: with more than that, the first ones are the cause."""


def problems_at(session: Session, path: str) -> list[Problem]:
    """The problems of a block and of what lies within it; with an empty path those of the network."""
    analysis = session.analysis
    found = [
        p for p in analysis.problems if not path or p.path == path or p.path.startswith(path + ".")
    ]
    if path and not found:
        found = [p for p in field_hints(analysis) if p.path.startswith(path)]
    return found


class RepairsPopover(QFrame):
    """Problems of one block, each with its repairs."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._session = session
        self.setProperty("kind", "floating")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Repairs"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 8, 12)
        layout.setSpacing(6)
        self._where = ElidedLabel("", Qt.TextElideMode.ElideLeft)
        self._where.setFont(mono_font(12))
        self._where.setProperty("kind", "secondary")
        layout.addWidget(self._where)
        self._body = QWidget()
        self._inner = QVBoxLayout(self._body)
        tight(self._inner, 6)
        self._inner.setContentsMargins(0, 0, 6, 0)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._body)
        self._body.setAutoFillBackground(False)
        scroll.viewport().setAutoFillBackground(False)
        layout.addWidget(scroll, 1)
        self._preview = label(self.tr("Up and Down choose, Enter applies."), "secondary", wrap=True)
        self._preview.setMinimumHeight(34)
        layout.addWidget(self._preview)
        self.lists: list[RepairList] = []

    def open(self, path: str, at: QRect) -> bool:
        """Show the repairs of a block beside a rectangle of the screen; False where it has no
        problem."""
        problems = problems_at(self._session, path)
        if not problems:
            return False
        self._where.set_text(path or self.tr("the network"))
        clear(self._inner)
        self.lists = []
        for problem in problems[:PROBLEMS]:
            what = say(problem.what)
            what = what[:1].upper() + what[1:]
            kind = "error" if problem.severity == "error" else "warning"
            self._inner.addWidget(label(f"{MARKS[problem.severity]} {what}", kind, wrap=True))
            if problem.why:
                self._inner.addWidget(label(say(problem.why), "secondary", wrap=True))
            found = RepairList(self._session, problem, ALL)
            found.refresh()
            found.applied.connect(self.close)
            found.pointed.connect(self._point)
            self._inner.addWidget(found)
            self.lists.append(found)
        if len(problems) > PROBLEMS:
            more = self.tr("… and {0} more").format(len(problems) - PROBLEMS)
            self._inner.addWidget(label(more, "secondary"))
        self._inner.addStretch()
        ArrowKeys(self.lists, self._body)
        self._place(at)
        self.show()
        rows = [row for found in self.lists for row in found.rows]
        (rows[0] if rows else self).setFocus()
        return True

    def _point(self, repair: Repair) -> None:
        self._preview.setText(preview_text(repair))

    def _place(self, at: QRect) -> None:
        self._inner.activate()
        inside = self._inner.heightForWidth(WIDTH - 30)
        if inside < 0:
            inside = self._inner.sizeHint().height()
        self.resize(WIDTH, min(HIGHEST, inside + 96))
        screen = QGuiApplication.screenAt(at.center()) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        corner = QPoint(at.left(), at.bottom() + 8)
        if corner.y() + self.height() > room.bottom():
            corner.setY(max(room.top(), at.top() - self.height() - 8))
        corner.setX(max(room.left(), min(corner.x(), room.right() - self.width())))
        self.move(corner)
