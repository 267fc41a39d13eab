"""The source of some blocks: what it computes is what they compute within the network."""

from __future__ import annotations

import pytest
import torch

from explorer import zoo
from explorer.analysis.analyze import Analysis, analyze
from explorer.build.plan import BuildError
from explorer.exchange.pytorch import source
from explorer.exchange.region import region_of
from explorer.graph.edits import Disconnect
from explorer.graph.model import Edge, Scope


def made(analysis: Analysis, scope: Scope, names: tuple[str, ...]) -> torch.nn.Module:
    text = source(region_of(analysis, scope, names))
    space: dict[str, type[torch.nn.Module]] = {"__name__": "made"}  # type: ignore[dict-item]
    exec(compile(text, "made.py", "exec"), space)
    classes = [c for c in space.values() if isinstance(c, type) and issubclass(c, torch.nn.Module)]
    return classes[-1]()


@pytest.mark.parametrize(
    ("network", "scope", "names"),
    [
        ("resnet18", (), ("layer1", "layer2")),
        ("resnet18", (), ("layer3",)),
        ("resnet18", ("layer2", "0"), ("conv1", "bn1")),
        ("googlenet", (), ("inception3a",)),
        ("lenet5_modern", (), ("C1", "tanh1", "S2")),
    ],
)
def test_parameters_and_shapes_are_those_of_the_part(
    network: str, scope: Scope, names: tuple[str, ...]
) -> None:
    analysis = analyze(zoo.get(network))
    evaluation = analysis.at(scope)
    assert evaluation is not None
    module = made(analysis, scope, names).eval()
    states = [evaluation.states[n] for n in names]
    results = [state.result for state in states if state.result is not None]
    assert sum(p.numel() for p in module.parameters()) == sum(r.totals.parameters for r in results)
    out = module(torch.zeros(1, *states[0].inputs[0]))
    assert tuple(out.shape[1:]) == results[-1].outputs[0]


def test_what_has_no_shape_says_so() -> None:
    document = Disconnect(edges=(Edge("tanh1", "S2"),)).apply(zoo.get("lenet5_modern"))
    edge = document.graph.incoming["C3"][0]
    assert edge.source == "S2"
    with pytest.raises(BuildError, match="nothing comes into “S2”"):
        region_of(analyze(document), (), ("S2", "C3"))
    with pytest.raises(BuildError, match="shape that comes into “C3” is not known"):
        region_of(analyze(document), (), ("C3",))


def test_blocks_between_have_to_be_selected() -> None:
    with pytest.raises(BuildError, match="lies between"):
        region_of(analyze(zoo.get("lenet5_modern")), (), ("C1", "S2"))
    with pytest.raises(BuildError, match="select the blocks"):
        region_of(analyze(zoo.get("lenet5_modern")), (), ())
