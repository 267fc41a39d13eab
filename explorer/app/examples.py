"""Choosing one of the named networks."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from explorer import zoo
from explorer.analysis.analyze import analyze
from explorer.app import format as f
from explorer.app.panels.palette import SearchField
from explorer.app.theme import mono_font, theme, ui_font
from explorer.app.widgets import label
from explorer.graph.model import Document

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_Role = Qt.ItemDataRole

NAME = int(_Role.UserRole)
TITLE, IDEA, FIGURES = NAME + 1, NAME + 2, NAME + 3


class ZooModel(QAbstractListModel):
    """The networks that a search finds."""

    def __init__(self) -> None:
        super().__init__()
        self._all = [zoo.get(name) for name in zoo.names()]
        self._found = self._all
        self._figures: dict[str, str] = {}

    def set_search(self, text: str) -> None:
        words = text.casefold().split()
        self.beginResetModel()
        self._found = [d for d in self._all if all(w in _searched(d) for w in words)]
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._found)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        document = self._found[index.row()]
        about = document.about
        if role == NAME:
            return document.name
        if role == TITLE:
            return f"{about.title or document.name}" + (f"  {about.year}" if about.year else "")
        if role in (IDEA, _Role.ToolTipRole):
            return about.idea if role == IDEA else about.source
        if role == FIGURES:
            return self._figures_of(document)
        if role == _Role.DisplayRole:
            # what a screen reader says
            figures = self._figures_of(document)
            return f"{about.title}, {about.year}. {about.idea} {figures}".replace(f.THIN, " ")
        return None

    def _figures_of(self, document: Document) -> str:
        """Worked out when the network is first shown."""
        if document.name not in self._figures:
            totals = analyze(document).totals
            text = self.tr("{0} params · {1}MACs").format(
                f.compact(totals.parameters), f.THIN.join(f.scaled(totals.macs, 3))
            )
            self._figures[document.name] = text
        return self._figures[document.name]


def _searched(document: Document) -> str:
    a = document.about
    return f"{document.name} {a.title} {a.family} {a.idea} {a.source} {a.year}".casefold()


class ZooDelegate(QStyledItemDelegate):
    """Title and year, the idea beneath, the size at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, 54)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        t = theme()
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(t.selection_fill if selected else t.hover))
        inner = rect.adjusted(12, 8, -12, -8)
        top = QRect(inner.left(), inner.top(), inner.width(), 18)
        below = QRect(inner.left(), inner.top() + 20, inner.width(), 18)
        figures = index.data(FIGURES)
        painter.setFont(mono_font(12))
        painter.setPen(QColor(t.secondary))
        right = painter.fontMetrics().horizontalAdvance(figures)
        painter.drawText(top, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, figures)
        painter.setFont(ui_font(13, 600))
        painter.setPen(QColor(t.ink))
        metrics = painter.fontMetrics()
        title = metrics.elidedText(
            index.data(TITLE), Qt.TextElideMode.ElideRight, top.width() - right - 12
        )
        painter.drawText(top, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)
        painter.setFont(ui_font(12))
        painter.setPen(QColor(t.secondary))
        idea = painter.fontMetrics().elidedText(
            index.data(IDEA), Qt.TextElideMode.ElideRight, below.width()
        )
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, idea)


class ExamplesDialog(QDialog):
    """Search the named networks and open one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Open an example"))
        self.resize(560, 440)
        self.search = SearchField()
        self.search.setPlaceholderText(self.tr("Search by name, year, idea or author"))
        self.search.setAccessibleName(self.tr("Search examples"))
        self.model = ZooModel()
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(ZooDelegate(self.list))
        self.list.setMouseTracking(True)
        self.list.setAccessibleName(self.tr("Examples"))
        self._empty = label(self.tr("No network here is like that."), "secondary")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.hide()
        buttons = QDialogButtonBox()
        self._open = buttons.addButton(self.tr("Open"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._open.setProperty("kind", "primary")
        self._open.setDefault(True)
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(10)
        layout.addWidget(self.search)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._empty, 1)
        layout.addWidget(buttons)
        self.search.textChanged.connect(self._find)
        self.search.down.connect(self.list.setFocus)
        self.search.left.connect(self.reject)
        self.list.doubleClicked.connect(self.accept)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._find("")

    @property
    def chosen(self) -> str:
        """The name of the network that is marked; empty for none."""
        return str(self.list.currentIndex().data(NAME) or "")

    def _find(self, text: str) -> None:
        self.model.set_search(text)
        any_ = self.model.rowCount() > 0
        self.list.setVisible(any_)
        self._empty.setVisible(not any_)
        self._open.setEnabled(any_)
        if any_:
            self.list.setCurrentIndex(self.model.index(0))
