"""Arithmetic over named parameters: ``=round(width * 64)``. Nothing of Python is ever run."""

from __future__ import annotations

import ast
import math
import operator
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from explorer.graph.values import Params, Value

Number = bool | int | float

MAX_LENGTH = 500
MAX_NUMBER = 2**53


class ExpressionError(ValueError):
    """An expression that cannot be read or computed; the message says where and why."""


def divisible(value: float, divisor: int = 8) -> int:
    """The nearest multiple of ``divisor``, never more than 10 % below: MobileNet's rounding."""
    rounded = max(divisor, int(value + divisor / 2) // divisor * divisor)
    return rounded + divisor if rounded < 0.9 * value else rounded


_BINARY: dict[type[ast.operator], Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv,
    ast.Mod: operator.mod,
}
_COMPARE: dict[type[ast.cmpop], Callable[[Any, Any], bool]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
}


def _power(base: float, exponent: float) -> float:
    if abs(exponent) > 64:
        raise ExpressionError("an exponent beyond 64 is not needed here")
    result: float = base**exponent
    return result


_FUNCTIONS: dict[str, Callable[..., Any]] = {
    "min": min,
    "max": max,
    "round": lambda x: math.floor(x + 0.5),
    "floor": math.floor,
    "ceil": math.ceil,
    "int": int,
    "divisible": divisible,
    "pow": _power,
}


FUNCTION_NAMES = frozenset({*_FUNCTIONS, "len"})
"""What parameters cannot be called."""


@lru_cache(maxsize=4096)
def _parse(text: str) -> ast.expr:
    if len(text) > MAX_LENGTH:
        raise ExpressionError(f"the expression is longer than {MAX_LENGTH} characters")
    try:
        return ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise ExpressionError(f"“{text}” is not an arithmetic expression") from error


def evaluate(text: str, names: Mapping[str, Value]) -> Value:
    """The value of ``text`` (without ``=``); ExpressionError says what is wrong with it."""
    try:
        value = _value(_parse(text), names)
    except ExpressionError:
        raise
    except ZeroDivisionError:
        raise ExpressionError(f"“{text}” divides by zero") from None
    except (TypeError, ValueError, OverflowError, RecursionError) as error:
        raise ExpressionError(f"“{text}” cannot be computed: {error}") from None
    if isinstance(value, float) and value.is_integer() and abs(value) < MAX_NUMBER:
        return int(value)
    result: Value = value
    return result


def _value(e: ast.expr, names: Mapping[str, Value]) -> Any:
    match e:
        case ast.Constant(value=bool() | int() | float() | str() as constant):
            return constant
        case ast.Name(id=name):
            if name not in names:
                known = ", ".join(sorted(names)) or "none are defined here"
                raise ExpressionError(f"there is no parameter “{name}” (known: {known})")
            return names[name]
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _BINARY:
            return _bounded(_BINARY[type(op)](_number(left, names), _number(right, names)))
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_number(operand, names)
        case ast.Call(func=ast.Name(id="len"), args=[inner], keywords=[]):
            sequence = _value(inner, names)
            if not isinstance(sequence, tuple):
                raise ExpressionError("only a list has a length")
            return len(sequence)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return not _value(operand, names)
        case ast.Compare(left=left, ops=[op], comparators=[right]) if type(op) in _COMPARE:
            return _COMPARE[type(op)](_value(left, names), _value(right, names))
        case ast.BoolOp(op=ast.And(), values=values):
            return all(_value(v, names) for v in values)
        case ast.BoolOp(op=ast.Or(), values=values):
            return any(_value(v, names) for v in values)
        case ast.IfExp(test=test, body=body, orelse=orelse):
            return _value(body if _value(test, names) else orelse, names)
        case ast.Tuple(elts=elts) | ast.List(elts=elts):
            return tuple(_value(v, names) for v in elts)
        case ast.Subscript(value=inner, slice=index):
            sequence = _value(inner, names)
            if not isinstance(sequence, tuple):
                raise ExpressionError("only a list can be indexed")
            try:
                return sequence[int(_number(index, names))]
            except IndexError:
                raise ExpressionError("the index is outside the list") from None
        case ast.Call(func=ast.Name(id=name), args=args, keywords=[]) if name in _FUNCTIONS:
            return _bounded(_FUNCTIONS[name](*(_number(a, names) for a in args)))
    raise ExpressionError(
        f"“{ast.unparse(e)}” is not allowed: use + - * / // %, comparisons, "
        "a if b else c, and " + ", ".join(sorted(_FUNCTIONS))
    )


def _number(e: ast.expr, names: Mapping[str, Value]) -> Number:
    value = _value(e, names)
    if not isinstance(value, (bool, int, float)):
        raise ExpressionError(f"“{ast.unparse(e)}” is not a number")
    return value


def _bounded(value: Any) -> Any:
    if isinstance(value, (int, float)) and not abs(value) <= MAX_NUMBER:
        raise ExpressionError("the result is too large")
    return value


def resolve(params: Params, environment: Mapping[str, Value]) -> Params:
    """The parameters with every expression replaced by its value in ``environment``."""
    if not params.expressions:
        return params
    found = dict(params)
    for name in params.expressions:
        text = params[name]
        assert isinstance(text, str)
        try:
            found[name] = evaluate(text[1:], environment)
        except ExpressionError as error:
            raise ExpressionError(f"{name}: {error}") from None
    return Params(found)
