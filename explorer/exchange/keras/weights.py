"""Which weights of the built network belong to which layer of the Keras code, and in what order.

Keras keeps a convolution's kernel as (height, width, in, out), a linear layer's as (in, out). Where
an image is laid out as a row of values, its channels come last.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from explorer.analysis.analyze import Analysis
from explorer.blocks.description import Shape
from explorer.exchange.keras.tree import KerasTree
from explorer.exchange.source.tree import Body, Call, Row, Unit, tree_of


class Carried(NamedTuple):
    """One layer with weights."""

    key: str
    """Its name in the state dict."""
    at: tuple[str | int, ...]
    """How the Keras layer is reached: attributes, and places in ``keras.Sequential``."""
    target: str
    """The torch class."""
    is_depthwise: bool
    image: Shape | None
    """The image (C, H, W) whose values it is given in a row, if they are."""


def carried(analysis: Analysis) -> tuple[Carried, ...]:
    """All layers with weights, in the order in which they run; BuildError as for the code."""
    root = tree_of(analysis)
    tree = KerasTree(root)
    return tuple(_Walk(tree).body(root, tree.root, "", (), (None,) * len(root.inputs)))


_WEIGHTED = ("nn.Conv2d", "nn.Linear", "nn.BatchNorm1d", "nn.BatchNorm2d")


class _Walk:
    """Goes through both trees side by side."""

    def __init__(self, tree: KerasTree) -> None:
        self._tree = tree
        self._last: tuple[Shape | None, ...] = ()
        """What the unit walked through last gives: the images that were laid out in rows."""

    def body(
        self,
        old: Body,
        new: Body,
        key: str,
        at: tuple[str | int, ...],
        images: tuple[Shape | None, ...],
    ) -> Iterator[Carried]:
        rows: dict[int, Shape | None] = dict(enumerate(images))
        for part, other in zip(old.parts, new.parts, strict=True):
            given = tuple(rows.get(v) for v in part.reads)
            shape = old.shapes[part.reads[0]] if part.reads else ()
            name = f"{key}{part.name}"
            yield from self._unit(part.unit, other.unit, name, (*at, other.name), given, shape)
            rows.update(zip(part.writes, self._last, strict=False))
        self._last = tuple(rows.get(v) for v in old.outputs)

    def _unit(
        self,
        old: Unit,
        new: Unit,
        key: str,
        at: tuple[str | int, ...],
        images: tuple[Shape | None, ...],
        shape: Shape,
    ) -> Iterator[Carried]:
        if isinstance(old, Body):
            assert isinstance(new, Body)
            yield from self.body(old, new, f"{key}.", at, images)
        elif isinstance(old, Row):
            assert isinstance(new, Row)
            before = shape
            places = self._tree.places[id(new)]
            for i, (child, place) in enumerate(zip(old.children, places, strict=True)):
                inner = new.children[place]
                yield from self._unit(child, inner, f"{key}.{i}", (*at, place), images, before)
                images, before = self._last, old.shapes[i]
        else:
            assert isinstance(old, Call)
            yield from self._call(old, new, key, at, images, shape)

    def _call(
        self,
        old: Call,
        new: Unit,
        key: str,
        at: tuple[str | int, ...],
        images: tuple[Shape | None, ...],
        shape: Shape,
    ) -> Iterator[Carried]:
        target = old.operation.target
        image = next((found for found in images if found is not None), None)
        if isinstance(new, Row):
            at, new = (*at, len(new.children) - 1), new.children[-1]
        if target in _WEIGHTED:
            depthwise = isinstance(new, Call) and "Depthwise" in new.operation.target
            yield Carried(key, at, target, depthwise, image)
        if target == "nn.Flatten":
            image = shape if len(shape) == 3 and shape[1:] != (1, 1) else None
        elif target == "nn.Linear":
            image = None
        self._last = (image,)
