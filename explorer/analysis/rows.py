"""The table of blocks: every block and layer of a network at its place, parents before children.

Results depend on a block and its inputs alone and are shared; a row says where a block stands, what
its module is called and what of the image it sees. An edit keeps the rows of every block that is,
stands and sees as before.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from explorer.analysis.field import Field, compose, merge
from explorer.analysis.results import Evaluation, Fields, Result, State, Totals
from explorer.blocks.description import Container, Shape
from explorer.graph.model import Node

Outer = tuple[Field | None, ...] | None
"""The fields of a graph's inputs; None at the root, whose inputs are the images."""


class Row(NamedTuple):
    """One block of the network, at its place."""

    path: str
    """Dotted names from the root: ``layer1.0.conv1``."""
    key: str
    """The torch module's dotted name, empty for what has none of its own."""
    depth: int
    node: Node
    inputs: tuple[Shape, ...]
    result: Result | None
    field: Field | None
    """Relative to the image; None where it does not depend on it."""
    training_only: bool

    @property
    def output(self) -> Shape | None:
        """Its (first) output's shape; for an output node what goes out."""
        if self.result is None or not self.result.ok:
            return None
        if self.result.outputs:
            return self.result.outputs[0]
        return self.inputs[0] if self.inputs else None

    @property
    def totals(self) -> Totals | None:
        return self.result.totals if self.result is not None else None

    @property
    def is_block(self) -> bool:
        """Whether it can be opened."""
        return self.result is not None and self.result.inside is not None


class Place(NamedTuple):
    """All that the rows of a block and its inside depend on."""

    node: Node
    state: State
    key: str
    number: int
    """Modules that the sequential container around has numbered before; -1 in none."""
    training_only: bool
    outer: Outer
    """The fields of the inputs of the graph around."""
    seen: Outer
    """The fields of its own inputs."""


class Span(NamedTuple):
    """The rows of one block and its inside."""

    place: Place
    rows: tuple[Row, ...]
    inner: Spans
    number: int
    """Modules numbered after it."""

    def is_at(self, place: Place) -> bool:
        mine = self.place
        return mine.node is place.node and mine.state is place.state and mine[2:] == place[2:]


Spans = Mapping[str, Span]
"""The blocks of one graph that can be opened, by name."""


class Walked(NamedTuple):
    """The rows of a graph, and how they lie."""

    rows: tuple[Row, ...]
    spans: Spans


def walk(evaluation: Evaluation, before: Spans) -> Walked:
    """Rows of a network in the order in which it runs, what has no order last. ``before`` are those
    of an earlier state of it."""
    rows, spans, _ = _graph(evaluation, "", "", 0, None, -1, False, before)
    return Walked(tuple(rows), spans)


def _graph(
    evaluation: Evaluation,
    path: str,
    key: str,
    depth: int,
    outer: Outer,
    number: int,
    training_only: bool,
    before: Spans,
) -> tuple[list[Row], Spans, int]:
    graph, states = evaluation.graph, evaluation.states
    rows: list[Row] = []
    spans: dict[str, Span] = {}
    for name in (*states, *(n for n in graph.names if n not in states)):
        node = graph[name]
        state = states.get(name)
        result = state.result if state else None
        own_path = f"{path}.{name}" if path else name
        aside = training_only or name in evaluation.training_only
        inside = result.inside if result is not None else None
        container = result.container if result is not None and inside is not None else None
        transparent = container is Container.TRANSPARENT
        is_port = node.type in ("input", "output")
        own_key, first = "", number
        if not is_port and not transparent:
            own_key = name if number < 0 else str(number)
            if number >= 0:
                number += 1
            if key:
                own_key = f"{key}.{own_key}"
        if is_port and depth:
            continue
        if state is None or inside is None:
            rows.append(_row(own_path, own_key, depth, node, state, result, outer, aside))
            continue
        inner_key = key if transparent else own_key
        seen = _input_fields(evaluation, name, outer)
        place = Place(node, state, inner_key, first, aside, outer, seen)
        old = before.get(name)
        if old is None or not old.is_at(place):
            inner_number = -1
            if container is Container.SEQUENTIAL:
                inner_number = 0
            elif transparent:
                inner_number = number
            inner, inner_spans, inner_number = _graph(
                inside,
                own_path,
                inner_key,
                depth + 1,
                seen,
                inner_number,
                aside,
                old.inner if old is not None else {},
            )
            top = _row(own_path, own_key, depth, node, state, result, outer, aside)
            old = Span(place, (top, *inner), inner_spans, inner_number if transparent else number)
        rows += old.rows
        number = old.number
        spans[name] = old
    return rows, spans, number


def _row(
    path: str,
    key: str,
    depth: int,
    node: Node,
    state: State | None,
    result: Result | None,
    outer: Outer,
    training_only: bool,
) -> Row:
    field = None
    if state is not None and state.fields:
        field = overall(_absolute(state.fields[0], outer))
    inputs = state.inputs if state else ()
    return Row(path, key, depth, node, inputs, result, field, training_only)


def _input_fields(evaluation: Evaluation, name: str, outer: Outer) -> tuple[Field | None, ...]:
    found = []
    for edge in evaluation.graph.incoming[name]:
        fields = evaluation.states[edge.source].fields
        found.append(
            overall(_absolute(fields[edge.source_port], outer))
            if edge.source_port < len(fields)
            else None
        )
    return tuple(found)


def _absolute(fields: Fields, outer: Outer) -> Fields:
    if outer is None:
        return fields
    return tuple(
        compose(o, f) if o is not None and f is not None else None
        for o, f in zip(outer, fields, strict=False)
    )


def overall(fields: Fields) -> Field | None:
    """One field for what may see several inputs."""
    found: Field | None = None
    for f in fields:
        if f is not None:
            found = f if found is None else merge(found, f)
    return found
