"""New, open, save, unsaved changes, recent files, exports."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from explorer import zoo
from explorer.app.settings import Settings
from explorer.app.window import Window
from explorer.graph import files
from explorer.graph.edits import SetParameter


def edit(window: Window, count: int = 3) -> None:
    window.session.do(SetParameter(name="layer2", parameter="count", value=count))


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """What the file dialogs give back."""
    found = {"open": "", "save": ""}
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (found["open"], ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (found["save"], ""))
    return found


def test_title_and_saving(window: Window, answers: dict[str, str], tmp_path: Path) -> None:
    assert window.windowTitle().startswith("resnet18 ")
    edit(window)
    assert "•" in window.windowTitle()
    path = tmp_path / "mine"
    answers["save"] = str(path)
    window.actions_table["save"].trigger()
    saved = tmp_path / "mine.network.json"
    assert files.load(saved) == window.session.document
    assert window.windowTitle().startswith("mine.network.json ")
    assert "•" not in window.windowTitle()
    edit(window, 4)
    answers["save"] = ""
    window.actions_table["save"].trigger()
    assert not window.session.changed
    assert files.load(saved) == window.session.document


@pytest.mark.parametrize(
    ("answer", "leaves", "saved"),
    [("save", True, True), ("discard", True, False), ("cancel", False, False)],
)
def test_unsaved_changes_are_asked_for(
    window: Window,
    answers: dict[str, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    answer: str,
    leaves: bool,
    saved: bool,
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(window.files, "ask_unsaved", lambda: asked.append("") or answer)
    assert window.files.may_leave()
    assert not asked
    edit(window)
    answers["save"] = str(tmp_path / "mine.network.json")
    window.actions_table["new"].trigger()
    assert len(asked) == 1
    assert (window.session.document.name == "untitled") == leaves
    assert (tmp_path / "mine.network.json").exists() == saved


def test_closing_can_be_broken_off(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    edit(window)
    monkeypatch.setattr(window.files, "ask_unsaved", lambda: "cancel")
    assert not window.close()
    assert window.isVisible()


def test_the_question_itself(window: Window, qtbot: QtBot) -> None:
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QMessageBox

    edit(window)

    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        assert "resnet18" in box.text()
        qtbot.mouseClick(box.button(QMessageBox.StandardButton.Discard), Qt.MouseButton.LeftButton)

    QTimer.singleShot(100, press)
    assert window.files.ask_unsaved() == "discard"


def test_a_bad_file_is_explained_in_the_window(
    window: Window, answers: dict[str, str], tmp_path: Path
) -> None:
    path = tmp_path / "bad.network.json"
    path.write_text('{"format": "architecture-explorer/network", "version": 99}')
    answers["open"] = str(path)
    before = window.session.document
    window.actions_table["open"].trigger()
    assert window.session.document is before
    assert "version 99" in window.banner.text
    assert "bad.network.json" in window.banner.text


def test_a_failed_save_keeps_the_document(window: Window, tmp_path: Path) -> None:
    edit(window)
    assert not window.files._write(tmp_path / "no" / "such" / "folder.network.json")
    assert window.session.changed
    assert "Not saved" in window.banner.text


def test_recent_files(window: Window, tmp_path: Path) -> None:
    paths = [tmp_path / f"n{i}.network.json" for i in range(3)]
    for path in paths:
        files.save(zoo.get("lenet5_modern"), path)
        window.files.open_path(path)
    assert Settings().recent == paths[::-1]
    menu = QMenu()
    window.actions_table._fill_recent(menu)
    entries: list[QAction] = [a for a in menu.actions() if a.text().startswith("n")]
    assert [a.text() for a in entries] == [p.name for p in paths[::-1]]
    entries[-1].trigger()
    assert window.session.path == paths[0]
    paths[1].unlink()
    assert paths[1] not in window.files.recent
    window.files.forget_recent()
    assert window.files.recent == []


def test_new_network_begins_with_its_ports(window: Window) -> None:
    window.actions_table["new"].trigger()
    assert {n.type for n in window.session.document.graph.nodes} == {"input", "output"}
    assert window.session.path is None


def test_export_of_source(
    make_window: Callable[[str], Window], qtbot: QtBot, tmp_path: Path
) -> None:
    window = make_window("lenet5_modern")
    path = tmp_path / "lenet5.py"
    window.exports.export("pytorch", path)
    assert window.exports.running
    assert not window.actions_table["export_onnx"].isEnabled()
    qtbot.waitUntil(lambda: not window.exports.running, timeout=60_000)
    assert "class LeNet" in path.read_text()
    assert "lenet5.py" in window.banner.text


def test_export_can_be_cancelled(
    make_window: Callable[[str], Window], qtbot: QtBot, tmp_path: Path
) -> None:
    window = make_window("lenet5_modern")
    window.exports.export("onnx", tmp_path / "lenet5.onnx")
    window.actions_table["cancel_export"].trigger()
    qtbot.waitUntil(lambda: not window.exports.running, timeout=30_000)
    assert not (tmp_path / "lenet5.onnx").exists()
    assert "cancelled" in window.banner.text


def test_a_failed_export_says_why(
    make_window: Callable[[str], Window], qtbot: QtBot, tmp_path: Path
) -> None:
    window = make_window("lenet5_modern")
    window.exports.export("pytorch", tmp_path / "no" / "folder.py")
    qtbot.waitUntil(lambda: not window.exports.running, timeout=60_000)
    assert "Not exported" in window.banner.text
    assert "folder.py" in window.banner.text


def test_what_was_learnt_goes_into_the_onnx_file(
    make_window: Callable[[str], Window], qtbot: QtBot, tmp_path: Path
) -> None:
    """The exported file answers as the worker's trained network does."""
    import onnx
    import torch

    window = make_window("lenet5_modern")
    client_sends: list[object] = []

    def save(path: Path) -> None:
        from explorer import zoo
        from explorer.build.module import build

        torch.manual_seed(7)
        torch.save(build(zoo.get("lenet5_modern")).state_dict(), path)
        client_sends.append(path)
        window.runner.weights_saved.emit(str(path))

    window.runner.worker_state, window.runner.learnt_epoch = "ready", 3
    window.runner.save_weights = save  # type: ignore[method-assign]
    window.exports.export("onnx", tmp_path / "lenet5.onnx")
    qtbot.waitUntil(lambda: not window.exports.running, timeout=60_000)
    assert client_sends
    assert "learnt" in window.banner.text
    torch.manual_seed(7)
    from explorer import zoo
    from explorer.build.module import build

    expected = build(zoo.get("lenet5_modern")).state_dict()["C1.weight"].numpy()
    model = onnx.load(tmp_path / "lenet5.onnx")
    found = [onnx.numpy_helper.to_array(i) for i in model.graph.initializer]
    assert any(f.shape == expected.shape and (f == expected).all() for f in found)
