"""The whole job through the window itself, where nobody looks on: edit, train, look, export.

For machines without a display, for the pictures in the documentation, and as a proof that a new
installation works.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from explorer.app.window import Window

EPOCHS = 10
SIZE = (1600, 1000)
PATIENCE = 120.0
"""Seconds that any one step may take."""


class TourError(RuntimeError):
    """A step of the tour that did not come to its end; the message says which."""


def tour(out: Path) -> int:
    """Take the tour, with pictures and exports into the folder ``out``; returns the exit code.

    Prints what it does to stderr and, last, what it measured to stdout, as JSON.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        print(f"explorer: {out}: {error.strerror}", file=sys.stderr)
        return 2
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        _say("no display: the window is drawn into memory")
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="explorer-tour-") as settings:
        from PySide6.QtCore import QSettings, qInstallMessageHandler

        qInstallMessageHandler(_hear_qt)
        # the tour must not disturb anyone's recent files, theme or window size

        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, settings)
        try:
            measured = _Tour(out).take()
        except TourError as error:
            print(f"explorer: {error}", file=sys.stderr)
            return 1
    print(json.dumps(measured, indent=1))
    return 0


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def _hear_qt(kind: object, context: object, text: str) -> None:
    # the platform that draws into memory says this of every window, and it means nothing
    if "This plugin does not support" not in text:
        _say(text)


class _Tour:
    def __init__(self, out: Path) -> None:
        self.out = out
        self.measured: dict[str, Any] = {}

    def take(self) -> dict[str, Any]:
        from explorer import zoo
        from explorer.app.main import application, open_window

        start = time.perf_counter()
        self.application = application()
        self.window: Window = open_window(zoo.get("lenet5_modern"))
        self.window.resize(*SIZE)
        self.window.show()
        self._settle()
        self.measured["window_seconds"] = round(time.perf_counter() - start, 3)
        self.window.runner.start()
        try:
            self._open()
            self._edit()
            self._train()
            self._look()
            self._export()
            self._large()
        finally:
            self.window.session.history.mark_saved()
            self.window.close()
        return self.measured

    # -- steps ----------------------------------------------------------------------------------

    def _open(self) -> None:
        self.window.show_workspace("design")
        self.window.canvas.fit()
        self.window.session.select("C1")
        self._picture("1-lenet5", "LeNet-5, its first convolution selected")

    def _edit(self) -> None:
        """One parameter, a block inserted, and both taken back in one go of undo."""
        from explorer.graph.edits import SetParameter

        session = self.window.session
        before = session.analysis.totals
        start = time.perf_counter()
        session.do(SetParameter(name="C1", parameter="out_channels", value=12))
        self.application.processEvents()
        self.measured["edit_to_screen_ms"] = round((time.perf_counter() - start) * 1e3, 2)
        self.measured["parameters_before"] = before.parameters
        self.measured["parameters_after_edit"] = session.analysis.totals.parameters
        session.select("tanh6")
        self.window.canvas.insert_block("dropout")
        if [e.source for e in session.document.graph.incoming["scores"]] != ["dropout"]:
            raise TourError("the dropout was not wired in between")
        self.window.canvas.arrange()
        self._wait(0.6)
        self.window.canvas.fit()
        self._picture("2-edited", "twelve filters, and dropout before the scores")
        while session.history.undo_label:
            session.undo()
        if session.analysis.totals != before:
            raise TourError("undo did not bring the network back")
        self._wait(0.4)

    def _train(self) -> None:
        from explorer.worker.messages import Recipe

        runner = self.window.runner
        self._until(lambda: runner.worker_state == "ready", "the worker's start")
        self.measured["device"] = runner.device_text
        self.window.show_workspace("train")
        start = time.perf_counter()
        runner.train(Recipe(epochs=EPOCHS))
        self._until(lambda: bool(runner.run and runner.run.epochs_done >= 2), "two epochs")
        self._picture("3-training", "LeNet-5 learning handwritten digits")
        self._until(lambda: bool(runner.run and not runner.run.going_on), "training")
        run = runner.run
        if run is None or run.state != "finished" or run.test_accuracy is None:
            raise TourError(f"training ended as “{run.state if run else 'nothing'}”")
        self.measured["training_seconds"] = round(time.perf_counter() - start, 2)
        self.measured["epochs"] = run.epochs_done
        self.measured["test_accuracy"] = round(run.test_accuracy, 4)
        _say(f"trained: {run.test_accuracy:.1%} of the test images right")
        self._wait(0.3)
        self._picture("4-trained", "the finished run")

    def _look(self) -> None:
        runner = self.window.runner
        self.window.show_workspace("inspect")
        insight = self.window.insight
        for kind, page, block, name in (
            ("filters", insight.filters, "C1", "5-filters"),
            ("activations", insight.activations, "tanh1", "6-activations"),
        ):
            self.window.session.select(block)
            insight.show_page(page)
            self._until(partial(runner.frames.__contains__, kind), f"the {kind}")
            self._wait(0.5)
            self._picture(name, f"{kind} of {block}")
        self._draw()

    def _draw(self) -> None:
        """A seven, with the mouse's own strokes."""
        from PySide6.QtCore import QPointF

        from explorer.app.panels.drawing_pad import SIDE, DrawingPad

        runner = self.window.runner
        self.window.insight.show_page(self.window.insight.draw)
        self._settle()
        pad = self.window.insight.findChild(DrawingPad)
        if pad is None:
            raise TourError("there is no drawing pad")
        corners = [(0.3, 0.22), (0.7, 0.22), (0.62, 0.45), (0.48, 0.8)]
        points = [QPointF(x * SIDE, y * SIDE) for x, y in corners]
        for first, second in pairwise(points):
            pad.stroke(first, second)
        self._until(lambda: runner.prediction is not None, "the prediction of a drawing")
        self._wait(0.5)
        self._picture("7-drawing", "a drawn seven and what the network makes of it")

    def _export(self) -> None:
        from explorer.app.exporting.exports import Format

        self.window.show_workspace("design")
        exports = self.window.exports
        formats: tuple[tuple[Format, str], ...] = (
            ("pytorch", "lenet5_modern.py"),
            ("onnx", "lenet5_modern.onnx"),
        )
        for to, name in formats:
            path = self.out / name
            path.unlink(missing_ok=True)
            start = time.perf_counter()
            exports.export(to, path)
            self._until(lambda: not exports.running, f"the export to {name}")
            if not path.exists():
                raise TourError(f"{name} was not written: {exports.said}")
            self.measured[f"export_{to}_seconds"] = round(time.perf_counter() - start, 2)
            _say(f"wrote {path}")

    def _large(self) -> None:
        """A network of blocks within blocks, in both themes."""
        from explorer import zoo
        from explorer.app.theme import set_theme
        from explorer.graph.edits import Fold

        session = self.window.session
        session.history.mark_saved()
        self.window.banner.hide()
        self.window.toggle_panel("strip")
        session.replace(zoo.get("resnet18"))
        for path in ("layer2", "layer2.0"):
            session.do(Fold(path=path, open=True))
        session.select("layer2.0.conv1")
        self._wait(0.6)
        self.window.canvas.fit()
        self._picture("8-resnet18", "ResNet-18, its second stage opened")
        set_theme("dark")
        self._picture("9-resnet18-dark", "the same in the dark theme")
        session.replace(zoo.get("googlenet"))
        session.do(Fold(path="inception4a", open=True))
        session.select("inception4a.branch3")
        self._wait(0.6)
        self.window.canvas.fit()
        self._picture("10-googlenet-dark", "GoogLeNet, an inception module opened")
        session.replace(zoo.get("resnet18"))
        totals = session.analysis.totals
        self.measured["resnet18"] = {
            "parameters": totals.parameters,
            "macs": totals.macs,
            "flops": totals.flops,
        }

    # -- waiting and looking --------------------------------------------------------------------

    def _settle(self) -> None:
        for _ in range(5):
            self.application.processEvents()

    def _wait(self, seconds: float) -> None:
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            self.application.processEvents()
            time.sleep(0.01)

    def _until(self, done: Callable[[], bool], what: str) -> None:
        end = time.perf_counter() + PATIENCE
        while not done():
            if time.perf_counter() > end:
                raise TourError(f"{what} took more than {PATIENCE:.0f} seconds")
            self._wait(0.02)

    def _picture(self, name: str, what: str) -> None:
        self._wait(0.3)
        path = self.out / f"{name}.png"
        if not self.window.grab().save(str(path)):
            raise TourError(f"{path} could not be written")
        _say(f"{path.name}: {what}")
