"""Simple relations between two columns of numbers: a multiple, a whole part, half a kernel."""

from __future__ import annotations

from collections.abc import Sequence

LARGEST_FACTOR = 64


def relation(
    column: Sequence[object], family: str, name: str, base: Sequence[object], base_family: str
) -> str | None:
    """The column as an expression of ``name``, whose values are ``base``; None where there is no
    simple one. It holds for every value."""
    numbers = [v for v in column if type(v) is int]
    others = [v for v in base if type(v) is int]
    if len(numbers) < len(column) or len(others) < len(base):
        return None
    pairs = list(zip(numbers, others, strict=True))
    if family == "padding" and base_family == "kernel":
        return f"{name} // 2" if all(n == b // 2 for n, b in pairs) else None
    if family != "channels" or base_family != "channels":
        return None
    first, other = pairs[0]
    if other > 0 and first % other == 0:
        factor = first // other
        if 1 < factor <= LARGEST_FACTOR and all(n == factor * b for n, b in pairs):
            return f"{factor} * {name}"
    if first > 0 and other % first == 0:
        divisor = other // first
        if 1 < divisor <= LARGEST_FACTOR and all(n * divisor == b for n, b in pairs):
            return f"{name} // {divisor}"
    return None
