"""VGG (Simonyan and Zisserman 2014, arXiv:1409.1556, table 1)."""

from __future__ import annotations

from explorer.blocks.builder import Builder
from explorer.blocks.description import Container
from explorer.graph.model import About, Document


def _vgg(name: str, title: str, convolutions: tuple[int, ...]) -> Document:
    features = Builder()
    x = features.input()
    for i, (count, channels) in enumerate(
        zip(convolutions, (64, 128, 256, 512, 512), strict=True), 1
    ):
        x = features.add(f"block{i}", "vgg_stage", x, convolutions=count, out_channels=channels)
    features.output(x)

    b = Builder()
    x = b.input("image", (3, 224, 224))
    x = b.group("features", features.graph(), x, container=Container.SEQUENTIAL)
    x = b.add("head", "classifier_head", x, classes=1000, pool_size=7, hidden_layers=2, dropout=0.5)
    b.output(x)
    return b.document(
        name,
        About(
            title=title,
            idea="Nothing but 3×3 convolutions: two see as far as one 5×5, with fewer weights.",
            source="Simonyan, Zisserman 2014, arXiv:1409.1556",
            year=2014,
            family="VGG",
        ),
    )


def vgg16() -> Document:
    """Configuration D, as torchvision has it."""
    return _vgg("vgg16", "VGG-16", (2, 2, 3, 3, 3))


NETWORKS = (vgg16,)
