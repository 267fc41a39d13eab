"""Which parameter of the document a value in source comes from.

It is found by trying: the parameter of the innermost block that somebody placed is given another
value, and what is within that block evaluated, alone. If the call in the source then has that
value, the one is the other. A parameter that is an expression of one name leads on to that name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from explorer.analysis.analyze import Analysis
from explorer.analysis.evaluate import Evaluator
from explorer.analysis.home import home
from explorer.analysis.results import Evaluation, State
from explorer.blocks.description import Layer
from explorer.exchange.source.calls import Literal, arguments, same
from explorer.exchange.source.columns import plain
from explorer.exchange.source.declared import Class, Slot
from explorer.exchange.source.places import CountAt, ValueAt
from explorer.exchange.source.tree import Body, Call, Ladder, Row, Unit
from explorer.graph.edits import Edit, SetDocumentParameter, SetParameter
from explorer.graph.model import DEFINED, GROUP, Edge, Graph, Node
from explorer.graph.values import EMPTY, Params, Value

FIRST = "first."


class Origin(NamedTuple):
    """A parameter of a block, or with an empty path of the whole document."""

    path: str
    parameter: str
    offset: int = 0
    """What the parameter is more than the value in the text."""

    def edit(self, analysis: Analysis, value: Value, gesture: int = 0) -> Edit:
        """What gives the text this value; ``gesture`` is equal for the steps of one typing."""
        if self.offset and isinstance(value, int):
            value += self.offset
        if not self.path:
            return SetDocumentParameter(name=self.parameter, value=value, gesture=gesture)
        *around, name = self.path.split(".")
        scope = home(analysis, tuple(around))
        return SetParameter(
            scope=scope, name=name, parameter=self.parameter, value=value, gesture=gesture
        )


class _Owner(NamedTuple):
    """The innermost block on a path that stands in a graph of the document."""

    path: tuple[str, ...]
    node: Node
    state: State
    rest: tuple[str, ...]
    """From it to the end of the path."""
    instance: tuple[str, ...] | None
    """The path of the user's block around it, where it stands in a definition."""


class Origins:
    """Finds the origins of the values in one source."""

    def __init__(self, analysis: Analysis, root: Body, class_of: Mapping[Body, Class]) -> None:
        self._analysis = analysis
        self._class_of = class_of
        self._places: dict[Body, list[str]] = {}
        self._known: dict[tuple[str, str], Origin | None] = {}
        self._tried: dict[object, str | None] = {}
        self._place(root, "")

    def _place(self, body: Body, path: str) -> None:
        self._places.setdefault(body, []).append(path)
        for part in body.parts:
            if isinstance(part.unit, Ladder):
                for rung, name in zip(part.unit.rungs, part.unit.paths, strict=True):
                    self._place_unit(rung, _join(path, name))
            else:
                self._place_unit(part.unit, _join(path, part.path))

    def _place_unit(self, unit: Unit, path: str) -> None:
        if isinstance(unit, Body):
            self._place(unit, path)
        elif isinstance(unit, Row):
            for child, name in zip(unit.children, unit.paths, strict=True):
                self._place_unit(child, f"{path}.{name}")

    def of(self, tag: ValueAt | CountAt) -> tuple[Origin, ...]:
        """All parameters that the value stands for, each once; none unless each place of the value
        has one."""
        found: dict[object, Origin] = {}
        for origin in self._each(tag):
            if origin is None:
                return ()
            *around, name = origin.path.split(".")
            scope = home(self._analysis, tuple(around)) if origin.path else ()
            found.setdefault((scope, name, origin.parameter), origin)
        return tuple(found.values())

    def _each(self, tag: ValueAt | CountAt) -> Iterator[Origin | None]:
        for body in tag.made.group.members:
            for place in self._places[body]:
                if isinstance(tag, CountAt):
                    yield self._count(body, place, tag)
                    continue
                for slot in tag.slots:
                    at = _find(body, slot[:-1])
                    if at is not None:
                        unit, path = at
                        yield self._value(unit, _join(place, path), str(slot[-1]))

    # -- values -----------------------------------------------------------------------------------

    def _value(self, unit: Unit, path: str, name: str) -> Origin | None:
        for leaf in self._leaves(unit, path, name):
            if leaf not in self._known:
                self._known[leaf] = self._origin(tuple(leaf[0].split(".")), leaf[1])
            found = self._known[leaf]
            if found is not None:
                return found
        return None

    def _leaves(self, unit: Unit, path: str, name: str) -> Iterator[tuple[str, str]]:
        """The torch calls in which an argument ends as it is."""
        if isinstance(unit, Call):
            yield path, name
        elif isinstance(unit, Body):
            for slot, text in self._class_of[unit].texts.items():
                at = _find(unit, slot[:-1]) if text == name else None
                if at is not None:
                    yield from self._leaves(at[0], f"{path}.{at[1]}", str(slot[-1]))

    def _origin(self, path: tuple[str, ...], name: str) -> Origin | None:
        owner = self._owner(path)
        assert owner.state.result is not None
        value = self._at(owner.node, owner.state, owner.rest, name)
        settings = owner.state.result.settings
        wanted = [name, FIRST + name]
        wanted += [key for key, other in settings.items() if same(plain(other), value)]
        for parameter in dict.fromkeys(wanted):
            if parameter in settings and self._sets(owner, parameter, name, value):
                return self._parameter(owner, parameter)
        return None

    def _parameter(self, owner: _Owner, parameter: str, offset: int = 0) -> Origin | None:
        """The parameter itself, or what its expression is about."""
        given = owner.node.params.get(parameter)
        if not (isinstance(given, str) and given.startswith("=")):
            return Origin(".".join(owner.path), parameter, offset)
        name = given[1:].strip()
        if not name.isidentifier():
            return None
        if owner.instance is None:
            known = name in self._analysis.document.environment
            return Origin("", name, offset) if known else None
        around = self._owner(owner.instance)
        if not around.rest:
            return self._parameter(around, name, offset)
        return self._origin(owner.instance, name) if not offset else None

    def _owner(self, path: tuple[str, ...]) -> _Owner:
        evaluation: Evaluation | None = self._analysis.root
        owned, instance = True, None
        found: _Owner | None = None
        for i, name in enumerate(path):
            assert evaluation is not None
            node, state = evaluation.graph[name], evaluation.states[name]
            if owned:
                found = _Owner(path[: i + 1], node, state, path[i + 1 :], instance)
            if node.type.startswith(DEFINED):
                owned, instance = True, path[: i + 1]
            else:
                owned = owned and node.type == GROUP
            evaluation = state.result.inside if state.result is not None else None
        assert found is not None
        return found

    # -- trying -----------------------------------------------------------------------------------

    def _sets(self, owner: _Owner, parameter: str, name: str, value: Literal) -> bool:
        """Whether the value changes with the parameter, to the same."""
        result = owner.state.result
        assert result is not None
        if not owner.rest and not isinstance(self._type(owner.node), Layer):
            return parameter == name
        for other in _others(value):
            params = result.settings.with_value(parameter, other)
            node = Node(name=owner.node.name, type=owner.node.type, params=params)
            state = self._evaluated(node, owner.state)
            if state is not None:
                return same(self._at(node, state, owner.rest, name), other)
        return False

    def _evaluated(self, node: Node, state: State) -> State | None:
        """A node with the inputs of another; None where it does not take them."""
        ports = tuple(Node(name=f"{node.name}-{i}", type="input") for i in range(len(state.inputs)))
        edges = tuple(Edge(port.name, node.name, i) for i, port in enumerate(ports))
        graph = Graph((*ports, node), edges)
        found = Evaluator(self._analysis.catalogue).evaluate(graph, state.inputs, EMPTY)
        result = found.states[node.name].result
        return found.states[node.name] if result is not None and result.ok else None

    def _type(self, node: Node) -> object:
        return self._analysis.catalogue.acting(node)

    def _at(self, node: Node, state: State, rest: tuple[str, ...], name: str) -> Literal:
        """An argument of the layer, or a setting of the block, at the end of a path."""
        for inner in rest:
            inside = state.result.inside if state.result is not None else None
            if inside is None or inner not in inside.states:
                return None
            node, state = inside.graph[inner], inside.states[inner]
        block = self._analysis.catalogue.acting(node)
        settings = state.result.settings if state.result is not None else Params()
        if isinstance(block, Layer):
            return arguments(block.operation(settings, state.inputs)).get(name)
        return plain(settings.get(name))

    # -- loops ------------------------------------------------------------------------------------

    def _count(self, body: Body, place: str, tag: CountAt) -> Origin | None:
        """The ``count`` of the stage whose blocks a loop makes."""
        at = _find(body, tag.at)
        if at is None or not isinstance(at[0], Row):
            return None
        row, path = at[0], at[1]
        names = row.paths[tag.start : tag.start + tag.length]
        around = {tuple(_join(place, f"{path}.{name}").split("."))[:-1] for name in names}
        if len(around) > 1:
            return None
        owner = self._owner(around.pop())
        result = owner.state.result
        if owner.node.type != "stage" or owner.rest or result is None:
            return None
        count = result.settings["count"]
        assert isinstance(count, int)
        return self._parameter(owner, "count", count - tag.length)


def _others(value: Literal) -> list[Value]:
    """Values like one, to try."""
    if isinstance(value, bool):
        return [not value]
    if isinstance(value, int):
        return [2 * value, 3 * value, value + 1, value + 2] if value else [1, 2]
    if isinstance(value, float):
        return [value / 2 or 0.5]
    if isinstance(value, tuple) and all(type(v) is int for v in value):
        return [tuple(2 * v + 1 for v in value), tuple(v + 1 for v in value)]
    return []


def _find(body: Body, at: Slot) -> tuple[Unit, str] | None:
    """The unit at a place in a body, and its path from there; None where the body has another,
    as an identity in place of an optional part."""
    part = body.parts[int(at[0])]
    unit, path = part.unit, part.path
    if isinstance(unit, Ladder):
        return (unit.rungs[0], unit.paths[0]) if at[1:] == (0,) else None
    for place in map(int, at[1:]):
        if not isinstance(unit, Row):
            return None
        path = f"{path}.{unit.paths[place]}"
        unit = unit.children[place]
    return unit, path


def _join(before: str, after: str) -> str:
    return f"{before}.{after}" if before else after
