"""Depthwise separable convolutions without norm or activation between the two steps, and the
residual blocks made of them (Chollet 2016, arXiv:1610.02357, figure 5)."""

from __future__ import annotations

from explorer.blocks.builder import Builder, chain
from explorer.blocks.description import Block, Container, Expansion, Settings, Shape
from explorer.blocks.layers.windows import need_image, pair_text, short
from explorer.blocks.parameters import flag, integer, pair


class SeparableConv(Block):
    name = "separable_conv"
    title = "Separable convolution"
    category = "Blocks"
    default_name = "conv"
    class_name = "SeparableConv"
    help = "Each channel filtered by itself, then all mixed by a 1×1; nothing in between."
    parameters = (
        integer("out_channels", 64, "How many output channels."),
        pair("kernel_size", 3, "Height and width of a filter."),
        pair("stride", 1, "How far the filter moves at a step."),
    )

    def expand(self, p: Settings, inputs: tuple[Shape, ...]) -> Expansion:
        need_image(self.title, inputs[0])
        channels = inputs[0][0]
        b = Builder()
        x = b.add(
            "depthwise", "conv2d", b.input(),
            out_channels=channels, kernel_size=p["kernel_size"], stride=p["stride"],
            padding=tuple((k - 1) // 2 for k in p["kernel_size"]), groups=channels, bias=False,
        )  # fmt: skip
        b.output(
            b.add(
                "pointwise", "conv2d", x,
                out_channels=p["out_channels"], kernel_size=1, bias=False,
            )
        )  # fmt: skip
        return Expansion(b.graph())

    def summary(self, p: Settings) -> str:
        stride = "" if p["stride"] == (1, 1) else f" s{short(p['stride'])}"
        return f"{pair_text(p['kernel_size'])}{stride} → {p['out_channels']}"


class XceptionBlock(Block):
    name = "xception_block"
    title = "Xception block"
    category = "Blocks"
    default_name = "block"
    class_name = "XceptionBlock"
    help = "Separable convolutions, each after an activation, added to their input (Xception)."
    parameters = (
        integer("out_channels", 728, "Output channels of the block."),
        integer("convolutions", 3, "How many separable convolutions.", 1, 64),
        integer("stride", 1, "Stride of the pooling at the end and of the shortcut."),
        flag("first_activation", True, "Whether an activation stands before the first."),
        flag("grow_first", True, "Whether the first convolution changes the width, or the last."),
    )

    def expand(self, p: Settings, inputs: tuple[Shape, ...]) -> Expansion:
        need_image(self.title, inputs[0])
        channels, out, count, stride = (
            inputs[0][0], p["out_channels"], p["convolutions"], p["stride"],
        )  # fmt: skip
        row = Builder()
        y = row.input()
        for i in range(1, count + 1):
            if i > 1 or p["first_activation"]:
                y = row.add(f"relu{i}", "relu", y)
            width = out if p["grow_first"] or i == count else channels
            y = row.add(f"conv{i}", "separable_conv", y, out_channels=width)
            y = row.add(f"bn{i}", "batch_norm", y)
        if stride > 1:
            y = row.add("pool", "max_pool2d", y, kernel_size=3, stride=stride, padding=1)
        row.output(y)
        b = Builder()
        x = b.input()
        y = b.group("row", row.graph(), x, container=Container.SEQUENTIAL)
        if channels == out and stride == 1:
            x = b.add("shortcut", "identity", x)
        else:
            projection = {"out_channels": out, "kernel_size": 1, "stride": stride, "bias": False}
            body = chain(("conv", "conv2d", projection), ("bn", "batch_norm", {}))
            x = b.group("shortcut", body, x, container=Container.SEQUENTIAL)
        b.output(b.add("add", "add", y, x))
        return Expansion(b.graph())

    def summary(self, p: Settings) -> str:
        stride = "" if p["stride"] == 1 else f" s{p['stride']}"
        return f"{p['convolutions']} × separable 3×3 → {p['out_channels']}{stride}"


BLOCKS: tuple[Block, ...] = (SeparableConv(), XceptionBlock())
