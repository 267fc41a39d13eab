"""Residual networks: torchvision's, the papers' tables, and every parameter of the family."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import torch
from torch.nn import functional as F
from torch.utils.flop_counter import FlopCounterMode

from explorer import zoo
from explorer.analysis.analyze import Analysis, analyze, with_input
from explorer.blocks.builder import Builder
from explorer.build.module import build
from explorer.build.plan import plan_of
from explorer.build.torchvision_ops import prepare
from explorer.graph.edits import SetDocumentParameter, SetParameter
from explorer.graph.model import About, Document
from explorer.zoo import resnet, resnet_cifar, resnetv2, resnext, senet
from explorer.zoo._residual import DEPTHS
from tests.exchange.helpers import assert_same
from tests.zoo.residual import one, stir

prepare()
from torchvision import models  # noqa: E402

REFERENCE = {
    row["model"]: row
    for row in json.loads(Path("tests/reference/reference_models.json").read_text())
}
FIGURES = json.loads(Path("tests/reference/lecture_figures.json").read_text())
TORCHVISION = [
    *(f"resnet{depth}" for depth in (18, 34, 50, 101, 152)),
    *(make.__name__ for make in resnext.NETWORKS),
]
# se_resnet50: as the authors' own weights have it, the stride in the first 1×1, and not as
# “seresnet50” of the file, which strides in the 3×3
OTHERS = {
    **{make.__name__: make.__name__ for make in resnetv2.NETWORKS},
    "preact_resnet110_cifar10": "preact_resnet110_cifar10",
    "wrn_28_10": "wrn_28_10_cifar10",
    "se_resnet50": "legacy_seresnet50",
    "se_resnext50_32x4d": "legacy_seresnext50_32x4d",
    "senet154": "legacy_senet154",
}
FAMILIES = (resnet, resnext, resnetv2, senet, resnet_cifar)
NAMES = [make.__name__ for family in FAMILIES for make in family.NETWORKS]


@pytest.fixture(autouse=True)
def one_thread() -> Any:
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)


def given(name: str, blocks: tuple[int, ...] = (), **values: Any) -> Document:
    """A network of the zoo with its stages as long as given, and some of its parameters set."""
    document = zoo.get(name)
    for i, count in enumerate(blocks, 1):
        edit = SetParameter(name=f"layer{i}", parameter="count", value=count)
        document = edit.apply(document)
    for key, value in values.items():
        document = SetDocumentParameter(name=key, value=value).apply(document)
    return document


def figures(name: str, **values: Any) -> tuple[int, int]:
    """Parameters and FLOPs."""
    totals = analyze(given(name, **values)).totals
    return totals.parameters, totals.flops


# -- against torchvision and the reference file ------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_no_network_has_a_problem(name: str) -> None:
    analysis = analyze(zoo.get(name))
    assert analysis.ok
    assert analysis.problems == ()
    assert plan_of(analysis).outputs
    assert {"classes", "input_size"} <= set(analysis.document.environment)


@pytest.mark.parametrize(
    ("name", "row"), [*((name, name) for name in TORCHVISION), *OTHERS.items()]
)
def test_counts_are_the_measured_ones(name: str, row: str) -> None:
    measured = REFERENCE[row]
    assert figures(name) == (measured["params"], measured["flops_flopcounter"])


@pytest.mark.parametrize("name", TORCHVISION)
def test_keys_are_torchvisions(name: str) -> None:
    with torch.device("meta"):
        theirs = getattr(models, name)(weights=None).state_dict()
    ours = build(zoo.get(name), "meta").state_dict()
    assert {k: v.shape for k, v in ours.items()} == {k: v.shape for k, v in theirs.items()}


@pytest.mark.parametrize("name", ["resnet34", "resnet50", "resnext50_32x4d", "wide_resnet50_2"])
def test_logits_are_torchvisions(name: str) -> None:
    torch.manual_seed(0)
    theirs = getattr(models, name)(weights=None).eval()
    stir(theirs)
    ours = build(zoo.get(name), "meta").to_empty(device="cpu").eval()
    ours.load_state_dict(theirs.state_dict())
    x = torch.randn(1, 3, 64, 64)
    with torch.no_grad():
        assert torch.equal(ours(x), theirs(x))


@pytest.mark.parametrize(
    "name", ["resnet50_v1", "plain34", "resnet20_cifar10", "resnet110_norm_last_cifar10"]
)
def test_counts_are_torchs(name: str) -> None:
    document = zoo.get(name)
    network = build(document, "meta").eval()
    with FlopCounterMode(display=False) as counter:
        network(torch.empty(1, *network.input_shape, device="meta"))
    parameters = sum(weight.numel() for weight in network.parameters())
    assert figures(name) == (parameters, counter.get_total_flops())


# -- the papers' tables ------------------------------------------------------------------------


def gmacs(name: str) -> float:
    return analyze(zoo.get(name)).totals.macs / 1e9


def test_table_1_of_the_first_paper() -> None:
    paper = FIGURES["resnet"]["gmacs_paper"]
    for name, depth in (
        ("resnet18", "18"),
        ("resnet34", "34"),
        ("resnet50_v1", "50"),
        ("resnet101_v1", "101"),
        ("resnet152_v1", "152"),
    ):
        # the paper cuts the second digit off or rounds it: 3.66 is 3.6, and 7.57 is 7.6
        assert gmacs(name) == pytest.approx(paper[depth], abs=0.07), name
        counts = [zoo.get(name).graph[f"layer{i}"].params["count"] for i in (1, 2, 3, 4)]
        assert counts == FIGURES["resnet"]["blocks"][depth]
        rows = analyze(zoo.get(name)).row_at
        paths = ("stem.conv1", "layer1", "layer2", "layer3", "layer4", "head.avgpool")
        sides = [(rows[path].output or (0, 0))[1] for path in paths]
        assert sides == FIGURES["resnet"]["output_sides"]
    assert gmacs("resnet50") == pytest.approx(4.1, abs=0.02)
    assert gmacs("plain34") == pytest.approx(FIGURES["plain34"]["gmacs"], abs=0.05)
    for depth, count in FIGURES["resnet"]["params_exact_torchvision"].items():
        assert figures(f"resnet{depth}")[0] == count


def test_plain34_is_resnet34_without_its_shortcuts() -> None:
    analysis = analyze(zoo.get("plain34"))
    assert not [row for row in analysis.rows if row.node.type in ("add", "identity")]
    assert analysis.totals.macs == analyze(given("resnet34", projections=0)).totals.macs
    rows = analyze(zoo.get("resnet34")).row_at
    projections = [rows[f"layer{i}.0.downsample"].totals for i in (2, 3, 4)]
    without = figures("resnet34")[0] - sum(t.parameters for t in projections if t)
    assert analysis.totals.parameters == without


@pytest.mark.parametrize(
    ("depth", "millions", "exact"),
    # table 6 of the first paper; the exact counts follow from the shapes of section 4.2
    [
        (20, "0.27", 269_722),
        (32, "0.46", 464_154),
        (44, "0.66", 658_586),
        (56, "0.85", 853_018),
        (110, "1.73", 1_727_962),
    ],
)
def test_cifar_table(depth: int, millions: str, exact: int) -> None:
    analysis = analyze(zoo.get(f"resnet{depth}_cifar10"))
    assert analysis.totals.parameters == exact
    assert f"{exact / 1e6:.2f}" == millions
    assert [analysis.row_at[f"layer{i}"].output for i in (1, 2, 3)] == [
        (16, 32, 32),
        (32, 16, 16),
        (64, 8, 8),
    ]
    layers = [row for row in analysis.rows if row.node.type in ("conv2d", "linear")]
    assert len(layers) == depth
    assert analysis.totals == analyze(given("resnet20_cifar10", depth=depth)).totals


@pytest.mark.parametrize(
    ("depth", "widen", "millions"),
    # tables 4 and 5 of the wide paper
    [(40, 1, 0.6), (40, 2, 2.2), (40, 4, 8.9), (16, 8, 11.0), (22, 8, 17.2), (28, 10, 36.5)],
)
def test_wide_table(depth: int, widen: int, millions: float) -> None:
    count = figures("wrn_28_10", depth=depth, widen_factor=widen)[0]
    assert count / 1e6 == pytest.approx(millions, abs=0.06)
    assert FIGURES["wide_resnet"]["params_known"]["wrn_28_10_cifar10"] == figures("wrn_28_10")[0]


def test_cardinality_and_width_of_equal_cost() -> None:
    table = FIGURES["resnext"]
    for cardinality, width, weights in table["same_cost"]:
        analysis = analyze(
            one(
                "residual_bottleneck",
                (256, 56, 56),
                channels=64,
                groups=cardinality,
                width_per_group=width,
            )
        )
        rows = [row.totals for row in analysis.rows if row.node.type == "conv2d"]
        assert sum(t.parameters for t in rows if t) == weights
        assert weights == cardinality * (256 * width + 9 * width**2 + 256 * width)
    for name in ("resnet50", "resnext50_32x4d"):
        count, flops = figures(name)
        assert count == pytest.approx(table[name]["params_approx"], rel=0.005)
        # the paper's 4.2 is 4.23, its 4.1 is 4.09
        assert flops / 2e9 == pytest.approx(table[name]["gmacs"], abs=0.04)


# -- receptive fields --------------------------------------------------------------------------


def field(analysis: Analysis) -> int:
    assert analysis.field is not None
    return analysis.field.size[0]


@pytest.mark.parametrize(
    ("name", "size"), [*zip(TORCHVISION[:5], (435, 899, 427, 971, 1451), strict=True)]
)
def test_fields_with_torchvisions_strides(name: str, size: int) -> None:
    assert field(analyze(zoo.get(name))) == size


@pytest.mark.parametrize(("depth", "size"), [(50, 483), (101, 1027), (152, 1507)])
def test_published_fields(depth: int, size: int) -> None:
    """Published for the stride in the last block of a stage. With the stride in the first 1×1 of
    the next stage, as the paper has it, the same 3×3 convolutions see each resolution."""
    assert field(analyze(zoo.get(f"resnet{depth}_v1"))) == size
    b = Builder()
    x = b.add("stem", "stem", b.input("image", (3, 224, 224)))
    for i, count in enumerate(DEPTHS[depth]):
        block, channels = "residual_bottleneck", 64 * 2**i
        x = b.add(f"layer{i}", "stage", x, block=block, count=count - 1, channels=channels)
        x = b.add(f"last{i}", block, x, channels=channels, stride=2 if i < 3 else 1)
    b.output(x)
    assert field(analyze(b.document("strides in the last block", About()))) == size


# -- parameters of the whole network -----------------------------------------------------------


def test_parameters_lead_from_one_network_to_another() -> None:
    deep = (3, 4, 23, 3)
    assert figures("resnet50", blocks=deep) == figures("resnet101")
    assert figures("resnet50", stride_in_1x1=True) == figures("resnet50_v1")
    assert figures("resnet18", blocks=(3, 4, 6, 3)) == figures("resnet34")
    wider = figures("resnext50_32x4d", blocks=deep, width_per_group=8)
    assert wider == figures("resnext101_32x8d")
    single = figures("resnext50_32x4d", cardinality=1, width_per_group=64)
    assert single == figures("wide_resnet50_2", widen_factor=1) == figures("resnet50")
    se = {"reduction": 16, "cardinality": 1, "width_per_group": 64}
    row = REFERENCE["seresnet50"]
    assert figures("se_resnext50_32x4d", **se) == (row["params"], row["flops_flopcounter"])


def test_classes_and_size_are_torchvisions() -> None:
    with torch.device("meta"):
        theirs = models.resnext50_32x4d(weights=None, num_classes=10).eval()
    with FlopCounterMode(display=False) as counter:
        theirs(torch.empty(1, 3, 96, 96, device="meta"))
    found = figures("resnext50_32x4d", classes=10, input_size=96)
    assert found == (sum(w.numel() for w in theirs.parameters()), counter.get_total_flops())


def test_half_the_width_is_a_quarter_of_the_weights() -> None:
    full = analyze(zoo.get("resnet50")).row_at
    half = analyze(given("resnet50", width=32)).row_at
    for path, row in full.items():
        narrow = half[path].totals
        if row.node.type == "conv2d" and row.totals and narrow:
            share = 2 if path == "stem.conv1" else 4
            assert share * narrow.parameters == row.totals.parameters, path


# -- out of the program ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("resnet20_cifar10", {}),
        ("preact_resnet110_cifar10", {"depth": 14}),
        ("resnet110_norm_last_cifar10", {"depth": 8, "projections": 2}),
        ("wrn_28_10", {"depth": 10, "widen_factor": 2}),
        ("se_resnext50_32x4d", {"blocks": (2, 1, 1, 2), "width": 32, "classes": 10}),
        ("senet154", {"blocks": (1, 2, 1, 1), "width": 32, "classes": 10, "cardinality": 8}),
        ("resnet50_v1", {"blocks": (1, 2, 1, 1), "width": 16}),
    ],
)
def test_source_is_the_built_network(name: str, values: dict[str, Any]) -> None:
    document = given(name, **values)
    if document.environment["input_size"] == 224:
        document = with_input(document, (3, 64, 64))
    assert_same(document)


def test_a_step_of_training() -> None:
    torch.manual_seed(0)
    network = build(zoo.get("resnet20_cifar10")).train()
    optimizer = torch.optim.SGD(network.parameters(), lr=0.05)
    x, labels = torch.randn(8, 3, 32, 32), torch.arange(8)
    losses = []
    for _ in range(3):
        loss = F.cross_entropy(network(x), labels)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    assert losses[-1] < losses[0]
