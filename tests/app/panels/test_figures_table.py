"""The figures table: rows, sorting, selection both ways, expansion across edits."""

from __future__ import annotations

import csv
import io
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from explorer import zoo
from explorer.analysis.columns import USUAL
from explorer.app.panels.figure_columns import IDS
from explorer.app.panels.figures import FiguresTable
from explorer.app.panels.figures_model import TYPE, FiguresModel
from explorer.app.session import Session
from explorer.app.window import Window
from explorer.graph.edits import RemoveNodes, SetParameter

MACS, PARAMETERS = IDS.index("macs"), IDS.index("parameters")


@pytest.fixture
def table(session: Session, qtbot: QtBot) -> FiguresTable:
    found = FiguresTable(session)
    qtbot.addWidget(found)
    found.resize(800, 400)
    found.show()
    return found


def column(model: QAbstractItemModel, parent: QModelIndex, number: int) -> list[str]:
    return [model.index(i, number, parent).data() for i in range(model.rowCount(parent))]


def names(table: FiguresTable, path: str = "") -> list[str]:
    model = table.figures
    return column(model, model.index_at(path) if path else QModelIndex(), 0)


def test_the_model_keeps_qts_rules(session: Session, qapp: QApplication) -> None:
    model = FiguresModel(session)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.sort(PARAMETERS, Qt.SortOrder.DescendingOrder)
    session.do(SetParameter(name="layer2", parameter="count", value=4))
    model.follow()
    session.undo()
    model.follow()
    assert tester is not None


def test_rows_and_totals(table: FiguresTable) -> None:
    model = table.figures
    assert names(table)[:4] == ["total", "image", "stem", "layer1"]
    assert model.index(0, PARAMETERS).data().replace("\u202f", " ") == "11 689 512"
    layer2 = model.index_at("layer2")
    assert layer2.siblingAtColumn(TYPE).data() == "Stage ×2"
    assert names(table, "layer2.0")[:2] == ["conv1", "bn1"]
    assert model.path(model.index_at("layer2.0.conv1")) == "layer2.0.conv1"


def test_sorting_within_blocks(table: FiguresTable) -> None:
    table.sortByColumn(PARAMETERS, Qt.SortOrder.DescendingOrder)
    assert names(table)[:4] == ["total", "layer4", "layer3", "layer2"]
    assert names(table, "layer2") == ["1", "0"]
    table.sortByColumn(MACS, Qt.SortOrder.AscendingOrder)
    assert names(table)[0] == "total"
    table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
    assert names(table)[:3] == ["total", "image", "stem"]


def test_sorting_follows_edits(table: FiguresTable, session: Session) -> None:
    table.sortByColumn(PARAMETERS, Qt.SortOrder.DescendingOrder)
    session.do(SetParameter(name="layer1", parameter="out_channels", value=2048))
    assert names(table)[1] == "layer1"


def test_selection_goes_both_ways(table: FiguresTable, session: Session) -> None:
    session.select("layer3.1.conv2")
    assert table.isExpanded(table.figures.index_at("layer3"))
    assert table.figures.path(table.currentIndex()) == "layer3.1.conv2"
    assert table.selectionModel().isSelected(table.figures.index_at("layer3.1.conv2"))
    table.setCurrentIndex(table.figures.index_at("stem"))
    assert session.selection == ("stem",)
    session.select("layer1", "layer2")
    assert {table.figures.path(i) for i in table.selectionModel().selectedRows()} == {
        "layer1",
        "layer2",
    }
    session.select()
    assert not table.selectionModel().hasSelection()


def test_the_totals_cannot_be_selected(table: FiguresTable, session: Session) -> None:
    table.setCurrentIndex(table.figures.index(0, 0))
    assert session.selection == ()


def test_expansion_and_selection_survive_edits(table: FiguresTable, session: Session) -> None:
    model = table.figures
    table.setExpanded(model.index_at("layer2"), True)
    table.setExpanded(model.index_at("layer2.0"), True)
    session.select("layer3")
    session.do(SetParameter(name="layer1", parameter="count", value=3))
    assert names(table, "layer1") == ["0", "1", "2"]
    assert table.isExpanded(model.index_at("layer2.0"))
    assert not table.isExpanded(model.index_at("layer3"))
    assert session.selection == ("layer3",)
    assert table.selectionModel().isSelected(model.index_at("layer3"))
    session.do(RemoveNodes(names=("layer3",)))
    assert session.selection == ()
    session.undo()
    assert table.isExpanded(model.index_at("layer2.0"))


def test_return_brings_a_block_into_view(
    table: FiguresTable, session: Session, qtbot: QtBot
) -> None:
    table.setCurrentIndex(table.figures.index_at("stem"))
    with qtbot.waitSignal(table.focus_asked) as caught:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert caught.args == ["stem"]
    qtbot.keyClick(table, Qt.Key.Key_Escape)
    assert session.selection == ()


def test_an_edit_costs_the_table_milliseconds(qtbot: QtBot, qapp: QApplication) -> None:
    session = Session(zoo.get("resnet50"))
    table = FiguresTable(session)
    qtbot.addWidget(table)
    table.resize(700, 400)
    table.show()
    session.analysis.rows  # noqa: B018 - known before the table is, as in the window
    best = 1.0
    for value in range(65, 85):
        session.blockSignals(True)
        session.do(SetParameter(name="layer3", parameter="channels", value=value))
        session.blockSignals(False)
        session.analysis.row_at  # noqa: B018
        start = time.perf_counter()
        table._follow_document()
        best = min(best, time.perf_counter() - start)
    assert best < 0.01


def test_narrow_tables_leave_out_whole_columns(table: FiguresTable) -> None:
    table.resize(900, 300)
    assert not table.isColumnHidden(TYPE)
    table.resize(420, 300)
    assert table.isColumnHidden(TYPE)


# -- columns and taking the table along ---------------------------------------------------------------


def test_columns_are_chosen_and_remembered(make_window: Callable[[], Window]) -> None:
    first = make_window()
    menu = first.table.columns_menu()
    actions = {action.text(): action for action in menu.actions()}
    assert actions["parameters"].isChecked()
    actions["trainable"].trigger()
    actions["activations"].trigger()
    assert first.table.columns == (
        "block",
        "type",
        "output",
        "parameters",
        "trainable",
        "macs",
        "field",
    )
    assert not first.table.isColumnHidden(IDS.index("trainable"))
    assert first.table.isColumnHidden(IDS.index("activations"))
    second = make_window()
    assert second.table.columns == first.table.columns
    second.table.set_columns(USUAL)


def test_every_column_shows_what_the_csv_says(make_window: Callable[[], Window]) -> None:
    window = make_window()
    window.table.set_columns(IDS)
    window.session.set_batch(2)
    window.table.expand(window.table.figures.index_at("layer2"))
    rows = list(csv.DictReader(io.StringIO(window.figures.text("csv"))))
    assert [r["block"] for r in rows][3:7] == ["layer2", "layer2.0", "layer2.1", "layer3"]
    model = window.table.figures
    index = model.index_at("layer2.0")
    row = next(r for r in rows if r["block"] == "layer2.0")

    def shown(name: str) -> str:
        return str(index.siblingAtColumn(IDS.index(name)).data()).replace("\u202f", "")

    assert shown("trainable") == row["trainable"] == "230144"
    assert shown("settings") == row["settings"]
    assert shown("output").replace("×", "x") == row["output"]
    assert shown("field_stride") == row["field_stride"] == "8"
    assert shown("memory") == f"{int(row['memory_bytes']) / 1e6:.2f}MB"
    window.figures.opened_only = False
    lines = window.figures.text("csv").count("\n")
    assert lines == len(window.session.analysis.rows) + 2


def test_the_table_goes_to_a_file_and_to_the_clipboard(
    make_window: Callable[[], Window], tmp_path: Path
) -> None:
    window = make_window()
    window.table.sortByColumn(PARAMETERS, Qt.SortOrder.DescendingOrder)
    window.figures.save("markdown", tmp_path / "t.md")
    lines = (tmp_path / "t.md").read_text(encoding="utf-8").splitlines()
    assert lines[2].startswith("| layer4 |"), "as sorted"
    window.figures.copy("latex")
    assert QApplication.clipboard().text().startswith("% needs")


def test_the_table_can_be_narrowed(table: FiguresTable, session: Session) -> None:
    tester = QAbstractItemModelTester(
        table.figures, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    table.show_only(frozenset({"layer2.0.conv1", "stem"}))
    assert names(table) == ["total", "stem", "layer2"]
    assert names(table, "layer2.0") == ["conv1"]
    assert table.isExpanded(table.figures.index_at("layer2.0"))
    assert not table.figures.index_at("layer3").isValid()
    session.select("layer3")
    assert not table.selectionModel().hasSelection()
    table.show_only(None)
    assert names(table)[:3] == ["total", "image", "stem"]
    assert tester is not None
