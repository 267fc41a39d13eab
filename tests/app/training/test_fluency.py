"""The window stays fluent while the worker trains."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from explorer.app.panels.insight import InsightPanel
from explorer.app.panels.train import TrainPanel
from explorer.app.runner import Runner
from explorer.app.session import Session

pytestmark = pytest.mark.alone

LONGEST_GAP = 0.1


def test_no_frame_gap_over_100_ms_while_training(
    session: Session, ready: Runner, qtbot: QtBot
) -> None:
    """With the curves, the strip and live filters in sight, from pressing Run to the end.

    Other programs on the machine can only lengthen a gap: the best of three runs is what the
    window itself does.
    """
    window = QWidget()
    qtbot.addWidget(window)
    layout = QHBoxLayout(window)
    panel = TrainPanel(session, ready)
    for part in (panel, TrainPanel(session, ready, compact=True), InsightPanel(session, ready)):
        layout.addWidget(part)
    window.resize(1600, 600)
    window.show()
    qtbot.waitExposed(window)
    qtbot.wait(500)
    ready.set_recipe(replace(ready.recipe, epochs=8))
    longest: list[float] = []
    while len(longest) < 3 and (not longest or longest[-1] >= LONGEST_GAP):
        longest.append(longest_gap(panel, ready, qtbot))

    assert min(longest) < LONGEST_GAP, f"the window stood still for {longest} s"


def longest_gap(panel: TrainPanel, runner: Runner, qtbot: QtBot) -> float:
    """Seconds between two turns of the event loop, at most, during a whole run."""
    ticks: list[float] = []
    timer = QTimer(interval=5, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(lambda: ticks.append(time.perf_counter()))
    timer.start()
    qtbot.wait(50)
    panel.run_button.click()
    qtbot.waitUntil(
        lambda: runner.run is not None and runner.run.state == "finished", timeout=60_000
    )
    qtbot.wait(200)
    timer.stop()
    return max(b - a for a, b in pairwise(ticks))
