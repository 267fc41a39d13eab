"""Dense blocks (Huang et al. 2016, arXiv:1608.06993, section 3 and table 1: DenseNet-BC).

What a layer makes is stacked onto all that came before it, so that every later layer reads it.
"""

from __future__ import annotations

from explorer.blocks.builder import Builder
from explorer.blocks.description import Block, Expansion, Settings, Shape
from explorer.blocks.layers.windows import need_image
from explorer.blocks.parameters import integer, number

GROWTH_RATE = integer("growth_rate", 32, "New channels that each layer adds (k in the paper).")
BOTTLENECK = integer("bottleneck", 4, "Channels of the 1×1, in growth rates.", 1, 64)
DROPOUT = number("dropout", 0.0, "Dropout on the new channels of each layer.", 0, 1)


class DenseLayer(Block):
    name = "dense_layer"
    title = "Dense layer"
    category = "Blocks"
    class_name = "DenseLayer"
    help = "Norm, ReLU, 1×1; norm, ReLU, 3×3: reads everything before it, makes few new channels."
    parameters = (GROWTH_RATE, BOTTLENECK, DROPOUT)

    def expand(self, p: Settings, inputs: tuple[Shape, ...]) -> Expansion:
        need_image(self.title, inputs[0])
        growth = p["growth_rate"]
        b = Builder()
        x = b.input()
        for i, channels, kernel in ((1, p["bottleneck"] * growth, 1), (2, growth, 3)):
            x = b.add(f"norm{i}", "batch_norm", x)
            x = b.add(f"relu{i}", "relu", x)
            x = b.add(
                f"conv{i}", "conv2d", x,
                out_channels=channels, kernel_size=kernel, padding=kernel // 2, bias=False,
            )  # fmt: skip
        if p["dropout"]:
            x = b.add("dropout", "dropout", x, p=p["dropout"])
        b.output(x)
        return Expansion(b.graph())

    def summary(self, p: Settings) -> str:
        return f"1×1, 3×3 → +{p['growth_rate']}"


class DenseBlock(Block):
    name = "dense_block"
    title = "Dense block"
    category = "Blocks"
    default_name = "denseblock"
    class_name = "DenseBlock"
    help = "Layers that each read the outputs of all before them, stacked."
    parameters = (
        integer("layers", 6, "How many dense layers.", 1, 1000),
        GROWTH_RATE,
        BOTTLENECK,
        DROPOUT,
    )

    def expand(self, p: Settings, inputs: tuple[Shape, ...]) -> Expansion:
        need_image(self.title, inputs[0])
        params = {k: p[k] for k in ("growth_rate", "bottleneck", "dropout")}
        b = Builder()
        x = b.input()
        for i in range(1, p["layers"] + 1):
            new = b.add(f"denselayer{i}", "dense_layer", x, **params)
            x = b.add(f"concat{i}", "concat", x, new)
        b.output(x)
        return Expansion(b.graph())

    def summary(self, p: Settings) -> str:
        return f"{p['layers']} layers, k {p['growth_rate']}"


class DenseTransition(Block):
    name = "dense_transition"
    title = "Transition"
    category = "Blocks"
    default_name = "transition"
    class_name = "Transition"
    help = "A 1×1 convolution that thins the channels, then a pooling that halves the image."
    parameters = (
        number("compression", 0.5, "Share of the channels that remains (θ in the paper).", 0, 1),
    )

    def expand(self, p: Settings, inputs: tuple[Shape, ...]) -> Expansion:
        need_image(self.title, inputs[0])
        channels = max(1, int(inputs[0][0] * p["compression"]))
        b = Builder()
        x = b.add("norm", "batch_norm", b.input())
        x = b.add("relu", "relu", x)
        x = b.add("conv", "conv2d", x, out_channels=channels, kernel_size=1, bias=False)
        b.output(b.add("pool", "avg_pool2d", x, kernel_size=2))
        return Expansion(b.graph())

    def summary(self, p: Settings) -> str:
        return f"1×1 → {p['compression']:.0%}, pool 2×2"


BLOCKS: tuple[Block, ...] = (DenseBlock(), DenseLayer(), DenseTransition())
