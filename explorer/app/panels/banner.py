"""A message in the window, which nobody has to answer before going on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from explorer.app.style import mark
from explorer.app.theme import icon, notifier, theme
from explorer.app.widgets import IconButton, clear, label, tight

Do = Callable[[], object]
Way = tuple[str, Do]
"""What a button says, and what it does."""

NOTE_MS = 6000
"""How long a mere note stays."""


class Banner(QFrame):
    """What could not be done, and why; errors stay until they are put away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "banner")
        self._kind = "note"
        self._icon = QLabel()
        self._text = label(wrap=True)
        self._ways = QHBoxLayout()
        tight(self._ways, 8)
        self._close = IconButton("x", self.tr("Put this message away"))
        self._close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 6, 8, 6)
        layout.setSpacing(10)
        layout.addWidget(self._icon)
        layout.addWidget(self._text, 1)
        layout.addLayout(self._ways)
        layout.addWidget(self._close)
        self._timer = QTimer(self, singleShot=True, interval=NOTE_MS)
        self._timer.timeout.connect(self.hide)
        notifier().changed.connect(self._recolor)
        self.hide()

    @property
    def text(self) -> str:
        """What it says now; empty where it is hidden."""
        return "" if self.isHidden() else self._text.text()

    def error(self, text: str, action: str = "", do: Do | None = None) -> None:
        """Something went wrong; with a way out where there is one."""
        self._show("error", text, [(action, do)] if do is not None else [])

    def note(self, text: str, action: str = "", do: Do | None = None) -> None:
        """Something worth a glance; it goes by itself."""
        self._show("note", text, [(action, do)] if do is not None else [])
        self._timer.start()

    def ask(self, text: str, ways: Sequence[Way]) -> None:
        """A question that waits until it is answered or put away; the first way is the one that
        most people want."""
        self._show("note", text, ways)
        first = self._ways.itemAt(0)
        if first is not None and (button := first.widget()) is not None:
            mark(button, kind="primary")

    def _show(self, kind: str, text: str, ways: Sequence[Way]) -> None:
        self._timer.stop()
        self._kind = kind
        mark(self, kind="banner", tone=kind)
        self._text.setText(text)
        clear(self._ways)
        for name, do in ways:
            button = QPushButton(name)
            button.clicked.connect(partial(self._act, do))
            self._ways.addWidget(button)
        self._recolor()
        self.setAccessibleName(text)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _act(self, do: Do) -> None:
        self.hide()
        do()

    def _recolor(self) -> None:
        t = theme()
        name, color = ("circle-alert", t.error) if self._kind == "error" else ("info", t.selection)
        self._icon.setPixmap(icon(name, color).pixmap(QSize(16, 16)))
