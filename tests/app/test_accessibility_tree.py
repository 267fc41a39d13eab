"""What a screen reader finds when it walks the window: every control has a name."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from explorer.app.window import Window

_Role = QAccessible.Role
CONTROLS = {
    _Role.Button,
    _Role.ButtonMenu,
    _Role.ButtonDropDown,
    _Role.CheckBox,
    _Role.RadioButton,
    _Role.ComboBox,
    _Role.EditableText,
    _Role.SpinBox,
    _Role.Slider,
    _Role.ProgressBar,
    _Role.MenuItem,
    _Role.PageTab,
    _Role.List,
    _Role.ListItem,
    _Role.Table,
    _Role.Tree,
    _Role.Canvas,
    _Role.Graphic,
}


def walk(top: QAccessibleInterface, depth: int = 0) -> Iterator[QAccessibleInterface]:
    """An entry and all beneath it that can be seen."""
    yield top
    if depth > 60 or top.role() in (_Role.Table, _Role.Tree, _Role.List):
        return  # cells are read by what stands in them
    for index in range(top.childCount()):
        child = top.child(index)
        if child is not None and child.isValid() and not child.state().invisible:
            yield from walk(child, depth + 1)


def unnamed(widget: QWidget) -> list[str]:
    found = []
    for entry in walk(QAccessible.queryAccessibleInterface(widget)):
        if entry.role() in CONTROLS and not entry.text(QAccessible.Text.Name).strip():
            behind = entry.object()
            parent = behind.parent() if behind is not None else None
            found.append(
                f"{entry.role()} {type(behind).__name__} in {type(parent).__name__}"
                f" {parent.objectName() if parent is not None else ''}"
            )
    return found


@pytest.mark.parametrize("workspace", ["design", "train", "inspect"])
def test_no_control_is_without_a_name(window: Window, workspace: str) -> None:
    window.show_workspace(workspace)
    window.session.select("layer1")
    QCoreApplication.processEvents()
    assert (
        sum(
            entry.role() in CONTROLS for entry in walk(QAccessible.queryAccessibleInterface(window))
        )
        > 20
    )
    assert unnamed(window) == []


@pytest.mark.parametrize(
    "open_it",
    [
        lambda w: w.files.open_gallery(),
        lambda w: w.show_shortcuts(),
        lambda w: w.show_about(),
    ],
)
def test_no_dialog_has_a_control_without_a_name(
    window: Window, open_it: Callable[[Window], object], qtbot: QtBot
) -> None:
    found: list[list[str]] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        found.append(unnamed(dialog))
        dialog.close()

    QTimer.singleShot(100, look)  # a modal dialog returns only when it is closed
    open_it(window)
    qtbot.waitUntil(lambda: bool(found))
    assert found == [[]]
