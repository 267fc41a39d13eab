"""Memory over time, worked out when there is nothing else to do: it is no part of the analysis."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from explorer.analysis import explain_memory as em
from explorer.analysis.analyze import Analysis
from explorer.analysis.explain import Explanation
from explorer.analysis.memory import Memory, memory
from explorer.app import format as f
from explorer.app.panels.explain import FigureList
from explorer.app.session import Session
from explorer.app.widgets import label, tight

PAUSE = 150
"""Milliseconds after the last change: while one types, nothing is worked out."""
SOON = "…"


class MemoryFigures(QWidget):
    """Figures of a block, or of the whole network where the path is empty."""

    def __init__(self, session: Session, whole: bool) -> None:
        super().__init__()
        self._session = session
        self._whole = whole
        self._path = ""
        self._of: tuple[Analysis, int] | None = None
        self._found: Memory | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._work)
        self.figures = FigureList(self._rows())
        layout = QVBoxLayout(self)
        tight(layout, 6)
        layout.addWidget(label(self.tr("MEMORY OVER TIME"), "heading"))
        layout.addWidget(self.figures)

    def _rows(self) -> list[tuple[str, str, str]]:
        rows = [
            (
                em.ALIVE,
                self.tr("peak in inference") if self._whole else self.tr("alive in inference"),
                self.tr(
                    "The most that is in memory at once: the image, values that wait to be read, "
                    "and what is being made. A value goes after its last use."
                ),
            ),
            (
                em.KEPT,
                self.tr("kept for backward"),
                self.tr(
                    "What training keeps of the forward pass, because a gradient needs it. A value "
                    "that several layers need is kept once."
                ),
            ),
        ]
        if self._whole:
            rows += [
                (
                    em.TRAINING,
                    self.tr("peak in training"),
                    self.tr("Kept values, their gradients and those of the weights, at the worst."),
                ),
                (
                    em.IN_ALL,
                    self.tr("training with Adam"),
                    self.tr(
                        "All memory of a training step: weights, what the optimizer keeps, and the "
                        "peak. Workspace within one call is not counted."
                    ),
                ),
            ]
        return rows

    def refresh(self, path: str = "") -> None:
        """Show the block at a path as it is now; at once where its memory is known already."""
        self._path = path
        if self._known():
            self._show()
        else:
            for row in self.figures.rows.values():
                row.show_figure(SOON)
            self._timer.start()

    @property
    def ready(self) -> bool:
        """Whether the figures shown are those of the network as it is now."""
        return self._known()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._known():
            self._timer.start()

    def _known(self) -> bool:
        of = self._of
        return of is not None and of == (self._session.analysis, self._session.batch)

    def _work(self) -> None:
        if not self.isVisible():
            return
        analysis, batch = self._session.analysis, self._session.batch
        self._found = memory(analysis, batch)
        self._of = (analysis, batch)
        self._show()

    def _show(self) -> None:
        found = self._found
        block = found.at(self._path) if found is not None else None
        if found is None or block is None or not block.layers:
            for row in self.figures.rows.values():
                row.show_figure(f.NONE)
            return
        if self._whole:
            values = {
                em.ALIVE: found.inference,
                em.KEPT: found.kept,
                em.TRAINING: found.training,
                em.IN_ALL: found.in_training("adam"),
            }
            lines: Sequence[Explanation] = em.explain_whole(found)
        else:
            values = {em.ALIVE: block.alive, em.KEPT: block.kept}
            lines = em.explain_block(block, self._path)
        batch = self.tr("batch {0}").format(found.batch) if found.batch > 1 else ""
        for key, row in self.figures.rows.items():
            share = batch
            if key == em.KEPT and not self._whole:
                share = f.share(block.kept, found.kept)
            row.show_figure(f.bytes_(values[key]), share, [x for x in lines if x.figure == key])
