"""Repairs: each kind of problem has some, they do what they say, and their price is exact."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from explorer import zoo
from explorer.analysis.analyze import BYTES, Analysis, analyze
from explorer.analysis.field_hints import field_hints
from explorer.analysis.repairs import Repair, repairs
from explorer.analysis.results import Problem
from explorer.blocks.builder import Builder, chain
from explorer.graph.edits import Edit, EditError, SetParameter
from explorer.graph.history import History
from explorer.graph.model import About, BlockDefinition, Document, Edge, Graph, Node
from explorer.graph.values import Params
from tests.strategies import documents, random_edit


def row(*layers: tuple[str, str, dict[str, Any]], shape: tuple[int, ...] = (3, 32, 32)) -> Document:
    b = Builder()
    x = b.input("image", shape)
    for name, type_, params in layers:
        x = b.add(name, type_, x, **params)
    b.output(x)
    return b.document("row", About())


def two(
    type_: str, left: dict[str, Any], right: dict[str, Any], shape: Any = (8, 28, 28)
) -> Document:
    b = Builder()
    x = b.input("image", shape)
    first = b.add("left", "conv2d", x, **left)
    second = b.add("right", "conv2d", x, **right)
    b.output(b.add("join", type_, first, second))
    return b.document("two", About())


def graph(nodes: str, *edges: Edge) -> Document:
    """Nodes as ``name:type``, parted by blanks."""
    made = tuple(
        Node(name=n, type=t) for n, _, t in (part.partition(":") for part in nodes.split())
    )
    return Document(graph=Graph(made, edges))


def shortcut() -> Document:
    b = Builder()
    x = b.input("image", (64, 56, 56))
    conv = b.add("conv", "conv2d", x, out_channels=128, stride=2, padding=1, bias=False)
    b.output(b.add("add", "add", conv, x))
    return b.document("shortcut", About())


def with_vector() -> Document:
    b = Builder()
    x = b.input("image", (3, 8, 8))
    conv = b.add("conv", "conv2d", x, out_channels=4, padding=1)
    flat = b.add("flatten", "flatten", conv)
    b.output(b.add("again", "conv2d", flat, out_channels=4))
    return b.document("vector", About())


def own_block() -> Document:
    inner = chain(("conv", "conv2d", {"out_channels": 6, "groups": 4}))
    made = Document(graph=graph("image:input mine:my:inner out:output", Edge("image", "mine"),
                                Edge("mine", "out")).graph,
                    definitions=(BlockDefinition("inner", inner),))  # fmt: skip
    return SetParameter(name="image", parameter="shape", value=(4, 8, 8)).apply(made)


def vgg(size: int) -> Document:
    document = zoo.get("vgg11")
    (image,) = document.graph.of_type("input")
    edit = SetParameter(name=image.name, parameter="shape", value=(3, size, size))
    return edit.apply(document)


IN, OUT = Edge("image", "a"), Edge("b", "out")
DOUBLED = row(("conv", "conv2d", {}), ("relu", "relu", {})).graph
KINDS: dict[str, tuple[Document, str, str]] = {
    # the document, the path of the problem, a word of what is expected among the repairs
    "add": (shortcut(), "add", "1×1 projection with stride 2"),
    "add, channels": (two("add", {"out_channels": 8}, {"out_channels": 12}), "join", "12 out_ch"),
    "multiply": (two("multiply", {"kernel_size": 3}, {"kernel_size": 5}), "join", "Padding"),
    "concat": (two("concat", {"stride": 2}, {"kernel_size": 5}), "join", "pooling"),
    "linear": (row(("fc", "linear", {})), "fc", "Flatten before fc"),
    "rbf": (row(("rbf", "radial_basis", {})), "rbf", "Flatten before"),
    "rbf codes": (row(("f", "flatten", {}), ("fc", "linear", {}),
        ("rbf", "radial_basis", {"codes": "digits"})), "rbf", "84 out_features in fc"),
    "image wanted": (with_vector(), "again", "Take the image from conv"),
    "window": (row(("conv", "conv2d", {"kernel_size": 40})), "conv", "An image of 3×40×40"),
    "window of a pool": (row(("p", "max_pool2d", {"kernel_size": 40})), "p", "Kernel 32"),
    "padding of a pool": (row(("p", "max_pool2d", {"padding": 2})), "p", "Padding 1"),
    "same and stride": (row(("c", "conv2d", {"padding": "same", "stride": 2})), "c", "Stride 1"),
    "transposed": (row(("up", "conv_transpose2d", {"padding": 40})), "up", "Padding"),
    "output padding": (row(("up", "conv_transpose2d", {"output_padding": 3})), "up", "Output"),
    "cut": (row(("cut", "zero_pad2d", {"padding": (-20, -20, 0, 0)})), "cut", "Cut nothing"),
    "groups": (row(("c", "conv2d", {"groups": 2})), "c", "One group"),
    "groups of out": (row(("c", "conv2d", {"groups": 3, "out_channels": 8})), "c", "9 out_ch"),
    "split": (row(("s", "channel_split", {})), "s", "3 parts"),
    "split part": (row(("c", "conv2d", {}), ("s", "channel_split", {"part": 2})), "s", "Part 1"),
    "shuffle": (row(("s", "channel_shuffle", {})), "s", "3 groups"),
    "shuffle unit": (row(("s", "shuffle_unit", {"out_channels": 7, "stride": 2})), "s", "8"),
    "pick": (row(("p", "pick_channels", {"channels": (0, 5)})), "p", "Leave it out"),
    "factorized": (row(("f", "factorized_conv", {"kernel_size": 4})), "f", "kernel_size to"),
    "width": (row(("b", "residual_bottleneck", {"channels": 1, "width_per_group": 1})), "b", "Set"),
    "option A": (row(("c", "conv2d", {}), ("b", "residual_basic",
        {"out_channels": 8, "shortcut": "A"})), "b", "Option B"),
    "value": (row(("c", "conv2d", {"out_channels": -3})), "c", "out_channels 1"),
    "word": (row(("p", "global_pool2d", {"mode": "mx"})), "p", "mode max"),
    "unknown parameter": (row(("c", "conv2d", {"kernel_sise": 5})), "c", "Call it kernel_size"),
    "expression": (row(("c", "conv2d", {"out_channels": "=widht"})), "c", "A parameter widht"),
    "stage": (row(("s", "stage", {"block": "residual_basik"})), "s", "Repeat residual_basic"),
    "type": (graph("image:input a:Conv2d out:output", IN, Edge("a", "out")), "a", "Convolution"),
    "missing": (graph("image:input a:relu b:relu out:output", IN, OUT), "b", "Connect a to b"),
    "missing two": (graph("image:input a:add out:output", Edge("a", "out")), "a", "Connect image"),
    "unused": (graph("image:input a:relu b:relu out:output", IN, Edge("a", "b"),
        Edge("a", "out")), "b", "Add an Output"),
    "no input": (graph("a:relu out:output", Edge("a", "out")), "", "Add an Input before a"),
    "no output": (graph("image:input a:relu", IN), "", "Add an Output behind a"),
    "cycle": (graph("image:input a:add b:relu out:output", IN, Edge("a", "b"), OUT,
        Edge("b", "a", 1)), "a", "Delete the wire from b to a"),
    "two wires": (graph("image:input a:relu b:relu out:output", IN, Edge("image", "b"),
        Edge("a", "b"), OUT), "b", "Join them by Add"),
    "loose": (graph("image:input a:relu out:output", IN, Edge("a", "out"), Edge("x", "a", 1)),
        "x", "Delete the wire"),
    "no such port": (graph("image:input a:relu out:output", IN, Edge("a", "out"),
        Edge("image", "a", 4)), "a", "Delete the wire"),
    "name twice": (Document(graph=Graph((*DOUBLED.nodes, DOUBLED.nodes[1]), DOUBLED.edges)),
        "conv", "Rename the second"),
    "training": (row(("training", "relu", {})), "training", "Rename it"),
    "chain": (Document(graph=Graph((Node(name="image", type="input"), Node(
        name="g", type="group", params=Params({"container": "sequential"}),
        body=shortcut().graph), Node(name="out", type="output")),
        (Edge("image", "g"), Edge("g", "out")))), "g", "A module"),
    "own block": (own_block(), "mine.conv", "2 groups"),
    "within a built-in": (vgg(20), "features.block5.pool", "An image of 3×32×32"),
    "rounding": (row(("c", "conv2d", {"stride": 2}), shape=(3, 56, 56)), "c", "Pad to 57"),
    "rounding of a pool": (row(("p", "max_pool2d", {}), shape=(3, 9, 9)), "p", "Round up"),
}  # fmt: skip


def found(document: Document, path: str) -> tuple[Analysis, Problem]:
    analysis = analyze(document)
    return analysis, next(p for p in analysis.problems if p.path == path)


def from_scratch(document: Document) -> Analysis:
    analysis = analyze(document)
    analysis.catalogue.forget()
    return analyze(document)


def leaves_of(analysis: Analysis) -> dict[str, tuple[int, int, int]]:
    """Parameters, MACs and values of every layer, with figures or without, by path. What feeds
    auxiliary outputs alone costs nothing."""
    figures = {}
    for found in analysis.rows:
        totals = found.totals
        if totals is not None and not found.is_block:
            cost = (0, 0) if found.training_only else (totals.macs, totals.activations)
            figures[found.path] = (totals.parameters, *cost)
    return figures


def waiting(analysis: Analysis) -> set[str]:
    return {row.path for row in analysis.rows if row.result is None}


def difference(before: Analysis, after: Analysis) -> tuple[int, ...]:
    """What the price must be, layer by layer: all but the blocks that waited before."""
    old, new, waited = leaves_of(before), leaves_of(after), waiting(before)

    def sum_of(figures: dict[str, tuple[int, int, int]]) -> tuple[int, ...]:
        kept = [
            v for path, v in figures.items()
            if not any(path == w or path.startswith(w + ".") for w in waited)
        ]  # fmt: skip
        return tuple(map(sum, zip(*kept, strict=True))) if kept else (0, 0, 0)

    return tuple(a - b for a, b in zip(sum_of(new), sum_of(old), strict=True))


def is_exact(document: Document, repair: Repair) -> bool:
    before, after = from_scratch(document), from_scratch(repair.edit.apply(document))
    parameters, macs, values = difference(before, after)
    price = repair.price
    assert price.network == after.totals
    assert [(p.path, p.what) for p in price.leaves] == [(p.path, p.what) for p in after.problems]
    return (price.parameters, price.macs, price.memory) == (parameters, macs, values * BYTES)


def still(problem: Problem, analysis: Analysis) -> bool:
    return any((p.path, p.what) == (problem.path, problem.what) for p in analysis.problems)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_problem_has_repairs_that_do_what_they_say(kind: str) -> None:
    document, path, word = KINDS[kind]
    analysis, problem = found(document, path)
    offered = repairs(analysis, problem, most=12)
    assert any(word in r.text for r in offered), [r.text for r in offered]
    assert len({r.text for r in offered}) == len(offered)
    for repair in offered:
        history = History(document)
        history.apply(repair.edit)
        after = from_scratch(history.document)
        opens_the_way = repair.text.endswith("editable")
        assert still(problem, after) == opens_the_way
        assert is_exact(document, repair)
        history.undo()
        assert history.document == document
        assert history.undo_label is None


def test_the_price_of_a_projection_is_that_of_the_paper() -> None:
    analysis, problem = found(shortcut(), "add")
    offered = {r.text: r.price for r in repairs(analysis, problem)}
    price = offered["1×1 projection with stride 2 behind image"]
    assert (price.parameters, price.macs) == (64 * 128, 64 * 128 * 28 * 28)
    assert price.leaves == ()


def test_ranked_by_what_is_left_and_then_by_the_least_change() -> None:
    analysis, problem = found(row(("fc", "linear", {}), shape=(8, 30, 30)), "fc")
    offered = repairs(analysis, problem, most=12)
    left = [sum(p.severity == "error" for p in r.price.leaves) for r in offered]
    assert left == sorted(left)
    texts = [r.text for r in offered]
    # 90 parameters before 72 010, and what takes the layer away behind both
    order = ("Global pooling and flatten before fc", "Flatten before fc", "Leave out fc")
    assert sorted(order, key=texts.index) == list(order)


def test_what_waited_is_no_part_of_the_price() -> None:
    b = Builder()
    x = b.input("image", (64, 56, 56))
    conv = b.add("conv", "conv2d", x, out_channels=128, stride=2, padding=1, bias=False)
    join = b.add("add", "add", conv, x)
    b.output(b.add("big", "conv2d", join, out_channels=512))
    document = b.document("waits", About())
    analysis, problem = found(document, "add")
    (price,) = (r.price for r in repairs(analysis, problem) if r.text.startswith("1×1"))
    assert price.parameters == 8192
    assert price.network.parameters == analysis.totals.parameters + 8192 + 512 * (128 * 9 + 1)


def test_the_smallest_image_is_the_smallest() -> None:
    analysis, problem = found(vgg(20), "features.block5.pool")
    assert any(r.text == "An image of 3×32×32" for r in repairs(analysis, problem))
    assert analyze(vgg(32)).ok
    assert not analyze(vgg(31)).ok


def test_a_repair_within_a_definition_edits_the_definition() -> None:
    analysis, problem = found(own_block(), "mine.conv")
    (repair,) = (r for r in repairs(analysis, problem) if r.text == "2 groups")
    mended = repair.edit.apply(analysis.document)
    assert mended.definition_by_name["inner"].graph["conv"].params["groups"] == 2
    assert mended.graph == analysis.document.graph


def test_branches_that_disagree_have_repairs() -> None:
    b = Builder()
    x = b.input("image", (3, 32, 32))
    left = b.add("left", "conv2d", x, out_channels=4, stride=2, padding=1)
    up = b.add("up", "conv2d", x, out_channels=4, padding=1)
    pooled = b.add("pooled", "adaptive_pool2d", up, output_size=16)
    crop = b.add("crop", "conv2d", x, out_channels=4, kernel_size=17)
    b.output(b.add("join", "add", b.add("sum", "add", left, pooled), crop))
    analysis = analyze(b.document("steps", About()))
    for problem in field_hints(analysis):
        for repair in repairs(analysis, problem):
            after = analyze(repair.edit.apply(analysis.document))
            assert (problem.path, problem.what) not in {
                (p.path, p.what) for p in field_hints(after)
            }


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(documents(max_layers=6), st.randoms())
def test_on_broken_graphs_every_repair_applies_and_its_price_is_exact(
    document: Document, data: Any
) -> None:
    for _ in range(3):
        edit: Edit | None = random_edit(document, data)
        try:
            document = edit.apply(document) if edit is not None else document
        except EditError:
            continue
    analysis = analyze(document)
    for problem in analysis.problems[:2]:
        for repair in repairs(analysis, problem, most=3):
            assert is_exact(document, repair)
