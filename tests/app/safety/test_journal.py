"""The journal: written soon, refused where it is damaged, offered after a crash, gone after a save."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from explorer import zoo
from explorer.app.panels.banner import Banner
from explorer.app.safety import journal
from explorer.app.safety.autosave import Autosave
from explorer.app.session import Session
from explorer.app.window import Window
from explorer.graph import files
from explorer.graph.edits import SetParameter


def edit(session: Session, count: int = 5) -> None:
    session.do(SetParameter(name="layer2", parameter="count", value=count))


@pytest.fixture(autouse=True)
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    found = tmp_path / "journal"
    monkeypatch.setattr(journal, "journal_folder", lambda: found)
    return found


def crashed(folder: Path, path: Path | None = None, count: int = 5) -> Path:
    """What a program leaves that was killed."""
    folder.mkdir(exist_ok=True)
    document = SetParameter(name="layer2", parameter="count", value=count).apply(
        zoo.get("resnet18")
    )
    file = journal.new_file(folder)
    journal.write(file, document, path, 12, time.time())
    return file


def press(bar: Banner, text: str) -> None:
    (button,) = [b for b in bar.findChildren(QPushButton) if b.text() == text]
    button.click()


def test_an_edit_is_on_disk_within_a_second(session: Session, qtbot: QtBot, folder: Path) -> None:
    autosave = Autosave(session)
    before = time.monotonic()
    edit(session)
    with qtbot.waitSignal(autosave.written, timeout=5000):
        edit(session, 6)
    assert time.monotonic() - before < 1.0
    found = journal.read(autosave.file)
    assert found.document == session.document
    assert (found.name, found.path, found.edits) == ("resnet18", None, 2)
    assert autosave.file.stat().st_mode & 0o777 == 0o600
    assert journal.abandoned(folder) == []  # it is in use
    autosave.close()
    assert list(folder.iterdir()) == []


def test_without_a_pause_it_is_written_all_the_same(session: Session, qtbot: QtBot) -> None:
    autosave = Autosave(session)
    written: list[float] = []
    autosave.written.connect(lambda: written.append(time.monotonic()))
    begun = time.monotonic()
    for i in range(40):
        edit(session, 2 + i % 5)
        qtbot.wait(20)
    assert len(written) >= 2
    assert written[0] - begun < 1.0
    autosave.close()


def test_saving_or_undoing_all_ends_the_journal(session: Session, tmp_path: Path) -> None:
    autosave = Autosave(session)
    for end in (session.undo, lambda: session.save(tmp_path / "a.network.json")):
        edit(session)
        assert autosave.flush()
        assert autosave.file.exists()
        end()
        autosave._writer.wait(5)
        assert not autosave.file.exists()
    autosave.close()


def test_where_nothing_can_be_written_it_is_said_once(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    autosave = Autosave(session, tmp_path / "file" / "journal")
    said: list[str] = []
    autosave.failed.connect(said.append)
    edit(session)
    autosave.flush()
    edit(session, 6)
    autosave.flush()
    assert len(said) == 1
    autosave.close()


def damage_digest(data: bytes) -> bytes:
    return data[:-20] + b"X" + data[-19:]


@pytest.mark.parametrize(
    ("damage", "why"),
    [
        (damage_digest, "digest"),
        (lambda data: data[: len(data) // 2], "digest"),
        (lambda data: b"", "first line"),
        (lambda data: b"\0" * 4096, "first line"),
        (lambda data: b"[" * 100_000, "first line"),
        (lambda data: data.replace(b'"edits": 12', b'"edits": "a"'), "edits"),
        (lambda data: data.replace(b"/journal", b"/other"), "not a journal"),
        (lambda data: data.replace(b'"version": 1', b'"version": 9', 1), "version"),
    ],
)
def test_a_damaged_one_is_refused_and_breaks_nothing(
    folder: Path,
    make_window: Callable[[str], Window],
    damage: Callable[[bytes], bytes],
    why: str,
) -> None:
    file = crashed(folder)
    file.write_bytes(damage(file.read_bytes()))
    with pytest.raises(files.FileError, match=why):
        journal.read(file)
    window = make_window("lenet5_modern")
    assert window.safety.recovery.found == []
    ((known, text),) = window.safety.recovery.damaged
    assert known == file
    assert why in text
    window.safety.begin(window)
    press(window.safety.recovery_bar, "Look at it…")
    assert file.exists()


# -- after a crash ----------------------------------------------------------------------------


def test_recovered_work_is_an_unsaved_change_to_its_file(
    folder: Path, make_window: Callable[[str], Window], tmp_path: Path
) -> None:
    path = tmp_path / "mine.network.json"
    files.save(zoo.get("resnet18"), path)
    file = crashed(folder, path)
    window = make_window("lenet5_modern")
    window.safety.begin(window)
    assert "mine.network.json" in window.safety.recovery_bar.text
    assert "12 edits" in window.safety.recovery_bar.text
    press(window.safety.recovery_bar, "Recover")
    session = window.session
    assert session.path == path
    assert session.changed
    assert session.document.graph["layer2"].params["count"] == 5
    # the new window's journal holds it before the old one goes
    assert not file.exists()
    assert journal.read(window.safety.autosave.file).document == session.document
    session.undo()
    assert session.document == zoo.get("resnet18")


def test_work_that_was_in_no_file(folder: Path, make_window: Callable[[str], Window]) -> None:
    crashed(folder)
    window = make_window("lenet5_modern")
    (one,) = window.safety.recovery.found
    assert window.safety.recovery.recover(one)
    assert window.session.path is None
    assert window.session.changed
    assert window.safety.autosave.file.exists()


def test_declined_it_stays_until_discarded(
    folder: Path, make_window: Callable[[str], Window]
) -> None:
    file = crashed(folder)
    first = make_window("lenet5_modern")
    first.safety.begin(first)
    first.safety.recovery_bar.hide()
    first.close()
    second = make_window("lenet5_modern")
    second.safety.begin(second)
    assert second.safety.recovery_bar.text == ""  # it is offered once
    assert second.actions_table["recover"].isEnabled()
    second.actions_table["recover"].trigger()
    dialog = second.safety.recovery.show()
    (discard,) = [b for b in dialog.findChildren(QPushButton) if b.text() == "Discard"]
    discard.click()
    assert not file.exists()
    assert not second.actions_table["recover"].isEnabled()
    dialog.close()


def test_the_open_network_is_asked_for_first(
    folder: Path, make_window: Callable[[str], Window], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = crashed(folder)
    window = make_window("resnet18")
    edit(window.session, 4)
    monkeypatch.setattr(window.files, "ask_unsaved", lambda: "cancel")
    window.safety.begin(window)
    press(window.safety.recovery_bar, "Recover")
    assert window.session.document.graph["layer2"].params["count"] == 4
    assert file.exists()
    assert window.safety.recovery_bar.text != ""


def test_differences_in_figures(folder: Path, make_window: Callable[[str], Window]) -> None:
    from PySide6.QtWidgets import QLabel

    crashed(folder)
    window = make_window("resnet18")
    window.safety.begin(window)
    press(window.safety.recovery_bar, "Show differences")
    (dialog,) = [d for d in window.findChildren(QMessageBox.__base__) if d.isVisible()]
    texts = " ".join(w.text() for w in dialog.findChildren(QLabel)).replace("\u202f", "")
    assert "11689512" in texts
    assert "Changed: layer2." in texts
    dialog.close()
    assert window.safety.recovery_bar.text != ""  # asked again after a look


def test_a_running_program_is_left_its_journal(folder: Path) -> None:
    code = """
import sys
from pathlib import Path
from explorer.app.safety import journal
from explorer import zoo
file = journal.new_file(Path(sys.argv[1]))
lock = journal.lock_of(file)
assert lock.tryLock(0)
journal.write(file, zoo.get("lenet5_modern"), None, 1, 1.0)
print("here", flush=True)
input()
"""
    folder.mkdir()
    program = subprocess.Popen(
        [sys.executable, "-c", code, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert program.stdout is not None
    assert program.stdout.readline() == "here\n"
    assert journal.abandoned(folder) == []
    program.kill()
    program.communicate()
    assert len(journal.abandoned(folder)) == 1


# -- the previous version -----------------------------------------------------------------------


def test_one_previous_version_is_kept(window: Window, tmp_path: Path) -> None:
    path = tmp_path / "mine.network.json"
    session = window.session
    session.save(path)
    assert not window.actions_table["previous"].isEnabled()
    first = session.document
    edit(session, 5)
    session.save(path)
    edit(session, 6)
    session.save(path)
    assert files.load(files.previous(path)).graph["layer2"].params["count"] == 5
    assert sorted(p.name for p in tmp_path.glob("mine*")) == [path.name, path.name + "~"]
    window.actions_table["previous"].trigger()
    assert session.document.graph["layer2"].params["count"] == 5
    assert session.changed
    session.undo()
    assert session.document.graph["layer2"].params["count"] == 6
    assert session.document is not first


def test_a_damaged_previous_version_is_explained(window: Window, tmp_path: Path) -> None:
    path = tmp_path / "mine.network.json"
    window.session.save(path)
    files.previous(path).write_text("{")
    before = window.session.document
    window.files.open_previous()
    assert window.session.document is before
    assert "could not be opened" in window.banner.text


def test_a_full_disk_keeps_both(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "mine.network.json"
    window.session.save(path)
    held = path.read_bytes()
    edit(window.session)

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    assert not window.files.save()
    assert "No space left" in window.banner.text
    assert [b.text() for b in window.banner.findChildren(QPushButton)] == ["Save elsewhere…"]
    assert window.session.changed
    assert path.read_bytes() == held
    left = [p for p in tmp_path.glob(".mine*") if p.suffix != ".lock"]  # that of the open file
    assert not left
