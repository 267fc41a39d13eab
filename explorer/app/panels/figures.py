"""The table of figures beside the graph, in step with the selection."""

from __future__ import annotations

from collections.abc import Collection

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
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTreeView, QWidget

from explorer.analysis.analyze import Row
from explorer.analysis.columns import USUAL
from explorer.app.panels.figure_columns import IDS, WIDTHS, heads
from explorer.app.panels.figures_model import BLOCK, LAST, FiguresModel
from explorer.app.session import Session
from explorer.app.widgets import paint_chevron

SPARE = {"activations": 680, "type": 590}
"""Columns left out where the table is narrower than so many pixels, and nobody chose them."""


NAME_LEAST = 150
"""Pixels that names have at least."""
PADDING = 20
"""On both sides of a column's head, in pixels."""


class FiguresTable(QTreeView):
    """Every block with its figures; blocks can be opened, columns sorted."""

    focus_asked = Signal(str)
    """A block was double-clicked or chosen with Return: bring it into view."""
    columns_changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._figures = FiguresModel(session, self)
        self._following = False
        self._expanded: set[str] = set()
        self._columns: tuple[str, ...] = USUAL
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
        session.batch_changed.connect(self._follow_document)
        session.times_changed.connect(self._follow_document)
        self._forget()
        self._hide_columns()

    def _set_up_header(self) -> None:
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        header.setSectionsClickable(True)
        header.setSortIndicatorClearable(True)
        header.setMinimumSectionSize(40)
        titles, font = heads(), header.fontMetrics()
        self._widths = {
            name: max(width, font.horizontalAdvance(titles[name][0]) + PADDING)
            for name, width in WIDTHS.items()
        }
        for name, width in self._widths.items():
            self.setColumnWidth(IDS.index(name), width)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(
            lambda at: self.columns_menu().popup(header.mapToGlobal(at))
        )
        header.setSectionResizeMode(BLOCK, QHeaderView.ResizeMode.Stretch)
        self.setSortingEnabled(True)
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)

    @property
    def figures(self) -> FiguresModel:
        """The model, for whoever wants to read the table."""
        return self._figures

    # -- columns ------------------------------------------------------------------------------

    @property
    def columns(self) -> tuple[str, ...]:
        """Ids of the columns chosen, in their order."""
        return self._columns

    def set_columns(self, columns: Collection[str]) -> None:
        """Show these columns; the first, the block, always stays."""
        chosen = tuple(name for name in IDS if name in columns or name == "block")
        if chosen != self._columns:
            self._columns = chosen
            self._hide_columns()
            self.columns_changed.emit()

    def shown_columns(self) -> tuple[str, ...]:
        """Those that there is room for."""
        return tuple(name for i, name in enumerate(IDS) if not self.isColumnHidden(i))

    def columns_menu(self) -> QMenu:
        """Every column, to be chosen."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.setToolTipsVisible(True)
        for name, (title, tip) in heads().items():
            if name == "block":
                continue
            action = menu.addAction(title)
            action.setCheckable(True)
            action.setChecked(name in self._columns)
            action.setToolTip(tip)
            action.toggled.connect(lambda shown, name=name: self._choose(name, shown))
        menu.addSeparator()
        usual = menu.addAction(self.tr("The usual columns"))
        usual.setEnabled(self._columns != USUAL)
        usual.triggered.connect(lambda: self.set_columns(USUAL))
        return menu

    def _choose(self, name: str, shown: bool) -> None:
        self.set_columns([*self._columns, name] if shown else set(self._columns) - {name})

    def _hide_columns(self) -> None:
        usual = self._columns == USUAL
        wide = 0
        for i, name in enumerate(IDS):
            spare = usual and self.width() < SPARE.get(name, 0)
            self.setColumnHidden(i, name not in self._columns or spare)
            if not self.isColumnHidden(i):
                wide += self._widths.get(name, NAME_LEAST)
        # names keep their room where many columns are chosen; what does not fit is scrolled to
        modes = QHeaderView.ResizeMode
        fits = usual or wide <= self.viewport().width()
        self.header().setSectionResizeMode(BLOCK, modes.Stretch if fits else modes.Interactive)
        if not fits:
            self.setColumnWidth(BLOCK, NAME_LEAST)

    def rows_shown(self, opened: bool = True) -> tuple[Row, ...]:
        """The rows from top to bottom, as sorted and filtered; of closed blocks only themselves,
        unless ``opened`` is false: then as if all were open."""
        found: list[Row] = []
        model, rows = self._figures, self._session.analysis.row_at

        def walk(parent: QModelIndex) -> None:
            for i in range(model.rowCount(parent)):
                index = model.index(i, BLOCK, parent)
                if path := model.path(index):
                    found.append(rows[path])
                    if not opened or self.isExpanded(index):
                        walk(index)

        walk(QModelIndex())
        return tuple(found)

    def show_only(self, paths: frozenset[str] | None) -> None:
        """Show these blocks alone, with those around them, opened; None for all."""
        self._following = True
        try:
            if self._figures.show_only(paths):
                self._restore()
                if paths is not None:
                    for path in sorted({p.rpartition(".")[0] for p in paths} - {""}):
                        self._reveal(path)
        finally:
            self._following = False

    def _reveal(self, path: str) -> None:
        """Open a block and those around it."""
        parts = path.split(".")
        for i in range(len(parts)):
            index = self._figures.index_at(".".join(parts[: i + 1]))
            if index.isValid():
                self.setExpanded(index, True)

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
        if self._figures.only is not None:
            return
        self._expanded.add(self._figures.path(index))

    def _note_collapsed(self, index: QModelIndex) -> None:
        if not self._following and self._figures.only is None:
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
                chosen.select(current, current.siblingAtColumn(LAST))
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
        self._hide_columns()
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
