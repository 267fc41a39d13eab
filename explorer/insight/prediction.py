"""What a network takes an image for, a drawn one too."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from explorer.build.module import BuiltNetwork
from explorer.insight.errors import InsightError

INK = 32
"""Grey values below this are paper: the soft edge of a pen does not move the frame."""


@torch.no_grad()
def probabilities(network: BuiltNetwork, image: Tensor) -> Tensor:
    """The probability ``(K,)`` of each class for an image ``(1, C, H, W)``, in evaluation mode.

    Outputs that are probabilities already, from a network ending in softmax, stay as they are.
    """
    was_training = network.training
    network.eval()
    try:
        scores: Tensor = network(image)[0].to("cpu", torch.float32)
    finally:
        network.train(was_training)
    if scores.dim() != 1:
        raise InsightError(
            "The network gives no scores of classes.",
            f"Its output is {'×'.join(map(str, scores.shape))}.",
            "End it with flatten and a linear layer.",
        )
    if bool((scores >= 0).all()) and abs(float(scores.sum()) - 1) < 1e-4:
        return scores
    return functional.softmax(scores, 0)


def drawn_image(
    pixels: bytes, height: int, width: int, size: tuple[int, int], levels: int
) -> Tensor:
    """A drawing (uint8, 0 paper … 255 ink, row by row) as an image ``(1, 1, H, W)`` of a data set.

    ``size`` is that of its images, ``levels`` their value of full ink. Prepared as the digits were: cut out, brought to full size with its proportions kept, put in
    the middle, and the ink counted cell by cell. InsightError where the sizes do not agree.
    """
    if height < 1 or width < 1 or height * width > 2**24 or len(pixels) != height * width:
        raise InsightError(
            f"A drawing of {height}×{width} cannot have {len(pixels)} pixels.", "", "Draw again."
        )
    drawing = torch.from_numpy(np.frombuffer(pixels, np.uint8).reshape(height, width).copy())
    cells_high, cells_wide = size
    raw = torch.zeros((1, 1, cells_high, cells_wide), dtype=torch.uint8)
    rows, columns = torch.nonzero(drawing >= INK, as_tuple=True)
    if len(rows) == 0:
        return raw
    cut = drawing[
        int(rows.min()) : int(rows.max()) + 1, int(columns.min()) : int(columns.max()) + 1
    ]
    fine_high, fine_wide = cells_high * 4, cells_wide * 4
    scale = min(fine_high / cut.shape[0], fine_wide / cut.shape[1])
    high, wide = (max(1, round(side * scale)) for side in cut.shape)
    ink = functional.interpolate(
        cut[None, None].to(torch.float32) / 255, size=(high, wide), mode="bilinear", antialias=True
    )
    top, left = (fine_high - high) // 2, (fine_wide - wide) // 2
    frame = torch.zeros(1, 1, fine_high, fine_wide)
    frame[:, :, top : top + high, left : left + wide] = ink
    counted = functional.avg_pool2d(frame, 4) * levels
    raw.copy_(counted.round().clamp(0, levels).to(torch.uint8))
    return raw
