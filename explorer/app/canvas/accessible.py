"""Blocks for screen readers: the canvas as a list, each block an entry read as a sentence.

Qt shows a graphics view as one empty pane. The list is of the blocks in the graph that is shown,
opened ones with what is inside them following; the current block has the focus.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget

from explorer.app.canvas.annotation import AnnotationItem

if TYPE_CHECKING:
    from explorer.app.canvas.surface import Surface


class BlockAccessible(QAccessibleInterface):
    """One block, note or frame."""

    def __init__(self, view: Surface, path: str) -> None:
        super().__init__()
        self._view, self._path = view, path

    def isValid(self) -> bool:
        return self._path in self._view.network.sayable()

    def object(self) -> QObject:
        return None  # type: ignore[return-value]  # no QObject stands for a block

    def parent(self) -> QAccessibleInterface:
        return QAccessible.queryAccessibleInterface(self._view)

    def childCount(self) -> int:
        return 0

    def child(self, index: int) -> QAccessibleInterface:
        return None  # type: ignore[return-value]  # blocks are entries of one flat list

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        return None  # type: ignore[return-value]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    def rect(self) -> QRect:
        item = self._view.network.sayable().get(self._path)
        if item is None:
            return QRect()
        local = self._view.mapFromScene(item.mapRectToScene(item.body)).boundingRect()
        return QRect(self._view.viewport().mapToGlobal(local.topLeft()), local.size())

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        selection = self._view.session.selection
        state.selectable = True  # type: ignore[attr-defined, unused-ignore]
        state.focusable = True  # type: ignore[attr-defined, unused-ignore]
        item = self._view.network.sayable().get(self._path)
        chosen = isinstance(item, AnnotationItem) and item.selected
        state.selected = chosen or self._path in selection  # type: ignore[attr-defined, unused-ignore]
        state.focused = bool(selection) and selection[-1] == self._path  # type: ignore[attr-defined, unused-ignore]
        return state

    def text(self, kind: QAccessible.Text) -> str:
        item = self._view.network.sayable().get(self._path)
        if item is None or kind != QAccessible.Text.Name:
            return ""
        if isinstance(item, AnnotationItem):
            return item.sentence
        return self._view.describe(item.shown)

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Names are changed by renaming, on the canvas or in the inspector."""


class CanvasAccessible(QAccessibleWidget):
    """The canvas: its blocks, then what floats over it."""

    def __init__(self, view: Surface) -> None:
        super().__init__(view, QAccessible.Role.List, view.accessibleName())
        self._view = view
        self._blocks: dict[str, BlockAccessible] = {}

    @property
    def _paths(self) -> list[str]:
        return list(self._view.network.sayable())

    def childCount(self) -> int:
        return len(self._view.network.blocks) + len(self._view.network.annotations) + 1

    def child(self, index: int) -> QAccessibleInterface:
        paths = self._paths
        if index == len(paths):
            return QAccessible.queryAccessibleInterface(self._view.viewport())
        if not 0 <= index < len(paths):
            return None  # type: ignore[return-value]
        return self._block(paths[index])

    def _block(self, path: str) -> BlockAccessible:
        found = self._blocks.get(path)
        if found is None:
            found = self._blocks[path] = BlockAccessible(self._view, path)
        return found

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        if isinstance(child, BlockAccessible):
            return self._index(child._path)
        return len(self._paths)

    def _index(self, path: str) -> int:
        paths = self._paths
        return paths.index(path) if path in paths else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        # the innermost comes last
        for path in reversed(self._paths):
            block = self._block(path)
            if block.rect().contains(x, y):
                return block
        return QAccessible.queryAccessibleInterface(self._view.viewport())


def _make(key: str, of: QObject) -> QAccessibleInterface | None:
    from explorer.app.canvas.surface import Surface

    if key != "CanvasView" or not isinstance(of, Surface):
        return None
    made = CanvasAccessible(of)
    of.spoken = made
    return made


@cache
def install() -> None:
    """Let Qt ask us about canvases."""
    QAccessible.installFactory(_make)


def tell_current(view: Surface, path: str | None) -> None:
    """Say that another block is the current one, or that what is said of it is different."""
    if not QAccessible.isActive():
        return
    event = QAccessibleEvent(view, QAccessible.Event.DescriptionChanged)
    QAccessible.updateAccessibility(event)
    paths = list(view.network.sayable())
    if path in paths and view.hasFocus():
        focus = QAccessibleEvent(view, QAccessible.Event.Focus)
        focus.setChild(paths.index(path))
        QAccessible.updateAccessibility(focus)
