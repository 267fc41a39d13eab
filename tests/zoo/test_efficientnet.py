"""EfficientNet: one number scales all; torchvision's B0 … B7, the lecture's table, B0's field."""

from __future__ import annotations

from math import ceil

import pytest
import torch

from explorer import zoo
from explorer.analysis.analyze import analyze, with_input
from explorer.blocks.builder import Builder
from explorer.blocks.description import Settings
from explorer.build.module import build
from explorer.graph.model import About
from explorer.zoo.efficientnet import DEPTH, SIDE, WIDTH
from tests.exchange.helpers import assert_same
from tests.zoo.oracle import (
    FIGURES,
    assert_reference,
    assert_same_figures,
    assert_same_logits,
    assert_trains,
    changed,
    ops,
    torchvision,
)


@pytest.mark.parametrize("phi", range(8))
def test_torchvisions_keys_and_figures(phi: int) -> None:
    name = f"efficientnet_b{phi}"
    analysis = assert_same_figures(zoo.get(name), torchvision(name))
    assert_reference(analysis, name)
    assert (
        analysis.totals.parameters
        == (FIGURES["efficientnet_b0"]["params_exact_torchvision"][f"b{phi}"])
    )


@pytest.mark.parametrize("phi", [0, 3, 5])
def test_torchvisions_logits(phi: int) -> None:
    """B5 has another norm; in training, stochastic depth drops the same images."""
    name = f"efficientnet_b{phi}"
    assert_same_logits(zoo.get(name), torchvision(name, "cpu"))


def test_the_lectures_table() -> None:
    analysis = analyze(zoo.get("efficientnet_b0"))
    rows = FIGURES["efficientnet_b0"]["rows"]
    for i, (operator, side, channels, layers) in enumerate(rows):
        path = "features." + ("stem" if i == 0 else "last" if i == 8 else f"stage{i}")
        row = analysis.row_at[path]
        assert row.inputs[0][1] == side
        assert row.output is not None
        assert row.output[0] == channels
        if operator.startswith("MBConv"):
            assert row.result is not None
            p: Settings = row.result.settings
            assert operator == f"MBConv{p['expansion']:g}, k{'x'.join(map(str, p['kernel_size']))}"
            assert p["count"] == layers


@pytest.mark.parametrize("phi", [1, 4, 7])
def test_one_parameter_scales_b0(phi: int) -> None:
    """All but the name and title of B1 … B7 follows from B0 and phi."""
    scaled = analyze(changed(zoo.get("efficientnet_b0"), phi=phi))
    other = analyze(zoo.get(f"efficientnet_b{phi}"))
    assert scaled.totals == other.totals
    for ours, theirs in zip(scaled.rows, other.rows, strict=True):
        assert (ours.path, ours.output) == (theirs.path, theirs.output)
        assert ours.result is not None
        assert theirs.result is not None
        assert ours.result.settings == theirs.result.settings


def test_released_scales_are_near_the_papers_rule() -> None:
    """Section 4, equation 3: α 1.2, β 1.1, γ 1.15, with α·β²·γ² near 2, and B1 at φ ½."""
    assert pytest.approx(2, rel=0.05) == 1.2 * 1.1**2 * 1.15**2
    for i, phi in enumerate((0, 0.5, 1, 2)):
        assert DEPTH[i] == pytest.approx(1.2**phi, rel=0.03)
        assert WIDTH[i] == pytest.approx(1.1**phi, rel=0.05)
        assert SIDE[i] == pytest.approx(224 * 1.15**phi, rel=0.015)


def test_beyond_b7_is_refused_in_words() -> None:
    analysis = analyze(changed(zoo.get("efficientnet_b0"), phi=8))
    assert not analysis.ok
    assert "outside the list" in analysis.problems[0].what


def test_published_receptive_field() -> None:
    field = analyze(zoo.get("efficientnet_b0")).field
    assert field is not None
    assert (field.size, field.gated) == ((851, 851), True)


def test_stochastic_depth_grows_with_depth() -> None:
    analysis = analyze(zoo.get("efficientnet_b0"))
    rows = [r for r in analysis.rows if r.node.type == "stochastic_depth"]
    shares = [r.result.settings["p"] for r in rows if r.result]
    # blocks 2, 4, 6, 7, … of 16; the first of a stage has no shortcut
    places = (2, 4, 6, 7, 9, 10, 12, 13, 14)
    assert shares == pytest.approx([0.2 * i / 16 for i in places])
    without = analyze(changed(zoo.get("efficientnet_b0"), stochastic_depth=0))
    assert not [r for r in without.rows if r.node.type == "stochastic_depth"]
    assert without.totals == analysis.totals


def test_stochastic_depth_drops_whole_images() -> None:
    b = Builder()
    b.output(b.add("drop", "stochastic_depth", b.input("image", (3, 4, 4)), p=0.25))
    network = build(b.document("drop", About()))
    x = torch.rand(64, 3, 4, 4) + 1
    assert torch.equal(network.eval()(x), x)
    torch.manual_seed(0)
    found = network.train()(x)
    torch.manual_seed(0)
    assert torch.equal(found, ops.StochasticDepth(0.25, "row").train()(x))
    kept = found.flatten(1).ne(0)
    assert torch.equal(kept.all(1), kept.any(1))
    assert 0 < kept.all(1).sum() < 64
    assert torch.allclose(found[kept.all(1)], x[kept.all(1)] / 0.75)


def test_depth_is_rounded_up() -> None:
    rows = analyze(zoo.get("efficientnet_b4")).row_at
    counts = [rows[f"features.stage{i}"].result.settings["count"] for i in range(1, 8)]  # type: ignore[union-attr]
    assert counts == [ceil(n * 1.8) for n in (1, 2, 2, 3, 3, 4, 1)]


def test_exported_source_is_the_network() -> None:
    text = assert_same(with_input(zoo.get("efficientnet_b0"), (3, 64, 64)))
    assert "class SqueezeExcitation(nn.Module)" in text


def test_one_step_of_training() -> None:
    assert_trains(zoo.get("efficientnet_b0"), 64)
