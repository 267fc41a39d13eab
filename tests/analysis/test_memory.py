"""Memory against what torch does: tensors saved for the backward pass, and storages alive.

Networks are built on the meta device, where every tensor has its size and no values.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import Tensor, nn
from torch.multiprocessing.reductions import StorageWeakRef
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils._pytree import tree_leaves

from explorer import zoo
from explorer.analysis.analyze import analyze
from explorer.analysis.flow import flow_of
from explorer.analysis.keeping import known
from explorer.analysis.memory import Memory, memory
from explorer.blocks.builder import Builder
from explorer.blocks.registry import BUILT_IN
from explorer.build.module import BuiltNetwork, build
from explorer.graph.model import About, Document

REFERENCE = json.loads(
    (Path(__file__).parents[1] / "reference" / "reference_models.json").read_text()
)
SAVED = {
    row["model"]: row["saved_for_backward_bytes_per_sample_train"]
    for row in REFERENCE
    if row["source"] != "timm 1.0.31"
}
BATCH = 2

NETWORKS = (
    "lenet5", "alexnet", "alexnet_2012", "vgg16_bn", "googlenet", "inception_v3", "resnet18",
    "se_resnet50", "wrn_28_10", "preact_resnet110_cifar10", "densenet121", "squeezenet1_1",
    "mobilenet_v2", "mobilenet_v3_small", "shufflenet_v2_x1_0", "efficientnet_b0",
)  # fmt: skip
INFERENCE_BOUND = 0.001
TRAINING_BOUND = 0.02
"""How far the worst moment may be from what is measured: a gradient that autograd adds in place, or
keeps one call longer, makes the difference."""


class Storages(TorchDispatchMode):
    """Follows every storage that comes and goes, weights aside."""

    def __init__(self, known_already: Iterable[Tensor]) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._weights = {t.untyped_storage()._cdata for t in known_already}
        self._alive: dict[int, tuple[StorageWeakRef, int]] = {}
        self.peak = 0

    def __torch_dispatch__(
        self, func: Any, types: Any, args: Any = (), kwargs: Any = None
    ) -> object:
        out = func(*args, **(kwargs or {}))
        for value in tree_leaves((args, kwargs, out)):
            if isinstance(value, Tensor):
                storage = value.untyped_storage()
                if storage._cdata not in self._weights:
                    self._alive[storage._cdata] = (StorageWeakRef(storage), storage.nbytes())
        self._alive = {k: v for k, v in self._alive.items() if not v[0].expired()}
        self.peak = max(self.peak, sum(size for _, size in self._alive.values()))
        return out


def weights(network: nn.Module) -> list[Tensor]:
    return [*network.parameters(), *network.buffers()]


def saved_bytes(network: BuiltNetwork, image: Tensor) -> int:
    """What autograd holds after a forward pass in training, each storage once."""
    ours = {t.untyped_storage()._cdata for t in weights(network)}
    found: dict[int, torch.UntypedStorage] = {}

    def pack(value: Tensor) -> Tensor:
        storage = value.untyped_storage()
        if storage._cdata not in ours:
            found[storage._cdata] = storage
        return value

    network.train()
    with torch.autograd.graph.saved_tensors_hooks(pack, lambda value: value):
        network(image)
    return sum(storage.nbytes() for storage in found.values())


def measured(document: Document, device: str = "meta") -> tuple[int, int, int]:
    """Saved, worst moment of inference, worst moment of a training step."""
    network = build(document, device)
    image = torch.zeros(BATCH, *network.input_shape, device=device)
    saved = saved_bytes(network, image)
    network.eval()
    with torch.no_grad(), Storages(weights(network)) as inference:
        network(image)
    network.train()
    with Storages(weights(network)) as training:
        out = network(image)
        total = torch.zeros((), device=device)
        for value in out if isinstance(out, tuple) else (out,):
            total = total + value.sum()
        total.backward()
    return saved, inference.peak, training.peak


def figures(document: Document, batch: int = BATCH) -> Memory:
    found = memory(analyze(document), batch)
    assert found is not None
    return found


@pytest.mark.parametrize("name", NETWORKS)
def test_against_torch(name: str) -> None:
    document = zoo.get(name)
    saved, inference, training = measured(document)
    found = figures(document)
    assert found.kept == saved
    assert found.inference == pytest.approx(inference, rel=INFERENCE_BOUND)
    assert found.training == pytest.approx(training, rel=TRAINING_BOUND)


@pytest.mark.parametrize(
    "name",
    ["alexnet", "nin_cifar10", "nin_imagenet", "vgg11", "vgg16", "vgg19_bn", "resnet18", "resnet50",
     "resnet152", "resnext101_32x8d", "wide_resnet50_2", "densenet161", "densenet201",
     "inception_resnet_v1", "mobilenet_v2", "shufflenet_v2_x1_0", "squeezenet1_1",
     "efficientnet_b4", "preact_resnet110_cifar10"],
)  # fmt: skip
def test_against_the_reference(name: str) -> None:
    """The reference was measured on other people's modules, with a batch of 2."""
    assert figures(zoo.get(name), 2).kept == 2 * SAVED[name]


@pytest.mark.parametrize(
    ("type_", "params", "shape"),
    [
        (name, {}, (8, 12, 12))
        for name, block in sorted(BUILT_IN.items())
        if block.category == "Layers" and name not in ("linear", "radial_basis", "opaque", "reshape")
    ]
    + [("reshape", {"output_shape": (4, 6, 48)}, (8, 12, 12)), ("linear", {}, (32,)), ("radial_basis", {}, (84,)), ("dropout", {"p": 0}, (8, 4, 4))]
    + [("adaptive_pool2d", {"output_size": 1}, (8, 12, 12)),
       ("adaptive_pool2d", {"output_size": 3, "mode": "max"}, (8, 12, 12)),
       ("global_pool2d", {"mode": "max"}, (8, 12, 12)), ("batch_norm", {}, (8,))],
)  # fmt: skip
def test_every_layer(type_: str, params: dict[str, object], shape: tuple[int, ...]) -> None:
    """Between layers that learn: what it keeps, and what is alive while it runs."""
    b = Builder()
    x = b.input("image", shape)
    first = b.add("first", "batch_norm", x)
    wires = (first, x) if BUILT_IN[type_].inputs == 2 else (first,)
    x = b.add("layer", type_, *wires, **params)
    x = b.add("last", "tanh", x)
    b.output(x)
    document = b.document("layer", About())
    flow = flow_of(analyze(document))
    assert flow is not None
    assert all(known(step.operation.target) for step in flow.steps)
    saved, inference, _ = measured(document, "cpu")
    found = figures(document)
    assert found.kept == saved
    # mean and deviation of a norm, indices of a few channels
    assert 0 <= inference - found.inference <= 64


def test_a_tensor_is_kept_once_however_many_need_it() -> None:
    b = Builder()
    x = b.input("image", (3, 8, 8))
    x = b.add("conv", "conv2d", x, out_channels=4, kernel_size=3, padding=1)
    x = b.add("relu", "relu", x)
    left = b.add("left", "conv2d", x, out_channels=4, kernel_size=1)
    right = b.add("right", "conv2d", x, out_channels=4, kernel_size=1)
    b.output(b.add("sum", "add", left, right))
    found = figures(b.document("twice", About()), 1)
    by_path = {m.path: m for m in found.layers}
    value = 4 * 8 * 8 * 4
    assert by_path["relu"].kept == value
    assert by_path["relu"].what == ("output",)
    assert by_path["left"].kept == by_path["right"].kept == 0
    assert by_path["left"].what == ("(input)",)
    assert by_path["sum"].kept == 0
    assert found.kept == 3 * 8 * 8 * 4 + value
    # the image, which the caller holds, both branches and their sum
    assert found.inference == 3 * 8 * 8 * 4 + 3 * value
    assert found.inference_at == "right"


def test_blocks_add_up() -> None:
    found = figures(zoo.get("resnet18"), 1)
    stages = ["conv1", "bn1", "relu", "maxpool"]
    document = zoo.get("resnet18")
    names = [n.name for n in document.graph.nodes if n.type not in ("input", "output")]
    assert sum(found.at(name).kept for name in names) == found.kept
    assert max(found.at(name).alive for name in names) == found.inference
    assert {m.path.rpartition(".")[2] for m in found.at("stem").layers} == set(stages)
    assert found.at("").kept == found.kept


def test_weights_and_optimizers() -> None:
    found = figures(zoo.get("resnet18"), 1)
    weights_ = 11_689_512 * 4
    assert found.weights == found.trainable == weights_
    network = build(zoo.get("resnet18"), "meta")
    assert found.buffers == sum(b.untyped_storage().nbytes() for b in network.buffers())
    assert found.state("sgd") == 0
    assert found.state("momentum") == weights_
    assert found.state("adam") == 2 * weights_
    moment = found.weights + found.buffers + found.training
    assert found.in_training("sgd") == moment
    assert found.in_training("adam") == moment + 2 * weights_
    lenet = figures(zoo.get("lenet5"), 1)
    assert lenet.weights - lenet.trainable == 840 * 4


def test_optimizer_state_is_what_torch_keeps() -> None:
    document = zoo.get("lenet5_modern")
    found = figures(document, 1)
    for name, optimizer in (
        ("sgd", lambda p: torch.optim.SGD(p, 0.1)),
        ("momentum", lambda p: torch.optim.SGD(p, 0.1, momentum=0.9)),
        ("adam", lambda p: torch.optim.Adam(p)),
    ):
        network = build(document)
        made = optimizer(network.parameters())
        network(torch.zeros(1, 1, 32, 32)).sum().backward()
        made.step()
        state = [t for s in made.state.values() for t in s.values() if isinstance(t, Tensor)]
        # Adam counts its steps in a tensor of one value for each weight tensor
        assert found.state(name) == sum(t.nbytes for t in state if t.dim())  # type: ignore[arg-type]


def test_an_unfinished_network_has_none() -> None:
    b = Builder()
    x = b.input("image", (3, 8, 8))
    b.output(b.add("fc", "linear", x))
    assert memory(analyze(b.document("broken", About()))) is None


def test_a_dead_end_has_no_gradient() -> None:
    """As while a network is drawn: a layer that nothing reads yet."""
    b = Builder()
    x = b.input("image", (3, 8, 8))
    y = b.add("conv", "conv2d", x, out_channels=4, kernel_size=1)
    b.add("loose", "conv2d", y, out_channels=4, kernel_size=1)
    b.output(b.add("relu", "relu", y))
    found = memory(analyze(b.document("drawn", About())))
    assert found is not None
    assert found.training > found.inference > 0


def test_auxiliary_heads_do_not_hold_on_to_values_in_inference() -> None:
    """What they would read is freed where the rest of the network has no more use for it."""
    document = zoo.get("googlenet")
    without = analyze(document)
    found = figures(document)
    assert all(not m.alive for m in found.layers if m.path.startswith("aux"))
    assert without.totals.activations * 4 * BATCH > found.inference
