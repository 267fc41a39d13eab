"""Only what changed moves: parameters move nothing, an insertion nothing before it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from explorer import zoo
from explorer.analysis.analyze import Analysis, analyze
from explorer.app.canvas.commands import insert
from explorer.app.canvas.picture import Painter
from explorer.app.canvas.plan import Plan
from explorer.graph.edits import Edit, SetDocumentParameters, SetParameter
from explorer.graph.model import Document, Flow, Graph, Node
from explorer.layout.model import Point


@pytest.fixture(autouse=True)
def _fonts(qtbot: QtBot) -> None:
    """Texts are measured, which needs an application."""


def places(document: Document, before: Analysis) -> dict[str, Point]:
    plan = Painter().draw(analyze(document, before), ())
    found: dict[str, Point] = {}

    def collect(plan: Plan, x: float, y: float) -> None:
        for shown in plan.blocks.values():
            at = Point(shown.at.x + x, shown.at.y + y)
            found[shown.path] = at
            if shown.inside is not None:
                collect(shown.inside, *at)

    collect(plan, 0.0, 0.0)
    return found


@pytest.mark.parametrize("flow", ["right", "down"])
@pytest.mark.parametrize("name", zoo.names())
def test_an_insertion_moves_nothing_before_it(name: str, flow: Flow) -> None:
    document = replace(zoo.get(name), flow=flow)
    analysis = analyze(document)
    before = places(document, analysis)
    edges = document.graph.edges
    for edge in edges[:: max(1, len(edges) // 6)]:
        new = Node(name="inserted", type="relu")
        after = places(insert((), new, edge).apply(document), analysis)
        for block in upstream(document.graph, edge.source):
            # the room before a fork grows a little with the height of what it leads to
            far = max(abs(a - b) for a, b in zip(after[block], before[block], strict=True))
            assert far <= (12.0 if name == "nasnet_a_mobile" else 0.0), (edge, block)


@pytest.mark.parametrize("flow", ["right", "down"])
@pytest.mark.parametrize("name", zoo.names())
def test_an_edited_number_moves_nothing(name: str, flow: Flow) -> None:
    """The numbers of blocks at the top, and those of the blocks of the first one opened."""
    document = replace(zoo.get(name), flow=flow)
    analysis = analyze(document)
    before = places(document, analysis)
    edits: list[Edit] = [
        SetParameter(name=node.name, parameter=parameter, value=value * 3 + 8)
        for node in document.graph.nodes
        for parameter, value in node.params.items()
        if isinstance(value, int) and not isinstance(value, bool)
    ]
    if not edits:
        changed = tuple(
            replace(p, default=p.default * 2) if isinstance(p.default, float | int) else p
            for p in document.parameters
        )
        edits = [SetDocumentParameters(parameters=changed)]
    for edit in edits[:6]:
        assert places(edit.apply(document), analysis) == before, edit.label


def upstream(graph: Graph, name: str) -> set[str]:
    seen, todo = {name}, [name]
    while todo:
        for edge in graph.incoming[todo.pop()]:
            if edge.source not in seen:
                seen.add(edge.source)
                todo.append(edge.source)
    return seen
