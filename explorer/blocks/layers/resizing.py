"""Layers that make an image larger without learning anything, and padding that is not zeros."""

from __future__ import annotations

from explorer.blocks.description import (
    BlockError,
    Cost,
    Layer,
    Operation,
    Role,
    Settings,
    Shape,
    Term,
    Window,
)
from explorer.blocks.layers.windows import need_image, shape_text
from explorer.blocks.parameters import Kind, Parameter, choice, flag, pair
from explorer.graph.values import Value


class Upsample(Layer):
    name = "upsample"
    title = "Upsample"
    role = Role.POOLING
    category = "Layers"
    default_name = "up"
    help = "Makes the image larger by whole factors, by repeating or by mixing values."
    parameters = (
        pair("scale", 2, "How many times larger, height and width.", 1, 1024),
        choice("mode", ("nearest", "bilinear", "bicubic"), "How values between are made."),
        flag("align_corners", False, "Whether the corners' values stay at the corners."),
    )

    def output(self, p: Settings, inputs: tuple[Shape, ...]) -> Shape:
        need_image(self.title, inputs[0])
        if p["align_corners"] and p["mode"] == "nearest":
            raise BlockError(
                "Upsample: nearest knows no align_corners",
                "It makes no values between those that there are.",
                "Leave align_corners off, or take bilinear.",
            )
        channels, height, width = inputs[0]
        return (channels, height * p["scale"][0], width * p["scale"][1])

    def explain_output(self, p: Settings, inputs: tuple[Shape, ...]) -> tuple[str, ...]:
        _, *sides = inputs[0]
        return tuple(f"{a}·{b} = {a * b}" for a, b in zip(sides, p["scale"], strict=True))

    def cost(self, p: Settings, inputs: tuple[Shape, ...], output: Shape) -> Cost:
        each = {"nearest": 0, "bilinear": 4, "bicubic": 16}[p["mode"]]
        return Cost(extra=Term(f"{each}·values", ((each, *output),)) if each else Term())

    def window(self, p: Settings, inputs: tuple[Shape, ...], output: Shape) -> Window:
        # what a transposed convolution of that stride would see: its own pixel, or its neighbours
        sh, sw = p["scale"]
        reach = {"nearest": 1, "bilinear": 2, "bicubic": 4}[p["mode"]]
        pads = ((reach - 1) * sh // 2, (reach - 1) * sw // 2)
        return Window((reach * sh, reach * sw), (sh, sw), pads, transposed=True)

    def operation(self, p: Settings, inputs: tuple[Shape, ...]) -> Operation:
        high, wide = (float(s) for s in p["scale"])
        kwargs: list[tuple[str, Value]] = [("scale_factor", high if high == wide else (high, wide))]
        if p["mode"] != "nearest":
            kwargs += [("mode", p["mode"]), ("align_corners", p["align_corners"])]
        return Operation("nn.Upsample", (), tuple(kwargs))

    def summary(self, p: Settings) -> str:
        high, wide = p["scale"]
        return f"×{high} {p['mode']}" if high == wide else f"×{high},{wide} {p['mode']}"


_CLASSES = {
    "reflect": "nn.ReflectionPad2d",
    "replicate": "nn.ReplicationPad2d",
    "circular": "nn.CircularPad2d",
}


class EdgePad2d(Layer):
    name = "edge_pad2d"
    title = "Edge padding"
    role = Role.SHAPE
    category = "Layers"
    default_name = "pad"
    help = "Adds rows and columns made of the image itself: mirrored, repeated or from across."
    parameters = (
        choice("mode", tuple(_CLASSES), "Mirrored, the last row again, or from the other side."),
        Parameter("padding", Kind.SIDES, 1, "Left, right, top, bottom.", 0, 10_000),
    )

    def output(self, p: Settings, inputs: tuple[Shape, ...]) -> Shape:
        need_image(self.title, inputs[0])
        left, right, top, bottom = p["padding"]
        channels, height, width = inputs[0]
        least = {"reflect": 1, "replicate": -(10**9), "circular": 0}[p["mode"]]
        for side, pads in ((height, (top, bottom)), (width, (left, right))):
            if max(pads) + least > side:
                raise BlockError(
                    f"{self.title}: {max(pads)} is too much for {shape_text(inputs[0])}",
                    "There are not as many rows or columns to take.",
                    "Pad less, or take replicate.",
                )
        return (channels, height + top + bottom, width + left + right)

    def explain_output(self, p: Settings, inputs: tuple[Shape, ...]) -> tuple[str, ...]:
        left, right, top, bottom = p["padding"]
        _, height, width = inputs[0]
        return (
            f"{height} + {top} + {bottom} = {height + top + bottom}",
            f"{width} + {left} + {right} = {width + left + right}",
        )

    def window(self, p: Settings, inputs: tuple[Shape, ...], output: Shape) -> Window:
        left, _, top, _ = p["padding"]
        return Window(padding=(top, left))

    def cost(self, p: Settings, inputs: tuple[Shape, ...], output: Shape) -> Cost:
        return Cost()

    def operation(self, p: Settings, inputs: tuple[Shape, ...]) -> Operation:
        sides = p["padding"]
        return Operation(_CLASSES[p["mode"]], (sides[0] if len(set(sides)) == 1 else sides,))

    def summary(self, p: Settings) -> str:
        sides = p["padding"]
        text = str(sides[0]) if len(set(sides)) == 1 else ", ".join(map(str, sides))
        return f"{p['mode']} {text}"


LAYERS: tuple[Layer, ...] = (Upsample(), EdgePad2d())
