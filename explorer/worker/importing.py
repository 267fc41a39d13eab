"""An ``Import`` obeyed: a network of PyTorch as a document, its weights in a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec

from explorer.build.weights import write_weights
from explorer.exchange.imports.flat import ImportingError
from explorer.exchange.imports.torch_command import import_torch
from explorer.graph.files import encode
from explorer.worker import messages as m


class _StoppedError(Exception):
    """Whoever asked for it wants it no longer."""


def bring_in(
    command: m.Import, send: Callable[[msgspec.Struct], None], stopped: Callable[[], bool]
) -> None:
    """Import what the command says, telling how far it is and how it ended."""

    def check() -> None:
        if stopped():
            raise _StoppedError

    def say(line: str) -> None:
        check()
        send(m.Importing(command.serial, line))

    weights = Path(command.weights) if command.weights else None
    try:
        found = import_torch(command.source, command.shape, weights, command.run_code, say, check)
        if command.weights_out:
            write_weights(found.weights, Path(command.weights_out))
        send(m.Imported(command.serial, encode(found.document), found.report))
    except _StoppedError:
        send(m.ImportingStopped(command.serial))
    except ImportingError as error:
        send(m.Failed("import", str(error), serial=command.serial))
