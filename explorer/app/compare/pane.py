"""One network of two, to look at: what differs is marked, nothing can be changed."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QFrame, QGraphicsView, QToolTip, QWidget

from explorer.analysis.analyze import Analysis
from explorer.analysis.compare import Pair
from explorer.app.canvas.hit import hit_at
from explorer.app.canvas.navigation import Navigator
from explorer.app.canvas.picture import Painter
from explorer.app.canvas.scene import NetworkScene
from explorer.app.compare.marks import paint_mark, paint_ring
from explorer.app.compare.words import pair_words
from explorer.app.theme import notifier

Find = Callable[[str], Pair | None]
"""The pair that a block belongs to, by its path."""

PAN = 60
"""Pixels that an arrow key pans."""
MARGIN = 22.0


class Pane(Navigator):
    """Shows a network as the canvas does. Zooming, panning, choosing and opening are told on."""

    chosen = Signal(str)
    """A block was pressed; empty for the ground."""
    open_asked = Signal(str)
    """A block was double-clicked: open or close it on both sides."""
    looked = Signal()
    """Another part is in sight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.network = NetworkScene(self)
        self.setScene(self.network)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        for policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(180, 110)
        self._painter = Painter()
        self._find: Find = lambda path: None
        self._pressed: QPoint | None = None
        self._dragged = False
        self.zoom_changed.connect(self.looked)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.valueChanged.connect(self.looked)
        notifier().changed.connect(self._recolor)

    # -- what is shown --------------------------------------------------------------------------

    def show_network(self, analysis: Analysis, opened: tuple[str, ...], find: Find) -> None:
        """Show a network with these blocks opened; ``find`` tells what is to be marked."""
        self._find = find
        document = replace(analysis.document, opened=tuple(sorted(opened)))
        self.network.show_plan(self._painter.draw(Analysis(document, analysis.root), ()))
        self.viewport().update()

    def mark(self, path: str | None) -> None:
        """Put the ring round a block, or round the closed one that it lies in."""
        self.network.mark([path] if path else [])
        self.setAccessibleDescription(self._said(path) if path else "")

    @property
    def middle(self) -> QPointF:
        """What lies in the middle of the view."""
        return self.mapToScene(self.viewport().rect().center())

    def fit(self) -> None:
        content, room = self.network.content_rect(), self.viewport().rect()
        if content.isEmpty():
            return
        scale = min(
            (room.width() - 2 * MARGIN) / content.width(),
            (room.height() - 2 * MARGIN) / content.height(),
            1.0,
        )
        self.zoom_to(scale)
        self.centerOn(content.center())

    def show_block(self, path: str) -> None:
        """Move just so far that a block is in sight."""
        seen = self.network.visible_path(path)
        if seen is not None:
            self.reveal(self.network.rect_of([seen]), 30)

    def _said(self, path: str) -> str:
        pair = self._find(path)
        return f"{path}: {pair_words(pair)}" if pair is not None else path

    def _recolor(self) -> None:
        self.network.update()
        self.viewport().update()

    # -- drawing --------------------------------------------------------------------------------

    def drawForeground(self, painter: QPainter, rect: QRectF | object) -> None:
        """Marks are drawn in pixels, so that they can be told apart from afar too."""
        painter.save()
        painter.resetTransform()
        for path, item in self.network.blocks.items():
            pair = self._find(path)
            if pair is not None and pair.kind != "same":
                body = self.mapFromScene(item.mapRectToScene(item.body)).boundingRect()
                is_open = item.shown.inside is not None
                badge = item.shown.face.badge if not is_open else ""
                within = is_open and not pair.own
                if item.selected or item.within:
                    # the item's own ring would lie beneath the mark's outline
                    paint_ring(painter, QRectF(body), not item.selected)
                paint_mark(painter, QRectF(body), pair.kind, self.scale_factor, badge, within)
        painter.restore()

    # -- mouse and keys -------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        self._dragged = False
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None and event.buttons() != Qt.MouseButton.NoButton:
            pixel = event.position().toPoint()
            step = pixel - self._pressed
            if self._dragged or step.manhattanLength() > 4:
                self._dragged = True
                self._pressed = pixel
                self.pan_by(-step.x(), -step.y())
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None and not self._dragged:
            self.chosen.emit(self._path_at(event.position().toPoint()))
        self._pressed = None
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        path = self._path_at(event.position().toPoint())
        if path:
            self.open_asked.emit(path)
        event.accept()

    def _path_at(self, pixel: QPoint) -> str:
        hit = hit_at(self.network, self.mapToScene(pixel), self.scale_factor, ports=False)
        return hit.shown.path if hit.shown is not None and hit.what in ("block", "title") else ""

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            path = self._path_at(event.pos())
            QToolTip.showText(event.globalPos(), self._said(path) if path else "", self.viewport())
            return True
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        steps = {
            Qt.Key.Key_Left: (-PAN, 0),
            Qt.Key.Key_Right: (PAN, 0),
            Qt.Key.Key_Up: (0, -PAN),
            Qt.Key.Key_Down: (0, PAN),
        }
        if key in steps:
            self.pan_by(*steps[Qt.Key(key)])
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_in()
        elif key == Qt.Key.Key_Minus:
            self.zoom_out()
        elif key == Qt.Key.Key_F:
            self.fit()
        elif key == Qt.Key.Key_Escape:
            self.chosen.emit("")
        else:
            event.ignore()
            return
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.looked.emit()
