"""MobileNet (Howard et al. 2017, arXiv:1704.04861, table 1) and MobileNetV2 (Sandler et al. 2018,
arXiv:1801.04381, table 2), the second as torchvision has it.

Table 1 of the first gives its last depthwise convolution a stride of 2 at 7×7; the 7×7 that
follows, and the paper's own figure of 569 M multiply-adds, say 1.
"""

from __future__ import annotations

from typing import Any

from explorer.blocks.builder import Builder
from explorer.blocks.description import Container
from explorer.graph.model import About, Document
from explorer.zoo.parts import dropout_and_scores, pooled_classifier

V1_STAGES = (
    # channels and stride of each depthwise separable block, by the size of the images
    ("stage112", ((64, 1),)),
    ("stage56", ((128, 2), (128, 1))),
    ("stage28", ((256, 2), (256, 1))),
    ("stage14", ((512, 2), *((512, 1),) * 5)),
    ("stage7", ((1024, 2), (1024, 1))),
)
V2_STAGES = ((1, 16, 1, 1), (6, 24, 2, 2), (6, 32, 3, 2), (6, 64, 4, 2), (6, 96, 3, 1),
             (6, 160, 3, 2), (6, 320, 1, 1))  # fmt: skip
"""Expansion, channels, blocks, stride (table 2: t, c, n, s)."""

WIDTH = "How many times the channels of the paper's table."
COMMON: dict[str, tuple[Any, str]] = {
    "classes": (1000, "How many classes."),
    "input_size": (224, "Height and width of the image."),
    "width_multiplier": (1.0, WIDTH),
}


def mobilenet_v1() -> Document:
    """Depthwise separable convolutions throughout, with a width multiplier."""
    b = Builder()
    x = b.add("image", "input", shape="=(3, input_size, input_size)")
    x = b.add(
        "stem", "conv_norm_act", x, out_channels="=max(1, int(32 * width_multiplier))", stride=2
    )
    count = 0
    for name, rows in V1_STAGES:
        stage = Builder()
        y = stage.input()
        for channels, stride in rows:
            count += 1
            y = stage.add(
                f"separable{count}", "depthwise_separable", y,
                out_channels=f"=max(1, int({channels} * width_multiplier))", stride=stride,
            )  # fmt: skip
        stage.output(y)
        x = b.group(name, stage.graph(), x)
    x = b.add("head", "classifier_head", x, classes="=classes", dropout="=dropout")
    b.output(x)
    return b.document(
        "mobilenet_v1",
        About(
            title="MobileNet",
            idea="Filter each channel alone, then mix channels by 1×1: a ninth of the work.",
            source="Howard et al. 2017, arXiv:1704.04861",
            year=2017,
            family="MobileNet",
        ),
        COMMON | {"dropout": (0.001, "Dropout before the scores.")},
    )


def mobilenet_v2() -> Document:
    """Inverted residuals with linear ends, as torchvision has it."""
    features = Builder()
    x = features.add(
        "stem", "conv_norm_act", features.input(),
        out_channels="=divisible(32 * width_multiplier)", stride=2, activation="relu6",
        container="sequential",
    )  # fmt: skip
    for i, (expansion, channels, count, stride) in enumerate(V2_STAGES, 1):
        first = {"first.stride": stride} if stride > 1 else {}
        x = features.add(
            f"stage{i}", "stage", x,
            block="inverted_residual", count=count, expansion=expansion,
            out_channels=f"=divisible({channels} * width_multiplier)", container="transparent",
            **first,
        )  # fmt: skip
    x = features.add(
        "last", "conv_norm_act", x,
        out_channels="=divisible(1280 * max(1, width_multiplier))", kernel_size=1,
        activation="relu6", container="sequential",
    )  # fmt: skip
    features.output(x)

    b = Builder()
    x = b.add("image", "input", shape="=(3, input_size, input_size)")
    x = b.group("features", features.graph(), x, container=Container.SEQUENTIAL)
    b.output(pooled_classifier(b, x, *dropout_and_scores()))
    return b.document(
        "mobilenet_v2",
        About(
            title="MobileNetV2",
            idea="Shortcuts join the narrow ends, and nothing narrow is cut off by a ReLU.",
            source="Sandler, Howard, Zhu, Zhmoginov, Chen 2018, arXiv:1801.04381",
            year=2018,
            family="MobileNet",
        ),
        COMMON | {"dropout": (0.2, "Dropout before the scores.")},
    )


NETWORKS = (mobilenet_v1, mobilenet_v2)
