"""Columns: the values that one number of a class has in all its instances."""

from __future__ import annotations

from typing import Final

from explorer.exchange.source.calls import Literal, identity, same
from explorer.graph.values import Value


class Missing:
    """In place of a value where an instance has an identity instead."""


MISSING: Final = Missing()

Column = tuple[Literal | Missing, ...]


def key_of(column: Column) -> object:
    """Hashable, and equal for equal columns; 1, 1.0 and True are three values."""
    return tuple([None if isinstance(v, Missing) else identity(v) for v in column])


def values(column: Column) -> list[Literal]:
    """Those that are there."""
    return [v for v in column if not isinstance(v, Missing)]


def is_constant(column: Column) -> bool:
    found = values(column)
    return all(same(v, found[0]) for v in found)


def agree(column: Column, other: Column) -> bool:
    """Whether the other has the same value wherever this one has any."""
    return all(
        isinstance(a, Missing) or (not isinstance(b, Missing) and same(a, b))
        for a, b in zip(column, other, strict=True)
    )


def plain(value: Value) -> Value:
    """A pair of equal numbers as the one number, as calls have it."""
    if isinstance(value, tuple) and value and all(same(v, value[0]) for v in value):
        single: Value = value[0]
        return single
    return value
