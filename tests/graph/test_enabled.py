"""Outputs switched off, and what goes with them."""

from __future__ import annotations

import pytest

from explorer.analysis.analyze import analyze
from explorer.blocks.builder import Builder
from explorer.graph.enabled import enabled_part
from explorer.graph.model import About, Document


def network(enabled: object) -> Document:
    """A trunk with a side branch of two layers, whose output may be switched off."""
    b = Builder()
    trunk = b.add("trunk", "conv2d", b.input("image", (3, 8, 8)), out_channels=4)
    b.output(b.add("relu", "relu", trunk))
    side = b.add("side2", "tanh", b.add("side1", "conv2d", trunk, out_channels=2))
    b.add("aux", "output", side, auxiliary=True, enabled=enabled)
    return b.document("switched", About(), {"heads": (1, "How many heads.")})


@pytest.mark.parametrize("enabled", [True, 1, "=heads", "=heads > 0", "=nonsense", "=1 / 0"])
def test_what_is_on_is_the_graph_itself(enabled: object) -> None:
    document = network(enabled)
    assert enabled_part(document.graph, document.environment) is document.graph


@pytest.mark.parametrize("enabled", [False, 0, "=heads > 1", "=heads - 1"])
def test_what_is_off_takes_along_what_feeds_it_alone(enabled: object) -> None:
    document = network(enabled)
    part = enabled_part(document.graph, document.environment)
    assert list(part.names) == ["image", "trunk", "relu", "out"]
    assert {edge.source for edge in part.edges} == {"image", "trunk", "relu"}
    analysis = analyze(document)
    assert analysis.ok
    assert not analysis.problems
    assert analysis.totals.parameters == 3 * 3 * 3 * 4 + 4


def test_an_expression_that_cannot_be_computed_is_said() -> None:
    analysis = analyze(network("=nonsense"))
    assert [(p.path, p.severity) for p in analysis.problems] == [("aux", "error")]
