"""What can be done with the selected blocks, by key, menu or button."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from msgspec.structs import replace
from PySide6.QtCore import QPoint, QPointF, QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from explorer.analysis.home import built_in_around
from explorer.analysis.unpacking import unpack
from explorer.app.canvas import clipboard, commands
from explorer.app.canvas.face import box_of, face_of
from explorer.app.canvas.glide import Glide
from explorer.app.canvas.plan import Plan, WireKey
from explorer.app.canvas.rename import NameField
from explorer.app.canvas.room import free_place, place_in_wire
from explorer.app.canvas.surface import Surface
from explorer.app.language import say
from explorer.app.session import Session
from explorer.blocks.description import BlockError, BlockType
from explorer.graph.edits import AddNodes, Batch, Edit, Fold, MoveNodes, Rename, Turn
from explorer.graph.model import Document, Scope
from explorer.layout.model import Point, turned


class Operations(Surface):
    """The canvas with its commands. Each submits one edit."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.reduced_motion = False
        """Whether blocks jump to their new places, where they would glide."""
        self._glide = Glide(self.network, self)
        self.name_field: NameField | None = None
        """The field in which a block is being renamed."""
        session.document_changed.connect(self._glide.halt)

    # -- where ------------------------------------------------------------------------------------------

    def _edit_scope(self) -> Scope:
        """The graph that a command means: that of the current block, else the one shown."""
        selection = self.session.selection
        return commands.scope_of(selection[-1]) if selection else self.session.scope

    def _selected_here(self) -> tuple[Scope, list[str]]:
        """The selected blocks that lie in the graph of the current one."""
        scope = self._edit_scope()
        selected = self.session.selection
        return scope, [commands.name_of(p) for p in selected if commands.scope_of(p) == scope]

    def refuse_inside(self, scope: Scope) -> None:
        """Say that a built-in block cannot be changed from within, and how it could be."""
        owner = built_in_around(self.session.analysis, commands.path_of(scope, "x"))
        self.say(
            self.built_in_message(scope),
            (self.tr("Make “{0}” editable").format(owner), lambda: self._unpack(owner)),
        )

    def _may_edit(self, scope: Scope) -> bool:
        if self.session.editable(scope):
            return True
        self.refuse_inside(scope)
        return False

    # -- clipboard ----------------------------------------------------------------------------------------

    def copy(self) -> bool:
        """Put the selected blocks and notes on the clipboard, as text."""
        scope, names = self._selected_here()
        text = self._as_text(scope, names)
        if not text:
            return False
        QGuiApplication.clipboard().setText(text)
        return True

    def _as_text(self, scope: Scope, names: list[str]) -> str:
        plan = self.network.plan_of(scope)
        notes = self._selected_notes(scope)
        if plan is None or not (names or notes):
            return ""
        return clipboard.to_text(
            self.session.document,
            plan.graph,
            names,
            plan.standing,
            notes,
            environment=self.session.names(scope),
        )

    def cut(self) -> None:
        """Copy the selected blocks and take them away."""
        scope, _ = self._selected_here()
        if self._may_edit(scope) and self.copy():
            self.delete_selection()

    def paste(self) -> None:
        """Put the blocks on the clipboard into the graph, where the mouse is."""
        text = QGuiApplication.clipboard().text()
        copied = clipboard.read(text)
        if copied is None or not self._paste(copied, self._mouse_or_center()):
            self.say(clipboard.why_not(text))

    def duplicate(self) -> None:
        """Put a copy of the selected blocks below them."""
        scope, names = self._selected_here()
        notes = self._selected_notes(scope)
        if not (names or notes) or not self._may_edit(scope):
            return
        copied = clipboard.read(self._as_text(scope, names))
        plan = self.network.plan_of(scope)
        if copied is None or plan is None:
            return
        high = plan.kept_breadth(names)
        for note in copied.graph.notes:
            high = max(high, note.size[1])
        middle = clipboard.middle(copied.graph)
        if middle is not None:
            self._paste(copied, Point(middle.x, middle.y + high + 28))

    def _mouse_or_center(self) -> Point:
        scope = self._edit_scope()
        pixel = self.mouse if self.mouse is not None else self.viewport().rect().center()
        return Point(*self.document_place(scope, self.mapToScene(pixel)))

    def _paste(self, copied: Document, center: Point) -> bool:
        """Paste, and select what was pasted; False where there is nothing to paste."""
        scope = self._edit_scope()
        if not self._may_edit(scope):
            return True
        document, there = self.session.document, self.session.home(scope)
        made = clipboard.paste(document, there, copied, center, self.session.names(scope))
        if made is None:
            return False
        empty = not self.network.blocks
        if self.submit(made.edit):
            self.session.select(*(commands.path_of(scope, name) for name in made.names))
            self._select_notes(scope, made.notes)
            if empty:
                self.show_start()
        return True

    # -- changing -----------------------------------------------------------------------------------------

    def delete_selection(self) -> None:
        """Take the selected blocks and wire away."""
        paths = self.session.selection
        wires = self._selected_wires()
        for scope in {commands.scope_of(p) for p in paths} | {s for s, _ in wires}:
            if not self._may_edit(scope):
                return
        edit = commands.delete(paths, wires, self.session.home)
        # frames first: without their blocks they would be gone already
        edits = [*self._annotations_removal(), *([edit] if edit is not None else [])]
        if edits:
            what = f"Delete {len(edits)}"
            self.submit(edits[0] if len(edits) == 1 else Batch(edits=tuple(edits), what=what))

    def _selected_notes(self, scope: Scope) -> list[str]:
        """Names of the notes that are selected in a graph."""
        return []

    def _select_notes(self, scope: Scope, names: Sequence[str]) -> None:
        """Select notes of a graph, beside the blocks that are."""

    def _annotations_removal(self) -> list[Edit]:
        """The edits that take the selected notes and frames away."""
        return []

    def _selected_wires(self) -> tuple[WireKey, ...]:
        """The wire that Delete would take away."""
        return ()

    def select_all(self) -> None:
        """Select every block of the graph."""
        plan = self.network.plan_of(self._edit_scope()) or self.network.plan
        if plan is not None:
            self.session.select(*(s.path for s in plan.blocks.values()))

    def arrange(self) -> None:
        """Hand every block in the graph back to the automatic layout."""
        scope = self._edit_scope()
        if not self._may_edit(scope):
            return
        placed = tuple((n.name, None) for n in self.session.graph(scope).nodes if n.at is not None)
        if placed:
            self.glide_to(MoveNodes(scope=scope, places=placed))
        self.fit()

    def glide_to(self, edit: Edit) -> bool:
        """Submit an edit that moves blocks, and let the eye follow them."""
        with self._gliding():
            return self.submit(edit)

    @contextmanager
    def _gliding(self) -> Iterator[None]:
        """What moves meanwhile glides there, so that the eye can follow it."""
        self._glide.remember()
        yield
        if not self.reduced_motion and self.isVisible():
            self._glide.begin()

    def turn(self) -> None:
        """Draw the network top to bottom, or left to right again."""
        down = self.session.document.flow == "down"
        with self._gliding():
            self.submit(Turn(flow="right" if down else "down"))
            self.show_start()

    def nudge(self, dx: float, dy: float, gesture: int) -> None:
        """Move the selected blocks a little; the steps of one gesture become one."""
        scope, names = self._selected_here()
        plan = self.network.plan_of(scope)
        if not names or plan is None or not self._may_edit(scope):
            return
        step = plan.kept_step(Point(dx, dy))
        places = tuple(
            (n, (plan.standing[n].x + step.x, plan.standing[n].y + step.y))
            for n in sorted(names)
            if n in plan.standing
        )
        self.submit(MoveNodes(scope=scope, places=places, gesture=gesture))

    def insert_block(self, type_name: str, branch: bool = False) -> None:
        """Place a block behind the current one where that fits, else in the middle of the view:
        within its wires where it has any, or beside them as a ``branch``."""
        try:
            block = self.session.catalogue.find(type_name)
        except BlockError as error:
            self.say(say(error.what))
            return
        scope = self._edit_scope()
        plan = self.network.plan_of(scope)
        if plan is None or not self._may_edit(scope):
            return
        shown, catalogue = self.current_shown, self.session.catalogue
        behind = (
            shown.node.name
            if shown is not None
            and shown.scope == scope
            and block.inputs >= 1
            and catalogue.output_count(shown.node) >= 1
            else None
        )
        edit, name = self._insertion(plan, block, behind, branch)
        if self.glide_to(edit):
            path = commands.path_of(scope, name)
            self.session.select(path)
            self.focus_block(path)

    def _insertion(
        self, plan: Plan, block: BlockType, behind: str | None, branch: bool
    ) -> tuple[Edit, str]:
        """A new block behind another, or in the middle of the view; and its name."""
        scope, graph = plan.scope, plan.graph
        node = commands.new_node(block, graph.names)
        box = box_of(face_of(node, None, (), (), self.session.catalogue), plan.down)
        if behind is None:
            middle = self.mapToScene(self.viewport().rect().center())
            half = turned(Point(box.width / 2, 0.0), plan.down)
            x, y = self.document_place(scope, middle - QPointF(*half))
            place = free_place(plan, box, Point(round(x), round(y)))
            return AddNodes(scope=scope, nodes=(replace(node, at=tuple(place)),)), node.name
        edges = graph.outgoing[behind]
        edit: Edit
        if edges and commands.passes_through(block) and not branch:
            into, room = place_in_wire(plan, edges[0], box)
        else:
            into, room = None, None
            if graph[behind].at is not None:
                stand = plan.standing[behind]
                wide = plan.kept_box(plan.blocks[behind].box).width
                into = free_place(plan, box, Point(stand.x + wide + 40, stand.y))
        if into is not None:
            node = replace(node, at=tuple(into))
        edit = commands.append(scope, graph, node, block, behind, branch)
        if room is not None:
            edit = Batch(edits=(replace(room, scope=scope), edit), what=edit.label)
        return edit, node.name

    def unpack_current(self) -> None:
        """Turn the current built-in block into a group that can be edited."""
        selection = self.session.selection
        if selection:
            self._unpack(selection[-1])
        elif self.session.scope:
            self._unpack(".".join(self.session.scope))

    def _unpack(self, path: str) -> None:
        edit = unpack(self.session.analysis, path)
        if isinstance(edit, str):
            owner = built_in_around(self.session.analysis, path)
            way_out = None
            if owner:
                label = self.tr("Make “{0}” editable").format(owner)
                way_out = (label, lambda: self._unpack(owner))
            self.say(edit, way_out)
        else:
            self.submit(edit)

    # -- opening --------------------------------------------------------------------------------------------

    def toggle_fold(self) -> None:
        """Open the current block in place, or close it."""
        shown = self.current_shown
        if shown is not None:
            self.fold(shown.path)

    def fold(self, path: str) -> None:
        """Open a block in place or close it; it stays where it is on the screen."""
        item = self.network.blocks.get(path)
        if item is None or not item.shown.face.opens:
            return
        before = self.mapFromScene(item.scenePos())
        opened = path in self.session.document.opened
        with self._gliding():
            if not self.submit(Fold(path=path, open=not opened)):
                return
            now = self.network.blocks.get(path)
            if now is not None:
                after = self.mapFromScene(now.scenePos())
                self.pan_by(after.x() - before.x(), after.y() - before.y())

    def enter_current(self) -> None:
        """Go into the current block."""
        row = self.session.current
        if row is None:
            return
        inside = tuple(row.path.split("."))
        # what is the document's own can be edited while it still waits for an input
        if row.is_block or self.session.editable(inside):
            self.session.enter(inside)

    def leave(self) -> None:
        """Go back to the graph around, the block that was left selected."""
        scope = self.session.scope
        if scope:
            self.session.enter(scope[:-1])
            self.session.select(".".join(scope))

    # -- renaming -------------------------------------------------------------------------------------------

    def rename_current(self) -> None:
        """Edit the current block's name in place."""
        shown = self.current_shown
        if shown is None or not self._may_edit(shown.scope):
            return
        item = self.network.blocks[shown.path]
        self.reveal(item.mapRectToScene(item.body))
        body = item.body
        corner = self.mapFromScene(item.mapToScene(QPointF(body.left(), body.top())))
        wide = max(150, int(body.width() * self.scale_factor))
        rect = QRect(corner - QPoint(2, 34), corner + QPoint(wide, -4))
        if rect.top() < 4:
            rect.moveTop(4)
        scope, old = shown.scope, shown.node.name

        def done(name: str | None) -> bool:
            if name is None or name == old or not name:
                self.setFocus()
                return True
            self.session.select(commands.path_of(scope, old))
            if not self.submit(Rename(scope=scope, old=old, new=name)):
                return False
            self.session.select(commands.path_of(scope, name))
            self.setFocus()
            return True

        self.name_field = NameField(self.viewport(), old, rect, done)
