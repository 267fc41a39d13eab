"""Squeeze and excitation (Hu, Shen, Sun 2017, arXiv:1709.01507, figures 2 and 3)."""

from __future__ import annotations

from explorer.blocks.builder import Builder
from explorer.blocks.description import Block, Expansion, Settings, Shape
from explorer.blocks.layers.windows import need_image
from explorer.blocks.parameters import choice, integer, optional_integer


class SqueezeExcitation(Block):
    name = "squeeze_excitation"
    title = "Squeeze–excitation"
    category = "Blocks"
    default_name = "se"
    class_name = "SqueezeExcitation"
    help = "Looks at the means of all channels and turns each channel up or down."
    parameters = (
        integer("reduction", 16, "How many times fewer channels the squeeze has."),
        optional_integer(
            "squeeze_channels", "Channels of the squeeze, where they are given as a number."
        ),
        choice("activation", ("relu", "silu"), "What follows the squeeze."),
        choice("gate", ("sigmoid", "hardsigmoid"), "What makes factors between 0 and 1."),
    )

    def expand(self, p: Settings, inputs: tuple[Shape, ...]) -> Expansion:
        need_image(self.title, inputs[0])
        channels = inputs[0][0]
        squeezed = p["squeeze_channels"] or max(1, channels // p["reduction"])
        b = Builder()
        x = b.input()
        y = b.add("avgpool", "global_pool2d", x)
        y = b.add("fc1", "conv2d", y, out_channels=squeezed, kernel_size=1)
        y = b.add("activation", p["activation"], y)
        y = b.add("fc2", "conv2d", y, out_channels=channels, kernel_size=1)
        y = b.add("gate", p["gate"], y)
        b.output(b.add("scale", "multiply", y, x))
        return Expansion(b.graph())

    def summary(self, p: Settings) -> str:
        return f"→ {p['squeeze_channels']}" if p["squeeze_channels"] else f"÷ {p['reduction']}"


BLOCKS: tuple[Block, ...] = (SqueezeExcitation(),)
