"""The embedded data set, and what fits it."""

from __future__ import annotations

import hashlib

import pytest
import torch

from explorer import resources
from explorer.training import data
from explorer.training.errors import TrainingError


@pytest.fixture(name="digits")
def _digits() -> data.DataSet:
    return data.load("digits")


def test_every_fifth_image_of_each_digit_is_held_out(digits: data.DataSet) -> None:
    assert (len(digits.train), len(digits.test)) == (1442, 355)
    for digit in range(10):
        train = int((digits.train.labels == digit).sum())
        test = int((digits.test.labels == digit).sum())
        assert test == (train + test) // 5


def test_no_image_is_in_both_parts(digits: data.DataSet) -> None:
    train = {bytes(image.flatten().tolist()) for image in digits.train.images}
    test = {bytes(image.flatten().tolist()) for image in digits.test.images}
    assert not train & test


def test_the_readme_names_the_file_that_is_shipped() -> None:
    digest = hashlib.sha256(resources.path("data", "digits.csv.gz").read_bytes()).hexdigest()
    readme = resources.path("data", "README.md").read_text()
    assert digest in readme
    assert "CC BY 4.0" in readme


@pytest.mark.parametrize("shape", [(1, 32, 32), (3, 224, 224), (3, 20, 31), (1, 8, 8), (1, 4, 4)])
def test_images_are_fitted_to_the_input(digits: data.DataSet, shape: tuple[int, int, int]) -> None:
    fitted = digits.fit(digits.test.images[:3], shape)
    assert fitted.shape == (3, *shape)
    assert all(torch.equal(fitted[:, 0], fitted[:, c]) for c in range(shape[0]))


def test_training_images_have_mean_0_and_deviation_1(digits: data.DataSet) -> None:
    fitted = digits.fit(digits.train.images, (1, 8, 8))
    assert abs(float(fitted.mean())) < 1e-4
    assert abs(float(fitted.std()) - 1) < 1e-3


def test_an_input_that_is_no_image_is_refused(digits: data.DataSet) -> None:
    with pytest.raises(TrainingError, match="not an image"):
        digits.check_input((64,))


@pytest.mark.parametrize(("shape", "words"), [((9,), "9 outputs"), ((10, 4, 4), "10×4×4")])
def test_an_output_that_cannot_name_the_classes_is_refused(
    digits: data.DataSet, shape: tuple[int, ...], words: str
) -> None:
    with pytest.raises(TrainingError, match=words) as caught:
        digits.check_output(shape)
    assert caught.value.why
    assert caught.value.mend


def test_more_outputs_than_classes_are_taken(digits: data.DataSet) -> None:
    digits.check_output((1000,))


@pytest.mark.parametrize("name", ["", "mnist", "../../etc/passwd", "x" * 10_000])
def test_an_unknown_data_set_is_refused(name: str) -> None:
    with pytest.raises(TrainingError, match="Choose one of: digits") as caught:
        data.load(name)
    assert len(str(caught.value)) < 200


def test_shifting_moves_by_a_sixteenth_at_most() -> None:
    images = torch.zeros(200, 1, 32, 32)
    images[:, :, 16, 16] = 1
    moved = data.shift(images, torch.Generator().manual_seed(0))
    places = moved.flatten(1).argmax(1)
    rows, columns = places // 32 - 16, places % 32 - 16
    assert set(rows.tolist()) == set(columns.tolist()) == {-2, -1, 0, 1, 2}


def test_images_too_small_to_shift_stay() -> None:
    images = torch.rand(4, 1, 8, 8)
    assert torch.equal(data.shift(images, torch.Generator()), images)
