"""Measured times: they add up to the pass, every block has one, and measuring can be broken off."""

from __future__ import annotations

import pytest
import torch

from explorer import zoo
from explorer.build.module import build
from explorer.graph import files
from explorer.training.interrupt import BreakOff, never
from explorer.worker import messages as m
from explorer.worker import timing
from explorer.worker.timing import Progress, Timing, measure
from tests.worker.conftest import Listener

timing.ENOUGH = 0.1  # seconds
"""What counts here is what is measured, not how well."""

CPU = torch.device("cpu")


def measured(name: str, batch: int = 1) -> tuple[list[Progress], Timing]:
    told = []
    passes = measure(build(zoo.get(name)), batch, CPU, never)
    while True:
        try:
            told.append(next(passes))
        except StopIteration as end:
            return told, end.value


def test_the_blocks_times_come_to_the_pass() -> None:
    document = zoo.get("resnet18")
    told, found = measured("resnet18")
    top = sum(seconds for path, seconds in found.seconds.items() if "." not in path)
    assert found.whole / 3 < top < 3 * found.whole
    assert set(found.seconds) >= {"stem", "layer1", "layer2.0.conv1", "head.fc"}
    assert all(seconds > 0 for seconds in found.seconds.values())
    inside = [v for p, v in found.seconds.items() if p.startswith("layer2.") and p.count(".") == 1]
    assert sum(inside) == pytest.approx(found.seconds["layer2"])
    steps = {step.path for step in build(document).plan.steps}
    assert steps <= set(found.seconds), "every layer that computes has its time"
    assert found.runs >= 5
    assert told[0].done == 0
    assert told[-1].done == told[-1].of
    shares = [t.done / t.of for t in told]
    assert shares == sorted(shares)


def test_a_pass_is_broken_off() -> None:
    passes = measure(build(zoo.get("lenet5_modern")), 1, CPU, lambda: True)
    next(passes)
    with pytest.raises(BreakOff):
        next(passes)


def test_training_outputs_alone_have_no_time() -> None:
    _, found = measured("googlenet")
    assert not any(path.startswith("aux") for path in found.seconds)


def test_the_worker_measures_and_tells(shared: Listener) -> None:
    text = files.encode(zoo.get("lenet5_modern"))
    shared.client.send(m.Measure(text, 4, 7))
    assert shared.wait(m.Measuring).serial == 7
    found = shared.wait(m.Measured)
    assert (found.serial, found.batch, found.device) == (7, 4, "cpu")
    assert found.seconds["C3"] > 0


def test_measuring_is_cancelled_and_never_beside_training(shared: Listener) -> None:
    shared.client.send(m.Measure(files.encode(zoo.get("vgg16")), 8, 1))
    shared.wait(m.Measuring)
    shared.client.send(m.StopMeasuring())
    assert shared.wait(m.MeasuringStopped).serial == 1
    lenet = files.encode(zoo.get("lenet5_modern"))
    shared.ask(m.Train(lenet, m.Recipe(epochs=50)), m.TrainingStarted)
    shared.client.send(m.Measure(lenet, 1, 2))
    failed = shared.wait(m.Failed)
    assert (failed.during, failed.serial) == ("measure", 2)
    shared.ask(m.Stop(), m.TrainingStopped)
