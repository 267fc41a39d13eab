"""What moves values about without computing any, understood by what it does to their numbers.

A view, slice or permutation is run a second time on the positions of the values in place of the
values. However it was written, what comes out says which of our layers it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import permutations
from math import prod
from typing import NamedTuple

import torch
from torch import Tensor

from explorer.blocks.description import Shape
from explorer.graph.values import Value

NAMES = frozenset(
    (
        "view", "reshape", "flatten", "squeeze", "unsqueeze", "permute", "transpose", "swapaxes",
        "movedim", "contiguous", "clone", "detach", "alias", "to", "type", "float", "type_as",
        "__getitem__", "chunk", "split", "tensor_split", "split_with_sizes", "unbind", "narrow",
        "select", "slice", "expand", "expand_as", "reshape_as", "view_as", "unflatten", "flip",
        "channel_shuffle", "native_channel_shuffle", "pixel_unshuffle", "rot90", "_unsafe_view",
    )
)  # fmt: skip
"""Functions and methods that make their output of values of their first input alone."""


class Moved(NamedTuple):
    """A view as one of our layers; no type where it is its input as it was."""

    type: str = ""
    params: Mapping[str, Value] = {}


def positions(shape: Shape, batch: int) -> Tensor:
    """The position of each value of a batch of this shape."""
    return torch.arange(batch * prod(shape)).view(batch, *shape)


def understood(moved: Tensor, shape: Shape, batch: int, spread: bool = False) -> Moved | None:
    """Which layer makes these positions of a value of this shape; None where there is none.

    ``spread``: whether what reads it takes one value for many itself, as an addition does.
    """
    here = positions(shape, batch)
    if moved.shape == here.shape and torch.equal(moved, here):
        return Moved()
    if spread and moved.dim() == here.dim() and _equal(moved, _expanded(here, moved)):
        return Moved()
    if moved.dim() == 0 or moved.shape[0] != batch:
        return None
    if moved.dim() == 2 and torch.equal(moved.flatten(), here.flatten()):
        return Moved("flatten")
    if moved.dim() != 4 or here.dim() != 4:
        return None
    if moved.numel() == here.numel():
        for order in permutations(range(3)):
            axes = (0, *(axis + 1 for axis in order))
            if _equal(moved, here.permute(axes)):
                return Moved("permute", {"order": order})
    return _some_channels(moved, here, shape) or _some_places(moved, here)


def _some_channels(moved: Tensor, here: Tensor, shape: Shape) -> Moved | None:
    """Channels in another order, or some of them."""
    if moved.shape[2:] != here.shape[2:]:
        return None
    channels = (moved[0, :, 0, 0] // prod(shape[1:])).tolist()
    if max(channels) >= shape[0] or not _equal(moved, here[:, channels]):
        return None
    count, first, total = len(channels), channels[0], shape[0]
    if channels == list(range(first, first + count)):
        if total % count == 0 and first % count == 0:
            return Moved("channel_split", {"parts": total // count, "part": first // count})
        return Moved("slice_channels", {"start": first, "stop": first + count})
    step = channels[1] if count > 1 else 0
    if count == total and step and total % step == 0:
        dealt = torch.arange(total).view(total // step, step).t().flatten().tolist()
        if channels == dealt:
            return Moved("channel_shuffle", {"groups": total // step})
    return Moved("pick_channels", {"channels": tuple(channels)})


def _some_places(moved: Tensor, here: Tensor) -> Moved | None:
    """A part of the image, or every so many of its rows and columns."""
    if moved.shape[1] != here.shape[1]:
        return None
    (height, width), (high, wide) = here.shape[2:], moved.shape[2:]
    top, left = divmod(int(moved[0, 0, 0, 0]), width)
    if _equal(moved, here[:, :, top : top + high, left : left + wide]):
        cut = (-left, left + wide - width, -top, top + high - height)
        return Moved("zero_pad2d", {"padding": cut})
    if (top, left) == (0, 0) and high > 1 and wide > 1:
        down = int(moved[0, 0, 1, 0]) // width
        right = int(moved[0, 0, 0, 1])
        if down > 0 and right > 0 and _equal(moved, here[:, :, ::down, ::right]):
            return Moved("max_pool2d", {"kernel_size": 1, "stride": (down, right)})
    return None


def _expanded(here: Tensor, moved: Tensor) -> Tensor:
    try:
        return here.expand(moved.shape)
    except RuntimeError:
        return here


def _equal(a: Tensor, b: Tensor) -> bool:
    return a.shape == b.shape and torch.equal(a, b)
