"""What networks of several families end in."""

from __future__ import annotations

from typing import Any

from explorer.blocks.builder import Builder, chain
from explorer.blocks.description import Container


def pooled_classifier(b: Builder, x: str, *steps: tuple[str, str, dict[str, Any]]) -> str:
    """Global pooling, flatten and the steps as an ``nn.Sequential`` called ``classifier``."""
    head = Builder()
    y = head.add("avgpool", "adaptive_pool2d", head.input(), output_size=1)
    y = head.add("flatten", "flatten", y)
    head.output(head.group("classifier", chain(*steps), y, container=Container.SEQUENTIAL))
    return b.group("head", head.graph(), x, container=Container.TRANSPARENT)


def dropout_and_scores() -> tuple[tuple[str, str, dict[str, Any]], ...]:
    """Dropout and one linear layer, both by parameters of the document."""
    return (
        ("dropout", "dropout", {"p": "=dropout"}),
        ("scores", "linear", {"out_features": "=classes"}),
    )
