"""Recipes: values that would do harm are refused before anything is computed."""

from __future__ import annotations

import math
from typing import Any

import msgspec
import pytest

from explorer.training.errors import TrainingError
from explorer.training.recipe import Recipe, checked

HOSTILE: list[dict[str, Any]] = [
    {"epochs": 0},
    {"epochs": -1},
    {"epochs": 10**9},
    {"epochs": True},
    {"epochs": "3"},
    {"batch_size": 0},
    {"batch_size": 2**40},
    {"learning_rate": 0.0},
    {"learning_rate": -1.0},
    {"learning_rate": math.nan},
    {"learning_rate": math.inf},
    {"momentum": 1.0},
    {"momentum": math.nan},
    {"weight_decay": -0.1},
    {"weight_decay": math.inf},
    {"optimizer": "__import__('os')"},
    {"schedule": "linear"},
    {"augmentation": "everything"},
    {"seed": -1},
    {"seed": 2**63},
]


@pytest.mark.parametrize("values", HOSTILE, ids=str)
def test_a_hostile_value_is_named(values: dict[str, Any]) -> None:
    with pytest.raises(TrainingError, match=next(iter(values))):
        checked(Recipe(**values))


@pytest.mark.parametrize("values", HOSTILE, ids=str)
def test_a_hostile_value_does_not_pass_a_message(values: dict[str, Any]) -> None:
    with pytest.raises(msgspec.DecodeError):
        msgspec.msgpack.decode(msgspec.msgpack.encode(values), type=Recipe)


def test_an_unknown_setting_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError, match="mixup"):
        msgspec.json.decode(b'{"mixup": 0.2}', type=Recipe)


def test_the_default_recipe_may_be_followed() -> None:
    assert checked(Recipe()) == Recipe()


def test_the_cosine_goes_from_the_whole_rate_towards_nothing() -> None:
    recipe = Recipe(learning_rate=0.1, schedule="cosine")
    rates = [recipe.rate_at(step, 100) for step in range(100)]
    assert rates[0] == 0.1
    assert rates[50] == pytest.approx(0.05)
    assert rates[99] < 1e-4
    assert rates == sorted(rates, reverse=True)


def test_the_constant_rate_stays() -> None:
    recipe = Recipe(learning_rate=0.1, schedule="constant")
    assert {recipe.rate_at(step, 10) for step in range(10)} == {0.1}
