"""Shapes, costs and receptive fields of a graph, memoised and incremental.

A layer's or built-in block's result depends on its type, parameters and input shapes alone, so it
is looked up by these. As documents are immutable, an edit shares all that it did not touch with
the document before: only nodes that changed, and those behind them whose inputs changed, are
evaluated again.
"""

from __future__ import annotations

from heapq import heapify, heappop, heappush
from math import prod

from explorer.analysis.field import GATE, WHOLE, Field, compose, merge, of_window
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
from explorer.analysis.structure import (
    NOT_A_CHAIN,
    changed,
    is_chain,
    ranks,
    structure_problems,
    training_only,
)
from explorer.blocks.description import (
    NOTHING,
    POINT,
    Block,
    BlockError,
    BlockType,
    Container,
    Expansion,
    Layer,
    Mend,
    Shape,
)
from explorer.blocks.layers.windows import shape_text
from explorer.blocks.registry import BUILT_IN, IDENTITY, Catalogue, DefinedBlock, Prepared
from explorer.graph.expressions import ExpressionError, resolve
from explorer.graph.model import Edge, Graph, Node
from explorer.graph.order import topological_order
from explorer.graph.values import EMPTY, Params

MAX_DEPTH = 40
MAX_LAYERS = 200_000
"""Bounds on expansion, so that no document can take all memory."""


class Evaluator:
    """Evaluates graphs whose nodes come from one catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._prepared = catalogue.prepared
        self._within: list[BlockType] = []
        """The definitions that are being expanded."""
        self._depth = 0
        self._trusted = False
        """Whether the graph comes from a built-in block, whose structure needs no check."""

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
            edited = changed(previous.graph, graph)
            if edited is not None:
                return self._update(previous, graph, edited)
        return self._whole(graph, inputs, environment, previous)

    def _whole(
        self,
        graph: Graph,
        inputs: tuple[Shape, ...] | None,
        environment: Params,
        previous: Evaluation | None,
    ) -> Evaluation:
        found = Evaluation(graph, inputs, environment, {})
        if not self._trusted:
            found.structure = structure_problems(graph, self.catalogue, inputs is None)
            found.training_only = training_only(graph)
        states, nodes, incoming = found.states, graph.by_name, graph.incoming
        parameters = trainable = macs = extra = activations = layers = 0
        for name in topological_order(graph):
            state = states[name] = self._state(found, nodes[name], incoming[name], previous, None)
            result = state.result
            if result is None:
                continue
            if result.problems:
                found.troubled[name] = result.problems
            layers += result.layers
            counted = result.totals
            if counted is not ZERO:
                parameters += counted[0]
                trainable += counted[1]
                macs += counted[2]
                extra += counted[3]
                activations += counted[4]
        totals = Totals(parameters, trainable, macs, extra, activations)
        for name in found.training_only:
            aside = states.get(name, _WAITING).result
            if aside is not None:
                _, _, *cost = aside.totals
                totals = totals.minus(Totals(0, 0, *cost))
        found.layers = layers
        self._finish(found, totals)
        return found

    def _update(self, previous: Evaluation, graph: Graph, names: list[str]) -> Evaluation:
        rank = ranks(graph)
        found = Evaluation(
            graph,
            previous.inputs,
            previous.environment,
            previous.states.copy(),
            training_only=previous.training_only,
            structure=previous.structure,
            troubled=previous.troubled.copy(),
            layers=previous.layers,
        )
        states, nodes = found.states, graph.by_name
        order, incoming, outgoing = topological_order(graph), graph.incoming, graph.outgoing
        todo = [rank[name] for name in names if name in rank]
        heapify(todo)
        queued = set(todo)
        edited = set(names)
        totals = previous.totals
        while todo:
            name = order[heappop(todo)]
            old = states[name]
            # a node that only stands behind an edited one is itself as it was
            known = None if name in edited else old
            new = states[name] = self._state(found, nodes[name], incoming[name], previous, known)
            before, after = old.result, new.result
            if before is not after:
                totals = totals.plus(_counted(found, name, after))
                totals = totals.minus(_counted(found, name, before))
                found.layers += (after.layers if after else 0) - (before.layers if before else 0)
                if after is not None and after.problems:
                    found.troubled[name] = after.problems
                else:
                    found.troubled.pop(name, None)
            if (
                old.fields == new.fields
                and before is not None
                and after is not None
                and before.outputs == after.outputs
            ):
                continue
            for edge in outgoing[name]:
                place = rank.get(edge[1])
                if place is not None and place not in queued:
                    queued.add(place)
                    heappush(todo, place)
        self._finish(found, totals)
        return found

    def _finish(self, found: Evaluation, totals: Totals) -> None:
        states = found.states
        found.totals = totals
        outputs, fields = [], []
        complete = len(states) == len(found.graph.by_name)
        for state in states.values():
            result = state.result
            if result is None or not result.ok:
                complete = False
        for node in found.graph.nodes:
            if node.type == "output":
                end = states.get(node.name)
                if end is None or not end.inputs or end.result is None:
                    complete = False
                else:
                    outputs.append(end.inputs[0])
                    fields.append(end.fields[0])
        found.outputs, found.fields = tuple(outputs), tuple(fields)
        found.complete = complete

    def _state(
        self,
        found: Evaluation,
        node: Node,
        incoming: tuple[Edge, ...],
        previous: Evaluation | None,
        known: State | None,
    ) -> State:
        """A node at its place, its sources being evaluated. ``known`` is its state with perhaps
        other inputs. This runs once for every node of every graph: it is written for speed."""
        type_ = node.type
        states = found.states
        if len(incoming) == 1 and type_ in _SINGLE and not incoming[0][2]:
            source, _, _, port = incoming[0]
            before = states.get(source)
            if before is None or before.result is None:
                return _WAITING
            shapes, fields = before.result.outputs, before.fields
            if len(shapes) != 1 or port:
                shapes, fields = shapes[port : port + 1], fields[port : port + 1]
                if not shapes:
                    return _WAITING
        elif type_ == "input":
            return self._input(found, node)
        else:
            wires = self._wires(node, incoming)
            if wires is None:
                return _WAITING
            gathered, sources = [], []
            for source, _, _, port in wires:
                before = states.get(source)
                if before is None or before.result is None or port >= len(before.result.outputs):
                    return _WAITING
                gathered.append(before.result.outputs[port])
                sources.append(before.fields[port])
            shapes, fields = tuple(gathered), tuple(sources)
        if type_ == "output" and self._depth:
            return State(_INNER_OUTPUT, shapes, fields)
        if known is not None and known.inputs == shapes and known.result is not None:
            result = known.result
        elif node.bypassed:
            result = self._bypassed(found, node, shapes, previous)
        elif node.body is None:
            prepared = self._prepared(type_, node.params)
            result = prepared.results.get(shapes) or self._compute(
                prepared, node, shapes, found.environment
            )
        else:
            result = self._group(node, shapes, found.environment, previous)
        relative = result.fields
        if relative is _POINTS or type_ == "output":
            return State(result, shapes, fields)
        if len(fields) == 1 and len(relative) == 1:
            inner, outer = relative[0][0], fields[0]
            if inner is POINT_FIELD:
                return State(result, shapes, fields)
            if len(outer) == 1 and inner is not None and outer[0] is not None:
                return State(result, shapes, ((compose(outer[0], inner),),))
        return State(result, shapes, tuple([_through(fields, f) for f in relative]))

    def _wires(self, node: Node, incoming: tuple[Edge, ...]) -> list[Edge] | None:
        """The wires that count, by port: the first into each; None where an input lacks one."""
        least, most = self.catalogue.arity(node)
        first: dict[int, Edge] = {}
        for edge in incoming:
            if most is None or edge.port < most:
                first.setdefault(edge.port, edge)
        return list(first.values()) if len(first) >= least else None

    def _input(self, found: Evaluation, node: Node) -> State:
        inputs = found.inputs
        if inputs is not None and len(inputs) == 1 and self._trusted:
            return State(Result(inputs, fields=((),), layers=0), (), (_ONE_POINT,))
        ports = [n.name for n in found.graph.nodes if n.type == "input"]
        port = ports.index(node.name)
        fields: Fields = tuple(POINT_FIELD if i == port else None for i in range(len(ports)))
        if inputs is None:
            prepared = self._prepared("input", node.params)
            result = self._compute(prepared, node, (), found.environment)
            return State(result, (), (fields,) if result.ok else ())
        if port >= len(inputs):
            return _WAITING
        return State(Result((inputs[port],), fields=((),), layers=0), (), (fields,))

    def _compute(
        self, prepared: Prepared, node: Node, inputs: tuple[Shape, ...], environment: Params
    ) -> Result:
        """The result of a layer or defined block, kept unless it depends on expressions."""
        if node.params.expressions:
            try:
                params = resolve(node.params, environment)
            except ExpressionError as error:
                return _failed(f"{error}", "", "Mend the expression, or define the parameter.")
            prepared = self._prepared(node.type, params)
            known: Result | None = prepared.results.get(inputs)
            if known is not None:
                return known
        result = self._computed(prepared, inputs)
        prepared.results[inputs] = result
        return result

    def _computed(self, prepared: Prepared, inputs: tuple[Shape, ...]) -> Result:
        block = prepared.block
        try:
            if prepared.error is not None:
                raise prepared.error.again()
            if isinstance(block, Layer):
                return _layer_result(block, prepared.settings, inputs)
            assert isinstance(block, Block)
            expansion = block.expand(prepared.settings, inputs)
        except BlockError as error:
            return _failed(error.what, error.why, error.mend, error.mends)
        around = self._trusted
        self._trusted = not isinstance(block, DefinedBlock)
        if not self._trusted:
            if block in self._within:
                return _failed(
                    f"{block.title} contains itself", "It would never end.", "Take it out."
                )
            self._within.append(block)
        try:
            return self._opened(expansion, inputs, prepared.settings, prepared.settings, None)
        finally:
            if not self._trusted:
                self._within.pop()
            self._trusted = around

    def _group(
        self,
        node: Node,
        inputs: tuple[Shape, ...],
        environment: Params,
        previous: Evaluation | None,
    ) -> Result:
        was = previous.states.get(node.name) if previous is not None else None
        inside = was.result.inside if was is not None and was.result is not None else None
        try:
            p = self.catalogue.settings(node.type, resolve(node.params, environment))
        except BlockError as error:
            return _failed(error.what, error.why, error.mend, error.mends)
        except ExpressionError as error:
            return _failed(f"{error}", "", "Mend the expression, or define the parameter.")
        assert node.body is not None
        expansion = Expansion(node.body, Container(str(p["container"])))
        return self._opened(expansion, inputs, p, environment, inside)

    def _bypassed(
        self, found: Evaluation, node: Node, inputs: tuple[Shape, ...], previous: Evaluation | None
    ) -> Result:
        """An identity in the place of a block, where what comes behind sees no difference. Of a
        block that fails on its own nothing is known that would speak against it."""
        least, most = self.catalogue.arity(node)
        if (least, most, self.catalogue.output_count(node)) != (1, 1, 1):
            why = "One with more has no one input to pass on."
            return _failed(
                "only a block with one input and one output can be bypassed", why, *_STOP
            )
        if node.body is None:
            prepared = self._prepared(node.type, node.params)
            own = self._compute(prepared, node, inputs, found.environment)
        else:
            own = self._group(node, inputs, found.environment, previous)
        if own.ok and own.outputs != inputs:
            given, made = shape_text(inputs[0]), shape_text(own.outputs[0])
            return _failed(
                f"bypassed, it passes on {given} where it gives {made}",
                "What comes behind would get another shape.",
                *_STOP,
            )
        return self._compute(self._prepared(IDENTITY, EMPTY), _PASSING, inputs, EMPTY)

    def _opened(
        self,
        expansion: Expansion,
        inputs: tuple[Shape, ...],
        p: Params,
        environment: Params,
        inside: Evaluation | None,
    ) -> Result:
        """The result of a block, from the graph that it is made of."""
        if self._depth >= MAX_DEPTH:
            return _failed(f"blocks nest deeper than {MAX_DEPTH}", "", "Take some of them out.")
        self._depth += 1
        try:
            evaluation = self.evaluate(expansion.graph, inputs, environment, inside)
        finally:
            self._depth -= 1
        if evaluation.layers > MAX_LAYERS:
            return _failed(
                f"it comes to {evaluation.layers:,} layers".replace(",", "\u2009"),
                f"More than {MAX_LAYERS:,} cannot be shown or built.".replace(",", "\u2009"),
                "Repeat its blocks less often.",
            )
        problems = evaluation.problems
        sequential = expansion.container is Container.SEQUENTIAL
        if sequential and not self._trusted and not is_chain(expansion.graph):
            problems = (NOT_A_CHAIN, *problems)
        bad = bool(problems) and any(q.severity == "error" for q in problems)
        return Result(
            evaluation.outputs if not bad else (),
            evaluation.totals,
            evaluation.fields if not bad else (),
            p,
            problems,
            not bad,
            expansion.container,
            evaluation,
            evaluation.layers,
        )


def _layer_result(layer: Layer, p: Params, inputs: tuple[Shape, ...]) -> Result:
    shape = layer.output(p, inputs)
    cost = layer.cost(p, inputs, shape)
    parameters, macs, extra = cost.parameters, cost.macs, cost.extra
    values = prod(shape) if cost.makes_tensor else 0
    count = parameters.value if parameters is not NOTHING else 0
    fixed = cost.fixed.value if cost.fixed is not NOTHING else 0
    window = layer.window(p, inputs, shape)
    if window is POINT and len(inputs) == 1:
        fields = _POINTS
    else:
        own = of_window(window)
        fields = (tuple([GATE if _is_spread(x, shape) else own for x in inputs]),)
    hints = layer.hints(p, inputs)
    return Result(
        (shape,) if layer.outputs else (),
        Totals(
            count,
            count - fixed,
            macs.value if macs is not NOTHING else 0,
            extra.value if extra is not NOTHING else 0,
            values,
        ),
        fields,
        p,
        tuple([Problem("hint", "", h.what, mends=h.mends) for h in hints]) if hints else (),
    )


def _is_spread(given: Shape, shape: Shape) -> bool:
    """Whether one value a channel is spread over the whole image."""
    return given[1:] == (1, 1) != shape[1:]


def _failed(what: str, why: str, mend: str, mends: tuple = ()) -> Result:  # type: ignore[type-arg]
    return Result(problems=(Problem("error", "", what, why, mend, mends),), ok=False)


def _counted(found: Evaluation, name: str, result: Result | None) -> Totals:
    if result is None:
        return ZERO
    totals = result.totals
    if name in found.training_only:
        return Totals(totals.parameters, totals.trainable)
    return totals


def _through(sources: tuple[Fields, ...], relative: Fields) -> Fields:
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


_SINGLE = frozenset(
    block.name for block in BUILT_IN.values() if block.inputs == 1 and not block.variadic
)
"""Types that one input is enough for."""


_STOP = ("", (Mend("Stop bypassing it", bypassed=False),))

_PASSING = Node(name="passing", type=IDENTITY)

_INNER_OUTPUT = Result(layers=0)
"""Of an output within a block, which passes its value on and has no say of its own."""


_POINTS: tuple[Fields, ...] = ((POINT_FIELD,),)
"""Fields of what looks at single values of its one input."""
_WAITING = State(None, (), ())
_ONE_POINT: Fields = (POINT_FIELD,)


__all__ = ["WHOLE", "Evaluator"]
