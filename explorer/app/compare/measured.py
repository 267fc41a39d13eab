"""Accuracies measured here: runs of this session, and the run folders of late.

A run folder is read as what it is, a document and a line of metrics an epoch; torch has no part in
that.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, Signal

from explorer.app.run import Run
from explorer.app.runner import Runner
from explorer.app.settings import Settings
from explorer.graph import files
from explorer.graph.files import FileError
from explorer.graph.model import Document
from explorer.worker.messages import EpochDone

DOCUMENT, METRICS = "document.network.json", "metrics.jsonl"


@dataclass(frozen=True, eq=False)
class Measured:
    """What a network came to on the test images of the digits."""

    key: str
    title: str
    document: Document
    accuracy: float
    """0 … 1, after the last epoch."""
    epochs: int
    source: str


class Measurements(QObject):
    """All of them, the latest of each run."""

    changed = Signal()

    def __init__(self, runner: Runner, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner, self._settings = runner, settings
        self._runs: dict[int, Run] = {}
        self._folders: dict[Path, Measured] = {}
        runner.progressed.connect(self._follow)
        runner.state_changed.connect(self._follow)
        self._follow()
        for folder in reversed(settings.runs):
            # one that cannot be read any more was not asked for now
            with suppress(FileError):
                self._take(folder)

    @property
    def all(self) -> tuple[Measured, ...]:
        here = [
            Measured(
                f"run {run.number}",
                self.tr("{0}, run {1}").format(run.document.name, run.number),
                run.document,
                run.test_accuracy,
                run.epochs_done,
                self.tr("trained here"),
            )
            for run in self._runs.values()
            if run.test_accuracy is not None
        ]
        return (*here, *self._folders.values())

    def read(self, folder: Path) -> None:
        """Take in a run folder, and remember it; FileError where it is none."""
        self._take(folder)
        self._settings.add_run(folder)
        self.changed.emit()

    def _take(self, folder: Path) -> None:
        document = files.load(folder / DOCUMENT)
        try:
            lines = (folder / METRICS).read_bytes().split(b"\n")
            epochs = [msgspec.json.decode(line, type=EpochDone) for line in lines if line]
        except (OSError, msgspec.MsgspecError) as error:
            raise FileError(f"{folder / METRICS} cannot be read: {error}") from None
        if not epochs:
            raise FileError(f"{folder} has no finished epoch")
        last = epochs[-1]
        self._folders[folder] = Measured(
            str(folder),
            f"{document.name}, {folder.name}",
            document,
            last.test_accuracy,
            last.epoch,
            str(folder),
        )

    def _follow(self) -> None:
        run = self._runner.run
        if run is not None and run.test_accuracy is not None:
            self._runs[run.number] = run
            self.changed.emit()
