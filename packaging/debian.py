"""Lays out a Debian package: the bundle under /usr/lib, and what a desktop wants to know of it.

python packaging/debian.py BUNDLE ROOT      (packaging/bundle.sh does, and packs ROOT)
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import about
import pictures

LINUX = Path(__file__).resolve().parent / "linux"

DEPENDS = (
    "libegl1",
    "libgl1",
    "libfontconfig1",
    "libwayland-cursor0",
    "libwayland-egl1",
    "libxkbcommon0",
    "shared-mime-info",
)
"""What the bundle does not hold itself: libraries of drivers and of Wayland, and what comes with files in /etc and
/usr/share: font settings and keyboards. The README names the same."""


def lay_out(bundle: Path, root: Path) -> None:
    """Fill ``root``, which dpkg-deb packs."""
    library = root / "usr/lib" / about.NAME
    library.parent.mkdir(parents=True)
    # hard links: the package is read from them and thrown away
    shutil.copytree(bundle, library, symlinks=True, copy_function=_linked)
    binaries = root / "usr/bin"
    binaries.mkdir()
    for name in (about.NAME, "explorer"):
        (binaries / name).symlink_to(f"../lib/{about.NAME}/explorer")
    share = root / "usr/share"
    for file, place in (
        (f"{about.NAME}.desktop", "applications"),
        (f"{about.NAME}.xml", "mime/packages"),
        (f"{about.NAME}.metainfo.xml", "metainfo"),
    ):
        (share / place).mkdir(parents=True)
        shutil.copyfile(LINUX / file, share / place / file)
    pictures.linux(share / "icons")
    documents = share / "doc" / about.NAME
    documents.mkdir(parents=True)
    (documents / "copyright").write_text(_copyright(), "utf-8")
    control = root / "DEBIAN"
    control.mkdir()
    (control / "control").write_text(_control(library), "utf-8")


def _linked(source: str, target: str) -> None:
    Path(target).hardlink_to(source)


def _copyright() -> str:
    own = (about.ROOT / "LICENSE").read_text("utf-8")
    return (
        f"{about.TITLE}\n\n{own}\nThe parts made by others and their licences are in\n"
        f"/usr/lib/{about.NAME}/_internal/licenses; the program lists them under Help, About.\n"
    )


def _control(library: Path) -> str:
    size = sum(f.stat().st_size for f in library.rglob("*") if not f.is_symlink()) // 1024
    machine = subprocess.run(
        ["dpkg", "--print-architecture"], capture_output=True, text=True, check=True
    ).stdout.strip()
    project = about.project()
    return f"""Package: {about.NAME}
Version: {about.version()}
Architecture: {machine}
Maintainer: {project["authors"][0]["name"]} <nobody@{about.NAME}.example>
Installed-Size: {size}
Depends: libc6 (>= {_glibc()}), {", ".join(DEPENDS)}
Recommends: hicolor-icon-theme, desktop-file-utils
Section: education
Priority: optional
Description: {project["description"].partition(";")[0]}
 Every block says its output shape, parameters, FLOPs, memory and receptive
 field as you draw. Networks train in the background, can be looked into while
 they learn, and leave as PyTorch code or an ONNX file. Works offline.
"""


def _glibc() -> str:
    """The C library that this machine has: what was built on it needs no newer one."""
    import platform

    return platform.libc_ver()[1] or "2.36"


if __name__ == "__main__":
    lay_out(Path(sys.argv[1]), Path(sys.argv[2]))
