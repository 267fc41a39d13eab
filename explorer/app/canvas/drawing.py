"""Drawing a network on the canvas: quick-add, wires by key, bypassing, deleting within wires."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from explorer.app.canvas import commands, rewire
from explorer.app.canvas.face import box_of, face_of
from explorer.app.canvas.fits import Foreknown, fitting
from explorer.app.canvas.hint import HintLine
from explorer.app.canvas.hit import End
from explorer.app.canvas.operations import Operations
from explorer.app.canvas.quick_add import QuickAdd
from explorer.app.language import say
from explorer.app.session import Session
from explorer.blocks.description import BlockType, Shape
from explorer.graph.edits import AddNodes, SetBypass
from explorer.graph.model import Edge, Scope
from explorer.layout.model import Point, turned


class Drawing(Operations):
    """The canvas with what adds blocks and keeps wires."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.quick = QuickAdd(self)
        self.hint = HintLine(self)
        self.foreknown = Foreknown(self)
        self.hanging: tuple[QPointF, QPointF, bool] | None = None
        """A wire that waits for the block that quick-add will give: its port, its loose end, and
        whether the port is an output."""
        self.quick.closed.connect(self._let_wire_go)

    # -- quick-add ------------------------------------------------------------------------------------

    def quick_add(self) -> None:
        """Offer blocks: behind the current one where there is one, else where the mouse is."""
        shown = self.current_shown
        scope = self._edit_scope()
        if not self._may_edit(scope):
            return
        mouse = self.mouse
        if shown is None or not self.session.catalogue.output_count(shown.node):
            self.quick_add_at(mouse if mouse is not None else self.viewport().rect().center())
            return
        item = self.network.blocks[shown.path]
        self.reveal(item.mapRectToScene(item.body))
        beside = self.mapFromScene(item.mapToScene(item.body.topRight())) + QPoint(10, 0)
        branches = bool(self.session.graph(scope).outgoing[shown.node.name])
        keys = self.tr("↑↓ choose   Enter behind it   Esc close")
        if branches:
            keys = self.tr("↑↓ choose   Enter into its wires   Shift+Enter new branch   Esc close")
        self.quick.open_at(
            mouse if mouse is not None else beside,
            self.tr("Behind {0}").format(shown.node.name),
            keys,
            [b for b in self.session.catalogue if b.inputs],
            lambda block, shift: self.insert_block(block.name, branch=shift),
        )

    def quick_add_at(self, pixel: QPoint, scope: Scope | None = None) -> None:
        """Offer blocks that are then placed at a point of the viewport, without wires."""
        scope = self._edit_scope() if scope is None else scope
        if not self._may_edit(scope):
            return
        at = self.mapToScene(pixel)
        self.quick.open_at(
            pixel,
            self.tr("Add a block here"),
            self.tr("↑↓ choose   Enter add   Esc close"),
            list(self.session.catalogue),
            lambda block, _: self._place_at(scope, block, at, None),
        )

    def quick_add_for(self, end: End, anchor: QPointF, pixel: QPoint) -> None:
        """Offer what a wire that was let go over empty canvas could lead to, and connect it."""
        at = self.mapToScene(pixel)
        shape = self._shape_at(end)
        types = fitting(self.session.catalogue, end.is_output, shape)
        if not end.is_output:
            title = self.tr("Before {0}").format(end.node)
        elif shape is None:
            title = self.tr("Behind {0}").format(end.node)
        else:
            sides = "×".join(map(str, shape))
            title = self.tr("Behind {0}: what takes {1}").format(end.node, sides)
        self.quick.open_at(
            pixel,
            title,
            self.tr("↑↓ choose   Enter add and connect   Esc close"),
            types,
            lambda block, _: self._place_at(end.scope, block, at, end),
        )
        self.hanging = (anchor, at, end.is_output)
        self.viewport().update()

    def foreknow(self, end: End) -> None:
        """A wire begins here: find out meanwhile what it could lead to."""
        shape = self._shape_at(end)
        if shape is not None:
            self.foreknown.begin(self.session.catalogue, shape)

    def _let_wire_go(self) -> None:
        self.hanging = None
        self.viewport().update()

    def _shape_at(self, end: End) -> Shape | None:
        state = self.session.analysis.state(commands.path_of(end.scope, end.node))
        result = state.result if state is not None else None
        if result is None or not end.is_output or end.port >= len(result.outputs):
            return None
        return result.outputs[end.port]

    def _place_at(self, scope: Scope, block: BlockType, at: QPointF, end: End | None) -> None:
        """Place a block at a point of the scene; its port at the point where it hangs on a wire."""
        graph = self.session.graph(scope)
        node = commands.new_node(block, graph.names)
        down = self.session.document.flow == "down"
        box = box_of(face_of(node, None, (), (), self.session.catalogue), down)
        x, y = 0.0, 0.0
        edges: tuple[Edge, ...] = ()
        if end is None:
            x -= box.width / 2
        elif end.is_output:
            y -= box.input_at(0)
            edges = (Edge(end.node, node.name, 0, end.port),)
        else:
            x, y = x - box.width, y - box.output_at(0)
            edges = (Edge(node.name, end.node, end.port, 0),)
        x, y = self.document_place(scope, at + QPointF(*turned(Point(x, y), down)))
        node = replace(node, at=(round(x, 1), round(y, 1)))
        if self.submit(AddNodes(scope=scope, nodes=(node,), edges=edges)):
            self.session.select(commands.path_of(scope, node.name))

    def insert_block(self, type_name: str, branch: bool = False) -> None:
        """Place a block as ``Operations`` does, and offer it first from now on."""
        super().insert_block(type_name, branch)
        self.quick.used(type_name)

    def hideEvent(self, event: QHideEvent) -> None:
        """What floats over the canvas goes with it."""
        self.quick.close_up()
        super().hideEvent(event)

    # -- within wires ---------------------------------------------------------------------------------

    def take_out(self) -> None:
        """Delete the selected blocks and join what came before them with what came behind."""
        scope, names = self._selected_here()
        if not names or not self._may_edit(scope):
            return
        edit = rewire.take_out(scope, self.session.graph(scope), names)
        if edit is not None:
            self.submit(edit)

    def duplicate_with_wires(self) -> None:
        """Put a copy of the selected blocks below them that reads from the same blocks."""
        scope, names = self._selected_here()
        plan = self.network.plan_of(scope)
        if not names or plan is None or not self._may_edit(scope):
            return
        high = plan.kept_breadth(names)
        places = {
            n: (round(plan.standing[n].x, 1), round(plan.standing[n].y + high + 28, 1))
            for n in names
            if n in plan.standing and plan.graph[n].at is not None
        }
        made = rewire.double(scope, self.session.graph(scope), names, places)
        if made is not None and self.submit(made[0]):
            self.session.select(*(commands.path_of(scope, name) for name in made[1]))

    def toggle_bypass(self) -> None:
        """Leave the selected blocks out for now, or take them in again."""
        scope, names = self._selected_here()
        if not names or not self._may_edit(scope):
            return
        graph = self.session.graph(scope)
        can = rewire.bypassable(graph, names, self.session.catalogue)
        on = [n for n in names if graph[n].bypassed]
        if on:
            self.submit(SetBypass(scope=scope, names=tuple(on), bypassed=False))
        elif can:
            self.submit(SetBypass(scope=scope, names=tuple(can)))
            self._tell_bypass(scope, can)
        else:
            self.say(self.tr("Only a block with one input and one output can be bypassed."))

    def _tell_bypass(self, scope: Scope, names: list[str]) -> None:
        """Say at once where the shapes do not allow it."""
        for name in names:
            path = commands.path_of(scope, name)
            shown = self.network.blocks.get(path)
            wrong = [p for p in shown.shown.problems if p.severity == "error"] if shown else []
            if wrong:
                what = say(wrong[0].what)
                stop = (self.tr("Stop bypassing it"), self.session.undo)
                self.say(f"{what[:1].upper()}{what[1:]}.", stop)
                return
