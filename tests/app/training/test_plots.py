"""Curves, grids, bars and fields, without a worker."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from explorer.app import theme
from explorer.app.panels.insight_parts import vector_values
from explorer.app.panels.number_field import NumberField
from explorer.app.plots.bars import ClassBars, ValueBars
from explorer.app.plots.colormaps import color_table
from explorer.app.plots.curves import Curves
from explorer.app.plots.image_grid import ImageGrid, fitted
from explorer.app.plots.library import library
from explorer.app.plots.scales import DIVISIONS, number_texts, upright, whole_numbers
from explorer.app.plots.series import Series
from explorer.app.run import MOST_POINTS, Run, merged
from explorer.graph.model import Document
from explorer.worker.messages import Frames, Recipe, StepDone


@pytest.mark.parametrize("name", ["viridis", "cividis"])
def test_scales_rise_evenly_in_brightness(name: str) -> None:
    colors = [QColor(rgb) for rgb in color_table(name)]
    grey = [0.2126 * c.redF() + 0.7152 * c.greenF() + 0.0722 * c.blueF() for c in colors]

    assert len(grey) == 256
    assert all(b >= a - 1e-3 for a, b in pairwise(grey))


def test_signs_part_at_zero() -> None:
    table = [QColor(rgb) for rgb in color_table("signs")]

    assert table[0].blueF() > table[0].redF()
    assert table[255].redF() > table[255].blueF()
    assert table[128].saturationF() < 0.05


@pytest.fixture
def grid(qtbot: QtBot) -> ImageGrid:
    grid = ImageGrid("maps")
    qtbot.addWidget(grid)
    grid.resize(300, 300)
    grid.show()
    return grid


def test_a_grid_shows_each_image_where_it_can_be_clicked(grid: ImageGrid, qtbot: QtBot) -> None:
    grid.set_images(bytes(range(96)), (6, 4, 4), "grey", tuple("abcdef"))
    chosen: list[int] = []
    grid.chosen.connect(chosen.append)

    for index in range(6):
        place = grid.cell_rect(index).center()
        assert grid.index_at(place) == index
        qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=grid.cell_rect(5).center())

    assert chosen == [0, 1, 2, 3, 4, 5, -1]
    assert grid.index_at(QPoint(299, 299)) == -1
    corner = grid.grab().toImage().pixelColor(grid.cell_rect(2).topLeft() + QPoint(1, 1))
    assert corner.red() == 2 * 16


def test_a_grid_is_walked_with_the_arrow_keys(grid: ImageGrid, qtbot: QtBot) -> None:
    grid.set_images(bytes(64 * 16), (64, 4, 4), "viridis")

    qtbot.keyClick(grid, Qt.Key.Key_Right)
    assert grid.chosen_index == 0
    qtbot.keyClick(grid, Qt.Key.Key_Down)
    assert grid.chosen_index > 1
    qtbot.keyClick(grid, Qt.Key.Key_Escape)
    assert grid.chosen_index == -1


def test_a_grid_of_many_images_scrolls_to_the_chosen_one(grid: ImageGrid) -> None:
    grid.set_images(bytes(512 * 9), (512, 3, 3), "viridis")

    grid.choose(511)

    assert grid.verticalScrollBar().value() > 0
    assert grid.viewport().rect().intersects(grid.cell_rect(511))
    grid.set_images(bytes(9), (1, 3, 3), "viridis")
    assert grid.chosen_index == -1


@pytest.mark.parametrize(
    ("count", "side", "cell"),
    [(6, 28, 224), (64, 7, 70), (16, 10, 150), (1, 5, 220), (2, 224, 224), (256, 14, 28)],
)
def test_cells_are_as_large_as_all_of_them_fit(
    qtbot: QtBot, count: int, side: int, cell: int
) -> None:
    grid = ImageGrid("maps")
    qtbot.addWidget(grid)
    grid.resize(1000, 500)
    grid.show()
    grid.set_images(bytes(count * side * side), (count, side, side), "viridis")

    assert grid.cell_rect(0).size().toTuple() == (cell, cell)
    assert cell % side == 0, "every value has equally many pixels"
    assert grid.viewport().rect().contains(grid.cell_rect(count - 1))
    assert grid.verticalScrollBar().maximum() == 0


def test_enlarged_values_stay_sharp(grid: ImageGrid) -> None:
    grid.set_images(bytes([0, 255] * 8), (1, 4, 4), "grey")
    place = grid.cell_rect(0)
    drawn = grid.viewport().grab().toImage()
    row = [drawn.pixelColor(place.left() + x, place.center().y()).red() for x in range(224)]

    assert row == ([0] * 56 + [255] * 56) * 2
    assert fitted(grid.image_at(0), 121).width() == 120


def test_a_grid_takes_colour_and_odd_widths(grid: ImageGrid) -> None:
    grid.set_images(bytes([255, 0, 0] * 7 * 7), (1, 7, 7, 3), "grey")
    assert grid.image_at(0).toImage().pixelColor(3, 3) == QColor(255, 0, 0)
    grid.set_images(bytes([0] * 84), (1, 1, 84), "grey")
    assert grid.image_at(0).width() == 84


@pytest.fixture
def curves(qapp: QApplication, qtbot: QtBot) -> Curves:
    """A loss and a share of three epochs of five, on the screen."""
    theme.set_theme("light")
    steps = Series("step", "#0072B2", "#56B4E9", points=[(0.1, 9.0), (0.5, 3.0), (1.5, 1.4)])
    loss = Series("loss", "#0072B2", "#56B4E9", points=[(1, 2.0), (2, 1.0), (3, 0.5)], faint=steps)
    right = Series("right", "#009E73", "#2CC296", percent=True, points=[(1, 0.5), (3, 0.75)])
    curves = Curves("curves", (loss, right))
    qtbot.addWidget(curves)
    curves.set_epochs(5)
    curves.resize(500, 200)
    curves.show()
    qtbot.waitUntil(lambda: curves.chart is not None, timeout=10_000)
    qtbot.wait(20)
    return curves


@pytest.mark.parametrize("name", ["light", "dark"])
def test_curves_tell_the_values_of_an_epoch(
    name: theme.ThemeName, curves: Curves, qtbot: QtBot
) -> None:
    theme.set_theme(name)

    assert [text for _, text in curves.legend()] == ["loss 0.500", "right 75.0 %"]
    qtbot.keyClick(curves, Qt.Key.Key_Left)
    qtbot.keyClick(curves, Qt.Key.Key_Left)
    assert curves.chosen_epoch == 2
    assert curves.legend()[0][1] == "loss 1.000"
    qtbot.keyClick(curves, Qt.Key.Key_Escape)
    assert curves.chosen_epoch is None
    assert curves.accessibleDescription() == "loss 0.500 · right 75.0 %"
    ground = curves.grab().toImage().pixelColor(curves.width() // 2, curves.height() // 2)
    assert ground == QColor(theme.theme().panel)


def test_curves_follow_the_pointer(curves: Curves, qtbot: QtBot) -> None:
    view = curves.chart.viewport
    middle = QPoint(view.width() // 2, view.height() // 2)

    qtbot.mouseMove(view, middle)
    qtbot.waitUntil(lambda: curves.chosen_epoch is not None, timeout=2_000)

    assert curves.chosen_epoch in (2, 3)
    qtbot.mouseMove(view, QPoint(view.width() // 2, view.height() - 2))
    qtbot.waitUntil(lambda: curves.chosen_epoch is None, timeout=2_000)


def turn_wheel(curves: Curves, notches: int) -> None:
    view = curves.chart.viewport
    place = QPointF(view.rect().center())
    turn = QPoint(0, 120 * notches)
    no = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(
        place, view.mapToGlobal(place), QPoint(), turn, *no, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(view, event)


def test_the_wheel_goes_closer_and_a_double_click_back(curves: Curves, qtbot: QtBot) -> None:
    back = curves.findChild(QPushButton)
    assert curves.chart.shows_all
    assert back.isHidden()

    turn_wheel(curves, 3)

    assert not curves.chart.shows_all
    assert back.isVisible()
    qtbot.mouseDClick(curves.chart.viewport, Qt.MouseButton.LeftButton)
    assert curves.chart.shows_all
    assert back.isHidden()


def test_keys_go_closer_and_back(curves: Curves, qtbot: QtBot) -> None:
    qtbot.keyClick(curves, Qt.Key.Key_Plus)
    qtbot.keyClick(curves, Qt.Key.Key_Plus)
    assert not curves.chart.shows_all
    qtbot.keyClick(curves, Qt.Key.Key_Home)
    assert curves.chart.shows_all
    qtbot.keyClick(curves, Qt.Key.Key_Plus)
    curves.set_epochs(40)
    assert curves.chart.shows_all, "another run is seen as a whole"


def test_curves_without_points_are_quiet(qtbot: QtBot) -> None:
    curves = Curves("curves", (Series("loss", "#000000", "#ffffff"),))
    qtbot.addWidget(curves)
    curves.resize(200, 100)
    curves.show()
    qtbot.waitUntil(lambda: curves.chart is not None, timeout=10_000)

    assert curves.legend() == []
    assert not curves.grab().isNull()


def test_curves_say_why_they_cannot_be_drawn(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library(), "fetch", lambda: None)
    monkeypatch.setattr(library(), "chart", None)
    monkeypatch.setattr(library(), "failure", "ImportError: no pyqtgraph")
    curves = Curves("curves", (Series("loss", "#000", "#fff", points=[(1, 0.25)]),))
    qtbot.addWidget(curves)
    curves.show()

    assert any("no pyqtgraph" in found.text() for found in curves.findChildren(QLabel))
    assert curves.legend()[0][1] == "loss 0.250"


@given(st.floats(0, 1e4), st.floats(0, 1e4))
def test_axes_hold_their_values_in_round_numbers(one: float, other: float) -> None:
    low, high = sorted((one, other))
    values = upright(low, high)
    step = values[1] - values[0]
    assert len(values) == DIVISIONS + 1
    assert values[0] <= low + 0.01 * step
    assert values[-1] >= high - 0.01 * step
    assert len(number_texts(values)) == len(values)


@given(st.floats(0, 1), st.floats(0, 1))
def test_no_share_exceeds_one(one: float, other: float) -> None:
    low, high = sorted((one, other))
    values = upright(low, high, 1.0)
    assert values[0] <= low + 0.01
    assert high - 0.01 <= values[-1] <= 1.01


def test_axes_read_well() -> None:
    assert number_texts(upright(0, 2.31)) == ["0.0", "0.6", "1.2", "1.8", "2.4"]
    assert number_texts(upright(0, 1)) == ["0.00", "0.25", "0.50", "0.75", "1.00"]
    assert list(whole_numbers(-0.1, 20.1, 6)) == [0, 5, 10, 15, 20]
    assert list(whole_numbers(3.2, 6.4, 9)) == [4, 5, 6]


def test_a_long_run_keeps_few_points() -> None:
    run = Run(1, Document(), Recipe(epochs=1000))
    for step in range(3 * MOST_POINTS):
        run.take_step(StepDone(1 + step // 100, 1 + step % 100, 100, 1.0, 0.5, 0.1, 9.0))

    assert MOST_POINTS / 2 <= len(run.step_losses) <= MOST_POINTS
    assert run.step_losses[-1][0] == pytest.approx(90, abs=0.1)
    assert merged([(0, 0), (2, 4), (5, 5)]) == [(1, 2)]


def test_bars_say_what_is_likeliest(qtbot: QtBot) -> None:
    bars = ClassBars("classes")
    qtbot.addWidget(bars)
    bars.set_shares([("cat", 0.2), ("dog", 0.7), ("cow", 0.1)], right="dog")

    assert bars.best == ("dog", 0.7)
    assert bars.accessibleDescription() == "dog, 70 %"
    assert not bars.grab().isNull()


def test_a_vector_gets_its_values_back(qtbot: QtBot) -> None:
    values = [-1.5, 0.0, 2.0, 0.25]
    grey = bytes(round((v + 1.5) / 3.5 * 255) for v in values)
    mean = sum(values) / 4
    deviation = (sum((v - mean) ** 2 for v in values) / 4) ** 0.5
    frames = Frames(
        "activations", "F6", (1, 1, 4), 0, 0, mean=(mean,), deviation=(deviation,), pixels=grey
    )

    assert vector_values(frames) == pytest.approx(values, abs=3.5 / 255)
    bars = ValueBars("values")
    qtbot.addWidget(bars)
    bars.resize(200, 100)
    bars.set_values(vector_values(frames))
    assert not bars.grab().isNull()


def test_a_number_field_keeps_the_last_number_it_could_take(qtbot: QtBot) -> None:
    field = NumberField("count", 1, 10)
    qtbot.addWidget(field)
    field.show_number(3)
    taken: list[object] = []
    field.submitted.connect(taken.append)

    field.selectAll()
    qtbot.keyClicks(field, "12")

    assert taken == [1]
    assert field.property("invalid")
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert taken == [1, 2]
    assert not field.property("invalid")
