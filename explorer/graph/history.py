"""Undo and redo: the list of earlier values."""

from __future__ import annotations

from collections.abc import Hashable
from typing import NamedTuple

from explorer.graph.edits import Edit
from explorer.graph.model import Document

LIMIT = 1000
"""Steps kept; values share what did not change, so a step costs what it changed."""


class Step(NamedTuple):
    document: Document
    label: str
    merge_key: Hashable | None


class History:
    """A document with its past and its future."""

    def __init__(self, document: Document) -> None:
        self._past: list[Step] = []
        self._future: list[Step] = []
        self._present = Step(document, "", None)
        self._saved: Document | None = document

    @property
    def document(self) -> Document:
        return self._present.document

    @property
    def changed(self) -> bool:
        """Whether the document differs from what was last saved or opened."""
        return self._present.document is not self._saved

    @property
    def steps(self) -> int:
        """How many steps can be undone."""
        return len(self._past)

    @property
    def saved(self) -> Document | None:
        """What was last saved or opened; None where no file holds it."""
        return self._saved

    @property
    def states(self) -> tuple[Step, ...]:
        """The earlier values and the present one, oldest first, each with the edit that made it."""
        return (*self._past, self._present)

    @property
    def first(self) -> Document:
        """The value before the earliest edit that is known."""
        return self.states[0].document

    @property
    def undo_label(self) -> str | None:
        return self._present.label if self._past else None

    @property
    def redo_label(self) -> str | None:
        return self._future[-1].label if self._future else None

    def apply(self, edit: Edit) -> Document:
        """Do an edit; EditError leaves everything as it was. The steps of one drag or typing
        (same merge key, nothing between) become one."""
        document = edit.apply(self._present.document)
        if document == self._present.document:
            return self._present.document
        key = edit.merge_key
        merges = key is not None and self._present.merge_key == key and self._past
        if not merges:
            self._past.append(self._present)
            del self._past[:-LIMIT]
        self._present = Step(document, edit.label, key)
        self._future.clear()
        return document

    def undo(self) -> Document:
        if self._past:
            self._future.append(self._present)
            self._present = self._past.pop()._replace(merge_key=None)
        return self._present.document

    def redo(self) -> Document:
        if self._future:
            self._past.append(self._present)
            self._present = self._future.pop()._replace(merge_key=None)
        return self._present.document

    def mark_saved(self) -> None:
        self._saved = self._present.document
        self._present = self._present._replace(merge_key=None)

    def mark_unsaved(self) -> None:
        """No file holds the document as it is now, nor as it was."""
        self._saved = None
