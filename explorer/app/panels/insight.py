"""The insight panel: filters, activations, and a drawing of one's own."""

from __future__ import annotations

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from explorer.app.language import say
from explorer.app.panels.insight_activations import ActivationsPage
from explorer.app.panels.insight_draw import DrawPage
from explorer.app.panels.insight_filters import FiltersPage
from explorer.app.panels.insight_parts import block_shown, convolution_shown
from explorer.app.panels.pair import Pair
from explorer.app.runner import Runner
from explorer.app.session import Session
from explorer.app.theme import mono_font
from explorer.app.widgets import ElidedLabel, Swatch, label, tight
from explorer.blocks.description import BlockError

Page = FiltersPage | ActivationsPage | DrawPage


class InsightPanel(QFrame):
    """Looks into the network in the worker, before, while and after it is trained."""

    def __init__(self, session: Session, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._runner = runner
        self.setProperty("kind", "panel")
        self.setAccessibleName(self.tr("Insight"))
        self._swatch = Swatch()
        self._type = label(kind="title")
        self._path = ElidedLabel()
        self._path.setFont(mono_font(12))
        self.filters = FiltersPage(session, runner)
        self.activations = ActivationsPage(session, runner)
        self.draw = DrawPage(session, runner)
        self._pages: tuple[Page, ...] = (self.filters, self.activations, self.draw)
        self._stack = QStackedWidget()
        self._tabs = QButtonGroup(self)
        tab_row = QWidget()
        tabs = QHBoxLayout(tab_row)
        tight(tabs, 4)
        names = (self.tr("Filters"), self.tr("Activations"), self.tr("Draw"))
        for index, (name, page) in enumerate(zip(names, self._pages, strict=True)):
            tab = QPushButton(name)
            tab.setProperty("kind", "tab")
            tab.setCheckable(True)
            self._tabs.addButton(tab, index)
            tabs.addWidget(tab)
            self._stack.addWidget(page)
        tabs.addStretch()
        block = QWidget()
        head = QHBoxLayout(block)
        tight(head, 6)
        head.addWidget(self._swatch)
        head.addWidget(self._type)
        head.addWidget(self._path, 1)
        block.setMinimumWidth(200)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(10)
        layout.addWidget(Pair(block, tab_row))
        layout.addWidget(self._stack, 1)
        self._tabs.idToggled.connect(self._toggled)
        self._tabs.button(0).setChecked(True)
        for signal in (
            session.selection_changed,
            session.document_changed,
            runner.insight_changed,
            runner.state_changed,
        ):
            signal.connect(self._refresh)

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self._pages[self._stack.currentIndex()]

    def show_page(self, page: Page) -> None:
        """Show ``filters``, ``activations`` or ``draw``."""
        self._tabs.button(self._stack.indexOf(page)).setChecked(True)

    def _toggled(self, index: int, on: bool) -> None:
        if on:
            self._stack.setCurrentIndex(index)
            self._activate()

    def _activate(self) -> None:
        """Only the page that is seen has the worker work for it."""
        current = self._stack.currentIndex()
        for index, page in enumerate(self._pages):
            if index != current or not self.isVisible():
                page.set_active(False)
        if self.isVisible():
            self._pages[current].set_active(True)
        self._refresh()

    def _refresh(self) -> None:
        if not self.isVisible():
            return
        find = convolution_shown if self.page is self.filters else block_shown
        row = find(self._session)
        self._path.set_text(row.path if row is not None else "")
        self._swatch.setVisible(row is not None)
        self._type.setText("")
        if row is not None:
            try:
                block = self._session.catalogue.find(row.node.type)
            except BlockError:
                self._type.setText(row.node.type)
            else:
                self._type.setText(say(block.title))
                self._swatch.set_role(block.role)
        self._pages[self._stack.currentIndex()].refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._activate()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        for page in self._pages:
            page.set_active(False)
