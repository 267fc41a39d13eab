"""Every arithmetic text, evaluated, equals the figure that it explains."""

from __future__ import annotations

import math
import re

import pytest

from explorer import zoo
from explorer.analysis import explain as e
from explorer.analysis.analyze import Analysis, Row, analyze
from explorer.blocks.builder import Builder
from explorer.graph.model import About


def arithmetic(text: str) -> int:
    """The value of a text as it is printed, with nothing but numbers and signs in it."""
    for sign, python in (("·", "*"), ("−", "-"), ("⌊", "floor("), ("⌈", "ceil(")):
        text = text.replace(sign, python)
    text = text.replace("⌋", ")").replace("⌉", ")")
    assert re.fullmatch(r"(floor|ceil|max|[\d\s+*/(),.-])*", text), text
    return eval(text, {"floor": math.floor, "ceil": math.ceil, "max": max})  # only signs and digits


def check(analysis: Analysis, row: Row) -> None:
    result = row.result
    assert result is not None
    totals = result.totals
    figures = {
        e.PARAMETERS: totals.parameters,
        e.MACS: totals.macs,
        e.FLOPS: totals.flops,
        e.EXTRA: totals.extra,
        e.FULL: totals.flops + totals.extra,
        e.ACTIVATIONS: totals.activations,
        e.MEMORY: totals.activations * 4 * 3,
        e.GRADIENTS: totals.activations * 4 * 3 * 2,
    }
    explanations = e.explain(row, analysis, batch=3)
    assert figures.keys() <= {x.figure for x in explanations}
    for x in explanations:
        assert x.formula, (row.path, x)
        if x.value is None:
            assert not x.numbers
            continue
        assert arithmetic(x.numbers) == x.value, (row.path, x)
        if x.figure == e.OUTPUT:
            assert row.output is not None
            assert x.value in row.output
        elif x.figure == e.FIELD:
            assert row.field is not None
            assert x.value in row.field.size
        elif x.figure == e.STEP:
            assert row.field is not None
            assert x.value in row.field.stride
        else:
            assert x.value == figures[x.figure], (row.path, x)


@pytest.mark.parametrize("name", zoo.names())
def test_texts_equal_figures(name: str) -> None:
    analysis = analyze(zoo.get(name))
    for row in analysis.rows:
        check(analysis, row)


def test_uncommon_layers() -> None:
    b = Builder()
    x = b.input("image", (8, 31, 45))
    x = b.add("wide", "conv2d", x, out_channels=8, kernel_size=(1, 7), padding=(0, 3), groups=4)
    x = b.add("same", "conv2d", x, out_channels=8, padding="same")
    x = b.add("pool", "max_pool2d", x, kernel_size=3, stride=2, ceil_mode=True, padding=1)
    x = b.add("up", "conv_transpose2d", x, out_channels=8, kernel_size=3, stride=2)
    x = b.add("pad", "zero_pad2d", x, padding=(1, 2, 3, 4))
    y = b.add("small", "adaptive_pool2d", x, output_size=5)
    z = b.add("ln", "layer_norm", y)
    x = b.add("cat", "concat", y, z)
    b.output(x)
    analysis = analyze(b.document("odd", About()))
    assert analysis.ok, analysis.problems
    for row in analysis.rows:
        check(analysis, row)


def explained(row: Row, analysis: Analysis, figure: str) -> list[str]:
    return [x.text for x in e.explain(row, analysis) if x.figure == figure]


def test_worked_example_of_resnet18() -> None:
    analysis = analyze(zoo.get("resnet18"))
    row = analysis.row_at["layer2.0.conv1"]
    assert explained(row, analysis, e.OUTPUT) == [
        "128",
        "⌊(56 + 2·1 − 1·(3 − 1) − 1) / 2⌋ + 1 = 28",
    ]
    assert explained(row, analysis, e.PARAMETERS) == ["3·3·64·128 = 73728"]
    assert explained(row, analysis, e.MACS) == ["3·3·64·128·28·28 = 57802752"]
    assert explained(row, analysis, e.FIELD) == ["43 + 1·(3 − 1)·4 = 51"]
    assert explained(row, analysis, e.STEP) == ["4·2 = 8"]


def test_a_failed_block_explains_nothing() -> None:
    b = Builder()
    x = b.input("image", (3, 8, 8))
    b.output(b.add("conv", "conv2d", x, out_channels=4, kernel_size=11))
    analysis = analyze(b.document("bad", About()))
    assert e.explain(analysis.row_at["conv"], analysis) == ()
