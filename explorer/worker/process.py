"""The worker's process: ``python -m explorer.worker.process RING DEVICE``.

Commands come in through stdin, messages go out through what was stdout; both are taken away from
the rest of the program first, so that whatever a library prints cannot get between them. When the
window ends, however it ends, stdin ends, and so does this process.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from typing import BinaryIO

import msgspec

from explorer.worker.frames import FrameRing
from explorer.worker.inbox import Inbox
from explorer.worker.messages import Failed, Heartbeat, ToWorker
from explorer.worker.wire import PacketWriter, WireError, read_packet

HEARTBEAT = 0.5


def main(arguments: list[str]) -> None:
    """Serve the window whose frame ring has this name, until it goes."""
    ring_name, device = arguments
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the window to answer.
    commands, writer = _take_pipes()
    ring = FrameRing.attach(ring_name)
    outlet = _Outlet(writer)
    inbox = Inbox()
    threading.Thread(target=_read, args=(commands, inbox, outlet), daemon=True).start()
    threading.Thread(target=_beat, args=(outlet,), daemon=True).start()
    _load_torch()
    from explorer.worker.engine import Engine

    engine = Engine(outlet.send, inbox, ring, device)
    engine.tell_ready()
    _warm_up()
    engine.run()
    ring.close()
    # Interpreter shutdown with torch loaded takes a second, and there is nothing left to do.
    sys.stderr.flush()
    os._exit(0)


def _take_pipes() -> tuple[BinaryIO, PacketWriter]:
    """Stdin and stdout for ourselves; in their place nothing, and stderr."""
    commands = os.fdopen(os.dup(0), "rb", buffering=0)
    messages = os.fdopen(os.dup(1), "wb", buffering=0)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    return commands, PacketWriter(messages)


class _Outlet:
    """Sends messages; when nobody listens any more, the process ends."""

    def __init__(self, writer: PacketWriter) -> None:
        self._writer = writer

    def send(self, message: msgspec.Struct) -> None:
        try:
            self._writer.send(message)
        except OSError:
            os._exit(0)


def _read(commands: BinaryIO, inbox: Inbox, outlet: _Outlet) -> None:
    decoder = msgspec.msgpack.Decoder(ToWorker)
    while True:
        try:
            packet = read_packet(commands)
        except (OSError, WireError):
            packet = None
        if packet is None:
            os._exit(0)
        try:
            inbox.put(decoder.decode(packet))
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            outlet.send(
                Failed(
                    "message",
                    "The worker was sent something that it does not understand.",
                    f"{error}.",
                    "Restart the worker; the window and it may be of different versions.",
                )
            )


def _beat(outlet: _Outlet) -> None:
    while True:
        outlet.send(Heartbeat())
        time.sleep(HEARTBEAT)


def _load_torch() -> None:
    from explorer.training.device import leave_one_core

    leave_one_core()


def _warm_up() -> None:
    """Import what the first training would wait for: torch.optim pulls in dynamo lazily, which takes
    as long as torch itself. The window need not wait for it, and what it asks for waits no longer."""
    import torch

    weight = torch.zeros(1, requires_grad=True)
    weight.grad = torch.zeros(1)
    torch.optim.Adam([weight]).step()


if __name__ == "__main__":
    main(sys.argv[1:])
