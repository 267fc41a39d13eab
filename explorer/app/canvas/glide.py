"""Blocks gliding to new places, so that the eye can follow them."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QObject, QPointF, QVariantAnimation

from explorer.app.canvas.items import BlockItem
from explorer.app.canvas.scene import NetworkScene
from explorer.layout.model import Point

MILLISECONDS = 150
MOST = 400
"""More items than this jump: they could not be moved smoothly, nor followed."""


class Glide(QVariantAnimation):
    """From where the items are now to where the plan has put them."""

    def __init__(self, network: NetworkScene, parent: QObject) -> None:
        super().__init__(parent)
        self._network = network
        self._before: dict[str, QPointF] = {}
        self._moves: list[tuple[str, QPointF, QPointF]] = []
        self.setStartValue(0.0)
        self.setEndValue(1.0)
        self.setDuration(MILLISECONDS)
        self.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self.valueChanged.connect(self._show)
        self.finished.connect(self.settle)

    def remember(self) -> None:
        """Note where everything is."""
        self.halt()
        self._before = {path: item.pos() for path, item in self._network.blocks.items()}

    def begin(self) -> None:
        """Go to where everything is now, from where it was."""
        self._moves = [
            (path, self._before[path], item.pos())
            for path, item in self._network.blocks.items()
            if path in self._before and self._before[path] != item.pos()
        ]
        if 0 < len(self._moves) <= MOST:
            self._show(0.0)
            self.start()

    def halt(self) -> None:
        """Be there at once: something else happens."""
        self.stop()
        self.settle()

    def settle(self) -> None:
        """Put everything exactly in its place."""
        for path, _, _ in self._moves:
            item = self._network.blocks.get(path)
            if item is not None:
                item.setPos(item.shown.at.x, item.shown.at.y)
        for wire in self._network.wires.values() if self._moves else ():
            wire.take(wire.wire)
        self._moves = []

    def _show(self, share: float) -> None:
        moving: dict[str, BlockItem] = {}
        for path, start, end in self._moves:
            item = self._network.blocks.get(path)
            if item is not None:
                item.setPos(start + (end - start) * share)
                moving[path] = item
        for key, wire in self._network.wires.items():
            prefix = ".".join(key.scope) + "." if key.scope else ""
            ends = moving.get(prefix + key.edge.source), moving.get(prefix + key.edge.target)
            if ends == (None, None):
                continue
            shifts = [
                item.pos() - QPointF(item.shown.at.x, item.shown.at.y)
                if item is not None
                else QPointF()
                for item in ends
            ]
            first, last = wire.wire.start, wire.wire.end
            wire.lead(
                Point(first.x + shifts[0].x(), first.y + shifts[0].y()),
                wire.wire.way if shifts[0] == shifts[1] == QPointF() else (),
                Point(last.x + shifts[1].x(), last.y + shifts[1].y()),
            )
