"""MnasNet-B1 (Tan et al. 2018, arXiv:1807.11626, figure 7), as torchvision has it."""

from __future__ import annotations

from explorer.blocks.builder import Builder
from explorer.blocks.description import Container
from explorer.graph.model import About, Document
from explorer.zoo.parts import dropout_and_scores, pooled_classifier

STAGES = (
    # channels, kernel, stride, expansion, blocks
    (24, 3, 2, 3, 3),
    (40, 5, 2, 3, 3),
    (80, 5, 2, 6, 3),
    (96, 3, 1, 6, 2),
    (192, 5, 2, 6, 4),
    (320, 3, 1, 6, 1),
)
MOMENTUM = 0.0003


def _mnasnet(width_multiplier: float) -> Document:
    layers = Builder()
    x = layers.add(
        "stem", "conv_norm_act", layers.input(),
        out_channels="=divisible(32 * width_multiplier)", stride=2, momentum=MOMENTUM,
        container="transparent",
    )  # fmt: skip
    x = layers.add(
        "separable", "depthwise_separable", x,
        out_channels="=divisible(16 * width_multiplier)", momentum=MOMENTUM,
        last_activation="none", container="transparent",
    )  # fmt: skip
    for i, (channels, kernel, stride, expansion, count) in enumerate(STAGES, 1):
        first = {"first.stride": stride} if stride > 1 else {}
        x = layers.add(
            f"stage{i}", "stage", x,
            block="mnas_block", count=count, kernel_size=kernel, expansion=expansion,
            out_channels=f"=divisible({channels} * width_multiplier)", momentum=MOMENTUM, **first,
        )  # fmt: skip
    x = layers.add(
        "last", "conv_norm_act", x,
        out_channels=1280, kernel_size=1, momentum=MOMENTUM, container="transparent",
    )  # fmt: skip
    layers.output(x)

    b = Builder()
    x = b.add("image", "input", shape="=(3, input_size, input_size)")
    x = b.group("layers", layers.graph(), x, container=Container.SEQUENTIAL)
    b.output(pooled_classifier(b, x, *dropout_and_scores()))
    return b.document(
        f"mnasnet{width_multiplier:g}".replace(".", "_") if width_multiplier != 1 else "mnasnet1_0",
        About(
            title=f"MnasNet ×{width_multiplier:g}",
            idea="A search for accuracy and for speed measured on a phone chose each stage.",
            source="Tan et al. 2018, arXiv:1807.11626",
            year=2018,
            family="MnasNet",
        ),
        {
            "classes": (1000, "How many classes."),
            "input_size": (224, "Height and width of the image."),
            "width_multiplier": (width_multiplier, "How many times the channels of the paper."),
            "dropout": (0.2, "Dropout before the scores."),
        },
    )


def mnasnet0_5() -> Document:
    """Half as wide."""
    return _mnasnet(0.5)


def mnasnet0_75() -> Document:
    """Three quarters as wide."""
    return _mnasnet(0.75)


def mnasnet1_0() -> Document:
    """As wide as the paper has it."""
    return _mnasnet(1.0)


def mnasnet1_3() -> Document:
    """1.3 times as wide."""
    return _mnasnet(1.3)


NETWORKS = (mnasnet0_5, mnasnet0_75, mnasnet1_0, mnasnet1_3)
