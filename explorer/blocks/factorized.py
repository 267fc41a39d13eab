"""Square convolutions made of smaller ones (Szegedy et al. 2015, arXiv:1512.00567, section 3)."""

from __future__ import annotations

from explorer.blocks.branches import STYLE, Convolutions
from explorer.blocks.builder import Builder
from explorer.blocks.description import Block, BlockError, Container, Expansion, Settings, Shape
from explorer.blocks.parameters import choice, integer, optional_integer

INTO = ("1xn_nx1", "nx1_1xn", "side_by_side", "3x3_stack")


class FactorizedConv(Block):
    name = "factorized_conv"
    title = "Factorised convolution"
    category = "Blocks"
    default_name = "factorized"
    class_name = "FactorizedConv"
    help = "Sees as far as one n×n convolution, at less cost: 1×n and n×1, or a stack of 3×3."
    parameters = (
        integer("out_channels", 64, "Output channels of the last (or of each side)."),
        integer("kernel_size", 7, "The side n of the square that it stands for.", 1, 99),
        optional_integer("middle_channels", "Channels in between; as the output where not given."),
        choice("into", INTO, "The order of the two, both side by side and stacked, or 3×3 only."),
        *STYLE,
        choice(
            "container",
            ("transparent", "sequential", "module"),
            "Whether the parts belong to the block around, are numbered, or named.",
        ),
    )

    def expand(self, p: Settings, inputs: tuple[Shape, ...]) -> Expansion:
        n, out, middle = p["kernel_size"], p["out_channels"], p["middle_channels"]
        kind = Convolutions(p)
        if n % 2 == 0:
            raise BlockError(
                f"{self.title}: an even side, {n}, cannot keep the size",
                "Half of the kernel is padded on each side.",
                "Take an odd side.",
            )
        wide, tall = (1, n), (n, 1)
        b = Builder()
        x = b.input()
        if p["into"] == "side_by_side":
            steps = [kind.conv("conv1xn", out, wide), kind.conv("convnx1", out, tall)]
            sides = [b.add(name, type_, x, **params) for name, type_, params in steps]
            b.output(b.add("concat", "concat", *sides))
            container = p["container"]
            return Expansion(
                b.graph(),
                Container.MODULE if container == "sequential" else Container(container),
            )
        first = out if middle is None else middle
        if p["into"] == "3x3_stack":
            count = max(1, n // 2)
            steps = [
                kind.conv(f"conv{i}", out if i == count else first, 3) for i in range(1, count + 1)
            ]
        elif p["into"] == "1xn_nx1":
            steps = [kind.conv("conv1xn", first, wide), kind.conv("convnx1", out, tall)]
        else:
            steps = [kind.conv("convnx1", first, tall), kind.conv("conv1xn", out, wide)]
        for name, type_, params in steps:
            x = b.add(name, type_, x, **params)
        b.output(x)
        return Expansion(b.graph(), Container(p["container"]))

    def summary(self, p: Settings) -> str:
        n = p["kernel_size"]
        words = {
            "1xn_nx1": f"1×{n}, {n}×1",
            "nx1_1xn": f"{n}×1, 1×{n}",
            "side_by_side": f"1×{n} | {n}×1",
            "3x3_stack": f"{max(1, n // 2)} × 3×3",
        }
        return f"{words[p['into']]} → {p['out_channels']}"


BLOCKS: tuple[Block, ...] = (FactorizedConv(),)
