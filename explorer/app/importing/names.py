"""The networks that torchvision and timm have, listed by a process: the window loads neither."""

from __future__ import annotations

from typing import Literal

import msgspec
from PySide6.QtCore import QObject, Signal

from explorer.app.headless import Headless, Outcome

State = Literal["unknown", "reading", "known", "failed"]


class Listed(msgspec.Struct, frozen=True):
    """What the command line prints: names by library, none where it is not installed."""

    torchvision: tuple[str, ...] | None
    timm: tuple[str, ...] | None


class Names(QObject):
    """Asked for once; they do not change while the program runs."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.state: State = "unknown"
        self.found = Listed((), ())
        self.why = ""
        self._command = Headless(self)
        self._command.ended.connect(self._take)

    def read(self) -> None:
        """Have them listed, unless they are."""
        if self.state in ("unknown", "failed"):
            self.state = "reading"
            self._command.start(("importable",))
            self.changed.emit()

    def close(self) -> None:
        self._command.close()

    def _take(self, outcome: Outcome) -> None:
        try:
            if not outcome.ok:
                raise ValueError(outcome.said)
            self.found = msgspec.json.decode(outcome.output, type=Listed)
            self.state = "known"
        except ValueError as error:  # a DecodeError is one too
            self.state, self.why = "failed", str(error)
        self.changed.emit()
