"""The gallery: what it shows, how it is searched and sorted, that it opens at once, and opens copies."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from explorer import zoo
from explorer.analysis.analyze import analyze
from explorer.app.gallery.dialog import GalleryDialog
from explorer.app.gallery.entry import Entry, entries
from explorer.app.gallery.model import GalleryModel
from explorer.app.gallery.thumbnail import MOST_BLOCKS, figure_plan, thumbnail
from explorer.app.theme import role_color, set_theme
from explorer.app.window import Window
from explorer.blocks.description import Role


@pytest.fixture
def gallery(qtbot: QtBot) -> GalleryDialog:
    set_theme("light")
    dialog = GalleryDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def finish(dialog: GalleryDialog, qtbot: QtBot) -> None:
    """Wait until every figure is there."""
    qtbot.waitUntil(lambda: not dialog.model.busy, timeout=20_000)


def shown(model: GalleryModel) -> list[Entry]:
    found = [model.entry(model.index(i)) for i in range(model.rowCount())]
    return [e for e in found if e is not None]


def choose(box: QComboBox, key: str) -> None:
    box.setCurrentIndex(box.findData(key))


def test_it_holds_the_whole_zoo(gallery: GalleryDialog, qtbot: QtBot) -> None:
    assert sorted(e.name for e in shown(gallery.model)) == sorted(zoo.names())
    years = [e.about.year or 0 for e in shown(gallery.model)]
    assert years == sorted(years)
    finish(gallery, qtbot)
    spoken = {
        e.name: gallery.model.index(i).data(Qt.ItemDataRole.AccessibleTextRole)
        for i, e in enumerate(shown(gallery.model))
    }
    assert "25.6 M params" in spoken["resnet50"]
    assert "2015" in spoken["resnet50"]
    assert "arXiv:1512.03385" in spoken["resnet50"]
    for entry in entries():
        a = entry.about
        assert all((a.title, a.year, a.idea, a.source, a.family)), entry.name
        assert entry.totals == analyze(entry.document).totals


def test_search_and_family(gallery: GalleryDialog) -> None:
    gallery.search.setText("1998")
    assert {e.about.year for e in shown(gallery.model)} == {1998}
    assert gallery.chosen.startswith("lenet5")
    gallery.search.setText("simonyan 16")
    assert {"vgg16", "vgg16_bn"} <= {e.name for e in shown(gallery.model)}
    gallery.search.setText("no such network")
    assert gallery.chosen == ""
    assert not gallery.view.isVisible()
    gallery.search.clear()
    choose(gallery.family, "VGG")
    assert {e.about.family for e in shown(gallery.model)} == {"VGG"}
    assert gallery.count.text().startswith(str(len(shown(gallery.model))))
    gallery.search.setText("resnet")
    assert shown(gallery.model) == []


def test_orders(gallery: GalleryDialog, qtbot: QtBot) -> None:
    choose(gallery.order, "name")
    titles = [e.title.casefold() for e in shown(gallery.model)]
    assert titles == sorted(titles)
    choose(gallery.order, "parameters")
    finish(gallery, qtbot)
    parameters = [e.totals.parameters for e in shown(gallery.model)]
    assert parameters == sorted(parameters)
    assert gallery.view.currentIndex().row() == 0
    gallery.falling.setChecked(True)
    choose(gallery.order, "macs")
    macs = [e.totals.macs for e in shown(gallery.model)]
    assert macs == sorted(macs, reverse=True)


def test_an_order_by_figures_waits_for_them(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    for entry in entries():
        monkeypatch.delitem(entry.__dict__, "totals", raising=False)
    model = GalleryModel()
    model.ask(order="parameters")
    assert not any(e.analysed for e in entries())
    with qtbot.waitSignal(model.resorted, timeout=20_000):
        pass
    parameters = [e.totals.parameters for e in shown(model)]
    assert parameters == sorted(parameters)


@pytest.mark.alone
def test_it_opens_at_once(qtbot: QtBot) -> None:
    """Without any figure, and no slice of the work on them is long."""
    zoo.get.cache_clear()
    entries.cache_clear()
    times = []
    for _ in range(3):
        start = perf_counter()
        dialog = GalleryDialog()
        qtbot.addWidget(dialog)
        dialog.show()
        QApplication.processEvents()
        times.append(perf_counter() - start)
        dialog.model.stop()
        dialog.close()
    assert min(times) < 0.3


@pytest.mark.alone
@pytest.mark.parametrize("name", ["efficientnet_b7", "densenet264", "inception_resnet_v2"])
def test_opening_the_largest_takes_no_time(make_window: Callable[[str], Window], name: str) -> None:
    """To first figures, nothing of the network having been worked out before."""
    window = make_window("lenet5_modern")
    document = zoo.get(name)
    times = []
    for _ in range(3):
        window.session.catalogue.forget()
        start = perf_counter()
        window.session.replace(document)
        shown_text = window.totals.parameters.value
        QApplication.processEvents()
        times.append(perf_counter() - start)
        assert shown_text not in ("", "0", "61.71 k")
        window.session.replace(zoo.get("lenet5_modern"))
    assert min(times) < 0.3


def test_figures_are_drawn_for_all_and_say_something(qapp: QApplication) -> None:
    set_theme("light")
    size = QSize(260, 104)
    for entry in entries():
        analysis = analyze(entry.document)
        plan = figure_plan(analysis)
        assert 3 <= len(plan.blocks) <= MOST_BLOCKS + 12, entry.name
        image = thumbnail(analysis, size).toImage()
        used = {image.pixelColor(x, y).name() for x in range(0, 260, 2) for y in range(0, 104, 2)}
        roles = {role_color(role).name() for role in Role} & used
        assert len(roles) >= 2, entry.name


def test_a_figure_follows_the_theme(qtbot: QtBot) -> None:
    entry, size = entries()[0], QSize(200, 100)
    set_theme("light")
    entry.draw(size, 1.0)
    assert entry.picture(size, 1.0) is not None
    light: QImage = entry.picture(size, 1.0).toImage()  # type: ignore[union-attr]
    set_theme("dark")
    assert entry.picture(size, 1.0) is None
    entry.draw(size, 1.0)
    assert entry.picture(size, 1.0).toImage() != light  # type: ignore[union-attr]
    set_theme("light")


def test_it_is_worked_by_keyboard(gallery: GalleryDialog, qtbot: QtBot) -> None:
    qtbot.waitExposed(gallery)
    QTest.keyClicks(gallery.search, "vgg")
    first = gallery.chosen
    QTest.keyClick(gallery.search, Qt.Key.Key_Down)
    assert gallery.focusWidget() is gallery.view
    QTest.keyClick(gallery.view, Qt.Key.Key_Right)
    assert gallery.chosen != first
    QTest.keyClick(gallery.view, Qt.Key.Key_Return)
    assert gallery.result() == QDialog.DialogCode.Accepted
    assert "vgg" in gallery.chosen


def test_every_control_has_a_name(gallery: GalleryDialog) -> None:
    for kind in (QAbstractButton, QLineEdit, QComboBox):
        for control in gallery.findChildren(kind):
            if control.isVisible():
                name = control.accessibleName() or getattr(control, "text", str)()
                assert name, control


def test_what_is_opened_is_a_copy(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    def accept(dialog: GalleryDialog) -> int:
        dialog.search.setText("lenet modern")
        return int(QDialog.DialogCode.Accepted)

    monkeypatch.setattr(GalleryDialog, "exec", accept)
    window.actions_table["gallery"].trigger()
    session = window.session
    assert session.document.name == "lenet5_modern"
    assert session.path is None
    original = zoo.get("lenet5_modern")
    session.select("C1")
    window.actions_table["delete"].trigger()
    assert session.row("C1") is None
    assert zoo.get("lenet5_modern") is original
    assert "C1" in original.graph
