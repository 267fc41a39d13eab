"""Making a part of a built-in block editable, however deep it lies."""

from __future__ import annotations

from explorer.analysis.analyze import Analysis, analyze
from explorer.analysis.home import built_in_around
from explorer.app.canvas.commands import unpack
from explorer.graph.edits import Batch, Edit


def unpack_around(analysis: Analysis, path: str) -> Edit | str:
    """One step that turns every built-in block around a path into a group; a text says why not."""
    edits: list[Edit] = []
    while owner := built_in_around(analysis, path):
        edit = unpack(analysis, owner)
        if isinstance(edit, str):
            return edit
        edits.append(edit)
        analysis = analyze(edit.apply(analysis.document), analysis)
    return Batch(edits=tuple(edits), what=f"Make {path} editable")
