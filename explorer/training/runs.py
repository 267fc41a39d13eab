"""The folder that a training run leaves behind.

``document.network.json`` and ``recipe.json`` say what was trained, ``metrics.jsonl`` has a line for
each epoch, ``weights.pt`` is the network's ``state_dict`` after the last one. Every file but the
growing metrics is written beside its place and renamed, so that a crash leaves the old or the new.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import msgspec
import torch
from torch import nn

from explorer.graph.files import encode
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
            write_atomically(path / DOCUMENT, lambda file: file.write(encode(document).encode()))
            text = msgspec.json.format(msgspec.json.encode(recipe)) + b"\n"
            write_atomically(path / RECIPE, lambda file: file.write(text))
            (path / WEIGHTS).unlink(missing_ok=True)
            (path / METRICS).write_bytes(b"")

    def add_epoch(self, epoch: EpochDone, network: nn.Module) -> None:
        """Append the epoch's metrics and replace the weights; TrainingError where it fails."""
        with _explained(self.path):
            with (self.path / METRICS).open("ab") as file:
                file.write(msgspec.json.encode(epoch) + b"\n")
            save_weights(network, self.path / WEIGHTS)


def save_weights(network: nn.Module, path: Path) -> None:
    """The network's ``state_dict``, on the CPU, as ``torch.load(weights_only=True)`` reads it."""
    state = {key: tensor.detach().cpu() for key, tensor in network.state_dict().items()}
    with _explained(path):
        write_atomically(path, lambda file: torch.save(state, file))


def write_atomically(path: Path, write: Callable[[BinaryIO], object]) -> None:
    """Write beside the path, make sure it is on the disk, then put it in place."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with beside.open("wb") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        why = error.strerror or type(error).__name__
    except RuntimeError as error:
        # torch's zip writer reports a full disk as a RuntimeError of its own.
        why = str(error).split("\n", 1)[0]
    else:
        return
    raise TrainingError(
        f"The run cannot be saved in {path}.",
        f"The system says: {why}.",
        "Choose another folder, or make room there.",
    )
