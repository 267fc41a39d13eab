"""A ring of pictures in shared memory: the worker writes, the window reads. No torch, no Qt.

The window's side makes it and takes its name away as soon as the worker has opened it; from then
on nothing can be left behind, however either of them ends.
"""

from __future__ import annotations

import struct
import sys
from collections.abc import Sized
from multiprocessing import resource_tracker, shared_memory

SLOTS = 4
SLOT_BYTES = 4 * 2**20
"""Room for 64 maps of 224×224."""

_HEADER = struct.Struct("<QQ")
"""Sequence number (0: being written) and length."""


class FrameRing:
    """Slots that are written in turn; a reader who comes too late is told so."""

    def __init__(self, memory: shared_memory.SharedMemory) -> None:
        assert memory.buf is not None, "it was just opened"
        self._memory = memory
        self._buffer: memoryview = memory.buf
        self._sequence = 0
        self._named = True

    @classmethod
    def create(cls) -> FrameRing:
        return cls(
            shared_memory.SharedMemory(create=True, size=SLOTS * (_HEADER.size + SLOT_BYTES))
        )

    @classmethod
    def attach(cls, name: str) -> FrameRing:
        """The ring of this name, which stays its maker's to take away."""
        return cls(_attach_untracked(name))

    @property
    def name(self) -> str:
        return self._memory.name

    def write(self, pixels: bytes) -> tuple[int, int]:
        """Put pixels into the next slot; the slot and sequence number to read them by."""
        if len(pixels) > SLOT_BYTES:
            raise ValueError(f"{len(pixels)} bytes do not fit into a slot of {SLOT_BYTES}")
        self._sequence += 1
        slot = self._sequence % SLOTS
        start = slot * (_HEADER.size + SLOT_BYTES)
        _HEADER.pack_into(self._buffer, start, 0, 0)
        body = start + _HEADER.size
        self._buffer[body : body + len(pixels)] = pixels
        _HEADER.pack_into(self._buffer, start, self._sequence, len(pixels))
        return slot, self._sequence

    def read(self, slot: int, sequence: int) -> bytes | None:
        """A copy of the pixels, or None where the slot has been written over."""
        if not 0 <= slot < SLOTS:
            return None
        start = slot * (_HEADER.size + SLOT_BYTES)
        found, length = _HEADER.unpack_from(self._buffer, start)
        if found != sequence or length > SLOT_BYTES:
            return None
        body = start + _HEADER.size
        pixels = bytes(self._buffer[body : body + length])
        return pixels if _HEADER.unpack_from(self._buffer, start)[0] == sequence else None

    def forget_name(self) -> None:
        """Let the memory go when the last process that has it open ends."""
        if self._named:
            self._named = False
            self._memory.unlink()

    def close(self) -> None:
        self._memory.close()


def _attach_untracked(name: str) -> shared_memory.SharedMemory:
    """Open shared memory without the resource tracker taking it for ours.

    Before Python 3.13 attaching registers too: the worker's tracker would take the memory away
    from the window, with a warning, when the worker ends.
    """
    if sys.version_info >= (3, 13):
        return shared_memory.SharedMemory(name=name, track=False)
    register = resource_tracker.register

    def ignore(name: Sized, rtype: str) -> None:
        pass

    resource_tracker.register = ignore
    try:
        return shared_memory.SharedMemory(name=name)
    finally:
        resource_tracker.register = register
