"""What letting a block go here would do: put it into a wire, or in the place of another block."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPainter

from explorer.app.canvas import metrics, paint
from explorer.app.canvas.commands import insert, new_node, passes_through, path_of
from explorer.app.canvas.foresee import new_errors, trouble
from explorer.app.canvas.frame import FrameItem
from explorer.app.canvas.hit import Hit
from explorer.app.canvas.items import BlockItem
from explorer.app.canvas.rewire import insert_existing, put_in_place, replacement
from explorer.app.canvas.room import place_in_wire
from explorer.app.canvas.wire import WireItem
from explorer.app.language import say
from explorer.app.theme import theme
from explorer.blocks.description import BlockType, Role
from explorer.graph.edits import Batch, Edit, EditError
from explorer.layout.model import Box

if TYPE_CHECKING:
    from explorer.app.canvas.view import CanvasView


def _tr(text: str) -> str:
    return QCoreApplication.translate("Canvas", text)


class Landing(NamedTuple):
    """One way to let a block go."""

    edit: Edit
    name: str
    """What the block is called then."""
    says: str
    good: bool
    """Whether the network works as well after it as before."""
    wire: WireItem | None = None
    replaced: BlockItem | None = None

    def light(self, on: bool) -> None:
        """Highlight the wire that the block would go into, or let it be."""
        if self.wire is not None and self.wire.scene() is not None:
            self.wire.hover(on)

    def paint(self, painter: QPainter) -> None:
        """A ring about the block that would be replaced."""
        item = self.replaced
        if item is None or item.scene() is None:
            return
        t, r = theme(), metrics.RADIUS + 4
        painter.setBrush(paint.with_alpha(t.selection, 28))
        painter.setPen(paint.pen(t.selection if self.good else t.warning, 2.4))
        painter.drawRoundedRect(item.mapRectToScene(item.body).adjusted(-5, -5, 5, 5), r, r)


def of_new(view: CanvasView, hit: Hit, block: BlockType, box: Box) -> Landing | None:
    """What dropping a new block does at what was hit; None on the ground."""
    if hit.wire is not None and hit.what == "wire":
        return _into_wire(view, hit.wire, block, box)
    if hit.what == "block" and hit.item is not None and not isinstance(hit.item, FrameItem):
        return _in_place_of(view, hit.item, block)
    return None


def _into_wire(view: CanvasView, wire: WireItem, block: BlockType, box: Box) -> Landing | None:
    scope, edge = wire.wire.key
    plan = view.network.plan_of(scope)
    if plan is None or not passes_through(block):
        return None
    place, room = place_in_wire(plan, edge, box)
    at = (place.x, place.y) if place is not None else None
    node = new_node(block, view.session.graph(scope).names, at)
    edit = insert(scope, node, edge)
    if room is not None:
        edit = Batch(edits=(replace(room, scope=scope), edit), what=edit.label)
    says = _tr("Between {0} and {1}.").format(edge.source, edge.target)
    return _judged(view, edit, node.name, path_of(scope, node.name), says, wire=wire)


def of_moved(view: CanvasView, wire: WireItem, name: str, move: Edit) -> Landing:
    """What moving a block that stands alone onto a wire does."""
    scope, edge = wire.wire.key
    into = insert_existing(scope, name, edge)
    edit = Batch(edits=(move, into), what=into.label)
    says = _tr("Between {0} and {1}. Hold Alt to leave it beside.").format(edge.source, edge.target)
    return _judged(view, edit, name, path_of(scope, name), says, wire=wire)


def of_moved_onto(view: CanvasView, item: BlockItem, name: str) -> Landing | None:
    """What moving a block that stands alone onto another does; None for ports of the network."""
    shown, session = item.shown, view.session
    scope, other = shown.scope, shown.node.name
    if shown.face.role is Role.PORT:
        return None
    graph = session.graph(scope)
    edit, lost = put_in_place(scope, graph, name, other, session.catalogue)
    says = _tr("Takes the place and the wires of {0}. Hold Alt to leave it beside.").format(other)
    says = " ".join(t for t in (says, _lost(lost)) if t)
    return _judged(view, edit, name, path_of(scope, name), says, replaced=item)


def _lost(count: int) -> str:
    """What is said of wires for which there is no port."""
    if not count:
        return ""
    if count == 1:
        return _tr("1 wire finds no port.")
    return _tr("{0} wires find no port.").format(count)


def _in_place_of(view: CanvasView, item: BlockItem, block: BlockType) -> Landing | None:
    shown, session = item.shown, view.session
    graph = session.graph(shown.scope)
    old = graph[shown.node.name]
    port = shown.face.role is Role.PORT
    if port or block.role is Role.PORT:
        return None
    found = replacement(shown.scope, graph, old.name, block, session.catalogue)
    if found is None:
        return None
    kept = ", ".join((_tr("its wires"), *found.kept))
    says = _tr("Replaces {0} and keeps {1}. Hold Alt to place it beside.").format(old.name, kept)
    says = " ".join(t for t in (says, _lost(found.lost)) if t)
    path = path_of(shown.scope, found.name)
    return _judged(view, found.edit, found.name, path, says, replaced=item)


def _judged(
    view: CanvasView,
    edit: Edit,
    name: str,
    path: str,
    says: str,
    wire: WireItem | None = None,
    replaced: BlockItem | None = None,
) -> Landing:
    """The landing, with what the analysis says of it."""
    try:
        wrong = trouble(new_errors(view.session, edit), path)
    except EditError as error:
        wrong = say(str(error))
    return Landing(edit, name, " ".join(t for t in (says, wrong) if t), not wrong, wire, replaced)
