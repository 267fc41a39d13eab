"""Modules of which something is opaque become opaque as a whole, so that one block stands for one
thing: an attention, and not the nine calls that it is made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from explorer.blocks.description import Layer, Shape
from explorer.blocks.registry import BUILT_IN, PLAIN
from explorer.exchange.imports.flat import OPAQUE, FlatNode
from explorer.graph.values import Params, Value

LARGEST = 6
"""Layers that learn; a module with more is taken apart, whatever is opaque in it."""


def collapsed(
    nodes: Sequence[FlatNode],
    owner: Mapping[str, str],
    classes: Mapping[str, str],
    outputs: Sequence[str],
    shapes: Mapping[str, Shape],
) -> tuple[list[FlatNode], dict[str, str]]:
    """The nodes with the smallest modules around opaque ones in their place; and, for the nodes whose
    values went out of such a module, the paths that now stand for theirs.

    ``owner`` is the module in whose forward each node was made, ``classes`` what modules are
    called, ``outputs`` the paths of what goes out, ``shapes`` those of inputs and nodes by path.
    """
    found = list(nodes)
    ends: dict[str, str] = {}
    owner, shapes = dict(owner), dict(shapes)
    for _ in range(len(nodes)):
        for node in found:
            if node.type == OPAQUE and (module := owner.get(node.path)):
                goes_out = [ends.get(path, path) for path in outputs]
                merged = _merged(found, owner, module, classes, goes_out, shapes)
                if merged is not None:
                    found, end = merged
                    ends = {path: module if own == end else own for path, own in ends.items()}
                    ends[end] = module
                    shape = next(n.output for n in found if n.path == module)
                    # where it gives no image, what reads it is opaque too: all of that is one thing
                    owner[module] = "" if len(shape) in (1, 3) else module.rpartition(".")[0]
                    shapes[module] = shape
                    break
                owner[node.path] = ""
        else:
            break
    return found, ends


def _merged(
    nodes: list[FlatNode],
    owner: Mapping[str, str],
    module: str,
    classes: Mapping[str, str],
    outputs: Sequence[str],
    shapes: Mapping[str, Shape],
) -> tuple[list[FlatNode], str] | None:
    """One node in the place of a module's, and whose value it gives; None where it has several ends, or is large."""
    within = f"{module}."
    inside = {
        node.path: node
        for node in nodes
        if node.path == module
        or node.path.startswith(within)
        or owner.get(node.path) == module
        or owner.get(node.path, "").startswith(within)
    }
    costs = [figures(node, shapes) for node in inside.values()]
    learning = sum(1 for parameters, _ in costs if parameters)
    ends = dict.fromkeys(
        source
        for node in nodes
        if node.path not in inside
        for source in node.sources
        if source in inside
    )
    ends |= dict.fromkeys(path for path in outputs if path in inside)
    if learning > LARGEST or len(ends) != 1 or (set(inside) == {module}):
        return None
    (end,) = ends
    sources = dict.fromkeys(s for node in inside.values() for s in node.sources if s not in inside)
    params: dict[str, Value] = {
        "label": classes.get(module, module),
        "output_shape": inside[end].output,
        "parameters": sum(parameters for parameters, _ in costs),
        "macs": sum(macs for _, macs in costs),
    }
    shape = inside[end].output
    whole = FlatNode(module, OPAQUE, Params(params), tuple(sources), shape)
    found = []
    for node in nodes:
        if node.path == end:
            found.append(whole)
        elif node.path not in inside:
            renamed = tuple(module if s == end else s for s in node.sources)
            found.append(FlatNode(node.path, node.type, node.params, renamed, node.output))
    return found, end


def figures(node: FlatNode, shapes: Mapping[str, Shape]) -> tuple[int, int]:
    """Parameters and multiply-adds of a node."""
    layer = BUILT_IN[node.type]
    assert isinstance(layer, Layer)
    inputs = tuple(shapes[source] for source in node.sources)
    cost = layer.cost(PLAIN.settings(node.type, node.params), inputs, node.output)
    return cost.parameters.value, cost.macs.value
