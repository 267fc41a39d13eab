"""What every test runs under: its own settings folders, a screen, and repeatable random examples."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# Qt reads these when its first module is imported, and child processes inherit them, so they are set
# here and not in a fixture. No test may read or write a person's own settings or recent files.
_home = tempfile.TemporaryDirectory(prefix="explorer-tests-")
for _name in ("CONFIG", "DATA", "CACHE", "STATE"):
    _folder = Path(_home.name, _name.lower())
    _folder.mkdir()
    os.environ[f"XDG_{_name}_HOME"] = str(_folder)
# One pixel is one pixel, and numbers are written the same way, on every machine.
os.environ["QT_ENABLE_HIGHDPI_SCALING"] = "0"
os.environ["LC_ALL"] = "C.UTF-8"
if "PYTEST_XDIST_WORKER" in os.environ:
    # one process a core: more threads than that only wait for each other
    os.environ.setdefault("OMP_NUM_THREADS", "1")

# Repeatable: a failure here is the same failure elsewhere, and prints how to replay it. Search
# further by hand with `pytest --hypothesis-profile=deep`.
settings.register_profile(
    "ci",
    derandomize=True,
    print_blob=True,
    max_examples=50,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("deep", print_blob=True, max_examples=2_000, deadline=None)
settings.load_profile("ci")


@pytest.hookimpl(trylast=True)
def pytest_configure(config: pytest.Config) -> None:
    """Draw on the screen that pytest-xvfb has started by now, or on none."""
    # of several processes each has a screen of its own, and the first, which tests nothing, none
    leads = bool(config.getoption("numprocesses", None)) and not hasattr(config, "workerinput")
    if not sys.platform.startswith("linux") or leads:
        return
    os.environ.setdefault("QT_QPA_PLATFORM", "xcb" if os.environ.get("DISPLAY") else "offscreen")
