"""Weights in the window: loaded, seen to fit, saved beside the network, exported with it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import torch
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from safetensors.torch import load_file, save_file

from explorer import zoo
from explorer.app.weights.dialog import WeightsDialog
from explorer.app.weights.fit import Fit, Misfit, rows, summary
from explorer.app.window import Window
from explorer.build.module import build
from explorer.graph.files import weights_beside
from explorer.worker.messages import LoadWeights

NAME = "lenet5_modern"


def state() -> dict[str, torch.Tensor]:
    torch.manual_seed(11)
    return dict(build(zoo.get(NAME)).state_dict())


@pytest.fixture
def window(make_window: Callable[[str], Window]) -> Window:
    return make_window(NAME)


def try_(window: Window, source: Path, qtbot: QtBot) -> WeightsDialog:
    dialog = window.loading_weights.ask()
    QTest.keyClicks(dialog.source, str(source))
    QTest.mouseClick(dialog.look, Qt.MouseButton.LeftButton)
    settle(window, qtbot)
    return dialog


def settle(window: Window, qtbot: QtBot) -> None:
    command = window.loading_weights._command
    qtbot.waitUntil(lambda: not command.running, timeout=60_000)


def test_weights_under_other_names_are_suggested_used_saved_and_exported(
    window: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    sent: list[object] = []
    window.runner.set_weights = sent.append  # type: ignore[method-assign]
    wanted = state()
    source = tmp_path / "theirs.safetensors"
    save_file({f"net.{key}": value for key, value in wanted.items()}, source)
    dialog = try_(window, source, qtbot)
    if not dialog.use.isEnabled():  # a prefix may also be taken for granted
        assert dialog.table.topLevelItemCount() >= len(wanted)
        QTest.mouseClick(dialog.suggest, Qt.MouseButton.LeftButton)
        settle(window, qtbot)
    assert f"All {len(wanted)} keys" in dialog.message.text()
    QTest.mouseClick(dialog.use, Qt.MouseButton.LeftButton)
    assert "keys" in window.banner.text
    (command,) = sent
    assert isinstance(command, LoadWeights)

    window.session.save(tmp_path / "mine.network.json")
    beside = tmp_path / "mine.safetensors"
    assert window.weights.file == beside
    found = load_file(beside)
    assert all(torch.equal(found[key], value) for key, value in wanted.items())

    window.exports.export("onnx", tmp_path / "mine.onnx")
    qtbot.waitUntil(lambda: not window.exports.running, timeout=90_000)
    assert "with its weights" in window.banner.text
    import onnx

    model = onnx.load(tmp_path / "mine.onnx")
    arrays = [onnx.numpy_helper.to_array(i) for i in model.graph.initializer]
    expected = wanted["C1.weight"].numpy()
    assert any(a.shape == expected.shape and (a == expected).all() for a in arrays)


def test_what_does_not_fit_is_listed_and_not_used(
    window: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    source = tmp_path / "other.pt"
    wrong = state()
    wrong["C1.weight"] = torch.zeros(3, 3)
    torch.save(wrong, source)
    dialog = window.loading_weights.ask(source)
    settle(window, qtbot)
    assert not dialog.use.isEnabled()
    items = [dialog.table.topLevelItem(i) for i in range(dialog.table.topLevelItemCount())]
    assert any(i is not None and i.text(0) == "C1.weight" and "3×3" in i.text(2) for i in items)
    dialog.reject()
    assert window.weights.file is None


def test_no_weights_say_why(window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    source = tmp_path / "bad.pt"
    source.write_bytes(b"cos\nsystem\n(S'touch /nowhere'\ntR.")
    dialog = try_(window, source, qtbot)
    assert "bad.pt" in dialog.message.text()
    assert not dialog.use.isEnabled()
    dialog.reject()


def test_they_come_with_the_network_they_lie_beside(window: Window, tmp_path: Path) -> None:
    path = tmp_path / "net.network.json"
    window.session.save(path)
    assert window.weights.file is None
    save_file(state(), weights_beside(path))
    window.files.open_path(path)
    assert window.weights.file == weights_beside(path)
    assert window.runner._weights == LoadWeights(str(weights_beside(path)))
    window.files.open_network("resnet18")
    assert window.weights.file is None
    assert window.runner._weights is None


def test_a_fit_in_words() -> None:
    fit = Fit("x", False, 3, 10, {"a": "b"}, ("m",), ("u",), (Misfit("k", (1, 2), ()),))
    assert [row[:2] for row in rows(fit)] == [("a", "b"), ("k", "k"), ("m", ""), ("", "u")]
    assert "2 have nothing that fits" in summary(fit)
