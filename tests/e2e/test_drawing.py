"""Drawing gestures with a real mouse: quick-add, wires into the void, onto wires and blocks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint

from explorer.graph.model import Edge
from tests.e2e.conftest import Person

pytestmark = pytest.mark.e2e


def double_click(person: Person, at: QPoint) -> None:
    person.xdotool("mousemove", at.x(), at.y(), "sleep", 0.05, "click", "--repeat", 2,
                   "--delay", 60, 1)  # fmt: skip


def find(person: Person, typed: str) -> None:
    """Type into quick-add and take what comes first."""
    quick = person.window.canvas.quick
    person.see(lambda: quick.isVisible() and quick.search.hasFocus(), 5_000)
    person.type(typed)
    person.key("Return")
    person.see(lambda: not quick.isVisible(), 5_000)


def test_drawing_with_the_mouse(person: Person) -> None:
    window, session = person.window, person.window.session
    canvas = window.canvas

    def graph() -> set[Edge]:
        return set(session.document.graph.edges)

    # a double-click on empty canvas
    double_click(person, person.canvas(0.08, 0.4))
    find(person, "input")
    (image,) = session.document.graph.names

    # a wire into the void
    person.drag(person.port(image, "output"), person.canvas(0.3, 0.4))
    assert canvas.hanging is not None
    find(person, "convolution")
    (conv,) = session.selection
    assert graph() == {Edge(image, conv)}
    person.drag(person.port(conv, "output"), person.canvas(0.62, 0.4))
    find(person, "output")
    (out,) = session.selection

    # from the palette onto a wire, and onto a block
    middle = (person.port(conv, "output") + person.port(out, "input")) / 2
    person.drag(person.palette_entry("Batch norm"), middle)
    (norm,) = session.selection
    assert {Edge(conv, norm), Edge(norm, out)} <= graph()
    person.drag(person.palette_entry("ReLU"), person.block(norm))
    (relu,) = session.selection
    assert session.document.graph[relu].type == "relu"
    assert graph() == {Edge(image, conv), Edge(conv, relu), Edge(relu, out)}

    # a block that stands alone, dragged onto a wire
    double_click(person, person.canvas(0.5, 0.85))
    find(person, "dropout")
    (alone,) = session.selection
    middle = (person.port(image, "output") + person.port(conv, "input")) / 2
    person.drag(person.block(alone), middle)
    assert {Edge(image, alone), Edge(alone, conv)} <= graph()

    # bypassed, renamed in place, doubled, and taken out of its wires
    person.click(person.block(alone))
    person.key("m")
    assert session.document.graph[alone].bypassed
    person.key("ctrl+b")
    assert not session.document.graph[alone].bypassed
    person.key("F2")
    person.type("noise")
    person.key("Return")
    assert session.selection == ("noise",)
    person.key("ctrl+shift+d")
    (copy,) = session.selection
    assert Edge(image, copy) in graph()
    person.key("Delete")
    person.click(person.block("noise"))
    person.key("ctrl+Delete")
    assert graph() == {Edge(image, conv), Edge(conv, relu), Edge(relu, out)}

    # each of them was one step
    person.click(person.canvas(0.5, 0.9))
    labels = 0
    while session.history.undo_label and labels < 30:
        person.key("ctrl+z")
        labels += 1
    assert labels == 13
    assert not session.document.graph.nodes
