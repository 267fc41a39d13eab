"""From a document to a network that is ready for its first step."""

from __future__ import annotations

import torch

from explorer.build.module import BuildError, BuiltNetwork, build
from explorer.graph.model import Document
from explorer.training.data import DataSet
from explorer.training.errors import TrainingError, explain


def network_for(document: Document, seed: int, device: torch.device) -> BuiltNetwork:
    """The document's network with fresh weights, on the device; TrainingError where it cannot be.

    The same seed gives the same weights.
    """
    torch.manual_seed(seed)
    try:
        return build(document).to(device)
    except BuildError as error:
        problem = error.problem
        raise TrainingError(problem.what, problem.why, problem.mend, problem.path) from error
    except (RuntimeError, ValueError, MemoryError) as error:
        raise explain(error) from error


def output_shape(network: BuiltNetwork, device: torch.device) -> tuple[int, ...]:
    """The shape of the network's output for one image, without the batch, by computing it."""
    if len(network.plan.inputs) != 1 or len(network.plan.outputs) != 1:
        raise TrainingError(
            f"The network has {len(network.plan.inputs)} inputs and "
            f"{len(network.plan.outputs)} outputs.",
            "Images are classified from one input to one output; auxiliary outputs come on top.",
            "Keep one input and one output, and mark the others as auxiliary.",
        )
    was_training = network.training
    network.eval()
    try:
        with torch.no_grad():
            output = network(torch.zeros(1, *network.input_shape, device=device))
    except (RuntimeError, ValueError, MemoryError) as error:
        raise explain(error) from error
    finally:
        network.train(was_training)
    return tuple(output.shape[1:])


def check_fits(network: BuiltNetwork, data: DataSet, device: torch.device) -> tuple[int, int, int]:
    """The network's input shape, where it can be trained on the data; else TrainingError."""
    shape = data.check_input(network.input_shape)
    data.check_output(output_shape(network, device))
    return shape
