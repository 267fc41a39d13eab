"""What the inspector shows with nothing selected: the network as a whole."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from msgspec.structs import replace
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from explorer.analysis import explain as e
from explorer.analysis.field_hints import field_hints
from explorer.app.language import say
from explorer.app.panels.block_figures import figure_rows, show_network, show_time
from explorer.app.panels.explain import FigureList
from explorer.app.panels.memory_figures import MemoryFigures
from explorer.app.panels.network_form import NetworkForm
from explorer.app.panels.notes import Notes
from explorer.app.panels.problems import ProblemList
from explorer.app.session import Session
from explorer.app.style import mark
from explorer.app.theme import mono_font
from explorer.app.widgets import LineEdit, label
from explorer.graph.edits import EditError, SetAbout, check_name
from explorer.graph.model import About

MAX_BATCH = 1_000_000
NAME_WIDTH = 72


class NetworkPage(QWidget):
    """Name, where it comes from, batch size and totals."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._title = label("", "title", wrap=True)
        self._idea = label("", "secondary", wrap=True)
        self._below: dict[LineEdit, QLabel] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        about: list[tuple[str, str, str]] = [
            ("title", self.tr("title"), self.tr("As people call it, such as ResNet-18.")),
            ("idea", self.tr("idea"), self.tr("What is new about it, in a sentence.")),
            ("source", self.tr("source"), self.tr("The paper or book it comes from.")),
            ("year", self.tr("year"), self.tr("When it was published.")),
        ]
        self._name = self._line(self.tr("name"), self.tr("The name of the network and its file."))
        self._name.setFont(mono_font(12))
        self._name.editingFinished.connect(self._rename)
        self._about: dict[str, LineEdit] = {}
        for key, title, tip in about:
            field = self._line(title, tip)
            field.editingFinished.connect(partial(self._describe, key))
            self._about[key] = field
        self._batch = self._line(
            self.tr("batch size"),
            self.tr("How many samples memory is shown for. It does not change the network."),
        )
        self._batch.setFont(mono_font(12))
        self._batch.textEdited.connect(self._set_batch)
        self.form = NetworkForm(session)
        self._problems = ProblemList(session, with_path=True, unfolded=0)
        self._problems.chosen.connect(session.select)
        self._figures = FigureList([row for row in figure_rows() if row[0] != e.STEP])
        self.memory = MemoryFigures(session, whole=True)
        self.notes = Notes(session)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addWidget(self._idea)
        layout.addLayout(self._grid)
        layout.addWidget(self.form)
        layout.addWidget(self._problems)
        layout.addSpacing(4)
        layout.addWidget(label(self.tr("THE WHOLE NETWORK"), "heading"))
        layout.addWidget(self._figures)
        layout.addSpacing(6)
        layout.addWidget(self.memory)
        layout.addSpacing(6)
        layout.addWidget(self.notes)
        layout.addStretch()

    def _line(self, title: str, tip: str) -> LineEdit:
        field = LineEdit()
        field.setAccessibleName(title)
        field.setToolTip(tip)
        field.setAccessibleDescription(tip)
        name = label(title, "secondary")
        name.setMinimumWidth(NAME_WIDTH)
        name.setBuddy(field)
        row = self._grid.rowCount()
        self._grid.addWidget(name, row, 0)
        self._grid.addWidget(field, row, 1)
        below = label("", "error", wrap=True)
        below.hide()
        self._grid.addWidget(below, row + 1, 1)
        self._below[field] = below
        return field

    def refresh(self) -> None:
        """Show the document as it is now."""
        document, about = self._session.document, self._session.document.about
        self._title.setText(say(about.title) or document.name)
        self._idea.setText(say(about.idea))
        self._idea.setVisible(bool(about.idea))
        self._fill(self._name, document.name)
        for key, field in self._about.items():
            value = getattr(about, key)
            self._fill(field, "" if value is None else str(value))
        self._fill(self._batch, str(self._session.batch))
        self.form.refresh()
        analysis = self._session.analysis
        self._problems.set_problems((*analysis.problems, *field_hints(analysis)))
        show_network(self._figures, analysis, self._session.batch)
        show_time(self._figures, "", self._session.figures)
        self.memory.refresh()
        self.notes.refresh()

    def focus_name(self) -> None:
        self._name.setFocus()
        self._name.selectAll()

    def _fill(self, field: LineEdit, text: str) -> None:
        if not field.hasFocus() or not field.isModified():
            if field.text() != text:
                field.setText(text)
                field.setCursorPosition(0)
            self._judge(field, "")

    def _judge(self, field: LineEdit, why: str) -> None:
        if bool(field.property("invalid")) != bool(why):
            mark(field, invalid=bool(why))
        self._below[field].setText(why)
        self._below[field].setVisible(bool(why))

    def _finish(self, field: LineEdit, edit: Callable[[], SetAbout]) -> None:
        """Submit what was typed, once."""
        if not field.isModified():
            return
        field.setModified(False)
        self._session.do(edit())

    def _rename(self) -> None:
        text = self._name.text()
        try:
            check_name(text)
        except EditError as error:
            self._judge(self._name, say(str(error)))
            return
        self._judge(self._name, "")
        self._finish(self._name, lambda: SetAbout(name=text))

    def _describe(self, key: str) -> None:
        field = self._about[key]
        about, text = self._session.document.about, field.text().strip()
        if key == "year":
            if text and not (text.isascii() and text.isdigit() and len(text) <= 4):
                self._judge(field, self.tr("A year such as 2015, or nothing."))
                return
            self._judge(field, "")
            year = int(text) if text else None
            self._finish(field, lambda: SetAbout(about=replace(about, year=year)))
        else:
            new: About = replace(about, **{key: text})
            self._finish(field, lambda: SetAbout(about=new))

    def _set_batch(self, text: str) -> None:
        if text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= MAX_BATCH:
            self._judge(self._batch, "")
            self._batch.setModified(False)
            self._session.set_batch(int(text))
        else:
            self._judge(self._batch, self.tr("A whole number from 1 to 1 000 000."))
