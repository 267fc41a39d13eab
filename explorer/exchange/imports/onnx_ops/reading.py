"""What the readers of ONNX's operators share: values, attributes, and how a layer is put down."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import prod
from typing import Any, NamedTuple

import numpy as np
import onnx
from numpy.typing import NDArray

from explorer.blocks.description import BlockError, Layer, Shape
from explorer.blocks.parameters import ParameterError, settings
from explorer.blocks.registry import BUILT_IN
from explorer.graph.values import Params, Value, freeze

Array = NDArray[Any]


class UnfitError(Exception):
    """Why a node has no counterpart among our layers: it becomes an opaque block."""


class Tensor(NamedTuple):
    """A value of the graph while it is read."""

    shape: tuple[int, ...]
    """With the batch."""
    source: int = -1
    """The layer that makes it, or -1 for what is known beforehand."""
    array: Array | None = None
    """Its numbers, where they are known."""
    name: str = ""
    """Of the initializer that it is."""
    numeric: bool = True
    """Whether its numbers are floats, as those of images and weights."""

    @property
    def known(self) -> bool:
        return self.source < 0


class Drawn(NamedTuple):
    """A layer put down: a FlatNode whose name is not decided yet."""

    wanted: str
    """What it would like to be called."""
    type: str
    params: Params
    sources: tuple[int, ...]
    output: Shape
    weights: Mapping[str, Array]


class Op:
    """One node of the graph: its inputs, its attributes."""

    def __init__(
        self, node: onnx.NodeProto, inputs: tuple[Tensor | None, ...], opset: int, batch: int
    ) -> None:
        self.node = node
        self.type = node.op_type
        self.inputs = inputs
        self.opset = opset
        self.batch = batch
        self._attributes = {a.name: a for a in node.attribute}

    def has(self, name: str) -> bool:
        return name in self._attributes

    def get(self, name: str, default: Any = None) -> Any:
        """An attribute's value: numbers, lists of them and texts; the default where it has none."""
        found = self._attributes.get(name)
        if found is None:
            return default
        value = onnx.helper.get_attribute_value(found)
        return value.decode(errors="replace") if isinstance(value, bytes) else value

    def ints(self, name: str, default: tuple[int, ...] = ()) -> tuple[int, ...]:
        found = self._attributes.get(name)
        return tuple(found.ints) if found is not None else default

    def input(self, i: int) -> Tensor | None:
        """An input, None where it is left out."""
        return self.inputs[i] if i < len(self.inputs) else None

    def data(self, i: int = 0) -> Tensor:
        """An input that is computed, and has the batch in front."""
        found = self.input(i)
        if found is None or found.known:
            raise UnfitError("its input is not an image")
        if not found.shape or found.shape[0] != self.batch or len(found.shape) < 2:
            raise UnfitError("the batch is not in front")
        return found

    def known(self, i: int) -> Array | None:
        """The numbers of an input that is left out or must be known beforehand."""
        found = self.input(i)
        if found is None:
            return None
        if found.array is None:
            raise UnfitError(f"input {i + 1} is computed, and has to be known")
        return found.array

    def weights(self, i: int) -> Array:
        """The numbers of an input, as float32."""
        found = self.known(i)
        if found is None:
            raise UnfitError(f"input {i + 1} is left out")
        return as_float(found)

    def numbers(self, i: int) -> tuple[int, ...] | None:
        """An input as whole numbers."""
        found = self.known(i)
        return None if found is None else tuple(int(v) for v in found.reshape(-1))

    def axis(self, rank: int, default: int = -1) -> int:
        axis = int(self.get("axis", default))
        return axis + rank if axis < 0 else axis


def as_float(array: Array) -> Array:
    """Contiguous float32, without a copy where it is that already."""
    return np.ascontiguousarray(array, dtype=np.float32)


class Canvas:
    """Where layers are put down, in the order in which they run."""

    def __init__(self, batch: int) -> None:
        self.batch = batch
        self.drawn: list[Drawn] = []
        self.notes: dict[str, int] = {}
        self._name = ""

    def begin(self, name: str) -> int:
        """A node's layers follow, called after it; where to go back to if it turns out unfit."""
        self._name = name
        return len(self.drawn)

    def back_to(self, mark: int) -> None:
        del self.drawn[mark:]

    def note(self, text: str) -> None:
        """Something to be told, counted where it is told more than once."""
        self.notes[text] = self.notes.get(text, 0) + 1

    def put(
        self,
        type_: str,
        *sources: Tensor,
        weights: Mapping[str, Array] | None = None,
        suffix: str = "",
        **params: Any,
    ) -> Tensor:
        """Put a layer down; UnfitError where there is none of the type, or it does not take this."""
        layer = BUILT_IN.get(type_)
        if not isinstance(layer, Layer):
            raise UnfitError(f"there is no layer {type_}")
        shapes = tuple(source.shape[1:] for source in sources)
        if any(source.source < 0 for source in sources):
            raise UnfitError("an input is a constant")
        if any(source.shape[0] != self.batch for source in sources):
            raise UnfitError("the batch is not in front")
        try:
            given = Params({k: _plain(v, k) for k, v in params.items()})
            found = settings(layer.parameters_for(given, BUILT_IN.__getitem__), given)
            output = layer.output(found, shapes)
        except (BlockError, ParameterError, ValueError) as error:
            raise UnfitError(str(error)) from None
        given = Params({k: v for k, v in given.items() if _differs(layer, k, found[k])})
        self.drawn.append(
            Drawn(
                self._name + suffix,
                type_,
                given,
                tuple(source.source for source in sources),
                output,
                weights or {},
            )
        )
        return Tensor((self.batch, *output), len(self.drawn) - 1)

    def opaque(
        self, label: str, shape: Shape, parameters: int, macs: int, sources: tuple[int, ...]
    ) -> Tensor:
        """Put down what there is no layer for, with the shape that it gives and what it costs."""
        params = Params(
            {
                "label": label,
                "output_shape": shape or (1,),
                "parameters": parameters,
                "macs": macs,
            }
        )
        self.drawn.append(Drawn(self._name, "opaque", params, sources, shape or (1,), {}))
        return Tensor((self.batch, *(shape or (1,))), len(self.drawn) - 1)


def _differs(layer: Layer, name: str, value: Value) -> bool:
    default = next((p for p in layer.parameters if p.name == name), None)
    return default is None or default.checked(default.default) != value


def _plain(value: Any, name: str) -> Value:
    if isinstance(value, np.generic):
        value = value.item()
    if isinstance(value, (list, tuple)):
        value = tuple(v.item() if isinstance(v, np.generic) else v for v in value)
    return freeze(value, name)


def count(shape: tuple[int, ...]) -> int:
    return prod(shape)


Reader = Callable[[Op, Canvas], tuple[Tensor, ...]]
"""Puts a node's layers down and gives its outputs; UnfitError where that cannot be done."""
