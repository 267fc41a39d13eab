"""Repairs and explanations in the window, with real keys and clicks."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from explorer.app.canvas.items import BlockItem
from explorer.app.canvas.why import wire_bubble
from explorer.app.format import THIN
from explorer.app.panels.repairs import RepairRow, preview_text, price_text
from explorer.app.window import Window
from explorer.blocks.builder import Builder
from explorer.graph.edits import Disconnect, SetParameter
from explorer.graph.model import About, Document

ALT = Qt.KeyboardModifier.AltModifier


def shortcut() -> Document:
    b = Builder()
    x = b.input("image", (64, 56, 56))
    conv = b.add("conv", "conv2d", x, out_channels=128, stride=2, padding=1, bias=False)
    b.output(b.add("add", "add", conv, x))
    return b.document("shortcut", About())


@pytest.fixture
def broken(make_window: Callable[[str], Window], qtbot: QtBot) -> Iterator[Window]:
    window = make_window("lenet5_modern")
    window.session.replace(shortcut())
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.canvas.setFocus()
    window.canvas.fit()
    yield window
    window.repairing.popover.close()


def rows(window: Window) -> list[RepairRow]:
    return [row for found in window.repairing.popover.lists for row in found.rows]


def plain(text: str) -> str:
    return text.replace(THIN, " ")


def test_open_choose_apply_and_undo_by_keyboard(broken: Window, qtbot: QtBot) -> None:
    session = broken.session
    before = session.document
    session.select("add")
    QTest.keyClick(broken.canvas, Qt.Key.Key_Return, ALT)
    popover = broken.repairing.popover
    qtbot.waitUntil(popover.isVisible)
    texts = [row.repair.text for row in rows(broken)]
    at = texts.index("1×1 projection with stride 2 behind image")
    for i in range(at):
        QTest.keyClick(rows(broken)[i], Qt.Key.Key_Down)
    chosen = rows(broken)[at]
    assert plain(price_text(chosen.repair.price)) == "+8 192 parameters · +6.42 MMACs"
    preview = plain(preview_text(chosen.repair))
    assert preview == "Then the network has 81.9 k parameters and 64.2 M MACs; no problem left."
    assert session.document is before
    QTest.keyClick(chosen, Qt.Key.Key_Return)
    assert not popover.isVisible()
    assert session.analysis.ok
    assert session.analysis.totals.parameters == 64 * 128 * 9 + 8192
    assert session.history.undo_label == "1×1 projection with stride 2 behind image"
    session.undo()
    assert session.document is before


def test_moving_over_a_row_says_what_it_would_come_to(broken: Window, qtbot: QtBot) -> None:
    broken.repairing.open("add")
    row = rows(broken)[1]
    QApplication.sendEvent(row, QEvent(QEvent.Type.Enter))
    assert broken.repairing.popover._preview.text() == preview_text(row.repair)
    QTest.keyClick(row, Qt.Key.Key_Escape)
    assert not broken.repairing.popover.isVisible()


def test_a_click_on_the_mark_of_trouble_opens_the_repairs(broken: Window, qtbot: QtBot) -> None:
    canvas = broken.canvas
    item: BlockItem = canvas.network.blocks["add"]
    pixel = canvas.mapFromScene(item.mapToScene(item.trouble_at))
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=pixel)
    assert broken.repairing.popover.isVisible()
    assert broken.session.selection == ("add",)


def test_without_a_selection_the_first_problem_is_meant(broken: Window) -> None:
    broken.session.select()
    broken.actions_table["repairs"].trigger()
    assert broken.session.selection == ("add",)
    assert rows(broken)


def test_a_network_without_problems_offers_none(make_window: Callable[[str], Window]) -> None:
    window = make_window("lenet5_modern")
    window.actions_table.refresh()
    assert not window.actions_table["repairs"].isEnabled()


def test_prices_are_never_those_of_an_older_document(broken: Window) -> None:
    session = broken.session
    broken.repairing.open("add")
    (found,) = broken.repairing.popover.lists
    row = next(r for r in found.rows if r.repair.text.startswith("1×1"))
    session.do(SetParameter(name="conv", parameter="out_channels", value=32))
    now = session.document
    row.click()
    assert session.document is now
    fresh = next(r for r in found.rows if r.repair.text.startswith("1×1"))
    assert fresh.repair.price.parameters == 64 * 32


def test_a_wire_says_what_it_carries_and_why(broken: Window) -> None:
    wires = {k.edge.source: i.wire for k, i in broken.canvas.network.wires.items()}
    text = plain(wire_bubble(wires["conv"], broken.session.analysis))
    assert text.startswith("128×28×28 · 100 352 values · 0.40 MB per image\nconv → add\n")
    assert "⌊(56 + 2·1 − 1·(3 − 1) − 1) / 2⌋ + 1 = 28" in text
    assert plain(wire_bubble(wires["add"], broken.session.analysis)).endswith("no shape yet")


def test_cards_follow_edits_and_go_with_escape(broken: Window, qtbot: QtBot) -> None:
    canvas, session = broken.canvas, broken.session
    session.select("conv")
    canvas.setFocus()
    broken.actions_table["explain"].trigger()
    session.select("image")
    broken.actions_table["explain"].trigger()
    assert list(canvas.cards.cards) == ["conv", "image"]
    card = canvas.cards.cards["conv"]
    assert card.title == "Why 128×28×28?"
    assert "3·3·64·128 = 73 728" in plain(card.box.text())
    session.do(SetParameter(name="conv", parameter="stride", value=1))
    assert card.title == "Why 128×56×56?"
    before = card.pos()
    canvas.pan_by(30, 20)
    assert (card.pos() - before).manhattanLength() == 50
    session.select()
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert list(canvas.cards.cards) == ["conv"]
    QTest.keyClick(card, Qt.Key.Key_Escape)
    assert not canvas.cards.cards


def test_a_card_of_a_wire_and_of_a_block_that_goes(broken: Window) -> None:
    canvas, session = broken.canvas, broken.session
    key = next(k for k in canvas.network.wires if k.edge.source == "conv")
    session.select()
    canvas.select_wire(key)
    canvas.explain()
    assert list(canvas.cards.cards) == ["conv"]
    session.do(Disconnect(edges=(next(e for e in session.document.graph.edges
                                      if e.target == "conv"),)))  # fmt: skip
    assert canvas.cards.cards["conv"].title == "No shape"
    session.select("conv")
    canvas.delete_selection()
    assert not canvas.cards.cards


def test_a_card_can_be_moved(broken: Window) -> None:
    canvas = broken.canvas
    broken.session.select("conv")
    canvas.explain()
    card = canvas.cards.cards["conv"]
    before = card.pos()
    card.moved.emit("conv", QPointF(15, 9).toPoint())
    assert (card.pos() - before).manhattanLength() == 24
