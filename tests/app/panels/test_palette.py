"""The palette: searching, keys, what a drag carries."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from explorer.app.panels.palette import MIME, Palette, drag_card
from explorer.app.session import Session
from explorer.blocks.registry import BUILT_IN
from explorer.graph.edits import Define
from explorer.graph.model import BlockDefinition


@pytest.fixture
def palette(session: Session, qtbot: QtBot) -> Palette:
    found = Palette(session)
    qtbot.addWidget(found)
    found.resize(220, 600)
    found.show()
    return found


def texts(palette: Palette) -> list[str]:
    model = palette.model
    return [model.index(i).data() for i in range(model.rowCount())]


def test_everything_that_can_be_placed_is_there(palette: Palette) -> None:
    found = texts(palette)
    assert {block.title for block in BUILT_IN.values()} <= set(found)
    assert next(t for t in found if t.isupper()) == "PORTS"
    assert "MY BLOCKS" not in found


def test_own_blocks_appear(palette: Palette, session: Session) -> None:
    session.do(Define(definition=BlockDefinition("two_path", session.document.graph)))
    assert texts(palette)[:2] == ["MY BLOCKS", "two_path"]


def test_searching(palette: Palette, qtbot: QtBot) -> None:
    qtbot.keyClicks(palette.search, "bottle")
    assert texts(palette) == ["BLOCKS", "Bottleneck", "SENet bottleneck"]
    with qtbot.waitSignal(palette.chosen) as caught:
        qtbot.keyClick(palette.search, Qt.Key.Key_Return)
    assert caught.args == ["residual_bottleneck"]
    qtbot.keyClicks(palette.search, "xyz")
    assert not palette.list.isVisible()
    assert "bottlexyz" in palette._empty.text()
    assert palette._empty.isVisible()
    qtbot.keyClick(palette.search, Qt.Key.Key_Escape)
    assert palette.list.isVisible()
    with qtbot.waitSignal(palette.left):
        qtbot.keyClick(palette.search, Qt.Key.Key_Escape)


def test_titles_that_begin_with_the_search_come_first(palette: Palette) -> None:
    palette.search.setText("relu")
    block = palette.model.block(palette.model.first())
    assert block is not None
    assert block.name == "relu"


def test_arrow_keys_skip_headings(palette: Palette, qtbot: QtBot) -> None:
    qtbot.keyClick(palette.search, Qt.Key.Key_Down)
    assert palette.list.currentIndex().data() == "Input"
    qtbot.keyClick(palette.list, Qt.Key.Key_Down)
    qtbot.keyClick(palette.list, Qt.Key.Key_Down)
    assert palette.list.currentIndex().data() == "Convolution"
    with qtbot.waitSignal(palette.chosen) as caught:
        qtbot.keyClick(palette.list, Qt.Key.Key_Return)
    assert caught.args == ["conv2d"]


def test_a_drag_carries_the_type(palette: Palette) -> None:
    model = palette.model
    index = next(model.index(i) for i in range(model.rowCount()) if model.index(i).data() == "Stem")
    data = model.mimeData([index])
    assert bytes(data.data(MIME).data()) == b"stem"
    assert model.flags(index) & Qt.ItemFlag.ItemIsDragEnabled
    assert not model.flags(model.index(0)) & Qt.ItemFlag.ItemIsDragEnabled
    assert model.block(QModelIndex()) is None
    assert not drag_card(BUILT_IN["stem"], 2.0).isNull()
