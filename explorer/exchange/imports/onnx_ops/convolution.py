"""Conv and ConvTranspose."""

from __future__ import annotations

from explorer.exchange.imports.onnx_ops.reading import Array, Canvas, Op, Reader, Tensor, UnfitError
from explorer.exchange.imports.onnx_ops.windows import image, padded, two, windows


def _weights(op: Op) -> dict[str, Array]:
    found = {"weight": op.weights(1)}
    if op.input(2) is not None:
        found["bias"] = op.weights(2)
    if found["weight"].ndim != 4:
        raise UnfitError("its filters are not for images")
    return found


def conv(op: Op, canvas: Canvas) -> tuple[Tensor, ...]:
    x, weights = image(op), _weights(op)
    shape = weights["weight"].shape
    groups = int(op.get("group", 1))
    if groups < 1 or shape[1] * groups != x.shape[1]:
        raise UnfitError(
            f"its filters are for {shape[1] * groups} channels, its input has {x.shape[1]}"
        )
    w = windows(op, x, shape[2:])
    padding = w.begin
    if w.begin != w.end or min(padding) < 0:
        x, padding = padded(canvas, x, w.begin, w.end), (0, 0)
    found = canvas.put(
        "conv2d",
        x,
        weights=weights,
        out_channels=shape[0],
        kernel_size=w.kernel,
        stride=w.stride,
        padding=padding,
        dilation=w.dilation,
        groups=groups,
        bias="bias" in weights,
    )
    return (found,)


def conv_transpose(op: Op, canvas: Canvas) -> tuple[Tensor, ...]:
    """What is cut from its ends may differ; then a layer of its own cuts it."""
    x, weights = image(op), _weights(op)
    shape = weights["weight"].shape
    groups = int(op.get("group", 1))
    if groups < 1 or shape[0] != x.shape[1]:
        raise UnfitError(f"its filters are for {shape[0]} channels, its input has {x.shape[1]}")
    stride = two(op.ints("strides", (1, 1)), "strides")
    dilation = two(op.ints("dilations", (1, 1)), "dilations")
    extra = two(op.ints("output_padding", (0, 0)), "output_padding")
    if min(*stride, *dilation) < 1:
        raise UnfitError("strides and dilations are at least 1")
    full = [
        (x.shape[axis + 2] - 1) * stride[axis] + dilation[axis] * (shape[axis + 2] - 1) + 1
        for axis in (0, 1)
    ]
    begin, end = _cut(op, x, full, stride, extra)
    more = (extra[0] + begin[0] - end[0], extra[1] + begin[1] - end[1])
    simple = all(
        0 <= more[axis] < max(stride[axis], dilation[axis]) and begin[axis] >= 0 for axis in (0, 1)
    )
    found = canvas.put(
        "conv_transpose2d",
        x,
        weights=weights,
        out_channels=shape[1] * groups,
        kernel_size=shape[2:],
        stride=stride,
        padding=begin if simple else (0, 0),
        output_padding=more if simple else extra,
        dilation=dilation,
        groups=groups,
        bias="bias" in weights,
    )
    if not simple:
        if "bias" in weights and min(*begin, *end) < 0:
            raise UnfitError("its bias would be missing in what is added at its ends")
        found = padded(canvas, found, (-begin[0], -begin[1]), (-end[0], -end[1]))
    return (found,)


def _cut(
    op: Op, x: Tensor, full: list[int], stride: tuple[int, int], extra: tuple[int, int]
) -> tuple[tuple[int, int], tuple[int, int]]:
    """Rows and columns that are cut from the beginnings and ends of the full result."""
    auto = op.get("auto_pad", "NOTSET")
    wanted = op.ints("output_shape")
    if not wanted and auto in ("SAME_UPPER", "SAME_LOWER"):
        wanted = tuple(x.shape[axis + 2] * stride[axis] for axis in (0, 1))
    if not wanted:
        pads = (0, 0, 0, 0) if auto == "VALID" else op.ints("pads", (0, 0, 0, 0))
        if len(pads) != 4:
            raise UnfitError("pads are not for height and width")
        return (pads[0], pads[1]), (pads[2], pads[3])
    begin, end = [], []
    for axis, out in enumerate(two(wanted[-2:], "output_shape")):
        total = max(0, full[axis] + extra[axis] - out)
        if full[axis] + extra[axis] < out:
            raise UnfitError("its output_shape is larger than what it makes")
        less = total // 2
        begin.append(less if auto == "SAME_UPPER" else total - less)
        end.append(total - begin[-1])
    return (begin[0], begin[1]), (end[0], end[1])


READERS: dict[str, Reader] = {"Conv": conv, "ConvTranspose": conv_transpose}
