"""Ladders: blocks whose like parts each read what all before them gave, stacked.

A dense block is one. Its parts are numbered and differ in numbers that grow by a constant step, so
that its class can make and run them in a loop.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence
from dataclasses import replace
from itertools import pairwise

from explorer.exchange.source.calls import Literal, arguments
from explorer.exchange.source.names import is_attribute
from explorer.exchange.source.tree import Body, Call, Ladder, Part, Row, Unit

FEWEST = 3
"""Rungs from which on a loop is shorter."""


def folded(body: Body) -> Body:
    """The body with its parts as one ladder, where that is what they are; the body itself where
    they are something else."""
    rungs, joins = body.parts[::2], body.parts[1::2]
    if len(rungs) < FEWEST or len(rungs) != len(joins) or len(body.inputs) != 1:
        return body
    names = [re.fullmatch(r"([A-Za-z_]+?)(\d+)", part.name) for part in rungs]
    stems = {found[1] if found else "" for found in names}
    if len(stems) != 1 or "" in stems:
        return body
    stem, start = stems.pop(), int(names[0][2]) if names[0] else 0
    wanted = [f"{stem}{start + i}" for i in range(len(rungs))]
    if [part.name for part in rungs] != wanted or not all(map(is_attribute, wanted)):
        return body
    if not _is_wired(body, rungs, joins) or not _grows([part.unit for part in rungs]):
        return body
    first = rungs[0]
    ladder = Ladder(
        stem,
        start,
        tuple(part.unit for part in rungs),
        tuple(part.path for part in rungs),
        tuple(part.path for part in joins),
    )
    last = joins[-1].writes[0]
    part = Part(first.name, ladder, (0,), (1,), first.aside, "")
    shapes = [body.shapes[0], body.shapes[last]]
    return replace(body, parts=[part], outputs=(1,), shapes=shapes)


def _is_wired(body: Body, rungs: Sequence[Part], joins: Sequence[Part]) -> bool:
    value = 0
    for rung, join in zip(rungs, joins, strict=True):
        unit = join.unit
        if not isinstance(rung.unit, Body) or not isinstance(unit, Call):
            return False
        if unit.operation.target != "torch.cat" or unit.operation.kwargs != (("dim", 1),):
            return False
        if rung.reads != (value,) or len(rung.writes) != 1 or rung.aside != rungs[0].aside:
            return False
        if join.reads != (value, rung.writes[0]) or join.aside != rung.aside:
            return False
        (value,) = join.writes
    return body.outputs == (value,)


def _grows(units: Sequence[Unit]) -> bool:
    """Whether units are alike but for whole numbers that grow by a constant step."""
    if len({_structure(unit) for unit in units}) > 1:
        return False
    for column in zip(*map(_values, units), strict=True):
        if all(type(value) is int for value in column):
            if len({b - a for a, b in pairwise(column)}) > 1:
                return False
        elif len(set(map(repr, column))) > 1:
            return False
    return True


def _structure(unit: Unit) -> Hashable:
    match unit:
        case Call():
            operation = unit.operation
            return (operation.target, operation.function, tuple(sorted(arguments(operation))))
        case Row():
            return ("row", *map(_structure, unit.children))
        case Ladder():
            return ("ladder", unit.stem, *map(_structure, unit.rungs))
    parts = ((p.name, p.reads, p.writes, p.aside, _structure(p.unit)) for p in unit.parts)
    return (unit.kind, unit.outputs, *parts)


def _values(unit: Unit) -> list[Literal]:
    match unit:
        case Call():
            return [value for _, value in sorted(arguments(unit.operation).items())]
        case Row():
            return [value for child in unit.children for value in _values(child)]
        case Ladder():
            return [value for rung in unit.rungs for value in _values(rung)]
    return [value for part in unit.parts for value in _values(part.unit)]
