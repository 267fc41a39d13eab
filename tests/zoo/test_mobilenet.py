"""MobileNet, its second and third version: the lecture's tables, torchvision, published fields."""

from __future__ import annotations

from math import prod
from typing import Any

import pytest

from explorer import zoo
from explorer.analysis.analyze import analyze, with_input
from explorer.analysis.explain import explain
from explorer.blocks.builder import Builder
from explorer.graph.model import About
from tests.exchange.helpers import assert_same
from tests.zoo.oracle import (
    FIGURES,
    assert_clean,
    assert_reference,
    assert_same_figures,
    assert_same_logits,
    assert_trains,
    changed,
    torchvision,
)

VERSION_3 = ("mobilenet_v3_large", "mobilenet_v3_small")


def test_version_1_has_the_reference_counts() -> None:
    analysis = analyze(zoo.get("mobilenet_v1"))
    assert_clean(analysis)
    assert_reference(analysis, "mobilenetv1_100")
    assert analysis.totals.parameters == FIGURES["mobilenet_v1"]["params_known"]
    assert round(analysis.totals.macs / 1e6) == FIGURES["mobilenet_v1"]["mmacs_paper"]


def test_version_1_row_by_row() -> None:
    """Table 1: the sizes of inputs, and the channels that each row gives. Its last depthwise row
    strides by 1, as the 7×7 behind it says."""
    rows: list[Any] = []
    for row in FIGURES["mobilenet_v1"]["rows"]:
        pairs = [["dw/s1", row[1], row[2]], ["pw", row[1], row[2]]]
        rows += pairs * 5 if row[0].startswith("5x") else [row]
    analysis = analyze(zoo.get("mobilenet_v1"))
    layers = [r for r in analysis.rows if r.node.type in ("conv2d", "adaptive_pool2d", "linear")]
    assert len(layers) == len(rows) - 1  # softmax belongs to the loss
    for (kind, what, shape), layer in zip(rows, layers, strict=False):
        assert layer.inputs[0] == tuple(shape)
        assert layer.output is not None
        assert layer.result is not None
        if kind in ("avgpool", "fc"):
            assert kind != "fc" or layer.output == (what,)
            continue
        p = layer.result.settings
        assert layer.output[0] == (32 if kind == "conv/s2" else what)
        assert p["stride"] == ((2, 2) if kind.endswith("s2") else (1, 1))
        assert p["groups"] == (what if kind.startswith("dw") else 1)


@pytest.mark.parametrize(
    ("width", "side", "millions", "mmacs"),
    # Howard et al. 2017, tables 6 and 7
    [
        (1.0, 224, 4.2, 569), (0.75, 224, 2.6, 325), (0.5, 224, 1.3, 149), (0.25, 224, 0.5, 41),
        (1.0, 192, 4.2, 418), (1.0, 160, 4.2, 290), (1.0, 128, 4.2, 186),
    ],
)  # fmt: skip
def test_version_1_in_the_papers_widths_and_sizes(
    width: float, side: int, millions: float, mmacs: int
) -> None:
    document = changed(zoo.get("mobilenet_v1"), width_multiplier=width, input_size=side)
    totals = analyze(document).totals
    assert round(totals.parameters / 1e6, 1) == millions
    assert totals.macs / 1e6 == pytest.approx(mmacs, rel=0.01)


def test_version_2_has_torchvisions_keys_and_figures() -> None:
    analysis = assert_same_figures(zoo.get("mobilenet_v2"), torchvision("mobilenet_v2"))
    assert_reference(analysis, "mobilenet_v2")
    assert analysis.totals.parameters == FIGURES["mobilenet_v2"]["params_exact_torchvision"]


def test_version_2_row_by_row() -> None:
    analysis = analyze(zoo.get("mobilenet_v2"))
    table = FIGURES["mobilenet_v2"]["rows_t_c_n_s"]
    side = 112
    for i, (_, expansion, channels, count, stride) in enumerate(table[1:8], 1):
        side //= stride
        row = analysis.row_at[f"features.stage{i}"]
        assert row.output == (channels, side, side)
        assert row.result is not None
        assert (row.result.settings["count"], row.result.settings["expansion"]) == (
            count, expansion,
        )  # fmt: skip
    assert analysis.row_at["features.stem"].output == (table[0][2], 112, 112)
    assert analysis.row_at["features.last"].output == (table[8][2], 7, 7)


@pytest.mark.parametrize("width", [0.35, 0.5, 0.75, 1.3, 1.4])
def test_version_2_in_other_widths(width: float) -> None:
    document = changed(zoo.get("mobilenet_v2"), width_multiplier=width, input_size=96)
    assert_same_figures(document, torchvision("mobilenet_v2", width_mult=width))


def test_version_2_over_the_papers_range() -> None:
    """Section 6.1: 1.7 M to 6.9 M parameters, up to 585 M multiply-adds. Table 2 at a width of 1.4
    comes to 6.1 M, as torchvision counts too; the paper's figure fits no reading of its table."""
    small = analyze(changed(zoo.get("mobilenet_v2"), width_multiplier=0.35, input_size=96)).totals
    large = analyze(changed(zoo.get("mobilenet_v2"), width_multiplier=1.4)).totals
    assert round(small.parameters / 1e6, 1) == 1.7
    assert large.parameters == 6_108_776
    assert large.macs / 1e6 == pytest.approx(585, rel=0.005)


def test_version_2_has_torchvisions_logits() -> None:
    assert_same_logits(zoo.get("mobilenet_v2"), torchvision("mobilenet_v2", "cpu"))


@pytest.mark.parametrize("name", VERSION_3)
def test_version_3_is_torchvisions(name: str) -> None:
    assert_same_figures(zoo.get(name), torchvision(name))
    narrow = changed(zoo.get(name), width_multiplier=0.75, classes=10, input_size=128)
    assert_same_figures(narrow, torchvision(name, width_mult=0.75, num_classes=10))
    assert_same_logits(zoo.get(name), torchvision(name, "cpu"))


@pytest.mark.parametrize(("name", "side"), [("mobilenet_v1", 315), ("mobilenet_v2", 491)])
def test_published_receptive_fields(name: str, side: int) -> None:
    field = analyze(zoo.get(name)).field
    assert field is not None
    assert (field.size, field.gated) == ((side, side), False)


def test_a_gate_leaves_the_field_beside_it() -> None:
    b = Builder()
    x = b.input("image", (8, 32, 32))
    x = b.add("before", "conv2d", x, out_channels=8, kernel_size=3)
    x = b.add("se", "squeeze_excitation", x)
    x = b.add("after", "conv2d", x, out_channels=8, kernel_size=3)
    b.output(x)
    analysis = analyze(b.document("gated", About()))
    assert analysis.field is not None
    assert (analysis.field.size, analysis.field.gated) == ((5, 5), True)
    assert analysis.row_at["se.avgpool"].field is not None
    said = [e.formula for e in explain(analysis.row_at["after"], analysis)]
    assert "and, by gates alone, the whole image" in said


def test_what_separation_saves() -> None:
    """1/N + 1/D² of a convolution (Howard et al. 2017, section 3.1)."""
    b = Builder()
    x = b.input("image", (512, 14, 14))
    for name, kind in (("full", "conv_norm_act"), ("separable", "depthwise_separable")):
        x = b.add(name, kind, x, out_channels=512)
    b.output(x)
    rows = analyze(b.document("both", About())).row_at
    full, separable = rows["full"].totals, rows["separable"].totals
    assert full is not None
    assert separable is not None
    assert separable.macs / full.macs == pytest.approx(1 / 512 + 1 / 9)
    assert full.macs == prod((512, 512, 9, 14, 14))


def test_exported_source_is_the_network() -> None:
    for name in ("mobilenet_v2", "mobilenet_v3_small"):
        assert_same(with_input(zoo.get(name), (3, 64, 64)))


@pytest.mark.parametrize("name", ["mobilenet_v1", "mobilenet_v3_small"])
def test_one_step_of_training(name: str) -> None:
    assert_trains(zoo.get(name))
