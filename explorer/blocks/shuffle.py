"""ShuffleNet units (Ma et al. 2018, arXiv:1807.11164, figure 3c and 3d)."""

from __future__ import annotations

from typing import Any

from explorer.blocks.builder import Builder, chain
from explorer.blocks.description import (
    Block,
    BlockError,
    Container,
    Expansion,
    Settings,
    Shape,
)
from explorer.blocks.layers.windows import need_image, short
from explorer.blocks.parameters import integer, pair
from explorer.graph.model import Graph


class ShuffleUnit(Block):
    name = "shuffle_unit"
    title = "Shuffle unit"
    category = "Blocks"
    class_name = "ShuffleUnit"
    help = "Works on half of the channels, passes the other half on, and shuffles both together."
    parameters = (
        integer("out_channels", 116, "Output channels of the unit, both halves together."),
        pair("stride", 1, "Stride; above 1 both halves are made from all channels."),
    )

    def expand(self, p: Settings, inputs: tuple[Shape, ...]) -> Expansion:
        need_image(self.title, inputs[0])
        channels, out, stride = inputs[0][0], p["out_channels"], p["stride"]
        if out % 2:
            raise BlockError(
                f"{self.title}: {out} channels have no halves",
                "Each of the two branches gives half of the channels.",
                f"Take {out + 1} out_channels.",
            )
        strided = stride != (1, 1)
        if not strided and channels != out:
            raise BlockError(
                f"{self.title}: with stride 1 it gives as many channels as it gets, {channels}",
                f"Half of them pass unchanged, but out_channels is {out}.",
                f"Take {channels} out_channels, or stride 2.",
            )
        half = out // 2
        b = Builder()
        x = b.input()
        if strided:
            left = b.group(
                "branch1", _shortcut(channels, half, stride), x, container=Container.SEQUENTIAL
            )
            right = x
        else:
            left = b.add("keep", "channel_split", x, part=0)
            right = b.add("change", "channel_split", x, part=1)
        right = b.group("branch2", _branch(half, stride), right, container=Container.SEQUENTIAL)
        y = b.add("concat", "concat", left, right)
        b.output(b.add("shuffle", "channel_shuffle", y, groups=2))
        return Expansion(b.graph())

    def summary(self, p: Settings) -> str:
        stride = "" if p["stride"] == (1, 1) else f" s{short(p['stride'])}"
        return f"→ {p['out_channels']}{stride}"


def _shortcut(channels: int, half: int, stride: tuple[int, int]) -> Graph:
    """What stands in for the passing half where the unit strides."""
    return chain(
        ("depthwise", "conv_norm_act", _depthwise(channels, stride)),
        ("project", "conv_norm_act", _pointwise(half)),
    )


def _branch(half: int, stride: tuple[int, int]) -> Graph:
    return chain(
        ("reduce", "conv_norm_act", _pointwise(half)),
        ("depthwise", "conv_norm_act", _depthwise(half, stride)),
        ("project", "conv_norm_act", _pointwise(half)),
    )


def _pointwise(channels: int) -> dict[str, Any]:
    return {"out_channels": channels, "kernel_size": 1, "container": "transparent"}


def _depthwise(channels: int, stride: tuple[int, int]) -> dict[str, Any]:
    return {
        "out_channels": channels,
        "groups": channels,
        "stride": stride,
        "activation": "none",
        "container": "transparent",
    }


BLOCKS: tuple[Block, ...] = (ShuffleUnit(),)
