"""What can be placed: search it, drag it onto the canvas, or press Return to insert it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDrag,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListView,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from explorer.app.fuzzy import ranked
from explorer.app.language import say
from explorer.app.session import Session
from explorer.app.theme import icon, notifier, role_color, theme, ui_font
from explorer.app.widgets import LineEdit, label, swatch_icon
from explorer.blocks.description import BlockType
from explorer.graph.model import DEFINED

MIME = "application/x-explorer-block"
"""Data of a drag from the palette: the type's name in UTF-8."""

ORDER = ("My blocks", "Ports", "Layers", "Blocks")
"""The user's own first: what was just made is seen at once."""

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_Role = Qt.ItemDataRole


@dataclass(frozen=True)
class Entry:
    """A type, or the heading of a category."""

    text: str
    block: BlockType | None = None


def find_blocks(typed: str, types: Sequence[BlockType]) -> list[BlockType]:
    """The types that fit what was typed, the best first."""
    found = ranked(
        typed,
        types,
        lambda b: (say(b.title), b.name, b.title),
        lambda b: f"{b.category} {say(b.help)}",
    )
    return [block for block, _ in found]


class PaletteModel(QAbstractListModel):
    """The types that a search finds, under the headings of their categories."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._types: tuple[BlockType, ...] = ()
        self._search = ""
        self._best: BlockType | None = None
        self._entries: list[Entry] = []

    def set_types(self, types: Sequence[BlockType]) -> None:
        """Which types there are; the built-in ones and the document's own."""
        if self._types != (new := tuple(types)):
            self._types = new
            self._build()

    def set_search(self, text: str) -> None:
        self._search = text.strip()
        self._build()

    def first(self) -> QModelIndex:
        """The best match."""
        for i, entry in enumerate(self._entries):
            if entry.block is not None and entry.block is self._best:
                return self.index(i)
        return QModelIndex()

    def block(self, index: Index) -> BlockType | None:
        return self._entries[index.row()].block if index.isValid() else None

    def _build(self) -> None:
        self.beginResetModel()
        found = find_blocks(self._search, self._types)
        self._best = found[0] if self._search and found else None
        kept = {block.name for block in found}
        self._entries = []
        for category in ORDER:
            shown = [b for b in self._types if b.category == category and b.name in kept]
            if shown:
                self._entries.append(Entry(self._heading(category)))
                self._entries += [Entry(say(b.title), b) for b in shown]
        if self._best is None:
            self._best = next((e.block for e in self._entries if e.block), None)
        self.endResetModel()

    def _heading(self, category: str) -> str:
        return {
            "Ports": self.tr("PORTS"),
            "Layers": self.tr("LAYERS"),
            "Blocks": self.tr("BLOCKS"),
            "My blocks": self.tr("MY BLOCKS"),
        }[category]

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.block(index) is None:
            # skipped by the arrow keys
            return Qt.ItemFlag.NoItemFlags
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsDragEnabled

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        block = entry.block
        if role == _Role.DisplayRole:
            return entry.text
        if block is None:
            return self._heading_data(role)
        if role == _Role.DecorationRole:
            return swatch_icon(role_color(block.role))
        if role == _Role.ToolTipRole:
            how = self.tr("Drag it onto the canvas, or press Return to insert it.")
            return "\n".join(text for text in (say(block.help), how) if text)
        if role == _Role.AccessibleDescriptionRole:
            return say(block.help)
        if role == _Role.SizeHintRole:
            return QSize(0, 26)
        return None

    def _heading_data(self, role: int) -> Any:
        if role == _Role.FontRole:
            return ui_font(11, 600)
        if role == _Role.ForegroundRole:
            return QColor(theme().secondary)
        if role == _Role.SizeHintRole:
            return QSize(0, 30)
        if role == _Role.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
        return None

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[Index]) -> QMimeData:
        data = QMimeData()
        for index in indexes:
            if (block := self.block(index)) is not None:
                data.setData(MIME, block.name.encode())
        return data

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction


class PaletteList(QListView):
    """The list; it drags a small card that looks like the block."""

    chosen = Signal(str)
    edit_asked = Signal(str)
    """The definition of a user's block is to be edited: its name."""
    remove_asked = Signal(str)

    def __init__(self, model: PaletteModel) -> None:
        super().__init__()
        self._palette = model
        self.setModel(model)
        self.setDragEnabled(True)
        self.setDragDropMode(QListView.DragDropMode.DragOnly)
        self.setDefaultDropAction(Qt.DropAction.CopyAction)
        self.setIconSize(QSize(16, 16))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.doubleClicked.connect(self._choose)

    def _choose(self, index: QModelIndex) -> None:
        if (block := self._palette.block(index)) is not None:
            self.chosen.emit(block.name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with a block of the user's own."""
        mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        block = self._palette.block(self.indexAt(event.pos()) if mouse else self.currentIndex())
        if block is None or not block.name.startswith(DEFINED):
            return
        name = block.name.removeprefix(DEFINED)
        menu = QMenu(self)
        for text, signal in (
            (self.tr("Edit definition"), self.edit_asked),
            (self.tr("Remove from my blocks"), self.remove_asked),
        ):
            action = menu.addAction(text)
            action.triggered.connect(partial(signal.emit, name))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    def startDrag(self, supportedActions: Qt.DropAction) -> None:
        indexes = self.selectedIndexes()
        block = self._palette.block(indexes[0]) if indexes else None
        if block is None:
            return
        drag = QDrag(self)
        drag.setMimeData(self._palette.mimeData(indexes))
        drag.setPixmap(drag_card(block, self.devicePixelRatioF()))
        drag.setHotSpot(QPoint(16, 18))
        drag.exec(Qt.DropAction.CopyAction)


def drag_card(block: BlockType, ratio: float) -> QPixmap:
    """A small card in the colours of a block, to hang on the pointer."""
    font = ui_font(13, 600)
    t = theme()
    size = QSize(QFontMetrics(font).horizontalAdvance(say(block.title)) + 36, 36)
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(t.edge))
    painter.setBrush(QColor(t.card))
    painter.drawRoundedRect(1, 1, size.width() - 2, size.height() - 2, 7, 7)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(role_color(block.role))
    painter.drawRoundedRect(1, 1, 6, size.height() - 2, 3, 3)
    painter.setPen(QColor(t.ink))
    painter.setFont(font)
    painter.drawText(
        18, 0, size.width(), size.height(), int(Qt.AlignmentFlag.AlignVCenter), say(block.title)
    )
    painter.end()
    return pixmap


class SearchField(LineEdit):
    """Down goes to what was found; Escape clears."""

    down = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._hint: QLabel | None = None
        self.setClearButtonEnabled(True)
        self._lens = self.addAction(icon("search"), LineEdit.ActionPosition.LeadingPosition)
        for button in self.findChildren(QToolButton):
            lens = button.defaultAction() is self._lens
            button.setAccessibleName(self.tr("Search") if lens else self.tr("Clear the search"))
        notifier().changed.connect(self._recolor)

    def set_hint(self, keys: str) -> None:
        """Tell at the right end how to get here, while nothing is typed."""
        hint = label(keys, "secondary")
        hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 10, 0)
        layout.addStretch()
        layout.addWidget(hint)
        self._hint = hint
        self.textChanged.connect(self._make_room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """The hint stands aside for what is typed, and for the invitation to type."""
        if self._hint is not None:
            taken = self.fontMetrics().horizontalAdvance(self.placeholderText()) + 44
            wide = self.width() - self._hint.sizeHint().width() - 10
            self._hint.setVisible(not self.text() and taken <= wide)

    def _recolor(self) -> None:
        self._lens.setIcon(icon("search"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.down.emit()
        elif event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.left.emit()
        else:
            super().keyPressEvent(event)


class Palette(QWidget):
    """The search field and the list."""

    chosen = Signal(str)
    """A block is to be inserted: its type's name."""
    edit_asked = Signal(str)
    remove_asked = Signal(str)
    """The definition of a user's block is to be edited, or the block to go: its name."""
    left = Signal()
    """Escape in an empty search: the focus goes back to the canvas."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.setProperty("kind", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Palette"))
        self.search = SearchField()
        self.search.setPlaceholderText(self.tr("Find a block"))
        self.search.setToolTip(self.tr("What a block is called or does"))
        self.search.set_hint("Ctrl+K")
        self.search.setAccessibleName(self.tr("Find a block"))
        self.model = PaletteModel(self)
        self.list = PaletteList(self.model)
        self.list.setAccessibleName(self.tr("Blocks"))
        self._empty = label("", "secondary", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._empty.setContentsMargins(4, 8, 4, 0)
        self._empty.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._empty.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 2, 0)
        layout.setSpacing(4)
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 10, 0)
        top.addWidget(self.search)
        layout.addLayout(top)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._empty, 1)
        self.search.textChanged.connect(self._find)
        self.search.returnPressed.connect(self._choose_first)
        self.search.down.connect(self._to_list)
        self.search.left.connect(self.left)
        self.list.chosen.connect(self.chosen)
        self.list.edit_asked.connect(self.edit_asked)
        self.list.remove_asked.connect(self.remove_asked)
        session.document_changed.connect(self._follow)
        notifier().changed.connect(self.list.viewport().update)
        self._follow()

    def focus_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _follow(self) -> None:
        self.model.set_types(tuple(self._session.catalogue))

    def _find(self, text: str) -> None:
        self.model.set_search(text)
        found = self.model.first()
        self.list.setVisible(found.isValid())
        self._empty.setVisible(not found.isValid())
        if text and found.isValid():
            self.list.setCurrentIndex(found)
        self._empty.setText(
            self.tr("Nothing here is called “{0}”.\nTry conv, pool, residual or norm.").format(text)
        )

    def _choose_first(self) -> None:
        block = self.model.block(self.model.first())
        if block is not None and self.search.text().strip():
            self.chosen.emit(block.name)

    def _to_list(self) -> None:
        if not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.model.first())
        self.list.setFocus()
