"""Layers that take channels apart and mix their order (ShuffleNet)."""

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
from explorer.blocks.layers.windows import need_image, shape_text
from explorer.blocks.parameters import integer


def _need_equal_parts(title: str, shape: Shape, parts: int) -> None:
    """BlockError unless the channels are a multiple of ``parts``."""
    need_image(title, shape)
    if shape[0] % parts:
        lower = max(1, shape[0] // parts) * parts
        raise BlockError(
            f"{title}: {shape[0]} channels do not make {parts} equal parts",
            f"The input is {shape_text(shape)}, and {shape[0]} is not a multiple of {parts}.",
            f"Give the layer before {lower} channels.",
        )


class ChannelSplit(Layer):
    name = "channel_split"
    title = "Channel split"
    role = Role.SHAPE
    category = "Layers"
    default_name = "split"
    help = "One of equal parts of the channels; a second one beside it takes another part."
    parameters = (
        integer("parts", 2, "Into how many parts the channels are split.", 1, 1024),
        integer("part", 0, "Which part goes on, counted from 0.", 0, 1023),
    )

    def output(self, p: Settings, inputs: tuple[Shape, ...]) -> Shape:
        (x,) = inputs
        _need_equal_parts(self.title, x, p["parts"])
        if p["part"] >= p["parts"]:
            raise BlockError(
                f"{self.title}: there is no part {p['part']} of {p['parts']}",
                f"Parts are counted from 0, so the last is {p['parts'] - 1}.",
                f"Take part {p['parts'] - 1} or an earlier one.",
            )
        return (x[0] // p["parts"], *x[1:])

    def explain_output(self, p: Settings, inputs: tuple[Shape, ...]) -> tuple[str, ...]:
        return (f"{inputs[0][0]} / {p['parts']} = {inputs[0][0] // p['parts']}",)

    def cost(self, p: Settings, inputs: tuple[Shape, ...], output: Shape) -> Cost:
        return Cost(makes_tensor=False)

    def operation(self, p: Settings, inputs: tuple[Shape, ...]) -> Operation:
        return Operation(
            "torch.chunk",
            kwargs=(("chunks", p["parts"]), ("part", p["part"])),
            is_module=False,
            function=f"torch.chunk({{}}, {p['parts']}, dim=1)[{p['part']}]",
        )

    def summary(self, p: Settings) -> str:
        return f"part {p['part']} of {p['parts']}"


class SliceChannels(Layer):
    name = "slice_channels"
    title = "Slice channels"
    role = Role.SHAPE
    category = "Layers"
    default_name = "slice"
    help = "Passes on the channels from one number to another, the last not included."
    parameters = (
        integer("start", 0, "The first channel, counted from 0.", 0),
        integer("stop", 1, "The channel before which it stops.", 1),
    )

    def output(self, p: Settings, inputs: tuple[Shape, ...]) -> Shape:
        (x,), start, stop = inputs, p["start"], p["stop"]
        if not start < stop <= x[0]:
            raise BlockError(
                f"{self.title}: there are no channels {start} to {stop}",
                f"The input is {shape_text(x)}: its channels are counted from 0 to {x[0] - 1}.",
                f"Stop at {x[0]} or before, and start before that.",
            )
        return (stop - start, *x[1:])

    def explain_output(self, p: Settings, inputs: tuple[Shape, ...]) -> tuple[str, ...]:
        return (f"{p['stop']} − {p['start']} = {p['stop'] - p['start']}",)

    def cost(self, p: Settings, inputs: tuple[Shape, ...], output: Shape) -> Cost:
        return Cost(makes_tensor=False)

    def operation(self, p: Settings, inputs: tuple[Shape, ...]) -> Operation:
        start, stop = p["start"], p["stop"]
        return Operation(
            "slice",
            kwargs=(("start", start), ("stop", stop)),
            is_module=False,
            function=f"{{}}[:, {start}:{stop}]",
        )

    def summary(self, p: Settings) -> str:
        return f"{p['start']} … {p['stop'] - 1}"


class ChannelShuffle(Layer):
    name = "channel_shuffle"
    title = "Channel shuffle"
    role = Role.SHAPE
    category = "Layers"
    default_name = "shuffle"
    help = "Deals the channels of each group out over all groups, so that groups come to mix."
    parameters = (integer("groups", 2, "How many groups the channels form.", 1, 1024),)

    def output(self, p: Settings, inputs: tuple[Shape, ...]) -> Shape:
        _need_equal_parts(self.title, inputs[0], p["groups"])
        return inputs[0]

    def cost(self, p: Settings, inputs: tuple[Shape, ...], output: Shape) -> Cost:
        return Cost(extra=Term())

    def operation(self, p: Settings, inputs: tuple[Shape, ...]) -> Operation:
        return Operation("nn.ChannelShuffle", (p["groups"],))

    def summary(self, p: Settings) -> str:
        return f"{p['groups']} groups"


LAYERS: tuple[Layer, ...] = (ChannelSplit(), SliceChannels(), ChannelShuffle())
