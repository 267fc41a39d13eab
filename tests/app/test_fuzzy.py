"""Fuzzy matching: what fits, where, and what comes first."""

from __future__ import annotations

import itertools
import random

import pytest

from explorer.app.fuzzy import match, ranked

TITLES = ("Conv2d", "ConvTranspose2d", "Conv–norm–activation", "MaxPool2d", "Bottleneck block",
          "BatchNorm2d", "Inception module", "Concat", "AdaptiveAvgPool2d", "AvgPool2d",
          "Add", "Flatten", "Linear", "ReLU")  # fmt: skip


def _first(typed: str) -> str:
    return ranked(typed, TITLES, lambda t: (t,))[0][0]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("conv", "Conv2d"), ("conv2", "Conv2d"), ("c2", "Conv2d"), ("ct", "ConvTranspose2d"),
        ("cna", "Conv–norm–activation"), ("mp", "MaxPool2d"), ("bb", "Bottleneck block"),
        ("bn", "BatchNorm2d"), ("aap", "AdaptiveAvgPool2d"), ("avg", "AvgPool2d"),
        ("cat", "Concat"), ("pool max", "MaxPool2d"), ("RELU", "ReLU"), ("inc mod", "Inception module"),
    ],
)  # fmt: skip
def test_what_people_type_finds_what_they_mean(typed: str, first: str) -> None:
    assert _first(typed) == first


def test_letters_out_of_order_fit_nothing() -> None:
    assert match("vnoc", "Conv2d") is None
    assert match("conv pool", "Conv2d") is None
    assert match("x", "") is None


def test_nothing_typed_keeps_everything_in_its_order() -> None:
    assert [t for t, _ in ranked("  ", TITLES, lambda t: (t,))] == list(TITLES)


def test_places_are_the_letters_that_were_meant() -> None:
    found = match("cna", "Conv–norm–activation")
    assert found is not None
    assert found.at == (0, 5, 10)
    found = match("2d", "MaxPool2d")
    assert found is not None
    assert found.at == (7, 8)


def test_a_title_comes_before_an_explanation() -> None:
    items = (("Dropout", "a linear layer's friend"), ("Linear", "full matrix"))
    found = ranked("linear", items, lambda i: (i[0],), lambda i: i[1])
    assert [item for item, _ in found] == [items[1], items[0]]
    assert found[1][1].at == ()


def test_an_explanation_needs_whole_words() -> None:
    items = (("Dropout", "sets some values to zero"),)
    assert ranked("zero some", items, lambda i: (i[0],), lambda i: i[1])
    assert not ranked("szero", items, lambda i: (i[0],), lambda i: i[1])


def test_another_name_fits_for_a_little_less() -> None:
    items = (("Residual block", "basic"), ("Basics", ""))
    assert [i for i, _ in ranked("basic", items, lambda i: i)] == [items[1], items[0]]


def test_as_good_as_trying_every_way() -> None:
    """The one pass finds the score that trying all places finds."""
    from explorer.app import fuzzy

    rng = random.Random(4)
    for _ in range(300):
        text = "".join(rng.choice("abA2 b") for _ in range(rng.randint(1, 9)))
        word = "".join(rng.choice("ab2") for _ in range(rng.randint(1, 4)))
        scores = []
        for at in itertools.combinations(range(len(text)), len(word)):
            if any(text[j].casefold() != c for j, c in zip(at, word, strict=True)):
                continue
            score = 0.0
            for i, j in enumerate(at):
                bonus = fuzzy._bonus(text, j)
                if i and at[i - 1] == j - 1:
                    bonus = max(7.0, bonus)
                elif i:
                    bonus -= 1.0
                score += 1.0 + bonus
            scores.append(score)
        found = fuzzy._word(word, text)
        assert (found.score if found else None) == (max(scores) if scores else None), (word, text)
        if found:
            assert "".join(text[j].casefold() for j in found.at) == word


def test_letters_that_fold_into_two_do_no_harm() -> None:
    assert match("stra", "Straße") is not None
