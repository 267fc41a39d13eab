"""A layer that came in from elsewhere and that we have no rules for.

What it makes and what it costs was measured where it came from and is kept as parameters, so a
network around it is analysed fully. What it computes is not known, so it cannot be built.
"""

from __future__ import annotations

from explorer.blocks.description import (
    WHOLE_IMAGE,
    Cost,
    Hint,
    Layer,
    Operation,
    Role,
    Settings,
    Shape,
    Term,
    WholeImage,
)
from explorer.blocks.parameters import MAX_SIZE, Kind, Parameter, integer

MAX_COUNT = 10**15
"""Of parameters or multiply-adds of one layer."""


class Opaque(Layer):
    name = "opaque"
    title = "Opaque"
    role = Role.SHAPE
    category = "Layers"
    variadic = True
    help = "Stands for something that came in and has no layer here: shape and figures are kept."
    parameters = (
        Parameter("label", Kind.ANY, "unknown", "What it was called where it came from."),
        Parameter("output_shape", Kind.LIST, (1,), "The shape that it gave.", 1, MAX_SIZE),
        integer("parameters", 0, "How many parameters it has.", 0, MAX_COUNT),
        integer("macs", 0, "Its multiply-adds.", 0, MAX_COUNT),
    )

    def output(self, p: Settings, inputs: tuple[Shape, ...]) -> Shape:
        shape: Shape = p["output_shape"]
        return shape

    def explain_output(self, p: Settings, inputs: tuple[Shape, ...]) -> tuple[str, ...]:
        return tuple(f"{side} (as it came in) = {side}" for side in p["output_shape"])

    def cost(self, p: Settings, inputs: tuple[Shape, ...], output: Shape) -> Cost:
        def stated(count: int) -> Term:
            return Term("as it came in", ((count,),)) if count else Term()

        return Cost(stated(p["parameters"]), stated(p["macs"]))

    def window(self, p: Settings, inputs: tuple[Shape, ...], output: Shape) -> WholeImage:
        return WHOLE_IMAGE

    def operation(self, p: Settings, inputs: tuple[Shape, ...]) -> Operation:
        return Operation(self.name, is_module=False)

    def hints(self, p: Settings, inputs: tuple[Shape, ...]) -> tuple[Hint, ...]:
        what = f"{p['label']}: what it computes is not known here; its figures are as it came in"
        return (Hint(what),)

    def summary(self, p: Settings) -> str:
        return str(p["label"])


LAYERS: tuple[Layer, ...] = (Opaque(),)
