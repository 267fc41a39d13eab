"""Killed at a random moment of editing, the program loses two seconds at most.

``EXPLORER_KILLS=100`` kills more often.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from explorer.analysis.analyze import analyze
from explorer.app.safety import journal

pytestmark = pytest.mark.alone

ROOT = Path(__file__).resolve().parents[3]
KILLS = int(os.environ.get("EXPLORER_KILLS", "10"))
TOGETHER = 5
MOST = 2.0
"""Seconds of work that may be lost."""


def start(folder: Path, network: str) -> subprocess.Popen[str]:
    code = [sys.executable, "-m", "tests.app.safety.editing", str(folder), network]
    paths = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": paths}
    return subprocess.Popen(code, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)


def kill_some(folder: Path, count: int, chance: random.Random) -> list[float]:
    """Seconds of work lost in each of some programs killed."""
    networks = ("resnet18", "googlenet", "lenet5_modern", "densenet121", "efficientnet_b0")
    folders = [folder / str(i) for i in range(count)]
    programs = [start(f, networks[i % len(networks)]) for i, f in enumerate(folders)]
    for program in programs:
        assert program.stdout is not None
        assert program.stdout.readline() == "editing\n"
    begun = time.time()
    # from the very first edit on: until then nothing can be lost
    due = sorted((chance.uniform(0.0, 2.5), i) for i in range(count))
    lost = []
    for wait, i in due:
        time.sleep(max(0.0, begun + wait - time.time()))
        killed = time.time()
        programs[i].send_signal(signal.SIGKILL)
        programs[i].communicate()
        found = [journal.read(file) for file in journal.abandoned(folders[i])]
        assert len(found) <= 1
        if not found:
            # the first edit may not have reached the disk as yet
            lost.append(wait)
            continue
        assert analyze(found[0].document).root.layers
        lost.append(killed - float(found[0].document.about.idea))
    return lost


def test_kill_at_random_moments(tmp_path: Path) -> None:
    seed = int(os.environ.get("EXPLORER_SEED", "4"))
    chance = random.Random(seed)
    lost: list[float] = []
    while len(lost) < KILLS:
        count = min(TOGETHER, KILLS - len(lost))
        lost += kill_some(tmp_path / str(len(lost)), count, chance)
    lost.sort()
    print(f"{KILLS} kills: lost {lost[len(lost) // 2]:.2f} s (median), {lost[-1]:.2f} s (most)")
    assert len(lost) == KILLS
    assert lost[-1] <= MOST
