"""The folder that a training run leaves behind.

``document.network.json`` and ``recipe.json`` say what was trained, ``metrics.jsonl`` has a line for
each epoch, ``weights.pt`` is the network's ``state_dict`` after the last one. All but the growing
metrics are replaced whole, so that a crash leaves the old file or the new.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
from torch import nn

from explorer.build.weights import write_weights
from explorer.graph.files import FileError, encode, write_atomically
from explorer.graph.model import Document
from explorer.training.errors import TrainingError
from explorer.training.events import EpochDone
from explorer.training.recipe import Recipe

DOCUMENT, RECIPE, METRICS, WEIGHTS = (
    "document.network.json",
    "recipe.json",
    "metrics.jsonl",
    "weights.pt",
)


class RunFolder:
    """A folder being filled by a run; files of an earlier run in it are replaced."""

    def __init__(self, path: Path, document: Document, recipe: Recipe) -> None:
        self.path = path
        with _explained(path):
            path.mkdir(parents=True, exist_ok=True)
            write_atomically(path / DOCUMENT, encode(document).encode())
            text = msgspec.json.format(msgspec.json.encode(recipe)) + b"\n"
            write_atomically(path / RECIPE, text)
            (path / WEIGHTS).unlink(missing_ok=True)
            (path / METRICS).write_bytes(b"")

    def add_epoch(self, epoch: EpochDone, network: nn.Module) -> None:
        """Append the epoch's metrics and replace the weights; TrainingError where it fails."""
        with _explained(self.path), (self.path / METRICS).open("ab") as file:
            file.write(msgspec.json.encode(epoch) + b"\n")
        save_weights(network, self.path / WEIGHTS)


def save_weights(network: nn.Module, path: Path) -> None:
    """The network's ``state_dict``; TrainingError where it cannot be written."""
    with _explained(path):
        write_weights(network.state_dict(), path)


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, FileError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise TrainingError(
            f"The run cannot be saved in {path}.",
            f"The system says: {why}.",
            "Choose another folder, or make room there.",
        ) from error
