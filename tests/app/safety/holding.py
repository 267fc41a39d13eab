"""A program that has a file open and listens, as another window does."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from explorer.app.safety import locks
from explorer.app.safety.neighbours import Neighbours

app = QCoreApplication([])
lock, _ = locks.take(Path(sys.argv[1]))
assert lock is not None
neighbours = Neighbours()
neighbours.called.connect(lambda: print("called", flush=True))
assert neighbours.listen()
print("here", flush=True)
app.exec()
