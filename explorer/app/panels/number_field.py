"""A field for one number, judged as it is typed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent

from explorer.app import theme
from explorer.app.format import whole
from explorer.app.style import mark
from explorer.app.widgets import LineEdit


class NumberField(LineEdit):
    """A number within a range; the arrow keys count whole ones up and down."""

    submitted = Signal(object)
    """A number of the range: int, or float for a field that takes fractions."""
    judged = Signal(str)
    """Why the text is no such number; empty as soon as it is one."""

    def __init__(
        self, name: str, low: float, high: float, fractions: bool = False, above: bool = False
    ) -> None:
        super().__init__()
        self._low, self._high, self._fractions, self._above = low, high, fractions, above
        self._shown: float = low
        self.setAccessibleName(name)
        self.setFont(theme.mono_font(12))
        self.textEdited.connect(self._typed)

    @property
    def range_text(self) -> str:
        """What the field takes."""
        if self._fractions:
            least = self.tr("above {0}") if self._above else self.tr("from {0}")
            return self.tr("A number {0}, at most {1}").format(
                least.format(f"{self._low:g}"), f"{self._high:g}"
            )
        return self.tr("A whole number, {0} … {1}").format(
            whole(int(self._low)), whole(int(self._high))
        )

    def set_range(self, low: float, high: float) -> None:
        self._low, self._high = low, high

    def show_number(self, number: float) -> None:
        self._shown = number
        if self._parsed(self.text()) != number:
            self.setText(f"{number:g}" if self._fractions else str(int(number)))
            self._judge("")

    def _parsed(self, text: str) -> float | None:
        text = text.strip().replace(" ", "").replace("\u202f", "")
        try:
            number = float(text.replace(",", ".")) if self._fractions else int(text)
        except ValueError:
            return None
        within = self._low <= number <= self._high and not (self._above and number == self._low)
        return number if within else None

    def _typed(self, text: str) -> None:
        number = self._parsed(text)
        if number is None:
            self._judge(self.range_text)
        else:
            self._judge("")
            self._shown = number
            self.submitted.emit(number)

    def _judge(self, why: str) -> None:
        if bool(self.property("invalid")) != bool(why):
            mark(self, invalid=bool(why))
        self.judged.emit(why)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._parsed(self.text()) is None:
            # What cannot be taken does not stay as if it had been.
            self.show_number(self._shown)
            self._judge("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if step is None or self._fractions or self.isReadOnly():
            super().keyPressEvent(event)
        elif self._low <= self._shown + step <= self._high:
            self.setText(str(int(self._shown + step)))
            self._typed(self.text())
