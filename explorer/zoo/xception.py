"""Xception (Chollet 2016, arXiv:1610.02357, figure 5)."""

from __future__ import annotations

from typing import Any

from explorer.blocks.builder import Builder, chain
from explorer.graph.model import About, Document, Graph


def _separable(i: int, out: int) -> tuple[tuple[str, str, dict[str, Any]], ...]:
    return (
        (f"conv{i}", "separable_conv", {"out_channels": out}),
        (f"bn{i}", "batch_norm", {}),
        (f"relu{i}", "relu", {}),
    )


def _entry() -> Graph:
    """Two ordinary convolutions, then three blocks that halve the image."""
    conv = {"kernel_size": 3, "padding": 0}
    down = {"convolutions": 2, "stride": 2}
    return chain(
        ("conv1", "conv_norm_act", conv | {"out_channels": 32, "stride": 2}),
        ("conv2", "conv_norm_act", conv | {"out_channels": 64}),
        ("block1", "xception_block", down | {"out_channels": 128, "first_activation": False}),
        ("block2", "xception_block", down | {"out_channels": 256}),
        ("block3", "xception_block", down | {"out_channels": "=width"}),
    )


def _exit() -> Graph:
    """One block that halves the image, then two separable convolutions."""
    block = {"out_channels": 1024, "convolutions": 2, "stride": 2, "grow_first": False}
    return chain(("block", "xception_block", block), *_separable(1, 1536), *_separable(2, 2048))


def xception() -> Document:
    """Entry, middle and exit flow."""
    b = Builder()
    x = b.input("image", "=(3, input_size, input_size)")
    x = b.group("entry", _entry(), x)
    x = b.add(
        "middle", "stage", x,
        block="xception_block", count="=middle_blocks", out_channels="=width",
    )  # fmt: skip
    x = b.group("exit", _exit(), x)
    b.output(b.add("head", "classifier_head", x, classes="=classes", dropout="=dropout"))
    return b.document(
        "xception",
        About(
            title="Xception",
            idea="Taken to the extreme, an inception module maps space and channels separately.",
            source="Chollet 2016, arXiv:1610.02357",
            year=2016,
            family="Separable",
        ),
        {
            "classes": (1000, "How many classes."),
            "input_size": (299, "Side of the image."),
            "middle_blocks": (8, "How many blocks of the middle flow."),
            "width": (728, "Channels of the middle flow."),
            "dropout": (0.5, "Dropout before the scores."),
        },
    )


NETWORKS = (xception,)
