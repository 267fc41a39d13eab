"""One line at the canvas's foot: the keys of the mode that is on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from explorer.app.style import mark
from explorer.app.widgets import clear, label

MARGIN = 14


class HintLine(QFrame):
    """Hidden while no mode is on."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        mark(self, kind="floating")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 6, 12, 6)
        self._row.setSpacing(6)
        parent.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        return self.accessibleName() if self.isVisible() else ""

    def tell(self, title: str, keys: Sequence[tuple[str, str]]) -> None:
        """Show what is going on, and which key does what."""
        clear(self._row)
        self._row.addWidget(label(title, "title"))
        for key, does in keys:
            self._row.addSpacing(8)
            self._row.addWidget(label(key, mono=12))
            self._row.addWidget(label(does, "secondary"))
        for i in range(self._row.count()):
            if (part := self._row.itemAt(i)) is not None and (widget := part.widget()) is not None:
                # what joins a row that is shown already would come a moment later, unmeasured
                widget.show()
        self.setAccessibleName(f"{title}: " + ", ".join(f"{k} {d}" for k, d in keys))
        self.show()
        self.raise_()
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _place(self) -> None:
        self._row.activate()
        self.adjustSize()
        x = max(4, (self._over.width() - self.width()) // 2)
        self.move(x, self._over.height() - self.height() - MARGIN)
