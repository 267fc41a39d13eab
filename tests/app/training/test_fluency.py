"""The window stays fluent while the worker trains."""

from __future__ import annotations

import time
from itertools import pairwise

import msgspec
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from explorer.app.panels.insight import InsightPanel
from explorer.app.panels.train import TrainPanel
from explorer.app.runner import Runner
from explorer.app.session import Session

LONGEST_GAP = 0.1


def test_no_frame_gap_over_100_ms_while_training(
    session: Session, ready: Runner, qtbot: QtBot
) -> None:
    """With the curves, the strip and live filters in sight, from pressing Run to the end."""
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
    ready.set_recipe(msgspec.structs.replace(ready.recipe, epochs=8))
    ticks: list[float] = []
    busy: list[float] = []

    def tick() -> None:
        ticks.append(time.perf_counter())
        busy.append(time.thread_time())

    timer = QTimer(interval=5, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(tick)
    timer.start()
    qtbot.wait(50)
    panel.run_button.click()
    qtbot.waitUntil(lambda: ready.run.state == "finished", timeout=60_000)
    qtbot.wait(200)
    timer.stop()

    gaps = [b - a for a, b in pairwise(ticks)]
    work = [b - a for a, b in pairwise(busy)]
    print(f"longest gap {1000 * max(gaps):.0f} ms, longest work {1000 * max(work):.0f} ms")
    assert max(gaps) < LONGEST_GAP, f"the window stood still for {1000 * max(gaps):.0f} ms"
