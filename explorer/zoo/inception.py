"""Inception-v2 and -v3 (Szegedy et al. 2015, arXiv:1512.00567, table 1), and Inception-v4
(Szegedy et al. 2016, arXiv:1602.07261, figure 9).

Inception-v3 has torchvision's names, whose weights load unchanged. Inception-v2 is the table of the
paper as printed; what the table leaves open (channels within the modules) is as in v3.
"""

from __future__ import annotations

from typing import Any

from explorer.blocks.builder import Builder, chain
from explorer.blocks.description import Container
from explorer.graph.model import About, Document, Graph

SHAPE = "=(3, input_size, input_size)"
COMMON: dict[str, tuple[Any, str]] = {
    "classes": (1000, "How many classes."),
    "input_size": (299, "Side of the image."),
}
AUXILIARY: dict[str, tuple[Any, str]] = {
    "auxiliary_head": (True, "Whether it has the auxiliary head."),
}
RETHINKING = "Szegedy, Vanhoucke, Ioffe, Shlens, Wojna 2015, arXiv:1512.00567"
EPS = 0.001


def _conv(name: str, out: int, kernel: int = 3, **more: Any) -> tuple[str, str, dict[str, Any]]:
    """A convolution without padding, as most of the stems are made of."""
    params = {"out_channels": out, "kernel_size": kernel, "padding": 0, "eps": EPS} | more
    return name, "conv_norm_act", params


def _pool(name: str) -> tuple[str, str, dict[str, Any]]:
    return name, "max_pool2d", {"kernel_size": 3, "stride": 2}


def inception_v2() -> Document:
    """The network of the table: 3 modules of figure 5, 5 of figure 6, 2 of figure 7."""
    stem = chain(
        _conv("conv1", 32, stride=2),
        _conv("conv2", 32),
        _conv("conv3", 64, padding=1),
        _pool("pool"),
        _conv("conv4", 80),
        _conv("conv5", 192, stride=2),
        _conv("conv6", 288, padding=1),
    )
    b = Builder()
    x = b.group("stem", stem, b.input("image", SHAPE))
    x = b.add("inception_a", "stage", x, block="inception_v3_a", count=3, middle_kernel=3)
    x = b.add("reduction_a", "inception_v3_reduction_a", x)
    x = b.add(
        "inception_b", "stage", x, block="inception_v3_b", count=5, channels_7x7="=channels_7x7"
    )
    aux = x
    x = b.add("reduction_b", "inception_v3_reduction_b", x)
    x = b.add("inception_c", "stage", x, block="inception_v3_c", count=2)
    b.output(b.add("head", "classifier_head", x, classes="=classes"))
    aux = b.add("aux", "inception_v3_auxiliary_head", aux, classes="=classes")
    b.add("aux_out", "output", aux, auxiliary=True, enabled="=auxiliary_head")
    return b.document(
        "inception_v2",
        About(
            title="Inception-v2",
            idea="Large kernels taken apart: 5×5 into two 3×3, n×n into 1×n and n×1.",
            source=RETHINKING,
            year=2015,
            family="Inception",
        ),
        COMMON
        | AUXILIARY
        | {"channels_7x7": (160, "Channels within the branches of the 17×17 modules.")},
    )


def _modules(type_: str, **named: dict[str, Any]) -> Graph:
    return chain(*((name, type_, params) for name, params in named.items()))


def inception_v3() -> Document:
    """Inception-v3 with its auxiliary head, as torchvision has it."""
    stem = chain(
        _conv("Conv2d_1a_3x3", 32, stride=2),
        _conv("Conv2d_2a_3x3", 32),
        _conv("Conv2d_2b_3x3", 64, padding=1),
        _pool("maxpool1"),
        _conv("Conv2d_3b_1x1", 80, 1),
        _conv("Conv2d_4a_3x3", 192),
        _pool("maxpool2"),
    )
    a = _modules(
        "inception_v3_a",
        Mixed_5b={"pool_features": 32},
        Mixed_5c={"pool_features": 64},
        Mixed_5d={"pool_features": 64},
    )
    seven = _modules(
        "inception_v3_b",
        Mixed_6b={"channels_7x7": 128},
        Mixed_6c={"channels_7x7": 160},
        Mixed_6d={"channels_7x7": 160},
        Mixed_6e={"channels_7x7": 192},
    )
    plain = Container.TRANSPARENT
    b = Builder()
    x = b.group("stem", stem, b.input("image", SHAPE), container=plain)
    x = b.group("inception_a", a, x, container=plain)
    x = b.add("Mixed_6a", "inception_v3_reduction_a", x)
    x = b.group("inception_b", seven, x, container=plain)
    aux = b.add("AuxLogits", "inception_v3_auxiliary_head", x, classes="=classes")
    x = b.add("Mixed_7a", "inception_v3_reduction_b", x)
    x = b.group(
        "inception_c", _modules("inception_v3_c", Mixed_7b={}, Mixed_7c={}), x, container=plain
    )
    b.output(b.add("head", "classifier_head", x, classes="=classes", dropout="=dropout"))
    b.add("aux_out", "output", aux, auxiliary=True, enabled="=auxiliary_head")
    return b.document(
        "inception_v3",
        About(
            title="Inception-v3",
            idea="Spend on width and depth together, and normalise even the auxiliary classifier.",
            source=RETHINKING,
            year=2015,
            family="Inception",
        ),
        COMMON | AUXILIARY | {"dropout": (0.5, "Dropout before the scores.")},
    )


def inception_v4() -> Document:
    """Inception-v4: one stem, then modules A, B and C, each in a row of equals."""
    b = Builder()
    x = b.add("stem", "inception_v4_stem", b.input("image", SHAPE), container="sequential")
    x = b.add("inception_a", "stage", x, block="inception_v4_a", count="=modules_a")
    x = b.add("reduction_a", "reduction_a", x, k="=k", l="=l", m="=m", n="=n")
    x = b.add("inception_b", "stage", x, block="inception_v4_b", count="=modules_b")
    x = b.add("reduction_b", "reduction_b", x)
    x = b.add("inception_c", "stage", x, block="inception_v4_c", count="=modules_c")
    b.output(b.add("head", "classifier_head", x, classes="=classes", dropout="=dropout"))
    return b.document(
        "inception_v4",
        About(
            title="Inception-v4",
            idea="The same few modules at every size of the image: regular, deeper and wider.",
            source="Szegedy, Ioffe, Vanhoucke, Alemi 2016, arXiv:1602.07261",
            year=2016,
            family="Inception",
        ),
        COMMON
        | {
            "dropout": (0.2, "Dropout before the scores."),
            "modules_a": (4, "How many 35×35 modules."),
            "modules_b": (7, "How many 17×17 modules."),
            "modules_c": (3, "How many 8×8 modules."),
            "k": (192, "Reduction-A: channels of the 1×1."),
            "l": (224, "Reduction-A: channels of the 3×3."),
            "m": (256, "Reduction-A: channels of the 3×3 with stride 2 behind it."),
            "n": (384, "Reduction-A: channels of the 3×3 with stride 2 alone."),
        },
    )


NETWORKS = (inception_v2, inception_v3, inception_v4)
