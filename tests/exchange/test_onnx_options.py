"""What can be chosen of an ONNX file: open sizes, operators' version, weights beside it; names."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import onnx
import pytest
import torch

import explorer.exchange.onnx as exporter
from explorer.blocks.builder import Builder
from explorer.build.module import build
from explorer.exchange.onnx import OPSETS, ExportError, export
from explorer.graph.model import About, Document
from tests.exchange.helpers import small
from tests.exchange.onnx_flat import runtime


def tiny(pool: str = "global_pool2d") -> Document:
    b = Builder()
    x = b.add("conv", "conv_norm_act", b.input("image", (3, 16, 16)), out_channels=8)
    y = b.add("half", "scale", b.add("again", "conv2d", x, out_channels=8, padding=1), factor=0.5)
    x = b.add("flatten", "flatten", b.add("pool", pool, b.add("sum", "add", x, y)))
    b.output(b.add("fc", "linear", x, out_features=600), "scores")
    return b.document("tiny", About())


def side(path: Path, axis: int) -> str:
    dim = onnx.load(path).graph.input[0].type.tensor_type.shape.dim[axis]
    return str(dim.dim_param or dim.dim_value)


def answers(document: Document, path: Path, shape: tuple[int, ...]) -> None:
    """ONNX Runtime answers to another size as the network does."""
    with torch.random.fork_rng():
        torch.manual_seed(0)
        network = build(document).eval()
    image = torch.randn(shape)
    with torch.no_grad():
        wanted = network(image)
    assert torch.allclose(torch.from_numpy(runtime(path, [image.numpy()])[0]), wanted, atol=1e-5)


def test_any_size_is_taken_where_the_network_takes_any(tmp_path: Path) -> None:
    path = tmp_path / "n.onnx"
    report = export(tiny(), path)

    assert report.any_size
    assert [side(path, axis) for axis in (0, 2, 3)] == ["batch", "height", "width"]
    answers(tiny(), path, (3, 3, 41, 27))


@pytest.mark.parametrize("opset", [13, 17, 21, 22])
def test_the_operators_version_is_chosen(opset: int, tmp_path: Path) -> None:
    path = tmp_path / "n.onnx"
    report = export(tiny(), path, opset=opset, spatial=opset == 13)

    assert report.opset == onnx.load(path).opset_import[0].version == opset
    assert report.relative <= 1e-4
    if opset == 13:
        assert report.any_size
        answers(tiny(), path, (2, 3, 20, 35))


def test_an_image_of_one_size_stays_so(tmp_path: Path) -> None:
    path = tmp_path / "n.onnx"

    assert not export(tiny("max_pool2d"), path).any_size
    assert [side(path, axis) for axis in (2, 3)] == ["16", "16"]
    assert not export(tiny(), path, spatial=False).any_size
    assert [side(path, axis) for axis in (2, 3)] == ["16", "16"]


@pytest.mark.parametrize("opset", [OPSETS[0] - 1, OPSETS[-1] + 1])
def test_other_versions_are_refused_with_those_that_can_be(opset: int, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="from 13 to 22"):
        export(tiny(), tmp_path / "n.onnx", opset=opset)


@pytest.mark.parametrize("chosen", [True, False])
def test_weights_lie_beside_the_file(
    chosen: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Because that was chosen, or because they would make the file larger than one can be."""
    if not chosen:
        monkeypatch.setattr(exporter, "LARGEST", 10_000)
    (tmp_path / "n.onnx.data").write_bytes(b"older")
    report = export(tiny(), tmp_path / "n.onnx", external=chosen, spatial=False)

    assert report.external == "n.onnx.data"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["n.onnx", "n.onnx.data"]
    assert (tmp_path / "n.onnx.data").stat().st_size > 4 * 600 * 8
    model = onnx.load(tmp_path / "n.onnx", load_external_data=False)
    assert {e.value for t in model.graph.initializer for e in t.external_data if e.key == "location"} == {
        "n.onnx.data"
    }  # fmt: skip
    onnx.checker.check_model(tmp_path / "n.onnx", full_check=True)
    answers(tiny(), tmp_path / "n.onnx", (2, 3, 16, 16))


def test_names_are_those_of_the_blocks_functions_and_folded_norms_too(tmp_path: Path) -> None:
    network = build(tiny())
    for values in network.state_dict().values():
        if values.is_floating_point():
            values.uniform_(0.5, 1)
    export(tiny(), tmp_path / "n.onnx", network.state_dict())

    graph = onnx.load(tmp_path / "n.onnx").graph
    assert [node.name for node in graph.node] == [
        "conv.conv", "conv.relu", "again", "half", "sum", "pool", "flatten", "fc",
    ]  # fmt: skip
    names = {tensor.name for tensor in graph.initializer}
    assert {"conv.conv.weight", "conv.conv.bias", "again.bias", "fc.bias"} <= names


def test_a_module_of_several_nodes_numbers_none_of_its_neighbours(tmp_path: Path) -> None:
    export(small("shufflenet_v2_x0_5"), tmp_path / "n.onnx", opset=18, spatial=False)

    names = [node.name for node in onnx.load(tmp_path / "n.onnx").graph.node]
    assert "stage2.0.shuffle/Transpose" in names
    assert "stage2.0.shuffle2" not in names
    assert len(set(names)) == len(names)


def test_what_is_broken_off_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(exporter, "compared", fail)
    with pytest.raises(KeyboardInterrupt):
        export(tiny(), tmp_path / "n.onnx", external=True, spatial=False)
    assert list(tmp_path.iterdir()) == []
