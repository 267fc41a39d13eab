"""An ONNX file as a document: names, weights, what is opaque, and what is refused with a reason."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import pytest
import torch
from onnx import TensorProto, helper

from explorer.analysis.analyze import analyze
from explorer.build.module import build
from explorer.cli import main
from explorer.exchange.imports.flat import ImportingError
from explorer.exchange.imports.onnx_command import import_onnx
from explorer.exchange.onnx import export
from explorer.graph import files
from tests.exchange.helpers import small
from tests.exchange.onnx_flat import runtime
from tests.exchange.onnx_models import model, node, saved, weights


def test_our_own_comes_back_with_its_names_and_answers(tmp_path: Path) -> None:
    document, path = small("resnet18"), tmp_path / "n.onnx"
    network = build(document)
    for name, values in network.state_dict().items():
        if values.is_floating_point() and ("running" in name or "bn" in name):
            values.uniform_(0.5, 1)
    export(document, path, network.state_dict())

    found, state, report = import_onnx(path)

    again = build(found).eval()
    again.load_state_dict(state)
    image = torch.randn(2, *network.input_shape)
    with torch.no_grad():
        mine, theirs = again(image), network.eval()(image)
    assert float((mine - theirs).abs().max() / theirs.abs().max()) < 1e-4
    assert {k for k in network.state_dict() if "conv" in k or "fc" in k} <= set(state)
    assert "layer1" in found.graph
    assert found.name == document.name
    assert report.opaque == ()
    assert report.macs == analyze(document).totals.macs
    assert any("folded" in note for note in report.notes)


def test_the_command_writes_a_document_with_its_weights_beside(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = model([node("Conv", "x w", "c", pads=[1, 1, 1, 1]), node("Relu", "c")],
                 shape=("n", 4, None, None), w=weights(6, 4, 3, 3))  # fmt: skip
    path, out = saved(tmp_path, made), tmp_path / "n.network.json"

    assert main(["import", str(path), "--input", "4x10x12", "--out", str(out)]) == 0

    report = json.loads(capsys.readouterr().out)
    assert report["parameters"] == 6 * 4 * 9
    assert (tmp_path / "n.safetensors").is_file()
    assert analyze(files.load(out)).root.outputs == ((6, 10, 12),)


def test_what_is_unknown_is_opaque_with_its_shape_and_counts(tmp_path: Path) -> None:
    made = model(
        [node("Conv", "x w", "c"), node("Twist", "c k", "t", domain="com.example"),
         node("Einsum", "t m", "e", equation="nchw,cd->ndhw"), node("Relu", "e")],
        shape=(1, 4, 9, 8), domains=("com.example",),
        w=weights(6, 4, 3, 3), k=weights(7), m=weights(6, 5),
    )  # fmt: skip
    found, _, report = import_onnx(saved(tmp_path, made))

    assert [label for _, label in report.opaque] == ["com.example.Twist", "Einsum"]
    assert report.parameters == 6 * 4 * 9 + 7 + 30
    assert analyze(found).root.outputs == ((5, 7, 6),)
    assert any("what shape it gives is said nowhere" in note for note in report.notes)


def test_a_stated_shape_is_believed_of_what_is_unknown(tmp_path: Path) -> None:
    made = model([node("Twist", "x", "t", domain="com.example"), node("Relu", "t")],
                 shape=(1, 4, 9, 8), domains=("com.example",))  # fmt: skip
    made.graph.value_info.append(
        helper.make_tensor_value_info("t", TensorProto.FLOAT, (1, 3, 2, 2))
    )
    found, _, _ = import_onnx(saved(tmp_path, made))

    assert analyze(found).root.outputs == ((3, 2, 2),)


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("/layer1/layer1.0/conv1/Conv", "layer1.0.conv1"),
        ("/stage/Conv", "stage"),
        ("resnetv17_stage1_conv0_fwd", "resnetv17_stage1_conv0_fwd"),
        ("model/block/conv", "model.block.conv"),
        ("layer1.0.conv1", "layer1.0.conv1"),
        ("", "conv"),
        ("a b!/ü", "a_b_._"),
    ],
)
def test_names_of_all_exporters_become_paths(name: str, path: str, tmp_path: Path) -> None:
    from explorer.exchange.imports.onnx_read import read_onnx

    one = node("Conv", "x w")
    one.name = name
    network = read_onnx(saved(tmp_path, model([one], w=weights(6, 4, 3, 3))))
    assert [n.path for n in network.flat.nodes] == [path]


def test_half_floats_and_numbers_one_by_one_are_read(tmp_path: Path) -> None:
    w = weights(6, 4, 3, 3)
    made = model(
        [
            node("Conv", "x w"),
        ],
        w=w,
    )
    made.graph.initializer[0].CopyFrom(
        helper.make_tensor("w", TensorProto.FLOAT, w.shape, w.reshape(-1).tolist())
    )
    for path in (saved(tmp_path, made), _half(tmp_path, w)):
        _, state, _ = import_onnx(path)
        assert np.allclose(next(iter(state.values())).numpy(), w, atol=1e-3)


def _half(folder: Path, w: np.ndarray[Any, Any]) -> Path:
    return saved(folder, model([node("Conv", "x w")], w=w.astype(np.float16)), "half.onnx")


# -- files that do not mean well ----------------------------------------------------------------------


def external(location: str, **more: str) -> onnx.ModelProto:
    made = model([node("Conv", "x w")], shape=(1, 4, 9, 8), w=weights(6, 4, 3, 3))
    tensor = made.graph.initializer[0]
    tensor.ClearField("raw_data")
    tensor.data_location = TensorProto.EXTERNAL
    for key, value in {"location": location, **more}.items():
        tensor.external_data.add(key=key, value=value)
    return made


def test_weights_beside_the_file_are_read(tmp_path: Path) -> None:
    w = weights(6, 4, 3, 3)
    (tmp_path / "w.bin").write_bytes(b"1234" + w.tobytes())
    path = saved(tmp_path, external("w.bin", offset="4", length=str(w.nbytes)))

    _, state, _ = import_onnx(path)

    assert np.array_equal(next(iter(state.values())).numpy(), w)
    image = np.ones((1, 4, 9, 8), np.float32)
    network = build(import_onnx(path)[0]).eval()
    network.load_state_dict(state)
    with torch.no_grad():
        found = network(torch.from_numpy(image)).numpy()
    assert np.allclose(found, runtime(path, [image])[0], atol=1e-4)


@pytest.mark.parametrize(
    "location", ["../w.bin", "sub/../w.bin", "sub/w.bin", "..", ".", "a\\b", ""]
)
def test_weights_elsewhere_are_not(location: str, tmp_path: Path) -> None:
    (tmp_path / "w.bin").write_bytes(bytes(864))
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "w.bin").write_bytes(bytes(864))
    with pytest.raises(ImportingError, match=r"same folder|cannot be read|not a file"):
        import_onnx(saved(tmp_path / "sub", external(location)))


def test_weights_behind_an_absolute_path_or_a_link_are_not(tmp_path: Path) -> None:
    outside, inside = tmp_path / "w.bin", tmp_path / "sub"
    outside.write_bytes(bytes(864))
    inside.mkdir()
    os.symlink(outside, inside / "soft.bin")
    os.link(outside, inside / "hard.bin")
    for location, why in (
        (str(outside), "same folder"), ("soft.bin", "symbolic"), ("hard.bin", "hard link")
    ):  # fmt: skip
        with pytest.raises(ImportingError, match=why):
            import_onnx(saved(inside, external(location)))


@pytest.mark.parametrize(
    ("entries", "why"),
    [
        ({"offset": "4"}, "864|868"),
        ({"length": "99999999999"}, "declares 864 bytes"),
        ({"offset": "-4"}, "declares bytes"),
        ({"offset": "many"}, "not said in numbers"),
    ],
)
def test_weights_beyond_their_file_are_refused(
    entries: dict[str, str], why: str, tmp_path: Path
) -> None:
    (tmp_path / "w.bin").write_bytes(bytes(864))
    with pytest.raises(ImportingError, match=why):
        import_onnx(saved(tmp_path, external("w.bin", **entries)))


@pytest.mark.parametrize("dims", [(10**6, 10**6), (2**40,), (-1, 4), (6, 4, 3, 4)])
def test_declared_sizes_are_held_against_the_file(dims: tuple[int, ...], tmp_path: Path) -> None:
    made = model([node("Conv", "x w")], shape=(1, 4, 9, 8), w=weights(6, 4, 3, 3))
    made.graph.initializer[0].ClearField("dims")
    made.graph.initializer[0].dims.extend(dims)
    with pytest.raises(ImportingError, match="shape"):
        import_onnx(saved(tmp_path, made))


@pytest.mark.parametrize("data", [b"", b"\0" * 99, b"not a model at all", b"\x3a\xff\xff\xff\xff\x0f",
                                  b"\x08" * 1000, b"\x3a\x02\x0a\x00" * 3])  # fmt: skip
def test_what_is_no_model_is_refused_by_the_command(
    data: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "n.onnx"
    path.write_bytes(data)
    assert main(["import", str(path), "--out", str(tmp_path / "n.network.json")]) == 2
    assert "n.onnx" in capsys.readouterr().err
    assert [p.name for p in tmp_path.iterdir()] == ["n.onnx"]


def test_parts_beyond_counting_are_refused_before_they_are_made(tmp_path: Path) -> None:
    path = tmp_path / "n.onnx"
    nodes = b"\x0a\x00" * 500_000
    size = len(nodes)
    length = bytes([size & 0x7F | 0x80, size >> 7 & 0x7F | 0x80, size >> 14])
    path.write_bytes(b"\x3a" + length + nodes)
    with pytest.raises(ImportingError, match="parts"):
        import_onnx(path)


@pytest.mark.parametrize("seed", range(40))
def test_a_damaged_file_is_refused_or_read(seed: int, tmp_path: Path) -> None:
    """Bytes changed at random: nothing but ImportingError comes of it."""
    made = model([node("Conv", "x w", "c"), node("MaxPool", "c", "p", kernel_shape=[2, 2]),
                  node("Reshape", "p s")], shape=(1, 4, 9, 8),
                 w=weights(6, 4, 3, 3), s=np.array([1, -1], np.int64))  # fmt: skip
    data = bytearray(made.SerializeToString())
    random = np.random.default_rng(seed)
    for _ in range(8):
        data[random.integers(len(data))] = random.integers(256)
    path = tmp_path / "n.onnx"
    path.write_bytes(data[: len(data) - int(random.integers(0, 40)) * (seed % 2)])
    try:
        import_onnx(path)
    except ImportingError as error:
        said = str(error)
    else:
        said = "n.onnx"
    assert "n.onnx" in said
