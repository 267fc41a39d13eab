"""The program's log: what went wrong, kept in the platform's place for the day somebody asks.

One text file of at most half a megabyte and the one before it. Nothing is ever sent anywhere.
"""

from __future__ import annotations

import re
import time
from contextlib import suppress
from pathlib import Path

from explorer.app import places

FILE = "explorer.log"
MOST_BYTES = 512 * 1024
_ERROR = " error "


def write(text: str, kind: str = "note") -> None:
    """Add an entry: ``note`` or ``error``. Where the log cannot be written there is none."""
    folder = places.log_folder()
    when = time.strftime("%Y-%m-%d %H:%M:%S")
    # what belongs to an entry is set in, so that entries can be told apart
    entry = f"{when} {kind} " + text.rstrip().replace("\n", "\n    ") + "\n"
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        file = folder / FILE
        if file.exists() and file.stat().st_size > MOST_BYTES:
            file.replace(file.with_suffix(".log.1"))
        with file.open("a", encoding="utf-8", errors="backslashreplace") as out:
            out.write(entry)


def error(text: str) -> None:
    write(text, "error")


def last_errors(most: int = 5) -> list[str]:
    """The last errors that were logged, the oldest of them first."""
    entries: list[str] = []
    for name in (FILE + ".1", FILE):
        with suppress(OSError):
            text = Path(places.log_folder(), name).read_text("utf-8", "replace")
            entries += re.split(r"(?m)^(?=\d{4}-\d\d-\d\d )", text)
    return [e.rstrip() for e in entries if e[19:26] == _ERROR][-most:]
