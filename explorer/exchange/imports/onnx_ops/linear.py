"""Gemm and MatMul."""

from __future__ import annotations

import numpy as np

from explorer.exchange.imports.onnx_ops.reading import (
    Array,
    Canvas,
    Op,
    Reader,
    Tensor,
    UnfitError,
    as_float,
)


def gemm(op: Op, canvas: Canvas) -> tuple[Tensor, ...]:
    if op.get("transA", 0):
        raise UnfitError("its input is transposed, batch and all")
    weight = op.weights(1)
    if not op.get("transB", 0):
        weight = weight.T
    bias = op.weights(2) if op.input(2) is not None else None
    alpha, beta = float(op.get("alpha", 1.0)), float(op.get("beta", 1.0))
    if alpha != 1.0:
        weight = weight * np.float32(alpha)
    if bias is not None and beta != 1.0:
        bias = bias * np.float32(beta)
    return (linear(op, canvas, weight, bias),)


def matmul(op: Op, canvas: Canvas) -> tuple[Tensor, ...]:
    return (linear(op, canvas, op.weights(1).T, None),)


def linear(op: Op, canvas: Canvas, weight: Array, bias: Array | None) -> Tensor:
    """A linear layer of a weight (out, in) and a bias that may be broadcast."""
    x = op.data()
    if len(x.shape) not in (2, 4) or weight.ndim != 2:
        raise UnfitError("it is not between a row of values and weights")
    if weight.shape[1] != x.shape[-1]:
        raise UnfitError(
            f"its weights are for {weight.shape[1]} values, its input has {x.shape[-1]}"
        )
    weights = {"weight": as_float(weight)}
    if bias is not None:
        if bias.ndim > 1 and bias.shape[0] != 1:
            raise UnfitError("its bias differs within a batch")
        row = bias.reshape(-1)
        if row.size not in (1, weight.shape[0]):
            raise UnfitError("its bias is not one an output")
        weights["bias"] = as_float(np.broadcast_to(row, (weight.shape[0],)))
    type_ = "linear" if len(x.shape) == 2 else "positionwise_linear"
    return canvas.put(
        type_, x, weights=weights, out_features=weight.shape[0], bias=bias is not None
    )


READERS: dict[str, Reader] = {"Gemm": gemm, "MatMul": matmul}
