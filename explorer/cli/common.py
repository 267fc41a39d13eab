"""What every command needs: documents by name, bad input in words, results as JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from explorer import zoo
from explorer.graph import files
from explorer.graph.model import Document

BAD_INPUT = 2
CODE = ("pytorch", "notebook", "keras")
TABLES = ("csv", "markdown", "latex")
PICTURES = ("svg", "pdf", "png", "tikz")


class CommandError(Exception):
    """Bad input; the message says what, and what would do."""


def open_document(name: str) -> tuple[Document, Path | None]:
    """The document of a file or the zoo, and its path if it has one; CommandError if neither."""
    path = Path(name)
    if path.exists() or name.endswith(".json") or "/" in name:
        try:
            return files.load(path), path
        except files.FileError as error:
            raise CommandError(str(error)) from None
    try:
        return zoo.get(name), None
    except KeyError:
        import difflib

        near = difflib.get_close_matches(name, zoo.names(), 1)
        hint = f"did you mean “{near[0]}”?" if near else "the zoo has " + ", ".join(zoo.names())
        raise CommandError(f"“{name}” is neither a file nor a network of the zoo; {hint}") from None


def with_parameters(document: Document, settings: Sequence[str]) -> Document:
    """The document with parameters of the whole network set, each as NAME=VALUE."""
    from explorer.graph.edits import EditError, SetDocumentParameter
    from explorer.graph.values import freeze

    for setting in settings:
        name, _, text = setting.partition("=")
        try:
            value = freeze(json.loads(text.replace("True", "true").replace("False", "false")), name)
            document = SetDocumentParameter(name=name.strip(), value=value).apply(document)
        except EditError as error:
            raise CommandError(str(error)) from None
        except (ValueError, RecursionError):
            raise CommandError(
                f"--set {setting}: write NAME=VALUE with a number, true, false or a list [1, 2]"
            ) from None
    return document


def print_json(value: Any) -> None:
    json.dump(value, sys.stdout, indent=1, ensure_ascii=False, allow_nan=False)
    print()


def build_message(error: Any) -> str:
    problem = error.problem
    return " ".join(part for part in (f"{error}.", problem.why, problem.mend) if part)
