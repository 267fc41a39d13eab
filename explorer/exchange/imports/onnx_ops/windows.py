"""The padding of ONNX's sliding windows, which may differ at the two ends of a side."""

from __future__ import annotations

from typing import NamedTuple

from explorer.exchange.imports.onnx_ops.reading import Canvas, Op, Tensor, UnfitError


class Windows(NamedTuple):
    """A window over height and width, each as (height, width)."""

    kernel: tuple[int, int]
    stride: tuple[int, int]
    dilation: tuple[int, int]
    begin: tuple[int, int]
    end: tuple[int, int]

    def span(self, axis: int) -> int:
        """How far one window reaches."""
        return self.dilation[axis] * (self.kernel[axis] - 1) + 1


def image(op: Op, i: int = 0) -> Tensor:
    """An input N×C×H×W."""
    x = op.data(i)
    if len(x.shape) != 4:
        raise UnfitError(f"its input has {len(x.shape) - 2} sides, and images have 2")
    return x


def two(values: tuple[int, ...], what: str) -> tuple[int, int]:
    if len(values) != 2:
        raise UnfitError(f"{what} is not for height and width")
    return values[0], values[1]


def windows(op: Op, x: Tensor, kernel: tuple[int, ...]) -> Windows:
    """Kernel, stride, dilation and padding of a convolution or pool."""
    k = two(kernel, "kernel_shape")
    s = two(op.ints("strides", (1, 1)), "strides")
    d = two(op.ints("dilations", (1, 1)), "dilations")
    if min(*k, *s, *d) < 1:
        raise UnfitError("kernel, strides and dilations are at least 1")
    auto = op.get("auto_pad", "NOTSET")
    if auto in ("SAME_UPPER", "SAME_LOWER"):
        begin, end = [], []
        for axis in (0, 1):
            size = x.shape[axis + 2]
            out = -(-size // s[axis])
            total = max(0, (out - 1) * s[axis] + d[axis] * (k[axis] - 1) + 1 - size)
            less = total // 2
            begin.append(less if auto == "SAME_UPPER" else total - less)
            end.append(total - begin[-1])
    elif auto == "VALID":
        begin = end = [0, 0]
    else:
        pads = op.ints("pads", (0, 0, 0, 0))
        if len(pads) != 4:
            raise UnfitError("pads are not for height and width")
        begin, end = list(pads[:2]), list(pads[2:])
    return Windows(k, s, d, (begin[0], begin[1]), (end[0], end[1]))


def padded(canvas: Canvas, x: Tensor, begin: tuple[int, int], end: tuple[int, int]) -> Tensor:
    """Zeros around an image, of any number at each end; negative numbers cut."""
    if not any((*begin, *end)):
        return x
    sides = (begin[1], end[1], begin[0], end[0])
    return canvas.put("zero_pad2d", x, padding=sides, suffix="_pad")


def cropped(canvas: Canvas, x: Tensor, height: int, width: int) -> Tensor:
    """The first rows and columns of an image."""
    cut = (height - x.shape[2], width - x.shape[3])
    if cut == (0, 0):
        return x
    if max(cut) > 0:
        raise UnfitError("its result is smaller here")
    return canvas.put("zero_pad2d", x, padding=(0, cut[1], 0, cut[0]), suffix="_crop")
