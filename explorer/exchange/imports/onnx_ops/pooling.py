"""Pools: over windows, and over the whole image."""

from __future__ import annotations

from typing import Any

from explorer.blocks.layers.windows import window_side
from explorer.exchange.imports.onnx_ops.reading import Canvas, Op, Reader, Tensor, UnfitError
from explorer.exchange.imports.onnx_ops.windows import Windows, cropped, image, padded, windows

LEAST = -3.4e38
"""Padding that never is the largest: JSON has no infinity."""


def _sides(x: Tensor, w: Windows, ceil: bool) -> tuple[int, int]:
    """Height and width of the result, as ONNX counts them."""
    sides = []
    for axis in (0, 1):
        size, s = x.shape[axis + 2], w.stride[axis]
        over = size + w.begin[axis] + w.end[axis] - w.span(axis)
        if over < 0:
            raise UnfitError("its window does not fit in the image")
        count = (-(-over // s) if ceil else over // s) + 1
        if ceil and (count - 1) * s >= size + w.begin[axis]:
            # a last window that would begin in the padding behind the image
            count -= 1
        sides.append(count)
    return sides[0], sides[1]


def _counted(x: Tensor, w: Windows, ceil: bool) -> tuple[int, int]:
    """Height and width as torch counts them, with the padding of the beginning on both sides."""
    high, wide = (
        window_side(
            x.shape[axis + 2], w.kernel[axis], w.stride[axis], w.begin[axis], w.dilation[axis], ceil
        )
        for axis in (0, 1)
    )
    return high, wide


def _kernel(op: Op) -> tuple[int, ...]:
    kernel = op.ints("kernel_shape")
    if not kernel:
        raise UnfitError("it has no kernel_shape")
    return kernel


def _ceil(op: Op) -> bool:
    return bool(op.get("ceil_mode", 0))


def _by_place(op: Op, canvas: Canvas, type_: str, x: Tensor, w: Windows, **more: Any) -> Tensor:
    """A pool to which what lies outside the image does not count: only where its windows lie
    matters. torch's own may begin in the same places and be more in number, and are cut."""
    wanted = _sides(x, w, _ceil(op))
    fits = all(0 <= w.begin[axis] <= w.kernel[axis] // 2 for axis in (0, 1))
    for ceil in (False, True):
        found = _counted(x, w, ceil)
        if fits and found[0] >= wanted[0] and found[1] >= wanted[1]:
            dilated: dict[str, Any] = {"dilation": w.dilation} if type_ == "max_pool2d" else {}
            y = canvas.put(
                type_,
                x,
                kernel_size=w.kernel,
                stride=w.stride,
                padding=w.begin,
                ceil_mode=ceil,
                **dilated,
                **more,
            )
            return cropped(canvas, y, *wanted)
    if type_ != "max_pool2d":
        raise UnfitError("its padding leaves windows outside the image")
    sides = (w.begin[1], w.end[1], w.begin[0], w.end[0])
    x = canvas.put("constant_pad2d", x, padding=sides, value=LEAST, suffix="_pad")
    y = canvas.put(
        type_,
        x,
        kernel_size=w.kernel,
        stride=w.stride,
        dilation=w.dilation,
        ceil_mode=_ceil(op),
    )
    return cropped(canvas, y, *wanted)


def max_pool(op: Op, canvas: Canvas) -> tuple[Tensor, ...]:
    if len(op.node.output) > 1 and op.node.output[1]:
        raise UnfitError("it also gives where the largest values are")
    x = image(op)
    return (_by_place(op, canvas, "max_pool2d", x, windows(op, x, _kernel(op))),)


def average_pool(op: Op, canvas: Canvas) -> tuple[Tensor, ...]:
    x = image(op)
    w = windows(op, x, _kernel(op))
    if w.dilation != (1, 1):
        raise UnfitError("means over points apart are not known here")
    if not any((*w.begin, *w.end)) or not op.get("count_include_pad", 0):
        return (_by_place(op, canvas, "avg_pool2d", x, w, count_include_pad=False),)
    wanted, ceil = _sides(x, w, _ceil(op)), _ceil(op)
    padding = w.begin
    equal = w.begin == w.end and all(2 * p <= k for p, k in zip(w.begin, w.kernel, strict=True))
    if not equal:
        x, padding = padded(canvas, x, w.begin, w.end), (0, 0)
    y = canvas.put(
        "avg_pool2d", x, kernel_size=w.kernel, stride=w.stride, padding=padding, ceil_mode=ceil
    )
    return (cropped(canvas, y, *wanted),)


def global_pool(op: Op, canvas: Canvas) -> tuple[Tensor, ...]:
    mode = "max" if "Max" in op.type else "avg"
    return (canvas.put("global_pool2d", image(op), mode=mode),)


def reduce(op: Op, canvas: Canvas) -> tuple[Tensor, ...]:
    """ReduceMean and ReduceMax over the image are global pooling."""
    x = op.data()
    rank = len(x.shape)
    axes = op.ints("axes") or op.numbers(1)
    if not axes:
        raise UnfitError("it reduces the batch as well")
    over = sorted(axis + rank if axis < 0 else axis for axis in axes)
    mode = "max" if "Max" in op.type else "avg"
    kept = bool(op.get("keepdims", 1))
    if rank == 4 and over == [2, 3]:
        pooled = canvas.put("global_pool2d", x, mode=mode, suffix="" if kept else "_pool")
        return (pooled if kept else canvas.put("flatten", pooled),)
    if rank == 4 and over in ([2], [3]) and x.shape[5 - over[0]] == 1:
        # the other side is 1 already
        pooled = canvas.put("global_pool2d", x, mode=mode)
        if kept:
            return (pooled,)
    raise UnfitError(f"it reduces over axes {', '.join(map(str, over))}")


READERS: dict[str, Reader] = {
    "MaxPool": max_pool,
    "AveragePool": average_pool,
    "GlobalAveragePool": global_pool,
    "GlobalMaxPool": global_pool,
    "ReduceMean": reduce,
    "ReduceMax": reduce,
}
