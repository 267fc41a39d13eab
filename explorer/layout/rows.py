"""A long network in several rows, one below the other, as a text is read.

One row of fifty blocks can be seen whole only from so far away that nothing can be read. So where a
single wire leads on, a row may end, and its wire runs back to the beginning of the next.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from explorer.layout.model import Point
from explorer.layout.route import REACH
from explorer.layout.tree import Heights, Parallel, Part, Series, Sheet

ROW_WIDTH = 1380.0
"""Of a row, at most, unless a single part is wider: a window's canvas at three quarters."""
COLUMN_HEIGHT = 1000.0
"""Of a row that runs downwards."""
BETWEEN = 64.0
"""Between two rows; the wire that leads on runs in the middle."""


class Rows:
    """Series below each other; the axis of the whole is that of the first. ``ends`` are the gaps that
    each would have behind it, with room for a label on the wire."""

    def __init__(self, rows: Sequence[Series], ends: Sequence[float]) -> None:
        self.rows, self.ends = rows, ends
        self.width = max(row.width for row in rows)
        self.size = sum(row.size for row in rows)
        self.axes = [0.0]
        for above, below in pairwise(rows):
            self.axes.append(self.axes[-1] + above.down + BETWEEN + below.up)
        self.up = rows[0].up
        self.down = self.axes[-1] + rows[-1].down

    def place(self, left: float, axis: float, sheet: Sheet) -> tuple[Heights, Heights]:
        first: Heights = {}
        last: Heights = {}
        for i, (row, offset) in enumerate(zip(self.rows, self.axes, strict=True)):
            entries, exits = row.place(left, axis + offset, sheet)
            if i == 0:
                first = entries
            else:
                above = self.rows[i - 1]
                y = axis + offset - row.up - BETWEEN / 2
                for wire in entries:
                    right = Point(left + above.width + max(REACH, self.ends[i - 1]), y)
                    sheet.returns[wire] = (right, Point(left - REACH, y))
            last = exits
        return first, last


def in_rows(part: Part, limit: float) -> Part:
    """The part in rows, where it is too long for one. Every row takes what it can: a block that is
    put in further on moves nothing before it."""
    parts = list(_spread(part))
    total = sum(p.width for p, _ in parts) + sum(gap for _, gap in parts[:-1])
    if total <= limit or len(parts) < 2:
        return part
    free = [i == 0 or _one_wire_into(item) for i, (item, _) in enumerate(parts)]
    rows = _broken(parts, free, limit)
    if len(rows) == 1:
        return part
    return Rows(
        [Series([p for p, _ in row], [g for _, g in row[:-1]]) for row in rows],
        [row[-1][1] for row in rows],
    )


def _broken(
    parts: Sequence[tuple[Part, float]], free: Sequence[bool], limit: float
) -> list[list[tuple[Part, float]]]:
    """Rows no longer than the limit, where parts and the places that are free to break allow."""
    rows: list[list[tuple[Part, float]]] = []
    start = break_at = 0
    length = 0.0
    i = 0
    while i < len(parts):
        item, gap = parts[i]
        if free[i] and i > start:
            break_at = i
        # what is longer than any row stands behind the little that is before it
        behind = item.width > limit and length < limit / 2
        if length + item.width > limit and break_at > start and not behind:
            rows.append(list(parts[start:break_at]))
            start = i = break_at
            length = 0.0
            continue
        if behind:
            break_at = start
        length += item.width + gap
        i += 1
    rows.append(list(parts[start:]))
    return rows


def _one_wire_into(part: Part) -> bool:
    entries, _ = part.place(0.0, 0.0, Sheet())
    return len(entries) == 1


def _spread(part: Part) -> list[tuple[Part, float]]:
    """The parts of a series, each with the gap behind it. What hangs beside a long main branch and
    leads nowhere (an auxiliary head) goes beside the beginning of that branch alone."""
    if not isinstance(part, Series):
        return [(part, 0.0)]
    found: list[tuple[Part, float]] = []
    gaps = [*part.gaps, 0.0]
    for i, (item, gap) in enumerate(zip(part.parts, gaps, strict=True)):
        split = _split(item) if i == len(part.parts) - 1 else None
        if split is None:
            found.append((item, gap))
        else:
            beginning, between, rest = split
            found.append((beginning, between))
            found.extend(_spread(rest))
    return found


def _split(part: Part) -> tuple[Part, float, Series] | None:
    """A forked part at the end as its beginning, with all side branches, and the rest of its main
    branch; None where it is not such a one."""
    if not isinstance(part, Parallel) or part.main is None:
        return None
    main = part.branches[part.main]
    sides = [b for i, b in enumerate(part.branches) if i != part.main]
    if not isinstance(main, Series) or not all(_ends(side) for side in sides):
        return None
    need = max(side.width for side in sides)
    length = 0.0
    for i, item in enumerate(main.parts[:-1]):
        length += item.width
        if length >= need:
            head = Series(main.parts[: i + 1], main.gaps[:i])
            branches = [head if b is main else b for b in part.branches]
            rest = Series(main.parts[i + 1 :], main.gaps[i + 1 :])
            return Parallel(branches, part.main, part.aligned), main.gaps[i], rest
        length += main.gaps[i]
    return None


def _ends(part: Part) -> bool:
    """Whether nothing leads out of a branch."""
    _, exits = part.place(0.0, 0.0, Sheet())
    return not exits
