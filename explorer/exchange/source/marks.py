"""Marks that source carries while it is laid out, so that it is known afterwards what stands where.

A mark is a few characters of Unicode's private use around a piece of text. They have no width, no
text of a person can hold them (``printing.clean``), and ``Marks.read`` takes them out.
"""

from __future__ import annotations

import re
from collections.abc import Hashable
from typing import NamedTuple

_OPEN, _CLOSE = "\ue000", "\ue001"
_FIRST, _BASE = 0xF0000, 0xF000
_LENGTH = 3
_ANY = re.compile(f"([{_OPEN}{_CLOSE}])(.)(.)")


class Extent(NamedTuple):
    """A piece of text, by offsets into the whole."""

    start: int
    end: int


class Marks:
    """The marks of one text, each for a tag."""

    def __init__(self) -> None:
        self._tags: list[Hashable] = []

    def put(self, tag: Hashable, text: str) -> str:
        """The text within a mark."""
        before, after = self.pair(tag)
        return before + text + after

    def around(self, tag: Hashable, lines: list[str]) -> list[str]:
        """The lines within a mark."""
        if not lines:
            return lines
        before, after = self.pair(tag)
        marked = [before + lines[0], *lines[1:]]
        marked[-1] += after
        return marked

    def pair(self, tag: Hashable) -> tuple[str, str]:
        """What stands before and behind a marked piece."""
        high, low = divmod(len(self._tags), _BASE)
        self._tags.append(tag)
        name = chr(_FIRST + high) + chr(_FIRST + low)
        return _OPEN + name, _CLOSE + name

    def read(self, text: str) -> tuple[str, list[tuple[Hashable, Extent]]]:
        """The text without its marks, and what each of them held, in the order of their making."""
        starts: dict[int, int] = {}
        extents: dict[int, Extent] = {}
        parts: list[str] = []
        taken = length = 0
        for found in _ANY.finditer(text):
            part = text[taken : found.start()]
            parts.append(part)
            length += len(part)
            taken = found.end()
            mark = (ord(found[2]) - _FIRST) * _BASE + ord(found[3]) - _FIRST
            if found[1] == _OPEN:
                starts[mark] = length
            else:
                extents[mark] = Extent(starts[mark], length)
        parts.append(text[taken:])
        return "".join(parts), [(self._tags[mark], extents[mark]) for mark in sorted(extents)]


def width(text: str) -> int:
    """How many characters of a text are seen."""
    return len(text) - _LENGTH * (text.count(_OPEN) + text.count(_CLOSE))
