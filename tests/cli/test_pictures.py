"""``explorer export --to svg|pdf|png|tikz`` as scripts use it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from explorer.cli import main


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    code = main(["export", *arguments])
    said = capsys.readouterr()
    return code, said.out if code == 0 else said.err


def test_a_picture_without_a_screen(tmp_path: Path) -> None:
    """In a process of its own, where there is no display at all."""
    out = tmp_path / "alexnet.png"
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "PYTHONPATH": ":".join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-m", "explorer", "export", "alexnet", "--to", "png", "--view", "volumes",
         "--theme", "dark", "--scale", "1.5", "--transparent", "--out", str(out)],
        capture_output=True, text=True, timeout=120, env=environment,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    data = out.read_bytes()
    assert data.startswith(b"\x89PNG")
    assert int.from_bytes(data[16:20]) == report["width"] > 1500
    assert int.from_bytes(data[20:24]) == report["height"]


@pytest.mark.parametrize("view", ["graph", "volumes"])
@pytest.mark.parametrize(("to", "start"), [("svg", b"<?xml"), ("pdf", b"%PDF"), ("tikz", b"% ")])
def test_every_format(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, to: str, start: bytes, view: str
) -> None:
    out = tmp_path / "picture"
    code, said = run(capsys, "resnet18", "--to", to, "--view", view, "--out", str(out))
    assert code == 0, said
    data = out.read_bytes()
    assert data.startswith(start)
    assert json.loads(said)["bytes"] == len(data)
    assert list(tmp_path.iterdir()) == [out]


def words(path: Path) -> set[str]:
    root = ElementTree.parse(path).getroot()
    return {"".join(e.itertext()).strip() for e in root.iter() if e.tag.endswith("}text")}


def test_blocks_are_opened_and_chosen(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    out = tmp_path / "p.svg"
    run(capsys, "resnet18", "--to", "svg", "--open", "layer2.0", "--out", str(out))
    assert {"conv1", "downsample", "layer3"} <= words(out)
    run(capsys, "resnet18", "--to", "svg", "--depth", "0", "--out", str(out))
    assert "conv1" not in words(out)
    run(capsys, "resnet18", "--to", "svg", "--depth", "2", "--select", "layer2", "--out", str(out))
    assert "conv1" in words(out)
    assert "layer3" not in words(out)


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("resnet18", "--select", "layr2"), "did you mean “layer2”"),
        (("resnet18", "--open", "nothing.here"), "no block “nothing.here”"),
        (("resnet18", "--scale", "5"), "not between 1 and 4"),
        (("resnet18", "--scale", "nan"), "not between 1 and 4"),
        (("no_such_network",), "neither a file nor"),
    ],
)
def test_bad_input(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, arguments: tuple[str, ...], why: str
) -> None:
    out = tmp_path / "p.png"
    out.write_bytes(b"before")
    code, said = run(capsys, *arguments, "--to", "png", "--out", str(out))
    assert code == 2
    assert why in said
    assert out.read_bytes() == b"before"


def test_a_folder_that_is_not_there(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    out = tmp_path / "no" / "p.svg"
    code, said = run(capsys, "resnet18", "--to", "svg", "--out", str(out))
    assert code == 2
    assert "could not be written" in said
