"""The parameters of one block, typed or chosen, applied as they are typed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from explorer.analysis.analyze import Row
from explorer.app.language import say
from explorer.app.panels.fields import Field, TypedField, is_typed, make_field
from explorer.app.session import Session
from explorer.app.style import mark
from explorer.app.widgets import IconButton, clear, label, tight
from explorer.blocks.parameters import Kind, Parameter, show
from explorer.blocks.repeat import FIRST
from explorer.graph.edits import Batch, SetParameter
from explorer.graph.model import ParameterDefinition
from explorer.graph.redefine import add_parameter, fresh_parameter
from explorer.graph.values import Value

NAME_WIDTH = 124
"""Room for the longest name, count_include_pad."""


class ParameterRow(QWidget):
    """A name, its field, and beneath it what is wrong or what an expression comes to."""

    reset = Signal(str)
    promoted = Signal(str)
    """Its value is to be a parameter of the user's block around."""

    block = ""
    """The user's block that it may become a parameter of; empty for none."""

    def __init__(self, parameter: Parameter, field: Field, removable: bool) -> None:
        super().__init__()
        self.parameter = parameter
        self.field = field
        name = label(parameter.name.removeprefix(FIRST), "secondary", mono=12)
        name.setFixedWidth(NAME_WIDTH)
        name.setBuddy(field)
        tip = f"{say(parameter.help)}\n{self.tr('Takes {0}.').format(say(parameter.takes))}"
        if parameter.default is not None:
            tip += "\n" + self.tr("Usually {0}.").format(show(parameter.default))
        self.setToolTip(tip)
        field.setToolTip(tip)
        field.setAccessibleName(parameter.name)
        field.setAccessibleDescription(tip)
        self._below = label(kind="error", wrap=True)
        self._below.hide()
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(8)
        layout.setVerticalSpacing(2)
        layout.addWidget(name, 0, 0)
        layout.addWidget(field, 0, 1)
        layout.addWidget(self._below, 1, 1)
        layout.setColumnStretch(1, 1)
        if removable:
            remove = IconButton(
                "x",
                self.tr("Remove {0}").format(parameter.name),
                self.tr("Make the first block like the others"),
            )
            remove.clicked.connect(partial(self.reset.emit, parameter.name))
            layout.addWidget(remove, 0, 2)
        field.signals.rejected.connect(self._say)

    def _say(self, why: str) -> None:
        self._tell(why, "error")

    def show_value(self, value: Value, effective: Value, another: bool) -> None:
        """Show the document's value and, for an expression, what it comes to. ``another`` says
        that it is another block's."""
        self.field.show_value(value, another)
        if isinstance(value, str) and value.startswith("="):
            self._tell(f"= {show(effective)}", "secondary")
        elif self._below.property("kind") == "secondary":
            self._tell("", "error")

    def _tell(self, text: str, kind: str) -> None:
        if self._below.property("kind") != kind:
            mark(self._below, kind=kind)
        self._below.setText(text)
        self._below.setVisible(bool(text))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        back = QAction(self.tr("Back to the usual, {0}").format(show(self.parameter.default)), menu)
        back.triggered.connect(partial(self.reset.emit, self.parameter.name))
        menu.addAction(back)
        if self.block:
            up = QAction(self.tr("Make it a parameter of {0}").format(self.block), menu)
            up.triggered.connect(partial(self.promoted.emit, self.parameter.name))
            menu.addAction(up)
        menu.exec(event.globalPos())
        menu.deleteLater()


def can_become(value: Value) -> bool:
    """Whether a value can be the default of a parameter: not none, and no expression."""
    return value is not None and not (isinstance(value, str) and value.startswith("="))


class ParameterForm(QWidget):
    """All parameters of a row; a stage shows those of its first instance apart."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._row: Row | None = None
        self._gesture = 0
        self._catalogue = session.catalogue
        self._rows: dict[str, ParameterRow] = {}
        self._layout = QVBoxLayout(self)
        tight(self._layout, 6)

    def show_row(self, row: Row, editable: bool) -> None:
        """Show a row's parameters; fields that are there already are kept, with their focus."""
        parameters = self._shown(row)
        another = self._row is None or self._row.path != row.path
        built = self._built_for(row, parameters)
        self._row = row
        if not built:
            self._build(row, parameters)
        given = row.node.params
        effective = row.result.settings if row.result is not None else given
        definition = self._session.definition(tuple(row.path.split(".")[:-1])) if editable else None
        around = definition.name if definition is not None else ""
        for name, line in self._rows.items():
            value = given.get(name, line.parameter.default)
            line.show_value(value, effective.get(name, value), another)
            line.field.set_read_only(not editable)
            line.block = around if can_become(value) else ""
        for button in self.findChildren(QPushButton):
            button.setEnabled(editable)

    def field(self, name: str) -> Field | None:
        """The field of a parameter, if it is shown."""
        line = self._rows.get(name)
        return line.field if line else None

    def focus_first(self) -> bool:
        """Put the cursor into the first field; False where there is none that can be changed."""
        for line in self._rows.values():
            field = line.field
            if field.isEnabled() and not (isinstance(field, TypedField) and field.isReadOnly()):
                field.setFocus(Qt.FocusReason.ShortcutFocusReason)
                if isinstance(field, TypedField):
                    field.selectAll()
                return True
        return False

    def _shown(self, row: Row) -> tuple[Parameter, ...]:
        """Parameters of the first instance are shown only where they are set."""
        try:
            parameters = self._session.catalogue.parameters(row.node)
        except ValueError:
            return ()
        given = row.node.params
        return tuple(p for p in parameters if not p.name.startswith(FIRST) or p.name in given)

    def _built_for(self, row: Row, parameters: tuple[Parameter, ...]) -> bool:
        old = self._row
        if old is None or old.node.type != row.node.type:
            return False
        if self._catalogue is not self._session.catalogue:
            # there are other blocks to choose from
            return False
        if tuple(line.parameter for line in self._rows.values()) != parameters:
            return False
        given = row.node.params
        return all(
            isinstance(line.field, TypedField)
            == is_typed(line.parameter, given.get(name, line.parameter.default))
            for name, line in self._rows.items()
        )

    def _make_field(self, parameter: Parameter, row: Row) -> Field:
        value = row.node.params.get(parameter.name, parameter.default)
        return make_field(parameter, value, self._session.catalogue, self._names)

    def _names(self) -> dict[str, Value]:
        scope = self._row.path.split(".")[:-1] if self._row is not None else ()
        return dict(self._session.names(tuple(scope)))

    def _build(self, row: Row, parameters: tuple[Parameter, ...]) -> None:
        self._catalogue = self._session.catalogue
        focused = next((n for n, line in self._rows.items() if line.field.hasFocus()), "")
        clear(self._layout)
        self._rows = {}
        heading = False
        for parameter in parameters:
            first = parameter.name.startswith(FIRST)
            if first and not heading:
                heading = True
                self._layout.addWidget(label(self.tr("FIRST BLOCK DIFFERS IN"), "heading"))
            line = ParameterRow(parameter, self._make_field(parameter, row), removable=first)
            line.field.signals.begun.connect(self._begin)
            line.field.signals.submitted.connect(partial(self._submit, parameter))
            line.reset.connect(self._reset)
            line.promoted.connect(self._promote)
            self._rows[parameter.name] = line
            self._layout.addWidget(line)
        self._add_menu(row, heading)
        if focused in self._rows:
            self._rows[focused].field.setFocus()

    def _add_menu(self, row: Row, heading: bool) -> None:
        """A button to set one more parameter of a stage's first instance."""
        try:
            parameters = self._session.catalogue.parameters(row.node)
        except ValueError:
            return
        left = [p for p in parameters if p.name.startswith(FIRST) and p.name not in row.node.params]
        if not left:
            return
        button = QPushButton(self.tr("Another…") if heading else self.tr("First block differs in…"))
        button.setProperty("kind", "link")
        menu = QMenu(button)
        for parameter in left:
            action = menu.addAction(parameter.name.removeprefix(FIRST))
            action.setToolTip(say(parameter.help))
            action.triggered.connect(partial(self._differ, parameter))
        button.setMenu(menu)
        self._layout.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)

    # -- edits ------------------------------------------------------------------------------

    def _begin(self) -> None:
        self._gesture = self._session.new_gesture()

    def _submit(self, parameter: Parameter, value: Value) -> None:
        if parameter.kind is Kind.BLOCK:
            self._change_block(parameter, value)
        else:
            self._set(parameter.name, value, gesture=self._gesture)

    def _set(self, name: str, value: Value, unset: bool = False, gesture: int = 0) -> None:
        if self._row is not None:
            *scope, block = self._row.path.split(".")
            self._session.do(
                SetParameter(
                    scope=tuple(scope),
                    name=block,
                    parameter=name,
                    value=value,
                    unset=unset,
                    gesture=gesture,
                )
            )

    def _reset(self, name: str) -> None:
        self._set(name, None, unset=True)

    def _promote(self, name: str) -> None:
        """Make a value a parameter of the user's block around, and use that here."""
        line = self._rows.get(name)
        if self._row is None or line is None or not line.block:
            return
        *scope, block = self._row.path.split(".")
        value = self._row.node.params.get(name, line.parameter.default)
        document = self._session.document
        definition = document.definition_by_name[line.block]
        new = fresh_parameter(definition, name.removeprefix(FIRST))
        parameter = ParameterDefinition(new, value, line.parameter.help)
        self._session.do(
            Batch(
                edits=(
                    add_parameter(document, line.block, parameter),
                    SetParameter(scope=tuple(scope), name=block, parameter=name, value=f"={new}"),
                ),
                what=self.tr("Make {0} a parameter of {1}").format(new, line.block),
            )
        )

    def _differ(self, parameter: Parameter) -> None:
        """Give the first instance a value of its own, to begin with the others'."""
        if self._row is None:
            return
        common = parameter.name.removeprefix(FIRST)
        known = {p.name: p.default for p in self._session.catalogue.parameters(self._row.node)}
        self._set(parameter.name, self._row.node.params.get(common, known.get(common)))
        if (line := self._rows.get(parameter.name)) is not None:
            line.field.setFocus()

    def _change_block(self, parameter: Parameter, value: Value) -> None:
        """Repeat another block: parameters that it does not have go, in the same step."""
        if self._row is None:
            return
        node = self._row.node
        *scope, block = self._row.path.split(".")
        catalogue = self._session.catalogue
        new = node.with_params(node.params.with_value(parameter.name, value))
        known = {p.name for p in catalogue.parameters(new)}
        edits = [
            SetParameter(scope=tuple(scope), name=block, parameter=parameter.name, value=value)
        ]
        edits += [
            SetParameter(scope=tuple(scope), name=block, parameter=name, unset=True)
            for name in node.params
            if name not in known
        ]
        self._session.do(
            Batch(edits=tuple(edits), what=self.tr("Change {0} of {1}").format("block", block))
        )
