"""Nothing is cut off at any scale of the screen, in any language that there is."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]

LOOK = """
import json, sys, time
from explorer import zoo
from explorer.app import language
from explorer.app.main import application, open_window
from explorer.app.runner import Runner
from tests.app.language.walk import clipped

code, pictures = sys.argv[1], sys.argv[2]
Runner.start = lambda runner: None
app = application()
language.install(app, code)
found, seen = [], 0
window = open_window(zoo.get("googlenet"))
window.resize(1280, 720)
window.show()
for workspace in ("design", "train", "inspect", "compare"):
    window.show_workspace(workspace)
    if workspace == "inspect":
        window.session.select("inception3a")
    for _ in range(10):
        app.processEvents()
        time.sleep(0.01)
    window.grab().save(f"{pictures}/{workspace}.png")
    for _ in range(30):
        # figures come in idle time, and are laid out a moment after
        cut = clipped(window)
        if not cut:
            break
        app.processEvents()
        time.sleep(0.05)
    found += cut
window.close()
print(json.dumps([found, window.devicePixelRatio()]))
"""


@pytest.mark.parametrize(("scale", "code"), [("1", "en"), ("1.5", "it"), ("2", "en"), ("3", "it")])
def test_a_scale(scale: str, code: str, tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "QT_ENABLE_HIGHDPI_SCALING": "1",
        "QT_SCALE_FACTOR": scale,
        "PYTHONPATH": str(ROOT),
        # settings of its own: no theme or size that another test has left
        **{f"XDG_{name}_HOME": str(tmp_path) for name in ("CONFIG", "STATE", "DATA")},
    }
    done = subprocess.run(
        [sys.executable, "-c", LOOK, code, str(tmp_path)],
        env=environment, capture_output=True, text=True, timeout=120, cwd=ROOT,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found, ratio = json.loads(done.stdout.splitlines()[-1])
    assert ratio == float(scale)
    assert found == []
