"""The parts made by others that run in this program, and what they may be used under.

In a bundle the list was made when the bundle was (packaging/collect_licences.py); elsewhere it is what
is installed, read from the distributions' own metadata.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

import msgspec

from explorer import resources

PROGRAM = "architecture-explorer"
LIST = "parts.json"
"""In the bundle's folder `licenses`, beside the texts."""

_TEXTS = re.compile(
    r"(LICEN[CS]E|COPYING|COPYRIGHT|NOTICE|ThirdPartyNotices|AUTHORS)", re.IGNORECASE
)
_NAME = re.compile(r"[A-Za-z0-9._-]+")


class Part(msgspec.Struct, frozen=True):
    """One library: its name, its version, its licence in a few words, and where the texts are."""

    name: str
    version: str
    licence: str
    texts: tuple[str, ...] = ()
    """Files; in a bundle relative to its folder of licences."""
    about: str = ""
    """Its authors, where no text names them."""

    def text(self) -> str:
        """Everything that its authors want to be read, one file after the other; may be empty."""
        texts = [
            place.read_text("utf-8", "replace").strip()
            for place in map(self._place, self.texts)
            if place.is_file()
        ]
        return "\n\n".join(filter(None, [self.about, *texts]))

    def _place(self, name: str) -> Path:
        folder = bundled()
        return folder / name if folder is not None else Path(name)


def bundled() -> Path | None:
    """The bundle's folder of licences, if this is a bundle."""
    root = getattr(sys, "_MEIPASS", None)
    return Path(root, "licenses") if root is not None else None


def parts() -> tuple[Part, ...]:
    """All of them, by name."""
    folder = bundled()
    if folder is not None:
        libraries = msgspec.json.decode((folder / LIST).read_bytes(), type=list[Part])
    else:
        libraries = [part_of(found) for found in _installed()]
    return tuple(sorted(libraries + of_resources(), key=lambda part: part.name.casefold()))


def of_resources() -> list[Part]:
    """Typefaces, icons and data, from the table in `resources/LICENSES.md`."""
    found = []
    rows = resources.path("LICENSES.md").read_text("utf-8").partition("# Made for")[0].splitlines()
    for row in rows:
        if row.startswith("| `"):
            _, _, what, _, version, licence, _ = (cell.strip() for cell in row.split("|"))
            texts = re.findall(r"`([^`]+)`", licence)
            found.append(
                Part(
                    what.partition(", by ")[0],
                    version,
                    licence.partition(":")[0],
                    tuple(str(resources.path(*text.split("/"))) for text in texts),
                    what,
                )
            )
    return found


def part_of(found: Distribution) -> Part:
    """What an installed distribution says of itself."""
    return Part(found.name, found.version, licence_of(found), tuple(map(str, texts_of(found))))


def licence_of(found: Distribution) -> str:
    """The licence in a few words, from whichever field of the metadata holds it."""
    about = found.metadata
    for field in ("License-Expression", "License"):
        for text in about.get_all(field, ()):
            if text != "UNKNOWN" and "\n" not in text:
                return str(text)
    kinds = [c for c in about.get_all("Classifier", ()) if c.startswith("License ::")]
    return ", ".join(kind.rpartition(" :: ")[2] for kind in kinds) or "see its text"


def texts_of(found: Distribution) -> list[Path]:
    """The files with its licence and notices: in its metadata, or at the top of its packages."""
    places = [
        file
        for file in found.files or ()
        if _TEXTS.match(file.name) and file.suffix not in (".py", ".pyc", ".json")
    ]
    own = [f for f in places if ".dist-info" in f.parts[0]]
    tops = [f for f in places if len(f.parts) == 2 and f not in own]
    return [Path(str(file.locate())) for file in own + tops]


def _installed() -> Iterable[Distribution]:
    """The program's requirements, theirs, and so on; without extras."""
    seen: set[str] = set()
    todo = [PROGRAM]
    while todo:
        name = re.sub(r"[-_.]+", "-", todo.pop()).lower()
        if name in seen:
            continue
        seen.add(name)
        try:
            found = distribution(name)
        except PackageNotFoundError:
            continue  # of another platform
        if name != PROGRAM:
            yield found
        todo += required(found.requires or ())


def required(requirements: Iterable[str]) -> list[str]:
    """Names of what is needed in any case, without that which only an extra needs."""
    found = []
    for requirement in requirements:
        named, _, condition = requirement.partition(";")
        name = _NAME.match(named.strip())
        if name is not None and "extra" not in condition:
            found.append(name.group())
    return found
