"""A short message beside the cursor, with a way out where there is one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from explorer.app.style import mark

SECONDS = 6.0


class Bubble(QFrame):
    """Shows one message at a time, for some seconds or until something else is done."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        mark(self, kind="floating")
        self._label = QLabel(self)
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._button = QPushButton(self)
        mark(self._button, kind="primary")
        self._action: Callable[[], None] | None = None
        self._button.clicked.connect(self._act)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(10)
        row.addWidget(self._label, 1)
        row.addWidget(self._button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.hide()

    @property
    def text(self) -> str:
        return self._label.text() if self.isVisible() else ""

    def say(
        self,
        text: str,
        at: QPoint,
        way_out: tuple[str, Callable[[], None]] | None = None,
    ) -> None:
        """Show a text near a point of the parent, with a button where there is a way out."""
        self._label.setText(text)
        self._action = way_out[1] if way_out else None
        self._button.setVisible(way_out is not None)
        if way_out:
            self._button.setText(way_out[0])
            self._button.setAccessibleName(way_out[0])
        self.setAccessibleName(text)
        wide = min(420, self._label.fontMetrics().horizontalAdvance(text) + 8)
        self._label.setMinimumWidth(wide)
        self._label.setMaximumWidth(420)
        self.adjustSize()
        x = min(max(8, at.x() + 14), max(8, self._over.width() - self.width() - 8))
        y = at.y() + 18
        if y + self.height() > self._over.height() - 8:
            y = max(8, at.y() - self.height() - 12)
        self.move(x, y)
        self.show()
        self.raise_()
        self._timer.start(int(1000 * (SECONDS if way_out is None else 2 * SECONDS)))

    def _act(self) -> None:
        action = self._action
        self.hide()
        if action is not None:
            action()
