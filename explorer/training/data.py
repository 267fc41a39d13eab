"""The data sets that networks can be trained on, fitted to a network's input.

Images are kept as small integers and fitted batch by batch: 1,797 digits at 3×224×224 would take a
gigabyte at once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from explorer import resources
from explorer.training.errors import TrainingError


@dataclass(frozen=True)
class Split:
    """Images ``(N, C, H, W)``, uint8, and their classes ``(N,)``, int64."""

    images: Tensor
    labels: Tensor

    def __len__(self) -> int:
        return len(self.labels)


@dataclass(frozen=True)
class DataSet:
    """Labelled images, parted into training and test."""

    name: str
    title: str
    classes: tuple[str, ...]
    levels: int
    """The value that stands for full intensity."""
    train: Split
    test: Split

    @cached_property
    def mean_and_deviation(self) -> tuple[float, float]:
        """Over all values of the training images, as fractions of full intensity."""
        values = self.train.images.to(torch.float64) / self.levels
        return float(values.mean()), float(values.std())

    def fit(self, images: Tensor, shape: tuple[int, int, int]) -> Tensor:
        """Raw images ``(N, C, H, W)`` as a network of input ``shape`` takes them.

        Resized smoothly, a single channel repeated, mean 0 and standard deviation 1 over the
        training images.
        """
        mean, deviation = self.mean_and_deviation
        x = (images.to(torch.float32) / self.levels - mean) / deviation
        channels, *size = shape
        if list(x.shape[2:]) != size:
            x = functional.interpolate(
                x, size=size, mode="bicubic", align_corners=False, antialias=True
            )
        return x.expand(-1, channels, -1, -1).contiguous() if x.shape[1] == 1 else x

    def check_input(self, shape: tuple[int, ...]) -> tuple[int, int, int]:
        """The network's input shape, if these images can be made to fit it."""
        own = self.train.images.shape[1]
        if len(shape) != 3:
            raise TrainingError(
                f"The network's input is {'×'.join(map(str, shape))}, not an image.",
                f"The images of {self.title} have channels, height and width.",
                "Give the input block a shape such as 1×32×32.",
            )
        channels, height, width = shape
        if own not in (1, channels):
            raise TrainingError(
                f"The network takes {channels} channels, {self.title} has {own}.",
                "Only images of one channel can be repeated to fit.",
                f"Give the input block {own} channels.",
            )
        return channels, height, width

    def check_output(self, shape: tuple[int, ...]) -> None:
        """TrainingError unless an output of this shape, without the batch, can name a class."""
        wanted = len(self.classes)
        if len(shape) != 1:
            raise TrainingError(
                f"The network gives {'×'.join(map(str, shape))} for an image, not scores.",
                f"Training on {self.title} needs one score for each of {wanted} classes.",
                f"End it with global pooling, flatten and a linear layer of {wanted} features.",
            )
        if shape[0] < wanted:
            raise TrainingError(
                f"The network has {shape[0]} outputs, {self.title} has {wanted} classes.",
                "Every class needs a score of its own.",
                f"Set out_features of the last linear layer to {wanted}.",
            )


def _digits() -> DataSet:
    """UCI Optical Recognition of Handwritten Digits; see resources/data/README.md."""
    table = np.loadtxt(
        resources.path("data", "digits.csv.gz"), delimiter=",", dtype=np.uint8, ndmin=2
    )
    images, labels = table[:, :64].reshape(-1, 1, 8, 8), table[:, 64].astype(np.int64)
    held_out = np.zeros(len(labels), dtype=bool)
    for digit in range(10):
        held_out[np.flatnonzero(labels == digit)[4::5]] = True
    train, test = (
        Split(torch.from_numpy(images[rows]), torch.from_numpy(labels[rows]))
        for rows in (~held_out, held_out)
    )
    return DataSet("digits", "Handwritten digits", tuple("0123456789"), 16, train, test)


DATA_SETS: Mapping[str, Callable[[], DataSet]] = {"digits": _digits}
"""How to load each data set, by name."""


@cache
def load(name: str) -> DataSet:
    """The data set of this name, read once; TrainingError where there is none."""
    if name not in DATA_SETS:
        raise TrainingError(
            f"There is no data set “{name[:40]}”.",
            "",
            f"Choose one of: {', '.join(DATA_SETS)}.",
        )
    return DATA_SETS[name]()


def shift(images: Tensor, generator: torch.Generator) -> Tensor:
    """Each image ``(N, C, H, W)`` moved by up to a sixteenth of its sides, its edge drawn along."""
    count, channels, height, width = images.shape
    indices = []
    for side in (height, width):
        reach = side // 16
        moves = torch.randint(-reach, reach + 1, (count, 1), generator=generator)
        indices.append((torch.arange(side) + moves).clamp(0, side - 1))
    rows, columns = indices
    rows = rows[:, None, :, None].expand(-1, channels, -1, width)
    columns = columns[:, None, None, :].expand(-1, channels, height, -1)
    return images.gather(2, rows).gather(3, columns)
