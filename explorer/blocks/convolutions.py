"""Blocks of convolutions in a row: with norm and activation, VGG stage, stem."""

from __future__ import annotations

from explorer.blocks.builder import Builder
from explorer.blocks.description import Block, Container, Expansion, Settings, Shape
from explorer.blocks.layers.windows import pair_text, short
from explorer.blocks.parameters import (
    Kind,
    Parameter,
    choice,
    flag,
    integer,
    number,
    pair,
)

ACTIVATIONS = ("relu", "relu6", "leaky_relu", "tanh", "sigmoid", "silu", "hardswish", "none")

NORM = choice("norm", ("batch", "none"), "Batch norm after the convolution, or a bias instead.")
EPS = number("eps", 1e-5, "Batch norm's eps.", 0, 1)
MOMENTUM = number("momentum", 0.1, "How fast batch norm's running mean follows.", 0, 1)
ACTIVATION = choice("activation", ACTIVATIONS, "What follows the norm.")


class ConvNormAct(Block):
    name = "conv_norm_act"
    title = "Conv–norm–act"
    category = "Blocks"
    default_name = "conv"
    class_name = "ConvNormAct"
    help = "A convolution, its norm and its activation; padded so that stride 1 keeps the size."
    parameters = (
        integer("out_channels", 64, "How many filters."),
        pair("kernel_size", 3, "Height and width of a filter."),
        pair("stride", 1, "How far the filter moves at a step."),
        Parameter(
            "padding",
            Kind.PAIR,
            None,
            "Zeros around the image; half the kernel where none is given.",
            0,
            10_000,
            optional=True,
        ),
        pair("dilation", 1, "Distance between the points that a filter looks at."),
        integer("groups", 1, "Parts that see each other's channels not at all."),
        NORM,
        EPS,
        MOMENTUM,
        ACTIVATION,
        flag("bias", False, "Whether a bias stays beside the norm, which makes it needless."),
        choice(
            "container",
            ("module", "sequential", "transparent"),
            "Whether the parts are named (conv, bn), numbered, or belong to the block around.",
        ),
    )

    def expand(self, p: Settings, inputs: tuple[Shape, ...]) -> Expansion:
        padding = p["padding"]
        if padding is None:
            padding = tuple(
                d * (k - 1) // 2 for k, d in zip(p["kernel_size"], p["dilation"], strict=True)
            )
        b = Builder()
        x = b.input()
        norm = p["norm"] == "batch"
        x = b.add(
            "conv",
            "conv2d",
            x,
            out_channels=p["out_channels"],
            kernel_size=p["kernel_size"],
            stride=p["stride"],
            padding=padding,
            dilation=p["dilation"],
            groups=p["groups"],
            bias=p["bias"] or not norm,
        )
        if norm:
            x = b.add("bn", "batch_norm", x, eps=p["eps"], momentum=p["momentum"])
        if p["activation"] != "none":
            x = b.add(p["activation"], p["activation"], x)
        b.output(x)
        return Expansion(b.graph(), Container(p["container"]))

    def summary(self, p: Settings) -> str:
        stride = "" if p["stride"] == (1, 1) else f" s{short(p['stride'])}"
        groups = f" g{p['groups']}" if p["groups"] > 1 else ""
        return f"{pair_text(p['kernel_size'])}{stride}{groups} → {p['out_channels']}"


class VGGStage(Block):
    name = "vgg_stage"
    title = "VGG stage"
    category = "Blocks"
    default_name = "stage"
    class_name = "VGGStage"
    help = "3×3 convolutions in a row, then a pooling that halves the image."
    parameters = (
        integer("convolutions", 2, "How many convolutions.", 1, 64),
        integer("out_channels", 64, "Output channels of each."),
        NORM._replace(default="none"),
        ACTIVATION,
        flag("pool", True, "Whether a 2×2 max pooling ends the stage."),
        choice(
            "container",
            ("transparent", "sequential"),
            "Whether the parts belong to the block around, or to a module of their own.",
        ),
    )

    def expand(self, p: Settings, inputs: tuple[Shape, ...]) -> Expansion:
        b = Builder()
        x = b.input()
        norm = p["norm"] == "batch"
        for i in range(1, p["convolutions"] + 1):
            x = b.add(
                f"conv{i}", "conv2d", x,
                out_channels=p["out_channels"], kernel_size=3, padding=1,
            )  # fmt: skip
            if norm:
                x = b.add(f"bn{i}", "batch_norm", x)
            if p["activation"] != "none":
                x = b.add(f"{p['activation']}{i}", p["activation"], x)
        if p["pool"]:
            x = b.add("pool", "max_pool2d", x, kernel_size=2)
        b.output(x)
        return Expansion(b.graph(), Container(p["container"]))

    def summary(self, p: Settings) -> str:
        return f"{p['convolutions']} × conv 3×3, {p['out_channels']}"


class Stem(Block):
    name = "stem"
    title = "Stem"
    category = "Blocks"
    class_name = "Stem"
    help = "The first convolution of a network with its norm and pooling: small and wide early on."
    parameters = (
        integer("out_channels", 64, "How many filters."),
        pair("kernel_size", 7, "Height and width of a filter."),
        pair("stride", 2, "How far the filter moves at a step."),
        NORM,
        ACTIVATION,
        flag("pool", True, "Whether a 3×3 max pooling with stride 2 follows."),
        choice(
            "container",
            ("transparent", "module"),
            "Whether the parts belong to the network, or to a module of their own.",
        ),
    )

    def expand(self, p: Settings, inputs: tuple[Shape, ...]) -> Expansion:
        b = Builder()
        x = b.input()
        norm = p["norm"] == "batch"
        x = b.add(
            "conv1", "conv2d", x,
            out_channels=p["out_channels"], kernel_size=p["kernel_size"], stride=p["stride"],
            padding=tuple(k // 2 for k in p["kernel_size"]), bias=not norm,
        )  # fmt: skip
        if norm:
            x = b.add("bn1", "batch_norm", x)
        if p["activation"] != "none":
            x = b.add(p["activation"], p["activation"], x)
        if p["pool"]:
            x = b.add("maxpool", "max_pool2d", x, kernel_size=3, stride=2, padding=1)
        b.output(x)
        return Expansion(b.graph(), Container(p["container"]))

    def summary(self, p: Settings) -> str:
        pool = " · pool 3×3 s2" if p["pool"] else ""
        return f"{pair_text(p['kernel_size'])} s{short(p['stride'])}{pool}"


BLOCKS: tuple[Block, ...] = (ConvNormAct(), VGGStage(), Stem())
