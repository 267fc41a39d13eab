"""Weights from files into networks: read as numbers, fitted by name, kept beside the document."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import torch

from explorer import zoo
from explorer.build.module import build
from explorer.build.torchvision_ops import prepare
from explorer.build.weights import WeightsError, beside, read_weights, write_weights
from explorer.cli import main
from explorer.exchange.weights import fit, take
from explorer.graph import files
from explorer.graph.edits import Rename, SetDocumentParameter


@pytest.mark.parametrize("suffix", [".safetensors", ".pt", ".pth"])
def test_what_is_written_is_read(tmp_path: Path, suffix: str) -> None:
    state = build(zoo.get("lenet5_modern")).state_dict()
    path = tmp_path / f"x{suffix}"
    write_weights(state, path)
    found = read_weights(path)
    assert list(found) == sorted(state) if suffix == ".safetensors" else list(state)
    assert all(torch.equal(found[key], state[key]) for key in state)


def test_a_checkpoint_of_a_training_script(tmp_path: Path) -> None:
    state = build(zoo.get("lenet5_modern")).state_dict()
    path = tmp_path / "checkpoint.pt"
    torch.save({"epoch": 3, "state_dict": dict(state), "optimizer": {}}, path)
    assert set(read_weights(path)) == set(state)


def test_torchvisions_weights_give_torchvisions_logits(tmp_path: Path) -> None:
    prepare()
    from torchvision import models

    torch.manual_seed(0)
    theirs = models.resnet18(weights=None).eval()
    torch.save(theirs.state_dict(), tmp_path / "r.pth")
    network = build(zoo.get("resnet18")).eval()
    loaded = fit(network, str(tmp_path / "r.pth"))
    assert loaded.complete
    take(network, loaded)
    x = torch.randn(1, 3, 64, 64)
    with torch.no_grad():
        assert torch.equal(network(x), theirs(x))


def test_half_precision_becomes_the_networks_own(tmp_path: Path) -> None:
    network = build(zoo.get("lenet5_modern"))
    write_weights({k: v.half() for k, v in network.state_dict().items()}, tmp_path / "h.pt")
    loaded = fit(network, str(tmp_path / "h.pt"))
    assert {t.dtype for t in loaded.weights.values()} == {torch.float32}


def test_weights_of_torchvision_are_never_fetched(tmp_path: Path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setenv("TORCH_HOME", str(tmp_path))
    network = build(zoo.get("resnet18"))
    with pytest.raises(
        WeightsError, match=r"not on this machine; save https://.*resnet18.*\.pth as"
    ):
        fit(network, "torchvision:resnet18")
    with pytest.raises(WeightsError, match="no weights of “nothing”"):
        fit(network, "torchvision:nothing")
    folder = tmp_path / "hub" / "checkpoints"
    folder.mkdir(parents=True)
    write_weights(network.state_dict(), folder / "resnet18-f37072fd.pth")
    assert fit(network, "torchvision:resnet18").complete


# -- the command ----------------------------------------------------------------------------------


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "lenet.network.json"
    files.save(zoo.get("lenet5_modern"), path)
    return path


def weights_of(document: Path, to: str, prefix: str = "") -> Path:
    state = build(files.load(document)).state_dict()
    path = document.with_name(to)
    write_weights({prefix + k: v for k, v in state.items()}, path)
    return path


def test_they_lie_beside_the_document(document: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = weights_of(document, "trained.pt")
    assert main(["weights", str(document), "--from", str(source), "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["complete"]
    assert report["written"] == str(document.with_name("lenet.safetensors"))
    found, wanted = read_weights(beside(document)), read_weights(source)
    assert all(torch.equal(found[key], wanted[key]) for key in wanted)


def test_a_suggestion_is_taken_when_asked(
    document: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = weights_of(document, "trained.pt", prefix="module.")
    assert main(["weights", str(document), "--from", str(source)]) == 2
    told = capsys.readouterr()
    assert "perhaps: C1.weight ← module.C1.weight" in told.out
    assert "--accept" in told.err
    assert not beside(document).exists()
    assert main(["weights", str(document), "--from", str(source), "--accept"]) == 0
    assert beside(document).exists()


def test_a_renamed_block_is_told_and_mapped(
    document: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = weights_of(document, "trained.pt")
    changed = Rename(old="C1", new="first").apply(files.load(document))
    files.save(SetDocumentParameter(name="classes", value=7).apply(changed), document)
    assert main(["weights", str(document), "--from", str(source), "--map", "C1=first"]) == 2
    told = capsys.readouterr().out
    assert "another shape: scores.weight is 7×84 here, 10×84 there" in told
    assert "missing" not in told


def test_no_weights_no_file(document: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["weights", str(document), "--from", "nowhere.pt"]) == 2
    assert "there is no such file" in capsys.readouterr().err


def test_an_export_takes_the_weights_beside_the_document(
    document: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    torch.manual_seed(5)
    weights_of(document, "lenet.safetensors")
    out = document.with_name("x.onnx")
    assert main(["export", str(document), "--to", "onnx", "--out", str(out)]) == 0
    assert "lenet.safetensors" in capsys.readouterr().err
    import onnx
    from onnx.numpy_helper import to_array

    held = {i.name: to_array(i) for i in onnx.load(out).graph.initializer}
    wanted = read_weights(beside(document))["scores.bias"].numpy()
    assert any(a.shape == wanted.shape and (a == wanted).all() for a in held.values())


def test_weights_that_no_longer_fit_are_told(
    document: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    weights_of(document, "lenet.safetensors")
    files.save(SetDocumentParameter(name="classes", value=7).apply(files.load(document)), document)
    out = document.with_name("x.onnx")
    assert main(["export", str(document), "--to", "onnx", "--out", str(out)]) == 0
    assert "scores" in capsys.readouterr().err
