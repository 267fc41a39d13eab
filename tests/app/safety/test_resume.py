"""The next window continues where the last one was left."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from explorer import zoo
from explorer.app import main
from explorer.app.runner import Runner
from explorer.app.safety import journal, resume
from explorer.app.settings import Settings
from explorer.app.theme import set_theme
from explorer.app.window import Window
from explorer.graph import files
from explorer.graph.edits import SetParameter

Start = Callable[[], Window]


@pytest.fixture
def start(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Start]:
    """Starts the program without a file, as its command line does."""
    Settings()._store.clear()
    set_theme("light")
    monkeypatch.setattr(Runner, "start", lambda runner: None)
    monkeypatch.setattr(journal, "state_folder", lambda: tmp_path / "state")
    monkeypatch.setattr(resume, "state_folder", lambda: tmp_path / "state")
    made: list[Window] = []
    real = main.open_window

    def open_window(*given: object) -> Window:
        made.append(real(*given))  # type: ignore[arg-type]
        return made[-1]

    monkeypatch.setattr(main, "open_window", open_window)
    monkeypatch.setattr(main, "_tell_of_faults", lambda window: None)
    monkeypatch.setattr(QApplication, "exec", lambda *_: 0)

    def end() -> None:
        # windows that linger would be styled anew with every window that opens
        while made:
            window = made.pop()
            if window.isVisible():
                window.session.mark_saved()
                window.close()
            window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def begin() -> Window:
        end()
        main.run()
        qtbot.waitExposed(made[-1])
        return made[-1]

    yield begin
    end()


def edit(window: Window, count: int = 5) -> None:
    window.session.do(SetParameter(name="layer2", parameter="count", value=count))


def test_first_there_is_a_network_to_look_at(start: Start) -> None:
    assert start().session.document.name == "lenet5_modern"


def test_file_scope_selection_view_and_workspace(
    start: Start, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "mine.network.json"
    files.save(zoo.get("resnet18"), path)
    first = start()
    first.files.open_path(path)
    first.session.enter(("layer2",))
    first.session.select("layer2.0")
    first.show_workspace("inspect")
    first.toggle_panel("inspector")
    qtbot.wait(20)
    first.canvas.zoom_to(1.7)
    first.canvas.centerOn(120, 40)
    middle = first.canvas.mapToScene(first.canvas.viewport().rect().center())
    first.close()
    second = start()
    session = second.session
    assert (session.path, session.changed) == (path, False)
    assert (session.scope, session.selection) == (("layer2",), ("layer2.0",))
    assert second.workspace == "inspect"
    assert second.put_away == {"code", "inspector"}
    assert second.canvas.scale_factor == pytest.approx(1.7)
    now = second.canvas.mapToScene(second.canvas.viewport().rect().center())
    assert abs(now.x() - middle.x()) < 3
    assert abs(now.y() - middle.y()) < 3


@pytest.mark.parametrize("saved", [True, False])
def test_unsaved_changes_are_kept_for_the_next_time(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, saved: bool
) -> None:
    path = tmp_path / "mine.network.json"
    first = start()
    first.session.replace(zoo.get("resnet18"))
    if saved:
        first.session.save(path)
    edit(first)
    document = first.session.document
    monkeypatch.setattr(first.files, "ask_unsaved", lambda: "later")
    assert first.close()
    second = start()
    session = second.session
    assert (session.document, session.path) == (document, path if saved else None)
    assert session.changed
    # what is kept nowhere else is in the journal, whatever happens now
    assert journal.read(second.safety.autosave.file).document == document
    assert not (tmp_path / "state/session.json").exists()
    if saved:
        session.undo()
        assert session.document == zoo.get("resnet18")
        assert not session.changed


def test_what_was_discarded_stays_so(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "mine.network.json"
    first = start()
    first.session.replace(zoo.get("resnet18"))
    first.session.save(path)
    edit(first)
    monkeypatch.setattr(first.files, "ask_unsaved", lambda: "discard")
    assert first.close()
    second = start()
    assert second.session.document == zoo.get("resnet18")
    assert not second.session.changed
    assert not second.safety.recovery.any


def test_the_question_offers_it(start: Start, qtbot: QtBot) -> None:
    from PySide6.QtCore import QTimer

    first = start()
    first.session.replace(zoo.get("resnet18"))
    edit(first)

    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        (button,) = [b for b in box.buttons() if b.text() == "Keep for next time"]
        button.click()

    QTimer.singleShot(50, press)
    assert first.close()
    assert start().session.changed


@pytest.mark.parametrize("what", ["gone", "damaged", "off", "locked"])
def test_where_it_cannot_it_begins_anew(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    path = tmp_path / "mine.network.json"
    first = start()
    first.session.replace(zoo.get("resnet18"))
    first.session.save(path)
    first.close()
    state = tmp_path / "state/session.json"
    assert state.exists()
    if what == "gone":
        path.unlink()
    elif what == "damaged":
        state.write_text('{"version": 1, "zoom": "wide"}')
    elif what == "off":
        settings = Settings()
        settings.resumes = False
        settings.sync()
    else:
        from explorer.app.safety import locks

        monkeypatch.setattr(locks, "holder", lambda path: locks.Holder(1, ""))
    assert start().session.document.name == "lenet5_modern"
