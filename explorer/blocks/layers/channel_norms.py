"""Norms that look at one sample alone: over groups of channels, each channel, or all of them."""

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
    Term,
)
from explorer.blocks.layers.windows import need_image
from explorer.blocks.parameters import flag, integer, number
from explorer.graph.values import Value

_EPS = number("eps", 1e-5, "Added to the variance, so that nothing is divided by zero.", 0, 1)
_AFFINE = flag("affine", True, "Whether each channel has a learned scale and shift.")

CHANNEL_NORM = '''\
class ChannelNorm(nn.LayerNorm):
    """Layer norm over the channels of an image, at each place by itself."""

    def forward(self, x: Tensor) -> Tensor:
        return super().forward(x.permute(0, 2, 3, 1)).permute(0, 3, 1, 2)
'''


class _ChannelNorm(Layer):
    role = Role.NORM
    category = "Layers"

    def output(self, p: Settings, inputs: tuple[Shape, ...]) -> Shape:
        need_image(self.title, inputs[0])
        return inputs[0]

    def cost(self, p: Settings, inputs: tuple[Shape, ...], output: Shape) -> Cost:
        return Cost(
            Term("2·C (scale and shift)", ((2, output[0]),)) if p["affine"] else Term(),
            extra=Term("2·C·H·W", ((2, *output),)),
        )


def _kwargs(
    p: Settings, affine: str = "affine", usual: bool = True
) -> tuple[tuple[str, Value], ...]:
    found: list[tuple[str, Value]] = []
    if p["eps"] != 1e-5:
        found.append(("eps", p["eps"]))
    if p["affine"] != usual:
        found.append((affine, p["affine"]))
    return tuple(found)


class GroupNorm(_ChannelNorm):
    """Wu, He 2018, arXiv:1803.08494."""

    name = "group_norm"
    title = "Group norm"
    default_name = "gn"
    help = "Normalises groups of channels within each sample, whatever the batch."
    parameters = (
        integer("groups", 1, "Into how many groups the channels are parted."),
        _EPS,
        _AFFINE,
    )

    def output(self, p: Settings, inputs: tuple[Shape, ...]) -> Shape:
        need_image(self.title, inputs[0])
        channels, groups = inputs[0][0], p["groups"]
        if channels % groups:
            raise BlockError(
                f"Group norm: {channels} channels do not divide into {groups} groups",
                f"{channels} / {groups} is not whole.",
                "Take a number of groups that divides the channels.",
                (Mend("One group", (("groups", 1),)),),
            )
        return inputs[0]

    def operation(self, p: Settings, inputs: tuple[Shape, ...]) -> Operation:
        return Operation("nn.GroupNorm", (p["groups"], inputs[0][0]), _kwargs(p))

    def summary(self, p: Settings) -> str:
        return f"{p['groups']} groups" if p["groups"] > 1 else ""


class InstanceNorm(_ChannelNorm):
    """Ulyanov et al. 2016, arXiv:1607.08022."""

    name = "instance_norm"
    title = "Instance norm"
    default_name = "norm"
    help = "Normalises each channel of each sample by itself."
    parameters = (_EPS, _AFFINE._replace(default=False))

    def operation(self, p: Settings, inputs: tuple[Shape, ...]) -> Operation:
        return Operation("nn.InstanceNorm2d", (inputs[0][0],), _kwargs(p, usual=False))


class ChannelNorm(_ChannelNorm):
    """As ConvNeXt has it (Liu et al. 2022, arXiv:2201.03545); torch.nn has no layer for it."""

    name = "channel_norm"
    title = "Layer norm over channels"
    default_name = "norm"
    help = "Normalises the channels at each place of the image by themselves (ConvNeXt)."
    parameters = (_EPS, _AFFINE)

    def operation(self, p: Settings, inputs: tuple[Shape, ...]) -> Operation:
        size: tuple[str, Value] = ("normalized_shape", inputs[0][0])
        kwargs = (size, *_kwargs(p, "elementwise_affine"))
        return Operation("ChannelNorm", kwargs=kwargs, definition=CHANNEL_NORM)


LAYERS: tuple[Layer, ...] = (GroupNorm(), InstanceNorm(), ChannelNorm())
