"""From numbers to grey values."""

from __future__ import annotations

import torch
from torch import Tensor

ZERO = 128
"""The grey value of 0 where negative and positive numbers are shown alike."""


def symmetric(values: Tensor) -> Tensor:
    """Each image ``values[i]`` as uint8: 0 at 128, its largest magnitude at 1 or 255."""
    flat = values.flatten(1)
    largest = flat.abs().amax(1).clamp(min=torch.finfo(flat.dtype).tiny)
    scaled = flat / largest[:, None] * 127 + ZERO
    return _bytes(scaled).view(values.shape)


def stretched(values: Tensor) -> Tensor:
    """Each image ``values[i]`` as uint8: its smallest value 0, its largest 255; constants 0."""
    flat = values.flatten(1)
    low, high = flat.amin(1)[:, None], flat.amax(1)[:, None]
    spread = (high - low).clamp(min=torch.finfo(flat.dtype).tiny)
    return _bytes((flat - low) / spread * 255).view(values.shape)


def _bytes(values: Tensor) -> Tensor:
    return values.nan_to_num(0.0, 0.0, 0.0).round().clamp(0, 255).to(torch.uint8)
