"""What is done with notes, frames and the points of wires, by mouse, key or menu."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, QPoint, QPointF, QRect, QRectF
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QMenu

from explorer.app.canvas.annotated import TITLE, AnnotationKey, kept_bend, kept_place
from explorer.app.canvas.annotation import AnnotationItem, BackdropItem, NoteItem, note_height
from explorer.app.canvas.bends import place_among
from explorer.app.canvas.carry import Carry
from explorer.app.canvas.commands import name_of, scope_of
from explorer.app.canvas.gestures.annotate import MoveAnnotations, ResizeNote, moved_bend
from explorer.app.canvas.gestures.base import Gesture
from explorer.app.canvas.hit import Hit
from explorer.app.canvas.note_field import NoteField
from explorer.app.canvas.plan import WireKey
from explorer.app.canvas.rename import NameField
from explorer.app.canvas.wire import WireItem
from explorer.app.theme import tint
from explorer.app.widgets import swatch_icon
from explorer.graph.annotate import Annotate
from explorer.graph.annotations import fresh
from explorer.graph.definitions import PORTS
from explorer.graph.edits import Edit
from explorer.graph.model import COLORS, Bend, Color, Edge, Frame, Note, Scope
from explorer.layout.model import Point

if TYPE_CHECKING:
    from explorer.app.canvas.view import CanvasView

SIZE = (180.0, 80.0)
"""Of a new note."""


class Annotating(QObject):
    """The notes and frames that are selected, and the bend that is, beside the session's blocks."""

    def __init__(self, view: CanvasView) -> None:
        super().__init__(view)
        self._view = view
        self.selected: tuple[AnnotationKey, ...] = ()
        self._color: Color = "amber"
        """Of the next note."""
        view.session.document_changed.connect(self._lose)
        view.session.document_replaced.connect(self.clear)
        view.session.scope_changed.connect(self.clear)

    # -- selection ----------------------------------------------------------------------------------

    def select(self, keys: Iterable[AnnotationKey]) -> None:
        """Select notes and frames, beside whatever blocks are selected."""
        chosen = tuple(dict.fromkeys(keys))
        if chosen == self.selected:
            return
        self.selected = chosen
        for key, item in self._view.network.annotations.items():
            item.mark(key in chosen)
        self._view.annotations_selected()

    def clear(self) -> None:
        self.select(())
        self.hold(None)

    def _lose(self) -> None:
        known = self._view.network.annotations
        self.selected = tuple(key for key in self.selected if key in known)
        for key, item in known.items():
            item.mark(key in self.selected)

    @property
    def items(self) -> list[AnnotationItem]:
        """The selected notes and frames."""
        known = self._view.network.annotations
        return [known[key] for key in self.selected if key in known]

    def spoken(self) -> str:
        """The last selected one as a sentence."""
        items = self.items
        return items[-1].sentence if items else ""

    def notes_in(self, scope: Scope) -> list[str]:
        """Names of the selected notes of a graph."""
        return [
            i.shown.key.name
            for i in self.items
            if isinstance(i, NoteItem) and i.shown.key.scope == scope
        ]

    def walk(self, step: int = 1) -> None:
        """Select the next note or frame of the graph that is shown."""
        keys = list(self._view.network.annotations)
        if not keys:
            self._view.say(self.tr("There is no note and no frame here."))
            return
        at = keys.index(self.selected[-1]) + step if self.selected else 0
        key = keys[at % len(keys)]
        self._view.session.select()
        self.select((key,))
        item = self._view.network.annotations[key]
        self._view.reveal(item.mapRectToScene(item.body))

    # -- mouse --------------------------------------------------------------------------------------

    def press(self, hit: Hit, at: QPointF, pixel: QPoint, adds: bool) -> Gesture | None:
        """What a press on a note or frame begins."""
        item = hit.annotation
        assert item is not None
        key = item.shown.key
        if adds:
            kept = tuple(k for k in self.selected if k != key)
            self.select(kept if key in self.selected else (*kept, key))
        elif key not in self.selected:
            self._view.session.select()
            self.select((key,))
        if hit.what == "grip" and isinstance(item, NoteItem):
            return ResizeNote(self._view, item, at, pixel)
        return MoveAnnotations(self._view, key.scope, at, pixel)

    def within(self, scope: Scope, rect: QRectF) -> list[AnnotationKey]:
        """Notes of a graph that a rectangle of the scene touches, and frames that lie in it."""
        found = []
        for key, item in self._view.network.annotations.items():
            body = item.mapRectToScene(item.body)
            inside = (
                rect.contains(body) if isinstance(item, BackdropItem) else rect.intersects(body)
            )
            if key.scope == scope and inside:
                found.append(key)
        return found

    # -- notes and frames -----------------------------------------------------------------------------

    def add_note(self) -> None:
        """Write a note where the mouse is, or in the middle of the view."""
        view = self._view
        scope = view.edit_scope()
        if not view.may_edit(scope):
            return
        pixel = view.mouse if view.mouse is not None else view.viewport().rect().center()
        plan = view.network.plan_of(scope)
        if plan is None:
            return
        at, color = kept_place(plan, view.place_in(scope, view.mapToScene(pixel))), self._color

        def done(text: str | None) -> None:
            if text:
                name = fresh(view.session.graph(scope), "note")
                size = (SIZE[0], max(SIZE[1], note_height(text, SIZE[0])))
                note = Note(name=name, text=text, at=at, size=size, color=color)
                edit = Annotate(scope=scope, notes=(note,), what=self.tr("Write a note"))
                if view.submit(edit):
                    view.session.select()
                    self.select((AnnotationKey(scope, name),))
            view.setFocus()

        scale = view.scale_factor
        rect = QRect(pixel, pixel + QPoint(round(SIZE[0] * scale), round(SIZE[1] * scale)))
        NoteField(view.viewport(), "", color, _inside(rect, view.viewport().rect()), scale, done)

    def edit_current(self) -> bool:
        """Write in the last selected note, or change the frame's title; False where none is."""
        if not self.items:
            return False
        item = self.items[-1]
        view, key = self._view, item.shown.key
        if not view.may_edit(key.scope):
            return True
        body = item.title_rect if isinstance(item, BackdropItem) else item.body
        view.reveal(item.mapRectToScene(body))
        rect = view.mapFromScene(item.mapRectToScene(body)).boundingRect()
        if isinstance(item, NoteItem):
            self._edit_note(item, rect)
        else:
            self._edit_title(item, rect)
        return True

    def _edit_note(self, item: NoteItem, rect: QRect) -> None:
        view, note, scope = self._view, item.shown.what, item.shown.key.scope
        assert isinstance(note, Note)

        def done(text: str | None) -> None:
            if text is not None and text != note.text:
                high = max(note.size[1], note_height(text, note.size[0]))
                new = replace(note, text=text, size=(note.size[0], high))
                gone = () if text else (note.name,)
                view.submit(
                    Annotate(
                        scope=scope,
                        notes=(new,) if text else (),
                        gone=gone,
                        what=self.tr("Write a note"),
                    )
                )
            view.setFocus()

        NoteField(view.viewport(), note.text, note.color, rect, view.scale_factor, done)

    def _edit_title(self, item: AnnotationItem, rect: QRect) -> None:
        view, frame, scope = self._view, item.shown.what, item.shown.key.scope
        assert isinstance(frame, Frame)

        def done(title: str | None) -> bool:
            if title is not None and title != frame.title:
                new = replace(frame, title=title)
                view.submit(Annotate(scope=scope, frames=(new,), what=self.tr("Name the frame")))
            view.setFocus()
            return True

        rect.setHeight(30)
        rect.setWidth(max(160, rect.width()))
        NameField(view.viewport(), frame.title, rect, done, self.tr("Title of the frame"))

    def frame_selection(self) -> None:
        """Put a frame about the selected blocks, and ask for its title."""
        view = self._view
        scope, names = view.selected_here()
        if not names or not view.may_edit(scope):
            return
        graph = view.session.graph(scope)
        blocks = tuple(n.name for n in graph.nodes if n.name in names)
        color = next((c for c in COLORS[1:] if all(f.color != c for f in graph.frames)), COLORS[1])
        name = fresh(graph, "frame")
        frame = Frame(name=name, title=self.tr("Frame"), blocks=blocks, color=color)
        edit = Annotate(scope=scope, frames=(frame,), what=self.tr("Frame the blocks"))
        if view.submit(edit):
            view.session.select()
            self.select((AnnotationKey(scope, name),))
            if self.selected:
                self.edit_current()

    @property
    def can_frame(self) -> bool:
        """Whether something is selected that a frame can be put about."""
        selection = self._view.session.selection
        return bool(selection) and self._view.session.editable(scope_of(selection[-1]))

    def ask_color(self) -> None:
        """Offer the colours beside the note or frame that is selected."""
        if not self.selected:
            return
        item = self.items[-1]
        menu = QMenu(self._view)
        menu.setAccessibleName(self.tr("Colour"))
        names = {
            "amber": self.tr("Amber"),
            "blue": self.tr("Blue"),
            "green": self.tr("Green"),
            "orange": self.tr("Orange"),
            "pink": self.tr("Pink"),
            "violet": self.tr("Violet"),
            "grey": self.tr("Grey"),
        }
        for color in COLORS:
            entry = menu.addAction(swatch_icon(QColor(tint(color).strong)), names[color])
            entry.setCheckable(True)
            entry.setChecked(item.shown.what.color == color)
            entry.triggered.connect(lambda _=False, c=color: self.recolor(c))
        menu.aboutToHide.connect(menu.deleteLater)
        corner = self._view.mapFromScene(item.mapToScene(item.body.topLeft()))
        menu.popup(self._view.viewport().mapToGlobal(corner + QPoint(0, round(TITLE))))

    def recolor(self, color: Color) -> None:
        """Give the selected notes and frames of one graph a colour."""
        scope = self.selected[-1].scope if self.selected else ()
        whats = [i.shown.what for i in self.items if i.shown.key.scope == scope]
        notes = tuple(replace(w, color=color) for w in whats if isinstance(w, Note))
        frames = tuple(replace(w, color=color) for w in whats if isinstance(w, Frame))
        if notes:
            self._color = color
        if whats and self._view.may_edit(scope):
            self._view.submit(
                Annotate(scope=scope, notes=notes, frames=frames, what=self.tr("Change the colour"))
            )

    # -- blocks on frames -----------------------------------------------------------------------------

    def landing(
        self, scope: Scope, names: Collection[str], dx: float, dy: float, gesture: int = 0
    ) -> Annotate | None:
        """The edit that puts moved blocks on the frame where they are dropped, and takes those off
        their frame that are dropped beside it. Frames count as they lay before."""
        plan = self._view.network.plan_of(scope)
        if plan is None:
            return None
        found = []
        for annotation in plan.annotations:
            frame = annotation.what
            if not isinstance(frame, Frame) or set(frame.blocks) <= set(names):
                continue
            blocks = set(frame.blocks)
            for name in names:
                if name not in plan.blocks or plan.graph[name].type in PORTS:
                    continue
                r = plan.blocks[name].rect
                x, y = (r.left + r.right) / 2 + dx, (r.top + r.bottom) / 2 + dy
                on = any(
                    p.left <= x <= p.right and p.top <= y <= p.bottom for p in annotation.pieces
                )
                (blocks.add if on else blocks.discard)(name)
            if blocks != set(frame.blocks):
                kept = tuple(n.name for n in plan.graph.nodes if n.name in blocks)
                found.append(replace(frame, blocks=kept))
        return (
            Annotate(scope=scope, frames=tuple(found), what="Move", gesture=gesture)
            if found
            else None
        )

    # -- wires ----------------------------------------------------------------------------------------

    def hold(self, item: WireItem | None, index: int | None = None) -> None:
        """Select a bend of a wire."""
        for other in self._view.network.wires.values():
            if other.held is not None:
                other.held = None
                other.update()
        if item is not None:
            item.held = index
            item.update()

    @property
    def held(self) -> tuple[WireItem, int] | None:
        """The bend that is selected."""
        key = self._view.selected_wire
        item = self._view.network.wires.get(key) if key is not None else None
        if item is None or item.held is None or item.held >= len(item.bends):
            return None
        return item, item.held

    def bend(self, item: WireItem, at: QPointF) -> None:
        """Lead a wire through a point of the scene."""
        key = item.wire.key
        plan = self._view.network.plan_of(key.scope)
        if plan is None or not self._view.may_edit(key.scope):
            return
        local = item.mapFromScene(at)
        index = place_among(item.path, item.bends, Point(local.x(), local.y()))
        points = list(plan.graph.bend_of.get(key.edge, ()))
        points.insert(index, kept_bend(plan, key.edge, Point(local.x(), local.y())))
        self._lead(key, tuple(points), self.tr("Add a reroute point"))
        self._view.select_wire(key)
        self.hold(self._view.network.wires.get(key), index)

    def _lead(self, key: WireKey, points: tuple[tuple[float, float], ...], what: str) -> None:
        self._view.submit(Annotate(scope=key.scope, bends=(Bend(key.edge, points),), what=what))

    def wire(self) -> WireKey | None:
        """The wire that commands mean: the selected one, or the one between two selected blocks."""
        view = self._view
        if view.selected_wire is not None:
            return view.selected_wire
        scope, names = view.selected_here()
        plan = view.network.plan_of(scope)
        if len(names) != 2 or plan is None:
            return None
        ends: tuple[Edge, ...] = tuple(
            e for e in plan.graph.edges if e.source in names and e.target in names
        )
        key = WireKey(scope, ends[0]) if ends else None
        return key if key in view.network.wires else None

    def bend_current(self) -> None:
        """Lead the wire through a point in its middle, to be moved from there."""
        key = self.wire()
        if key is not None:
            self._view.session.select()
            item = self._view.network.wires[key]
            self.bend(item, item.mapToScene(item.path.pointAtPercent(0.5)))

    @property
    def can_straighten(self) -> bool:
        key = self.wire()
        return key is not None and bool(self._view.network.wires[key].bends)

    def straighten(self) -> None:
        """Leave the wire to the layout."""
        key = self.wire()
        if key is not None and self._view.may_edit(key.scope):
            self._lead(key, (), self.tr("Straighten the wire"))

    def remove_held(self) -> bool:
        """Take the selected bend away; False where none is."""
        held = self.held
        if held is None:
            return False
        item, index = held
        key = item.wire.key
        plan = self._view.network.plan_of(key.scope)
        if plan is not None and self._view.may_edit(key.scope):
            points = plan.graph.bend_of[key.edge]
            self._lead(key, points[:index] + points[index + 1 :], self.tr("Remove a reroute point"))
            self.hold(None)
        return True

    # -- with the blocks ------------------------------------------------------------------------------

    def removal(self) -> list[Edit]:
        """The edits that take the selected notes and frames away."""
        gone: dict[Scope, list[str]] = {}
        for scope, name in self.selected:
            gone.setdefault(self._view.session.home(scope), []).append(name)
        return [
            Annotate(scope=scope, gone=tuple(dict.fromkeys(names)), what=self.tr("Delete"))
            for scope, names in gone.items()
        ]

    def nudge(self, dx: float, dy: float, gesture: int) -> bool:
        """Move what is selected besides blocks a little; False where there is nothing such."""
        view = self._view
        held = self.held
        edit: Edit | None = None
        if held is not None:
            edit = moved_bend(view, *held, dx, dy, gesture)
        elif self.selected:
            scope = self.selected[-1].scope
            plan = view.network.plan_of(scope)
            names = {name_of(p) for p in view.session.selection if scope_of(p) == scope}
            if plan is not None and view.may_edit(scope):
                edit = Carry(view.network, plan, names, self.selected).edit(dx, dy, gesture)
        if edit is not None:
            index = held[1] if held is not None else None
            view.submit(edit)
            if held is not None:
                self.hold(held[0], index)
        return held is not None or bool(self.selected)


def _inside(rect: QRect, room: QRect) -> QRect:
    """A rectangle moved so that it lies within another, where it can."""
    moved = QRect(rect)
    if moved.right() > room.right() - 8:
        moved.moveRight(room.right() - 8)
    if moved.bottom() > room.bottom() - 8:
        moved.moveBottom(room.bottom() - 8)
    return moved
