"""Inception modules (Szegedy et al. 2014, arXiv:1409.4842, figure 2), and those with two 3×3 in
place of the 5×5 (Ioffe, Szegedy 2015, arXiv:1502.03167, figure 5)."""

from __future__ import annotations

from explorer.blocks.branches import Convolutions, Step, module, pool
from explorer.blocks.builder import Builder
from explorer.blocks.convolutions import ACTIVATION, EPS, NORM
from explorer.blocks.description import Block, Container, Expansion, Settings, Shape
from explorer.blocks.parameters import choice, flag, integer

_COMMON = (
    NORM,
    EPS,
    ACTIVATION,
)


class NaiveInception(Block):
    name = "inception_naive"
    title = "Inception (naive)"
    category = "Blocks"
    default_name = "inception"
    class_name = "NaiveInception"
    help = "Branches of 1×1, 3×3, 5×5 and pooling side by side, stacked: costly without reduction."
    parameters = (
        integer("branch1x1", 128, "Channels of the 1×1 branch."),
        integer("branch3x3", 192, "Channels of the 3×3 branch."),
        integer("branch5x5", 96, "Channels of the 5×5 branch."),
        *_COMMON,
    )

    def expand(self, p: Settings, inputs: tuple[Shape, ...]) -> Expansion:
        style = {k: p[k] for k in ("norm", "eps", "activation")}
        b = Builder()
        x = b.input()
        branches = [
            b.add(
                f"branch{i}", "conv_norm_act", x,
                out_channels=p[f"branch{k}x{k}"], kernel_size=k, **style,
            )
            for i, k in ((1, 1), (2, 3), (3, 5))
        ]  # fmt: skip
        branches.append(b.add("branch4", "max_pool2d", x, kernel_size=3, stride=1, padding=1))
        b.output(b.add("concat", "concat", *branches))
        return Expansion(b.graph())

    def summary(self, p: Settings) -> str:
        return f"{p['branch1x1']} · {p['branch3x3']} · {p['branch5x5']} · pool"


class Inception(Block):
    name = "inception"
    title = "Inception module"
    category = "Blocks"
    class_name = "Inception"
    help = "Branches of 1×1, 3×3, 5×5 and pooling, each thinned by a 1×1 convolution (GoogLeNet)."
    parameters = (
        integer("branch1x1", 64, "Channels of the 1×1 branch."),
        integer("reduce3x3", 96, "Channels of the 1×1 before the 3×3."),
        integer("branch3x3", 128, "Channels of the 3×3 branch."),
        integer("reduce5x5", 16, "Channels of the 1×1 before the 5×5."),
        integer("branch5x5", 32, "Channels of the 5×5 branch."),
        integer("pool_projection", 32, "Channels of the 1×1 after the pooling."),
        integer(
            "large_kernel", 5, "Kernel of the 5×5 branch; torchvision's GoogLeNet has 3.", 1, 99
        ),
        *_COMMON,
    )

    def expand(self, p: Settings, inputs: tuple[Shape, ...]) -> Expansion:
        style = {k: p[k] for k in ("norm", "eps", "activation")}

        def reduced(reduce: int, out: int, kernel: int) -> Expansion:
            inner = Builder()
            y = inner.add(
                "reduce", "conv_norm_act", inner.input(),
                out_channels=reduce, kernel_size=1, **style,
            )  # fmt: skip
            y = inner.add("conv", "conv_norm_act", y, out_channels=out, kernel_size=kernel, **style)
            inner.output(y)
            return Expansion(inner.graph(), Container.SEQUENTIAL)

        pooled = Builder()
        y = pooled.add(
            "pool", "max_pool2d", pooled.input(),
            kernel_size=3, stride=1, padding=1, ceil_mode=True,
        )  # fmt: skip
        y = pooled.add(
            "project", "conv_norm_act", y,
            out_channels=p["pool_projection"], kernel_size=1, **style,
        )  # fmt: skip
        pooled.output(y)

        b = Builder()
        x = b.input()
        branches = [
            b.add(
                "branch1", "conv_norm_act", x,
                out_channels=p["branch1x1"], kernel_size=1, **style,
            )
        ]  # fmt: skip
        for name, body in (
            ("branch2", reduced(p["reduce3x3"], p["branch3x3"], 3)),
            ("branch3", reduced(p["reduce5x5"], p["branch5x5"], p["large_kernel"])),
            ("branch4", Expansion(pooled.graph(), Container.SEQUENTIAL)),
        ):
            branches.append(b.group(name, body.graph, x, container=body.container))
        b.output(b.add("concat", "concat", *branches))
        return Expansion(b.graph())

    def summary(self, p: Settings) -> str:
        return f"{p['branch1x1']} · {p['branch3x3']} · {p['branch5x5']} · {p['pool_projection']}"


class InceptionBN(Block):
    name = "inception_bn"
    title = "Inception module (v2)"
    category = "Blocks"
    default_name = "inception"
    class_name = "InceptionBN"
    help = "Two 3×3 convolutions in place of the 5×5; may halve the image (BN-Inception)."
    parameters = (
        integer("branch1x1", 64, "Channels of the 1×1 branch; 0 for none.", 0),
        integer("reduce3x3", 64, "Channels of the 1×1 before the 3×3."),
        integer("branch3x3", 64, "Channels of the 3×3 branch."),
        integer("reduce_double", 64, "Channels of the 1×1 before the two 3×3."),
        integer("double3x3", 96, "Channels of each of the two 3×3."),
        choice("pool", ("avg", "max"), "What the last branch pools by."),
        integer("pool_projection", 32, "Channels of the 1×1 after the pooling; 0 for none.", 0),
        integer("stride", 1, "2 where the module halves the image.", 1, 2),
        flag("bias", False, "Whether a bias stays beside the norms, which makes it needless."),
        *_COMMON,
    )

    def expand(self, p: Settings, inputs: tuple[Shape, ...]) -> Expansion:
        kind, stride = Convolutions(p, bias=p["bias"]), p["stride"]
        branches: dict[str, tuple[Step, ...]] = {}
        if p["branch1x1"]:
            branches["branch1"] = (kind.conv("conv", p["branch1x1"], stride=stride),)
        branches["branch2"] = (
            kind.conv("reduce", p["reduce3x3"]),
            kind.conv("conv", p["branch3x3"], 3, stride=stride),
        )
        branches["branch3"] = (
            kind.conv("reduce", p["reduce_double"]),
            kind.conv("conv1", p["double3x3"], 3),
            kind.conv("conv2", p["double3x3"], 3, stride=stride),
        )
        pooling = pool("pool", f"{p['pool']}_pool2d", stride=stride)
        if p["pool_projection"]:
            branches["branch4"] = (pooling, kind.conv("project", p["pool_projection"]))
        else:
            branches["branch4"] = (pooling,)
        return Expansion(module(branches))

    def summary(self, p: Settings) -> str:
        ends = (p["branch1x1"], p["branch3x3"], p["double3x3"], p["pool_projection"])
        words = " · ".join(str(n) for n in ends if n)
        return words + (f" s{p['stride']}" if p["stride"] > 1 else "")


BLOCKS: tuple[Block, ...] = (Inception(), InceptionBN(), NaiveInception())
