"""The bubble chart: places of names, axes, keys and mouse; and what it is fed with."""

from __future__ import annotations

import shutil
from itertools import combinations
from math import log10
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from explorer import zoo
from explorer.app.compare.chart_page import ChartPage
from explorer.app.compare.panel import ComparePanel
from explorer.app.gallery.entry import entries
from explorer.app.plots.bubble_chart import Axis, Bubble, BubbleChart
from explorer.app.plots.label_places import Disc, Spot, place_names
from explorer.app.window import Window
from explorer.graph import files
from explorer.zoo.accuracy import IMAGENET

ROOM = Spot(0, 0, 600, 400)


@given(
    st.lists(
        st.builds(
            Disc,
            st.floats(0, 600), st.floats(0, 400), st.floats(3, 30), st.floats(10, 120), st.just(14.0),
        ),
        max_size=25,
    )
)  # fmt: skip
def test_no_name_covers_another_or_leaves_the_room(discs: list[Disc]) -> None:
    found = place_names(discs, ROOM)
    placed = [spot for spot in found if spot is not None]
    assert len(found) == len(discs)
    assert not any(a.meets(b) for a, b in combinations(placed, 2))
    for spot in placed:
        assert spot.left >= 0
        assert spot.right <= 600
        assert not any(spot.left < d.x < spot.right and spot.top < d.y < spot.bottom for d in discs)


@pytest.fixture
def chart(qtbot: QtBot) -> BubbleChart:
    found = BubbleChart()
    qtbot.addWidget(found)
    found.resize(800, 500)
    bubbles = [
        Bubble("a", "a", 1e8, 60.0, 4e6),
        Bubble("b", "b", 1e9, 70.0, 16e6),
        Bubble("c", "c", 1e10, 80.0, 64e6, strong=True),
    ]
    found.show_bubbles(bubbles, Axis("MACs"), Axis("accuracy", log=False), "parameters")
    with qtbot.waitExposed(found):
        found.show()
    return found


def test_logarithms_across_and_areas(chart: BubbleChart) -> None:
    a, b, c = (chart.center(key) for key in "abc")
    assert b.x() - a.x() == pytest.approx(c.x() - b.x())
    assert a.y() - b.y() == pytest.approx(b.y() - c.y())
    assert a.y() > c.y()
    radii = [chart._discs[key].radius for key in "abc"]
    assert radii[2] == pytest.approx(2 * radii[1]) == pytest.approx(4 * radii[0])
    assert log10(1e9) == 9


def test_hover_keep_and_keys(chart: BubbleChart, qtbot: QtBot) -> None:
    told: list[str] = []
    chart.current_changed.connect(told.append)
    QTest.mouseMove(chart, chart.center("b").toPoint())
    qtbot.waitUntil(lambda: chart.current == "b")
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=chart.center("c").toPoint())
    QTest.mouseMove(chart, QPoint(5, 5))
    QTest.qWait(50)
    assert chart.current == "c"
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert chart.current == "b"
    activated: list[str] = []
    chart.activated.connect(activated.append)
    QTest.keyClick(chart, Qt.Key.Key_Return)
    assert activated == ["b"]
    assert told


# -- the page ---------------------------------------------------------------------------------------------


@pytest.fixture
def page(window: Window, qtbot: QtBot) -> ChartPage:
    for entry in entries():
        _ = entry.totals
    window.show_workspace("compare")
    window.compare.show_page(1)
    found = window.compare.chart
    found._waiting.clear()
    found.refresh()
    return found


def test_what_is_known_is_plotted_and_the_rest_is_named(page: ChartPage) -> None:
    plotted = {b.key: b for b in page.chart.bubbles}
    assert set(plotted) == set(IMAGENET)
    assert plotted["resnet50"].x == 4_089_184_256
    assert plotted["resnet50"].y == 76.13
    assert plotted["resnet50"].size == 25_557_032
    without = page.without.text()
    for name in zoo.names():
        assert (name in plotted) or name in without
    assert plotted["resnet18"].strong


def test_axes_can_be_others(page: ChartPage) -> None:
    page.up.setCurrentIndex(page.up.findData("activations"))
    page.across.setCurrentIndex(page.across.findData("parameters"))
    plotted = {b.key for b in page.chart.bubbles}
    assert "xception" in plotted
    assert plotted == set(zoo.names())


def test_a_double_click_compares(window: Window, page: ChartPage) -> None:
    at = page.chart.center("squeezenet1_0").toPoint()
    QTest.mouseDClick(page.chart, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert [c.title for c in window.compare.choice.others] == ["squeezenet1_0"]
    assert window.compare.stack.currentWidget() is window.compare.structure


def test_runs_are_shown_where_they_were_measured(
    page: ChartPage, window: Window, tmp_path: Path
) -> None:
    page.source.setCurrentIndex(1)
    assert page.nothing.isVisible()
    files.save(zoo.get("lenet5_modern"), tmp_path / "document.network.json")
    line = (
        '{"type":"EpochDone","epoch":%d,"epochs":2,"train_loss":0.1,"train_accuracy":0.9,'
        '"test_loss":0.2,"test_accuracy":%s,"seconds":1.5}\n'
    )
    (tmp_path / "metrics.jsonl").write_text(line % (1, "0.5") + line % (2, "0.975"))
    page.add_folder(tmp_path)
    (bubble,) = page.chart.bubbles
    assert bubble.y == pytest.approx(97.5)
    assert bubble.size == 61_706
    told: list[str] = []
    page.failed.connect(told.append)
    page.add_folder(tmp_path / "nowhere")
    assert len(told) == 1
    # and a window of another day finds it without being told
    assert window.settings.runs == [tmp_path]
    again = ComparePanel(window.session, window.runner, window.files)
    assert [m.accuracy for m in again.chart.measurements.all] == [0.975]
    shutil.rmtree(tmp_path)
    assert not ComparePanel(window.session, window.runner, window.files).chart.measurements.all
