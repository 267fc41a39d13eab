"""How a run stands, in a word on a tinted ground."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from explorer.app import theme
from explorer.app.run import RunState
from explorer.app.runner import Runner


def state_words(runner: Runner) -> str:
    """The run's state, or the worker's where there is no run."""
    words: dict[RunState, str] = {
        "building": _tr("building"),
        "training": _tr("training"),
        "pausing": _tr("pausing"),
        "paused": _tr("paused"),
        "stopping": _tr("stopping"),
        "stopped": _tr("stopped"),
        "finished": _tr("finished"),
        "failed": _tr("failed"),
        "died": _tr("worker ended"),
    }
    if runner.worker_state == "silent":
        return _tr("not answering")
    if runner.run is not None:
        if runner.run.state == "building" and runner.worker_state == "starting":
            return _tr("starting")
        return words[runner.run.state]
    return {
        "off": _tr("not started"),
        "starting": _tr("starting"),
        "ready": _tr("ready"),
        "died": _tr("worker ended"),
    }[runner.worker_state]


def _tr(text: str) -> str:
    return QCoreApplication.translate("StatePill", text)


class StatePill(QWidget):
    """The word that ``state_words`` has for the runner."""

    def __init__(self, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        runner.state_changed.connect(self._refresh)
        theme.notifier().changed.connect(self.update)
        self._refresh()

    @property
    def text(self) -> str:
        return self._text

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(theme.ui_font(12, 500))
        return QSize(round(metrics.horizontalAdvance(self._text)) + 20, 22)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = QColor(self._color())
        ground = QColor(color)
        ground.setAlpha(38)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(self.rect()), 11, 11)
        painter.setPen(color)
        painter.setFont(theme.ui_font(12, 500))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)
        painter.end()

    def _color(self) -> str:
        colors, run = theme.theme(), self._runner.run
        if self._runner.worker_state == "silent":
            return colors.warning
        if run is None:
            return colors.error if self._runner.worker_state == "died" else colors.secondary
        return {
            "training": colors.ok,
            "finished": colors.ok,
            "pausing": colors.warning,
            "paused": colors.warning,
            "failed": colors.error,
            "died": colors.error,
        }.get(run.state, colors.secondary)

    def _refresh(self) -> None:
        self._text = state_words(self._runner)
        self.setAccessibleName(self.tr("State: {0}").format(self._text))
        self.updateGeometry()
        self.update()
