"""Reads the files named on its input with the program's own command line, one after the other, and
says of each what came of it: run in a process of its own, which may be hurt."""

from __future__ import annotations

import io
import json
import sys
import time
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

from explorer.cli import main

FORBIDDEN = ("os.system", "os.exec", "os.posix_spawn", "subprocess.Popen", "socket.connect")
"""What Python tells its auditors when something is run or fetched."""


def peak() -> int:
    """The most memory this process has held since it was last asked to forget, in bytes."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) * 1024
    raise AssertionError("no VmHWM")


def forget_peak() -> int:
    Path("/proc/self/clear_refs").write_text("5")
    return peak()


acts: list[str] = []
watched: list[str] = []


def audit(event: str, args: tuple[object, ...]) -> None:
    if event.startswith(FORBIDDEN):
        acts.append(f"{event}{args!r:.100}")
    elif event == "open" and isinstance(args[0], str) and any(w in args[0] for w in watched):
        acts.append(f"read {args[0]}")


def run(words: list[str]) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        try:
            code = main(words)
        except SystemExit as stop:
            code = int(stop.code or 0)
    return code, out.getvalue(), err.getvalue()


if __name__ == "__main__":
    jobs = json.load(sys.stdin)
    watched += jobs["watched"]
    for words in jobs["warm"]:
        run(words)  # what is imported on the way is not the file's doing
    sys.addaudithook(audit)
    for name, words in jobs["jobs"]:
        print(json.dumps({"begins": name}), flush=True)
        acts.clear()
        before, began = forget_peak(), time.monotonic()
        try:
            code, out, err = run(words)
        except BaseException as error:
            code, out, err = -1, "", f"{type(error).__name__}: {error}"
        said = {
            "name": name,
            "code": code,
            "err": err[-600:],
            "length": len(err),
            "problems": '"problems": [\n  {' in out,
            "grown": peak() - before,
            "seconds": time.monotonic() - began,
            "acts": acts,
        }
        print(json.dumps(said), flush=True)
