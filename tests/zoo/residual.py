"""Networks of one block, and running statistics that matter."""

from __future__ import annotations

from typing import Any

from torch import nn

from explorer.blocks.builder import Builder
from explorer.graph.model import About, Document


def one(kind: str, shape: tuple[int, ...], **params: Any) -> Document:
    """A network of one block."""
    b = Builder()
    b.output(b.add("block", kind, b.input("image", shape), **params))
    return b.document("one", About())


def stir(module: nn.Module) -> None:
    """Running statistics that are not those of a fresh network, so that they matter."""
    for key, value in module.state_dict().items():
        if key.endswith("running_mean"):
            value.uniform_(-0.5, 0.5)
        elif key.endswith("running_var"):
            value.uniform_(0.5, 1.5)
