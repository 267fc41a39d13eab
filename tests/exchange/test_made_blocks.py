"""Blocks that a user made, exported: one class each, however deep they nest."""

from __future__ import annotations

import re

from explorer.analysis.analyze import analyze
from explorer.blocks.builder import Builder
from explorer.blocks.registry import catalogue_of
from explorer.graph.definitions import Arity, make_block, make_unique
from explorer.graph.edits import AddNodes, Edit
from explorer.graph.model import About, Document, Edge, Node, Scope
from explorer.graph.redefine import rename_parameter
from explorer.graph.values import Params
from tests.exchange.helpers import assert_same


def made(document: Document, names: list[str], name: str, scope: Scope = ()) -> Document:
    catalogue = catalogue_of(document)
    arity = Arity(catalogue.arity, catalogue.output_count)
    environment = document.environment
    edit: Edit = make_block(document, scope, names, name, arity, environment).edit
    return edit.apply(document)


def nested() -> Document:
    """A block within a block, both made of what was drawn; the outer one used with two widths."""
    b = Builder()
    x = b.input("image", (3, 12, 12))
    left = b.add("left", "conv2d", x, out_channels="=width", kernel_size=1)
    conv = b.add("conv", "conv2d", x, out_channels="=width * 2", padding=1)
    norm = b.add("norm", "batch_norm", conv)
    right = b.add("act", "relu", norm)
    b.output(b.add("join", "concat", left, right))
    document = b.document("net", About(), {"width": (4, "Channels.")})
    document = made(document, ["left", "conv", "norm", "act", "join"], "two_path")
    document = made(document, ["conv", "norm", "act"], "conv_block", ("my:two_path",))
    again = Node(name="again", type="my:two_path", params=Params({"width": 2}))
    return AddNodes(nodes=(again,), edges=(Edge("two_path", "again"), Edge("again", "out"))).apply(
        document
    )


def test_a_nested_block_is_one_class_with_its_parameters() -> None:
    document = nested()
    text = assert_same(document)
    classes = re.findall(r"^class (\w+)\(nn\.Module\):", text, re.MULTILINE)
    assert classes == ["ConvBlock", "TwoPath", "Net"]
    assert text.count("TwoPath(") == 3  # its class and two uses
    assert analyze(document).root.outputs == ((6, 12, 12),)


def test_a_renamed_parameter_and_a_unique_use_are_exported_so() -> None:
    document = nested()
    document = rename_parameter(document, "two_path", "width", "channels").apply(document)
    document = make_unique(document, (), "again").edit.apply(document)
    text = assert_same(document)
    assert "channels: int" in text
    assert "class TwoPath2(nn.Module):" in text or "class TwoPath_2(nn.Module):" in text


def test_a_block_with_two_outputs() -> None:
    b = Builder()
    x = b.input("image", (2, 6, 6))
    one = b.add("one", "conv2d", x, out_channels=4, padding=1)
    two = b.add("two", "conv2d", one, out_channels=4, padding=1)
    b.output(b.add("sum", "add", one, two))
    document = made(b.document("net", About()), ["one", "two"], "pair")
    text = assert_same(document)
    assert "class Pair(nn.Module):" in text


def test_a_stage_of_a_block_of_ones_own() -> None:
    document = nested()
    stage = Node(
        name="many", type="stage", params=Params({"block": "my:conv_block", "count": 3, "width": 3})
    )
    document = AddNodes(nodes=(stage,), edges=(Edge("again", "many"), Edge("many", "out"))).apply(
        document
    )
    assert "class ConvBlock(nn.Module):" in assert_same(document)
