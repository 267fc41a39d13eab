"""The modules of Inception-v2 and -v3 (Szegedy et al. 2015, arXiv:1512.00567, figures 5–7, 10).

Parts are called as in torchvision, whose weights load unchanged.
"""

from __future__ import annotations

from explorer.blocks.branches import STYLE, Convolutions, Step, down_pool, forked, module, pool
from explorer.blocks.builder import Builder
from explorer.blocks.description import Block, Container, Expansion, Role, Settings, Shape
from explorer.blocks.parameters import integer, number


def _pooled(kind: Convolutions, channels: int) -> tuple[Step, ...]:
    return pool("pool", "avg_pool2d"), kind.conv("branch_pool", channels)


class _Module(Block):
    category = "Blocks"
    default_name = "Mixed"

    def branches(self, kind: Convolutions, p: Settings) -> Expansion:
        raise NotImplementedError

    def expand(self, p: Settings, inputs: tuple[Shape, ...]) -> Expansion:
        return self.branches(Convolutions(p), p)


class InceptionV3A(_Module):
    name = "inception_v3_a"
    title = "Inception-v3 A"
    class_name = "InceptionA"
    help = "For 35×35: a 5×5 branch and one of two 3×3, which see as far for less (figure 5)."
    parameters = (
        integer("pool_features", 64, "Channels of the 1×1 after the pooling."),
        integer("middle_kernel", 5, "Kernel of the second branch: 3 in figure 5, 5 in v3.", 1, 99),
        *STYLE,
    )

    def branches(self, kind: Convolutions, p: Settings) -> Expansion:
        graph = module(
            {
                "branch1x1": (kind.conv("branch1x1", 64),),
                "branch5x5": (
                    kind.conv("branch5x5_1", 48),
                    kind.conv("branch5x5_2", 64, p["middle_kernel"]),
                ),
                "branch3x3dbl": (
                    kind.conv("branch3x3dbl_1", 64),
                    kind.conv("branch3x3dbl_2", 96, 3),
                    kind.conv("branch3x3dbl_3", 96, 3),
                ),
                "pooled": _pooled(kind, p["pool_features"]),
            },
            Container.TRANSPARENT,
        )
        return Expansion(graph)

    def summary(self, p: Settings) -> str:
        return f"64 · 64 · 96 · {p['pool_features']}"


class InceptionV3ReductionA(_Module):
    name = "inception_v3_reduction_a"
    title = "Inception-v3 reduction A"
    class_name = "ReductionA"
    help = "From 35×35 to 17×17: convolutions and pooling with stride 2 side by side (figure 10)."
    parameters = STYLE

    def branches(self, kind: Convolutions, p: Settings) -> Expansion:
        graph = module(
            {
                "branch3x3": (kind.down("branch3x3", 384),),
                "branch3x3dbl": (
                    kind.conv("branch3x3dbl_1", 64),
                    kind.conv("branch3x3dbl_2", 96, 3),
                    kind.down("branch3x3dbl_3", 96),
                ),
                "pool": (down_pool("pool"),),
            },
            Container.TRANSPARENT,
        )
        return Expansion(graph)


class InceptionV3B(_Module):
    name = "inception_v3_b"
    title = "Inception-v3 B"
    class_name = "InceptionB"
    help = "For 17×17: 7×7 convolutions factorised into 1×7 and 7×1 (figure 6)."
    parameters = (
        integer("channels_7x7", 128, "Channels within the factorised branches."),
        *STYLE,
    )

    def branches(self, kind: Convolutions, p: Settings) -> Expansion:
        c, wide, tall = p["channels_7x7"], (1, 7), (7, 1)
        graph = module(
            {
                "branch1x1": (kind.conv("branch1x1", 192),),
                "branch7x7": (
                    kind.conv("branch7x7_1", c),
                    kind.conv("branch7x7_2", c, wide),
                    kind.conv("branch7x7_3", 192, tall),
                ),
                "branch7x7dbl": (
                    kind.conv("branch7x7dbl_1", c),
                    kind.conv("branch7x7dbl_2", c, tall),
                    kind.conv("branch7x7dbl_3", c, wide),
                    kind.conv("branch7x7dbl_4", c, tall),
                    kind.conv("branch7x7dbl_5", 192, wide),
                ),
                "pooled": _pooled(kind, 192),
            },
            Container.TRANSPARENT,
        )
        return Expansion(graph)

    def summary(self, p: Settings) -> str:
        return f"7×7 of {p['channels_7x7']} → 768"


class InceptionV3ReductionB(_Module):
    name = "inception_v3_reduction_b"
    title = "Inception-v3 reduction B"
    class_name = "ReductionB"
    help = "From 17×17 to 8×8, one branch through a factorised 7×7."
    parameters = STYLE

    def branches(self, kind: Convolutions, p: Settings) -> Expansion:
        graph = module(
            {
                "branch3x3": (kind.conv("branch3x3_1", 192), kind.down("branch3x3_2", 320)),
                "branch7x7x3": (
                    kind.conv("branch7x7x3_1", 192),
                    kind.conv("branch7x7x3_2", 192, (1, 7)),
                    kind.conv("branch7x7x3_3", 192, (7, 1)),
                    kind.down("branch7x7x3_4", 192),
                ),
                "pool": (down_pool("pool"),),
            },
            Container.TRANSPARENT,
        )
        return Expansion(graph)


class InceptionV3C(_Module):
    name = "inception_v3_c"
    title = "Inception-v3 C"
    class_name = "InceptionC"
    help = "For 8×8: 1×3 and 3×1 side by side, which widens the filter bank (figure 7)."
    parameters = STYLE

    def branches(self, kind: Convolutions, p: Settings) -> Expansion:
        def ends(name: str) -> tuple[Step, ...]:
            return (
                kind.conv(f"{name}a", 384, (1, 3)),
                kind.conv(f"{name}b", 384, (3, 1)),
            )

        double = (kind.conv("branch3x3dbl_1", 448), kind.conv("branch3x3dbl_2", 384, 3))
        graph = module(
            {
                "branch1x1": (kind.conv("branch1x1", 320),),
                "branch3x3": forked(
                    (kind.conv("branch3x3_1", 384),), ends("branch3x3_2"), "concat3x3"
                ),
                "branch3x3dbl": forked(double, ends("branch3x3dbl_3"), "concat3x3dbl"),
                "pooled": _pooled(kind, 192),
            },
            Container.TRANSPARENT,
        )
        return Expansion(graph)

    def summary(self, p: Settings) -> str:
        return "320 · 768 · 768 · 192"


class InceptionV3AuxiliaryHead(Block):
    name = "inception_v3_auxiliary_head"
    title = "Inception-v3 auxiliary head"
    role = Role.LINEAR
    category = "Blocks"
    default_name = "AuxLogits"
    class_name = "InceptionAux"
    help = "A second classifier on the last 17×17 image, used while training; a regulariser."
    parameters = (
        integer("classes", 10, "How many classes."),
        integer("channels", 128, "Channels of the 1×1 convolution."),
        integer("features", 768, "Channels of the 5×5 convolution."),
        number("eps", 1e-3, "Batch norm's eps.", 0, 1),
    )

    def expand(self, p: Settings, inputs: tuple[Shape, ...]) -> Expansion:
        b = Builder()
        x = b.add("pool", "avg_pool2d", b.input(), kernel_size=5, stride=3)
        for name, out, kernel in (("conv0", p["channels"], 1), ("conv1", p["features"], 5)):
            x = b.add(
                name, "conv_norm_act", x,
                out_channels=out, kernel_size=kernel, padding=0, eps=p["eps"],
            )  # fmt: skip
        x = b.add("flatten", "flatten", b.add("avgpool", "global_pool2d", x))
        b.output(b.add("fc", "linear", x, out_features=p["classes"]))
        return Expansion(b.graph())

    def summary(self, p: Settings) -> str:
        return f"{p['classes']} classes, training only"


BLOCKS: tuple[Block, ...] = (
    InceptionV3A(),
    InceptionV3ReductionA(),
    InceptionV3B(),
    InceptionV3ReductionB(),
    InceptionV3C(),
    InceptionV3AuxiliaryHead(),
)
