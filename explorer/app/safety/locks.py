"""Who has a file open: a lock beside it, with the process and the machine that hold it.

A lock whose process has ended is stale and given away (Qt looks for the process by number and name,
on the same machine and since the same start). Where no lock can be written, as in a folder that is
only read, there is none.
"""

from __future__ import annotations

import os
import socket
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QLockFile


class Holder(NamedTuple):
    """A program that has a file open."""

    pid: int
    host: str

    @property
    def here(self) -> bool:
        """Whether it runs on this machine."""
        return self.host in ("", socket.gethostname())


def lock_of(path: Path) -> QLockFile:
    lock = QLockFile(str(path.absolute().with_name(f".{path.name}.lock")))
    lock.setStaleLockTime(0)
    return lock


def take(path: Path) -> tuple[QLockFile | None, Holder | None]:
    """The lock of a file, to be kept, or who else has it; neither where there can be no lock."""
    lock = lock_of(path)
    if lock.tryLock(0):
        return lock, None
    if lock.error() != QLockFile.LockError.LockFailedError:
        return None, None
    pid, host, _ = lock.getLockInfo()
    found = Holder(int(pid), str(host))
    return None, None if found.here and found.pid == os.getpid() else found


def holder(path: Path) -> Holder | None:
    """Who else has a file open."""
    lock, found = take(path)
    if lock is not None:
        lock.unlock()
    return found
