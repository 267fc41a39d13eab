"""Frames, packets and waiting commands: what lies between the two processes."""

from __future__ import annotations

import io
import threading
import warnings
from collections.abc import Iterator
from multiprocessing import shared_memory

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.worker import messages as m
from explorer.worker.frames import SLOT_BYTES, SLOTS, FrameRing
from explorer.worker.inbox import Inbox
from explorer.worker.wire import LARGEST, PacketWriter, WireError, read_packet


@pytest.fixture(name="ring")
def _ring() -> Iterator[FrameRing]:
    ring = FrameRing.create()
    yield ring
    ring.forget_name()
    ring.close()


# -- the ring ------------------------------------------------------------------------------------


def test_what_is_written_on_one_side_is_read_on_the_other(ring: FrameRing) -> None:
    writer = FrameRing.attach(ring.name)
    for count in (0, 1, 1600, SLOT_BYTES):
        pixels = bytes(i % 251 for i in range(min(count, 5000))).ljust(count, b"x")
        assert ring.read(*writer.write(pixels)) == pixels
    writer.close()


def test_pictures_that_were_written_over_are_not_read(ring: FrameRing) -> None:
    places = [ring.write(bytes([i])) for i in range(SLOTS + 1)]
    assert ring.read(*places[0]) is None
    assert [ring.read(*place) for place in places[1:]] == [bytes([i + 1]) for i in range(SLOTS)]


def test_a_slot_that_is_not_there_is_not_read(ring: FrameRing) -> None:
    assert ring.read(-1, 1) is None
    assert ring.read(SLOTS, 1) is None


def test_pictures_that_do_not_fit_are_refused(ring: FrameRing) -> None:
    with pytest.raises(ValueError, match="do not fit"):
        ring.write(bytes(SLOT_BYTES + 1))


def test_the_memory_works_without_its_name_and_can_be_opened_no_more(ring: FrameRing) -> None:
    writer = FrameRing.attach(ring.name)
    ring.forget_name()
    ring.forget_name()
    assert ring.read(*writer.write(b"still")) == b"still"
    with pytest.raises(FileNotFoundError):
        FrameRing.attach(ring.name)
    writer.close()


def test_attaching_leaves_the_tracking_of_others_alone(ring: FrameRing) -> None:
    FrameRing.attach(ring.name).close()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        other = shared_memory.SharedMemory(create=True, size=10)
        other.close()
        other.unlink()


# -- packets -------------------------------------------------------------------------------------


COMMANDS = [
    m.Load("{}", 3),
    m.Train("{}", m.Recipe(epochs=3, optimizer="sgd"), "/tmp/run"),
    m.Pause(),
    m.Resume(),
    m.Stop(),
    m.UseDevice("cpu"),
    m.Watch("layer1.0.conv1", None),
    m.WatchFilters("*", True, 2),
    m.Predict(bytes(range(256)), 16, 16),
    m.SaveWeights("w.pt"),
    m.LoadWeights("w.safetensors", {"net.": ""}, True),
    m.Shutdown(),
]


def test_every_command_comes_out_as_it_went_in() -> None:
    stream = io.BytesIO()
    writer = PacketWriter(stream)
    for command in COMMANDS:
        writer.send(command)
    stream.seek(0)
    decoder = msgspec.msgpack.Decoder(m.ToWorker)
    for command in COMMANDS:
        packet = read_packet(stream)
        assert packet is not None
        assert decoder.decode(packet) == command
    assert read_packet(stream) is None


def test_a_packet_in_pieces_is_put_together() -> None:
    class Dripping(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            return super().read(1)

    stream = io.BytesIO()
    PacketWriter(stream).send(m.Load("x" * 1000))
    packet = read_packet(Dripping(stream.getvalue()))
    assert packet is not None
    assert msgspec.msgpack.decode(packet, type=m.Load).document == "x" * 1000


def test_an_absurd_length_is_refused() -> None:
    with pytest.raises(WireError):
        read_packet(io.BytesIO((LARGEST + 1).to_bytes(4, "little")))


def test_a_message_too_long_is_not_sent() -> None:
    stream = io.BytesIO()
    with pytest.raises(WireError):
        PacketWriter(stream).send(m.Load("x" * (LARGEST + 1)))
    assert not stream.getvalue()


@given(st.binary(max_size=200))
def test_arbitrary_bytes_are_a_packet_the_end_or_an_error(data: bytes) -> None:
    stream = io.BytesIO(data)
    try:
        while read_packet(stream) is not None:
            pass
    except WireError:
        pass


# -- the inbox -----------------------------------------------------------------------------------


def test_of_what_replaces_itself_only_the_latest_waits() -> None:
    inbox = Inbox()
    for command in (m.Load("a"), m.Watch("a"), m.Load("b"), m.Stop(), m.Stop(), m.Watch("b")):
        inbox.put(command)
    assert inbox.take_all(0) == [m.Load("b"), m.Stop(), m.Stop(), m.Watch("b")]
    assert inbox.take_all(0) == []


def test_a_step_is_broken_off_for_some_commands_only() -> None:
    inbox = Inbox()
    inbox.put(m.Watch("a"))
    assert not inbox.urgent()
    inbox.put(m.Pause())
    assert inbox.urgent()
    inbox.take_all(0)
    assert not inbox.urgent()


def test_who_waits_is_woken() -> None:
    inbox = Inbox()
    threading.Timer(0.05, inbox.put, (m.Pause(),)).start()
    assert inbox.take_all(5) == [m.Pause()]
