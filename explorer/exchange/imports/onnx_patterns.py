"""Nodes that exporters write for what is one layer: a linear layer with its bias, SiLU, shuffles."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import isclose
from typing import Any, NamedTuple

import numpy as np
import onnx

from explorer.exchange.imports.onnx_ops.activation import short
from explorer.exchange.imports.onnx_ops.convolution import conv
from explorer.exchange.imports.onnx_ops.linear import linear
from explorer.exchange.imports.onnx_ops.reading import Array, Canvas, Op, Tensor, UnfitError

Numbers = Callable[[str], Array | None]
"""What is known of a value before any image comes in."""


class Match(NamedTuple):
    """Some nodes that are one layer; the last of them stands for all."""

    inner: tuple[int, ...]
    """The others, by their place in the graph."""
    inputs: tuple[str, ...]
    """What the layer reads."""
    read: Callable[[Op, Canvas], tuple[Tensor, ...]]
    named_by: int
    """The node after which the layer is called."""


class Wires:
    """Who makes and who reads each value."""

    def __init__(self, graph: onnx.GraphProto, numbers: Numbers) -> None:
        self.nodes = list(graph.node)
        self.numbers = numbers
        self.maker: dict[str, int] = {}
        self.readers: dict[str, int] = {}
        for i, node in enumerate(self.nodes):
            for name in node.output:
                self.maker.setdefault(name, i)
            for name in node.input:
                self.readers[name] = self.readers.get(name, 0) + 1
        for value in graph.output:
            self.readers[value.name] = self.readers.get(value.name, 0) + 1

    def before(self, name: str, *types: str, times: int = 1) -> int:
        """The node that makes a value which only ``times`` inputs read; -1 where it is another."""
        i = self.maker.get(name, -1)
        if i < 0 or self.nodes[i].op_type not in types or self.readers.get(name, 0) != times:
            return -1
        return i

    def scalar(self, name: str) -> float | None:
        found = self.numbers(name)
        return float(found.reshape(-1)[0]) if found is not None and found.size == 1 else None

    def either(self, node: onnx.NodeProto) -> Iterator[tuple[str, str]]:
        """The two inputs of a node, in both orders."""
        if len(node.input) == 2:
            yield node.input[0], node.input[1]
            yield node.input[1], node.input[0]


def matches(wires: Wires) -> dict[int, Match]:
    """By the last node of each, the groups of nodes that are one layer; no node is in two."""
    found: dict[int, Match] = {}
    used: set[int] = set()
    for i, node in enumerate(wires.nodes):
        if i in used:
            continue
        for find in _BY_TYPE.get(node.op_type, ()):
            match = find(wires, i, node)
            if match is not None and used.isdisjoint((i, *match.inner)):
                found[i] = match
                used.update((i, *match.inner))
                break
    return found


def _one(type_: str) -> Callable[[Op, Canvas], tuple[Tensor, ...]]:
    return lambda op, canvas: (canvas.put(type_, op.data()),)


def _biased(wires: Wires, i: int, node: onnx.NodeProto) -> Match | None:
    """MatMul and Add."""
    for product, bias in wires.either(node):
        j = wires.before(product, "MatMul")
        if j >= 0 and wires.numbers(bias) is not None:
            weight = wires.nodes[j].input[1]

            def read(op: Op, canvas: Canvas) -> tuple[Tensor, ...]:
                return (linear(op, canvas, op.weights(1).T, op.weights(2)),)

            return Match((j,), (wires.nodes[j].input[0], weight, bias), read, j)
    return None


def _conv_biased(wires: Wires, i: int, node: onnx.NodeProto) -> Match | None:
    """Conv without a bias, and Add of one number a channel."""
    for product, bias in wires.either(node):
        j = wires.before(product, "Conv")
        numbers = wires.numbers(bias)
        if j < 0 or numbers is None or len(wires.nodes[j].input) != 2:
            continue
        kernel = wires.numbers(wires.nodes[j].input[1])
        if kernel is None or kernel.ndim != 4:
            continue
        channels = kernel.shape[0]
        if numbers.shape in ((1, channels, 1, 1), (channels, 1, 1)):
            return Match((j,), (*wires.nodes[j].input, bias), _with_bias(wires.nodes[j]), j)
    return None


def _with_bias(node: onnx.NodeProto) -> Callable[[Op, Canvas], tuple[Tensor, ...]]:
    def read(op: Op, canvas: Canvas) -> tuple[Tensor, ...]:
        x, weight, bias = op.inputs
        assert bias is not None
        flat = bias._replace(array=op.weights(2).reshape(-1))
        return conv(Op(node, (x, weight, flat), op.opset, op.batch), canvas)

    return read


def _gated(wires: Wires, i: int, node: onnx.NodeProto) -> Match | None:
    """x·sigmoid(x) and x·hardsigmoid(x)."""
    for x, gate in wires.either(node):
        j = wires.before(gate, "Sigmoid", "HardSigmoid")
        if j < 0 or wires.nodes[j].input[0] != x:
            continue
        if wires.nodes[j].op_type == "Sigmoid":
            return Match((j,), (x,), _one("silu"), i)
        numbers = {a.name: a.f for a in wires.nodes[j].attribute}
        slope, offset = numbers.get("alpha", 0.2), numbers.get("beta", 0.5)
        if isclose(slope, 1 / 6, rel_tol=1e-5) and isclose(offset, 0.5, rel_tol=1e-5):
            return Match((j,), (x,), _one("hardswish"), i)
    return None


def _hard(wires: Wires, i: int, node: onnx.NodeProto) -> Match | None:
    """clip(x + 3, 0, 6) / 6, alone or times x, as older exporters write it."""
    factor = {"Div": 6.0, "Mul": 1 / 6}[node.op_type]
    for inner, constant in list(wires.either(node))[: 1 if node.op_type == "Div" else 2]:
        value = wires.scalar(constant)
        if value is None or not isclose(value, factor, rel_tol=1e-5):
            continue
        product = wires.before(inner, "Mul")
        clipped, times_x = inner, ""
        if product >= 0:
            pairs = wires.either(wires.nodes[product])
            found = next(((x, c) for x, c in pairs if wires.before(c, "Clip") >= 0), None)
            if found is None:
                continue
            times_x, clipped = found
        clip = wires.before(clipped, "Clip")
        shift = wires.before(wires.nodes[clip].input[0], "Add") if clip >= 0 else -1
        if shift < 0 or _limits(wires, wires.nodes[clip]) != (0, 6):
            continue
        for x, three in wires.either(wires.nodes[shift]):
            if wires.scalar(three) == 3 and times_x in ("", x):
                inside = tuple(j for j in (shift, clip, product) if j >= 0)
                return Match(inside, (x,), _one("hardswish" if times_x else "hardsigmoid"), i)
    return None


def _limits(wires: Wires, clip: onnx.NodeProto) -> tuple[float | None, float | None]:
    given = {a.name: a.f for a in clip.attribute}
    named = [wires.scalar(name) if name else None for name in clip.input[1:]]
    low, high = (*named, None, None)[:2]
    return given.get("min", low), given.get("max", high)


def _shuffled(wires: Wires, i: int, node: onnx.NodeProto) -> Match | None:
    """Reshape to groups, Transpose, Reshape back."""
    j = wires.before(node.input[0], "Transpose")
    k = wires.before(wires.nodes[j].input[0], "Reshape") if j >= 0 else -1
    if k < 0 or _order(wires.nodes[j]) != (0, 2, 1, 3, 4):
        return None

    def read(op: Op, canvas: Canvas) -> tuple[Tensor, ...]:
        x, apart, back = op.data(), op.numbers(1), op.numbers(2)
        if len(x.shape) != 4 or not apart or len(apart) != 5 or not back or len(back) != 4:
            raise UnfitError("it is no shuffle of an image's channels")
        groups = apart[1]
        if groups < 1 or x.shape[1] % groups or apart[2] not in (-1, x.shape[1] // groups):
            raise UnfitError("its groups do not make up the channels")
        return (canvas.put("channel_shuffle", x, groups=groups),)

    if len(wires.nodes[k].input) != 2 or len(node.input) != 2:
        return None
    return Match((k, j), (*wires.nodes[k].input, node.input[1]), read, k)


def _order(node: onnx.NodeProto) -> tuple[int, ...]:
    return next((tuple(a.ints) for a in node.attribute if a.name == "perm"), ())


def _picked(wires: Wires, i: int, node: onnx.NodeProto) -> Match | None:
    """Channels put in front, picked by GatherND, and put back."""
    j = wires.before(node.input[0], "GatherND")
    if j < 0 or _order(node) != (1, 0, 2, 3):
        return None
    k = wires.maker.get(wires.nodes[j].input[0], -1)
    indices = wires.numbers(wires.nodes[j].input[1])
    if k < 0 or wires.nodes[k].op_type != "Transpose" or _order(wires.nodes[k]) != (1, 0, 2, 3):
        return None
    if indices is None or indices.ndim != 2 or indices.shape[1] != 1:
        return None
    channels = [int(c) for c in indices.reshape(-1)]

    def read(op: Op, canvas: Canvas) -> tuple[Tensor, ...]:
        return (canvas.put("pick_channels", op.data(), channels=channels),)

    # the channels in front may be read by several such; the nodes are dropped when nothing reads them
    return Match((j,), (wires.nodes[k].input[0],), read, i)


def _distances(wires: Wires, i: int, node: onnx.NodeProto) -> Match | None:
    """Σ(x − code)² for several codes: radial basis functions."""
    j = wires.before(node.input[0], "Pow")
    k = wires.before(wires.nodes[j].input[0], "Sub") if j >= 0 else -1
    if k < 0 or wires.scalar(wires.nodes[j].input[1]) != 2:
        return None
    codes = wires.numbers(wires.nodes[k].input[1])
    m = wires.before(wires.nodes[k].input[0], "Unsqueeze")
    axes = wires.numbers(node.input[1]) if len(node.input) > 1 else None
    if m < 0 or codes is None or codes.ndim != 2 or axes is None or axes.tolist() != [2]:
        return None
    if next((a.i for a in node.attribute if a.name == "keepdims"), 1):
        return None

    def read(op: Op, canvas: Canvas) -> tuple[Tensor, ...]:
        x, weights = op.data(), op.weights(1)
        if x.shape[1:] != weights.shape[1:] or not np.all(np.abs(weights) == 1):
            raise UnfitError("its codes are not ±1")
        found = canvas.put(
            "radial_basis",
            x,
            weights={"codes": weights},
            classes=weights.shape[0],
            codes="digits" if weights.shape == (10, 84) else "walsh",
        )
        return (found,)

    return Match((m, k, j), (wires.nodes[m].input[0], wires.nodes[k].input[1]), read, k)


def _around(wires: Wires, i: int, node: onnx.NodeProto) -> Match | None:
    """Unsqueeze and Squeeze of the same axes, as stochastic depth leaves them: nothing is done."""
    j = wires.before(node.input[0], "Unsqueeze")
    if j < 0 or _axes(wires, node) is None or _axes(wires, node) != _axes(wires, wires.nodes[j]):
        return None
    return Match((j,), (wires.nodes[j].input[0],), lambda op, canvas: (op.data(),), i)


def _axes(wires: Wires, node: onnx.NodeProto) -> tuple[int, ...] | None:
    found = wires.numbers(node.input[1]) if len(node.input) > 1 else None
    if found is not None:
        return tuple(int(axis) for axis in found.reshape(-1))
    return next((tuple(a.ints) for a in node.attribute if a.name == "axes"), None)


def _responses(wires: Wires, i: int, node: onnx.NodeProto) -> Match | None:
    """x / (k + alpha·mean of x² over neighbours)^beta, as torch's exporter writes local response
    norm: the mean is a pool over what was made a third side."""
    x = node.input[0]
    chain: list[int] = []
    steps = ("Pow", "Add", "Mul", "Squeeze", "AveragePool", "Pad", "Reshape", "Mul")
    name = node.input[1]
    for step in steps:
        j = wires.before(name, step)
        if j < 0:
            return None
        chain.append(j)
        name = wires.nodes[j].input[0]
    power, sum_, product, _, pool, *_, square = (wires.nodes[j] for j in chain)
    kernel = next((tuple(a.ints) for a in pool.attribute if a.name == "kernel_shape"), ())
    beta, k, alpha = (wires.scalar(n.input[1]) for n in (power, sum_, product))
    if list(square.input) != [x, x] or len(kernel) != 3 or kernel[1:] != (1, 1):
        return None
    if beta is None or k is None or alpha is None or kernel[0] % 2 == 0:
        return None
    numbers: dict[str, Any] = {
        "alpha": short(alpha),
        "beta": short(beta),
        "k": short(k),
        "size": kernel[0],
    }

    def read(op: Op, canvas: Canvas) -> tuple[Tensor, ...]:
        return (canvas.put("local_response_norm", op.data(), **numbers),)

    return Match(tuple(reversed(chain)), (x,), read, chain[-1])


def _gelu(wires: Wires, i: int, node: onnx.NodeProto) -> Match | None:
    """x·(1 + erf(x/√2))·½, in either order of the products."""
    for inner, half in wires.either(node):
        j = wires.before(inner, "Mul")
        if wires.scalar(half) != 0.5 or j < 0:
            continue
        for x, sum_ in wires.either(wires.nodes[j]):
            add = wires.before(sum_, "Add")
            if add < 0:
                continue
            for error, one in wires.either(wires.nodes[add]):
                erf = wires.before(error, "Erf")
                div = wires.before(wires.nodes[erf].input[0], "Div", "Mul") if erf >= 0 else -1
                if div < 0 or wires.scalar(one) != 1 or wires.nodes[div].input[0] != x:
                    continue
                root = wires.scalar(wires.nodes[div].input[1])
                wanted = 2**0.5 if wires.nodes[div].op_type == "Div" else 0.5**0.5
                if root is not None and isclose(root, wanted, rel_tol=1e-5):
                    return Match((div, erf, add, j), (x,), _one("gelu"), i)
    return None


_BY_TYPE: dict[str, tuple[Callable[[Wires, int, onnx.NodeProto], Match | None], ...]] = {
    "Add": (_biased, _conv_biased),
    "Mul": (_gated, _hard, _gelu),
    "Div": (_hard, _responses),
    "Reshape": (_shuffled,),
    "Squeeze": (_around,),
    "Transpose": (_picked,),
    "ReduceSum": (_distances,),
}
