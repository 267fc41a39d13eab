"""Two networks side by side, as people use them: choosing, marks, the table, keys and mouse."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from explorer import zoo
from explorer.analysis.analyze import analyze
from explorer.analysis.compare import compare
from explorer.app.compare.model import (
    BLOCK,
    MAC_MORE,
    PAR_LEFT,
    PAR_MORE,
    PAR_RIGHT,
    WHAT,
    CompareModel,
)
from explorer.app.compare.pane import Pane
from explorer.app.compare.structure import StructurePage
from explorer.app.compare.words import difference
from explorer.app.window import Window
from explorer.graph import files
from explorer.graph.edits import RemoveNodes, SetParameter


@pytest.fixture
def page(window: Window, qtbot: QtBot) -> StructurePage:
    """ResNet-18, nothing beside it yet."""
    window.actions_table["compare"].trigger()
    QTest.qWait(10)
    return window.compare.structure


def add(window: Window, name: str) -> None:
    window.compare.choice.add_zoo(name)
    QTest.qWait(10)


def texts(model: CompareModel, column: int, parent: QModelIndex | None = None) -> list[str]:
    at = parent or QModelIndex()
    return [
        str(model.index(i, column, at).data()).replace("\u202f", " ")
        for i in range(model.rowCount(at))
    ]


def click(pane: Pane, path: str, double: bool = False) -> None:
    item = pane.network.blocks[path]
    at = pane.mapFromScene(item.mapToScene(item.body.center()))
    send = QTest.mouseDClick if double else QTest.mouseClick
    send(pane.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


# -- the model ----------------------------------------------------------------------------------------


def test_the_model_keeps_qts_rules(qapp: object) -> None:
    model = CompareModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    found = compare(analyze(zoo.get("vgg16")), analyze(zoo.get("vgg16_bn")))
    model.show_comparison(found, ("a", "b"))
    features = model.index_of(found.differences[0]).parent()
    assert model.hasChildren(features)
    assert model.rowCount(features) == 5
    model.set_only_differences(True)
    model.show_comparison(None, ("", ""))
    assert model.rowCount() == 0
    assert tester is not None


# -- choosing -----------------------------------------------------------------------------------------


def test_nothing_chosen_says_what_to_do(window: Window, page: StructurePage) -> None:
    assert page.empty.isVisible()
    buttons = [b for b in page.empty.findChildren(QPushButton) if b.isVisible()]
    assert [b.text() for b in buttons][:2] == ["resnet34", "resnet50"]
    window.compare.step(1)
    QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
    QTest.qWait(10)
    assert not page.empty.isVisible()
    assert [c.title for c in window.compare.choice.others] == ["resnet34"]


def test_figures_in_columns(window: Window, page: StructurePage) -> None:
    add(window, "resnet34")
    model = page.table.rows
    assert texts(model, BLOCK)[:5] == [
        "total",
        "\u2007 image",
        "\u2007 stem",
        "~ layer1",
        "~ layer2",
    ]
    assert texts(model, WHAT)[3:5] == ["count 2 → 3", "count 2 → 4"]
    assert texts(model, PAR_LEFT)[0] == "11 689 512"
    assert texts(model, PAR_RIGHT)[0] == "21 797 672"
    assert texts(model, PAR_MORE)[0] == "+10 108 160"
    assert texts(model, MAC_MORE)[2] == "–"
    assert page.said.text() == "4 changed"
    layer1 = model.index(3, 0)
    page.table.expand(layer1)
    assert texts(model, BLOCK, layer1) == ["\u2007 0", "\u2007 1", "+ 2"]


def test_only_differences(window: Window, page: StructurePage) -> None:
    add(window, "resnet34")
    QTest.mouseClick(page.only, Qt.MouseButton.LeftButton)
    names = ["total", "~ layer1", "~ layer2", "~ layer3", "~ layer4"]
    assert texts(page.table.rows, BLOCK) == names
    page.only.click()
    assert len(texts(page.table.rows, BLOCK)) == 9


def test_several_networks_against_the_first(window: Window, page: StructurePage) -> None:
    for name in ("resnet34", "vgg16", "resnet34"):
        add(window, name)
    assert [c.title for c in window.compare.choice.others] == ["resnet34", "vgg16"]
    assert window.compare.choice.shown == 0
    cards = page.cards.cards
    assert len(cards) == 3
    assert "+10.1 M" in cards[1].accessibleDescription()
    QTest.mouseClick(cards[2], Qt.MouseButton.LeftButton, pos=QPoint(20, 60))
    QTest.qWait(10)
    assert texts(page.table.rows, PAR_RIGHT)[0] == "138 357 544"
    page.cards.cards[2].setFocus()
    QTest.keyClick(page.cards.cards[2], Qt.Key.Key_Delete)
    QTest.qWait(10)
    assert [c.title for c in window.compare.choice.others] == ["resnet34"]


def test_the_same_network(window: Window, page: StructurePage) -> None:
    add(window, "resnet18")
    assert page.said.text() == "No difference: both are one network."
    assert not page.after.isEnabled()


def test_a_file_and_one_that_is_none(window: Window, page: StructurePage, tmp_path: Path) -> None:
    path = tmp_path / "mine.network.json"
    edit = RemoveNodes(names=("layer4",))
    files.save(edit.apply(zoo.get("resnet18")), path)
    button = page.empty._add
    button.add_file(path)
    QTest.qWait(10)
    assert page.said.text() == "1 removed"
    path.write_text("{")
    button.add_file(path)
    assert len(window.compare.choice.others) == 1


# -- states of the document -----------------------------------------------------------------------------


def test_what_was_changed_since_it_was_opened(window: Window, page: StructurePage) -> None:
    choice, session = window.compare.choice, window.session
    assert choice.saved is None
    session.do(SetParameter(name="layer2", parameter="count", value=5))
    session.do(RemoveNodes(names=("layer4",)))
    saved = choice.saved
    assert saved is not None
    assert next(label for label, _ in choice.earlier()) == "Delete layer4"
    choice.add_document(saved, "as last saved", "history")
    QTest.qWait(10)
    # the older one is on the left, so what is gone is called removed
    assert page.said.text() == "1 removed, 1 changed"
    found = choice.comparison
    assert found is not None
    assert found.right is session.analysis
    # the card says what the table says: what has come since, here less than there was
    more = texts(page.table.rows, PAR_MORE)[0]
    assert more == f"{found.delta.parameters:+,}".replace(",", " ").replace("-", "−")
    card = page.cards.cards[1]
    words = f"since then {difference(found.delta.parameters)}".split()
    assert " ".join(words) in " ".join(card.accessibleDescription().split())
    session.undo()
    QTest.qWait(10)
    assert page.said.text() == "1 changed"
    session.undo()
    QTest.qWait(10)
    assert page.said.text().startswith("No difference")


# -- side by side -----------------------------------------------------------------------------------------


def test_a_press_marks_both_sides_and_the_row(window: Window, page: StructurePage) -> None:
    add(window, "resnet34")
    left, right = page.panes.panes
    click(right, "layer3")
    assert left.network.blocks["layer3"].selected
    assert right.network.blocks["layer3"].selected
    assert page.table.currentIndex().data() == "~ layer3"
    assert right.accessibleDescription() == "layer3: count 2 → 6"


def test_both_sides_open_together(window: Window, page: StructurePage) -> None:
    add(window, "resnet34")
    left, right = page.panes.panes
    click(left, "layer1", double=True)
    assert "layer1.1" in left.network.blocks
    assert "layer1.2" in right.network.blocks
    assert "layer1.2" not in left.network.blocks
    pair = page.panes._comparison.pair_of("layer1.2", True)  # type: ignore[union-attr]
    assert pair is not None
    assert pair.kind == "added"


def test_zoom_and_pan_go_together(window: Window, page: StructurePage) -> None:
    add(window, "resnet34")
    QTest.qWait(30)
    left, right = page.panes.panes
    left.setFocus()
    QTest.keyClick(left, Qt.Key.Key_Plus)
    assert right.scale_factor == pytest.approx(left.scale_factor)
    before = right.middle
    QTest.keyClick(left, Qt.Key.Key_Right)
    assert right.middle.x() > before.x()


def test_from_difference_to_difference(window: Window, page: StructurePage) -> None:
    add(window, "resnet34")
    names = []
    for _ in range(5):
        window.actions_table["next_difference"].trigger()
        assert page.pair is not None
        assert page.pair.right is not None
        names.append(page.pair.right.path)
    assert names == ["layer1", "layer2", "layer3", "layer4", "layer1"]
    window.actions_table["previous_difference"].trigger()
    assert page.table.currentIndex().data() == "~ layer4"


def test_differences_within_are_opened(make_window: object, window: Window) -> None:
    window.session.replace(zoo.get("vgg16"))
    window.show_workspace("compare")
    add(window, "vgg16_bn")
    left, right = window.compare.structure.panes.panes
    assert "features.block3" in left.network.blocks
    assert "features.block3" in right.network.blocks


def test_nothing_is_edited_by_looking(window: Window, page: StructurePage) -> None:
    add(window, "resnet34")
    window.session.select("layer2")
    before = window.session.document
    page.panes.panes[0].setFocus()
    click(page.panes.panes[0], "layer2", double=True)
    QTest.keyClick(page.panes.panes[0], Qt.Key.Key_Delete)
    window.compare.step(1)
    assert window.session.document is before


def test_edits_elsewhere_wait_until_somebody_looks(window: Window, page: StructurePage) -> None:
    add(window, "resnet34")
    window.show_workspace("design")
    window.session.do(SetParameter(name="layer1", parameter="count", value=3))
    QTest.qWait(10)
    assert page.said.text() == "4 changed"
    window.show_workspace("compare")
    QTest.qWait(10)
    assert page.said.text() == "3 changed"
