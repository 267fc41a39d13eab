"""Layers that join several branches into one."""

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
from explorer.blocks.layers.windows import shape_text


class _Elementwise(Layer):
    role = Role.MERGE
    category = "Layers"
    inputs = 2
    variadic = True
    verb = ""
    target = ""

    def output(self, p: Settings, inputs: tuple[Shape, ...]) -> Shape:
        if len({len(x) for x in inputs}) > 1:
            raise self._mismatch(inputs)
        sides = []
        for values in zip(*inputs, strict=True):
            side = max(values)
            if any(v not in (1, side) for v in values):
                raise self._mismatch(inputs)
            sides.append(side)
        return tuple(sides)

    def _mismatch(self, inputs: tuple[Shape, ...]) -> BlockError:
        shapes = " and ".join(shape_text(x) for x in inputs)
        first, other = inputs[0], next(x for x in inputs if x != inputs[0])
        if len(first) != len(other):
            mend = "Flatten both branches, or neither."
        elif first[0] != other[0] and first[1:] == other[1:]:
            mend = (
                f"Put a 1×1 convolution with {first[0]} out_channels on the branch that has "
                f"{other[0]}."
            )
        else:
            step = max(first[1], other[1]) // max(1, min(first[1], other[1]))
            channels = min(first, other, key=lambda x: x[1])[0]
            mend = (
                f"Put a 1×1 convolution with stride {step} and {channels} out_channels "
                "on the branch with the larger image."
            )
        return BlockError(
            f"{self.title} cannot join {shapes}",
            f"Values are {self.verb} one by one, so the shapes must be equal.",
            mend,
        )

    def cost(self, p: Settings, inputs: tuple[Shape, ...], output: Shape) -> Cost:
        return Cost(extra=Term("(inputs − 1)·values", ((len(inputs) - 1, *output),)))

    def operation(self, p: Settings, inputs: tuple[Shape, ...]) -> Operation:
        return Operation(self.target, is_module=False)


class Add(_Elementwise):
    name = "add"
    title = "Add"
    symbol = "+"
    verb = "added"
    target = "add"
    help = "Adds its inputs value by value, as at the end of a residual block."


class Multiply(_Elementwise):
    name = "multiply"
    title = "Multiply"
    symbol = "×"
    verb = "multiplied"
    target = "mul"
    help = "Multiplies its inputs value by value, as a gate does."


class Subtract(_Elementwise):
    name = "subtract"
    title = "Subtract"
    symbol = "−"
    verb = "subtracted"
    target = "sub"
    variadic = False
    help = "Takes its second input from the first, value by value."


class Divide(_Elementwise):
    name = "divide"
    title = "Divide"
    symbol = "÷"
    verb = "divided"
    target = "div"
    variadic = False
    help = "Divides its first input by its second, value by value."


class Concat(Layer):
    name = "concat"
    title = "Concatenate"
    role = Role.MERGE
    category = "Layers"
    inputs = 2
    variadic = True
    help = "Stacks the channels of its inputs, as at the end of an inception module."

    def output(self, p: Settings, inputs: tuple[Shape, ...]) -> Shape:
        first = inputs[0]
        for x in inputs[1:]:
            if x[1:] != first[1:] or len(x) != len(first):
                shapes = " and ".join(shape_text(i) for i in inputs)
                raise BlockError(
                    f"{self.title} cannot stack {shapes}",
                    "Only the number of channels may differ; height and width must be equal.",
                    "Pad, stride or pool the branches so that they end at the same size.",
                )
        return (sum(x[0] for x in inputs), *first[1:])

    def explain_output(self, p: Settings, inputs: tuple[Shape, ...]) -> tuple[str, ...]:
        total = sum(x[0] for x in inputs)
        return (" + ".join(str(x[0]) for x in inputs) + f" = {total}",)

    def operation(self, p: Settings, inputs: tuple[Shape, ...]) -> Operation:
        return Operation("torch.cat", is_module=False, kwargs=(("dim", 1),))

    def summary(self, p: Settings) -> str:
        return "channels"


LAYERS: tuple[Layer, ...] = (Add(), Multiply(), Subtract(), Divide(), Concat())
