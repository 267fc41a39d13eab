"""The parameters of the whole network, from which those of its blocks follow."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from explorer.app.panels.fields import Field, SwitchField, TypedField
from explorer.app.panels.parameter_form import ParameterRow
from explorer.app.session import Session
from explorer.app.widgets import clear, label, tight
from explorer.blocks.parameters import MAX_SIZE, Kind, Parameter
from explorer.graph.edits import SetDocumentParameter
from explorer.graph.model import ParameterDefinition
from explorer.graph.values import Value


class NetworkForm(QWidget):
    """A field for each parameter of the document; nothing where it has none."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._rows: dict[str, ParameterRow] = {}
        self._gesture = 0
        self._layout = QVBoxLayout(self)
        tight(self._layout, 6)

    def refresh(self) -> None:
        """Show the document's parameters; fields that are there are kept, with their focus."""
        # lists are tables of the network's family: to be seen in the file, not typed here
        shown = [p for p in self._session.document.parameters if not isinstance(p.default, tuple)]
        kinds = {p.name: _kind(p.default) for p in shown}
        another = kinds != {name: row.parameter.kind for name, row in self._rows.items()}
        if another:
            self._build(shown)
        for p in shown:
            self._rows[p.name].show_value(p.default, p.default, another)
        self.setVisible(bool(shown))

    def field(self, name: str) -> Field | None:
        """The field of a parameter, if there is one."""
        row = self._rows.get(name)
        return row.field if row else None

    def _build(self, shown: list[ParameterDefinition]) -> None:
        clear(self._layout)
        self._rows = {}
        self._begin()
        self._layout.addWidget(label(self.tr("PARAMETERS OF THE NETWORK"), "heading"))
        for p in shown:
            kind = _kind(p.default)
            parameter = Parameter(p.name, kind, p.default, p.help, 0, MAX_SIZE)
            if kind is Kind.BOOL:
                parameter = parameter._replace(minimum=None, maximum=None)
                field: Field = SwitchField(parameter)
            else:
                field = TypedField(parameter, dict)
            row = ParameterRow(parameter, field, removable=False)
            field.signals.begun.connect(self._begin)
            field.signals.submitted.connect(partial(self._submit, p.name))
            row.reset.connect(self._back)
            self._rows[p.name] = row
            self._layout.addWidget(row)

    def _begin(self) -> None:
        self._gesture = self._session.new_gesture()

    def _submit(self, name: str, value: Value) -> None:
        self._session.do(SetDocumentParameter(name=name, value=value, gesture=self._gesture))

    def _back(self, name: str) -> None:
        """To the value that it had when the network was opened."""
        default = self._rows[name].parameter.default
        self._session.do(SetDocumentParameter(name=name, value=default))


def _kind(value: Value) -> Kind:
    if isinstance(value, bool):
        return Kind.BOOL
    return Kind.FLOAT if isinstance(value, float) else Kind.INT
