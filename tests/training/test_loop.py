"""The loop: what it reaches, that it repeats itself, and that it can be held and broken off."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest
import torch
from torch import Tensor, nn

from explorer import zoo
from explorer.training import data
from explorer.training.device import leave_one_core
from explorer.training.errors import TrainingError
from explorer.training.events import EpochDone, Event, Finished, Interrupted, StepDone
from explorer.training.interrupt import never
from explorer.training.loop import AUXILIARY_WEIGHT, train
from explorer.training.prepare import network_for
from explorer.training.recipe import Recipe

CPU = torch.device("cpu")
SHAPE = (1, 8, 8)
SHORT = Recipe(epochs=1, batch_size=360)


def small(features: int = 10) -> nn.Module:
    torch.manual_seed(0)
    return nn.Sequential(
        nn.Conv2d(1, 4, 3),
        nn.BatchNorm2d(4),
        nn.ReLU(inplace=True),
        nn.Dropout(0.2),
        nn.Flatten(),
        nn.Linear(144, features),
    )


def run(
    network: nn.Module, recipe: Recipe = SHORT, interrupted: Callable[[], bool] = never
) -> list[Event]:
    return list(train(network, SHAPE, data.load("digits"), recipe, CPU, interrupted))


def without_times(events: list[Event]) -> list[Event]:
    plain: list[Event] = []
    for event in events:
        if isinstance(event, StepDone):
            plain.append(msgspec.structs.replace(event, seconds_left=0.0))
        elif isinstance(event, EpochDone | Finished):
            plain.append(msgspec.structs.replace(event, seconds=0.0))
    return plain


def same_state(a: nn.Module, b: nn.Module) -> bool:
    return all(
        torch.equal(x, y)
        for x, y in zip(a.state_dict().values(), b.state_dict().values(), strict=True)
    )


def test_lenet_reaches_97_percent_on_the_digits() -> None:
    leave_one_core()
    network = network_for(zoo.get("lenet5_modern"), 0, CPU)
    last = list(train(network, (1, 32, 32), data.load("digits"), Recipe(), CPU))[-1]
    assert isinstance(last, Finished)
    assert last.test_accuracy >= 0.97
    assert last.seconds < 60


def test_events_come_in_order() -> None:
    events = run(small(), Recipe(epochs=2, batch_size=500))
    kinds = [type(event).__name__ for event in events]
    assert kinds == (["StepDone"] * 3 + ["EpochDone"]) * 2 + ["Finished"]
    steps = [event for event in events if isinstance(event, StepDone)]
    assert [(s.epoch, s.step, s.steps) for s in steps[2:4]] == [(1, 3, 3), (2, 1, 3)]
    assert steps[0].seconds_left > 0 == steps[-1].seconds_left


def test_the_same_seed_gives_the_same_run() -> None:
    first, second = small(), small()
    assert without_times(run(first)) == without_times(run(second))
    assert same_state(first, second)


def test_another_seed_gives_another_run() -> None:
    first, second = small(), small()
    run(first)
    run(second, msgspec.structs.replace(SHORT, seed=1))
    assert not same_state(first, second)


def test_a_step_broken_off_in_its_middle_is_redone_as_if_it_had_never_begun() -> None:
    calls = 0

    def at_every_layer_once() -> bool:
        nonlocal calls
        calls += 1
        return calls % 13 == 0

    plain, broken = small(), small()
    expected = without_times(run(plain))
    events = run(broken, SHORT, at_every_layer_once)
    assert sum(isinstance(event, Interrupted) for event in events) > 3
    assert without_times(events) == expected
    assert same_state(plain, broken)


def test_nothing_is_computed_while_interrupted() -> None:
    network = small()
    before = {key: tensor.clone() for key, tensor in network.state_dict().items()}
    events = train(network, SHAPE, data.load("digits"), SHORT, CPU, lambda: True)
    assert [next(events) for _ in range(3)] == [Interrupted()] * 3
    assert all(torch.equal(before[k], v) for k, v in network.state_dict().items())


def test_a_closed_loop_leaves_no_hooks() -> None:
    network = small()
    events = train(network, SHAPE, data.load("digits"), SHORT, CPU)
    next(events)
    assert network[0]._forward_hooks  # type: ignore[index]
    events.close()
    assert not any(module._forward_hooks for module in network.modules())


def test_a_diverging_loss_is_explained() -> None:
    recipe = Recipe(epochs=3, optimizer="sgd", learning_rate=1000, schedule="constant")
    network = nn.Sequential(nn.Flatten(), nn.Linear(64, 64), nn.Linear(64, 64), nn.Linear(64, 10))
    with pytest.raises(TrainingError, match="loss became") as caught:
        run(network, recipe)
    assert "1000" in caught.value.why
    assert "100" in caught.value.mend


def test_a_network_without_weights_has_nothing_to_learn() -> None:
    with pytest.raises(TrainingError, match="nothing to learn"):
        run(nn.Flatten())


def test_a_batch_of_one_with_batch_norm_is_explained() -> None:
    network = nn.Sequential(nn.Flatten(), nn.Linear(64, 10), nn.BatchNorm1d(10))
    with pytest.raises(TrainingError, match="single value per channel"):
        run(network, Recipe(epochs=1, batch_size=1))


def test_a_last_batch_of_one_is_left_out() -> None:
    network = nn.Sequential(nn.Flatten(), nn.Linear(64, 10), nn.BatchNorm1d(10))
    events = run(network, Recipe(epochs=1, batch_size=131))  # 1442 = 11 · 131 + 1
    assert sum(isinstance(event, StepDone) for event in events) == 11


def test_a_shape_that_torch_refuses_is_explained() -> None:
    with pytest.raises(TrainingError, match="torch could not compute"):
        run(nn.Sequential(nn.Flatten(), nn.Linear(63, 10)))


class WithAuxiliary(nn.Module):
    """Two outputs in training, one otherwise, as GoogLeNet."""

    def __init__(self) -> None:
        super().__init__()
        self.main = nn.Linear(64, 10)
        self.aux = nn.Linear(64, 10)

    def forward(self, x: Tensor) -> Tensor | tuple[Tensor, Tensor]:
        x = x.flatten(1)
        return (self.main(x), self.aux(x)) if self.training else self.main(x)


def test_auxiliary_outputs_join_the_loss_with_their_weight() -> None:
    network = WithAuxiliary()
    with torch.no_grad():
        for parameter in network.parameters():
            parameter.zero_()
    first = run(network)[0]
    assert isinstance(first, StepDone)
    even = float(torch.log(torch.tensor(10.0)))
    assert first.loss == pytest.approx(even * (1 + AUXILIARY_WEIGHT))
