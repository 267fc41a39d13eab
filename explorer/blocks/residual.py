"""Residual blocks (He et al. 2015, arXiv:1512.03385, figure 5; table 1).

The shortcut is an identity where the shapes allow it and a 1×1 projection where they do not
(option B). Both stand under the name ``downsample``, as in torchvision.
"""

from __future__ import annotations

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
from explorer.blocks.parameters import choice, integer, pair


def _shortcut(
    b: Builder, x: str, inputs: tuple[Shape, ...], out: int, stride: tuple[int, int]
) -> str:
    if inputs[0][0] == out and stride == (1, 1):
        return b.add("downsample", "identity", x)
    projection = chain(
        (
            "conv",
            "conv2d",
            {"out_channels": out, "kernel_size": 1, "stride": stride, "bias": False},
        ),
        ("bn", "batch_norm", {}),
    )
    return b.group("downsample", projection, x, container=Container.SEQUENTIAL)


class BasicResidual(Block):
    name = "residual_basic"
    title = "Residual block"
    category = "Blocks"
    default_name = "residual"
    class_name = "BasicBlock"
    help = "Two 3×3 convolutions whose result is added to their input (ResNet-18 and -34)."
    parameters = (
        integer("out_channels", 64, "Output channels of both convolutions."),
        pair("stride", 1, "Stride of the first convolution and of the shortcut."),
    )

    def expand(self, p: Settings, inputs: tuple[Shape, ...]) -> Expansion:
        need_image(self.title, inputs[0])
        out, stride = p["out_channels"], p["stride"]
        b = Builder()
        x = y = b.input()
        for i, s in ((1, stride), (2, (1, 1))):
            y = b.add(
                f"conv{i}", "conv2d", y,
                out_channels=out, kernel_size=3, stride=s, padding=1, bias=False,
            )  # fmt: skip
            y = b.add(f"bn{i}", "batch_norm", y)
            if i == 1:
                y = b.add("relu1", "relu", y)
        y = b.add("add", "add", y, _shortcut(b, x, inputs, out, stride))
        b.output(b.add("relu2", "relu", y))
        return Expansion(b.graph())

    def summary(self, p: Settings) -> str:
        return f"3×3, 3×3 → {p['out_channels']}" + _stride_text(p)


class BottleneckResidual(Block):
    name = "residual_bottleneck"
    title = "Bottleneck"
    category = "Blocks"
    default_name = "bottleneck"
    class_name = "Bottleneck"
    help = "1×1, 3×3, 1×1 convolutions added to their input (ResNet-50 and deeper, ResNeXt)."
    parameters = (
        integer("channels", 64, "Channels before the expansion."),
        integer("expansion", 4, "How many times wider the output is.", 1, 64),
        pair("stride", 1, "Stride of the block."),
        integer("groups", 1, "Groups (cardinality) of the 3×3 convolution."),
        integer("width_per_group", 64, "Channels of a group, for 64 channels."),
        choice("stride_in", ("3x3", "1x1"), "Which convolution strides: v1.5, or the paper's."),
    )

    def expand(self, p: Settings, inputs: tuple[Shape, ...]) -> Expansion:
        need_image(self.title, inputs[0])
        width = int(p["channels"] * (p["width_per_group"] / 64.0)) * p["groups"]
        out, stride, one = p["channels"] * p["expansion"], p["stride"], (1, 1)
        if width < 1:
            raise BlockError(
                f"Bottleneck: {p['channels']} channels leave no width",
                f"{p['channels']}·{p['width_per_group']}/64 rounds down to 0.",
                "Take more channels or a larger width_per_group.",
            )
        early = p["stride_in"] == "1x1"
        b = Builder()
        x = b.input()
        steps = (
            (width, 1, stride if early else one, 1),
            (width, 3, one if early else stride, p["groups"]),
            (out, 1, one, 1),
        )
        y = x
        for i, (channels, kernel, s, groups) in enumerate(steps, 1):
            y = b.add(
                f"conv{i}", "conv2d", y,
                out_channels=channels, kernel_size=kernel, stride=s, padding=kernel // 2,
                groups=groups, bias=False,
            )  # fmt: skip
            y = b.add(f"bn{i}", "batch_norm", y)
            if i < 3:
                y = b.add(f"relu{i}", "relu", y)
        y = b.add("add", "add", y, _shortcut(b, x, inputs, out, stride))
        b.output(b.add("relu3", "relu", y))
        return Expansion(b.graph())

    def summary(self, p: Settings) -> str:
        return f"{p['channels']} → {p['channels'] * p['expansion']}" + _stride_text(p)


def _stride_text(p: Settings) -> str:
    return "" if p["stride"] == (1, 1) else f" s{short(p['stride'])}"


BLOCKS: tuple[Block, ...] = (BasicResidual(), BottleneckResidual())
