"""Which types a wire could lead to or come from, as far as the analysis can tell."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

from explorer.analysis.evaluate import Evaluator
from explorer.blocks.description import BlockType, Shape
from explorer.blocks.registry import Catalogue
from explorer.graph.model import Edge, Graph, Node

SLICE = 0.003
"""Seconds of trying between two events."""


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


class Foreknown(QObject):
    """Finds out what fits while a wire is being drawn, so that letting it go costs nothing: the
    catalogue remembers each answer."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._todo: Iterator[BlockType] = iter(())
        self._shape: Shape = ()
        self._evaluator: Evaluator | None = None
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._work)

    @property
    def working(self) -> bool:
        return self._idle.isActive()

    def begin(self, catalogue: Catalogue, shape: Shape) -> None:
        """Try every type with a shape, a few at a time."""
        self._evaluator, self._shape = Evaluator(catalogue), shape
        self._todo = iter([block for block in catalogue if block.inputs])
        self._idle.start()

    def _work(self) -> None:
        until = perf_counter() + SLICE
        for block in self._todo:
            assert self._evaluator is not None
            _takes(self._evaluator, block, self._shape)
            if perf_counter() > until:
                return
        self._idle.stop()


def _takes(evaluator: Evaluator, block: BlockType, shape: Shape) -> bool:
    """Whether a block works whose every input has this shape."""
    if block.name == "output":
        return True
    nodes = (Node(name="given", type="input"), Node(name="block", type=block.name))
    edges = tuple(Edge("given", "block", port) for port in range(block.inputs))
    state = evaluator.evaluate(Graph(nodes, edges), (shape,)).states.get("block")
    return state is not None and state.result is not None and state.result.ok
