"""The networks that are compared, one card each: its totals, and the difference to the first. It is
that of the table, from left to right: an earlier state stands on the left, so its card says what has
come since."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from explorer.analysis.analyze import Analysis
from explorer.app import format as f
from explorer.app.compare.choice import Candidate, Choice
from explorer.app.compare.words import difference
from explorer.app.style import mark
from explorer.app.theme import mono_font
from explorer.app.widgets import ElidedLabel, IconButton, clear, label, tight

WIDTH = 236


def _tr(text: str) -> str:
    return QCoreApplication.translate("Compare", text)


class Card(QFrame):
    """One network; a press shows it beside the first."""

    pressed = Signal()
    removed = Signal()

    def __init__(self, candidate: Candidate, first: Analysis | None, shown: bool) -> None:
        super().__init__()
        self.setProperty("kind", "choice")
        self.setProperty("shown", shown)
        self.setFixedWidth(WIDTH)
        top = QHBoxLayout()
        tight(top, 6)
        name = ElidedLabel(candidate.title)
        name.setProperty("kind", "title")
        name.setMinimumHeight(22)
        top.addWidget(name, 1)
        top.addWidget(label(candidate.note, "secondary"))
        if first is not None:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            away = IconButton("x", self.tr("Take {0} away").format(candidate.title))
            away.setFixedSize(22, 22)
            away.clicked.connect(self.removed)
            top.addWidget(away)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(1)
        grid.setColumnStretch(0, 1)
        words = []
        earlier = candidate.origin == "history" and first is not None
        for row, (title, value, more) in enumerate(_figures(candidate.analysis, first, earlier)):
            grid.addWidget(label(title, "secondary"), row, 0)
            for column, text in enumerate((value, more), 1):
                found = QLabel(text)
                found.setFont(mono_font(12))
                found.setAlignment(Qt.AlignmentFlag.AlignRight)
                if column == 2:
                    found.setProperty("kind", "secondary")
                    found.setMinimumWidth(64)
                    if earlier:
                        found.setToolTip(self.tr("What has come since"))
                if column == 1 or first is not None:
                    grid.addWidget(found, row, column)
            since = self.tr("since then {0}").format(more) if earlier else more
            words.append(f"{value} {title} {since if more != f.NONE else ''}".strip())
        self.setAccessibleName(candidate.title)
        self.setAccessibleDescription(", ".join(words).replace(f.THIN, " "))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 7, 8, 8)
        layout.setSpacing(2)
        layout.addLayout(top)
        layout.addLayout(grid)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pressed.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        else:
            super().keyPressEvent(event)


def _figures(
    analysis: Analysis, first: Analysis | None, earlier: bool
) -> list[tuple[str, str, str]]:
    """Title, value and difference of each figure."""
    totals = analysis.totals
    other = first.totals if first is not None else totals
    more = other.minus(totals) if earlier else totals.minus(other)
    return [
        (
            _tr("parameters"),
            f.compact(totals.parameters, 4),
            difference(more.parameters),
        ),
        (_tr("MACs"), f.compact(totals.macs, 4), difference(more.macs)),
        (
            _tr("activations"),
            f.compact(totals.activations, 4),
            difference(more.activations),
        ),
    ]


class Cards(QWidget):
    """All cards in a row, and what adds another one."""

    def __init__(self, choice: Choice, add: QPushButton) -> None:
        super().__init__()
        self._choice = choice
        self.cards: list[Card] = []
        self._row = QHBoxLayout()
        tight(self._row, 8)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 8)
        layout.setSpacing(8)
        layout.addLayout(self._row)
        layout.addWidget(add, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addStretch()
        mark(self, kind="panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def refresh(self) -> None:
        """Show the networks that are chosen now."""
        choice = self._choice
        clear(self._row)
        first = choice.first
        self.cards = [Card(first, None, True)]
        for i, other in enumerate(choice.others):
            card = Card(other, first.analysis, i == choice.shown)
            card.pressed.connect(lambda i=i: choice.show(i))
            card.removed.connect(lambda i=i: choice.remove(i))
            self.cards.append(card)
        for card in self.cards:
            self._row.addWidget(card)
