"""The training loop: a generator of events, so that whoever runs it holds the reins.

Not advancing it is a pause; closing it is a stop.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Generator
from functools import partial
from typing import TypeVar

import torch
from torch import Tensor, nn
from torch.nn import functional

from explorer.training.data import DataSet, Split, shift
from explorer.training.errors import TrainingError, explain
from explorer.training.events import EpochDone, Event, Finished, Interrupted, StepDone
from explorer.training.interrupt import BreakOff, Interrupter, never
from explorer.training.recipe import Recipe, checked

AUXILIARY_WEIGHT = 0.3
"""Of each auxiliary output's loss beside the main one: GoogLeNet, Szegedy et al. 2015, section 5."""

TEST_BATCH = 64

T = TypeVar("T")


def train(
    network: nn.Module,
    shape: tuple[int, int, int],
    data: DataSet,
    recipe: Recipe,
    device: torch.device,
    interrupted: Callable[[], bool] = never,
) -> Generator[Event, None, None]:
    """Train a network whose input is ``shape``, on the device where it already is.

    While ``interrupted`` answers True a pass breaks off at the next layer, ``Interrupted`` comes
    out, and advancing again redoes that step as if it had never begun. TrainingError where the
    network, the recipe or the numbers do not allow to go on.
    """
    return _Run(network, shape, data, checked(recipe), device).events(interrupted)


def optimizer_for(network: nn.Module, recipe: Recipe) -> torch.optim.Optimizer:
    """The recipe's optimiser over all parameters of the network but those that are fixed."""
    parameters = [p for p in network.parameters() if p.requires_grad]
    if not parameters:
        raise TrainingError(
            "The network has nothing to learn.",
            "None of its layers has weights.",
            "Add a convolution or a linear layer.",
        )
    rate, decay = recipe.learning_rate, recipe.weight_decay
    if recipe.optimizer == "sgd":
        return torch.optim.SGD(parameters, rate, momentum=recipe.momentum, weight_decay=decay)
    kind = torch.optim.Adam if recipe.optimizer == "adam" else torch.optim.AdamW
    return kind(parameters, rate, weight_decay=decay)


class _Run:
    """One training run; ``events`` drives it."""

    def __init__(
        self,
        network: nn.Module,
        shape: tuple[int, int, int],
        data: DataSet,
        recipe: Recipe,
        device: torch.device,
    ) -> None:
        self.network = network
        self.shape = shape
        self.data = data
        self.recipe = recipe
        self.device = device
        self.optimizer = optimizer_for(network, recipe)
        self.shuffling = torch.Generator().manual_seed(recipe.seed)
        self.moving = torch.Generator().manual_seed(recipe.seed + 1)
        self.seconds = 0.0
        torch.manual_seed(recipe.seed)

    def events(self, interrupted: Callable[[], bool]) -> Generator[Event, None, None]:
        self.interrupter = Interrupter(self.network, interrupted)
        try:
            yield from self._epochs()
        finally:
            self.interrupter.remove()

    def _epochs(self) -> Generator[Event, None, None]:
        recipe = self.recipe
        for epoch in range(1, recipe.epochs + 1):
            train_loss, train_accuracy = yield from self._learn(epoch)
            test_loss, test_accuracy = yield from self._evaluate(self.data.test)
            yield EpochDone(
                epoch,
                recipe.epochs,
                train_loss,
                train_accuracy,
                test_loss,
                test_accuracy,
                self.seconds,
            )
            if epoch == recipe.epochs:
                yield Finished(epoch, train_loss, test_accuracy, self.seconds)

    def _learn(self, epoch: int) -> Generator[Event, None, tuple[float, float]]:
        """Go once through the training images; mean loss and accuracy on the way."""
        recipe, batches = self.recipe, self._batches()
        total = recipe.epochs * len(batches)
        loss_sum = correct = seen = 0.0
        for index, (images, labels) in enumerate(batches):
            done = (epoch - 1) * len(batches) + index
            rate = recipe.rate_at(done, total)
            loss, right = yield from self._until_done(
                partial(self._step, self._fitted(images), labels.to(self.device), rate)
            )
            if not math.isfinite(loss):
                raise _diverged(loss, epoch, index + 1, recipe)
            seen += len(labels)
            loss_sum += loss * len(labels)
            correct += right
            left = self.seconds / (done + 1) * (total - done - 1)
            yield StepDone(epoch, index + 1, len(batches), loss, correct / seen, rate, left)
        return loss_sum / seen, correct / seen

    def _batches(self) -> list[tuple[Tensor, Tensor]]:
        """The training images in a new order, in batches.

        A last batch of a single image is left out: batch normalisation cannot take it.
        """
        split, size = self.data.train, self.recipe.batch_size
        order = torch.randperm(len(split), generator=self.shuffling)
        parts = torch.split(order, size)
        if len(parts) > 1 and len(parts[-1]) == 1 < size:
            parts = parts[:-1]
        return [(split.images[rows], split.labels[rows]) for rows in parts]

    def _fitted(self, images: Tensor) -> Tensor:
        fitted = self.data.fit(images, self.shape)
        if self.recipe.augmentation == "shift":
            fitted = shift(fitted, self.moving)
        return fitted.to(self.device)

    def _until_done(self, work: Callable[[], T]) -> Generator[Interrupted, None, T]:
        """Do the work, and do it again from the same state each time it was broken off."""
        buffers = [buffer.clone() for buffer in self.network.buffers()]
        random = torch.get_rng_state()
        while True:
            began = time.perf_counter()
            try:
                with self.interrupter.armed():
                    return work()
            except BreakOff:
                with torch.no_grad():
                    for buffer, before in zip(self.network.buffers(), buffers, strict=True):
                        buffer.copy_(before)
                torch.set_rng_state(random)
            except (RuntimeError, ValueError, MemoryError) as error:
                raise explain(error) from error
            finally:
                self.seconds += time.perf_counter() - began
            yield Interrupted()

    def _step(self, images: Tensor, labels: Tensor, rate: float) -> tuple[float, int]:
        """One optimiser step; the loss and how many images were classified rightly."""
        self.network.train()
        self.optimizer.zero_grad(set_to_none=True)
        output = self.network(images)
        logits, *auxiliary = output if isinstance(output, tuple) else (output,)
        loss = functional.cross_entropy(logits, labels)
        for other in auxiliary:
            loss = loss + AUXILIARY_WEIGHT * functional.cross_entropy(other, labels)
        torch.autograd.backward(loss)
        for group in self.optimizer.param_groups:
            group["lr"] = rate
        self.optimizer.step()
        return loss.item(), int((logits.argmax(1) == labels).sum())

    def _evaluate(self, split: Split) -> Generator[Interrupted, None, tuple[float, float]]:
        """Mean loss and accuracy over a split, in evaluation mode."""
        loss_sum = correct = 0.0
        for images, labels in zip(
            torch.split(split.images, TEST_BATCH),
            torch.split(split.labels, TEST_BATCH),
            strict=True,
        ):
            x, target = self.data.fit(images, self.shape).to(self.device), labels.to(self.device)
            loss, right = yield from self._until_done(partial(self._judge, x, target))
            loss_sum += loss
            correct += right
        return loss_sum / len(split), correct / len(split)

    @torch.no_grad()
    def _judge(self, images: Tensor, labels: Tensor) -> tuple[float, int]:
        self.network.eval()
        logits = self.network(images)
        loss = functional.cross_entropy(logits, labels, reduction="sum")
        return loss.item(), int((logits.argmax(1) == labels).sum())


def _diverged(loss: float, epoch: int, step: int, recipe: Recipe) -> TrainingError:
    return TrainingError(
        f"The loss became {'NaN' if math.isnan(loss) else 'infinite'} "
        f"at epoch {epoch}, step {step}.",
        f"With a learning rate of {recipe.learning_rate:g} the weights grew without bounds.",
        f"Try a learning rate of {recipe.learning_rate / 10:g}, or add batch normalisation.",
    )
