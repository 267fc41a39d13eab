"""What every page of the export dialog has: choices on the left, what comes of them on the right."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from explorer.app.widgets import CalmComboBox, Switch, label


class Shown(NamedTuple):
    """A preview: a text, or the list of what a file will hold, or why there is none."""

    text: str = ""
    python: bool = False
    rows: tuple[tuple[str, str, str], ...] = ()
    """Name, what it is, size."""
    size: int | None = None
    """Bytes of the file, as near as can be told."""
    exact: bool = False
    failure: str = ""


class Target(NamedTuple):
    """What a file of a page is called."""

    suffix: str
    filter: str
    """As file dialogs want it."""


Job = Callable[[], Shown]


class Page(QWidget):
    """One format with its choices."""

    changed = Signal()
    """Another choice: the preview is of before."""
    title = ""
    about = ""
    copies = False
    """Whether it is a text, which can be copied."""

    def __init__(self) -> None:
        super().__init__()
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(16)
        self.grid.setVerticalSpacing(10)

    @property
    def target(self) -> Target:
        raise NotImplementedError

    @property
    def viewer(self) -> QWidget | None:
        """A preview of its own in the place of the usual ones."""
        return None

    def job(self) -> Job | None:
        """What makes the preview, in a thread; None where ``viewer`` has made it."""
        raise NotImplementedError

    @property
    def can_save(self) -> bool:
        """Whether there is something to save, where it has a viewer of its own."""
        return True

    @property
    def note(self) -> str:
        """What is said of the preview beside its size."""
        return ""

    def save(self, path: Path, shown: Shown) -> None:
        """Write the file, and say so."""
        raise NotImplementedError

    # -- choices ------------------------------------------------------------------------------------

    def choice(self, name: str, entries: Mapping[str, str]) -> CalmComboBox:
        """One of several, by their keys with what they are called."""
        box = CalmComboBox()
        for key, text in entries.items():
            box.addItem(text, key)
        box.setSizeAdjustPolicy(CalmComboBox.SizeAdjustPolicy.AdjustToContents)
        box.setMinimumWidth(140)
        self.add(name, box)
        box.currentIndexChanged.connect(self.changed)
        return box

    def switch(self, name: str, on: bool = False) -> Switch:
        switch = Switch()
        switch.setChecked(on)
        self.add(name, switch)
        switch.toggled.connect(self.changed)
        return switch

    def add(self, name: str, widget: QWidget) -> None:
        """A named row of the form."""
        text: QLabel = label(name)
        text.setBuddy(widget)
        widget.setAccessibleName(name)
        row = self.grid.rowCount()
        self.grid.addWidget(text, row, 0)
        self.grid.addWidget(widget, row, 1, Qt.AlignmentFlag.AlignLeft)
        self.grid.setColumnStretch(1, 1)
