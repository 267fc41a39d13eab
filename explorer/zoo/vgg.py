"""VGG (Simonyan and Zisserman 2014, arXiv:1409.1556, table 1), each also with batch norm.

Configuration C, with 1×1 convolutions, is left out as in torchvision.
"""

from __future__ import annotations

from explorer.blocks.builder import Builder
from explorer.blocks.description import Container
from explorer.graph.model import About, Document

CHANNELS = (64, 128, 256, 512, 512)
"""Of the five stages, in all configurations."""

CONVOLUTIONS = {
    # convolutions of each stage (table 1, configurations A, B, D, E)
    11: (1, 1, 2, 2, 2),
    13: (2, 2, 2, 2, 2),
    16: (2, 2, 3, 3, 3),
    19: (2, 2, 4, 4, 4),
}


def _vgg(layers: int, norm: bool = False) -> Document:
    features = Builder()
    x = features.input()
    params = {"norm": "batch"} if norm else {}
    convolutions = CONVOLUTIONS[layers]
    for i, (count, channels) in enumerate(zip(convolutions, CHANNELS, strict=True), 1):
        x = features.add(
            f"block{i}", "vgg_stage", x, convolutions=count, out_channels=channels, **params
        )
    features.output(x)

    b = Builder()
    x = b.input("image", "=(3, input_size, input_size)")
    x = b.group("features", features.graph(), x, container=Container.SEQUENTIAL)
    x = b.add(
        "head", "classifier_head", x,
        classes="=classes", pool_size=7, hidden_layers=2, hidden_features="=hidden_features",
        dropout="=dropout",
    )  # fmt: skip
    b.output(x)
    idea = "Nothing but 3×3 convolutions: two see as far as one 5×5, with fewer weights."
    if norm:
        idea = "Batch norm after every convolution lets the deep stack of 3×3 train from scratch."
    return b.document(
        f"vgg{layers}_bn" if norm else f"vgg{layers}",
        About(
            title=f"VGG-{layers} with batch norm" if norm else f"VGG-{layers}",
            idea=idea,
            source="Simonyan, Zisserman 2014, arXiv:1409.1556",
            year=2014,
            family="VGG",
        ),
        {
            "classes": (1000, "How many classes."),
            "input_size": (224, "Height and width of the image; at least 32."),
            "hidden_features": (4096, "Size of the two hidden fully connected layers."),
            "dropout": (0.5, "Dropout after each hidden layer."),
        },
    )


def vgg11() -> Document:
    """Configuration A, as torchvision has it."""
    return _vgg(11)


def vgg11_bn() -> Document:
    """Configuration A with batch norm, as torchvision has it."""
    return _vgg(11, norm=True)


def vgg13() -> Document:
    """Configuration B, as torchvision has it."""
    return _vgg(13)


def vgg13_bn() -> Document:
    """Configuration B with batch norm, as torchvision has it."""
    return _vgg(13, norm=True)


def vgg16() -> Document:
    """Configuration D, as torchvision has it."""
    return _vgg(16)


def vgg16_bn() -> Document:
    """Configuration D with batch norm, as torchvision has it."""
    return _vgg(16, norm=True)


def vgg19() -> Document:
    """Configuration E, as torchvision has it."""
    return _vgg(19)


def vgg19_bn() -> Document:
    """Configuration E with batch norm, as torchvision has it."""
    return _vgg(19, norm=True)


NETWORKS = (vgg11, vgg11_bn, vgg13, vgg13_bn, vgg16, vgg16_bn, vgg19, vgg19_bn)
