"""Built networks: names, auxiliary outputs, observers, and what cannot be built."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
import torch

from explorer import zoo
from explorer.blocks.builder import Builder, chain
from explorer.blocks.description import Container
from explorer.build.module import BuildError, build
from explorer.build.weights import WeightsError, read_weights
from explorer.graph.edits import Define, SetDocumentParameters, SetParameter
from explorer.graph.model import About, BlockDefinition, Document, ParameterDefinition


def test_every_node_and_block_is_observed() -> None:
    network = build(zoo.get("resnet18"), "meta").eval()
    seen: dict[str, tuple[int, ...]] = {}
    network.observer = lambda path, value: seen.update({path: tuple(value.shape)})
    network(torch.empty(1, 3, 64, 64, device="meta"))
    assert seen["layer2"] == seen["layer2.1"] == seen["layer2.1.relu2"] == (1, 128, 8, 8)
    assert seen["image"] == (1, 3, 64, 64)
    assert seen["stem.maxpool"] == seen["stem"]


def test_auxiliary_outputs_come_while_training_only() -> None:
    network = build(zoo.get("googlenet"), "meta")
    x = torch.empty(2, 3, 64, 64, device="meta")
    assert len(network.train()(x)) == 3
    assert network.eval()(x).shape == (2, 1000)


def test_the_three_containers() -> None:
    body = chain(("conv", "conv2d", {"out_channels": 4, "kernel_size": 1}), ("relu", "relu", {}))
    keys = {}
    for container in Container:
        b = Builder()
        b.output(b.group("g", body, b.input("image", (3, 4, 4)), container=container))
        keys[container] = set(build(b.document("x", About())).state_dict())
    assert keys[Container.MODULE] == {"g.conv.weight", "g.conv.bias"}
    assert keys[Container.SEQUENTIAL] == {"g.0.weight", "g.0.bias"}
    assert keys[Container.TRANSPARENT] == {"conv.weight", "conv.bias"}


def test_names_that_collide_are_refused_with_both_places() -> None:
    body = chain(("conv", "conv2d", {"out_channels": 4}))
    b = Builder()
    x = b.add("conv", "conv2d", b.input("image", (3, 9, 9)), out_channels=4)
    b.output(b.group("g", body, x, container=Container.TRANSPARENT))
    with pytest.raises(BuildError, match=r"g\.conv: .*as those of conv"):
        build(b.document("x", About()))


def test_a_wrong_network_is_refused_with_its_place() -> None:
    edit = SetParameter(name="image", parameter="shape", value=(1, 8, 8))
    with pytest.raises(BuildError, match="C3") as caught:
        build(edit.apply(zoo.get("lenet5_modern")))
    assert caught.value.problem.mend


def test_an_empty_document_is_refused() -> None:
    with pytest.raises(BuildError, match="no input"):
        build(Document())


def test_a_users_block_with_expressions() -> None:
    b = Builder()
    x = b.add("one", "conv2d", b.input(), out_channels="=width", kernel_size=1)
    x = b.add("two", "conv2d", x, out_channels="=width * ratio", kernel_size=1)
    b.output(x)
    definition = BlockDefinition(
        "wide", b.graph(), (ParameterDefinition("width", 2), ParameterDefinition("ratio", 3))
    )
    b = Builder()
    x = b.add("a", "my:wide", b.input("image", (1, 4, 4)), width="=base")
    x = b.add("b", "stage", x, block="my:wide", count=2, width=5)
    b.output(x)
    document = Define(definition=definition).apply(b.document("x", About()))
    document = SetDocumentParameters(parameters=(ParameterDefinition("base", 4),)).apply(document)
    shapes = {k: tuple(v.shape[:2]) for k, v in build(document).state_dict().items() if v.ndim > 1}
    assert shapes == {
        "a.one.weight": (4, 1),
        "a.two.weight": (12, 4),
        "b.0.one.weight": (5, 12),
        "b.0.two.weight": (15, 5),
        "b.1.one.weight": (5, 15),
        "b.1.two.weight": (15, 5),
    }


def test_weights_come_back(tmp_path: Path) -> None:
    network = build(zoo.get("lenet5_modern"))
    torch.save(network.state_dict(), tmp_path / "w.pt")
    found = read_weights(tmp_path / "w.pt")
    assert all(torch.equal(found[k], v) for k, v in network.state_dict().items())


class Trap:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return (exec, ("raise SystemExit('executed')",))


def test_nothing_in_a_file_of_weights_is_run(tmp_path: Path) -> None:
    for name, value in (("a.pt", {"w": Trap()}), ("b.pt", Trap()), ("c.pt", [1, 2])):
        torch.save(value, tmp_path / name)
        with pytest.raises(WeightsError, match=name):
            read_weights(tmp_path / name)
    (tmp_path / "d.pt").write_bytes(pickle.dumps(Trap()))
    (tmp_path / "e.pt").write_bytes(b"PK\x03\x04" + b"x" * 100)
    (tmp_path / "f.pt").write_bytes(b"")
    for name in "def":
        with pytest.raises(WeightsError, match=name):
            read_weights(tmp_path / f"{name}.pt")
    with pytest.raises(WeightsError, match="there is no such file"):
        read_weights(tmp_path / "g.pt")
