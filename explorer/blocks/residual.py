"""Residual blocks (He et al. 2015, arXiv:1512.03385, figure 5; table 1)."""

from __future__ import annotations

from explorer.blocks.arrangements import OPTIONS, Convolution, residual_graph
from explorer.blocks.description import (
    Block,
    BlockError,
    Expansion,
    Settings,
    Shape,
)
from explorer.blocks.layers.windows import need_image, short
from explorer.blocks.parameters import choice, integer, pair


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
        *OPTIONS,
    )

    def expand(self, p: Settings, inputs: tuple[Shape, ...]) -> Expansion:
        need_image(self.title, inputs[0])
        out, stride = p["out_channels"], p["stride"]
        convolutions = (Convolution(out, 3, stride), Convolution(out, 3))
        return Expansion(residual_graph(p, inputs[0], convolutions, stride))

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
        *OPTIONS,
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
        convolutions = (
            Convolution(width, 1, stride if early else one),
            Convolution(width, 3, one if early else stride, p["groups"]),
            Convolution(out, 1),
        )
        return Expansion(residual_graph(p, inputs[0], convolutions, stride))

    def summary(self, p: Settings) -> str:
        return f"{p['channels']} → {p['channels'] * p['expansion']}" + _stride_text(p)


class SENetBottleneck(Block):
    """The block of SENet-154 (Hu et al. 2017, arXiv:1709.01507, appendix): a first 1×1 of half
    the width, a grouped 3×3 of the full one, and shortcuts that may look at 3×3 values."""

    name = "senet_bottleneck"
    title = "SENet bottleneck"
    category = "Blocks"
    default_name = "bottleneck"
    class_name = "SENetBottleneck"
    help = "A ResNeXt bottleneck with half the filters in its first 1×1 (SENet-154)."
    parameters = (
        integer("channels", 64, "Channels before the expansion by four."),
        pair("stride", 1, "Stride of the 3×3 convolution and of the shortcut."),
        integer("groups", 64, "Groups (cardinality) of the 3×3 convolution."),
        integer("projection_kernel", 1, "Kernel of the shortcut's convolution.", 1, 99),
        *(p._replace(default=16) if p.name == "se_reduction" else p for p in OPTIONS),
    )

    def expand(self, p: Settings, inputs: tuple[Shape, ...]) -> Expansion:
        need_image(self.title, inputs[0])
        out, stride = 4 * p["channels"], p["stride"]
        convolutions = (
            Convolution(out // 2, 1),
            Convolution(out, 3, stride, p["groups"]),
            Convolution(out, 1),
        )
        graph = residual_graph(p, inputs[0], convolutions, stride, p["projection_kernel"])
        return Expansion(graph)

    def summary(self, p: Settings) -> str:
        return f"{2 * p['channels']} → {4 * p['channels']}" + _stride_text(p)


def _stride_text(p: Settings) -> str:
    return "" if p["stride"] == (1, 1) else f" s{short(p['stride'])}"


BLOCKS: tuple[Block, ...] = (BasicResidual(), BottleneckResidual(), SENetBottleneck())
