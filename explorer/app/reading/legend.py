"""The legend of the heat: what the colours stand for, with numbers."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QPushButton, QVBoxLayout, QWidget

from explorer.app.panels.figure_columns import cell
from explorer.app.plots.colormaps import color_table
from explorer.app.reading.heat import Heated, in_words
from explorer.app.style import mark
from explorer.app.theme import theme
from explorer.app.widgets import IconButton, label, tight

BAR = QSize(120, 10)
WIDTH = 310
"""Of a note under the bar."""


class ColorBar(QWidget):
    """The colours from the least to the largest value."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(BAR)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bar = QRectF(0.5, 0.5, self.width() - 1, self.height() - 1)
        gradient = QLinearGradient(bar.topLeft(), bar.topRight())
        table = color_table("viridis")
        for i in range(0, 256, 15):
            gradient.setColorAt(i / 255, QColor(table[i]))
        painter.setPen(QColor(theme().edge))
        painter.setBrush(gradient)
        painter.drawRoundedRect(bar, 3, 3)


def _written(kind: str, value: float) -> str:
    return cell(kind, value if kind == "time" else round(value))


class HeatLegend(QFrame):
    """What is coloured, the colour bar, and what else there is to know."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "floating")
        self.title = label("")
        self.low, self.high = label(mono=12), label(mono=12)
        self.bar = ColorBar()
        self.close_button = IconButton("x", self.tr("No heat"))
        self.note = label("", "secondary", wrap=True)
        self.note.setFixedWidth(WIDTH)
        self.action = QPushButton()
        head = QHBoxLayout()
        tight(head, 8)
        for widget in (self.title, self.low, self.bar, self.high):
            head.addWidget(widget)
        head.addStretch()
        head.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 3, 4, 3)
        layout.setSpacing(4)
        layout.addLayout(head)
        below = QHBoxLayout()
        tight(below, 12)
        below.addWidget(self.note)
        below.addStretch()
        below.addWidget(self.action, alignment=Qt.AlignmentFlag.AlignBottom)
        below.setContentsMargins(0, 0, 8, 4)
        self._below = QWidget()
        self._below.setLayout(below)
        layout.addWidget(self._below)
        layout.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)
        self.action.hide()
        self.hide()

    def show_heat(self, kind: str, title: str, heat: Heated, note: str, action: str) -> None:
        """Tell of a heat; hidden for none. ``action`` is on a button, where there is one."""
        self.setVisible(bool(kind))
        if not kind:
            return
        scale = heat.scale
        how = ""
        if scale is not None and scale.low != scale.high:
            how = self.tr("logarithmic") if scale.log else self.tr("linear")
        self.title.setText(" · ".join(t for t in (title, how) if t))
        ends = ("", "")
        if scale is not None:
            ends = (_written(kind, scale.low), _written(kind, scale.high))
        self.low.setText(ends[0])
        self.high.setText(ends[1])
        for widget in (self.low, self.bar):
            widget.setVisible(scale is not None and scale.low != scale.high)
        self.high.setVisible(scale is not None)
        notes = [note] if note else []
        if scale is None and kind != "time":
            notes.append(self.tr("No block that is shown has any."))
        self.note.setText(" ".join(notes))
        # a wrapped label says its height for a width alone, which a fixed frame does not ask
        self.note.setFixedHeight(max(1, self.note.heightForWidth(WIDTH)))
        self._below.setVisible(bool(notes or action))
        self.setToolTip(
            self.tr(
                "{0} blocks are coloured; {1} have none of it and keep their own colour."
            ).format(heat.blocks, heat.without)
        )
        self.action.setText(action)
        self.action.setAccessibleName(action)
        self.action.setVisible(bool(action))
        mark(self.action, kind="primary" if action and scale is None else "")
        range_ = self.tr("from {0} to {1}").format(*(in_words(kind, end) for end in ends))
        spoken = " ".join(t for t in (title, range_ if ends[0] else "", how, *notes) if t)
        self.setAccessibleName(self.tr("Heat: {0}").format(spoken))
        self.adjustSize()
