"""Where the notes and frames of a graph are drawn, and through which points its wires are led."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from explorer.graph.model import Edge, Frame, Note, Scope
from explorer.layout.model import Point, Rect, rect_of, turned

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
    depth: int = 0
    """How many frames lie within it, one in the other."""
    pieces: tuple[Rect, ...] = ()
    """A frame's grounds: one, or several where other blocks stand between its own."""


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
        depth = depths[frame.name]
        if pieces := frame_pieces(plan, frame, depth):
            key = AnnotationKey(plan.scope, frame.name)
            found.append(ShownAnnotation(key, frame, _union(pieces), depth, pieces))
    for note in plan.graph.notes:
        at = displaced(plan, note.at)
        rect = Rect(at.x, at.y, at.x + note.size[0], at.y + note.size[1])
        found.append(ShownAnnotation(AnnotationKey(plan.scope, note.name), note, rect))
    return tuple(found)


def frame_pieces(plan: Plan, frame: Frame, depth: int) -> tuple[Rect, ...]:
    """The grounds of a frame, the first with its title: one about all its blocks, or, where that
    would take in others (as in a network of several rows), one about each run of them."""
    rects = [plan.blocks[name].rect for name in frame.blocks if name in plan.blocks]
    if not rects:
        return ()
    whole = _union(rects)
    blocks = set(frame.blocks)
    others = [
        shown.rect
        for name, shown in plan.blocks.items()
        if name not in blocks and shown.rect.overlaps(whole)
    ]
    runs = [whole] if not others else rects[:1]
    for rect in rects[1:] if others else ():
        longer = _union([runs[-1], rect])
        if any(other.overlaps(longer) for other in others):
            runs.append(rect)
        else:
            runs[-1] = longer
    more = PAD + depth * NEST
    top = TITLE + PAD + depth * (TITLE - 6.0)
    return tuple(
        Rect(r.left - more, r.top - (more if i else top), r.right + more, r.bottom + more)
        for i, r in enumerate(runs)
    )


def _union(rects: Sequence[Rect]) -> Rect:
    return Rect(
        min(r.left for r in rects),
        min(r.top for r in rects),
        max(r.right for r in rects),
        max(r.bottom for r in rects),
    )


def bends_of(plan: Plan) -> dict[Edge, tuple[Point, ...]]:
    """The points of the wires that were led by hand."""
    return {
        edge: tuple(bend_place(plan, edge, at) for at in points)
        for edge, points in plan.graph.bends
    }


def bend_place(plan: Plan, edge: Edge, at: tuple[float, float]) -> Point:
    """A bend of a wire on the canvas: where blocks opened in place push blocks aside, it goes with
    the block that the wire comes from."""
    place, anchor = plan.drawn_place(Point(*at)), _anchor(plan, edge)
    return place if anchor is None else _beside(plan, anchor, place)


def kept_bend(plan: Plan, edge: Edge, at: Point) -> tuple[float, float]:
    """A point of the canvas as a bend of a wire: the other way round."""
    anchor = _anchor(plan, edge)
    return _kept(plan, at if anchor is None else _back(plan, anchor, at))


def _anchor(plan: Plan, edge: Edge) -> Shown | None:
    return plan.blocks.get(edge.source) if _pushed(plan) else None


def _pushed(plan: Plan) -> bool:
    """Whether a block is opened in place, so that blocks do not stand where the document says."""
    return any(shown.inside is not None for shown in plan.blocks.values())


def displaced(plan: Plan, at: tuple[float, float]) -> Point:
    """A place of the document on the canvas, moved out of the way of blocks opened in place: it
    keeps its side of the block that stands nearest."""
    place = plan.drawn_place(Point(*at))
    if not _pushed(plan):
        return place
    nearest, far = None, float("inf")
    for shown in plan.blocks.values():
        stand = plan.drawn_place(plan.standing[shown.node.name])
        closed = shown.closed or shown.box
        away = _away(place, rect_of(closed, stand, plan.down))
        if away < far:
            nearest, far = shown, away
    return place if nearest is None else _beside(plan, nearest, place)


TRIES = 12
"""How many blocks are asked where a point of the canvas lies in the document."""


def kept_place(plan: Plan, at: Point) -> tuple[float, float]:
    """A point of the canvas as a place of the document: that which is drawn there, or nearest."""
    if not _pushed(plan):
        return _kept(plan, at)
    near = sorted(plan.blocks.values(), key=lambda shown: _away(at, shown.rect))[:TRIES]
    tries = [_kept(plan, at), *(_kept(plan, _back(plan, shown, at)) for shown in near)]
    return min(tries, key=lambda t: _far(displaced(plan, t), at))


def _kept(plan: Plan, at: Point) -> tuple[float, float]:
    place = plan.kept_place(at)
    return round(place.x, 1), round(place.y, 1)


def _far(a: Point, b: Point) -> float:
    return abs(a.x - b.x) + abs(a.y - b.y)


def _away(at: Point, rect: Rect) -> float:
    """How far a point lies from a rectangle, 0 within it."""
    return max(rect.left - at.x, 0.0, at.x - rect.right) + max(
        rect.top - at.y, 0.0, at.y - rect.bottom
    )


def _beside(plan: Plan, shown: Shown, place: Point) -> Point:
    """A place, all blocks closed, as it lies beside a block now."""
    stand = plan.drawn_place(plan.standing[shown.node.name])
    x, y = turned(Point(place.x - stand.x, place.y - stand.y), plan.down)
    if shown.closed is not None:
        if x >= shown.closed.width:
            x += shown.box.width - shown.closed.width
        elif y < 0:
            y -= shown.box.up - shown.closed.up
        else:
            y += shown.box.down - shown.closed.down
    step = turned(Point(x, y), plan.down)
    return Point(shown.at.x + step.x, shown.at.y + step.y)


def _back(plan: Plan, shown: Shown, at: Point) -> Point:
    """The other way round: where a point beside a block lies when all are closed."""
    stand = plan.drawn_place(plan.standing[shown.node.name])
    x, y = turned(Point(at.x - shown.at.x, at.y - shown.at.y), plan.down)
    if shown.closed is not None:
        if x >= shown.box.width:
            x -= shown.box.width - shown.closed.width
        elif y < 0:
            y += shown.box.up - shown.closed.up
        else:
            y -= shown.box.down - shown.closed.down
    step = turned(Point(x, y), plan.down)
    return Point(stand.x + step.x, stand.y + step.y)
