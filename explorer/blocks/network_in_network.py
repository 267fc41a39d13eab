"""Network in network (Lin, Chen and Yan 2013, arXiv:1312.4400) and the fire module, which squeezes
by 1×1 convolutions as well (Iandola et al. 2016, arXiv:1602.07360, figure 1)."""

from __future__ import annotations

from explorer.blocks.builder import Builder
from explorer.blocks.description import Block, Container, Expansion, Settings, Shape
from explorer.blocks.layers.windows import pair_text, short
from explorer.blocks.parameters import choice, integer, pair


class MlpConv(Block):
    name = "mlpconv"
    title = "Mlpconv layer"
    category = "Blocks"
    class_name = "MlpConv"
    help = "A convolution, then two 1×1 convolutions: a small network slides over the image."
    parameters = (
        integer("out_channels", 192, "Output channels of the convolution."),
        integer("hidden_channels", 160, "Output channels of the first 1×1 convolution."),
        integer("last_channels", 96, "Output channels of the second 1×1 convolution."),
        pair("kernel_size", 5, "Height and width of the convolution's filters."),
        pair("stride", 1, "How far the filter moves at a step."),
        pair("padding", 2, "Zeros around the image.", low=0),
        choice(
            "container",
            ("module", "sequential", "transparent"),
            "Whether the parts are named, numbered, or belong to the block around.",
        ),
    )

    def expand(self, p: Settings, inputs: tuple[Shape, ...]) -> Expansion:
        b = Builder()
        x = b.add(
            "conv", "conv2d", b.input(),
            out_channels=p["out_channels"], kernel_size=p["kernel_size"], stride=p["stride"],
            padding=p["padding"],
        )  # fmt: skip
        x = b.add("relu", "relu", x)
        for i, channels in ((1, p["hidden_channels"]), (2, p["last_channels"])):
            x = b.add(f"cccp{i}", "conv2d", x, out_channels=channels, kernel_size=1)
            x = b.add(f"relu{i}", "relu", x)
        b.output(x)
        return Expansion(b.graph(), Container(p["container"]))

    def summary(self, p: Settings) -> str:
        stride = "" if p["stride"] == (1, 1) else f" s{short(p['stride'])}"
        channels = f"{p['out_channels']}, {p['hidden_channels']}, {p['last_channels']}"
        return f"{pair_text(p['kernel_size'])}{stride} → {channels}"


class Fire(Block):
    name = "fire"
    title = "Fire module"
    category = "Blocks"
    class_name = "Fire"
    help = "A 1×1 convolution squeezes, then 1×1 and 3×3 side by side expand (SqueezeNet)."
    parameters = (
        integer("squeeze", 16, "Channels of the 1×1 that squeezes."),
        integer("expand1x1", 64, "Channels of the 1×1 branch."),
        integer("expand3x3", 64, "Channels of the 3×3 branch."),
    )

    def expand(self, p: Settings, inputs: tuple[Shape, ...]) -> Expansion:
        b = Builder()
        x = b.add("squeeze", "conv2d", b.input(), out_channels=p["squeeze"], kernel_size=1)
        x = b.add("squeeze_activation", "relu", x)
        branches = []
        for k in (1, 3):
            name = f"expand{k}x{k}"
            y = b.add(name, "conv2d", x, out_channels=p[name], kernel_size=k, padding=k // 2)
            branches.append(b.add(f"{name}_activation", "relu", y))
        b.output(b.add("concat", "concat", *branches))
        return Expansion(b.graph())

    def summary(self, p: Settings) -> str:
        return f"{p['squeeze']} → {p['expand1x1']} + {p['expand3x3']}"


BLOCKS: tuple[Block, ...] = (MlpConv(), Fire())
