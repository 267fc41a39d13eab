"""The menu of what can be compared with: the zoo, files, and other states of this document."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QMenu, QPushButton, QWidget

from explorer.app.compare.choice import Choice
from explorer.app.files import Files
from explorer.app.language import say
from explorer.graph import files
from explorer.graph.model import Document


class AddButton(QPushButton):
    """Opens the menu; what cannot be read is told."""

    failed = Signal(str)

    def __init__(self, choice: Choice, files_: Files, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice, self._files = choice, files_
        self.setText(self.tr("Add a network"))
        self.setAccessibleName(self.tr("Add a network to compare with"))
        self._menu = QMenu(self)
        self.setMenu(self._menu)
        self._menu.aboutToShow.connect(self.fill)
        self.fill()

    def fill(self) -> None:
        """What is offered now."""
        menu, choice = self._menu, self._choice
        menu.clear()
        menu.addAction(self.tr("From the gallery…")).triggered.connect(self.from_gallery)
        menu.addAction(self.tr("From a file…")).triggered.connect(self.from_file)
        family = menu.addMenu(self.tr("Of the same family"))
        for name in choice.relatives():
            family.addAction(name).triggered.connect(partial(self._zoo, name))
        menu.addSeparator()
        for text, document in (
            (self.tr("As last saved"), choice.saved),
            (self.tr("As opened"), choice.opened),
        ):
            action = menu.addAction(text)
            action.setEnabled(document is not None)
            if document is not None:
                action.triggered.connect(partial(self._state, document, text.lower()))
        states = menu.addMenu(self.tr("An earlier state"))
        for label, document in choice.earlier():
            text = self.tr("before “{0}”").format(label)
            states.addAction(text).triggered.connect(partial(self._state, document, text))
        states.setEnabled(not states.isEmpty())

    def from_gallery(self) -> None:
        from explorer.app.gallery.dialog import GalleryDialog

        dialog = GalleryDialog(self.window())
        dialog.say_what(self.tr("Compare"))
        chosen = dialog.chosen if dialog.exec() == QDialog.DialogCode.Accepted else ""
        dialog.deleteLater()
        if chosen:
            self._choice.add_zoo(chosen)

    def from_file(self) -> None:
        text, _ = QFileDialog.getOpenFileName(
            self.window(), self.tr("Compare with a file"), self._files.folder
        )
        if text:
            self.add_file(Path(text))

    def add_file(self, path: Path) -> None:
        """Compare with a file; where it cannot be read, say so."""
        try:
            document = files.load(path)
        except files.FileError as error:
            self.failed.emit(say(str(error)))
            return
        self._choice.add_document(document, path.name, "file")

    def _zoo(self, name: str) -> None:
        self._choice.add_zoo(name)

    def _state(self, document: Document, note: str) -> None:
        self._choice.add_document(document, note, "history")
