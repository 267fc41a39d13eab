"""Other shapes and sizes: values in another shape, an image of a given size, a frame of a value."""

from __future__ import annotations

from math import prod

from explorer.blocks.description import (
    POINT,
    WHOLE_IMAGE,
    BlockError,
    Cost,
    Layer,
    Operation,
    Role,
    Settings,
    Shape,
    Term,
    WholeImage,
    Window,
)
from explorer.blocks.layers.windows import need_image, pair_text, shape_text
from explorer.blocks.parameters import Kind, Parameter, choice, flag, number, pair
from explorer.graph.values import Value


class Reshape(Layer):
    name = "reshape"
    title = "Reshape"
    role = Role.SHAPE
    category = "Layers"
    help = "Lays the same values out in another shape, in their order."
    parameters = (
        Parameter(
            "output_shape", Kind.SHAPE, (1, 1, 1), "The shape, without the batch.", 1, 1_000_000
        ),
    )

    def output(self, p: Settings, inputs: tuple[Shape, ...]) -> Shape:
        (x,), shape = inputs, p["output_shape"]
        if prod(x) != prod(shape):
            raise BlockError(
                f"{self.title}: {shape_text(x)} has {prod(x)} values, {shape_text(shape)} takes "
                f"{prod(shape)}",
                "The values stay the same, only their arrangement changes.",
                f"Give a shape of {prod(x)} values.",
            )
        found: Shape = shape
        return found

    def explain_output(self, p: Settings, inputs: tuple[Shape, ...]) -> tuple[str, ...]:
        return tuple(f"{side} (the shape asked for) = {side}" for side in p["output_shape"])

    def cost(self, p: Settings, inputs: tuple[Shape, ...], output: Shape) -> Cost:
        return Cost(makes_tensor=False)

    def window(self, p: Settings, inputs: tuple[Shape, ...], output: Shape) -> Window | WholeImage:
        return POINT if len(inputs[0]) == 1 or inputs[0][1:] == output[1:] else WHOLE_IMAGE

    def operation(self, p: Settings, inputs: tuple[Shape, ...]) -> Operation:
        shape = (-1, *p["output_shape"])
        return Operation(
            "torch.reshape",
            kwargs=(("shape", shape),),
            is_module=False,
            function=f"torch.reshape({{}}, {shape})",
        )

    def summary(self, p: Settings) -> str:
        return shape_text(p["output_shape"])


class Resize(Layer):
    name = "resize"
    title = "Resize"
    role = Role.POOLING
    category = "Layers"
    help = "Makes the image of a given height and width, larger or smaller."
    parameters = (
        pair("size", 7, "Height and width of the result."),
        choice("mode", ("nearest", "bilinear", "bicubic"), "How values between are made."),
        flag("align_corners", False, "Whether the corners' values stay at the corners."),
    )

    def output(self, p: Settings, inputs: tuple[Shape, ...]) -> Shape:
        need_image(self.title, inputs[0])
        if p["align_corners"] and p["mode"] == "nearest":
            raise BlockError(
                "Resize: nearest knows no align_corners",
                "It makes no values between those that there are.",
                "Leave align_corners off, or take bilinear.",
            )
        return (inputs[0][0], *p["size"])

    def explain_output(self, p: Settings, inputs: tuple[Shape, ...]) -> tuple[str, ...]:
        return tuple(f"{side} (the size asked for) = {side}" for side in p["size"])

    def cost(self, p: Settings, inputs: tuple[Shape, ...], output: Shape) -> Cost:
        each = {"nearest": 0, "bilinear": 4, "bicubic": 16}[p["mode"]]
        return Cost(extra=Term(f"{each}·values", ((each, *output),)) if each else Term())

    def window(self, p: Settings, inputs: tuple[Shape, ...], output: Shape) -> Window | WholeImage:
        strides = [max(1, -(-a // b)) for a, b in zip(inputs[0][1:], output[1:], strict=True)]
        reach = {"nearest": 1, "bilinear": 2, "bicubic": 4}[p["mode"]]
        return Window((reach, reach), (strides[0], strides[1]))

    def operation(self, p: Settings, inputs: tuple[Shape, ...]) -> Operation:
        kwargs: list[tuple[str, Value]] = [("size", p["size"])]
        if p["mode"] != "nearest":
            kwargs += [("mode", p["mode"]), ("align_corners", p["align_corners"])]
        return Operation("nn.Upsample", (), tuple(kwargs))

    def summary(self, p: Settings) -> str:
        return f"to {pair_text(p['size'])} {p['mode']}"


class ConstantPad2d(Layer):
    name = "constant_pad2d"
    title = "Constant padding"
    role = Role.SHAPE
    category = "Layers"
    default_name = "pad"
    help = "Adds rows and columns of one value around the image."
    parameters = (
        Parameter("padding", Kind.SIDES, 1, "Left, right, top, bottom.", 0, 10_000),
        number("value", 0.0, "What the new rows and columns hold.", -3.4e38, 3.4e38),
    )

    def output(self, p: Settings, inputs: tuple[Shape, ...]) -> Shape:
        need_image(self.title, inputs[0])
        left, right, top, bottom = p["padding"]
        channels, height, width = inputs[0]
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

    def operation(self, p: Settings, inputs: tuple[Shape, ...]) -> Operation:
        sides = p["padding"]
        padding: Value = sides[0] if len(set(sides)) == 1 else sides
        return Operation("nn.ConstantPad2d", (padding, p["value"]))

    def summary(self, p: Settings) -> str:
        return f"{', '.join(map(str, p['padding']))} of {p['value']:g}"


LAYERS: tuple[Layer, ...] = (Reshape(), Resize(), ConstantPad2d())
