"""What the training loop tells, step by step. No torch here: the window reads these too."""

from __future__ import annotations

import msgspec


class StepDone(msgspec.Struct, frozen=True, tag=True):
    """One batch was learnt from."""

    epoch: int
    """Counted from 1, as ``step`` is."""
    step: int
    steps: int
    """Steps in an epoch."""
    loss: float
    """Of this batch, auxiliary outputs included."""
    accuracy: float
    """Over the epoch so far, 0 … 1."""
    learning_rate: float
    seconds_left: float
    """Until the whole training ends, at the pace so far."""


class EpochDone(msgspec.Struct, frozen=True, tag=True):
    """All training images were seen once more, and all test images classified."""

    epoch: int
    epochs: int
    train_loss: float
    train_accuracy: float
    test_loss: float
    test_accuracy: float
    seconds: float
    """Spent training since the start, pauses left out."""


class Interrupted(msgspec.Struct, frozen=True, tag=True):
    """A step was broken off unfinished, as was asked; it is redone when the loop goes on."""


class Finished(msgspec.Struct, frozen=True, tag=True):
    """The last epoch is over."""

    epochs: int
    train_loss: float
    test_accuracy: float
    seconds: float


Event = StepDone | EpochDone | Interrupted | Finished
