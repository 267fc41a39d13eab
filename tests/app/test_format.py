"""Numbers and shapes as people read them."""

from __future__ import annotations

import pytest

from explorer.analysis.field import WHOLE, Field
from explorer.app import format as f


def plain(text: str) -> str:
    return text.replace(f.THIN, " ")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (7, "7"),
        (256, "256"),
        (999, "999"),
        (1000, "1.00 k"),
        (73_728, "73.7 k"),
        (525_568, "526 k"),
        (999_499, "999 k"),
        (999_500, "1.00 M"),
        (2_099_712, "2.10 M"),
        (57_802_752, "57.8 M"),
        (1_814_073_344, "1.81 G"),
    ],
)
def test_compact(value: int, text: str) -> None:
    assert plain(f.compact(value)) == text


def test_more_digits() -> None:
    assert plain(f.compact(11_689_512, 4)) == "11.69 M"
    assert f.scaled(1_814_073_344) == ("1.814", "G")
    assert f.scaled(416_520) == ("416.5", "k")
    assert f.scaled(0) == ("0", "")


def test_whole_numbers_have_thin_spaces() -> None:
    assert plain(f.whole(25_557_032)) == "25 557 032"
    assert f.THIN in f.whole(1000)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (12, "12 B"),
        (4096, "4.10 kB"),
        (401_408, "0.40 MB"),
        (21_200_000, "21.2 MB"),
        (1_200_000_000, "1.20 GB"),
    ],
)
def test_memory(value: int, text: str) -> None:
    assert plain(f.bytes_(value)) == text


def test_shares() -> None:
    assert plain(f.share(73_728, 11_689_512)) == "0.6 %"
    assert plain(f.share(1, 11_689_512)) == "< 0.1 %"
    assert plain(f.share(5, 5)) == "100 %"
    assert f.share(1, 0) == ""


def test_fields() -> None:
    seen = Field(25, 25, 8, 25, 25, 8)
    assert plain(f.field(seen)) == "51 px, stride 8"
    assert f.field_size(Field(2, 2, 1, 4, 4, 1)) == "5×9"
    assert f.field(WHOLE) == "whole image"
    assert f.field(None) == f.NONE
