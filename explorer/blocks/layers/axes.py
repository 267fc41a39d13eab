"""Layers of networks that put the channels last for a while, as ConvNeXt does in its blocks."""

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
from explorer.blocks.layers.windows import need_image, shape_text
from explorer.blocks.parameters import Kind, Parameter, choice, flag, integer, number
from explorer.graph.values import Value

LAYER_SCALE = '''\
class LayerScale(nn.Module):
    """A learned factor for each channel."""

    def __init__(self, channels: int, axis: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.sides = (-1, 1, 1) if axis == 1 else (-1,)

    def forward(self, x: Tensor) -> Tensor:
        return x * self.weight.view(self.sides)
'''


class Permute(Layer):
    name = "permute"
    title = "Permute"
    role = Role.SHAPE
    category = "Layers"
    help = "Puts the axes of an image in another order, such as the channels last."
    parameters = (
        Parameter(
            "order", Kind.LIST, (1, 2, 0), "Which axis of the input each one is, from 0.", 0, 2
        ),
    )

    def output(self, p: Settings, inputs: tuple[Shape, ...]) -> Shape:
        (x,), order = inputs, p["order"]
        if sorted(order) != list(range(len(x))):
            axes = ", ".join(map(str, range(len(x))))
            raise BlockError(
                f"{self.title}: {', '.join(map(str, order))} is no order of the axes {axes}",
                f"Each axis of {shape_text(x)} has to stand in it once.",
                "Take 1, 2, 0 to put the channels of an image last, 2, 0, 1 to put them first.",
            )
        return tuple(x[axis] for axis in order)

    def explain_output(self, p: Settings, inputs: tuple[Shape, ...]) -> tuple[str, ...]:
        return tuple(f"{inputs[0][axis]} (axis {axis}) = {inputs[0][axis]}" for axis in p["order"])

    def cost(self, p: Settings, inputs: tuple[Shape, ...], output: Shape) -> Cost:
        return Cost(makes_tensor=False)

    def operation(self, p: Settings, inputs: tuple[Shape, ...]) -> Operation:
        dims = (0, *(axis + 1 for axis in p["order"]))
        return Operation(
            "torch.permute",
            kwargs=(("dims", dims),),
            is_module=False,
            function=f"torch.permute({{}}, {dims})",
        )

    def summary(self, p: Settings) -> str:
        return ", ".join(map(str, p["order"]))


class PositionwiseLinear(Layer):
    name = "positionwise_linear"
    title = "Linear at each place"
    role = Role.LINEAR
    category = "Layers"
    default_name = "fc"
    help = "A linear layer over the last axis, at each place by itself: a 1×1 convolution."
    parameters = (
        integer("out_features", 64, "How many output values at each place."),
        flag("bias", True, "Whether each output adds a learned constant."),
    )

    def output(self, p: Settings, inputs: tuple[Shape, ...]) -> Shape:
        need_image(self.title, inputs[0])
        return (*inputs[0][:-1], p["out_features"])

    def cost(self, p: Settings, inputs: tuple[Shape, ...], output: Shape) -> Cost:
        weights, places = (inputs[0][-1], output[-1]), prod(output[:-1])
        bias = ((output[-1],),) if p["bias"] else ()
        return Cost(
            Term("in·out" + (" + out" if bias else ""), (weights, *bias)),
            Term("in·out·places", ((*weights, places),)),
            Term("out·places (bias)", (output,)) if bias else Term(),
        )

    def operation(self, p: Settings, inputs: tuple[Shape, ...]) -> Operation:
        kwargs: tuple[tuple[str, Value], ...] = () if p["bias"] else (("bias", False),)
        return Operation("nn.Linear", (inputs[0][-1], p["out_features"]), kwargs)

    def summary(self, p: Settings) -> str:
        return f"→ {p['out_features']}"


class LastAxisNorm(Layer):
    name = "last_axis_norm"
    title = "Layer norm over the last axis"
    role = Role.NORM
    category = "Layers"
    default_name = "norm"
    help = "Normalises the values of the last axis, at each place by itself."
    parameters = (
        number("eps", 1e-5, "Added to the variance, so that nothing is divided by zero.", 0, 1),
        flag("affine", True, "Whether each value has a learned scale and shift."),
    )

    def cost(self, p: Settings, inputs: tuple[Shape, ...], output: Shape) -> Cost:
        return Cost(
            Term("2·C (scale and shift)", ((2, output[-1]),)) if p["affine"] else Term(),
            extra=Term("2·values", ((2, *output),)),
        )

    def window(self, p: Settings, inputs: tuple[Shape, ...], output: Shape) -> Window | WholeImage:
        return POINT if len(output) > 1 else WHOLE_IMAGE

    def operation(self, p: Settings, inputs: tuple[Shape, ...]) -> Operation:
        kwargs: list[tuple[str, Value]] = []
        if p["eps"] != 1e-5:
            kwargs.append(("eps", p["eps"]))
        if not p["affine"]:
            kwargs.append(("elementwise_affine", False))
        return Operation("nn.LayerNorm", ((inputs[0][-1],),), tuple(kwargs))


class LayerScale(Layer):
    """Touvron et al. 2021, arXiv:2103.17239, section 2."""

    name = "layer_scale"
    title = "Layer scale"
    role = Role.MERGE
    category = "Layers"
    help = "Multiplies each channel by a learned factor (ConvNeXt)."
    parameters = (choice("channels", ("first", "last"), "Which axis the channels are."),)

    def cost(self, p: Settings, inputs: tuple[Shape, ...], output: Shape) -> Cost:
        count = output[0] if p["channels"] == "first" else output[-1]
        return Cost(Term("C", ((count,),)), extra=Term("values", (output,)))

    def operation(self, p: Settings, inputs: tuple[Shape, ...]) -> Operation:
        x = inputs[0]
        first = p["channels"] == "first" and len(x) == 3
        args = (("channels", x[0] if first else x[-1]), ("axis", 1 if first else -1))
        return Operation("LayerScale", kwargs=args, definition=LAYER_SCALE)

    def summary(self, p: Settings) -> str:
        return "" if p["channels"] == "first" else "channels last"


LAYERS: tuple[Layer, ...] = (Permute(), PositionwiseLinear(), LastAxisNorm(), LayerScale())
