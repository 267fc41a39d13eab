"""Two windows on one file, and a file that another program changes."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from explorer import zoo
from explorer.app.main import open_window
from explorer.app.safety import locks
from explorer.app.window import Window
from explorer.graph import files
from explorer.graph.edits import SetParameter
from explorer.graph.model import Document

ROOT = Path(__file__).resolve().parents[3]


def with_count(count: int) -> Document:
    return SetParameter(name="layer2", parameter="count", value=count).apply(zoo.get("resnet18"))


def count(window: Window) -> object:
    return window.session.document.graph["layer2"].params["count"]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "mine.network.json"
    files.save(with_count(2), found)
    return found


@pytest.fixture
def opened(window: Window, path: Path) -> Window:
    window.files.open_path(path)
    assert window.session.path == path
    return window


@pytest.fixture
def other(path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that has the file open."""
    paths = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    program = subprocess.Popen(
        [sys.executable, "-m", "tests.app.safety.holding", str(path)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": paths, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert program.stdout is not None
    assert program.stdout.readline() == "here\n"
    yield program
    program.kill()
    program.communicate()


def answer(text: str) -> list[str]:
    """Press a button of the question that comes next; what it asks is put into the list."""
    asked: list[str] = []

    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        asked.append(box.text())
        (button,) = [b for b in box.buttons() if b.text().replace("&", "") == text]
        button.click()

    QTimer.singleShot(50, press)
    return asked


def press(window: Window, text: str) -> None:
    bar = window.safety.disk_bar
    (button,) = [b for b in bar.findChildren(QPushButton) if b.text() == text]
    button.click()


# -- two windows ------------------------------------------------------------------------------


def test_another_window_is_noticed(
    window: Window, path: Path, other: subprocess.Popen[str], qtbot: QtBot
) -> None:
    found = locks.holder(path)
    assert found is not None
    assert (found.pid, found.here) == (other.pid, True)
    before = window.session.document
    asked = answer("Cancel")
    window.files.open_path(path)
    assert "mine.network.json" in asked[0]
    assert window.session.document is before
    answer("Open a copy")
    window.files.open_path(path)
    assert window.session.path is None
    assert window.session.document == with_count(2)
    answer("Open it anyway")
    window.files.open_path(path)
    assert window.session.path == path
    document = window.session.document
    answer("Show that window")
    window.files.open_path(path)
    assert window.session.document is document
    assert other.stdout is not None
    assert other.stdout.readline() == "called\n"


def test_the_lock_of_a_killed_program_is_given_away(
    window: Window, path: Path, other: subprocess.Popen[str]
) -> None:
    other.kill()
    other.wait()
    window.files.open_path(path)  # nothing is asked
    assert window.session.path == path
    assert locks.lock_of(path).tryLock(0) is False  # it is ours now
    window.files.open_network("lenet5_modern")
    assert list(path.parent.glob(".*.lock")) == []


def test_a_window_started_on_an_open_file(
    make_window: Callable[[str], Window], path: Path, other: subprocess.Popen[str], qtbot: QtBot
) -> None:
    make_window("lenet5_modern")  # begins with clean settings
    second = open_window(files.load(path), path)
    second.show()
    answer("Show that window")
    second.safety.begin(second)
    qtbot.waitUntil(lambda: not second.isVisible())
    third = open_window(files.load(path), path)
    third.show()
    answer("Open a copy")
    third.safety.begin(third)
    assert third.session.path is None
    third.close()


def test_a_folder_that_can_only_be_read(window: Window, path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write everywhere")
    path.parent.chmod(0o500)
    try:
        window.files.open_path(path)
        assert window.session.path == path
        window.session.do(SetParameter(name="layer2", parameter="count", value=6))
        assert not window.files.save()
        assert "Permission denied" in window.banner.text
        assert window.session.changed
    finally:
        path.parent.chmod(0o700)


# -- changed on the disk ------------------------------------------------------------------------


def test_a_change_is_noticed_and_reloaded_as_a_step(
    opened: Window, path: Path, qtbot: QtBot
) -> None:
    bar = opened.safety.disk_bar
    files.save(with_count(7), path)
    qtbot.waitUntil(lambda: "changed by another" in bar.text)
    assert count(opened) == 2
    press(opened, "Reload")
    assert count(opened) == 7
    assert not opened.session.changed
    assert bar.text == ""
    opened.session.undo()
    assert count(opened) == 2
    assert opened.session.changed
    # and once more: the file that took its place is watched too
    files.save(with_count(8), path)
    qtbot.waitUntil(lambda: "changed by another" in bar.text)


def test_mine_is_kept_and_theirs_is_the_previous_version(
    opened: Window, path: Path, qtbot: QtBot
) -> None:
    files.save(with_count(7), path)
    qtbot.waitUntil(lambda: opened.safety.disk_bar.text != "")
    press(opened, "Keep mine")
    assert opened.session.changed
    assert opened.files.save()  # nothing is asked again
    assert files.load(path) == with_count(2)
    assert files.load(files.previous(path)) == with_count(7)


def test_never_written_over_in_silence(
    opened: Window, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened.session.do(SetParameter(name="layer2", parameter="count", value=5))
    files.save(with_count(7), path)
    # at once, before the disk is heard of
    asked = answer("Cancel")
    assert not opened.files.save()
    assert len(asked) == 1
    assert files.load(path) == with_count(7)
    answer("Write over it")
    assert opened.files.save()
    assert files.load(path) == with_count(5)
    assert files.load(files.previous(path)) == with_count(7)


def test_our_own_saving_is_no_news(opened: Window, path: Path, qtbot: QtBot) -> None:
    for value in (3, 4):
        opened.session.do(SetParameter(name="layer2", parameter="count", value=value))
        assert opened.files.save()
        qtbot.wait(500)
        assert opened.safety.disk_bar.text == ""
    path.touch()  # nor is another time of the same
    qtbot.wait(500)
    assert opened.safety.disk_bar.text == ""


def test_compared_it_is_asked_again(opened: Window, path: Path, qtbot: QtBot) -> None:
    files.save(with_count(7), path)
    qtbot.waitUntil(lambda: opened.safety.disk_bar.text != "")
    dialog = opened.safety.meeting.compare()
    assert dialog is not None
    dialog.reject()
    assert opened.safety.disk_bar.text != ""


def test_gone_or_unreadable_it_is_unsaved_here(opened: Window, path: Path, qtbot: QtBot) -> None:
    bar = opened.safety.disk_bar
    path.write_text("{")
    qtbot.waitUntil(lambda: "cannot be read" in bar.text)
    assert opened.session.changed
    path.unlink()
    qtbot.waitUntil(lambda: "gone" in bar.text)
    assert opened.files.save()
    assert files.load(path) == with_count(2)
    qtbot.waitUntil(lambda: bar.text == "")
