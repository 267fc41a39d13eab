"""Collects the licences of everything that a bundle holds, for its folder `licenses`.

Which parts those are is told by the files themselves: each belongs to a Python distribution, to a
package of the system, or to Python.
"""

from __future__ import annotations

import contextlib
import csv
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, distribution, distributions
from pathlib import Path

import msgspec

from explorer.licences import LIST, PROGRAM, Part, part_of

HERE = Path(__file__).resolve().parent
STANDARD = HERE / "licences"
"""Texts of licences that some distributions name without bringing them."""

WITHOUT_TEXT = {"LGPL-3": ("LGPL-3.0.txt", "GPL-3.0.txt"), "Apache": ("Apache-2.0.txt",)}


class LicenceError(RuntimeError):
    """A part whose licence is not known; no bundle is made with it."""


def collect(sources: Iterable[str], into: Path) -> list[Part]:
    """Write the texts and the list of the parts that the files ``sources`` are of; returns the list."""
    shutil.rmtree(into, ignore_errors=True)
    into.mkdir(parents=True)
    files = {os.path.realpath(source) for source in sources if source}
    owners = _owners()
    # the program's own start is PyInstaller's, and the interpreter is Python's
    names = {owners[file] for file in files if file in owners} - {PROGRAM} | {"pyinstaller"}
    others = {file for file in files if file not in owners}
    parts = [_copied(part_of(distribution(name)), into) for name in sorted(names)]
    parts.append(_copied(_python(), into))
    if sys.platform.startswith("linux"):
        parts += [_copied(part, into) for part in _of_system(others)]
    parts.sort(key=lambda part: part.name.casefold())
    without = [part.name for part in parts if not part.texts]
    if without:
        raise LicenceError(f"no licence text was found for {', '.join(without)}")
    (into / LIST).write_bytes(msgspec.json.format(msgspec.json.encode(parts), indent=1))
    return parts


def metadata(parts: Iterable[Part]) -> list[tuple[str, str, str]]:
    """The files by which the bundled program knows its parts' versions, as PyInstaller's entries."""
    found = []
    for part in parts:
        with contextlib.suppress(PackageNotFoundError):
            own = distribution(part.name)
            # the folder's own name, which no method tells
            folder = next(f.parts[0] for f in own.files or () if f.name == "METADATA")
            found.append((f"{folder}/METADATA", str(own.locate_file(f"{folder}/METADATA")), "DATA"))
    return found


def _owners() -> dict[str, str]:
    """Which distribution an installed file is of."""
    owners = {}
    for found in distributions():
        # not found.files: that asks the disk of each of 40,000
        folder, name = os.path.realpath(str(found.locate_file(""))), found.name
        for row in csv.reader((found.read_text("RECORD") or "").splitlines()):
            owners[os.path.normpath(os.path.join(folder, row[0]))] = name
    return owners


def _copied(part: Part, into: Path) -> Part:
    texts = [Path(text) for text in part.texts] or _standard(part.licence)
    folder = into / part.name
    copies = []
    for number, text in enumerate(texts):
        name = text.name if text.suffix else f"{text.name}.txt"
        # a distribution may hold the licences of many parts of its own, all called LICENSE
        target = folder / (name if number == 0 else f"{number:03}-{name}")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(text, target)
        copies.append(target.relative_to(into).as_posix())
    return msgspec.structs.replace(part, texts=tuple(copies))


def _standard(licence: str) -> list[Path]:
    for name, texts in WITHOUT_TEXT.items():
        if name in licence:
            return [STANDARD / text for text in texts]
    return []


def _python() -> Part:
    version = ".".join(map(str, sys.version_info[:3]))
    near = Path(sys.base_prefix)
    short = f"python{sys.version_info.major}.{sys.version_info.minor}"
    places = (
        near / "lib" / short / "LICENSE.txt",
        near / "LICENSE.txt",
        near / "LICENSE",
        Path("/usr/share/doc", short, "copyright"),
    )
    texts = tuple(str(place) for place in places if place.is_file())[:1]
    return Part("Python", version, "PSF-2.0", texts)


def _of_system(files: set[str]) -> list[Part]:
    """Debian's packages that libraries were taken from; nothing where there is no dpkg."""
    libraries = sorted(file for file in files if file.startswith(("/usr/lib/", "/lib/")))
    if not libraries or shutil.which("dpkg-query") is None:
        return []
    # /lib is a link to /usr/lib, and dpkg knows a file under one of the two
    both = [*libraries, *(path.removeprefix("/usr") for path in libraries)]
    told = subprocess.run(
        ["dpkg-query", "--search", *both], capture_output=True, text=True, check=False
    ).stdout
    names = {line.split(":")[0] for line in told.splitlines() if not line.startswith("diversion")}
    return [_package(name) for name in sorted(names)]


def _package(name: str) -> Part:
    version = subprocess.run(
        ["dpkg-query", "--show", "--showformat=${Version}\n", name],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()[0]
    text = Path("/usr/share/doc", name, "copyright")
    return Part(name, version, "see its text", (str(text),) if text.is_file() else ())
