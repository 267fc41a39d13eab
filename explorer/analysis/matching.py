"""Which blocks of two graphs are the same one, and which of them are wired elsewhere.

Blocks of one name and type belong together. The others are aligned along the order in which they
run, between those that are known: a block under another name, or another type under its name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from explorer.analysis.alignment import align, rising
from explorer.analysis.results import State
from explorer.graph.model import Graph, Node
from explorer.graph.order import topological_order

SAME_TYPE, SAME_PARAMETERS, SAME_SHAPE, SAME_NAME = 3.0, 3.0, 1.0, 2.0
"""What speaks for two blocks being one; of different types they are that only under one name."""

Source = tuple[str, int]
"""A block by its name in the right graph, and its output port."""


class Placed(NamedTuple):
    """A node and what is known of it where it stands."""

    node: Node
    state: State | None

    @property
    def key(self) -> tuple[str, str, str]:
        """What makes it one of a kind, as text that can be sorted."""
        outputs = self.state.result.outputs if self.state and self.state.result else ()
        return self.node.type, repr(sorted(self.node.params.items())), repr(outputs)


class Matched(NamedTuple):
    """Names of a pair in both graphs; None where there is none."""

    left: str | None
    right: str | None
    moved: bool = False
    """Whether it takes its inputs from elsewhere, not only from what was put in or taken out
    before it."""


def match(
    left: Graph,
    right: Graph,
    left_states: Mapping[str, State],
    right_states: Mapping[str, State],
) -> tuple[Matched, ...]:
    """All blocks of both graphs, in the order in which they run. Which side is which makes no
    difference to what belongs together."""
    orders = _order(left), _order(right)
    if _rank(left, orders[0]) <= _rank(right, orders[1]):
        pairs = _pairs(left, right, orders, (left_states, right_states))
        moved = _moved(left, right, pairs, orders)
    else:
        # the other way round, so that ties are broken alike
        turned = orders[1], orders[0]
        swapped = _pairs(right, left, turned, (right_states, left_states))
        moved = {swapped[name] for name in _moved(right, left, swapped, turned)}
        pairs = {b: a for a, b in swapped.items()}
    return tuple(_listed(orders, pairs, moved))


def _order(graph: Graph) -> tuple[str, ...]:
    """Names in the order in which they run, what has no order last."""
    ordered = topological_order(graph)
    known = set(ordered)
    return (*ordered, *(name for name in graph.names if name not in known))


def _rank(graph: Graph, order: tuple[str, ...]) -> list[tuple[str, str, str]]:
    return [(n, graph[n].type, repr(sorted(graph[n].params.items()))) for n in order]


Orders = tuple[tuple[str, ...], tuple[str, ...]]
States = tuple[Mapping[str, State], Mapping[str, State]]


def _pairs(left: Graph, right: Graph, orders: Orders, states: States) -> dict[str, str]:
    pairs = {n: n for n in orders[0] if n in right and right[n].type == left[n].type}
    place = {name: i for i, name in enumerate(orders[1])}
    common = [name for name in orders[0] if name in pairs]
    steady = rising([place[pairs[name]] for name in common])
    anchors = [common[i] for i in sorted(steady)]
    taken = set(pairs.values())
    gaps = (
        _gaps(orders[0], anchors, pairs.keys()),
        _gaps(orders[1], [pairs[a] for a in anchors], taken),
    )
    for ours, theirs in zip(*gaps, strict=True):
        if ours and theirs:
            a = [Placed(left[n], states[0].get(n)) for n in ours]
            b = [Placed(right[n], states[1].get(n)) for n in theirs]
            for i, j in align(a, b, _score, lambda x: x.key):
                pairs[ours[i]] = theirs[j]
    # what stands elsewhere altogether, but under its name
    taken = set(pairs.values())
    for name in orders[0]:
        if name not in pairs and name in right and name not in taken:
            pairs[name] = name
    return pairs


def _gaps(order: Iterable[str], anchors: list[str], known: Iterable[str]) -> list[list[str]]:
    """What is not known yet, parted by the anchors."""
    found: list[list[str]] = [[]]
    stops, known = set(anchors), set(known)
    for name in order:
        if name in stops:
            found.append([])
        elif name not in known:
            found[-1].append(name)
    return found


def _score(a: Placed, b: Placed) -> float:
    if a.node.type != b.node.type:
        return SAME_NAME if a.node.name == b.node.name else 0.0
    _, params, outputs = a.key
    _, other_params, other_outputs = b.key
    return (
        SAME_TYPE
        + SAME_PARAMETERS * (params == other_params)
        + SAME_SHAPE * (outputs == other_outputs)
        + SAME_NAME * (a.node.name == b.node.name)
    )


# -- wires ------------------------------------------------------------------------------------------


def _moved(left: Graph, right: Graph, pairs: dict[str, str], orders: Orders) -> set[str]:
    """Names in the left graph of those that take their inputs from elsewhere.

    What came out of line first, and is wired elsewhere, is passed through when the others are
    judged: that one block has moved does not move those around its old and its new place.
    """
    place = {name: i for i, name in enumerate(orders[1])}
    common = [name for name in orders[0] if name in pairs]
    steady = rising([place[pairs[name]] for name in common])
    names = {a: a for a in pairs}
    back = {b: a for a, b in pairs.items()}
    ours, theirs = _Wires(left, names), _Wires(right, back)
    movers = {
        name
        for i, name in enumerate(common)
        if i not in steady and not _agree(ours, theirs, name, pairs[name])
    }
    ours, theirs = _Wires(left, names, movers), _Wires(right, back, movers)
    return movers | {
        name
        for name in common
        if name not in movers and not _agree(ours, theirs, name, pairs[name])
    }


class _Wires:
    """Where blocks take their inputs from, by the names of the left graph."""

    def __init__(self, graph: Graph, names: Mapping[str, str], movers: set[str] | None = None):
        self._graph = graph
        self._names = {n: a for n, a in names.items() if a not in (movers or ())}
        self._known: dict[str, frozenset[Source]] = {}

    def direct(self, name: str) -> list[Source]:
        """Sources that have a partner, in the order of the ports."""
        return [
            (self._names[e.source], e.source_port)
            for e in self._graph.incoming[name]
            if e.source in self._names
        ]

    def through(self, name: str) -> frozenset[Source]:
        """The nearest sources with a partner behind those that have none."""
        known = self._known.get(name)
        if known is None:
            # a cycle finds nothing the second time
            self._known[name] = frozenset()
            found: set[Source] = set()
            for edge in self._graph.incoming[name]:
                if edge.source not in self._names:
                    found |= self.through(edge.source) | set(self.direct(edge.source))
            known = self._known[name] = frozenset(found)
        return known


def _agree(ours: _Wires, theirs: _Wires, name: str, partner: str) -> bool:
    left, right = ours.direct(name), theirs.direct(partner)
    if left == right:
        return True
    lost, won = _rest(left, right)
    return set(lost) <= theirs.through(partner) and set(won) <= ours.through(name)


def _rest(left: list[Source], right: list[Source]) -> tuple[list[Source], list[Source]]:
    """What is not common to both, in one order."""
    common = align(left, right, lambda a, b: float(a == b), lambda x: x)
    kept = {i for i, _ in common}, {j for _, j in common}
    return (
        [x for i, x in enumerate(left) if i not in kept[0]],
        [x for j, x in enumerate(right) if j not in kept[1]],
    )


# -- in a row -----------------------------------------------------------------------------------------


def _listed(orders: Orders, pairs: dict[str, str], moved: set[str]) -> Iterable[Matched]:
    """Pairs in the order of the right graph; what is only in the left one where it stood."""
    back = {b: a for a, b in pairs.items()}
    place = {name: i for i, name in enumerate(orders[1])}
    common = [name for name in orders[0] if name in pairs]
    steady = rising([place[pairs[name]] for name in common])
    anchors = [common[i] for i in sorted(steady)]
    gone = iter(_gaps(orders[0], anchors, pairs.keys()))
    stops = {pairs[a] for a in anchors}
    yield from (Matched(name, None) for name in next(gone))
    for name in orders[1]:
        partner = back.get(name)
        yield Matched(partner, name, partner in moved)
        if name in stops:
            yield from (Matched(lost, None) for lost in next(gone))
