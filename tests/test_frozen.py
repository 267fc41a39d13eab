"""A bundle starts as its own command line, and never as the Python that a library takes it for."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from explorer import frozen
from explorer.frozen import RefusedError, by_itself, checked, settle


@pytest.mark.parametrize(
    "arguments",
    [
        ["-c", "print(1)"],
        ["-m", "torch._inductor.compile_worker", "--workers=4"],
        ["-X", "faulthandler", "-m", "explorer.worker.process"],
        ["-"],
        ["-B", "-s", "/tmp/launcher.py"],
        ["/usr/lib/python3/torch/_inductor/compile_worker/__main__.py", "--parent", "1"],
    ],
)
def test_what_is_meant_for_python_is_refused(arguments: list[str]) -> None:
    for started_by_itself in (False, True):
        with pytest.raises(RefusedError, match="the program itself"):
            checked(arguments, started_by_itself)


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--version"],
        ["--help"],
        ["--settings", "/media/stick", "open"],
        ["open"],
        ["open", "my.network.json"],
        ["worker", "psm_1234", "auto"],
        ["export", "lenet5", "--to", "onnx", "--out", "my.py"],
    ],
)
def test_commands_are_left_as_they_are(arguments: list[str]) -> None:
    assert checked(arguments, started_by_itself=False) == arguments
    if arguments:
        assert checked(arguments, started_by_itself=True) == arguments


def test_a_start_by_itself_without_a_command_is_refused() -> None:
    """As `[sys.executable]` with a script on stdin: it would open one window after another."""
    with pytest.raises(RefusedError, match="without a command"):
        checked([], started_by_itself=True)


def test_a_file_alone_is_opened(tmp_path: Path) -> None:
    file = tmp_path / "my.network.json"
    file.write_text("{}")

    assert checked([str(file)], started_by_itself=False) == ["open", str(file)]
    assert checked(["no-such.json"], started_by_itself=False) == ["no-such.json"]


def test_children_know_who_started_them() -> None:
    environment = {"LD_LIBRARY_PATH": "/bundle", "LD_LIBRARY_PATH_ORIG": "/home/me/lib"}
    assert not by_itself(environment, 77)

    settle(environment, 77)

    assert by_itself(environment, 77)
    assert not by_itself(environment, 78), "a shell that was started from the window may start it"


def test_what_is_started_from_a_bundle_does_not_take_its_libraries() -> None:
    environment = {"LD_LIBRARY_PATH": "/bundle", "LD_LIBRARY_PATH_ORIG": "/home/me/lib"}
    settle(environment, 1)
    assert environment["LD_LIBRARY_PATH"] == "/home/me/lib"

    environment = {"LD_LIBRARY_PATH": "/bundle"}
    settle(environment, 1)
    assert "LD_LIBRARY_PATH" not in environment


def test_nothing_is_compiled_in_a_bundle() -> None:
    environment: dict[str, str] = {}
    settle(environment, 1)
    environment["CXX"] = "/no/such/compiler"
    doubled = "import torch; print(torch.compile(lambda x: 2 * x)(torch.ones(1)).item())"

    told = subprocess.run(
        [sys.executable, "-c", doubled],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    ).stdout

    assert told.strip() == "2.0"


def test_the_guard_ends_the_program(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["explorer", "-c", "print(1)"])

    with pytest.raises(SystemExit) as ended:
        frozen.begin()

    assert ended.value.code == 2
    assert "the program itself" in capsys.readouterr().err


def test_a_frozen_worker_is_the_bundle_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    from explorer.worker.client import process_command

    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/opt/explorer")

    command = process_command("psm_1", "cpu")

    assert command == ["/opt/explorer", "worker", "psm_1", "cpu"]
    assert checked(command[1:], started_by_itself=True) == command[1:]
