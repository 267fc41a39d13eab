"""New, open, save: the way between the session and the disk, and what is asked on the way."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QWidget

from explorer import zoo
from explorer.app.language import say
from explorer.app.panels.banner import Banner
from explorer.app.session import Session
from explorer.app.settings import Settings
from explorer.app.style import mark
from explorer.blocks.builder import Builder
from explorer.graph.edits import SetDocument
from explorer.graph.files import SUFFIX, FileError, load, previous
from explorer.graph.model import About, Document

Answer = Literal["save", "discard", "cancel", "later"]


def new_document() -> Document:
    """What a new network begins with: where the image comes in, and where the result goes out."""
    b = Builder()
    b.output(b.input("image", (3, 224, 224)))
    return b.document("untitled", About())


class Files(QObject):
    """Everything of the File menu that opens or saves a network."""

    recent_changed = Signal()

    def __init__(
        self, session: Session, settings: Settings, banner: Banner, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self.settings = settings
        self._banner = banner
        self._window = window
        self._closing = False
        self.left_for_later = False
        """Whether the window closes on changes that the next one shall have."""
        self.may_open: Callable[[Path], Literal["open", "copy", "forward", "no"]] = lambda _: "open"
        """Asked before a file is opened: somebody else may have it open."""
        self.may_write: Callable[[Path], Literal["save", "elsewhere", "no"]] = lambda _: "save"
        """Asked before a file is written: somebody else may have changed it."""
        self.foreign: Callable[[Path], bool] = lambda _: False
        """Told first of a file that shall be opened; True where it is another program's, and is
        brought in elsewhere."""

    # -- opening ------------------------------------------------------------------------------

    def new(self) -> None:
        if self.may_leave():
            self._session.replace(new_document())

    def open(self) -> None:
        """Ask for a file and open it."""
        text, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Open a network"), self.folder, self._filter()
        )
        if text:
            self.open_path(Path(text))

    def open_path(self, path: Path) -> None:
        """Open a file that is known already."""
        if not self.foreign(path) and self.may_leave():
            self._read(path)

    def open_gallery(self) -> None:
        """Let one of the named networks be chosen, and open a copy of it."""
        from explorer.app.gallery.dialog import GalleryDialog

        dialog = GalleryDialog(self._window)
        chosen = dialog.chosen if dialog.exec() == QDialog.DialogCode.Accepted else ""
        dialog.deleteLater()
        if chosen:
            self.open_network(chosen)

    def open_network(self, name: str) -> None:
        """Open a copy of a network of the zoo."""
        if self.may_leave():
            self._session.replace(zoo.get(name))

    @property
    def has_previous(self) -> bool:
        """Whether the version before the last save is there."""
        path = self._session.path
        return path is not None and previous(path).is_file()

    def open_previous(self) -> None:
        """Bring the version before the last save back, as a change that can be undone or saved."""
        path = self._session.path
        if path is None:
            return
        try:
            document = load(previous(path))
        except FileError as error:
            self._banner.error(
                self.tr("The previous version could not be opened: {0}.").format(
                    say(str(error)).rstrip(".")
                )
            )
            return
        before = self._session.document
        self._session.do(SetDocument(document=document, what=self.tr("Previous version")))
        if self._session.document is before:
            self._banner.note(self.tr("The previous version is the same as this one."))
            return
        self._banner.note(
            self.tr("This is the version before the last save. Undo brings yours back.")
        )

    def open_copy(self, path: Path) -> None:
        """Open a file as a network that is in no file yet."""
        if (document := self._load(path)) is not None:
            self._session.replace(document)
            self._banner.note(self.tr("This is a copy: saving it asks where to."))

    def _read(self, path: Path) -> None:
        answer = self.may_open(path)
        if answer == "copy":
            self.open_copy(path)
        elif answer == "open" and (document := self._load(path)) is not None:
            self._session.replace(document, path)
            self._banner.hide()
            self._remember(path)

    def _load(self, path: Path) -> Document | None:
        """A file's network; None, and it is said, where it cannot be read."""
        try:
            return load(path)
        except FileError as error:
            self._banner.error(
                self.tr(
                    "This file could not be opened. {0}. The network here is as it was."
                ).format(say(str(error)).rstrip(".")),
                self.tr("Open another…"),
                self.open,
            )
            return None

    # -- saving -------------------------------------------------------------------------------

    def save(self) -> bool:
        """Save where it came from, or ask where to. False where that did not happen."""
        path = self._session.path
        return self.save_as() if path is None else self._write(path)

    def save_as(self) -> bool:
        name = self._session.path or Path(self.folder, self._session.document.name + SUFFIX)
        path = self.ask_where(self.tr("Save the network"), name, self._filter(), SUFFIX)
        return path is not None and self._write(path)

    def ask_where(self, title: str, name: Path, filter_: str, suffix: str) -> Path | None:
        """Ask for the path of a new file; None where the asking was broken off."""
        text, _ = QFileDialog.getSaveFileName(self._window, title, str(name), filter_)
        if not text:
            return None
        path = Path(text)
        if "." not in path.name:
            path = path.with_name(path.name + suffix)
        self.settings.folder = str(path.parent)
        return path

    def _write(self, path: Path) -> bool:
        answer = self.may_write(path)
        if answer != "save":
            return answer == "elsewhere" and self.save_as()
        try:
            self._session.save(path)
        except FileError as error:
            self._banner.error(
                self.tr("Not saved: {0}. Nothing is lost; it is still open here.").format(
                    say(str(error)).rstrip(".")
                ),
                self.tr("Save elsewhere…"),
                self.save_as,
            )
            return False
        self._banner.hide()
        self._remember(path)
        return True

    # -- leaving ------------------------------------------------------------------------------

    def may_leave(self) -> bool:
        """Whether the document may be left: saved, or its changes given up."""
        if not self._session.changed:
            return True
        answer = self.ask_unsaved()
        if answer == "save":
            return self.save()
        self.left_for_later = answer == "later"
        return answer in ("discard", "later")

    def may_close(self) -> bool:
        """Whether the window may close; changes may also be left for the next one."""
        self._closing, self.left_for_later = True, False
        try:
            return self.may_leave()
        finally:
            self._closing = False

    def ask_unsaved(self) -> Answer:
        """Ask what to do with unsaved changes."""
        name = self._session.path.name if self._session.path else self._session.document.name
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setWindowTitle(self.tr("Unsaved changes"))
        box.setText(self.tr("Save the changes to “{0}”?").format(name))
        box.setInformativeText(self.tr("They are lost otherwise."))
        button = QMessageBox.StandardButton
        box.setStandardButtons(button.Save | button.Discard | button.Cancel)
        later = None
        if self._closing and self.settings.resumes:
            later = box.addButton(self.tr("Keep for next time"), QMessageBox.ButtonRole.ActionRole)
        box.setDefaultButton(button.Save)
        mark(box.button(button.Save), kind="primary")
        found = box.exec()
        kept = later is not None and box.clickedButton() is later
        box.deleteLater()
        if kept:
            return "later"
        answers: dict[int, Answer] = {
            int(button.Save): "save",
            int(button.Discard): "discard",
        }
        return answers.get(int(found), "cancel")

    # -- what is remembered ---------------------------------------------------------------------

    @property
    def recent(self) -> list[Path]:
        return self.settings.recent

    def forget_recent(self) -> None:
        self.settings.clear_recent()
        self.recent_changed.emit()

    def _remember(self, path: Path) -> None:
        self.settings.add_recent(path)
        self.settings.folder = str(path.absolute().parent)
        self.recent_changed.emit()

    @property
    def folder(self) -> str:
        """Where dialogs begin: beside the network, else where one was last."""
        if self._session.path is not None:
            return str(self._session.path.absolute().parent)
        return self.settings.folder or str(Path.home())

    def _filter(self) -> str:
        return self.tr("Networks (*{0});;All files (*)").format(SUFFIX)
