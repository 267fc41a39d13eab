"""The inspector: what the current block is, its parameters, its figures, its problems."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from explorer.analysis.analyze import Row
from explorer.analysis.columns import type_title
from explorer.analysis.field_hints import field_hints
from explorer.analysis.home import instances
from explorer.app.language import say
from explorer.app.panels.block_figures import OPENED, figure_rows, show_block, show_time
from explorer.app.panels.definition_page import DefinitionPage, OwnBlockNote
from explorer.app.panels.explain import FigureList
from explorer.app.panels.memory_figures import MemoryFigures
from explorer.app.panels.network_page import NetworkPage
from explorer.app.panels.parameter_form import NAME_WIDTH, ParameterForm
from explorer.app.panels.problems import ProblemList
from explorer.app.session import Session
from explorer.app.style import mark
from explorer.app.theme import mono_font
from explorer.app.widgets import ElidedLabel, LineEdit, Swatch, label, tight
from explorer.graph.edits import EditError, Rename, check_name
from explorer.graph.model import Scope


class BlockPage(QWidget):
    """One block."""

    unpack_asked = Signal()
    problem_chosen = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._path = ""
        self._swatch = Swatch()
        self._title = label("", "title")
        self._where = ElidedLabel("", Qt.TextElideMode.ElideLeft)
        self._where.setFont(mono_font(12))
        mark(self._where, kind="secondary")
        self._name = LineEdit()
        self._name.setFont(mono_font(12))
        self._name.setAccessibleName(self.tr("Name"))
        self._name.setToolTip(
            self.tr("Its name here, and that of its weights. Letters, digits, _ and -.")
        )
        self._name.textEdited.connect(self._check_name)
        self._name.editingFinished.connect(self._rename)
        self._name_error = label(kind="error", wrap=True)
        self._name_error.hide()
        self._note = _ReadOnlyNote()
        self._note.asked.connect(self.unpack_asked)
        self.own = OwnBlockNote(session)
        self._form = ParameterForm(session)
        self._problems = ProblemList(session, with_path=True, unfolded=2)
        self._problems.chosen.connect(self.problem_chosen)
        self._waiting = label(
            self.tr("It has no figures yet: something before it has no shape."),
            "secondary",
            wrap=True,
        )
        self._figures = FigureList(figure_rows(), OPENED)
        self.memory = MemoryFigures(session, whole=False)
        self._build()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 16)
        layout.setSpacing(8)
        head = QHBoxLayout()
        tight(head, 8)
        head.addWidget(self._swatch)
        head.addWidget(self._title)
        head.addWidget(self._where, 1)
        layout.addLayout(head)
        name = QHBoxLayout()
        tight(name, 8)
        title = label(self.tr("name"), "secondary")
        title.setMinimumWidth(NAME_WIDTH)
        title.setBuddy(self._name)
        name.addWidget(title)
        name.addWidget(self._name, 1)
        layout.addLayout(name)
        notes = (self._name_error, self._note, self.own)
        for part in (*notes, self._form, self._problems, self._waiting):
            layout.addWidget(part)
        layout.addSpacing(4)
        layout.addWidget(label(self.tr("FIGURES"), "heading"))
        layout.addWidget(self._figures)
        layout.addSpacing(6)
        layout.addWidget(self.memory)
        layout.addStretch()

    def show_row(self, row: Row) -> None:
        session = self._session
        *scope, _ = row.path.split(".")
        editable = session.editable(tuple(scope))
        try:
            block = session.catalogue.find(row.node.type)
        except ValueError:
            role, help_ = None, self.tr("There is no such type here.")
        else:
            role, help_ = block.role, say(block.help)
        self._swatch.set_role(role)
        self._title.setText(say(type_title(row, session.catalogue)))
        self._title.setToolTip(help_)
        self._where.set_text(row.path)
        if row.path != self._path or not self._name.hasFocus():
            self._name.setText(row.node.name)
            self._tell_name("")
        self._path = row.path
        self._name.setReadOnly(not editable)
        self._note.show_for(self._owner(tuple(scope)) if not editable else "")
        self.own.show_for(row, editable)
        self._form.show_row(row, editable)
        problems = [
            p
            for p in (*session.analysis.problems, *field_hints(session.analysis))
            if p.path == row.path or p.path.startswith(row.path + ".")
        ]
        self._problems.set_problems(problems)
        self._waiting.setVisible(row.result is None and not problems)
        show_block(self._figures, row, session.analysis, session.batch)
        show_time(self._figures, row.path, session.figures)
        self.memory.refresh(row.path)

    def focus_form(self) -> bool:
        """Put the cursor into the first parameter; False where there is none to change."""
        return self._form.focus_first()

    def focus_name(self) -> None:
        self._name.setFocus()
        self._name.selectAll()

    def _owner(self, scope: tuple[str, ...]) -> str:
        """The nearest block around that is the document's own, and can be made editable."""
        for i in range(len(scope)):
            if not self._session.editable(scope[: i + 1]):
                return ".".join(scope[: i + 1])
        return ".".join(scope)

    # -- the name -----------------------------------------------------------------------------

    def _check_name(self, text: str) -> None:
        try:
            check_name(text)
        except EditError as error:
            self._tell_name(say(str(error)))
        else:
            self._tell_name("")

    def _tell_name(self, why: str) -> None:
        if bool(self._name.property("invalid")) != bool(why):
            mark(self._name, invalid=bool(why))
        self._name_error.setText(why)
        self._name_error.setVisible(bool(why))

    def _rename(self) -> None:
        *scope, old = self._path.split(".") if self._path else [""]
        new = self._name.text()
        if new == old or not self._path or self._session.row(self._path) is None:
            return
        path = self._path
        # the old path is gone after the edit, and with it the selection: put it on the new one
        self._path = ".".join((*scope, new))
        if self._session.do(Rename(scope=tuple(scope), old=old, new=new)):
            self._session.select(self._path)
        else:
            self._path = path
            self._name.setText(old)
        self._tell_name("")


class _ReadOnlyNote(QFrame):
    """Says that a built-in block decides, and offers to make it one's own."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 8)
        layout.setSpacing(6)
        self._text = label("", "secondary", wrap=True)
        self._button = QPushButton(self.tr("Make editable"))
        self._button.setToolTip(
            self.tr("Put what the block is made of in its place, so that each part can be changed")
        )
        self._button.clicked.connect(self.asked)
        layout.addWidget(self._text)
        layout.addWidget(self._button, alignment=Qt.AlignmentFlag.AlignLeft)

    def show_for(self, owner: str) -> None:
        self.setVisible(bool(owner))
        if owner:
            self._text.setText(
                self.tr("{0} decides this: change its parameters, or make it editable.").format(
                    owner
                )
            )


class Inspector(QStackedWidget):
    """The current block; where none is selected the whole network, or the definition of the user's
    block that was entered."""

    unpack_asked = Signal()
    problem_chosen = Signal(str)
    left = Signal()
    """Escape: the keys go back to the canvas."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.setProperty("kind", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Inspector"))
        self.block_page = BlockPage(session)
        self.block_page.unpack_asked.connect(self.unpack_asked)
        self.block_page.problem_chosen.connect(self.problem_chosen)
        self.network_page = NetworkPage(session)
        self.definition_page = DefinitionPage(session)
        for page in (self.network_page, self.block_page, self.definition_page):
            self.addWidget(_scrolled(page))
        session.document_changed.connect(self.refresh)
        session.selection_changed.connect(self.refresh)
        session.scope_changed.connect(self.refresh)
        session.batch_changed.connect(self.refresh)
        session.times_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what is selected now."""
        session = self._session
        row, scope = session.current, session.scope
        definition = session.definition(scope)
        if row is not None:
            self.block_page.show_row(row)
            self.setCurrentIndex(1)
        elif definition is not None:
            self.definition_page.show_definition(definition, self._entered(scope))
            self.setCurrentIndex(2)
        else:
            self.network_page.refresh()
            self.setCurrentIndex(0)

    def _entered(self, scope: Scope) -> Row | None:
        """The use of a user's block that was entered."""
        blocks = instances(self._session.analysis, scope)
        last = max((i for i, block in enumerate(blocks) if block is not None), default=-1)
        return self._session.row(".".join(scope[: last + 1])) if last >= 0 else None

    def focus_parameters(self) -> None:
        """Put the cursor into the first parameter of the block, or its name where it has none."""
        if self._session.current is None or not self.block_page.focus_form():
            self.focus_name()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            # what is typed counts, as it does on leaving with the mouse
            self.left.emit()
            return
        super().keyPressEvent(event)

    def focus_name(self) -> None:
        """Put the cursor in the name, for renaming."""
        pages = (self.network_page, self.block_page, self.definition_page)
        pages[self.currentIndex()].focus_name()


def _scrolled(page: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(page)
    page.setAutoFillBackground(False)
    area.viewport().setAutoFillBackground(False)
    return area
