"""The analysis of a whole document, and its table of blocks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from msgspec.structs import replace

from explorer.analysis.evaluate import Evaluator
from explorer.analysis.field import WHOLE, Field, compose, merge
from explorer.analysis.results import Evaluation, Fields, Problem, Result, State, Totals
from explorer.blocks.description import Container, Shape
from explorer.blocks.registry import Catalogue, catalogue_of
from explorer.graph.enabled import enabled_part
from explorer.graph.model import Document, Node, Scope

BYTES = 4
"""Of one value in float32."""


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


@dataclass(frozen=True, eq=False)
class Analysis:
    """All figures of a document."""

    document: Document
    root: Evaluation

    @property
    def totals(self) -> Totals:
        return self.root.totals

    @property
    def problems(self) -> tuple[Problem, ...]:
        return self.root.problems

    @property
    def ok(self) -> bool:
        """Whether the network can be built: no error, and every block has a shape."""
        return self.root.complete and not any(p.severity == "error" for p in self.problems)

    @property
    def catalogue(self) -> Catalogue:
        return catalogue_of(self.document)

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Every block and layer, parents before children."""
        return tuple(walk(self.root))

    @cached_property
    def row_at(self) -> dict[str, Row]:
        return {row.path: row for row in self.rows}

    @cached_property
    def field(self) -> Field | None:
        """The widest receptive field before the whole image is seen at once."""
        best: Field | None = None
        for state in self.root.states.values():
            for fields in state.fields:
                found = _overall(fields)
                if (
                    found is not None
                    and not found.whole
                    and (best is None or found.size > best.size)
                ):
                    best = found
        return best

    def at(self, scope: Scope) -> Evaluation | None:
        """The evaluation of the graph within a block; () is the root."""
        evaluation: Evaluation | None = self.root
        for name in scope:
            if evaluation is None:
                return None
            state = evaluation.states.get(name)
            evaluation = state.result.inside if state and state.result else None
        return evaluation

    def state(self, path: str) -> State | None:
        """The state of the block at a dotted path, relative to its own graph."""
        *scope, name = path.split(".")
        evaluation = self.at(tuple(scope))
        return evaluation.states.get(name) if evaluation else None

    def activation_bytes(self, batch: int = 1, gradients: bool = False) -> int:
        """Memory of the activations; with their gradients twice as much."""
        return self.totals.activations * BYTES * batch * (2 if gradients else 1)


def analyze(
    document: Document, previous: Analysis | None = None, input_shape: Shape | None = None
) -> Analysis:
    """Figures of a document. ``previous`` is the analysis of the document before an edit, of
    which everything that the edit left alone is kept; ``input_shape`` is put in place of the
    first input's own."""
    if input_shape is not None:
        document = with_input(document, input_shape)
    catalogue = catalogue_of(document)
    before = None
    if previous is not None and catalogue_of(previous.document) is catalogue:
        before = previous.root
    environment = document.environment
    graph = enabled_part(document.graph, environment)
    root = Evaluator(catalogue).evaluate(graph, None, environment, before)
    return Analysis(document, root)


def with_input(document: Document, shape: Shape) -> Document:
    """The document with its first input given another shape."""
    inputs = document.graph.of_type("input")
    if not inputs:
        return document
    node = replace(inputs[0], params=inputs[0].params.with_value("shape", shape))
    return replace(document, graph=document.graph.with_node(node))


def walk(
    evaluation: Evaluation,
    path: str = "",
    key: str = "",
    depth: int = 0,
    outer: tuple[Field | None, ...] | None = None,
    counter: list[int] | None = None,
    training_only: bool = False,
) -> Iterator[Row]:
    """Rows of a graph in the order in which it runs, what has no order last. ``counter`` numbers
    the modules of a sequential container, through its transparent blocks; ``outer`` are the fields
    of the graph's inputs."""
    graph = evaluation.graph
    ordered = evaluation.states.keys()
    for name in (*ordered, *(n for n in graph.names if n not in ordered)):
        node = graph[name]
        state = evaluation.states.get(name)
        result = state.result if state else None
        inner_path = f"{path}.{node.name}" if path else node.name
        aside = training_only or node.name in evaluation.training_only
        transparent = result is not None and (
            result.inside is not None and result.container is Container.TRANSPARENT
        )
        own_key = ""
        if node.type not in ("input", "output") and not transparent:
            own = name
            if counter is not None:
                own = str(counter[0])
                counter[0] += 1
            own_key = f"{key}.{own}" if key else own
        field = None
        if state is not None and state.fields:
            field = _overall(_absolute(state.fields[0], outer))
        if node.type not in ("input", "output") or depth == 0:
            yield Row(
                inner_path,
                own_key,
                depth,
                node,
                state.inputs if state else (),
                result,
                field,
                aside,
            )
        if result is not None and result.inside is not None:
            inner_counter = None
            if result.container is Container.SEQUENTIAL:
                inner_counter = [0]
            elif transparent:
                inner_counter = counter
            yield from walk(
                result.inside,
                inner_path,
                key if transparent else own_key,
                depth + 1,
                _input_fields(evaluation, node.name, outer),
                inner_counter,
                aside,
            )


def _input_fields(
    evaluation: Evaluation, name: str, outer: tuple[Field | None, ...] | None
) -> tuple[Field | None, ...]:
    found = []
    for edge in evaluation.graph.incoming[name]:
        fields = evaluation.states[edge.source].fields
        found.append(
            _overall(_absolute(fields[edge.source_port], outer))
            if edge.source_port < len(fields)
            else None
        )
    return tuple(found)


def _absolute(fields: Fields, outer: tuple[Field | None, ...] | None) -> Fields:
    if outer is None:
        return fields
    return tuple(
        compose(o, f) if o is not None and f is not None else None
        for o, f in zip(outer, fields, strict=False)
    )


def _overall(fields: Fields) -> Field | None:
    """One field for what may see several inputs."""
    found: Field | None = None
    for f in fields:
        if f is not None:
            found = f if found is None else merge(found, f)
    return found


__all__ = ["WHOLE", "Analysis", "Row", "analyze", "walk", "with_input"]
