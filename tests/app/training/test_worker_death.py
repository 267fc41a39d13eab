"""A worker that dies takes nothing with it."""

from __future__ import annotations

import os
import signal
import time

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from explorer.app.panels.train import TrainPanel
from explorer.app.runner import MOST_DEATHS, Runner
from explorer.app.session import Session
from explorer.worker.messages import Heartbeat, Ready, WorkerDied, WorkerSilent

pytestmark = pytest.mark.alone


def gone(process_id: int) -> bool:
    try:
        os.kill(process_id, 0)
    except ProcessLookupError:
        return True
    return False


@pytest.mark.skipif(os.name != "posix", reason="kills with a signal")
def test_a_killed_worker_is_noticed_explained_and_replaced(
    session: Session, ready: Runner, qtbot: QtBot
) -> None:
    panel = TrainPanel(session, ready)
    qtbot.addWidget(panel)
    panel.show()
    document = session.document
    ready.train(msgspec.structs.replace(ready.recipe, epochs=1000))
    qtbot.waitUntil(lambda: ready.run.epochs_done > 0, timeout=30_000)
    first = ready.process_id
    assert first is not None

    killed = time.monotonic()
    os.kill(first, signal.SIGKILL)
    qtbot.waitUntil(lambda: not panel.notice.isHidden(), timeout=5_000)
    noticed = time.monotonic() - killed

    assert noticed < 3
    assert "SIGKILL" in panel.notice.text
    assert "untouched" in panel.notice.text
    assert panel.pill.text == "worker ended"
    assert session.document is document
    assert not session.changed

    qtbot.waitUntil(lambda: ready.worker_state == "ready", timeout=30_000)
    assert ready.process_id != first
    assert "a new worker is ready" in panel.notice.text
    ready.set_recipe(msgspec.structs.replace(ready.recipe, epochs=1))
    panel.notice.again.click()
    qtbot.waitUntil(lambda: ready.run.state == "finished", timeout=60_000)
    assert ready.run.number == 2
    assert panel.notice.isHidden()
    second = ready.process_id
    assert second is not None
    ready.close()
    qtbot.waitUntil(lambda: gone(first) and gone(second), timeout=3_000)


def test_closing_while_training_leaves_no_process(ready: Runner, qtbot: QtBot) -> None:
    ready.train(msgspec.structs.replace(ready.recipe, epochs=1000))
    qtbot.waitUntil(lambda: ready.run.state == "training", timeout=30_000)
    process_id = ready.process_id
    assert process_id is not None

    began = time.monotonic()
    ready.close()

    assert time.monotonic() - began < 2
    assert gone(process_id)
    assert ready.worker_state == "off"


def test_a_worker_that_keeps_dying_is_left_off(
    runner: Runner, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    starts: list[bool] = []
    monkeypatch.setattr(runner, "_bring_up", starts.append)
    runner.start()

    for _ in range(MOST_DEATHS):
        runner._receive(WorkerDied("It ended.", 1, ("no torch here",)))
        qtbot.wait(20)

    qtbot.waitUntil(lambda: len(starts) == MOST_DEATHS, timeout=2_000)
    assert runner.worker_state == "died"
    assert runner.notice is not None
    assert "no torch here" in runner.notice.what
    assert "left off" in runner.notice.mend
    assert runner.notice.again


def test_a_silent_worker_is_told_of_until_it_answers(
    runner: Runner, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(runner, "_bring_up", lambda again: None)
    runner.start()
    runner._receive(Ready("cpu", "CPU · 2 cores", ("cpu",), "2.13"))
    runner._receive(WorkerSilent(2.6))
    qtbot.waitUntil(lambda: runner.worker_state == "silent", timeout=2_000)
    assert runner.notice is not None
    assert runner.notice.kind == "warning"

    runner._receive(Heartbeat())

    qtbot.waitUntil(lambda: runner.worker_state == "ready", timeout=2_000)
    assert runner.notice is None
    assert runner.device_text == "worker ready · CPU · 2 cores"
