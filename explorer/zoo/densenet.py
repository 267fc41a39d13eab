"""DenseNet (Huang et al. 2016, arXiv:1608.06993, table 1: DenseNet-BC), as torchvision has it.

DenseNet-264 is in the table but not in torchvision, whose class gives it its keys. The paper counts
one layer less than there are with weights, 265.
"""

from __future__ import annotations

from explorer.blocks.builder import Builder, chain
from explorer.blocks.description import Container
from explorer.graph.model import About, Document


def _densenet(depth: int, layers: tuple[int, ...], growth_rate: int = 32) -> Document:
    stem = chain(
        (
            "conv0",
            "conv2d",
            {
                "out_channels": "=2 * growth_rate",
                "kernel_size": 7,
                "stride": 2,
                "padding": 3,
                "bias": False,
            },
        ),
        ("norm0", "batch_norm", {}),
        ("relu0", "relu", {}),
        ("pool0", "max_pool2d", {"kernel_size": 3, "stride": 2, "padding": 1}),
    )
    features = Builder()
    x = features.group("stem", stem, features.input(), container=Container.TRANSPARENT)
    for i, count in enumerate(layers, 1):
        x = features.add(
            f"denseblock{i}", "dense_block", x,
            layers=count, growth_rate="=growth_rate", dropout="=dropout",
        )  # fmt: skip
        if i < len(layers):
            x = features.add(f"transition{i}", "dense_transition", x, compression="=compression")
    features.output(features.add("norm5", "batch_norm", x))
    head = chain(
        ("relu", "relu", {}),
        ("avgpool", "adaptive_pool2d", {"output_size": 1}),
        ("flatten", "flatten", {}),
        ("classifier", "linear", {"out_features": "=classes"}),
    )

    b = Builder()
    x = b.add("image", "input", shape="=(3, input_size, input_size)")
    x = b.group("features", features.graph(), x)
    b.output(b.group("head", head, x, container=Container.TRANSPARENT))
    return b.document(
        f"densenet{depth}",
        About(
            title=f"DenseNet-{depth}",
            idea="Every layer reads all maps made before it, and need only add a few new ones.",
            source="Huang, Liu, van der Maaten, Weinberger 2016, arXiv:1608.06993",
            year=2016,
            family="DenseNet",
        ),
        {
            "classes": (1000, "How many classes."),
            "input_size": (224, "Height and width of the image."),
            "growth_rate": (growth_rate, "New channels that each dense layer adds."),
            "compression": (0.5, "Share of the channels that a transition keeps."),
            "dropout": (0.0, "Dropout on the new channels of each layer."),
        },
    )


def densenet121() -> Document:
    """The smallest of table 1."""
    return _densenet(121, (6, 12, 24, 16))


def densenet161() -> Document:
    """The widest, with a growth rate of 48."""
    return _densenet(161, (6, 12, 36, 24), growth_rate=48)


def densenet169() -> Document:
    """Deeper in its last two dense blocks."""
    return _densenet(169, (6, 12, 32, 32))


def densenet201() -> Document:
    """Deeper in its third dense block."""
    return _densenet(201, (6, 12, 48, 32))


def densenet264() -> Document:
    """The deepest of table 1."""
    return _densenet(264, (6, 12, 64, 48))


NETWORKS = (densenet121, densenet161, densenet169, densenet201, densenet264)
