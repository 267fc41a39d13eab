"""What to send with a question: versions, the device, and the last errors, as plain text.

Of the person's paths only what lies below the home folder is said, with ``~`` for the folder.
"""

from __future__ import annotations

import getpass
import locale
import platform
import re
import sys
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSysInfo, qVersion
from PySide6.QtGui import QGuiApplication

from explorer.app import device_words, log
from explorer.app.dialogs import program_version

if TYPE_CHECKING:
    from explorer.app.runner import Runner

PACKAGES = (
    "PySide6-Essentials", "torch", "torchvision", "numpy", "onnx", "onnxscript", "onnxruntime",
    "msgspec", "networkx", "pyqtgraph", "pillow", "safetensors", "timm",
)  # fmt: skip
LONGEST = 4000
"""Characters of one error: the end of a trace says what happened."""


def report(runner: Runner) -> str:
    """The report."""
    screens = ", ".join(
        f"{s.size().width()}×{s.size().height()} at {s.devicePixelRatio():g}"
        for s in QGuiApplication.screens()
    )
    frozen = ", bundled" if getattr(sys, "frozen", False) else ""
    lines = [
        f"Architecture Explorer {program_version()}{frozen}",
        f"Python {platform.python_version()}, Qt {qVersion()} ({QGuiApplication.platformName()})",
        f"{QSysInfo.prettyProductName()}, {platform.system()} {platform.release()}, "
        f"{platform.machine()}",
        f"Screens: {screens or 'none'}; language {locale.getlocale()[0] or 'C'}",
        "",
        "Packages: " + ", ".join(f"{name} {_version(name)}" for name in PACKAGES),
        "",
        f"Worker: {runner.worker_state}",
    ]
    if runner.facts is not None:
        lines += [f"{name}: {value}" for name, value in device_words.found(runner.facts)]
    errors = log.last_errors()
    lines += ["", "Last errors:" if errors else "No errors are logged."]
    lines += [e if len(e) <= LONGEST else f"{e[:200]}\n    …\n{e[-LONGEST:]}" for e in errors]
    return without_names("\n".join(lines)) + "\n"


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "missing"


def without_names(text: str) -> str:
    """The text without the home folder's path, and without the person's name in other paths."""
    home = str(Path.home())
    if len(home) > 1:
        text = text.replace(home, "~")
    with suppress(OSError, KeyError, ImportError):
        name = getpass.getuser()
        text = re.sub(rf"(?<=[/\\]){re.escape(name)}(?=[/\\])", "…", text)
    return text
