"""Help → About → Licences: whose work the program stands on."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QItemSelectionModel, Qt
from PySide6.QtGui import QShowEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QPlainTextEdit,
    QSplitter,
    QTreeView,
)

from explorer.app.theme import mono_font
from explorer.licences import Part, parts

LONG = 48
"""Letters of a licence's name in the list; the text itself says all of it."""


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
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.list.header().setSectionsMovable(False)
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
            short = part.licence if len(part.licence) <= LONG else f"{part.licence[:LONG]}…"
            self._model.appendRow([QStandardItem(t) for t in (part.name, part.version, short)])
        self.list.selectionModel().setCurrentIndex(
            self._model.index(0, 0),
            QItemSelectionModel.SelectionFlag.ClearAndSelect
            | QItemSelectionModel.SelectionFlag.Rows,
        )

    def _read(self, row: int) -> None:
        part = self._parts[row]
        self.text.setPlainText(part.text() or part.licence)
