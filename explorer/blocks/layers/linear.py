"""Fully connected layers and what leads to them."""

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
from explorer.blocks.layers.windows import shape_text
from explorer.blocks.parameters import flag, integer
from explorer.graph.values import Value


class Linear(Layer):
    name = "linear"
    title = "Linear"
    role = Role.LINEAR
    category = "Layers"
    default_name = "fc"
    help = "Connects every input value with every output value."
    parameters = (
        integer("out_features", 10, "How many output values."),
        flag("bias", True, "Whether each output adds a learned constant."),
    )

    def output(self, p: Settings, inputs: tuple[Shape, ...]) -> Shape:
        (x,) = inputs
        if len(x) != 1:
            raise BlockError(
                f"Linear needs a vector, but gets {shape_text(x)}",
                f"The image has to be laid out as one row of {prod(x):,} values first.".replace(
                    ",", "\u2009"
                ),
                "Put a Flatten before it.",
            )
        return (p["out_features"],)

    def explain_output(self, p: Settings, inputs: tuple[Shape, ...]) -> tuple[str, ...]:
        return (f"{p['out_features']} (out_features) = {p['out_features']}",)

    def cost(self, p: Settings, inputs: tuple[Shape, ...], output: Shape) -> Cost:
        weights = (inputs[0][0], output[0])
        bias = ((output[0],),) if p["bias"] else ()
        return Cost(
            Term("in·out" + (" + out" if bias else ""), (weights, *bias)),
            Term("in·out", (weights,)),
            Term("out (bias)", bias) if bias else Term(),
        )

    def window(self, p: Settings, inputs: tuple[Shape, ...], output: Shape) -> Window | WholeImage:
        return WHOLE_IMAGE

    def operation(self, p: Settings, inputs: tuple[Shape, ...]) -> Operation:
        kwargs: tuple[tuple[str, Value], ...] = () if p["bias"] else (("bias", False),)
        return Operation("nn.Linear", (inputs[0][0], p["out_features"]), kwargs)

    def summary(self, p: Settings) -> str:
        return f"→ {p['out_features']}"


class Flatten(Layer):
    name = "flatten"
    title = "Flatten"
    role = Role.SHAPE
    category = "Layers"
    help = "Lays the image out as one row of values."

    def output(self, p: Settings, inputs: tuple[Shape, ...]) -> Shape:
        return (prod(inputs[0]),)

    def explain_output(self, p: Settings, inputs: tuple[Shape, ...]) -> tuple[str, ...]:
        return ("·".join(map(str, inputs[0])) + f" = {prod(inputs[0])}",)

    def cost(self, p: Settings, inputs: tuple[Shape, ...], output: Shape) -> Cost:
        return Cost(makes_tensor=False)

    def window(self, p: Settings, inputs: tuple[Shape, ...], output: Shape) -> Window | WholeImage:
        return WHOLE_IMAGE if len(inputs[0]) == 3 else POINT

    def operation(self, p: Settings, inputs: tuple[Shape, ...]) -> Operation:
        return Operation("nn.Flatten", function="torch.flatten({}, 1)")


LAYERS: tuple[Layer, ...] = (Linear(), Flatten())
