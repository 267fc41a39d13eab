"""What a bundle is made of, as far as that is known without making one (`make bundle-test` does)."""

from __future__ import annotations

import ast
import struct
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import distribution
from pathlib import Path

import pytest
from PIL import Image

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"


@pytest.fixture(autouse=True)
def _path(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.syspath_prepend(str(PACKAGING))
    return


def test_the_spec_names_what_there_is() -> None:
    text = (PACKAGING / "explorer.spec").read_text("utf-8")
    tree = ast.parse(text)

    imported = {a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names}
    own = {name for name in imported if (PACKAGING / f"{name}.py").exists()}
    assert own == {"about", "collect_licences", "leave_out", "pictures"}
    calls = {
        node.func.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert {"Analysis", "PYZ", "EXE", "COLLECT", "BUNDLE"} <= calls
    assert '"onnxscript": "pyz+py"' in text


def test_the_entry_serves_pythons_own_children_first() -> None:
    tree = ast.parse((PACKAGING / "entry.py").read_text("utf-8"))
    lines = [ast.unparse(node) for node in tree.body[1:]]

    assert lines[:2] == ["import multiprocessing", "multiprocessing.freeze_support()"]
    assert lines.index("arguments = frozen.begin()") < lines.index("from explorer.cli import main")


def test_what_is_left_out_is_nothing_of_ours() -> None:
    import leave_out

    ours = [
        f"explorer/{path.relative_to(ROOT / 'explorer').as_posix()}"
        for path in (ROOT / "explorer").rglob("*.py")
    ]
    ours += [
        f"explorer/_resources/{path.relative_to(ROOT / 'resources').as_posix()}"
        for path in (ROOT / "resources").rglob("*")
        if path.is_file()
    ]
    assert [name for name in ours if leave_out.unwanted(name)] == []
    dependencies = {"torch", "torchvision", "numpy", "onnx", "onnxruntime", "PIL", "PySide6"}
    assert not dependencies & set(leave_out.MODULES)


@pytest.mark.parametrize(
    ("name", "gone"),
    [
        ("torch/bin/torch_shm_manager", False),
        ("torch/bin/test_api", True),
        ("torch/lib/libtorch_cpu.so", False),
        ("torch/include/ATen/ATen.h", True),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", False),
        ("PySide6/Qt/plugins/platforms/libqwayland.so", False),
        ("PySide6/Qt/plugins/platforms/libqoffscreen.so", False),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", True),
        ("PySide6/Qt/translations/qtbase_it.qm", False),
        ("PySide6/Qt/translations/designer_it.qm", True),
        ("onnx/backend/test/data/node/test_abs/model.onnx", True),
    ],
)
def test_what_is_left_out(name: str, gone: bool) -> None:
    import leave_out

    assert leave_out.unwanted(name) is gone


@pytest.mark.skipif(sys.platform != "linux", reason="links are looked at on Linux")
def test_libraries_that_only_a_left_out_part_needs_go_with_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import leave_out

    links = {
        "/lib/libgtk-3.so.0": {"libgio-2.0.so.0"},
        "/lib/libgio-2.0.so.0": {"libglib-2.0.so.0"},
        "/lib/libglib-2.0.so.0": set(),
        "/site/libqgtk3.so": {"libgtk-3.so.0"},
        "/site/libqxcb.so": {"libglib-2.0.so.0"},
    }
    monkeypatch.setattr(leave_out, "linked", lambda path: links[path])
    entries = [
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", "/site/libqgtk3.so", "BINARY"),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", "/site/libqxcb.so", "BINARY"),
        ("libgtk-3.so.0", "/lib/libgtk-3.so.0", "BINARY"),
        ("libgio-2.0.so.0", "/lib/libgio-2.0.so.0", "BINARY"),
        ("libglib-2.0.so.0", "/lib/libglib-2.0.so.0", "BINARY"),
        ("libnvjpeg.so", "torchvision.libs/libnvjpeg.so", "SYMLINK"),
    ]

    names = [entry[0] for entry in leave_out.kept(entries)]

    assert names == ["PySide6/Qt/plugins/platforms/libqxcb.so", "libglib-2.0.so.0"]


def test_licences_of_what_a_bundle_holds(tmp_path: Path) -> None:
    import collect_licences
    import numpy

    from explorer.licences import Part

    shiboken = next(f for f in distribution("shiboken6").files or () if f.name == "Shiboken.pyi")
    parts = collect_licences.collect([numpy.__file__, str(shiboken.locate())], tmp_path / "made")

    named = {part.name: part for part in parts}
    assert {"numpy", "shiboken6", "pyinstaller", "Python"} == set(named)
    for part in parts:
        assert isinstance(part, Part)
        assert part.texts
        assert all((tmp_path / "made" / text).stat().st_size > 200 for text in part.texts)
    # a distribution that brings no text gets that of the licence it names
    assert {Path(text).name for text in named["shiboken6"].texts} >= {"LGPL-3.0.txt"}


def test_the_icons_have_their_sizes(tmp_path: Path) -> None:
    """In a process of its own: it draws with a QGuiApplication's plugins and without one."""
    for system in ("linux", "windows", "macos"):
        subprocess.run(
            [sys.executable, str(PACKAGING / "pictures.py"), system, str(tmp_path)],
            check=True,
            capture_output=True,
            timeout=60,
        )

    for size in (16, 32, 48, 64, 128, 256, 512):
        with Image.open(
            tmp_path / f"hicolor/{size}x{size}/apps/architecture-explorer.png"
        ) as picture:
            assert picture.size == (size, size)
            low, high = picture.convert("RGBA").getchannel("A").getextrema()
            assert (low, high) == (0, 255), "a mark on nothing"
    assert (tmp_path / "hicolor/scalable/apps/architecture-explorer.svg").is_file()
    assert (
        tmp_path / "hicolor/48x48/mimetypes/application-x-architecture-explorer-network.png"
    ).is_file()
    with Image.open(tmp_path / "architecture-explorer.ico") as icon:
        assert {(16, 16), (48, 48), (256, 256)} <= set(icon.info["sizes"])
    with Image.open(tmp_path / "architecture-explorer.icns") as icon:
        assert (512, 512, 1) in icon.info["sizes"]
    signature, length = struct.unpack(
        ">4sI", (tmp_path / "architecture-explorer.icns").read_bytes()[:8]
    )
    assert signature == b"icns"
    assert length == (tmp_path / "architecture-explorer.icns").stat().st_size


def test_the_readme_names_what_the_package_depends_on() -> None:
    import debian

    readme = (ROOT / "README.md").read_text("utf-8")
    assert [name for name in debian.DEPENDS if f"`{name}`" not in readme] == []


def test_the_workflow_builds_all_three_from_the_one_spec() -> None:
    import yaml

    text = (ROOT / ".github/workflows/bundle.yml").read_text("utf-8")
    jobs = yaml.safe_load(text)["jobs"]

    systems = {row["system"] for row in jobs["others"]["strategy"]["matrix"]["include"]}
    assert systems == {"windows-latest", "macos-latest"}
    assert "make bundle" in str(jobs["linux"]["steps"])
    assert "packaging/explorer.spec" in str(jobs["others"]["steps"])
