"""An ONNX file as a document with its weights."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import numpy as np
import torch
from torch import Tensor

from explorer.blocks.description import Shape
from explorer.exchange.imports.document import document_of
from explorer.exchange.imports.flat import ImportingError, ImportReport
from explorer.exchange.imports.onnx_read import OnnxNetwork, read_onnx
from explorer.graph.model import About, Document

MOST_NOTES = 20
"""Reasons that are told one by one."""

_FAULTS = (ValueError, IndexError, KeyError, TypeError, AttributeError, ArithmeticError)
"""What a file whose parts do not fit together may make its reader raise."""


def import_onnx(
    path: Path | str,
    shape: Shape | None = None,
    say: Callable[[str], None] = lambda line: None,
    check: Callable[[], None] = lambda: None,
) -> tuple[Document, dict[str, Tensor], ImportReport]:
    """The document of an ONNX file, its weights by the names that the document's network has for
    them, and what came in and what did not.

    ``shape`` is that of the image where the file leaves it open. ImportingError says what is wrong;
    ``say`` is told what is being done, ``check`` ends it by raising.
    """

    def progress(line: str) -> None:
        check()
        say(line)

    try:
        network = read_onnx(path, shape, progress)
        made = document_of(
            network.flat, network.name, About(title=network.name), network.dropped, progress
        )
    except ImportingError:
        raise
    except (MemoryError, RecursionError):
        raise ImportingError(f"{path} is too large or too deep to be read.") from None
    except _FAULTS as error:
        reason = str(error)[:200] or type(error).__name__
        raise ImportingError(
            f"{path} cannot be read: its parts do not fit together ({reason}). Export it again."
        ) from None
    weights, renamed = {}, []
    for ours, array in network.weights.items():
        node, _, local = ours.rpartition(".")
        key = made.keys.get(node)
        if key is None:
            continue
        # views of the file's bytes, which may lie at any of them
        weights[f"{key}.{local}"] = torch.from_numpy(
            np.require(array, requirements=["C", "A", "W"])
        )
        if f"{key}.{local}" != ours:
            renamed.append((ours, f"{key}.{local}"))
    notes = (*network.notes, *_reasons(network))
    report = msgspec.structs.replace(made.report, renamed=tuple(renamed), notes=notes)
    return made.document, weights, report


def _reasons(network: OnnxNetwork) -> tuple[str, ...]:
    told = tuple(f"{path} is opaque: {reason}" for path, reason in network.opaque)
    rest = len(told) - MOST_NOTES
    return told if rest <= 0 else (*told[:MOST_NOTES], f"and {rest} more are opaque")
