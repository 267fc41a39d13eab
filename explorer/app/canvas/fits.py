"""Which types a wire could lead to or come from, as far as the analysis can tell."""

from __future__ import annotations

from explorer.analysis.evaluate import Evaluator
from explorer.blocks.description import BlockType, Shape
from explorer.blocks.registry import Catalogue
from explorer.graph.model import Edge, Graph, Node


def fitting(catalogue: Catalogue, from_output: bool, shape: Shape | None) -> list[BlockType]:
    """The types for the other end of a wire that begins at an output (or at an input); where the
    output's ``shape`` is known, those that take it as they are first placed."""
    if not from_output:
        return [block for block in catalogue if block.outputs]
    found = [block for block in catalogue if block.inputs]
    if shape is None:
        return found
    evaluator = Evaluator(catalogue)
    return [block for block in found if _takes(evaluator, block, shape)]


def _takes(evaluator: Evaluator, block: BlockType, shape: Shape) -> bool:
    """Whether a block works whose every input has this shape."""
    if block.name == "output":
        return True
    nodes = (Node(name="given", type="input"), Node(name="block", type=block.name))
    edges = tuple(Edge("given", "block", port) for port in range(block.inputs))
    state = evaluator.evaluate(Graph(nodes, edges), (shape,)).states.get("block")
    return state is not None and state.result is not None and state.result.ok
