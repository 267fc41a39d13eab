"""What the window and the worker say to each other, one struct a message. No torch, no Qt.

The window sends a ``Command`` and is sent a ``Message``.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from explorer.exchange.imports.flat import ImportReport
from explorer.training.events import EpochDone, Finished, StepDone
from explorer.training.facts import DeviceFacts
from explorer.training.recipe import Recipe

Activity = Literal[
    "build",
    "training",
    "watch",
    "filters",
    "predict",
    "save",
    "weights",
    "device",
    "measure",
    "import",
    "message",
]
"""What was being done when something failed."""


class Command(msgspec.Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """From the window to the worker."""


class Load(Command, frozen=True):
    """Build this document's network for looking into; ``Built`` or ``Failed`` answers.

    Weights whose name and shape stay the same are kept from the network before. While training
    it waits until the training is over.
    """

    document: str
    """As in its file: ``explorer.graph.files.encode``."""
    serial: int = 0
    """Comes back in the answer."""
    keep_weights: bool = True
    """False for another network, whose layers only happen to have the same names."""


class Train(Command, frozen=True):
    """Train this document's network from fresh weights; ends a training that is going on."""

    document: str
    recipe: Recipe = Recipe()
    folder: str = ""
    """Where the run is saved; nowhere if empty."""


class Pause(Command, frozen=True):
    pass


class Resume(Command, frozen=True):
    pass


class Stop(Command, frozen=True):
    """End the training; the network stays as it has become."""


class UseDevice(Command, frozen=True):
    """Compute on ``auto``, ``cuda``, ``mps`` or ``cpu`` from now on; ``DeviceChosen`` answers."""

    name: str


class Watch(Command, frozen=True):
    """Show the activations of the block at this path, now and as the network changes."""

    path: str
    """Dotted, such as ``layer1.0.conv1``; empty to watch no longer."""
    sample: int | None = 0
    """Which test image; None for the last drawing."""
    limit: int = 64
    """How many maps at most."""


class WatchFilters(Command, frozen=True):
    """Show the filters of the convolution at this path, now and as the network changes."""

    path: str
    """Dotted; ``*`` for the first convolution, empty to watch no longer."""
    by_strength: bool = False
    channel: int | None = None
    """The input channel to show; None for colour or the mean over all."""


class Predict(Command, frozen=True):
    """Take this drawing as the image to look at: ``Prediction`` and ``Frames`` answer."""

    pixels: bytes
    """uint8, 0 paper … 255 ink, row by row."""
    height: int
    width: int


class SaveWeights(Command, frozen=True):
    """Save the network's ``state_dict``; ``Saved`` answers."""

    path: str


class LoadWeights(Command, frozen=True):
    """Put the weights of a file into the network that is looked at; ``WeightsLoaded`` or ``Failed``
    answers. What of the file does not fit is told and left out."""

    source: str
    """A path, or ``torchvision:NAME``."""
    renamed: dict[str, str] = {}
    """What the network calls the file's keys, or beginnings of keys."""
    accept: bool = False
    """Whether what is only likely, by structure and shape, is taken too."""


class Measure(Command, frozen=True):
    """Time every block of this document's network in evaluation; ``Measuring`` tells how far it is,
    ``Measured``, ``MeasuringStopped`` or ``Failed`` ends it. Not while training."""

    document: str
    batch: int = 1
    serial: int = 0


class StopMeasuring(Command, frozen=True):
    pass


class Import(Command, frozen=True):
    """Bring in a network of PyTorch; ``Importing`` tells how far it is, ``Imported``,
    ``ImportingStopped`` or ``Failed`` ends it."""

    source: str
    """Such as ``torchvision:resnet18``, ``timm:resnet18``, ``package.module:Class``,
    ``folder/file.py:Class(10)``, ``file.pt2``."""
    shape: tuple[int, ...] | None = None
    """Of the image that it is run on; its own where it says one, 3×224×224 where not."""
    weights: str = ""
    """A file with its state dict."""
    run_code: bool = False
    """Whether somebody's Python may be run: what is neither torchvision's nor timm's needs it."""
    weights_out: str = ""
    """Where its weights are written; nowhere if empty."""
    serial: int = 0


class StopImporting(Command, frozen=True):
    pass


class Shutdown(Command, frozen=True):
    pass


class Ready(msgspec.Struct, frozen=True, tag=True):
    """The worker can be asked for anything."""

    device: str
    description: str
    """Such as ``NVIDIA H200 · 139 GB``."""
    devices: tuple[str, ...]
    """The kinds of device that work here."""
    torch_version: str
    facts: DeviceFacts = DeviceFacts()


class Heartbeat(msgspec.Struct, frozen=True, tag=True):
    """The worker lives: twice a second, whatever it is computing."""


class DeviceChosen(msgspec.Struct, frozen=True, tag=True):
    device: str
    description: str


class Built(msgspec.Struct, frozen=True, tag=True):
    """The document of a ``Load`` or ``Train`` is a network now."""

    serial: int
    parameters: int
    input_shape: tuple[int, ...]
    convolutions: tuple[str, ...]
    """Paths of the blocks that have filters to show, in the network's order."""


class TrainingStarted(msgspec.Struct, frozen=True, tag=True):
    recipe: Recipe
    train_images: int
    test_images: int
    description: str
    """Of the device."""


class TrainingPaused(msgspec.Struct, frozen=True, tag=True):
    pass


class TrainingResumed(msgspec.Struct, frozen=True, tag=True):
    pass


class TrainingStopped(msgspec.Struct, frozen=True, tag=True):
    """Training ended before its last epoch, as was asked."""


class Frames(msgspec.Struct, frozen=True, tag=True):
    """Pictures of a network: their pixels come through shared memory."""

    kind: Literal["filters", "activations", "image"]
    """``image`` is the test image or prepared drawing that is looked at, at its own size."""
    path: str
    shape: tuple[int, ...]
    """``(N, H, W)``, or ``(N, H, W, 3)`` in colour."""
    slot: int
    sequence: int
    channels: tuple[int, ...] = ()
    """Which channel each picture shows."""
    largest: tuple[float, ...] = ()
    """For filters: the magnitude of weight that grey value 255 (or 1) stands for; 128 is 0."""
    mean: tuple[float, ...] = ()
    """For activations, of each map; so ``deviation`` and ``zero_share`` (0 … 1)."""
    deviation: tuple[float, ...] = ()
    zero_share: tuple[float, ...] = ()
    output_shape: tuple[int, ...] = ()
    """For activations: of the whole output of the block."""
    sample: int | None = None
    pixels: bytes = b""
    """uint8, picture by picture, row by row. The client fills it in."""


class Prediction(msgspec.Struct, frozen=True, tag=True):
    """What the network takes the image that is looked at for."""

    probabilities: tuple[float, ...]
    classes: tuple[str, ...]
    sample: int | None
    """Which test image; None for the drawing."""
    label: str
    """The class of the test image; empty for the drawing."""


class Saved(msgspec.Struct, frozen=True, tag=True):
    path: str


class WeightsLoaded(msgspec.Struct, frozen=True, tag=True):
    """What of a file was put into the network. Keys are those of the state dict."""

    source: str
    taken: int
    suggested: dict[str, str]
    """The network's key → the file's: likely the same, not taken."""
    missing: tuple[str, ...]
    unused: tuple[str, ...]
    misfits: tuple[tuple[str, tuple[int, ...], tuple[int, ...]], ...]
    """Key, the network's shape, the file's."""

    @property
    def complete(self) -> bool:
        return not (self.suggested or self.missing or self.misfits)


class Measuring(msgspec.Struct, frozen=True, tag=True):
    """How much of a measurement is done."""

    serial: int
    done: int
    of: int


class Measured(msgspec.Struct, frozen=True, tag=True):
    """Medians of several passes, in seconds."""

    serial: int
    seconds: dict[str, float]
    """Of every block that computes something, by dotted path."""
    whole: float
    batch: int
    runs: int
    device: str
    """``cpu``, ``cuda`` or ``mps``."""
    description: str


class MeasuringStopped(msgspec.Struct, frozen=True, tag=True):
    serial: int


class Importing(msgspec.Struct, frozen=True, tag=True):
    """What is being done for an ``Import``, in words."""

    serial: int
    doing: str


class Imported(msgspec.Struct, frozen=True, tag=True):
    serial: int
    document: str
    """As in its file."""
    report: ImportReport


class ImportingStopped(msgspec.Struct, frozen=True, tag=True):
    serial: int


class Failed(msgspec.Struct, frozen=True, tag=True):
    """Something could not be done, and the worker goes on. A training ends with it."""

    during: Activity
    what: str
    why: str = ""
    mend: str = ""
    path: str = ""
    """The dotted path of the block that it is about, where it is about one."""
    serial: int = 0


class WorkerSilent(msgspec.Struct, frozen=True, tag=True):
    """No sign of life for 2.5 s; told by the client, once. It may yet come back."""

    seconds: float


class WorkerDied(msgspec.Struct, frozen=True, tag=True):
    """The worker is gone; told by the client. ``restart`` brings a new one."""

    reason: str
    exit_code: int | None
    """Negative for a signal, as in ``subprocess``; None where it could not be learnt."""
    last_lines: tuple[str, ...] = ()
    """What it wrote to stderr at the end."""


FromWorker = (
    Ready
    | Heartbeat
    | DeviceChosen
    | Built
    | TrainingStarted
    | StepDone
    | EpochDone
    | TrainingPaused
    | TrainingResumed
    | TrainingStopped
    | Finished
    | Frames
    | Prediction
    | Saved
    | WeightsLoaded
    | Measuring
    | Measured
    | MeasuringStopped
    | Importing
    | Imported
    | ImportingStopped
    | Failed
)
"""What comes through the pipe."""

Message = FromWorker | WorkerSilent | WorkerDied
"""What the client hands on."""

ToWorker = (
    Load
    | Train
    | Pause
    | Resume
    | Stop
    | UseDevice
    | Watch
    | WatchFilters
    | Predict
    | SaveWeights
    | LoadWeights
    | Measure
    | StopMeasuring
    | Import
    | StopImporting
    | Shutdown
)

__all__ = [
    "Built",
    "Command",
    "DeviceChosen",
    "DeviceFacts",
    "EpochDone",
    "Failed",
    "Finished",
    "Frames",
    "FromWorker",
    "Heartbeat",
    "Import",
    "ImportReport",
    "Imported",
    "Importing",
    "ImportingStopped",
    "Load",
    "LoadWeights",
    "Measure",
    "Measured",
    "Measuring",
    "MeasuringStopped",
    "Message",
    "Pause",
    "Predict",
    "Prediction",
    "Ready",
    "Recipe",
    "Resume",
    "SaveWeights",
    "Saved",
    "Shutdown",
    "StepDone",
    "Stop",
    "StopImporting",
    "StopMeasuring",
    "ToWorker",
    "Train",
    "TrainingPaused",
    "TrainingResumed",
    "TrainingStarted",
    "TrainingStopped",
    "UseDevice",
    "Watch",
    "WatchFilters",
    "WeightsLoaded",
    "WorkerDied",
    "WorkerSilent",
]
