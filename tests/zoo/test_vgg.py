"""VGG against torchvision, and the lecture's figures."""

from __future__ import annotations

import pytest

from explorer import zoo
from explorer.analysis.analyze import analyze
from tests.exchange.helpers import assert_same
from tests.zoo.oracle import (
    FIGURES,
    REFERENCE,
    assert_reference,
    assert_same_figures,
    assert_same_logits,
    assert_trains,
    changed,
    torchvision,
)

NAMES = tuple(f"vgg{layers}{bn}" for layers in (11, 13, 16, 19) for bn in ("", "_bn"))


@pytest.mark.parametrize("name", NAMES)
def test_torchvisions(name: str) -> None:
    analysis = assert_same_figures(zoo.get(name), torchvision(name, init_weights=False))
    assert not analysis.problems
    if (name, 224) in REFERENCE:
        assert_reference(analysis, name)


def test_logits_are_torchvisions() -> None:
    """Of the smallest with batch norm; those of VGG-16 are in tests/parity."""
    theirs = torchvision("vgg11_bn", "cpu", init_weights=False)
    assert_same_logits(zoo.get("vgg11_bn"), theirs, side=32)


def test_layers_with_weights_are_as_many_as_the_name_says() -> None:
    """Table 1 counts convolutions and fully connected layers."""
    for name in NAMES:
        rows = analyze(zoo.get(name)).rows
        weighty = sum(row.node.type in ("conv2d", "linear") for row in rows)
        assert weighty == int(name.removeprefix("vgg").removesuffix("_bn"))


def test_parameters_in_millions_are_those_of_table_2() -> None:
    table = {"vgg11": 133, "vgg13": 133, "vgg16": 138, "vgg19": 144}
    for name, millions in table.items():
        assert round(analyze(zoo.get(name)).totals.parameters / 1e6) == millions


def test_gigaoperations_of_the_lectures_figure() -> None:
    """The ResNet paper and the lecture give VGG-19 19.6 G: its multiply-adds, of which the
    convolutions alone have 19.5."""
    macs = analyze(zoo.get("vgg19")).totals.macs
    assert macs / 1e9 == pytest.approx(FIGURES["vgg19_figure"]["gmacs"], abs=0.05)


def test_values_of_a_forward_pass() -> None:
    """The lecture sums a column to 24 M values and 96 MB; the column's own sum is 15.24 M."""
    slip = FIGURES["vgg16"]["slips"][1]
    rows = analyze(zoo.get("vgg16")).rows
    kept = [row for row in rows if row.node.type in ("conv2d", "max_pool2d", "linear")]
    values = 3 * 224 * 224
    for row in kept:
        assert row.output is not None
        size = 1
        for side in row.output:
            size *= side
        values += size
    assert values / 1e6 == pytest.approx(15.24, abs=0.005)
    assert slip["true"] == "15.24M values, 60.95 MB"
    assert values * 4 / 1e6 == pytest.approx(60.95, abs=0.01)


def test_parameters_of_the_document() -> None:
    ten = changed(zoo.get("vgg13_bn"), classes=10, dropout=0.2, input_size=64)
    assert_same_figures(
        ten, torchvision("vgg13_bn", num_classes=10, dropout=0.2, init_weights=False)
    )
    narrow = analyze(changed(zoo.get("vgg11"), hidden_features=64))
    linear = [r.totals.parameters for r in narrow.rows if r.node.type == "linear" and r.totals]
    assert linear == [25_089 * 64, 65 * 64, 65 * 1000]


def test_exported_source_is_the_built_network() -> None:
    text = assert_same(changed(zoo.get("vgg11_bn"), hidden_features=32, input_size=32))
    assert "nn.BatchNorm2d(64)" in text


def test_a_step_of_training() -> None:
    assert_trains(changed(zoo.get("vgg11_bn"), classes=4, hidden_features=32, dropout=0.0))
