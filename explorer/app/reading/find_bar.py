"""The bar over the canvas in which one types what to find in the network."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from explorer.analysis.find import EXAMPLES
from explorer.app.reading.finder import Finder
from explorer.app.style import mark
from explorer.app.theme import mono_font
from explorer.app.widgets import IconButton, LineEdit, label, tight

WIDTH = 430


class FindBar(QFrame):
    """A field, how many were found, next and previous, and whether the table shows only these."""

    closed = Signal()
    filter_changed = Signal(bool)

    def __init__(self, finder: Finder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._finder = finder
        self.setProperty("kind", "floating")
        self.setAccessibleName(self.tr("Find in the network"))
        self.setFixedWidth(WIDTH)
        self.field = LineEdit()
        self.field.setAccessibleName(self.tr("Find in the network"))
        self.field.setPlaceholderText(self.tr("Name, type, shape or value"))
        self.field.setFont(mono_font(12))
        self.field.setClearButtonEnabled(False)
        self.field.setToolTip(self.tr("For instance {0}").format(EXAMPLES))
        self.count = label("", "secondary", mono=12)
        self.count.setMinimumWidth(64)
        self.count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.before = IconButton("chevron-up", self.tr("Previous"), self.tr("Previous (Shift+F3)"))
        self.next = IconButton("chevron-down", self.tr("Next"), self.tr("Next (F3)"))
        self.filter = IconButton("table", self.tr("Show only these in the table"))
        self.filter.setCheckable(True)
        self.close_button = IconButton("x", self.tr("Close"), self.tr("Close (Esc)"))
        self.help = label("", "secondary", wrap=True)
        row = QHBoxLayout()
        tight(row, 2)
        row.addWidget(self.field, 1)
        row.addSpacing(4)
        for widget in (self.count, self.before, self.next, self.filter, self.close_button):
            row.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 5, 6, 5)
        layout.setSpacing(4)
        layout.addLayout(row)
        layout.addWidget(self.help)
        self.field.textChanged.connect(finder.ask)
        self.before.clicked.connect(lambda: finder.go(-1))
        self.next.clicked.connect(lambda: finder.go(1))
        self.filter.toggled.connect(self.filter_changed)
        self.close_button.clicked.connect(self.leave)
        finder.changed.connect(self._show)
        self._show()
        self.hide()

    def open(self) -> None:
        """Show it, the last query ready to be typed over."""
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._finder.ask(self.field.text())

    def leave(self) -> None:
        """Put it away, and forget what was found."""
        self.filter.setChecked(False)
        self.hide()
        self._finder.ask("")
        self.closed.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.help.setText("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._finder.go(-1 if shift else 1)
            case Qt.Key.Key_Down:
                self._finder.go(1)
            case Qt.Key.Key_Up:
                self._finder.go(-1)
            case Qt.Key.Key_Escape:
                self.leave()
            case _:
                super().keyPressEvent(event)

    def _show(self) -> None:
        finder = self._finder
        many = len(finder.found)
        if finder.place:
            text = self.tr("{0} of {1}").format(finder.place, many)
        else:
            text = self.tr("%n found", "", many) if finder.query.strip() else ""
            text = text.replace("%n", str(many))
        if finder.error:
            text = "?"
        self.count.setText(text)
        for button in (self.before, self.next):
            button.setEnabled(bool(many))
        help_ = finder.error[:1].upper() + finder.error[1:]
        if not help_ and finder.query.strip() and not many:
            help_ = self.tr("Nothing has that. One can ask for {0}.").format(EXAMPLES)
        if not help_ and not finder.query.strip():
            help_ = self.tr("For instance {0}").format(EXAMPLES)
        mark(self.help, kind="error" if finder.error else "secondary")
        self.help.setText(help_)
        self.help.setVisible(bool(help_))
        if bool(self.field.property("invalid")) != bool(finder.error):
            mark(self.field, invalid=bool(finder.error))
        self.field.setAccessibleDescription(" ".join(t for t in (text, help_) if t))
        self.adjustSize()
