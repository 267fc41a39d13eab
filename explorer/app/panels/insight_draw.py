"""Draw a digit, and see what the network makes of it while it is being drawn."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from explorer.app import theme
from explorer.app.panels.activation_view import ActivationView
from explorer.app.panels.drawing_pad import SIDE, DrawingPad
from explorer.app.panels.insight_parts import absence, block_shown
from explorer.app.panels.spread import Spread
from explorer.app.plots.bars import ClassBars
from explorer.app.runner import Runner
from explorer.app.session import Session
from explorer.app.widgets import label, tight

SMALL, LARGE = 152, 260
"""Sides of the pad: with the button below it at least as high as ten classes."""

BELOW = 190
"""Pixels that the button and one map enlarged need below the pad."""

SIDE_BY_SIDE = 600
"""Width from which the drawing stands left of the activations."""


class DrawPage(QWidget):
    """The pad, the classes with their probabilities, and the chosen block's activations."""

    def __init__(self, session: Session, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._runner = runner
        self._active = False
        self.pad = DrawingPad()
        self.pad.setMinimumSize(SMALL, SMALL)
        self.pad.drawn.connect(self._drawn)
        self.pad.emptied.connect(self._emptied)
        self.clear_button = QPushButton(self.tr("Clear"))
        self.clear_button.setToolTip(self.tr("Clear the drawing (Delete, on the pad)"))
        self.clear_button.clicked.connect(self.pad.clear)
        self.answer = label()
        self.answer.setFont(theme.ui_font(14, 600))
        self.bars = ClassBars(self.tr("Probability of each class"))
        self.hint = label(kind="secondary", wrap=True)
        self.view = ActivationView(runner)
        under = QHBoxLayout()
        tight(under, 4)
        under.addWidget(self.answer, 1)
        under.addWidget(self.clear_button)
        left = QVBoxLayout()
        tight(left, 6)
        left.addWidget(self.pad)
        left.addLayout(under)
        left.addStretch()
        right = QVBoxLayout()
        tight(right)
        right.addWidget(self.bars)
        right.addStretch()
        both = QHBoxLayout()
        tight(both, 12)
        both.addLayout(left)
        both.addLayout(right, 1)
        drawing = QWidget()
        column = QVBoxLayout(drawing)
        tight(column, 10)
        column.addLayout(both)
        column.addWidget(self.hint)
        column.addStretch(1)
        layout = QVBoxLayout(self)
        tight(layout)
        spread = Spread(drawing, self.view, self.view.detail, side=440, wide=SIDE_BY_SIDE)
        layout.addWidget(spread)
        runner.predicted.connect(self._predicted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        size = event.size()
        room = size.height() - BELOW if size.width() >= SIDE_BY_SIDE else SMALL
        side = max(SMALL, min(LARGE, room))
        self.pad.setMaximumSize(side, side)

    def set_active(self, active: bool) -> None:
        """Whether anybody sees this page."""
        if not active and not self._active:
            return
        self._active = active
        self.view.set_active(active)
        if active:
            if not self.pad.empty:
                self._drawn()
            self.refresh()
        else:
            self._runner.watch("")
            self._runner.forget_drawing()

    def refresh(self) -> None:
        """The selection, the document or the worker's state has changed."""
        if not self._active:
            return
        row = block_shown(self._session)
        path = row.path if row is not None and not self.pad.empty else ""
        if self.pad.empty:
            self._runner.watch("")
            self.view.hide()
        else:
            self.view.show()
            self.view.look_at(path, None, self.tr("Fetching the activations…"))
        self._predicted()

    def _drawn(self) -> None:
        self._runner.predict(self.pad.pixels, SIDE, SIDE)
        self.refresh()

    def _emptied(self) -> None:
        self._runner.forget_drawing()
        self.refresh()

    def _predicted(self) -> None:
        if not self._active:
            return
        found = self._runner.prediction
        why = absence(self._runner)
        if self.pad.empty or why is not None or found is None or found.sample is not None:
            self.bars.set_shares([])
            self.answer.setText("")
            text = " ".join(filter(None, why)) if why is not None else self._invitation()
            self.hint.setText(text if self.pad.empty or why is not None else "")
        else:
            self.bars.set_shares(list(zip(found.classes, found.probabilities, strict=False)))
            best = self.bars.best
            self.answer.setText(
                self.tr("a {0}, {1} %").format(best[0], round(100 * best[1])) if best else ""
            )
            self.hint.setText("" if self._runner.learnt_epoch else self._untrained())
        self.hint.setVisible(bool(self.hint.text()))

    def _invitation(self) -> str:
        text = self.tr(
            "Draw a digit large, with the mouse. What the network takes it for shows here "
            "while you draw, and with it the activations of the chosen block."
        )
        return text if self._runner.learnt_epoch else f"{text} {self._untrained()}"

    def _untrained(self) -> str:
        return self.tr("The weights are still random, so it can only guess: train it first.")
