"""What the keys do on the canvas that no action has: those of actions are the user's to change."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from explorer.app.canvas.commands import name_of, scope_of
from explorer.app.canvas.walk import Direction, neighbour

if TYPE_CHECKING:
    from explorer.app.canvas.view import CanvasView

STEP = 8.0

ARROWS: dict[int, tuple[Direction, float, float]] = {
    Qt.Key.Key_Left: ("left", -STEP, 0.0),
    Qt.Key.Key_Right: ("right", STEP, 0.0),
    Qt.Key.Key_Up: ("up", 0.0, -STEP),
    Qt.Key.Key_Down: ("down", 0.0, STEP),
}


class Keys:
    """The canvas's own keys. An action that is given one of them has it first."""

    def __init__(self, view: CanvasView) -> None:
        self._view = view
        self._gesture = 0
        none = Qt.KeyboardModifier.NoModifier
        self._own: dict[tuple[int, Qt.KeyboardModifier], Callable[[], object]] = {
            (Qt.Key.Key_F, none): view.fit,
            (Qt.Key.Key_Home, none): view.fit,
            (Qt.Key.Key_Plus, none): view.zoom_in,
            (Qt.Key.Key_Plus, Qt.KeyboardModifier.ShiftModifier): view.zoom_in,
            (Qt.Key.Key_Minus, none): view.zoom_out,
            (Qt.Key.Key_Return, none): view.edit_current,
            (Qt.Key.Key_Enter, none): view.edit_current,
            (Qt.Key.Key_Tab, none): view.quick_add,
            (Qt.Key.Key_M, none): view.toggle_bypass,
            (Qt.Key.Key_Backspace, none): view.leave,
            (Qt.Key.Key_Escape, none): self._escape,
        }

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key stands for; False where it stands for nothing."""
        keypad = Qt.KeyboardModifier.KeypadModifier
        modifiers = event.modifiers() & ~keypad
        arrow = ARROWS.get(event.key())
        if arrow is not None and modifiers in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.ShiftModifier,
            Qt.KeyboardModifier.ControlModifier,
        ):
            direction, dx, dy = arrow
            if modifiers == Qt.KeyboardModifier.ControlModifier:
                self._nudge(event, dx, dy)
            else:
                self._walk(direction, modifiers == Qt.KeyboardModifier.ShiftModifier)
            return True
        act = self._own.get((event.key(), modifiers))
        if act is None:
            return False
        act()
        return True

    def release(self, event: QKeyEvent) -> None:
        """Once the key is up, the next nudge is a step of its own."""
        if event.key() in ARROWS and not event.isAutoRepeat():
            self._gesture = 0

    def _nudge(self, event: QKeyEvent, dx: float, dy: float) -> None:
        if not event.isAutoRepeat() or not self._gesture:
            self._gesture = self._view.session.new_gesture()
        self._view.nudge(dx, dy, self._gesture)

    def _walk(self, direction: Direction, adds: bool) -> None:
        view, session = self._view, self._view.session
        shown = view.current_shown
        if shown is None:
            plan = view.network.plan
            first = next(iter(plan.blocks.values()), None) if plan is not None else None
            if first is not None:
                session.select(first.path)
                view.focus_block(first.path)
            return
        plan = view.network.plan_of(scope_of(shown.path))
        found = neighbour(plan, name_of(shown.path), direction) if plan is not None else None
        if found is None:
            return
        if adds:
            kept = tuple(p for p in session.selection if p != found.path)
            session.select(*kept, found.path)
        else:
            session.select(found.path)
        view.focus_block(found.path)

    def _escape(self) -> None:
        view = self._view
        view.bubble.hide()
        if not view.cancel_gesture():
            if not view.session.selection and view.selected_wire is None:
                view.cards.close_last()
            view.select_wire(None)
            view.annotating.clear()
            view.session.select()
