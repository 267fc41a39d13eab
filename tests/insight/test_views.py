"""Filters, activations and predictions against torch itself."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor, nn

from explorer import zoo
from explorer.build.module import BuiltNetwork
from explorer.insight.activations import activations, output_of
from explorer.insight.errors import InsightError
from explorer.insight.filters import convolution_paths, filters
from explorer.insight.images import stretched, symmetric
from explorer.insight.prediction import drawn_image, probabilities
from explorer.training import data
from explorer.training.prepare import network_for

CPU = torch.device("cpu")


@pytest.fixture(name="lenet", scope="module")
def _lenet() -> BuiltNetwork:
    return network_for(zoo.get("lenet5_modern"), 0, CPU)


@pytest.fixture(name="resnet", scope="module")
def _resnet() -> BuiltNetwork:
    return network_for(zoo.get("resnet18"), 0, CPU)


@pytest.fixture(name="image")
def _image() -> Tensor:
    digits = data.load("digits")
    return digits.fit(digits.test.images[:1], (1, 32, 32))


# -- filters ------------------------------------------------------------------------------------


def test_convolutions_are_named_in_order(lenet: BuiltNetwork, resnet: BuiltNetwork) -> None:
    assert convolution_paths(lenet) == ("C1", "C3", "C5")
    assert len(convolution_paths(resnet)) == 20


def test_filters_are_the_weights(lenet: BuiltNetwork) -> None:
    found = filters(lenet, "C1")
    weight = lenet.state_dict()["C1.weight"][:, 0]
    assert found.images.shape == (6, 5, 5)
    assert found.channels == tuple(range(6))
    scale = torch.tensor(found.largest)[:, None, None]
    assert torch.allclose((found.images.float() - 128) / 127 * scale, weight, atol=0.002)


def test_filters_over_three_channels_are_in_colour(resnet: BuiltNetwork) -> None:
    first = convolution_paths(resnet)[0]
    found = filters(resnet, first)
    weight = next(m for m in resnet.modules() if isinstance(m, nn.Conv2d)).weight
    assert found.images.shape == (64, 7, 7, 3)
    place = int(weight[5].abs().argmax())
    channel, row, column = place // 49, place % 49 // 7, place % 7
    assert int(found.images[5, row, column, channel]) in (1, 255)


def test_deeper_filters_show_their_mean_or_one_channel(lenet: BuiltNetwork) -> None:
    weight = lenet.state_dict()["C3.weight"]
    assert torch.equal(filters(lenet, "C3").images, symmetric(weight.mean(1)))
    assert torch.equal(filters(lenet, "C3", channel=2).images, symmetric(weight[:, 2]))


def test_the_strongest_filter_comes_first(lenet: BuiltNetwork) -> None:
    norms = lenet.state_dict()["C3.weight"].flatten(1).norm(dim=1)
    order = filters(lenet, "C3", by_strength=True).channels
    assert list(order) == norms.argsort(descending=True).tolist()


@pytest.mark.parametrize("path", ["", "tanh1", "nowhere", "C1.weight", "__class__"])
def test_what_has_no_filters_is_refused(lenet: BuiltNetwork, path: str) -> None:
    with pytest.raises(InsightError, match="no filters"):
        filters(lenet, path)


@pytest.mark.parametrize("channel", [-1, 6, 10**6])
def test_a_channel_that_is_not_there_is_refused(lenet: BuiltNetwork, channel: int) -> None:
    with pytest.raises(InsightError, match="no input channel"):
        filters(lenet, "C3", channel=channel)


# -- activations --------------------------------------------------------------------------------


def test_activations_are_what_the_layers_compute(lenet: BuiltNetwork, image: Tensor) -> None:
    layers = dict(lenet.named_modules())
    with torch.no_grad():
        expected = torch.tanh(layers["C1"](image))
    found = activations(lenet, "tanh1", image)
    assert found.shape == (6, 28, 28)
    assert torch.equal(found.maps, stretched(expected[0]))
    assert found.mean == pytest.approx(expected[0].flatten(1).mean(1).tolist(), abs=1e-6)
    assert found.deviation == pytest.approx(
        expected[0].flatten(1).std(1, correction=0).tolist(), abs=1e-6
    )


def test_a_block_inside_blocks_can_be_looked_at(resnet: BuiltNetwork) -> None:
    image = torch.randn(1, 3, 224, 224, generator=torch.Generator().manual_seed(0))
    inner = output_of(resnet, "layer1.0.conv1", image)
    assert inner.shape == (1, 64, 56, 56)
    found = activations(resnet, "layer1.0", image)
    assert found.maps.shape == (64, 56, 56)
    whole = output_of(resnet, "layer1.0", image)[0]
    assert found.zero_share == pytest.approx((whole == 0).float().mean((1, 2)).tolist())
    assert max(found.zero_share) > 0  # It ends in ReLU.


def test_an_overwritten_output_is_shown_as_it_was(resnet: BuiltNetwork) -> None:
    image = torch.randn(1, 3, 224, 224, generator=torch.Generator().manual_seed(0))
    assert float(output_of(resnet, "layer1.0.bn1", image).min()) < 0


def test_a_vector_is_one_row(lenet: BuiltNetwork, image: Tensor) -> None:
    found = activations(lenet, "F6", image)
    assert found.maps.shape == (1, 1, 84)
    assert found.shape == (84,)


def test_many_and_large_maps_are_cut_down(resnet: BuiltNetwork) -> None:
    image = torch.randn(1, 3, 224, 224)
    first = convolution_paths(resnet)[0]
    found = activations(resnet, first, image, limit=5, largest_side=50)
    assert found.maps.shape == (5, 50, 50)
    assert found.shape == (64, 112, 112)


def test_looking_changes_nothing(resnet: BuiltNetwork) -> None:
    resnet.train()
    before = {key: tensor.clone() for key, tensor in resnet.state_dict().items()}
    activations(resnet, "layer1", torch.randn(1, 3, 224, 224))
    assert resnet.training
    assert resnet.observer is None
    assert all(torch.equal(before[k], v) for k, v in resnet.state_dict().items())


def test_a_path_that_is_not_there_is_refused(lenet: BuiltNetwork, image: Tensor) -> None:
    with pytest.raises(InsightError, match="Nothing was computed"):
        activations(lenet, "layer9", image)


@pytest.mark.parametrize("to_bytes", [symmetric, stretched])
@pytest.mark.parametrize("value", [0.0, 3.0, float("nan"), float("inf"), 1e-44])
def test_odd_numbers_become_bytes(to_bytes: object, value: float) -> None:
    assert callable(to_bytes)
    assert to_bytes(torch.full((2, 3, 3), value)).dtype == torch.uint8


# -- predictions --------------------------------------------------------------------------------


def test_probabilities_are_the_softmax(lenet: BuiltNetwork, image: Tensor) -> None:
    found = probabilities(lenet, image)
    with torch.no_grad():
        assert torch.allclose(found, lenet.eval()(image)[0].softmax(0))
    assert float(found.sum()) == pytest.approx(1)


def draw(height: int, width: int, rows: slice, columns: slice) -> Tensor:
    pixels = torch.zeros(height, width, dtype=torch.uint8)
    pixels[rows, columns] = 255
    return drawn_image(pixels.numpy().tobytes(), height, width, (8, 8), 16)


def test_an_upright_stroke_becomes_an_upright_stroke_in_the_middle() -> None:
    image = draw(280, 200, slice(10, 90), slice(150, 160))
    assert image.shape == (1, 1, 8, 8)
    ink = image[0, 0].sum(0)
    assert ink[3:5].sum() == ink.sum() > 0
    assert (image[0, 0].sum(1) > 0).all()


def test_a_drawing_does_not_depend_on_its_place_and_size() -> None:
    small, large = (draw(s, s, slice(s // 4, s // 2), slice(s // 4, s // 2)) for s in (64, 256))
    assert torch.equal(small, large)
    assert int(small.min()) == 16


def test_an_empty_drawing_is_an_empty_image() -> None:
    assert int(drawn_image(bytes(100), 10, 10, (8, 8), 16).sum()) == 0


@pytest.mark.parametrize(("count", "high", "wide"), [(0, 0, 0), (5, 2, 2), (4, -2, -2), (1, 1, 2)])
def test_a_drawing_of_wrong_size_is_refused(count: int, high: int, wide: int) -> None:
    with pytest.raises(InsightError, match="cannot have"):
        drawn_image(bytes(count), high, wide, (8, 8), 16)
