"""Messages on a pipe: four bytes of length, then msgpack."""

from __future__ import annotations

import threading
from typing import BinaryIO

import msgspec

LARGEST = 64 * 2**20
"""Bytes a message may have; a longer one means that the stream is out of step."""


class WireError(ValueError):
    """Bytes that are no message."""


def read_packet(stream: BinaryIO) -> bytes | None:
    """The next packet, None at the end of the stream; WireError where its length is absurd."""
    head = _exactly(stream, 4)
    if head is None:
        return None
    length = int.from_bytes(head, "little")
    if length > LARGEST:
        raise WireError(f"a message of {length} bytes")
    return _exactly(stream, length)


def _exactly(stream: BinaryIO, count: int) -> bytes | None:
    parts, missing = [], count
    while missing:
        part = stream.read(missing)
        if not part:
            return None
        parts.append(part)
        missing -= len(part)
    return b"".join(parts)


class PacketWriter:
    """Writes structs to a pipe, whole, from any thread."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._lock = threading.Lock()
        self._encoder = msgspec.msgpack.Encoder()

    def send(self, message: msgspec.Struct) -> None:
        """OSError where nobody reads any more; WireError where the message is too long."""
        body = self._encoder.encode(message)
        if len(body) > LARGEST:
            raise WireError(f"a message of {len(body)} bytes")
        with self._lock:
            self._stream.write(len(body).to_bytes(4, "little") + body)
            self._stream.flush()
