"""torch's own files load again and are the network to the bit."""

from __future__ import annotations

from pathlib import Path

import pytest
import safetensors.torch
import torch

from explorer.build.module import build
from explorer.exchange.errors import ExportError
from explorer.exchange.torch_files import export_pt2, export_safetensors
from tests.exchange.helpers import small

ROOT = Path(__file__).resolve().parents[2]


def test_an_exported_program_answers_to_the_bit(tmp_path: Path) -> None:
    document, path = small("squeezenet1_1"), tmp_path / "n.pt2"
    network = build(document).eval()

    report = export_pt2(document, path, network.state_dict())

    again = torch.export.load(path).module()
    image = torch.randn(3, *network.input_shape)
    with torch.no_grad():
        assert torch.equal(again(image), network(image))
    assert set(again.state_dict()) == set(network.state_dict())
    assert report.bytes == path.stat().st_size
    assert str(ROOT).encode() not in path.read_bytes()


def test_weights_alone_are_those_of_the_network(tmp_path: Path) -> None:
    document, path = small("resnet18"), tmp_path / "n.safetensors"
    weights = build(document).state_dict()

    report = export_safetensors(document, path, weights)

    found = safetensors.torch.load_file(path)
    assert sorted(found) == sorted(weights)
    assert all(torch.equal(found[key], value) for key, value in weights.items())
    assert report.tensors == len(weights)


def test_weights_go_into_a_file_of_their_own_kind(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"end in \.safetensors"):
        export_safetensors(small("lenet5_modern"), tmp_path / "n.pt")
    assert list(tmp_path.iterdir()) == []


def test_folders_that_are_not_there_are_named(tmp_path: Path) -> None:
    for write in (export_pt2, export_safetensors):
        with pytest.raises(ExportError, match="There is no folder"):
            write(small("lenet5_modern"), tmp_path / "no" / "n.safetensors")
