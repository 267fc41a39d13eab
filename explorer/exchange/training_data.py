"""The data sets that an exported training script reads by itself: their files, and the code.

It needs neither the program nor a library beside torch.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class ScriptData(NamedTuple):
    """A data set as a script reads it."""

    title: str
    file: tuple[str, ...]
    """Its file among the program's resources; the script looks for one of this name beside it."""
    channels: int
    size: tuple[int, int]
    classes: int
    levels: int
    """The value that stands for full intensity."""
    images: int
    """How many there are to train on."""
    mean: float
    deviation: float
    """Over all values of the training images, as fractions of full intensity."""
    imports: tuple[str, ...]
    """What the code needs of the standard library."""
    code: str
    """Defines ``load(path)``: training images and classes, test images and classes."""


_DIGITS = '''
def load(path: pathlib.Path) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Training images (N, 1, 8, 8) of values from 0 to 16 and their classes; test ones.

    Handwritten digits, UCI Machine Learning Repository. Every fifth image of each class
    is held out for the test.
    """
    with gzip.open(path, "rt") as file:
        table = torch.tensor([[int(v) for v in line.split(",")] for line in file])
    images, labels = table[:, :64].reshape(-1, 1, 8, 8), table[:, 64]
    held_out = torch.zeros(len(labels), dtype=torch.bool)
    for digit in range(10):
        held_out[(labels == digit).nonzero().flatten()[4::5]] = True
    return images[~held_out], labels[~held_out], images[held_out], labels[held_out]
'''

SCRIPT_DATA: Mapping[str, ScriptData] = {
    "digits": ScriptData(
        "handwritten digits",
        ("data", "digits.csv.gz"),
        1,
        (8, 8),
        10,
        16,
        1442,
        0.30513582480929263,
        0.376159594926892,
        ("gzip",),
        _DIGITS.strip("\n"),
    )
}
"""By the names that recipes have for them."""
