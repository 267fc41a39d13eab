"""The window's hand on the worker: starts it, talks to it, notices its death. No torch, no Qt."""

from __future__ import annotations

import contextlib
import signal
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Callable
from queue import SimpleQueue
from typing import BinaryIO, cast

import msgspec

from explorer.worker.frames import FrameRing
from explorer.worker.messages import (
    Frames,
    FromWorker,
    Load,
    Message,
    Ready,
    Shutdown,
    ToWorker,
    WorkerDied,
    WorkerSilent,
)
from explorer.worker.wire import PacketWriter, read_packet

SILENCE = 2.5
"""Seconds without a heartbeat after which something is wrong."""

GRACE = 1.0
"""Seconds that a worker has to end by itself."""


def process_command(ring: str, device: str) -> list[str]:
    """How the worker is started, from a Python installation or frozen into one program."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "worker", ring, device]
    return [sys.executable, "-X", "faulthandler", "-m", "explorer.worker.process", ring, device]


class Client:
    """A worker, replaced by ``restart``.

    ``on_message`` is called from a thread of the client, one message after the other; it must
    return soon, and may call ``send``.
    """

    def __init__(self, on_message: Callable[[Message], None], device: str = "auto") -> None:
        self._on_message = on_message
        self._device = device
        self._load: Load | None = None
        self._connection: _Connection | None = None

    def start(self) -> None:
        """Start the worker; ``Ready`` comes when it has torch loaded, a second or two later."""
        if self._connection is None:
            self._connection = _Connection(self._on_message, self._device)

    def send(self, command: ToWorker) -> None:
        """Give the worker a command; returns at once. Lost where the worker is dead."""
        if isinstance(command, Load):
            self._load = command
        if self._connection is not None:
            self._connection.send(command)

    @property
    def alive(self) -> bool:
        return self._connection is not None and self._connection.process.poll() is None

    @property
    def process_id(self) -> int | None:
        return self._connection.process.pid if self._connection is not None else None

    def restart(self, device: str | None = None) -> None:
        """End the worker, however it is, and start another with the document loaded last."""
        self.close()
        self._device = device or self._device
        self.start()
        if self._load is not None:
            self.send(self._load)

    def close(self) -> None:
        """End the worker; no process and no shared memory stay behind. No message follows."""
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()


class _Connection:
    """One worker process and the threads that serve it."""

    def __init__(self, on_message: Callable[[Message], None], device: str) -> None:
        self._on_message = on_message
        self._ring = FrameRing.create()
        self._closing = threading.Event()
        self._heard = time.monotonic()
        self._ready = False
        self._outgoing: SimpleQueue[ToWorker | None] = SimpleQueue()
        self._last_lines: deque[str] = deque(maxlen=40)
        try:
            self.process = subprocess.Popen(
                process_command(self._ring.name, device),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                bufsize=0,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError:
            self._ring.forget_name()
            self._ring.close()
            raise
        self._stdin, self._stdout, self._stderr = (
            cast(BinaryIO, pipe)
            for pipe in (self.process.stdin, self.process.stdout, self.process.stderr)
        )
        self._threads = [
            threading.Thread(target=work, daemon=True, name=f"worker client: {name}")
            for name, work in (
                ("reader", self._read),
                ("writer", self._write),
                ("stderr", self._collect),
                ("watch", self._watch),
            )
        ]
        for thread in self._threads:
            thread.start()

    def send(self, command: ToWorker) -> None:
        self._outgoing.put(command)

    def close(self) -> None:
        self._closing.set()
        self._outgoing.put(Shutdown())
        self._outgoing.put(None)
        try:
            self.process.wait(GRACE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        for thread in self._threads:
            if thread is not threading.current_thread():
                thread.join(GRACE)
        for pipe in (self._stdin, self._stdout, self._stderr):
            with contextlib.suppress(OSError):
                pipe.close()
        self._ring.forget_name()
        self._ring.close()

    # -- threads ------------------------------------------------------------------------------

    def _read(self) -> None:
        decoder = msgspec.msgpack.Decoder(FromWorker)
        unreadable = ""
        while True:
            try:
                packet = read_packet(self._stdout)
                if packet is None:
                    break
                message = decoder.decode(packet)
            except (OSError, ValueError) as error:  # WireError and DecodeError are of these
                unreadable = str(error)
                self.process.kill()
                break
            self._heard = time.monotonic()
            if self._closing.is_set():
                return
            self._receive(message)
        if not self._closing.is_set():
            self._tell(self._death(unreadable))

    def _receive(self, message: FromWorker) -> None:
        if isinstance(message, Ready):
            self._ready = True
            self._ring.forget_name()
        elif isinstance(message, Frames):
            pixels = self._ring.read(message.slot, message.sequence)
            if pixels is None:
                return  # Overtaken by a newer one, which is on its way.
            message = msgspec.structs.replace(message, pixels=pixels)
        self._tell(message)

    def _tell(self, message: Message) -> None:
        if not self._closing.is_set():
            self._on_message(message)

    def _death(self, unreadable: str) -> WorkerDied:
        try:
            code: int | None = self.process.wait(GRACE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            code = None
        self._threads[2].join(0.2)  # Its last words.
        if unreadable:
            reason = f"The worker sent something that cannot be read ({unreadable})."
        else:
            reason = in_words(code)
        return WorkerDied(reason, code, tuple(self._last_lines))

    def _write(self) -> None:
        writer = PacketWriter(self._stdin)
        try:
            while (command := self._outgoing.get()) is not None:
                writer.send(command)
        except (OSError, ValueError):
            pass  # The reader tells of the worker's death.

    def _collect(self) -> None:
        with contextlib.suppress(OSError, ValueError):
            for line in self._stderr:
                self._last_lines.append(line.decode(errors="replace").rstrip())

    def _watch(self) -> None:
        told = False
        while not self._closing.wait(0.25) and self.process.poll() is None:
            silent = time.monotonic() - self._heard
            # Loading torch from a slow disk takes long, and lets no other thread speak.
            if self._ready and silent > SILENCE:
                if not told:
                    self._tell(WorkerSilent(silent))
                told = True
            else:
                told = False


def in_words(code: int | None) -> str:
    """Why a process ended, from its exit code as ``subprocess`` gives it."""
    if code is None:
        return "The worker closed its connection and had to be ended."
    if code == 0:
        return "The worker ended by itself."
    if code > 0:
        return f"The worker ended with an error (exit code {code})."
    try:
        name = signal.Signals(-code).name
    except ValueError:
        name = f"signal {-code}"
    if name == "SIGKILL":
        return (
            "The worker was killed (SIGKILL). Systems do that when memory runs out: "
            "try a smaller batch or input."
        )
    if name in ("SIGSEGV", "SIGABRT", "SIGBUS", "SIGILL", "SIGFPE"):
        return f"The worker crashed ({name}), in torch or a driver."
    return f"The worker was ended from outside ({name})."
