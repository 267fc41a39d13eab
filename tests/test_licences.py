"""The parts made by others are all named, each with the text that its authors ask for."""

from __future__ import annotations

from importlib.metadata import requires
from pathlib import Path

import msgspec
import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from explorer import licences
from explorer.licences import Part, parts, required


@pytest.fixture(scope="module")
def found() -> dict[str, Part]:
    return {canonicalize_name(part.name): part for part in parts()}


def test_every_dependency_is_named(found: dict[str, Part]) -> None:
    wanted = {
        canonicalize_name(needed.name)
        for needed in map(Requirement, requires("architecture-explorer") or ())
        if needed.marker is None
    }

    assert {"torch", "msgspec", "pyside6-essentials"} < wanted
    assert wanted <= set(found)
    assert "sympy" in found, "and what they need in turn"
    assert not {"pytest", "hypothesis", "architecture-explorer"} & set(found)


def test_fonts_icons_and_data_are_named(found: dict[str, Part]) -> None:
    assert "Open Font License" in found["inter"].licence
    assert "SIL OPEN FONT LICENSE" in found["jetbrains mono"].text()
    assert "Lucide" in found["lucide icons"].text()
    assert any("Handwritten Digits" in part.name for part in found.values())


def test_texts_are_there(found: dict[str, Part]) -> None:
    for name in ("numpy", "torch", "onnxruntime", "msgspec", "networkx", "pillow"):
        assert len(found[name].text()) > 1000, name
        assert found[name].version
    assert found["numpy"].licence.startswith("BSD-3-Clause")
    assert "LGPL" in found["pyside6-essentials"].licence


def test_a_bundle_reads_its_own_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "licenses"
    (folder / "thing").mkdir(parents=True)
    (folder / "thing/LICENSE.txt").write_text("Do what you want.")
    written = [Part("thing", "1.0", "MIT", ("thing/LICENSE.txt",))]
    (folder / licences.LIST).write_bytes(msgspec.json.encode(written))
    monkeypatch.setattr("sys._MEIPASS", str(tmp_path), raising=False)

    [thing] = [part for part in parts() if part.name == "thing"]

    assert thing.text() == "Do what you want."
    assert "torch" not in {part.name for part in parts()}


def test_extras_are_not_required() -> None:
    assert required(["numpy>=2", 'scipy; extra == "all"', 'tomli ; python_version < "3.11"']) == [
        "numpy",
        "tomli",
    ]
