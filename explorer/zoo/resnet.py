"""ResNet (He et al. 2015, arXiv:1512.03385, table 1), the stride in the 3×3 (v1.5)."""

from __future__ import annotations

from typing import Any

from explorer.blocks.builder import Builder
from explorer.graph.model import About, Document


def _resnet(name: str, title: str, block: str, counts: tuple[int, ...]) -> Document:
    b = Builder()
    x = b.input("image", (3, 224, 224))
    x = b.add("stem", "stem", x)
    width = "out_channels" if block == "residual_basic" else "channels"
    for i, count in enumerate(counts):
        params: dict[str, Any] = {width: 64 * 2**i}
        if i:
            params["first.stride"] = 2
        x = b.add(f"layer{i + 1}", "stage", x, block=block, count=count, **params)
    x = b.add("head", "classifier_head", x, classes=1000)
    b.output(x)
    return b.document(
        name,
        About(
            title=title,
            idea="Blocks learn what to add to their input, so that depth cannot hurt.",
            source="He, Zhang, Ren, Sun 2015, arXiv:1512.03385",
            year=2015,
            family="ResNet",
        ),
    )


def resnet18() -> Document:
    """Eighteen layers of basic blocks, as torchvision has it."""
    return _resnet("resnet18", "ResNet-18", "residual_basic", (2, 2, 2, 2))


def resnet50() -> Document:
    """Fifty layers of bottlenecks, as torchvision has it."""
    return _resnet("resnet50", "ResNet-50", "residual_bottleneck", (3, 4, 6, 3))


NETWORKS = (resnet18, resnet50)
