"""Where the notes and frames of a graph are drawn, and through which points its wires are led."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from explorer.graph.model import Edge, Frame, Note, Scope
from explorer.layout.model import Point, Rect

if TYPE_CHECKING:
    from explorer.app.canvas.plan import Plan, Shown

PAD = 16.0
"""Between a frame and the blocks on it."""
TITLE = 30.0
"""Height of a frame's title."""
NEST = 12.0
"""What a frame adds for each frame within it."""


class AnnotationKey(NamedTuple):
    """Which note or frame: the graph that it is seen in, and its name there."""

    scope: Scope
    name: str

    @property
    def path(self) -> str:
        """As a block's path, but never one."""
        return "#" + ".".join((*self.scope, self.name))


class ShownAnnotation(NamedTuple):
    """A note or frame on the canvas."""

    key: AnnotationKey
    what: Note | Frame
    rect: Rect
    depth: int
    """How many frames lie within it, one in the other."""


def drawn_place(plan: Plan, at: tuple[float, float]) -> Point:
    """A place of the document on the canvas."""
    return Point(at[0] + plan.shift.x, at[1] + plan.shift.y)


def kept_step(plan: Plan, step: Point) -> Point:
    """A move on the canvas in the document's terms."""
    return step


def annotations_of(plan: Plan) -> tuple[ShownAnnotation, ...]:
    """Frames, those that hold others first, then notes."""
    frames = plan.graph.frames
    depths: dict[str, int] = {}
    for frame in sorted(frames, key=lambda f: len(f.blocks)):
        within = [
            depths[f.name]
            for f in frames
            if f.name in depths and set(f.blocks) <= set(frame.blocks)
        ]
        depths[frame.name] = 1 + max(within, default=-1)
    found = []
    for frame in sorted(frames, key=lambda f: -depths[f.name]):
        rect = frame_rect(plan, frame, depths[frame.name])
        if rect is not None:
            key = AnnotationKey(plan.scope, frame.name)
            found.append(ShownAnnotation(key, frame, rect, depths[frame.name]))
    for note in plan.graph.notes:
        at = displaced(plan, note.at)
        rect = Rect(at.x, at.y, at.x + note.size[0], at.y + note.size[1])
        found.append(ShownAnnotation(AnnotationKey(plan.scope, note.name), note, rect, 0))
    return tuple(found)


def frame_rect(plan: Plan, frame: Frame, depth: int) -> Rect | None:
    """The ground of a frame; None where none of its blocks is drawn."""
    rects = [plan.blocks[name].rect for name in frame.blocks if name in plan.blocks]
    if not rects:
        return None
    more = depth * NEST
    return Rect(
        min(r.left for r in rects) - PAD - more,
        min(r.top for r in rects) - PAD - TITLE - depth * (TITLE - 6),
        max(r.right for r in rects) + PAD + more,
        max(r.bottom for r in rects) + PAD + more,
    )


def bends_of(plan: Plan) -> dict[Edge, tuple[Point, ...]]:
    """The points of the wires that were led by hand."""
    return {edge: tuple(displaced(plan, at) for at in points) for edge, points in plan.graph.bends}


def displaced(plan: Plan, at: tuple[float, float]) -> Point:
    """A place of the document on the canvas, moved out of the way of blocks opened in place: it
    keeps its side of the block that stands nearest."""
    place = drawn_place(plan, at)
    if all(shown.inside is None for shown in plan.blocks.values()):
        return place
    nearest, far = None, float("inf")
    for shown in plan.blocks.values():
        stand = drawn_place(plan, plan.standing[shown.node.name])
        closed = shown.closed or shown.box
        dx = max(stand.x - place.x, 0.0, place.x - stand.x - closed.width)
        dy = max(stand.y - closed.up - place.y, 0.0, place.y - stand.y - closed.down)
        if dx + dy < far:
            nearest, far = shown, dx + dy
    return place if nearest is None else _beside(plan, nearest, place)


def _beside(plan: Plan, shown: Shown, place: Point) -> Point:
    stand = drawn_place(plan, plan.standing[shown.node.name])
    x, y = place.x + shown.at.x - stand.x, place.y + shown.at.y - stand.y
    if shown.closed is not None:
        if place.x >= stand.x + shown.closed.width:
            x += shown.box.width - shown.closed.width
        elif place.y < stand.y:
            y -= shown.box.up - shown.closed.up
        else:
            y += shown.box.down - shown.closed.down
    return Point(x, y)
