"""Sums, products and what is done with constants."""

from __future__ import annotations

import numpy as np

from explorer.exchange.imports.onnx_ops.reading import Array, Canvas, Op, Reader, Tensor, UnfitError


def _pair(op: Op) -> tuple[Tensor, Tensor]:
    a, b = op.inputs[0], op.inputs[1]
    assert a is not None
    assert b is not None
    return a, b


def combined(canvas: Canvas, type_: str, parts: list[Tensor]) -> Tensor:
    """Several computed values, one by one."""
    ranks = {len(part.shape) for part in parts}
    if len(ranks) > 1:
        raise UnfitError("its inputs have different numbers of axes")
    return canvas.put(type_, *parts)


def add(op: Op, canvas: Canvas) -> tuple[Tensor, ...]:
    """Add and Sum, of images or of an image and a constant."""
    computed = [op.data(i) for i, x in enumerate(op.inputs) if x is not None and not x.known]
    constants = [op.weights(i) for i, x in enumerate(op.inputs) if x is not None and x.known]
    if not computed:
        raise UnfitError("its inputs are constants")
    x = computed[0]
    if len(computed) > 1:
        x = combined(canvas, "add", computed)
    for constant in constants:
        x = shifted(canvas, x, constant)
    return (x,)


def multiply(op: Op, canvas: Canvas) -> tuple[Tensor, ...]:
    a, b = _pair(op)
    if a.known or b.known:
        return (scaled(canvas, op.data(int(a.known)), op.weights(int(b.known))),)
    return (combined(canvas, "multiply", [op.data(0), op.data(1)]),)


def subtract(op: Op, canvas: Canvas) -> tuple[Tensor, ...]:
    a, b = _pair(op)
    if b.known:
        return (shifted(canvas, op.data(), -op.weights(1)),)
    if a.known:
        negative = canvas.put("scale", op.data(1), factor=-1.0, suffix="_minus")
        return (shifted(canvas, negative, op.weights(0)),)
    return (combined(canvas, "subtract", [op.data(0), op.data(1)]),)


def divide(op: Op, canvas: Canvas) -> tuple[Tensor, ...]:
    a, b = _pair(op)
    if b.known:
        divisor = op.weights(1)
        if not np.all(divisor):
            raise UnfitError("it divides by zero")
        return (scaled(canvas, op.data(), (1 / divisor.astype(np.float64)).astype(np.float32)),)
    if a.known:
        raise UnfitError("it divides a constant")
    return (combined(canvas, "divide", [op.data(0), op.data(1)]),)


def negative(op: Op, canvas: Canvas) -> tuple[Tensor, ...]:
    return (canvas.put("scale", op.data(), factor=-1.0),)


def per_channel(constant: Array, x: Tensor) -> Array | None:
    """The constant as one number a channel; None where it differs within one."""
    rank = len(x.shape)
    if constant.ndim > rank:
        raise UnfitError("its constant has more axes than the image")
    full = constant.reshape((1,) * (rank - constant.ndim) + constant.shape)
    if full.shape[0] != 1 or any(side != 1 for side in full.shape[2:]):
        return None
    if full.shape[1] not in (1, x.shape[1]):
        raise UnfitError("its constant does not fit the channels")
    found: Array = np.broadcast_to(full.reshape(-1), (x.shape[1],))
    return found


def scaled(canvas: Canvas, x: Tensor, constant: Array) -> Tensor:
    """An image times a constant: one number, or one a channel."""
    if constant.size == 1:
        factor = float(str(np.float32(constant.reshape(-1)[0])))
        return x if factor == 1.0 else canvas.put("scale", x, factor=factor)
    channels = per_channel(constant, x)
    if channels is None:
        raise UnfitError("it multiplies places of an image by different constants")
    weights = {"weight": np.ascontiguousarray(channels, np.float32)}
    return canvas.put("layer_scale", x, weights=weights)


def shifted(canvas: Canvas, x: Tensor, constant: Array) -> Tensor:
    """An image plus a constant: one number, or one a channel."""
    if constant.size == 1:
        value = float(str(np.float32(constant.reshape(-1)[0])))
        return x if value == 0.0 else canvas.put("shift", x, value=value)
    channels = per_channel(constant, x)
    if channels is None:
        raise UnfitError("it adds different constants at different places of an image")
    weights = {"bias": np.ascontiguousarray(channels, np.float32)}
    return canvas.put("channel_shift", x, weights=weights)


READERS: dict[str, Reader] = {
    "Add": add,
    "Sum": add,
    "Mul": multiply,
    "Sub": subtract,
    "Div": divide,
    "Neg": negative,
}
