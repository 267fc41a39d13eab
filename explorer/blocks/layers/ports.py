"""Input, output and what changes a shape without learning anything."""

from __future__ import annotations

from explorer.blocks.description import (
    BlockError,
    Cost,
    Layer,
    Operation,
    Role,
    Settings,
    Shape,
    Window,
)
from explorer.blocks.layers.windows import need_image, shape_text
from explorer.blocks.parameters import Kind, Parameter, flag
from explorer.graph.values import Value


class Input(Layer):
    name = "input"
    title = "Input"
    role = Role.PORT
    category = "Ports"
    default_name = "image"
    inputs = 0
    help = "Where the image comes in."
    parameters = (
        Parameter("shape", Kind.SHAPE, (3, 224, 224), "Channels × height × width.", 1, 65_536),
    )

    def output(self, p: Settings, inputs: tuple[Shape, ...]) -> Shape:
        shape: Shape = p["shape"]
        return shape

    def cost(self, p: Settings, inputs: tuple[Shape, ...], output: Shape) -> Cost:
        return Cost(makes_tensor=False)

    def summary(self, p: Settings) -> str:
        return shape_text(p["shape"])


class Output(Layer):
    name = "output"
    title = "Output"
    role = Role.PORT
    category = "Ports"
    outputs = 0
    help = "Where the result goes out."
    parameters = (
        flag("auxiliary", False, "Used while training only, as GoogLeNet's extra heads."),
        flag("enabled", True, "Whether the network has it; what feeds it alone goes with it."),
    )

    def cost(self, p: Settings, inputs: tuple[Shape, ...], output: Shape) -> Cost:
        return Cost(makes_tensor=False)

    def summary(self, p: Settings) -> str:
        return "auxiliary" if p["auxiliary"] else ""


class Identity(Layer):
    name = "identity"
    title = "Identity"
    role = Role.SHAPE
    category = "Layers"
    help = "Passes its input on unchanged, as a shortcut does."

    def cost(self, p: Settings, inputs: tuple[Shape, ...], output: Shape) -> Cost:
        return Cost(makes_tensor=False)

    def operation(self, p: Settings, inputs: tuple[Shape, ...]) -> Operation:
        return Operation("nn.Identity", function="{}")


class ZeroPad2d(Layer):
    name = "zero_pad2d"
    title = "Zero padding"
    role = Role.SHAPE
    category = "Layers"
    default_name = "pad"
    help = "Adds zeros around the image; negative numbers cut it."
    parameters = (
        Parameter("padding", Kind.SIDES, 1, "Left, right, top, bottom.", -10_000, 10_000),
    )

    def output(self, p: Settings, inputs: tuple[Shape, ...]) -> Shape:
        need_image(self.title, inputs[0])
        left, right, top, bottom = p["padding"]
        channels, height, width = inputs[0]
        out = (channels, height + top + bottom, width + left + right)
        kept = (height + min(top, 0) + min(bottom, 0), width + min(left, 0) + min(right, 0))
        if min(out) < 1 or min(kept) < 0:
            raise BlockError(
                f"Zero padding: nothing is left of {shape_text(inputs[0])}",
                "Negative padding cuts rows and columns away.",
                "Cut less.",
            )
        return out

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
        return Operation("nn.ZeroPad2d", (padding,))

    def summary(self, p: Settings) -> str:
        sides = p["padding"]
        return str(sides[0]) if len(set(sides)) == 1 else ", ".join(map(str, sides))


LAYERS: tuple[Layer, ...] = (Input(), Output(), Identity(), ZeroPad2d())
