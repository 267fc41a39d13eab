"""What is said beside a network: a figure that others print, the figure here, and the arithmetic."""

from __future__ import annotations

from typing import Literal, NamedTuple

from explorer.analysis import explain as e
from explorer.analysis.analyze import Analysis, analyze
from explorer.analysis.explain import Explanation, explain
from explorer.blocks.builder import Builder
from explorer.blocks.description import Shape
from explorer.graph.model import About
from explorer.zoo import get

Kind = Literal["convention", "slip"]


class Note(NamedTuple):
    """One figure, twice."""

    kind: Kind
    """Whether both are right and count differently, or what is printed is a slip."""
    who: str
    """Who prints it."""
    printed: str
    true: str
    why: str
    """The difference in a sentence."""
    lines: tuple[Explanation, ...]
    """The arithmetic that shows it, worked out from the network itself."""


def line(formula: str, numbers: str, value: int) -> Explanation:
    """One line of arithmetic."""
    return Explanation("", formula, numbers, value)


def of(name: str) -> Analysis:
    """The analysis of a network of the zoo."""
    return analyze(get(name))


def of_block(type_: str, shape: Shape, **params: object) -> Analysis:
    """The analysis of one block on its own, under the name ``block``."""
    b = Builder()
    b.output(b.add("block", type_, b.input("image", shape), **params))
    return analyze(b.document(type_, About()))


def macs_at(analysis: Analysis, path: str) -> tuple[str, int]:
    """The MACs of a layer with the numbers put in, and their value."""
    row = analysis.row_at[path]
    (found,) = [x for x in explain(row, analysis) if x.figure == e.MACS]
    assert found.value is not None
    return found.numbers, found.value


def giga(value: float, digits: int = 2) -> str:
    """``30.94 G``."""
    return f"{value / 1e9:.{digits}f} G"
