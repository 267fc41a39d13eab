"""Sessions and windows for the window's tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from explorer import zoo
from explorer.app.main import open_window
from explorer.app.runner import Runner
from explorer.app.session import Session
from explorer.app.settings import Settings
from explorer.app.theme import set_theme
from explorer.app.window import Window


@pytest.fixture
def session(qapp: QApplication) -> Session:
    """ResNet-18."""
    set_theme("light")
    return Session(zoo.get("resnet18"))


@pytest.fixture
def make_window(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], Window]]:
    """A window on a network of the zoo; it closes without asking anything."""
    Settings()._store.clear()
    # these tests need no worker, and a worker loads all of torch
    monkeypatch.setattr(Runner, "start", lambda runner: None)
    made: list[Window] = []

    def make(name: str = "resnet18") -> Window:
        window = open_window(zoo.get(name))
        made.append(window)
        window.resize(1440, 900)
        window.show()
        qtbot.waitExposed(window)
        return window

    yield make
    for window in made:
        monkeypatch.setattr(window.files, "may_leave", lambda: True)
        window.close()
        window.deleteLater()
    made.clear()
    # windows that linger would be coloured anew with every change of theme
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def window(make_window: Callable[[str], Window]) -> Window:
    return make_window("resnet18")
