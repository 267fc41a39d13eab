"""Drawing a wire from a port, or taking one's end off a port."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication

from explorer.app.canvas import metrics, paint
from explorer.app.canvas.commands import free_port, path_of
from explorer.app.canvas.foresee import as_sentence, new_errors, trouble
from explorer.app.canvas.frame import FrameItem
from explorer.app.canvas.gestures.base import Gesture
from explorer.app.canvas.hit import End, Hit, ends_of, hit_at
from explorer.app.canvas.plan import WireKey
from explorer.app.canvas.wire import curve
from explorer.app.language import say
from explorer.app.theme import theme
from explorer.graph.edits import Batch, Connect, Disconnect, Edit, EditError
from explorer.graph.model import Edge, Graph, Scope
from explorer.layout.model import Point, turned

if TYPE_CHECKING:
    from explorer.app.canvas.view import CanvasView


def tr(text: str) -> str:
    return QCoreApplication.translate("Canvas", text)


class Offer(NamedTuple):
    """What letting go here would do."""

    edit: Edit | None
    at: QPointF
    says: str
    good: bool


class ConnectPorts(Gesture):
    """A wire that hangs on the mouse.

    ``taken`` is the wire whose end was taken off. A port of an opened block has two sides, so two
    ends: outside the ``frame`` the first one is meant, inside it the second.
    """

    cursor: Qt.CursorShape | None = Qt.CursorShape.CrossCursor

    def __init__(
        self,
        view: CanvasView,
        ends: tuple[End, ...],
        anchor: QPointF,
        pixel: QPoint,
        taken: WireKey | None = None,
        frame: FrameItem | None = None,
    ) -> None:
        super().__init__(view)
        self._ends, self._anchor, self._pixel, self._taken = ends, anchor, pixel, taken
        self._frame = frame
        self._press = view.mapToScene(pixel)
        self._mouse = anchor
        self._going = False
        self._offer: Offer | None = None
        self._targets: list[QPointF] = []
        self._judged: dict[Edge, str] = {}

    @property
    def offer(self) -> Offer | None:
        return self._offer

    # -- running ----------------------------------------------------------------------------------

    def move(self, at: QPointF, pixel: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        far = (pixel - self._pixel).manhattanLength()
        if not self._going:
            if far < QApplication.startDragDistance():
                return
            if not self._begin():
                return
        self._mouse = at
        self._offer = self._offer_at(at)
        says = self._offer.says if self._offer is not None else ""
        if says:
            self.view.bubble.say(says, pixel)
        else:
            self.view.bubble.hide()
        self.view.viewport().update()

    def _begin(self) -> bool:
        scopes = [e.scope for e in self._ends if self.view.session.editable(e.scope)]
        if not scopes:
            self.view.refuse_inside(self._ends[0].scope)
            self.view.drop_gesture()
            return False
        self._going = True
        if self._taken is not None:
            self.view.network.wires[self._taken].setVisible(False)
        self._targets = self._find_targets()
        return True

    def finish(self, at: QPointF, pixel: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        if not self._going:
            return
        self._restore()
        self.view.bubble.hide()
        offer = self._offer_at(at)
        if offer is not None and offer.edit is not None:
            self.view.submit(offer.edit)
        elif offer is not None and not offer.good:
            self.view.bubble.say(offer.says, pixel)
        elif offer is None and self._taken is not None and not self._inside(at):
            self.view.submit(Disconnect(scope=self._taken.scope, edges=(self._taken.edge,)))
        elif offer is None and self._taken is None:
            self._offer_blocks(at, pixel)

    def _offer_blocks(self, at: QPointF, pixel: QPoint) -> None:
        """Let go over empty ground: what the wire could lead to."""
        mine = self._ends[-1 if self._inside(at) else 0]
        hit = hit_at(self.view.network, at, self.view.scale_factor)
        if hit.what == "ground" and hit.scope == mine.scope:
            self.view.quick_add_for(mine, self._anchor, pixel)

    def cancel(self) -> None:
        self._restore()
        self.view.bubble.hide()

    def _restore(self) -> None:
        if self._taken is not None and self._taken in self.view.network.wires:
            self.view.network.wires[self._taken].setVisible(True)
        self.view.viewport().update()

    def _inside(self, at: QPointF) -> bool:
        """Whether the mouse is within the opened block on whose border the wire began."""
        frame = self._frame
        return frame is not None and frame.body.contains(frame.mapFromScene(at))

    @property
    def _from_output(self) -> bool:
        """Whether the wire on the mouse is looking for an input."""
        return self._ends[-1 if self._inside(self._mouse) else 0].is_output

    # -- judging ------------------------------------------------------------------------------------

    def _graph(self, scope: Scope) -> Graph:
        """The graph without the wire that was taken off."""
        graph = self.view.session.graph(scope)
        if self._taken is not None and self._taken.scope == scope:
            gone = self._taken.edge
            graph = Graph(graph.nodes, tuple(e for e in graph.edges if e != gone))
        return graph

    def _pair(self, hit: Hit) -> tuple[End, End] | None:
        """The ends, output first, that a wire to this hit would have."""
        shown = hit.shown
        for mine in self._ends:
            found = ends_of(hit)
            if shown is not None and hit.what in ("block", "title"):
                found = (End(shown.scope, shown.node.name, -1, not mine.is_output),)
            for other in found:
                if mine.scope == other.scope and mine.is_output != other.is_output:
                    return (mine, other) if mine.is_output else (other, mine)
        return None

    def _offer_at(self, at: QPointF) -> Offer | None:
        view = self.view
        hit = hit_at(view.network, at, view.scale_factor)
        if hit.shown is None or hit.what in ("ground", "wire"):
            return None
        pair = self._pair(hit)
        if pair is None:
            same = any(e.is_output == self._from_output for e in ends_of(hit))
            other = any(e.scope == hit.shown.scope for e in self._ends)
            if same and other and hit.what in ("input", "output"):
                kind = tr("outputs") if self._from_output else tr("inputs")
                return Offer(None, at, tr("Both are {0}.").format(kind), False)
            return None
        source, target = pair
        if not view.session.editable(source.scope):
            return Offer(None, at, view.built_in_message(source.scope), False)
        if source.node == target.node:
            if hit.what in ("block", "title"):
                return None
            return Offer(None, at, tr("A block cannot feed itself."), False)
        return self._judge(source, target, at)

    def _judge(self, source: End, target: End, at: QPointF) -> Offer:
        view, scope = self.view, source.scope
        graph, catalogue = self._graph(scope), view.session.catalogue
        node = graph[target.node]
        _, most = catalogue.arity(node)
        if most == 0:
            text = tr("{0} takes no input.").format(node.name)
            return Offer(None, at, text, False)
        if catalogue.output_count(graph[source.node]) == 0:
            text = tr("{0} gives no output.").format(source.node)
            return Offer(None, at, text, False)
        port = target.port
        if port < 0 or most is None:
            used = {e.port for e in graph.incoming[node.name]}
            if port < 0 or port not in used:
                free = free_port(graph, node, catalogue)
                port = free if free is not None else max(0, port)
        edge = Edge(source.node, target.node, port, max(0, source.port))
        taken = self._taken if self._taken is not None and self._taken.scope == scope else None
        if taken is not None and taken.edge == edge:
            return Offer(None, at, "", True)
        edit: Edit = Connect(scope=scope, edge=edge)
        if taken is not None:
            off = Disconnect(scope=scope, edges=(taken.edge,))
            edit = Batch(edits=(off, edit), what="Reconnect")
        return self._tried(edit, scope, edge, graph, at)

    def _tried(self, edit: Edit, scope: Scope, edge: Edge, graph: Graph, at: QPointF) -> Offer:
        """What the analysis says of the wire, before it is there."""
        place = self._port_place(scope, edge) or at
        says = self._judged.get(edge)
        if says is None:
            session = self.view.session
            try:
                wrong = new_errors(session, edit)
            except EditError as error:
                return Offer(None, at, as_sentence(say(str(error))), False)
            old = next((e for e in graph.incoming[edge.target] if e.port == edge.port), None)
            says = trouble(wrong, path_of(scope, edge.target))
            if old is not None and not says:
                says = tr("Replaces the wire from {0}.").format(old.source)
            self._judged[edge] = says
        return Offer(edit, place, says, True)

    def _port_place(self, scope: Scope, edge: Edge) -> QPointF | None:
        name = edge.target if self._from_output else edge.source
        item = self.view.network.blocks.get(path_of(scope, name))
        if item is None:
            return None
        shown = item.shown
        if self._from_output:
            point = shown.input(edge.port)
            if edge.port >= shown.face.inputs and shown.face.kind == "card":
                # the port that a merge grows for this wire
                step = turned(Point(0.0, metrics.PORT_STEP), shown.down)
                point = Point(point.x + step.x, point.y + step.y)
        else:
            point = shown.output(edge.source_port)
        return item.mapToScene(QPointF(point.x - shown.at.x, point.y - shown.at.y))

    def _find_targets(self) -> list[QPointF]:
        """Ports where the wire could end, for showing; cycles left out."""
        found = []
        for mine in self._ends:
            if not self.view.session.editable(mine.scope):
                continue
            plan = self.view.network.plan_of(mine.scope)
            if plan is None:
                continue
            closed = reachable(self._graph(mine.scope), mine.node, not mine.is_output)
            for shown in plan.blocks.values():
                if shown.node.name in closed:
                    continue
                item = self.view.network.blocks[shown.path]
                count = shown.face.inputs if mine.is_output else shown.face.outputs
                for i in range(count):
                    p = shown.input(i) if mine.is_output else shown.output(i)
                    found.append(item.mapToScene(QPointF(p.x - shown.at.x, p.y - shown.at.y)))
        return found

    # -- drawing --------------------------------------------------------------------------------------

    def paint(self, painter: QPainter) -> None:
        if not self._going:
            return
        t = theme()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(paint.with_alpha(t.selection, 60))
        for at in self._targets:
            painter.drawEllipse(at, 8.0, 8.0)
        offer = self._offer
        end = offer.at if offer is not None and offer.edit is not None else self._mouse
        start = self._press if self._inside(self._mouse) else self._anchor
        a, b = Point(start.x(), start.y()), Point(end.x(), end.y())
        if not self._from_output:
            a, b = b, a
        name = t.selection
        if offer is not None and not offer.good:
            name = t.error
        elif offer is not None and offer.says and offer.edit is not None:
            name = t.warning
        waits = offer is None or offer.edit is None
        down = self.view.session.document.flow == "down"
        _paint_wire(painter, a, b, end, name, waits, down)


def paint_hanging(
    painter: QPainter, anchor: QPointF, loose: QPointF, is_output: bool, down: bool = False
) -> None:
    """A wire that waits for the block that it will lead to."""
    ends = Point(anchor.x(), anchor.y()), Point(loose.x(), loose.y())
    a, b = ends if is_output else ends[::-1]
    _paint_wire(painter, a, b, loose, theme().selection, True, down)


def _paint_wire(
    painter: QPainter,
    a: Point,
    b: Point,
    loose: QPointF,
    name: str,
    dashed: bool,
    down: bool,
) -> None:
    painter.setBrush(paint.NO_BRUSH)
    painter.setPen(paint.pen(name, 2.0, dashed=dashed))
    painter.drawPath(curve(a, (), b, down))
    painter.setBrush(paint.color(theme().card))
    painter.setPen(paint.pen(name, 2.0))
    painter.drawEllipse(loose, 5.5, 5.5)


def reachable(graph: Graph, start: str, forward: bool) -> set[str]:
    """What lies before a block (or behind it), itself included: a wire there would close a
    cycle."""
    seen, todo = {start}, [start]
    while todo:
        name = todo.pop()
        edges = graph.outgoing.get(name, ()) if forward else graph.incoming.get(name, ())
        for edge in edges:
            other = edge.target if forward else edge.source
            if other not in seen:
                seen.add(other)
                todo.append(other)
    return seen
