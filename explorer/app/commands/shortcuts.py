"""Keyboard shortcuts: every action with its keys, which can be changed here."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from explorer.app.actions import ACTIONS, ActionSpec, translated
from explorer.app.commands.keymap import KEPT, Keymap, native, portable
from explorer.app.fuzzy import ranked
from explorer.app.panels.palette import SearchField
from explorer.app.theme import mono_font, ui_font
from explorer.app.widgets import label

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_Role = Qt.ItemDataRole


class ShortcutModel(QAbstractTableModel):
    """Action, menu, keys."""

    def __init__(self, keymap: Keymap, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keymap = keymap
        self.rows: list[ActionSpec] = list(ACTIONS)
        keymap.changed.connect(self._retell)

    def find(self, text: str) -> None:
        """Show the actions that a text fits, also by their keys and what they are called inside."""

        def names(spec: ActionSpec) -> tuple[str, ...]:
            keys = self._keymap.keys(spec.id)
            return (translated(spec.text), spec.id, translated(spec.menu), *map(native, keys))

        self.beginResetModel()
        typed = text.casefold().strip()
        found = [spec for spec, _ in ranked(text, ACTIONS, names)] if typed else list(ACTIONS)
        # whose name begins like that is meant first
        found.sort(key=lambda s: not any(n.casefold().startswith(typed) for n in names(s)))
        self.rows = found
        self.endResetModel()

    def _retell(self) -> None:
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, 2))

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else 3

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == _Role.DisplayRole:
            return (self.tr("Action"), self.tr("Menu"), self.tr("Keys"))[section]
        if role == _Role.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        spec, column = self.rows[index.row()], index.column()
        if role in (_Role.DisplayRole, _Role.AccessibleTextRole):
            keys = ", ".join(map(native, self._keymap.keys(spec.id)))
            if column == 2 and self._keymap.is_own(spec.id):
                # not by the weight of the letters alone
                keys = f"{keys} •" if keys else "•"
            return (translated(spec.text), translated(spec.menu), keys)[column]
        if role == _Role.FontRole and column == 2:
            return mono_font(12)
        if role == _Role.ToolTipRole and column == 2 and self._keymap.is_own(spec.id):
            return self.tr("You have changed this one")
        return None


class ShortcutsDialog(QDialog):
    """Find an action, press the keys it should have."""

    def __init__(self, keymap: Keymap, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.resize(640, 620)
        self._keymap = keymap
        self._wanted = ""
        self.model = ShortcutModel(keymap, self)
        self.search = SearchField()
        self.search.setPlaceholderText(self.tr("Find an action, or keys"))
        self.search.setAccessibleName(self.tr("Find an action, or keys"))
        self.table = self._table()
        self.title = label("")
        self.title.setFont(ui_font(13, 600))
        self.edit = QKeySequenceEdit()
        self.edit.setMaximumSequenceLength(1)
        self.edit.setAccessibleName(self.tr("New keys"))
        for line in self.edit.findChildren(QLineEdit):
            line.setPlaceholderText(self.tr("Press the new keys"))
            line.setAccessibleName(self.tr("New keys"))
        self.take = self._button(self.tr("Take these keys"), self._take)
        self.none = self._button(self.tr("No keys"), self._clear)
        self.reset = self._button(self.tr("Reset"), self._reset)
        self.reset_all = self._button(self.tr("Reset all"), keymap.reset_all)
        self.said = label("", "secondary", wrap=True)
        self.said.setMinimumHeight(34)
        self._lay_out()
        self.search.textChanged.connect(self._find)
        self.search.down.connect(self.table.setFocus)
        self.search.left.connect(self.reject)
        self.edit.keySequenceChanged.connect(self._pressed)
        self.table.selectionModel().currentRowChanged.connect(self._choose)
        self.table.activated.connect(lambda: self.edit.setFocus())
        keymap.changed.connect(self._follow)
        self.table.selectRow(0)
        self.search.setFocus()

    def _table(self) -> QTableView:
        table = QTableView()
        table.setAccessibleName(self.tr("Actions and their keys"))
        table.setModel(self.model)
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        table.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(28)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setProperty("kind", "tight")
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(1, 110)
        header.resizeSection(2, 190)
        return table

    def _button(self, text: str, do: Any) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(do)
        return button

    def _lay_out(self) -> None:
        self.take.setProperty("kind", "primary")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.edit, 1)
        for button in (self.take, self.none, self.reset):
            row.addWidget(button)
        buttons = QDialogButtonBox()
        buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.addButton(self.reset_all, QDialogButtonBox.ButtonRole.ResetRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(self.search)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.title)
        layout.addLayout(row)
        layout.addWidget(self.said)
        layout.addWidget(buttons)

    @property
    def current(self) -> ActionSpec | None:
        index = self.table.currentIndex()
        return self.model.rows[index.row()] if index.isValid() else None

    def _find(self, text: str) -> None:
        self.model.find(text)
        self.table.selectRow(0)
        self._choose()

    def _choose(self) -> None:
        self._wanted = ""
        self.edit.clear()
        self.said.clear()
        self._follow()

    def _follow(self) -> None:
        spec = self.current
        self.title.setText(translated(spec.text) if spec is not None else self.tr("No action"))
        self.edit.setEnabled(spec is not None)
        self.take.setVisible(bool(self._wanted))
        self.none.setEnabled(spec is not None and bool(self._keymap.keys(spec.id)))
        self.reset.setEnabled(spec is not None and self._keymap.is_own(spec.id))
        self.reset_all.setEnabled(self._keymap.any_own)

    def _pressed(self, sequence: QKeySequence) -> None:
        """Keys that are free are taken at once; for others it is said whose they are."""
        spec, keys = self.current, portable(sequence)
        self._wanted = ""
        if spec is None or not keys:
            return
        owner = self._keymap.owner(keys)
        if keys in KEPT:
            self.said.setText(
                self.tr(
                    "{0} is needed on the canvas and in fields. Try it with Ctrl or Alt."
                ).format(native(keys))
            )
        elif owner is not None and owner.id != spec.id:
            self._wanted = keys
            self.said.setText(
                self.tr("{0} belongs to “{1}” ({2}), which would have it no more.").format(
                    native(keys), translated(owner.text), translated(owner.menu)
                )
            )
        else:
            self._give(keys)
        self._follow()

    def _take(self) -> None:
        self._give(self._wanted)

    def _give(self, keys: str) -> None:
        spec = self.current
        if spec is not None and keys:
            self._wanted = ""
            self._keymap.set(spec.id, keys)
            self.said.setText(
                self.tr("“{0}” is now {1}.").format(translated(spec.text), native(keys))
            )

    def _clear(self) -> None:
        if (spec := self.current) is not None:
            self._keymap.set(spec.id)
            self._choose()

    def _reset(self) -> None:
        if (spec := self.current) is not None:
            self._keymap.reset(spec.id)
            self._choose()
