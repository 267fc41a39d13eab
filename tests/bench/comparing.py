"""Two networks compared to their last layer, insides that nobody asked for included."""

from __future__ import annotations

from collections.abc import Iterator

from explorer import zoo
from explorer.analysis.analyze import analyze
from explorer.analysis.compare import Pair, compare
from tests.bench.report import Row, best, versus

LIMIT = 100.0
"""Milliseconds."""


def count(pairs: tuple[Pair, ...]) -> int:
    """How many pairs there are, each looked into."""
    return sum(1 + count(pair.parts) for pair in pairs)


def rows() -> Iterator[Row]:
    for left, right in (("resnet50", "resnet152"), ("densenet121", "densenet264")):
        one, other = analyze(zoo.get(left)), analyze(zoo.get(right))
        found = best(lambda a=one, b=other: count(compare(a, b).pairs), 5)  # type: ignore[misc]
        yield versus(f"{left} against {right}, all blocks", found, LIMIT, "the limit", 1.0)
