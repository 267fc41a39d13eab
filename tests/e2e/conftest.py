"""A real screen with a window manager, and a real mouse and keyboard."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from explorer.app.main import open_window
from explorer.app.settings import Settings
from explorer.app.window import Window
from explorer.graph.model import Document

SIZE = (1440, 860)


@pytest.fixture(scope="session")
def window_manager(qapp: QApplication) -> Iterator[None]:
    if QGuiApplication.platformName() != "xcb":
        pytest.skip("needs an X screen")
    for program in ("openbox", "xdotool"):
        if shutil.which(program) is None:
            pytest.fail(f"{program} is missing; packaging/setup.sh test installs it")
    manager = subprocess.Popen(
        ["openbox", "--sm-disable"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    time.sleep(0.5)
    yield
    manager.terminate()
    manager.wait(5)


class Person:
    """Does with the window what a person does, through the X server."""

    def __init__(self, window: Window, qtbot: QtBot) -> None:
        self.window = window
        self._qtbot = qtbot

    def xdotool(self, *words: object) -> None:
        """Run xdotool while the window goes on living."""
        process = subprocess.Popen(["xdotool", *map(str, words)])
        self._qtbot.waitUntil(lambda: process.poll() is not None, timeout=20_000)
        assert process.returncode == 0
        self._qtbot.wait(60)

    def drag(self, start: QPoint, end: QPoint) -> None:
        steps: list[object] = ["mousemove", start.x(), start.y(), "sleep", 0.1, "mousedown", 1]
        for i in range(1, 9):
            way = start + (end - start) * i / 8
            steps += ["sleep", 0.04, "mousemove", way.x(), way.y()]
        # once more at the end: a drop goes to where the last move was seen
        steps += ["sleep", 0.1, "mousemove", end.x() + 1, end.y(), "sleep", 0.1, "mouseup", 1]
        self.xdotool(*steps)
        self._qtbot.wait(150)

    def click(self, at: QPoint) -> None:
        self.xdotool("mousemove", at.x(), at.y(), "sleep", 0.05, "click", 1)

    def click_widget(self, widget: QWidget) -> None:
        self.click(widget.mapToGlobal(widget.rect().center()))

    def type(self, text: str) -> None:
        self.xdotool("type", "--delay", 20, text)

    def key(self, *names: str) -> None:
        self.xdotool("key", "--delay", 30, *names)

    def see(self, what: Callable[[], bool], timeout: int = 30_000) -> None:
        self._qtbot.waitUntil(what, timeout=timeout)

    # -- places ---------------------------------------------------------------------------------

    def palette_entry(self, title: str) -> QPoint:
        """Search the palette for a title, and where its entry then stands."""
        palette = self.window.palette_panel
        self.click_widget(palette.search)
        self.key("ctrl+a")
        self.type(title)
        view = palette.list
        for row in range(view.model().rowCount()):
            index = view.model().index(row, 0)
            if index.data() == title:
                view.scrollTo(index)
                return view.viewport().mapToGlobal(view.visualRect(index).center())
        raise AssertionError(f"the palette does not show {title}")

    def canvas(self, x: float, y: float) -> QPoint:
        """A place on the canvas, as shares of its width and height."""
        viewport = self.window.canvas.viewport()
        return viewport.mapToGlobal(QPoint(int(viewport.width() * x), int(viewport.height() * y)))

    def port(self, path: str, side: str, port: int = 0) -> QPoint:
        view = self.window.canvas
        item = view.network.blocks[path]
        shown = item.shown
        place = shown.input(port) if side == "input" else shown.output(port)
        at = item.mapToScene(QPointF(place.x - shown.at.x, place.y - shown.at.y))
        return view.viewport().mapToGlobal(view.mapFromScene(at))

    def block(self, path: str) -> QPoint:
        view = self.window.canvas
        item = view.network.blocks[path]
        return view.viewport().mapToGlobal(view.mapFromScene(item.mapToScene(item.body.center())))


@pytest.fixture
def person(window_manager: None, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Person]:
    """Somebody before a window on an empty document."""
    Settings()._store.clear()
    window = open_window(Document())
    window.setGeometry(0, 24, *SIZE)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    qtbot.waitUntil(window.isActiveWindow, timeout=5000)
    yield Person(window, qtbot)
    window.session.history.mark_saved()
    window.close()
    window.deleteLater()
    os.sync()
