"""The program uses no network: opened, edited, trained and exported with network sockets forbidden.

Every Python process, the window, the worker and the exports, gets an audit hook that notes and
refuses what would leave the machine. Where strace is there, it sees what is no Python too.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

# An audit hook cannot be taken off again, and sees sockets however they are made. Local sockets,
# which are files, are allowed: windows call each other forward by them.
FORBIDDEN = """
import os, sys

def hook(event, arguments):
    if event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"):
        what = repr(arguments)
    elif event in ("socket.connect", "socket.sendto", "socket.sendmsg", "socket.bind"):
        if not isinstance(arguments[-1], tuple):
            return
        what = repr(arguments[-1])
    else:
        return
    with open(os.environ["ATTEMPTS"], "a") as out:
        out.write(f"{event} {what} {sys.argv}\\n")
    raise OSError(101, "the network is forbidden here")

sys.addaudithook(hook)
with open(os.environ["ATTEMPTS"] + ".processes", "a") as out:
    out.write(" ".join(sys.orig_argv) + "\\n")
"""


@pytest.fixture
def forbidden(tmp_path: Path) -> dict[str, str]:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/sitecustomize.py").write_text(FORBIDDEN)
    root = Path(__file__).resolve().parent.parent
    return os.environ | {
        "PYTHONPATH": f"{tmp_path / 'site'}{os.pathsep}{root}",
        "ATTEMPTS": str(tmp_path / "attempts"),
        "QT_QPA_PLATFORM": "offscreen",
        "HOME": str(tmp_path),
    }


def test_the_hook_sees_what_it_should(forbidden: dict[str, str], tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:9/')"],
        env=forbidden,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode != 0
    assert "forbidden" in done.stderr
    assert "socket." in (tmp_path / "attempts").read_text()


@pytest.mark.slow
def test_the_whole_job_needs_no_network(forbidden: dict[str, str], tmp_path: Path) -> None:
    """The tour opens the window, edits, trains, looks inside, and exports PyTorch and ONNX."""
    command = [sys.executable, "-m", "explorer", "tour", "--out", str(tmp_path / "tour")]
    trace = tmp_path / "trace"
    if shutil.which("strace"):
        command = [
            "strace",
            "-f",
            "--seccomp-bpf",
            "-qq",
            "-e",
            "trace=connect,sendto",
            "-o",
            str(trace),
            *command,
        ]
    done = subprocess.run(
        command, env=forbidden, cwd=tmp_path, capture_output=True, text=True, timeout=280
    )
    assert done.returncode == 0, done.stderr[-3000:]
    assert list((tmp_path / "tour").glob("*.onnx"))
    assert not (tmp_path / "attempts").exists(), (tmp_path / "attempts").read_text()
    processes = (tmp_path / "attempts.processes").read_text()
    # the hook was in all of them
    assert "explorer.worker.process" in processes
    assert "export" in processes
    if trace.exists():
        found = [
            line for line in trace.read_text().splitlines() if re.search("AF_INET6?[,})]", line)
        ]
        assert found == []
