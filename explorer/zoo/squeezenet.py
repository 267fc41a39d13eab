"""SqueezeNet (Iandola et al. 2016, arXiv:1602.07360, table 1; version 1.1 of the authors' code).

The fire modules follow from the metaparameters of section 5.1, which are the document's own.
"""

from __future__ import annotations

from explorer.blocks.builder import Builder
from explorer.blocks.description import Container
from explorer.graph.model import About, Document

FIRES = 8
WIDTH = "(base_expand + expand_step * ({i} // step_every))"
"""Channels of fire module i, counted from 0, after it expands."""


def _squeezenet(
    version: str, first: tuple[int, int], pools_after: tuple[int, ...], idea: str
) -> Document:
    channels, kernel = first
    features = Builder()
    x = features.add(
        "conv1", "conv2d", features.input(), out_channels=channels, kernel_size=kernel, stride=2
    )
    x = features.add("relu1", "relu", x)
    for i in range(1, FIRES + 2):
        if i > 1:
            width = WIDTH.format(i=i - 2)
            x = features.add(
                f"fire{i}", "fire", x,
                squeeze=f"=int(squeeze_ratio * {width})",
                expand1x1=f"={width} - int(share_3x3 * {width})",
                expand3x3=f"=int(share_3x3 * {width})",
            )  # fmt: skip
        if i in pools_after:
            x = features.add(f"pool{i}", "max_pool2d", x, kernel_size=3, stride=2, ceil_mode=True)
    features.output(x)

    classifier = Builder()
    x = classifier.add("dropout", "dropout", classifier.input(), p="=dropout")
    x = classifier.add("conv10", "conv2d", x, out_channels="=classes", kernel_size=1)
    x = classifier.add("relu", "relu", x)
    classifier.output(classifier.add("pool", "global_pool2d", x))

    b = Builder()
    x = b.input("image", "=(3, input_size, input_size)")
    x = b.group("features", features.graph(), x, container=Container.SEQUENTIAL)
    x = b.group("classifier", classifier.graph(), x, container=Container.SEQUENTIAL)
    b.output(b.add("flatten", "flatten", x))
    return b.document(
        "squeezenet" + version.replace(".", "_"),
        About(
            title=f"SqueezeNet {version}",
            idea=idea,
            source="Iandola, Han, Moskewicz, Ashraf, Dally, Keutzer 2016, arXiv:1602.07360",
            year=2016,
            family="SqueezeNet",
        ),
        {
            "classes": (1000, "How many classes."),
            "input_size": (224, "Height and width of the image; at least 21."),
            "base_expand": (128, "Channels that the first fire modules expand to."),
            "expand_step": (128, "Channels that are added …"),
            "step_every": (2, "… after every so many fire modules."),
            "squeeze_ratio": (0.125, "Channels after squeezing, for one after expanding."),
            "share_3x3": (0.5, "Share of the expanded channels that see 3×3."),
            "dropout": (0.5, "Dropout before the last convolution."),
        },
    )


def squeezenet1_0() -> Document:
    """The network of the paper's table 1, as torchvision has it."""
    idea = "As right as AlexNet with a fiftieth of its parameters: squeeze before every 3×3."
    return _squeezenet("1.0", (96, 7), (1, 4, 8), idea)


def squeezenet1_1() -> Document:
    """A smaller first layer and earlier pooling, as torchvision has it."""
    idea = "SqueezeNet with smaller first filters and earlier pooling: 2.4 times less to compute."
    return _squeezenet("1.1", (64, 3), (1, 3, 5), idea)


NETWORKS = (squeezenet1_0, squeezenet1_1)
