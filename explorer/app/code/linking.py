"""Which lines of a listing stand for which blocks. Lines are counted from 0, as a text view does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Protocol


class Lines(Protocol):
    """Of a listing: both ends included, counted from 1."""

    @property
    def first(self) -> int: ...

    @property
    def last(self) -> int: ...


class Owner(NamedTuple):
    path: str
    size: int


def lines_of(spans: Mapping[str, Sequence[Lines]], path: str) -> list[int]:
    """The lines of a block; those of the nearest block around it where it leaves no trace."""
    while path:
        found = spans.get(path)
        if found:
            return [line for span in found for line in range(span.first - 1, span.last)]
        path = path.rpartition(".")[0]
    return []


def block_at(
    spans: Mapping[str, Sequence[Lines]], line: int, selected: Sequence[str] = ()
) -> str | None:
    """The block that a line is about: of all whose lines these are, the ones of the fewest lines;
    among its like, the one within or beside what is selected, else the first.

    A line of a class is its layers' alone. What only the whole network has is nobody's.
    """
    owners: list[Owner] = []
    for path, found in spans.items():
        for span in found:
            if span.first - 1 <= line < span.last and path:
                owners.append(Owner(path, span.last - span.first))
    if not owners:
        return None
    least = min(owner.size for owner in owners)
    like = [owner.path for owner in owners if owner.size == least]
    if any(path in like for path in selected):
        return next(path for path in selected if path in like)
    current = selected[-1] if selected else ""
    return max(like, key=lambda path: _shared(path, current)) if current else like[0]


def _shared(path: str, other: str) -> int:
    """How many names two paths begin with in common."""
    count = 0
    for a, b in zip(path.split("."), other.split("."), strict=False):
        if a != b:
            break
        count += 1
    return count
