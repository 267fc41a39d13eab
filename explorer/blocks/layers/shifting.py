"""Addition of a constant: one for all values, or one for each channel."""

from __future__ import annotations

from explorer.blocks.description import Cost, Layer, Operation, Role, Settings, Shape, Term
from explorer.blocks.parameters import number

CHANNEL_SHIFT = '''\
class ChannelShift(nn.Module):
    """A learned constant for each channel."""

    def __init__(self, channels: int, axes: int) -> None:
        super().__init__()
        self.bias = nn.Parameter(torch.zeros(channels))
        self.sides = (-1,) + (1,) * (axes - 1)

    def forward(self, x: Tensor) -> Tensor:
        return x + self.bias.view(self.sides)
'''


class Shift(Layer):
    name = "shift"
    title = "Shift"
    role = Role.MERGE
    category = "Layers"
    help = "Adds a constant to every value."
    parameters = (number("value", 0.0, "What is added to every value.", -1e6, 1e6),)

    def cost(self, p: Settings, inputs: tuple[Shape, ...], output: Shape) -> Cost:
        return Cost(extra=Term("values", (output,)))

    def operation(self, p: Settings, inputs: tuple[Shape, ...]) -> Operation:
        return Operation("torch.add", kwargs=(("other", p["value"]),), is_module=False)

    def summary(self, p: Settings) -> str:
        return f"{p['value']:+g}"


class ChannelShift(Layer):
    name = "channel_shift"
    title = "Channel shift"
    role = Role.MERGE
    category = "Layers"
    help = "Adds a learned constant to each channel, as a bias on its own."

    def cost(self, p: Settings, inputs: tuple[Shape, ...], output: Shape) -> Cost:
        return Cost(Term("C", ((output[0],),)), extra=Term("values", (output,)))

    def operation(self, p: Settings, inputs: tuple[Shape, ...]) -> Operation:
        args = (("channels", inputs[0][0]), ("axes", len(inputs[0])))
        return Operation("ChannelShift", kwargs=args, definition=CHANNEL_SHIFT)


LAYERS: tuple[Layer, ...] = (Shift(), ChannelShift())
