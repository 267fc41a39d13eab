"""Commands that wait for the worker's main thread."""

from __future__ import annotations

import threading

from explorer.worker.messages import (
    Load,
    Measure,
    Pause,
    Predict,
    Shutdown,
    Stop,
    StopMeasuring,
    ToWorker,
    Train,
    Watch,
    WatchFilters,
)

LATEST_ONLY = (Load, Watch, WatchFilters, Predict, Measure)
"""A newer one makes those that still wait pointless: typing and drawing send many."""

URGENT = (Pause, Stop, Train, Measure, StopMeasuring, Shutdown)
"""What a training step or a measurement's pass is broken off for."""


class Inbox:
    """A queue between the thread that reads commands and the one that obeys them."""

    def __init__(self) -> None:
        self._waiting: list[ToWorker] = []
        self._changed = threading.Condition()
        self._urgent = False

    def put(self, command: ToWorker) -> None:
        with self._changed:
            if isinstance(command, LATEST_ONLY):
                self._waiting = [c for c in self._waiting if type(c) is not type(command)]
            self._waiting.append(command)
            self._urgent = self._urgent or isinstance(command, URGENT)
            self._changed.notify()

    def urgent(self) -> bool:
        """Whether a command waits that a step should be broken off for."""
        return self._urgent

    def holds(self, kind: type) -> bool:
        """Whether a command of this kind waits."""
        with self._changed:
            return any(isinstance(command, kind) for command in self._waiting)

    def take_all(self, wait: float | None = None) -> list[ToWorker]:
        """All that waits; ``wait`` seconds for the first to come (None: as long as it takes)."""
        with self._changed:
            if not self._waiting and wait != 0:
                self._changed.wait(wait)
            taken, self._waiting, self._urgent = self._waiting, [], False
            return taken
