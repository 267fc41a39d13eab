"""The command palette and changed keys, with a real keyboard."""

from __future__ import annotations

import pytest

from tests.e2e.conftest import Person

pytestmark = pytest.mark.e2e


def test_a_command_by_keyboard_alone(person: Person) -> None:
    window = person.window
    person.click(person.canvas(0.5, 0.5))
    person.key("ctrl+shift+p")
    person.see(window.commands.isVisible)
    person.type("add conv")
    person.key("Return")
    person.see(lambda: len(window.session.document.graph.nodes) == 1)
    assert window.session.document.graph.nodes[0].type == "conv2d"
    assert window.canvas.hasFocus()
    person.key("ctrl+shift+p")
    person.see(window.commands.isVisible)
    person.key("Escape")
    person.see(lambda: not window.commands.isVisible())
    assert window.canvas.hasFocus()
    # a click elsewhere ends it too
    person.key("ctrl+shift+p")
    person.see(window.commands.isVisible)
    person.click_widget(window.palette_panel.search)
    person.see(lambda: not window.commands.isVisible())


def test_changed_keys_hold_at_once(person: Person) -> None:
    window = person.window
    window.actions_table.keymap.set("design", "Ctrl+Alt+J")
    window.show_workspace("inspect")
    window.canvas.setFocus()
    person.key("ctrl+1")
    assert window.workspace == "inspect"
    person.key("ctrl+alt+j")
    person.see(lambda: window.workspace == "design")
