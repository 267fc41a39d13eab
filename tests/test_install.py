"""The wheel, built without a network, checked, and installed into an empty environment."""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import json
import os
import subprocess
import sys
import sysconfig
from email.parser import Parser
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.test_project import ROOT, project, resource_files

PARAMETERS_OF_RESNET50 = 25_557_032


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
        timeout=120,
    )
    [built] = folder.glob("*.whl")
    return built


def test_its_record_has_every_file_with_its_digest(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        assert archive.testzip() is None
        [name] = [n for n in archive.namelist() if n.endswith(".dist-info/RECORD")]
        rows = {
            path: digest for path, digest, _ in csv.reader(io.StringIO(archive.read(name).decode()))
        }
        assert rows.keys() == set(archive.namelist())
        for path, digest in rows.items():
            if path != name:
                found = base64.urlsafe_b64encode(hashlib.sha256(archive.read(path)).digest())
                assert digest == "sha256=" + found.decode().rstrip("="), path


def test_its_metadata_says_what_pip_has_to_know(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        [name] = [n for n in archive.namelist() if n.endswith(".dist-info/METADATA")]
        about = Parser().parsestr(archive.read(name).decode())
        entry = archive.read(name.replace("METADATA", "entry_points.txt")).decode()
        licences = [n for n in archive.namelist() if ".dist-info/licenses/" in n]
        files = archive.namelist()
    stated = project()["project"]
    assert about["Name"] == "architecture-explorer"
    assert about["Version"] == stated["version"]
    assert about["Requires-Python"] == ">=3.11"
    assert about["License-Expression"] == "MIT"
    assert set(about.get_all("Provides-Extra") or ()) == set(stated["optional-dependencies"])
    wanted = about.get_all("Requires-Dist") or []
    always = [w for w in wanted if "extra ==" not in w]
    assert len(always) == len(stated["dependencies"])
    assert not any(w.startswith(("timm", "pyinstaller", "pytest")) for w in always)
    assert "explorer = explorer.cli:main" in entry
    assert {Path(n).name for n in licences} >= {"LICENSE", "LICENSES.md"}
    assert not [
        n for n in files if n.startswith(("tests", "docs", "packaging")) or "__pycache__" in n
    ]
    assert wheel.stat().st_size < 8_000_000


class Installed:
    """An environment of its own with the wheel in it, and beside it, only to be read, the libraries
    that the tests run with: nothing is fetched."""

    def __init__(self, folder: Path, wheel: Path) -> None:
        self.folder = folder
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
        bin_ = folder / ("Scripts" if os.name == "nt" else "bin")
        self.python, self.explorer = bin_ / "python", bin_ / "explorer"
        pip = [sys.executable, "-m", "pip", "--python", str(self.python), "install", "-q"]
        subprocess.run(
            [*pip, "--no-index", "--no-deps", "--disable-pip-version-check", str(wheel)],
            check=True,
            capture_output=True,
            timeout=120,
        )
        [self.packages] = folder.glob("lib/python3*/site-packages")
        # a path in a .pth file is searched, but its own .pth files are not read: what is installed
        # there for working on the project stays out of sight
        (self.packages / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n")

    def run(self, *words: str | Path) -> str:
        environment = os.environ | {
            "QT_QPA_PLATFORM": "offscreen",
            "XDG_CONFIG_HOME": str(self.folder.parent / "config"),
            "XDG_STATE_HOME": str(self.folder.parent / "state"),
        }
        environment.pop("PYTHONPATH", None)
        done = subprocess.run(
            [str(w) for w in words],
            cwd=self.folder.parent,
            env=environment,
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory, wheel: Path) -> Installed:
    return Installed(tmp_path_factory.mktemp("installed") / "venv", wheel)


def test_the_command_analyses(installed: Installed) -> None:
    found = json.loads(installed.run(installed.explorer, "analyze", "resnet50", "--json"))
    assert found["params"] == PARAMETERS_OF_RESNET50


def test_everything_comes_from_the_wheel(installed: Installed) -> None:
    script = (
        "import json, explorer\n"
        "from importlib.metadata import version\n"
        "from explorer import resources\n"
        "print(json.dumps([explorer.__file__, version('architecture-explorer'),"
        " str(resources.path('icons', 'app.svg'))]))"
    )
    file, version, icon = json.loads(installed.run(installed.python, "-c", script))
    assert Path(file).is_relative_to(installed.packages)
    assert Path(icon) == installed.packages / "explorer/_resources/icons/app.svg"
    assert version == project()["project"]["version"]
    there = {
        p.relative_to(installed.packages / "explorer/_resources").as_posix()
        for p in (installed.packages / "explorer/_resources").rglob("*")
        if p.is_file()
    }
    assert set(resource_files()) == there


WINDOW = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from explorer.app import main
from explorer.app.runner import Runner
from explorer.app.theme import mono_font, ui_font

Runner.start = lambda runner: None

def look():
    [window] = [w for w in QApplication.topLevelWidgets() if w.objectName() == "" and w.isVisible()
                and hasattr(w, "welcome")]
    print(window.welcome.shown, ui_font().family(), mono_font().family(),
          window.grab().toImage().width(), "torch" in sys.modules)
    window.close()

app = main.application()
QTimer.singleShot(300, look)
main.run()
"""


def test_the_window_opens_and_writes_nothing_beside_the_program(installed: Installed) -> None:
    def listing() -> set[tuple[str, int]]:
        return {
            (str(p), p.stat().st_mtime_ns)
            for p in installed.folder.rglob("*")
            if "__pycache__" not in p.parts
        }

    before = listing()
    said = installed.run(installed.python, "-B", "-c", WINDOW)
    welcome, inter, *mono, width, torch = said.split()
    assert (welcome, inter, " ".join(mono), torch) == ("True", "Inter", "JetBrains Mono", "False")
    assert int(width) >= 1000
    assert listing() == before
