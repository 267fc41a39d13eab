"""What the window is looking at: kept up to date as the network, the image or the choice changes."""

from __future__ import annotations

import sys
import time
import traceback
from collections.abc import Callable
from typing import Literal

import msgspec
import torch
from torch import Tensor

from explorer.build.module import BuiltNetwork
from explorer.insight.activations import activations
from explorer.insight.errors import InsightError
from explorer.insight.filters import convolution_paths, filters
from explorer.insight.prediction import drawn_image, probabilities
from explorer.training.data import DataSet
from explorer.training.errors import TrainingError, explain
from explorer.training.prepare import output_shape
from explorer.worker.frames import SLOT_BYTES, FrameRing
from explorer.worker.messages import (
    Activity,
    Failed,
    Frames,
    Predict,
    Prediction,
    Watch,
    WatchFilters,
)

View = Literal["image", "prediction", "watch", "filters"]

SHORTEST_PAUSE = 0.1
"""Seconds between two refreshments: no eye needs more than ten a second."""

SHARE = 0.1
"""Of the time, that looking may take from a training."""


def failure(during: Activity, error: BaseException, serial: int = 0) -> Failed:
    """The message that tells of an error, in words."""
    if isinstance(error, InsightError):
        return Failed(during, error.what, error.why, error.mend)
    told = explain(error)
    return Failed(during, told.what, told.why, told.mend, told.path, serial)


class Probes:
    """Views that are stale until ``refresh`` sends them."""

    def __init__(self, send: Callable[[msgspec.Struct], None], ring: FrameRing) -> None:
        self._send = send
        self._ring = ring
        self._network: BuiltNetwork | None = None
        self._data: DataSet | None = None
        self._watch = Watch("")
        self._filters = WatchFilters("")
        self._sample: int | None = 0
        self._drawing: Predict | None = None
        self._stale: set[View] = set()
        self._next = 0.0

    def show(self, network: BuiltNetwork, data: DataSet) -> None:
        """Look into this network from now on, at images of this data set."""
        self._network, self._data = network, data
        self.network_changed()
        if self._watch.path or self._drawing:
            self._stale.add("image")

    def network_changed(self) -> None:
        """The weights are others than before."""
        if self._watch.path:
            self._stale |= {"watch", "prediction"}
        if self._drawing:
            self._stale.add("prediction")
        if self._filters.path:
            self._stale.add("filters")

    def watch(self, command: Watch) -> None:
        same_image = command.sample == self._sample and "image" not in self._stale
        first = not self._watch.path
        self._watch, self._sample = command, command.sample
        if command.path:
            self._stale.add("watch")
            if first or not same_image:
                self._stale |= {"image", "prediction"}
        else:
            self._stale.discard("watch")

    def watch_filters(self, command: WatchFilters) -> None:
        self._filters = command
        self._stale.add("filters")

    def predict(self, command: Predict) -> None:
        self._drawing, self._sample = command, None
        self._stale |= {"image", "prediction"}
        if self._watch.path:
            self._stale.add("watch")

    def seconds_until_due(self) -> float | None:
        """How long until ``refresh`` would do something; None where nothing is stale."""
        if not self._stale or self._network is None:
            return None
        return max(0.0, self._next - time.monotonic())

    def refresh(self, training: bool) -> None:
        """Send what is stale, if it is time; what cannot be shown is told once and given up."""
        network, data = self._network, self._data
        if self.seconds_until_due() != 0 or network is None or data is None:
            return
        began = time.monotonic()
        stale, self._stale = self._stale, set()
        if "filters" in stale:
            self._try("filters", lambda: self._send_filters(network))
        if stale - {"filters"}:
            self._try(
                "predict" if self._sample is None else "watch",
                lambda: self._look(network, data, stale),
            )
        now = time.monotonic()
        share = SHARE if training else 1.0
        self._next = began + max(SHORTEST_PAUSE, (now - began) / share)

    def _try(self, during: Activity, view: Callable[[], None]) -> None:
        try:
            view()
        except Exception as error:
            if not isinstance(error, (InsightError, TrainingError)):
                traceback.print_exc(file=sys.stderr)
            self._send(failure(during, error))
            if during == "filters":
                self._filters = WatchFilters("")
            else:
                self._watch = Watch("")
                self._drawing = None

    def _send_filters(self, network: BuiltNetwork) -> None:
        wanted = self._filters
        if not wanted.path:
            return
        paths = convolution_paths(network)
        path = paths[0] if wanted.path == "*" and paths else wanted.path
        found = filters(network, path, channel=wanted.channel, by_strength=wanted.by_strength)
        self._send_frames(
            Frames("filters", path, (), 0, 0, channels=found.channels, largest=found.largest),
            found.images,
        )

    def _look(self, network: BuiltNetwork, data: DataSet, stale: set[View]) -> None:
        raw = self._raw_image(data)
        fitted = data.fit(raw, data.check_input(network.input_shape))
        fitted = fitted.to(next(network.parameters(), fitted).device)
        if "image" in stale:
            shown = (raw[0].to(torch.float32) * (255 / data.levels)).round().to(torch.uint8)
            self._send_frames(Frames("image", "", (), 0, 0, sample=self._sample), shown)
        if "prediction" in stale:
            self._send_prediction(network, data, fitted)
        if "watch" in stale and self._watch.path:
            path = self._watch.path
            found = activations(network, path, fitted, limit=max(1, self._watch.limit))
            self._send_frames(
                Frames(
                    "activations",
                    path,
                    (),
                    0,
                    0,
                    channels=tuple(range(len(found.maps))),
                    mean=found.mean,
                    deviation=found.deviation,
                    zero_share=found.zero_share,
                    output_shape=found.shape,
                    sample=self._sample,
                ),
                found.maps,
            )

    def _send_prediction(self, network: BuiltNetwork, data: DataSet, fitted: Tensor) -> None:
        if len(output_shape(network)) != 1 and self._sample is not None:
            return  # Nobody asked: a network that does not classify can still be looked into.
        label = "" if self._sample is None else data.classes[int(data.test.labels[self._sample])]
        found = probabilities(network, fitted)
        self._send(Prediction(tuple(found.tolist()), data.classes, self._sample, label))

    def _raw_image(self, data: DataSet) -> Tensor:
        """The image that is looked at, ``(1, C, H, W)`` uint8."""
        images = data.test.images
        if self._sample is None:
            high, wide = images.shape[2:]
            if self._drawing is None:
                return torch.zeros((1, *images.shape[1:]), dtype=torch.uint8)
            d = self._drawing
            return drawn_image(d.pixels, d.height, d.width, (high, wide), data.levels)
        if not 0 <= self._sample < len(images):
            raise InsightError(
                f"There is no test image {self._sample}.",
                f"{data.title} has {len(images)}, counted from 0.",
                "Choose another image.",
            )
        return images[self._sample : self._sample + 1]

    def _send_frames(self, frames: Frames, pixels: Tensor) -> None:
        """As many pictures as fit into a slot."""
        fits = SLOT_BYTES // max(1, pixels[0].numel())
        if fits == 0:
            raise InsightError("A single picture is too large to be shown.", "", "Choose another.")
        pixels = pixels[:fits].contiguous()
        slot, sequence = self._ring.write(pixels.numpy().tobytes())
        self._send(
            msgspec.structs.replace(frames, shape=tuple(pixels.shape), slot=slot, sequence=sequence)
        )
