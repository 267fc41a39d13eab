"""The zoo against torchvision: same keys, counts, FLOPs and, on the same weights, same logits."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import nn

from explorer import zoo
from explorer.analysis.analyze import analyze
from explorer.build.module import build
from explorer.build.torchvision_ops import prepare

prepare()
from torchvision import models  # noqa: E402

REFERENCE = {
    row["model"]: row
    for row in json.loads(Path("tests/reference/reference_models.json").read_text())
}
NAMES = {
    "lenet5_modern": "lenet5 (full C3)",
    "vgg16": "vgg16",
    "googlenet": "googlenet (aux_logits=True)",
    "resnet18": "resnet18",
    "resnet50": "resnet50",
}


def torchvision(name: str, **options: Any) -> nn.Module:
    if name in ("googlenet", "vgg16"):
        options["init_weights"] = False
    model: nn.Module = getattr(models, name)(weights=None, **options)
    return model


@pytest.mark.parametrize("name", NAMES)
def test_counts_are_the_measured_ones(name: str) -> None:
    row = REFERENCE[NAMES[name]]
    analysis = analyze(zoo.get(name))
    assert analysis.ok
    assert analysis.totals.parameters == row["params"]
    assert analysis.totals.flops == row["flops_flopcounter"]
    assert list(analysis.root.outputs[0]) == row["output_shape"][1:]


@pytest.mark.parametrize("name", ["resnet18", "resnet50", "googlenet", "vgg16"])
def test_weights_load_unchanged_and_give_the_same_logits(name: str) -> None:
    torch.manual_seed(0)
    theirs, ours = torchvision(name).eval(), build(zoo.get(name)).eval()
    weights = theirs.state_dict()
    assert {k: v.shape for k, v in ours.state_dict().items()} == {
        k: v.shape for k, v in weights.items()
    }
    # running statistics that are not those of a fresh network, so that they matter
    for key, value in weights.items():
        if key.endswith("running_var"):
            value.uniform_(0.5, 1.5)
    theirs.load_state_dict(weights)
    ours.load_state_dict(weights)
    x = torch.randn(1, *ours.input_shape)
    with torch.no_grad():
        assert torch.equal(ours(x), theirs(x))


def test_auxiliary_heads_while_training() -> None:
    theirs = torchvision("googlenet", dropout=0.0, dropout_aux=0.0).train()
    ours = build(zoo.get("googlenet")).train()
    ours.load_state_dict(theirs.state_dict())
    for module in ours.modules():
        if isinstance(module, nn.Dropout):
            module.p = 0.0
    x = torch.randn(2, 3, 96, 96)
    with torch.no_grad():
        logits, aux1, aux2 = ours(x)
        expected = theirs(x)
    assert torch.equal(logits, expected.logits)
    assert torch.equal(aux1, expected.aux_logits1)
    assert torch.equal(aux2, expected.aux_logits2)
