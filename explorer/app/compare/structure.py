"""The structural comparison: cards, two panes, and the table of aligned blocks."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from explorer.analysis.compare import Comparison, Pair
from explorer.app.compare.add_menu import AddButton
from explorer.app.compare.cards import Cards
from explorer.app.compare.choice import Candidate, Choice
from explorer.app.compare.linked import LinkedPanes
from explorer.app.compare.marks import SHOWN, Legend
from explorer.app.compare.table import CompareTable
from explorer.app.compare.words import signed_word
from explorer.app.widgets import IconButton, Switch, clear, hairline, label, tight

CARDS_HEIGHT = 116


class StructurePage(QWidget):
    """What differs between the first network and the one beside it."""

    pair_changed = Signal()

    def __init__(self, choice: Choice, add: AddButton) -> None:
        super().__init__()
        self._choice = choice
        self._pair: Pair | None = None
        self._late = True
        self.cards = Cards(choice, add)
        self.panes = LinkedPanes()
        self.table = CompareTable()
        self.empty = Empty(choice, add)
        self.only = Switch()
        self.only.setAccessibleName(self.tr("Only differences"))
        self.before = IconButton("chevron-up", self.tr("Previous difference"))
        self.after = IconButton("chevron-down", self.tr("Next difference"))
        self.said = QLabel()
        self.said.setProperty("kind", "secondary")
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self._whole())
        layout = QVBoxLayout(self)
        tight(layout)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFixedHeight(CARDS_HEIGHT)
        scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self.cards)
        layout.addWidget(scroll)
        layout.addWidget(hairline())
        layout.addWidget(self.stack, 1)
        self.only.toggled.connect(self.table.set_only_differences)
        self.before.clicked.connect(lambda: self.step(-1))
        self.after.clicked.connect(lambda: self.step(1))
        self.table.chosen.connect(self._mark)
        self.panes.chosen.connect(self._choose)
        choice.changed.connect(self.refresh)

    def _whole(self) -> QWidget:
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(14, 5, 12, 5)
        row.setSpacing(8)
        row.addWidget(self.said)
        row.addStretch()
        row.addWidget(Legend())
        text = label(self.tr("Only differences"), "secondary")
        text.setBuddy(self.only)
        row.addWidget(text)
        row.addWidget(self.only)
        row.addWidget(self.before)
        row.addWidget(self.after)
        below = QWidget()
        layout = QVBoxLayout(below)
        tight(layout)
        layout.addWidget(bar)
        layout.addWidget(hairline())
        layout.addWidget(self.table, 1)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(self.panes)
        split.addWidget(below)
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 1)
        split.setSizes([520, 480])
        return split

    # -- what is shown --------------------------------------------------------------------------

    @property
    def pair(self) -> Pair | None:
        """The pair that is marked on both sides."""
        return self._pair

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._late:
            self.refresh()

    def refresh(self) -> None:
        """Show what is compared now; while nobody looks, edits elsewhere cost nothing here."""
        self._late = not self.isVisible()
        if self._late:
            return
        self.cards.refresh()
        found = self._choice.comparison
        self.stack.setCurrentIndex(0 if found is None else 1)
        kept, self._pair = self._pair, None
        if found is None:
            self.empty.refresh()
            return
        one, other = self._choice.sides
        names = one.title, other.title
        if one.title == other.title:
            # what tells them apart is where they came from
            names = one.note, other.note
        self.table.show_comparison(found, names)
        self.panes.show_comparison(found, (_titled(one), _titled(other)))
        self._say(found)
        if (again := _again(found, kept)) is not None:
            self._mark(again)
            self.table.show_pair(again)

    def _say(self, found: Comparison) -> None:
        counts = found.counts
        parts = [f"{counts[k]} {signed_word(k)[2:]}" for k in SHOWN if counts[k]]
        if found.parameters:
            number = len(found.parameters)
            parts.append(
                self.tr("1 change of the network itself")
                if number == 1
                else self.tr("{0} changes of the network itself").format(number)
            )
        self.said.setText(", ".join(parts) or self.tr("No difference: both are one network."))
        for button in (self.before, self.after):
            button.setEnabled(bool(found.differences))

    # -- choosing -------------------------------------------------------------------------------

    def _choose(self, pair: Pair | None) -> None:
        self.table.show_pair(pair)
        self._mark(pair)

    def _mark(self, pair: Pair | None) -> None:
        self._pair = pair
        self.panes.mark(pair)
        self.pair_changed.emit()

    def step(self, by: int) -> None:
        """Go to the next difference, or the one before; from the last to the first."""
        found = self._choice.comparison
        if found is None or not found.differences:
            return
        differences = found.differences
        if self._pair in differences:
            place = differences.index(self._pair) + by
        else:
            place = 0 if by > 0 else -1
        self._choose(differences[place % len(differences)])


def _titled(candidate: Candidate) -> str:
    return f"{candidate.title} – {candidate.note}"


def _again(found: Comparison, before: Pair | None) -> Pair | None:
    """The pair at the same place, after an edit."""
    side = (before.right or before.left) if before is not None else None
    if before is None or side is None:
        return None
    return found.pair_of(side.path, before.right is not None)


class Empty(QFrame):
    """Says what to do while there is nothing beside the document, and offers the likeliest."""

    def __init__(self, choice: Choice, add: AddButton) -> None:
        super().__init__()
        self._choice, self._add = choice, add
        self.buttons: list[QPushButton] = []
        self._row = QHBoxLayout()
        tight(self._row, 8)
        title = label(self.tr("Compare this network with another"), "title")
        words = label(
            self.tr(
                "Blocks are put side by side, and what was added, removed, changed or wired "
                "elsewhere is marked on both and listed with its figures."
            ),
            "secondary",
            wrap=True,
        )
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.setFixedSize(460, words.heightForWidth(460) + 2)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addStretch()
        layout.addWidget(title, 0, Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(words, 0, Qt.AlignmentFlag.AlignCenter)
        layout.addSpacing(6)
        centred = QHBoxLayout()
        centred.addStretch()
        centred.addLayout(self._row)
        centred.addStretch()
        layout.addLayout(centred)
        layout.addStretch()

    def refresh(self) -> None:
        clear(self._row)
        choice, self.buttons = self._choice, []

        def offer(text: str, does: object) -> None:
            button = QPushButton(text)
            button.clicked.connect(does)
            self.buttons.append(button)
            self._row.addWidget(button)

        saved = choice.saved
        if saved is not None:
            offer(
                self.tr("As last saved"),
                lambda: choice.add_document(saved, self.tr("as last saved"), "history"),
            )
        for name in choice.relatives()[:3]:
            offer(name, partial(choice.add_zoo, name))
        offer(self.tr("From the gallery…"), self._add.from_gallery)
        offer(self.tr("From a file…"), self._add.from_file)
