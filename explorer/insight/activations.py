"""What a block makes of one image."""

from __future__ import annotations

from typing import NamedTuple

import torch
from torch import Tensor
from torch.nn import functional

from explorer.build.module import BuiltNetwork
from explorer.insight.errors import InsightError
from explorer.insight.images import stretched


class Activations(NamedTuple):
    """The output of one block for one image."""

    maps: Tensor
    """uint8 ``(N, H, W)``, each map stretched over 0 … 255; a vector is one map of height 1."""
    shape: tuple[int, ...]
    """Of the whole output, without the batch."""
    mean: tuple[float, ...]
    """Of each map shown, before stretching; so ``deviation`` and ``zero_share``."""
    deviation: tuple[float, ...]
    zero_share: tuple[float, ...]
    """The share of values that are exactly 0, 0 … 1: after ReLU, how silent a map is."""


@torch.no_grad()
def output_of(network: BuiltNetwork, path: str, image: Tensor) -> Tensor:
    """The output ``(1, …)`` of the node at ``path`` for an image ``(1, C, H, W)``.

    Computed in evaluation mode, which the network is taken out of again; InsightError where no
    node has this path.
    """
    caught: list[Tensor] = []

    def observe(node: str, output: Tensor) -> None:
        if node == path:
            # Cloned, since an in-place ReLU may overwrite it.
            caught[:] = [output.detach().clone()]

    was_training, observer = network.training, network.observer
    network.eval()
    network.observer = observe
    try:
        network(image)
    finally:
        network.observer = observer
        network.train(was_training)
    if not caught:
        raise InsightError(
            f"Nothing was computed at “{path}”.",
            "The network has no such block, or does not use it outside training.",
            "Choose another block.",
        )
    return caught[0]


@torch.no_grad()
def activations(
    network: BuiltNetwork, path: str, image: Tensor, *, limit: int = 64, largest_side: int = 224
) -> Activations:
    """The first ``limit`` maps of the node at ``path`` for an image ``(1, C, H, W)``.

    Maps with a side above ``largest_side`` are shown reduced; their statistics are of the whole.
    """
    output = output_of(network, path, image)[0].to("cpu", torch.float32)
    shape = tuple(output.shape)
    maps = output[:limit] if output.dim() == 3 else output.reshape(1, 1, -1)
    values = maps.flatten(1)
    height, width = maps.shape[1:]
    if output.dim() == 3 and max(height, width) > largest_side:
        factor = largest_side / max(height, width)
        size = (max(1, int(height * factor)), max(1, int(width * factor)))
        shown = functional.interpolate(maps[None], size=size, mode="area")[0]
    else:
        shown = maps
    return Activations(
        stretched(shown).contiguous(),
        shape,
        tuple(values.mean(1).tolist()),
        tuple(values.std(1, correction=0).tolist()),
        tuple((values == 0).to(torch.float32).mean(1).tolist()),
    )
