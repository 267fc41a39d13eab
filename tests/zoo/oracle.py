"""A network of the zoo against a torch module that is right."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import torch
from torch import nn
from torch.utils.flop_counter import FlopCounterMode

from explorer.analysis.analyze import Analysis, analyze, with_input
from explorer.build.module import BuiltNetwork, build
from explorer.build.torchvision_ops import prepare
from explorer.graph.edits import SetDocumentParameter
from explorer.graph.model import Document
from explorer.graph.values import Value

prepare()
from torchvision import models, ops  # noqa: E402

__all__ = [
    "FIGURES",
    "REFERENCE",
    "assert_clean",
    "assert_reference",
    "assert_same_figures",
    "assert_same_logits",
    "assert_trains",
    "changed",
    "models",
    "ops",
    "torchvision",
]

REFERENCE = {
    (row["model"], row["input"][-1]): row
    for row in json.loads(Path("tests/reference/reference_models.json").read_text())
}
FIGURES = json.loads(Path("tests/reference/lecture_figures.json").read_text())


def torchvision(name: str, device: str = "meta", **options: Any) -> nn.Module:
    """torchvision's network; on meta, where it costs no time, unless weights are wanted."""
    with torch.device(device):
        model: nn.Module = getattr(models, name)(weights=None, **options)
    return model.eval()


def changed(document: Document, **values: Value) -> Document:
    """The document with parameters of the whole network changed."""
    for name, value in values.items():
        document = SetDocumentParameter(name=name, value=value).apply(document)
    return document


def assert_clean(analysis: Analysis) -> None:
    assert analysis.ok
    assert not [p for p in analysis.problems if p.severity != "hint"]


def assert_same_figures(document: Document, theirs: nn.Module) -> Analysis:
    """Keys in the same order, shapes, parameters and FLOPs, at the document's own input."""
    analysis = analyze(document)
    assert_clean(analysis)
    ours = build(document, "meta").eval()
    assert {k: v.shape for k, v in ours.state_dict().items()} == {
        k: v.shape for k, v in theirs.state_dict().items()
    }
    assert list(ours.state_dict()) == list(theirs.state_dict())
    assert analysis.totals.parameters == sum(w.numel() for w in theirs.parameters())
    with FlopCounterMode(display=False) as counter, torch.no_grad():
        theirs(torch.empty(1, *ours.input_shape, device="meta"))
    assert analysis.totals.flops == counter.get_total_flops()
    return analysis


def assert_reference(analysis: Analysis, name: str) -> None:
    """The figures that the reference file has for this network at this input."""
    shape = analysis.document.graph.of_type("input")[0].name
    side = analysis.row_at[shape].output
    assert side is not None
    row = REFERENCE[name, side[-1]]
    assert analysis.totals.parameters == row["params"]
    assert analysis.totals.flops == row["flops_flopcounter"]
    assert list(analysis.root.outputs[0]) == row["output_shape"][1:]


def _run(network: nn.Module, x: torch.Tensor) -> torch.Tensor:
    torch.manual_seed(1)  # dropout and stochastic depth draw the same
    with torch.no_grad():
        found: torch.Tensor = network(x)
    return found


def assert_same_logits(document: Document, theirs: nn.Module, side: int = 64) -> BuiltNetwork:
    """The same bits out on the same weights, in evaluation and in training, and the same running
    means after it. The images are smaller than the network's own, so as to be quick."""
    torch.manual_seed(0)
    weights = theirs.state_dict()
    for key, value in weights.items():
        if key.endswith("running_var"):
            # not those of a fresh network, so that they matter
            value.uniform_(0.5, 1.5)
    theirs.load_state_dict(weights)
    ours = build(with_input(document, (3, side, side)))
    ours.load_state_dict(weights)
    x = torch.randn(2, 3, side, side)
    for training in (False, True):
        expected = _run(theirs.train(training), x)
        assert torch.equal(_run(ours.train(training), x), expected)
    after = theirs.state_dict()
    assert all(torch.equal(value, after[key]) for key, value in ours.state_dict().items())
    return ours


def assert_trains(document: Document, side: int = 32) -> None:
    """One step of plain descent on two images lowers their loss."""
    torch.manual_seed(0)
    network = build(with_input(document, (3, side, side))).train()
    x, y = torch.randn(4, 3, side, side), torch.tensor([0, 1, 2, 3])
    optimizer = torch.optim.SGD(network.parameters(), lr=0.01)
    losses = []
    for _ in range(2):
        torch.manual_seed(1)
        loss = nn.functional.cross_entropy(network(x), y)
        optimizer.zero_grad()
        loss.backward()
        assert all(w.grad is not None for w in network.parameters())
        optimizer.step()
        losses.append(loss.item())
    assert losses[1] < losses[0]
