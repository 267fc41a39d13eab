"""Exported source against the built network, and the zoo in sizes that are quick to run."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import torch
from msgspec.structs import replace
from torch import Tensor, nn

from explorer import zoo
from explorer.analysis.analyze import analyze, with_input
from explorer.build.module import build
from explorer.exchange.pytorch import source
from explorer.graph.model import Document, Graph

GOLDEN = Path(__file__).parent / "golden"
SMALL = (3, 64, 64)


def small(name: str) -> Document:
    """A zoo network on images of 64×64 where it takes them, its hidden layers no wider than 64."""
    document = zoo.get(name)
    nodes = tuple(
        replace(node, params=node.params.with_value("hidden_features", 64))
        if node.type == "classifier_head"
        else node
        for node in document.graph.nodes
    )
    document = replace(document, graph=Graph(nodes, document.graph.edges))
    smaller = with_input(document, SMALL)
    return smaller if analyze(smaller).ok else document


def run(text: str) -> nn.Module:
    """The network that a source text defines."""
    namespace: dict[str, Any] = {"__name__": "exported"}
    exec(compile(text, "<exported>", "exec"), namespace)
    name = re.findall(r"^class (\w+)\(nn\.Module\):", text, re.MULTILINE)[-1]
    found: nn.Module = namespace[name]()
    return found


def as_tuple(outputs: Any) -> tuple[Tensor, ...]:
    return outputs if isinstance(outputs, tuple) else (outputs,)


def assert_same(document: Document, batch: int = 2) -> str:
    """Same keys in the same order, and the same bits out in evaluation and in training; the text."""
    text = source(document)
    torch.manual_seed(0)
    built = build(document)
    exported = run(text)
    weights = built.state_dict()
    assert list(exported.state_dict()) == list(weights)
    assert list(dict(exported.named_parameters())) == list(dict(built.named_parameters()))
    exported.load_state_dict(weights)
    inputs = tuple(torch.randn(batch, *shape) for shape in built.plan.input_shapes)
    for training in (False, True):
        results = []
        for network in (built, exported):
            network.train(training)
            torch.manual_seed(1)  # dropout draws the same
            with torch.no_grad():
                results.append(as_tuple(network(*inputs)))
        for mine, theirs in zip(*results, strict=True):
            assert _equal(mine, theirs)
    # the running means too are those of the built network
    for name, mine in built.state_dict().items():
        assert _equal(mine, exported.state_dict()[name]), name
    return text


def _equal(a: Tensor, b: Tensor) -> bool:
    return a.shape == b.shape and torch.equal(a.nan_to_num(), b.nan_to_num())
