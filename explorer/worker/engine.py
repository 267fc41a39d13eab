"""The worker's main thread: obeys commands, advances the training, keeps the views fresh."""

from __future__ import annotations

import sys
import time
import traceback
from collections.abc import Callable, Generator
from pathlib import Path

import msgspec
import torch

from explorer.build.module import BuiltNetwork
from explorer.exchange import weights
from explorer.graph.files import FileError, decode
from explorer.graph.model import Document
from explorer.insight.errors import InsightError
from explorer.insight.filters import convolution_paths
from explorer.training import data as data_sets
from explorer.training import device as devices
from explorer.training.errors import TrainingError
from explorer.training.events import EpochDone, Event, Finished, Interrupted, StepDone
from explorer.training.loop import train
from explorer.training.prepare import check_fits, keep_weights, network_for
from explorer.training.recipe import checked
from explorer.training.runs import RunFolder, save_weights
from explorer.worker import messages as m
from explorer.worker.frames import FrameRing
from explorer.worker.importing import bring_in
from explorer.worker.inbox import Inbox
from explorer.worker.measurement import Measurement
from explorer.worker.probes import Probes, failure

STEP_PAUSE = 0.05
"""Seconds between two ``StepDone``: small networks make hundreds a second."""

DURING: dict[type, m.Activity] = {
    m.Load: "build",
    m.Train: "training",
    m.UseDevice: "device",
    m.SaveWeights: "save",
    m.LoadWeights: "weights",
    m.Measure: "measure",
    m.Import: "import",
}


class Engine:
    """One network at most, in training or not."""

    def __init__(
        self, send: Callable[[msgspec.Struct], None], inbox: Inbox, ring: FrameRing, device: str
    ) -> None:
        self._send = send
        self._inbox = inbox
        self._probes = Probes(send, ring)
        self._network: BuiltNetwork | None = None
        self._document: Document | None = None
        self._postponed: m.Load | None = None
        self._measurement: Measurement | None = None
        self._events: Generator[Event, None, None] | None = None
        self._folder: RunFolder | None = None
        self._paused = False
        self._next_step_message = 0.0
        try:
            self._device = devices.choose(device)
        except TrainingError as error:
            send(failure("device", error))
            self._device = devices.choose("auto")

    def tell_ready(self) -> None:
        """Commands may come from now on; ``run`` will find them."""
        self._send(
            m.Ready(
                self._device.type,
                devices.describe(self._device),
                devices.available(),
                str(torch.__version__),
                devices.facts(),
            )
        )

    def run(self) -> None:
        """Until ``Shutdown``."""
        while True:
            running = self._measurement is not None
            running = running or (self._events is not None and not self._paused)
            wait = 0.0 if running else self._probes.seconds_until_due()
            for command in self._inbox.take_all(wait):
                if isinstance(command, m.Shutdown):
                    return
                self._guarded(DURING.get(type(command), "message"), self._obey, command)
            if self._measurement is not None:
                self._guarded("measure", self._measure_on)
            elif self._events is not None and not self._paused:
                self._guarded("training", self._advance)
            self._probes.refresh(training=self._events is not None and not self._paused)

    def _guarded(self, during: m.Activity, do: Callable[..., None], *given: m.Command) -> None:
        """Do it; whatever goes wrong is told, and the worker goes on."""
        serial = getattr(given[0], "serial", 0) if given else 0
        try:
            do(*given)
            return
        except (TrainingError, InsightError, FileError) as error:
            told = failure(during, error, serial)
        except Exception as error:
            traceback.print_exc(file=sys.stderr)
            told = failure(during, error, serial)
        if during == "training":
            self._end_training()
        if during == "measure":
            self._measurement = None
        self._send(told)
        if self._device.type == "cuda":
            torch.cuda.empty_cache()

    # -- commands -----------------------------------------------------------------------------

    def _obey(self, command: m.ToWorker) -> None:
        match command:
            case m.Load():
                self._load(command)
            case m.Train():
                self._train(command)
            case m.Pause() if self._events is not None and not self._paused:
                self._paused = True
                self._send(m.TrainingPaused())
            case m.Resume() if self._paused:
                self._paused = False
                self._send(m.TrainingResumed())
            case m.Stop():
                self._stop()
            case m.UseDevice():
                self._use_device(command.name)
            case m.Watch():
                self._probes.watch(command)
            case m.WatchFilters():
                self._probes.watch_filters(command)
            case m.Predict():
                self._probes.predict(command)
            case m.SaveWeights():
                self._save(command.path)
            case m.LoadWeights():
                self._load_weights(command)
            case m.Measure():
                self._measure(command)
            case m.StopMeasuring():
                self._stop_measuring()
            case m.Import():
                bring_in(command, self._send, lambda: self._inbox.holds(m.StopImporting))

    def _load(self, command: m.Load) -> None:
        if self._events is not None:
            self._postponed = command
            return
        document = decode(command.document, "document")
        kept = self._network if command.keep_weights else None
        if kept is None or document != self._document:
            network = network_for(document, 0, self._device)
            if kept is not None:
                keep_weights(kept, network)
            self._adopt(document, network, "digits")
        self._tell_built(command.serial)

    def _train(self, command: m.Train) -> None:
        self._stop()
        self._stop_measuring()
        recipe = checked(command.recipe)
        data = data_sets.load(recipe.data)
        document = decode(command.document, "document")
        network = network_for(document, recipe.seed, self._device)
        shape = check_fits(network, data)
        self._folder = RunFolder(Path(command.folder), document, recipe) if command.folder else None
        self._adopt(document, network, recipe.data)
        self._tell_built(0)
        self._events = train(network, shape, data, recipe, self._device, self._inbox.urgent)
        self._send(
            m.TrainingStarted(
                recipe, len(data.train), len(data.test), devices.describe(self._device)
            )
        )

    def _adopt(self, document: Document, network: BuiltNetwork, data: str) -> None:
        self._document, self._network = document, network
        self._probes.show(network, data_sets.load(data))

    def _tell_built(self, serial: int) -> None:
        network = self._network
        assert network is not None
        count = sum(p.numel() for p in network.parameters())
        self._send(m.Built(serial, count, network.input_shape, convolution_paths(network)))

    def _stop(self) -> None:
        if self._events is not None:
            self._end_training()
            self._send(m.TrainingStopped())

    def _use_device(self, name: str) -> None:
        device = devices.choose(name)
        if self._events is not None:
            raise TrainingError(
                "The device cannot change while training.", "", "Stop the training first."
            )
        if self._network is not None:
            self._network.to(device)
        self._device = device
        self._send(m.DeviceChosen(device.type, devices.describe(device)))

    def _save(self, path: str) -> None:
        if self._network is None:
            raise TrainingError("There are no weights yet.", "", "Load or train a network first.")
        save_weights(self._network, Path(path))
        self._send(m.Saved(path))

    def _load_weights(self, command: m.LoadWeights) -> None:
        if self._network is None or self._events is not None:
            why = "Its weights are being trained." if self._events is not None else ""
            raise TrainingError("There is no network to load weights into.", why, "Try again then.")
        try:
            loaded = weights.fit(self._network, command.source, command.renamed, command.accept)
        except weights.WeightsError as error:
            raise TrainingError(f"{error}.", "", "Choose another file.") from None
        weights.take(self._network, loaded)
        self._probes.network_changed()
        found = loaded.match
        self._send(
            m.WeightsLoaded(
                command.source,
                len(loaded.weights),
                found.suggested,
                found.missing,
                found.unused,
                tuple((f.key, f.ours, f.theirs) for f in found.misfits),
            )
        )

    # -- measuring ------------------------------------------------------------------------------

    def _measure(self, command: m.Measure) -> None:
        self._stop_measuring()
        if self._events is not None:
            raise TrainingError(
                "Nothing is measured while training: both would be slower.",
                "",
                "Stop the training first.",
            )
        self._measurement = Measurement(command, self._device, self._inbox.urgent)

    def _measure_on(self) -> None:
        """One pass, and say how far it is."""
        measurement = self._measurement
        assert measurement is not None
        told = measurement.advance()
        if told is not None:
            self._send(told)
        if measurement.ended:
            self._measurement = None

    def _stop_measuring(self) -> None:
        if self._measurement is not None:
            self._send(m.MeasuringStopped(self._measurement.serial))
            self._measurement = None

    # -- training -----------------------------------------------------------------------------

    def _advance(self) -> None:
        assert self._events is not None
        assert self._network is not None
        event = next(self._events)
        match event:
            case StepDone():
                now = time.monotonic()
                if now >= self._next_step_message or event.step == event.steps:
                    self._next_step_message = now + STEP_PAUSE
                    self._send(event)
                self._probes.network_changed()
            case EpochDone():
                if self._folder is not None:
                    self._folder.add_epoch(event, self._network)
                self._send(event)
            case Finished():
                self._end_training()
                self._send(event)
            case Interrupted():
                pass

    def _end_training(self) -> None:
        """Let go of the training, and do what had to wait for it."""
        if self._events is not None:
            self._events.close()
        self._events = self._folder = None
        self._paused = False
        if self._network is not None:
            self._network.zero_grad(set_to_none=True)
        if self._postponed is not None:
            self._inbox.put(self._postponed)
            self._postponed = None
