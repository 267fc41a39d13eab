"""Renaming a block in place: a field over its card for as long as it takes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from explorer.app.theme import mono_font


class NameField(QLineEdit):
    """Enter keeps the name, Esc does not, and leaving keeps it where it can be."""

    def __init__(
        self,
        parent: QWidget,
        name: str,
        rect: QRect,
        done: Callable[[str | None], bool],
        what: str = "",
    ) -> None:
        super().__init__(name, parent)
        self._done = done
        self._over = False
        self.setFont(mono_font(13))
        self.setMaxLength(64)
        self.setAccessibleName(what or self.tr("Name of the block"))
        self.setGeometry(rect)
        self.selectAll()
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end(self, name: str | None) -> None:
        if self._over:
            return
        self._over = True
        if self._done(name):
            self.hide()
            self.deleteLater()
        else:
            self._over = False
            self.setFocus()
            self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            # accepted here: on the canvas Enter means something else
            keeps = event.key() != Qt.Key.Key_Escape
            self._end(self.text().strip() if keeps else None)
            event.accept()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if not self._over:
            self._over = True
            self._done(self.text().strip())
            self.hide()
            self.deleteLater()
