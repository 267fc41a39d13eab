"""The networks that are shown, and the work on their figures in slices of idle time."""

from __future__ import annotations

from time import perf_counter
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QPixmap

from explorer.app import format as f
from explorer.app.gallery.entry import NEEDS_TOTALS, ORDERS, Entry, entries
from explorer.app.language import say

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_Role = Qt.ItemDataRole
ENTRY = int(_Role.UserRole)

SLICE = 0.012
"""Seconds of work between two events: scrolling and typing stay fluent."""


class GalleryModel(QAbstractListModel):
    """Networks that a search finds, sorted; figures come in while nothing else is to be done."""

    resorted = Signal()
    """The order has changed by itself, as figures that it goes by came in."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._search = ""
        self._family = ""
        self._order = "year"
        self._falling = False
        self._found: list[Entry] = []
        self._wanted: dict[str, Entry] = {}
        """Entries whose picture was asked for, the last one asked for last."""
        self._picture_size, self._ratio = QSize(), 1.0
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._work)
        self._build()

    # -- what is shown ------------------------------------------------------------------------

    @property
    def families(self) -> list[str]:
        """Families, oldest first."""
        return list(dict.fromkeys(e.about.family for e in entries() if e.about.family))

    def ask(
        self, search: str = "", family: str = "", order: str = "year", falling: bool = False
    ) -> None:
        """What to show: networks in which every word is found, of one family or all, in one of
        the ``ORDERS``."""
        self._search, self._family = search.casefold(), family
        self._order, self._falling = order, falling
        self._build()

    def entry(self, index: Index) -> Entry | None:
        return self._found[index.row()] if index.isValid() else None

    def row_of(self, name: str) -> int:
        """Where a network stands; -1 where it is not shown."""
        return next((i for i, e in enumerate(self._found) if e.name == name), -1)

    def _build(self) -> None:
        words = self._search.split()
        self.beginResetModel()
        self._found = [
            e
            for e in entries()
            if (not self._family or e.about.family == self._family)
            and all(word in e.searched for word in words)
        ]
        if self._order not in NEEDS_TOTALS or all(e.analysed for e in self._found):
            self._found.sort(key=ORDERS[self._order], reverse=self._falling)
        self.endResetModel()
        self._timer.start()

    # -- the model ----------------------------------------------------------------------------

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._found)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        entry = self.entry(index)
        if entry is None:
            return None
        if role == ENTRY:
            return entry
        if role == _Role.DisplayRole:
            return entry.title
        if role == _Role.ToolTipRole:
            return f"{say(entry.about.idea)}\n{entry.about.source}"
        if role == _Role.AccessibleTextRole:
            return self._spoken(entry)
        return None

    def _spoken(self, entry: Entry) -> str:
        a = entry.about
        words = f"{entry.title}, {a.year}. {say(a.idea)} {figures_text(entry)}. {a.source}"
        return words.replace(f.THIN, " ")

    # -- the work -----------------------------------------------------------------------------

    def picture(self, entry: Entry, size: QSize, ratio: float) -> QPixmap | None:
        """The figure of a network that is in sight; None, and it comes soon, where it is not
        drawn as yet."""
        found = entry.picture(size, ratio)
        if found is None:
            self._picture_size, self._ratio = size, ratio
            self._wanted.pop(entry.name, None)
            self._wanted[entry.name] = entry
            self._timer.start()
        return found

    @property
    def busy(self) -> bool:
        """Whether figures are still to come."""
        return self._timer.isActive()

    def stop(self) -> None:
        """Leave the rest of the work for another time."""
        self._timer.stop()

    def _work(self) -> None:
        until = perf_counter() + SLICE
        while perf_counter() < until:
            if not self._step():
                self._timer.stop()
                return

    def _step(self) -> bool:
        """One network's worth of work. False where nothing is left."""
        if self._wanted:
            name = next(iter(self._wanted))
            entry = self._wanted.pop(name)
            entry.draw(self._picture_size, self._ratio)
            self._tell(entry)
            return True
        entry_ = next((e for e in entries() if not e.analysed), None)
        if entry_ is None:
            return False
        entry_.totals  # noqa: B018 - worked out by asking
        self._tell(entry_)
        if self._order in NEEDS_TOTALS and all(e.analysed for e in self._found):
            self._build()
            self.resorted.emit()
        return True

    def _tell(self, entry: Entry) -> None:
        row = self.row_of(entry.name)
        if row >= 0:
            self.dataChanged.emit(self.index(row), self.index(row))


def figures_text(entry: Entry) -> str:
    """Parameters and MACs in a few characters; empty while they are unknown."""
    if not entry.analysed:
        return ""
    totals = entry.totals
    macs = f.THIN.join(f.scaled(totals.macs, 3))
    return QCoreApplication.translate("Gallery", "{0} params · {1}MACs").format(
        f.compact(totals.parameters), macs
    )
