"""Layers of newer networks against torch: shapes, parameters, multiply-adds and values."""

from __future__ import annotations

from typing import Any

import pytest
import torch
from torch import nn
from torch.nn import functional as F
from torch.utils.flop_counter import FlopCounterMode

from explorer.analysis.analyze import analyze
from explorer.analysis.results import errors
from explorer.blocks.builder import Builder
from explorer.build.module import build
from explorer.exchange.pytorch import source
from explorer.graph.model import About, Document
from tests.exchange.helpers import run

IMAGE = (6, 5, 7)


def one(type_: str, shape: tuple[int, ...] = IMAGE, **params: Any) -> Document:
    b = Builder()
    b.output(b.add("layer", type_, b.input("image", shape), **params))
    return b.document("one", About())


class _Reshaped(nn.Module):
    def __init__(self, shape: tuple[int, ...]) -> None:
        super().__init__()
        self.shape = shape

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x.reshape(-1, *self.shape)


class _Shifted(nn.Module):
    def __init__(self, value: float) -> None:
        super().__init__()
        self.value = value

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x + self.value


CASES = [
    ("gelu", {"approximate": "tanh"}, nn.GELU(approximate="tanh")),
    ("elu", {"alpha": 0.5}, nn.ELU(0.5)),
    ("selu", {}, nn.SELU()),
    ("mish", {}, nn.Mish()),
    ("softplus", {}, nn.Softplus()),
    ("hardtanh", {"min_val": 0, "max_val": 6}, nn.Hardtanh(0, 6)),
    ("prelu", {"per_channel": True}, nn.PReLU(6)),
    ("group_norm", {"groups": 3, "eps": 1e-3}, nn.GroupNorm(3, 6, eps=1e-3)),
    ("instance_norm", {"affine": True}, nn.InstanceNorm2d(6, affine=True)),
    ("upsample", {"scale": (2, 3)}, nn.Upsample(scale_factor=(2, 3))),
    ("upsample", {"mode": "bilinear", "align_corners": True},
     nn.Upsample(scale_factor=2, mode="bilinear", align_corners=True)),
    ("edge_pad2d", {"mode": "reflect", "padding": (1, 2, 3, 4)}, nn.ReflectionPad2d((1, 2, 3, 4))),
    ("edge_pad2d", {"mode": "replicate", "padding": 9}, nn.ReplicationPad2d(9)),
    ("edge_pad2d", {"mode": "circular", "padding": 5}, nn.CircularPad2d(5)),
    ("last_axis_norm", {}, nn.LayerNorm(7)),
    ("positionwise_linear", {"out_features": 4, "bias": False}, nn.Linear(7, 4, bias=False)),
    ("constant_pad2d", {"padding": (1, 2, 3, 4), "value": -2.5}, nn.ConstantPad2d((1, 2, 3, 4), -2.5)),
    ("resize", {"size": (9, 4), "mode": "bilinear"}, nn.Upsample((9, 4), mode="bilinear")),
    ("resize", {"size": 3}, nn.Upsample(3)),
    ("reshape", {"output_shape": (5, 6, 7)}, _Reshaped((5, 6, 7))),
    ("shift", {"value": 1.5}, _Shifted(1.5)),
]  # fmt: skip


@pytest.mark.parametrize(("type_", "params", "theirs"), CASES)
def test_against_the_module(type_: str, params: dict[str, Any], theirs: nn.Module) -> None:
    document = one(type_, **params)
    analysis = analyze(document)
    network = build(document)
    exported = run(source(document))
    for values in theirs.parameters():
        nn.init.normal_(values)
    keyed = {f"layer.{name}": value for name, value in theirs.state_dict().items()}
    network.load_state_dict(keyed)
    exported.load_state_dict(keyed)
    x = torch.randn(2, *IMAGE)
    with FlopCounterMode(display=False) as counter:
        expected = theirs(x)
    assert analysis.root.outputs == (tuple(expected.shape)[1:],)
    assert analysis.totals.parameters == sum(p.numel() for p in theirs.parameters())
    assert 2 * analysis.totals.flops == counter.get_total_flops()
    assert torch.equal(network(x), expected)
    assert torch.equal(exported(x), expected)


@pytest.mark.parametrize(
    ("type_", "params", "function"),
    [
        ("permute", {"order": (1, 2, 0)}, lambda x: x.permute(0, 2, 3, 1)),
        ("slice_channels", {"start": 2, "stop": 5}, lambda x: x[:, 2:5]),
        ("channel_norm", {"affine": False},
         lambda x: F.layer_norm(x.permute(0, 2, 3, 1), (6,)).permute(0, 3, 1, 2)),
    ],
)  # fmt: skip
def test_against_the_function(type_: str, params: dict[str, Any], function: Any) -> None:
    document = one(type_, **params)
    x = torch.randn(2, *IMAGE)
    expected = function(x)
    assert analyze(document).root.outputs == (tuple(expected.shape)[1:],)
    assert torch.equal(build(document)(x), expected)
    assert torch.equal(run(source(document))(x), expected)


@pytest.mark.parametrize(("channels", "sides"), [("first", (6, 1, 1)), ("last", (7,))])
def test_layer_scale(channels: str, sides: tuple[int, ...]) -> None:
    document = one("layer_scale", channels=channels)
    network, weight = build(document), torch.randn(sides)
    network.load_state_dict({"layer.weight": weight.flatten()})
    x = torch.randn(2, *IMAGE)
    assert torch.equal(network(x), x * weight)
    assert analyze(document).totals.parameters == weight.numel()


def test_subtracting_in_order() -> None:
    b = Builder()
    x = b.input("image", IMAGE)
    b.output(b.add("less", "subtract", b.add("relu", "relu", x), x))
    document = b.document("less", About())
    x = torch.randn(2, *IMAGE)
    assert torch.equal(build(document)(x), x.relu() - x)
    assert torch.equal(run(source(document))(x), x.relu() - x)


@pytest.mark.parametrize(
    ("type_", "params"),
    [
        ("group_norm", {"groups": 4}),
        ("permute", {"order": (0, 0, 1)}),
        ("slice_channels", {"start": 4, "stop": 7}),
        ("slice_channels", {"start": 3, "stop": 3}),
        ("edge_pad2d", {"padding": 5}),
        ("edge_pad2d", {"mode": "circular", "padding": 8}),
        ("upsample", {"align_corners": True}),
        ("hardtanh", {"min_val": 2}),
    ],
)
def test_refusals_say_how_to_mend(type_: str, params: dict[str, Any]) -> None:
    (problem,) = errors(analyze(one(type_, **params)).problems)
    assert problem.what
    assert problem.mend


def test_dividing_in_order() -> None:
    b = Builder()
    x = b.input("image", IMAGE)
    b.output(b.add("ratio", "divide", x, b.add("act", "softplus", x)))
    document = b.document("ratio", About())
    image = torch.randn(2, *IMAGE)
    for network in (build(document), run(source(document))):
        assert torch.equal(network(image), image / F.softplus(image))


def test_a_constant_for_each_channel() -> None:
    document = one("channel_shift")
    values = torch.randn(IMAGE[0])
    image = torch.randn(2, *IMAGE)
    assert analyze(document).totals.parameters == IMAGE[0]
    for network in (build(document), run(source(document))):
        network.load_state_dict({"layer.bias": values})
        with torch.no_grad():
            assert torch.equal(network(image), image + values.view(-1, 1, 1))
