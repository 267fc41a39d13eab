"""Memory in the inspector: that it is right, that it explains itself, that it never hurries."""

from __future__ import annotations

import re

import pytest
from pytestqt.qtbot import QtBot

from explorer.analysis import explain_memory as em
from explorer.analysis.analyze import Analysis
from explorer.analysis.explain_memory import explain_block, explain_whole
from explorer.analysis.memory import Memory, memory
from explorer.app import format as f
from explorer.app.panels import memory_figures
from explorer.app.panels.inspector import Inspector
from explorer.app.panels.memory_figures import SOON, MemoryFigures
from explorer.app.session import Session
from explorer.graph.edits import SetDocumentParameter


def waited(figures: MemoryFigures, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: figures.ready, timeout=5_000)


def known(session: Session) -> Memory:
    found = memory(session.analysis, session.batch)
    assert found is not None
    return found


def counted(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Batch sizes for which memory is worked out from now on."""
    asked: list[int] = []

    def count(analysis: Analysis, batch: int) -> Memory | None:
        asked.append(batch)
        return memory(analysis, batch)

    monkeypatch.setattr(memory_figures, "memory", count)
    return asked


def test_the_network(session: Session, qtbot: QtBot) -> None:
    inspector = Inspector(session)
    qtbot.addWidget(inspector)
    inspector.show()
    figures = inspector.network_page.memory
    assert {row.value for row in figures.figures.rows.values()} == {SOON}
    waited(figures, qtbot)
    found = known(session)
    rows = figures.figures.rows
    assert rows[em.ALIVE].value == f.bytes_(found.inference)
    assert rows[em.KEPT].value == f.bytes_(found.kept)
    assert rows[em.TRAINING].value == f.bytes_(found.training)
    assert rows[em.IN_ALL].value == f.bytes_(found.in_training("adam"))
    assert "Adam" in rows[em.IN_ALL].box.text()
    assert "stem.bn1 runs" in rows[em.ALIVE].box.text()
    session.set_batch(32)
    assert not figures.ready
    waited(figures, qtbot)
    assert rows[em.KEPT].value == f.bytes_(known(session).kept)
    session.do(SetDocumentParameter(name="input_size", value=64))
    assert rows[em.KEPT].value == SOON
    waited(figures, qtbot)
    assert rows[em.KEPT].value == f.bytes_(known(session).kept)


def test_a_block_and_a_layer(session: Session, qtbot: QtBot) -> None:
    inspector = Inspector(session)
    qtbot.addWidget(inspector)
    inspector.show()
    session.select("layer2")
    figures = inspector.block_page.memory
    waited(figures, qtbot)
    found = known(session)
    rows = figures.figures.rows
    assert rows[em.ALIVE].value == f.bytes_(found.at("layer2").alive)
    assert rows[em.KEPT].value == f.bytes_(found.at("layer2").kept)
    session.select("layer2.0.conv2")
    # known already, so at once
    assert rows[em.KEPT].value == f.bytes_(0)
    assert "kept by a layer before it" in rows[em.KEPT].box.text()
    session.select("layer2.0.bn2")
    assert "mean and deviation are noted" in rows[em.KEPT].box.text()


def test_nothing_is_worked_out_while_one_types(
    session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = counted(monkeypatch)
    inspector = Inspector(session)
    qtbot.addWidget(inspector)
    inspector.show()
    for size in (64, 96, 128, 160):
        session.do(SetDocumentParameter(name="input_size", value=size))
    assert asked == []
    waited(inspector.network_page.memory, qtbot)
    assert len(asked) == 1


def test_a_panel_that_is_hidden_works_out_nothing(
    session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = counted(monkeypatch)
    inspector = Inspector(session)
    qtbot.addWidget(inspector)
    qtbot.wait(2 * memory_figures.PAUSE)
    assert asked == []
    inspector.show()
    waited(inspector.network_page.memory, qtbot)


def test_every_line_of_arithmetic_holds(session: Session) -> None:
    found = known(session)
    lines = list(explain_whole(found))
    for row in session.analysis.rows:
        lines += explain_block(found.at(row.path), row.path)
    assert len(lines) > 100
    for line in lines:
        assert line.value is not None
        assert re.fullmatch(r"[0-9+ ]+", line.numbers)
        assert sum(map(int, line.numbers.split("+"))) == line.value
