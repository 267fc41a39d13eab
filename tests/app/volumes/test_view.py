"""The volume view: one selection with the graph, and the same figures."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from explorer.app.theme import set_theme
from explorer.app.volumes.paint import LEGEND
from explorer.app.volumes.view import VolumeView
from explorer.app.window import Window
from explorer.graph.edits import RemoveNodes, SetParameter

LEFT = Qt.MouseButton.LeftButton


def middle(view: VolumeView, path: str) -> QPoint:
    front = view.plan.by_path[path].front
    return view.mapFromScene(
        QPointF((front.left + front.right) / 2, (front.top + front.bottom) / 2)
    )


@pytest.fixture
def view(make_window: Callable[[str], Window]) -> VolumeView:
    window = make_window("alexnet")
    QTest.mouseClick(window.area.switch.buttons["volumes"], LEFT)
    assert window.viewed is window.volumes
    return window.volumes


def test_a_click_selects_in_the_session(view: VolumeView) -> None:
    QTest.mouseClick(view.viewport(), LEFT, pos=middle(view, "features.layer3.conv"))
    assert view.session.selection == ("features.layer3.conv",)
    assert view.figure.rings == {"features.layer3.conv": False}
    shift = Qt.KeyboardModifier.ShiftModifier
    QTest.mouseClick(view.viewport(), LEFT, shift, middle(view, "features.layer1.pool"))
    assert set(view.session.selection) == {"features.layer3.conv", "features.layer1.pool"}
    QTest.mouseClick(view.viewport(), LEFT, pos=QPoint(3, view.viewport().height() // 2))
    assert view.session.selection == ()


def test_a_heading_selects_its_block_and_all_in_it_is_outlined(view: VolumeView) -> None:
    heading = next(b for b in view.plan.brackets if b.text == "layer2")
    at = view.mapFromScene(QPointF((heading.left + heading.right) / 2, heading.y - 5))
    QTest.mouseClick(view.viewport(), LEFT, pos=at)
    assert view.session.selection == ("features.layer2",)
    assert set(view.figure.rings) == {f"features.layer2.{n}" for n in ("conv", "relu", "pool")}


def test_arrows_walk_from_volume_to_volume(view: VolumeView) -> None:
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.session.selection == ("image",)
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.session.selection == ("features.layer1.conv",)
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.session.selection == ("image",)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.session.selection == ()


def test_the_current_volume_is_said_with_the_figures_of_the_graph(view: VolumeView) -> None:
    view.session.select("features.layer1.conv")
    said = view.accessibleDescription()
    for part in ("Convolution conv", "64×55×55", "23,296 parameters", "70.3", "no problem"):
        assert part in said
    view.session.select()
    assert "none selected" in view.accessibleDescription()


def test_the_whole_figure_is_seen_above_the_legend(view: VolumeView) -> None:
    view.window().resize(1280, 720)
    QTest.qWait(20)
    QTest.keyClick(view, Qt.Key.Key_Home)
    shown = view.mapFromScene(view.figure.content).boundingRect()
    assert view.viewport().rect().contains(shown)
    assert shown.bottom() <= view.viewport().height() - LEGEND + 1


def test_it_follows_edits(view: VolumeView) -> None:
    edit = SetParameter(
        scope=("features", "layer3"), name="conv", parameter="out_channels", value=320
    )
    assert view.session.do(edit)
    assert view.plan.by_path["features.layer3.conv"].volume.shape == (320, 13, 13)
    assert view.session.do(RemoveNodes(scope=("features", "layer1"), names=("conv",)))
    assert view.plan.by_path["features.layer2"].form == "unknown"
    assert not view.grab().isNull()
    view.session.undo()
    assert view.plan.by_path["features.layer3.conv"].form == "volume"


def test_a_double_click_opens_a_block_and_closes_it_again(
    make_window: Callable[[str], Window],
) -> None:
    window = make_window("googlenet")
    window.actions_table["volumes"].trigger()
    view = window.volumes
    QTest.mouseDClick(view.viewport(), LEFT, pos=middle(view, "inception3a"))
    assert window.session.document.opened == ("inception3a",)
    assert "inception3a" not in view.plan.by_path
    window.session.select("inception3a.branch1.conv")
    window.actions_table["fold"].trigger()
    assert window.session.document.opened == ()
    assert window.session.selection == ("inception3a",)


def test_the_switch_keeps_the_selection_and_the_tools_in_sight(
    make_window: Callable[[str], Window],
) -> None:
    window = make_window("resnet18")
    window.session.select("layer2")
    window.toggle_volumes()
    assert window.area.switch.buttons["volumes"].isChecked()
    assert window.actions_table["volumes"].isChecked()
    assert window.session.selection == ("layer2",)
    corner = window.tools.geometry().center()
    assert window.area.childAt(corner) is not window.volumes.viewport()
    before = window.volumes.scale_factor
    window.actions_table["zoom_in"].trigger()
    assert window.volumes.scale_factor > before
    window.toggle_volumes()
    assert window.viewed is window.canvas


def test_it_is_not_worked_out_while_nobody_looks(window: Window) -> None:
    window.session.undo()
    assert window.volumes.plan.cuboids == ()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_is_painted_in_the_colours_of_the_theme(view: VolumeView, theme: str) -> None:
    set_theme(theme)  # type: ignore[arg-type]
    QApplication.processEvents()
    shot = view.grab().toImage()
    ground = shot.pixelColor(4, 4)
    assert (ground.lightness() < 60) == (theme == "dark")
    at = middle(view, "features.layer3.conv")
    assert shot.pixelColor(at).hslHue() == pytest.approx(203, abs=12)
    set_theme("light")
