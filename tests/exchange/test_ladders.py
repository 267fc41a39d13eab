"""Dense blocks as loops: one class for all of them, however many layers they have."""

from __future__ import annotations

import pytest

from explorer import zoo
from explorer.analysis.analyze import analyze
from explorer.blocks.builder import Builder
from explorer.exchange.pytorch import listing, source
from explorer.graph.model import About, Document
from tests.exchange.helpers import GOLDEN, assert_same, small
from tests.exchange.test_source import signature


def dense(*blocks: tuple[int, int]) -> Document:
    """Dense blocks of so many layers and so many new channels each."""
    b = Builder()
    x = b.input("image", (4, 8, 8))
    for i, (layers, growth) in enumerate(blocks):
        x = b.add(f"dense{i}", "dense_block", x, layers=layers, growth_rate=growth)
    b.output(x)
    return b.document("net", About())


def test_a_dense_block_is_a_loop() -> None:
    text = assert_same(dense((3, 2), (5, 2)))

    assert text.count("class DenseBlock") == 1
    assert signature(text, "DenseBlock") == "in_channels: int, layers: int"
    assert 'self.add_module(f"denselayer{i + 1}", DenseLayer(in_channels + 2 * i))' in text
    assert "x = torch.cat([x, layer(x)], 1)" in text


def test_blocks_that_grow_differently_share_a_class() -> None:
    text = assert_same(dense((3, 2), (4, 6)))

    assert text.count("class DenseBlock") == 1
    assert "growth_rate: int" in signature(text, "DenseBlock")
    assert "DenseLayer(in_channels + growth_rate * i" in text


def test_two_layers_are_written_out() -> None:
    text = assert_same(dense((2, 2)))

    assert "for layer in" not in text


def test_layers_that_differ_are_written_out() -> None:
    b = Builder()
    x = b.input("image", (4, 8, 8))
    inner = Builder()
    y = inner.input()
    for i, channels in enumerate((4, 2, 5, 1)):
        new = inner.add(f"layer{i}", "conv_norm_act", y, out_channels=channels)
        y = inner.add(f"cat{i}", "concat", y, new)
    inner.output(y)
    b.output(b.group("ladder", inner.graph(), x))

    text = assert_same(b.document("net", About()))

    assert "for layer in" not in text


def test_densenet_is_the_built_network() -> None:
    assert_same(small("densenet121"))


def test_source_is_the_golden_one() -> None:
    """After a wanted change: python -m explorer export densenet121 --to pytorch --out FILE."""
    assert source(zoo.get("densenet121")) == (GOLDEN / "densenet121.py.txt").read_text("utf-8")


@pytest.mark.parametrize("name", ["densenet121", "densenet264"])
def test_densenets_are_short(name: str) -> None:
    assert source(zoo.get(name)).count("\n") <= 120


def test_every_layer_has_the_lines_of_the_loop() -> None:
    document = zoo.get("densenet121")
    found = listing(document)
    lines = found.text.splitlines()
    paths = [row.path for row in analyze(document).rows if "denselayer" in row.path]

    assert all(found.lines[path] for path in paths)
    own = [
        lines[span.first - 1].strip() for span in found.lines["features.denseblock3.denselayer20"]
    ]
    assert own[0] == "for i in range(layers):"
    assert own[1] == "for layer in self.children():"
    assert own[2] == "class DenseLayer(nn.Module):"
    assert found.literals
