"""Files that are broken or meant ill: nothing in them is run, nothing outside is read, little memory
is taken, and the message says what is wrong with which file."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from explorer import zoo
from explorer.build.module import build
from explorer.build.weights import write_weights
from explorer.graph import files
from tests.exchange.hostile.documents import DOCUMENTS
from tests.exchange.hostile.weights import PICKLES, SAFETENSORS

ALLOWANCE = 48 * 2**20
"""Bytes beside twice the file's own: what Python and its libraries take for parsing anything."""
SECONDS = 20.0


def read_all(folder: Path, jobs: list[tuple[str, list[str]]]) -> dict[str, dict[str, Any]]:
    """What came of each, by name."""
    (folder / "good").mkdir()
    document = folder / "good" / "lenet.network.json"
    files.save(zoo.get("lenet5_modern"), document)
    weights = build(zoo.get("lenet5_modern")).state_dict()
    warm = [["analyze", str(document), "--json"]]
    for suffix in (".pt", ".safetensors"):
        write_weights(weights, folder / "good" / f"w{suffix}")
        warm.append(["weights", str(document), "--from", str(folder / "good" / f"w{suffix}")])
    request = {"jobs": jobs, "warm": warm, "watched": ["/etc/passwd", "secret"]}
    done = subprocess.run(
        [sys.executable, "-m", "tests.exchange.hostile.reading"],
        input=json.dumps(request),
        capture_output=True,
        text=True,
        timeout=240,
        env={**os.environ, "PYTHONPATH": os.getcwd()},
        check=False,
    )
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    said = {line["name"]: line for line in lines if "name" in line}
    assert done.returncode == 0, f"{lines[-1:]}: {done.stderr[-2000:]}"
    return said


def assert_harmless(said: dict[str, Any], path: Path, folder: Path, may_load: bool = False) -> None:
    assert not list(folder.rglob("CANARY*")), "something in the file was run"
    assert not Path("CANARY").exists(), "something in the file was run"
    assert said["acts"] == []
    if not (may_load and said["code"] == 0 and said["problems"]):
        assert said["code"] == 2, said["err"]
        assert path.name in said["err"], "the message names the file"
        assert said["length"] < 600
    size = path.stat().st_size if path.is_file() else 0
    assert said["grown"] <= 2 * size + ALLOWANCE, f"{said['grown'] / 2**20:.0f} MB"
    assert said["seconds"] < SECONDS


def made(folder: Path, kind: dict[str, Any], suffix: str) -> dict[str, Path]:
    found = {}
    for name, make in kind.items():
        found[name] = folder / f"{name}{suffix}"
        make(found[name])
    return found


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Path], dict[str, Any]]:
    folder = tmp_path_factory.mktemp("documents")
    paths = made(folder, DOCUMENTS, ".network.json")
    jobs = [(name, ["analyze", str(path), "--json"]) for name, path in paths.items()]
    return paths, read_all(folder, jobs)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_documents(documents: tuple[dict[str, Path], dict[str, Any]], name: str) -> None:
    """Of a file that is a network, but an impossible one, the analysis says so."""
    path = documents[0][name]
    assert_harmless(documents[1][name], path, path.parent, may_load=True)


@pytest.fixture(scope="module")
def weights(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Path], dict[str, Any]]:
    folder = tmp_path_factory.mktemp("weights")
    paths = {f"{n}.pt": p for n, p in made(folder, PICKLES, ".pt").items()}
    paths |= {f"{n}.safetensors": p for n, p in made(folder, SAFETENSORS, ".safetensors").items()}
    jobs = [
        (name, ["weights", "lenet5_modern", "--from", str(path)]) for name, path in paths.items()
    ]
    return paths, read_all(folder, jobs)


@pytest.mark.parametrize(
    "name", [*(f"{n}.pt" for n in PICKLES), *(f"{n}.safetensors" for n in SAFETENSORS)]
)
def test_weights(weights: tuple[dict[str, Path], dict[str, Any]], name: str) -> None:
    path = weights[0][name]
    assert_harmless(weights[1][name], path, path.parent)


def test_the_corpus_is_not_small() -> None:
    assert len(DOCUMENTS) + len(PICKLES) + len(SAFETENSORS) >= 90
