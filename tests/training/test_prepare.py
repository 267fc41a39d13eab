"""From documents to networks that fit the data, or to words that say why not."""

from __future__ import annotations

import msgspec
import pytest
import torch

from explorer import zoo
from explorer.blocks.builder import Builder
from explorer.graph.model import About, Document
from explorer.training import data
from explorer.training.errors import TrainingError, explain, out_of_memory
from explorer.training.prepare import check_fits, keep_weights, network_for, output_shape

CPU = torch.device("cpu")


def classifier(features: int = 10, input_shape: tuple[int, ...] = (1, 8, 8)) -> Document:
    b = Builder()
    x = b.input("image", input_shape)
    x = b.add("conv", "conv2d", x, out_channels=4, kernel_size=3)
    x = b.add("flatten", "flatten", x)
    x = b.add("scores", "linear", x, out_features=features)
    b.output(x)
    return b.document("small", About())


def test_the_same_seed_gives_the_same_weights() -> None:
    first, again, other = (network_for(classifier(), seed, CPU) for seed in (3, 3, 4))
    key = "conv.weight"
    assert torch.equal(first.state_dict()[key], again.state_dict()[key])
    assert not torch.equal(first.state_dict()[key], other.state_dict()[key])


@pytest.mark.parametrize("name", ["lenet5_modern", "resnet18", "googlenet"])
def test_the_output_shape_is_what_the_network_gives(name: str) -> None:
    network = network_for(zoo.get(name), 0, CPU).eval()
    with torch.no_grad():
        found = network(torch.zeros(1, *network.input_shape))
    assert output_shape(network) == tuple(found.shape[1:])


def test_a_network_that_fits_is_taken() -> None:
    assert check_fits(network_for(classifier(), 0, CPU), data.load("digits")) == (1, 8, 8)


def test_too_few_outputs_are_refused() -> None:
    with pytest.raises(TrainingError, match="7 outputs"):
        check_fits(network_for(classifier(7), 0, CPU), data.load("digits"))


def test_two_inputs_are_refused() -> None:
    b = Builder()
    x = b.add("sum", "add", b.input("a", (1, 8, 8)), b.input("b", (1, 8, 8)))
    x = b.add("scores", "linear", b.add("flatten", "flatten", x), out_features=10)
    b.output(x)
    with pytest.raises(TrainingError, match="2 inputs"):
        check_fits(network_for(b.document("two", About()), 0, CPU), data.load("digits"))


def test_a_wrong_graph_names_its_block() -> None:
    document = classifier()
    node = document.graph["conv"].with_params({"out_channels": 4, "kernel_size": 99})
    wrong = msgspec.structs.replace(document, graph=document.graph.with_node(node))
    with pytest.raises(TrainingError) as caught:
        network_for(wrong, 0, CPU)
    assert caught.value.path == "conv"
    assert caught.value.what


def test_an_empty_document_is_refused() -> None:
    with pytest.raises(TrainingError, match="no input"):
        network_for(Document(), 0, CPU)


def test_weights_that_still_fit_are_kept() -> None:
    old, new = network_for(classifier(10), 1, CPU), network_for(classifier(12), 2, CPU)
    fresh = new.state_dict()["scores.weight"].clone()
    keep_weights(old, new)
    assert torch.equal(new.state_dict()["conv.weight"], old.state_dict()["conv.weight"])
    assert torch.equal(new.state_dict()["scores.weight"], fresh)


@pytest.mark.parametrize(
    "error",
    [
        MemoryError(),
        torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 20.00 GiB"),
        RuntimeError("[enforce fail] DefaultCPUAllocator: can't allocate memory: 80 bytes"),
        RuntimeError("MPS backend out of memory (MPS allocated: 1 GB)"),
    ],
)
def test_running_out_of_memory_is_recognised(error: Exception) -> None:
    assert out_of_memory(error)
    assert "smaller batch" in explain(error).mend
