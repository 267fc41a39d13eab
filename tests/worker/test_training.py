"""A real worker: it builds, trains, looks, and says in words what it cannot do."""

from __future__ import annotations

import time
from pathlib import Path

import msgspec
import pytest
import torch

from explorer import zoo
from explorer.build.weights import read_weights, write_weights
from explorer.graph.files import encode
from explorer.insight.images import symmetric
from explorer.training.prepare import network_for
from explorer.worker import messages as m
from tests.worker.conftest import Listener

pytestmark = pytest.mark.alone

LENET = encode(zoo.get("lenet5_modern"))
RESNET = encode(zoo.get("resnet18"))
LONG = m.Recipe(epochs=100_000)


@pytest.fixture(name="worker")
def _worker(shared: Listener) -> Listener:
    """The shared worker with LeNet-5 loaded, idle, and nothing watched."""
    for command in (m.Stop(), m.Watch(""), m.WatchFilters(""), m.Load(LENET, 4711)):
        shared.client.send(command)
    # What the test before watched may not be found in the network that it left.
    shared.wait(m.Built, lambda built: built.serial == 4711, forgiving=True)
    return shared


def test_a_document_becomes_a_network(worker: Listener) -> None:
    built = worker.ask(m.Load(RESNET, 5), m.Built)
    assert (built.serial, built.parameters) == (5, 11_689_512)
    assert built.input_shape == (3, 224, 224)
    assert len(built.convolutions) == 20


def test_filters_are_those_of_the_network(worker: Listener) -> None:
    frames = worker.ask(m.WatchFilters("*"), m.Frames)
    weight = network_for(zoo.get("lenet5_modern"), 0, torch.device("cpu")).state_dict()["C1.weight"]
    assert (frames.kind, frames.path, frames.shape) == ("filters", "C1", (6, 5, 5))
    # The weights may have been learnt in another test: what is equal for sure is the form.
    assert len(frames.pixels) == 150 == symmetric(weight[:, 0]).numel()
    assert len(frames.largest) == 6


def test_a_test_image_is_shown_classified_and_followed(worker: Listener) -> None:
    worker.client.send(m.Watch("tanh3", 3))
    image = worker.wait(m.Frames)
    assert (image.kind, image.shape, image.sample) == ("image", (1, 8, 8), 3)
    prediction = worker.wait(m.Prediction)
    assert prediction.label in prediction.classes
    assert sum(prediction.probabilities) == pytest.approx(1, abs=1e-5)
    maps = worker.wait(m.Frames)
    assert (maps.kind, maps.shape, maps.output_shape) == ("activations", (16, 10, 10), (16, 10, 10))
    assert len(maps.pixels) == 1600
    assert len(maps.mean) == len(maps.deviation) == len(maps.zero_share) == 16


def test_a_drawing_is_classified(worker: Listener) -> None:
    pixels = bytearray(100 * 100)
    for row in range(20, 80):
        pixels[row * 100 + 48 : row * 100 + 54] = b"\xff" * 6
    worker.client.send(m.Watch("C1", None))
    worker.client.send(m.Predict(bytes(pixels), 100, 100))
    prediction = worker.wait(m.Prediction)
    assert (prediction.sample, prediction.label) == (None, "")
    assert worker.wait(m.Frames).path == "C1"


def test_training_tells_how_it_goes_and_is_saved(worker: Listener, tmp_path: Path) -> None:
    worker.client.send(m.Watch("tanh3", 0))
    worker.client.send(m.WatchFilters("C3"))
    before = len(worker.messages)
    started = worker.ask(m.Train(LENET, m.Recipe(epochs=4), str(tmp_path)), m.TrainingStarted)
    assert (started.train_images, started.test_images) == (1442, 355)
    epochs = [worker.wait(m.EpochDone) for _ in range(4)]
    finished = worker.wait(m.Finished)
    assert finished.test_accuracy == epochs[-1].test_accuracy > 0.9
    came = worker.messages[before:]
    assert {f.kind for f in came if isinstance(f, m.Frames)} >= {"filters", "activations"}
    assert (tmp_path / "metrics.jsonl").read_text().count("\n") == 4
    assert torch.load(tmp_path / "weights.pt", weights_only=True)["C1.weight"].shape == (6, 1, 5, 5)


def test_messages_do_not_flood(worker: Listener) -> None:
    worker.client.send(m.Watch("tanh3", 0))
    worker.ask(m.Train(LENET, LONG), m.TrainingStarted)
    before, began = len(worker.messages), time.monotonic()
    time.sleep(1.5)
    worker.ask(m.Stop(), m.TrainingStopped)
    seconds = time.monotonic() - began
    came = worker.messages[before:]
    # One more may be sent where each epoch ends.
    epochs = sum(isinstance(message, m.EpochDone) for message in came)
    steps = sum(isinstance(message, m.StepDone) for message in came)
    maps = sum(isinstance(f, m.Frames) and f.kind == "activations" for f in came)
    assert 0 < steps <= 20 * seconds + epochs + 1
    assert 0 < maps <= 10 * seconds + 1


def test_pause_holds_and_resume_goes_on(worker: Listener) -> None:
    worker.ask(m.Train(LENET, LONG), m.StepDone)
    worker.ask(m.Pause(), m.TrainingPaused)
    before = len(worker.of(m.StepDone))
    # A paused network can be looked into.
    assert worker.ask(m.Watch("C3", 1), m.Prediction).sample == 1
    time.sleep(0.3)
    assert len(worker.of(m.StepDone)) == before
    worker.ask(m.Resume(), m.TrainingResumed)
    worker.wait(m.StepDone)
    worker.ask(m.Stop(), m.TrainingStopped)


@pytest.mark.parametrize(
    ("command", "answer"), [(m.Pause(), m.TrainingPaused), (m.Stop(), m.TrainingStopped)]
)
def test_a_large_network_reacts_within_a_second(
    worker: Listener, command: m.ToWorker, answer: type
) -> None:
    # One step of ResNet-18 at 3×224×224 takes some five seconds here.
    worker.ask(m.Train(RESNET), m.TrainingStarted)
    time.sleep(1.0)
    worker.client.send(command)
    assert worker.seconds_until(answer) <= 1.0


def test_a_new_training_begins_anew(worker: Listener) -> None:
    recipe = m.Recipe(epochs=1, seed=3)
    worker.ask(m.Train(LENET, recipe), m.TrainingStarted)
    first = worker.wait(m.Finished)
    worker.ask(m.Train(LENET, recipe), m.TrainingStarted)
    second = worker.wait(m.Finished)
    assert (first.train_loss, first.test_accuracy) == (second.train_loss, second.test_accuracy)


def test_weights_stay_when_the_document_is_edited(worker: Listener, tmp_path: Path) -> None:
    def saved(name: str) -> dict[str, torch.Tensor]:
        path = tmp_path / name
        worker.ask(m.SaveWeights(str(path)), m.Saved)
        found: dict[str, torch.Tensor] = torch.load(path, weights_only=True)
        return found

    worker.ask(m.Train(LENET, m.Recipe(epochs=1)), m.Finished)
    before = saved("before.pt")
    lenet = zoo.get("lenet5_modern")
    wider = lenet.graph["F6"].with_params({"out_features": 90})
    edited = msgspec.structs.replace(lenet, graph=lenet.graph.with_node(wider))
    worker.ask(m.Load(encode(edited)), m.Built)
    after = saved("after.pt")
    assert torch.equal(before["C5.weight"], after["C5.weight"])
    assert after["F6.weight"].shape == (90, 120)


def test_weights_of_a_file_are_taken_as_far_as_they_fit(worker: Listener, tmp_path: Path) -> None:
    path = tmp_path / "w.safetensors"
    worker.ask(m.Train(LENET, m.Recipe(epochs=1)), m.Finished)
    worker.ask(m.SaveWeights(str(path)), m.Saved)
    kept = read_weights(path)
    worker.ask(m.Load(LENET, keep_weights=False), m.Built)
    loaded = worker.ask(m.LoadWeights(str(path)), m.WeightsLoaded)
    assert loaded.complete
    assert loaded.taken == len(kept)
    worker.ask(m.SaveWeights(str(tmp_path / "again.safetensors")), m.Saved)
    again = read_weights(tmp_path / "again.safetensors")
    assert all(torch.equal(again[key], kept[key]) for key in kept)
    write_weights({"net." + k: v for k, v in kept.items() if "bias" not in k}, path)
    loaded = worker.ask(m.LoadWeights(str(path)), m.WeightsLoaded)
    assert loaded.taken == 0
    assert loaded.suggested["C1.weight"] == "net.C1.weight"
    assert "C1.bias" in loaded.missing
    assert worker.ask(m.LoadWeights(str(path), accept=True), m.WeightsLoaded).taken == 5


def test_a_document_loaded_while_training_waits_for_its_end(worker: Listener) -> None:
    worker.ask(m.Train(LENET, LONG), m.StepDone)
    worker.client.send(m.Load(RESNET, 99))
    worker.ask(m.Watch("C3", 0), m.Prediction)
    assert worker.ask(m.Stop(), m.Built).serial == 99


@pytest.mark.parametrize(
    ("command", "during", "words"),
    [
        (m.Load("{"), "build", ""),
        (m.Load(LENET.replace("conv2d", "conv9d")), "build", "conv9d"),
        (m.Train(LENET, m.Recipe(data="nothing")), "training", "no data set"),
        (m.Train(LENET, m.Recipe(), "/proc/nowhere/run"), "training", "cannot be saved"),
        (m.UseDevice("abacus"), "device", "abacus"),
        (m.SaveWeights("/nowhere/at/all.pt"), "save", "cannot be saved"),
        (m.LoadWeights("/nowhere/at/all.pt"), "weights", "no such file"),
        (m.Watch("nowhere", 0), "watch", "nowhere"),
        (m.Watch("C3", 10**6), "watch", "no test image"),
        (m.WatchFilters("tanh1"), "filters", "no filters"),
        (m.Predict(b"12", 5, 5), "predict", "cannot have"),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, m.Command) else "",
)
def test_what_cannot_be_done_is_told_and_the_worker_goes_on(
    worker: Listener, command: m.ToWorker, during: str, words: str
) -> None:
    failed = worker.ask(command, m.Failed)
    assert failed.during == during
    assert words in failed.what
    assert failed.mend or during == "build"
    assert worker.ask(m.Load(LENET, 8), m.Built).serial == 8


def test_the_wrong_block_is_named(worker: Listener) -> None:
    lenet = zoo.get("lenet5_modern")
    huge = lenet.graph["C3"].with_params({"out_channels": 16, "kernel_size": 99})
    wrong = msgspec.structs.replace(lenet, graph=lenet.graph.with_node(huge))
    assert worker.ask(m.Load(encode(wrong)), m.Failed).path == "C3"


def test_a_network_with_too_few_outputs_is_told_before_training(worker: Listener) -> None:
    lenet = zoo.get("lenet5_modern")
    few = lenet.graph["scores"].with_params({"out_features": 4})
    wrong = msgspec.structs.replace(lenet, graph=lenet.graph.with_node(few))
    failed = worker.ask(m.Train(encode(wrong)), m.Failed)
    assert "4 outputs" in failed.what
    assert "10" in failed.mend
