"""The edit of notes, frames and bends."""

from __future__ import annotations

from collections.abc import Hashable

from explorer.graph.edits import EditError, _ScopedEdit, check_name
from explorer.graph.model import Bend, Document, Frame, Note


class Annotate(_ScopedEdit, frozen=True, kw_only=True):
    """Write, draw, change or take away notes, frames and bends: each given stands in the place of
    the one of its name; a bend without points leaves its wire to the layout."""

    notes: tuple[Note, ...] = ()
    frames: tuple[Frame, ...] = ()
    bends: tuple[Bend, ...] = ()
    gone: tuple[str, ...] = ()
    """Names of notes and frames to take away."""
    what: str
    gesture: int = 0
    """Equal for the steps of one drag or one typing."""

    @property
    def label(self) -> str:
        return self.what

    @property
    def merge_key(self) -> Hashable | None:
        names = (*(n.name for n in self.notes), *(f.name for f in self.frames))
        wires = tuple(bend.edge for bend in self.bends)
        return ("annotate", self.scope, names, wires, self.gesture) if self.gesture else None

    def apply(self, document: Document) -> Document:
        graph = self.graph(document)
        notes = {note.name: note for note in graph.notes}
        frames = {frame.name: frame for frame in graph.frames}
        for name in self.gone:
            if name not in notes and name not in frames:
                raise EditError("there is no such note or frame")
            notes.pop(name, None)
            frames.pop(name, None)
        bends = graph.bend_of | dict(self.bends)
        for note in self.notes:
            self._check(note, note.name in frames)
            notes[note.name] = note
        for frame in self.frames:
            self._check(frame, frame.name in notes)
            if missing := [name for name in frame.blocks if name not in graph]:
                raise EditError(f"there is no block “{missing[0]}” to frame")
            frames[frame.name] = frame
        if not bends.keys() <= set(graph.edges):
            raise EditError("there is no such wire")
        new = graph.annotated(
            tuple(notes.values()),
            tuple(frame for frame in frames.values() if frame.blocks),
            tuple(Bend(edge, bends[edge]) for edge in graph.edges if bends.get(edge)),
        )
        return self.put(document, new, annotated=True)

    @staticmethod
    def _check(new: Note | Frame, taken: bool) -> None:
        check_name(new.name)
        if taken:
            raise EditError(f"there is already a note or frame “{new.name}” here")
