"""Network in network (Lin, Chen and Yan 2013, arXiv:1312.4400, section 3.3 and figure 2).

The paper leaves sizes open; these are the ones that the authors published with it.
"""

from __future__ import annotations

from typing import Any

from explorer.blocks.builder import Builder
from explorer.graph.model import About, Document

_POOL: dict[str, Any] = {"kernel_size": 3, "stride": 2, "ceil_mode": True}

COLUMNS = ("kernel_size", "stride", "padding", "out_channels", "hidden_channels", "last_channels")
CIFAR10 = (
    ((5, 1, 2, 192, 160, 96), "max_pool2d"),
    ((5, 1, 2, 192, 192, 192), "avg_pool2d"),
    ((3, 1, 1, 192, 192, "=classes"), ""),
)
"""The numbers of each mlpconv layer, and the pooling after it."""

IMAGENET = (
    ((11, 4, 0, 96, 96, 96), "max_pool2d"),
    ((5, 1, 2, 256, 256, 256), "max_pool2d"),
    ((3, 1, 1, 384, 384, 384), "max_pool2d"),
    ((3, 1, 1, 1024, 1024, "=classes"), ""),
)


def _nin(
    name: str,
    title: str,
    layers: tuple[tuple[tuple[Any, ...], str], ...],
    dropped: tuple[int, ...],
    classes: int,
    input_size: int,
) -> Document:
    b = Builder()
    x = b.input("image", "=(3, input_size, input_size)")
    for i, (numbers, pool) in enumerate(layers, 1):
        x = b.add(f"mlpconv{i}", "mlpconv", x, **dict(zip(COLUMNS, numbers, strict=True)))
        if pool:
            x = b.add(f"pool{i}", pool, x, **_POOL)
        if i in dropped:
            x = b.add(f"dropout{i}", "dropout", x, p="=dropout")
    x = b.add("global_pool", "global_pool2d", x)
    b.output(b.add("flatten", "flatten", x))
    return b.document(
        name,
        About(
            title=title,
            idea="1×1 convolutions think at every point; a mean a class replaces the last layers.",
            source="Lin, Chen, Yan 2013, arXiv:1312.4400",
            year=2013,
            family="NiN",
        ),
        {
            "classes": (classes, "How many classes."),
            "input_size": (input_size, "Height and width of the image."),
            "dropout": (0.5, "Dropout between the mlpconv layers."),
        },
    )


def nin_cifar10() -> Document:
    """Three mlpconv layers for images of 32×32."""
    return _nin("nin_cifar10", "NiN (CIFAR-10)", CIFAR10, (1, 2), 10, 32)


def nin_imagenet() -> Document:
    """Four mlpconv layers for images of 227×227."""
    return _nin("nin_imagenet", "NiN (ImageNet)", IMAGENET, (3,), 1000, 227)


NETWORKS = (nin_cifar10, nin_imagenet)
