"""What moves values about: flattening, joining, splitting, slicing, padding."""

from __future__ import annotations

from math import prod

import numpy as np

from explorer.exchange.imports.onnx_ops.reading import Canvas, Op, Reader, Tensor, UnfitError
from explorer.exchange.imports.onnx_ops.windows import image, padded


def same(op: Op, canvas: Canvas) -> tuple[Tensor, ...]:
    """What passes its input on: Identity, and casts between kinds of numbers."""
    return (op.data(),)


def arranged(canvas: Canvas, x: Tensor, shape: tuple[int, ...]) -> Tensor:
    """The same values in the same order, in another shape (with the batch)."""
    if shape == x.shape:
        return x
    if prod(shape) != prod(x.shape) or not shape or shape[0] != canvas.batch:
        raise UnfitError("its result is not one for each image")
    if len(shape) == 2:
        return canvas.put("flatten", x)
    return canvas.put("reshape", x, output_shape=shape[1:])


def flatten(op: Op, canvas: Canvas) -> tuple[Tensor, ...]:
    x = op.data()
    if op.axis(len(x.shape), 1) != 1:
        raise UnfitError("it lays the batch out as well")
    return (arranged(canvas, x, (x.shape[0], prod(x.shape[1:]))),)


def reshape(op: Op, canvas: Canvas) -> tuple[Tensor, ...]:
    x = op.data()
    wanted = list(op.ints("shape") or op.numbers(1) or ())
    if not op.get("allowzero", 0):
        wanted = [x.shape[i] if w == 0 and i < len(x.shape) else w for i, w in enumerate(wanted)]
    if wanted.count(-1) == 1:
        rest = prod(w for w in wanted if w != -1)
        if rest < 1:
            raise UnfitError("its shape is not a shape")
        wanted[wanted.index(-1)] = prod(x.shape) // rest
    return (arranged(canvas, x, tuple(wanted)),)


def squeeze(op: Op, canvas: Canvas) -> tuple[Tensor, ...]:
    x = op.data()
    rank = len(x.shape)
    axes = op.ints("axes") or op.numbers(1) or [i for i in range(1, rank) if x.shape[i] == 1]
    over = {axis + rank if axis < 0 else axis for axis in axes}
    if 0 in over:
        raise UnfitError("it takes the batch away")
    return (arranged(canvas, x, tuple(s for i, s in enumerate(x.shape) if i not in over)),)


def unsqueeze(op: Op, canvas: Canvas) -> tuple[Tensor, ...]:
    x = op.data()
    axes = op.ints("axes") or op.numbers(1) or ()
    rank = len(x.shape) + len(axes)
    shape = list(x.shape)
    for axis in sorted(axis + rank if axis < 0 else axis for axis in axes):
        shape.insert(axis, 1)
    return (arranged(canvas, x, tuple(shape)),)


def transpose(op: Op, canvas: Canvas) -> tuple[Tensor, ...]:
    x = op.data()
    order = op.ints("perm") or tuple(reversed(range(len(x.shape))))
    if order[0] != 0 or sorted(order) != list(range(len(x.shape))):
        raise UnfitError("it moves the batch")
    moved = [i for i in order if x.shape[i] != 1]
    if moved == sorted(moved):
        # only sides of 1 move, so the values stay in their order
        return (arranged(canvas, x, tuple(x.shape[i] for i in order)),)
    return (canvas.put("permute", x, order=tuple(i - 1 for i in order[1:])),)


def concat(op: Op, canvas: Canvas) -> tuple[Tensor, ...]:
    parts = tuple(op.data(i) for i in range(len(op.inputs)))
    axis = op.axis(len(parts[0].shape), 1)
    if len(parts) == 1:
        return parts
    if axis != 1:
        raise UnfitError(f"it joins along axis {axis}, and not channels")
    return (canvas.put("concat", *parts),)


def split(op: Op, canvas: Canvas) -> tuple[Tensor, ...]:
    x = op.data()
    axis, count = op.axis(len(x.shape), 0), len(op.node.output)
    size = x.shape[axis]
    whole = -(-size // count)
    sizes = op.ints("split") or op.numbers(1) or tuple(
        min(whole, size - i * whole) for i in range(count)
    )  # fmt: skip
    if len(sizes) != count or sum(sizes) != size:
        raise UnfitError("its parts do not make up its input")
    found, at = [], 0
    for i, part in enumerate(sizes):
        suffix = f"_{i}" if i else ""
        # what nobody reads is not put down
        wanted = bool(op.node.output[i])
        found.append(taken(canvas, x, axis, at, at + part, suffix) if wanted else x)
        at += part
    return tuple(found)


def taken(
    canvas: Canvas, x: Tensor, axis: int, start: int, stop: int, suffix: str = "", step: int = 1
) -> Tensor:
    """Part of a value along one axis."""
    size = x.shape[axis]
    if (start, stop, step) == (0, size, 1):
        return x
    count = stop - start
    if axis == 1 and step == 1 and count > 0 and size % count == 0 and start % count == 0:
        return canvas.put(
            "channel_split", x, parts=size // count, part=start // count, suffix=suffix
        )
    if step != 1:
        raise UnfitError("it leaves values out between those that it takes")
    if axis == 1:
        return canvas.put("slice_channels", x, start=start, stop=stop, suffix=suffix)
    if len(x.shape) != 4:
        raise UnfitError("it is not of an image")
    # rows or columns are cut off as padding below zero does
    cut = [0, 0, 0, 0]
    first = 2 if axis == 2 else 0
    cut[first], cut[first + 1] = -start, stop - size
    return canvas.put("zero_pad2d", x, padding=cut, suffix=suffix)


def slice_(op: Op, canvas: Canvas) -> tuple[Tensor, ...]:
    x = op.data()
    starts = op.ints("starts") or op.numbers(1) or ()
    ends = op.ints("ends") or op.numbers(2) or ()
    axes = op.ints("axes") or op.numbers(3) or tuple(range(len(starts)))
    steps = op.numbers(4) or (1,) * len(starts)
    if not len(starts) == len(ends) == len(axes) == len(steps):
        raise UnfitError("it says not everything for each axis")
    for i, (axis, start, end, step) in enumerate(zip(axes, starts, ends, steps, strict=True)):
        axis = axis + len(x.shape) if axis < 0 else axis
        if step < 1:
            raise UnfitError("it goes backwards")
        if not 0 <= axis < len(x.shape):
            raise UnfitError("there is no such axis")
        first, stop, _ = slice(start, end, step).indices(x.shape[axis])
        if stop <= first or (axis == 0 and (first, stop) != (0, x.shape[0])):
            raise UnfitError("nothing is left of it")
        x = taken(canvas, x, axis, first, stop, f"_{i}" if i else "", step)
    return (x,)


def gather(op: Op, canvas: Canvas) -> tuple[Tensor, ...]:
    x, indices = op.data(), op.known(1)
    if indices is None or op.axis(len(x.shape), 0) != 1 or indices.ndim != 1:
        raise UnfitError("it does not pick channels")
    size = x.shape[1]
    channels = [int(i) + size if i < 0 else int(i) for i in indices]
    return (canvas.put("pick_channels", x, channels=channels),)


def pad(op: Op, canvas: Canvas) -> tuple[Tensor, ...]:
    x = image(op)
    mode = op.get("mode", "constant")
    pads = op.ints("pads") or op.ints("paddings") or op.numbers(1) or ()
    axes = op.numbers(3) or tuple(range(len(pads) // 2))
    value = op.get("value")
    if value is None:
        found = op.known(2)
        value = 0.0 if found is None or not found.size else float(found.reshape(-1)[0])
    begin, end = [0] * 4, [0] * 4
    for i, axis in enumerate(axes):
        begin[axis % 4], end[axis % 4] = pads[i], pads[i + len(axes)]
    if begin[0] or end[0]:
        raise UnfitError("it pads the batch")
    if begin[1] or end[1]:
        if mode != "constant" or value or min(begin[1], end[1]) < 0:
            raise UnfitError("it pads channels with something else than zeros")
        x = canvas.put("zero_pad_channels", x, before=begin[1], after=end[1], suffix="_channels")
    high, wide = (begin[2], begin[3]), (end[2], end[3])
    if not any((*high, *wide)):
        return (x,)
    if mode == "constant" and not value:
        return (padded(canvas, x, high, wide),)
    sides = (begin[3], end[3], begin[2], end[2])
    names = {"reflect": "reflect", "edge": "replicate", "wrap": "circular"}
    if mode != "constant" and mode not in names:
        raise UnfitError(f"padding by {mode} is not known here")
    if mode == "constant":
        return (canvas.put("constant_pad2d", x, padding=sides, value=float(np.float32(value))),)
    return (canvas.put("edge_pad2d", x, padding=sides, mode=names[mode]),)


READERS: dict[str, Reader] = {
    "Identity": same,
    "Cast": same,
    "Flatten": flatten,
    "Reshape": reshape,
    "Squeeze": squeeze,
    "Unsqueeze": unsqueeze,
    "Transpose": transpose,
    "Concat": concat,
    "Split": split,
    "Slice": slice_,
    "Gather": gather,
    "Pad": pad,
}
