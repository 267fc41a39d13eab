"""Ours as code, brought in again, is ours: the same layers and wires, counts and names of weights."""

from __future__ import annotations

import os
from collections import Counter

import networkx as nx
import pytest
from networkx.algorithms.isomorphism import DiGraphMatcher

from explorer import zoo
from explorer.analysis.analyze import analyze
from explorer.build.module import build
from explorer.build.plan import plan_of
from explorer.exchange.imports.torch_read import import_module
from explorer.exchange.pytorch import source
from explorer.graph.model import About, Document
from tests.exchange.helpers import run, small

SAMPLE = (
    "lenet5_modern",
    "resnet18",
    "googlenet",
    "densenet121",
    "mobilenet_v2",
    "inception_resnet_v1",
)
WANTED = zoo.names() if os.environ.get("EXPLORER_EVERY_IMPORT") else SAMPLE


def layers(document: Document) -> nx.DiGraph:
    """The torch calls of a network and which reads which; identities are no calls."""
    plan = plan_of(analyze(document))
    graph = nx.DiGraph()
    maker: dict[int, str] = {}
    for i, slot in enumerate(plan.inputs):
        maker[slot] = f"input {i}"
        graph.add_node(maker[slot], label=maker[slot])
    for step in plan.steps:
        operation = step.operation
        if operation.target == "nn.Identity":
            maker[step.writes] = maker[step.reads[0]]
            continue
        learns = any(key.startswith(f"{step.key}.") for key in _state(document))
        key = step.key if learns else ""
        label = (operation.target, operation.args, operation.kwargs, key, step.training_only)
        graph.add_node(step.path, label=label)
        ordered = operation.target not in ("add", "mul")
        for port, slot in enumerate(step.reads):
            graph.add_edge(maker[slot], step.path, port=port if ordered else 0)
        maker[step.writes] = step.path
    return graph


_known: dict[int, tuple[Document, frozenset[str]]] = {}


def _state(document: Document) -> frozenset[str]:
    found = _known.get(id(document))
    if found is None or found[0] is not document:
        keys = frozenset(build(document, "meta").state_dict())
        found = _known[id(document)] = (document, keys)
    return found[1]


def same_graph(a: nx.DiGraph, b: nx.DiGraph) -> bool:
    def node(x: dict[str, object], y: dict[str, object]) -> bool:
        return x["label"] == y["label"]

    def edge(x: dict[str, object], y: dict[str, object]) -> bool:
        return x["port"] == y["port"]

    return bool(DiGraphMatcher(a, b, node, edge).is_isomorphic())


@pytest.mark.parametrize("name", WANTED)
def test_ours_through_code_is_ours(name: str) -> None:
    document = small(name)
    model = run(source(document))
    shape = build(document, "meta").input_shape
    imported = import_module(model, (shape,), name, About())
    ours, theirs = analyze(document).totals, analyze(imported.document).totals
    assert (ours.parameters, ours.macs) == (theirs.parameters, theirs.macs)
    assert imported.report.opaque == ()
    assert imported.report.exact is True
    assert set(_state(imported.document)) == set(model.state_dict())
    a, b = layers(document), layers(imported.document)
    count = [Counter(str(n["label"]) for _, n in graph.nodes(data=True)) for graph in (a, b)]
    assert count[0] == count[1]
    assert same_graph(a, b)
