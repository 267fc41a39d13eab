"""Multiplication by a constant."""

from __future__ import annotations

from explorer.blocks.description import Cost, Layer, Operation, Role, Settings, Shape, Term
from explorer.blocks.parameters import number


class Scale(Layer):
    name = "scale"
    title = "Scale"
    role = Role.MERGE
    category = "Layers"
    help = "Multiplies every value by a constant, as Inception-ResNet tames what it adds."
    parameters = (number("factor", 1.0, "What every value is multiplied by.", -1000, 1000),)

    def cost(self, p: Settings, inputs: tuple[Shape, ...], output: Shape) -> Cost:
        return Cost(extra=Term("values", (output,)))

    def operation(self, p: Settings, inputs: tuple[Shape, ...]) -> Operation:
        return Operation("torch.mul", kwargs=(("other", p["factor"]),), is_module=False)

    def summary(self, p: Settings) -> str:
        return f"× {p['factor']:g}"


LAYERS: tuple[Layer, ...] = (Scale(),)
