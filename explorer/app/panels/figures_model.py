"""The analysis as a tree of rows, sorted as asked, the totals on top."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QModelIndex, QObject, Qt
from PySide6.QtGui import QFont

from explorer.analysis.analyze import Analysis
from explorer.analysis.columns import COLUMNS
from explorer.app.panels.figure_columns import IDS, NUMBERS, cell, heads
from explorer.app.session import Session
from explorer.app.theme import mono_font, role_color, ui_font
from explorer.app.widgets import swatch_icon

BLOCK, TYPE = IDS.index("block"), IDS.index("type")
LAST = len(COLUMNS) - 1

WORDS = (TYPE, IDS.index("settings"))
"""Columns in the face for words."""

TOTAL = -1
"""The place of the totals' row, which is not one of the analysis."""

Index = QModelIndex
_ROOT = QModelIndex()
_Role = Qt.ItemDataRole


def _tr(text: str) -> str:
    return QCoreApplication.translate("FiguresTable", text)


class FiguresModel(QAbstractItemModel):
    """Rows by their place in ``analysis.rows``; the id of an index is that place plus two."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._figures = session.figures
        self._only: frozenset[str] | None = None
        self._paths: list[str] = []
        self._places: dict[str, int] = {}
        self._parents: list[int] = []
        self._children: dict[int, list[int]] = {}
        self._position: list[int] = []
        self._column, self._order = -1, Qt.SortOrder.AscendingOrder
        self._mono, self._bold = mono_font(12), ui_font(12, 600)
        self._mono_bold = mono_font(12, 600)
        self._plain = ui_font(12)
        self._build()

    @property
    def _analysis(self) -> Analysis:
        return self._figures.analysis

    # -- following the document ---------------------------------------------------------------

    def follow(self) -> bool:
        """Show the session's analysis. True where rows came, went or moved: then indexes are new."""
        figures = self._session.figures
        if figures == self._figures:
            return False
        rows = figures.analysis.rows
        if len(rows) == len(self._paths) and all(
            row.path == path for row, path in zip(rows, self._paths, strict=True)
        ):
            self._figures = figures
            if self._column in (-1, BLOCK) or not self._out_of_order():
                # one signal for all: a tree view repaints what it shows, whatever the range
                last = self.index(self.rowCount() - 1, LAST)
                self.dataChanged.emit(self.index(0, 0), last)
                return False
        self.beginResetModel()
        self._figures = figures
        self._build()
        self.endResetModel()
        return True

    @property
    def only(self) -> frozenset[str] | None:
        """Paths of the blocks that are shown, with those around them; None for all."""
        return self._only

    def show_only(self, paths: frozenset[str] | None) -> bool:
        """Leave out all other blocks. True where that is a change: then indexes are new."""
        if paths == self._only:
            return False
        self.beginResetModel()
        self._only = paths
        self._build()
        self.endResetModel()
        return True

    def _build(self) -> None:
        rows = self._analysis.rows
        self._paths = [row.path for row in rows]
        kept = None if self._only is None else _with_those_around(self._only)
        self._places = {p: i for i, p in enumerate(self._paths) if kept is None or p in kept}
        self._parents = []
        self._children = {TOTAL: []}
        trail: list[int] = []
        for i, row in enumerate(rows):
            del trail[row.depth :]
            parent = trail[-1] if trail else TOTAL
            self._parents.append(parent)
            if row.path in self._places:
                self._children.setdefault(parent, []).append(i)
            trail.append(i)
        self._arrange()

    def _arrange(self) -> None:
        """Sort every block's children, and note where each row stands."""
        if self._column >= 0:
            key = self._key()
            down = self._order is Qt.SortOrder.DescendingOrder
            for children in self._children.values():
                children.sort(key=key, reverse=down)
        self._position = [0] * len(self._paths)
        for parent, children in self._children.items():
            # at the root, the totals stand first
            shift = 1 if parent == TOTAL else 0
            for i, child in enumerate(children):
                self._position[child] = i + shift

    def _out_of_order(self) -> bool:
        key, down = self._key(), self._order is Qt.SortOrder.DescendingOrder
        return any(
            children != sorted(children, key=key, reverse=down)
            for children in self._children.values()
        )

    def _key(self) -> Callable[[int], Any]:
        rows, column = self._analysis.rows, COLUMNS[self._column]
        if self._column == BLOCK:
            return lambda i: rows[i].node.name
        return lambda i: column.key(rows[i], self._figures)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column within every block; -1 for the order of the network."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        self._column, self._order = column, order
        for children in self._children.values():
            children.sort()
        self._arrange()
        after = [self._index_of(index.internalId() - 2, index.column()) for index in before]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    # -- places -------------------------------------------------------------------------------

    def path(self, index: Index) -> str:
        """The dotted path of an index' block; empty for the totals."""
        place = index.internalId() - 2
        return self._paths[place] if index.isValid() and place != TOTAL else ""

    def index_at(self, path: str) -> Index:
        """The index of the block at a path."""
        place = self._places.get(path)
        return QModelIndex() if place is None else self._index_of(place, 0)

    def _index_of(self, place: int, column: int) -> Index:
        if place == TOTAL:
            return self.createIndex(0, column, 1)
        return self.createIndex(self._position[place], column, place + 2)

    def index(self, row: int, column: int, parent: Index = _ROOT) -> Index:  # type: ignore[override]
        place = parent.internalId() - 2 if parent.isValid() else TOTAL
        if not parent.isValid():
            if row == 0:
                return self.createIndex(0, column, 1)
            row -= 1
        elif place == TOTAL:
            return QModelIndex()
        children = self._children.get(place, [])
        if not (0 <= row < len(children) and 0 <= column <= LAST):
            return QModelIndex()
        return self._index_of(children[row], column)

    def parent(self, index: Index = _ROOT) -> Index:  # type: ignore[override]
        place = index.internalId() - 2 if index.isValid() else TOTAL
        if place == TOTAL:
            return QModelIndex()
        above = self._parents[place]
        return QModelIndex() if above == TOTAL else self._index_of(above, 0)

    def rowCount(self, parent: Index = _ROOT) -> int:  # type: ignore[override]
        if not parent.isValid():
            return len(self._children[TOTAL]) + 1
        place = parent.internalId() - 2
        if parent.column() > 0 or place == TOTAL:
            return 0
        return len(self._children.get(place, ()))

    def columnCount(self, parent: Index = _ROOT) -> int:  # type: ignore[override]
        return LAST + 1

    # -- what is shown ------------------------------------------------------------------------

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == _Role.DisplayRole:
            return heads()[IDS[section]][0]
        if role == _Role.TextAlignmentRole:
            return _RIGHT if section in NUMBERS else _LEFT
        if role == _Role.ToolTipRole:
            return "\n".join(
                (
                    heads()[IDS[section]][1],
                    _tr("Click to sort; a third click restores the network’s order"),
                )
            )
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:  # type: ignore[override]
        if not index.isValid():
            return _NO_FLAGS
        return _TOTAL_FLAGS if index.internalId() - 2 == TOTAL else _FLAGS

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:  # type: ignore[override]
        if not index.isValid():
            return None
        place, column = index.internalId() - 2, index.column()
        if role == _Role.DisplayRole:
            return self._text(place, column)
        if role == _Role.TextAlignmentRole:
            return _RIGHT if column in NUMBERS else _LEFT
        if role == _Role.FontRole:
            return self._font(place, column)
        if role == _Role.DecorationRole and column == BLOCK and place != TOTAL:
            row = self._analysis.rows[place]
            try:
                return swatch_icon(role_color(self._session.catalogue.find(row.node.type).role))
            except ValueError:
                return None
        if role == _Role.ToolTipRole and place != TOTAL:
            row = self._analysis.rows[place]
            return row.path if not row.training_only else f"{row.path} ({_tr('training only')})"
        return None

    def _font(self, place: int, column: int) -> QFont:
        if place == TOTAL:
            return self._mono_bold if column in NUMBERS else self._bold
        return self._plain if column in WORDS else self._mono

    def _text(self, place: int, column: int) -> str:
        figures = self._figures
        if place == TOTAL:
            if column == BLOCK:
                return _tr("total")
            return cell(IDS[column], COLUMNS[column].total(figures))
        row = self._analysis.rows[place]
        return (
            row.node.name
            if column == BLOCK
            else cell(IDS[column], COLUMNS[column].of(row, figures))
        )


def _with_those_around(paths: frozenset[str]) -> set[str]:
    found = set()
    for path in paths:
        while path and path not in found:
            found.add(path)
            path = path.rpartition(".")[0]
    return found


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
# made once: a view asks for these thousands of times
_NO_FLAGS = Qt.ItemFlag.NoItemFlags
_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_TOTAL_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
