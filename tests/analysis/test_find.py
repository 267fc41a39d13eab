"""Queries: each finds what the analysis says has that name, type, shape or value."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from explorer import zoo
from explorer.analysis.analyze import Row, analyze
from explorer.analysis.columns import Figures
from explorer.analysis.find import FindError, find, hidden_in

RESNET = Figures(analyze(zoo.get("resnet50")), times={"stem": 0.002, "layer1": 0.0005})


def _has(row: Row, key: str, value: object) -> bool:
    settings = row.result.settings if row.result is not None else {}
    return settings.get(key) in (value, (value, value))


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("conv1", lambda r: "conv1" in r.path),
        ("LAYER2.0", lambda r: r.path.startswith("layer2.0")),
        ("type:conv", lambda r: "conv" in r.node.type.lower()),
        ("name:conv1", lambda r: r.node.name == "conv1"),
        ("256x56x56", lambda r: r.output == (256, 56, 56)),
        ("256×56×56", lambda r: r.output == (256, 56, 56)),
        (
            "3x3",
            lambda r: _has(r, "kernel_size", 3) or _has(r, "kernel_size", (3, 3)),
        ),
        ("stride=2", lambda r: _has(r, "stride", 2) or _has(r, "stride", (2, 2))),
        ("params>1M", lambda r: r.totals is not None and r.totals.parameters > 1_000_000),
        ("macs>=102.76M", lambda r: r.totals is not None and r.totals.macs >= 102_760_000),
        (
            "field<100",
            lambda r: r.field is not None and not r.field.whole and r.field.size[0] < 100,
        ),
        ("field=all", lambda r: r.field is not None and r.field.whole),
        ("channels=512", lambda r: r.output is not None and r.output[0] == 512),
        (
            "memory>3.2MB",
            lambda r: r.totals is not None and r.totals.activations * 4 > 3_200_000,
        ),
        ("time>1ms", lambda r: r.path == "stem"),
        (
            "conv kernel=3 params>1m",
            lambda r: (
                r.node.type == "conv2d"
                and _has(r, "kernel_size", 3)
                and r.totals is not None
                and r.totals.parameters > 1_000_000
            ),
        ),
        ("input=3x224x224", lambda r: (3, 224, 224) in r.inputs),
    ],
)
def test_finds_exactly_these(query: str, wanted: Callable[[Row], bool]) -> None:
    expected = tuple(row.path for row in RESNET.analysis.rows if wanted(row))
    assert expected
    assert find(query, RESNET) == expected


def test_a_number_finds_its_value() -> None:
    found = find("9408", RESNET)
    assert found == ("stem.conv1",)
    assert "layer3.0" in find("0", RESNET)
    figures = [row for row in RESNET.analysis.rows if row.path in find("4089184256", RESNET)]
    assert all(row.totals and row.totals.macs == 4_089_184_256 for row in figures)


def test_flags_and_words_of_parameters() -> None:
    figures = Figures(analyze(zoo.get("resnet18")))
    found = find("type:conv2d bias=off", figures)
    assert "stem.conv1" in found
    assert find("type:conv2d bias=true", figures) == ()
    assert set(find("bias!=off type:conv2d", figures)).isdisjoint(found)


def test_nothing_is_asked() -> None:
    assert find("", RESNET) == find("   ", RESNET) == ()
    assert find("nosuchblock", RESNET) == ()


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("speed>3", "ask for params"),
        ("params>", "params> what"),
        ("params>lots", "needs a number"),
        (">3", "write what first"),
        ("output=big", "output=128x28x28"),
        ("type>3", "type:3"),
        ("params>3parsec", "needs a number"),
    ],
)
def test_what_is_not_understood_says_what_can_be_asked(query: str, says: str) -> None:
    with pytest.raises(FindError, match=says.replace("?", r"\?")):
        find(query, RESNET)


def test_every_figure_can_be_asked_of_every_network() -> None:
    for name in ("googlenet", "densenet121", "shufflenet_v2_x1_0", "lenet5"):
        figures = Figures(analyze(zoo.get(name)))
        blocks = {row.path for row in figures.analysis.rows}
        for query in (
            "params>=0",
            "macs<1",
            "3x3",
            "type:conv",
            "stride>1",
            "field>=1",
            "1x1",
            "7",
        ):
            assert set(find(query, figures)) <= blocks


def test_what_lies_in_closed_blocks_is_counted_there() -> None:
    seen = {"stem", "layer1", "layer1.0", "layer1.0.conv1"}

    def visible(path: str) -> str | None:
        while path and path not in seen:
            path = path.rpartition(".")[0]
        return path or None

    paths = ("stem", "stem.conv1", "layer1.0.conv1", "layer1.1.conv1", "layer1.1.conv2")
    assert hidden_in(paths, visible) == {"stem": 1, "layer1.0.conv1": 0, "layer1": 2}
