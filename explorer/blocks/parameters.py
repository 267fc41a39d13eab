"""Kinds of parameters: what values they take, their range, default and help."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from explorer.graph.values import Params, Value


class Kind(StrEnum):
    INT = "int"
    FLOAT = "float"
    BOOL = "bool"
    CHOICE = "choice"
    PAIR = "pair"
    """One integer, or two as (height, width)."""
    PADDING = "padding"
    """A pair, or ``same``."""
    SHAPE = "shape"
    LIST = "list"
    """Whole numbers in a row, at least one."""
    SIDES = "sides"
    """One integer, or four as (left, right, top, bottom)."""
    BLOCK = "block"
    """The type of a block."""
    ANY = "any"
    """Whatever an expression may use: of users' blocks, a word or a list of lists."""


class ParameterError(ValueError):
    """A value that a parameter does not take; the message says what it takes."""


class Parameter(NamedTuple):
    """One parameter of a layer or block, under the field's own name."""

    name: str
    kind: Kind
    default: Value
    help: str = ""
    minimum: float | None = None
    maximum: float | None = None
    choices: tuple[str, ...] = ()
    optional: bool = False
    """Whether it may be None."""

    @property
    def takes(self) -> str:
        """What values it takes, in words."""
        match self.kind:
            case Kind.CHOICE:
                return "one of " + ", ".join(self.choices)
            case Kind.BOOL:
                return "yes or no"
            case Kind.BLOCK:
                return "the type of a block"
            case Kind.SHAPE:
                return "a shape such as 3×224×224"
            case Kind.ANY:
                return "a word or a list"
        low, high = self.minimum, self.maximum
        bounds = ""
        if low is not None and high is not None:
            bounds = f" from {_bound(low)} to {_bound(high)}"
        elif low is not None:
            bounds = f" of at least {_bound(low)}"
        words = {
            Kind.INT: "a whole number",
            Kind.FLOAT: "a number",
            Kind.PAIR: "a whole number or two (height, width)",
            Kind.PADDING: "a whole number, two (height, width), or “same”",
            Kind.SIDES: "a whole number or four (left, right, top, bottom)",
            Kind.LIST: "whole numbers in a row, each",
        }
        return words[self.kind] + bounds

    def checked(self, value: Value) -> Value:
        """The value in its normal form (a pair always as two); ParameterError if not taken."""
        if value is None and self.optional:
            return None
        if self.kind in _COUNTS and (quick := self._quick(value)) is not None:
            return quick
        good: Value = None
        match self.kind:
            case Kind.INT:
                good = _whole(value)
            case Kind.FLOAT:
                if isinstance(value, (int, float)):
                    good = float(value)
            case Kind.BOOL:
                if isinstance(value, bool) or value in (0, 1):
                    good = bool(value)
            case Kind.ANY:
                return value
            case Kind.BLOCK:
                good = value if isinstance(value, str) else None
            case Kind.CHOICE:
                good = value if value in self.choices else None
            case Kind.PADDING if value == "same":
                return value
            case Kind.PAIR | Kind.PADDING:
                good = _several(value, 2)
            case Kind.SIDES:
                good = _several(value, 4)
            case Kind.LIST:
                good = _several(value, len(value) if isinstance(value, tuple) else 1) or None
            case Kind.SHAPE:
                if isinstance(value, tuple) and len(value) in (1, 3):
                    good = _several(value, len(value))
        if good is None or not self._within(good):
            raise ParameterError(f"{self.name} is {show(value)}, but takes {self.takes}")
        return good

    def _quick(self, value: Value) -> Value:
        """Whole numbers in range, which are most of all values, and analysis is counted in
        microseconds; None leaves it to the general way."""
        low, high = self.minimum, self.maximum
        if low is None or high is None:
            return None
        if type(value) is int:
            if low <= value <= high:
                return value if self.kind is Kind.INT else (value, value)
        elif type(value) is tuple and len(value) == 2 and self.kind is not Kind.INT:
            h, w = value
            if type(h) is int and type(w) is int and low <= h <= high and low <= w <= high:
                return value
        return None

    def _within(self, value: Value) -> bool:
        low, high = self.minimum, self.maximum
        numbers = value if isinstance(value, tuple) else (value,)
        return all(
            (low is None or v >= low) and (high is None or v <= high)
            for v in numbers
            if isinstance(v, (int, float)) and not isinstance(v, bool)
        )


_COUNTS = (Kind.INT, Kind.PAIR, Kind.PADDING)


def _bound(value: float) -> str:
    """``1 000 000``, where a plain format would write 1e+06."""
    return f"{value:,.0f}".replace(",", "\u202f") if value == int(value) else f"{value:g}"


def _whole(value: Value) -> int | None:
    if isinstance(value, float) and not value.is_integer():
        return None
    return int(value) if isinstance(value, (int, float)) else None


def _several(value: Value, count: int) -> tuple[int, ...] | None:
    items = value if isinstance(value, tuple) else (value,) * count
    numbers = tuple(_whole(v) for v in items)
    if len(numbers) != count or any(n is None for n in numbers):
        return None
    return tuple(n for n in numbers if n is not None)


def show(value: Value) -> str:
    """A value as people write it: 3×3, yes, none."""
    match value:
        case None:
            return "none"
        case bool():
            return "yes" if value else "no"
        case tuple():
            return "×".join(show(v) for v in value)
        case float():
            return f"{value:g}"
    return str(value)


MAX_SIZE = 1_000_000
"""Upper bound of any single size: no network needs more, and a slip of the finger asks for it."""


def integer(name: str, default: int, help: str, low: int = 1, high: int = MAX_SIZE) -> Parameter:
    return Parameter(name, Kind.INT, default, help, low, high)


def optional_integer(name: str, help: str, low: int = 1, high: int = MAX_SIZE) -> Parameter:
    return Parameter(name, Kind.INT, None, help, low, high, optional=True)


def number(name: str, default: float, help: str, low: float, high: float) -> Parameter:
    return Parameter(name, Kind.FLOAT, default, help, low, high)


def flag(name: str, default: bool, help: str) -> Parameter:
    return Parameter(name, Kind.BOOL, default, help)


def choice(name: str, choices: tuple[str, ...], help: str, default: str = "") -> Parameter:
    return Parameter(name, Kind.CHOICE, default or choices[0], help, choices=choices)


def pair(name: str, default: int, help: str, low: int = 1, high: int = 10_000) -> Parameter:
    return Parameter(name, Kind.PAIR, default, help, low, high)


def optional_pair(name: str, help: str, low: int = 1, high: int = 10_000) -> Parameter:
    return Parameter(name, Kind.PAIR, None, help, low, high, optional=True)


def settings(parameters: tuple[Parameter, ...], given: Mapping[str, Value]) -> Params:
    """All parameters, the given ones checked, the others at their default."""
    known, defaults = _known(parameters)
    found = defaults.copy()
    for name, value in given.items():
        parameter = known.get(name)
        if parameter is None:
            names = ", ".join(known) or "it has none"
            raise ParameterError(f"there is no parameter {name} (known: {names})")
        found[name] = parameter.checked(value)
    return Params(found)


_tables: dict[int, tuple[tuple[Parameter, ...], dict[str, Parameter], dict[str, Value]]] = {}
"""Parameters by name and their checked defaults, by the identity of a type's own tuple."""


def _known(
    parameters: tuple[Parameter, ...],
) -> tuple[dict[str, Parameter], dict[str, Value]]:
    table = _tables.get(id(parameters))
    if table is None or table[0] is not parameters:
        if len(_tables) > 1000:
            _tables.clear()
        names = {p.name: p for p in parameters}
        defaults = {p.name: p.checked(p.default) for p in parameters}
        table = _tables[id(parameters)] = (parameters, names, defaults)
    return table[1], table[2]
