"""What random edits have found: each as the few edits that it takes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from explorer import zoo
from explorer.blocks.builder import Builder
from explorer.graph import files
from explorer.graph.definitions import unpack
from explorer.graph.edits import AddNodes, Connect, Define, Fold, MoveNodes
from explorer.graph.model import (
    BlockDefinition,
    Document,
    Edge,
    Graph,
    Node,
    ParameterDefinition,
    wired,
)
from explorer.graph.redefine import add_parameter
from tests.app.canvas.conftest import Hands
from tests.app.canvas.test_step import assert_in_step

Open = Callable[[Document], Hands]


def inner(name: str = "own") -> BlockDefinition:
    b = Builder()
    b.output(b.add("conv", "conv2d", b.input(), out_channels=4))
    return BlockDefinition(name, b.graph())


def waiting() -> Document:
    """A block of one's own to which nothing leads."""
    document = Define(definition=inner()).apply(Document())
    document = AddNodes(nodes=(Node(name="own", type="my:own"),)).apply(document)
    return Fold(path="own", open=True).apply(document)


def test_a_new_parameter_is_on_the_card_of_a_use_that_waits(hands: Open) -> None:
    h = hands(replace(waiting(), opened=()))
    face = h.view.network.blocks["own"].shown.face
    assert "depth" not in face.summary
    new = ParameterDefinition("depth", 4)
    h.session.do(add_parameter(h.session.document, "own", new))
    assert "depth 4" in h.view.network.blocks["own"].shown.face.summary


def test_what_is_selected_in_a_block_that_waits_stays_so(hands: Open) -> None:
    h = hands(waiting())
    h.session.select("own.conv")
    h.session.do(MoveNodes(scope=("own",), places=(("conv", (40.0, 0.0)),)))
    assert h.session.selection == ("own.conv",)
    h.session.undo()
    assert h.session.selection == ("own.conv",)


def test_a_wire_is_no_longer_selected_where_it_is_not_drawn(hands: Open) -> None:
    h = hands(zoo.get("resnet18"))
    h.view.select_wire(next(iter(h.view.network.wires)))
    h.session.enter(("layer1",))
    assert h.view.selected_wire is None


@pytest.mark.parametrize("edge", [Edge("conv", "x"), Edge("y", "conv2")])
def test_a_wire_into_an_input_or_out_of_an_output(hands: Open, edge: Edge) -> None:
    b = Builder()
    x = b.input("x")
    conv = b.add("conv", "conv2d", x, out_channels=4)
    b.add("conv2", "conv2d", x, out_channels=4)
    b.output(conv, "y")
    graph = b.graph()
    odd = BlockDefinition("odd", wired(graph.nodes, (*graph.edges, edge)))
    document = Define(definition=odd).apply(waiting())
    document = AddNodes(nodes=(Node(name="odd", type="my:odd"),)).apply(document)
    h = hands(document)
    h.session.do(Connect(edge=Edge("own", "odd")))
    h.session.do(Fold(path="odd", open=True))
    assert_in_step(h.view.network, h.session)
    made = unpack(h.session.document, (), "odd").edit.apply(h.session.document)
    assert {"conv", "conv2"} <= set(made.graph.names)


def test_a_block_with_neither_input_nor_output_is_drawn(hands: Open) -> None:
    empty = BlockDefinition("empty", Graph())
    h = hands(Define(definition=empty).apply(zoo.get("lenet5")))
    h.session.do(AddNodes(nodes=(Node(name="empty", type="my:empty"),)))
    assert h.view.network.blocks["empty"].shown.face.shape == ""


def test_a_wire_into_a_far_port_has_its_place_in_the_file() -> None:
    document = zoo.get("lenet5")
    document = AddNodes(nodes=(Node(name="sum", type="add"),)).apply(document)
    first = document.graph.nodes[0].name
    document = Connect(edge=Edge(first, "sum", 400)).apply(document)
    document = AddNodes(nodes=(Node(name="relu", type="relu"),)).apply(document)
    document = Connect(edge=Edge(first, "relu")).apply(document)
    assert files.decode(files.encode(document)) == document
