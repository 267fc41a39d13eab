"""Every network of the zoo: no problems, trains a step, leaves as code and as ONNX unchanged.

Networks are taken small, on the smallest image that they accept, with ten classes: what is shown
here does not depend on size, and their sizes are proven in the tests of their families.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import torch
from msgspec.structs import replace
from torch import nn

from explorer import zoo
from explorer.analysis.analyze import analyze, with_input
from explorer.build.module import build
from explorer.exchange.onnx import TOLERANCE, export
from explorer.graph.model import Document
from tests.exchange.helpers import assert_same
from tests.weights import answers_differ, enliven

SMALL = {"classes": 10, "hidden_features": 64}
SIDES = (32, 48, 64, 96, 128, 160, 224, 299)

ONE_A_FAMILY = {zoo.get(name).about.family: name for name in reversed(zoo.names())}


def small(name: str) -> Document:
    document = zoo.get(name)
    parameters = tuple(
        replace(p, default=SMALL.get(p.name, p.default)) for p in document.parameters
    )
    document = replace(document, parameters=parameters)
    (image, *_) = document.graph.of_type("input")
    channels = analyze(document).row_at[image.name].output[0]  # type: ignore[index]
    for side in SIDES:
        candidate = with_input(document, (channels, side, side))
        if analyze(candidate).ok:
            return candidate
    raise AssertionError(f"{name} takes no image")


@pytest.fixture(autouse=True)
def one_thread() -> None:
    torch.set_num_threads(1)


@pytest.mark.parametrize("name", zoo.names())
def test_it_has_no_problems_and_says_where_it_comes_from(name: str) -> None:
    document = zoo.get(name)
    analysis = analyze(document)
    assert analysis.ok
    assert not [p for p in analysis.problems if p.severity != "hint"]
    about = document.about
    assert document.name == name
    assert about.title
    assert about.family
    assert about.idea.endswith(".")
    assert about.source
    assert about.year
    assert 1998 <= about.year <= 2026
    assert "classes" in document.environment


@pytest.mark.parametrize("name", zoo.names())
def test_it_learns_from_a_step(name: str) -> None:
    torch.manual_seed(0)
    document = small(name)
    network = build(document).train()
    optimizer = torch.optim.SGD([w for w in network.parameters() if w.requires_grad], lr=1e-3)
    outputs = network(torch.randn(2, *network.input_shape))
    outputs = outputs if isinstance(outputs, tuple) else (outputs,)
    loss = sum(nn.functional.cross_entropy(o.flatten(1), torch.tensor([1, 2])) for o in outputs)
    assert isinstance(loss, torch.Tensor)
    loss.backward()
    gradients = [w.grad for w in network.parameters() if w.requires_grad]
    assert all(g is not None and g.isfinite().all() for g in gradients)
    assert any(g is not None and g.abs().max() > 0 for g in gradients)
    optimizer.step()


@pytest.mark.parametrize("name", zoo.names())
def test_its_source_is_the_same_network(name: str) -> None:
    assert_same(small(name))


def lively(document: Document) -> dict[str, torch.Tensor]:
    """Weights with which the input matters to the answer, asserted."""
    torch.manual_seed(0)
    network = build(document)
    enliven(network, network.input_shape)
    assert answers_differ(network, network.input_shape) > 1e-3
    return network.state_dict()


ALL = bool(os.environ.get("EXPLORER_EVERY_ONNX"))


@pytest.mark.parametrize("name", zoo.names() if ALL else sorted(ONE_A_FAMILY.values()))
def test_onnx_runtime_gives_the_same_answer(name: str, tmp_path: Path) -> None:
    """One of each family; of all networks with EXPLORER_EVERY_ONNX=1, in some ten minutes."""
    document = small(name)
    report = export(document, tmp_path / "x.onnx", lively(document))
    assert report.largest_logit > 0
    assert report.relative <= TOLERANCE
    if ALL:
        print(f"{name}: {report.relative:.1e}")
