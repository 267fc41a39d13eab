"""Rules of thumb of the lecture notes, worked out by the program."""

from __future__ import annotations

from typing import Any

import pytest

from explorer.analysis.analyze import Analysis, analyze
from explorer.blocks.builder import Builder
from explorer.graph.model import About

Layer = tuple[str, dict[str, Any]]


def network(shape: tuple[int, ...], *layers: Layer) -> Analysis:
    b = Builder()
    x = b.input("image", shape)
    for i, (kind, params) in enumerate(layers):
        x = b.add(f"n{i}", kind, x, **params)
    b.output(x)
    analysis = analyze(b.document("rule", About()))
    assert analysis.ok, analysis.problems
    return analysis


def conv(out: int, kernel: int | tuple[int, int], **more: Any) -> Layer:
    return "conv2d", {"out_channels": out, "kernel_size": kernel, "padding": "same"} | more


@pytest.mark.parametrize("c", [16, 64])
def test_two_3x3_for_a_5x5(c: int) -> None:
    side = 20
    one = network((c, side, side), conv(c, 5))
    two = network((c, side, side), conv(c, 3), conv(c, 3))
    assert one.totals.parameters == 25 * c * c + c
    assert one.totals.flops == 50 * c * c * side * side
    assert two.totals.parameters == 18 * c * c + 2 * c
    assert two.totals.flops == 36 * c * c * side * side
    assert two.totals.activations == 2 * one.totals.activations
    assert one.field == two.field


def test_three_3x3_for_a_7x7() -> None:
    c = 32
    bare = {"bias": False}
    three = network((c, 20, 20), *[conv(c, 3, **bare)] * 3)
    seven = network((c, 20, 20), conv(c, 7, **bare))
    assert three.totals.parameters == 3 * 9 * c * c
    assert seven.totals.parameters == 49 * c * c
    assert three.field == seven.field


@pytest.mark.parametrize("layers", [1, 4, 9])
@pytest.mark.parametrize("kernel", [(3, 5), (2, 7)])
def test_field_of_layers_without_stride(layers: int, kernel: tuple[int, int]) -> None:
    found = network((1, 99, 99), *[("conv2d", {"out_channels": 1, "kernel_size": kernel})] * layers)
    assert found.field is not None
    assert found.field.size == tuple(1 + layers * (k - 1) for k in kernel)


def test_an_image_connected_with_an_image() -> None:
    found = network((3, 224, 224), ("flatten", {}), ("linear", {"out_features": 224 * 224}))
    assert found.totals.macs == pytest.approx(7.5e9, rel=0.01)
    assert found.totals.flops == pytest.approx(15e9, rel=0.01)


@pytest.mark.parametrize(("c", "ratio"), [(64, 7.9), (512, 8.84)])
def test_depthwise_separable(c: int, ratio: float) -> None:
    bare = {"bias": False}
    full = network((c, 14, 14), conv(c, 3, **bare)).totals.macs
    split = network((c, 14, 14), conv(c, 3, groups=c, **bare), conv(c, 1, **bare)).totals.macs
    assert full / split == pytest.approx(18 * c * c / (18 * c + 2 * c * c))
    assert full / split == pytest.approx(ratio, abs=0.02)
    assert split / full == pytest.approx(1 / c + 1 / 9)


def test_pooling_in_place_of_a_layer() -> None:
    dense = network(
        (1024, 7, 7), ("flatten", {}), ("linear", {"out_features": 1024, "bias": False})
    )
    pooled = network((1024, 7, 7), ("global_pool2d", {}), ("flatten", {}))
    assert dense.totals.parameters == 7 * 7 * 1024 * 1024
    assert dense.totals.parameters == pytest.approx(51.3e6, rel=0.002)
    assert pooled.totals.parameters == 0


@pytest.mark.parametrize(
    ("kernels", "weights", "saving"),
    [((3, 3), 18, 28), (((3, 1), (1, 3)), 6, 33), ((2, 2), 8, 11)],
)
def test_smaller_kernels(kernels: tuple[Any, ...], weights: int, saving: int) -> None:
    layers = [conv(1, k, bias=False) for k in kernels]
    found = network((1, 20, 20), *layers).totals.parameters
    whole = 25 if weights == 18 else 9
    assert found == weights
    assert int(100 * (1 - found / whole) + 0.5) == saving


@pytest.mark.parametrize(
    ("shape", "layers", "macs"),
    [
        ((192, 28, 28), [conv(32, 5)], [120e6]),
        ((480, 14, 14), [conv(48, 5)], [112.9e6]),
        ((480, 14, 14), [conv(16, 1), conv(48, 5)], [1.5e6, 3.8e6]),
    ],
)
def test_a_bottleneck_before_a_5x5(
    shape: tuple[int, ...], layers: list[Layer], macs: list[float]
) -> None:
    found = network(shape, *layers)
    for i, expected in enumerate(macs):
        totals = found.row_at[f"n{i}"].totals
        assert totals is not None
        assert totals.macs == pytest.approx(expected, rel=0.012)
