"""What the pages of the insight panel share: which block they show, and why there is nothing."""

from __future__ import annotations

from math import sqrt

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from explorer.analysis.analyze import Row
from explorer.app import notices
from explorer.app.language import say
from explorer.app.notices import sentence
from explorer.app.runner import Runner
from explorer.app.session import Session
from explorer.app.widgets import label, tight
from explorer.worker.messages import Frames

CONVOLUTIONS = ("conv2d", "conv_transpose2d")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Insight", text)


def convolution_shown(session: Session) -> Row | None:
    """The current block, or the first convolution inside it, or the network's first."""
    current = session.current
    convolutions = [row for row in session.analysis.rows if row.node.type in CONVOLUTIONS]
    if current is not None:
        for row in convolutions:
            if row.path == current.path or row.path.startswith(current.path + "."):
                return row
    return convolutions[0] if convolutions else None


def block_shown(session: Session) -> Row | None:
    """The current block, or where there is none the first convolution, or the first block."""
    if session.current is not None and session.current.output is not None:
        return session.current
    rows = session.analysis.rows
    first = next((row for row in rows if row.node.type in CONVOLUTIONS), None)
    return first or next((row for row in rows if row.node.type != "input"), None)


class Absence(QFrame):
    """Why there is nothing to see, in the middle of where it would be."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._what = label(wrap=True)
        self._why = label(kind="secondary", wrap=True)
        layout = QVBoxLayout(self)
        tight(layout, 4)
        layout.addWidget(self._what)
        layout.addWidget(self._why)
        layout.addStretch()

    @property
    def text(self) -> str:
        return f"{self._what.text()} {self._why.text()}".strip()

    def explain(self, what: str, why: str = "") -> None:
        self._what.setText(sentence(what))
        self._why.setText(why)
        self._why.setVisible(bool(why))


def absence(runner: Runner) -> tuple[str, str] | None:
    """Why the worker can show nothing of the network, whatever is asked; None where it can."""
    if runner.worker_state in ("off", "starting"):
        return _tr("The worker is starting"), _tr("It looks into the network in the background.")
    if runner.worker_state == "died":
        return _tr("The worker has ended"), _tr("Press Run to start it again.")
    wrong = notices.of_analysis(runner.session.analysis)
    if wrong is not None and not runner.training:
        where = f"{wrong.path}: " if wrong.path else ""
        why = " ".join(filter(None, (sentence(say(wrong.why)), sentence(say(wrong.mend)))))
        return where + say(wrong.what), why
    failed = runner.insight_failure
    if failed is not None:
        why = " ".join(filter(None, (sentence(say(failed.why)), sentence(say(failed.mend)))))
        return say(failed.what), why
    return None


def vector_values(frames: Frames) -> list[float]:
    """The values of a vector, out of its grey values and its mean and deviation.

    The worker stretches each map over 0 … 255; both figures undo that, to 1/255 of the range.
    """
    grey = list(frames.pixels)
    if not grey:
        return []
    mean = sum(grey) / len(grey)
    deviation = sqrt(sum((value - mean) ** 2 for value in grey) / len(grey))
    scale = frames.deviation[0] / deviation if deviation else 0.0
    return [frames.mean[0] + (value - mean) * scale for value in grey]
