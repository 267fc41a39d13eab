"""What a piece of source is: the tags of its marks."""

from __future__ import annotations

from typing import Literal, NamedTuple

from explorer.exchange.source.declared import Class, Slot


class MadeAt(NamedTuple):
    """The making of a module in a constructor; ``at`` is its part, and its place in rows."""

    made: Class
    at: Slot


class RunAt(NamedTuple):
    """A part's call in ``forward``."""

    made: Class
    part: int


class PortsAt(NamedTuple):
    """Where the values of a class come in, or go out."""

    made: Class
    side: Literal["input", "output"]


class ClassAt(NamedTuple):
    """A whole class."""

    made: Class


class ValueAt(NamedTuple):
    """A value that stands as such in the text, for one slot or, in a loop, several."""

    made: Class
    slots: tuple[Slot, ...]


class CountAt(NamedTuple):
    """How many modules a loop makes: those of the row ``at`` from ``start`` on."""

    made: Class
    at: Slot
    start: int
    length: int
