"""The table of figures beside the graph, in step with the selection."""

from __future__ import annotations

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QWidget

from explorer.app.panels.figures_model import (
    ACTIVATIONS,
    BLOCK,
    FIELD,
    MACS,
    OUTPUT,
    PARAMETERS,
    TYPE,
    FiguresModel,
)
from explorer.app.session import Session
from explorer.app.widgets import paint_chevron

WIDTHS = {TYPE: 118, OUTPUT: 98, PARAMETERS: 94, MACS: 72, ACTIVATIONS: 88, FIELD: 56}
SPARE = {ACTIVATIONS: 680, TYPE: 590}
"""Columns left out where the table is narrower than so many pixels."""


class FiguresTable(QTreeView):
    """Every block with its figures; blocks can be opened, columns sorted."""

    focus_asked = Signal(str)
    """A block was double-clicked or chosen with Return: bring it into view."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._figures = FiguresModel(session, self)
        self._following = False
        self._expanded: set[str] = set()
        self.setAccessibleName(self.tr("Figures"))
        self.setModel(self._figures)
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setAllColumnsShowFocus(True)
        self.setIndentation(16)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._set_up_header()
        self.expanded.connect(self._note_expanded)
        self.collapsed.connect(self._note_collapsed)
        self.activated.connect(self._activate)
        self.doubleClicked.connect(self._activate)
        session.document_replaced.connect(self._forget)
        session.document_changed.connect(self._follow_document)
        session.selection_changed.connect(self._follow_selection)
        self._forget()

    def _set_up_header(self) -> None:
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        header.setSectionsClickable(True)
        header.setSortIndicatorClearable(True)
        header.setMinimumSectionSize(40)
        for column, width in WIDTHS.items():
            self.setColumnWidth(column, width)
        header.setSectionResizeMode(BLOCK, QHeaderView.ResizeMode.Stretch)
        self.setSortingEnabled(True)
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)

    @property
    def figures(self) -> FiguresModel:
        """The model, for whoever wants to read the table."""
        return self._figures

    # -- the document -------------------------------------------------------------------------

    def _forget(self) -> None:
        """Another document: open the blocks that it has open on the canvas."""
        self._expanded = set(self._session.document.opened)

    def _follow_document(self) -> None:
        self._following = True
        try:
            if self._figures.follow():
                self._restore()
        finally:
            self._following = False

    def _restore(self) -> None:
        """Rows have new indexes: open those that were open, select those that were selected."""
        for path in sorted(self._expanded):
            index = self._figures.index_at(path)
            if index.isValid():
                self.setExpanded(index, True)
        self._select()

    def _note_expanded(self, index: QModelIndex) -> None:
        self._expanded.add(self._figures.path(index))

    def _note_collapsed(self, index: QModelIndex) -> None:
        if not self._following:
            self._expanded.discard(self._figures.path(index))

    # -- the selection ------------------------------------------------------------------------

    def _follow_selection(self) -> None:
        if self._following:
            return
        self._following = True
        try:
            self._figures.follow()
            self._select()
            if self._session.selection:
                index = self._figures.index_at(self._session.selection[-1])
                if index.isValid():
                    self.scrollTo(index)
        finally:
            self._following = False

    def _select(self) -> None:
        flags = QItemSelectionModel.SelectionFlag
        chosen = QItemSelection()
        current = QModelIndex()
        for path in self._session.selection:
            current = self._figures.index_at(path)
            if current.isValid():
                chosen.select(current, current.siblingAtColumn(FIELD))
        model = self.selectionModel()
        model.select(chosen, flags.ClearAndSelect)
        if current.isValid():
            model.setCurrentIndex(current, flags.NoUpdate)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        if self._following:
            return
        current = self._figures.path(self.currentIndex())
        paths = [
            path
            for index in self.selectionModel().selectedRows()
            if (path := self._figures.path(index))
        ]
        if current in paths:
            # the one the panels show comes last
            paths.remove(current)
            paths.append(current)
        self._following = True
        try:
            self._session.select(*paths)
        finally:
            self._following = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        for column, least in SPARE.items():
            self.setColumnHidden(column, self.width() < least)
        super().resizeEvent(event)

    def drawBranches(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """A chevron, in the theme's own colour, where a block can be opened."""
        super().drawBranches(painter, rect, index)
        if not self._figures.rowCount(self._figures.index(index.row(), 0, index.parent())):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x = rect.right() - self.indentation() / 2 + 1
        at = QPointF(x, rect.center().y() + 0.5)
        paint_chevron(painter, at, down=self.isExpanded(index))
        painter.restore()

    def _activate(self, index: QModelIndex) -> None:
        if path := self._figures.path(index):
            self.focus_asked.emit(path)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._session.selection:
            self._session.select()
            return
        super().keyPressEvent(event)
