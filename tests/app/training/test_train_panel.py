"""Training from the panel, with the real worker."""

from __future__ import annotations

import os
import subprocess
import sys
import time

import msgspec
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from explorer.app.panels.train import TrainPanel, duration
from explorer.app.runner import Runner
from explorer.app.session import Session
from explorer.graph.edits import RemoveNodes, SetParameter

pytestmark = pytest.mark.alone


@pytest.fixture
def panel(session: Session, runner: Runner, qtbot: QtBot) -> TrainPanel:
    panel = TrainPanel(session, runner)
    qtbot.addWidget(panel)
    panel.resize(1000, 600)
    panel.show()
    return panel


def finished(runner: Runner) -> bool:
    return runner.run is not None and runner.run.state == "finished"


def test_run_trains_and_the_panel_tells_the_accuracy(
    panel: TrainPanel, runner: Runner, qtbot: QtBot
) -> None:
    assert panel.pill.text in ("not started", "starting")

    qtbot.mouseClick(panel.run_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: finished(runner), timeout=60_000)

    assert panel.pill.text == "finished"
    assert panel.title.text() == "Run 1"
    shown = float(panel.accuracy.text().removesuffix("%"))
    assert shown > 80, "two epochs are enough for far more than chance"
    assert f"{runner.run.right} of 355 digits" in panel.accuracy_note.text()
    assert "epoch 2/2" in panel.facts.full_text()
    assert panel.progress.value() == 1000
    titles = [text for _, text in panel.curves.legend()]
    assert f"test accuracy {shown} %" in titles
    assert len(runner.run.train_losses) == len(runner.run.test_losses) == 2
    assert len(runner.run.step_losses) > 2
    assert panel.run_button.isVisible()
    assert not panel.stop_button.isVisible()


def test_pause_resume_and_stop_react_within_a_second(
    panel: TrainPanel, ready: Runner, qtbot: QtBot
) -> None:
    ready.set_recipe(msgspec.structs.replace(ready.recipe, epochs=1000))
    panel.run_button.click()
    qtbot.waitUntil(lambda: ready.run is not None and ready.run.epochs_done > 0, timeout=30_000)

    def reacts(act: object, state: str) -> float:
        began = time.monotonic()
        qtbot.mouseClick(act, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: ready.run.state == state, timeout=5_000)
        return time.monotonic() - began

    assert reacts(panel.pause_button, "paused") <= 1
    assert panel.pill.text == "paused"
    assert panel.pause_button.text() == "Resume"
    before = (ready.run.epoch, ready.run.step)
    qtbot.wait(300)
    assert (ready.run.epoch, ready.run.step) == before
    assert reacts(panel.pause_button, "training") <= 1
    assert reacts(panel.stop_button, "stopped") <= 1
    assert ready.learnt_epoch >= 1
    assert not ready.training


def test_a_network_with_too_few_scores_is_explained_and_repaired(
    panel: TrainPanel, runner: Runner, session: Session
) -> None:
    session.do(SetParameter(name="scores", parameter="out_features", value=7))

    assert not runner.train()

    assert runner.run is None
    assert "7 scores" in panel.notice.text
    assert "10 classes" in panel.notice.text
    panel.notice.show_block.click()
    assert session.selection == ("scores",)
    panel.notice.repair.click()
    assert session.row("scores").output == (10,)
    assert panel.notice.isHidden(), "the notice went with what it was about"


def test_a_network_that_cannot_be_built_names_the_block(
    panel: TrainPanel, runner: Runner, session: Session
) -> None:
    session.do(SetParameter(name="C5", parameter="kernel_size", value=9))

    panel.run_button.click()

    assert runner.notice is not None
    assert runner.notice.path == "C5"
    assert runner.notice.what
    assert runner.notice.mend
    panel.notice.show_block.click()
    assert session.selection == ("C5",)


def test_a_network_without_an_output_says_so(
    panel: TrainPanel, runner: Runner, session: Session
) -> None:
    output = session.document.graph.of_type("output")[0].name
    session.do(RemoveNodes(names=(output,)))

    panel.run_button.click()

    assert runner.run is None
    assert panel.notice.text


def test_the_form_judges_what_is_typed(panel: TrainPanel, runner: Runner, qtbot: QtBot) -> None:
    form = panel.form
    form.learning_rate.setFocus()
    form.learning_rate.selectAll()
    qtbot.keyClicks(form.learning_rate, "1e-")
    assert form.learning_rate.property("invalid")
    qtbot.keyClicks(form.learning_rate, "2")
    assert not form.learning_rate.property("invalid")
    assert runner.recipe.learning_rate == 0.01
    form.epochs.selectAll()
    qtbot.keyClicks(form.epochs, "0")
    assert form.epochs.property("invalid")
    assert runner.recipe.epochs == 2
    form.epochs.selectAll()
    qtbot.keyClicks(form.epochs, "7")
    assert runner.recipe.epochs == 7
    form.optimizer.setCurrentIndex(form.optimizer.findData("sgd"))
    form.optimizer.activated.emit(form.optimizer.currentIndex())
    assert runner.recipe.optimizer == "sgd"


def test_the_compact_panel_has_no_form(session: Session, runner: Runner, qtbot: QtBot) -> None:
    panel = TrainPanel(session, runner, compact=True)
    qtbot.addWidget(panel)

    assert not hasattr(panel, "form")
    assert panel.minimumSizeHint().height() <= 200


def test_everything_that_acts_has_a_name(panel: TrainPanel) -> None:
    from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit

    for kind in (QAbstractButton, QComboBox, QLineEdit):
        for widget in panel.findChildren(kind):
            if isinstance(widget, QLineEdit) and isinstance(widget.parent(), QComboBox):
                continue
            text = widget.text() if isinstance(widget, QAbstractButton) else ""
            assert widget.accessibleName() or text, widget


WITHOUT_TORCH = """
import sys
import msgspec
from PySide6.QtWidgets import QApplication
app = QApplication([])
from explorer import zoo
from explorer.app.panels.insight import InsightPanel
from explorer.app.panels.train import TrainPanel
from explorer.app.runner import Runner
from explorer.app.session import Session
session = Session(zoo.get("lenet5_modern"))
runner = Runner(session)
panels = [TrainPanel(session, runner), InsightPanel(session, runner)]
for panel in panels:
    panel.show()
runner.state_changed.connect(lambda: runner.run.going_on or app.quit())
runner.train(msgspec.structs.replace(runner.recipe, epochs=1))
app.exec()
runner.close()
assert runner.run.state == "finished", runner.run.state
heavy = {"torch", "torchvision", "networkx", "onnx"} & set(sys.modules)
assert not heavy, heavy
"""


def test_a_whole_run_imports_no_torch() -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    subprocess.run([sys.executable, "-c", WITHOUT_TORCH], check=True, timeout=60, env=environment)


IN_THE_BACKGROUND = """
import sys, threading
from PySide6.QtCore import QEvent, QObject, QTimer
from explorer import zoo
from explorer.app.main import application, open_window
from explorer.app.plots.library import library
from explorer.app.runner import Runner

class Painted(QObject):
    seen = False
    def eventFilter(self, watched, event):
        self.seen = self.seen or event.type() == QEvent.Type.Paint
        return False

class Asked:
    found = []
    def find_spec(self, name, path=None, target=None):
        if name == "pyqtgraph":
            self.found.append((painted.seen, threading.current_thread() is threading.main_thread()))

sys.meta_path.insert(0, Asked())
Runner.start = lambda runner: None
app, painted = application(), Painted()
window = open_window(zoo.get("lenet5"))
window.canvas.viewport().installEventFilter(painted)
window.show()
library().ready.connect(app.quit)
app.exec()
assert Asked.found == [(True, False)], Asked.found
assert not library().failure, library().failure
window.close()
"""


def test_plots_are_fetched_in_the_background_after_the_window_is_painted() -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    subprocess.run(
        [sys.executable, "-W", "error", "-c", IN_THE_BACKGROUND],
        check=True,
        timeout=60,
        env=environment,
    )


def test_durations_read_as_people_say_them() -> None:
    assert [duration(s) for s in (0.2, 59, 130, 3900)] == ["1 s", "59 s", "2 min 10 s", "1 h 5 min"]
