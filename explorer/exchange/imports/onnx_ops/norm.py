"""Norms: batch, layer, instance, group, local response."""

from __future__ import annotations

import numpy as np

from explorer.exchange.imports.onnx_ops.reading import Array, Canvas, Op, Reader, Tensor, UnfitError
from explorer.exchange.imports.onnx_ops.windows import image


def batch_norm(op: Op, canvas: Canvas) -> tuple[Tensor, ...]:
    x = op.data()
    if len(x.shape) not in (2, 4):
        raise UnfitError(f"its input has {len(x.shape)} axes")
    names = ("weight", "bias", "running_mean", "running_var")
    weights: dict[str, Array] = {name: op.weights(i + 1) for i, name in enumerate(names)}
    if any(w.shape != (x.shape[1],) for w in weights.values()):
        raise UnfitError("its statistics are not one a channel")
    weights["num_batches_tracked"] = np.zeros((), np.int64)
    eps = _short(op.get("epsilon", 1e-5))
    # ONNX says what share of the old statistics stays, torch what share of the new ones is taken
    momentum = round(1 - float(op.get("momentum", 0.9)), 6)
    return (canvas.put("batch_norm", x, weights=weights, eps=eps, momentum=momentum),)


def local_response(op: Op, canvas: Canvas) -> tuple[Tensor, ...]:
    size = int(op.get("size", 0))
    if size % 2 == 0:
        raise UnfitError("an even number of neighbours lies otherwise in torch")
    found = canvas.put(
        "local_response_norm",
        image(op),
        size=size,
        alpha=_short(op.get("alpha", 1e-4)),
        beta=_short(op.get("beta", 0.75)),
        k=_short(op.get("bias", 1.0)),
    )
    return (found,)


def instance_norm(op: Op, canvas: Canvas) -> tuple[Tensor, ...]:
    x = image(op)
    weights = {"weight": op.weights(1), "bias": op.weights(2)}
    eps = _short(op.get("epsilon", 1e-5))
    return (canvas.put("instance_norm", x, weights=weights, eps=eps, affine=True),)


def group_norm(op: Op, canvas: Canvas) -> tuple[Tensor, ...]:
    x = op.data()
    groups = int(op.get("num_groups", 1))
    weights = {"weight": op.weights(1), "bias": op.weights(2)}
    if any(w.shape != (x.shape[1],) for w in weights.values()):
        raise UnfitError("its scale is not one a channel")
    eps = _short(op.get("epsilon", 1e-5))
    return (canvas.put("group_norm", x, weights=weights, groups=groups, eps=eps),)


def layer_norm(op: Op, canvas: Canvas) -> tuple[Tensor, ...]:
    x = op.data()
    eps = _short(op.get("epsilon", 1e-5))
    axis = op.axis(len(x.shape))
    if axis == len(x.shape) - 1 and axis > 1:
        bias = op.weights(2) if op.input(2) is not None else np.zeros(x.shape[-1:], np.float32)
        last = {"weight": op.weights(1), "bias": bias}
        return (canvas.put("last_axis_norm", x, weights=last, eps=eps),)
    if axis != 1:
        raise UnfitError("it normalises over part of a sample")
    weights = {"weight": np.broadcast_to(op.weights(1), x.shape[1:]).copy()}
    bias = op.weights(2) if op.input(2) is not None else np.zeros((), np.float32)
    weights["bias"] = np.broadcast_to(bias, x.shape[1:]).copy()
    return (canvas.put("layer_norm", x, weights=weights, eps=eps),)


def _short(value: float) -> float:
    """A float32 as the number that somebody wrote: 1e-05, not 9.999999747378752e-06."""
    return float(str(np.float32(value)))


READERS: dict[str, Reader] = {
    "BatchNormalization": batch_norm,
    "LRN": local_response,
    "InstanceNormalization": instance_norm,
    "GroupNormalization": group_norm,
    "LayerNormalization": layer_norm,
}
