"""Receptive fields of known networks: published sizes, and the support of gradients."""

from __future__ import annotations

from math import floor

import pytest
import torch
from torch import nn

from explorer import zoo
from explorer.analysis.analyze import Analysis, Row, analyze, with_input
from explorer.analysis.explain import FIELD, OFFSET, STEP, explain
from explorer.analysis.field_hints import field_hints
from explorer.blocks.builder import Builder
from explorer.build.module import build
from explorer.graph.model import About

PUBLISHED = {
    # Araujo et al. 2019, distill.pub/2019/computing-receptive-fields, table of known networks
    "vgg16": 212,
    "alexnet": 195,
    "bn_inception": 699,
    "inception_v3": 1311,
    "inception_v4": 2071,
    "inception_resnet_v2": 3039,
    "mobilenet_v1": 315,
    # there the last block of a stage strides, 483, 1027 and 1507; torchvision's strides in the
    # first, so that fewer of its 3×3 convolutions see with the wider step
    "resnet50": 427,
    "resnet101": 971,
    "resnet152": 1451,
    # worked out by the same rules, not in that table
    "resnet18": 435,
    "resnet34": 899,
    "googlenet": 379,
    "mobilenet_v2": 491,
    "efficientnet_b0": 851,
}


@pytest.mark.parametrize("name", PUBLISHED)
def test_sizes(name: str) -> None:
    field = analyze(zoo.get(name)).field
    assert field is not None
    assert field.size == (PUBLISHED[name], PUBLISHED[name])


def deepest(analysis: Analysis) -> Row:
    """The last layer whose values see a part of the image, on the main path."""
    rows = [
        r
        for r in analysis.rows
        if r.field is not None
        and not r.is_block
        and not r.field.whole
        and not r.training_only
        and r.output is not None
        and len(r.output) == 3
        and r.output[1] > 1
    ]
    return max(rows, key=lambda r: r.field.size if r.field else (0, 0))


@pytest.mark.parametrize(
    ("name", "side"),
    [("lenet5_modern", 32), ("alexnet", 224), ("zfnet", 224), ("vgg11", 224), ("nin_cifar10", 64),
     ("squeezenet1_1", 224), ("resnet18", 480), ("resnet20_cifar10", 128), ("googlenet", 416),
     ("densenet121", 224), ("mobilenet_v1", 352), ("shufflenet_v2_x0_5", 352)],
)  # fmt: skip
def test_gradients_reach_just_that_far(name: str, side: int) -> None:
    """Of the deepest value in the middle of a network whose weights are all positive, so that no
    two ways cancel: it reaches every pixel of its field, as far as the image goes, and no other."""
    document = zoo.get(name)
    channels = 1 if name.startswith("lenet") else 3
    analysis = analyze(with_input(document, (channels, side, side)))
    row = deepest(analysis)
    field, shape = row.field, row.output
    assert field is not None
    assert shape is not None
    network = build(with_input(document, (channels, side, side))).double().eval()
    for module in network.modules():
        # what picks one of several values, or leaves some out, would hide pixels that could count
        if isinstance(module, nn.MaxPool2d):
            module.forward = nn.AvgPool2d(  # type: ignore[method-assign]
                module.kernel_size, module.stride, module.padding, ceil_mode=module.ceil_mode
            ).forward
        elif isinstance(module, (nn.Conv2d, nn.Linear)):
            nn.init.uniform_(module.weight, 0.1, 1.0)
            with torch.no_grad():
                # the sum of each filter is 1, so that nothing grows out of bounds
                rest = tuple(range(1, module.weight.dim()))
                module.weight /= module.weight.sum(rest, keepdim=True)
            if module.bias is not None:
                nn.init.zeros_(module.bias)
    seen: dict[str, torch.Tensor] = {}

    def observe(path: str, value: torch.Tensor) -> None:
        if path == row.path:
            seen[path] = value

    network.observer = observe
    pixels = (torch.rand(1, channels, side, side, dtype=torch.double) + 0.5).requires_grad_()
    network(pixels)
    i, j = shape[1] // 2, shape[2] // 2
    seen[row.path][0, :, i, j].sum().backward()
    assert pixels.grad is not None
    reached = pixels.grad[0].abs().sum(0).nonzero()
    for axis, place, before, after, step in (
        (0, i, field.before_h, field.after_h, field.step_h),
        (1, j, field.before_w, field.after_w, field.step_w),
    ):
        first, last = floor(place * step - before), floor(place * step + after)
        assert int(reached[:, axis].min()) == max(0, first), row.path
        assert int(reached[:, axis].max()) == min(side - 1, last), row.path


def two_strides() -> Analysis:
    """A branch of stride 2 that is made larger again after having been joined with one of stride 1
    by its size alone."""
    b = Builder()
    x = b.input("image", (4, 16, 16))
    left = b.add("left", "conv2d", x, out_channels=4, kernel_size=2, stride=2)
    right = b.add("right", "conv2d", x, out_channels=4, kernel_size=9)
    x = b.add("join", "add", left, right)
    x = b.add("after", "conv2d", x, out_channels=4, kernel_size=3, padding=1)
    b.output(x)
    return analyze(b.document("disagree", About()))


def test_branches_of_different_strides_are_told() -> None:
    analysis = two_strides()
    assert analysis.ok
    (hint,) = field_hints(analysis)
    assert hint.severity == "hint"
    assert hint.path == "join"
    assert "2 and 1" in hint.what
    told = [x.formula for x in explain(analysis.row_at["join"], analysis) if x.figure == STEP]
    assert any("2 and 1" in text for text in told)
    told = [x.formula for x in explain(analysis.row_at["after"], analysis) if x.figure == STEP]
    assert any("before it" in text for text in told)


@pytest.mark.parametrize("name", zoo.names())
def test_no_network_of_the_zoo_disagrees(name: str) -> None:
    assert field_hints(analyze(zoo.get(name))) == ()


def test_offsets() -> None:
    analysis = analyze(zoo.get("vgg16"))
    row = analysis.row_at["features.block1.pool"]
    assert row.field is not None
    # two 3×3 convolutions keep the centre, a 2×2 pool moves it by half a pixel
    assert [float(v) for v in row.field.offset] == [0.5, 0.5]
    assert row.field.stride == (2, 2)
    (text,) = [x.formula for x in explain(row, analysis) if x.figure == OFFSET]
    assert "0.5 px" in text
    assert any(x.figure == FIELD for x in explain(row, analysis))
    lenet = analyze(zoo.get("lenet5_modern")).row_at["C1"].field
    assert lenet is not None
    # without padding, the first value sees pixels 0 to 4
    assert lenet.offset == (2, 2)
