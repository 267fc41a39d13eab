"""Where the program keeps its things, and what a lab has set for all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from explorer.app import places
from explorer.app.commands.keymap import Keymap
from explorer.app.safety.autosave import Autosave
from explorer.app.session import Session
from explorer.app.settings import Settings
from explorer.app.window import Window


@pytest.fixture(autouse=True)
def usual_places(qapp: QApplication) -> Iterator[None]:
    Settings()._store.clear()
    yield
    places.keep_in(None)


def test_everything_is_kept_in_a_folder_that_is_named(tmp_path: Path, session: Session) -> None:
    folder = tmp_path / "all of it"
    usual = places.settings_file()
    places.keep_in(folder)
    settings = Settings()
    settings.theme = "dark"
    settings.sync()
    assert "theme=dark" in (folder / places.FILE).read_text()
    assert not usual.exists() or "dark" not in usual.read_text()
    assert places.log_folder() == folder / "state/log"
    assert Autosave(session).folder == folder / "state/journal"


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OSError, match="file"):
        places.keep_in(tmp_path / "file" / "folder")


def test_a_portable_program_keeps_all_beside_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "program_folder", lambda: tmp_path)
    assert places.own_folder() is None
    (tmp_path / places.PORTABLE).touch()
    assert places.settings_file() == tmp_path / "settings" / places.FILE
    assert places.state_folder() == tmp_path / "settings/state"


def test_a_portable_program_that_is_only_read_uses_the_usual_places(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = places.settings_file()
    monkeypatch.setattr(places, "program_folder", lambda: tmp_path)
    (tmp_path / places.PORTABLE).touch()
    # whoever runs the tests as root may write everywhere
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert places.settings_file() == usual


def lab(monkeypatch: pytest.MonkeyPatch, file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    monkeypatch.setenv(places.LAB, str(file))


def test_a_labs_defaults_hold_until_somebody_chooses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "[defaults]\ntheme=dark\ncolumns=params macs\nkeys/fit=Ctrl+Alt+J\n"
    lab(monkeypatch, tmp_path / "lab.ini", text)
    settings = Settings()
    assert settings.theme == "dark"
    assert settings.columns == ("params", "macs")
    assert Keymap(settings).keys("fit") == ("Ctrl+Alt+J",)
    assert not settings.locked("theme")
    settings.theme = "light"
    assert Settings().theme == "light"


def test_what_a_lab_locks_holds_whatever_was_chosen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make_window: object
) -> None:
    Settings().theme = "light"
    lab(monkeypatch, tmp_path / "lab.ini", "[locked]\ntheme=dark\nresume=no\n")
    settings = Settings()
    assert (settings.theme, settings.resumes) == ("dark", False)
    settings.resumes = True
    assert not Settings().resumes
    window: Window = make_window("lenet5_modern")  # type: ignore[operator]
    window.actions_table.refresh()
    assert not window.actions_table["dark"].isEnabled()
    assert not window.actions_table["resume"].isEnabled()
    assert window.actions_table["reduced_motion"].isEnabled()


def test_the_systems_file_counts_where_the_environment_names_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / places.NAME / places.FILE
    file.parent.mkdir()
    file.write_text("[defaults]\nreduced_motion=yes\n")
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path))
    assert places.lab_file() == file
    assert Settings().reduced_motion


@pytest.mark.parametrize("text", ["", "theme=dark", "[defaults]\ntheme=purple\n", "\0\1[[[", None])
def test_a_labs_file_that_says_nothing_of_use_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str | None
) -> None:
    if text is None:
        monkeypatch.setenv(places.LAB, str(tmp_path / "there is none"))
    else:
        lab(monkeypatch, tmp_path / "lab.ini", text)
    assert Settings().theme == "light"
    assert Settings().resumes


def test_without_a_place_to_write_the_window_still_opens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make_window: object
) -> None:
    """A settings file that cannot be written: a folder stands where it should be."""
    file = tmp_path / "settings.ini"
    file.mkdir()
    monkeypatch.setattr(places, "settings_file", lambda: file)
    window: Window = make_window("lenet5_modern")  # type: ignore[operator]
    window.settings.theme = "dark"
    window.settings.sync()
    assert window.isVisible()
