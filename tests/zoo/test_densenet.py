"""DenseNet: torchvision's, the lecture's and the paper's figures, and how fast it is analysed."""

from __future__ import annotations

from time import perf_counter

import pytest
import torch

from explorer import zoo
from explorer.analysis.analyze import analyze, with_input
from explorer.blocks.registry import PLAIN
from tests.exchange.helpers import assert_same
from tests.zoo.oracle import (
    FIGURES,
    assert_reference,
    assert_same_figures,
    assert_same_logits,
    assert_trains,
    changed,
    models,
    torchvision,
)

DEPTHS = (121, 161, 169, 201)


@pytest.mark.parametrize("depth", DEPTHS)
def test_torchvisions_keys_and_figures(depth: int) -> None:
    name = f"densenet{depth}"
    analysis = assert_same_figures(zoo.get(name), torchvision(name))
    assert_reference(analysis, name)


def test_the_deepest_has_the_counts_of_torchvisions_class() -> None:
    document = zoo.get("densenet264")
    with torch.device("meta"):
        theirs = models.DenseNet(32, (6, 12, 64, 48), 64).eval()
    analysis = assert_same_figures(document, theirs)
    assert analysis.totals.parameters == 33_337_704
    assert_reference(analysis, "densenet264 (k=32, 6-12-64-48)")


def test_torchvisions_logits() -> None:
    assert_same_logits(zoo.get("densenet121"), torchvision("densenet121", "cpu"))


def test_table_1_of_the_lecture() -> None:
    table = FIGURES["densenet"]
    for depth, counts in table["blocks"].items():
        rows = analyze(zoo.get(f"densenet{depth}")).row_at
        for i, count in enumerate(counts, 1):
            path = f"features.denseblock{i}"
            assert f"{path}.denselayer{count}" in rows
            assert f"{path}.denselayer{count + 1}" not in rows
            inside = [rows[f"{path}.denselayer{count}.{n}"] for n in ("conv1", "conv2")]
            k = table["growth_rate"]
            assert [(r.output or ())[0] for r in inside] == [4 * k, k]
            before, after = rows[path].inputs[0], rows[path].output
            assert after == (before[0] + count * k, *before[1:])
    for depth, count in table["params_exact_torchvision"].items():
        assert analyze(zoo.get(f"densenet{depth}")).totals.parameters == count


def test_the_growth_rate_changes_everything() -> None:
    document = changed(zoo.get("densenet121"), growth_rate=24, classes=10, input_size=64)
    with torch.device("meta"):
        theirs = models.DenseNet(24, (6, 12, 24, 16), 48, num_classes=10).eval()
    assert_same_figures(document, theirs)


def test_dropout_follows_each_layer() -> None:
    document = changed(zoo.get("densenet121"), dropout=0.2)
    rows = [r for r in analyze(document).rows if r.node.type == "dropout"]
    assert len(rows) == 6 + 12 + 24 + 16


@pytest.mark.alone
@pytest.mark.parametrize("name", ["densenet201", "densenet264"])
def test_the_first_analysis_is_quick(name: str) -> None:
    document = zoo.get(name)
    times = []
    for _ in range(5):
        PLAIN.forget()
        start = perf_counter()
        analyze(document)
        times.append(perf_counter() - start)
    assert min(times) < 0.06


def test_exported_source_is_the_network() -> None:
    text = assert_same(with_input(zoo.get("densenet121"), (3, 32, 32)))
    assert "x = torch.cat([x, layer(x)], 1)" in text  # in a loop over the layers


def test_one_step_of_training() -> None:
    assert_trains(zoo.get("densenet121"))
