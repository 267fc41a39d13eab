"""Activations that came after ReLU's first relatives, and one whose slope is learned."""

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
)
from explorer.blocks.layers.activation import Activation
from explorer.blocks.parameters import choice, flag, number


class GELU(Activation):
    parameters = (choice("approximate", ("none", "tanh"), "Exact, or by a formula with a tanh."),)

    def operation(self, p: Settings, inputs: tuple[Shape, ...]) -> Operation:
        kwargs = () if p["approximate"] == "none" else (("approximate", p["approximate"]),)
        return Operation("nn.GELU", (), kwargs)


class ELU(Activation):
    parameters = (number("alpha", 1.0, "What large negative values come to, negated.", 0, 100),)

    def operation(self, p: Settings, inputs: tuple[Shape, ...]) -> Operation:
        kwargs = () if p["alpha"] == 1.0 else (("alpha", p["alpha"]),)
        return Operation("nn.ELU", (), kwargs)


class Hardtanh(Activation):
    parameters = (
        number("min_val", -1.0, "What smaller values become.", -1e6, 1e6),
        number("max_val", 1.0, "What larger values become.", -1e6, 1e6),
    )

    def output(self, p: Settings, inputs: tuple[Shape, ...]) -> Shape:
        low, high = p["min_val"], p["max_val"]
        if low >= high:
            raise BlockError(
                f"{self.title}: {low:g} is not below {high:g}",
                "Values are kept between the two.",
                "Take a smaller min_val.",
            )
        return inputs[0]

    def operation(self, p: Settings, inputs: tuple[Shape, ...]) -> Operation:
        kwargs = tuple(
            (name, p[name])
            for name, usual in (("min_val", -1.0), ("max_val", 1.0))
            if p[name] != usual
        )
        return Operation("nn.Hardtanh", (), kwargs)

    def summary(self, p: Settings) -> str:
        return f"{p['min_val']:g} … {p['max_val']:g}"


class PReLU(Layer):
    """A leaky ReLU that learns its slope (He et al. 2015, arXiv:1502.01852)."""

    name = "prelu"
    title = "PReLU"
    role = Role.ACTIVATION
    category = "Layers"
    default_name = "prelu"
    help = "A leaky ReLU whose slope for negative values is learned."
    parameters = (flag("per_channel", False, "Whether each channel has a slope of its own."),)

    def _slopes(self, p: Settings, inputs: tuple[Shape, ...]) -> int:
        return inputs[0][0] if p["per_channel"] else 1

    def cost(self, p: Settings, inputs: tuple[Shape, ...], output: Shape) -> Cost:
        slopes = Term("C" if p["per_channel"] else "1", ((self._slopes(p, inputs),),))
        return Cost(slopes, extra=Term("values", (output,)))

    def operation(self, p: Settings, inputs: tuple[Shape, ...]) -> Operation:
        slopes = self._slopes(p, inputs)
        return Operation("nn.PReLU", (), (("num_parameters", slopes),) if slopes != 1 else ())


LAYERS: tuple[Layer, ...] = (
    GELU("gelu", "GELU", "nn.GELU", "x times the chance of a normal value below x (ConvNeXt)."),
    ELU("elu", "ELU", "nn.ELU", "A ReLU whose negative side falls off to a constant."),
    Activation("selu", "SELU", "nn.SELU", "An ELU scaled so that variance stays."),
    Activation("mish", "Mish", "nn.Mish", "x·tanh(softplus(x)): a swish that is a little steeper."),
    Activation("softplus", "Softplus", "nn.Softplus", "A ReLU with a rounded corner."),
    Hardtanh("hardtanh", "Hard tanh", "nn.Hardtanh", "Cuts values off at two bounds."),
    PReLU(),
)
