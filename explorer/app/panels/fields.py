"""The right field for each kind of parameter.

A field says ``submitted`` with a value that the parameter takes, as it is typed, and ``rejected``
with what it takes instead. It never changes anything itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from explorer.app.language import say
from explorer.app.panels.values import TYPED, parse, stepped, text_of
from explorer.app.style import mark
from explorer.app.theme import mono_font, ui_font
from explorer.app.widgets import CalmComboBox, LineEdit, Switch, tight
from explorer.blocks.description import Block, BlockType
from explorer.blocks.parameters import Kind, Parameter, ParameterError
from explorer.blocks.registry import Catalogue
from explorer.graph.values import Value, same_value

Names = Callable[[], Mapping[str, Value]]
"""The parameters that an expression may use, at the time of asking."""


class FieldSignals(QObject):
    """What a field says, whatever widget it is."""

    submitted = Signal(object)
    """A value that the parameter takes."""
    rejected = Signal(str)
    """Why the text is no value; empty as soon as it is one again."""
    begun = Signal()
    """The focus came: what follows is one typing."""


class TypedField(LineEdit):
    """Numbers, pairs, shapes, ``same``, and expressions that begin with ``=``."""

    def __init__(self, parameter: Parameter, names: Names) -> None:
        super().__init__()
        self.parameter = parameter
        self.signals = FieldSignals(self)
        self._names = names
        self._shown: Value = None
        self.setFont(mono_font(12))
        self.setMinimumWidth(60)
        if parameter.optional:
            self.setPlaceholderText(QCoreApplication.translate("Field", "none"))
        self.textEdited.connect(self._typed)

    def show_value(self, value: Value, another: bool = False) -> None:
        """Show the document's value. What is being typed is left as it was typed where it means
        the same, unless the value is another block's."""
        if self.hasFocus() and not another and self._means(value):
            return
        self._shown = value
        text = text_of(self.parameter, value)
        if text != self.text():
            self.setText(text)
        self._judge("")

    def _means(self, value: Value) -> bool:
        try:
            return same_value(parse(self.parameter, self.text(), self._names()), value)
        except ParameterError:
            # not a value yet: the document still has the one from before
            return same_value(self._shown, value)

    def set_read_only(self, read_only: bool) -> None:
        self.setReadOnly(read_only)

    def _typed(self, text: str) -> None:
        try:
            value = parse(self.parameter, text, self._names())
        except ParameterError as error:
            self._judge(say(str(error)))
            return
        self._judge("")
        self._shown = value
        self.signals.submitted.emit(value)

    def _judge(self, why: str) -> None:
        if bool(self.property("invalid")) != bool(why):
            mark(self, invalid=bool(why))
        self.signals.rejected.emit(why)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.signals.begun.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.property("invalid"):
            # what cannot be taken does not stay as if it had been
            self.setText(text_of(self.parameter, self._shown))
            self._judge("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if step is not None and not self.isReadOnly():
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                step *= 10
            text = stepped(self.parameter, self.text(), step)
            if text is not None and text != self.text():
                self.setText(text)
                self._typed(text)
            return
        super().keyPressEvent(event)


class ChosenField(CalmComboBox):
    """One of several values, with a word for each."""

    def __init__(self, parameter: Parameter, values: Sequence[tuple[str, Value]]) -> None:
        super().__init__()
        self.parameter = parameter
        self.signals = FieldSignals(self)
        if parameter.optional:
            self.addItem(QCoreApplication.translate("Field", "none"), None)
        for text, value in values:
            self.addItem(text, value)
        # names of types are words, choices are values
        font = ui_font(12) if parameter.kind is Kind.BLOCK else mono_font(12)
        self.setFont(font)
        self.view().setFont(font)
        self.activated.connect(self._chosen)

    def show_value(self, value: Value, another: bool = False) -> None:
        # findData would compare 0 and False as equal
        for i in range(self.count()):
            if same_value(self.itemData(i), value):
                self.setCurrentIndex(i)
                return
        # a type that is not there any more is shown, so that it can be told and changed
        self.addItem(str(value), value)
        self.setCurrentIndex(self.count() - 1)

    def set_read_only(self, read_only: bool) -> None:
        self.setEnabled(not read_only)

    def _chosen(self, index: int) -> None:
        self.signals.begun.emit()
        self.signals.submitted.emit(self.itemData(index))


class SwitchField(QWidget):
    """Yes or no."""

    def __init__(self, parameter: Parameter) -> None:
        super().__init__()
        self.parameter = parameter
        self.signals = FieldSignals(self)
        self.switch = Switch()
        self.switch.setText("")
        self.setFocusProxy(self.switch)
        layout = QHBoxLayout(self)
        tight(layout)
        layout.addWidget(self.switch)
        layout.addStretch()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(28)
        self.switch.clicked.connect(self._clicked)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.switch.setAccessibleName(name)

    def show_value(self, value: Value, another: bool = False) -> None:
        self.switch.setChecked(bool(value))

    def set_read_only(self, read_only: bool) -> None:
        self.switch.setEnabled(not read_only)

    def _clicked(self, on: bool) -> None:
        self.signals.begun.emit()
        self.signals.submitted.emit(on)


Field = TypedField | ChosenField | SwitchField


def is_typed(parameter: Parameter, value: Value) -> bool:
    """Whether a value is typed, not chosen; an expression is, whatever the kind."""
    return parameter.kind in TYPED or (isinstance(value, str) and value.startswith("="))


def make_field(parameter: Parameter, value: Value, catalogue: Catalogue, names: Names) -> Field:
    """A field for a parameter that has, or is to have, a value."""
    kind = parameter.kind
    if is_typed(parameter, value):
        return TypedField(parameter, names)
    if kind is Kind.CHOICE:
        return ChosenField(parameter, [(c, c) for c in parameter.choices])
    if kind is Kind.BLOCK:
        return ChosenField(parameter, [(say(b.title), b.name) for b in repeatable(catalogue)])
    if parameter.optional:
        words = [
            (QCoreApplication.translate("Field", "yes"), True),
            (QCoreApplication.translate("Field", "no"), False),
        ]
        return ChosenField(parameter, words)
    return SwitchField(parameter)


def repeatable(catalogue: Catalogue) -> list[BlockType]:
    """Types that can stand in a row: one input, one output; blocks first."""
    found = [b for b in catalogue if b.inputs == b.outputs == 1 and b.category != "Ports"]
    return sorted(found, key=lambda b: not isinstance(b, Block))
