"""Quick-add: a popover at the cursor that finds a block to place by a few of its letters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget

from explorer.app.canvas.quick_row import ROW, BlockRow
from explorer.app.fuzzy import Match, ranked
from explorer.app.language import say
from explorer.app.style import mark
from explorer.app.widgets import LineEdit, hairline, label, tight
from explorer.blocks.description import BlockType

WIDTH, ROWS = 348, 7
ORDER = ("My blocks", "Layers", "Blocks", "Ports")
Index = QModelIndex | QPersistentModelIndex
Choose = Callable[[BlockType, bool], None]
"""What to do with the block that was chosen; True where Shift was held."""
_ROOT = QModelIndex()


class Found(QAbstractListModel):
    """The types that fit, the best first."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.entries: list[tuple[BlockType, Match]] = []
        self.recent: tuple[str, ...] = ()

    def show(self, entries: list[tuple[BlockType, Match]]) -> None:
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        block = self.entries[index.row()][0]
        if role == Qt.ItemDataRole.DisplayRole:
            return say(block.title)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return say(block.help)
        return None


class QuickAdd(QFrame):
    """Floats over the canvas while a block is looked for."""

    closed = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self._types: tuple[BlockType, ...] = ()
        self._choose: Choose | None = None
        self.recent: list[str] = []
        """Types placed last, the newest first."""
        mark(self, kind="floating")
        self.setAccessibleName(self.tr("Add a block"))
        self.title = label("", "secondary")
        self.search = LineEdit()
        self.search.setPlaceholderText(self.tr("Type a few letters, such as c2 or mp"))
        self.search.setAccessibleName(self.tr("Find a block to add"))
        self.model = Found(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setAccessibleName(self.tr("Blocks that can be added"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setItemDelegate(BlockRow(self.model, self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setMouseTracking(True)
        self.list.setStyleSheet("QListView { background: transparent; }")
        self._none = label(self.tr("Nothing is called so."), "secondary")
        self._none.setContentsMargins(4, 6, 4, 6)
        self._none.hide()
        self.keys = label("", "secondary", wrap=True)
        layout = QVBoxLayout(self)
        tight(layout, 6, 10)
        for part in (self.title, self.search, self.list, self._none, hairline(), self.keys):
            layout.addWidget(part)
        layout.setStretchFactor(self.list, 1)
        self.search.textChanged.connect(self._find)
        self.search.installEventFilter(self)
        self.list.clicked.connect(lambda index: self._take(index, False))
        self.hide()

    # -- opening and closing ------------------------------------------------------------------------

    def open_at(
        self,
        pixel: QPoint,
        title: str,
        keys: str,
        types: Sequence[BlockType],
        choose: Choose,
    ) -> None:
        """Show it beside a point of the canvas. ``title`` says where the block will go, ``keys``
        what the keys do."""
        rank = {name: i for i, name in enumerate(self.recent)}
        last = len(rank) + len(ORDER)

        def place(block: BlockType) -> int:
            found = ORDER.index(block.category) if block.category in ORDER else len(ORDER)
            return rank.get(block.name, last + found)

        self._types = tuple(sorted(types, key=place))
        self.model.recent = tuple(self.recent)
        self._choose = choose
        self.title.setText(title)
        self.keys.setText(keys)
        self.search.clear()
        self._find("")
        room = self._room()
        x = min(max(room.left(), pixel.x() + 6), room.right() - min(WIDTH, room.width()) + 1)
        y = min(max(room.top(), pixel.y() - 24), room.bottom() - self._height(ROWS))
        self.move(self._over.mapTo(self._parent, QPoint(x, max(room.top(), y))))
        self._fit()
        self.show()
        self.raise_()
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def _room(self) -> QRect:
        return self._over.rect().adjusted(8, 8, -8, -8)

    def _height(self, rows: int) -> int:
        """The height with so many rows listed."""
        high = 2 * 10 + 4 * 6 + ROW * rows + 4
        high += sum(w.sizeHint().height() for w in (self.title, self.search))
        return high + self.keys.heightForWidth(WIDTH - 22)

    def _fit(self) -> None:
        """As high as what is listed; its head stays where it is."""
        room, count = self._room(), self.model.rowCount()
        top = self._over.mapFrom(self._parent, self.pos()).y()
        high = min(self._height(min(ROWS, max(1, count))), room.bottom() - top)
        self.resize(min(WIDTH, room.width()), max(high, min(120, room.height())))

    @property
    def _parent(self) -> QWidget:
        parent = self.parentWidget()
        assert parent is not None
        return parent

    def close_up(self) -> None:
        """Go away, and give the keys back to the canvas."""
        if self.isVisible():
            had_keys = self.window().focusWidget() is self.search
            self.hide()
            self._choose = None
            if had_keys:
                self._over.setFocus(Qt.FocusReason.PopupFocusReason)
            self.closed.emit()

    def used(self, name: str) -> None:
        """Remember that a type was placed."""
        self.recent = [name, *(n for n in self.recent if n != name)][:6]

    # -- finding --------------------------------------------------------------------------------------

    def _find(self, text: str) -> None:
        found = ranked(
            text, self._types, lambda b: (say(b.title), b.name, b.title), lambda b: say(b.help)
        )
        self.model.show(found)
        self.list.setVisible(bool(found))
        self._none.setVisible(not found)
        self._go(0)
        if self.isVisible():
            self._fit()

    def _go(self, row: int) -> None:
        count = self.model.rowCount()
        if count:
            index = self.model.index(max(0, min(count - 1, row)), 0)
            self.list.setCurrentIndex(index)
            block = self.model.entries[index.row()][0]
            # the field has the focus, so it has to say what is chosen in the list
            self.search.setAccessibleDescription(f"{say(block.title)}: {say(block.help)}")

    def _take(self, index: Index, shift: bool) -> None:
        if not index.isValid() or self._choose is None:
            return
        block, choose = self.model.entries[index.row()][0], self._choose
        self.used(block.name)
        self.close_up()
        choose(block, shift)

    # -- keys -----------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._press(event)
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            inside = event.reason() is Qt.FocusReason.ActiveWindowFocusReason
            if not inside and not self.list.underMouse():
                self.close_up()
        return False

    def _press(self, event: QKeyEvent) -> bool:
        key, row = event.key(), self.list.currentIndex().row()
        steps = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_PageUp: -ROWS,
            Qt.Key.Key_PageDown: ROWS,
        }
        if key in steps:
            self._go(row + steps[Qt.Key(key)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._take(self.list.currentIndex(), shift)
        elif key in (Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.close_up()
        else:
            return False
        return True
