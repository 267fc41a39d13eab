"""What the residual networks for ImageNet have in common: stem, four stages, head."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from explorer.blocks.builder import Builder
from explorer.graph.model import About, Document

DEPTHS = {
    18: (2, 2, 2, 2),
    34: (3, 4, 6, 3),
    50: (3, 4, 6, 3),
    101: (3, 4, 23, 3),
    152: (3, 8, 36, 3),
}
"""Blocks in each stage (He et al. 2015, arXiv:1512.03385, table 1)."""

Declared = Mapping[str, tuple[Any, str]]
"""Parameters of a whole network: value and help, by name."""

CLASSES = "How many classes."
INPUT_SIZE = "Side of the image."
PROJECTIONS = (
    "Shortcuts that are 1×1 convolutions: 0 none (A), 1 where shapes change (B), 2 all (C)."
)
SHORTCUT = "=['A', 'B', 'C'][projections]"


def block_of(depth: int) -> str:
    """The block that a network of this depth is made of: two convolutions, or three."""
    return "residual_basic" if depth < 50 else "residual_bottleneck"


def declared(**own: tuple[Any, str]) -> dict[str, tuple[Any, str]]:
    """The parameters of every one of these networks, then its own."""
    return {
        "classes": (1000, CLASSES),
        "input_size": (224, INPUT_SIZE),
        "width": (64, "Channels of the stem; each stage has twice those of the one before."),
        **own,
    }


def stages(
    b: Builder,
    x: str,
    depth: int,
    block: str,
    later: Mapping[str, Any] | None = None,
    **params: Any,
) -> str:
    """Place the four stages; every one but the first halves the image and doubles the channels.
    ``later`` are further parameters of those."""
    width = "out_channels" if block == "residual_basic" else "channels"
    for i, count in enumerate(DEPTHS[depth]):
        own = {width: f"=width * {2**i}" if i else "=width", **params}
        if i:
            own |= {"first.stride": 2, **(later or {})}
        x = b.add(f"layer{i + 1}", "stage", x, block=block, count=count, **own)
    return x


def residual_network(
    name: str, about: About, depth: int, parameters: Declared, **params: Any
) -> Document:
    """A ResNet as torchvision lays it out; ``params`` are given to every block."""
    b = Builder()
    x = b.input("image", "=(3, input_size, input_size)")
    x = b.add("stem", "stem", x, out_channels="=width")
    x = stages(b, x, depth, block_of(depth), **params)
    b.output(b.add("head", "classifier_head", x, classes="=classes"))
    return b.document(name, about, parameters)
