"""What the welcome page is made of: ways to begin, files, and examples with their figure."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from explorer.app.gallery.entry import Entry
from explorer.app.gallery.model import figures_text
from explorer.app.language import say
from explorer.app.theme import icon, notifier, theme
from explorer.app.widgets import ElidedLabel, label

PICTURE = 96
"""The height of an example's figure."""


class Card(QPushButton):
    """A button with a layout of its own, in the look of a choice."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("kind", "repair")
        self.setAccessibleName(name)
        # Return presses it, as it does in dialogs
        self.setAutoDefault(True)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        return layout.minimumSize() if layout is not None else super().minimumSizeHint()


class ChoiceCard(Card):
    """One way to begin: an icon, what it is, and a word more."""

    def __init__(self, icon_name: str, title: str, more: str, keys: str = "") -> None:
        super().__init__(". ".join(filter(None, (title, more, keys))))
        self._icon_name = icon_name
        self._icon = QLabel()
        self.title = ElidedLabel(title)
        self.more = ElidedLabel(more, Qt.TextElideMode.ElideMiddle)
        self.more.setProperty("kind", "secondary")
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self.title)
        words.addWidget(self.more)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 7, 12, 7)
        row.setSpacing(12)
        row.addWidget(self._icon)
        row.addLayout(words, 1)
        if keys:
            row.addWidget(_through(label(keys, "secondary", mono=11)))
        for part in (self._icon, self.title, self.more):
            _through(part)
        notifier().changed.connect(self._recolor)
        self._recolor()

    def _recolor(self) -> None:
        shown = icon(self._icon_name, theme().selection)
        self._icon.setPixmap(shown.pixmap(QSize(20, 20), self.devicePixelRatioF()))


class ExampleCard(Card):
    """A network of the zoo with its figure, which is drawn when nothing else is to be done."""

    def __init__(self, name: str) -> None:
        self.entry = Entry(name)
        about = self.entry.about
        super().__init__(f"{self.entry.title}, {about.year}. {say(about.idea)}")
        self.setToolTip(say(about.idea))
        self._drawing = False
        title = ElidedLabel(self.entry.title)
        year = label(str(about.year or ""), "secondary", mono=11)
        self._figures = ElidedLabel(about.family)
        self._figures.setProperty("kind", "secondary")
        above = QHBoxLayout()
        above.setSpacing(8)
        above.addWidget(_through(title), 1)
        above.addWidget(_through(year))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, PICTURE + 16, 12, 8)
        layout.setSpacing(1)
        layout.addLayout(above)
        layout.addWidget(_through(self._figures))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        room = QRect(QPoint(8, 8), QSize(self.width() - 16, PICTURE))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().canvas)
        painter.drawRoundedRect(room, 6, 6)
        size, ratio = room.adjusted(6, 4, -6, -4).size(), self.devicePixelRatioF()
        picture = self.entry.picture(size, ratio)
        if picture is not None:
            painter.drawPixmap(room.adjusted(6, 4, -6, -4).topLeft(), picture)
        elif not self._drawing:
            self._drawing = True
            QTimer.singleShot(0, self, partial(self._draw, size, ratio))

    def _draw(self, size: QSize, ratio: float) -> None:
        self._drawing = False
        self.entry.draw(size, ratio)
        self._figures.set_text(figures_text(self.entry))
        self.update()


def _through(part: QWidget) -> QWidget:
    """Have clicks on a part of a card be the card's."""
    part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return part
