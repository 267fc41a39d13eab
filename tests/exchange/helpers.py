"""Exported source against the built network."""

from __future__ import annotations

import re
from typing import Any

import torch
from torch import Tensor, nn

from explorer.build.module import build
from explorer.exchange.pytorch import source
from explorer.graph.model import Document


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
    exported.load_state_dict(weights)
    assert list(dict(exported.named_parameters())) == list(dict(built.named_parameters()))
    inputs = tuple(torch.randn(batch, *shape) for shape in built.plan.input_shapes)
    for training in (False, True):
        results = []
        for network in (built, exported):
            network.train(training)
            torch.manual_seed(1)
            with torch.no_grad():
                results.append(as_tuple(network(*inputs)))
        mine, theirs = results
        assert len(mine) == len(theirs)
        for a, b in zip(mine, theirs, strict=True):
            assert a.shape == b.shape
            assert torch.equal(a.nan_to_num(), b.nan_to_num())
    # running means too are those of the built network
    for a, b in zip(built.state_dict().values(), exported.state_dict().values(), strict=True):
        assert torch.equal(a.nan_to_num(), b.nan_to_num())
    return text
