"""What LeNet-5 has of its own (LeCun et al. 1998, section II-B and appendix A)."""

from __future__ import annotations

from explorer.blocks.builder import Builder
from explorer.blocks.description import Block, Expansion, Role, Settings, Shape
from explorer.blocks.layers.windows import need_image, pair_text
from explorer.blocks.parameters import number, pair


class Subsampling(Block):
    name = "subsampling"
    title = "Trainable subsampling"
    role = Role.POOLING
    category = "Blocks"
    class_name = "Subsampling"
    help = "The mean of each window, times one learned scale of the map, plus one learned bias."
    parameters = (pair("kernel_size", 2, "Height and width of the window, which is its step too."),)

    def expand(self, p: Settings, inputs: tuple[Shape, ...]) -> Expansion:
        need_image(self.title, inputs[0])
        maps = inputs[0][0]
        b = Builder()
        x = b.add("pool", "avg_pool2d", b.input(), kernel_size=p["kernel_size"])
        # a 1×1 convolution with a group for each map: one weight and one bias
        b.output(b.add("scale", "conv2d", x, out_channels=maps, kernel_size=1, groups=maps))
        return Expansion(b.graph())

    def summary(self, p: Settings) -> str:
        return pair_text(p["kernel_size"])


class ScaledTanh(Block):
    name = "scaled_tanh"
    title = "Scaled tanh"
    role = Role.ACTIVATION
    category = "Blocks"
    class_name = "ScaledTanh"
    help = "A·tanh(S·x). With 1.7159 and 2/3 it passes through (1, 1) and bends most there."
    parameters = (
        number("amplitude", 1.7159, "Where it levels off.", 0, 1000),
        number("slope", 2 / 3, "How steeply it rises, before the amplitude.", 0, 1000),
    )

    def expand(self, p: Settings, inputs: tuple[Shape, ...]) -> Expansion:
        b = Builder()
        x = b.add("slope", "scale", b.input(), factor=p["slope"])
        x = b.add("tanh", "tanh", x)
        b.output(b.add("amplitude", "scale", x, factor=p["amplitude"]))
        return Expansion(b.graph())

    def summary(self, p: Settings) -> str:
        return f"{p['amplitude']:.5g}·tanh({p['slope']:.3g}·x)"


BLOCKS: tuple[Block, ...] = (Subsampling(), ScaledTanh())
