"""A measurement that goes on between the worker's commands, one pass at a time."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import torch

from explorer.graph.files import decode
from explorer.training import device as devices
from explorer.training.interrupt import BreakOff
from explorer.training.prepare import network_for
from explorer.worker import messages as m
from explorer.worker.timing import measure


class Measurement:
    """One ``Measure`` on its way. The network is one of its own: what is looked into stays."""

    def __init__(
        self, command: m.Measure, device: torch.device, urgent: Callable[[], bool]
    ) -> None:
        self.serial = command.serial
        self.ended = False
        self._command, self._device = command, device
        network = network_for(decode(command.document, "document"), 0, device)
        self._passes = measure(network, max(1, command.batch), device, urgent)

    def advance(self) -> msgspec.Struct | None:
        """The next pass: what to tell of it; nothing where it was broken off, as a command waits."""
        try:
            done, of = next(self._passes)
        except StopIteration as end:
            self.ended = True
            seconds, whole, runs = end.value
            return m.Measured(
                self.serial, seconds, whole, self._command.batch, runs,
                self._device.type, devices.describe(self._device),
            )  # fmt: skip
        except BreakOff:
            # something urgent waits, and every one of those ends a measurement
            self.ended = True
            return m.MeasuringStopped(self.serial)
        return m.Measuring(self.serial, done, of)
