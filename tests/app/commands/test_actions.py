"""When actions can be done: never on what is not seen, with a reason, and by their own keys alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from explorer.app.actions import ACTIONS, ActionSpec
from explorer.app.actions.when import reason
from explorer.app.window import Window
from explorer.graph.edits import Fold

CTRL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


def on_canvas(window: Window, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.canvas.setFocus()
    qtbot.waitUntil(window.canvas.hasFocus)


def test_what_cannot_always_be_done_says_why(window: Window) -> None:
    for spec in ACTIONS:
        assert spec.enabled is ActionSpec.enabled or reason(spec, window), spec.id


def test_nothing_is_done_to_a_network_that_is_not_seen(window: Window) -> None:
    window.session.select("layer2")
    window.show_workspace("compare")
    unseen = [spec for spec in ACTIONS if spec.needs]
    assert {"delete", "volumes", "duplicate", "zoom_in"} <= {spec.id for spec in unseen}
    for spec in unseen:
        assert not window.actions_table[spec.id].isEnabled(), spec.id
        assert reason(spec, window) == "this workspace shows no network"


def test_the_graphs_own_actions_leave_it_alone_while_volumes_are_seen(window: Window) -> None:
    window.session.select("stem", "layer1", "layer2")
    assert window.actions_table["align_left"].isEnabled()
    window.toggle_volumes()
    for name in ("align_left", "arrange", "add_note", "flow_down"):
        assert not window.actions_table[name].isEnabled()
    assert window.actions_table["duplicate"].isEnabled()
    window.toggle_volumes()
    assert window.actions_table["align_left"].isEnabled()


def test_volumes_are_not_switched_behind_compare(window: Window, qtbot: QtBot) -> None:
    window.show_workspace("compare")
    QTest.keyClick(window, Key.Key_F6)
    window.show_workspace("design")
    assert window.area.look == "graph"
    on_canvas(window, qtbot)
    QTest.keyClick(window.canvas, Key.Key_F6)
    assert window.area.look == "volumes"


def test_keys_that_were_given_away_do_nothing_any_more(window: Window, qtbot: QtBot) -> None:
    on_canvas(window, qtbot)
    keymap = window.actions_table.keymap
    before = window.session.document
    window.session.select("layer2")
    keymap.set("duplicate", "Ctrl+Shift+K")
    QTest.keyClick(window.canvas, Key.Key_D, CTRL)
    assert window.session.document is before
    QTest.keyClick(window.canvas, Key.Key_K, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert len(window.session.document.graph.nodes) == len(before.graph.nodes) + 1
    keymap.set("take_out", "")
    QTest.keyClick(window.canvas, Key.Key_Delete, CTRL)
    assert len(window.session.document.graph.nodes) == len(before.graph.nodes) + 1


def test_keys_of_what_cannot_be_done_say_why(window: Window, qtbot: QtBot) -> None:
    on_canvas(window, qtbot)
    bubble = window.canvas.bubble
    QTest.keyClick(window.canvas, Key.Key_D, CTRL)
    assert bubble.text == "Duplicate: select blocks of your own first."
    window.session.do(Fold(path="layer1", open=True))
    window.session.select("layer1.0")
    QTest.keyClick(window.canvas, Key.Key_D, CTRL)
    assert "“layer1” is built in" in bubble.text
