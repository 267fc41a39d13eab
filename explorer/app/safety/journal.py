"""The journal: a network with unsaved changes, as a file that outlives a crash.

A header in one line of JSON (whose file it was, when, how many edits, the digest of the rest), then
the network as it is saved elsewhere. Reading one runs nothing and trusts nothing: what does not
agree with its digest, or is no network, is refused with the reason.
"""

from __future__ import annotations

import json
import secrets
import socket
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLockFile

from explorer.app.places import state_folder
from explorer.graph import files
from explorer.graph.files import FileError
from explorer.graph.model import Document

FORMAT = "architecture-explorer/journal"
VERSION = 1
SUFFIX = ".journal"


def journal_folder() -> Path:
    return state_folder() / "journal"


@dataclass(frozen=True)
class Unsaved:
    """A network whose changes were in no file when the program ended."""

    file: Path
    """The journal's own."""
    name: str
    path: Path | None
    """The file that the network came from; None where it was in none."""
    edits: int
    time: float
    """Of the last edit, in seconds since 1970."""
    document: Document


def lock_of(file: Path) -> QLockFile:
    """The lock that says that a journal's program runs; it is stale once the program does not."""
    lock = QLockFile(str(file.with_suffix(".lock")))
    lock.setStaleLockTime(0)
    return lock


def new_file(folder: Path) -> Path:
    return folder / f"{secrets.token_hex(16)}{SUFFIX}"


def write(file: Path, document: Document, path: Path | None, edits: int, when: float) -> None:
    """Write a journal whole, through to the disk; FileError where that fails. ``when``: of the last
    edit."""
    # not needed before something is unsaved, and OpenSSL takes a while to load
    from hashlib import sha256

    text = files.encode(document).encode()
    head = {
        "format": FORMAT,
        "version": VERSION,
        "name": path.name if path is not None else document.name,
        "path": str(path.absolute()) if path is not None else None,
        "edits": edits,
        "time": when,
        "host": socket.gethostname(),
        "sha256": sha256(text).hexdigest(),
    }
    data = json.dumps(head, ensure_ascii=False).encode() + b"\n" + text
    files.write_atomically(file, data, 0o600)


def read(file: Path) -> Unsaved:
    """What a journal holds; FileError says why it cannot be read."""
    from hashlib import sha256

    try:
        if file.stat().st_size > 2 * files.MAX_BYTES:
            raise FileError(f"{file.name}: too large for a journal")
        line, _, text = file.read_bytes().partition(b"\n")
    except OSError as error:
        raise FileError(f"{file.name}: {error.strerror or error}") from None
    head = _head(file, line)
    if head["sha256"] != sha256(text).hexdigest():
        raise FileError(f"{file.name}: it is damaged (its digest is another one)")
    document = files.decode(text.decode("utf-8", "replace"), file.name)
    path = Path(head["path"]) if head["path"] else None
    return Unsaved(file, head["name"], path, head["edits"], head["time"], document)


def _head(file: Path, line: bytes) -> dict[str, Any]:
    try:
        head = json.loads(line)
    except (ValueError, RecursionError):
        raise FileError(f"{file.name}: it is damaged (its first line cannot be read)") from None
    if not isinstance(head, dict) or head.get("format") != FORMAT:
        raise FileError(f"{file.name}: it is not a journal")
    if head.get("version") != VERSION:
        raise FileError(f"{file.name}: another version of the program wrote it")
    kinds: dict[str, type | tuple[type, ...]] = {
        "name": str,
        "path": (str, type(None)),
        "edits": int,
        "time": (int, float),
        "sha256": str,
    }
    for field, kind in kinds.items():
        if not isinstance(head.get(field), kind):
            raise FileError(f"{file.name}: it is damaged (its {field} cannot be read)")
    if not 0 <= head["time"] < 1e11:
        raise FileError(f"{file.name}: it is damaged (its time cannot be read)")
    return head


def discard(file: Path) -> None:
    """Do away with a journal and its lock."""
    for gone in (file, file.with_suffix(".offered")):
        with suppress(OSError):
            gone.unlink(missing_ok=True)


def mark_offered(file: Path) -> None:
    """Remember that somebody was asked about a journal, so that nobody is asked at every start."""
    with suppress(OSError):
        file.with_suffix(".offered").touch()


def was_offered(file: Path) -> bool:
    return file.with_suffix(".offered").exists()


def abandoned(folder: Path) -> list[Path]:
    """Journals of programs that no longer run, the newest first."""
    found = []
    for file in folder.glob(f"*{SUFFIX}"):
        lock = lock_of(file)
        if lock.tryLock(0):
            lock.unlock()
            found.append(file)
    _sweep(folder)
    return sorted(found, key=_age)


def _age(file: Path) -> float:
    try:
        return -file.stat().st_mtime
    except OSError:
        return 0.0


def _sweep(folder: Path) -> None:
    """Halves of files, left by a program that was killed while it wrote."""
    for file in folder.glob(f".*{SUFFIX}.*"):
        with suppress(OSError):
            if time.time() - file.stat().st_mtime > 3600:
                file.unlink()
