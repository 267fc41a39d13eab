"""The runner: the window's one hand on the worker, which trains and looks into networks.

It turns the client's messages into signals of Qt's thread, keeps what is known of the run, and
starts another worker where one dies. Nothing here waits: whatever may take long, the client's own
threads or one of ours does.
"""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from explorer.app import log, notices
from explorer.app.notices import Notice
from explorer.app.run import Run
from explorer.app.session import Session
from explorer.graph import files
from explorer.graph.model import Document
from explorer.graph.same import same_network
from explorer.worker import messages as m

if TYPE_CHECKING:
    from explorer.worker.client import Client

WorkerState = Literal["off", "starting", "ready", "silent", "died"]

DeviceName = Literal["auto", "cpu", "cuda", "mps"]

START_DELAY = 400
"""Milliseconds after which the worker is started: the window paints itself first."""

REPAINT = 100
"""Milliseconds between two notices of progress."""

MOST_DEATHS = 3
"""In a row, without having got ready, after which a worker is not started again by itself."""

DATA_TITLE, DATA_CLASSES, DATA_IMAGES, TEST_IMAGES = "Handwritten digits", 10, 1442, 355
"""Of the embedded data set, for saying things before the worker has read it."""


class Runner(QObject):
    """Training and insight, as the window sees them."""

    state_changed = Signal()
    """The worker's or the run's state is another one."""
    progressed = Signal()
    """The run has new figures; at most ten times a second."""
    frames_changed = Signal(str)
    """New pictures of this kind: ``filters``, ``activations`` or ``image``."""
    predicted = Signal()
    device_changed = Signal()
    recipe_changed = Signal()
    notice_changed = Signal()
    weights_loaded = Signal(object)
    """A ``WeightsLoaded``: what of a file the network has now."""
    weights_saved = Signal(str)
    """The path of the file that ``save_weights`` asked for; empty where it failed."""
    measured = Signal(object)
    """What the worker says of a measurement: ``Measuring``, ``Measured``, ``MeasuringStopped`` or
    ``Failed``."""
    insight_changed = Signal()
    """What the pictures are of, or why there are none, is another."""
    _arrived = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.worker_state: WorkerState = "off"
        self.run: Run | None = None
        self.recipe = m.Recipe()
        self.notice: Notice | None = None
        self.device_choice: DeviceName = "auto"
        self.devices: tuple[str, ...] = ("cpu",)
        self.facts: m.DeviceFacts | None = None
        """What the worker found on this machine; None before it has said so."""
        self.frames: dict[str, m.Frames] = {}
        self.prediction: m.Prediction | None = None
        self.insight_failure: m.Failed | None = None
        self.learnt_epoch = 0
        """The epoch that the worker's weights have come to; 0 for random ones."""
        self.edited_since = False
        """Whether the network has changed since, so that some weights may be random again."""
        self._description = ""
        self._weights: m.LoadWeights | None = None
        """Those that the network shall have as soon as the worker has built it."""
        self._client: Client | None = None
        self._inbox: deque[m.Message] = deque()
        self._runs = 0
        self._deaths = 0
        self._closed = False
        self._waiting: m.Train | None = None
        self._loaded: Document | None = None
        self._replaced = False
        """Whether another network was opened: the worker's weights are not its own."""
        self._watch = m.Watch("")
        self._filters = m.WatchFilters("")
        self._drawing: m.Predict | None = None
        self._arrived.connect(self._take_all, Qt.ConnectionType.QueuedConnection)
        self._repaint = QTimer(self, interval=REPAINT, singleShot=True)
        self._repaint.timeout.connect(self.progressed)
        self._load_soon = QTimer(self, interval=250, singleShot=True)
        self._load_soon.timeout.connect(self._load)
        self._start_soon = QTimer(self, interval=START_DELAY, singleShot=True)
        self._start_soon.timeout.connect(self.start)
        self._start_soon.start()
        session.document_replaced.connect(self._document_replaced)
        session.document_changed.connect(self._document_changed)

    # -- the worker -------------------------------------------------------------------------------

    def start(self) -> None:
        """Start the worker, unless there is one; returns at once."""
        if self._closed or self.worker_state in ("starting", "ready", "silent"):
            return
        again = self.worker_state == "died"
        self._set_worker("starting")
        # Starting takes a few milliseconds, ending what is left of a dead one up to a second.
        threading.Thread(target=self._bring_up, args=(again,), daemon=True).start()

    def _bring_up(self, again: bool) -> None:
        from explorer.worker.client import Client

        try:
            if self._client is None:
                self._client = Client(self._receive, self.device_choice)
                self._client.start()
            elif again:
                self._client.restart(self.device_choice)
        except OSError as error:
            self._receive(m.WorkerDied(f"The worker cannot be started: {error}.", None))
        if self._closed and self._client is not None:
            self._client.close()

    def close(self) -> None:
        """End the worker; called once, when the window goes."""
        self._closed = True
        for timer in (self._start_soon, self._repaint, self._load_soon):
            timer.stop()
        if self._client is not None:
            self._client.close()
        self._set_worker("off")

    @property
    def process_id(self) -> int | None:
        return self._client.process_id if self._client is not None else None

    @property
    def device_text(self) -> str:
        """The worker's state and device for the status bar: ``worker ready · CPU · 2 cores``."""
        state = {
            "off": self.tr("worker not started"),
            "starting": self.tr("worker starting…"),
            "ready": self.tr("worker ready"),
            "silent": self.tr("worker not answering"),
            "died": self.tr("worker ended"),
        }[self.worker_state]
        if self.worker_state == "ready" and self.run is not None and self.run.going_on:
            state = self.tr("worker training")
            if self.run.state == "paused":
                state = self.tr("worker paused")
        return f"{state} · {self._description}" if self._description else state

    @property
    def device(self) -> str:
        """What the device is called: ``CPU · 2 cores``; empty before it is known."""
        return self._description

    def set_device(self, name: DeviceName) -> None:
        """Compute there from now on; a run that is going on keeps its device."""
        if name != self.device_choice:
            self.device_choice = name
            self.send(m.UseDevice(name))
            self.device_changed.emit()

    def send(self, command: m.ToWorker) -> None:
        """Give the worker a command; lost where there is none that is ready."""
        if self._client is not None and self.worker_state in ("ready", "silent"):
            self._client.send(command)

    def _set_worker(self, state: WorkerState) -> None:
        if state != self.worker_state:
            self.worker_state = state
            self.state_changed.emit()
            self.device_changed.emit()

    # -- training ---------------------------------------------------------------------------------

    @property
    def training(self) -> bool:
        """Whether a run is going on, paused or not."""
        return self.run is not None and self.run.going_on

    def set_recipe(self, recipe: m.Recipe) -> None:
        if recipe != self.recipe:
            self.recipe = recipe
            self.recipe_changed.emit()

    def train(self, recipe: m.Recipe | None = None) -> bool:
        """Train the session's network from fresh weights. False, and a notice, where it cannot."""
        if self.training:
            return False
        analysis = self.session.analysis
        wrong = notices.of_analysis(analysis) or notices.of_scores(
            analysis, DATA_CLASSES, DATA_TITLE
        )
        self.set_notice(wrong)
        if wrong is not None:
            return False
        if recipe is not None:
            self.set_recipe(recipe)
        self._runs += 1
        self.run = Run(self._runs, self.session.document, self.recipe)
        command = m.Train(files.encode(self.session.document), self.recipe)
        if self.worker_state in ("ready", "silent"):
            self._loaded = self.session.document
            self.send(command)
        else:
            self._waiting = command
            self._deaths = 0
            self.start()
        self.state_changed.emit()
        self.progressed.emit()
        return True

    def pause(self) -> None:
        if self.run is not None and self.run.state == "training":
            self._set_run("pausing")
            self.send(m.Pause())

    def resume(self) -> None:
        if self.run is not None and self.run.state in ("pausing", "paused"):
            self.send(m.Resume())

    def stop(self) -> None:
        """End the run; the network keeps what it has learnt."""
        if self._waiting is not None:
            self._waiting = None
            self._set_run("stopped")
        elif self.run is not None and self.run.going_on:
            self._set_run("stopping")
            self.send(m.Stop())

    def set_notice(self, notice: Notice | None) -> None:
        if notice != self.notice:
            self.notice = notice
            self.notice_changed.emit()

    def _set_run(self, state: str) -> None:
        if self.run is not None and state != self.run.state:
            self.run.state = state  # type: ignore[assignment]
            self.state_changed.emit()
            self.device_changed.emit()

    # -- looking into the network -----------------------------------------------------------------

    def watch(self, path: str, sample: int | None = 0) -> None:
        """Show the activations of the block at ``path`` for a test image, or for the drawing
        where ``sample`` is None; nothing where ``path`` is empty."""
        wanted = m.Watch(path, sample)
        if wanted != self._watch:
            self._watch = wanted
            self._forget("activations")
            if path:
                self._load_soon.start(0)
            self.send(wanted)

    def watch_filters(
        self, path: str, by_strength: bool = False, channel: int | None = None
    ) -> None:
        """Show the filters of a convolution; nothing where ``path`` is empty."""
        wanted = m.WatchFilters(path, by_strength, channel)
        if wanted != self._filters:
            before, self._filters = self._filters, wanted
            if wanted.path != before.path:
                self._forget("filters")
            self._load_soon.start(0)
            self.send(wanted)

    def predict(self, pixels: bytes, height: int, width: int) -> None:
        """Take a drawing (0 paper … 255 ink) as the image to look at."""
        self._drawing = m.Predict(pixels, height, width)
        self._load_soon.start(0)
        self.send(self._drawing)

    @property
    def has_learnt(self) -> bool:
        """Whether the worker holds weights of this network that are not merely random."""
        return self.worker_state == "ready" and self.learnt_epoch > 0

    def set_weights(self, command: m.LoadWeights | None) -> None:
        """Have the network begin with these weights, now or when it is built; a training begins
        with fresh ones."""
        self._weights = command
        if self.session.document is self._loaded:
            self._send_weights()

    def _send_weights(self) -> None:
        if self._weights is not None and not self.training:
            self.send(self._weights)
            self._weights = None

    def save_weights(self, path: Path) -> None:
        """Have the worker write its weights to a file; ``weights_saved`` answers."""
        self.send(m.SaveWeights(str(path)))

    def forget_drawing(self) -> None:
        self._drawing = None
        if self.prediction is not None and self.prediction.sample is None:
            self.prediction = None
            self.predicted.emit()

    @property
    def weights_text(self) -> str:
        """Which weights the pictures are made with: ``epoch 3``, ``random weights``."""
        if not self.learnt_epoch:
            return self.tr("random weights")
        text = self.tr("epoch {0}").format(self.learnt_epoch)
        return self.tr("{0}, edited since").format(text) if self.edited_since else text

    def _forget(self, kind: str) -> None:
        self.frames.pop(kind, None)
        self.insight_failure = None
        self.insight_changed.emit()

    @property
    def _looking(self) -> bool:
        return bool(self._watch.path or self._filters.path or self._drawing)

    def _document_changed(self) -> None:
        if self.notice is not None and self.notice.path:
            self.set_notice(None)
        if self._looking:
            self._load_soon.start(250)

    def _document_replaced(self) -> None:
        self._replaced = True
        self.set_notice(None)

    def _load(self) -> None:
        """Have the worker build the session's network, where it is looked into and can be."""
        document = self.session.document
        if not self._looking or self.worker_state != "ready" or document is self._loaded:
            return
        # While training, the network in training is looked into; an edited one follows after it.
        if self.training or notices.of_analysis(self.session.analysis) is not None:
            self.insight_changed.emit()
            return
        before, self._loaded = self._loaded, document
        if self._replaced:
            self.learnt_epoch, self.edited_since = 0, False
        elif before is not None:
            if same_network(before, document):
                return
            self.edited_since = True
        self.send(m.Load(files.encode(document), keep_weights=not self._replaced))

    def _look_again(self) -> None:
        for command in (self._watch, self._filters):
            if command.path:
                self.send(command)
        if self._drawing is not None and self._watch.sample is None:
            self.send(self._drawing)

    # -- messages -----------------------------------------------------------------------------------

    def _receive(self, message: m.Message) -> None:
        """Called in the client's thread."""
        self._inbox.append(message)
        if len(self._inbox) == 1 and not self._closed:
            self._arrived.emit()

    def _take_all(self) -> None:
        while self._inbox:
            # Popped after it was dealt with: an inbox that is not empty has been announced.
            message = self._inbox[0]
            try:
                if not self._closed:
                    self._take(message)
            finally:
                self._inbox.popleft()

    def _take(self, message: m.Message) -> None:
        run = self.run
        match message:
            case m.Heartbeat():
                if self.worker_state == "silent":
                    self._set_worker("ready")
                    self.set_notice(None)
            case m.StepDone() if run is not None:
                run.take_step(message)
                self.learnt_epoch = message.epoch
                self._progress_soon()
            case m.EpochDone() if run is not None:
                run.take_epoch(message)
                self._progress_soon()
            case m.Frames():
                self._take_frames(message)
            case m.Prediction():
                if message.sample == self._watch.sample or message.sample is None:
                    self.prediction = message
                    self.predicted.emit()
            case m.Ready():
                self._take_ready(message)
            case m.DeviceChosen():
                self._description = message.description
                self.device_changed.emit()
            case m.Built():
                self._replaced = False
                self._send_weights()
                self.insight_failure = None
                self._look_again()
                self.insight_changed.emit()
            case m.TrainingStarted() if run is not None:
                run.device = message.description
                run.train_images, run.test_images = message.train_images, message.test_images
                self.learnt_epoch, self.edited_since = 0, False
                self._set_run("training")
            case m.TrainingPaused():
                self._set_run("paused")
            case m.TrainingResumed():
                self._set_run("training")
            case m.TrainingStopped():
                self._end_run("stopped")
            case m.Finished() if run is not None:
                run.take_end(message)
                self._end_run("finished")
            case m.WeightsLoaded():
                self.weights_loaded.emit(message)
            case m.Saved():
                self.weights_saved.emit(message.path)
            case m.Measuring() | m.Measured() | m.MeasuringStopped():
                self.measured.emit(message)
            case m.Failed():
                self._take_failure(message)
            case m.WorkerSilent():
                self._set_worker("silent")
                self.set_notice(notices.of_silence(message.seconds))
            case m.WorkerDied():
                self._take_death(message)
            case _:
                pass

    def _progress_soon(self) -> None:
        if not self._repaint.isActive():
            self._repaint.start()

    def _end_run(self, state: str) -> None:
        self._set_run(state)
        self.progressed.emit()
        self._load_soon.start(0)

    def _take_frames(self, frames: m.Frames) -> None:
        wanted = {"filters": self._filters.path, "activations": self._watch.path}
        path = wanted.get(frames.kind)
        if path is not None and path not in (frames.path, "*"):
            return  # Of a block that was looked at before.
        if frames.kind == "activations" and frames.sample != self._watch.sample:
            return
        self.frames[frames.kind] = frames
        self.frames_changed.emit(frames.kind)

    def _take_ready(self, ready: m.Ready) -> None:
        self._description, self.devices = ready.description, ready.devices
        self.facts = ready.facts
        self._deaths = 0
        self._loaded = None
        self._set_worker("ready")
        self.device_changed.emit()
        if self.notice is not None and self.notice.again:
            back = self.tr("The network you drew is untouched, and a new worker is ready.")
            self.set_notice(replace(self.notice, mend=back))
        if self._waiting is not None:
            self._loaded = self.run.document if self.run is not None else None
            command, self._waiting = self._waiting, None
            self.send(command)
        else:
            self._load()

    def _take_failure(self, failed: m.Failed) -> None:
        if failed.during == "training":
            self._end_run("failed")
            self.set_notice(notices.of_failure(failed))
        elif failed.during == "measure":
            self.measured.emit(failed)
        elif failed.during in ("device", "save", "message"):
            if failed.during == "save":
                self.weights_saved.emit("")
            if failed.during == "device":
                self.device_choice = "auto"
                self.device_changed.emit()
            self.set_notice(notices.of_failure(failed))
        else:
            self.insight_failure = failed
            self.insight_changed.emit()

    def _take_death(self, died: m.WorkerDied) -> None:
        log.error("\n".join((died.reason, *died.last_lines)))
        self._deaths += 1
        restarting = self._deaths < MOST_DEATHS
        lost = self.run if self.training else None
        self._waiting = self._loaded = None
        self.learnt_epoch, self.edited_since = 0, False
        self.frames.clear()
        self.prediction = None
        self._set_worker("died")
        self.weights_saved.emit("")
        if lost is not None:
            self._set_run("died")
            self.progressed.emit()
        self.set_notice(notices.of_death(died, lost, restarting))
        self.insight_changed.emit()
        if restarting:
            self.start()
