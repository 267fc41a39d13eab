"""Two networks side by side: which blocks are the same, changed, added, removed or wired elsewhere.

A difference is what somebody would have to do to make one network of the other. What only follows
from it, such as other shapes behind a changed convolution, is in the figures of every pair and is
no difference of its own. Places, notes, titles and what is opened say nothing about a network.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from msgspec.structs import replace

from explorer.analysis.analyze import Analysis
from explorer.analysis.matching import match
from explorer.analysis.results import ZERO, Evaluation, State, Totals
from explorer.blocks.description import BlockError, Shape
from explorer.blocks.registry import Catalogue
from explorer.graph.model import DEFINED, BlockDefinition, Document, Node
from explorer.graph.same import same_network
from explorer.graph.uses import needed
from explorer.graph.values import Params, Value

Kind = Literal["same", "changed", "moved", "added", "removed"]

KINDS: tuple[Kind, ...] = ("added", "removed", "changed", "moved", "same")

ABSENT = "–"
"""Stands for the value of a parameter that one of the two does not have."""


class Change(NamedTuple):
    """One thing that is said of a block, or of the network, on both sides."""

    what: str
    """A parameter's name; ``name`` or ``type`` for the block's own."""
    left: Value
    right: Value


class Side(NamedTuple):
    """A block in one of the networks."""

    path: str
    node: Node
    state: State | None

    @property
    def totals(self) -> Totals | None:
        """None where it has no figures yet."""
        result = self.state.result if self.state is not None else None
        return result.totals if result is not None and result.ok else None

    @property
    def output(self) -> Shape | None:
        result = self.state.result if self.state is not None else None
        return result.outputs[0] if result is not None and result.ok and result.outputs else None

    @property
    def inside(self) -> Evaluation | None:
        """What it is made of; None for a layer."""
        result = self.state.result if self.state is not None else None
        return result.inside if result is not None else None

    @property
    def owned(self) -> bool:
        """Whether its inside was drawn by somebody, and does not follow from its parameters."""
        return self.node.body is not None or self.node.type.startswith(DEFINED)


@dataclass(frozen=True, eq=False)
class Pair:
    """A block that both networks have, or one of them."""

    left: Side | None
    right: Side | None
    changes: tuple[Change, ...]
    moved: bool
    """Whether it takes its inputs from other blocks."""
    catalogues: tuple[Catalogue, Catalogue]

    @property
    def kind(self) -> Kind:
        """What became of it from the left network to the right one; what is changed may be moved
        as well, or be changed within alone."""
        if self.left is None or self.right is None:
            return "added" if self.left is None else "removed"
        if self.changes or self.changed_within:
            return "changed"
        return "moved" if self.moved else "same"

    @property
    def own(self) -> bool:
        """Whether it is a difference itself, whatever is within it."""
        return self.left is None or self.right is None or bool(self.changes) or self.moved

    @property
    def delta(self) -> Totals:
        """By how much the right one's figures are greater."""
        left = self.left.totals if self.left is not None else None
        right = self.right.totals if self.right is not None else None
        return (right or ZERO).minus(left or ZERO)

    @property
    def follows(self) -> bool:
        """Whether figures differ although nothing was done to it."""
        if self.left is None or self.right is None or self.kind != "same":
            return False
        return (self.left.totals, self.left.output) != (self.right.totals, self.right.output)

    @cached_property
    def parts(self) -> tuple[Pair, ...]:
        """What it is made of, on both sides."""
        left = self.left.inside if self.left is not None else None
        right = self.right.inside if self.right is not None else None
        if left is None and right is None:
            return ()
        return _pairs(
            left,
            right,
            self.left.path if self.left is not None else "",
            self.right.path if self.right is not None else "",
            self.catalogues,
        )

    @cached_property
    def changed_within(self) -> bool:
        """Whether there are differences inside that do not follow from its parameters and inputs."""
        return self._looks_within and any(p.own or p.changed_within for p in self.parts)

    @property
    def _looks_within(self) -> bool:
        left, right = self.left, self.right
        if left is None or right is None or left.inside is None or right.inside is None:
            return False
        if left.inside is right.inside or left.inside.graph is right.inside.graph:
            return False
        if left.owned or right.owned:
            return True
        # built in: where parameters, their values and inputs are alike, only a definition that it
        # uses can differ
        one, other = left.state, right.state
        if self.changes or one is None or other is None or one.inputs != other.inputs:
            return False
        if one.result is None or other.result is None:
            return False
        return one.result.settings == other.result.settings

    def differences(self) -> Iterator[Pair]:
        """Itself where it is one, then those within."""
        if self.own:
            yield self
        if self.changed_within:
            for part in self.parts:
                yield from part.differences()


@dataclass(frozen=True, eq=False)
class Comparison:
    """What differs from the left network to the right one."""

    left: Analysis
    right: Analysis
    parameters: tuple[Change, ...]
    """Of the whole network, and of users' blocks that neither network uses: ``parameters`` or
    ``block NAME``, with the number of blocks within."""
    pairs: tuple[Pair, ...]
    """The blocks of both, in the order in which the right network runs."""

    @cached_property
    def differences(self) -> tuple[Pair, ...]:
        """Every block to which something was done, outer ones before those within."""
        return tuple(d for pair in self.pairs for d in pair.differences())

    @property
    def counts(self) -> Counter[Kind]:
        """How many differences of each kind."""
        return Counter(pair.kind for pair in self.differences)

    @property
    def same(self) -> bool:
        """Whether both are one and the same network."""
        return not self.differences and not self.parameters

    @property
    def delta(self) -> Totals:
        return self.right.totals.minus(self.left.totals)

    def pair_of(self, path: str, on_right: bool) -> Pair | None:
        """The pair that the block at a path of one of the networks belongs to."""
        level, found = self.pairs, None
        names = path.split(".")
        for depth in range(len(names)):
            wanted = ".".join(names[: depth + 1])
            sides = ((p.right if on_right else p.left, p) for p in level)
            found = next((p for s, p in sides if s is not None and s.path == wanted), None)
            if found is None:
                return None
            if depth + 1 < len(names):
                level = found.parts
        return found


def compare(left: Analysis, right: Analysis) -> Comparison:
    """Compare two analysed networks; ``compare(b, a)`` is the mirror of ``compare(a, b)``."""
    before, after = left.document.environment, right.document.environment
    catalogues = left.catalogue, right.catalogue
    same = left.root is right.root
    return Comparison(
        left,
        right,
        (*(() if same else _changes(before, after)), *_unused(left.document, right.document)),
        _pairs(left.root, right.root, "", "", catalogues),
    )


def _unused(left: Document, right: Document) -> Iterator[Change]:
    """Users' blocks that differ, where no use shows it."""
    if left.definitions == right.definitions:
        return
    used = needed(left, left.graph) | needed(right, right.graph)
    before, after = left.definition_by_name, right.definition_by_name
    for name in sorted((before.keys() | after.keys()) - used):
        one, other = before.get(name), after.get(name)
        sizes = [ABSENT if d is None else len(d.graph.nodes) for d in (one, other)]
        if one is None or other is None or not _defines_alike(one, other):
            yield Change(f"block {name}", *sizes)


def _defines_alike(one: BlockDefinition, other: BlockDefinition) -> bool:
    """Whether two definitions make the same network, however it is laid out."""
    documents = [
        Document(graph=d.graph, parameters=tuple(replace(p, help="") for p in d.parameters))
        for d in (one, other)
    ]
    return same_network(*documents)


def _pairs(
    left: Evaluation | None,
    right: Evaluation | None,
    left_path: str,
    right_path: str,
    catalogues: tuple[Catalogue, Catalogue],
) -> tuple[Pair, ...]:
    def side(around: Evaluation | None, path: str, name: str | None) -> Side | None:
        if around is None or name is None:
            return None
        inner = f"{path}.{name}" if path else name
        return Side(inner, around.graph[name], around.states.get(name))

    if left is None or right is None:
        only = left or right
        assert only is not None
        return tuple(
            Pair(side(left, left_path, n), side(right, right_path, n), (), False, catalogues)
            for n in (*only.states, *(n for n in only.graph.names if n not in only.states))
        )
    found = []
    for m in match(left.graph, right.graph, left.states, right.states):
        a, b = side(left, left_path, m.left), side(right, right_path, m.right)
        changes = _node_changes(a.node, b.node, catalogues) if a and b else ()
        found.append(Pair(a, b, changes, m.moved, catalogues))
    return tuple(found)


def _node_changes(
    left: Node, right: Node, catalogues: tuple[Catalogue, Catalogue]
) -> tuple[Change, ...]:
    if (
        left.name == right.name
        and left.type == right.type
        and left.params == right.params
        and left.bypassed == right.bypassed
    ):
        return ()
    found = []
    if left.bypassed != right.bypassed:
        found.append(Change("bypassed", left.bypassed, right.bypassed))
    if left.name != right.name:
        found.append(Change("name", left.name, right.name))
    before, after = _settings(left, catalogues[0]), _settings(right, catalogues[1])
    if left.type != right.type:
        found.append(Change("type", left.type, right.type))
        # the parameters of another type are others; what both have may still be worth seeing
        known = before.keys() & after.keys()
    else:
        # which parameters there are may depend on one of them: its defaults say nothing new
        known = before.keys() & after.keys() | left.params.keys() | right.params.keys()
    before = Params({k: v for k, v in before.items() if k in known})
    after = Params({k: v for k, v in after.items() if k in known})
    return (*found, *_changes(before, after))


def _changes(before: Params, after: Params) -> tuple[Change, ...]:
    names = dict.fromkeys((*before, *after))
    return tuple(
        Change(name, before.get(name, ABSENT), after.get(name, ABSENT))
        for name in names
        if name not in before or name not in after or not _equal(before[name], after[name])
    )


def _equal(a: Value, b: Value) -> bool:
    return a == b and isinstance(a, bool) == isinstance(b, bool)


def _settings(node: Node, catalogue: Catalogue) -> Params:
    """Its parameters with the defaults, so that a default written out is no difference."""
    try:
        defaults = {p.name: p.default for p in catalogue.parameters(node)}
    except BlockError:
        return node.params
    if node.params.expressions:
        return Params({**defaults, **node.params})
    try:
        return catalogue.settings(node.type, node.params)
    except BlockError:
        return Params({**defaults, **node.params})
