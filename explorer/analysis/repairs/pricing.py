"""What a repair costs, measured: the document before and after it, both analysed."""

from __future__ import annotations

from typing import NamedTuple

from explorer.analysis.analyze import BYTES, Analysis
from explorer.analysis.field_hints import field_hints
from explorer.analysis.results import ZERO, Evaluation, Problem, State, Totals
from explorer.graph.edits import Edit


class Price(NamedTuple):
    """The difference that a repair makes, of one sample.

    Blocks that waited for a shape and get one by the repair are not part of it: they were drawn
    already and are as they were. What the whole network then comes to is ``network``.
    """

    parameters: int
    macs: int
    memory: int
    """Bytes of activations in float32."""
    network: Totals
    leaves: tuple[Problem, ...]
    """All problems that the document has after it."""

    @property
    def left(self) -> tuple[Problem, ...]:
        """Those of them that are faults, and no hints."""
        return tuple(p for p in self.leaves if p.severity != "hint")


class Repair(NamedTuple):
    """A way to mend a problem, as one undoable step, with what it costs."""

    text: str
    edit: Edit
    price: Price


def price_of(before: Analysis, after: Analysis) -> Price:
    """What lies between two documents."""
    own = after.totals.minus(before.totals).minus(woken(before.root, after.root))
    return Price(own.parameters, own.macs, own.activations * BYTES, after.totals, after.problems)


def woken(before: Evaluation, after: Evaluation) -> Totals:
    """The figures of the blocks that waited before and do no longer."""
    total = ZERO
    for name, now in after.states.items():
        if now.result is None or name not in before.graph:
            continue
        was = before.states.get(name)
        if was is None or was.result is None:
            counted = now.result.totals
        elif was.result.inside is not None and now.result.inside is not None:
            if was.result is now.result:
                continue
            counted = woken(was.result.inside, now.result.inside)
        else:
            continue
        if name in after.training_only:
            counted = Totals(counted.parameters, counted.trainable)
        total = total.plus(counted)
    return total


def is_mended(problem: Problem, before: Analysis, after: Analysis) -> bool:
    """Whether a problem is gone, and not only hidden by another one before it."""
    found = after.problems
    if problem not in before.problems:
        found = (*found, *field_hints(after))
    if any((p.path, p.what) == (problem.path, problem.what) for p in found):
        return False
    return _had_no_shape(problem, before) or not _waits(problem.path, after)


def _had_no_shape(problem: Problem, before: Analysis) -> bool:
    state = before.state(problem.path) if problem.path else None
    return state is None or state.result is None


def _waits(path: str, analysis: Analysis) -> bool:
    """Whether a block, or one around it, still stands there and has no shape."""
    parts = path.split(".")
    for end in range(1, len(parts) + 1):
        evaluation = analysis.at(tuple(parts[: end - 1]))
        if evaluation is None or parts[end - 1] not in evaluation.graph:
            return False
        state: State | None = evaluation.states.get(parts[end - 1])
        if state is None or state.result is None:
            return True
    return False


def rank(repair: Repair, removes: bool, before: Totals) -> tuple[float, ...]:
    """What orders repairs: the problems that they leave, by weight; then those that take nothing
    away; then the least change of figures."""
    price = repair.price
    count = [sum(p.severity == s for p in price.leaves) for s in ("error", "warning", "hint")]
    change = 0.0
    pairs = (
        (price.parameters, max(before.parameters, price.network.parameters)),
        (price.macs, max(before.macs, price.network.macs)),
        (price.memory, BYTES * max(before.activations, price.network.activations)),
    )
    for difference, whole in pairs:
        change += abs(difference) / (1 + whole)
    return (*count, removes, change)
