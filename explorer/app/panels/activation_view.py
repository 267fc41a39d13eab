"""The activations of one block for one image: a grid of maps, or bars for a vector."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from explorer.app.format import shape as shape_text
from explorer.app.format import share
from explorer.app.panels.insight_parts import Absence, absence, vector_values
from explorer.app.panels.map_detail import MapDetail
from explorer.app.plots.bars import ValueBars
from explorer.app.plots.image_grid import ImageGrid
from explorer.app.runner import Runner
from explorer.app.widgets import ElidedLabel, label, tight
from explorer.worker.messages import Frames


class ActivationView(QWidget):
    """Follows the frames of the block that the runner watches.

    Its ``detail``, one map enlarged, is placed by the page that the view is on.
    """

    def __init__(self, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._active = False
        self._path = ""
        self.caption = ElidedLabel()
        self.caption.setProperty("kind", "secondary")
        self.grid = ImageGrid(self.tr("Activation maps"))
        self.grid.chosen.connect(self._show_detail)
        self.bars = ValueBars(self.tr("Values of the vector"))
        self.absence = Absence()
        self.detail = MapDetail()
        self.detail.hide()
        self.figures = label(kind="secondary", wrap=True)
        self._pages = (self.grid, self.bars, self.absence)
        column = QVBoxLayout(self)
        tight(column, 6)
        column.addWidget(self.caption)
        column.addWidget(self.figures)
        for page in self._pages:
            column.addWidget(page, 100)
        column.addStretch(1)
        self._turn_to(self.absence)
        runner.frames_changed.connect(self._frames_changed)

    def set_active(self, active: bool) -> None:
        """Whether anybody sees it."""
        self._active = active

    def look_at(self, path: str, sample: int | None, waiting: str) -> None:
        """Show the block at ``path`` for a test image or, with None, for the drawing;
        ``waiting`` is said until there is something to see."""
        if path != self._path:
            self._path = path
            self.grid.choose(-1)
        self._runner.watch(path, sample)
        why = absence(self._runner)
        if why is None and not path:
            why = self.tr("The network is empty"), self.tr("Drag a block from the palette.")
        frames = self._runner.frames.get("activations")
        if why is None and frames is None:
            why = waiting, ""
        if why is not None:
            self._turn_to(self.absence)
            self.absence.explain(*why)
            self.figures.hide()
            self.detail.hide()
            self.caption.set_text(path)
        elif frames is not None:
            self._show(frames)

    def _turn_to(self, shown: QWidget) -> None:
        for page in self._pages:
            page.setVisible(page is shown)

    def _frames_changed(self, kind: str) -> None:
        frames = self._runner.frames.get("activations")
        if kind == "activations" and self._active and frames is not None:
            self._show(frames)

    def _show(self, frames: Frames) -> None:
        size = shape_text(frames.output_shape)
        vector = len(frames.output_shape) != 3
        text = f"{frames.path} · {size}"
        if not vector and frames.shape[0] < frames.output_shape[0]:
            text += " · " + self.tr("first {0} maps").format(frames.shape[0])
        self.caption.set_text(f"{text} · {self._runner.weights_text}")
        if vector:
            self._turn_to(self.bars)
            self.bars.set_values(vector_values(frames))
            self.detail.hide()
            self.figures.show()
            self.figures.setText(self._in_words(frames, 0))
            return
        self._turn_to(self.grid)
        tips = tuple(
            self.tr("channel {0}").format(channel) + f"\n{self._in_words(frames, index)}"
            for index, channel in enumerate(frames.channels)
        )
        self.grid.set_images(frames.pixels, frames.shape, "viridis", tips)
        self._show_detail(self.grid.chosen_index)

    def _in_words(self, frames: Frames, index: int) -> str:
        return self.tr("mean {0} · std {1} · {2} zeros").format(
            f"{frames.mean[index]:.3g}",
            f"{frames.deviation[index]:.3g}",
            share(frames.zero_share[index], 1) or "0 %",
        )

    def _show_detail(self, index: int) -> None:
        frames = self._runner.frames.get("activations")
        if frames is None or self.grid.isHidden():
            return
        chosen = 0 <= index < min(len(frames.channels), self.grid.count)
        self.detail.setVisible(chosen)
        self.figures.show()
        self.figures.setText(self.tr("Bright is high, dark low, each map by its own range."))
        if not chosen:
            return
        zeros = frames.zero_share[index]
        note = self.tr("Silent: what it looks for is not in this image.") if zeros == 1 else ""
        self.detail.show_map(
            self.tr("channel {0}").format(frames.channels[index]),
            self.grid.image_at(index),
            [
                (self.tr("mean"), f"{frames.mean[index]:.3g}"),
                (self.tr("std"), f"{frames.deviation[index]:.3g}"),
                (self.tr("zero share"), share(zeros, 1) or "0 %"),
            ],
            note,
        )
