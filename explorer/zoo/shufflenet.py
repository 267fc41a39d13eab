"""ShuffleNetV2 (Ma et al. 2018, arXiv:1807.11164, table 5), as torchvision has it."""

from __future__ import annotations

from explorer.blocks.builder import Builder
from explorer.graph.model import About, Document


def _shufflenet_v2(width: str, channels: tuple[int, int, int, int]) -> Document:
    b = Builder()
    x = b.add("image", "input", shape="=(3, input_size, input_size)")
    x = b.add(
        "conv1", "conv_norm_act", x, out_channels=24, stride=2, container="sequential"
    )  # fmt: skip
    x = b.add("maxpool", "max_pool2d", x, kernel_size=3, stride=2, padding=1)
    for i, count in ((2, 4), (3, 8), (4, 4)):
        x = b.add(
            f"stage{i}", "stage", x,
            block="shuffle_unit", count=count, out_channels=f"=channels[{i - 2}]",
            **{"first.stride": 2},
        )  # fmt: skip
    x = b.add(
        "conv5", "conv_norm_act", x,
        out_channels="=channels[3]", kernel_size=1, container="sequential",
    )  # fmt: skip
    b.output(b.add("head", "classifier_head", x, classes="=classes"))
    return b.document(
        f"shufflenet_v2_x{width.replace('.', '_')}",
        About(
            title=f"ShuffleNetV2 ×{width}",
            idea="Speed is memory traffic too: half the channels pass by untouched, then shuffle.",
            source="Ma, Zhang, Zheng, Sun 2018, arXiv:1807.11164",
            year=2018,
            family="ShuffleNet",
        ),
        {
            "classes": (1000, "How many classes."),
            "input_size": (224, "Height and width of the image."),
            "channels": (channels, "Channels of the three stages and of the last convolution."),
        },
    )


def shufflenet_v2_x0_5() -> Document:
    """Table 5, 0.5×."""
    return _shufflenet_v2("0.5", (48, 96, 192, 1024))


def shufflenet_v2_x1_0() -> Document:
    """Table 5, 1×."""
    return _shufflenet_v2("1.0", (116, 232, 464, 1024))


def shufflenet_v2_x1_5() -> Document:
    """Table 5, 1.5×."""
    return _shufflenet_v2("1.5", (176, 352, 704, 1024))


def shufflenet_v2_x2_0() -> Document:
    """Table 5, 2×; the stages are as wide as torchvision and the authors' code have them."""
    return _shufflenet_v2("2.0", (244, 488, 976, 2048))


NETWORKS = (shufflenet_v2_x0_5, shufflenet_v2_x1_0, shufflenet_v2_x1_5, shufflenet_v2_x2_0)
