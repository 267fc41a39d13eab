"""An ONNX file as a flat list of our layers, with its weights.

What is known beforehand is worked out (shapes, arithmetic on them); every other node is read by its
operator's reader, and becomes an opaque block where there is none or it does not take the node.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import onnx

from explorer.blocks.description import Shape
from explorer.exchange.imports.flat import (
    Dropped,
    Flat,
    FlatInput,
    FlatNode,
    FlatOutput,
    ImportingError,
)
from explorer.exchange.imports.onnx_file import Array, OnnxFile, readable
from explorer.exchange.imports.onnx_names import clean, settled, wanted_path
from explorer.exchange.imports.onnx_ops import READERS
from explorer.exchange.imports.onnx_ops.constants import folded
from explorer.exchange.imports.onnx_ops.reading import Canvas, Op, Tensor, UnfitError
from explorer.exchange.imports.onnx_ops.unknown import opaque
from explorer.exchange.imports.onnx_patterns import Match, Wires, matches

SIDE = 224
"""Height and width of an image where the file leaves them open."""

MAX_NODES = 20_000

Say = Callable[[str], None]


class OnnxNetwork(NamedTuple):
    """What is in an ONNX file."""

    name: str
    flat: Flat
    weights: dict[str, Array]
    """As a state dict has them, by the paths of the nodes."""
    opaque: tuple[tuple[str, str], ...]
    """Paths of opaque blocks, with why they are."""
    dropped: tuple[Dropped, ...]
    notes: tuple[str, ...]


def read_onnx(
    path: Path | str, input_shape: Shape | None = None, say: Say | None = None
) -> OnnxNetwork:
    """The network of an ONNX file, for images of the given shape, or that of the file.

    ``say`` is told of progress and may raise to break off. ImportingError where it is no network.
    """
    file = OnnxFile(path)
    return _Reading(file, input_shape, say or (lambda _: None)).network()


class _Reading:
    def __init__(self, file: OnnxFile, input_shape: Shape | None, say: Say) -> None:
        self.file, self.say = file, say
        self.graph = file.model.graph
        if len(self.graph.node) > MAX_NODES:
            raise ImportingError(
                f"{file.path} has {len(self.graph.node):,} nodes; up to {MAX_NODES:,} are read."
            )
        self.tensors = {t.name: t for t in self.graph.initializer}
        self.values: dict[str, Tensor] = {"": Tensor(())}
        self.inputs = [v for v in self.graph.input if v.name not in self.tensors]
        self.shapes = [self._input_shape(v, input_shape) for v in self.inputs]
        self.batch = next((shape[0] for shape in self.shapes), 1)
        self.canvas = Canvas(self.batch)
        self.reasons: dict[int, str] = {}
        self.dropped: list[Dropped] = []
        self.declared = self._declared()

    def network(self) -> OnnxNetwork:
        if not self.inputs:
            raise ImportingError(f"{self.file.path} has no input, so no image can come in.")
        for i, (value, shape) in enumerate(zip(self.inputs, self.shapes, strict=True)):
            # inputs are counted from -2 downwards: -1 is what is known
            self.values[value.name] = Tensor(shape, INPUT + i)
        self._read()
        return self._named()

    # -- what is in the file --------------------------------------------------------------------

    def _input_shape(self, value: onnx.ValueInfoProto, wanted: Shape | None) -> tuple[int, ...]:
        dims = [_side(d) for d in value.type.tensor_type.shape.dim]
        if len(dims) not in (2, 4) or value.type.WhichOneof("value") != "tensor_type":
            raise ImportingError(
                f"{self.file.path}: the input {value.name[:80]} has {len(dims)} axes. "
                "Networks of images (N×C×H×W) or rows of values (N×F) can be read."
            )
        batch = dims[0] or 1
        if wanted is None and not all(dims[1:]):
            wanted = self._noted_shape(value.name)
        if wanted is not None and len(wanted) == len(dims) - 1:
            return (batch, *wanted)
        if len(dims) == 2:
            return (batch, dims[1] or 1)
        last = not dims[1] and dims[3] in (1, 3, 4)
        channels, high, wide = (dims[1], dims[2], dims[3])
        if last:
            return (batch, channels or SIDE, high or SIDE, wide or SIDE)
        return (batch, channels or self._first_channels(value.name), high or SIDE, wide or SIDE)

    def _noted_shape(self, name: str) -> Shape | None:
        """The shape that this program notes in a file whose sides it leaves open."""
        noted = next((p.value for p in self.file.model.metadata_props if p.key == "input"), "")
        shapes = noted[:1000].split(", ")
        place = next(i for i, v in enumerate(self.inputs) if v.name == name)
        sides = shapes[place].split("x") if place < len(shapes) else []
        if not all(side.isascii() and side.isdigit() and 0 < len(side) < 6 for side in sides):
            return None
        return tuple(int(side) for side in sides) or None

    def _first_channels(self, name: str) -> int:
        for node in self.graph.node:
            if node.op_type == "Conv" and node.input[0] == name and node.input[1] in self.tensors:
                dims = self.tensors[node.input[1]].dims
                group = next((a.i for a in node.attribute if a.name == "group"), 1)
                return int(dims[1] * group) if len(dims) > 1 and 0 < dims[1] < 65_536 else 3
        return 3

    def _declared(self) -> dict[str, tuple[int, ...]]:
        """Shapes that the file states, where it states all of one."""
        found = {}
        for value in (*self.graph.value_info, *self.graph.output):
            dims = [_side(d) for d in value.type.tensor_type.shape.dim]
            if dims and not dims[0]:
                dims[0] = self.batch
            if dims and all(dims):
                found[value.name] = tuple(dims)
        return found

    def value(self, name: str) -> Tensor | None:
        if not name:
            return None
        found = self.values.get(name)
        if found is None and name in self.tensors:
            tensor = self.tensors[name]
            array = self.file.array(tensor) if readable(tensor) else None
            shape = tuple(tensor.dims) if array is None else array.shape
            found = self.values[name] = Tensor(shape, -1, array, name, _numeric(array))
        return found

    def numbers(self, name: str) -> Array | None:
        """What is known of a value before anything is read, constants of the graph included."""
        if name in self.tensors or name in self.values:
            found = self.value(name)
            return None if found is None else found.array
        return self._constants.get(name)

    # -- reading ----------------------------------------------------------------------------------

    def _read(self) -> None:
        self._constants = {
            node.output[0]: found
            for node in self.graph.node
            if node.op_type == "Constant"
            and node.output
            and (found := self._constant(node)) is not None
        }
        wires = Wires(self.graph, self.numbers)
        groups = matches(wires)
        inner = {j: i for i, match in groups.items() for j in match.inner}
        needed = self._needed(wires, groups)
        count = len(wires.nodes)
        for i in range(count):
            if i % 50 == 0:
                self.say(f"Reading {i + 1} of {count} nodes")
            if i not in needed or i in inner:
                continue
            match = groups.get(i)
            if match is not None and self._read_match(wires.nodes[i], wires, match):
                continue
            for j in (*(match.inner if match is not None else ()), i):
                self._read_node(wires.nodes[j])

    def _needed(self, wires: Wires, groups: Mapping[int, Match]) -> set[int]:
        """The nodes that an output depends on."""
        found: set[int] = set()
        waiting = [v.name for v in self.graph.output]
        while waiting:
            i = wires.maker.get(waiting.pop(), -1)
            if i < 0 or i in found:
                continue
            found.add(i)
            if i in groups:
                found.update(groups[i].inner)
                waiting.extend(groups[i].inputs)
            else:
                waiting.extend(wires.nodes[i].input)
        for i, node in enumerate(wires.nodes):
            if i not in found and node.op_type not in ("Constant", "Transpose"):
                what = f"{node.op_type}: no output of the network depends on it"
                self.dropped.append(Dropped(node.name or node.op_type, what))
        return found

    def _constant(self, node: onnx.NodeProto) -> Array | None:
        for attribute in node.attribute:
            if attribute.name == "value":
                tensor = attribute.t
                return self.file.array(tensor) if readable(tensor) else None
            if attribute.name in ("value_float", "value_int", "value_floats", "value_ints"):
                kind = np.float32 if "float" in attribute.name else np.int64
                return np.array(onnx.helper.get_attribute_value(attribute), kind)
        return None

    def _op(self, node: onnx.NodeProto, inputs: tuple[str, ...]) -> Op:
        found = []
        for name in inputs:
            value = self.value(name)
            if name and value is None:
                raise ImportingError(
                    f"{self.file.path}: {node.name or node.op_type} reads {name[:80]}, which "
                    "nothing before it makes. Export it again."
                )
            found.append(value)
        return Op(node, tuple(found), self.file.opset, self.batch)

    def _read_match(self, node: onnx.NodeProto, wires: Wires, match: Match) -> bool:
        mark = self.canvas.begin(self._path(wires.nodes[match.named_by]))
        try:
            self._keep(node, match.read(self._op(node, match.inputs), self.canvas))
        except ImportingError:
            raise
        except _UNREAD:
            self.canvas.back_to(mark)
            return False
        return True

    def _read_node(self, node: onnx.NodeProto) -> None:
        if node.op_type == "Constant" and node.output:
            array = self._constants.get(node.output[0])
            self.values[node.output[0]] = Tensor(
                () if array is None else array.shape, -1, array, "", _numeric(array)
            )
            return
        op = self._op(node, tuple(node.input))
        known = folded(op) if node.domain in ("", "ai.onnx") else None
        if known is not None:
            name = next((x.name for x in op.inputs if x is not None and x.name), "")
            for output, array in zip(node.output, known, strict=False):
                self.values[output] = Tensor(array.shape, -1, array, name, _numeric(array))
            return
        mark = self.canvas.begin(self._path(node))
        try:
            reader = READERS.get(node.op_type) if node.domain in ("", "ai.onnx") else None
            if reader is None:
                raise UnfitError(f"there is no layer for {node.op_type}")
            self._keep(node, reader(op, self.canvas))
        except ImportingError:
            raise
        except _UNREAD as reason:
            self.canvas.back_to(mark)
            self._keep(node, opaque(op, self.canvas, self.declared))
            self.reasons[mark] = str(reason)

    def _keep(self, node: onnx.NodeProto, found: tuple[Tensor, ...]) -> None:
        for name, value in zip(node.output, found, strict=False):
            if name:
                self.values[name] = value

    def _path(self, node: onnx.NodeProto) -> str:
        return wanted_path(node, self.tensors.__contains__)

    # -- what comes of it -------------------------------------------------------------------------

    def _named(self) -> OnnxNetwork:
        drawn = self.canvas.drawn
        ports = settled([clean(v.name.replace(".", "_")) for v in self.inputs], ())
        paths = settled([layer.wanted for layer in drawn], ports)

        def source(i: int) -> str:
            return ports[i - INPUT] if i >= INPUT else paths[i]

        nodes = tuple(
            FlatNode(path, d.type, d.params, tuple(map(source, d.sources)), d.output)
            for path, d in zip(paths, drawn, strict=True)
        )
        outputs = []
        for value in self.graph.output:
            found = self.values.get(value.name)
            if found is None or found.known:
                self.dropped.append(Dropped(value.name, "an output that no image changes"))
                continue
            outputs.append(
                FlatOutput(source(found.source), name=clean(value.name.replace(".", "_")))
            )
        if not outputs:
            raise ImportingError(f"{self.file.path}: nothing that goes out depends on an image.")
        weights = {
            f"{path}.{name}": array
            for path, layer in zip(paths, drawn, strict=True)
            for name, array in layer.weights.items()
        }
        inputs = tuple(FlatInput(p, shape[1:]) for p, shape in zip(ports, self.shapes, strict=True))
        return OnnxNetwork(
            clean(self.graph.name.replace(".", "_")) if self.graph.name else self.file.path.stem,
            Flat(inputs, nodes, tuple(outputs)),
            weights,
            tuple((paths[i], reason) for i, reason in self.reasons.items()),
            tuple(self.dropped),
            self._notes(),
        )

    def _notes(self) -> tuple[str, ...]:
        notes = [
            text + (f" ({count} times)" if count > 1 else "")
            for text, count in self.canvas.notes.items()
        ]
        convolutions = [d for d in self.canvas.drawn if d.type == "conv2d"]
        biased = sum("bias" in d.weights for d in convolutions)
        norms = sum(d.type == "batch_norm" for d in self.canvas.drawn)
        if biased > 1 and biased * 2 > len(convolutions) and norms < biased // 4:
            notes.append(
                f"{biased} of {len(convolutions)} convolutions have a bias and "
                f"{norms or 'no'} batch norms follow: if it was trained with norms, they have been "
                "folded into the convolutions"
            )
        if self.batch != 1:
            notes.append(f"the file is for batches of {self.batch}; here any batch is taken")
        return tuple(notes)


_UNREAD = (UnfitError, ValueError, IndexError, KeyError, TypeError, ArithmeticError)
"""What a reader raises of a node that it does not take, or that is not whole."""

INPUT = 1 << 30
"""Sources from here on are the network's inputs."""


def _side(dim: Any) -> int:
    """A side's size, 0 where it is left open."""
    size = dim.dim_value if dim.HasField("dim_value") else 0
    return int(size) if 0 < size <= 1_000_000 else 0


def _numeric(array: Array | None) -> bool:
    return array is None or array.dtype.kind == "f"


__all__ = ["OnnxNetwork", "read_onnx"]
