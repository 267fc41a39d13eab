"""Fetches the plotting library behind the window's back.

Importing pyqtgraph takes a quarter of a second. A thread does it some time after the window is on
the screen, so that neither the window nor the first training waits for it; it makes no widgets and
no timers there. Widgets are made of it in Qt's thread, once it is ``ready``.
"""

from __future__ import annotations

import importlib
import threading
from functools import cache
from types import ModuleType

from PySide6.QtCore import QObject, Qt, QTimer, Signal

DELAY = 2500
"""Milliseconds from the first sight of a panel that has plots until the library is fetched."""


class Library(QObject):
    """The module ``explorer.app.plots.chart``, and with it pyqtgraph."""

    ready = Signal()
    """The module can be used, or will never be: see ``failure``."""
    _fetched = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.chart: ModuleType | None = None
        self.failure = ""
        self._begun = False
        self._fetched.connect(self.ready, Qt.ConnectionType.QueuedConnection)
        self._soon = QTimer(self, interval=DELAY, singleShot=True)
        self._soon.timeout.connect(self.fetch)

    def fetch_soon(self) -> None:
        """Fetch it when the window has had time to paint itself."""
        if not self._begun and not self._soon.isActive():
            self._soon.start()

    def fetch(self) -> None:
        """Fetch it now; returns at once."""
        if not self._begun:
            self._begun = True
            # Not a daemon: a program that ends meanwhile waits the moment until it is whole.
            threading.Thread(target=self._fetch, name="plots").start()

    def _fetch(self) -> None:
        try:
            self.chart = importlib.import_module("explorer.app.plots.chart")
        except Exception as error:
            # whatever is wrong with an installed library, only its plots are lost
            self.failure = f"{type(error).__name__}: {error}"
        self._fetched.emit()


@cache
def library() -> Library:
    """The one there is."""
    return Library()
