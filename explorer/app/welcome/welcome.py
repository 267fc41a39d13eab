"""When the welcome page is there, and what its cards do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget

from explorer.app.safety import locks, resume
from explorer.app.safety.resume import Left

if TYPE_CHECKING:
    from explorer.app.actions import ActionSpec
    from explorer.app.welcome.page import WelcomePage
    from explorer.app.window import Window

STAYS = frozenset({"dark", "full_screen", "reduced_motion"})
"""Actions of the View menu that are for the page as well."""


class Welcome(QObject):
    """The page stands where the panels are, and goes as soon as anything is opened or done."""

    def __init__(self, window: Window, pages: QStackedWidget) -> None:
        super().__init__(window)
        self._window, self._pages = window, pages
        self._page: WelcomePage | None = None
        self._left: Left | None = None
        self.at_start = False
        """Whether the window began with it and nothing was chosen since: there is nothing that a
        next window could continue."""
        window.session.document_replaced.connect(self.leave)
        window.session.document_changed.connect(self.leave)

    @property
    def shown(self) -> bool:
        return self._page is not None and self._pages.currentWidget() is self._page

    @property
    def page(self) -> WelcomePage:
        """The page, made when it is first wanted."""
        if self._page is None:
            from explorer.app.welcome.page import WelcomePage

            self._page = WelcomePage()
            self._page.chosen.connect(self._choose)
            self._page.example_chosen.connect(self._window.files.open_network)
            self._page.file_chosen.connect(self._window.files.open_path)
            self._page.left.connect(self.leave)
            self._pages.addWidget(self._page)
        return self._page

    def begin(self) -> None:
        """Show it in a new window."""
        self.at_start = True
        self._left, before = resume.read(), None
        document = self._left.document() if self._left is not None else None
        if self._left is not None and document is not None:
            name = self._left.file.name if self._left.file is not None else document.name
            before = self.tr("Continue where you left off"), name
        self._show(before)

    def show(self) -> None:
        """Show it over what is open, which is one card away."""
        if not self.shown:
            self._left = None
            self._show((self.tr("Back to the network"), self._window.session.title))

    def _show(self, before: tuple[str, str] | None) -> None:
        keys = {
            id_: self._window.actions_table[id_].shortcut().toString()
            for id_ in ("new", "open", "gallery")
        }
        self.page.fill(before, self._window.files.recent, keys)
        self._pages.setCurrentWidget(self.page)
        self.page.take_focus()

    def leave(self) -> None:
        """Show the network."""
        self.at_start = False
        if self.shown:
            self._pages.setCurrentIndex(0)
            self._window.canvas.setFocus()

    def make_way(self, action: ActionSpec) -> None:
        """Leave before an action whose doing is seen in the panels."""
        if action.menu in ("Edit", "Network") or (action.menu == "View" and action.id not in STAYS):
            self.leave()

    def _choose(self, id_: str) -> None:
        files = self._window.files
        match id_:
            case "new":
                files.new()
            case "open":
                files.open()
            case "gallery":
                files.open_gallery()
            case "continue" if self._left is not None:
                self._continue(self._left)
            case _:
                self.leave()

    def _continue(self, left: Left) -> None:
        document = left.document()
        if document is None or (left.file is not None and locks.holder(left.file) is not None):
            # it went in the meantime: opening it says so
            if left.file is not None:
                self._window.files.open_path(left.file)
            return
        self._window.session.replace(document, left.file)
        self._window.safety.continue_with(self._window, left)
