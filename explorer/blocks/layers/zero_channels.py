"""Channels of zeros: what an identity shortcut adds where a block has more channels."""

from __future__ import annotations

from explorer.blocks.description import Cost, Layer, Operation, Role, Settings, Shape
from explorer.blocks.layers.windows import need_image
from explorer.blocks.parameters import integer


class ZeroPadChannels(Layer):
    name = "zero_pad_channels"
    title = "Zero channels"
    role = Role.SHAPE
    category = "Layers"
    default_name = "pad"
    help = "Adds channels of zeros, as the shortcut without parameters does (ResNet, option A)."
    parameters = (
        integer("before", 0, "Channels of zeros put before the others.", 0),
        integer("after", 16, "Channels of zeros put after the others.", 0),
    )

    def output(self, p: Settings, inputs: tuple[Shape, ...]) -> Shape:
        need_image(self.title, inputs[0])
        channels, height, width = inputs[0]
        return (p["before"] + channels + p["after"], height, width)

    def explain_output(self, p: Settings, inputs: tuple[Shape, ...]) -> tuple[str, ...]:
        before, channels, after = p["before"], inputs[0][0], p["after"]
        return (f"{before} + {channels} + {after} = {before + channels + after}",)

    def cost(self, p: Settings, inputs: tuple[Shape, ...], output: Shape) -> Cost:
        return Cost()

    def operation(self, p: Settings, inputs: tuple[Shape, ...]) -> Operation:
        # torch pads the last three of four dimensions, which are channels, height and width
        return Operation("nn.ZeroPad3d", ((0, 0, 0, 0, p["before"], p["after"]),))

    def summary(self, p: Settings) -> str:
        return f"+ {p['before'] + p['after']} channels"


LAYERS: tuple[Layer, ...] = (ZeroPadChannels(),)
