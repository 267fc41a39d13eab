"""A figure, and the box beneath it that says how it comes about."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from explorer.analysis.explain import Explanation
from explorer.app.format import THIN, whole
from explorer.app.language import say
from explorer.app.widgets import ElidedLabel, clear, label, tight


def with_result(explanation: Explanation) -> str:
    """``3·3·64·128 = 73 728``, thousands parted."""
    if explanation.value is None:
        return ""
    value = whole(explanation.value)
    if explanation.numbers == str(explanation.value):
        return value
    return f"{explanation.numbers} = {value}"


class ExplainBox(QFrame):
    """The formula, and under it the same with the numbers put in."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(10, 8, 10, 8)
        self._layout.setSpacing(2)
        self._shown: tuple[Explanation, ...] = ()
        self._kinds: list[bool] = []
        self._lines: list[QLabel] = []

    def set_explanations(self, explanations: Sequence[Explanation]) -> None:
        """Show other explanations; labels are used again, as this happens at every keystroke."""
        if self._shown == (shown := tuple(explanations)):
            return
        self._shown = shown
        lines: list[tuple[str, bool]] = []
        for explanation in explanations:
            text = with_result(explanation)
            if text and explanation.numbers == str(explanation.value):
                # nothing to compute: one line says both
                lines.append((f"{say(explanation.formula)} = {text}", False))
            else:
                lines.append((say(explanation.formula), False))
                if text:
                    lines.append((text, True))
        kinds = [numbers for _, numbers in lines]
        if kinds != self._kinds:
            self._kinds = kinds
            clear(self._layout)
            self._lines = [self._line(numbers) for numbers in kinds]
        for widget, (text, _) in zip(self._lines, lines, strict=True):
            widget.setText(_breakable(text))

    def _line(self, numbers: bool) -> QLabel:
        found = label(mono=12, wrap=True) if numbers else label("", "secondary", wrap=True)
        if numbers:
            found.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._layout.addWidget(found)
        return found

    def text(self) -> str:
        """All of it, for screen readers and for tests."""
        return "\n".join(f"{say(e.formula)}: {with_result(e)}" for e in self._shown)


def _breakable(text: str) -> str:
    """A line may break after a sign, never within a number."""
    return text.replace("·", "·\u200b").replace("/", "/\u200b")


class FigureRow(QWidget):
    """One figure: its name, its value, its share of the whole; open it to see why."""

    toggled = Signal(str, bool)

    def __init__(self, key: str, name: str, tip: str) -> None:
        super().__init__()
        self.key = key
        self._title = name
        self.button = QPushButton()
        self.button.setCheckable(True)
        self.button.setProperty("kind", "figure")
        self.button.setToolTip(tip)
        self.button.setAccessibleDescription(tip)
        self.button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.button.setFixedHeight(28)
        self._name = ElidedLabel(name)
        self._name.setProperty("kind", "secondary")
        self._value = label(mono=12)
        self._share = label("", "secondary", mono=11)
        inner = QHBoxLayout(self.button)
        inner.setContentsMargins(2, 0, 2, 0)
        inner.setSpacing(6)
        for part in (self._name, self._value, self._share):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        inner.addWidget(self._name, 1)
        inner.addWidget(self._value)
        inner.addWidget(self._share)
        self.box = ExplainBox()
        self.box.hide()
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addWidget(self.button)
        layout.addWidget(self.box)
        self.button.toggled.connect(self._toggle)

    def show_figure(
        self, value: str, share: str = "", explanations: Sequence[Explanation] = ()
    ) -> None:
        self._value.setText(value)
        self._share.setText(share)
        self._share.setVisible(bool(share))
        self.box.set_explanations(explanations)
        self.box.setVisible(self.button.isChecked() and bool(explanations))
        spoken = f"{self._title}: {value}" + (f", {share}" if share else "")
        self.button.setAccessibleName(spoken.replace(THIN, " "))

    @property
    def value(self) -> str:
        return self._value.text()

    def set_open(self, open_: bool) -> None:
        self.button.setChecked(open_)

    def _toggle(self, open_: bool) -> None:
        self.box.setVisible(open_ and bool(self.box.text()))
        self.toggled.emit(self.key, open_)


class FigureList(QWidget):
    """Figures one below the other; which ones are open is kept from block to block."""

    def __init__(self, rows: Sequence[tuple[str, str, str]], opened: Sequence[str] = ()) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        tight(layout)
        self.rows: dict[str, FigureRow] = {}
        for key, name, tip in rows:
            row = FigureRow(key, name, tip)
            row.set_open(key in opened)
            self.rows[key] = row
            layout.addWidget(row)
