"""The table of accuracies against torchvision's own metadata."""

from __future__ import annotations

import pytest

from explorer import zoo
from explorer.analysis.analyze import analyze
from explorer.zoo.accuracy import IMAGENET
from tests.zoo.oracle import models


def weights(name: str) -> models.WeightsEnum:
    return models.get_model_weights(name)["IMAGENET1K_V1"]


@pytest.mark.parametrize("name", IMAGENET)
def test_the_values_are_torchvisions(name: str) -> None:
    stated = weights(name).meta["_metrics"]["ImageNet-1K"]
    assert {"acc@1": IMAGENET[name].top1, "acc@5": IMAGENET[name].top5} == stated


def test_the_size_at_which_they_were_measured() -> None:
    other = set()
    for name, accuracy in IMAGENET.items():
        assert accuracy.crop == weights(name).transforms.keywords["crop_size"]
        shape = analyze(zoo.get(name)).rows[0].output
        if shape != (3, accuracy.crop, accuracy.crop):
            other.add(name)
    # the paper's size is 260, torchvision's weights are evaluated at 288
    assert other == {"efficientnet_b2"}


def test_every_network_that_torchvision_has_is_there() -> None:
    known = set(models.list_models(module=models))
    assert set(IMAGENET) == set(zoo.names()) & known
