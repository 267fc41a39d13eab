"""Pooling: the largest or the mean value of a window, or of the whole image."""

from __future__ import annotations

from math import prod

from explorer.blocks.description import (
    WHOLE_IMAGE,
    BlockError,
    Cost,
    Hint,
    Layer,
    Mend,
    Operation,
    Role,
    Settings,
    Shape,
    Term,
    WholeImage,
    Window,
)
from explorer.blocks.layers.windows import (
    explain_sides,
    need_image,
    pair_text,
    rounding_hints,
    stride_of,
    window_sides,
    window_summary,
)
from explorer.blocks.parameters import choice, flag, optional_pair, pair
from explorer.graph.values import Value


class _WindowPool(Layer):
    role = Role.POOLING
    category = "Layers"
    torch_class = ""

    def output(self, p: Settings, inputs: tuple[Shape, ...]) -> Shape:
        (x,) = inputs
        need_image(self.title, x)
        for axis in (0, 1):
            k, pad = p["kernel_size"][axis], p["padding"][axis]
            if pad > k // 2:
                raise BlockError(
                    f"{self.title}: padding {pad} is more than half of the kernel, {k}",
                    "A window could then lie wholly in the padding.",
                    f"Take padding {k // 2} or less.",
                    (Mend(f"Padding {k // 2}", (("padding", k // 2),)),),
                )
        return (x[0], *window_sides(self.title, p, x, p["ceil_mode"]))

    def explain_output(self, p: Settings, inputs: tuple[Shape, ...]) -> tuple[str, ...]:
        return explain_sides(p, inputs[0], p["ceil_mode"])

    def cost(self, p: Settings, inputs: tuple[Shape, ...], output: Shape) -> Cost:
        return Cost(extra=Term("kh·kw·C·H·W", ((*p["kernel_size"], *output),)))

    def window(self, p: Settings, inputs: tuple[Shape, ...], output: Shape) -> Window:
        return Window(p["kernel_size"], stride_of(p), p["padding"], p["dilation"])

    def operation(self, p: Settings, inputs: tuple[Shape, ...]) -> Operation:
        def scalar(value: tuple[int, int]) -> Value:
            return value[0] if value[0] == value[1] else value

        kwargs: list[tuple[str, Value]] = []
        if stride_of(p) != p["kernel_size"]:
            kwargs.append(("stride", scalar(stride_of(p))))
        for name, usual in (("padding", (0, 0)), ("dilation", (1, 1))):
            if p[name] != usual:
                kwargs.append((name, scalar(p[name])))
        if p["ceil_mode"]:
            kwargs.append(("ceil_mode", True))
        if not p.get("count_include_pad", True):
            kwargs.append(("count_include_pad", False))
        return Operation(self.torch_class, (scalar(p["kernel_size"]),), tuple(kwargs))

    def hints(self, p: Settings, inputs: tuple[Shape, ...]) -> tuple[Hint, ...]:
        if p["ceil_mode"]:
            return ()
        return tuple(
            hint._replace(mends=(Mend("Round up (ceil mode)", (("ceil_mode", True),)),))
            for hint in rounding_hints(p, inputs[0])
        )

    def summary(self, p: Settings) -> str:
        return window_summary(p) + (" ceil" if p["ceil_mode"] else "")


_KERNEL = pair("kernel_size", 2, "Height and width of the window.")
_STRIDE = optional_pair("stride", "How far the window moves; its own size where none is given.")
_PADDING = pair("padding", 0, "Rows and columns added around the image.", low=0)
_CEIL = flag("ceil_mode", False, "Round the output up, so that the last window may hang over.")


class MaxPool2d(_WindowPool):
    name = "max_pool2d"
    title = "Max pooling"
    default_name = "pool"
    help = "Keeps the largest value of each window."
    torch_class = "nn.MaxPool2d"
    parameters = (
        _KERNEL,
        _STRIDE,
        _PADDING,
        pair("dilation", 1, "Distance between the points of the window."),
        _CEIL,
    )


class AvgPool2d(_WindowPool):
    name = "avg_pool2d"
    title = "Average pooling"
    default_name = "pool"
    help = "Takes the mean of each window."
    torch_class = "nn.AvgPool2d"
    parameters = (
        _KERNEL,
        _STRIDE,
        _PADDING,
        _CEIL,
        flag("count_include_pad", True, "Whether padding counts in the mean."),
    )

    def output(self, p: Settings, inputs: tuple[Shape, ...]) -> Shape:
        return super().output(_undilated(p), inputs)

    def explain_output(self, p: Settings, inputs: tuple[Shape, ...]) -> tuple[str, ...]:
        return super().explain_output(_undilated(p), inputs)

    def window(self, p: Settings, inputs: tuple[Shape, ...], output: Shape) -> Window:
        return super().window(_undilated(p), inputs, output)

    def operation(self, p: Settings, inputs: tuple[Shape, ...]) -> Operation:
        return super().operation(_undilated(p), inputs)

    def hints(self, p: Settings, inputs: tuple[Shape, ...]) -> tuple[Hint, ...]:
        return super().hints(_undilated(p), inputs)


def _undilated(p: Settings) -> Settings:
    return {**p, "dilation": (1, 1)}


_HOW = choice("mode", ("avg", "max"), "The mean, or the largest value.")


def _adaptive(mode: str) -> str:
    return "nn.AdaptiveAvgPool2d" if mode == "avg" else "nn.AdaptiveMaxPool2d"


class AdaptivePool2d(Layer):
    name = "adaptive_pool2d"
    title = "Adaptive pooling"
    role = Role.POOLING
    category = "Layers"
    default_name = "pool"
    help = "Pools to a given size, whatever the size of the image."
    parameters = (
        _HOW,
        pair("output_size", 7, "Height and width of the result."),
    )

    def output(self, p: Settings, inputs: tuple[Shape, ...]) -> Shape:
        need_image(self.title, inputs[0])
        return (inputs[0][0], *p["output_size"])

    def explain_output(self, p: Settings, inputs: tuple[Shape, ...]) -> tuple[str, ...]:
        return tuple(f"{side} (the size asked for) = {side}" for side in p["output_size"])

    def cost(self, p: Settings, inputs: tuple[Shape, ...], output: Shape) -> Cost:
        return Cost(extra=Term("C·H_in·W_in", (inputs[0],)))

    def window(self, p: Settings, inputs: tuple[Shape, ...], output: Shape) -> Window | WholeImage:
        if output[1:] == (1, 1) and prod(inputs[0][1:]) > 1:
            return WHOLE_IMAGE
        kernels, strides = [], []
        for size, out in zip(inputs[0][1:], output[1:], strict=True):
            kernels.append(max(-(-(i + 1) * size // out) - i * size // out for i in range(out)))
            strides.append(max(1, size // out))
        return Window((kernels[0], kernels[1]), (strides[0], strides[1]))

    def operation(self, p: Settings, inputs: tuple[Shape, ...]) -> Operation:
        size = p["output_size"]
        return Operation(_adaptive(p["mode"]), (size[0] if size[0] == size[1] else size,))

    def summary(self, p: Settings) -> str:
        return f"{p['mode']} to {pair_text(p['output_size'])}"


class GlobalPool2d(Layer):
    name = "global_pool2d"
    title = "Global pooling"
    role = Role.POOLING
    category = "Layers"
    default_name = "pool"
    help = "Reduces every channel to one value, the mean (or largest) over the image."
    parameters = (_HOW,)

    def output(self, p: Settings, inputs: tuple[Shape, ...]) -> Shape:
        need_image(self.title, inputs[0])
        return (inputs[0][0], 1, 1)

    def explain_output(self, p: Settings, inputs: tuple[Shape, ...]) -> tuple[str, ...]:
        return ("1 (one value a channel) = 1",)

    def cost(self, p: Settings, inputs: tuple[Shape, ...], output: Shape) -> Cost:
        return Cost(extra=Term("C·H_in·W_in", (inputs[0],)))

    def window(self, p: Settings, inputs: tuple[Shape, ...], output: Shape) -> WholeImage:
        return WHOLE_IMAGE

    def operation(self, p: Settings, inputs: tuple[Shape, ...]) -> Operation:
        return Operation(_adaptive(p["mode"]), (1,))

    def summary(self, p: Settings) -> str:
        return str(p["mode"])


LAYERS: tuple[Layer, ...] = (MaxPool2d(), AvgPool2d(), AdaptivePool2d(), GlobalPool2d())
