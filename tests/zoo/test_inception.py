"""Inception of every kind, and Xception, against torchvision, measured counts, papers, lectures."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import nn
from torch.utils.flop_counter import FlopCounterMode

from explorer import zoo
from explorer.analysis.analyze import Analysis, analyze
from explorer.blocks.builder import Builder
from explorer.build.module import BuiltNetwork, build
from explorer.build.torchvision_ops import prepare
from explorer.graph.edits import SetDocumentParameter
from explorer.graph.model import About, Document
from tests.exchange.helpers import assert_same

prepare()
from torchvision import models  # noqa: E402

FIGURES = json.loads(Path("tests/reference/lecture_figures.json").read_text())
REFERENCE = {
    row["model"]: row
    for row in json.loads(Path("tests/reference/reference_models.json").read_text())
}
NAMES = {
    "googlenet": "googlenet (aux_logits=True)",
    "bn_inception": "bn_inception / inception_v2 (conv bias)",
    "inception_v3": "inception_v3 (aux_logits=True)",
    "inception_v4": "inception_v4",
    "inception_resnet_v1": "inception_resnet_v1",
    "inception_resnet_v2": "inception_resnet_v2",
    "xception": "legacy_xception",
}
ALL = (*NAMES, "inception_v2")
SWITCH = {"googlenet": "auxiliary_heads", "inception_v3": "auxiliary_head"}


@pytest.fixture(autouse=True)
def _one_thread() -> Any:
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


def with_parameters(name: str, **values: Any) -> Document:
    document = zoo.get(name)
    for key, value in values.items():
        document = SetDocumentParameter(name=key, value=value).apply(document)
    return document


def one(kind: str, shape: tuple[int, ...], **params: Any) -> Analysis:
    """A network of one block."""
    b = Builder()
    b.output(b.add("block", kind, b.input("image", shape), **params))
    return analyze(b.document("one", About()))


def torchvision(name: str, **options: Any) -> nn.Module:
    model: nn.Module = getattr(models, name)(weights=None, init_weights=False, **options)
    return model


def measured(network: BuiltNetwork) -> tuple[int, int]:
    """torch's own count of parameters and FLOPs."""
    network.eval()
    with FlopCounterMode(display=False) as counter:
        network(torch.empty(1, *network.input_shape, device="meta"))
    return sum(w.numel() for w in network.parameters()), counter.get_total_flops()


# -- counts ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ALL)
def test_nothing_is_wrong_and_torch_counts_the_same(name: str) -> None:
    document = zoo.get(name)
    analysis = analyze(document)
    assert analysis.ok
    assert [p for p in analysis.problems if p.severity != "hint"] == []
    assert document.about.year
    assert "arXiv" in document.about.source
    assert {"classes", "input_size"} <= set(document.environment)
    assert measured(build(document, "meta")) == (
        analysis.totals.parameters,
        analysis.totals.flops,
    )


@pytest.mark.parametrize("name", NAMES)
def test_counts_are_those_of_the_reference(name: str) -> None:
    row = REFERENCE[NAMES[name]]
    totals = analyze(zoo.get(name)).totals
    assert totals.parameters == row["params"]
    assert totals.flops == row["flops_flopcounter"]


def test_bias_beside_the_norm_counts_and_costs_no_multiplication() -> None:
    """The reference without biases: one less for every filter that a norm follows."""
    with_bias = analyze(zoo.get("bn_inception"))
    filters = sum(
        row.output[0] for row in with_bias.rows if row.node.type == "conv2d" and row.output
    )
    without = REFERENCE["bn_inception / inception_v2 (no bias)"]
    assert with_bias.totals.parameters - filters == without["params"]
    assert with_bias.totals.flops == without["flops_flopcounter"]


# -- torchvision ----------------------------------------------------------------------------------


def same_weights(ours: nn.Module, theirs: nn.Module) -> None:
    weights = theirs.state_dict()
    assert {k: v.shape for k, v in ours.state_dict().items()} == {
        k: v.shape for k, v in weights.items()
    }
    for key, value in weights.items():
        # running statistics that are not those of a fresh network, so that they matter
        if key.endswith("running_var"):
            value.uniform_(0.5, 1.5)
    theirs.load_state_dict(weights)
    ours.load_state_dict(weights)


@pytest.mark.parametrize(("name", "size"), [("googlenet", 96), ("inception_v3", 299)])
@pytest.mark.parametrize("heads", [True, False])
def test_torchvision_keys_and_logits(name: str, size: int, heads: bool) -> None:
    """In both modes, with the auxiliary heads and without."""
    torch.manual_seed(0)
    options = {"dropout_aux": 0.0} if name == "googlenet" else {}
    theirs = torchvision(name, aux_logits=heads, dropout=0.0, **options)
    ours = build(with_parameters(name, dropout=0, **options, **{SWITCH[name]: heads}))
    same_weights(ours, theirs)
    x = torch.randn(2, 3, size, size)
    with torch.no_grad():
        assert torch.equal(ours.eval()(x[:1]), theirs.eval()(x[:1]))
        found, expected = ours.train()(x), theirs.train()(x)
    if not heads:
        assert torch.equal(found, expected)
        return
    # torchvision gives the last auxiliary head's logits first
    heads_of_theirs = (expected[0], *reversed(expected[1:]))
    assert len(found) == len(heads_of_theirs)
    for mine, other in zip(found, heads_of_theirs, strict=True):
        assert torch.equal(mine, other)


@pytest.mark.parametrize("name", SWITCH)
def test_heads_switched_off_are_no_part_of_the_network(name: str) -> None:
    row = REFERENCE[f"{name} (aux_logits=False)"]
    analysis = analyze(with_parameters(name, **{SWITCH[name]: False}))
    assert analysis.totals.parameters == row["params"]
    assert analysis.totals.flops == row["flops_flopcounter"]
    assert analysis.problems == analyze(zoo.get(name)).problems
    assert not [row.path for row in analysis.rows if "aux" in row.path.lower()]
    # on again, from the analysis before
    assert analyze(zoo.get(name), analysis).totals == analyze(zoo.get(name)).totals


# -- papers and lectures --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "size"),
    [
        ("googlenet", 379),
        ("bn_inception", 699),
        ("inception_v3", 1311),
        ("inception_v4", 2071),
        ("inception_resnet_v2", 3039),
    ],
)
def test_published_receptive_fields(name: str, size: int) -> None:
    field = analyze(zoo.get(name)).field
    assert field is not None
    assert field.size == (size, size)
    assert not field.disagree


def test_the_table_of_inception_v2_row_by_row() -> None:
    rows = analyze(zoo.get("inception_v2")).row_at
    paths = (
        "stem.conv1",
        "stem.conv2",
        "stem.conv3",
        "stem.pool",
        "stem.conv4",
        "stem.conv5",
        "stem.conv6",
        "inception_a",
        "inception_b",
        "inception_c",
        "head.avgpool",
        "head.fc",
    )
    table = FIGURES["inception_v2_table"]["rows"]
    # the table gives what goes into a row. What goes into “conv6” is 192 channels of 35×35, and
    # what comes out of it the 288 that the first module takes
    for path, (_, patch, size) in zip(paths, table, strict=False):
        row = rows[path]
        assert list(row.inputs[0]) == size, path
        if "/" in patch:
            kernel, stride = patch.split("/")
            layer = rows.get(f"{path}.conv", row)
            assert layer.result is not None
            settings = layer.result.settings
            assert settings["kernel_size"] == (int(kernel[0]), int(kernel[0]))
            assert settings["stride"] == (int(stride), int(stride))
    assert table[-1] == ["softmax", "1000", [1000]]
    assert rows["head.fc"].output == (1000,)
    # the last image of 17×17 feeds the auxiliary head
    assert rows["aux"].inputs == (rows["inception_b"].output,) == ((768, 17, 17),)
    counts = [rows[f"inception_{k}"].result for k in "abc"]
    assert [r.settings["count"] for r in counts if r is not None] == [3, 5, 2]


def test_reduction_a_has_the_columns_of_table_1() -> None:
    table = FIGURES["inception_v4_family"]["reduction_a"]
    for name in ("inception_v4", "inception_resnet_v1", "inception_resnet_v2"):
        rows = analyze(zoo.get(name)).row_at
        environment = zoo.get(name).environment
        assert [environment[c] for c in table["columns"]] == table[name]
        parts = ("branch1.conv1", "branch1.conv2", "branch1.conv3", "branch0")
        widths = [(rows[f"reduction_a.{part}"].output or ())[0] for part in parts]
        assert widths == table[name]
        grid = [(rows[f"inception_{k}"].output or (0, 0))[1] for k in "abc"]
        assert grid == FIGURES["inception_v4_family"]["grid"]
    for name, count in FIGURES["inception_v4_family"]["params_known"].items():
        assert analyze(zoo.get(name)).totals.parameters == count


@pytest.mark.parametrize(
    ("name", "channels"),
    # figures 9 and 15: what the three sizes of image have; v2's first, as published with weights
    [
        ("inception_v4", (384, 1024, 1536)),
        ("inception_resnet_v1", (256, 896, 1792)),
        ("inception_resnet_v2", (320, 1088, 2080)),
    ],
)
def test_widths_of_the_three_stages(name: str, channels: tuple[int, ...]) -> None:
    rows = analyze(zoo.get(name)).row_at
    found = [rows[f"inception_{k}"].output for k in "abc"]
    assert found == [(c, s, s) for c, s in zip(channels, (35, 17, 8), strict=True)]


def test_xception_flows() -> None:
    rows = analyze(zoo.get("xception")).row_at
    assert rows["entry"].output == (728, 19, 19)
    assert rows["middle"].output == (728, 19, 19)
    assert rows["exit"].output == (2048, 10, 10)
    middle = rows["middle"].result
    assert middle is not None
    assert middle.settings["count"] == 8
    # no norm and no activation between the two steps of a separable convolution
    types = [row.node.type for path, row in rows.items() if path.startswith("exit.conv1.")]
    assert types == ["conv2d", "conv2d"]


def test_factorised_convolutions() -> None:
    """Section 3 of the paper: two 3×3 for a 5×5 save 28 %, 1×3 and 3×1 for a 3×3 save 33 %."""
    shape = (64, 17, 17)

    def macs(n: int, into: str) -> int:
        analysis = one("factorized_conv", shape, out_channels=64, kernel_size=n, into=into)
        assert analysis.ok
        field = analysis.row_at["block"].field
        assert field is not None
        assert field.size == (n, n)
        return analysis.totals.macs

    def plain(n: int) -> int:
        return one("conv2d", shape, out_channels=64, kernel_size=n, padding="same").totals.macs

    assert 1 - macs(5, "3x3_stack") / plain(5) == pytest.approx(0.28)
    assert 1 - macs(3, "1xn_nx1") / plain(3) == pytest.approx(1 / 3)
    assert macs(7, "nx1_1xn") * 7 == plain(7) * 2
    sides = one("factorized_conv", shape, out_channels=64, kernel_size=3, into="side_by_side")
    assert sides.row_at["block"].output == (128, 17, 17)
    assert not one("factorized_conv", shape, kernel_size=4).ok


# -- document parameters --------------------------------------------------------------------------


@pytest.mark.parametrize("name", ALL)
def test_classes_and_input_size_follow(name: str) -> None:
    before = analyze(zoo.get(name))
    size = int(before.document.environment["input_size"])  # type: ignore[arg-type]
    after = analyze(with_parameters(name, classes=10, input_size=size + 32))
    assert after.ok
    assert set(after.root.outputs) == {(10,)}
    assert after.root.states["image"].result is not None
    assert after.root.states["image"].result.outputs == ((3, size + 32, size + 32),)
    assert after.totals.macs > before.totals.macs
    assert after.totals.parameters < before.totals.parameters


def test_modules_and_widths_follow() -> None:
    def parameters(**values: Any) -> int:
        return analyze(with_parameters("inception_v4", **values)).totals.parameters

    whole = parameters()
    one_a = analyze(zoo.get("inception_v4")).row_at["inception_a.0"].totals
    assert one_a is not None
    assert parameters(modules_a=3) == whole - one_a.parameters
    # n wide is what goes into B: wider by 16
    rows = analyze(with_parameters("inception_resnet_v2", n=400)).row_at
    assert rows["inception_b"].output == (1104, 17, 17)
    xception = analyze(with_parameters("xception", middle_blocks=16)).totals
    middle = analyze(zoo.get("xception")).row_at["middle"].totals
    assert middle is not None
    assert xception.parameters == 22_855_952 + middle.parameters


def test_residual_scale() -> None:
    """The result of the branches, scaled, plus the input; nothing after it where asked so."""
    b = Builder()
    b.output(
        b.add(
            "block", "inception_resnet_c", b.input("image", (16, 8, 8)),
            scale=0.25, last_activation=False,
        )
    )  # fmt: skip
    network = build(b.document("one", About())).eval()
    values: dict[str, torch.Tensor] = {}
    network.observer = values.__setitem__
    with torch.no_grad():
        out = network(torch.randn(1, 16, 8, 8))
    assert torch.equal(out, values["block.conv2d"] * 0.25 + values["image"])


# -- code and training ----------------------------------------------------------------------------

SMALL = {"input_size": 75, "classes": 5}
FEW = {"modules_a": 2, "modules_b": 2, "modules_c": 2}


@pytest.mark.parametrize(
    ("name", "parameters"),
    [
        ("googlenet", {"input_size": 64, "classes": 5}),
        ("bn_inception", {"input_size": 64, "classes": 5}),
        ("inception_v3", SMALL | {"auxiliary_head": False}),
        ("inception_v4", SMALL | FEW),
        ("inception_resnet_v2", SMALL | FEW),
        ("xception", {"input_size": 64, "classes": 5, "middle_blocks": 2, "width": 256}),
    ],
)
def test_exported_source_is_the_network(name: str, parameters: dict[str, Any]) -> None:
    document = with_parameters(name, **parameters)
    text = assert_same(document)
    if name == "inception_v4":
        # a class for each kind of module, used for all of that kind
        assert text.count("(nn.Module):") < 14


@pytest.mark.parametrize("name", ["googlenet", "inception_resnet_v1"])
def test_one_training_step(name: str) -> None:
    parameters = {"googlenet": {"input_size": 64}, "inception_resnet_v1": SMALL | FEW}[name]
    torch.manual_seed(0)
    network = build(with_parameters(name, **parameters | {"classes": 3})).train()
    before = {k: v.clone() for k, v in network.named_parameters()}
    optimizer = torch.optim.SGD(network.parameters(), lr=0.01)
    outputs = network(torch.randn(4, *network.input_shape))
    target = torch.tensor([0, 1, 2, 0])
    outputs = outputs if isinstance(outputs, tuple) else (outputs,)
    loss = torch.stack([nn.functional.cross_entropy(o, target) for o in outputs]).sum()
    loss.backward()
    optimizer.step()
    assert loss.isfinite()
    moved = [not torch.equal(before[k], v) for k, v in network.named_parameters()]
    assert sum(moved) > 0.9 * len(moved)
