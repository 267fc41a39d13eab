"""MobileNetV3 (Howard et al. 2019, arXiv:1905.02244, tables 1 and 2), as torchvision has it."""

from __future__ import annotations

from typing import Any

from explorer.blocks.builder import Builder
from explorer.blocks.description import Container
from explorer.graph.model import About, Document
from explorer.zoo.parts import pooled_classifier

Row = tuple[int, int, int, bool, str, int]
"""Kernel, channels inside, channels out, gate, activation, stride."""

LARGE: tuple[tuple[Row, ...], ...] = (
    ((3, 16, 16, False, "relu", 1),),
    ((3, 64, 24, False, "relu", 2), (3, 72, 24, False, "relu", 1)),
    ((5, 72, 40, True, "relu", 2), *((5, 120, 40, True, "relu", 1),) * 2),
    (
        (3, 240, 80, False, "hardswish", 2),
        (3, 200, 80, False, "hardswish", 1),
        *((3, 184, 80, False, "hardswish", 1),) * 2,
    ),
    ((3, 480, 112, True, "hardswish", 1), (3, 672, 112, True, "hardswish", 1)),
    ((5, 672, 160, True, "hardswish", 2), *((5, 960, 160, True, "hardswish", 1),) * 2),
)
SMALL: tuple[tuple[Row, ...], ...] = (
    ((3, 16, 16, True, "relu", 2),),
    ((3, 72, 24, False, "relu", 2), (3, 88, 24, False, "relu", 1)),
    ((5, 96, 40, True, "hardswish", 2), *((5, 240, 40, True, "hardswish", 1),) * 2),
    ((5, 120, 48, True, "hardswish", 1), (5, 144, 48, True, "hardswish", 1)),
    ((5, 288, 96, True, "hardswish", 2), *((5, 576, 96, True, "hardswish", 1),) * 2),
)
"""The rows of tables 1 and 2, those of one number of channels together."""

NORM = {"eps": 0.001, "momentum": 0.01}


def _scaled(channels: int) -> str:
    return f"divisible({channels} * width_multiplier)"


def _bottleneck(row: Row) -> dict[str, Any]:
    kernel, inside, out, gate, activation, stride = row
    return {
        "out_channels": f"={_scaled(out)}",
        "expanded_channels": f"={_scaled(inside)}",
        "kernel_size": kernel,
        "stride": stride,
        "squeeze_channels": f"=divisible({_scaled(inside)} // 4)" if gate else 0,
        "squeeze_activation": "relu",
        "gate": "hardsigmoid",
        "activation": activation,
        **NORM,
    }


def _mobilenet_v3(
    name: str, title: str, stages: tuple[tuple[Row, ...], ...], last_channels: int
) -> Document:
    conv = {"activation": "hardswish", "container": "sequential", **NORM}
    features = Builder()
    x = features.add(
        "stem", "conv_norm_act", features.input(), out_channels=f"={_scaled(16)}", stride=2, **conv
    )
    count = 0
    for i, rows in enumerate(stages, 1):
        stage = Builder()
        y = stage.input()
        for row in rows:
            count += 1
            y = stage.add(f"bneck{count}", "mbconv", y, **_bottleneck(row))
        stage.output(y)
        x = features.group(f"stage{i}", stage.graph(), x, container=Container.TRANSPARENT)
    x = features.add(
        "last", "conv_norm_act", x,
        out_channels=f"=6 * {_scaled(stages[-1][-1][2])}", kernel_size=1, **conv,
    )  # fmt: skip
    features.output(x)

    b = Builder()
    x = b.add("image", "input", shape="=(3, input_size, input_size)")
    x = b.group("features", features.graph(), x, container=Container.SEQUENTIAL)
    x = pooled_classifier(
        b, x,
        ("hidden", "linear", {"out_features": f"={_scaled(last_channels)}"}),
        ("hardswish", "hardswish", {}),
        ("dropout", "dropout", {"p": "=dropout"}),
        ("scores", "linear", {"out_features": "=classes"}),
    )  # fmt: skip
    b.output(x)
    return b.document(
        name,
        About(
            title=title,
            idea="A search on phones chose the blocks; gates and a straight-lined swish are cheap.",
            source="Howard et al. 2019, arXiv:1905.02244",
            year=2019,
            family="MobileNet",
        ),
        {
            "classes": (1000, "How many classes."),
            "input_size": (224, "Height and width of the image."),
            "width_multiplier": (1.0, "How many times the channels of the paper's table."),
            "dropout": (0.2, "Dropout before the scores."),
        },
    )


def mobilenet_v3_large() -> Document:
    """Table 1."""
    return _mobilenet_v3("mobilenet_v3_large", "MobileNetV3-Large", LARGE, 1280)


def mobilenet_v3_small() -> Document:
    """Table 2."""
    return _mobilenet_v3("mobilenet_v3_small", "MobileNetV3-Small", SMALL, 1024)


NETWORKS = (mobilenet_v3_large, mobilenet_v3_small)
