"""PySide6 6.12.0 loses a reference to None with every Qt call that returns nothing.

On Python 3.11, where None is counted like any object, the program then aborts after some thousand
calls (`none_dealloc`). The range in pyproject.toml keeps that release out; this test keeps it out
of everything else, and tells whether a later release is sound again.
"""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.metadata import version

# In a process of its own: where the fault is present, it ends the process.
_CALLS = """
import sys
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QPainterPath, QTransform
from PySide6.QtWidgets import QApplication, QGraphicsRectItem, QGraphicsScene, QWidget

app = QApplication([])
scene, item = QGraphicsScene(), QGraphicsRectItem(0, 0, 8, 8)
scene.addItem(item)
item_object, timer, path, widget = QObject(), QTimer(), QPainterPath(), QWidget()
calls = [
    lambda: item_object.setObjectName("canary"),
    lambda: item_object.blockSignals(False),
    lambda: timer.setInterval(5),
    lambda: path.moveTo(1, 2),
    lambda: item.setPos(3, 4),
    lambda: item.setZValue(1),
    lambda: item.setTransform(QTransform()),
    lambda: scene.update(),
    lambda: widget.update(),
    lambda: widget.setToolTip("canary"),
]
made = 0
before = sys.getrefcount(None)
for round in range(2_000):
    for call in calls:
        call()
        made += 1
    lost = before - sys.getrefcount(None)
    if lost > 100:
        sys.exit(f"{lost} references to None lost in {made} calls")
print(made)
"""


def test_void_qt_calls_do_not_lose_references_to_none() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _CALLS],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
    )

    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["20000"]


def test_the_faulty_release_is_not_installed() -> None:
    installed = tuple(int(part) for part in version("PySide6_Essentials").split(".")[:2])

    assert (6, 8) <= installed < (6, 12)
