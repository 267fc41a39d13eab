"""The welcome page: when it is there, what its cards do, with mouse and keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from explorer import zoo
from explorer.app import main, places
from explorer.app.runner import Runner
from explorer.app.settings import Settings
from explorer.app.theme import role_color
from explorer.app.window import Window
from explorer.blocks.description import Role
from explorer.graph import files
from explorer.graph.edits import SetParameter

Start = Callable[[], Window]


@pytest.fixture
def start(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Start]:
    """Starts the program without a file, as its command line does, in places of its own."""
    places.keep_in(tmp_path / "kept")
    monkeypatch.setattr(Runner, "start", lambda runner: None)
    monkeypatch.setattr(main, "_tell_of_faults", lambda window: None)
    monkeypatch.setattr(QApplication, "exec", lambda *_: 0)
    made: list[Window] = []
    real = main.open_window

    def open_window(*given: object) -> Window:
        made.append(real(*given))  # type: ignore[arg-type]
        return made[-1]

    monkeypatch.setattr(main, "open_window", open_window)

    def begin() -> Window:
        end()
        main.run()
        qtbot.waitExposed(made[-1])
        made[-1].activateWindow()
        return made[-1]

    def end() -> None:
        while made:
            window = made.pop()
            window.session.mark_saved()
            window.close()
            window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    yield begin
    end()
    places.keep_in(None)


def click(widget: object) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)  # type: ignore[call-overload]


def test_the_first_window_begins_with_it_and_so_does_the_next_if_nothing_was_done(
    start: Start,
) -> None:
    window = start()
    assert window.welcome.shown
    assert "continue" not in window.welcome.page.ways
    assert not window.canvas.isVisible()
    assert start().welcome.shown


def test_what_was_opened_is_continued_and_not_welcomed(start: Start) -> None:
    window = start()
    click(window.welcome.page.examples[3])
    assert window.session.document.name == "resnet18"
    assert not window.welcome.shown
    assert window.canvas.isVisible()
    assert window.focusWidget() is window.canvas
    again = start()
    assert not again.welcome.shown
    assert again.session.document.name == "resnet18"


def test_a_lab_may_do_without(
    start: Start, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "lab.ini").write_text("[defaults]\nwelcome=no\n")
    monkeypatch.setenv(places.LAB, str(tmp_path / "lab.ini"))
    assert not start().welcome.shown


def test_where_windows_do_not_continue_by_themselves_a_card_does(start: Start) -> None:
    window = start()
    click(window.welcome.page.examples[1])
    window.session.select("classifier")
    window.show_workspace("inspect")
    start()  # closes the window, which keeps how it was left
    settings = Settings()
    settings.resumes = False
    settings.sync()
    again = start()
    assert again.welcome.shown
    assert again.session.document.name == "lenet5_modern"
    click(again.welcome.page.ways["continue"])
    assert again.session.document.name == "alexnet"
    assert again.workspace == "inspect"
    assert again.session.selection == ("classifier",)


def test_the_ways_to_begin(start: Start, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "mine.network.json"
    files.save(zoo.get("vgg11"), path)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    window = start()
    monkeypatch.setattr(
        window.files, "open_gallery", lambda: window.files.open_network("nin_cifar10")
    )
    click(window.welcome.page.ways["gallery"])
    assert window.session.document.name == "nin_cifar10"
    window.welcome.show()
    click(window.welcome.page.ways["open"])
    assert window.session.path == path
    window.welcome.show()
    assert [card.title.full_text() for card in window.welcome.page.files] == ["mine"]
    click(window.welcome.page.ways["new"])
    assert window.session.document.name == "untitled"
    window.welcome.show()
    click(window.welcome.page.files[0])
    assert window.session.path == path
    assert not window.welcome.shown


def test_it_goes_by_keys_alone(start: Start) -> None:
    window = start()
    page = window.welcome.page
    seen = []
    for _ in page.cards:
        seen.append(window.focusWidget())
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert seen == page.cards
    page.examples[2].setFocus()
    QTest.keyClick(page.examples[2], Qt.Key.Key_Return)
    assert window.session.document.name == "googlenet"


def test_escape_goes_to_the_network_and_help_comes_back(start: Start) -> None:
    window = start()
    QTest.keyClick(window.welcome.page.cards[0], Qt.Key.Key_Escape)
    assert not window.welcome.shown
    before = window.session.document
    window.actions_table["welcome"].trigger()
    assert window.welcome.shown
    click(window.welcome.page.ways["continue"])
    assert not window.welcome.shown
    assert window.session.document is before


def test_unsaved_changes_are_asked_for_before_they_would_go(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = start()
    window.welcome.leave()
    window.session.do(SetParameter(name="C1", parameter="out_channels", value=9))
    changed = window.session.document
    monkeypatch.setattr(window.files, "ask_unsaved", lambda: "cancel")
    window.welcome.show()
    click(window.welcome.page.examples[0])
    assert window.session.document is changed
    assert window.welcome.shown


def test_what_is_seen_in_the_panels_makes_it_go(start: Start) -> None:
    window = start()
    window.actions_table["dark"].trigger()
    window.actions_table["dark"].trigger()
    assert window.welcome.shown
    window.actions_table["volumes"].trigger()
    assert not window.welcome.shown
    window.welcome.show()
    click(window.tabs["train"])
    assert not window.welcome.shown


def test_the_examples_get_their_figures_and_every_card_has_a_name(
    start: Start, qtbot: QtBot
) -> None:
    window = start()
    page = window.welcome.page
    qtbot.waitUntil(lambda: all(card.entry.analysed for card in page.examples), timeout=10_000)
    assert all(card.accessibleName() for card in page.cards)
    for card in page.examples:
        image = card.grab().toImage()
        colors = {
            image.pixelColor(x, y).name()
            for x in range(12, image.width() - 12)
            for y in range(12, 100)
        }
        assert role_color(Role.CONVOLUTION).name() in colors, card.entry.name
