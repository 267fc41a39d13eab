"""Normalisation: batch, layer and local response."""

from __future__ import annotations

from math import prod

from explorer.blocks.description import (
    Cost,
    Layer,
    Operation,
    Role,
    Settings,
    Shape,
    Term,
)
from explorer.blocks.layers.windows import need_image
from explorer.blocks.parameters import flag, integer, number
from explorer.graph.values import Value

_EPS = number("eps", 1e-5, "Added to the variance, so that nothing is divided by zero.", 0, 1)
_AFFINE = flag("affine", True, "Whether each channel has a learned scale and shift.")


class BatchNorm(Layer):
    name = "batch_norm"
    title = "Batch norm"
    role = Role.NORM
    category = "Layers"
    default_name = "bn"
    help = "Normalises each channel over the batch, then scales and shifts it."
    parameters = (
        _EPS,
        number("momentum", 0.1, "How fast the running mean follows the batches.", 0, 1),
        _AFFINE,
    )

    def explain_output(self, p: Settings, inputs: tuple[Shape, ...]) -> tuple[str, ...]:
        return ()

    def cost(self, p: Settings, inputs: tuple[Shape, ...], output: Shape) -> Cost:
        return Cost(
            Term("2·C (scale and shift)", ((2, output[0]),)) if p["affine"] else Term(),
            extra=Term("2·C·H·W", ((2, *output),)),
        )

    def operation(self, p: Settings, inputs: tuple[Shape, ...]) -> Operation:
        kwargs: list[tuple[str, Value]] = []
        for name, usual in (("eps", 1e-5), ("momentum", 0.1), ("affine", True)):
            if p[name] != usual:
                kwargs.append((name, p[name]))
        target = "nn.BatchNorm2d" if len(inputs[0]) == 3 else "nn.BatchNorm1d"
        return Operation(target, (inputs[0][0],), tuple(kwargs))

    def summary(self, p: Settings) -> str:
        return "" if p["eps"] == 1e-5 else f"eps {p['eps']:g}"


class LayerNorm(Layer):
    name = "layer_norm"
    title = "Layer norm"
    role = Role.NORM
    category = "Layers"
    default_name = "ln"
    help = "Normalises each sample over all its values, then scales and shifts each of them."
    parameters = (_EPS, flag("affine", True, "Whether each value has a learned scale and shift."))

    def cost(self, p: Settings, inputs: tuple[Shape, ...], output: Shape) -> Cost:
        return Cost(
            Term("2·C·H·W (scale and shift)", ((2, *output),)) if p["affine"] else Term(),
            extra=Term("2·C·H·W", ((2, *output),)),
        )

    def operation(self, p: Settings, inputs: tuple[Shape, ...]) -> Operation:
        kwargs: list[tuple[str, Value]] = []
        if p["eps"] != 1e-5:
            kwargs.append(("eps", p["eps"]))
        if not p["affine"]:
            kwargs.append(("elementwise_affine", False))
        return Operation("nn.LayerNorm", (inputs[0],), tuple(kwargs))


class LocalResponseNorm(Layer):
    name = "local_response_norm"
    title = "Local response norm"
    role = Role.NORM
    category = "Layers"
    default_name = "lrn"
    help = "Divides each value by the energy of the neighbouring channels (AlexNet, 2012)."
    parameters = (
        integer("size", 5, "How many neighbouring channels count."),
        number("alpha", 1e-4, "How strongly they count.", 0, 1000),
        number("beta", 0.75, "The power of the divisor.", 0, 100),
        number("k", 1.0, "The least divisor, before the power.", 0, 1000),
    )

    def output(self, p: Settings, inputs: tuple[Shape, ...]) -> Shape:
        need_image(self.title, inputs[0])
        return inputs[0]

    def cost(self, p: Settings, inputs: tuple[Shape, ...], output: Shape) -> Cost:
        return Cost(extra=Term("(size + 2)·C·H·W", ((p["size"] + 2, prod(output)),)))

    def operation(self, p: Settings, inputs: tuple[Shape, ...]) -> Operation:
        kwargs: list[tuple[str, Value]] = []
        for name, usual in (("alpha", 1e-4), ("beta", 0.75), ("k", 1.0)):
            if p[name] != usual:
                kwargs.append((name, p[name]))
        return Operation("nn.LocalResponseNorm", (p["size"],), tuple(kwargs))

    def summary(self, p: Settings) -> str:
        return f"over {p['size']}"


LAYERS: tuple[Layer, ...] = (BatchNorm(), LayerNorm(), LocalResponseNorm())
