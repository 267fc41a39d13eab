"""Writing what needs torch: a process of the command line does it, and can be broken off."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from explorer.app.headless import Headless, Outcome
from explorer.app.language import say
from explorer.app.panels.banner import Banner
from explorer.app.runner import Runner
from explorer.app.session import Session
from explorer.graph import files
from explorer.graph.files import SUFFIX, FileError, weights_beside

Format = Literal["pytorch", "onnx", "pt2", "safetensors"]

WEIGHTS = "weights.pt"
"""Beside the document, in the export's own temporary folder."""


class Exports(QObject):
    """One export at a time, with the weights that the network has learnt, if any."""

    changed = Signal()
    """An export has begun or ended, or says what it is doing."""

    def __init__(
        self,
        session: Session,
        banner: Banner,
        runner: Runner,
        weights: Callable[[], Path | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._weights_file = weights
        self._runner = runner
        runner.weights_saved.connect(self._weights_came)
        self._session = session
        self._banner = banner
        self._command = Headless(self)
        self._command.said.connect(self._hear)
        self._command.ended.connect(self._ended)
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._source = self._target = Path()
        self._more: tuple[str, ...] = ()
        self._trained = self._own = False
        self._awaits_weights = False
        self.what: Format = "onnx"
        self.said = ""

    @property
    def running(self) -> bool:
        return self._command.running or self._awaits_weights

    @property
    def weights_file(self) -> Path | None:
        """The document's weights, where it has some."""
        return self._weights_file()

    @property
    def doing(self) -> str:
        """What is being done, for people; empty where nothing is."""
        if not self.running:
            return ""
        title = {
            "pytorch": self.tr("Exporting PyTorch…"),
            "onnx": self.tr("Exporting ONNX…"),
            "pt2": self.tr("Exporting with torch.export…"),
            "safetensors": self.tr("Exporting the weights…"),
        }[self.what]
        return f"{title} {say(self.said)}".rstrip()

    def export(self, to: Format, path: Path, more: Sequence[str] = ()) -> None:
        """Begin to write the network; ``more`` goes to the command line. ``changed`` says when that
        has ended."""
        if self.running:
            return
        self._folder = tempfile.TemporaryDirectory(prefix="explorer-export-")
        source = Path(self._folder.name, f"{self._session.document.name}{SUFFIX}")
        try:
            files.save(self._session.document, source)
        except FileError as error:
            self.failed(say(str(error)))
            self._folder.cleanup()
            return
        self._target, self.what, self.said, self._own = path, to, "", False
        self._source, self._more = source, tuple(more)
        if to != "pytorch" and self._runner.has_learnt:
            self._awaits_weights = True
            self._runner.save_weights(source.with_name(WEIGHTS))
            self.changed.emit()
        else:
            self._run(self._with_weights())

    def _with_weights(self) -> tuple[str, ...]:
        """The weights that the document has, put beside its copy: what no longer fits is told."""
        file = self._weights_file() if self.what != "pytorch" else None
        if file is None:
            return ()
        try:
            shutil.copyfile(file, weights_beside(self._source))
        except OSError:
            return ()  # gone since: as if there were none
        self._own = True
        return ()

    def _weights_came(self, path: str) -> None:
        if self._awaits_weights:
            self._awaits_weights = False
            self._run(("--weights", path) if path else ())

    def _run(self, weights: tuple[str, ...]) -> None:
        self._trained = bool(weights)
        out = str(self._target.absolute())
        what = ("export", str(self._source), "--to", self.what, "--out", out)
        self._command.start((*what, *self._more, *weights))
        self.changed.emit()

    def cancel(self) -> None:
        """Break the export off."""
        if self._command.running:
            self._command.cancel()
        elif self._awaits_weights:
            self._awaits_weights = False
            self._ended(Outcome(False, True, "", ""))

    def close(self) -> None:
        """Break off whatever runs, before the window goes."""
        self._command.close()

    def _hear(self, line: str) -> None:
        self.said = line
        self.changed.emit()

    def _ended(self, outcome: Outcome) -> None:
        if self._folder is not None:
            self._folder.cleanup()
        self.said = outcome.said
        self.changed.emit()
        if outcome.cancelled:
            self._banner.note(self.tr("Export cancelled; nothing was written."))
        elif not outcome.ok:
            self.failed(say(outcome.said))
        elif self.what == "pytorch":
            self.done(self._target, self.tr("Exported to {0}."))
        elif self._trained:
            self.done(self._target, self.tr("Exported to {0}, with the weights it has learnt."))
        elif self._own:
            self.done(self._target, self.tr("Exported to {0}, with its weights."))
        else:
            self.done(
                self._target,
                self.tr("Exported to {0}, with random weights: it was not trained yet."),
            )

    # -- saying so ------------------------------------------------------------------------------

    def done(self, path: Path, text: str) -> None:
        """Say that a file was written, and offer its folder."""

        def show() -> None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.absolute().parent)))

        self._banner.note(text.format(path.name), self.tr("Show the folder"), show)

    def failed(self, why: str) -> None:
        self._banner.error(self.tr("Not exported: {0}").format(why))
