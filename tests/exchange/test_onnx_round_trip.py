"""Ours to ONNX and back: what was read answers as ONNX Runtime does, so as the network did."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
import torch
from msgspec.structs import replace
from onnx import ModelProto

import explorer.exchange.onnx as exporter
from explorer import zoo
from explorer.analysis.analyze import analyze, with_input
from explorer.build.module import build
from explorer.exchange.onnx import export
from explorer.exchange.onnx_proto import converted
from explorer.graph.model import Document
from tests.exchange.helpers import small
from tests.exchange.onnx_flat import difference
from tests.weights import answers_differ, enliven

EVERY = bool(os.environ.get("EXPLORER_EVERY_ONNX"))
"""All networks by torch's newer exporter; otherwise one of each family, most by the older, which
takes a tenth of the time."""

NEW = ("lenet5", "resnet18", "shufflenet_v2_x0_5")


def one_a_family() -> list[str]:
    found: dict[str, str] = {}
    for name in sorted(zoo.names(), key=lambda n: analyze(zoo.get(n)).totals.macs):
        found.setdefault(zoo.get(name).about.family, name)
    return sorted({*found.values(), *NEW})


def sized(name: str) -> Document:
    """A network on small images, or on its own where its adaptive pool would make small ones larger,
    for which ONNX has no operator."""
    document = small(name)
    for row in analyze(document).rows:
        if row.node.type == "adaptive_pool2d" and row.inputs[0][1:] != (row.output or ())[1:]:
            own = analyze(zoo.get(name)).root.states["image"].result
            assert own is not None
            return with_input(document, own.outputs[0])
    return document


def test_families_are_many() -> None:
    assert len(one_a_family()) >= 12


@pytest.mark.parametrize("name", zoo.names() if EVERY else one_a_family())
def test_there_and_back(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    torch.set_num_threads(1)
    document = replace(sized(name), name=name)
    torch.manual_seed(0)
    network = build(document)
    if len(network.input_shape) == 3:
        enliven(network, network.input_shape)
        assert answers_differ(network, network.input_shape) > 1e-3
    if not EVERY and name not in NEW:
        _old_only(monkeypatch)
    path = tmp_path / "network.onnx"
    export(document, path, network.state_dict(), spatial=False)

    worst, found = difference(path)

    assert found.opaque == ()
    assert worst <= 1e-4
    assert found.name == name


def _old_only(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse_new(network: Any, inputs: Any, opset: int, new: bool, *rest: Any) -> ModelProto:
        if new:
            raise RuntimeError("no such operator")
        return converted(network, inputs, opset, new, *rest)

    monkeypatch.setattr(exporter, "converted", refuse_new)
