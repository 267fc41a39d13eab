"""The modules of Inception-ResNet (Szegedy et al. 2016, arXiv:1602.07261, figures 10–19).

What the branches find is brought to the input's width by a 1×1 convolution without norm or
activation, scaled down, and added to the input (figure 20).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from explorer.blocks.branches import STYLE, Convolutions, Step, down_pool, module, place
from explorer.blocks.builder import Builder
from explorer.blocks.description import Block, Expansion, Settings, Shape
from explorer.blocks.layers.windows import need_image
from explorer.blocks.parameters import Parameter, flag, integer, number

Branches = Mapping[str, tuple[Step, ...]]


def _scale(default: float) -> tuple[Parameter, ...]:
    return (
        number("scale", default, "What the branches' result is multiplied by.", 0, 10),
        flag("last_activation", True, "Whether an activation follows the addition."),
        *STYLE,
    )


class _InceptionResidual(Block):
    """A residual block whose inside is an inception module."""

    category = "Blocks"
    default_name = "residual"

    def branches(self, kind: Convolutions, p: Settings) -> Branches:
        raise NotImplementedError

    def expand(self, p: Settings, inputs: tuple[Shape, ...]) -> Expansion:
        need_image(self.title, inputs[0])
        b = Builder()
        x = b.input()
        y = place(b, x, self.branches(Convolutions(p), p))
        y = b.add("conv2d", "conv2d", y, out_channels=inputs[0][0], kernel_size=1)
        y = b.add("scale", "scale", y, factor=p["scale"])
        y = b.add("add", "add", y, x)
        if p["last_activation"] and p["activation"] != "none":
            y = b.add("act", p["activation"], y)
        b.output(y)
        return Expansion(b.graph())

    def summary(self, p: Settings) -> str:
        return f"× {p['scale']:g}"


class InceptionResNetA(_InceptionResidual):
    name = "inception_resnet_a"
    title = "Inception-ResNet-A"
    class_name = "InceptionResNetA"
    help = "The 35×35 module: 1×1, 3×3 and two 3×3, added to the input (figures 10 and 16)."
    parameters = (
        integer("channels", 32, "Channels of the first convolution of each branch."),
        integer("double1", 48, "Channels of the first 3×3 of the long branch; 32 in v1."),
        integer("double2", 64, "Channels of its second 3×3; 32 in v1."),
        *_scale(0.17),
    )

    def branches(self, kind: Convolutions, p: Settings) -> Branches:
        c = p["channels"]
        return {
            "branch0": (kind.conv("conv", c),),
            "branch1": (kind.conv("reduce", c), kind.conv("conv", c, 3)),
            "branch2": (
                kind.conv("reduce", c),
                kind.conv("conv1", p["double1"], 3),
                kind.conv("conv2", p["double2"], 3),
            ),
        }


class _Factorized(_InceptionResidual):
    """A 1×1 beside a factorised convolution."""

    kernel: ClassVar[int]

    def branches(self, kind: Convolutions, p: Settings) -> Branches:
        return {
            "branch0": (kind.conv("conv", p["channels"]),),
            "branch1": (
                kind.conv("reduce", p["reduce"]),
                kind.factorized("factorized", p["middle"], p["out"], self.kernel, "1xn_nx1"),
            ),
        }


class InceptionResNetB(_Factorized):
    name = "inception_resnet_b"
    title = "Inception-ResNet-B"
    class_name = "InceptionResNetB"
    help = "The 17×17 module: 1×1 beside a factorised 7×7 (figures 11 and 17)."
    kernel = 7
    parameters = (
        integer("channels", 192, "Channels of the 1×1 branch; 128 in v1."),
        integer("reduce", 128, "Channels of the 1×1 before the factorised 7×7."),
        integer("middle", 160, "Channels of its 1×7; 128 in v1."),
        integer("out", 192, "Channels of its 7×1; 128 in v1."),
        *_scale(0.1),
    )


class InceptionResNetC(_Factorized):
    name = "inception_resnet_c"
    title = "Inception-ResNet-C"
    class_name = "InceptionResNetC"
    help = "The 8×8 module: 1×1 beside a factorised 3×3 (figures 13 and 19)."
    kernel = 3
    parameters = (
        integer("channels", 192, "Channels of the 1×1 branch."),
        integer("reduce", 192, "Channels of the 1×1 before the factorised 3×3."),
        integer("middle", 224, "Channels of its 1×3; 192 in v1."),
        integer("out", 256, "Channels of its 3×1; 192 in v1."),
        *_scale(0.2),
    )


class InceptionResNetReductionB(Block):
    name = "inception_resnet_reduction_b"
    title = "Inception-ResNet Reduction-B"
    category = "Blocks"
    default_name = "reduction_b"
    class_name = "InceptionResNetReductionB"
    help = "From 17×17 to 8×8 with three convolutional branches (figures 12 and 18)."
    parameters = (
        integer("reduce", 256, "Channels of the 1×1 of each branch."),
        integer("branch0", 384, "Channels of the first branch."),
        integer("branch1", 288, "Channels of the second branch; 256 in v1."),
        integer("double1", 288, "Channels of the first 3×3 of the long branch; 256 in v1."),
        integer("double2", 320, "Channels of its second 3×3; 256 in v1."),
        *STYLE,
    )

    def expand(self, p: Settings, inputs: tuple[Shape, ...]) -> Expansion:
        kind, reduce = Convolutions(p), p["reduce"]
        graph = module(
            {
                "branch0": (kind.conv("reduce", reduce), kind.down("conv", p["branch0"])),
                "branch1": (kind.conv("reduce", reduce), kind.down("conv", p["branch1"])),
                "branch2": (
                    kind.conv("reduce", reduce),
                    kind.conv("conv1", p["double1"], 3),
                    kind.down("conv2", p["double2"]),
                ),
                "branch3": (down_pool("pool"),),
            }
        )
        return Expansion(graph)

    def summary(self, p: Settings) -> str:
        return f"{p['branch0']} · {p['branch1']} · {p['double2']} · pool"


BLOCKS: tuple[Block, ...] = (
    InceptionResNetA(),
    InceptionResNetB(),
    InceptionResNetReductionB(),
    InceptionResNetC(),
)
