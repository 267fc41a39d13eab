"""MnasNet against torchvision."""

from __future__ import annotations

import pytest

from explorer import zoo
from tests.zoo.oracle import (
    assert_same_figures,
    assert_same_logits,
    assert_trains,
    changed,
    models,
    torchvision,
)

NAMES = ("mnasnet0_5", "mnasnet0_75", "mnasnet1_0", "mnasnet1_3")


@pytest.mark.parametrize("name", NAMES)
def test_torchvisions_keys_and_figures(name: str) -> None:
    assert_same_figures(zoo.get(name), torchvision(name))


def test_torchvisions_logits() -> None:
    theirs = torchvision("mnasnet1_0", "cpu")
    assert_same_logits(zoo.get("mnasnet1_0"), theirs)


def test_any_width() -> None:
    document = changed(zoo.get("mnasnet1_0"), width_multiplier=0.35, classes=10, input_size=96)
    assert_same_figures(document, models.MNASNet(0.35, num_classes=10).to("meta").eval())


def test_one_step_of_training() -> None:
    assert_trains(zoo.get("mnasnet0_5"), 64)
