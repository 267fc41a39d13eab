"""A session on LeNet-5, and a runner with the real worker."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from explorer import zoo
from explorer.app import theme
from explorer.app.runner import Runner
from explorer.app.session import Session


@pytest.fixture
def session(qapp: QApplication) -> Session:
    theme.set_theme("light")
    return Session(zoo.get("lenet5_modern"))


@pytest.fixture
def runner(session: Session, qtbot: QtBot) -> Iterator[Runner]:
    """A runner that follows a short recipe; its worker is not started yet."""
    runner = Runner(session)
    runner.set_recipe(msgspec.structs.replace(runner.recipe, epochs=2))
    yield runner
    runner.close()


@pytest.fixture
def ready(runner: Runner, qtbot: QtBot) -> Runner:
    """A runner whose worker can be asked for anything."""
    runner.start()
    qtbot.waitUntil(lambda: runner.worker_state == "ready", timeout=30_000)
    return runner
