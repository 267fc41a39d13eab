"""ONNX files: ONNX Runtime answers as torch does, and the file says what it is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime
import pytest
import torch
from onnx import ModelProto

import explorer.exchange.onnx as exporter
from explorer import zoo
from explorer.analysis.analyze import analyze
from explorer.blocks.builder import Builder
from explorer.build.module import build
from explorer.exchange.onnx import ExportError, Report, export
from explorer.exchange.onnx_proto import converted
from explorer.graph.model import About, Document
from tests.core import CORE
from tests.exchange.helpers import small

ROOT = Path(__file__).resolve().parents[2]


def answer(path: Path, *inputs: torch.Tensor) -> list[Any]:
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    names = [value.name for value in session.get_inputs()]
    return session.run(None, {n: x.numpy() for n, x in zip(names, inputs, strict=True)})


def tiny() -> Document:
    b = Builder()
    x = b.add("conv", "conv_norm_act", b.input("image", (3, 8, 8)), out_channels=4)
    x = b.add("head", "classifier_head", x, classes=5, dropout=0.5)
    b.output(x, "scores")
    return b.document("tiny", About(title="Tiny"))


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Report]:
    path = tmp_path_factory.mktemp("onnx") / "tiny.onnx"
    return path, export(tiny(), path)


@pytest.fixture(scope="module")
def model(exported: tuple[Path, Report]) -> ModelProto:
    return onnx.load(exported[0])


# -- the zoo ----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", CORE)
def test_the_runtime_answers_as_torch_does(name: str, tmp_path: Path) -> None:
    """At their own size, but for networks of more than 100 million weights."""
    document = zoo.get(name)
    if analyze(document).totals.parameters > 100_000_000:
        document = small(name)

    report = export(document, tmp_path / "network.onnx", spatial=False)

    assert report.relative <= 1e-4
    assert report.difference <= 1e-4 * report.largest_logit
    assert report.nodes > 0


# -- the file ---------------------------------------------------------------------------------


def test_versions_are_those_that_runtimes_read(
    exported: tuple[Path, Report], model: ModelProto
) -> None:
    assert model.ir_version <= 10
    assert [(o.domain, o.version) for o in model.opset_import] == [("", 18)]
    assert (exported[1].ir_version, exported[1].opset) == (model.ir_version, 18)
    assert exported[1].nodes == len(model.graph.node)
    onnx.checker.check_model(model, full_check=True)


def test_names_are_those_of_the_document(model: ModelProto) -> None:
    graph = model.graph
    nodes = {node.name for node in graph.node}

    assert [value.name for value in graph.input] == ["image"]
    assert [value.name for value in graph.output] == ["scores"]
    assert {"conv.conv", "conv.relu", "fc"} <= nodes
    assert {"conv.conv.weight", "fc.weight", "fc.bias"} <= {t.name for t in graph.initializer}


def test_metadata_says_what_made_it_and_what_it_costs(model: ModelProto) -> None:
    properties = {p.key: p.value for p in model.metadata_props}
    totals = analyze(tiny()).totals

    assert properties.pop("program").startswith("Architecture Explorer ")
    assert properties == {
        "network": "tiny",
        "parameters": str(totals.parameters),
        "macs": str(totals.macs),
        "input": "3x8x8",
    }
    assert model.producer_name == "Architecture Explorer"


def test_nothing_of_this_machine_is_in_the_file(exported: tuple[Path, Report]) -> None:
    data = exported[0].read_bytes()

    assert str(ROOT).encode() not in data
    assert b".py" not in data


def test_any_batch_size_is_taken(exported: tuple[Path, Report], model: ModelProto) -> None:
    assert model.graph.input[0].type.tensor_type.shape.dim[0].dim_param == "batch"
    (out,) = answer(exported[0], torch.zeros(7, 3, 8, 8))
    assert out.shape == (7, 5)


def test_the_same_network_gives_the_same_file(
    exported: tuple[Path, Report], tmp_path: Path
) -> None:
    before = torch.random.get_rng_state()
    export(tiny(), tmp_path / "again.onnx")

    assert (tmp_path / "again.onnx").read_bytes() == exported[0].read_bytes()
    assert torch.equal(torch.random.get_rng_state(), before)


# -- weights, inputs and outputs --------------------------------------------------------------


def test_given_weights_are_exported(tmp_path: Path) -> None:
    network = build(tiny()).eval()
    for parameter in network.parameters():
        torch.nn.init.uniform_(parameter, -1, 1)

    export(tiny(), tmp_path / "n.onnx", network.state_dict())

    image = torch.randn(3, 3, 8, 8)
    with torch.no_grad():
        wanted = network(image).numpy()
    np.testing.assert_allclose(answer(tmp_path / "n.onnx", image)[0], wanted, atol=1e-5)


def test_weights_of_another_network_are_refused(tmp_path: Path) -> None:
    weights = build(zoo.get("lenet5_modern")).state_dict()

    with pytest.raises(ExportError, match="do not fit"):
        export(tiny(), tmp_path / "n.onnx", weights)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("new", [True, False])
def test_several_inputs_and_outputs_with_names_that_the_exporter_uses_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, new: bool
) -> None:
    b = Builder()
    x = b.input("relu", (2, 4, 4))
    y = b.input("conv2d", (2, 4, 4))
    total = b.add("sum", "add", b.add("act", "relu", x), y)
    z = b.add("conv", "conv2d", total, out_channels=2, padding=1)
    b.output(z, "add")
    b.output(total, "input_0")
    b.output(total, "twice")
    b.output(y, "unchanged")
    b.output(z, "aside", auxiliary=True)
    document = b.document("many", About())
    if not new:
        _old_only(monkeypatch)

    export(document, tmp_path / "n.onnx")

    graph = onnx.load(tmp_path / "n.onnx").graph
    assert [value.name for value in graph.input] == ["relu", "conv2d"]
    assert [value.name for value in graph.output] == ["add", "input_0", "twice", "unchanged"]


def test_the_older_exporter_is_the_fallback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _old_only(monkeypatch)
    said: list[str] = []

    report = export(small("resnet18"), tmp_path / "n.onnx", say=said.append, spatial=False)

    assert report.relative <= 1e-4
    assert "Converting with torch's older exporter" in said
    assert answer(tmp_path / "n.onnx", torch.zeros(3, 3, 64, 64))[0].shape == (3, 1000)


def _old_only(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse_new(network: Any, inputs: Any, opset: int, new: bool, *rest: Any) -> ModelProto:
        if new:
            raise RuntimeError("no such operator")
        return converted(network, inputs, opset, new, *rest)

    monkeypatch.setattr(exporter, "converted", refuse_new)


# -- what goes wrong --------------------------------------------------------------------------


def test_a_network_that_cannot_be_built_is_refused_with_its_place(tmp_path: Path) -> None:
    b = Builder()
    b.output(b.add("fc", "linear", b.input("image", (3, 8, 8))))

    with pytest.raises(ExportError, match=r"^fc: Linear needs a vector") as caught:
        export(b.document("broken", About()), tmp_path / "n.onnx")
    assert "Flatten" in caught.value.mend


def test_a_folder_that_is_not_there_is_named_before_anything_is_done(tmp_path: Path) -> None:
    said: list[str] = []

    with pytest.raises(ExportError, match="There is no folder"):
        export(tiny(), tmp_path / "nowhere" / "n.onnx", say=said.append)
    assert said == []


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "n.onnx").mkdir()

    with pytest.raises(ExportError, match="could not be written"):
        export(tiny(), tmp_path / "n.onnx")
    assert [p.name for p in tmp_path.iterdir()] == ["n.onnx"]


def test_answers_that_differ_are_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def spoilt(*arguments: Any) -> ModelProto:
        model = converted(*arguments)
        weights = next(t for t in model.graph.initializer if t.name == "fc.weight")
        array = onnx.numpy_helper.to_array(weights) * 1.01
        weights.CopyFrom(onnx.numpy_helper.from_array(array.astype(np.float32), weights.name))
        return model

    monkeypatch.setattr(exporter, "converted", spoilt)
    path = tmp_path / "n.onnx"
    path.write_bytes(b"older")

    with pytest.raises(ExportError, match="answer differs by"):
        export(tiny(), path)
    assert path.read_bytes() == b"older"


def test_answers_that_are_not_finite_are_not_compared(tmp_path: Path) -> None:
    weights = build(tiny()).state_dict()
    weights["fc.bias"].fill_(float("inf"))

    with pytest.raises(ExportError, match="not finite"):
        export(tiny(), tmp_path / "n.onnx", weights)


def test_nothing_is_printed(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """What the command line prints on stdout is read by programs."""
    export(tiny(), tmp_path / "n.onnx")

    assert capfd.readouterr() == ("", "")
