"""Blocks of networks for phones: depthwise convolutions, narrow ends, gates.

Depthwise separable (Howard et al. 2017, arXiv:1704.04861, figure 3), inverted residual (Sandler et
al. 2018, arXiv:1801.04381, table 1; Tan et al. 2018, arXiv:1807.11626, figure 7), and with a gate
inside (Howard et al. 2019, arXiv:1905.02244, figure 4; Tan, Le 2019, arXiv:1905.11946, table 1).
A shortcut is there where the block changes no shape.
"""

from __future__ import annotations

from typing import ClassVar

from explorer.blocks.builder import Builder
from explorer.blocks.convolutions import ACTIVATION, EPS, MOMENTUM
from explorer.blocks.description import Block, Container, Expansion, Settings, Shape
from explorer.blocks.layers.windows import need_image, pair_text, short
from explorer.blocks.parameters import Parameter, choice, integer, number, optional_integer, pair
from explorer.graph.expressions import divisible
from explorer.graph.model import Graph

OUT_CHANNELS = integer("out_channels", 16, "Output channels of the block.")
KERNEL_SIZE = pair("kernel_size", 3, "Height and width of the depthwise filters.")
STRIDE = pair("stride", 1, "Stride of the depthwise convolution.")
DILATION = pair("dilation", 1, "Distance between the points that a depthwise filter looks at.")
EXPANSION = number("expansion", 6.0, "How many times wider the block is inside.", 0.01, 1000)
SQUEEZE_ACTIVATION = choice(
    "squeeze_activation", ("relu", "silu"), "What follows the squeeze.", "silu"
)
GATE = choice("gate", ("sigmoid", "hardsigmoid"), "What makes the gate of what was squeezed.")


class DepthwiseSeparable(Block):
    name = "depthwise_separable"
    title = "Depthwise separable"
    category = "Blocks"
    default_name = "separable"
    class_name = "DepthwiseSeparable"
    help = "A filter for each channel alone, then a 1×1 that mixes channels: 8 to 9 times cheaper."
    parameters = (
        OUT_CHANNELS,
        KERNEL_SIZE,
        STRIDE,
        EPS,
        MOMENTUM,
        ACTIVATION,
        ACTIVATION._replace(name="last_activation", help="What follows the 1×1 convolution."),
        choice(
            "container",
            ("module", "transparent"),
            "Whether the parts hang in a module of their own, or in the one around.",
        ),
    )

    def expand(self, p: Settings, inputs: tuple[Shape, ...]) -> Expansion:
        need_image(self.title, inputs[0])
        module = p["container"] == "module"
        style = {"eps": p["eps"], "momentum": p["momentum"]}
        style["container"] = "sequential" if module else "transparent"
        b = Builder()
        x = b.add(
            "depthwise", "conv_norm_act", b.input(),
            out_channels=inputs[0][0], groups=inputs[0][0], kernel_size=p["kernel_size"],
            stride=p["stride"], activation=p["activation"], **style,
        )  # fmt: skip
        x = b.add(
            "pointwise", "conv_norm_act", x,
            out_channels=p["out_channels"], kernel_size=1, activation=p["last_activation"], **style,
        )  # fmt: skip
        b.output(x)
        return Expansion(b.graph(), Container(p["container"]))

    def summary(self, p: Settings) -> str:
        return f"{pair_text(p['kernel_size'])}{_stride_text(p)} → {p['out_channels']}"


class InvertedResidual(Block):
    """Wide inside and narrow at its ends; weights named as in torchvision's MobileNetV2."""

    name = "inverted_residual"
    title = "Inverted residual"
    category = "Blocks"
    class_name = "InvertedResidual"
    help = "1×1 widens, depthwise filters, 1×1 narrows without activation; added to its input."
    parameters: ClassVar[tuple[Parameter, ...]] = (
        OUT_CHANNELS,
        EXPANSION,
        KERNEL_SIZE,
        STRIDE,
        EPS,
        MOMENTUM,
        ACTIVATION._replace(default="relu6"),
    )
    inside: ClassVar[str] = "conv"
    """The module that holds all but the addition."""
    wide: ClassVar[Container] = Container.SEQUENTIAL
    narrow: ClassVar[Container] = Container.TRANSPARENT
    """How the wide convolutions hang in it, and the last one."""

    def hidden(self, p: Settings, channels: int) -> int:
        """Channels inside, for so many at the input."""
        expansion: float = p["expansion"]
        return max(1, round(channels * expansion))

    def widens(self, channels: int, hidden: int) -> bool:
        """Whether the first 1×1 is there."""
        return hidden != channels

    def expand(self, p: Settings, inputs: tuple[Shape, ...]) -> Expansion:
        need_image(self.title, inputs[0])
        b = Builder()
        x = b.input()
        y = b.group(self.inside, self._body(p, inputs[0][0]), x, container=Container.SEQUENTIAL)
        if inputs[0][0] == p["out_channels"] and p["stride"] == (1, 1):
            if p.get("stochastic_depth"):
                y = b.add("stochastic_depth", "stochastic_depth", y, p=p["stochastic_depth"])
            y = b.add("add", "add", x, y)
        b.output(y)
        return Expansion(b.graph())

    def _body(self, p: Settings, channels: int) -> Graph:
        hidden = self.hidden(p, channels)
        norm = {"eps": p["eps"], "momentum": p["momentum"]}
        style = norm | {"activation": p["activation"], "container": self.wide.value}
        b = Builder()
        x = b.input()
        if self.widens(channels, hidden):
            x = b.add("expand", "conv_norm_act", x, out_channels=hidden, kernel_size=1, **style)
        x = b.add(
            "depthwise", "conv_norm_act", x,
            out_channels=hidden, groups=hidden, kernel_size=p["kernel_size"], stride=p["stride"],
            dilation=p.get("dilation", 1), **style,
        )  # fmt: skip
        x = self.between(b, x, p, channels)
        x = b.add(
            "project", "conv_norm_act", x,
            out_channels=p["out_channels"], kernel_size=1, activation="none",
            container=self.narrow.value, **norm,
        )  # fmt: skip
        b.output(x)
        return b.graph()

    def between(self, b: Builder, x: str, p: Settings, channels: int) -> str:
        """What stands between the depthwise convolution and the last one."""
        return x

    def summary(self, p: Settings) -> str:
        return f"{pair_text(p['kernel_size'])}{_stride_text(p)} → {p['out_channels']}"


class MnasBlock(InvertedResidual):
    """The same, weights named as in torchvision's MNASNet, where the first 1×1 is always there."""

    name = "mnas_block"
    title = "Inverted residual (MnasNet)"
    class_name = "MnasBlock"
    parameters = (
        *InvertedResidual.parameters[:-1],
        ACTIVATION,
    )
    inside = "layers"
    wide = narrow = Container.TRANSPARENT

    def widens(self, channels: int, hidden: int) -> bool:
        return True


class MBConv(InvertedResidual):
    """An inverted residual with a gate; weights named as in torchvision's EfficientNet."""

    name = "mbconv"
    title = "MBConv"
    class_name = "MBConv"
    help = "An inverted residual with squeeze-and-excitation inside (MobileNetV3, EfficientNet)."
    parameters = (
        OUT_CHANNELS,
        EXPANSION,
        optional_integer("expanded_channels", "Channels inside, in place of the expansion."),
        KERNEL_SIZE,
        STRIDE,
        DILATION,
        optional_integer(
            "squeeze_channels", "Of the gate; a quarter of the input's where none; 0: no gate.", 0
        ),
        SQUEEZE_ACTIVATION,
        GATE,
        number("stochastic_depth", 0.0, "Share of images for which it is skipped.", 0, 1),
        EPS,
        MOMENTUM,
        ACTIVATION._replace(default="silu"),
    )
    inside = "block"
    wide = narrow = Container.SEQUENTIAL

    def hidden(self, p: Settings, channels: int) -> int:
        given: int | None = p["expanded_channels"]
        return given or divisible(channels * p["expansion"])

    def between(self, b: Builder, x: str, p: Settings, channels: int) -> str:
        squeezed = p["squeeze_channels"]
        if squeezed == 0:
            return x
        return b.add(
            "squeeze_excitation", "squeeze_excitation", x,
            squeeze_channels=squeezed or max(1, channels // 4),
            activation=p["squeeze_activation"], gate=p["gate"],
        )  # fmt: skip


class MBConvStage(Block):
    name = "mbconv_stage"
    title = "MBConv stage"
    category = "Blocks"
    default_name = "stage"
    class_name = "MBConvStage"
    help = "MBConv in a row: the first strides, and each is skipped a little more often."
    parameters = (
        integer("count", 2, "How many blocks.", 1, 2000),
        *MBConv.parameters,
        number("stochastic_depth_step", 0.0, "How much more often each next is skipped.", 0, 1),
        choice(
            "container",
            ("sequential", "transparent"),
            "Whether the instances hang in a module of their own, or in the one around.",
        ),
    )

    def expand(self, p: Settings, inputs: tuple[Shape, ...]) -> Expansion:
        own = ("count", "stochastic_depth_step", "container")
        params = {k: v for k, v in p.items() if k not in own}
        drop, step = p["stochastic_depth"], p["stochastic_depth_step"]
        b = Builder()
        x = b.input()
        for i in range(p["count"]):
            params["stochastic_depth"] = min(1.0, round(drop + i * step, 12))
            x = b.add(str(i), "mbconv", x, **params)
            params["stride"] = 1
        b.output(x)
        return Expansion(b.graph(), Container(p["container"]))

    def summary(self, p: Settings) -> str:
        text = f"{pair_text(p['kernel_size'])}{_stride_text(p)} → {p['out_channels']}"
        return f"{p['count']} × {text}"


def _stride_text(p: Settings) -> str:
    return "" if p["stride"] == (1, 1) else f" s{short(p['stride'])}"


BLOCKS: tuple[Block, ...] = (
    DepthwiseSeparable(),
    InvertedResidual(),
    MnasBlock(),
    MBConv(),
    MBConvStage(),
)
