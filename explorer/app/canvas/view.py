"""The canvas: blocks and wires to take hold of."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
)
from PySide6.QtWidgets import QToolTip, QWidget

from explorer.app.canvas.annotated import AnnotationKey
from explorer.app.canvas.annotating import Annotating
from explorer.app.canvas.annotation import AnnotationItem
from explorer.app.canvas.arranging import Arranging
from explorer.app.canvas.cards import PinnedCards
from explorer.app.canvas.drawing import Drawing
from explorer.app.canvas.frame import FrameItem
from explorer.app.canvas.gestures.annotate import MoveBend
from explorer.app.canvas.gestures.base import Gesture
from explorer.app.canvas.gestures.box import BoxSelect
from explorer.app.canvas.gestures.connect import ConnectPorts, paint_hanging
from explorer.app.canvas.gestures.drop import MIME, DropBlock
from explorer.app.canvas.gestures.key_connect import KeyConnect
from explorer.app.canvas.gestures.move import Move
from explorer.app.canvas.gestures.pan import Pan
from explorer.app.canvas.hit import End, Hit, ends_of, hit_at, marked_at
from explorer.app.canvas.items import BlockItem, CardItem
from explorer.app.canvas.keys import Keys
from explorer.app.canvas.plan import WireKey
from explorer.app.canvas.why import wire_bubble
from explorer.app.canvas.wire import WireItem
from explorer.app.session import Session
from explorer.blocks.description import BlockError
from explorer.graph.edits import Edit
from explorer.graph.model import Scope
from explorer.layout.model import Point

Mouse = Qt.MouseButton
ADDS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier


EDGE = 24
"""Pixels that the view pans at a step when something is dragged over its edge."""


class CanvasView(Drawing):
    """The editor of a network's graph."""

    menu_asked = Signal(QPoint)
    """A menu is wanted at a point of the screen; what it is about is selected."""
    parameters_asked = Signal()
    """The keys should go to the current block's parameters."""
    annotations_changed = Signal()
    """Other notes and frames, or another wire, are selected."""
    keys_unused = Signal(QKeySequence)
    """Keys were pressed that mean nothing here: perhaps of an action that cannot be done now."""
    repairs_asked = Signal(str)
    """The mark of trouble of the block at a path was clicked."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.setAcceptDrops(True)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.gesture: Gesture | None = None
        self._hovered: BlockItem | WireItem | AnnotationItem | None = None
        self._wire: WireKey | None = None
        self._space = False
        self.cards = PinnedCards(self)
        self._keys = Keys(self)
        self.arranging = Arranging(self)
        self.annotating = Annotating(self)
        session.document_changed.connect(self._lose_wire)
        session.scope_changed.connect(self._lose_wire)
        session.document_changed.connect(self._lose_mode)
        session.selection_changed.connect(self._on_selection)

    # -- gestures -----------------------------------------------------------------------------------

    def hit(self, pixel: QPoint) -> Hit:
        """What lies under a point of the viewport."""
        return hit_at(self.network, self.mapToScene(pixel), self.scale_factor)

    def drop_gesture(self) -> None:
        """Forget the gesture that is going on, as after a refusal."""
        self.gesture = None
        self._set_cursor()

    def cancel_gesture(self) -> bool:
        """Take a gesture back; False where there is none."""
        if self.gesture is None:
            return False
        self.gesture.cancel()
        self.drop_gesture()
        self.viewport().update()
        return True

    def _begin(self, event: QMouseEvent) -> Gesture | None:
        pixel = event.position().toPoint()
        at = self.mapToScene(pixel)
        if event.button() is Mouse.MiddleButton or (
            event.button() is Mouse.LeftButton and self._space
        ):
            return Pan(self, pixel)
        if event.button() is not Mouse.LeftButton:
            return None
        hit = self.hit(pixel)
        adds = bool(event.modifiers() & ADDS)
        self.select_wire(hit.wire.wire.key if hit.wire else None)
        self.annotating.hold(hit.wire if hit.what == "bend" else None, hit.port)
        if hit.annotation is not None:
            return self.annotating.press(hit, at, pixel, adds)
        taken = hit.shown is not None and hit.shown.path in self.session.selection
        if not adds and not taken:
            self.annotating.select(())
        if hit.what == "bend" and hit.wire is not None:
            self.session.select()
            return MoveBend(self, hit.wire, hit.port, at, pixel)
        if hit.what in ("input", "output"):
            return self._wire_gesture(hit, pixel)
        if hit.what == "wire":
            return self._wire_end(hit, at, pixel)
        if hit.what in ("block", "title") and hit.shown is not None:
            self._press(hit.shown.path, adds)
            return Move(self, hit, at, pixel)
        return BoxSelect(self, hit, at, pixel, adds)

    def _press(self, path: str, adds: bool) -> None:
        """Select on press, so that a drag moves what it took hold of."""
        selected = self.session.selection
        if adds:
            kept = tuple(p for p in selected if p != path)
            notes = self.annotating.selected
            self.session.select(*(kept if path in selected else (*selected, path)))
            self.annotating.select(notes)
        elif path not in selected:
            self.session.select(path)

    def _wire_gesture(self, hit: Hit, pixel: QPoint) -> Gesture | None:
        """A new wire; from an input port that has one, that wire taken off."""
        ends = ends_of(hit)
        if hit.what == "input" and hit.shown is not None:
            plan = self.network.plan_of(hit.shown.scope)
            for wire in plan.wires if plan is not None else ():
                edge = wire.key.edge
                if (edge.target, edge.port) == (hit.shown.node.name, hit.port):
                    return self._take_off(wire.key, pixel, hit)
        frame = hit.item if isinstance(hit.item, FrameItem) else None
        self.foreknow(ends[0])
        return ConnectPorts(self, ends, self._port_place(hit), pixel, frame=frame)

    def _wire_end(self, hit: Hit, at: QPointF, pixel: QPoint) -> Gesture | None:
        """Near its end a wire comes off; elsewhere it is selected."""
        item = hit.wire
        if item is None:
            return None
        end = item.mapToScene(item.path.currentPosition())
        if (end - at).manhattanLength() * self.scale_factor < 28:
            return self._take_off(item.wire.key, pixel)
        self.session.select()
        self.select_wire(item.wire.key)
        return Gesture(self)

    def _take_off(self, key: WireKey, pixel: QPoint, hit: Hit | None = None) -> Gesture:
        item = self.network.wires[key]
        start = item.path.elementAt(0)
        anchor = item.mapToScene(QPointF(start.x, start.y))
        ends: tuple[End, ...] = (End(key.scope, key.edge.source, key.edge.source_port, True),)
        frame = None
        if hit is not None and isinstance(hit.item, FrameItem):
            # the other side of the port can have a wire of its own
            ends, frame = (*ends, *ends_of(hit)[1:]), hit.item
        self.foreknow(ends[0])
        return ConnectPorts(self, ends, anchor, pixel, key, frame)

    def _port_place(self, hit: Hit) -> QPointF:
        assert hit.item is not None
        shown = hit.item.shown
        point = shown.input(hit.port) if hit.what == "input" else shown.output(hit.port)
        return hit.item.mapToScene(QPointF(point.x - shown.at.x, point.y - shown.at.y))

    # -- the wire that is selected --------------------------------------------------------------------

    @property
    def selected_wire(self) -> WireKey | None:
        return self._wire

    def select_wire(self, key: WireKey | None) -> None:
        """Select a wire, for Delete."""
        if key == self._wire:
            return
        for one in (self._wire, key):
            item = self.network.wires.get(one) if one is not None else None
            if item is not None:
                item.selected = one == key
                item.update()
        self._wire = key
        self.annotations_changed.emit()

    def explain(self) -> None:
        """Pin a card that says why a shape is as it is: of the wire under the mouse or the selected
        one, else of the current block; or take that card away."""
        hovered = self._hovered.wire.key if isinstance(self._hovered, WireItem) else self._wire
        shown = self.current_shown
        path = shown.path if shown is not None else ""
        if hovered is not None:
            path = ".".join((*hovered.scope, hovered.edge.source))
        if not path or not self.cards.toggle(path):
            self.say(self.tr("Choose a block or wire that has a shape, to see how it comes about."))

    def _lose_wire(self) -> None:
        if self._wire is not None and self._wire not in self.network.wires:
            self._wire = None
        if self._hovered is not None and self._hovered.scene() is None:
            self._hovered = None

    def _lose_mode(self) -> None:
        """A wire drawn with the keys, and quick-add, were about the document before."""
        if isinstance(self.gesture, KeyConnect):
            self.cancel_gesture()
        self.quick.close_up()

    def _on_selection(self) -> None:
        self.annotating.select(())
        if self.session.selection:
            self.select_wire(None)

    def _selected_wires(self) -> tuple[WireKey, ...]:
        return (self._wire,) if self._wire is not None else ()

    # -- notes and frames -------------------------------------------------------------------------

    def annotations_selected(self) -> None:
        """Other notes and frames are selected than before."""
        self._describe()
        self.annotations_changed.emit()

    def place_in(self, scope: Scope, at: QPointF) -> Point:
        """A point of the scene in the coordinates of a graph that is drawn."""
        owner = self.network.blocks.get(".".join(scope)) if scope else None
        local = owner.mapFromScene(at) if owner is not None else at
        return Point(local.x(), local.y())

    def edit_scope(self) -> Scope:
        """The graph that a command means."""
        return self._edit_scope()

    def may_edit(self, scope: Scope) -> bool:
        """Whether a graph can be edited; where not, it is said why."""
        return self._may_edit(scope)

    def selected_here(self) -> tuple[Scope, list[str]]:
        """The selected blocks that lie in the graph of the current one."""
        return self._selected_here()

    def _edit_scope(self) -> Scope:
        if not self.session.selection and self.annotating.selected:
            return self.annotating.selected[-1].scope
        return super()._edit_scope()

    def _spoken_besides(self) -> tuple[str, str]:
        # the canvas describes itself while it is made
        notes = self.annotating if hasattr(self, "annotating") else None
        if notes is None or not notes.selected:
            return "", ""
        return notes.spoken(), notes.selected[-1].path

    def _selected_notes(self, scope: Scope) -> list[str]:
        return self.annotating.notes_in(scope)

    def _select_notes(self, scope: Scope, names: Sequence[str]) -> None:
        self.annotating.select(AnnotationKey(scope, name) for name in names)

    def _annotations_removal(self) -> list[Edit]:
        return self.annotating.removal()

    def delete_selection(self) -> None:
        """Take what is selected away; of a wire whose bend is selected, the bend."""
        if not self.annotating.remove_held():
            super().delete_selection()

    def nudge(self, dx: float, dy: float, gesture: int) -> None:
        """Move what is selected a little."""
        if not self.annotating.nudge(dx, dy, gesture):
            super().nudge(dx, dy, gesture)

    def rename_current(self) -> None:
        """Edit the current block's name, a note's text or a frame's title in place."""
        if not self.annotating.edit_current():
            super().rename_current()

    def select_all(self) -> None:
        """Select every block, note and frame of the graph."""
        super().select_all()
        scope = self._edit_scope()
        self.annotating.select(k for k in self.network.annotations if k.scope == scope)

    # -- mouse ----------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.mouse = event.position().toPoint()
        self.bubble.hide()
        self.quick.close_up()
        self.cancel_gesture()
        if event.button() is Mouse.LeftButton and (
            path := marked_at(self.network, self.mapToScene(self.mouse))
        ):
            self.session.select(path)
            self.repairs_asked.emit(path)
            event.accept()
            return
        self.gesture = self._begin(event)
        self._set_cursor()
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        pixel = self.mouse = event.position().toPoint()
        if self.gesture is not None and event.buttons() != Mouse.NoButton:
            if not isinstance(self.gesture, Pan):
                self._follow_over_the_edge(pixel)
            self.gesture.move(self.mapToScene(pixel), pixel, event.modifiers())
        else:
            self._hover(pixel)
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        gesture = self.gesture
        if gesture is not None:
            pixel = event.position().toPoint()
            # gone first: what it submits may bring the view to begin anew
            self.gesture = None
            gesture.finish(self.mapToScene(pixel), pixel, event.modifiers())
            self._set_cursor()
            self.viewport().update()
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        hit = self.hit(event.position().toPoint())
        if event.button() is Mouse.LeftButton and hit.annotation is not None:
            self.gesture = None
            self.session.select()
            self.annotating.select((hit.annotation.shown.key,))
            self.annotating.edit_current()
            event.accept()
            return
        if event.button() is Mouse.LeftButton and hit.what == "wire" and hit.wire is not None:
            self.gesture = None
            self.annotating.bend(hit.wire, self.mapToScene(event.position().toPoint()))
            event.accept()
            return
        if event.button() is Mouse.LeftButton and hit.what in ("block", "title"):
            assert hit.shown is not None
            self.gesture = None
            self.session.select(hit.shown.path)
            if self._on_name(hit, event.position().toPoint()):
                self.rename_current()
            else:
                self.fold(hit.shown.path)
            event.accept()
            return
        if event.button() is Mouse.LeftButton and hit.what == "ground":
            self.gesture = None
            self.quick_add_at(event.position().toPoint(), hit.scope)
            event.accept()
            return
        self.mousePressEvent(event)

    def _on_name(self, hit: Hit, pixel: QPoint) -> bool:
        """Whether a closed block was hit where its name stands."""
        if not isinstance(hit.item, CardItem):
            return False
        return hit.item.name_rect.contains(hit.item.mapFromScene(self.mapToScene(pixel)))

    def connect_by_keys(self) -> None:
        """Begin a wire at the current block, its other end to be chosen with the keys."""
        shown = self.current_shown
        if shown is None:
            self.say(self.tr("Choose a block first: the arrow keys go from block to block."))
        elif self._may_edit(shown.scope):
            self.cancel_gesture()
            self.reveal(self.network.rect_of([shown.path]))
            self.gesture = KeyConnect(self, shown)
            self.viewport().update()

    def edit_current(self) -> None:
        """Go into the current block, or to its parameters where there is nothing inside."""
        row = self.session.current
        if row is not None and not row.is_block and row.node.body is None:
            self.parameters_asked.emit()
        else:
            self.enter_current()

    def _follow_over_the_edge(self, pixel: QPoint) -> None:
        """Pan towards a mouse that drags something out of the view."""
        room = self.viewport().rect()
        dx = min(0, pixel.x()) + max(0, pixel.x() - room.right())
        dy = min(0, pixel.y()) + max(0, pixel.y() - room.bottom())
        if dx or dy:
            self.pan_by(max(-EDGE, min(EDGE, dx)), max(-EDGE, min(EDGE, dy)))

    def _hover(self, pixel: QPoint) -> None:
        hit = self.hit(pixel)
        target: BlockItem | WireItem | AnnotationItem | None = None
        if hit.what != "ground":
            target = hit.wire or hit.annotation or hit.item
        if target is not self._hovered:
            if self._hovered is not None and self._hovered.scene() is not None:
                self._hovered.hover(False)
            if target is not None:
                target.hover(True)
            self._hovered = target
        self._set_cursor(hit)

    def _set_cursor(self, hit: Hit | None = None) -> None:
        if self.gesture is not None and self.gesture.cursor is not None:
            self.viewport().setCursor(self.gesture.cursor)
        elif self._space:
            self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        elif hit is not None and hit.what in ("input", "output"):
            self.viewport().setCursor(Qt.CursorShape.CrossCursor)
        elif hit is not None and hit.what == "grip":
            self.viewport().setCursor(Qt.CursorShape.SizeFDiagCursor)
        else:
            self.viewport().unsetCursor()

    def leaveEvent(self, event: QEvent) -> None:
        if self._hovered is not None and self._hovered.scene() is not None:
            self._hovered.hover(False)
        self._hovered = self.mouse = None
        super().leaveEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            text = self._tip(event.pos())
            if text:
                QToolTip.showText(event.globalPos(), text, self.viewport())
            else:
                QToolTip.hideText()
            return True
        if (
            isinstance(event, QNativeGestureEvent)
            and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture
        ):
            self.zoom_to(self.scale_factor * (1 + event.value()), event.position().toPoint())
            return True
        return super().viewportEvent(event)

    def _tip(self, pixel: QPoint) -> str:
        hit = self.hit(pixel)
        if hit.what == "wire" and hit.wire is not None:
            return wire_bubble(hit.wire.wire, self.session.analysis)
        if hit.shown is not None and hit.what in ("block", "title"):
            return self.describe(hit.shown)
        return ""

    # -- keys -----------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Tab is for adding a block, and a wire drawn with the keys takes all of them."""
        if isinstance(event, QKeyEvent):
            connecting = isinstance(self.gesture, KeyConnect)
            if event.type() == QEvent.Type.ShortcutOverride and connecting:
                event.accept()
                return True
            tab = event.key() == Qt.Key.Key_Tab and not event.modifiers()
            if event.type() == QEvent.Type.KeyPress and (tab or connecting):
                self.keyPressEvent(event)
                if event.isAccepted():
                    return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if isinstance(self.gesture, KeyConnect) and self.gesture.key(event):
            event.accept()
            return
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = True
            self._set_cursor()
            event.accept()
        elif self._keys.press(event):
            event.accept()
        else:
            self.keys_unused.emit(QKeySequence(event.keyCombination()))
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = False
            self._set_cursor()
        self._keys.release(event)
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu, of the block under the mouse or the current one."""
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            hit = self.hit(event.pos())
            if hit.annotation is not None:
                if hit.annotation.shown.key not in self.annotating.selected:
                    self.session.select()
                    self.annotating.select((hit.annotation.shown.key,))
            elif hit.wire is not None:
                self.session.select()
                self.select_wire(hit.wire.wire.key)
            elif hit.shown is not None and hit.what in ("block", "title"):
                if hit.shown.path not in self.session.selection:
                    self.session.select(hit.shown.path)
            else:
                self.session.select()
        self.menu_asked.emit(event.globalPos())
        event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._space = False
        if isinstance(self.gesture, KeyConnect):
            self.cancel_gesture()
        super().focusOutEvent(event)

    # -- drags from the palette -------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if not event.mimeData().hasFormat(MIME):
            event.ignore()
            return
        name = bytes(event.mimeData().data(MIME).data()).decode("utf-8", "replace")
        try:
            block = self.session.catalogue.find(name)
        except BlockError:
            event.ignore()
            return
        self.cancel_gesture()
        self.gesture = DropBlock(self, block)
        event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if isinstance(self.gesture, DropBlock):
            pixel = self.mouse = event.position().toPoint()
            self.gesture.move(self.mapToScene(pixel), pixel, event.modifiers())
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.cancel_gesture()

    def dropEvent(self, event: QDropEvent) -> None:
        gesture, self.gesture = self.gesture, None
        if isinstance(gesture, DropBlock):
            pixel = event.position().toPoint()
            gesture.finish(self.mapToScene(pixel), pixel, event.modifiers())
            event.acceptProposedAction()
            self.setFocus()
        else:
            event.ignore()

    # -- drawing ----------------------------------------------------------------------------------------

    def drawForeground(self, painter: QPainter, rect: QRectF | object) -> None:
        super().drawForeground(painter, rect)
        if self.gesture is not None:
            self.gesture.paint(painter)
        elif self.hanging is not None:
            down = self.session.document.flow == "down"
            paint_hanging(painter, *self.hanging, down)
