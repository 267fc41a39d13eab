"""Which members of two sequences belong together.

Both functions are plain dynamic programming; ties are broken towards the front, so what asks for a
result that does not depend on the order of its arguments has to bring them in an order of its own.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Hashable, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

T = TypeVar("T")

LIMIT = 40_000
"""Pairs weighed at most; longer sequences are aligned by what is equal alone."""


def rising(values: Sequence[int]) -> set[int]:
    """Places of a longest strictly rising subsequence of different numbers."""
    tails: list[int] = []
    places: list[int] = []
    before: list[int] = []
    for place, value in enumerate(values):
        at = bisect_left(tails, value)
        before.append(places[at - 1] if at else -1)
        if at == len(tails):
            tails.append(value)
            places.append(place)
        else:
            tails[at], places[at] = value, place
    found = set()
    place = places[-1] if places else -1
    while place >= 0:
        found.add(place)
        place = before[place]
    return found


def align(
    left: Sequence[T],
    right: Sequence[T],
    score: Callable[[T, T], float],
    key: Callable[[T], Hashable],
) -> list[tuple[int, int]]:
    """Pairs of places, rising on both sides, whose scores have the greatest sum.

    A score of 0 forbids a pair. What has an equal ``key`` at both ends is paired at once.
    """
    start, ends = 0, (len(left), len(right))
    keys = [key(x) for x in left], [key(x) for x in right]
    while start < min(ends) and keys[0][start] == keys[1][start]:
        start += 1
    tail = 0
    while tail < min(ends) - start and keys[0][-1 - tail] == keys[1][-1 - tail]:
        tail += 1
    inner = left[start : ends[0] - tail], right[start : ends[1] - tail]
    if len(inner[0]) * len(inner[1]) <= LIMIT:
        middle = _weighed(*inner, score)
    else:
        matcher = SequenceMatcher(
            None, keys[0][start : ends[0] - tail], keys[1][start : ends[1] - tail], autojunk=False
        )
        middle = [
            (block.a + i, block.b + i)
            for block in matcher.get_matching_blocks()
            for i in range(block.size)
        ]
    return [
        *((i, i) for i in range(start)),
        *((i + start, j + start) for i, j in middle),
        *((ends[0] - i, ends[1] - i) for i in range(tail, 0, -1)),
    ]


def _weighed(
    left: Sequence[T], right: Sequence[T], score: Callable[[T, T], float]
) -> list[tuple[int, int]]:
    rows, columns = len(left), len(right)
    # best[i][j]: the greatest sum for what follows i and j
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    scores = [[score(a, b) for b in right] for a in left]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            here = scores[i][j]
            skip = max(best[i + 1][j], best[i][j + 1])
            best[i][j] = max(skip, here + best[i + 1][j + 1]) if here else skip
    found, i, j = [], 0, 0
    while i < rows and j < columns:
        here = scores[i][j]
        if here and best[i][j] == here + best[i + 1][j + 1]:
            found.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return found
