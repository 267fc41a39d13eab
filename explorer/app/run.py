"""One training run as the window keeps it: its recipe, state and figures."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from explorer.graph.model import Document
from explorer.worker.messages import EpochDone, Finished, Recipe, StepDone

RunState = Literal[
    "building",
    "training",
    "pausing",
    "paused",
    "stopping",
    "stopped",
    "finished",
    "failed",
    "died",
]

GOING_ON: tuple[RunState, ...] = ("building", "training", "pausing", "paused", "stopping")

MOST_POINTS = 3000
"""Of a curve; beyond, neighbours are merged, so that a long run stays quick to draw."""


@dataclass(eq=False)
class Run:
    """What is known of a run. Points are ``(epoch, value)``, the first epoch ending at 1."""

    number: int
    document: Document
    recipe: Recipe
    state: RunState = "building"
    device: str = ""
    train_images: int = 0
    test_images: int = 0
    epoch: int = 0
    """The one that is going on, or was the last to."""
    step: int = 0
    steps: int = 0
    """In an epoch."""
    seconds_left: float | None = None
    seconds: float = 0.0
    epochs_done: int = 0
    train_accuracy: float | None = None
    test_accuracy: float | None = None
    step_losses: list[tuple[float, float]] = field(default_factory=list)
    train_losses: list[tuple[float, float]] = field(default_factory=list)
    test_losses: list[tuple[float, float]] = field(default_factory=list)
    test_accuracies: list[tuple[float, float]] = field(default_factory=list)

    @property
    def going_on(self) -> bool:
        return self.state in GOING_ON

    @property
    def share_done(self) -> float:
        """0 … 1, by steps."""
        if self.state == "finished":
            return 1.0
        if not self.steps:
            return 0.0
        within = self.step / self.steps if self.epoch > self.epochs_done else 0.0
        return (self.epochs_done + within) / self.recipe.epochs

    @property
    def right(self) -> int | None:
        """How many test images were classified rightly after the last epoch."""
        if self.test_accuracy is None or not self.test_images:
            return None
        return round(self.test_accuracy * self.test_images)

    def take_step(self, event: StepDone) -> None:
        self.epoch, self.step, self.steps = event.epoch, event.step, event.steps
        self.seconds_left = event.seconds_left
        self.step_losses.append((event.epoch - 1 + event.step / event.steps, event.loss))
        if len(self.step_losses) > MOST_POINTS:
            self.step_losses[:] = merged(self.step_losses)

    def take_epoch(self, event: EpochDone) -> None:
        self.epoch = self.epochs_done = event.epoch
        self.seconds = event.seconds
        self.train_accuracy, self.test_accuracy = event.train_accuracy, event.test_accuracy
        for points, value in (
            (self.train_losses, event.train_loss),
            (self.test_losses, event.test_loss),
            (self.test_accuracies, event.test_accuracy),
        ):
            points.append((event.epoch, value))
            if len(points) > MOST_POINTS:
                points[:] = points[1::2]

    def take_end(self, event: Finished) -> None:
        self.seconds_left, self.seconds = 0.0, event.seconds
        self.test_accuracy = event.test_accuracy


def merged(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Half as many points, each the mean of two neighbours."""
    return [
        ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)
        for a, b in zip(points[::2], points[1::2], strict=False)
    ]
