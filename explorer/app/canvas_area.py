"""The canvas with what floats over it."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from explorer.app.widgets import tight


class CanvasArea(QWidget):
    """The canvas, with the breadcrumb and the tools floating over it."""

    def __init__(self, canvas: QWidget, breadcrumb: QWidget, tools: QWidget) -> None:
        super().__init__()
        self._breadcrumb, self._tools = breadcrumb, tools
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addWidget(canvas)
        for floating in (breadcrumb, tools):
            floating.setParent(self)
            floating.installEventFilter(self)
            floating.raise_()
        self.setMinimumSize(240, 120)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return False

    def _place(self) -> None:
        margin = 12
        self._tools.resize(self._tools.sizeHint())
        self._tools.move(self.width() - self._tools.width() - margin, margin)
        self._breadcrumb.resize(self._breadcrumb.sizeHint())
        self._breadcrumb.move(margin + 2, margin + 6)
