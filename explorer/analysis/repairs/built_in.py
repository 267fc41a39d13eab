"""Problems within built-in blocks, which nobody can edit: the block's own parameters, what comes
before it, or the block made editable and then mended inside."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

from explorer.analysis.analyze import analyze
from explorer.analysis.repairs import image, merges, parameters, windows, wires
from explorer.analysis.repairs.place import Candidate, Place
from explorer.analysis.unpacking import unpack_around
from explorer.graph.edits import EditError

Propose = Callable[[Place], Iterator[Candidate]]

INSIDE = 40
"""Edits tried within a block once it is editable."""


def candidates(place: Place, propose: Propose) -> Iterator[Candidate]:
    """What can be done about a block from outside, and then from inside."""
    for one in (parameters, merges, windows):
        yield from one.candidates(place)
    yield from image.candidates(place)
    analysis, problem = place.analysis, place.problem
    opened = unpack_around(analysis, problem.path)
    if not isinstance(opened, str):
        try:
            document = opened.apply(analysis.document)
        except EditError:
            return
        *scope, name = problem.path.split(".")
        inside = Place(analyze(document, analysis), problem, tuple(scope), name)
        for candidate in islice(propose(inside), INSIDE):
            text = f"Make {place.name} editable; {candidate.text}"
            yield Candidate(text, (opened, *candidate.edits), candidate.removes)
        yield Candidate(f"Make {place.name} editable", (opened,), beside=True)
    yield from wires.ways_out(place)
