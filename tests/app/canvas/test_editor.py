"""The whole editor under random edits: the canvas in step with the document after
each, everything undone and redone, and the document the same in a file and in the journal.

``EXPLORER_SEEDS=200`` tries so many seeds with a thousand edits each, from ``EXPLORER_SEED`` on; a
failure says with which seed and after which edit.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from explorer.analysis.analyze import analyze
from explorer.analysis.results import Evaluation
from explorer.app.safety import journal
from explorer.blocks.registry import catalogue_of
from explorer.graph import files
from explorer.graph.model import Document
from tests.app.canvas.conftest import Hands
from tests.app.canvas.editor import Editor, start
from tests.app.canvas.test_step import assert_in_step

FIRST = int(os.environ.get("EXPLORER_SEED", "0"))
SEEDS = int(os.environ.get("EXPLORER_SEEDS", "4"))
EDITS = int(os.environ.get("EXPLORER_EDITS", "1000" if "EXPLORER_SEEDS" in os.environ else "200"))
SAMPLED = 40
"""After so many edits all is worked out from scratch, to compare."""


def assert_same(kept: Evaluation | None, fresh: Evaluation | None) -> None:
    """Two evaluations with equal figures and problems, to the last block."""
    if kept is None or fresh is None:
        assert kept is fresh
        return
    assert kept.totals == fresh.totals
    assert kept.problems == fresh.problems
    assert kept.complete == fresh.complete
    assert kept.states.keys() == fresh.states.keys()
    for name, state in kept.states.items():
        other = fresh.states[name]
        assert state.inputs == other.inputs, name
        assert state.fields == other.fields, name
        assert (state.result is None) == (other.result is None), name
        if state.result is not None and other.result is not None:
            assert state.result.outputs == other.result.outputs, name
            assert state.result.totals == other.result.totals, name
            if state.result is not other.result:
                assert_same(state.result.inside, other.result.inside)


def assert_analysed(h: Hands) -> None:
    """What was worked out edit by edit is what comes of it at once."""
    document = h.session.document
    again = files.decode(files.encode(document))
    catalogue_of(again).forget()
    assert_same(h.session.analysis.root, analyze(again).root)


def assert_selected(h: Hands) -> None:
    """All that is selected is there."""
    for path in h.session.selection:
        assert h.session.exists(path), path
    network = h.view.network
    assert all(key in network.annotations for key in h.view.annotating.selected)
    assert h.view.selected_wire is None or h.view.selected_wire in network.wires
    marked = {p for p, item in network.blocks.items() if item.selected or item.within}
    assert marked == {p for p in map(network.visible_path, h.session.selection) if p}


def assert_undone_and_redone(h: Hands, first: Document) -> None:
    """Back to the beginning and forth again, the canvas with it."""
    final, steps = h.session.document, h.session.history.steps
    for _ in range(steps):
        h.session.undo()
    assert h.session.document == first
    assert_in_step(h.view.network, h.session)
    for _ in range(steps):
        h.session.redo()
    assert h.session.document == final
    assert_in_step(h.view.network, h.session)


def assert_kept(document: Document, folder: Path) -> None:
    """The document the same in its file, and in the journal."""
    assert files.decode(files.encode(document)) == document
    path = folder / "it.journal"
    journal.write(path, document, None, 1, 0.0)
    assert journal.read(path).document == document


@pytest.mark.parametrize("seed", range(FIRST, FIRST + SEEDS))
def test_random_edits(hands: Callable[[Document], Hands], seed: int, tmp_path: Path) -> None:
    first = start(seed)
    h = hands(first)
    editor = Editor(h.view, seed)
    for number in range(EDITS):
        what = ""
        try:
            what = editor.edit()
            assert_in_step(h.view.network, h.session)
            assert_selected(h)
            if number % SAMPLED == 0:
                assert_analysed(h)
                assert_kept(h.session.document, tmp_path)
        except Exception as error:
            error.add_note(f"seed {seed}, edit {number}: {what}")
            raise
    assert_analysed(h)
    assert_kept(h.session.document, tmp_path)
    assert_undone_and_redone(h, first)
    h.view.close()
