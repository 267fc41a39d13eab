"""GoogLeNet's first inception module, built without the mouse."""

from __future__ import annotations

import pytest

from explorer.build.plan import plan_of
from tests.e2e.conftest import Person

pytestmark = pytest.mark.e2e

PARAMETERS = {
    "1×1": 192 * 64 + 64,
    "3×3": (192 * 96 + 96) + (96 * 128 * 9 + 128),
    "5×5": (192 * 16 + 16) + (16 * 32 * 25 + 32),
    "pooled": 192 * 32 + 32,
}
"""Weights and biases of each branch of module 3a (table 1 of the paper: 64, 96–128, 16–32, 32)."""


def add(person: Person, typed: str, branch: bool = False) -> str:
    """Tab, a few letters, Enter; the name of what came."""
    before = set(person.window.session.document.graph.names)
    person.key("Tab")
    person.type(typed)
    person.key("shift+Return" if branch else "Return")
    person.see(lambda: set(person.window.session.document.graph.names) != before, 5_000)
    (new,) = set(person.window.session.document.graph.names) - before
    return new


def set_fields(person: Person, *values: str) -> None:
    """Enter goes to the block's first parameter, Tab to the next; Esc comes back."""
    person.key("F4")
    for i, value in enumerate(values):
        if i:
            person.key("Tab")
        if value:
            person.key("ctrl+a")
            person.type(value)
    person.key("Escape")
    person.see(person.window.canvas.hasFocus, 5_000)


def go_to(person: Person, name: str) -> None:
    """Left along the wires."""
    for _ in range(6):
        if person.window.session.selection == (name,):
            return
        person.key("Left")
    raise AssertionError(f"Left does not lead to {name}")


def connect(person: Person, target: str) -> None:
    """C, the target's name, Enter."""
    person.key("c")
    person.type(target)
    person.key("Return")


def test_the_first_inception_module_without_the_mouse(person: Person) -> None:
    session = person.window.session
    image = add(person, "input")
    set_fields(person, "192x28x28")

    add(person, "convolution")
    set_fields(person, "64", "1")
    concat = add(person, "concat")
    add(person, "output")

    def branch(first: str, *fields: str) -> None:
        go_to(person, image)
        add(person, first, branch=True)
        set_fields(person, *fields)

    for reduced, kernel, made in (("96", "3", "128"), ("16", "5", "32")):
        branch("convolution", reduced, "1")
        add(person, "convolution")
        set_fields(person, made, kernel, "", str(int(kernel) // 2))
        connect(person, concat)
    branch("max pooling", "3", "1", "1")
    add(person, "convolution")
    set_fields(person, "32", "1")
    connect(person, concat)

    analysis = session.analysis
    assert analysis.ok, analysis.problems
    assert analysis.row_at[concat].output == (256, 28, 28)
    assert analysis.totals.parameters == sum(PARAMETERS.values()) == 163_696
    assert len(session.document.graph.incoming[concat]) == 4
    assert plan_of(analysis).outputs
