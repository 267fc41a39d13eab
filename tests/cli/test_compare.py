"""``explorer compare`` as scripts use it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from explorer import zoo
from explorer.cli import main
from explorer.graph import files
from explorer.graph.edits import SetParameter


def test_figures_and_differences(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", "resnet18", "resnet34", "vgg16", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [n["params"] for n in found["networks"]] == [11_689_512, 21_797_672, 138_357_544]
    to34, to_vgg = found["comparisons"]
    assert to34["counts"] == {"changed": 4}
    assert to34["figures"]["params"] == 21_797_672 - 11_689_512
    assert to34["differences"][0]["changes"] == [{"what": "count", "left": 2, "right": 3}]
    assert sum(d["figures"]["params"] for d in to34["differences"]) == to34["figures"]["params"]
    assert to_vgg["left"] == "resnet18"
    assert not to_vgg["same"]


def test_as_text(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", "resnet18", "resnet34"]) == 0
    out = capsys.readouterr().out
    assert "resnet18 → resnet34: 4 changed" in out
    assert "~ layer3" in out
    assert "count 2 → 6" in out
    assert "+10,108,160" in out


def test_a_file_against_the_network_it_came_from(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "mine.network.json"
    files.save(zoo.get("resnet18"), path)
    assert main(["compare", "resnet18", str(path)]) == 0
    assert "no difference" in capsys.readouterr().out
    edit = SetParameter(name="layer2", parameter="count", value=5)
    files.save(edit.apply(zoo.get("resnet18")), path)
    assert main(["compare", str(path), "resnet18", "--json"]) == 0
    (found,) = json.loads(capsys.readouterr().out)["comparisons"]
    assert [d["left"]["path"] for d in found["differences"]] == ["layer2"]


def test_one_network_alone_is_bad_input(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", "resnet18"]) == 2
    assert "two networks" in capsys.readouterr().err
    assert main(["compare", "resnet18", "resnet99"]) == 2
    assert "resnet99" in capsys.readouterr().err
