"""Where the repairs of a block are opened from: key, menu, and the mark of trouble on the canvas."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRect, QSize
from PySide6.QtWidgets import QWidget

from explorer.app.canvas.view import CanvasView
from explorer.app.panels.repairs_popover import RepairsPopover, problems_at
from explorer.app.session import Session


class Repairing(QObject):
    """Opens the popover of repairs beside what they are about."""

    def __init__(self, session: Session, canvas: CanvasView, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._canvas = canvas
        self.popover = RepairsPopover(session, window)
        canvas.repairs_asked.connect(self.open)

    @property
    def possible(self) -> bool:
        """Whether the current block has a problem, or the network where none is selected."""
        analysis = self._session.analysis
        return bool(analysis.problems)

    def open_current(self) -> None:
        """Open the repairs of the current block; where it has no problem, those of the network."""
        selection = self._session.selection
        path = selection[-1] if selection else ""
        if not problems_at(self._session, path):
            path = ""
        if not path:
            path = self._first()
        self.open(path)

    def open(self, path: str) -> None:
        self.popover.open(path, self._place_of(path))

    def _first(self) -> str:
        """Where the first problem lies, as far as that can be shown."""
        for problem in self._session.analysis.problems:
            if problem.path and self._session.row(problem.path) is not None:
                self._session.select(problem.path)
                self._canvas.focus_block(problem.path)
                return problem.path
        return ""

    def _place_of(self, path: str) -> QRect:
        canvas = self._canvas
        seen = canvas.network.visible_path(path) if path else None
        item = canvas.network.blocks.get(seen) if seen is not None else None
        viewport = canvas.viewport()
        if item is None:
            middle = QPoint(viewport.width() // 2 - 200, viewport.height() // 3)
            return QRect(viewport.mapToGlobal(middle), QSize(1, 1))
        corner = canvas.mapFromScene(item.mapToScene(item.body.topLeft()))
        other = canvas.mapFromScene(item.mapToScene(item.body.bottomRight()))
        return QRect(viewport.mapToGlobal(corner), viewport.mapToGlobal(other))
