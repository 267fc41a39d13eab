"""Blocks that refuse their input or parameters: other values of the same parameters."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from explorer.analysis.repairs.place import Candidate, Place
from explorer.blocks.description import Block, BlockError
from explorer.blocks.parameters import Kind, Parameter, ParameterError, show
from explorer.graph.model import GROUP

MOST = 60


def candidates(place: Place) -> Iterator[Candidate]:
    """Values near those that a block has, and the other choices: the analysis tells which work."""
    node = place.node
    if node is None or node.type in ("input", "output"):
        return
    if node.type == GROUP:
        yield Candidate("A module with named parts", place.set(node.name, container="module"))
        return
    try:
        if not isinstance(place.analysis.catalogue.find(node.type), Block):
            return
        known = place.analysis.catalogue.parameters(node)
    except BlockError:
        return
    p = place.settings
    where = f" in {node.name}" if place.problem.path != place.path else ""
    for parameter in known if p else ():
        for value in _near(parameter, p.get(parameter.name), place):
            text = f"Set {parameter.name} to {show(value)}{where}"
            yield Candidate(text, place.set(node.name, **{parameter.name: value}))


def _near(parameter: Parameter, now: Any, place: Place) -> list[Any]:
    """Other values of a parameter that are worth a trial, all of them taken."""
    coming = place.inputs[0][0] if place.inputs else 0
    found: list[Any] = []
    match parameter.kind:
        case Kind.BOOL:
            found = [not now]
        case Kind.CHOICE:
            found = list(parameter.choices)
        case Kind.INT if now is not None:
            found = [now + 1, now - 1, now * 2, now // 2, 1]
            if "channels" in parameter.name and coming:
                found = [coming, *found]
        case Kind.PAIR | Kind.PADDING if isinstance(now, tuple):
            found = [(v, v) for v in (1, 2, max(now) + 1, max(now) - 1, 0)]
    taken = []
    for value in found:
        try:
            good = parameter.checked(value)
        except ParameterError:
            continue
        if good != now and good not in taken:
            taken.append(good)
    return taken
