"""The Compare workspace: the structure of two networks, or the chart of them all."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from explorer.app.compare.add_menu import AddButton
from explorer.app.compare.chart_page import ChartPage
from explorer.app.compare.choice import Choice
from explorer.app.compare.structure import StructurePage
from explorer.app.files import Files
from explorer.app.runner import Runner
from explorer.app.session import Session
from explorer.app.widgets import hairline, tight


class ComparePanel(QWidget):
    """Made when it is first shown: most sessions never compare."""

    open_asked = Signal(str)
    """A copy of a network of the zoo is wanted."""
    failed = Signal(str)

    def __init__(self, session: Session, runner: Runner, files: Files) -> None:
        super().__init__()
        self._runner, self._files = runner, files
        self.choice = Choice(session, self)
        self._structure: StructurePage | None = None
        self._chart: ChartPage | None = None
        self.setAccessibleName(self.tr("Compare"))
        self.tabs = QButtonGroup(self)
        self.stack = QStackedWidget()
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addWidget(self._head())
        layout.addWidget(hairline())
        layout.addWidget(self.stack, 1)

    def _head(self) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(10, 4, 10, 4)
        row.setSpacing(2)
        for place, text in enumerate((self.tr("Side by side"), self.tr("Bubble chart"))):
            tab = QPushButton(text)
            tab.setProperty("kind", "flat")
            tab.setCheckable(True)
            tab.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            tab.setChecked(place == 0)
            self.tabs.addButton(tab, place)
            row.addWidget(tab)
        row.addStretch()
        self.tabs.idClicked.connect(self.show_page)
        return head

    @property
    def structure(self) -> StructurePage:
        """The comparison side by side."""
        if self._structure is None:
            add = AddButton(self.choice, self._files)
            add.failed.connect(self.failed)
            self._structure = StructurePage(self.choice, add)
            self.stack.insertWidget(0, self._structure)
        return self._structure

    @property
    def chart(self) -> ChartPage:
        """The bubble chart."""
        if self._chart is None:
            self._chart = ChartPage(self.choice, self._runner, self._files)
            self._chart.open_asked.connect(self.open_asked)
            self._chart.compare_asked.connect(self._compare)
            self._chart.failed.connect(self.failed)
            self.stack.addWidget(self._chart)
        return self._chart

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.show_page(max(0, self.tabs.checkedId()))

    def event(self, event: QEvent) -> bool:
        """What would edit the document means nothing here, where its blocks are only looked at."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = QKeySequence.StandardKey
            edits = (keys.Delete, keys.Cut, keys.Paste)
            if event.key() == Qt.Key.Key_Backspace or any(event.matches(key) for key in edits):
                event.accept()
                return True
        return super().event(event)

    def show_page(self, place: int) -> None:
        """Side by side is 0, the chart 1."""
        self.tabs.button(place).setChecked(True)
        self.stack.setCurrentWidget(self.chart if place else self.structure)
        # the keys go to what was asked for
        (self.chart.chart if place else self.structure.table).setFocus()

    def _compare(self, name: str) -> None:
        self.choice.add_zoo(name)
        self.show_page(0)

    def step(self, by: int) -> None:
        """Go to the next difference, or the one before."""
        self.show_page(0)
        self.structure.step(by)
