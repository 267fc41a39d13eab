"""The log, the report that somebody may send, and what About says of the device."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from explorer.app import device_words, log, main, places, report
from explorer.app.dialogs import show_about
from explorer.app.window import Window
from explorer.worker import messages as m

CPU_ALONE = m.DeviceFacts(torch="2.13.0+cpu", torchvision="0.28.0", cores=8, threads=7)
WITH_GPU = m.DeviceFacts(
    torch="2.13.0",
    cuda_build="13.0",
    gpus=("NVIDIA H200 · 139 GB",),
    driver="580.1",
    cores=16,
    threads=15,
)


@pytest.fixture(autouse=True)
def own_places(tmp_path: Path) -> Iterator[Path]:
    places.keep_in(tmp_path / "kept")
    yield tmp_path / "kept"
    places.keep_in(None)


def test_errors_are_kept_and_found_again() -> None:
    log.write("the window opened")
    log.error("first\nTraceback:\n  2026-01-01 00:00:00 is no new entry")
    log.error("second")
    first, second = log.last_errors()
    assert "is no new entry" in first
    assert second.endswith("error second")
    assert len(log.last_errors(1)) == 1


def test_the_log_stays_small(monkeypatch: pytest.MonkeyPatch, own_places: Path) -> None:
    monkeypatch.setattr(log, "MOST_BYTES", 1000)
    for i in range(100):
        log.error(f"{i}: " + "x" * 90)
    files = sorted(p.name for p in places.log_folder().iterdir())
    assert files == ["explorer.log", "explorer.log.1"]
    assert sum(p.stat().st_size for p in places.log_folder().iterdir()) < 2500
    assert "99: x" in log.last_errors()[-1]


def test_a_log_that_cannot_be_written_is_no_error(own_places: Path) -> None:
    own_places.mkdir(exist_ok=True)
    (own_places / "state").touch()
    log.error("lost")
    assert log.last_errors() == []


def test_the_report_says_versions_and_errors_and_no_names(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "home", lambda: Path("/home/ada"))
    monkeypatch.setattr("getpass.getuser", lambda: "ada")
    log.error("/home/ada/nets/a.network.json cannot be read; /media/ada/stick neither")
    window.runner.facts = CPU_ALONE
    window.actions_table["report"].trigger()
    text = QGuiApplication.clipboard().text()
    for wanted in ("torch 2.", "PySide6-Essentials 6.", "Python 3.", "2.13.0+cpu", "8 cores"):
        assert wanted in text
    assert "~/nets/a.network.json cannot be read; /media/…/stick" in text
    assert "ada" not in text
    assert "clipboard" in window.banner.text


def test_a_very_long_error_keeps_its_end(window: Window) -> None:
    log.error("RecursionError\n" + "again\n" * 5000 + "the end")
    text = report.report(window.runner)
    assert len(text) < 10_000
    assert "the end" in text


def test_a_fault_of_the_program_is_logged(
    window: Window, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    main._tell_of_faults(window)
    try:
        raise ValueError("this should not be")
    except ValueError as error:
        sys.excepthook(ValueError, error, error.__traceback__)
    assert "this should not be" in log.last_errors()[-1]
    assert "Traceback" in log.last_errors()[-1]
    assert "this should not be" in window.banner.text
    assert "this should not be" in capsys.readouterr().err


def test_the_end_of_a_worker_is_logged(window: Window) -> None:
    window.runner._take(m.WorkerDied("The worker was killed (SIGKILL).", -9, ("last words",)))
    assert "SIGKILL" in log.last_errors()[-1]
    assert "last words" in log.last_errors()[-1]


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        (CPU_ALONE, "No GPU"),
        (m.DeviceFacts(torch="2.13.0+cpu", driver="580.1"), "CPU build"),
        (m.DeviceFacts(torch="2.13.0", cuda_build="13.0"), "no driver"),
        (m.DeviceFacts(torch="2.13.0", cuda_build="13.0", driver="470.1"), "too old"),
        (m.DeviceFacts(torch="2.13.0", rocm_build="7.0"), "AMD"),
        (m.DeviceFacts(torch="2.13.0", mps_build=True), "Apple"),
        (WITH_GPU, ""),
    ],
)
def test_what_is_missing_for_more(facts: m.DeviceFacts, says: str) -> None:
    missing = device_words.missing(facts)
    assert says in missing
    assert bool(missing) == bool(says)


def test_about_shows_the_device_once_the_worker_has_told(window: Window) -> None:
    dialog = show_about(window)
    dialog.show_page(1)
    texts = {label.text() for label in dialog.findChildren(QLabel)}
    assert "Worker not started" in texts
    window.runner._take(m.Ready("cuda", "NVIDIA H200", ("cuda", "cpu"), "2.13.0", WITH_GPU))
    texts = {label.text() for label in dialog.findChildren(QLabel)}
    assert {"NVIDIA H200 · 139 GB", "2.13.0, for CUDA 13.0", "580.1"} <= texts
    dialog.close()
