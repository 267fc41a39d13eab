"""How long each block of a network takes in a forward pass, on the device that computes.

A pass is watched from step to step, so that the times of all steps come to that of the pass, and a
block's time is the sum of its steps'. On a GPU, events in its stream are timed and nothing is waited
for between steps; elsewhere the clock is read.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Generator
from itertools import pairwise
from statistics import median
from typing import NamedTuple

import torch
from torch import Tensor

from explorer.build.module import BuiltNetwork
from explorer.training.interrupt import BreakOff

WARM_UP = 2
"""Passes that are not counted: they choose kernels and fill caches."""

LEAST, MOST = 5, 25
"""How many passes are counted, at least and at most."""

ENOUGH = 2.0
"""Seconds after which no further pass is begun, once there are enough."""


class Progress(NamedTuple):
    """How far a measurement is."""

    done: int
    of: int


class Timing(NamedTuple):
    """Medians in seconds."""

    seconds: dict[str, float]
    """Of every block and layer that computes something, by path."""
    whole: float
    """Of a pass that nobody watched."""
    runs: int


class _Clock:
    """Marks moments; how far they lie apart is known after ``wait``."""

    def __init__(self, device: torch.device) -> None:
        self._cuda = device.type == "cuda"
        self._device = device

    def mark(self) -> float | torch.cuda.Event:
        if self._cuda:
            event = torch.cuda.Event(enable_timing=True)
            event.record()
            return event
        self.wait()
        return time.perf_counter()

    def wait(self) -> None:
        """Until the device has done all it was given."""
        if self._cuda:
            torch.cuda.synchronize(self._device)
        elif self._device.type == "mps":
            torch.mps.synchronize()

    @staticmethod
    def between(one: float | torch.cuda.Event, other: float | torch.cuda.Event) -> float:
        if isinstance(one, float) and isinstance(other, float):
            return other - one
        assert isinstance(one, torch.cuda.Event)
        assert isinstance(other, torch.cuda.Event)
        milliseconds: float = one.elapsed_time(other)
        return milliseconds / 1000


def measure(
    network: BuiltNetwork, batch: int, device: torch.device, asked: Callable[[], bool]
) -> Generator[Progress, None, Timing]:
    """Time a network of the device in evaluation; between passes it tells how far it is.

    Where ``asked`` says that something else is wanted, BreakOff ends a pass at the next step.
    """
    network.eval()
    inputs = [torch.rand(batch, *shape, device=device) for shape in network.plan.input_shapes]
    clock = _Clock(device)
    steps: defaultdict[str, list[float]] = defaultdict(list)
    whole: list[float] = []
    yield Progress(0, 100)
    for i in range(WARM_UP):
        _pass(network, inputs, clock, asked)
        yield Progress(2 * (i + 1), 100)
    began = time.monotonic()
    while len(whole) < LEAST or (len(whole) < MOST and time.monotonic() - began < ENOUGH):
        for path, seconds in _pass(network, inputs, clock, asked).items():
            steps[path].append(seconds)
        whole.append(_unwatched(network, inputs, clock))
        spent = (time.monotonic() - began) / ENOUGH
        # whichever ends it first: all the passes, or the time with enough of them
        done = max(len(whole) / MOST, min(spent, len(whole) / LEAST))
        yield Progress(4 + round(96 * min(1.0, done)), 100)
    sums: defaultdict[str, float] = defaultdict(float)
    for path, found in steps.items():
        typical = median(found)
        while path:
            sums[path] += typical
            path = path.rpartition(".")[0]
    return Timing(dict(sums), median(whole), len(whole))


@torch.inference_mode()
def _pass(
    network: BuiltNetwork, inputs: list[Tensor], clock: _Clock, asked: Callable[[], bool]
) -> dict[str, float]:
    """Seconds of each step of one pass. A step's value may be seen under several paths: the step's
    own is the deepest, and the first of those of its value to be shown ends it."""
    marks: list[tuple[str, float | torch.cuda.Event]] = []
    own = {step.path for step in network.plan.steps}

    def seen(path: str, value: Tensor) -> None:
        if asked():
            raise BreakOff
        if path in own or not marks:
            marks.append((path, clock.mark()))

    clock.wait()
    network.observer = seen
    try:
        network(*inputs)
    finally:
        network.observer = None
    clock.wait()
    found: defaultdict[str, float] = defaultdict(float)
    for (_, before), (path, after) in pairwise(marks):
        if path in own:
            found[path] += clock.between(before, after)
    return found


@torch.inference_mode()
def _unwatched(network: BuiltNetwork, inputs: list[Tensor], clock: _Clock) -> float:
    clock.wait()
    before = clock.mark()
    network(*inputs)
    after = clock.mark()
    clock.wait()
    return clock.between(before, after)
