"""Copying as PyTorch code, and the menus of arranging."""

from __future__ import annotations

import ast

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QMenuBar

from explorer.app.window import Window
from explorer.exchange.pytorch import source
from explorer.graph.edits import RemoveNodes


def test_the_network_or_what_is_selected(window: Window) -> None:
    copy = window.actions_table["copy_pytorch"]
    copy.trigger()
    assert QGuiApplication.clipboard().text() == source(window.session.document)
    assert "Copied the network" in window.canvas.bubble.text
    window.session.select("layer1", "layer2")
    copy.trigger()
    text = QGuiApplication.clipboard().text()
    classes = [n.name for n in ast.parse(text).body if isinstance(n, ast.ClassDef)]
    assert classes[-1] == "Selection"
    assert "Copied 2 blocks" in window.canvas.bubble.text


def test_what_cannot_be_written_says_why(window: Window) -> None:
    QGuiApplication.clipboard().setText("before")
    window.session.do(RemoveNodes(names=("stem",)))
    window.session.select("layer1")
    window.actions_table["copy_pytorch"].trigger()
    assert "nothing comes into “layer1”" in window.canvas.bubble.text
    assert QGuiApplication.clipboard().text() == "before"


def test_arranging_stands_in_a_menu_of_its_own(window: Window) -> None:
    bar = window.findChild(QMenuBar)
    assert bar is not None
    window.session.select("layer1", "layer2")
    action = window.actions_table["align_middle"]
    assert action.isEnabled()
    assert not window.actions_table["spread_across"].isEnabled()
    menus = [m for m in bar.findChildren(QMenu) if action in m.actions()]
    assert [m.title() for m in menus] == ["Align and distribute"]
    context = window.actions_table.canvas_menu()
    assert any(m.title() == "Align and distribute" for m in context.findChildren(QMenu))
    context.deleteLater()
    action.trigger()
    assert window.session.history.undo_label == "Move"
