"""Filters, activations and drawings, from the real worker."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QPointF, Qt
from pytestqt.qtbot import QtBot

from explorer.app.panels.drawing_pad import SIDE
from explorer.app.panels.insight import InsightPanel
from explorer.app.runner import Runner
from explorer.app.session import Session
from explorer.graph.edits import SetParameter


@pytest.fixture
def panel(session: Session, runner: Runner, qtbot: QtBot) -> InsightPanel:
    panel = InsightPanel(session, runner)
    qtbot.addWidget(panel)
    panel.resize(300, 640)
    panel.show()
    assert "starting" in panel.filters.absence.text
    runner.start()
    return panel


def draw_seven(panel: InsightPanel, qtbot: QtBot) -> None:
    """With the mouse, as people do."""
    pad = panel.draw.pad
    side = min(pad.width(), pad.height())
    left, top = (pad.width() - side) // 2, (pad.height() - side) // 2
    ways = ((0.25, 0.2), (0.45, 0.2), (0.72, 0.2), (0.6, 0.5), (0.45, 0.85))
    points = [QPoint(left + int(x * side), top + int(y * side)) for x, y in ways]
    qtbot.mousePress(pad, Qt.MouseButton.LeftButton, pos=points[0])
    for point in points[1:]:
        qtbot.mouseMove(pad, point)
        qtbot.wait(20)
    qtbot.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=points[-1])


def test_filters_are_shown_before_while_and_after_training(
    panel: InsightPanel, runner: Runner, session: Session, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: panel.filters.grid.count == 6, timeout=30_000)
    assert panel.filters.caption.full_text() == "6 filters 5×5 · random weights"
    assert "random" in panel.filters.note.text()
    random = runner.frames["filters"].pixels

    runner.train()
    qtbot.waitUntil(lambda: runner.run.state == "finished", timeout=60_000)

    qtbot.waitUntil(lambda: runner.frames["filters"].pixels != random, timeout=5_000)
    assert panel.filters.caption.full_text() == "6 filters 5×5 · epoch 2"
    session.select("C3")
    qtbot.waitUntil(lambda: panel.filters.grid.count == 16, timeout=5_000)
    assert panel.filters.channel.count() == 7
    panel.filters.grid.choose(3)
    assert not panel.filters.detail.isHidden()
    assert float(panel.filters.detail.texts["largest weight"]) > 0


def test_activations_follow_the_block_and_the_image(
    panel: InsightPanel, runner: Runner, session: Session, qtbot: QtBot
) -> None:
    session.select("C3")
    panel.show_page(panel.activations)
    view = panel.activations.view
    qtbot.waitUntil(lambda: view.grid.count == 16, timeout=30_000)
    assert view.caption.full_text().startswith("C3 · 16×10×10")
    qtbot.waitUntil(lambda: panel.activations.verdict.text() != "", timeout=5_000)
    assert panel.activations.image.pixmap().width() > 0
    before = runner.frames["activations"].pixels

    panel.activations.show_sample(17)

    qtbot.waitUntil(
        lambda: (
            runner.frames.get("activations") is not None
            and runner.frames["activations"].sample == 17
        ),
        timeout=5_000,
    )
    assert runner.frames["activations"].pixels != before
    view.grid.choose(5)
    assert set(view.detail.texts) == {"mean", "std", "zero share"}
    session.select("F6")
    qtbot.waitUntil(lambda: not view.bars.isHidden(), timeout=5_000)
    assert view.caption.full_text().startswith("F6 · 84")
    assert runner.frames["activations"].output_shape == (84,)


def test_a_drawing_is_recognised_and_seen_through(
    panel: InsightPanel, runner: Runner, session: Session, qtbot: QtBot
) -> None:
    runner.train(replace(runner.recipe, epochs=6))
    qtbot.waitUntil(lambda: runner.run.state == "finished", timeout=60_000)
    session.select("C1")
    panel.show_page(panel.draw)

    draw_seven(panel, qtbot)

    qtbot.waitUntil(lambda: panel.draw.bars.best is not None, timeout=5_000)
    qtbot.waitUntil(lambda: panel.draw.bars.best[0] == "7", timeout=5_000)
    assert panel.draw.answer.text().startswith("a 7")
    qtbot.waitUntil(lambda: panel.draw.view.grid.count == 6, timeout=5_000)
    panel.draw.pad.setFocus()
    qtbot.keyClick(panel.draw.pad, Qt.Key.Key_Delete)
    assert panel.draw.pad.empty
    assert panel.draw.bars.best is None
    assert panel.draw.hint.text()


def test_a_broken_network_says_why_and_comes_back(
    panel: InsightPanel, runner: Runner, session: Session, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: panel.filters.grid.count == 6, timeout=30_000)

    session.do(SetParameter(name="C5", parameter="kernel_size", value=9))
    assert "C5" in panel.filters.absence.text
    assert not panel.filters.absence.isHidden()
    session.undo()
    session.do(SetParameter(name="C1", parameter="out_channels", value=4))

    qtbot.waitUntil(lambda: panel.filters.grid.count == 4, timeout=10_000)


def test_another_network_starts_from_random_weights(
    panel: InsightPanel, runner: Runner, session: Session, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: panel.filters.grid.count == 6, timeout=30_000)
    random = runner.frames["filters"].pixels
    runner.train()
    qtbot.waitUntil(lambda: runner.run.state == "finished", timeout=60_000)
    qtbot.waitUntil(lambda: runner.frames["filters"].pixels != random, timeout=5_000)
    moved = replace(session.document.graph.nodes[1], at=(500.0, 0.0))
    session.replace(replace(session.document, graph=session.document.graph.with_node(moved)), None)

    qtbot.waitUntil(lambda: runner.learnt_epoch == 0, timeout=5_000)
    qtbot.waitUntil(lambda: runner.frames["filters"].pixels == random, timeout=5_000)
    assert panel.filters.caption.full_text() == "6 filters 5×5 · random weights"


def test_an_edit_keeps_what_was_learnt(
    panel: InsightPanel, runner: Runner, session: Session, qtbot: QtBot
) -> None:
    runner.train()
    qtbot.waitUntil(
        lambda: runner.run is not None and runner.run.state == "finished", timeout=60_000
    )
    qtbot.waitUntil(lambda: panel.filters.grid.count == 6, timeout=5_000)
    qtbot.wait(300)
    learnt = runner.frames["filters"].pixels

    session.do(SetParameter(name="F6", parameter="out_features", value=50))

    qtbot.waitUntil(lambda: "edited since" in panel.filters.caption.full_text(), timeout=5_000)
    qtbot.wait(300)
    assert runner.frames["filters"].pixels == learnt


def test_nobody_works_for_a_hidden_panel(panel: InsightPanel, runner: Runner, qtbot: QtBot) -> None:
    assert runner._filters.path == "C1"

    panel.hide()

    assert runner._filters.path == ""
    assert runner._watch.path == ""


def test_pictures_have_the_room_beside_what_is_chosen(
    panel: InsightPanel, runner: Runner, qtbot: QtBot
) -> None:
    panel.resize(1300, 600)
    filters = panel.filters
    qtbot.waitUntil(lambda: filters.grid.count == 6, timeout=30_000)
    qtbot.wait(50)

    assert filters.grid.cell_rect(0).width() == 220
    before = filters.grid.cell_rect(5)
    filters.grid.choose(5)
    qtbot.wait(50)
    assert filters.grid.cell_rect(5) == before, "what was clicked stays under the pointer"
    corner = QPoint(0, 0)
    assert filters.detail.mapTo(panel, corner).x() < filters.grid.mapTo(panel, corner).x()
    panel.show_page(panel.draw)
    qtbot.wait(50)
    assert panel.draw.pad.width() > 200
    panel.show_page(filters)
    for width in (500, 320):
        panel.resize(width, 800)
        qtbot.wait(50)
    assert panel.width() == 320, "wide pages that are hidden do not hold it wide"
    assert filters.detail.mapTo(panel, corner).y() > filters.grid.mapTo(panel, corner).y()


def test_the_pad_needs_no_mouse(panel: InsightPanel, qtbot: QtBot) -> None:
    pad = panel.draw.pad
    qtbot.keyClick(pad, Qt.Key.Key_Down)
    assert pad.empty, "a lifted pen draws nothing"
    qtbot.keyClick(pad, Qt.Key.Key_Space)
    with qtbot.waitSignal(pad.drawn, timeout=1_000):
        for _ in range(10):
            qtbot.keyClick(pad, Qt.Key.Key_Down)
    assert not pad.empty
    assert len(pad.pixels) == SIDE * SIDE
    assert max(pad.pixels) == 255


def test_strokes_are_told_of_a_dozen_times_a_second_at_most(
    panel: InsightPanel, qtbot: QtBot
) -> None:
    pad, told = panel.draw.pad, []
    pad.drawn.connect(lambda: told.append(1))
    for index in range(100):
        pad.stroke(QPointF(20, index), QPointF(100, index))
        qtbot.wait(2)
    qtbot.wait(150)

    assert 2 <= len(told) <= 12
