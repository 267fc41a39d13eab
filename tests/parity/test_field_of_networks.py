"""Receptive fields of whole networks against what gradients reach, on random weights."""

from __future__ import annotations

from math import ceil, floor

import pytest
import torch
from torch import Tensor, nn

from explorer import zoo
from explorer.analysis.analyze import analyze, with_input
from explorer.build.module import build

NAMES = (
    "alexnet",
    "zfnet",
    "vgg11",
    "vgg16",
    "nin_cifar10",
    "nin_imagenet",
    "squeezenet1_1",
    "googlenet",
    "resnet18",
    "resnet20_cifar10",
    "mobilenet_v1",
    "densenet121",
)
LARGEST = 520
"""Side of an image; a network that sees more is looked at where it sees at most so much."""


def averaging(pool: nn.MaxPool2d) -> nn.AvgPool2d:
    """The same window; a maximum passes the gradient on to one value of it alone."""
    return nn.AvgPool2d(pool.kernel_size, pool.stride, pool.padding, ceil_mode=pool.ceil_mode)


@pytest.mark.parametrize("name", NAMES)
def test_the_field_is_what_gradients_reach(name: str) -> None:
    torch.set_num_threads(1)
    document = zoo.get(name)
    rows = [
        row
        for row in analyze(document).rows
        if row.field is not None
        and not row.field.whole
        and row.output is not None
        and len(row.output) == 3
        and not row.is_block
        and row.field.size[0] + 4 * row.field.step_h < LARGEST
    ]
    widest = max(rows, key=lambda row: row.field.size if row.field else (0, 0))
    assert widest.field is not None
    assert widest.field.size[0] > 20
    side = ceil(widest.field.size[0] + 4 * widest.field.step_h)
    (image,) = document.graph.of_type("input")
    channels = analyze(document).row_at[image.name].output[0]  # type: ignore[index]
    document = with_input(document, (channels, side, side))
    field = analyze(document).row_at[widest.path].field
    assert field == widest.field

    network = build(document).eval()
    for module in network.module_of.values():
        if isinstance(module, nn.MaxPool2d):
            module.forward = averaging(module).forward  # type: ignore[method-assign]
        elif isinstance(module, (nn.Conv2d, nn.Linear)):
            # positive and of mean 1, so that no sum cancels and no ReLU is shut
            fan_in = module.weight[0].numel()
            nn.init.uniform_(module.weight, 0.5 / fan_in, 1.5 / fan_in)
            if module.bias is not None:
                nn.init.zeros_(module.bias)
    kept: dict[str, Tensor] = {}

    def observe(path: str, value: Tensor) -> None:
        if path == widest.path:
            kept[path] = value

    network.observer = observe
    pixels = torch.rand(1, channels, side, side).add_(0.5).requires_grad_()
    network(pixels)
    value = kept[widest.path]
    middle = value.shape[2] // 2
    value[0, :, middle, middle].sum().backward()
    assert pixels.grad is not None
    reached = pixels.grad[0].abs().sum(0).nonzero()
    for axis, before, after, step in (
        (0, field.before_h, field.after_h, field.step_h),
        (1, field.before_w, field.after_w, field.step_w),
    ):
        first, last = floor(middle * step - before), floor(middle * step + after)
        assert int(reached[:, axis].min()) == max(0, first)
        assert int(reached[:, axis].max()) == min(side - 1, last)
        assert last - first + 1 == field.size[axis]
