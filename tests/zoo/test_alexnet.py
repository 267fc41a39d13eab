"""AlexNet and ZFNet against torchvision, measured counts, the papers and the lecture's table."""

from __future__ import annotations

import re

import pytest
import torch
from torch import nn

from explorer import zoo
from explorer.analysis.analyze import analyze
from explorer.build.module import build
from tests.exchange.helpers import assert_same, small
from tests.zoo.oracle import (
    FIGURES,
    assert_clean,
    assert_reference,
    assert_same_figures,
    assert_same_logits,
    changed,
    torchvision,
)

TABLE = FIGURES["alexnet_ungrouped"]
PLACES = {
    **{f"conv{i}": f"features.layer{i}.conv" for i in range(1, 6)},
    "pool1": "features.layer1.pool",
    "pool2": "features.layer2.pool",
    "pool3": "features.layer5.pool",
    "fc6": "classifier.fc6.fc",
    "fc7": "classifier.fc7.fc",
    "fc8": "classifier.fc8",
}


def test_torchvisions() -> None:
    analysis = assert_same_figures(zoo.get("alexnet"), torchvision("alexnet"))
    assert analysis.totals.parameters == 61_100_840
    assert_reference(analysis, "alexnet")
    assert_same_logits(zoo.get("alexnet"), torchvision("alexnet", "cpu"))


@pytest.mark.parametrize(
    ("name", "row"), [("alexnet_2012", "alexnet_2012_grouped (Caffe)"), ("zfnet", "zfnet")]
)
def test_counts_are_the_measured_ones(name: str, row: str) -> None:
    analysis = analyze(zoo.get(name))
    assert_clean(analysis)
    assert_reference(analysis, row)


def test_the_network_of_2012() -> None:
    analysis = analyze(zoo.get("alexnet_2012"))
    assert analysis.totals.parameters == TABLE["grouped_two_gpu_2012"]["params_exact"] == 60_965_224
    # section 3.5 counts 253,440–186,624–64,896–64,896–43,264 neurons; its first number is 55×48×96,
    # where figure 2 has 55×55 values in each of two halves of 48 maps
    made = [(analysis.row_at[PLACES[f"conv{i}"]].output or ()) for i in range(1, 6)]
    assert [c * h * w for c, h, w in made] == [290_400, 186_624, 64_896, 64_896, 43_264]
    norm = build(zoo.get("alexnet_2012"), "meta").module_of["features.layer1.norm"]
    assert isinstance(norm, nn.LocalResponseNorm)
    # section 3.3: k 2, n 5, α 1e-4 (which torch divides by n), β 0.75
    assert (norm.k, norm.size, norm.alpha / norm.size, norm.beta) == (2.0, 5, 1e-4, 0.75)


def test_what_the_groups_save() -> None:
    """Each filter of layers 2, 4 and 5 has half as many weights."""
    grouped, whole = zoo.get("alexnet_2012"), zoo.get("alexnet_ungrouped")
    saved = 25 * 48 * 256 + 9 * 192 * 384 + 9 * 192 * 256
    assert analyze(whole).totals.parameters == 62_378_344 == 60_965_224 + saved
    assert analyze(changed(grouped, groups=1)).totals == analyze(whole).totals
    assert analyze(changed(whole, groups=2)).totals == analyze(grouped).totals


def _digits(text: str) -> tuple[float, float]:
    """What a figure such as 1.3M says, and half of its last digit."""
    match = re.fullmatch(r"([\d.]+)([KM])", text)
    assert match is not None
    unit = {"K": 1e3, "M": 1e6}[match[2]]
    decimals = len(match[1].partition(".")[2])
    return float(match[1]) * unit, 0.5 * 10**-decimals * unit


@pytest.mark.parametrize("row", TABLE["layers"], ids=lambda row: row[0])
def test_the_lectures_table(row: list[object]) -> None:
    """Row conv1 has a padding of 2, which gives its 55×55 on images of 224; on the 227 that the
    table begins with it is 0. Its MFLOPs are cut off in some rows and rounded in others."""
    name, out, kernel, stride, padding, side, params, mflops = row
    analysis = analyze(zoo.get("alexnet_ungrouped"))
    assert analysis.row_at["image"].output == tuple(TABLE["input"])
    place = analysis.row_at[PLACES[str(name)]]
    totals = place.totals
    assert place.result is not None
    assert totals is not None
    p = place.result.settings
    output = (*(place.output or ()), 1, 1)[:3]
    assert output[1:] == (side, side)
    if out is not None:
        assert output[0] == out
    if kernel is not None:
        assert p["kernel_size"] == (kernel, kernel)
        assert p["stride"] == (stride, stride)
        assert p["padding"] == ((0, 0) if name == "conv1" else (padding, padding))
    if params == 0:
        assert totals.parameters == 0
    else:
        stated, half = _digits(str(params))
        assert totals.parameters == pytest.approx(stated, abs=half)
        assert isinstance(mflops, int)
        assert totals.flops / 1e6 == pytest.approx(mflops, abs=1)


def test_the_lectures_totals() -> None:
    analysis = analyze(zoo.get("alexnet_ungrouped"))
    assert analysis.totals.flops / 1e9 == pytest.approx(TABLE["gflops_approx"], abs=0.05)
    linear = sum(r.totals.parameters for r in analysis.rows if r.node.type == "linear" and r.totals)
    assert linear / 1e6 == pytest.approx(58.6, abs=0.05)
    assert linear / analysis.totals.parameters == pytest.approx(0.94, abs=0.005)
    assert (analysis.totals.parameters - linear) / 1e6 == pytest.approx(3.7, abs=0.05)


def test_sides_of_zfnet_are_those_of_its_figure() -> None:
    rows = analyze(zoo.get("zfnet")).row_at
    layers = [f"features.layer{i}" for i in (1, 2, 3, 4, 5)]
    assert [(rows[f"{x}.conv"].output or (0, 0))[1] for x in layers] == [110, 26, 13, 13, 13]
    assert [(rows[f"{x}.pool"].output or (0, 0))[1] for x in (*layers[:2], layers[4])] == [
        55,
        13,
        6,
    ]
    first = rows["features.layer1.conv"].result
    assert first is not None
    # the lecture: 7×7 with stride 2 where AlexNet has 11×11 with stride 4
    assert (first.settings["kernel_size"], first.settings["stride"]) == ((7, 7), (2, 2))


def test_parameters_of_the_document() -> None:
    ten = changed(zoo.get("alexnet"), classes=10, dropout=0.1)
    assert_same_figures(ten, torchvision("alexnet", num_classes=10, dropout=0.1))
    dropout = build(ten, "meta").module_of["classifier.fc6.dropout"]
    assert isinstance(dropout, nn.Dropout)
    assert dropout.p == 0.1
    narrow = analyze(changed(zoo.get("alexnet"), hidden_features=100))
    assert narrow.totals.parameters == 61_100_840 - (
        4096 * 9217 + 4096 * 4097 + 1000 * 4097 - 100 * 9217 - 100 * 101 - 1000 * 101
    )


def test_exported_source_is_the_built_network() -> None:
    assert_same(changed(small("alexnet"), hidden_features=32))
    assert_same(changed(zoo.get("alexnet_2012"), hidden_features=32, input_size=99), 1)


def test_a_step_of_training() -> None:
    torch.manual_seed(0)
    network = build(changed(zoo.get("alexnet"), classes=4, hidden_features=16, input_size=64))
    network.train()
    loss = nn.functional.cross_entropy(network(torch.randn(2, 3, 64, 64)), torch.tensor([0, 3]))
    loss.backward()
    assert all(w.grad is not None for w in network.parameters())


@pytest.mark.parametrize("name", ["alexnet", "alexnet_2012", "alexnet_ungrouped"])
def test_the_published_receptive_field(name: str) -> None:
    """google-research/receptive_field, alexnet_v2."""
    field = analyze(zoo.get(name)).field
    assert field is not None
    assert field.size == (195, 195)
