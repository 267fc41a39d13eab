"""File → Import…, and what is dropped or opened that another program wrote."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject

from explorer.app.headless import Headless, Outcome
from explorer.app.importing.dialog import ImportDialog
from explorer.app.importing.names import Names
from explorer.app.importing.report import Report, ReportDialog, summary
from explorer.app.importing.request import Request
from explorer.app.notices import sentence
from explorer.graph.files import SUFFIX, FileError, load

if TYPE_CHECKING:
    from explorer.app.window import Window


class Importing(QObject):
    """Has a process bring a network in, and opens it as a new document."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self.names = Names(self)
        self._command = Headless(self)
        self._command.said.connect(self._hear)
        self._command.ended.connect(self._ended)
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._kept: tempfile.TemporaryDirectory[str] | None = None
        """Where the weights lie of what was brought in last."""
        self._request: Request | None = None
        self._dialog: ImportDialog | None = None
        self.report: Report | None = None
        """Of what was brought in last."""

    @property
    def running(self) -> bool:
        return self._command.running

    def ask(self, path: Path | None = None) -> ImportDialog:
        """Show the dialog, turned to a file where that is known."""
        w = self._window
        dialog = ImportDialog(self.names, w.files.folder, w)
        dialog.asked.connect(self._begin)
        dialog.cancelled.connect(self._command.cancel)
        dialog.finished.connect(self._dialog_gone)
        self._dialog = dialog
        dialog.open()
        if path is not None:
            dialog.show_file(path)
            if dialog.request is not None:
                dialog.submit()  # it is only read: there is nothing to ask
        return dialog

    def close(self) -> None:
        """Break off whatever runs, before the window goes."""
        self._command.close()
        self.names.close()
        for folder in (self._folder, self._kept):
            if folder is not None:
                folder.cleanup()

    # -- one import ---------------------------------------------------------------------------------

    def _begin(self, request: Request) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="explorer-import-")
        self._request = request
        self._command.start(request.arguments(self._out(self._folder)))

    @staticmethod
    def _out(folder: tempfile.TemporaryDirectory[str]) -> Path:
        return Path(folder.name, f"imported{SUFFIX}")

    def _hear(self, line: str) -> None:
        if self._dialog is not None:
            self._dialog.tell(sentence(line))

    def _dialog_gone(self) -> None:
        self._dialog = None

    def _ended(self, outcome: Outcome) -> None:
        folder, self._folder = self._folder, None
        assert folder is not None
        if outcome.cancelled:
            self._fail(self.tr("Import cancelled; nothing was changed."))
        elif not outcome.ok:
            self._fail(
                self.tr("Not imported. {0}").format(
                    sentence(outcome.said.removeprefix("explorer: "))
                )
            )
        else:
            self._open(folder, outcome.output)
            return
        folder.cleanup()

    def _fail(self, why: str) -> None:
        if self._dialog is not None:
            self._dialog.fail(why)

    def _open(self, folder: tempfile.TemporaryDirectory[str], output: str) -> None:
        w, dialog = self._window, self._dialog
        try:
            document = load(self._out(folder))
            report = msgspec.json.decode(output, type=Report)
        except (FileError, msgspec.MsgspecError) as error:
            folder.cleanup()
            self._fail(self.tr("Not imported. {0}").format(sentence(str(error))))
            return
        if dialog is not None:
            dialog.set_running(False)
            dialog.accept()
        if not w.files.may_leave():
            folder.cleanup()
            return
        before, self._kept = self._kept, folder
        w.session.replace(document)
        w.session.mark_unsaved()
        if report.weights:
            w.weights.adopt(Path(report.weights))
        if before is not None:
            before.cleanup()
        self.report = report
        text = summary(report, document.name)
        if report.loses:
            w.banner.ask(text, [(self.tr("Show the report"), self.show_report)])
        else:
            w.banner.note(text, self.tr("Show the report"), self.show_report)

    def show_report(self) -> ReportDialog | None:
        """What came in and what did not."""
        if self.report is None:
            return None
        dialog = ReportDialog(self.report, self._window)
        dialog.block_chosen.connect(self._window.show_block)
        dialog.open()
        return dialog
