"""Work for a thread, of which only the newest counts."""

from __future__ import annotations

import threading
from collections.abc import Callable


class Newest:
    """One thread that does the newest of its jobs; older ones that wait are forgotten."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._changed = threading.Condition()
        self._job: Callable[[], None] | None = None
        self._busy = False
        self._thread: threading.Thread | None = None

    def submit(self, job: Callable[[], None]) -> None:
        with self._changed:
            self._job = job
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name=self._name, daemon=True)
                self._thread.start()
            self._changed.notify_all()

    def wait(self, seconds: float) -> bool:
        """Wait until all is done; False where that takes longer."""
        with self._changed:
            return self._changed.wait_for(lambda: not self._busy and self._job is None, seconds)

    def _run(self) -> None:
        while True:
            with self._changed:
                self._busy = False
                self._changed.notify_all()
                self._changed.wait_for(lambda: self._job is not None)
                job, self._job, self._busy = self._job, None, True
            if job is not None:
                job()
