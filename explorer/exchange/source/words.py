"""Words that the field and the blocks themselves have for numbers; arguments are named by them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from explorer.exchange.source.calls import Literal
from explorer.exchange.source.columns import Column, is_constant, plain
from explorer.exchange.source.tree import Body
from explorer.graph.values import Value

USUAL: Mapping[str, Literal] = {
    "stride": 1,
    "padding": 0,
    "output_padding": 0,
    "dilation": 1,
    "groups": 1,
    "bias": True,
    "ceil_mode": False,
}
"""Defaults of arguments whose name says what is usual."""

_FAMILIES = ("stride", "kernel", "padding", "dilation", "size", "eps", "momentum", "shape")
_OWN = ("bias", "affine", "mode", "include", "alpha", "beta", "slope")


class Word(NamedTuple):
    """A name with its values in all instances."""

    name: str
    column: Column
    default: Value = None
    is_outcome: bool = False
    """Whether it follows from the others: the channels that come out, if nobody set them."""


def family(name: str) -> str:
    """What kind of number an argument is, by its name: numbers of different kinds are equal by
    chance only."""
    for word in _FAMILIES:
        if word in name:
            return word
    if name in ("p", "dropout") or name.endswith("_p"):
        return "p"
    if any(word in name for word in _OWN):
        return name
    return "channels"


def words_of(members: list[Body]) -> list[Word]:
    """The words that vary over the instances: what comes in, the block's own, what comes out."""
    names = [n for n in members[0].settings if all(n in body.settings for body in members)]
    found = []
    for name in names:
        column = tuple(plain(body.settings[name]) for body in members)
        parameter = members[0].parameters.get(name)
        found.append(Word(name, column, plain(parameter.default) if parameter else None))
    before = _first_sides("in", [body.inputs for body in members])
    after = _first_sides("out", [body.output_shapes for body in members])
    found = [*(w for w in before if w.name not in names), *found]
    found += [w for w in after if w.name not in names]
    return [word for word in found if not is_constant(word.column)]


def _first_sides(side: str, shapes: list[tuple[tuple[int, ...], ...]]) -> list[Word]:
    """``in_channels`` or ``in_features``, if all instances have one of them."""
    firsts = [s[0] for s in shapes if s]
    ranks = {len(shape) for shape in firsts}
    if len(firsts) < len(shapes) or len(ranks) != 1:
        return []
    what = "channels" if ranks == {3} else "features"
    column = tuple(shape[0] for shape in firsts)
    return [Word(f"{side}_{what}", column, is_outcome=side == "out")]
