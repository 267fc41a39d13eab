"""What is known before any image comes in: shapes, and arithmetic on them and on weights."""

from __future__ import annotations

from collections.abc import Callable
from math import prod
from typing import Any

import numpy as np
import onnx

from explorer.exchange.imports.onnx_ops.reading import Array, Op, UnfitError

MOST = 1_000_000
"""Values that one node may make of fewer: no arithmetic on shapes needs more."""


def folded(op: Op) -> tuple[Array, ...] | None:
    """A node's outputs where all that it reads is known; None where it is not, or where nothing
    here can work it out."""
    if op.type == "Shape":
        return _shape(op)
    if op.type == "Size":
        x = op.inputs[0]
        return None if x is None else (np.array(prod(x.shape), np.int64),)
    if any(x is not None and x.array is None for x in op.inputs):
        return None
    fold = _FOLDS.get(op.type)
    if fold is None:
        return None
    arrays = [x.array for x in op.inputs if x is not None and x.array is not None]
    try:
        with np.errstate(all="ignore"):
            found = fold(op, *arrays)
    except (UnfitError, ValueError, IndexError, TypeError, MemoryError, OverflowError):
        return None
    return found if isinstance(found, tuple) else (found,)


def _limited(shape: tuple[int, ...] | list[int], read: int = 0) -> None:
    if any(side < 0 for side in shape) or prod(shape) > max(MOST, read):
        raise UnfitError("it makes more values than arithmetic on shapes needs")


def _shape(op: Op) -> tuple[Array, ...] | None:
    x = op.inputs[0]
    if x is None:
        return None
    start, end = op.get("start", 0), op.get("end", len(x.shape))
    return (np.array(x.shape[start:end], np.int64),)


def _binary(function: Callable[[Array, Array], Array]) -> Callable[..., Array]:
    def fold(op: Op, a: Array, b: Array) -> Array:
        _limited(np.broadcast_shapes(a.shape, b.shape), a.size + b.size)
        return np.asarray(function(a, b), dtype=None if function in _TRUTHS else a.dtype)

    return fold


_TRUTHS = (np.equal, np.greater, np.less, np.greater_equal, np.less_equal)


def _divide(a: Array, b: Array) -> Array:
    if a.dtype.kind in "iu":
        # ONNX cuts what is behind the point, numpy rounds down
        return np.asarray(np.fix(a / np.where(b == 0, 1, b)), a.dtype)
    return a / b


def _slice(op: Op, x: Array, *rest: Array) -> Array:
    starts = op.ints("starts") or tuple(int(v) for v in rest[0])
    ends = op.ints("ends") or tuple(int(v) for v in rest[1])
    given = op.numbers(3) if len(op.inputs) > 3 else None
    axes = op.ints("axes") or given or tuple(range(len(starts)))
    steps = (op.numbers(4) if len(op.inputs) > 4 else None) or (1,) * len(starts)
    cut: list[Any] = [slice(None)] * x.ndim
    for axis, start, end, step in zip(axes, starts, ends, steps, strict=True):
        cut[axis] = slice(start, end if step > 0 or end > -x.shape[axis] - 1 else None, step)
    return np.asarray(x[tuple(cut)])


def _axes(op: Op, rest: tuple[Array, ...]) -> tuple[int, ...]:
    return op.ints("axes") or (tuple(int(v) for v in rest[0].reshape(-1)) if rest else ())


def _unsqueeze(op: Op, x: Array, *rest: Array) -> Array:
    return np.expand_dims(x, _axes(op, rest))


def _squeeze(op: Op, x: Array, *rest: Array) -> Array:
    return np.squeeze(x, _axes(op, rest) or None)


def _reshape(op: Op, x: Array, *rest: Array) -> Array:
    wanted = op.ints("shape") or tuple(int(v) for v in rest[0])
    return x.reshape([x.shape[i] if side == 0 else side for i, side in enumerate(wanted)])


def _expand(op: Op, x: Array, shape: Array) -> Array:
    full = np.broadcast_shapes(x.shape, tuple(int(v) for v in shape))
    _limited(full)
    return np.broadcast_to(x, full).copy()


def _filled(op: Op, shape: Array) -> Array:
    sides = [int(v) for v in shape]
    _limited(sides)
    value = op.get("value")
    one = np.zeros(1, np.float32) if value is None else onnx.numpy_helper.to_array(value)
    return np.full(sides, one.reshape(-1)[0], one.dtype)


def _cast(op: Op, x: Array, *_: Array) -> Array:
    return x.astype(onnx.helper.tensor_dtype_to_np_dtype(int(op.get("to", 1))))


def _range(op: Op, start: Array, limit: Array, delta: Array) -> Array:
    a, b, d = (v.reshape(-1)[0] for v in (start, limit, delta))
    if d == 0:
        raise UnfitError("it has no end")
    _limited([max(0, int((float(b) - float(a)) / float(d)) + 1)])
    return np.arange(a, b, d, dtype=start.dtype)


def _tile(op: Op, x: Array, repeats: Array) -> Array:
    _limited([s * int(r) for s, r in zip(x.shape, repeats, strict=True)])
    return np.tile(x, [int(r) for r in repeats])


def _gather(op: Op, x: Array, indices: Array) -> Array:
    axis = int(op.get("axis", 0))
    _limited([*indices.shape, max(1, x.size // max(1, x.shape[axis]))], x.size)
    return np.take(x, indices.astype(np.int64), axis)


def _concat(op: Op, *parts: Array) -> Array:
    _limited([sum(p.size for p in parts)], sum(p.size for p in parts))
    return np.concatenate(parts, int(op.get("axis", 1)))


def _split(op: Op, x: Array, *rest: Array) -> tuple[Array, ...]:
    sizes = op.ints("split") or (tuple(int(v) for v in rest[0]) if rest else ())
    axis = int(op.get("axis", 0))
    count = len(op.node.output)
    if sizes:
        return tuple(np.split(x, np.cumsum(sizes)[:-1], axis))
    return tuple(np.array_split(x, count, axis))


def _where(op: Op, choice: Array, a: Array, b: Array) -> Array:
    _limited(np.broadcast_shapes(choice.shape, a.shape, b.shape), a.size + b.size)
    return np.where(choice, a, b)


def _reduced(function: Callable[..., Array]) -> Callable[..., Array]:
    def fold(op: Op, x: Array, *rest: Array) -> Array:
        axes = _axes(op, rest) or None
        found = function(x, axis=axes, keepdims=bool(op.get("keepdims", 1)))
        return np.asarray(found, x.dtype)

    return fold


def _one(function: Callable[[Array], Array]) -> Callable[..., Array]:
    def fold(op: Op, x: Array) -> Array:
        return np.asarray(function(x))

    return fold


_FOLDS: dict[str, Callable[..., Array | tuple[Array, ...]]] = {
    "Add": _binary(np.add),
    "Sub": _binary(np.subtract),
    "Mul": _binary(np.multiply),
    "Div": _binary(_divide),
    "Pow": _binary(np.power),
    "Mod": _binary(np.mod),
    "Equal": _binary(np.equal),
    "Greater": _binary(np.greater),
    "Less": _binary(np.less),
    "Max": _binary(np.maximum),
    "Min": _binary(np.minimum),
    "Identity": _one(lambda x: x),
    "Neg": _one(np.negative),
    "Sqrt": _one(np.sqrt),
    "Floor": _one(np.floor),
    "Ceil": _one(np.ceil),
    "Not": _one(np.logical_not),
    "Abs": _one(np.abs),
    "Exp": _one(np.exp),
    "Reciprocal": _one(np.reciprocal),
    "Cast": _cast,
    "Gather": _gather,
    "Concat": _concat,
    "Slice": _slice,
    "Unsqueeze": _unsqueeze,
    "Squeeze": _squeeze,
    "Reshape": _reshape,
    "Expand": _expand,
    "ConstantOfShape": _filled,
    "Range": _range,
    "Tile": _tile,
    "Where": _where,
    "Split": _split,
    "Flatten": lambda op, x: x.reshape(prod(x.shape[: op.get("axis", 1)]), -1),
    "Transpose": lambda op, x: np.transpose(x, op.ints("perm") or None),
    "ReduceProd": _reduced(np.prod),
    "ReduceSum": _reduced(np.sum),
    "ReduceMin": _reduced(np.min),
    "ReduceMax": _reduced(np.max),
    "ReduceMean": _reduced(np.mean),
}
