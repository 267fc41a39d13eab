"""Networks from elsewhere, brought in through the window."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from explorer import zoo
from explorer.app.headless import Headless, Outcome
from explorer.app.importing.dialog import ImportDialog
from explorer.app.importing.names import Listed, Names
from explorer.app.importing.report import Report, ReportDialog, summary
from explorer.app.importing.request import Request, callables, size_of
from explorer.app.weights.dialog import WeightsDialog
from explorer.app.window import Window
from explorer.graph import files

NET = """
import torch
from torch import nn

open({canary!r}, "w").close()

class Part(nn.Module):
    pass

class Net(nn.Module):
    def __init__(self, width=4):
        super().__init__()
        self.conv = nn.Conv2d(3, width, 3)

    def forward(self, x):
        return torch.fft.rfft2(self.conv(x)).real
"""


@pytest.fixture(autouse=True)
def names(monkeypatch: pytest.MonkeyPatch) -> Listed:
    """The list as a process would give it, at once."""
    found = Listed(("alexnet", "resnet18", "resnet50", "vgg11"), None)

    def read(self: Names) -> None:
        self.state, self.found = "known", found
        self.changed.emit()

    monkeypatch.setattr(Names, "read", read)
    return found


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """The commands that would be run."""
    found: list[tuple[str, ...]] = []
    monkeypatch.setattr(Headless, "start", lambda self, args: found.append(tuple(args)))
    return found


@pytest.fixture
def net(tmp_path: Path) -> tuple[Path, Path]:
    """A network in Python, and the file that it makes when it is run."""
    path, canary = tmp_path / "net.py", tmp_path / "was_run"
    path.write_text(NET.format(canary=str(canary)))
    return path, canary


def drop(window: Window, path: Path) -> None:
    """Drag a file over the canvas and let it go."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    at, none = QPoint(60, 60), Qt.KeyboardModifier.NoModifier
    given = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none)
    enter = QDragEnterEvent(at, *given)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(at), *given))


def test_a_name_is_searched_and_asked_for(window: Window, started: list[tuple[str, ...]]) -> None:
    window.actions_table["import"].trigger()
    dialog = window.findChild(ImportDialog)
    assert dialog is not None
    QTest.keyClicks(dialog.torchvision.search, "res50")
    assert dialog.request == Request("torchvision:resnet50", "resnet50")
    QTest.keyClicks(dialog.image_size, "3x64x")
    assert not dialog.import_button.isEnabled()
    assert "3×224×224" in dialog.message.text()
    QTest.keyClicks(dialog.image_size, "64")
    QTest.mouseClick(dialog.import_button, Qt.MouseButton.LeftButton)
    (command,) = started
    assert command[:3] == ("import", "--input", "3x64x64")
    assert command[-2:] == ("--", "torchvision:resnet50")
    assert "--run-code" not in command
    assert dialog.bar.isVisible()
    window.importing._ended(Outcome(False, True, "", ""))
    assert "cancelled" in dialog.message.text()
    assert not dialog.running
    dialog.reject()


def test_what_is_not_installed_says_how(window: Window) -> None:
    dialog = window.importing.ask()
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    assert "pip install timm" in dialog.timm.empty.text()
    assert not dialog.import_button.isEnabled()
    dialog.reject()


def test_python_is_run_only_where_that_was_said(
    window: Window, started: list[tuple[str, ...]], net: tuple[Path, Path], tmp_path: Path
) -> None:
    path, canary = net
    drop(window, path)
    dialog = window.findChild(ImportDialog)
    assert dialog is not None
    assert dialog.file.called.currentText() == "Net"
    assert "runs the Python code" in dialog.file._asks.text()
    assert not dialog.import_button.isEnabled()
    QTest.keyClick(dialog.file.path, Qt.Key.Key_Return)
    assert started == []
    QTest.mouseClick(dialog.file.consent, Qt.MouseButton.LeftButton, pos=QPoint(6, 8))
    assert dialog.import_button.isEnabled()
    other = tmp_path / "other.py"
    other.write_text("class Other: pass")
    dialog.show_file(other)  # consent was for the other file
    assert not dialog.import_button.isEnabled()
    assert not canary.exists()
    dialog.reject()


def test_a_dropped_file_of_weights_is_tried(
    window: Window, started: list[tuple[str, ...]], tmp_path: Path
) -> None:
    path = tmp_path / "mine.safetensors"
    path.write_bytes(b"")
    drop(window, path)
    dialog = window.findChild(WeightsDialog)
    assert dialog is not None
    (command,) = started
    assert command[0] == "weights"
    assert str(path) in command
    dialog.reject()


def test_a_network_comes_in_with_a_report(
    window: Window, net: tuple[Path, Path], qtbot: QtBot
) -> None:
    """The whole way, with the process that does it."""
    path, canary = net
    before = window.session.document
    dialog = window.importing.ask(path)
    dialog.file.called.setEditText("Net(width=6)")
    dialog.file.consent.setChecked(True)
    QTest.keyClicks(dialog.image_size, "3x32x32")
    QTest.mouseClick(dialog.import_button, Qt.MouseButton.LeftButton)
    assert window.importing.running
    qtbot.waitUntil(lambda: not window.importing.running, timeout=120_000)
    assert canary.exists()
    document = window.session.document
    assert document is not before
    assert document.graph["conv"].params["out_channels"] == 6
    assert window.session.path is None
    assert window.session.changed  # no file holds it yet
    assert "opaque" in window.banner.text
    assert window.weights.file is not None
    assert window.weights.file.is_file()
    report = window.importing.show_report()
    assert isinstance(report, ReportDialog)
    top = report.list.topLevelItem(0)
    assert top is not None
    child = top.child(0)
    report.list.itemActivated.emit(child, 0)
    assert window.session.selection == (child.text(0),)
    report.reject()


def test_a_failure_leaves_all_as_it_was(window: Window, started: list[tuple[str, ...]]) -> None:
    before = window.session.document
    dialog = window.importing.ask()
    dialog.submit()
    assert started
    window.importing._ended(Outcome(False, False, "explorer: no such luck", ""))
    assert dialog.message.text() == "Not imported. No such luck."
    assert dialog.import_button.isEnabled()
    assert window.session.document is before
    dialog.reject()


def test_unsaved_changes_are_asked_for(
    make_window: Callable[[str], Window], monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make_window("resnet18")
    monkeypatch.setattr(window.files, "may_leave", lambda: False)
    folder = tempfile.TemporaryDirectory()
    files.save(zoo.get("vgg11"), window.importing._out(folder))
    before = window.session.document
    window.importing._folder = folder
    window.importing._ended(Outcome(True, False, "", '{"parameters":1,"macs":1,"layers":1}'))
    assert window.session.document is before


@pytest.mark.parametrize(
    ("text", "size"),
    [("", ""), (" 3 x 224x224 ", "3x224x224"), ("3×8×9", "3x8x9"), ("3x8", None), ("a", None)],
)
def test_sizes(text: str, size: str | None) -> None:
    assert size_of(text) == size


def test_classes_are_read_and_not_run(tmp_path: Path) -> None:
    path = tmp_path / "net.py"
    path.write_text("raise SystemExit\nclass A: ...\nclass B(nn.Module): ...\ndef make(): ...\n")
    assert callables(path) == ["B", "A", "make"]
    path.write_text("this is no Python")
    assert callables(path) == []


def test_a_file_is_never_taken_for_an_option() -> None:
    assert Request("--run-code", "x").arguments(Path("out"))[-2:] == ("--", "--run-code")


def test_a_summary_names_what_is_lost() -> None:
    assert not Report(10, 20, 3, exact=True).loses
    assert "opaque" not in summary(Report(10, 20, 3, exact=True), "net")
    some = Report(10, 20, 3, opaque=(("a", "fft"),), dropped=(("b", "c"),), exact=False)
    assert some.loses
    text = summary(some, "net")
    assert all(part in text for part in ("opaque", "left out", "not exactly"))
