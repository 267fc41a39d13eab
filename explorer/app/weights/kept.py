"""The weights that belong to the document: where they lie, and that they go where it goes."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from explorer.app.panels.banner import Banner
from explorer.app.runner import Runner
from explorer.app.session import Session
from explorer.graph.files import weights_beside
from explorer.worker.messages import LoadWeights


class Weights(QObject):
    """A file of the network's weights, if there is one: beside the document, or brought in."""

    changed = Signal()

    def __init__(self, session: Session, runner: Runner, banner: Banner, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._runner, self._banner = session, runner, banner
        self.file: Path | None = None
        session.document_replaced.connect(self._replaced)
        session.file_changed.connect(self._follow_save)
        self._replaced()

    def adopt(self, file: Path) -> None:
        """These are the network's weights from now on; they are saved with it."""
        self._set(file)
        self._follow_save()

    def _replaced(self) -> None:
        path = self._session.path
        beside = weights_beside(path) if path is not None else None
        self._set(beside if beside is not None and beside.is_file() else None)

    def _set(self, file: Path | None) -> None:
        self.file = file
        self._runner.set_weights(LoadWeights(str(file)) if file is not None else None)
        self.changed.emit()

    def _follow_save(self) -> None:
        """Where the document was saved, its weights lie beside it."""
        path, file = self._session.path, self.file
        if path is None or file is None or self._session.changed:
            return
        target = weights_beside(path)
        if target == file:
            return
        try:
            copy(file, target)
        except OSError as error:
            why = error.strerror or str(error)
            self._banner.error(self.tr("The weights were not saved: {0}.").format(why))
            return
        self.file = target


def copy(file: Path, target: Path) -> None:
    """All of a file under another name, or none of it."""
    handle, name = tempfile.mkstemp(prefix=".", suffix=target.suffix, dir=target.parent)
    os.close(handle)
    try:
        shutil.copyfile(file, name)
        os.replace(name, target)
    except OSError:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise
