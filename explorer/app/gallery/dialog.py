"""The gallery's window: search, family, order, the cards, and what the current one is about."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListView,
    QVBoxLayout,
    QWidget,
)

from explorer.app.gallery.delegate import HEIGHT, LEAST_WIDTH, CardDelegate
from explorer.app.gallery.entry import Entry
from explorer.app.gallery.model import GalleryModel
from explorer.app.language import say
from explorer.app.panels.palette import SearchField
from explorer.app.theme import notifier
from explorer.app.widgets import CalmComboBox, IconButton, label


class CardView(QListView):
    """Cards in as many columns as there is room for."""

    def __init__(self, model: GalleryModel) -> None:
        super().__init__()
        self.cards = CardDelegate(model, self)
        self.setModel(model)
        self.setItemDelegate(self.cards)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(40)
        self.setMouseTracking(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        # one pixel less, or rounding would push the last column to the next row
        room = self.viewport().width() - 1
        columns = max(1, room // LEAST_WIDTH)
        size = QSize(room // columns, HEIGHT)
        if size != self.cards.size:
            self.cards.size = size
            self.setGridSize(size)
        super().resizeEvent(event)


class GalleryDialog(QDialog):
    """Choose one of the named networks, to open a copy of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Gallery of networks"))
        self.resize(1000, 680)
        self.model = GalleryModel(self)
        self.search = SearchField()
        self.search.setPlaceholderText(self.tr("Search by name, year, idea or author"))
        self.search.setAccessibleName(self.tr("Search the gallery"))
        self.family = CalmComboBox()
        self.family.setMinimumContentsLength(13)
        self.family.setAccessibleName(self.tr("Family"))
        self.family.addItem(self.tr("All families"), "")
        for name in self.model.families:
            self.family.addItem(name, name)
        self.order = CalmComboBox()
        self.order.setMinimumContentsLength(13)
        self.order.setAccessibleName(self.tr("Sort by"))
        for key, text in (
            ("year", self.tr("By year")),
            ("name", self.tr("By name")),
            ("parameters", self.tr("By parameters")),
            ("macs", self.tr("By MACs")),
        ):
            self.order.addItem(text, key)
        self.falling = IconButton(
            "chevron-down", self.tr("Largest first"), self.tr("Largest, newest or last first")
        )
        self.falling.setCheckable(True)
        self.view = CardView(self.model)
        self.view.setAccessibleName(self.tr("Networks"))
        self._count = label("", "secondary")
        self._empty = label(self.tr("No network here is like that."), "secondary")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._idea = label("", wrap=True)
        self._source = label("", "secondary", wrap=True)
        self._source.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._source.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._build()
        self._connect()
        self._find()
        self.search.setFocus()

    def _build(self) -> None:
        buttons = QDialogButtonBox()
        self._open = buttons.addButton(
            self.tr("Open a copy"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._open.setProperty("kind", "primary")
        self._open.setDefault(True)
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        top = QHBoxLayout()
        top.setContentsMargins(16, 0, 16, 0)
        top.setSpacing(8)
        top.addWidget(self.search, 1)
        top.addWidget(self.family)
        top.addWidget(self.order)
        top.addWidget(self.falling)
        top.addWidget(self._count)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._idea)
        words.addWidget(self._source)
        # two lines and a citation, so that the cards stand still while one looks through them
        self._idea.setMinimumHeight(36)
        self._source.setMinimumHeight(18)
        below = QHBoxLayout()
        below.setContentsMargins(16, 0, 16, 0)
        below.setSpacing(16)
        below.addLayout(words, 1)
        below.addWidget(buttons, 0, Qt.AlignmentFlag.AlignBottom)
        middle = QVBoxLayout()
        middle.setContentsMargins(10, 0, 6, 0)
        middle.addWidget(self.view, 1)
        middle.addWidget(self._empty, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 14, 0, 14)
        layout.setSpacing(10)
        layout.addLayout(top)
        layout.addLayout(middle, 1)
        layout.addLayout(below)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._find)
        self.search.down.connect(self.view.setFocus)
        self.search.left.connect(self.reject)
        self.family.currentIndexChanged.connect(self._find)
        self.order.currentIndexChanged.connect(self._find)
        self.falling.toggled.connect(self._find)
        self.view.doubleClicked.connect(self.accept)
        self.view.selectionModel().currentChanged.connect(self._tell)
        self.model.resorted.connect(self._follow)
        self.finished.connect(self.model.stop)
        notifier().changed.connect(self.view.viewport().update)

    def say_what(self, text: str) -> None:
        """What is done with the chosen network, instead of opening a copy."""
        self._open.setText(text)

    @property
    def chosen(self) -> str:
        """The name of the network that is marked; empty for none."""
        entry = self.model.entry(self.view.currentIndex())
        return entry.name if entry is not None else ""

    @property
    def count(self) -> QLabel:
        """Says how many are shown."""
        return self._count

    def _find(self) -> None:
        """Show what is asked for, the first of it marked."""
        self.model.ask(
            self.search.text(),
            str(self.family.currentData()),
            str(self.order.currentData()),
            self.falling.isChecked(),
        )
        self._follow()

    def _follow(self) -> None:
        count = self.model.rowCount()
        self.view.setVisible(count > 0)
        self._empty.setVisible(count == 0)
        self._open.setEnabled(count > 0)
        self._count.setText(
            self.tr("1 network") if count == 1 else self.tr("{0} networks").format(count)
        )
        if count:
            self.view.setCurrentIndex(self.model.index(0))
            self.view.scrollToTop()
        self._tell()

    def _tell(self) -> None:
        entry: Entry | None = self.model.entry(self.view.currentIndex())
        self._idea.setText(say(entry.about.idea) if entry is not None else "")
        self._source.setText(entry.about.source if entry is not None else "")
