"""The document as a value, and its parameters' arithmetic."""

from __future__ import annotations

import pickle
from itertools import pairwise

import pytest

from explorer import zoo
from explorer.graph.expressions import ExpressionError, evaluate, resolve
from explorer.graph.model import Document, Edge, Graph, Node, fresh_name, wired
from explorer.graph.order import cyclic_names, topological_order, would_cycle
from explorer.graph.values import Params, freeze


def chain(*names: str) -> Graph:
    nodes = tuple(Node(name=n, type="relu") for n in names)
    edges = tuple(Edge(a, b) for a, b in pairwise(names))
    return Graph(nodes, edges)


def test_parameters_cannot_be_changed() -> None:
    p = Params({"a": 1})
    for change in (
        lambda: p.__setitem__("a", 2),
        lambda: p.update(a=2),
        lambda: p.pop("a"),
        lambda: p.clear(),
    ):
        with pytest.raises(TypeError, match="immutable"):
            change()
    assert hash(p) == hash(Params({"a": 1}))
    assert pickle.loads(pickle.dumps(p)) == p


def test_a_node_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        zoo.get("lenet5_modern").graph.nodes[0].name = "other"  # type: ignore[misc]


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -float("inf"), 2**60, {}, object()])
def test_what_cannot_be_a_value(value: object) -> None:
    with pytest.raises(ValueError, match="here"):
        freeze(value, "here")


def test_order_is_the_documents_where_it_may() -> None:
    assert topological_order(chain("a", "b", "c")) == ("a", "b", "c")
    backwards = Graph(chain("c", "b", "a").nodes, chain("a", "b", "c").edges)
    assert topological_order(backwards) == ("a", "b", "c")


def test_what_is_on_a_cycle_has_no_order() -> None:
    graph = chain("a", "b", "c", "d")
    graph = Graph(graph.nodes, (*graph.edges, Edge("c", "b", 1)))
    assert cyclic_names(graph) == {"b", "c"}
    assert topological_order(graph) == ("a",)


def test_a_wire_back_would_close_a_cycle() -> None:
    assert would_cycle(chain("a", "b", "c"), "c", "a")
    assert would_cycle(chain("a"), "a", "a")
    assert not would_cycle(chain("a", "b", "c"), "a", "c")


def test_wires_have_one_order() -> None:
    nodes = chain("a", "b", "c").nodes
    edges = (Edge("b", "c", 1), Edge("a", "c"), Edge("a", "b"))
    assert wired(nodes, edges) == wired(nodes, edges[::-1])


def test_fresh_names() -> None:
    assert fresh_name("conv", []) == "conv"
    assert fresh_name("conv", ["conv"]) == "conv2"
    assert fresh_name("conv2", ["conv2", "conv3"]) == "conv4"
    assert fresh_name("0", ["0"]) not in ("0", "")


def test_a_nested_graph_is_found_and_replaced() -> None:
    vgg = zoo.get("vgg16")
    inner = vgg.graph_at(("features",))
    smaller = Graph(inner.nodes[:2], inner.edges[:1])
    changed = vgg.with_graph(("features",), smaller)
    assert changed.graph_at(("features",)) == smaller
    assert vgg.graph_at(("features",)) is inner
    assert changed.graph["image"] is vgg.graph["image"]
    with pytest.raises(KeyError):
        vgg.graph_at(("head", "classifier"))


def test_equal_documents_are_equal() -> None:
    assert Document(name="a") == Document(name="a")
    assert Document(name="a") != Document(name="b")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("width * 4", 256),
        ("width // 3", 21),
        ("1.4 * width", 89.6),
        ("divisible(width * 0.35)", 24),
        ("max(width, 100) + min(1, 2)", 101),
        ("width if wide else 8", 8),
        ("width > 3 and not wide", True),
        ("counts[1]", 4),
        ("(width, 1)", (64, 1)),
        ("-width % 7", 6),
        ("round(2.5)", 3),
        ("width / 2", 32),
    ],
)
def test_expressions(text: str, value: object) -> None:
    assert evaluate(text, {"width": 64, "wide": False, "counts": (3, 4)}) == value


@pytest.mark.parametrize(
    "text",
    [
        "__import__('os')",
        "width.real",
        "depth",
        "1 / 0",
        "9 ** 9",
        "(lambda: 1)()",
        "[x for x in counts]",
        "counts[7]",
        "width +",
        "'a' * 9",
        "9007199254740992 * 2",
        "1" * 600,
        "(" * 300,
        "max(width=3)",
        "f'{width}'",
    ],
)
def test_what_an_expression_may_not_do(text: str) -> None:
    with pytest.raises(ExpressionError):
        evaluate(text, {"width": 64, "counts": (3, 4)})


def test_resolving_names_the_parameter() -> None:
    params = Params({"out_channels": "=width * 2", "bias": True})
    assert resolve(params, {"width": 8}) == {"out_channels": 16, "bias": True}
    with pytest.raises(ExpressionError, match=r"out_channels: .*width"):
        resolve(params, {})
