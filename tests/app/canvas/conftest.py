"""A canvas to work on, and hands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import cast

import pytest
from PySide6.QtCore import QEvent, QKeyCombination, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeySequence, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from explorer.app.actions import ACTIONS
from explorer.app.canvas.gestures.drop import MIME
from explorer.app.canvas.gestures.key_connect import KeyConnect
from explorer.app.canvas.view import CanvasView
from explorer.app.commands.keymap import defaults, portable
from explorer.app.session import Session
from explorer.app.theme import set_theme
from explorer.app.window import Window
from explorer.graph.model import Document

NONE = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton


class Hands:
    """Does with a canvas what a person does."""

    def __init__(self, view: CanvasView) -> None:
        self.view = view
        self.session = view.session
        self.window = cast(
            Window,
            SimpleNamespace(
                canvas=view,
                viewed=view,
                session=view.session,
                rename=view.rename_current,
                edit_parameters=view.parameters_asked.emit,
            ),
        )
        """As much of a window as the actions of the canvas ask for."""

    def at(self, path: str, dx: float = 0.0, dy: float = 0.0) -> QPoint:
        """The middle of a block, in pixels of the viewport."""
        item = self.view.network.blocks[path]
        return self.view.mapFromScene(item.mapToScene(item.body.center() + QPointF(dx, dy)))

    def port(self, path: str, what: str, port: int = 0) -> QPoint:
        item = self.view.network.blocks[path]
        shown = item.shown
        p = shown.input(port) if what == "input" else shown.output(port)
        return self.view.mapFromScene(item.mapToScene(p.x - shown.at.x, p.y - shown.at.y))

    def send(
        self,
        kind: QEvent.Type,
        at: QPoint,
        button: Qt.MouseButton,
        buttons: Qt.MouseButton,
        modifiers: Qt.KeyboardModifier = NONE,
    ) -> None:
        viewport = self.view.viewport()
        local, world = QPointF(at), QPointF(viewport.mapToGlobal(at))
        event = QMouseEvent(kind, local, world, button, buttons, modifiers)
        QApplication.sendEvent(viewport, event)

    def press(
        self, at: QPoint, button: Qt.MouseButton = LEFT, modifiers: Qt.KeyboardModifier = NONE
    ) -> None:
        self.send(QEvent.Type.MouseButtonPress, at, button, button, modifiers)

    def move(self, at: QPoint, button: Qt.MouseButton = LEFT) -> None:
        self.send(QEvent.Type.MouseMove, at, Qt.MouseButton.NoButton, button)

    def send_move(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        self.send(QEvent.Type.MouseMove, at, Qt.MouseButton.NoButton, LEFT, modifiers)

    def release(self, at: QPoint, button: Qt.MouseButton = LEFT) -> None:
        self.send(QEvent.Type.MouseButtonRelease, at, button, Qt.MouseButton.NoButton)

    def click(self, at: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
        self.press(at, modifiers=modifiers)
        self.release(at)

    def double_click(self, at: QPoint) -> None:
        self.click(at)
        self.send(QEvent.Type.MouseButtonDblClick, at, LEFT, LEFT)
        self.release(at)

    def drag(self, start: QPoint, end: QPoint, button: Qt.MouseButton = LEFT) -> None:
        """Press, move in steps, let go."""
        self.press(start, button)
        for i in range(1, 6):
            self.move(start + (end - start) * i / 5, button)
        self.release(end, button)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        keys = QKeySequence(QKeyCombination(modifiers, key))
        action = next((a for a in ACTIONS if portable(keys) in defaults(a)), None)
        # what the table of actions says of the canvas, as the window would do
        if action is None or isinstance(self.view.gesture, KeyConnect):
            QTest.keyClick(self.view, key, modifiers)
        elif action.enabled(self.window):
            action.run(self.window)

    def drop(self, type_name: str, at: QPoint, let_go: bool = True) -> bool:
        """Drag a type from the palette; False where the canvas does not take it."""
        data = QMimeData()
        data.setData(MIME, type_name.encode())
        viewport, copy = self.view.viewport(), Qt.DropAction.CopyAction
        enter = QDragEnterEvent(at, copy, data, LEFT, NONE)
        QApplication.sendEvent(viewport, enter)
        if not enter.isAccepted():
            return False
        QApplication.sendEvent(viewport, QDragMoveEvent(at, copy, data, LEFT, NONE))
        if let_go:
            QApplication.sendEvent(viewport, QDropEvent(QPointF(at), copy, data, LEFT, NONE))
        return True


@pytest.fixture
def hands(qtbot: QtBot) -> Iterator[Callable[[Document], Hands]]:
    """Opens a document in a canvas of 1100×700 at natural size."""
    set_theme("light")

    def opened(document: Document) -> Hands:
        view = CanvasView(Session(document))
        qtbot.addWidget(view)
        view.resize(1100, 700)
        view.show()
        view.activateWindow()
        qtbot.waitUntil(view.isActiveWindow)
        view.zoom_to(1.0)
        view.reduced_motion = True
        view.setFocus()
        return Hands(view)

    yield opened
    set_theme("light")
