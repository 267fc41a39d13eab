"""The window as a whole: what it loads, its actions, its workspaces, its names."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import Callable

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar
from pytestqt.qtbot import QtBot

from explorer.app.actions import ACTIONS
from explorer.app.theme import DARK, LIGHT, Theme, set_theme, theme
from explorer.app.window import Window

HEAVY = ("torch", "torchvision", "onnx", "onnxscript", "onnxruntime", "pyqtgraph", "networkx")


@pytest.mark.alone  # the curves' library is fetched a moment later: not by then, if nothing is in the way
def test_opening_loads_nothing_heavy() -> None:
    code = f"""
import sys
from explorer import zoo
from explorer.app import main
app = main.application()
window = main.open_window(zoo.get("resnet18"))
window.show()
window.session.select("layer2")
for name in ("train", "inspect", "compare", "design"):
    window.show_workspace(name)
    app.processEvents()
found = [m for m in {HEAVY!r} if m in sys.modules]
window.close()
print(",".join(found))
"""
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    assert done.stdout.strip() == ""


# -- actions ----------------------------------------------------------------------------------


def test_no_two_actions_share_a_shortcut() -> None:
    given = [k for spec in ACTIONS for k in (spec.keys, *spec.more_keys) if k]
    keys = [QKeySequence(k).toString() for k in given]
    assert all(keys)
    assert [k for k, n in Counter(keys).items() if n > 1] == []
    assert len({spec.id for spec in ACTIONS}) == len(ACTIONS)


def in_menus(menu: QMenu | QMenuBar) -> list[QAction]:
    found = []
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            found += in_menus(inner)
        elif not action.isSeparator():
            found.append(action)
    return found


def test_every_action_stands_in_a_menu(window: Window) -> None:
    (bar,) = window.findChildren(QMenuBar)
    names = {action.objectName() for action in in_menus(bar)}
    assert {spec.id for spec in ACTIONS} <= names


def test_actions_follow_the_document(window: Window) -> None:
    actions, session = window.actions_table, window.session
    assert not actions["undo"].isEnabled()
    assert not actions["cut"].isEnabled()
    session.select("layer2")
    assert actions["cut"].isEnabled()
    assert actions["enter"].isEnabled()
    actions["delete"].trigger()
    assert session.row("layer2") is None
    assert actions["undo"].isEnabled()
    assert "layer2" in actions["undo"].text()
    assert not actions["export_onnx"].isEnabled()
    actions["undo"].trigger()
    assert session.row("layer2") is not None
    session.select("layer2.0.conv1")
    assert not actions["cut"].isEnabled()
    assert actions["unpack"].isEnabled()


def test_a_part_of_a_built_in_block_is_made_editable_in_one_step(window: Window) -> None:
    session = window.session
    before = session.document
    session.select("layer2.0.conv1")
    window.actions_table["unpack"].trigger()
    assert session.editable(("layer2", "0"))
    assert session.selection == ("layer2.0.conv1",)
    assert session.analysis.totals.parameters == 11_689_512
    session.undo()
    assert session.document is before


# -- workspaces and panels ------------------------------------------------------------------------


def shown(window: Window) -> set[str]:
    return {name for name, panel in window.panels.items() if panel.isVisible()}


def test_workspaces(window: Window) -> None:
    assert shown(window) == {"palette", "table", "strip", "inspector"}
    window.tabs["train"].click()
    assert shown(window) == {"train"}
    window.actions_table["inspect"].trigger()
    assert shown(window) == {"insight", "inspector"}
    assert window.tabs["inspect"].isChecked()
    assert not window.actions_table["show_palette"].isEnabled()
    window.actions_table["find_block"].trigger()
    assert window.workspace == "design"
    assert window.canvas.isVisible()


def test_panels_can_be_hidden(window: Window) -> None:
    action = window.actions_table["show_palette"]
    assert action.isChecked()
    action.trigger()
    assert "palette" not in shown(window)
    assert not action.isChecked()
    window.actions_table["find_block"].trigger()
    assert "palette" in shown(window)


def test_the_workspace_and_theme_are_remembered(make_window: Callable[[], Window]) -> None:
    first = make_window()
    first.show_workspace("train")
    first.actions_table["dark"].trigger()
    assert theme().dark
    first.close()
    second = make_window()
    assert second.workspace == "train"
    assert theme().dark
    second.actions_table["dark"].trigger()
    assert not theme().dark


# -- for everyone -----------------------------------------------------------------------------------

NAMED = {
    QAccessible.Role.PushButton,
    QAccessible.Role.CheckBox,
    QAccessible.Role.RadioButton,
    QAccessible.Role.ComboBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.SpinBox,
    QAccessible.Role.Slider,
    QAccessible.Role.List,
    QAccessible.Role.Tree,
    QAccessible.Role.Table,
    QAccessible.Role.ButtonMenu,
    QAccessible.Role.ProgressBar,
}


def unnamed(interface: QAccessibleInterface, trail: str = "") -> list[str]:
    """Controls within, without a name, by where they are."""
    found = []
    kind = interface.role()
    widget = interface.object()
    here = f"{trail}/{type(widget).__name__ if widget is not None else kind.name}"
    if kind in NAMED and not interface.state().invisible:
        inside_combo = "Combo" in trail or "Field/" in trail
        if not interface.text(QAccessible.Text.Name).strip() and not inside_combo:
            found.append(f"{here} ({kind.name})")
    if kind in (QAccessible.Role.List, QAccessible.Role.Tree, QAccessible.Role.Table):
        return found
    for i in range(interface.childCount()):
        child = interface.child(i)
        if child is not None:
            found += unnamed(child, here)
    return found


@pytest.mark.parametrize("workspace", ["design", "train", "inspect", "compare"])
def test_every_control_has_a_name(window: Window, workspace: str) -> None:
    window.show_workspace(workspace)
    window.session.select("layer2")
    interface = QAccessible.queryAccessibleInterface(window)
    assert interface is not None
    assert unnamed(interface) == []


def luminance(color: str) -> float:
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a: str, b: str) -> float:
    high, low = sorted((luminance(a), luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("t", [LIGHT, DARK], ids=lambda t: t.name)
def test_texts_can_be_read(t: Theme) -> None:
    grounds = ("window", "panel", "canvas", "card", "field", "hover", "frame", "selection_fill")
    for text in ("ink", "secondary"):
        for ground in grounds:
            assert contrast(getattr(t, text), getattr(t, ground)) >= 4.5, (text, ground)
    for text in ("warning", "error", "ok", "moved", "selection"):
        for ground in ("window", "panel", "card", "field"):
            assert contrast(getattr(t, text), getattr(t, ground)) >= 4.5, (text, ground)
    assert contrast(t.on_selection, t.selection) >= 4.5
    assert contrast(t.selection, t.selection_fill) >= 4.5


def test_the_theme_changes_at_runtime(window: Window, qtbot: QtBot) -> None:
    light = window.grab().toImage().pixelColor(4, 4).name().upper()
    set_theme("dark")
    qtbot.wait(50)
    dark = window.grab().toImage().pixelColor(4, 4).name().upper()
    set_theme("light")
    assert (light, dark) == (LIGHT.panel, DARK.panel)


def test_a_refused_edit_is_said_and_goes_by_itself(window: Window) -> None:
    window.session.refused.emit("a wire back would close a cycle")
    assert "cycle" in window.banner.text


def test_what_the_program_is(window: Window) -> None:
    from explorer.app.dialogs import show_about

    dialog = show_about(window)
    assert dialog.isVisible()
    dialog.close()


def test_a_right_click_offers_what_can_be_done(window: Window) -> None:
    window.session.select("layer2")
    menu = window.actions_table.canvas_menu()
    texts = {a.objectName(): a.isEnabled() for a in menu.actions() if not a.isSeparator()}
    assert texts["fold"]
    assert texts["delete"]
    window.session.select()
    over_nothing = window.actions_table.canvas_menu()
    assert "arrange" in {a.objectName() for a in over_nothing.actions()}
    window.canvas.menu_asked.emit(window.mapToGlobal(window.rect().center()))
    popup = QApplication.activePopupWidget()
    assert popup is not None
    popup.close()
