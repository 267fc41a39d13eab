"""Training without a window, as ``explorer train`` does it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from explorer.graph.model import Document
from explorer.training import data as data_sets
from explorer.training import device as devices
from explorer.training.events import EpochDone, Finished
from explorer.training.loop import train as events_of
from explorer.training.prepare import check_fits, network_for
from explorer.training.recipe import Recipe, checked
from explorer.training.runs import RunFolder


def train(
    document: Document,
    data: str,
    epochs: int,
    out: Path,
    device: str = "auto",
    seed: int = 0,
    say: Callable[[str], None] = print,
) -> dict[str, Any]:
    """Train a document's network into the run folder ``out``, a line to ``say`` for each epoch.

    Returns ``train_loss``, ``test_accuracy``, ``epochs``, ``seconds`` and ``device`` (in words);
    TrainingError where it cannot be done.
    """
    recipe = checked(Recipe(data=data, epochs=epochs, seed=seed))
    data_set = data_sets.load(recipe.data)
    where = devices.choose(device)
    devices.leave_one_core()
    network = network_for(document, recipe.seed, where)
    shape = check_fits(network, data_set)
    folder = RunFolder(out, document, recipe)
    description = devices.describe(where)
    say(f"{document.name} on {data_set.title}, {description}")
    result: dict[str, Any] = {}
    for event in events_of(network, shape, data_set, recipe, where):
        if isinstance(event, EpochDone):
            folder.add_epoch(event, network)
            say(
                f"epoch {event.epoch}/{event.epochs}: "
                f"loss {event.train_loss:.4f}, accuracy {event.train_accuracy:.1%}, "
                f"test loss {event.test_loss:.4f}, test accuracy {event.test_accuracy:.1%}"
            )
        elif isinstance(event, Finished):
            result = {
                "train_loss": event.train_loss,
                "test_accuracy": event.test_accuracy,
                "epochs": event.epochs,
                "seconds": round(event.seconds, 3),
                "device": description,
            }
    return result
