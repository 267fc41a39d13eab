"""Panels that are made when they are first seen show what they would have shown."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from explorer.app.later import Later
from explorer.app.panels.train import TrainPanel
from explorer.app.run import Run
from explorer.app.window import Window
from explorer.training.events import EpochDone, StepDone


def places(window: Window) -> dict[str, bool]:
    return {name: p.made for name, p in window.panels.items() if isinstance(p, Later)}


def test_a_new_window_makes_what_is_seen(window: Window) -> None:
    assert places(window) == {"train": False, "insight": False, "compare": False, "code": False}
    window.show_workspace("inspect")
    assert places(window)["insight"]
    assert window.insight.isVisible()
    window.show_workspace("compare")
    assert window.compare.isVisible()
    assert window.panels["compare"].isAncestorOf(window.compare)
    assert not places(window)["train"]


def test_it_is_made_once(window: Window) -> None:
    panel = window.train
    window.show_workspace("train")
    window.show_workspace("design")
    window.show_workspace("train")
    found = [p for p in window.findChildren(TrainPanel) if not p.compact]
    assert found == [panel]


def test_a_run_that_began_before_is_shown_whole(window: Window, qtbot: QtBot) -> None:
    runner = window.runner
    run = Run(1, window.session.document, runner.recipe)
    runner.run = run
    run.state = "training"
    runner.state_changed.emit()
    for epoch in (1, 2):
        runner._take(StepDone(epoch, 1, 1, 0.5, 0.5, 0.01, 1.0))
        runner._take(EpochDone(epoch, 3, 1.0 / epoch, 0.5, 1.0, 0.75, 1.0))
    assert not places(window)["train"]
    window.show_workspace("train")
    panel = window.train
    qtbot.wait(150)
    assert panel.title.text() == "Run 1"
    assert panel.accuracy.text() == "75.0 %"
    assert panel._stack.currentWidget() is panel.curves
