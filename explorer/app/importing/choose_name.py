"""A page of the import dialog: the networks of a library, searched by name."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListView, QStackedWidget, QVBoxLayout, QWidget

from explorer.app.fuzzy import match
from explorer.app.importing.names import Names
from explorer.app.importing.request import Request
from explorer.app.panels.palette import SearchField
from explorer.app.theme import mono_font
from explorer.app.widgets import label


class NamePage(QWidget):
    """All names, or those that are searched for, the best first."""

    changed = Signal()
    submitted = Signal()

    def __init__(self, names: Names, library: Literal["torchvision", "timm"]) -> None:
        super().__init__()
        self._names, self._library = names, library
        self.search = SearchField()
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setAccessibleName(self.tr("Search the networks of {0}").format(library))
        self.list = QListView()
        self.list.setAccessibleName(self.tr("Networks of {0}").format(library))
        self.list.setFont(mono_font(12))
        self.list.setUniformItemSizes(True)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.model = QStringListModel(self)
        self.list.setModel(self.model)
        self.empty = label("", "secondary", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setMargin(24)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.empty)
        self._count = label("", "secondary")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 12)
        layout.setSpacing(8)
        layout.addWidget(self.search)
        layout.addWidget(self.stack, 1)
        layout.addWidget(self._count)
        self.search.textChanged.connect(self._filter)
        self.search.down.connect(self.list.setFocus)
        self.search.returnPressed.connect(self.submitted)
        self.list.selectionModel().currentChanged.connect(self.changed)
        self.list.activated.connect(self.submitted)
        names.changed.connect(self._filter)
        self._filter()

    @property
    def names(self) -> tuple[str, ...] | None:
        """All of the library; None where it is not installed."""
        return (
            self._names.found.torchvision
            if self._library == "torchvision"
            else (self._names.found.timm)
        )

    def _filter(self) -> None:
        text, names = self.search.text().strip(), self.names
        found = list(names or ())
        if text:
            scored = [(hit.score, name) for name in found if (hit := match(text, name)) is not None]
            found = [name for _, name in sorted(scored, key=lambda s: (-s[0], len(s[1]), s[1]))]
        self.model.setStringList(found)
        if found:
            self.list.setCurrentIndex(self.model.index(0))
        self.stack.setCurrentWidget(self.list if found else self.empty)
        self.empty.setText(self._why_empty())
        known = self._names.state == "known" and names is not None
        self._count.setText(self.tr("{0} of {1}").format(len(found), len(names or ())))
        self._count.setVisible(known)
        self.changed.emit()

    def _why_empty(self) -> str:
        state = self._names.state
        if state == "failed":
            return self.tr("The networks could not be listed. {0}").format(self._names.why)
        if state != "known":
            return self.tr("Reading the list…")
        if self.names is None:
            return self.tr(
                "{0} is not installed. In the program’s own environment, “pip install {0}” "
                "puts it there."
            ).format(self._library)
        return self.tr("No network has such a name.")

    @property
    def request(self) -> Request | None:
        index = self.list.currentIndex()
        if not index.isValid():
            return None
        name = str(index.data())
        return Request(f"{self._library}:{name}", name)
