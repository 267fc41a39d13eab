"""Keys can be given to other actions: at once, kept, and no two actions have the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from explorer.app.actions import ACTIONS
from explorer.app.commands.keymap import Keymap, defaults
from explorer.app.commands.shortcuts import ShortcutsDialog
from explorer.app.settings import Settings
from explorer.app.window import Window

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def shared(keymap: Keymap) -> list[str]:
    counts = Counter(k for spec in ACTIONS for k in keymap.keys(spec.id))
    return [k for k, n in counts.items() if n > 1]


@pytest.fixture
def keymap(window: Window) -> Keymap:
    return window.actions_table.keymap


@pytest.fixture
def dialog(window: Window, keymap: Keymap, qtbot: QtBot) -> ShortcutsDialog:
    found = ShortcutsDialog(keymap, window)
    found.show()
    qtbot.waitExposed(found)
    return found


def choose(dialog: ShortcutsDialog, qtbot: QtBot, text: str) -> None:
    dialog.search.clear()
    qtbot.keyClicks(dialog.search, text)
    assert dialog.current is not None


def test_at_first_they_are_the_tables(keymap: Keymap) -> None:
    for spec in ACTIONS:
        assert keymap.keys(spec.id) == defaults(spec)
    assert not keymap.any_own


def test_free_keys_are_taken_at_once(
    dialog: ShortcutsDialog, window: Window, keymap: Keymap, qtbot: QtBot
) -> None:
    choose(dialog, qtbot, "fit the network")
    qtbot.keyClick(dialog.edit, Qt.Key.Key_J, CTRL | ALT)
    assert keymap.keys("fit") == ("Ctrl+Alt+J",)
    assert window.actions_table["fit"].shortcut().toString() == "Ctrl+Alt+J"
    assert "Ctrl+Alt+J" in window.actions_table["fit"].toolTip()
    dialog.close()
    # also in the next window
    assert Keymap(Settings()).keys("fit") == ("Ctrl+Alt+J",)


def test_keys_of_another_are_said_and_taken_over(
    dialog: ShortcutsDialog, keymap: Keymap, qtbot: QtBot
) -> None:
    choose(dialog, qtbot, "fit the network")
    qtbot.keyClick(dialog.edit, Qt.Key.Key_D, CTRL)
    assert "Duplicate" in dialog.said.text()
    assert keymap.keys("duplicate") == ("Ctrl+D",)
    assert dialog.take.isVisible()
    qtbot.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    assert keymap.keys("fit") == ("Ctrl+D",)
    assert keymap.keys("duplicate") == ()
    assert shared(keymap) == []
    # back to the table's, both of them
    choose(dialog, qtbot, "duplicate")
    qtbot.mouseClick(dialog.reset, Qt.MouseButton.LeftButton)
    assert keymap.keys("duplicate") == ("Ctrl+D",)
    assert keymap.keys("fit") == ()
    qtbot.mouseClick(dialog.reset_all, Qt.MouseButton.LeftButton)
    assert not keymap.any_own
    assert shared(keymap) == []


def test_keys_that_the_canvas_needs_are_refused(
    dialog: ShortcutsDialog, keymap: Keymap, qtbot: QtBot
) -> None:
    choose(dialog, qtbot, "fit the network")
    qtbot.keyClick(dialog.edit, Qt.Key.Key_Up)
    assert "needed" in dialog.said.text()
    assert keymap.keys("fit") == ("Ctrl+9",)


def test_an_action_can_go_without(dialog: ShortcutsDialog, keymap: Keymap, qtbot: QtBot) -> None:
    choose(dialog, qtbot, "fit the network")
    qtbot.mouseClick(dialog.none, Qt.MouseButton.LeftButton)
    assert keymap.keys("fit") == ()
    assert Keymap(Settings()).keys("fit") == ()
    assert not dialog.none.isEnabled()


def test_found_by_name_id_and_keys(dialog: ShortcutsDialog, qtbot: QtBot) -> None:
    for typed, id_ in (
        ("duplicate", "duplicate"),
        ("export_onnx", "export_onnx"),
        ("F11", "full_screen"),
        ("fit", "fit"),
    ):
        choose(dialog, qtbot, typed)
        assert dialog.current is not None
        assert dialog.current.id == id_
    qtbot.keyClicks(dialog.search, "qqqqq")
    assert dialog.current is None
    assert not dialog.edit.isEnabled()
    assert any(w.text() == "No action" for w in dialog.findChildren(QLabel))


def test_two_with_the_same_keys_in_the_settings(make_window: Callable[[str], Window]) -> None:
    make_window("lenet5_modern").close()
    settings = Settings()
    settings.set_keys("fit", ("Ctrl+S", "Ctrl+K"))
    settings.set_keys("arrange", ("Ctrl+K", "nonsense"))
    keymap = Keymap(settings)
    assert shared(keymap) == []
    assert keymap.owner("Ctrl+K") is not None
    assert keymap.keys("save") == ()
