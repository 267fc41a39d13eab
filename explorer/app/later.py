"""A place for a panel that is made when it is first seen: the window opens the sooner."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from explorer.app.widgets import tight


class Later(QWidget):
    """Stands in a splitter from the beginning, so that sizes and their order are as they will be."""

    def __init__(self, make: Callable[[], QWidget]) -> None:
        super().__init__()
        self._make = make
        self._panel: QWidget | None = None
        tight(QVBoxLayout(self))

    @property
    def made(self) -> bool:
        return self._panel is not None

    def hold(self, panel: QWidget) -> None:
        """The panel, where somebody wanted it before it was seen."""
        self._panel = panel
        self.setFocusProxy(panel.focusProxy() or panel)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(panel)
        # what joins a layout while it is being shown would come a moment later
        panel.show()
        self.setMinimumSize(panel.minimumSize())

    def showEvent(self, event: QShowEvent) -> None:
        if self._panel is None:
            self._make()
        super().showEvent(event)
