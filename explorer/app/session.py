"""The session: one document, its history, analysis and selection, and the only source of signals.

A view never changes anything. It submits an edit with ``do``; when the document has changed, the
session has analysed it already and says so once.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from explorer.analysis import home
from explorer.analysis.analyze import Analysis, Row, analyze
from explorer.analysis.columns import Figures
from explorer.blocks.registry import Catalogue
from explorer.graph import files
from explorer.graph.edits import Edit, EditError
from explorer.graph.history import History
from explorer.graph.model import DEFINED, BlockDefinition, Document, Graph, Scope
from explorer.graph.values import EMPTY, Params


class Session(QObject):
    """What the window shows."""

    document_changed = Signal()
    """The document or its analysis is another one."""
    document_replaced = Signal()
    """Another document was opened: views forget what they knew. ``document_changed`` follows."""
    selection_changed = Signal()
    scope_changed = Signal()
    """Another graph is shown: the inside of a block was entered or left."""
    file_changed = Signal()
    """The file's path or whether there are unsaved changes."""
    batch_changed = Signal()
    times_changed = Signal()
    """Other blocks have measured times, or other times."""
    refused = Signal(str)
    """An edit could not be done; the text says why."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._history = History(document)
        self._analysis = analyze(document)
        self._selection: tuple[str, ...] = ()
        self._scope: Scope = ()
        self._batch = 1
        self._times: Mapping[str, float] = {}
        self._device = ""
        self.path: Path | None = None
        self._gesture = 0

    # -- the document -----------------------------------------------------------------------

    @property
    def document(self) -> Document:
        return self._history.document

    @property
    def analysis(self) -> Analysis:
        return self._analysis

    @property
    def catalogue(self) -> Catalogue:
        return self._analysis.catalogue

    @property
    def history(self) -> History:
        return self._history

    @property
    def changed(self) -> bool:
        return self._history.changed

    @property
    def title(self) -> str:
        name = self.path.name if self.path else self.document.name
        return f"{name}{' •' if self.changed else ''}"

    def new_gesture(self) -> int:
        """A number for the edits of one drag or one typing, so that they merge in the history."""
        self._gesture += 1
        return self._gesture

    def do(self, edit: Edit) -> bool:
        """Apply an edit. False, and ``refused``, where the document does not allow it. Its scope
        may be a place of the network: within an instance it edits the definition."""
        try:
            self._history.apply(home.at_home(self._analysis, edit))
        except EditError as error:
            self.refused.emit(str(error))
            return False
        self._follow()
        return True

    def undo(self) -> None:
        self._history.undo()
        self._follow()

    def redo(self) -> None:
        self._history.redo()
        self._follow()

    def _follow(self) -> None:
        if self._analysis.document is self.document:
            return
        self._analysis = analyze(self.document, self._analysis)
        self._keep_scope()
        kept = tuple(filter(self.exists, self._selection))
        selection_changed = kept != self._selection
        self._selection = kept
        self.document_changed.emit()
        if selection_changed:
            self.selection_changed.emit()
        self.file_changed.emit()

    # -- files --------------------------------------------------------------------------------

    def replace(self, document: Document, path: Path | None = None) -> None:
        """Show another document, with a history of its own."""
        self._history = History(document)
        self._analysis = analyze(document)
        self._selection, self._scope, self.path = (), (), path
        self.document_replaced.emit()
        self.scope_changed.emit()
        self.document_changed.emit()
        self.selection_changed.emit()
        self.file_changed.emit()

    def open(self, path: Path) -> None:
        """Open a file; FileError says why it cannot be."""
        self.replace(files.load(path), path)

    def save(self, path: Path) -> None:
        """Save to a file, whose version before stays beside it; FileError says why it cannot be."""
        files.save(self.document, path, keep=True)
        self.path = path
        self._history.mark_saved()
        self.file_changed.emit()

    def mark_saved(self) -> None:
        """The file holds this document, though it was not written from here."""
        self._history.mark_saved()
        self.file_changed.emit()

    def mark_unsaved(self) -> None:
        """No file holds this document, though nothing was edited here."""
        self._history.mark_unsaved()
        self.file_changed.emit()
        self.document_changed.emit()

    # -- what is looked at ----------------------------------------------------------------------

    @property
    def selection(self) -> tuple[str, ...]:
        """Dotted paths of the selected blocks, the last one the current."""
        return self._selection

    @property
    def current(self) -> Row | None:
        """The row of the block that panels show."""
        return self.row(self._selection[-1]) if self._selection else None

    def select(self, *paths: str) -> None:
        if paths != self._selection:
            self._selection = paths
            self.selection_changed.emit()

    def row(self, path: str) -> Row | None:
        return self._analysis.row_at.get(path)

    def exists(self, path: str) -> bool:
        """Whether there is a block at a path; one within a block that waits has no row yet."""
        *scope, name = path.split(".")
        evaluation = self._analysis.at(tuple(scope))
        if evaluation is not None:
            return name in evaluation.graph
        return self.editable(tuple(scope)) and name in self.graph(tuple(scope))

    @property
    def scope(self) -> Scope:
        """Names of the blocks that were entered, () at the root. They may lie within a built-in
        block, where nothing can be edited: see ``editable``."""
        return self._scope

    def enter(self, scope: Scope) -> None:
        if scope != self._scope and self._can_show(scope):
            self._scope = scope
            self._selection = ()
            self.scope_changed.emit()
            self.selection_changed.emit()

    def editable(self, scope: Scope) -> bool:
        """Whether a graph is the document's own, not what a built-in block expands to."""
        return home.is_owned(self._analysis, scope)

    def home(self, scope: Scope) -> Scope:
        """The scope in the document of a place of the network."""
        return home.home(self._analysis, scope)

    def graph(self, scope: Scope) -> Graph:
        """The document's graph at a place; KeyError where it is not editable."""
        return home.graph_at(self._analysis, scope)

    def names(self, scope: Scope) -> Params:
        """The parameters that expressions at a place may use, with their values there."""
        evaluation = self._analysis.at(scope)
        return evaluation.environment if evaluation is not None else EMPTY

    def definition(self, scope: Scope) -> BlockDefinition | None:
        """The user's block whose definition is edited at a place; None outside of all."""
        there = self.home(scope)
        if not there or not there[0].startswith(DEFINED) or not self.editable(scope):
            return None
        return self.document.definition_by_name.get(there[0].removeprefix(DEFINED))

    def _can_show(self, scope: Scope) -> bool:
        """A user's block can be looked into also while it waits for an input."""
        return not scope or self._analysis.at(scope) is not None or self.editable(scope)

    def _keep_scope(self) -> None:
        scope = self._scope
        while not self._can_show(scope):
            scope = scope[:-1]
        if scope != self._scope:
            self._scope = scope
            self.scope_changed.emit()

    @property
    def batch(self) -> int:
        """Samples for which memory is shown."""
        return self._batch

    def set_batch(self, batch: int) -> None:
        if batch != self._batch:
            self._batch = batch
            self.batch_changed.emit()

    # -- figures ----------------------------------------------------------------------------------

    @property
    def figures(self) -> Figures:
        """The analysis, with the batch and the times that its figures are asked for with."""
        return Figures(self._analysis, self._batch, self._times, self._device)

    def set_times(self, times: Mapping[str, float], device: str) -> None:
        """Seconds that were measured of blocks as they are now, by path, and on what."""
        if times != self._times or device != self._device:
            self._times, self._device = times, device
            self.times_changed.emit()
