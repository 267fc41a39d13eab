"""From a document to a network that is ready for its first step."""

from __future__ import annotations

import torch

from explorer.build.module import BuiltNetwork, build
from explorer.graph.model import Document
from explorer.training.data import DataSet
from explorer.training.errors import explain


def network_for(document: Document, seed: int, device: torch.device) -> BuiltNetwork:
    """The document's network with fresh weights, on the device; TrainingError where it cannot be.

    The same seed gives the same weights.
    """
    torch.manual_seed(seed)
    try:
        network: BuiltNetwork = build(document)
        return network.to(device)
    except (RuntimeError, ValueError, MemoryError) as error:
        raise explain(error) from error


def output_shape(network: BuiltNetwork, device: torch.device) -> tuple[int, ...]:
    """The shape of the main output for one image, without the batch, by computing it."""
    was_training = network.training
    network.eval()
    try:
        with torch.no_grad():
            return tuple(network(torch.zeros(1, *network.input_shape, device=device)).shape[1:])
    except (RuntimeError, ValueError, MemoryError) as error:
        raise explain(error) from error
    finally:
        network.train(was_training)


def check_fits(
    network: BuiltNetwork, data: DataSet, device: torch.device
) -> tuple[int, int, int]:
    """The network's input shape, where it can be trained on the data; else TrainingError."""
    shape = data.check_input(network.input_shape)
    data.check_output(output_shape(network, device))
    return shape
