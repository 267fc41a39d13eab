"""One filter or map enlarged, with its figures beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from explorer.app.plots.image_grid import fitted
from explorer.app.widgets import clear, hairline, label, tight

SIDE = 120


class MapDetail(QFrame):
    """Shown under a grid of which one picture is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaximumWidth(340)
        self._picture = QLabel()
        self._picture.setFixedSize(SIDE, SIDE)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._title = label(kind="heading")
        self._note = label(kind="secondary", wrap=True)
        self._rows = QGridLayout()
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setVerticalSpacing(3)
        self._names: tuple[str, ...] = ()
        self._values: list[QLabel] = []
        words = QVBoxLayout()
        tight(words, 4)
        words.addWidget(self._title)
        words.addLayout(self._rows)
        words.addWidget(self._note)
        words.addStretch()
        layout = QHBoxLayout(self)
        tight(layout, 12)
        layout.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        self.setMinimumWidth(240)

    def show_map(
        self, title: str, picture: QPixmap, figures: Sequence[tuple[str, str]], note: str = ""
    ) -> None:
        """Show a picture with a title, named figures and perhaps a sentence."""
        self._title.setText(title.upper())
        self._picture.setPixmap(fitted(picture, SIDE))
        self._picture.setAccessibleName(title)
        names = tuple(name for name, _ in figures)
        if names != self._names:
            self._make_rows(names)
        for value, (_, text) in zip(self._values, figures, strict=True):
            value.setText(text)
        self._note.setText(note)
        self._note.setVisible(bool(note))

    @property
    def texts(self) -> dict[str, str]:
        """The figures by name."""
        return dict(zip(self._names, (value.text() for value in self._values), strict=True))

    def _make_rows(self, names: tuple[str, ...]) -> None:
        clear(self._rows)
        self._names, self._values = names, []
        for index, name in enumerate(names):
            value = label(mono=12)
            value.setAlignment(Qt.AlignmentFlag.AlignRight)
            self._rows.addWidget(label(name, kind="secondary"), 2 * index, 0)
            self._rows.addWidget(value, 2 * index, 1)
            self._rows.addWidget(hairline(), 2 * index + 1, 0, 1, 2)
            self._values.append(value)
