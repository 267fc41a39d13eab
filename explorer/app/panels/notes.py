"""What papers and lecture notes print about the network, and why it differs from what is here."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from explorer.analysis.explain import Explanation
from explorer.app.language import say
from explorer.app.panels.explain import ExplainBox
from explorer.app.session import Session
from explorer.app.widgets import ElidedLabel, clear, label, tight
from explorer.lessons import Note, notes_of


class NoteRow(QWidget):
    """What is printed and what is true, one below the other; open it to see the arithmetic."""

    def __init__(self, note: Note) -> None:
        super().__init__()
        self.note = note
        slip = note.kind == "slip"
        self.button = QPushButton()
        self.button.setCheckable(True)
        self.button.setProperty("kind", "figure")
        self.button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.button.setFixedHeight(46)
        printed = self.tr("{0}: {1}").format(say(note.who), say(note.printed))
        true = (self.tr("in truth {0}") if slip else self.tr("that is {0}")).format(say(note.true))
        self.button.setAccessibleName(f"{printed}; {true}")
        self.button.setAccessibleDescription(say(note.why))
        self.button.setToolTip(say(note.why))
        first, second = ElidedLabel(printed), label(true, mono=12)
        first.setProperty("kind", "secondary")
        inner = QVBoxLayout(self.button)
        inner.setContentsMargins(2, 3, 2, 3)
        inner.setSpacing(0)
        for part in (first, second):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            inner.addWidget(part)
        self.box = ExplainBox()
        self.box.set_explanations((Explanation("", note.why), *note.lines))
        self.box.hide()
        self.button.toggled.connect(self.box.setVisible)
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addWidget(self.button)
        layout.addWidget(self.box)


class Notes(QWidget):
    """The notes on a network of the zoo; nothing for any other."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._shown: tuple[Note, ...] = ()
        self.rows: list[NoteRow] = []
        self._list = QVBoxLayout()
        tight(self._list)
        layout = QVBoxLayout(self)
        tight(layout, 4)
        layout.addWidget(label(self.tr("PRINTED ELSEWHERE"), "heading"))
        layout.addLayout(self._list)
        self.hide()

    def refresh(self) -> None:
        """Show what there is to say about the document as it is now."""
        found = notes_of(self._session.document)
        if found != self._shown:
            self._shown = found
            clear(self._list)
            self.rows = [NoteRow(note) for note in found]
            for row in self.rows:
                self._list.addWidget(row)
        self.setVisible(bool(found))
