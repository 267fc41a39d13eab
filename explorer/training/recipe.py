"""How to train: a value that fits in a message, a run folder and a paper's table."""

from __future__ import annotations

import math
from typing import Annotated, Literal

import msgspec

from explorer.training.errors import TrainingError

Epochs = Annotated[int, msgspec.Meta(ge=1, le=100_000)]
BatchSize = Annotated[int, msgspec.Meta(ge=1, le=65_536)]
Fraction = Annotated[float, msgspec.Meta(ge=0, le=1)]
Seed = Annotated[int, msgspec.Meta(ge=0, le=2**53)]


class Recipe(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The settings of one training run.

    The defaults bring LeNet-5 above 97 % on the digits within seconds.
    """

    data: str = "digits"
    epochs: Epochs = 20
    batch_size: BatchSize = 32
    learning_rate: Annotated[float, msgspec.Meta(gt=0, le=1000)] = 0.002
    optimizer: Literal["sgd", "adam", "adamw"] = "adam"
    momentum: Annotated[float, msgspec.Meta(ge=0, lt=1)] = 0.9
    """For SGD only."""
    weight_decay: Fraction = 0.0
    schedule: Literal["constant", "cosine"] = "cosine"
    """How the learning rate goes on: as it is, or down to 0 along half a cosine."""
    seed: Seed = 0
    augmentation: Literal["none", "shift"] = "shift"
    """Whether each training image is moved by up to a sixteenth of its sides."""

    def rate_at(self, step: int, steps: int) -> float:
        """The learning rate of a step, counted from 0, of ``steps`` in all."""
        if self.schedule == "constant":
            return self.learning_rate
        return self.learning_rate * 0.5 * (1 + math.cos(math.pi * step / steps))


def checked(recipe: Recipe) -> Recipe:
    """The recipe, its values verified; TrainingError names what is out of range.

    Python code and messages alike can hold values that the types forbid: this is where both pass.
    """
    try:
        return msgspec.convert(msgspec.to_builtins(recipe), Recipe)
    except msgspec.ValidationError as error:
        what, _, where = str(error).partition(" - at `$.")
        raise TrainingError(
            f"The recipe cannot be followed: {where.rstrip('`')}: {what}.",
            "",
            "Choose a value within the range.",
        ) from None
