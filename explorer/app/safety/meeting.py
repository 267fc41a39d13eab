"""What is asked when somebody else has the file open, or has changed it."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from explorer.app.files import Files
from explorer.app.panels.banner import Banner, Way
from explorer.app.safety import locks
from explorer.app.safety.differences import DifferencesDialog
from explorer.app.safety.disk import DiskFile
from explorer.app.safety.locks import Holder
from explorer.app.session import Session
from explorer.app.style import mark
from explorer.graph.edits import SetDocument
from explorer.graph.model import Document

OpenAnswer = Literal["open", "copy", "forward", "no"]
SaveAnswer = Literal["save", "elsewhere", "no"]


class Meeting(QObject):
    """Asks in the window, and never writes over what somebody else wrote without asking."""

    def __init__(
        self, session: Session, files: Files, disk: DiskFile, bar: Banner, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session, self._files, self._disk = session, files, disk
        self._bar, self._window = bar, window
        files.may_open, files.may_write = self.may_open, self.may_write
        disk.changed.connect(self._offer)
        session.file_changed.connect(self._hide_answered)

    # -- two windows on one file --------------------------------------------------------------

    def may_open(self, path: Path) -> OpenAnswer:
        """Whether to open a file, or a copy of it, where somebody else has it open."""
        found = locks.holder(path)
        return "open" if found is None else self._answered(self.ask_open(path, found), found)

    def at_start(self) -> bool:
        """The window was opened on a file that another has; False: it is to close again."""
        path, found = self._session.path, self._disk.holder
        if path is None or found is None:
            return True
        answer = self._answered(self.ask_open(path, found), found)
        if answer in ("copy", "no"):
            self._files.open_copy(path)
        return answer != "forward"

    def _answered(self, answer: OpenAnswer, found: Holder) -> OpenAnswer:
        if answer != "forward":
            return answer
        from explorer.app.safety.neighbours import call

        if call(found.pid):
            return "forward"
        self._bar.note(self.tr("The other window does not answer. This is a copy."))
        return "copy"

    def ask_open(self, path: Path, found: Holder) -> OpenAnswer:
        """Ask what to do about a file that another window has open."""
        where = self.tr("in another window") if found.here else self.tr("on {0}").format(found.host)
        box = self._box(
            self.tr("Already open"),
            self.tr("“{0}” is open {1}.").format(path.name, where),
            self.tr("If both are saved, the one that is saved last stays."),
        )
        role = QMessageBox.ButtonRole.AcceptRole
        answers: dict[object, OpenAnswer] = {}
        first = None
        if found.here:
            first = box.addButton(self.tr("Show that window"), role)
            answers[first] = "forward"
        copy = box.addButton(self.tr("Open a copy"), role)
        answers[copy] = "copy"
        answers[box.addButton(self.tr("Open it anyway"), role)] = "open"
        box.addButton(QMessageBox.StandardButton.Cancel)
        return answers.get(self._clicked(box, first or copy), "no")

    # -- changed on the disk ------------------------------------------------------------------

    def _offer(self) -> None:
        path, theirs = self._session.path, self._disk.theirs
        if path is None or theirs is None:
            self._bar.hide()
            return
        keep = (self.tr("Keep mine"), self._keep)
        ways: list[Way]
        if isinstance(theirs, Document):
            text = self.tr("“{0}” was changed by another program.").format(path.name)
            ways = [
                (self.tr("Reload"), self.reload),
                (self.tr("Compare"), self.compare),
                keep,
            ]
        else:
            self._session.mark_unsaved()
            if self._disk.gone:
                text = self.tr("“{0}” is gone from the disk. What is open here is all there is.")
            else:
                text = self.tr("“{0}” was changed by another program and cannot be read now.")
            text = text.format(path.name)
            ways = [(self.tr("Save elsewhere…"), self._files.save_as), keep]
        self._bar.ask(text, ways)

    def reload(self) -> None:
        """Take what the disk has, as a step that can be undone."""
        theirs = self._disk.theirs
        if isinstance(theirs, Document):
            self._disk.accept()
            self._session.do(SetDocument(document=theirs, what=self.tr("Reload")))
            self._session.mark_saved()

    def compare(self) -> DifferencesDialog | None:
        theirs = self._disk.theirs
        if not isinstance(theirs, Document):
            return None
        dialog = DifferencesDialog(
            (self.tr("Open here"), self._session.document),
            (self.tr("On the disk"), theirs),
            self._window,
        )
        dialog.finished.connect(self._offer)
        dialog.open()
        return dialog

    def _keep(self) -> None:
        self._disk.accept()
        self._session.mark_unsaved()

    def _hide_answered(self) -> None:
        if self._disk.theirs is None:
            self._bar.hide()

    def may_write(self, path: Path) -> SaveAnswer:
        """Whether a file may be written over, where somebody else has changed it."""
        if path != self._session.path or not self._disk.check() or self._disk.gone:
            return "save"
        answer = self.ask_write(path)
        if answer == "save":
            self._disk.accept()
        return answer

    def ask_write(self, path: Path) -> SaveAnswer:
        """Ask what to do about a file that another program has changed."""
        box = self._box(
            self.tr("Changed on the disk"),
            self.tr("Another program has changed “{0}” since it was opened.").format(path.name),
            self.tr("If you write over it, its version stays as the previous one."),
        )
        role = QMessageBox.ButtonRole.AcceptRole
        elsewhere = box.addButton(self.tr("Save elsewhere…"), role)
        answers: dict[object, SaveAnswer] = {
            elsewhere: "elsewhere",
            box.addButton(self.tr("Write over it"), role): "save",
        }
        box.addButton(QMessageBox.StandardButton.Cancel)
        return answers.get(self._clicked(box, elsewhere), "no")

    # -- asking -------------------------------------------------------------------------------

    def _box(self, title: str, text: str, more: str) -> QMessageBox:
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setWindowTitle(title)
        box.setText(text)
        box.setInformativeText(more)
        return box

    def _clicked(self, box: QMessageBox, first: QPushButton) -> object:
        box.setDefaultButton(first)
        mark(first, kind="primary")
        box.exec()
        found = box.clickedButton()
        box.deleteLater()
        return found
