"""``make bundle-test``: the Debian package on a Debian that has nothing else, offline.

The root is made once by debootstrap and kept under build/. The test itself is inside.sh: it runs in
namespaces of its own, so that every process it leaves behind is seen and none outlives it.
"""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parent.parent
sys.path.insert(0, str(PROJECT / "packaging"))

import about  # noqa: E402
import debian  # noqa: E402

SUITE = "bookworm"
ROOT = PROJECT / "build" / "debian-root"
TOOLS = (
    "xvfb",
    "xdotool",
    "desktop-file-utils",
    "appstream",
    "libglib2.0-bin",
    "hicolor-icon-theme",
)
"""The test's own: a screen and a mouse, the validators, and what opens files by their type."""


class NotReady(Exception):  # noqa: N818 - said to a person, who can mend it
    """Why the test cannot run here."""


def main() -> int:
    try:
        package = _package()
        if os.geteuid() != 0:
            raise NotReady(
                "a root of Debian is made and entered by root alone: sudo make bundle-test"
            )
        _make_root()
    except NotReady as why:
        print(f"bundle-test: {why}", file=sys.stderr)
        return 1
    for source in (package, HERE / "inside.sh"):
        shutil.copy(source, ROOT / "root" / source.name)
    figures = _enter(package.name)
    shutil.rmtree(PROJECT / "build" / "bundle-tour", ignore_errors=True)
    shutil.copytree(ROOT / "var/tmp/tour", PROJECT / "build" / "bundle-tour")
    (PROJECT / "build" / "bundle-test.json").write_text(json.dumps(figures, indent=1) + "\n")
    return 0


def _package() -> Path:
    found = sorted((PROJECT / "dist").glob(f"{about.NAME}_{about.version()}_*.deb"))
    if not found:
        raise NotReady("dist/ has no package; make deb makes it")
    return found[-1]


def _make_root() -> None:
    """Debian's smallest, what the package depends on, and the test's tools."""
    packages = [*debian.DEPENDS, *TOOLS]
    stamp = ROOT / "root" / "packages"
    if stamp.is_file() and stamp.read_text().split() == packages:
        return
    started = time.monotonic()
    if not (ROOT / "usr/bin/apt-get").exists() or (ROOT / "debootstrap").exists():
        shutil.rmtree(ROOT, ignore_errors=True)
        ROOT.parent.mkdir(exist_ok=True)
        _quietly(["debootstrap", "--variant=minbase", SUITE, str(ROOT)])
    for file in ("/etc/resolv.conf", "/etc/hosts"):
        shutil.copy(file, f"{ROOT}{file}")
    environment = {"DEBIAN_FRONTEND": "noninteractive", "PATH": "/usr/sbin:/usr/bin:/sbin:/bin"}
    apt = ["chroot", str(ROOT), "apt-get", "-q", "-y"]
    _quietly([*apt, "update"], environment)
    _quietly([*apt, "install", "--no-install-recommends", *packages], environment)
    stamp.write_text("\n".join(packages))
    print(f"bundle-test: {ROOT}, made in {time.monotonic() - started:.0f} s", file=sys.stderr)


def _quietly(command: list[str], environment: dict[str, str] | None = None) -> None:
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    if done.returncode:
        raise NotReady(f"{shlex.join(command)} failed:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")


def _enter(package: str) -> dict[str, float]:
    """Run inside.sh in the root without a network; returns what it measured."""
    root = shlex.quote(str(ROOT))
    enter = f"""
        mount -t proc proc {root}/proc
        mount -t tmpfs tmpfs {root}/dev/shm
        mount -t tmpfs tmpfs {root}/tmp
        chmod 1777 {root}/tmp {root}/dev/shm
        exec chroot {root} /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 \\
            bash /root/inside.sh {shlex.quote(package)} {about.version()}
    """
    spaces = ["unshare", "--mount", "--pid", "--net", "--ipc", "--fork", "--kill-child"]
    process = subprocess.Popen(
        [*spaces, "bash", "-ec", enter], stdout=subprocess.PIPE, text=True, cwd=PROJECT
    )
    figures = {}
    assert process.stdout is not None
    for line in process.stdout:
        print(line, end="", flush=True)
        if line.startswith("figure "):
            _, name, value = line.split()
            figures[name] = float(value)
    if process.wait():
        raise SystemExit(process.returncode)
    return figures


if __name__ == "__main__":
    raise SystemExit(main())
