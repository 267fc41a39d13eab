"""The table of aligned blocks, and the way from one difference to the next."""

from __future__ import annotations

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QWidget

from explorer.analysis.compare import Comparison, Pair
from explorer.app.compare.model import (
    BLOCK,
    MAC_LEFT,
    MAC_MORE,
    MAC_RIGHT,
    OUT_LEFT,
    OUT_RIGHT,
    PAR_LEFT,
    PAR_MORE,
    PAR_RIGHT,
    WHAT,
    CompareModel,
)
from explorer.app.widgets import paint_chevron

WIDTHS = {
    BLOCK: 190, OUT_LEFT: 96, OUT_RIGHT: 96, PAR_LEFT: 104, PAR_RIGHT: 104, PAR_MORE: 108,
    MAC_LEFT: 88, MAC_RIGHT: 88, MAC_MORE: 84,
}  # fmt: skip
SPARE = {OUT_LEFT: 1120}
"""Columns left out where the table is narrower than so many pixels."""


class CompareTable(QTreeView):
    """Rows of both networks; the current one is what the panes mark."""

    chosen = Signal(object)
    """The pair of the row that became current; None for the totals."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = CompareModel(self)
        self._following = False
        self.setAccessibleName(self.tr("Blocks of both networks"))
        self.setModel(self.rows)
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setIndentation(16)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        header.setMinimumSectionSize(40)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft)
        for column, width in WIDTHS.items():
            self.setColumnWidth(column, width)
        header.setSectionResizeMode(WHAT, QHeaderView.ResizeMode.Stretch)

    def show_comparison(self, found: Comparison | None, names: tuple[str, str]) -> None:
        """Show other networks, or these after an edit, with what holds differences opened."""
        self._following = True
        self.rows.show_comparison(found, names)
        self._open_differences()
        self._following = False

    def set_only_differences(self, only: bool) -> None:
        current = self.rows.pair(self.currentIndex())
        self._following = True
        self.rows.set_only_differences(only)
        self._open_differences()
        self._following = False
        if current is not None:
            self.show_pair(current)

    def _open_differences(self) -> None:
        def look(parent: QModelIndex) -> None:
            for row in range(self.rows.rowCount(parent)):
                index = self.rows.index(row, 0, parent)
                pair = self.rows.pair(index)
                if pair is not None and pair.changed_within:
                    self.setExpanded(index, True)
                    look(index)

        look(QModelIndex())

    def show_pair(self, pair: Pair | None) -> None:
        """Make a pair's row the current one, without telling anybody."""
        index = self.rows.index_of(pair) if pair is not None else QModelIndex()
        self._following = True
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        if index.isValid():
            self.scrollTo(index)
        self._following = False

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]
        super().currentChanged(current, previous)
        if not self._following:
            self.chosen.emit(self.rows.pair(current))

    def resizeEvent(self, event: QResizeEvent) -> None:
        for column, least in SPARE.items():
            self.setColumnHidden(column, self.width() < least)
        super().resizeEvent(event)

    def drawBranches(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """A chevron, in the theme's own colour, where a block can be opened."""
        super().drawBranches(painter, rect, index)
        first = self.rows.index(index.row(), 0, index.parent())
        if not self.rows.hasChildren(first):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x = rect.right() - self.indentation() / 2 + 1
        paint_chevron(painter, QPointF(x, rect.center().y() + 0.5), down=self.isExpanded(index))
        painter.restore()
