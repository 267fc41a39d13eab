"""Every network that torchvision has: its keys, its weights, its logits to the bit."""

from __future__ import annotations

from typing import Any

import pytest
import torch
from torch import nn

from explorer import zoo
from explorer.analysis.analyze import analyze, with_input
from explorer.build.module import build
from explorer.build.torchvision_ops import prepare
from explorer.graph.model import Document
from tests.weights import answers_differ, enliven

prepare()
from torchvision import models  # noqa: E402

NAMES = [name for name in zoo.names() if hasattr(models, name)]
SIDES = (64, 96, 224, 299)


def theirs(name: str) -> nn.Module:
    options: dict[str, Any] = {}
    if name.startswith(("vgg", "googlenet", "inception")):
        # their own initial weights take longer than all the rest, and are not what is compared
        options["init_weights"] = False
    make = getattr(models, name)
    model: nn.Module = make(weights=None, **options)
    return model


def small(document: Document) -> Document:
    for side in SIDES:
        candidate = with_input(document, (3, side, side))
        if analyze(candidate).ok:
            return candidate
    raise AssertionError("it takes no image")


def test_all_families_are_there() -> None:
    families = "alexnet vgg googlenet inception resnet resnext wide densenet mobilenet mnasnet"
    families += " shufflenet squeezenet efficientnet"
    for family in families.split():
        assert any(family in name for name in NAMES), family


@pytest.mark.parametrize("name", NAMES)
def test_same_weights_same_logits(name: str) -> None:
    torch.set_num_threads(1)
    document = small(zoo.get(name))
    reference, ours = theirs(name).eval(), build(document).eval()
    weights = reference.state_dict()
    assert set(ours.state_dict()) == set(weights)
    torch.manual_seed(0)
    ours.load_state_dict(enliven(reference, ours.input_shape).state_dict())
    assert answers_differ(ours, ours.input_shape) > 1e-3
    with torch.no_grad():
        x = torch.randn(1, *ours.input_shape)
        assert torch.equal(ours(x), reference(x))
