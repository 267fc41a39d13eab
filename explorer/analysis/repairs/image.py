"""Images that are too small for their network, or do not come out even: other sizes, by search."""

from __future__ import annotations

from collections.abc import Iterator

from explorer.analysis.analyze import Analysis, analyze
from explorer.analysis.repairs.place import Candidate, Place, sides
from explorer.analysis.repairs.pricing import is_mended
from explorer.analysis.results import errors
from explorer.blocks.description import Shape
from explorer.graph.edits import Edit, SetParameter
from explorer.graph.model import Node

LARGEST = 1024
"""Sides up to which is searched."""
NEAR = 16
"""Pixels more or less that are tried one by one."""
SMALL = 32
"""Sides below which an image can be too small for a block."""


def candidates(place: Place) -> Iterator[Candidate]:
    """A larger image, or one that comes out even."""
    analysis = place.analysis
    inputs = analysis.document.graph.of_type("input")
    if len(inputs) != 1 or not place.inputs or place.name == inputs[0].name:
        return
    state = analysis.root.states.get(inputs[0].name)
    shape = state.result.outputs[0] if state and state.result and state.result.outputs else ()
    if len(shape) != 3 or not any(len(s) == 3 for s in place.inputs):
        return
    for grown in _sizes(place, inputs[0], shape):
        became = (shape[0], shape[1] + grown, shape[2] + grown)
        yield Candidate(f"An image of {sides(became)}", _resized(inputs[0], became))


def _sizes(place: Place, node: Node, shape: Shape) -> Iterator[int]:
    """By how much the image may grow or shrink."""
    small = min(min(s[1:], default=0) for s in place.inputs)
    if not place.is_error or len(place.inputs) > 1:
        yield from _even(place, node, shape)
    elif small <= SMALL:
        yield from _least(place, node, shape)


def _resized(node: Node, shape: Shape) -> tuple[Edit, ...]:
    return (SetParameter(name=node.name, parameter="shape", value=shape),)


def _works(place: Place, node: Node, shape: Shape, more: int) -> bool:
    """Whether the problem is gone with an image larger by so much, and no error is new."""
    became = (shape[0], shape[1] + more, shape[2] + more)
    if min(became) < 1:
        return False
    before: Analysis = place.analysis
    document = _resized(node, became)[0].apply(before.document)
    after = analyze(document, before)
    return is_mended(place.problem, before, after) and len(errors(after.problems)) <= max(
        0, len(errors(before.problems)) - place.is_error
    )


def _least(place: Place, node: Node, shape: Shape) -> Iterator[int]:
    """The smallest image that works, first by doubling and then by halving what lies between."""
    low, high = 0, 1
    while not _works(place, node, shape, high):
        low, high = high, high * 2
        if max(shape[1:]) + high > LARGEST:
            return
    while high - low > 1:
        middle = (low + high) // 2
        if _works(place, node, shape, middle):
            high = middle
        else:
            low = middle
    yield high


def _even(place: Place, node: Node, shape: Shape) -> Iterator[int]:
    """The nearest sizes with which nothing is left over."""
    for sign in (1, -1):
        found = (d for d in range(1, NEAR + 1) if _works(place, node, shape, sign * d))
        for first in found:
            yield sign * first
            break
