"""What screen readers are told of the canvas."""

from __future__ import annotations

import gc
from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from explorer import zoo
from explorer.app.canvas.view import CanvasView
from explorer.app.session import Session
from explorer.graph.edits import Fold, RemoveNodes
from explorer.graph.model import Document
from tests.app.canvas.conftest import Hands
from tests.app.canvas.test_gestures import chain

NAME = QAccessible.Text.Name


def test_blocks_are_a_list_of_sentences(hands: Callable[[Document], Hands]) -> None:
    h = hands(chain())
    canvas = QAccessible.queryAccessibleInterface(h.view)
    texts = [canvas.child(i).text(NAME) for i in range(canvas.childCount() - 1)]
    assert texts[1] == "Convolution conv, 8×32×32, 224 parameters, 1 input, no problem"
    assert len(texts) == 4
    h.session.select("conv")
    entry = canvas.child(1)
    assert entry.isValid()
    assert entry.state().selected
    center = entry.rect().center()
    assert canvas.indexOfChild(canvas.childAt(center.x(), center.y())) == 1
    h.session.do(RemoveNodes(names=("conv",)))
    assert not entry.isValid()
    assert entry.text(NAME) == ""


def test_the_inside_of_an_opened_block_is_read_too(hands: Callable[[Document], Hands]) -> None:
    h = hands(zoo.get("resnet18"))
    h.session.do(Fold(path="layer1", open=True))
    canvas = QAccessible.queryAccessibleInterface(h.view)
    texts = [canvas.child(i).text(NAME) for i in range(canvas.childCount() - 1)]
    assert any(t.startswith("Residual block 0") for t in texts)
    assert any("opened" in t for t in texts)


def test_canvases_come_and_go(qapp: QApplication) -> None:
    for _ in range(20):
        view = CanvasView(Session(chain()))
        canvas = QAccessible.queryAccessibleInterface(view)
        assert canvas.child(0).text(NAME)
        del canvas
        view.deleteLater()
        del view
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
