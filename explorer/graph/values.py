"""Immutable values that parameters are made of."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import Any, Generic, NoReturn, TypeVar, overload

type_names = {bool: "yes/no", int: "integer", float: "number", str: "text", tuple: "list"}

Value = bool | int | float | str | None | tuple[Any, ...]
"""What a parameter may hold; a text that begins with ``=`` is an expression."""


T = TypeVar("T")
S = TypeVar("S")


class lazy(Generic[S, T]):  # noqa: N801 - a decorator, as property is
    """functools.cached_property without its lock, which costs more than most of what it keeps.

    The value is put in the instance's ``__dict__``, where Python finds it before this.
    """

    def __init__(self, compute: Callable[[S], T]) -> None:
        self._compute = compute
        self._name = compute.__name__
        self.__doc__ = compute.__doc__

    @overload
    def __get__(self, instance: None, owner: type[S]) -> lazy[S, T]: ...
    @overload
    def __get__(self, instance: S, owner: type[S]) -> T: ...
    def __get__(self, instance: S | None, owner: type[S]) -> lazy[S, T] | T:
        if instance is None:
            return self
        value = self._compute(instance)
        instance.__dict__[self._name] = value
        return value


class Params(dict[str, Value]):
    """An immutable, hashable mapping of parameter names to values.

    It is a dict so that reading is as fast as a dict; every way to change it raises TypeError.
    The hash is kept, since the analysis looks up results by it.
    """

    def _refuse(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise TypeError("parameters are immutable: make new ones with .with_value()")

    __setitem__ = __delitem__ = clear = pop = popitem = setdefault = update = _refuse
    __ior__ = _refuse

    @lazy
    def _hash(self) -> int:
        return hash(frozenset(self.items()))

    def __hash__(self) -> int:  # type: ignore[override]
        return self._hash

    @lazy
    def expressions(self) -> tuple[str, ...]:
        """Names whose value is an expression, such as ``=width * 4``."""
        return tuple(k for k, v in self.items() if isinstance(v, str) and v.startswith("="))

    def with_value(self, name: str, value: Value) -> Params:
        return Params({**self, name: value})

    def without(self, name: str) -> Params:
        return Params({k: v for k, v in self.items() if k != name})

    def __copy__(self) -> Params:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Params:
        return self

    def __reduce__(self) -> tuple[type[Params], tuple[dict[str, Value]]]:
        return (Params, (dict(self),))


EMPTY = Params()


def freeze(value: Any, place: str = "value") -> Value:
    """The immutable form of a JSON value; ValueError names the place of what cannot be one."""
    if value is None or isinstance(value, (bool, str)):
        return value
    if isinstance(value, int):
        if abs(value) > 2**53:
            raise ValueError(f"{place}: the number is too large")
        return value
    if isinstance(value, float):
        if not math.isfinite(value):
            raise ValueError(f"{place}: NaN and Infinity are not allowed")
        return value
    if isinstance(value, (list, tuple)):
        return tuple(freeze(v, f"{place}[{i}]") for i, v in enumerate(value))
    raise ValueError(f"{place}: {type(value).__name__} is not a parameter value")


def same_value(a: Value, b: Value) -> bool:
    """Equality that tells 1, 1.0 and True apart, as a file does."""
    if isinstance(a, tuple) and isinstance(b, tuple):
        return len(a) == len(b) and all(same_value(x, y) for x, y in zip(a, b, strict=True))
    return type(a) is type(b) and a == b


def walk(value: Value) -> Iterator[Value]:
    """Every scalar within a value."""
    if isinstance(value, tuple):
        for v in value:
            yield from walk(v)
    else:
        yield value
