"""Shapes, costs and receptive fields of a graph, memoised and incremental.

A layer's or built-in block's result depends on its type, parameters and input shapes alone, so it
is looked up by these. As documents are immutable, an edit shares all that it did not touch with
the document before: only nodes that changed, and those behind them whose inputs changed, are
evaluated again.
"""

from __future__ import annotations

from heapq import heapify, heappop, heappush
from typing import cast

from explorer.analysis.field import WHOLE, Field, compose, merge, of_window
from explorer.analysis.field import POINT as POINT_FIELD
from explorer.analysis.results import (
    ZERO,
    Evaluation,
    Fields,
    Problem,
    Result,
    State,
    Totals,
)
from explorer.blocks.description import BlockError, Container, Layer, Shape
from explorer.blocks.registry import Catalogue
from explorer.graph.checks import check
from explorer.graph.expressions import ExpressionError, resolve
from explorer.graph.model import Graph, Node
from explorer.graph.order import topological_order
from explorer.graph.values import EMPTY, Params

MEMO_LIMIT = 100_000
MAX_DEPTH = 40
MAX_LAYERS = 200_000
"""Bounds on expansion, so that no document can take all memory."""


class Evaluator:
    """Evaluates graphs whose nodes come from one catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._memo = catalogue.results
        self._depth = 0
        if len(self._memo) > MEMO_LIMIT:
            self._memo.clear()

    def evaluate(
        self,
        graph: Graph,
        inputs: tuple[Shape, ...] | None,
        environment: Params = EMPTY,
        previous: Evaluation | None = None,
    ) -> Evaluation:
        """All nodes of a graph. ``inputs`` are the shapes of its input nodes, None at the root
        where these carry their own; ``previous`` is an evaluation to share with."""
        if (
            previous is not None
            and previous.inputs == inputs
            and previous.environment == environment
        ):
            if previous.graph is graph:
                return previous
            changed = _changed(previous.graph, graph)
            if changed is not None:
                return self._update(previous, graph, changed)
        return self._whole(graph, inputs, environment, previous)

    def _whole(
        self,
        graph: Graph,
        inputs: tuple[Shape, ...] | None,
        environment: Params,
        previous: Evaluation | None,
    ) -> Evaluation:
        found = Evaluation(graph, inputs, environment, {}, ZERO)
        ports = {node.name: i for i, node in enumerate(graph.of_type("input"))}
        states, nodes, incoming = found.states, graph.by_name, graph.incoming
        for name in topological_order(graph):
            node = nodes[name]
            shapes, sources = _gather(states, incoming[name])
            if node.type == "input":
                state = self._input(found, node, ports)
            else:
                state = self._state(found, node, shapes, sources, previous)
            states[name] = state
            if state.result is not None and state.result.problems:
                found.troubled[name] = state.result.problems
        found.structure = _structure_problems(graph, self.catalogue, inputs is None)
        found.training_only = _training_only(graph)
        self._finish(found)
        return found

    def _update(self, previous: Evaluation, graph: Graph, changed: list[str]) -> Evaluation:
        rank = _ranks(graph)
        found = Evaluation(
            graph,
            previous.inputs,
            previous.environment,
            previous.states.copy(),
            ZERO,
            previous.training_only,
            previous.structure,
            previous.troubled.copy(),
        )
        states, nodes = found.states, graph.by_name
        order = topological_order(graph)
        incoming, outgoing = graph.incoming, graph.outgoing
        ports = {node.name: i for i, node in enumerate(graph.of_type("input"))}
        todo = [rank[name] for name in changed if name in rank]
        heapify(todo)
        queued = set(todo)
        total = list(previous.totals)
        while todo:
            name = order[heappop(todo)]
            node, old = nodes[name], states[name]
            shapes, sources = _gather(states, incoming[name])
            if node.type == "input":
                new = self._input(found, node, ports)
            else:
                new = self._state(found, node, shapes, sources, previous)
            states[name] = new
            for sign, state in ((-1, old), (1, new)):
                for i, value in enumerate(_counted(found, name, state)):
                    total[i] += sign * value
            if new.result is not None and new.result.problems:
                found.troubled[name] = new.result.problems
            else:
                found.troubled.pop(name, None)
            old_shapes = old.result.outputs if old.result else ()
            new_shapes = new.result.outputs if new.result else ()
            if old_shapes != new_shapes or old.fields != new.fields:
                for edge in outgoing[name]:
                    if edge.target in rank and rank[edge.target] not in queued:
                        queued.add(rank[edge.target])
                        heappush(todo, rank[edge.target])
        self._finish(found, Totals(*total))
        return found

    def _finish(self, found: Evaluation, totals: Totals | None = None) -> None:
        states = found.states
        if totals is None:
            sums = [0, 0, 0, 0, 0]
            for name, state in states.items():
                if state.result is not None:
                    for i, value in enumerate(_counted(found, name, state)):
                        sums[i] += value
            totals = Totals(*sums)
        found.totals = totals
        outputs, fields = [], []
        complete = len(states) == len(found.graph.by_name)
        for node in found.graph.of_type("output"):
            state = states.get(node.name)
            if state is None or not state.inputs or state.result is None:
                complete = False
                continue
            outputs.append(state.inputs[0])
            fields.append(state.fields[0])
        found.outputs, found.fields = tuple(outputs), tuple(fields)
        found.complete = complete and all(
            s.result is not None and s.result.ok for s in states.values()
        )

    def _input(self, found: Evaluation, node: Node, ports: dict[str, int]) -> State:
        port = ports[node.name]
        fields: Fields = tuple(POINT_FIELD if i == port else None for i in range(len(ports)))
        if found.inputs is None:
            result = self._result(node, (), found.environment, None)
            return State(result, (), (fields,) if result.ok else ())
        if port >= len(found.inputs):
            return State(None, (), ())
        shape = found.inputs[port]
        return State(Result((shape,), fields=((),)), (), (fields,))

    def _state(
        self,
        found: Evaluation,
        node: Node,
        shapes: tuple[Shape, ...] | None,
        sources: list[Fields],
        previous: Evaluation | None,
    ) -> State:
        if shapes is None:
            return State(None, (), ())
        least, _ = self.catalogue.arity(node)
        if len(shapes) < least:
            return State(None, shapes, ())
        inside = None
        if previous is not None and node.body is not None:
            before = previous.states.get(node.name)
            if before is not None and before.result is not None:
                inside = before.result.inside
        result = self._result(node, shapes, found.environment, inside)
        if node.type == "output":
            return State(result, shapes, (sources[0],))
        if len(sources) == 1 and len(result.fields) == 1:
            (only,) = sources
            relative = result.fields[0][0]
            if relative is POINT_FIELD:
                return State(result, shapes, (only,))
            if len(only) == 1 and relative is not None and only[0] is not None:
                return State(result, shapes, ((compose(only[0], relative),),))
        return State(result, shapes, tuple(_through(sources, f) for f in result.fields))

    def _result(
        self,
        node: Node,
        inputs: tuple[Shape, ...],
        environment: Params,
        inside: Evaluation | None,
    ) -> Result:
        if node.body is None and not node.params.expressions:
            key = (node.type, node.params, inputs)
            known = self._memo.get(key)
            if known is None:
                known = self._memo[key] = self._compute(node, node.params, inputs, EMPTY, None)
            return cast(Result, known)
        try:
            params = resolve(node.params, environment)
        except ExpressionError as error:
            what = f"{error}"
            return _failed(what, "", "Mend the expression, or define the parameter.")
        if node.body is not None:
            return self._compute(node, params, inputs, environment, inside)
        return self._result(
            Node(name=node.name, type=node.type, params=params), inputs, EMPTY, None
        )

    def _compute(
        self,
        node: Node,
        params: Params,
        inputs: tuple[Shape, ...],
        environment: Params,
        inside: Evaluation | None,
    ) -> Result:
        try:
            block = self.catalogue.find(node.type)
            p = self.catalogue.settings(node.type, params)
            if isinstance(block, Layer):
                return _layer_result(block, p, inputs)
            expansion = self.catalogue.expand(node, p, inputs)
        except BlockError as error:
            return _failed(error.what, error.why, error.mend, error.mends)
        assert expansion is not None
        if self._depth >= MAX_DEPTH:
            return _failed(
                f"blocks nest deeper than {MAX_DEPTH}", "A block may contain itself.", ""
            )
        names = environment if node.body is not None else p
        self._depth += 1
        try:
            evaluation = self.evaluate(expansion.graph, inputs, names, inside)
        finally:
            self._depth -= 1
        problems = evaluation.problems
        if expansion.container is Container.SEQUENTIAL and not _is_chain(expansion.graph):
            problems = (
                Problem(
                    "error",
                    "",
                    "a numbered container needs its blocks in one row",
                    "nn.Sequential passes each block's output to the next and knows no branches.",
                    "Make it a module with named parts.",
                ),
                *problems,
            )
        bad = any(q.severity == "error" for q in problems)
        return Result(
            evaluation.outputs if not bad else (),
            evaluation.totals,
            evaluation.fields if not bad else (),
            p,
            problems,
            not bad,
            expansion.container,
            evaluation,
        )


def _layer_result(layer: Layer, p: Params, inputs: tuple[Shape, ...]) -> Result:
    shape = layer.output(p, inputs)
    cost = layer.cost(p, inputs, shape)
    values = 0
    if cost.makes_tensor:
        values = 1
        for side in shape:
            values *= side
    parameters = cost.parameters.value
    field = of_window(layer.window(p, inputs, shape))
    hints = layer.hints(p, inputs)
    return Result(
        (shape,) if layer.outputs else (),
        Totals(parameters, parameters, cost.macs.value, cost.extra.value, values),
        ((field,) * len(inputs),),
        p,
        tuple(Problem("hint", "", h.what, mends=h.mends) for h in hints),
    )


def _failed(what: str, why: str, mend: str, mends: tuple = ()) -> Result:  # type: ignore[type-arg]
    return Result(problems=(Problem("error", "", what, why, mend, mends),), ok=False)


def _counted(found: Evaluation, name: str, state: State) -> Totals:
    if state.result is None:
        return ZERO
    totals = state.result.totals
    if name in found.training_only:
        return Totals(totals.parameters, totals.trainable)
    return totals


def _gather(
    states: dict[str, State], incoming: tuple[tuple[str, str, int, int], ...]
) -> tuple[tuple[Shape, ...] | None, list[Fields]]:
    """Shapes and fields that come in, by port; None where one has no shape."""
    if len(incoming) == 1:
        edge = incoming[0]
        state = states.get(edge[0])
        if state is None or state.result is None or edge[3] >= len(state.result.outputs):
            return None, []
        return (state.result.outputs[edge[3]],), [state.fields[edge[3]]]
    shapes, fields = [], []
    for source, _, _, port in incoming:
        state = states.get(source)
        if state is None or state.result is None or port >= len(state.result.outputs):
            return None, []
        shapes.append(state.result.outputs[port])
        fields.append(state.fields[port])
    return tuple(shapes), fields


def _through(sources: list[Fields], relative: Fields) -> Fields:
    """Fields relative to the graph's inputs, of what sees its own inputs by ``relative``."""
    count = len(sources[0]) if sources else 0
    found: list[Field | None] = [None] * count
    for source, inner in zip(sources, relative, strict=False):
        if inner is None:
            continue
        for i, outer in enumerate(source):
            if outer is not None:
                new = compose(outer, inner)
                old = found[i]
                found[i] = new if old is None else merge(old, new)
    return tuple(found)


def _changed(old: Graph, new: Graph) -> list[str] | None:
    """Names of nodes that differ in what counts; None where the structure differs."""
    if old.edges is not new.edges and old.edges != new.edges:
        return None
    before, after = old.by_name, new.by_name
    if len(before) != len(after):
        return None
    found = []
    for name, node in after.items():
        was = before.get(name)
        if was is node:
            continue
        if was is None or was.type != node.type or node.type == "output":
            return None
        if (was.body is None) != (node.body is None):
            return None
        if node.body is not None and was.body is not None:
            ports = ("input", "output")
            if any(len(was.body.of_type(t)) != len(node.body.of_type(t)) for t in ports):
                return None
        if was.params != node.params or was.body is not node.body:
            found.append(name)
    return found


def _ranks(graph: Graph) -> dict[str, int]:
    ranks = graph.__dict__.get("_rank")
    if ranks is None:
        ranks = graph.__dict__["_rank"] = {n: i for i, n in enumerate(topological_order(graph))}
    return cast("dict[str, int]", ranks)


def _training_only(graph: Graph) -> frozenset[str]:
    outputs = graph.of_type("output")
    if not any(node.params.get("auxiliary") for node in outputs):
        return frozenset()
    needed: set[str] = set()
    todo = [node.name for node in outputs if not node.params.get("auxiliary")]
    while todo:
        name = todo.pop()
        if name not in needed:
            needed.add(name)
            todo.extend(edge.source for edge in graph.incoming[name])
    return frozenset(graph.by_name) - needed


def _is_chain(graph: Graph) -> bool:
    return all(len(edges) <= 1 for edges in graph.incoming.values()) and all(
        len(edges) <= 1 for edges in graph.outgoing.values()
    )


_WHY = {
    "cycle": "Values would have to be known before they are computed.",
    "dangling": "One end of the wire is gone.",
    "missing input": "",
    "doubled input": "An input takes one wire.",
    "duplicate name": "Names tell blocks apart, and name their weights.",
}
_MEND = {
    "cycle": "Delete one of the wires on it.",
    "dangling": "Delete the wire, or draw it anew.",
    "missing input": "Draw a wire to it from the block that should come before.",
    "doubled input": "Delete one of the wires.",
    "duplicate name": "Rename one of them.",
}


def _structure_problems(graph: Graph, catalogue: Catalogue, root: bool) -> tuple[Problem, ...]:
    found = [
        Problem("error", f.name, f.what, _WHY[f.fault], _MEND[f.fault])
        for f in check(graph, catalogue.arity)
    ]
    if root and graph.nodes:
        for type_, what in (("input", "no input"), ("output", "no output")):
            if not graph.of_type(type_):
                mend = f"Drag an {type_.capitalize()} from the palette."
                found.append(Problem("warning", "", f"the network has {what}", "", mend))
        for node in graph.nodes:
            if not graph.outgoing[node.name] and catalogue.output_count(node):
                mend = "Connect it onwards, or delete it."
                found.append(
                    Problem("warning", node.name, "nothing uses its output", "", mend)
                )
    return tuple(found)


__all__ = ["WHOLE", "Evaluator"]
