"""Typed texts and the values that they mean."""

from __future__ import annotations

import pytest

from explorer.app.panels.values import parse, stepped, text_of
from explorer.blocks.parameters import (
    Kind,
    Parameter,
    ParameterError,
    integer,
    number,
    optional_pair,
    pair,
)
from explorer.blocks.registry import BUILT_IN
from explorer.graph.values import Value

KERNEL = pair("kernel_size", 3, "")
STRIDE = optional_pair("stride", "")
COUNT = integer("out_channels", 64, "")
RATE = number("p", 0.5, "", 0, 1)
SHAPE = Parameter("shape", Kind.SHAPE, (3, 224, 224), "", 1, 65_536)
SIDES = Parameter("padding", Kind.SIDES, 1, "", -10, 10)
PADDING = Parameter("padding", Kind.PADDING, 0, "", 0, 10)
LIST = Parameter("channels", Kind.LIST, (0,), "", 0, 10)


@pytest.mark.parametrize(
    ("parameter", "text", "value"),
    [
        (COUNT, "96", 96),
        (COUNT, " 1 000 ".replace(" ", "\u202f"), 1000),
        (KERNEL, "3", 3),
        (KERNEL, "3x3", 3),
        (KERNEL, "1 × 7", (1, 7)),
        (KERNEL, "(1, 7)", (1, 7)),
        (STRIDE, "", None),
        (RATE, "0,25", 0.25),
        (SHAPE, "3x32x32", (3, 32, 32)),
        (SHAPE, "10", (10,)),
        (SIDES, "1, 2, 3, 4", (1, 2, 3, 4)),
        (SIDES, "−1", -1),
        (PADDING, "Same", "same"),
        (LIST, "0, 4, 5", (0, 4, 5)),
        (LIST, "3", (3,)),
        (COUNT, "=width*2", "=width*2"),
    ],
)
def test_parsing(parameter: Parameter, text: str, value: Value) -> None:
    assert parse(parameter, text, {"width": 8}) == value


@pytest.mark.parametrize(
    ("parameter", "text"),
    [
        (COUNT, ""),
        (COUNT, "0"),
        (COUNT, "1.5"),
        (COUNT, "9" * 30),
        (COUNT, "=height"),
        (COUNT, "=width-8"),
        (KERNEL, "3,3,3"),
        (KERNEL, "same"),
        (RATE, "1.5"),
        (RATE, "nan"),
        (RATE, "inf"),
        (SHAPE, "3x3"),
        (SIDES, "1,2,3"),
        (PADDING, "sama"),
        (LIST, ""),
        (LIST, "1, 11"),
    ],
)
def test_refusing(parameter: Parameter, text: str) -> None:
    with pytest.raises(ParameterError):
        parse(parameter, text, {"width": 8})


def test_every_default_survives_its_text() -> None:
    for block in BUILT_IN.values():
        for parameter in block.parameters:
            if parameter.kind in (Kind.CHOICE, Kind.BOOL, Kind.BLOCK):
                continue
            text = text_of(parameter, parameter.default)
            value = parse(parameter, text, {})
            assert parameter.checked(value) == parameter.checked(parameter.default)


def test_steps() -> None:
    assert stepped(COUNT, "64", 1) == "65"
    assert stepped(COUNT, "1", -10) == "1"
    assert stepped(KERNEL, "3 × 3", 1) is None
    assert stepped(RATE, "0.5", 1) is None
