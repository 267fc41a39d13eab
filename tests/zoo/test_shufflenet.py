"""ShuffleNetV2 against torchvision, and the layers that split and shuffle channels."""

from __future__ import annotations

import pytest
import torch

from explorer import zoo
from explorer.analysis.analyze import Analysis, analyze, with_input
from explorer.blocks.builder import Builder
from explorer.build.module import build
from explorer.graph.model import About
from tests.exchange.helpers import assert_same
from tests.zoo.oracle import (
    assert_reference,
    assert_same_figures,
    assert_same_logits,
    assert_trains,
    changed,
    models,
    torchvision,
)

NAMES = ("shufflenet_v2_x0_5", "shufflenet_v2_x1_0", "shufflenet_v2_x1_5", "shufflenet_v2_x2_0")


def one(kind: str, channels: int, **params: object) -> Analysis:
    b = Builder()
    b.output(b.add("block", kind, b.input("image", (channels, 4, 4)), **params))
    return analyze(b.document("one", About()))


@pytest.mark.parametrize("name", NAMES)
def test_torchvisions_keys_and_figures(name: str) -> None:
    analysis = assert_same_figures(zoo.get(name), torchvision(name))
    if name == "shufflenet_v2_x1_0":
        assert_reference(analysis, name)


def test_torchvisions_logits() -> None:
    assert_same_logits(zoo.get(NAMES[1]), torchvision(NAMES[1], "cpu"))


def test_other_channels() -> None:
    document = changed(zoo.get(NAMES[0]), channels=(32, 64, 128, 512), classes=10)
    with torch.device("meta"):
        theirs = models.ShuffleNetV2([4, 8, 4], [24, 32, 64, 128, 512], num_classes=10).eval()
    assert_same_figures(document, theirs)


def test_split_and_shuffle() -> None:
    b = Builder()
    x = b.input("image", (6, 1, 1))
    halves = [b.add(f"half{i}", "channel_split", x, part=i) for i in (0, 1)]
    y = b.add("swapped", "concat", halves[1], halves[0])
    b.output(b.add("shuffle", "channel_shuffle", y, groups=2))
    document = b.document("split", About())
    found = build(document)(torch.arange(6.0).reshape(1, 6, 1, 1))
    assert isinstance(found, torch.Tensor)
    assert found.flatten().tolist() == [3, 0, 4, 1, 5, 2]
    assert "torch.chunk(x, 2, dim=1)[1]" in assert_same(document)


@pytest.mark.parametrize(
    ("kind", "channels", "params", "what", "mend"),
    [
        ("channel_split", 7, {}, "7 channels do not make 2 equal parts", "6 channels"),
        ("channel_split", 8, {"part": 2}, "no part 2 of 2", "part 1"),
        ("channel_shuffle", 8, {"groups": 3}, "8 channels do not make 3", "6 channels"),
        ("shuffle_unit", 8, {"out_channels": 10}, "as many channels as it gets, 8", "stride 2"),
        ("shuffle_unit", 8, {"out_channels": 9, "stride": 2}, "9 channels have no halves", "10"),
    ],
)
def test_what_cannot_be_split_is_explained(
    kind: str, channels: int, params: dict[str, object], what: str, mend: str
) -> None:
    (problem,) = one(kind, channels, **params).problems
    assert what in problem.what
    assert mend in problem.mend


def test_exported_source_is_the_network() -> None:
    assert_same(with_input(zoo.get(NAMES[0]), (3, 64, 64)))


def test_one_step_of_training() -> None:
    assert_trains(zoo.get(NAMES[0]), 64)
