"""The analysis of a whole document, and its table of blocks."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from msgspec.structs import replace

from explorer.analysis.evaluate import Evaluator
from explorer.analysis.field import Field
from explorer.analysis.results import Evaluation, Problem, State, Totals
from explorer.analysis.rows import Row, Spans, Walked, overall, walk
from explorer.blocks.description import Shape
from explorer.blocks.registry import Catalogue, catalogue_of
from explorer.graph.enabled import enabled_part
from explorer.graph.model import Document, Scope

BYTES = 4
"""Of one value in float32."""


@dataclass(frozen=True, eq=False)
class Analysis:
    """All figures of a document."""

    document: Document
    root: Evaluation
    _spans_before: Spans = field(default_factory=dict)
    """Rows of the document before an edit, of which those that stay the same are kept."""

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

    @property
    def rows(self) -> tuple[Row, ...]:
        """Every block and layer, parents before children."""
        return self._walked.rows

    @property
    def spans(self) -> Spans:
        """The rows by block, where they are known, for the next analysis to keep."""
        return self._walked.spans if "_walked" in self.__dict__ else self._spans_before

    @cached_property
    def _walked(self) -> Walked:
        return walk(self.root, self._spans_before)

    @cached_property
    def row_at(self) -> dict[str, Row]:
        return {row.path: row for row in self.rows}

    @cached_property
    def field(self) -> Field | None:
        """The widest receptive field before the whole image is seen at once."""
        best: Field | None = None
        for state in self.root.states.values():
            for fields in state.fields:
                found = overall(fields)
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
    before: Evaluation | None = None
    spans: Spans = {}
    if previous is not None and catalogue_of(previous.document) is catalogue:
        before, spans = previous.root, previous.spans
    environment = document.environment
    graph = enabled_part(document.graph, environment)
    root = Evaluator(catalogue).evaluate(graph, None, environment, before)
    return Analysis(document, root, spans)


def with_input(document: Document, shape: Shape) -> Document:
    """The document with its first input given another shape."""
    inputs = document.graph.of_type("input")
    if not inputs:
        return document
    node = replace(inputs[0], params=inputs[0].params.with_value("shape", shape))
    return replace(document, graph=document.graph.with_node(node))


__all__ = ["BYTES", "Analysis", "Row", "analyze", "with_input"]
