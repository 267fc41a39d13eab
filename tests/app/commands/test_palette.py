"""The command palette: everything is in it, found by what one would type, and done with Return."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from explorer.app.actions import ACTIONS
from explorer.app.commands.commands import commands, find
from explorer.app.commands.popover import CommandPopover
from explorer.app.window import Window


@pytest.fixture
def palette(window: Window, qtbot: QtBot) -> CommandPopover:
    window.canvas.setFocus()
    assert window.actions_table["commands"].shortcut().toString() == "Ctrl+Shift+P"
    window.actions_table["commands"].trigger()
    assert window.commands.isVisible()
    return window.commands


def shown(palette: CommandPopover) -> list[str]:
    return [command.id for command, _ in palette.model.found]


def test_every_action_is_in_it(palette: CommandPopover) -> None:
    assert shown(palette) == [f"action:{spec.id}" for spec in ACTIONS]


def test_every_action_is_found_by_its_text_and_its_id(window: Window) -> None:
    all_ = commands(window)
    for spec in ACTIONS:
        for typed in (spec.text.rstrip("…"), spec.id, spec.id.replace("_", " ")):
            found = [c.id for c, _ in find(typed, all_, ())]
            assert f"action:{spec.id}" in found[:5], (typed, found[:5])


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("save", "action:save"),
        ("open resnet50", "open:resnet50"),
        ("resnet50", "open:resnet50"),
        ("add conv", "add:conv2d"),
        ("zo in", "action:zoom_in"),
        ("dark", "action:dark"),
        ("undo", "action:undo"),
    ],
)
def test_what_one_would_type(window: Window, typed: str, first: str) -> None:
    window.session.select("layer2")
    window.actions_table["delete"].trigger()  # so that there is something to undo and to save
    assert find(typed, commands(window), ())[0][0].id == first


def test_by_keyboard_alone(palette: CommandPopover, window: Window, qtbot: QtBot) -> None:
    qtbot.keyClicks(palette.field, "inspect")
    assert shown(palette)[0] == "action:inspect"
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.workspace == "inspect"
    assert not palette.isVisible()
    assert window.focusWidget() is window.canvas
    # what was used last stands first
    palette.open()
    assert shown(palette)[0] == "action:inspect"
    qtbot.keyClick(palette.field, Qt.Key.Key_Up)
    assert palette.list.currentIndex().row() == len(ACTIONS) - 1
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.list.currentIndex().row() == 0
    assert "Inspect, View, Ctrl+3" in palette.field.accessibleDescription()
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert window.focusWidget() is window.canvas


def test_what_cannot_be_done_says_why(
    palette: CommandPopover, window: Window, qtbot: QtBot
) -> None:
    before = window.session.document
    qtbot.keyClicks(palette.field, "duplicate")
    command = palette.model.found[0][0]
    assert (command.enabled, command.why_not) == (False, "select blocks of your own first")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()
    assert window.session.document is before


def test_a_block_is_added_with_the_mouse(
    palette: CommandPopover, window: Window, qtbot: QtBot
) -> None:
    names = set(window.session.document.graph.names)
    qtbot.keyClicks(palette.field, "add dropout")
    rect = palette.list.visualRect(palette.model.index(0))
    at: QPoint = rect.center()
    qtbot.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    (new,) = set(window.session.document.graph.names) - names
    assert window.session.document.graph[new].type == "dropout"


def test_a_network_is_opened_after_asking(
    palette: CommandPopover, window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.keyClicks(palette.field, "open lenet5_modern")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.session.document.name == "lenet5_modern"


def test_nothing_found(palette: CommandPopover, qtbot: QtBot) -> None:
    qtbot.keyClicks(palette.field, "qqqq")
    assert shown(palette) == []
    assert not palette.list.isVisible()
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()
