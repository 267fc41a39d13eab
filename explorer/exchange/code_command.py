"""Code written to a file for the command line: a module, a script that trains it, and the like."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from explorer import resources
from explorer.exchange.keras.source import keras_source
from explorer.exchange.notebook import notebook
from explorer.exchange.pytorch import source
from explorer.exchange.training_script import Recipe, data_of, training_script
from explorer.graph import files
from explorer.graph.model import Document

Writer = Callable[[Document, Recipe], str]


def _plain(document: Document, recipe: Recipe) -> str:
    return source(document)


def _keras(document: Document, recipe: Recipe) -> str:
    return keras_source(document)


_WRITERS: Mapping[tuple[str, bool], Writer] = {
    ("pytorch", False): _plain,
    ("pytorch", True): training_script,
    ("notebook", True): notebook,
    ("keras", False): _keras,
}
"""By what is written, and whether it trains."""

CODE = tuple(dict.fromkeys(to for to, _ in _WRITERS))
"""What can be written as code."""


def code(document: Document, to: str, recipe: Recipe, training: bool = False) -> str:
    """The text of a file of code; BuildError where there is none."""
    return _WRITERS[to, training or (to, False) not in _WRITERS](document, recipe)


def export_code(
    document: Document, to: str, out: Path, recipe: Recipe, training: bool = False
) -> dict[str, object]:
    """Write code, and beside it the data that it reads; what was written.

    BuildError where it cannot be written.
    """
    text = code(document, to, recipe, training)
    files.write_atomically(out, text.encode())
    report: dict[str, object] = {"to": to, "path": str(out), "lines": text.count("\n")}
    data = data_of(recipe) if training or (to, False) not in _WRITERS else None
    if data is not None:
        beside = out.with_name(data.file[-1])
        if not beside.exists():
            shutil.copyfile(resources.path(*data.file), beside)
        report["data"] = str(beside)
    return report
