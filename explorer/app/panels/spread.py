"""A page of the insight panel: what is chosen, what is seen, and one part of it enlarged."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from explorer.app.widgets import tight

GAP = 12


class Spread(QWidget):
    """The choices with the detail below them, and all the rest for the pictures.

    From a width of ``wide`` pixels on the former stand left of the pictures, in a column of
    ``side`` pixels, so that the pictures do not move when one of them is enlarged. In less width
    all stand one below the other.
    """

    def __init__(
        self, choices: QWidget, pictures: QWidget, detail: QWidget, side: int = 272, wide: int = 600
    ) -> None:
        super().__init__()
        self._choices, self._pictures, self._detail = choices, pictures, detail
        self._side, self._wide = side, wide
        self._is_wide: bool | None = None
        self._left = QWidget()
        self._column = QVBoxLayout(self._left)
        tight(self._column, GAP)
        self._column.addWidget(choices)
        self._column.addWidget(detail)
        self._column.addStretch(1)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        tight(self._layout, 2 * GAP)
        self._layout.addWidget(self._left)
        self._layout.addWidget(pictures, 1000)
        # what the pictures leave, or all where there are none
        self._layout.addStretch(1)
        self._place(True)

    def minimumSizeHint(self) -> QSize:
        # one can always make it narrower, as the parts then stand one below the other
        parts = (self._choices, self._pictures, self._detail)
        width = max(part.minimumSizeHint().width() for part in parts)
        return QSize(width, self._layout.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place(event.size().width() >= self._wide)

    def _place(self, wide: bool) -> None:
        if wide == self._is_wide:
            return
        self._is_wide = wide
        policy = QSizePolicy.Policy
        if wide:
            self._layout.setDirection(QBoxLayout.Direction.LeftToRight)
            self._layout.setSpacing(2 * GAP)
            self._column.insertWidget(1, self._detail)
            self._left.setFixedWidth(self._side)
        else:
            self._layout.setDirection(QBoxLayout.Direction.TopToBottom)
            self._layout.setSpacing(GAP)
            self._layout.insertWidget(2, self._detail)
            self._left.setMinimumWidth(0)
            self._left.setMaximumWidth(1 << 20)
        # one below the other, pictures are as high as they want
        down = policy.Preferred if wide else policy.Maximum
        self._pictures.setSizePolicy(policy.Preferred, down)
