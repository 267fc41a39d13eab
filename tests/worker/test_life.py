"""How workers end, and that nothing is left of them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import pytest

from explorer import zoo
from explorer.graph.files import encode
from explorer.worker import messages as m
from explorer.worker.client import Client, in_words, process_command
from explorer.worker.frames import FrameRing
from explorer.worker.wire import PacketWriter, read_packet
from tests.worker.conftest import Listener, gone

pytestmark = pytest.mark.alone

LENET = encode(zoo.get("lenet5_modern"))


def memory_names() -> set[str]:
    return {path.name for path in Path("/dev/shm").glob("psm_*")}


def ring_name(listener: Listener) -> str:
    connection = listener.client._connection
    assert connection is not None
    return connection._ring.name


def test_a_killed_worker_is_noticed_and_replaced(fresh: Listener) -> None:
    fresh.ask(m.Load(LENET, 1), m.Built)
    fresh.ask(m.Train(LENET, m.Recipe(epochs=1000)), m.StepDone)
    process_id = fresh.client.process_id
    assert process_id is not None
    os.kill(process_id, signal.SIGKILL)
    began = time.monotonic()
    died = fresh.wait(m.WorkerDied)
    assert time.monotonic() - began <= 3.0
    assert died.exit_code == -signal.SIGKILL
    assert "killed" in died.reason
    assert not fresh.client.alive
    fresh.client.send(m.Pause())  # Lost, and no harm.
    fresh.client.restart()
    fresh.wait(m.Ready)
    assert fresh.wait(m.Built).serial == 1
    assert fresh.client.process_id != process_id


def test_a_worker_that_is_held_up_is_called_silent_and_may_come_back(fresh: Listener) -> None:
    process_id = fresh.client.process_id
    assert process_id is not None
    os.kill(process_id, signal.SIGSTOP)
    began = time.monotonic()
    silent = fresh.wait(m.WorkerSilent)
    assert time.monotonic() - began <= 3.0
    assert silent.seconds >= 2.5
    os.kill(process_id, signal.SIGCONT)
    assert fresh.ask(m.Load(LENET, 2), m.Built).serial == 2
    assert not fresh.of(m.WorkerDied)


def test_closing_leaves_nothing_even_where_the_worker_hangs(fresh: Listener) -> None:
    process_id = fresh.client.process_id
    assert process_id is not None
    os.kill(process_id, signal.SIGSTOP)
    began = time.monotonic()
    fresh.client.close()
    assert time.monotonic() - began < 3.0
    assert gone(process_id)
    assert not fresh.of(m.WorkerDied)


def test_the_memory_has_no_name_once_the_worker_is_ready() -> None:
    listener = Listener()
    listener.client.start()
    name = ring_name(listener)
    assert name in memory_names()
    listener.wait(m.Ready)
    assert name not in memory_names()
    listener.client.close()


def test_a_worker_that_dies_before_it_is_ready_leaves_nothing() -> None:
    listener = Listener()
    listener.client.start()
    name = ring_name(listener)
    assert name in memory_names()
    process_id = listener.client.process_id
    assert process_id is not None
    os.kill(process_id, signal.SIGKILL)
    listener.wait(m.WorkerDied)
    listener.client.close()
    assert name not in memory_names()


def test_a_closed_client_says_nothing_more_and_can_be_closed_again(fresh: Listener) -> None:
    fresh.client.send(m.Train(LENET))
    fresh.client.close()
    count = len(fresh.messages)
    fresh.client.close()
    fresh.client.send(m.Pause())
    time.sleep(0.2)
    assert len(fresh.messages) == count


def test_a_client_can_be_restarted_from_its_own_callback() -> None:
    ready: list[m.Message] = []

    def take(message: m.Message) -> None:
        if isinstance(message, m.Ready):
            ready.append(message)
            if len(ready) == 1:
                client.restart()

    client = Client(take, "cpu")
    client.start()
    end = time.monotonic() + 30
    while len(ready) < 2 and time.monotonic() < end:
        time.sleep(0.05)
    client.close()
    assert len(ready) == 2


HOLDER = """
import sys, time
from explorer.worker.client import Client
from explorer.worker.messages import Ready
client = None
def take(message):
    if isinstance(message, Ready):
        print(client.process_id, client._connection._ring.name, flush=True)
client = Client(take, "cpu")
client.start()
assert "torch" not in sys.modules and "PySide6" not in sys.modules
time.sleep(60)
"""


def test_the_worker_ends_when_its_window_is_killed() -> None:
    with subprocess.Popen([sys.executable, "-c", HOLDER], stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        worker, ring = holder.stdout.readline().decode().split()
        holder.kill()
        assert gone(int(worker))
    assert ring not in memory_names()


def test_a_device_that_is_missing_is_told_and_another_taken() -> None:
    listener = Listener()
    listener.client = Client(listener._take, "abacus")
    listener.client.start()
    assert listener.wait(m.Failed).during == "device"
    assert listener.wait(m.Ready).device in ("cpu", "cuda", "mps")
    listener.client.close()


@pytest.mark.parametrize(
    "packet", [b"", b"\xc1", b"hello", b"\x81\xa4type\xa4Load", b"\x91" * 5000], ids=repr
)
def test_a_malformed_message_is_told_and_the_worker_goes_on(
    shared: Listener, packet: bytes
) -> None:
    connection = shared.client._connection
    assert connection is not None
    connection._stdin.write(len(packet).to_bytes(4, "little") + packet)
    assert shared.wait(m.Failed).during == "message"
    assert shared.ask(m.Load(LENET, 6), m.Built).serial == 6


def test_a_stream_out_of_step_ends_the_worker() -> None:
    ring = FrameRing.create()
    with subprocess.Popen(
        process_command(ring.name, "cpu"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as process:
        assert process.stdin is not None
        process.stdin.write(b"\xff" * 8)
        process.stdin.flush()
        assert process.wait(30) == 0
    ring.forget_name()
    ring.close()


def test_what_libraries_print_does_not_get_between_the_messages() -> None:
    ring = FrameRing.create()
    command = process_command(ring.name, "cpu")
    script = (
        "import sys; from explorer.worker import process; real = process._warm_up\n"
        "def loud():\n"
        "    import os; print('from Python'); os.write(1, b'from C'); real()\n"
        "process._warm_up = loud; process.main(sys.argv[1:])"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, *command[-2:]],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        PacketWriter(process.stdin).send(m.Shutdown())
        packets = []
        while (packet := read_packet(process.stdout)) is not None:
            packets.append(packet)
        decoder = msgspec.msgpack.Decoder(m.FromWorker)
        assert m.Ready in {type(decoder.decode(packet)) for packet in packets}
        said = process.stderr.read()
        assert b"from Python" in said
        assert b"from C" in said
    ring.forget_name()
    ring.close()


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (None, "closed its connection"),
        (0, "by itself"),
        (1, "exit code 1"),
        (-9, "SIGKILL"),
        (-11, "crashed (SIGSEGV)"),
        (-15, "SIGTERM"),
        (-64, "from outside"),
    ],
)
def test_the_reason_is_in_words(code: int | None, words: str) -> None:
    assert words in in_words(code)
