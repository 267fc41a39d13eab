"""Parameters as a person would write them."""

from __future__ import annotations

from explorer.blocks.parameters import Kind
from explorer.blocks.registry import BUILT_IN
from explorer.graph.values import Params, Value


def brief(type_: str, settings: Params) -> Params:
    """The parameters of a type, without those at their default, and 3 for 3×3."""
    found: dict[str, Value] = {}
    for parameter in BUILT_IN[type_].parameters:
        value = settings[parameter.name]
        if value == parameter.checked(parameter.default):
            continue
        pairs = (Kind.PAIR, Kind.PADDING, Kind.SIDES)
        if parameter.kind in pairs and isinstance(value, tuple) and len(set(value)) == 1:
            value = value[0]
        found[parameter.name] = value
    return Params(found)
