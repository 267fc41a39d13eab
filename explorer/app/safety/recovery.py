"""Unsaved work of a program that did not end as it should: offered once, kept until discarded."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from explorer.app.files import Files
from explorer.app.language import say
from explorer.app.panels.banner import Banner
from explorer.app.safety import journal
from explorer.app.safety.autosave import Autosave
from explorer.app.safety.differences import DifferencesDialog
from explorer.app.safety.journal import Unsaved
from explorer.app.session import Session
from explorer.app.widgets import clear, label
from explorer.graph import files
from explorer.graph.edits import SetDocument
from explorer.graph.files import FileError
from explorer.graph.model import Document


class Recovery(QObject):
    """What is known of unsaved work, and the ways to deal with it."""

    changed = Signal()

    def __init__(
        self, session: Session, files_: Files, autosave: Autosave, bar: Banner, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session, self._files, self._autosave = session, files_, autosave
        self._bar, self._window = bar, window
        self.found: list[Unsaved] = []
        self.damaged: list[tuple[Path, str]] = []
        """Journals that cannot be read, and why."""
        self.look()

    def look(self) -> None:
        """See what is there."""
        self.found, self.damaged = [], []
        for file in journal.abandoned(self._autosave.folder):
            try:
                self.found.append(journal.read(file))
            except FileError as error:
                self.damaged.append((file, say(str(error))))
        self.changed.emit()

    @property
    def any(self) -> bool:
        return bool(self.found or self.damaged)

    def offer(self) -> None:
        """Tell of work that nobody was told of yet."""
        new = [u for u in self.found if not journal.was_offered(u.file)]
        bad = [file for file, _ in self.damaged if not journal.was_offered(file)]
        if len(new) == 1 and not bad:
            one = new[0]
            self._bar.ask(
                self.tr("Unsaved work of {0}").format(f"{one.name}, {said(one, self)}"),
                [
                    (self.tr("Recover"), lambda: self.recover(one)),
                    (self.tr("Show differences"), lambda: self.compare(one, again=True)),
                    (self.tr("Discard"), lambda: self.discard(one.file)),
                ],
            )
        elif new or bad:
            self._bar.ask(
                self.tr("Unsaved work of {0} networks was found").format(len(new) + len(bad)),
                [(self.tr("Look at it…"), self.show)],
            )

    def recover(self, one: Unsaved) -> bool:
        """Open the work as changes not saved yet to the file that it came from. The journal goes
        once that of this window holds the same."""
        if not self._files.may_leave():
            self.offer()
            return False
        bring_back(self._session, one.document, one.path, self.tr("Recover"))
        if self._autosave.flush():
            journal.discard(one.file)
        self.look()
        return True

    def discard(self, file: Path) -> None:
        journal.discard(file)
        self.look()

    def compare(self, one: Unsaved, again: bool = False) -> QDialog:
        """Show what the work changed: against its file, or where there is none, what is open."""
        base = held(one.path)
        before = (
            (self.tr("In the file"), base)
            if base is not None
            else (self.tr("Open here"), self._session.document)
        )
        dialog = DifferencesDialog(before, (self.tr("Unsaved"), one.document), self._window)
        if again:
            dialog.finished.connect(self.offer)
        dialog.open()
        return dialog

    def show(self) -> RecoveryDialog:
        """All there is, in a list."""
        self.look()
        dialog = RecoveryDialog(self, self._window)
        dialog.open()
        return dialog

    def close(self) -> None:
        """The program ends as it should: who was asked, and did not answer, is not asked again.
        The work stays, in the File menu."""
        for file in [u.file for u in self.found] + [f for f, _ in self.damaged]:
            journal.mark_offered(file)


def held(path: Path | None) -> Document | None:
    """What a file holds now; None where there is none that can be read."""
    try:
        return files.load(path) if path is not None else None
    except FileError:
        return None


def bring_back(session: Session, document: Document, path: Path | None, what: str) -> None:
    """Open a document as changes to its file that are not saved yet, one step that can be undone;
    where that file cannot be read, as one that is in none."""
    base = held(path)
    if base is not None:
        session.replace(base, path)
        session.do(SetDocument(document=document, what=what))
    else:
        session.replace(document)
    if not session.changed:
        session.mark_unsaved()


def said(one: Unsaved, on: QObject) -> str:
    """``14:05, 12 edits``."""
    when = datetime.fromtimestamp(one.time)
    day = "" if when.date() == date.today() else f"{when:%Y-%m-%d} "
    edits = on.tr("1 edit") if one.edits == 1 else on.tr("{0} edits").format(one.edits)
    return f"{day}{when:%H:%M}, {edits}"


class RecoveryDialog(QDialog):
    """Every piece of unsaved work, with what can be done about it."""

    def __init__(self, recovery: Recovery, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Unsaved work"))
        self.setMinimumWidth(620)
        self._recovery = recovery
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        words = self.tr(
            "The program ended before this was saved. It stays here until it is recovered or "
            "discarded."
        )
        layout.addWidget(label(words, "secondary", wrap=True))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        layout.addLayout(self._rows)
        layout.addStretch()
        buttons = QDialogButtonBox()
        buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        recovery.changed.connect(self._fill)
        self._fill()

    def _fill(self) -> None:
        clear(self._rows)
        if not self._recovery.any:
            self._rows.addWidget(label(self.tr("Nothing is unsaved.")))
        for one in self._recovery.found:
            what = str(one.path) if one.path is not None else self.tr("Never saved")
            self._add(
                one.name,
                f"{said(one, self)} · {what}",
                one.file,
                (
                    (self.tr("Recover"), lambda one=one: self._recover(one)),
                    (self.tr("Differences…"), lambda one=one: self._recovery.compare(one)),
                ),
            )
        for file, why in self._recovery.damaged:
            self._add(self.tr("Cannot be read"), why, file, ())

    def _add(self, title: str, more: str, file: Path, ways: tuple[tuple[str, object], ...]) -> None:
        card = QFrame()
        card.setProperty("kind", "card")
        row = QHBoxLayout(card)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(title))
        words.addWidget(label(more, "secondary", wrap=True))
        row.addLayout(words, 1)
        for name, do in (*ways, (self.tr("Discard"), lambda: self._recovery.discard(file))):
            button = QPushButton(name)
            button.setAccessibleName(f"{name}: {title}")
            button.setAutoDefault(False)
            button.clicked.connect(do)
            row.addWidget(button)
        self._rows.addWidget(card)

    def _recover(self, one: Unsaved) -> None:
        self.accept()
        self._recovery.recover(one)
