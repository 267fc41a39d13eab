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


def output_shape(network: BuiltNetwork) -> tuple[int, ...]:
    """The shape of the network's (first) output for one image, without the batch."""
    plan = network.plan
    made = {step.writes: step.output_shape for step in plan.steps}
    return made.get(plan.outputs[0], plan.input_shapes[0])


def check_fits(network: BuiltNetwork, data: DataSet) -> tuple[int, int, int]:
    """The network's input shape, where it can be trained on the data; else TrainingError."""
    inputs, outputs = len(network.plan.inputs), len(network.plan.outputs)
    if inputs != 1 or outputs != 1:
        raise TrainingError(
            f"The network has {inputs} inputs and {outputs} outputs.",
            "Images are classified from one input to one output; auxiliary outputs come on top.",
            "Keep one input and one output, and mark other outputs as auxiliary.",
        )
    shape = data.check_input(network.input_shape)
    data.check_output(output_shape(network))
    return shape


@torch.no_grad()
def keep_weights(old: BuiltNetwork, new: BuiltNetwork) -> None:
    """Copy into a network the weights of another that agree in name and shape."""
    before = old.state_dict()
    for key, tensor in new.state_dict().items():
        if key in before and before[key].shape == tensor.shape:
            tensor.copy_(before[key])
