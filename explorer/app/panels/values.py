"""Parameters as typed texts, and back."""

from __future__ import annotations

import re
from collections.abc import Mapping

from explorer.blocks.parameters import Kind, Parameter, ParameterError
from explorer.graph.expressions import ExpressionError, evaluate
from explorer.graph.values import Value

_LISTS = (Kind.PAIR, Kind.PADDING, Kind.SHAPE, Kind.SIDES, Kind.LIST)
"""Kinds that may be several numbers."""

TYPED = frozenset({Kind.INT, Kind.FLOAT, Kind.ANY, *_LISTS})
"""Kinds that are typed; the others are chosen."""

_SEPARATORS = re.compile(r"\s*[×x,*;]\s*|\s+")
_WHOLE = re.compile(r"[-−+]?[\d\u202f\u2009]+")


def text_of(parameter: Parameter, value: Value) -> str:
    """The value as it stands in its field: ``3 × 3``, ``same``, empty for none."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        whole = parameter.kind in (Kind.SHAPE, Kind.LIST) or _is_size(parameter)
        if len(set(value)) == 1 and not whole:
            return str(value[0])
        joint = ", " if parameter.kind in (Kind.SIDES, Kind.LIST) else " × "
        return joint.join(map(str, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    if _is_size(parameter) and isinstance(value, int):
        return f"{value} × {value}"
    if isinstance(value, float):
        short = f"{value:g}"
        return short if float(short) == value else repr(value)
    return str(value)


def _is_size(parameter: Parameter) -> bool:
    """People say “3 by 3” of a kernel's size, but “stride 2”."""
    return parameter.kind is Kind.PAIR and parameter.name.endswith("_size")


def parse(parameter: Parameter, text: str, names: Mapping[str, Value]) -> Value:
    """The value that a typed text means; ParameterError says what the parameter takes.

    ``names`` are the parameters that an expression such as ``=width * 4`` may use.
    """
    text = text.strip()
    if not text:
        if parameter.optional:
            return None
        raise ParameterError(f"{parameter.name} takes {parameter.takes}")
    if text.startswith("="):
        return _expression(parameter, text, names)
    value = _literal(parameter, text)
    parameter.checked(value)
    return value


def _expression(parameter: Parameter, text: str, names: Mapping[str, Value]) -> Value:
    try:
        parameter.checked(evaluate(text[1:], names))
    except ExpressionError as error:
        raise ParameterError(str(error)) from None
    return text


def _literal(parameter: Parameter, text: str) -> Value:
    kind = parameter.kind
    if kind in _LISTS:
        if kind is Kind.PADDING and text.lower() == "same":
            return "same"
        numbers = tuple(_whole(parameter, part) for part in _SEPARATORS.split(text.strip("()[] ")))
        full = 4 if kind is Kind.SIDES else 2
        if kind in (Kind.SHAPE, Kind.LIST) or len(numbers) not in (1, full):
            return numbers
        return numbers[0] if len(set(numbers)) == 1 else numbers
    if kind is Kind.INT:
        return _whole(parameter, text)
    if kind is Kind.FLOAT:
        try:
            return float(text.replace("−", "-").replace(",", "."))
        except ValueError:
            raise ParameterError(f"{parameter.name} takes {parameter.takes}") from None
    return text


def _whole(parameter: Parameter, text: str) -> int:
    if not _WHOLE.fullmatch(text) or len(text) > 15:
        raise ParameterError(f"{parameter.name} takes {parameter.takes}")
    return int(text.replace("−", "-").replace("\u202f", "").replace("\u2009", ""))


def stepped(parameter: Parameter, text: str, by: int) -> str | None:
    """The text after an arrow key: a whole number more or less; None where that is none."""
    if parameter.kind is Kind.FLOAT or not _WHOLE.fullmatch(text.strip()):
        return None
    value = _whole(parameter, text.strip()) + by
    if parameter.minimum is not None:
        value = max(value, int(parameter.minimum))
    if parameter.maximum is not None:
        value = min(value, int(parameter.maximum))
    return str(value)
