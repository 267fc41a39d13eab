"""Help → About → Licences: whose work the program stands on."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QItemSelectionModel, Qt
from PySide6.QtGui import QShowEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QPlainTextEdit,
    QSplitter,
    QTreeView,
)

from explorer.app.theme import mono_font
from explorer.licences import Part, parts

WIDTHS = (200, 110)
"""Pixels of the parts' names and versions; the licence has the rest."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Dialogs", text)


class LicencesPage(QSplitter):
    """Every part made by others, and the chosen one's licence in full."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self.setChildrenCollapsible(False)
        self._parts: tuple[Part, ...] = ()
        self._model = QStandardItemModel(0, 3, self)
        self._model.setHorizontalHeaderLabels([_tr("Part"), _tr("Version"), _tr("Licence")])
        self.list = QTreeView()
        self.list.setModel(self._model)
        self.list.setAccessibleName(_tr("Parts made by others"))
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.header().setSectionsMovable(False)
        for column, width in enumerate(WIDTHS):
            self.list.header().resizeSection(column, width)
        self.list.selectionModel().currentRowChanged.connect(lambda now, _: self._read(now.row()))
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setFont(mono_font(11))
        self.text.setAccessibleName(_tr("The licence in full"))
        self.addWidget(self.list)
        self.addWidget(self.text)
        self.setSizes([200, 200])

    def showEvent(self, event: QShowEvent) -> None:
        """The list is read when it is first looked at: it asks a thousand files."""
        super().showEvent(event)
        if self._parts:
            return
        self._parts = parts()
        for part in self._parts:
            row = [QStandardItem(text) for text in (part.name, part.version, part.licence)]
            for item in row:
                item.setToolTip(item.text())
            self._model.appendRow(row)
        self.list.selectionModel().setCurrentIndex(
            self._model.index(0, 0),
            QItemSelectionModel.SelectionFlag.ClearAndSelect
            | QItemSelectionModel.SelectionFlag.Rows,
        )

    def _read(self, row: int) -> None:
        part = self._parts[row]
        self.text.setPlainText(part.text() or part.licence)
