"""The main job as a person does it: drag, connect, train, read, with mouse and keyboard."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from explorer.app.panels.parameter_form import ParameterForm
from tests.e2e.conftest import Person

pytestmark = pytest.mark.e2e

PICTURES = os.environ.get("EXPLORER_PICTURES")
"""Where to leave pictures of what was seen, for the documentation."""


def picture(person: Person, name: str) -> None:
    if PICTURES:
        person.window.grab().save(str(Path(PICTURES, f"{name}.png")))


def test_drag_connect_train_and_read_the_accuracy(person: Person) -> None:
    window, session = person.window, person.window.session
    for title, x in (("Input", 0.06), ("Flatten", 0.28), ("Linear", 0.5), ("Output", 0.72)):
        person.drag(person.palette_entry(title), person.canvas(x, 0.45))
    assert set(session.document.graph.names) == {"image", "flatten", "fc", "output"}
    picture(person, "e2e-1-dragged")

    for source, target in (("image", "flatten"), ("flatten", "fc"), ("fc", "output")):
        person.drag(person.port(source, "output"), person.port(target, "input"))
        assert session.document.graph.incoming[target][0].source == source
    assert session.analysis.ok

    person.click(person.block("image"))
    assert session.selection == ("image",)
    form = window.inspector.findChild(ParameterForm)
    field = form.field("shape") if form is not None else None
    assert field is not None
    person.click_widget(field)
    person.key("ctrl+a")
    person.type("1x16x16")
    person.key("Return")
    person.see(lambda: session.analysis.row_at["flatten"].output == (256,))
    assert session.analysis.totals.parameters == 256 * 10 + 10
    picture(person, "e2e-2-connected")

    person.see(lambda: window.runner.worker_state == "ready", 60_000)
    person.click_widget(window.strip.run_button)
    person.see(lambda: window.strip.pill.text == "finished", 120_000)
    picture(person, "e2e-3-trained")
    person.click_widget(window.tabs["train"])
    person.see(window.train.accuracy.isVisible)
    picture(person, "e2e-4-accuracy")
    words = window.train.accuracy.text()
    assert words.endswith("%")
    assert float(words.removesuffix("%").strip()) > 80
    person.click_widget(window.tabs["design"])

    # what was done with the mouse is undone with the keyboard
    person.click(person.canvas(0.5, 0.9))
    while session.history.undo_label:
        person.key("ctrl+z")
    assert not session.document.graph.nodes
