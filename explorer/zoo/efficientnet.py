"""EfficientNet (Tan, Le 2019, arXiv:1905.11946, table 1), as torchvision has it.

The paper scales B0 by depth 1.2^φ, width 1.1^φ and side 1.15^φ (equations 2 and 3). What was
released as B1 … B7 has these rounded and then chosen by hand; the tables here are those. ``phi``
picks the column, and all else follows from it.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate
from math import ceil

from explorer.blocks.builder import Builder
from explorer.blocks.description import Container
from explorer.graph.model import About, Document
from explorer.zoo.parts import pooled_classifier

STAGES = (
    # expansion, kernel, stride, channels, blocks (table 1)
    (1, 3, 1, 16, 1),
    (6, 3, 2, 24, 2),
    (6, 5, 2, 40, 2),
    (6, 3, 2, 80, 3),
    (6, 5, 1, 112, 3),
    (6, 5, 2, 192, 4),
    (6, 3, 1, 320, 1),
)
# B0 … B7
DEPTH = (1.0, 1.1, 1.2, 1.4, 1.8, 2.2, 2.6, 3.1)
WIDTH = (1.0, 1.0, 1.1, 1.2, 1.4, 1.6, 1.8, 2.0)
SIDE = (224, 240, 260, 300, 380, 456, 528, 600)
DROPOUT = (0.2, 0.2, 0.3, 0.3, 0.4, 0.4, 0.5, 0.5)


def _picked(column: Iterable[float]) -> str:
    """An expression for the value that ``phi`` picks."""
    return f"[{', '.join(f'{value:g}' for value in column)}][phi]"


def _scaled(channels: int) -> str:
    return f"divisible({channels} * {_picked(WIDTH)})"


def _blocks(depth: float) -> list[int]:
    """How many blocks come before each stage, and in all."""
    return [0, *accumulate(ceil(count * depth) for *_, count in STAGES)]


NORM = {
    "eps": "=0.001 if phi >= 5 else 0.00001",
    "momentum": "=0.01 if phi >= 5 else 0.1",
}
"""As torchvision has it: B5 and larger came from TensorFlow with its norm."""


def _efficientnet(phi: int) -> Document:
    conv = {"activation": "silu", "container": "sequential", **NORM}
    features = Builder()
    x = features.add(
        "stem", "conv_norm_act", features.input(), out_channels=f"={_scaled(32)}", stride=2, **conv
    )
    total = _picked(_blocks(depth)[-1] for depth in DEPTH)
    for i, (expansion, kernel, stride, channels, count) in enumerate(STAGES):
        before = _picked(_blocks(depth)[i] for depth in DEPTH)
        x = features.add(
            f"stage{i + 1}", "mbconv_stage", x,
            count=f"=ceil({count} * {_picked(DEPTH)})", out_channels=f"={_scaled(channels)}",
            expansion=expansion, kernel_size=kernel, stride=stride,
            stochastic_depth=f"=stochastic_depth * {before} / {total}",
            stochastic_depth_step=f"=stochastic_depth / {total}",
            **NORM,
        )  # fmt: skip
    x = features.add(
        "last", "conv_norm_act", x, out_channels=f"=4 * {_scaled(320)}", kernel_size=1, **conv
    )
    features.output(x)

    b = Builder()
    side = _picked(SIDE)
    x = b.add("image", "input", shape=f"=(3, {side}, {side})")
    x = b.group("features", features.graph(), x, container=Container.SEQUENTIAL)
    x = pooled_classifier(
        b, x,
        ("dropout", "dropout", {"p": f"={_picked(DROPOUT)}"}),
        ("scores", "linear", {"out_features": "=classes"}),
    )  # fmt: skip
    b.output(x)
    return b.document(
        f"efficientnet_b{phi}",
        About(
            title=f"EfficientNet-B{phi}",
            idea="Depth, width and image size grow together, by one number.",
            source="Tan, Le 2019, arXiv:1905.11946",
            year=2019,
            family="EfficientNet",
        ),
        {
            "classes": (1000, "How many classes."),
            "phi": (
                phi,
                "Compound coefficient, 0 … 7 for B0 … B7: depth grows by about 1.2, width by 1.1 "
                "and the side of the image by 1.15 at each step, as released.",
            ),
            "stochastic_depth": (0.2, "How often the last block is skipped while training."),
        },
    )


def efficientnet_b0() -> Document:
    """The network that the search found."""
    return _efficientnet(0)


def efficientnet_b1() -> Document:
    """B0, deeper."""
    return _efficientnet(1)


def efficientnet_b2() -> Document:
    """B0, deeper and wider."""
    return _efficientnet(2)


def efficientnet_b3() -> Document:
    """B0 scaled to images of 300."""
    return _efficientnet(3)


def efficientnet_b4() -> Document:
    """B0 scaled to images of 380."""
    return _efficientnet(4)


def efficientnet_b5() -> Document:
    """B0 scaled to images of 456."""
    return _efficientnet(5)


def efficientnet_b6() -> Document:
    """B0 scaled to images of 528."""
    return _efficientnet(6)


def efficientnet_b7() -> Document:
    """B0 scaled to images of 600."""
    return _efficientnet(7)


NETWORKS = (
    efficientnet_b0,
    efficientnet_b1,
    efficientnet_b2,
    efficientnet_b3,
    efficientnet_b4,
    efficientnet_b5,
    efficientnet_b6,
    efficientnet_b7,
)
