"""Which lines are whose."""

from __future__ import annotations

import pytest

from explorer import zoo
from explorer.app.code.linking import block_at, lines_of
from explorer.exchange.pytorch import listing


@pytest.fixture(scope="module")
def made() -> tuple[list[str], dict[str, tuple[object, ...]]]:
    found = listing(zoo.get("resnet18"))
    return found.text.splitlines(), dict(found.lines)


def test_a_layer_has_the_lines_that_make_and_run_it(made: tuple[list[str], dict]) -> None:  # type: ignore[type-arg]
    text, spans = made
    lines = lines_of(spans, "layer2.0.conv1")
    assert any("self.conv1 = nn.Conv2d(" in text[line] for line in lines)
    assert any("self.conv1(x)" in text[line] for line in lines)
    assert not any("bn2" in text[line] for line in lines)


def test_what_leaves_no_trace_shows_the_block_around(made: tuple[list[str], dict]) -> None:  # type: ignore[type-arg]
    _, spans = made
    assert lines_of(spans, "layer2.0.nothing.here") == lines_of(spans, "layer2.0")
    assert lines_of(spans, "nothing") == []


def test_a_line_that_several_share_is_that_of_the_selected(made: tuple[list[str], dict]) -> None:  # type: ignore[type-arg]
    text, spans = made
    line = next(i for i, t in enumerate(text) if "self.bn1 = nn.BatchNorm2d(out_channels)" in t)
    assert block_at(spans, line) == "layer1.0.bn1"
    assert block_at(spans, line, ["layer3.1.conv2"]) == "layer3.1.bn1"
    assert block_at(spans, line, ["layer4.0.bn1"]) == "layer4.0.bn1"
    assert block_at(spans, 0) is None  # the docstring is nobody's


def test_every_line_leads_back_to_its_block(made: tuple[list[str], dict]) -> None:  # type: ignore[type-arg]
    """Of a layer's own lines, at least one is its own alone."""
    _, spans = made
    for path in ("stem.conv1", "head.fc", "layer3.0.conv2"):
        assert path in {block_at(spans, line, [path]) for line in lines_of(spans, path)}
