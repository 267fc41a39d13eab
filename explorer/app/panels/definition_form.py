"""The parameters of a user's block: their names, defaults and help; one more, one less."""

from __future__ import annotations

from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from explorer.app.language import say
from explorer.app.session import Session
from explorer.app.style import mark
from explorer.app.theme import mono_font
from explorer.app.widgets import IconButton, LineEdit, clear, label, tight
from explorer.blocks.parameters import show
from explorer.graph.edits import Edit, EditError
from explorer.graph.model import BlockDefinition, ParameterDefinition
from explorer.graph.redefine import (
    add_parameter,
    change_parameter,
    fresh_parameter,
    remove_parameter,
    rename_parameter,
)
from explorer.graph.values import Value

NAME_WIDTH = 124
FIRST_NAME = "width"
FIRST_DEFAULT = 64


def read_default(text: str) -> Value:
    """What a typed default means: a number, yes or no, several numbers, or a word; ValueError
    where it is nothing."""
    text = text.strip()
    if not text or text.startswith("="):
        raise ValueError(text)
    if text.lower() in ("yes", "no", "true", "false"):
        return text.lower() in ("yes", "true")
    parts = [p for p in text.replace("×", ",").strip("()[]").split(",") if p.strip()]
    numbers: list[Value] = []
    for part in parts:
        try:
            numbers.append(int(part.strip()))
        except ValueError:
            try:
                numbers.append(float(part.strip()))
            except ValueError:
                if text.isidentifier():
                    return text
                raise
    if any(n != n or abs(n) > 1e15 for n in numbers if isinstance(n, (int, float))):
        raise ValueError(text)
    return numbers[0] if len(numbers) == 1 else tuple(numbers)


class DefinitionRow(QWidget):
    """One parameter: what it is called, what it usually is, what it is for."""

    removed = Signal(str)
    renamed = Signal(str, str)
    changed = Signal(object)
    """The parameter with another default or help."""
    begun = Signal()

    def __init__(self, parameter: ParameterDefinition) -> None:
        super().__init__()
        self.parameter = parameter
        self.name = self._line(self.tr("Name of the parameter {0}").format(parameter.name))
        self.name.setFixedWidth(NAME_WIDTH)
        self.name.editingFinished.connect(self._rename)
        self.default = self._line(self.tr("Default of {0}").format(parameter.name))
        self.default.setToolTip(
            self.tr(
                "What it is where a use does not say. Expressions use its name: ={0} * 2"
            ).format(parameter.name)
        )
        self.default.textEdited.connect(self._default)
        self.help = LineEdit()
        self.help.setAccessibleName(self.tr("What {0} is for").format(parameter.name))
        self.help.setPlaceholderText(self.tr("What it is for"))
        self.help.textEdited.connect(
            lambda text: self.changed.emit(replace(self.parameter, help=text))
        )
        remove = IconButton(
            "x",
            self.tr("Remove {0}").format(parameter.name),
            self.tr("Remove the parameter: its default stands in its place"),
        )
        remove.clicked.connect(lambda: self.removed.emit(self.parameter.name))
        self._wrong = label("", "error", wrap=True)
        self._wrong.hide()
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 4)
        layout.setHorizontalSpacing(8)
        layout.setVerticalSpacing(4)
        layout.addWidget(self.name, 0, 0)
        layout.addWidget(self.default, 0, 1)
        layout.addWidget(remove, 0, 2)
        layout.addWidget(self.help, 1, 0, 1, 2)
        layout.addWidget(self._wrong, 2, 0, 1, 3)
        layout.setColumnStretch(1, 1)
        for field in (self.name, self.default, self.help):
            field.selectionChanged.connect(self._begin)
        self.show_parameter(parameter)

    def _line(self, name: str) -> LineEdit:
        field = LineEdit()
        field.setFont(mono_font(12))
        field.setAccessibleName(name)
        return field

    def _begin(self) -> None:
        self.begun.emit()

    def show_parameter(self, parameter: ParameterDefinition) -> None:
        """Show the document's state; what is being typed is left alone."""
        self.parameter = parameter
        default = parameter.default
        text = ", ".join(map(show, default)) if isinstance(default, tuple) else show(default)
        for field, value in (
            (self.name, parameter.name),
            (self.default, repr(default) if type(default) is float else text),
            (self.help, parameter.help),
        ):
            if not field.hasFocus() and field.text() != value:
                field.setText(value)
                field.setCursorPosition(0)

    def tell(self, field: LineEdit | None, why: str) -> None:
        """Say what is wrong with a field; nothing, with none."""
        for one in (self.name, self.default):
            mark(one, invalid=one is field)
        self._wrong.setText(why)
        self._wrong.setVisible(bool(why))

    def _rename(self) -> None:
        if self.name.text() != self.parameter.name:
            self.renamed.emit(self.parameter.name, self.name.text().strip())

    def _default(self, text: str) -> None:
        try:
            value = read_default(text)
        except ValueError:
            self.tell(self.default, self.tr("A number, yes or no, or several: 64, 128"))
            return
        self.tell(None, "")
        self.changed.emit(replace(self.parameter, default=value))


class DefinitionForm(QWidget):
    """All parameters of the definition that is edited."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._block = ""
        self._gesture = 0
        self.rows: dict[str, DefinitionRow] = {}
        self._layout = QVBoxLayout(self)
        tight(self._layout, 6)
        self._lines = QVBoxLayout()
        tight(self._lines, 6)
        self._hint = label(
            self.tr(
                "Write expressions over them in the blocks inside, such as ={0} * 2. A right click "
                "on a value inside makes it a parameter."
            ).format(FIRST_NAME),
            "secondary",
            wrap=True,
        )
        self.add = QPushButton(self.tr("Add a parameter"))
        self.add.clicked.connect(self._add)
        self._layout.addWidget(label(self.tr("PARAMETERS OF THE BLOCK"), "heading"))
        self._layout.addLayout(self._lines)
        self._layout.addWidget(self._hint)
        self._layout.addWidget(self.add)

    def show_definition(self, definition: BlockDefinition) -> None:
        names = [p.name for p in definition.parameters]
        if self._block != definition.name or names != list(self.rows):
            self._build(definition)
        self._block = definition.name
        for p in definition.parameters:
            self.rows[p.name].show_parameter(p)

    def _build(self, definition: BlockDefinition) -> None:
        clear(self._lines)
        self.rows = {}
        for p in definition.parameters:
            row = DefinitionRow(p)
            row.begun.connect(self._begin)
            row.removed.connect(self._remove)
            row.renamed.connect(self._rename)
            row.changed.connect(partial(self._change, p.name))
            self.rows[p.name] = row
            self._lines.addWidget(row)

    def _begin(self) -> None:
        self._gesture = self._session.new_gesture()

    def _do(self, edit: Edit) -> bool:
        return self._session.do(edit)

    def _add(self) -> None:
        definition = self._session.document.definition_by_name[self._block]
        name = fresh_parameter(definition, FIRST_NAME)
        parameter = ParameterDefinition(name, FIRST_DEFAULT)
        if self._do(add_parameter(self._session.document, self._block, parameter)):
            row = self.rows[name]
            row.name.setFocus()
            row.name.selectAll()

    def _remove(self, name: str) -> None:
        self._do(remove_parameter(self._session.document, self._block, name))

    def _rename(self, old: str, new: str) -> None:
        row = self.rows[old]
        try:
            edit = rename_parameter(self._session.document, self._block, old, new)
        except EditError as error:
            # the old name stays; why is said beneath
            row.name.setText(old)
            row.tell(None, f"{say(str(error))}.")
            return
        self._do(edit)

    def _change(self, name: str, parameter: ParameterDefinition) -> None:
        document = self._session.document
        self._do(change_parameter(document, self._block, name, parameter, self._gesture))
