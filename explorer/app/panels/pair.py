"""Two widgets that stand side by side where there is room."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from explorer.app.widgets import tight


class Pair(QWidget):
    """The first above the second, or left of it from a width of ``wide`` pixels on.

    What is left of the room goes to the one that ``grows``: 0 for the first, 1 for the second.
    """

    def __init__(
        self, first: QWidget, second: QWidget, grows: int = 1, wide: int = 600, gap: int = 10
    ) -> None:
        super().__init__()
        self._wide, self._gap = wide, gap
        self._layout = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        tight(self._layout, gap)
        self._layout.addWidget(first, 1 if grows == 0 else 0)
        self._layout.addWidget(second, 1 if grows == 1 else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= self._wide
        side = QBoxLayout.Direction.LeftToRight
        wanted = side if wide else QBoxLayout.Direction.TopToBottom
        if self._layout.direction() != wanted:
            self._layout.setDirection(wanted)
            self._layout.setSpacing(24 if wide else self._gap)
