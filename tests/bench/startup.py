"""From the start of a process to its first painted window, beside a bare window, napari and Orange;
the memory of an idle window; how soon the worker is ready."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from queue import Queue

from tests.bench.report import Row, versus

HERE = Path(__file__).resolve().parent
BUILD = Path("build").absolute()
PEERS = {
    "napari": ("napari", "PySide6-Essentials>=6.8,<6.12"),
    "orange": ("orange3", "PyQt6", "PyQt6-WebEngine", "setuptools<81"),
}
OVER_BARE_MS = 350.0
IDLE_MB = 150.0
IDLE_SECONDS = 6.0
"""By then the worker runs, and what is done in idle time is done."""


def _python(peer: str) -> Path | None:
    """The interpreter of a peer's own environment, made where it is missing; None offline."""
    venv = BUILD / f"bench-{peer}"
    python, stamp = venv / "bin" / "python", venv / ".installed"
    if not stamp.exists():
        subprocess.run([sys.executable, "-m", "venv", str(venv)], check=True)
        install = [str(python), "-m", "pip", "install", "-q", *PEERS[peer]]
        if subprocess.run(install, capture_output=True).returncode:
            return None
        stamp.touch()
    return python


def _environment() -> dict[str, str]:
    """As installed: with byte code, and with settings from an earlier start."""
    own = {f"XDG_{kind}_HOME": str(BUILD / "bench-home" / kind.lower()) for kind in (
        "CONFIG", "DATA", "CACHE", "STATE"
    )}  # fmt: skip
    found = os.environ | own | {"QT_QPA_PLATFORM": "offscreen"}
    found.pop("PYTHONDONTWRITEBYTECODE", None)
    return found


def start(python: Path, what: str, idle: float = 0.0) -> list[float]:
    """Seconds until the window was painted; with ``idle`` seconds more, also the process's
    proportional and resident size in MB. Empty where it did not come to that."""
    ours = python == Path(sys.executable)
    environment = _environment()
    # the byte code of this project's modules is made here and not among its sources
    environment |= (
        {"PYTHONPATH": str(Path.cwd()), "PYTHONPYCACHEPREFIX": str(BUILD / "bench-pycache")}
        if ours
        else {"PYTHONPATH": ""}
    )
    begun = time.time()
    try:
        done = subprocess.run(
            [str(python), str(HERE / "first_window.py"), what, *([str(idle)] if idle else [])],
            capture_output=True, text=True, env=environment, timeout=180,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return []
    said = [float(word) for word in done.stdout.split() if word.replace(".", "", 1).isdigit()]
    if not said:
        print(done.stderr[-1500:], file=sys.stderr)
        return []
    return [said[0] - begun, *said[1:]]


def _starts(times: int) -> Iterator[tuple[str, float]]:
    """Every program in turn, so that a busy moment hits all of them."""
    own = Path(sys.executable)
    programs: dict[str, Path | None] = {"bare": own, "ours": own}
    programs |= {peer: _python(peer) for peer in PEERS}
    for i in range(times + 1):
        for what, python in programs.items():
            # the first start fills caches; peers take long
            if python is None or (what in PEERS and i > 3):
                continue
            found = start(python, what)
            if found and i > 0:
                yield what, found[0] * 1e3


def worker_ready() -> float:
    """Milliseconds from starting a worker until it says that it is ready."""
    from explorer.worker.client import Client
    from explorer.worker.messages import Message, Ready

    heard: Queue[Message] = Queue()
    client = Client(heard.put, "cpu")
    begun = time.perf_counter()
    client.start()
    try:
        while not isinstance(heard.get(timeout=120), Ready):
            pass
        return (time.perf_counter() - begun) * 1e3
    finally:
        client.close()


def import_torch() -> float:
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-c", "import torch"], check=True)
    return (time.perf_counter() - begun) * 1e3


def rows(times: int = 7) -> Iterator[Row]:
    found: dict[str, float] = {}
    for what, spent in _starts(times):
        found[what] = min(spent, found.get(what, spent))
    over = found["ours"] - found["bare"]
    yield Row(
        f"start to painted window, over a bare one ({found['bare']:.0f} ms)",
        over, OVER_BARE_MS, "goal", OVER_BARE_MS / over, "ms", 1, over <= OVER_BARE_MS,
    )  # fmt: skip
    for peer in PEERS:
        name = "start to painted window"
        if peer in found:
            yield versus(name, found["ours"], found[peer], peer, 3.0)
        else:
            yield Row(name, found["ours"], 0.0, f"{peer}: not installed", 0.0, "ms", 3.0, None)
    sizes = start(Path(sys.executable), "ours", IDLE_SECONDS)
    if len(sizes) == 3:
        pss, rss = sizes[1:]
        yield Row(
            f"memory of the idle window (PSS; RSS {rss:.0f} MB)",
            pss, IDLE_MB, "goal", IDLE_MB / pss, "MB", 1, rss <= IDLE_MB,
        )  # fmt: skip
    ready, torch = float("inf"), float("inf")
    for _ in range(4):
        ready, torch = min(ready, worker_ready()), min(torch, import_torch())
    yield versus("worker ready", ready, torch, "import torch", 1 / 1.3)


if __name__ == "__main__":
    from tests.bench.report import show

    print(show(list(rows())))
