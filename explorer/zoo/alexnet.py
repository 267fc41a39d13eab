"""AlexNet (Krizhevsky, Sutskever and Hinton 2012, NeurIPS) and what came of it within two years."""

from __future__ import annotations

from typing import Any

from explorer.blocks.builder import Builder
from explorer.blocks.description import Container
from explorer.graph.model import About, Document, Graph

CLASSES = (1000, "How many classes.")
DROPOUT = (0.5, "Dropout in the fully connected layers.")
HIDDEN = (4096, "Size of the two hidden fully connected layers.")
POOL: dict[str, Any] = {"kernel_size": 3, "stride": 2}
"""Overlapping: windows wider than their step (section 3.4)."""

LRN = {"size": 5, "alpha": 5e-4, "beta": 0.75, "k": 2.0}
"""Section 3.3: k 2, n 5, α 10⁻⁴, β 0.75. torch divides α by n, the paper does not."""


class _Features:
    """The convolutional part, a numbered container of layers that are groups without a module."""

    def __init__(self) -> None:
        self._builder = Builder()
        self._last = self._builder.input()
        self._count = 0

    def layer(self, *after: tuple[str, str, dict[str, Any]], **convolution: Any) -> None:
        """A convolution, its ReLU, and what comes after."""
        self._count += 1
        b = Builder()
        x = b.add("conv", "conv2d", b.input(), **convolution)
        x = b.add("relu", "relu", x)
        for name, type_, params in after:
            x = b.add(name, type_, x, **params)
        b.output(x)
        self._last = self._builder.group(
            f"layer{self._count}", b.graph(), self._last, container=Container.TRANSPARENT
        )

    def graph(self) -> Graph:
        self._builder.output(self._last)
        return self._builder.graph()


def _classifier(dropout_first: bool) -> Graph:
    """Three fully connected layers; dropout before the first two, or after each."""
    b = Builder()
    x = b.input()
    for name in ("fc6", "fc7"):
        inner = Builder()
        y = inner.input()
        if dropout_first:
            y = inner.add("dropout", "dropout", y, p="=dropout")
        y = inner.add("fc", "linear", y, out_features="=hidden_features")
        y = inner.add("relu", "relu", y)
        if not dropout_first:
            y = inner.add("dropout", "dropout", y, p="=dropout")
        inner.output(y)
        x = b.group(name, inner.graph(), x, container=Container.TRANSPARENT)
    b.output(b.add("fc8", "linear", x, out_features="=classes"))
    return b.graph()


def _network(
    name: str,
    about: About,
    features: _Features,
    input_size: tuple[int, str],
    adaptive: bool = False,
    **more: tuple[Any, str],
) -> Document:
    b = Builder()
    x = b.input("image", "=(3, input_size, input_size)")
    x = b.group("features", features.graph(), x, container=Container.SEQUENTIAL)
    if adaptive:
        x = b.add("avgpool", "adaptive_pool2d", x, output_size=6)
    x = b.add("flatten", "flatten", x)
    x = b.group("classifier", _classifier(adaptive), x, container=Container.SEQUENTIAL)
    b.output(x)
    parameters = {"classes": CLASSES, "input_size": input_size, "hidden_features": HIDDEN}
    return b.document(name, about, {**parameters, "dropout": DROPOUT, **more})


def alexnet() -> Document:
    """The narrower AlexNet of one GPU without local response norm, as torchvision has it."""
    pool = ("pool", "max_pool2d", POOL)
    f = _Features()
    f.layer(pool, out_channels=64, kernel_size=11, stride=4, padding=2)
    f.layer(pool, out_channels=192, kernel_size=5, padding=2)
    f.layer(out_channels=384, kernel_size=3, padding=1)
    f.layer(out_channels=256, kernel_size=3, padding=1)
    f.layer(pool, out_channels=256, kernel_size=3, padding=1)
    about = About(
        title="AlexNet (one GPU)",
        idea="AlexNet with fewer filters in one stream, made when batches were split over GPUs.",
        source="Krizhevsky 2014, “One weird trick”, arXiv:1404.5997",
        year=2014,
        family="AlexNet",
    )
    size = (224, "Height and width of the image; at least 63.")
    return _network("alexnet", about, f, size, adaptive=True)


def _alexnet_of_2012(name: str, about: About, groups: int) -> Document:
    pool = ("pool", "max_pool2d", POOL)
    norm = ("norm", "local_response_norm", LRN)
    f = _Features()
    f.layer(norm, pool, out_channels=96, kernel_size=11, stride=4)
    f.layer(norm, pool, out_channels=256, kernel_size=5, padding=2, groups="=groups")
    f.layer(out_channels=384, kernel_size=3, padding=1)
    f.layer(out_channels=384, kernel_size=3, padding=1, groups="=groups")
    f.layer(pool, out_channels=256, kernel_size=3, padding=1, groups="=groups")
    size = (227, "Height and width of the image.")
    return _network(
        name, about, f, size, groups=(groups, "Parts, one a GPU, of layers 2, 4 and 5.")
    )


def alexnet_2012() -> Document:
    """The network of 2012 (section 3.5, figure 2): two groups, local response norm, 227×227.

    The paper says 224×224, from which 11×11 with stride 4 does not give its 55×55.
    """
    about = About(
        title="AlexNet (2012)",
        idea="A deep network on two GPUs, with ReLU and dropout, halves the error on ImageNet.",
        source="Krizhevsky, Sutskever, Hinton 2012, NeurIPS 25",
        year=2012,
        family="AlexNet",
    )
    return _alexnet_of_2012("alexnet_2012", about, 2)


def alexnet_ungrouped() -> Document:
    """The network of 2012 as tables of lectures have it: every filter sees every channel."""
    about = About(
        title="AlexNet (ungrouped)",
        idea="AlexNet as it is taught: on one GPU no filter needs to be blind to half the channels.",
        source="Krizhevsky, Sutskever, Hinton 2012, NeurIPS 25",
        year=2012,
        family="AlexNet",
    )
    return _alexnet_of_2012("alexnet_ungrouped", about, 1)


def zfnet() -> Document:
    """AlexNet with smaller filters and steps in the first layers (figure 3).

    Sides of 110, 55, 26, 13 and 6 as in the figure; its pools round up.
    """
    pool = ("pool", "max_pool2d", POOL | {"ceil_mode": True})
    norm = ("norm", "local_response_norm", LRN)
    f = _Features()
    f.layer(pool, norm, out_channels=96, kernel_size=7, stride=2, padding=1)
    f.layer(pool, norm, out_channels=256, kernel_size=5, stride=2)
    f.layer(out_channels=384, kernel_size=3, padding=1)
    f.layer(out_channels=384, kernel_size=3, padding=1)
    f.layer(("pool", "max_pool2d", POOL), out_channels=256, kernel_size=3, padding=1)
    about = About(
        title="ZFNet",
        idea="Looking at what filters see showed AlexNet's first steps too coarse: 7×7, stride 2.",
        source="Zeiler, Fergus 2013, arXiv:1311.2901",
        year=2013,
        family="AlexNet",
    )
    return _network("zfnet", about, f, (224, "Height and width of the image."))


NETWORKS = (alexnet_2012, alexnet_ungrouped, zfnet, alexnet)
