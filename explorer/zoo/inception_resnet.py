"""Inception-ResNet (Szegedy et al. 2016, arXiv:1602.07261, figures 10–19 and table 1).

Inception-ResNet-v2 is the network that Google published with its weights: its stem ends in a first
module of 320 channels, where figure 15 has the stem of Inception-v4 (figure 3).
"""

from __future__ import annotations

from typing import Any

from explorer.blocks.branches import STYLE, Convolutions, Step, down_pool, module, pool
from explorer.blocks.builder import Builder, chain
from explorer.blocks.parameters import settings
from explorer.graph.model import About, Document, Graph

SOURCE = "Szegedy, Ioffe, Vanhoucke, Alemi 2016, arXiv:1602.07261"
CONV = Convolutions(settings(STYLE, {}))


def _parameters(
    columns: tuple[int, int, int, int], counts: tuple[int, int, int]
) -> dict[str, tuple[Any, str]]:
    """Of the whole network: table 1's columns and how many modules of each kind."""
    return {
        "classes": (1000, "How many classes."),
        "input_size": (299, "Side of the image."),
        "dropout": (0.2, "Dropout before the scores."),
        "modules_a": (counts[0], "How many 35×35 modules."),
        "modules_b": (counts[1], "How many 17×17 modules."),
        "modules_c": (counts[2], "How many 8×8 modules."),
        "k": (columns[0], "Reduction-A: channels of the 1×1."),
        "l": (columns[1], "Reduction-A: channels of the 3×3."),
        "m": (columns[2], "Reduction-A: channels of the 3×3 with stride 2 behind it."),
        "n": (columns[3], "Reduction-A: channels of the 3×3 with stride 2 alone."),
        "scale_a": (0.17, "What the 35×35 modules' result is multiplied by."),
        "scale_b": (0.1, "What the 17×17 modules' result is multiplied by."),
        "scale_c": (0.2, "What the 8×8 modules' result is multiplied by."),
    }


def _stem(*end: Step) -> Graph:
    """What both stems begin with: 299×299 to 71×71, 192 channels."""
    return chain(
        CONV.down("conv1", 32),
        CONV.conv("conv2", 32, 3, padding=0),
        CONV.conv("conv3", 64, 3),
        down_pool("pool1"),
        CONV.conv("conv4", 80),
        CONV.conv("conv5", 192, 3, padding=0),
        *end,
    )


def inception_resnet_v1() -> Document:
    """About as costly as Inception-v3."""
    b = Builder()
    x = b.input("image", "=(3, input_size, input_size)")
    x = b.group("stem", _stem(CONV.down("conv6", 256)), x)
    x = b.add(
        "inception_a", "stage", x,
        block="inception_resnet_a", count="=modules_a", double1=32, double2=32, scale="=scale_a",
    )  # fmt: skip
    x = b.add("reduction_a", "reduction_a", x, k="=k", l="=l", m="=m", n="=n")
    narrow = {"channels": 128, "middle": 128, "out": 128}
    x = b.add(
        "inception_b", "stage", x,
        block="inception_resnet_b", count="=modules_b", scale="=scale_b", **narrow,
    )  # fmt: skip
    x = b.add(
        "reduction_b", "inception_resnet_reduction_b", x, branch1=256, double1=256, double2=256
    )
    x = b.add(
        "inception_c", "stage", x,
        block="inception_resnet_c", count="=modules_c", middle=192, out=192, scale="=scale_c",
    )  # fmt: skip
    b.output(b.add("head", "classifier_head", x, classes="=classes", dropout="=dropout"))
    return b.document(
        "inception_resnet_v1",
        About(
            title="Inception-ResNet-v1",
            idea="Inception modules find what to add to their input, which trains much faster.",
            source=SOURCE,
            year=2016,
            family="Inception",
        ),
        _parameters((192, 192, 256, 384), (5, 10, 5)),
    )


def _first_module() -> Graph:
    """The module between stem and residual blocks: 96, 64, 96 and 64 channels."""
    return module(
        {
            "branch0": (CONV.conv("conv", 96),),
            "branch1": (CONV.conv("reduce", 48), CONV.conv("conv", 64, 5)),
            "branch2": (
                CONV.conv("reduce", 64),
                CONV.conv("conv1", 96, 3),
                CONV.conv("conv2", 96, 3),
            ),
            "branch3": (
                pool("pool", "avg_pool2d", count_include_pad=False),
                CONV.conv("project", 64),
            ),
        }
    )


def inception_resnet_v2() -> Document:
    """About as costly as Inception-v4; the last block adds without an activation after."""
    b = Builder()
    x = b.input("image", "=(3, input_size, input_size)")
    x = b.group("stem", _stem(down_pool("pool2")), x)
    x = b.group("mixed", _first_module(), x)
    x = b.add(
        "inception_a", "stage", x, block="inception_resnet_a", count="=modules_a", scale="=scale_a"
    )
    x = b.add("reduction_a", "reduction_a", x, k="=k", l="=l", m="=m", n="=n")
    x = b.add(
        "inception_b", "stage", x, block="inception_resnet_b", count="=modules_b", scale="=scale_b"
    )
    x = b.add("reduction_b", "inception_resnet_reduction_b", x)
    x = b.add(
        "inception_c", "stage", x, block="inception_resnet_c", count="=modules_c", scale="=scale_c"
    )
    x = b.add("last", "inception_resnet_c", x, scale=1.0, last_activation=False)
    name, type_, params = CONV.conv("conv", 1536)
    x = b.add(name, type_, x, **params)
    b.output(b.add("head", "classifier_head", x, classes="=classes", dropout="=dropout"))
    return b.document(
        "inception_resnet_v2",
        About(
            title="Inception-ResNet-v2",
            idea="Sums scaled down by a tenth or two keep very wide residual networks stable.",
            source=SOURCE,
            year=2016,
            family="Inception",
        ),
        _parameters((256, 256, 384, 384), (10, 20, 9)),
    )


NETWORKS = (inception_resnet_v1, inception_resnet_v2)
