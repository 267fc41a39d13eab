"""The welcome page itself: where one left off, ways to begin, recent files, examples."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from explorer.app.theme import app_icon, ui_font
from explorer.app.welcome.cards import Card, ChoiceCard, ExampleCard
from explorer.app.widgets import clear, label

EXAMPLES = ("lenet5_modern", "alexnet", "googlenet", "resnet18")
WIDTH = 980


class WelcomePage(QScrollArea):
    """Asks nothing: every card is one click into the program, Escape goes to the network."""

    chosen = Signal(str)
    """``continue``, ``new``, ``open`` or ``gallery``."""
    example_chosen = Signal(str)
    file_chosen = Signal(Path)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Welcome"))
        page = QWidget()
        page.setMaximumWidth(WIDTH)
        self._layout = QVBoxLayout(page)
        self._layout.setContentsMargins(24, 20, 24, 20)
        self._layout.setSpacing(10)
        around = QWidget()
        middle = QHBoxLayout(around)
        middle.setContentsMargins(0, 0, 0, 0)
        # equal room at both sides, which goes first where there is little
        middle.addStretch(1)
        middle.addWidget(page, 100)
        middle.addStretch(1)
        self.setWidget(around)
        self.ways: dict[str, ChoiceCard] = {}
        self.files: list[ChoiceCard] = []
        self.examples: list[ExampleCard] = []
        self._begin, self._recent = QVBoxLayout(), QVBoxLayout()
        for column in (self._begin, self._recent):
            column.setSpacing(8)
        self._build()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(14)
        mark = QLabel()
        mark.setPixmap(app_icon().pixmap(QSize(48, 48), self.devicePixelRatioF()))
        words = QVBoxLayout()
        words.setSpacing(2)
        title = label("Architecture Explorer")
        title.setFont(ui_font(20, 600))
        words.addWidget(title)
        words.addWidget(
            label(
                self.tr(
                    "Draw a convolutional network and see what it costs; train it, look inside, "
                    "and leave with PyTorch code or ONNX."
                ),
                "secondary",
                wrap=True,
            )
        )
        head.addWidget(mark)
        head.addLayout(words, 1)
        columns = QGridLayout()
        columns.setHorizontalSpacing(24)
        columns.setVerticalSpacing(8)
        columns.addWidget(label(self.tr("Begin"), "heading"), 0, 0)
        columns.addWidget(label(self.tr("Recent files"), "heading"), 0, 1)
        columns.addLayout(self._begin, 1, 0, Qt.AlignmentFlag.AlignTop)
        columns.addLayout(self._recent, 1, 1, Qt.AlignmentFlag.AlignTop)
        for column in (0, 1):
            columns.setColumnStretch(column, 1)
        row = QHBoxLayout()
        row.setSpacing(12)
        for name in EXAMPLES:
            card = ExampleCard(name)
            card.clicked.connect(partial(self.example_chosen.emit, name))
            self.examples.append(card)
            row.addWidget(card, 1)
        self._layout.addStretch(1)
        self._layout.addLayout(head)
        self._layout.addSpacing(10)
        self._layout.addLayout(columns)
        self._layout.addSpacing(10)
        self._layout.addWidget(label(self.tr("Examples"), "heading"))
        self._layout.addLayout(row)
        self._layout.addStretch(2)

    def fill(
        self, before: tuple[str, str] | None, recent: list[Path], keys: dict[str, str]
    ) -> None:
        """Say what there is: what could be continued (a title and a word more), the files opened
        last, and the keys of the ways to begin."""
        for column in (self._begin, self._recent):
            clear(column)
        self.ways.clear()
        self.files.clear()
        if before is not None:
            self._add_way("continue", "history", *before, "")
        self._add_way(
            "new",
            "file-plus",
            self.tr("Start empty"),
            self.tr("An input and an output: draw what is between"),
            keys.get("new", ""),
        )
        self._add_way(
            "gallery",
            "network",
            self.tr("Gallery of networks…"),
            self.tr("Every architecture from LeNet-5 to EfficientNet"),
            keys.get("gallery", ""),
        )
        self._add_way(
            "open",
            "folder-open",
            self.tr("Open a file…"),
            self.tr("A network that was saved"),
            keys.get("open", ""),
        )
        for path in recent[: len(self.ways)]:
            name = path.name.removesuffix(".network.json")
            card = ChoiceCard("file", name, _folder(path))
            card.setToolTip(str(path))
            card.clicked.connect(partial(self.file_chosen.emit, path))
            self.files.append(card)
            self._recent.addWidget(card)
        if not self.files:
            none = self.tr("Files that you open or save will stand here.")
            self._recent.addWidget(label(none, "secondary", wrap=True))

    def _add_way(self, id_: str, icon_name: str, title: str, more: str, keys: str) -> None:
        card = ChoiceCard(icon_name, title, more, keys)
        card.clicked.connect(partial(self.chosen.emit, id_))
        self.ways[id_] = card
        self._begin.addWidget(card)

    @property
    def cards(self) -> list[Card]:
        """Everything that can be chosen, in the order of reading."""
        return [*self.ways.values(), *self.files, *self.examples]

    def take_focus(self) -> None:
        """The first way has the keyboard; Tab goes on in the order of reading."""
        cards = self.cards
        for one, other in pairwise(cards):
            QWidget.setTabOrder(one, other)
        cards[0].setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _folder(path: Path) -> str:
    """The folder of a file, short where it is below the home folder."""
    folder, home = path.parent, Path.home()
    return str(Path("~", folder.relative_to(home))) if folder.is_relative_to(home) else str(folder)
