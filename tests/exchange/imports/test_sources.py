"""Where modules come from, what is refused, and what the command line writes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import torch
from torch import nn

from explorer.build.module import build
from explorer.build.weights import read_weights
from explorer.cli import main
from explorer.exchange.imports.flat import ImportingError
from explorer.exchange.imports.torch_command import import_torch
from explorer.graph import files

TEXT = """
from pathlib import Path

import torch
from torch import nn

Path(__file__).with_name("ran").touch()


class Net(nn.Module):
    def __init__(self, width=8, classes=3):
        super().__init__()
        self.body = nn.Sequential(nn.Conv2d(3, width, 3), nn.BatchNorm2d(width), nn.ReLU())
        self.head = nn.Linear(width, classes)

    def forward(self, x):
        return self.head(self.body(x).mean((2, 3)))


class Odd(nn.Module):
    def forward(self, x):
        return torch.cumsum(x, 1).flip(2).exp() + x
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "mine.py"
    path.write_text(TEXT)
    return path


def test_python_runs_only_where_that_was_asked_for(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = file.with_name("net.network.json")
    assert main(["import", f"{file}:Net", "--out", str(out)]) == 2
    assert "--run-code" in capsys.readouterr().err
    assert not file.with_name("ran").exists()
    assert not out.exists()


def test_a_file_with_its_weights(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    weights, out = file.with_name("trained.pt"), file.with_name("net.network.json")
    state = import_torch(f"{file}:Net(16)", (3, 9, 9), run_code=True).weights
    torch.save({key: value + 1 for key, value in state.items()}, weights)
    arguments = ["import", f"{file}:Net(16, classes=3)", "--run-code", "--input", "3x9x9"]
    assert main([*arguments, "--weights", str(weights), "--out", str(out)]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["exact"] is True
    assert report["parameters"] == 3 * 9 * 16 + 16 + 32 + 16 * 3 + 3
    network = build(files.load(out))
    found = read_weights(file.with_name("net.safetensors"))
    network.load_state_dict(found)
    assert all(torch.equal(found[key], value + 1) for key, value in state.items())


def test_weights_that_do_not_fit(file: Path) -> None:
    weights = file.with_name("other.pt")
    torch.save(nn.Linear(2, 2).state_dict(), weights)
    with pytest.raises(ImportingError, match="does not fit: Missing key"):
        import_torch(f"{file}:Net", weights=weights, run_code=True)


def test_an_operation_that_has_no_layer_is_opaque(file: Path) -> None:
    found = import_torch(f"{file}:Odd", (2, 4, 4), run_code=True)
    assert [label for _, label in found.report.opaque] == ["cumsum", "view", "exp"]
    assert found.report.exact is None


def test_an_exported_program(tmp_path: Path) -> None:
    body = nn.Sequential(nn.Conv2d(3, 4, 3, padding=1), nn.BatchNorm2d(4), nn.ReLU())
    model = nn.Sequential(body, nn.MaxPool2d(2), nn.Flatten(), nn.Linear(64, 2)).eval()
    path = tmp_path / "small.pt2"
    torch.export.save(torch.export.export(model, (torch.rand(1, 3, 8, 8),)), path)
    found = import_torch(str(path), run_code=True)
    assert found.report.exact is True
    assert set(found.weights) == set(model.state_dict()) - {"0.1.num_batches_tracked"} | (
        set(found.weights) & {"0.1.num_batches_tracked"}
    )
    assert found.document.graph["0"].type == "conv_norm_act"


@pytest.mark.parametrize(
    ("spec", "why"),
    [
        ("torchvision:resnet19", "near: resnet1"),
        ("timm:no_such_model_at_all", "has no model"),
        ("resnet18", "none of"),
        ("nowhere.py:Net", "no such file"),
        ("no.such.module:Net", "No module named"),
        ("torch.nn:Lineer", "has no Lineer"),
        ("torch.nn:ReLU(__import__('os'))", "plain values"),
        ("torch.nn:functional", "neither a class"),
        ("missing.pt2", "no such file"),
        ("torch.nn:Linear(3, 4)", "cannot be run on images of 3×224×224"),
    ],
)
def test_refusals_say_why(spec: str, why: str) -> None:
    with pytest.raises(ImportingError, match=why):
        import_torch(spec, run_code=True)


def test_it_can_be_stopped_between_calls() -> None:
    class StoppedError(Exception):
        pass

    calls = 0

    def check() -> None:
        nonlocal calls
        calls += 1
        if calls > 20:
            raise StoppedError

    with pytest.raises(StoppedError):
        import_torch("torchvision:resnet18", (3, 32, 32), check=check)
    assert calls == 21
