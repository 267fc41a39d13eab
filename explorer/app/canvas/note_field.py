"""Writing in place: a field over a note for as long as it takes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from explorer.app.theme import theme, tint, ui_font
from explorer.graph.model import Color


class NoteField(QPlainTextEdit):
    """Esc forgets what was typed; Ctrl+Enter and leaving keep it."""

    def __init__(
        self,
        parent: QWidget,
        text: str,
        color: Color,
        rect: QRect,
        scale: float,
        done: Callable[[str | None], None],
    ) -> None:
        super().__init__(text, parent)
        self._done = done
        self._over = False
        colors, ink = tint(color), theme().ink
        self.setFont(ui_font(max(9, round(13 * scale))))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet(
            f"QPlainTextEdit {{ background: {colors.fill}; color: {ink};"
            f" border: 2px solid {theme().selection}; border-radius: 7px; padding: 4px; }}"
        )
        self.setPlaceholderText(self.tr("Write a note; Ctrl+Enter keeps it"))
        self.setAccessibleName(self.tr("Text of the note"))
        self.setTabChangesFocus(True)
        self.setGeometry(rect)
        self.selectAll()
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end(self, text: str | None) -> None:
        if not self._over:
            self._over = True
            self.hide()
            self._done(text)
            self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self._end(None)
        elif enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._end(self.toPlainText().rstrip())
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._end(self.toPlainText().rstrip())
