"""Network in network against measured counts, SqueezeNet against torchvision and its paper."""

from __future__ import annotations

import pytest

from explorer import zoo
from explorer.analysis.analyze import analyze
from tests.exchange.helpers import assert_same
from tests.zoo.oracle import (
    REFERENCE,
    assert_clean,
    assert_reference,
    assert_same_figures,
    assert_same_logits,
    assert_trains,
    changed,
    torchvision,
)


@pytest.mark.parametrize("name", ["nin_cifar10", "nin_imagenet"])
def test_nin_has_the_measured_counts(name: str) -> None:
    analysis = analyze(zoo.get(name))
    assert_clean(analysis)
    assert not analysis.problems
    assert_reference(analysis, name)
    assert not any(row.node.type == "linear" for row in analysis.rows)


@pytest.mark.parametrize(
    ("name", "sides"),
    [("nin_cifar10", [32, 16, 8]), ("nin_imagenet", [55, 27, 13, 6])],
)
def test_nin_stage_by_stage(name: str, sides: list[int]) -> None:
    rows = analyze(zoo.get(name)).row_at
    found = [(rows[f"mlpconv{i}"].output or (0, 0))[1] for i in range(1, len(sides) + 1)]
    assert found == sides


def test_a_mean_a_class_costs_nothing() -> None:
    """More classes make the last 1×1 convolution larger and nothing else."""
    ten, hundred = zoo.get("nin_cifar10"), changed(zoo.get("nin_cifar10"), classes=100)
    more = analyze(hundred).totals.minus(analyze(ten).totals)
    assert more.parameters == 90 * 193
    assert more.macs == 90 * 192 * 8 * 8


def test_nin_exported_and_trained() -> None:
    assert_same(zoo.get("nin_cifar10"))
    assert_trains(changed(zoo.get("nin_cifar10"), dropout=0.0))


@pytest.mark.parametrize("name", ["squeezenet1_0", "squeezenet1_1"])
def test_squeezenet_is_torchvisions(name: str) -> None:
    analysis = assert_same_figures(zoo.get(name), torchvision(name))
    if (name, 224) in REFERENCE:
        assert_reference(analysis, name)
    assert_same_logits(zoo.get(name), torchvision(name, "cpu"))


def test_fire_modules_of_table_1() -> None:
    """Columns s1x1, e1x1 and e3x3."""
    rows = analyze(zoo.get("squeezenet1_0")).row_at
    table = (
        (16, 64, 64), (16, 64, 64), (32, 128, 128), (32, 128, 128),
        (48, 192, 192), (48, 192, 192), (64, 256, 256), (64, 256, 256),
    )  # fmt: skip
    for i, expected in enumerate(table, 2):
        result = rows[f"features.fire{i}"].result
        assert result is not None
        p = result.settings
        assert (p["squeeze"], p["expand1x1"], p["expand3x3"]) == expected
    # the table says 1,248,424 in its sum
    assert analyze(zoo.get("squeezenet1_0")).totals.parameters == 1_248_424


def test_metaparameters_of_squeezenet() -> None:
    """Section 5.2 and figure 3 (left): at a squeeze ratio of 0.75 the model has 19 MB, not 4.8."""
    wide = analyze(changed(zoo.get("squeezenet1_0"), squeeze_ratio=0.75))
    assert_clean(wide)
    assert wide.totals.parameters * 4 / 2**20 == pytest.approx(19, abs=1)
    plain = analyze(zoo.get("squeezenet1_0"))
    assert plain.totals.parameters * 4 / 2**20 == pytest.approx(4.8, abs=0.1)
    # section 5.3 and figure 3 (right), of models with a squeeze ratio of 0.5: 5.7 MB at 1 %, 13 MB
    # at 50 % and 21 MB at 99 % of 3×3 filters
    for share, megabytes in ((0.01, 5.7), (0.5, 13), (0.99, 21)):
        document = changed(zoo.get("squeezenet1_0"), squeeze_ratio=0.5, share_3x3=share)
        assert analyze(document).totals.parameters * 4 / 2**20 == pytest.approx(megabytes, rel=0.06)


def test_squeezenet_exported_and_trained() -> None:
    text = assert_same(changed(zoo.get("squeezenet1_1"), input_size=64))
    assert "class Fire(nn.Module):" in text
    assert_trains(changed(zoo.get("squeezenet1_1"), dropout=0.0), side=64)
