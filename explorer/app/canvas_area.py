"""The canvas with what floats over it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from explorer.app.canvas.view import CanvasView
from explorer.app.volumes.switch import Look, ViewSwitch
from explorer.app.volumes.view import VolumeView


class CanvasArea(QWidget):
    """The graph or the volumes, with the breadcrumb, the switch and the tools floating over them."""

    looked = Signal()
    """The other view is shown."""

    def __init__(
        self, canvas: CanvasView, volumes: VolumeView, breadcrumb: QWidget, tools: QWidget
    ) -> None:
        super().__init__()
        self._breadcrumb, self._tools = breadcrumb, tools
        self._views: dict[Look, CanvasView | VolumeView] = {"graph": canvas, "volumes": volumes}
        self.look: Look = "graph"
        self.switch = ViewSwitch()
        self.switch.chosen.connect(self.show_look)
        self._stack = QStackedLayout(self)
        for view in self._views.values():
            self._stack.addWidget(view)
        for floating in (breadcrumb, self.switch, tools):
            floating.setParent(self)
            floating.installEventFilter(self)
            floating.raise_()
        # over the tools too, while a block is looked for
        canvas.quick.setParent(self)
        canvas.quick.hide()
        self._under: list[QWidget] = []
        """What floats under the breadcrumb, and what stands at the lower left."""
        self._low: list[QWidget] = []
        self.setMinimumSize(240, 120)

    def add_floating(self, widget: QWidget, low: bool = False) -> None:
        """Have something float at the left, under the breadcrumb or at the bottom."""
        shown = not widget.isHidden()
        widget.setParent(self)
        widget.setVisible(shown)
        widget.installEventFilter(self)
        widget.raise_()
        (self._low if low else self._under).append(widget)
        self._place()

    @property
    def _floating(self) -> tuple[QWidget, ...]:
        return (self._breadcrumb, self.switch, self._tools, *self._under, *self._low)

    @property
    def viewed(self) -> CanvasView | VolumeView:
        """The view that is shown."""
        return self._views[self.look]

    def show_look(self, look: Look) -> None:
        """Show the network as a graph or as volumes; what is selected stays so, and in sight."""
        if look == self.look:
            return
        focused = self.viewed.hasFocus()
        self.look = look
        self._stack.setCurrentWidget(self.viewed)
        # the stack puts what it shows on top of all
        for floating in self._floating:
            floating.raise_()
        self.switch.show_look(look)
        if focused:
            self.viewed.setFocus()
        selection = self.viewed.session.selection
        if selection:
            self.viewed.focus_block(selection[-1])
        self.looked.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show):
            self._place()
        return False

    def _place(self) -> None:
        margin = 12
        self._tools.resize(self._tools.sizeHint())
        self._tools.move(self.width() - self._tools.width() - margin, margin)
        self.switch.resize(self.switch.sizeHint().width(), self._tools.height())
        self._breadcrumb.resize(self._breadcrumb.sizeHint())
        row = self._tools.height() + 8
        beside = self._tools.x() - self.switch.width() - 8
        # where there is little room, the switch and the breadcrumb stand beneath the tools
        narrow = beside < margin + self._breadcrumb.width() + 8
        below = row if narrow else 0
        right = self.width() - self.switch.width() - margin
        self.switch.move(right if narrow else beside, margin + below)
        self._breadcrumb.move(margin - 4, margin + 4 + below)
        for widget in self._under:
            widget.adjustSize()
            widget.move(margin, margin + row + below)
        for widget in self._low:
            widget.adjustSize()
            widget.move(margin, self.height() - widget.height() - margin)
