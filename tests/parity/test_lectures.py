"""Figures of the lecture notes, and of published tables, that the networks here must give."""

from __future__ import annotations

import json
from math import prod
from pathlib import Path

import pytest

from explorer import zoo
from explorer.analysis.analyze import Analysis, analyze
from explorer.blocks.builder import Builder
from explorer.graph.model import About

FIGURES = json.loads(Path("tests/reference/lecture_figures.json").read_text())


def one(kind: str, shape: tuple[int, ...], **params: object) -> Analysis:
    """A network of one block."""
    b = Builder()
    b.output(b.add("block", kind, b.input("image", shape), **params))
    return analyze(b.document("one", About()))


def test_convolution_of_eight_channels() -> None:
    row = FIGURES["conv_examples"][0]
    found = one("conv2d", tuple(row["input"]), out_channels=16, kernel_size=5, padding="same")
    assert found.totals.parameters == row["params"]
    assert found.row_at["block"].output == tuple(row["output"])
    assert prod(row["output"]) == row["output_values"] == found.totals.activations
    # the note rounds: it counts 2·5·5·8 operations a value, which is what two FLOPs a MAC give
    assert found.totals.flops == row["flops"]


def test_first_layers_of_alexnet() -> None:
    conv, pool = FIGURES["conv_examples"][1:3]
    found = one("conv2d", tuple(conv["input"]), out_channels=96, kernel_size=11, stride=4)
    assert found.totals.parameters == conv["params_with_bias"]
    assert found.row_at["block"].output == tuple(conv["output"])
    found = one("max_pool2d", tuple(pool["input"]), kernel_size=3, stride=2)
    assert found.row_at["block"].output == tuple(pool["output"])


def test_vgg16_row_by_row() -> None:
    table = FIGURES["vgg16"]
    analysis = analyze(zoo.get("vgg16"))
    layers = [row for row in analysis.rows if row.node.type in ("conv2d", "linear")]
    assert [[list(r.output or ()), r.totals.parameters] for r in layers if r.totals] == [
        row[1:] for row in table["keras_table"]
    ]
    assert analysis.totals.parameters == table["params_exact"]
    dense = sum(r.totals.parameters for r in layers if r.node.type == "linear" and r.totals)
    assert dense == table["fc_params_exact"]
    slip = table["slips"][0]
    assert analysis.totals.flops / 1e9 == pytest.approx(slip["true"], abs=0.005)
    assert float(slip["stated"]) - slip["true"] > 8


def test_inception_example() -> None:
    example = FIGURES["googlenet"]["inception_example"]
    shape = tuple(example["input"])
    naive = one("inception_naive", shape, branch1x1=128, branch3x3=192, branch5x5=96)
    assert list(naive.row_at["block"].output or ()) == example["naive"]["output"]
    assert naive.totals.macs == example["naive"]["macs"] == 854_196_224
    reduced = one(
        "inception", shape,
        branch1x1=128, reduce3x3=64, branch3x3=192, reduce5x5=64, branch5x5=96,
        pool_projection=64,
    )  # fmt: skip
    assert list(reduced.row_at["block"].output or ()) == example["reduced"]["output"]
    assert reduced.totals.macs == example["reduced"]["macs"] == 271_351_808


def test_resnet_sides_and_counts() -> None:
    for name, count in (("resnet18", "18"), ("resnet50", "50")):
        analysis = analyze(zoo.get(name))
        assert analysis.totals.parameters == FIGURES["resnet"]["params_exact_torchvision"][count]
        paths = ("stem.conv1", "layer1", "layer2", "layer3", "layer4", "head.avgpool")
        sides = [(analysis.row_at[p].output or (0, 0))[1] for p in paths]
        assert sides == FIGURES["resnet"]["output_sides"]


def test_lenet_parts() -> None:
    parts = FIGURES["lenet5"]["parts_1998"]
    analysis = analyze(zoo.get("lenet5"))
    assert analysis.totals.trainable == FIGURES["lenet5"]["params_exact_1998"]
    rows = analysis.row_at
    for name, count in parts.items():
        totals = rows[name.partition(" ")[0]].totals
        assert totals is not None
        assert totals.trainable == count


@pytest.mark.parametrize(
    ("name", "size"),
    # torchvision strides in the first block of a stage, which gives 427 where the published
    # table, striding in the last, has 483
    [("vgg16", 212), ("resnet18", 435), ("resnet50", 427), ("googlenet", 379)],
)
def test_published_receptive_fields(name: str, size: int) -> None:
    field = analyze(zoo.get(name)).field
    assert field is not None
    assert field.size == (size, size)


def test_where_vgg16_has_its_parameters() -> None:
    """89 % in its three linear layers, 11 % in its thirteen convolutions."""
    totals = analyze(zoo.get("vgg16")).totals
    dense = FIGURES["vgg16"]["fc_params_exact"] / totals.parameters
    assert f"{dense:.0%}" == FIGURES["vgg16"]["fc_share"]
    assert f"{1 - dense:.0%}" == FIGURES["vgg16"]["conv_share"]


def test_googlenet_is_22_layers_deep_and_has_two_auxiliary_heads() -> None:
    """Counted as its paper does: the layers with weights on the longest way to the answer."""
    analysis = analyze(zoo.get("googlenet"))
    found = FIGURES["googlenet"]
    aux = [n for n in analysis.document.graph.nodes if n.type == "auxiliary_head"]
    assert len(aux) == found["aux_heads"]
    weighted = [r.path for r in analysis.rows if r.node.type in ("conv2d", "linear")]
    on_the_way = [
        path
        for path in weighted
        # of each module's branches the longest, the 3×3 after its 1×1
        if not path.startswith("aux") and not any(f".branch{i}." in path for i in (1, 3, 4))
    ]
    assert len(on_the_way) == found["weight_layers"]


def test_se_resnet50_has_the_lectures_count() -> None:
    known = FIGURES["senet"]["params_known"]["se_resnet50"]
    assert analyze(zoo.get("se_resnet50")).totals.parameters == known


def test_mobilenet_v2_costs_300_million() -> None:
    stated = FIGURES["mobilenet_v2"]["mmacs_approx"]
    assert round(analyze(zoo.get("mobilenet_v2")).totals.macs / 1e6, -2) == stated
