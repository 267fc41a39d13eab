"""The volumes of a network: what its figure consists of, from its analysis.

A block stands for its output while it is closed. It is unfolded where it was opened, and where it is
no more than a short chain whose parts say more than it does: a convolution with its norm and
activation, a stage of a few blocks, the stages of VGG.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

from explorer.analysis.analyze import Analysis
from explorer.analysis.results import Evaluation, Result, State
from explorer.blocks.description import BlockError, Container, Role
from explorer.blocks.registry import Catalogue
from explorer.graph.model import Edge, Graph, Node, Scope
from explorer.layout.cuboids import Group, Volume, VolumePlan
from explorer.layout.volumes import place

REPEATS = 8
"""A stage of more blocks than this stays closed until it is opened."""
PARTS = 4
"""A block of so few layers is unfolded, such as a convolution with its norm and activation."""

_KEEPERS = (Role.NORM, Role.ACTIVATION, Role.SHAPE)


def volumes(
    analysis: Analysis, scope: Scope = (), opened: Collection[str] | None = None
) -> VolumePlan:
    """The figure of the graph that a scope means. ``opened`` are the paths of the blocks that are
    unfolded, those of the document where None."""
    evaluation = analysis.at(scope)
    if evaluation is None:
        return VolumePlan()
    paths = analysis.document.opened if opened is None else opened
    collector = _Collector(analysis.catalogue, frozenset(paths))
    collector.graph(evaluation, ".".join((*scope, "")), ())
    return place(collector.volumes, list(dict.fromkeys(collector.links)), collector.groups)


class _Collector:
    """Walks a network in the order in which it runs."""

    def __init__(self, catalogue: Catalogue, opened: frozenset[str]) -> None:
        self._catalogue = catalogue
        self._opened = opened
        self.volumes: list[Volume] = []
        self.links: list[tuple[int, int]] = []
        self.groups: list[Group] = []

    def graph(
        self,
        evaluation: Evaluation,
        prefix: str,
        sources: tuple[int | None, ...],
        inner: bool = False,
    ) -> tuple[int | None, ...]:
        """Add a graph's volumes; ``sources`` make its inputs. Gives who makes its outputs."""
        graph = evaluation.graph
        makers: dict[tuple[str, int], int | None] = {}
        if inner:
            for port, node in enumerate(graph.of_type("input")):
                makers[node.name, 0] = sources[port] if port < len(sources) else None
        ordered = evaluation.states.keys()
        loops: list[tuple[Edge, int]] = []
        for name in (*ordered, *(n for n in graph.names if n not in ordered)):
            node, state = graph[name], evaluation.states.get(name)
            if node.type == "output" or (node.type == "input" and inner):
                continue
            before = []
            for edge in graph.incoming[name]:
                maker = makers.get((edge.source, edge.source_port))
                if maker is None and (edge.source, 0) not in makers:
                    loops.append((edge, len(self.volumes)))
                before.append(maker)
            for port, maker in enumerate(self._node(node, state, prefix, tuple(before))):
                makers[name, port] = maker
        # a network that is being drawn may have rings, which run in no order
        for edge, target in loops:
            maker = makers.get((edge.source, edge.source_port))
            if maker is not None and target < len(self.volumes) and maker != target:
                self.links.append((maker, target))
        return tuple(self._output(graph, node, makers) for node in graph.of_type("output"))

    @staticmethod
    def _output(graph: Graph, node: Node, makers: dict[tuple[str, int], int | None]) -> int | None:
        edges = graph.incoming[node.name]
        return makers.get((edges[0].source, edges[0].source_port)) if edges else None

    def _node(
        self, node: Node, state: State | None, prefix: str, before: tuple[int | None, ...]
    ) -> tuple[int | None, ...]:
        result = state.result if state is not None else None
        path = prefix + node.name
        if node.type == "identity" and before and before[0] is not None:
            # a shortcut: what it is drawn with is the arc around the other branch
            return before[:1]
        inside = result.inside if result is not None else None
        if inside is not None and result is not None and self._unfolds(path, node, result, inside):
            first = len(self.volumes)
            outputs = self.graph(inside, path + ".", before, inner=True)
            members = tuple(range(first, len(self.volumes)))
            self.groups.append(Group(path, node.name, _badge(node, result), members))
            return outputs
        number = len(self.volumes)
        self.volumes.append(self._volume(path, node, state))
        self.links += [(maker, number) for maker in before if maker is not None]
        return (number,) * max(1, len(result.outputs) if result is not None else 1)

    def _unfolds(self, path: str, node: Node, result: Result, inside: Evaluation) -> bool:
        if path in self._opened:
            return True
        if _keeps(inside) or not _is_chain(inside.graph):
            return False
        if node.type == "stage" and len(inside.graph.nodes) - 2 > REPEATS:
            return False
        return (
            result.container is not Container.MODULE
            or node.body is not None
            or result.layers <= PARTS
        )

    def _volume(self, path: str, node: Node, state: State | None) -> Volume:
        result = state.result if state is not None else None
        try:
            block = self._catalogue.find(node.type)
        except BlockError:
            return Volume(path, node.name, Role.COMPOSITE, None, None)
        role, inside = block.role, result.inside if result is not None else None
        if result is None or not result.ok or state is None:
            return Volume(path, node.name, role, None, None, opens=inside is not None)
        first = state.inputs[0] if state.inputs else None
        shape = result.outputs[0] if result.outputs else first
        keeps = inside is not None and _keeps(inside)
        if keeps and inside is not None:
            role = _role(self._catalogue, inside)
        thin = first is not None and (
            (role in _KEEPERS and (shape == first or node.type == "flatten")) or keeps
        )
        if role is Role.SHAPE and first is not None and shape is not None and not thin:
            thin = len(state.inputs) == 1 and len(shape) != len(first)
        settings = result.settings
        kernel = settings.get("kernel_size") if inside is None else None
        window = None
        if isinstance(kernel, tuple | list) and len(kernel) == 2 and not thin:
            window = (int(kernel[0]), int(kernel[1]))
        elif isinstance(kernel, int) and not thin:
            window = (kernel, kernel)
        try:
            note = block.summary(settings) if settings and not thin and state.inputs else ""
        except (BlockError, KeyError):
            note = ""
        return Volume(
            path,
            node.name,
            role,
            shape,
            first if thin else shape,
            thin,
            window,
            note.partition(" →")[0].removeprefix("→ ") if node.type != "linear" else "",
            _badge(node, result),
            inside is not None,
            role is Role.LINEAR and len(shape or ()) == 1 and inside is None,
        )


def _badge(node: Node, result: Result) -> str:
    count = result.settings.get("count") if node.type == "stage" else None
    return f"×{count}" if count and count != 1 else ""


@lru_cache(maxsize=4096)
def _is_chain(graph: Graph) -> bool:
    """Whether everything lies on one line from the input to the output."""
    return all(
        len(graph.incoming[n.name]) == (n.type != "input")
        and len(graph.outgoing[n.name]) == (n.type != "output")
        for n in graph.nodes
    )


def _keeps(inside: Evaluation) -> bool:
    """Whether a block is nothing but layers that keep the shape, such as a scaled tanh."""
    parts = [(s, inside.graph[n]) for n, s in inside.states.items()]
    for state, node in parts:
        if node.type in ("input", "output"):
            continue
        result = state.result
        if result is None or not result.outputs or not state.inputs:
            return False
        if result.outputs[0] != state.inputs[0] or result.totals.macs or result.inside is not None:
            return False
    return _is_chain(inside.graph)


def _role(catalogue: Catalogue, inside: Evaluation) -> Role:
    """What such a block does: the most telling of its parts' roles."""
    roles = {catalogue.find(inside.graph[n].type).role for n in inside.states}
    return next((r for r in (Role.ACTIVATION, Role.NORM) if r in roles), Role.SHAPE)
