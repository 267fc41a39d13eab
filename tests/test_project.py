"""The project's own files agree: ranges and lock, resources and licences, source tree and wheel."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from fnmatch import fnmatchcase
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from zipfile import ZipFile

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from explorer import resources

ROOT = Path(__file__).resolve().parent.parent


def project() -> dict:
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def locked() -> dict[str, str]:
    """The lock's versions by canonical name."""
    lines = (ROOT / "packaging/requirements.lock").read_text("utf-8").splitlines()
    pins = [line for line in lines if line and not line.startswith("#")]
    assert all("==" in pin for pin in pins), "the lock holds exact versions only"
    return {canonicalize_name(name): pinned for name, pinned in (p.split("==") for p in pins)}


def ranges() -> list[str]:
    about = project()["project"]
    return [
        *about["dependencies"],
        *about["optional-dependencies"]["dev"],
        *project()["build-system"]["requires"],
    ]


@pytest.mark.parametrize("wanted", ranges())
def test_lock_satisfies_the_range(wanted: str) -> None:
    requirement = Requirement(wanted)

    assert locked()[canonicalize_name(requirement.name)] in requirement.specifier


def test_torch_is_locked_without_a_build_tag() -> None:
    # `+cpu` would be refused wherever pip finds a CUDA build.
    assert locked()["torch"] == "2.13.0"
    assert locked()["torchvision"] == "0.28.0"


def test_installed_versions_are_the_locked_ones() -> None:
    def installed(name: str) -> str | None:
        try:
            return version(name).split("+")[0]
        except PackageNotFoundError:
            return None

    differing = {
        name: (pinned, installed(name))
        for name, pinned in locked().items()
        if installed(name) != pinned
    }

    assert differing == {}


def resource_files() -> list[str]:
    folder = ROOT / "resources"
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def licensed_patterns(section: str = "") -> list[str]:
    """The file patterns that LICENSES.md names: its tables' first columns, and its licence texts."""
    text = resources.path("LICENSES.md").read_text("utf-8")
    text = text[text.index(f"# {section}") :] if section else text
    rows = [line.split("|")[1] for line in text.splitlines() if line.startswith("| `")]
    texts = [line for line in text.splitlines() if line.startswith("Licence texts")]
    return [pattern for cell in rows + texts for pattern in re.findall(r"`([^`]+)`", cell)]


def test_every_resource_has_a_licence_entry() -> None:
    patterns = licensed_patterns()

    unnamed = [f for f in resource_files() if not any(fnmatchcase(f, p) for p in patterns)]

    assert unnamed == []


def test_every_part_made_by_others_is_still_there() -> None:
    ours = licensed_patterns("Made for this program")
    theirs = [p for p in licensed_patterns() if p not in ours]

    assert len(theirs) > 5
    assert [p for p in theirs if not any(fnmatchcase(f, p) for f in resource_files())] == []


def test_resources_are_found() -> None:
    assert resources.path("icons", "app.svg").is_file()
    assert resources.path("fonts").is_dir()


def test_a_missing_resource_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r"resources/icons/no-such-thing\.svg"):
        resources.path("icons", "no-such-thing.svg")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
        timeout=60,
    )
    [built] = folder.glob("*.whl")
    return built


def test_wheel_holds_the_package_and_every_resource(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        names = set(archive.namelist())

    assert {f"explorer/_resources/{name}" for name in resource_files()} <= names
    modules = {p.relative_to(ROOT).as_posix() for p in (ROOT / "explorer").rglob("*.py")}
    assert modules <= names
    outside = {n for n in names if not n.startswith(("explorer/", "architecture_explorer-"))}
    assert outside == set()


def test_resources_are_found_inside_the_wheel(wheel: Path, tmp_path: Path) -> None:
    with ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    found = subprocess.run(
        [sys.executable, "-c", "from explorer import resources; print(resources.path('fonts'))"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    )

    assert Path(found.stdout.strip()) == tmp_path / "explorer/_resources/fonts"


def test_the_checks_see_folders_called_build() -> None:
    """ruff, pytest and many an ignore file leave out `build`, which here is source."""
    tools = project()["tool"]

    assert "build" not in tools["ruff"]["exclude"]
    assert "build" not in tools["pytest"]["ini_options"]["norecursedirs"]
    lines = (ROOT / ".gitignore").read_text("utf-8").splitlines()
    assert "/build/" in lines
    assert not {"build", "build/"} & set(lines)
