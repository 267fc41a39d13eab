"""A message in the window, which nobody has to answer before going on."""

from __future__ import annotations

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from explorer.app.style import mark
from explorer.app.theme import icon, notifier, theme
from explorer.app.widgets import IconButton, label

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
        self._action = QPushButton()
        self._action.clicked.connect(self._act)
        self._do: object = None
        self._close = IconButton("x", self.tr("Put this message away"))
        self._close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 6, 8, 6)
        layout.setSpacing(10)
        layout.addWidget(self._icon)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._action)
        layout.addWidget(self._close)
        self._timer = QTimer(self, singleShot=True, interval=NOTE_MS)
        self._timer.timeout.connect(self.hide)
        notifier().changed.connect(self._recolor)
        self.hide()

    @property
    def text(self) -> str:
        """What it says now; empty where it is hidden."""
        return "" if self.isHidden() else self._text.text()

    def error(self, text: str, action: str = "", do: object = None) -> None:
        """Something went wrong; with a way out where there is one."""
        self._show("error", text, action, do)

    def note(self, text: str, action: str = "", do: object = None) -> None:
        """Something worth a glance; it goes by itself."""
        self._show("note", text, action, do)
        self._timer.start()

    def _show(self, kind: str, text: str, action: str, do: object) -> None:
        self._timer.stop()
        self._kind = kind
        mark(self, kind="banner", tone=kind)
        self._text.setText(text)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self._do = do
        self._recolor()
        self.setAccessibleName(text)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _act(self) -> None:
        self.hide()
        if callable(self._do):
            self._do()

    def _recolor(self) -> None:
        t = theme()
        name, color = ("circle-alert", t.error) if self._kind == "error" else ("info", t.selection)
        self._icon.setPixmap(icon(name, color).pixmap(QSize(16, 16)))
