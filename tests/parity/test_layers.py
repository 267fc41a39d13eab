"""Every layer's rules against torch: same shape or the same refusal, same parameters and FLOPs."""

from __future__ import annotations

import warnings
from typing import Any

import pytest
import torch
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from torch import nn
from torch.utils.flop_counter import FlopCounterMode

from explorer.analysis.analyze import analyze
from explorer.analysis.results import errors
from explorer.blocks.builder import Builder
from explorer.blocks.description import BlockError, Layer
from explorer.blocks.registry import BUILT_IN, PLAIN
from explorer.build.module import build
from explorer.graph.model import About, Document
from explorer.graph.values import Params
from tests.strategies import ADAPTIVE, CONVOLUTION, POOL, SAME, SIDES, TRANSPOSED, documents

IMAGES = st.tuples(st.sampled_from([2, 3, 4]), st.integers(1, 14), st.integers(1, 14))
CASES = [
    ("conv2d", CONVOLUTION),
    ("conv2d", SAME),
    ("conv_transpose2d", TRANSPOSED),
    ("max_pool2d", POOL),
    ("avg_pool2d", POOL),
    ("adaptive_pool2d", ADAPTIVE),
    ("zero_pad2d", SIDES),
]


def torch_says(layer: Layer, p: Params, image: tuple[int, ...]) -> Any:
    """torch's own output shape, parameters and FLOPs, or None where it refuses."""
    operation = layer.operation(p, (image,))
    try:
        with torch.no_grad(), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            module = getattr(nn, operation.target[3:])(*operation.args, **dict(operation.kwargs))
            with FlopCounterMode(display=False) as counter:
                shape = tuple(module.eval()(torch.empty(1, *image)).shape)[1:]
    except (RuntimeError, ValueError):
        return None
    if min(shape) < 1:
        return None
    return shape, sum(w.numel() for w in module.parameters()), counter.get_total_flops() // 2


@pytest.mark.parametrize(("name", "strategy"), CASES)
def test_windowed_layers(name: str, strategy: st.SearchStrategy[dict[str, Any]]) -> None:
    layer = BUILT_IN[name]
    assert isinstance(layer, Layer)
    seen = {True: 0, False: 0}

    @settings(max_examples=300, suppress_health_check=list(HealthCheck))
    @given(strategy, IMAGES)
    def check(params: dict[str, Any], image: tuple[int, ...]) -> None:
        p = PLAIN.settings(name, Params(params))
        theirs = torch_says(layer, p, image)
        explained = True
        shape: tuple[int, ...] | None
        try:
            shape = layer.output(p, (image,))
        except BlockError as error:
            explained = bool(error.what and error.mend)
            seen[False] += 1
            shape = None
        if shape is None:
            assert theirs is None, (params, image, theirs)
            assert explained
            return
        cost = layer.cost(p, (image,), shape)
        assert (shape, cost.parameters.value, cost.macs.value) == theirs, (params, image)
        assert [int(line.rsplit("=", 1)[1]) for line in layer.explain_output(p, (image,))] in (
            [*dict.fromkeys(shape[1:])],
            list(shape[1:]),
        )
        seen[True] += 1

    check()
    assert seen[True] > 50


@pytest.mark.parametrize("name", sorted(BUILT_IN))
def test_every_layer_at_its_defaults(name: str) -> None:
    layer = BUILT_IN[name]
    if not isinstance(layer, Layer) or name in ("input", "output", "opaque") or layer.inputs > 1:
        return
    special = {"linear": (12,), "radial_basis": (12,), "reshape": (1, 1, 1)}
    image = special.get(name, (4, 12, 16))
    b = Builder()
    b.output(b.add("layer", name, b.input("image", "=image")))
    document = b.document("one", About(), {"image": (image, "")})
    network = build(document, "meta").eval()
    with FlopCounterMode(display=False) as counter:
        shape = tuple(network(torch.empty(2, *image, device="meta")).shape)[1:]
    totals = analyze(document).totals
    assert analyze(document).root.outputs == (shape,)
    assert totals.parameters == sum(w.numel() for w in network.parameters())
    assert totals.trainable == sum(w.numel() for w in network.parameters() if w.requires_grad)
    assert 2 * totals.flops == counter.get_total_flops()


def values_of(document: Document) -> dict[str, torch.Tensor]:
    network = build(document, "meta").eval()
    found: dict[str, torch.Tensor] = {}
    network.observer = found.__setitem__
    with warnings.catch_warnings():
        # torch's advice about kernels that are even and padding that is "same"
        warnings.simplefilter("ignore")
        network(*(torch.empty(2, *shape, device="meta") for shape in network.plan.input_shapes))
    return found


@settings(max_examples=150)
@given(documents())
def test_random_networks(document: Document) -> None:
    """Shapes at every block, parameters and FLOPs of whole random graphs are torch's."""
    analysis = analyze(document)
    assume(not errors(analysis.problems))
    values = values_of(document)
    for row in analysis.rows:
        if row.node.type not in ("input", "output") and row.path in values:
            assert tuple(values[row.path].shape)[1:] == row.output, row.path
    network = build(document, "meta").eval()
    assert sum(w.numel() for w in network.parameters()) == analysis.totals.parameters
    with FlopCounterMode(display=False) as counter, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        network(torch.empty(1, *network.input_shape, device="meta"))
    assert counter.get_total_flops() == analysis.totals.flops


@settings(max_examples=100)
@given(documents(), st.randoms(use_true_random=False))
def test_an_edit_analysed_is_the_edited_analysed(document: Document, chance: Any) -> None:
    """What is kept from before an edit never shows in the result."""
    from explorer.graph.edits import EditError
    from tests.strategies import random_edit

    analysis = analyze(document)
    for _ in range(12):
        edit = random_edit(document, chance)
        if edit is None:
            continue
        try:
            document = edit.apply(document)
        except EditError:
            continue
        analysis = analyze(document, analysis)
        PLAIN.forget()
        fresh = analyze(document)
        assert analysis.totals == fresh.totals
        assert analysis.problems == fresh.problems
        assert analysis.root.complete == fresh.root.complete
        for ours, theirs in zip(analysis.rows, fresh.rows, strict=True):
            assert (ours.path, ours.key, ours.output, ours.field, ours.totals) == (
                theirs.path, theirs.key, theirs.output, theirs.field, theirs.totals,
            )  # fmt: skip
