"""Activations, softmax and dropout."""

from __future__ import annotations

from math import isclose
from typing import Any

import numpy as np

from explorer.exchange.imports.onnx_ops.reading import Canvas, Op, Reader, Tensor, UnfitError


def _plain(type_: str) -> Reader:
    def read(op: Op, canvas: Canvas) -> tuple[Tensor, ...]:
        return (canvas.put(type_, op.data()),)

    return read


def _sloped(type_: str, name: str, usual: float) -> Reader:
    """An activation with one number, ``alpha`` in ONNX."""

    def read(op: Op, canvas: Canvas) -> tuple[Tensor, ...]:
        value: Any = short(op.get("alpha", usual))
        return (canvas.put(type_, op.data(), **{name: value}),)

    return read


def short(value: float) -> float:
    """A float32 as the number that somebody wrote: 0.1, not 0.10000000149011612."""
    return float(str(np.float32(value)))


def clip(op: Op, canvas: Canvas) -> tuple[Tensor, ...]:
    low, high = op.get("min"), op.get("max")
    for i, given in ((1, low), (2, high)):
        if given is None and (found := op.known(i)) is not None:
            value = float(found.reshape(-1)[0])
            low, high = (value, high) if i == 1 else (low, value)
    x = op.data()
    if low == 0 and high == 6:
        return (canvas.put("relu6", x),)
    if low == 0 and (high is None or high > 1e38):
        return (canvas.put("relu", x),)
    if low is None or high is None:
        raise UnfitError("it cuts off at one end alone")
    return (canvas.put("hardtanh", x, min_val=short(low), max_val=short(high)),)


def hard_sigmoid(op: Op, canvas: Canvas) -> tuple[Tensor, ...]:
    """ONNX's slope and offset are free, torch's are 1/6 and 1/2: what comes in is scaled first."""
    alpha, beta = float(op.get("alpha", 0.2)), float(op.get("beta", 0.5))
    x = op.data()
    if not isclose(beta, 0.5, rel_tol=1e-6):
        raise UnfitError(f"its offset is {beta:g}, and torch's is 0.5")
    if not isclose(6 * alpha, 1, rel_tol=1e-6):
        x = canvas.put("scale", x, factor=short(6 * alpha), suffix="_scale")
    return (canvas.put("hardsigmoid", x),)


def prelu(op: Op, canvas: Canvas) -> tuple[Tensor, ...]:
    x, slope = op.data(), op.weights(1)
    shape = slope.shape
    # one slope for each channel stands where channels do, counted from the end
    if slope.size != 1 and (x.shape[1] != slope.size or shape[0] != slope.size):
        raise UnfitError("its slopes are not one a channel")
    if slope.size != 1 and len(shape) != len(x.shape) - 1:
        raise UnfitError("its slopes are not one a channel")
    weights = {"weight": slope.reshape(-1)}
    return (canvas.put("prelu", x, weights=weights, per_channel=slope.size > 1),)


def gelu(op: Op, canvas: Canvas) -> tuple[Tensor, ...]:
    return (canvas.put("gelu", op.data(), approximate=op.get("approximate", "none")),)


def softmax(op: Op, canvas: Canvas) -> tuple[Tensor, ...]:
    x = op.data()
    rank = len(x.shape)
    axis = op.axis(rank, 1 if op.opset < 13 else -1)
    # before opset 13 all axes from this one on were taken as one
    together = op.opset < 13 and any(side != 1 for side in x.shape[axis + 1 :])
    if axis != 1 or together:
        raise UnfitError("it is not over the channels")
    return (canvas.put("softmax", x),)


def dropout(op: Op, canvas: Canvas) -> tuple[Tensor, ...]:
    if len(op.node.output) > 1 and op.node.output[1]:
        raise UnfitError("it also gives which values it dropped")
    ratio = op.get("ratio")
    if ratio is None:
        found = op.known(1)
        ratio = 0.5 if found is None else float(found.reshape(-1)[0])
    return (canvas.put("dropout", op.data(), p=short(ratio)),)


READERS: dict[str, Reader] = {
    "Relu": _plain("relu"),
    "Sigmoid": _plain("sigmoid"),
    "Tanh": _plain("tanh"),
    "HardSwish": _plain("hardswish"),
    "Softplus": _plain("softplus"),
    "Mish": _plain("mish"),
    "Selu": _plain("selu"),
    "LeakyRelu": _sloped("leaky_relu", "negative_slope", 0.01),
    "Elu": _sloped("elu", "alpha", 1.0),
    "Clip": clip,
    "HardSigmoid": hard_sigmoid,
    "PRelu": prelu,
    "Gelu": gelu,
    "Softmax": softmax,
    "Dropout": dropout,
}
