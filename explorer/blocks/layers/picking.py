"""A layer that passes some of its input's channels on, each as often as it is named."""

from __future__ import annotations

from explorer.blocks.description import (
    BlockError,
    Cost,
    Layer,
    Mend,
    Operation,
    Role,
    Settings,
    Shape,
)
from explorer.blocks.layers.windows import need_image, shape_text
from explorer.blocks.parameters import MAX_SIZE, Kind, Parameter


class PickChannels(Layer):
    name = "pick_channels"
    title = "Pick channels"
    role = Role.SHAPE
    category = "Layers"
    default_name = "pick"
    help = "Passes on the channels of a list, as the connection table of LeNet-5's C3 does."
    parameters = (
        Parameter("channels", Kind.LIST, (0,), "Which ones, counted from 0.", 0, MAX_SIZE),
    )

    def output(self, p: Settings, inputs: tuple[Shape, ...]) -> Shape:
        (x,) = inputs
        need_image(self.title, x)
        missing = [c for c in p["channels"] if c >= x[0]]
        if missing:
            kept = tuple(c for c in p["channels"] if c < x[0]) or (0,)
            raise BlockError(
                f"{self.title}: there is no channel {missing[0]}",
                f"The input is {shape_text(x)}; counted from 0, its last channel is {x[0] - 1}.",
                "Leave it out, or give the layer before more channels.",
                (Mend("Leave it out", (("channels", kept),)),),
            )
        return (len(p["channels"]), *x[1:])

    def explain_output(self, p: Settings, inputs: tuple[Shape, ...]) -> tuple[str, ...]:
        count = len(p["channels"])
        return (f"{count} (channels of the list) = {count}",)

    def cost(self, p: Settings, inputs: tuple[Shape, ...], output: Shape) -> Cost:
        return Cost()

    def operation(self, p: Settings, inputs: tuple[Shape, ...]) -> Operation:
        channels = p["channels"]
        return Operation(
            "pick",
            kwargs=(("channels", channels),),
            is_module=False,
            function=f"{{}}[:, {list(channels)}]",
        )

    def summary(self, p: Settings) -> str:
        return ", ".join(map(str, p["channels"]))


LAYERS: tuple[Layer, ...] = (PickChannels(),)
