"""What the chosen block makes of a test image."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from explorer.app.format import share
from explorer.app.panels.activation_view import ActivationView
from explorer.app.panels.insight_parts import block_shown
from explorer.app.panels.number_field import NumberField
from explorer.app.panels.spread import Spread
from explorer.app.plots.colormaps import color_table
from explorer.app.plots.image_grid import fitted
from explorer.app.runner import TEST_IMAGES, Runner
from explorer.app.session import Session
from explorer.app.style import mark
from explorer.app.widgets import IconButton, label, tight

THUMBNAIL = 96


class ActivationsPage(QWidget):
    """The image, what it is and what the network takes it for, and the block's activations."""

    def __init__(self, session: Session, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._runner = runner
        self._active = False
        self.sample = 0
        self.image = QLabel()
        self.image.setFixedSize(THUMBNAIL, THUMBNAIL)
        self.image.setAccessibleName(self.tr("The image"))
        self.number = NumberField(self.tr("Test image"), 0, TEST_IMAGES - 1)
        self.number.setFixedWidth(58)
        self.number.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.number.setToolTip(
            self.tr(
                "Which of the {0} test images, which it never learns from; counted from 0"
            ).format(TEST_IMAGES)
        )
        self.number.show_number(0)
        self.number.submitted.connect(self.show_sample)
        before = IconButton("arrow-left", self.tr("Previous image"))
        before.clicked.connect(lambda: self.show_sample(self.sample - 1))
        after = IconButton("arrow-right", self.tr("Next image"))
        after.clicked.connect(lambda: self.show_sample(self.sample + 1))
        self.verdict = label(wrap=True)
        self.view = ActivationView(runner)
        picker = QHBoxLayout()
        tight(picker, 2)
        for widget in (before, self.number, after):
            picker.addWidget(widget)
        picker.addWidget(label(self.tr("of {0}").format(TEST_IMAGES), kind="secondary"))
        picker.addStretch()
        words = QVBoxLayout()
        tight(words, 4)
        words.addLayout(picker)
        words.addWidget(self.verdict)
        words.addStretch()
        image = QWidget()
        head = QHBoxLayout(image)
        tight(head, 10)
        head.addWidget(self.image, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addWidget(Spread(image, self.view, self.view.detail))
        runner.frames_changed.connect(self._frames_changed)
        runner.predicted.connect(self._predicted)

    def set_active(self, active: bool) -> None:
        """Whether anybody sees this page."""
        if not active and not self._active:
            return
        self._active = active
        self.view.set_active(active)
        if active:
            self.refresh()
        else:
            self._runner.watch("")

    def refresh(self) -> None:
        """The selection, the document or the worker's state has changed."""
        if self._active:
            row = block_shown(self._session)
            waiting = self.tr("Fetching the activations…")
            self.view.look_at(row.path if row is not None else "", self.sample, waiting)
            self._predicted()

    def show_sample(self, sample: int) -> None:
        """Look at another test image; they follow each other in a ring."""
        self.sample = sample % TEST_IMAGES
        self.number.show_number(self.sample)
        self.refresh()

    def _frames_changed(self, kind: str) -> None:
        frames = self._runner.frames.get("image")
        if kind == "image" and self._active and frames is not None and frames.sample is not None:
            self.image.setPixmap(thumbnail(frames.pixels, frames.shape))

    def _predicted(self) -> None:
        found = self._runner.prediction
        if not self._active:
            return
        if found is None or found.sample != self.sample:
            self.verdict.setText("")
            return
        best = max(range(len(found.classes)), key=lambda index: found.probabilities[index])
        name, sure = found.classes[best], share(found.probabilities[best], 1)
        right = name == found.label
        text = (
            self.tr("A {0}, taken for a {1} · {2}")
            if right
            else self.tr("A {0}, wrongly taken for a {1} · {2}")
        )
        self.verdict.setText(text.format(found.label, name, sure))
        mark(self.verdict, kind="ok" if right else "warning")


def thumbnail(pixels: bytes, shape: tuple[int, ...]) -> QPixmap:
    """The first of the pictures."""
    height, width = shape[1:3]
    if len(shape) == 4:
        image = QImage(pixels, width, height, width * 3, QImage.Format.Format_RGB888)
    else:
        image = QImage(pixels, width, height, width, QImage.Format.Format_Indexed8)
        image.setColorTable(color_table("grey"))
    return fitted(QPixmap.fromImage(image), THUMBNAIL)
