"""Residual blocks: arrangements, shortcuts, dropout, squeeze and excitation."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import torch
from torch import Tensor
from torch.nn import functional as F

from explorer import zoo
from explorer.analysis.analyze import analyze
from explorer.blocks.builder import Builder
from explorer.build.module import build
from explorer.build.torchvision_ops import prepare
from explorer.graph.edits import SetDocumentParameter
from explorer.graph.model import About
from tests.zoo.residual import one, stir

prepare()
from torchvision.ops import SqueezeExcitation  # noqa: E402


def norm(x: Tensor, w: dict[str, Tensor], name: str) -> Tensor:
    mean, var = w[f"{name}.running_mean"], w[f"{name}.running_var"]
    return F.batch_norm(x, mean, var, w[f"{name}.weight"], w[f"{name}.bias"])


def conv(x: Tensor, w: dict[str, Tensor], name: str, stride: int = 1) -> Tensor:
    weight = w[f"{name}.weight"]
    return F.conv2d(x, weight, None, stride, weight.shape[-1] // 2)


def projection(x: Tensor, w: dict[str, Tensor]) -> Tensor:
    return norm(conv(x, w, "downsample.0", 2), w, "downsample.1")


def original(x: Tensor, w: dict[str, Tensor]) -> Tensor:
    y = norm(conv(x, w, "conv1", 2), w, "bn1").relu()
    return (norm(conv(y, w, "conv2"), w, "bn2") + projection(x, w)).relu()


def norm_after_addition(x: Tensor, w: dict[str, Tensor]) -> Tensor:
    y = norm(conv(x, w, "conv1", 2), w, "bn1").relu()
    return norm(conv(y, w, "conv2") + projection(x, w), w, "bn2").relu()


def relu_last(x: Tensor, w: dict[str, Tensor]) -> Tensor:
    y = norm(conv(x, w, "conv1", 2), w, "bn1").relu()
    return norm(conv(y, w, "conv2"), w, "bn2").relu() + projection(x, w)


def norm_last(x: Tensor, w: dict[str, Tensor]) -> Tensor:
    y = norm(conv(x.relu(), w, "conv1", 2), w, "bn1").relu()
    return norm(conv(y, w, "conv2"), w, "bn2") + projection(x, w)


def pre_activation(x: Tensor, w: dict[str, Tensor]) -> Tensor:
    x = norm(x, w, "bn1").relu()
    y = norm(conv(x, w, "conv1", 2), w, "bn2").relu()
    return conv(y, w, "conv2") + conv(x, w, "downsample", 2)


@pytest.mark.parametrize(
    "forward", [original, norm_after_addition, relu_last, norm_last, pre_activation]
)
def test_arrangements(forward: Callable[[Tensor, dict[str, Tensor]], Tensor]) -> None:
    """Figure 4 of the second paper, a to e, on the weights of a block that strides."""
    torch.manual_seed(0)
    document = one(
        "residual_basic", (8, 12, 12), out_channels=16, stride=2, arrangement=forward.__name__
    )
    network = build(document).eval()
    stir(network)
    weights = {k.removeprefix("block."): v for k, v in network.state_dict().items()}
    x = torch.randn(2, 8, 12, 12)
    with torch.no_grad():
        assert torch.equal(network(x), forward(x, weights))


def test_shortcuts() -> None:
    """Options A, B and C: nothing learned, where shapes change, everywhere."""
    resnet34 = zoo.get("resnet34")
    counts = {}
    for i, option in enumerate("ABC"):
        document = SetDocumentParameter(name="projections", value=i).apply(resnet34)
        counts[option] = analyze(document).totals.parameters
    assert counts["A"] == analyze(zoo.get("plain34")).totals.parameters
    assert counts["B"] == analyze(resnet34).totals.parameters

    def projected(*sides: tuple[int, int]) -> int:
        return sum(a * b + 2 * b for a, b in sides)

    b = projected((64, 128), (128, 256), (256, 512))
    assert counts["B"] - counts["A"] == b
    c = sum(projected((64 * 2**i,) * 2) * (n - (i > 0)) for i, n in enumerate((3, 4, 6, 3)))
    assert counts["C"] - counts["B"] == c


def test_option_a_keeps_every_other_value_and_adds_zeros() -> None:
    network = build(one("residual_basic", (4, 6, 6), out_channels=10, stride=2, shortcut="A"))
    shortcuts: dict[str, Tensor] = {}
    network.observer = shortcuts.__setitem__
    x = torch.randn(2, 4, 6, 6)
    network.eval()(x)
    expected = torch.cat((x[:, :, ::2, ::2], torch.zeros(2, 6, 3, 3)), 1)
    assert torch.equal(shortcuts["block.downsample"], expected)
    fewer = analyze(one("residual_basic", (8, 6, 6), out_channels=4, shortcut="A"))
    assert [p.what for p in fewer.problems] == ["option A leads 8 channels to more, not to 4"]


def test_squeeze_and_excitation_follows_any_block() -> None:
    b = Builder()
    x = b.add("inception", "inception", b.input("image", (192, 8, 8)))
    b.output(b.add("se", "squeeze_excitation", x, squeeze_channels=16))
    network = build(b.document("SE-Inception", About())).eval()
    values: dict[str, Tensor] = {}
    network.observer = values.__setitem__
    theirs = SqueezeExcitation(256, 16)
    weights = {k: v for k, v in network.state_dict().items() if k.startswith("se.")}
    theirs.load_state_dict({k.removeprefix("se."): v for k, v in weights.items()})
    with torch.no_grad():
        out = network(torch.randn(2, 192, 8, 8))
        assert torch.equal(out, theirs(values["inception"]))


@pytest.mark.parametrize("kind", ["residual_basic", "residual_bottleneck", "senet_bottleneck"])
def test_a_gate_before_the_addition(kind: str) -> None:
    plain = analyze(one(kind, (256, 8, 8), se_reduction=0)).totals.parameters
    gated = analyze(one(kind, (256, 8, 8), se_reduction=8))
    row = gated.row_at["block.se_module"]
    assert row.totals is not None
    channels = row.inputs[0][0]
    squeezed = channels // 8
    own = 2 * channels * squeezed + squeezed + channels
    assert (row.totals.parameters, gated.totals.parameters - plain) == (own, own)


def test_dropout_stands_between_the_convolutions() -> None:
    rows = list(analyze(zoo.get("wrn_28_10")).row_at)
    inside = [path.removeprefix("layer1.1.") for path in rows if path.startswith("layer1.1.")]
    order = ("bn1", "relu1", "conv1", "bn2", "relu2", "dropout", "conv2", "downsample", "add")
    assert [name for name in inside if name in order] == list(order)
    without = SetDocumentParameter(name="dropout", value=0.0).apply(zoo.get("wrn_28_10"))
    assert not [p for p in analyze(without).row_at if "dropout" in p]
