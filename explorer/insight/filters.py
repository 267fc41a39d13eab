"""The filters of a convolution as images."""

from __future__ import annotations

from typing import NamedTuple

import torch
from torch import Tensor, nn

from explorer.build.module import BuiltNetwork
from explorer.insight.errors import InsightError
from explorer.insight.images import symmetric

Convolution = nn.Conv2d | nn.ConvTranspose2d


class FilterImages(NamedTuple):
    """Filters to look at."""

    images: Tensor
    """uint8 ``(N, H, W)``, or ``(N, H, W, 3)`` where the filters see RGB; 128 is a weight of 0."""
    channels: tuple[int, ...]
    """The output channel that each image belongs to."""
    largest: tuple[float, ...]
    """The largest magnitude in each image: what 255 (or 1) stands for."""


def convolution_paths(network: BuiltNetwork) -> tuple[str, ...]:
    """The paths of all convolutions, in the order of the network."""
    return tuple(
        path for path, module in network.module_of.items() if isinstance(module, Convolution)
    )


@torch.no_grad()
def filters(
    network: BuiltNetwork,
    path: str,
    *,
    channel: int | None = None,
    by_strength: bool = False,
    limit: int = 256,
) -> FilterImages:
    """The first ``limit`` filters of the convolution at ``path``.

    Filters over three input channels are shown in colour; others by one input ``channel``, or by
    the mean over all where it is None. ``by_strength`` puts the largest L2 norm first.
    InsightError where the path is no convolution or has no such channel.
    """
    module = network.module_of.get(path)
    if not isinstance(module, Convolution):
        raise InsightError(
            f"“{path}” has no filters to show.", "", "Choose a convolution of this network."
        )
    weight = module.weight.detach().to("cpu", torch.float32)
    if isinstance(module, nn.ConvTranspose2d):
        weight = weight.transpose(0, 1)
    seen = weight.shape[1]
    if channel is not None and not 0 <= channel < seen:
        raise InsightError(
            f"The filters of “{path}” have no input channel {channel}.",
            f"They have {seen}, counted from 0.",
            "Choose another channel.",
        )
    order = torch.arange(len(weight))
    if by_strength:
        order = weight.flatten(1).norm(dim=1).argsort(descending=True, stable=True)
    weight = weight[order[:limit]]
    if channel is not None:
        shown = weight[:, channel]
    elif seen == 3:
        shown = weight.permute(0, 2, 3, 1)
    else:
        shown = weight.mean(1)
    return FilterImages(
        symmetric(shown).contiguous(),
        tuple(order[:limit].tolist()),
        tuple(shown.flatten(1).abs().amax(1).tolist()),
    )
