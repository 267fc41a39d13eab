"""A real worker process and what it says."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from typing import TypeVar

import pytest

from explorer.worker.client import Client
from explorer.worker.messages import Failed, Message, Ready, ToWorker, WorkerDied

M = TypeVar("M")


class Listener:
    """A client whose messages are kept, to be waited for."""

    def __init__(self) -> None:
        self.messages: list[Message] = []
        self._changed = threading.Condition()
        self._read = 0
        self.client = Client(self._take, "cpu")

    def _take(self, message: Message) -> None:
        with self._changed:
            self.messages.append(message)
            self._changed.notify()

    def wait(
        self,
        kind: type[M],
        that: Callable[[M], bool] = lambda _: True,
        seconds: float = 30.0,
        *,
        forgiving: bool = False,
    ) -> M:
        """The next message of this kind, after the one that was waited for last.

        Failures on the way are the test's, unless it is ``forgiving``.
        """
        end = time.monotonic() + seconds
        with self._changed:
            while True:
                while self._read < len(self.messages):
                    message = self.messages[self._read]
                    self._read += 1
                    if isinstance(message, kind) and that(message):
                        return message
                    if isinstance(message, WorkerDied | Failed) and not forgiving:
                        raise AssertionError(f"{kind.__name__} awaited, {message} came")
                if not self._changed.wait(end - time.monotonic()):
                    raise AssertionError(f"no {kind.__name__} within {seconds} s")

    def ask(self, command: ToWorker, kind: type[M]) -> M:
        """Send a command and wait for what answers it."""
        self.client.send(command)
        return self.wait(kind)

    def seconds_until(self, kind: type[M]) -> float:
        began = time.monotonic()
        self.wait(kind)
        return time.monotonic() - began

    def of(self, kind: type[M]) -> list[M]:
        return [message for message in self.messages if isinstance(message, kind)]


def gone(process_id: int, seconds: float = 3.0) -> bool:
    """Whether a process that may be somebody else's child ends within this time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            with open(f"/proc/{process_id}/stat") as file:
                if file.read().rsplit(")", 1)[1].split()[0] == "Z":
                    return True
        except (FileNotFoundError, ProcessLookupError):
            return True
        time.sleep(0.02)
    return False


@pytest.fixture(name="fresh")
def _fresh() -> Iterator[Listener]:
    """A worker of one's own, to do harm to."""
    listener = Listener()
    listener.client.start()
    try:
        listener.wait(Ready)
        yield listener
    finally:
        listener.client.close()


@pytest.fixture(name="shared", scope="package")
def _shared() -> Iterator[Listener]:
    """A worker that several tests use in turn: loading torch takes two seconds."""
    listener = Listener()
    listener.client.start()
    try:
        listener.wait(Ready)
        yield listener
    finally:
        listener.client.close()
