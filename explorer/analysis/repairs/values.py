"""Values that parameters do not take, parameters that there are not, and expressions that fail."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from explorer.analysis.repairs.place import Candidate, Place
from explorer.blocks.description import BlockError
from explorer.blocks.parameters import Kind, Parameter, ParameterError, show
from explorer.blocks.registry import BUILT_IN
from explorer.graph.edits import SetDocumentParameters, SetParameter
from explorer.graph.expressions import ExpressionError, evaluate
from explorer.graph.model import Node, ParameterDefinition
from explorer.graph.substitution import names_in, substituted
from explorer.graph.values import EMPTY, Value


def candidates(place: Place) -> Iterator[Candidate]:
    """The nearest value that is taken, or the default."""
    node = place.node
    if node is None or not place.is_error or not node.params:
        return
    known = {p.name: p for p in _parameters(place, node)}
    environment = place.evaluation.environment if place.evaluation is not None else EMPTY
    wrong = []
    for key, value in node.params.items():
        if key in node.params.expressions:
            try:
                value = evaluate(str(value)[1:], environment)
            except ExpressionError:
                yield from _expression(place, node, key, known.get(key), environment)
                wrong.append(key)
                continue
        parameter = known.get(key)
        if parameter is None:
            if known:
                yield from _unknown(place, node, key, list(known))
                wrong.append(key)
            continue
        try:
            parameter.checked(value)
        except ParameterError:
            wrong.append(key)
            for good in nearest(parameter, value):
                yield Candidate(f"{key} {show(good)}", place.set(node.name, **{key: good}))
            yield _unset(place, node, key)
    if len(wrong) > 1:
        text = f"Defaults for {', '.join(wrong)}"
        yield Candidate(text, tuple(e for key in wrong for e in _unset(place, node, key).edits))
    if "block" in node.params and not known:
        yield from _block(place, node)


def _parameters(place: Place, node: Node) -> tuple[Parameter, ...]:
    try:
        return place.analysis.catalogue.parameters(node)
    except BlockError:
        return ()


def _unset(place: Place, node: Node, key: str) -> Candidate:
    edit = SetParameter(scope=place.there, name=node.name, parameter=key, unset=True)
    return Candidate(f"The default of {key}", (edit,))


def nearest(parameter: Parameter, value: Value) -> list[Value]:
    """Values that a parameter takes and that come near one that it does not."""
    found: list[Any] = []
    low, high = parameter.minimum, parameter.maximum
    match parameter.kind:
        case Kind.CHOICE:
            found = get_close_matches(str(value), parameter.choices, 1, 0.5)
        case Kind.BLOCK:
            found = get_close_matches(str(value), list(BUILT_IN), 2, 0.5)
        case Kind.BOOL:
            found = [str(value).strip().lower() in ("true", "yes", "on", "1")]
        case Kind.FLOAT | Kind.INT:
            found = [_clipped(v, low, high) for v in _numbers(value)[:1]]
            if parameter.kind is Kind.INT:
                found = [round(v) for v in found]
        case _:
            row = [round(_clipped(v, low, high)) for v in _numbers(value)]
            if row:
                found = [tuple(row), (row[0],) * 2, tuple(row[:3]), row[0]]
    taken = []
    for one in found:
        try:
            parameter.checked(one)
        except ParameterError:
            continue
        taken.append(one)
    return taken[:2]


def _numbers(value: Value) -> list[float]:
    """The numbers in a value, read out of a text where it is one."""
    found: list[float] = []
    if isinstance(value, str):
        value = tuple(value.lower().replace("×", "x").replace(",", "x").split("x"))
    for one in value if isinstance(value, tuple) else (value,):
        try:
            found.append(float(one))
        except (TypeError, ValueError):
            continue
    return found


def _clipped(value: float, low: float | None, high: float | None) -> float:
    value = max(value, low) if low is not None else value
    return min(value, high) if high is not None else value


def _unknown(place: Place, node: Node, key: str, known: list[str]) -> Iterator[Candidate]:
    drop = SetParameter(scope=place.there, name=node.name, parameter=key, unset=True)
    for close in get_close_matches(key, [k for k in known if k not in node.params], 2, 0.6):
        moved = place.set(node.name, **{close: node.params[key]})
        yield Candidate(f"Call it {close}", (drop, *moved))
    yield Candidate(f"Leave {key} away", (drop,))


def _block(place: Place, node: Node) -> Iterator[Candidate]:
    """A stage of blocks that there are not, or that cannot be repeated."""
    value = str(node.params["block"])
    own = [f"my:{d.name}" for d in place.analysis.document.definitions]
    for close in (*get_close_matches(value, [*BUILT_IN, *own], 3, 0.5), "residual_basic"):
        if close != value:
            yield Candidate(f"Repeat {close}", place.set(node.name, block=close))


def _expression(
    place: Place, node: Node, key: str, parameter: Parameter | None, environment: Any
) -> Iterator[Candidate]:
    """An expression that cannot be computed: another name in it, a value, or the default."""
    text = str(node.params[key])
    missing = [n for n in names_in(text[1:]) if n not in environment]
    for name in missing[:2]:
        for close in get_close_matches(name, list(environment), 2, 0.5):
            put = substituted(text, {name: f"={close}"})
            yield Candidate(f"{key} {put}", place.set(node.name, **{key: put}))
        document = place.analysis.document
        if not place.there and name not in {p.name for p in document.parameters}:
            value = parameter.default if parameter is not None and text[1:].strip() == name else 1
            new = ParameterDefinition(name, value)
            edit = SetDocumentParameters(parameters=(*document.parameters, new))
            yield Candidate(f"A parameter {name} = {show(value)} of the network", (edit,))
    for value in environment.values() if len(text) < 3 else ():
        yield Candidate(f"{key} {show(value)}", place.set(node.name, **{key: value}))
    if parameter is not None:
        default = parameter.default
        yield Candidate(f"{key} {show(default)}", place.set(node.name, **{key: default}))
