"""Activations, applied to every value by itself, and softmax; dropout, which has their ports."""

from __future__ import annotations

from explorer.blocks.description import Cost, Layer, Operation, Role, Settings, Shape, Term
from explorer.blocks.layers.windows import need_image
from explorer.blocks.parameters import number
from explorer.graph.values import Value


class Activation(Layer):
    """One torch.nn class without parameters that are learned."""

    role = Role.ACTIVATION
    category = "Layers"

    def __init__(self, name: str, title: str, torch_class: str, help: str) -> None:
        self.name = name  # type: ignore[misc]
        self.title = title  # type: ignore[misc]
        self.help = help  # type: ignore[misc]
        self.default_name = name  # type: ignore[misc]
        self._torch_class = torch_class

    def cost(self, p: Settings, inputs: tuple[Shape, ...], output: Shape) -> Cost:
        return Cost(extra=Term("values", (output,)))

    def operation(self, p: Settings, inputs: tuple[Shape, ...]) -> Operation:
        return Operation(self._torch_class)


class LeakyReLU(Activation):
    parameters = (number("negative_slope", 0.01, "Slope for negative values.", 0, 1),)

    def operation(self, p: Settings, inputs: tuple[Shape, ...]) -> Operation:
        args: tuple[Value, ...] = () if p["negative_slope"] == 0.01 else (p["negative_slope"],)
        return Operation(self._torch_class, args)

    def summary(self, p: Settings) -> str:
        return f"slope {p['negative_slope']:g}"


class Softmax(Layer):
    name = "softmax"
    title = "Softmax"
    role = Role.ACTIVATION
    category = "Layers"
    help = "Turns scores into probabilities that sum to 1 over the channels."

    def cost(self, p: Settings, inputs: tuple[Shape, ...], output: Shape) -> Cost:
        return Cost(extra=Term("3·values", ((3, *output),)))

    def operation(self, p: Settings, inputs: tuple[Shape, ...]) -> Operation:
        return Operation("nn.Softmax", (), (("dim", 1),))


class Dropout(Layer):
    name = "dropout"
    title = "Dropout"
    role = Role.ACTIVATION
    category = "Layers"
    help = "Zeroes values at random while training; passes everything on otherwise."
    parameters = (number("p", 0.5, "Share of the values that is zeroed.", 0, 1),)

    def cost(self, p: Settings, inputs: tuple[Shape, ...], output: Shape) -> Cost:
        return Cost(makes_tensor=False)

    def operation(self, p: Settings, inputs: tuple[Shape, ...]) -> Operation:
        return Operation("nn.Dropout", (p["p"],))

    def summary(self, p: Settings) -> str:
        return f"{p['p']:.0%}"


class StochasticDepth(Layer):
    """Drops a whole branch for some samples of a batch (Huang et al. 2016, arXiv:1603.09382).

    torch.nn has no layer of the name. Its 3d dropout draws once per first axis of what has four,
    which here are the samples, so it is the same layer to the bit.
    """

    name = "stochastic_depth"
    title = "Stochastic depth"
    role = Role.ACTIVATION
    category = "Layers"
    help = "Drops a residual branch for some images at random while training."
    parameters = (number("p", 0.2, "Share of the images for which the branch is dropped.", 0, 1),)

    def output(self, p: Settings, inputs: tuple[Shape, ...]) -> Shape:
        need_image(self.title, inputs[0])
        return inputs[0]

    def cost(self, p: Settings, inputs: tuple[Shape, ...], output: Shape) -> Cost:
        return Cost(makes_tensor=False)

    def operation(self, p: Settings, inputs: tuple[Shape, ...]) -> Operation:
        return Operation("nn.Dropout3d", (p["p"],))

    def summary(self, p: Settings) -> str:
        return f"{p['p']:.1%}"


LAYERS: tuple[Layer, ...] = (
    Activation("relu", "ReLU", "nn.ReLU", "Replaces negative values by zero."),
    Activation("relu6", "ReLU6", "nn.ReLU6", "A ReLU that stops at 6 (MobileNet)."),
    LeakyReLU("leaky_relu", "Leaky ReLU", "nn.LeakyReLU", "Scales negative values down."),
    Activation("tanh", "Tanh", "nn.Tanh", "Squeezes values into −1 … 1 (LeNet-5)."),
    Activation("sigmoid", "Sigmoid", "nn.Sigmoid", "Squeezes values into 0 … 1."),
    Activation("silu", "SiLU", "nn.SiLU", "x·sigmoid(x), also called swish (EfficientNet)."),
    Activation(
        "hardswish", "Hard swish", "nn.Hardswish", "A swish made of straight lines (MobileNetV3)."
    ),
    Activation(
        "hardsigmoid", "Hard sigmoid", "nn.Hardsigmoid", "A sigmoid made of straight lines."
    ),
    Softmax(),
    Dropout(),
    StochasticDepth(),
)
