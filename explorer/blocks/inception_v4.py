"""The modules of Inception-v4 (Szegedy et al. 2016, arXiv:1602.07261, figures 3–8)."""

from __future__ import annotations

from explorer.blocks.branches import (
    STYLE,
    Convolutions,
    Step,
    down_pool,
    forked,
    module,
    pool,
)
from explorer.blocks.builder import Builder
from explorer.blocks.description import Block, Container, Expansion, Settings, Shape
from explorer.blocks.parameters import choice, integer


def _pooled(kind: Convolutions, channels: int) -> tuple[Step, ...]:
    return pool("pool", "avg_pool2d", count_include_pad=False), kind.conv("project", channels)


class InceptionV4Stem(Block):
    name = "inception_v4_stem"
    title = "Inception-v4 stem"
    category = "Blocks"
    default_name = "stem"
    class_name = "InceptionV4Stem"
    help = "From 299×299 to 35×35 with forks of convolution and pooling side by side (figure 3)."
    parameters = (
        *STYLE,
        choice(
            "container",
            ("transparent", "sequential"),
            "Whether the parts belong to the block around, or to a module of their own.",
        ),
    )

    def expand(self, p: Settings, inputs: tuple[Shape, ...]) -> Expansion:
        kind = Convolutions(p)
        b = Builder()
        x = b.input()
        for name, type_, params in (
            kind.down("conv1", 32),
            kind.conv("conv2", 32, 3, padding=0),
            kind.conv("conv3", 64, 3),
        ):
            x = b.add(name, type_, x, **params)
        fork1 = module({"maxpool": (down_pool("maxpool"),), "conv": (kind.down("conv", 96),)})
        fork2 = module(
            {
                "branch0": (kind.conv("reduce", 64), kind.conv("conv", 96, 3, padding=0)),
                "branch1": (
                    kind.conv("reduce", 64),
                    kind.factorized("factorized", 64, 64, 7, "1xn_nx1"),
                    kind.conv("conv", 96, 3, padding=0),
                ),
            }
        )
        fork3 = module({"conv": (kind.down("conv", 192),), "maxpool": (down_pool("maxpool"),)})
        for i, fork in enumerate((fork1, fork2, fork3), 1):
            x = b.group(f"fork{i}", fork, x)
        b.output(x)
        return Expansion(b.graph(), Container(p["container"]))


class InceptionV4A(Block):
    name = "inception_v4_a"
    title = "Inception-A"
    category = "Blocks"
    class_name = "InceptionA"
    help = "The 35×35 module of Inception-v4: four branches of 96 channels (figure 4)."
    parameters = (integer("channels", 96, "Channels of each branch."), *STYLE)

    def expand(self, p: Settings, inputs: tuple[Shape, ...]) -> Expansion:
        kind, c = Convolutions(p), p["channels"]
        graph = module(
            {
                "branch0": (kind.conv("conv", c),),
                "branch1": (kind.conv("reduce", 64), kind.conv("conv", c, 3)),
                "branch2": (
                    kind.conv("reduce", 64),
                    kind.conv("conv1", c, 3),
                    kind.conv("conv2", c, 3),
                ),
                "branch3": _pooled(kind, c),
            }
        )
        return Expansion(graph)

    def summary(self, p: Settings) -> str:
        return f"4 × {p['channels']}"


class ReductionA(Block):
    name = "reduction_a"
    title = "Reduction-A"
    category = "Blocks"
    class_name = "ReductionA"
    help = "From 35×35 to 17×17; k, l, m, n are the columns of the paper's table 1 (figure 7)."
    parameters = (
        integer("k", 192, "Channels of the 1×1 of the long branch."),
        integer("l", 224, "Channels of its 3×3."),
        integer("m", 256, "Channels of its 3×3 with stride 2."),
        integer("n", 384, "Channels of the 3×3 with stride 2 alone."),
        *STYLE,
    )

    def expand(self, p: Settings, inputs: tuple[Shape, ...]) -> Expansion:
        kind = Convolutions(p)
        graph = module(
            {
                "branch0": (kind.down("conv", p["n"]),),
                "branch1": (
                    kind.conv("conv1", p["k"]),
                    kind.conv("conv2", p["l"], 3),
                    kind.down("conv3", p["m"]),
                ),
                "branch2": (down_pool("pool"),),
            }
        )
        return Expansion(graph)

    def summary(self, p: Settings) -> str:
        return f"k {p['k']}, l {p['l']}, m {p['m']}, n {p['n']}"


class InceptionV4B(Block):
    name = "inception_v4_b"
    title = "Inception-B"
    category = "Blocks"
    class_name = "InceptionB"
    help = "The 17×17 module of Inception-v4: 7×7 convolutions factorised (figure 5)."
    parameters = STYLE

    def expand(self, p: Settings, inputs: tuple[Shape, ...]) -> Expansion:
        kind = Convolutions(p)
        graph = module(
            {
                "branch0": (kind.conv("conv", 384),),
                "branch1": (
                    kind.conv("reduce", 192),
                    kind.factorized("factorized", 224, 256, 7, "1xn_nx1"),
                ),
                "branch2": (
                    kind.conv("reduce", 192),
                    kind.factorized("factorized1", 192, 224, 7, "nx1_1xn"),
                    kind.factorized("factorized2", 224, 256, 7, "nx1_1xn"),
                ),
                "branch3": _pooled(kind, 128),
            }
        )
        return Expansion(graph)

    def summary(self, p: Settings) -> str:
        return "384 · 256 · 256 · 128"


class ReductionB(Block):
    name = "reduction_b"
    title = "Reduction-B"
    category = "Blocks"
    class_name = "ReductionB"
    help = "From 17×17 to 8×8 in Inception-v4 (figure 8)."
    parameters = STYLE

    def expand(self, p: Settings, inputs: tuple[Shape, ...]) -> Expansion:
        kind = Convolutions(p)
        graph = module(
            {
                "branch0": (kind.conv("reduce", 192), kind.down("conv", 192)),
                "branch1": (
                    kind.conv("reduce", 256),
                    kind.factorized("factorized", 256, 320, 7, "1xn_nx1"),
                    kind.down("conv", 320),
                ),
                "branch2": (down_pool("pool"),),
            }
        )
        return Expansion(graph)


class InceptionV4C(Block):
    name = "inception_v4_c"
    title = "Inception-C"
    category = "Blocks"
    class_name = "InceptionC"
    help = "The 8×8 module of Inception-v4: branches that fork into 1×3 and 3×1 (figure 6)."
    parameters = STYLE

    def expand(self, p: Settings, inputs: tuple[Shape, ...]) -> Expansion:
        kind, wide, tall = Convolutions(p), (1, 3), (3, 1)

        def ends(name: str) -> tuple[Step, ...]:
            return kind.conv(f"{name}a", 256, wide), kind.conv(f"{name}b", 256, tall)

        long = (
            kind.conv("branch2_0", 384),
            kind.conv("branch2_1", 448, tall),
            kind.conv("branch2_2", 512, wide),
        )
        graph = module(
            {
                "branch0": (kind.conv("conv", 256),),
                "branch1": forked((kind.conv("branch1_0", 384),), ends("branch1_1"), "concat1"),
                "branch2": forked(long, ends("branch2_3"), "concat2"),
                "branch3": _pooled(kind, 256),
            }
        )
        return Expansion(graph)

    def summary(self, p: Settings) -> str:
        return "256 · 512 · 512 · 256"


BLOCKS: tuple[Block, ...] = (
    InceptionV4Stem(),
    InceptionV4A(),
    ReductionA(),
    InceptionV4B(),
    ReductionB(),
    InceptionV4C(),
)
