"""What the inspector shows within a user's block: the definition that is edited there."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from explorer.analysis.analyze import Row
from explorer.app.language import say
from explorer.app.panels.block_figures import OPENED, figure_rows, show_block, show_time
from explorer.app.panels.definition_form import DefinitionForm
from explorer.app.panels.explain import FigureList
from explorer.app.panels.problems import ProblemList
from explorer.app.session import Session
from explorer.app.style import mark
from explorer.app.theme import mono_font
from explorer.app.widgets import LineEdit, Swatch, label, tight
from explorer.blocks.description import Role
from explorer.graph.edits import EditError
from explorer.graph.model import DEFINED, BlockDefinition
from explorer.graph.redefine import describe_block, rename_block
from explorer.graph.uses import count_uses

NAME_WIDTH = 72


def used(times: int, text: tuple[str, str, str]) -> str:
    """One of three texts: for no use, one, and several (with their number put in)."""
    return text[min(times, 2)].format(times)


class DefinitionPage(QWidget):
    """Name, help and parameters of the definition, and the figures of the use that was entered."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._block = ""
        self._gesture = 0
        swatch = Swatch(Role.COMPOSITE)
        self._title = label("", "title")
        self._uses = label("", "secondary", wrap=True)
        self._name = LineEdit()
        self._name.setFont(mono_font(12))
        self._name.setAccessibleName(self.tr("Name of the block"))
        self._name.editingFinished.connect(self._rename)
        self._help = LineEdit()
        self._help.setAccessibleName(self.tr("What the block is for"))
        self._help.setPlaceholderText(self.tr("What it is for"))
        self._help.selectionChanged.connect(self._begin)
        self._help.textEdited.connect(self._describe)
        self._wrong = label("", "error", wrap=True)
        self._wrong.hide()
        self.form = DefinitionForm(session)
        self._problems = ProblemList(session, with_path=True)
        self._problems.chosen.connect(session.select)
        self._figures_title = label("", "heading")
        self._figures = FigureList(figure_rows(), OPENED)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 16)
        layout.setSpacing(8)
        head = QHBoxLayout()
        tight(head, 8)
        head.addWidget(swatch)
        head.addWidget(self._title, 1)
        layout.addLayout(head)
        layout.addWidget(self._uses)
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        for row, (text, field) in enumerate(
            ((self.tr("name"), self._name), (self.tr("help"), self._help))
        ):
            title = label(text, "secondary")
            title.setMinimumWidth(NAME_WIDTH)
            title.setBuddy(field)
            grid.addWidget(title, row, 0)
            grid.addWidget(field, row, 1)
        layout.addLayout(grid)
        layout.addWidget(self._wrong)
        layout.addSpacing(4)
        layout.addWidget(self.form)
        layout.addWidget(self._problems)
        layout.addSpacing(4)
        layout.addWidget(self._figures_title)
        layout.addWidget(self._figures)
        layout.addStretch()

    def show_definition(self, definition: BlockDefinition, row: Row | None) -> None:
        """Show a definition; ``row`` is the use that was entered."""
        session = self._session
        self._title.setText(definition.name)
        uses = count_uses(session.document, definition.name)
        self._uses.setText(
            used(
                uses,
                (
                    self.tr("A block of your own, used nowhere."),
                    self.tr("A block of your own, used once."),
                    self.tr(
                        "A block of your own. What you change inside changes all {0} uses of it."
                    ),
                ),
            )
        )
        for field, text in ((self._name, definition.name), (self._help, definition.help)):
            if self._block != definition.name or not field.hasFocus():
                if field.text() != text:
                    field.setText(text)
                    field.setCursorPosition(0)
                self._tell("")
        self._block = definition.name
        self.form.show_definition(definition)
        inside = f"{row.path}." if row is not None else None
        self._problems.set_problems(
            [p for p in session.analysis.problems if inside and p.path.startswith(inside)]
        )
        self._figures.setVisible(row is not None)
        self._figures_title.setVisible(row is not None)
        if row is not None:
            self._figures_title.setText(
                self.tr("FIGURES OF {0}").format(row.path.rpartition(".")[2])
            )
            show_block(self._figures, row, session.analysis, session.batch)
            show_time(self._figures, row.path, session.figures)

    def focus_name(self) -> None:
        self._name.setFocus()
        self._name.selectAll()

    def _begin(self) -> None:
        self._gesture = self._session.new_gesture()

    def _describe(self, text: str) -> None:
        self._session.do(describe_block(self._session.document, self._block, text, self._gesture))

    def _tell(self, why: str) -> None:
        if bool(self._name.property("invalid")) != bool(why):
            mark(self._name, invalid=bool(why))
        self._wrong.setText(why)
        self._wrong.setVisible(bool(why))

    def _rename(self) -> None:
        new = self._name.text().strip()
        if new == self._block:
            return
        try:
            edit = rename_block(self._session.document, self._block, new)
        except EditError as error:
            self._name.setText(self._block)
            self._tell(f"{say(str(error))}.")
            return
        self._session.do(edit)


class OwnBlockNote(QFrame):
    """Says that a block is the user's own, and offers what can be done with it."""

    edit_asked = Signal()
    unique_asked = Signal()
    unpack_asked = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.setProperty("kind", "card")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 8)
        layout.setSpacing(6)
        self._text = label("", "secondary", wrap=True)
        layout.addWidget(self._text)
        self.edit = QPushButton(self.tr("Edit definition"))
        self.edit.setToolTip(self.tr("Go inside: what you change there changes every use"))
        self.edit.clicked.connect(self.edit_asked)
        self.unique = QPushButton(self.tr("Make unique"))
        self.unique.setToolTip(self.tr("Give this one a definition of its own (Ctrl+Shift+U)"))
        self.unique.clicked.connect(self.unique_asked)
        self.unpack = QPushButton(self.tr("Unpack"))
        self.unpack.setToolTip(
            self.tr("Put what it is made of in its place, without a block (Ctrl+Shift+G)")
        )
        self.unpack.clicked.connect(self.unpack_asked)
        buttons = QGridLayout()
        buttons.setSpacing(6)
        buttons.addWidget(self.edit, 0, 0, 1, 2)
        buttons.addWidget(self.unique, 1, 0)
        buttons.addWidget(self.unpack, 1, 1)
        layout.addLayout(buttons)

    def show_for(self, row: Row, editable: bool) -> None:
        name = row.node.type.removeprefix(DEFINED)
        known = row.node.type.startswith(DEFINED) and (
            name in self._session.document.definition_by_name
        )
        self.setVisible(known)
        if not known:
            return
        uses = count_uses(self._session.document, name)
        self._text.setText(
            used(
                uses,
                (
                    "",
                    self.tr("“{0}” is a block of your own, used once.").replace("{0}", name),
                    self.tr("“{1}” is a block of your own, used {0} times.").replace("{1}", name),
                ),
            )
        )
        self.unique.setEnabled(editable and uses > 1)
        self.unpack.setEnabled(editable)
