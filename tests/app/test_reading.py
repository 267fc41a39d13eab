"""Heat, search and measured times in the window."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from explorer import zoo
from explorer.analysis.analyze import analyze
from explorer.analysis.columns import BY_ID, Figures, amount
from explorer.app.panels.block_figures import MEASURED
from explorer.app.panels.figure_columns import IDS
from explorer.app.reading.heat import HEATS, Scale, ground, heated, ink_upon, luminance, scale_of
from explorer.app.window import Window
from explorer.graph.edits import SetParameter
from explorer.worker import messages as m

Make = Callable[..., Window]


# -- heat ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [k for k in HEATS if k != "time"])
@pytest.mark.parametrize("name", ["resnet50", "googlenet", "densenet121"])
def test_the_scale_ends_at_the_least_and_the_largest_block(name: str, kind: str) -> None:
    figures = Figures(analyze(zoo.get(name)), batch=2)
    top = [r for r in figures.analysis.rows if r.depth == 0]
    found = heated(figures, kind, [r.path for r in top], [])
    values = {
        r.path: amount(BY_ID[kind].of(r, figures))
        for r in top
        if r.node.type not in ("input", "output")
    }
    known = [v for v in values.values() if 0 < v < float("inf")]
    assert found.scale is not None
    assert (found.scale.low, found.scale.high) == (min(known), max(known))
    assert found.scale.log == (max(known) / min(known) >= 30)
    least = min((p for p in values if values[p] > 0), key=lambda p: values[p])
    most = max(values, key=lambda p: values[p])
    if min(known) < max(known):
        assert found.dresses[least].color == ground(0)
        assert found.dresses[most].color == ground(1)
    assert set(found.dresses) == {p for p, v in values.items() if v > 0}
    assert all(dress.value for dress in found.dresses.values()), "never colour alone"


@given(st.lists(st.floats(0, 1e12), max_size=8))
def test_places_are_in_order(values: list[float]) -> None:
    scale = scale_of(values)
    if scale is None:
        assert not any(values)
        return
    places = [scale.place(v) for v in sorted(values)]
    inside = [p for p in places if p is not None]
    assert inside == sorted(inside)
    assert all(0 <= p <= 1 for p in inside)
    assert places.count(None) == values.count(0)


def test_a_single_value_has_a_colour() -> None:
    assert Scale(5, 5, False).place(5) == 0.5


def test_every_colour_can_be_read_upon() -> None:
    for step in range(256):
        color = ground(step / 255)
        one, other = sorted((luminance(color), luminance(ink_upon(color))))
        assert (other + 0.05) / (one + 0.05) >= 4.5


def test_heat_follows_the_canvas_and_is_remembered(make_window: Make) -> None:
    window = make_window()
    blocks = window.canvas.network.blocks
    assert blocks["stem"].dress.color == ""
    window.actions_table["heat_macs"].trigger()
    assert blocks["stem"].dress.value.replace("\u202f", " ") == "118 M MACs"
    assert blocks["stem"].dress.color
    assert blocks["image"].dress.color == ""
    assert window.reading.button.accessibleName() == "Heat: MACs"
    assert window.reading.legend.isVisible()
    assert window.reading.legend.low.text().replace("\u202f", " ") == "512 k"
    assert window.reading.legend.high.text().replace("\u202f", " ") == "462 M"
    assert "logarithmic" in window.reading.legend.title.text()
    window.canvas.fold("layer1")
    assert blocks["layer1"].dress.color == "", "an opened block has its colours inside"
    assert blocks["layer1"].dress.value
    assert blocks["layer1.0"].dress.color
    window.session.do(SetParameter(name="layer4", parameter="out_channels", value=1024))
    assert window.reading.shown.scale is not None
    rows = window.session.analysis.row_at
    totals = rows["layer4"].totals
    assert totals is not None
    assert window.reading.shown.scale.high == totals.macs
    assert window.actions_table["heat_macs"].isChecked()
    again = make_window("lenet5_modern")
    assert again.reading.heat.kind == "macs"
    assert again.canvas.network.blocks["C1"].dress.color
    again.reading.legend.close_button.click()
    assert again.canvas.network.blocks["C1"].dress.color == ""
    assert not again.reading.legend.isVisible()
    assert again.actions_table["heat_none"].isChecked()


# -- finding ------------------------------------------------------------------------------------------


def test_find_goes_into_what_is_closed(make_window: Make) -> None:
    window = make_window()
    window.actions_table["find"].trigger()
    bar, finder = window.reading.bar, window.reading.finder
    assert bar.isVisible()
    QTest.keyClicks(bar.field, "conv1 stride=2")
    assert finder.found == ("stem.conv1", "layer2.0.conv1", "layer3.0.conv1", "layer4.0.conv1")
    assert bar.count.text() == "4 found"
    blocks = window.canvas.network.blocks
    assert blocks["stem"].dress.found == 1
    assert blocks["layer2"].dress.found == 1
    assert blocks["layer1"].dress.found is None
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert window.session.selection == ("stem.conv1",)
    assert window.session.scope == ("stem",)
    assert blocks["stem.conv1"].dress.found == 0
    window.actions_table["find_next"].trigger()
    assert window.session.selection == ("layer2.0.conv1",)
    assert window.session.scope == ("layer2", "0")
    assert bar.count.text() == "2 of 4"
    QTest.keyClick(bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    window.actions_table["find_previous"].trigger()
    assert window.session.selection == ("layer4.0.conv1",), "round at the end"
    assert window.session.scope == ("layer4", "0")
    QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert not finder.found
    assert all(item.dress.found is None for item in blocks.values())
    assert not window.actions_table["find_next"].isEnabled()


def test_what_is_opened_in_place_is_shown_there(make_window: Make) -> None:
    window = make_window()
    window.canvas.fold("layer2")
    window.reading.find()
    QTest.keyClicks(window.reading.bar.field, "layer2.1")
    window.reading.finder.go(1)
    assert window.session.scope == ()
    assert window.session.selection == ("layer2.1",)
    assert window.canvas.network.blocks["layer2.1"].dress.found == 8


def test_the_table_shows_only_what_was_found(make_window: Make) -> None:
    window = make_window()
    window.reading.find()
    bar = window.reading.bar
    QTest.keyClicks(bar.field, "params>2M type:conv")
    bar.filter.click()
    assert window.table.figures.only == frozenset(window.reading.finder.found)
    text = window.figures.text("csv")
    assert "layer4.1.conv2" in text
    assert "layer1" not in text
    window.figures.filter_left.emit()
    assert window.table.figures.only is None
    bar.filter.click()
    bar.leave()
    assert window.table.figures.only is None


def test_what_cannot_be_understood_is_explained(make_window: Make) -> None:
    window = make_window()
    window.reading.find()
    bar = window.reading.bar
    assert "type:conv" in bar.help.text(), "an empty field says what can be asked"
    QTest.keyClicks(bar.field, "speed>3")
    assert "ask for params" in bar.help.text()
    assert not bar.next.isEnabled()
    bar.field.setText("nosuchthing")
    assert "Nothing has that" in bar.help.text()
    bar.field.setText("stem")
    assert not bar.help.isVisible()


# -- measured times -----------------------------------------------------------------------------------


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[m.ToWorker]:
    """What the window says to a worker that there is none of."""
    from explorer.app.runner import Runner

    found: list[m.ToWorker] = []
    monkeypatch.setattr(Runner, "send", lambda runner, command: found.append(command))
    return found


def test_times_are_shown_until_a_block_changes(make_window: Make, sent: list[m.ToWorker]) -> None:
    window = make_window()
    window.runner.worker_state = "ready"
    window.session.set_batch(4)
    window.actions_table["measure"].trigger()
    command = sent[-1]
    assert isinstance(command, m.Measure)
    assert command.batch == 4
    assert window.reading.heat.kind == "time"
    legend = window.reading.legend
    assert legend.action.text() == "Cancel"
    window.runner.measured.emit(m.Measuring(command.serial, 30, 100))
    assert "30 %" in legend.note.text()
    seconds = {"stem": 0.004, "stem.conv1": 0.003, "layer1": 0.002, "layer2": 0.001}
    done = m.Measured(command.serial, seconds, 0.0075, 4, 9, "cpu", "CPU · 2 cores")
    window.runner.measured.emit(done)
    assert window.canvas.network.blocks["stem"].dress.value == "4.00\u202fms"
    assert "batch 4" in legend.title.text()
    assert "7.50\u202fms" in legend.note.text()
    window.table.set_columns([*window.table.columns, "time"])
    index = window.table.figures.index_at("stem.conv1").siblingAtColumn(IDS.index("time"))
    assert index.data() == "3.00\u202fms"
    window.session.select("stem.conv1")
    page = window.inspector.block_page
    row = page._figures.rows[MEASURED]
    assert row.isVisibleTo(page)
    assert row.value == "3.00\u202fms"
    window.session.do(SetParameter(name="layer1", parameter="count", value=3))
    times = window.session.figures.times
    assert set(times) == {"stem", "stem.conv1", "layer2"}, "what did not change keeps its time"
    assert "before the last edit" in legend.note.text()
    window.session.undo()
    assert set(window.session.figures.times) == {*seconds, ""}
    window.session.select("layer3")
    assert not row.isVisibleTo(page)
    window.session.replace(zoo.get("lenet5_modern"))
    assert not window.session.figures.times
    assert legend.action.text() == "Measure"


def test_measuring_is_cancelled_and_fails_aloud(make_window: Make, sent: list[m.ToWorker]) -> None:
    window = make_window()
    window.runner.worker_state = "ready"
    window.reading.measure()
    window.reading.legend.action.click()
    assert isinstance(sent[-1], m.StopMeasuring)
    assert not window.reading.measuring.going_on
    window.reading.measure()
    command = sent[-1]
    assert isinstance(command, m.Measure)
    window.runner.measured.emit(m.Failed("measure", "Out of memory.", "", "Take a smaller batch."))
    assert window.reading.legend.note.text() == "Out of memory. Take a smaller batch."
    assert window.reading.legend.action.text() == "Measure"


def test_the_volumes_are_heated_too(make_window: Make) -> None:
    window = make_window("lenet5_modern")
    window.actions_table["heat_parameters"].trigger()
    assert not window.volumes.figure.tints
    window.toggle_volumes()
    tints = window.volumes.figure.tints
    row = window.session.analysis.row_at
    most = max(tints, key=lambda path: row[path].totals.parameters)
    assert tints[most] == ground(1.0)
    assert window.reading.legend.isVisible()
    window.session.do(SetParameter(name=most, parameter="out_channels", value=1))
    assert window.volumes.figure.tints[most] != ground(1.0)
    window.actions_table["heat_none"].trigger()
    assert not window.volumes.figure.tints
    assert not window.reading.legend.isVisible()
