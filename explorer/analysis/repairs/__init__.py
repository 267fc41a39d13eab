"""Repairs of problems: found by trying, priced by measuring, ranked.

Each kind of problem has a file that proposes edits without asking whether they help. All of them are
applied to the document and analysed; what does not mend the problem is thrown away, so nothing is
offered that does not do what it says. As analysis is incremental, a trial costs what an edit does.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from explorer.analysis.analyze import Analysis, analyze
from explorer.analysis.home import built_in_around
from explorer.analysis.repairs import (
    built_in,
    channels,
    image,
    merges,
    names,
    parameters,
    types,
    values,
    vectors,
    windows,
    wires,
)
from explorer.analysis.repairs.place import Candidate, Place
from explorer.analysis.repairs.pricing import Price, Repair, is_mended, price_of, rank
from explorer.analysis.results import Problem, errors
from explorer.graph.edits import Batch, EditError, SetBypass

__all__ = ["MOST", "Price", "Repair", "repairs"]

MOST = 8
"""Repairs offered for one problem."""
TRIALS = 160
"""Edits tried for one problem."""

OWN = (
    values.candidates,
    names.candidates,
    types.candidates,
    wires.candidates,
    merges.candidates,
    vectors.candidates,
    windows.candidates,
    channels.candidates,
    parameters.candidates,
)
AROUND = (image.candidates, wires.ways_out)


def repairs(analysis: Analysis, problem: Problem, most: int = MOST) -> tuple[Repair, ...]:
    """Ways to mend a problem, the best first."""
    tried: list[tuple[bool, tuple[float, ...], Repair]] = []
    texts: set[str] = set()
    faults = len(errors(analysis.problems))
    for candidate in islice(_candidates(analysis, problem), TRIALS):
        if candidate.text in texts:
            continue
        edit = Batch(edits=candidate.edits, what=candidate.text)
        try:
            document = edit.apply(analysis.document)
        except EditError:
            continue
        after = analyze(document, analysis)
        mended = is_mended(problem, analysis, after)
        if not mended and not candidate.beside:
            continue
        texts.add(candidate.text)
        repair = Repair(candidate.text, edit, price_of(analysis, after))
        worse = len(errors(after.problems)) > faults or candidate.beside
        key = rank(repair, candidate.removes, analysis.totals)
        tried.append((worse, (candidate.beside, *key), repair))
    # what brings more faults than it mends is offered only where there is nothing else
    good = [t for t in tried if not t[0] or t[1][0]]
    chosen = sorted(good if any(not t[0] for t in tried) else tried, key=lambda t: t[1])
    return tuple(repair for _, _, repair in chosen[:most])


def _candidates(analysis: Analysis, problem: Problem) -> Iterator[Candidate]:
    owner = built_in_around(analysis, problem.path) if problem.path else ""
    *scope, name = (owner or problem.path).split(".")
    place = Place(analysis, problem, tuple(scope), name)
    if owner:
        yield from built_in.candidates(place, _of_the_block)
        return
    yield from _of_the_block(place)
    for propose in AROUND:
        yield from propose(place)


def _of_the_block(place: Place) -> Iterator[Candidate]:
    """What can be done at the block itself."""
    for mend in place.problem.mends:
        edits = place.set(place.name, **dict(mend.changes))
        if mend.bypassed is not None:
            names = (place.name,)
            edits += (SetBypass(scope=place.there, names=names, bypassed=mend.bypassed),)
        yield Candidate(mend.label, edits)
    for propose in OWN:
        yield from propose(place)
