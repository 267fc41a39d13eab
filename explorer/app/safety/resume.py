"""Continue where one left: what was open, and how it was looked at."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from explorer.app.places import state_folder
from explorer.graph import files
from explorer.graph.files import FileError
from explorer.graph.model import Document

if TYPE_CHECKING:
    from explorer.app.window import Window

VERSION = 1


class Left(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A window as it was left."""

    version: int
    path: str | None = None
    text: str | None = None
    """The document, where no file holds it."""
    changed: bool = False
    """Whether the text is an unsaved change."""
    scope: tuple[str, ...] = ()
    selection: tuple[str, ...] = ()
    zoom: float = 1.0
    center: tuple[float, float] = (0.0, 0.0)
    workspace: str = "design"
    hidden: tuple[str, ...] = ()
    """Panels that were put away."""

    @property
    def file(self) -> Path | None:
        return Path(self.path) if self.path else None

    def document(self) -> Document | None:
        """What was open; None where it is there no more, or cannot be read."""
        try:
            if self.text is not None:
                return files.decode(self.text)
            return files.load(self.path) if self.path else None
        except FileError:
            return None


def _file() -> Path:
    return state_folder() / "session.json"


def read() -> Left | None:
    """How the last window was left; None where nothing is known."""
    try:
        data = _file().read_bytes()
        if len(data) > 2 * files.MAX_BYTES:
            return None
        found = msgspec.json.decode(data, type=Left)
    except (OSError, msgspec.MsgspecError, RecursionError):
        return None
    return found if found.version == VERSION and 0.01 < found.zoom < 100 else None


def forget() -> None:
    with suppress(OSError):
        _file().unlink(missing_ok=True)


def keep(window: Window, unsaved: bool) -> bool:
    """Remember a window. ``unsaved``: with its changes, which no file holds. False where they could
    not be written."""
    session, canvas = window.session, window.canvas
    if session.changed and not unsaved and session.path is None:
        # what was given up is not brought back
        forget()
        return True
    center = canvas.mapToScene(canvas.viewport().rect().center())
    with_text = session.path is None or (session.changed and unsaved)
    left = Left(
        VERSION,
        str(session.path.absolute()) if session.path is not None else None,
        files.encode(session.document) if with_text else None,
        session.changed and unsaved,
        session.scope,
        session.selection,
        canvas.scale_factor,
        (center.x(), center.y()),
        window.workspace,
        tuple(sorted(window.put_away)),
    )
    try:
        _file().parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        text = json.dumps(msgspec.to_builtins(left), ensure_ascii=False, indent=1)
        files.write_atomically(_file(), text.encode(), 0o600)
    except (OSError, FileError):
        return False
    return True


def look(window: Window, left: Left) -> None:
    """Look at the document as it was looked at."""
    session = window.session
    window.show_workspace(left.workspace)
    # the code has a setting of its own, which holds without a window that was left
    for name in (set(left.hidden) & set(window.panels)) - window.put_away:
        window.toggle_panel(name)
    session.enter(left.scope)
    session.select(*(p for p in left.selection if session.row(p) is not None))
    window.canvas.zoom_to(left.zoom)
    window.canvas.centerOn(*left.center)
