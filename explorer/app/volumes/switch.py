"""Graph or volumes: the switch that floats over the canvas, and the two views that it chooses from."""

from __future__ import annotations

from functools import partial
from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton

from explorer.app.style import mark

Look = Literal["graph", "volumes"]


class ViewSwitch(QFrame):
    """Two buttons, one of which is down."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        mark(self, kind="floating")
        self.setAccessibleName(self.tr("View"))
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 3, 4, 3)
        row.setSpacing(2)
        group = QButtonGroup(self)
        self.buttons: dict[Look, QPushButton] = {}
        looks: tuple[tuple[Look, str, str], ...] = (
            ("graph", self.tr("Graph"), self.tr("The network as blocks and wires, to edit")),
            ("volumes", self.tr("Volumes"), self.tr("The network as activation volumes, to scale")),
        )
        for look, text, tip in looks:
            button = QPushButton(text)
            mark(button, kind="flat")
            button.setCheckable(True)
            button.setToolTip(tip)
            button.setAccessibleName(text)
            button.clicked.connect(partial(self.chosen.emit, look))
            group.addButton(button)
            row.addWidget(button)
            self.buttons[look] = button
        self.buttons["graph"].setChecked(True)

    def show_look(self, look: Look) -> None:
        self.buttons[look].setChecked(True)
