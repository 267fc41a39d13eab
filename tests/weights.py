"""Weights under which a network answers to its input, and rounding does not run away."""

from __future__ import annotations

import torch
from torch import Tensor, nn

LEVEL = 0.25
"""Deviation that every convolution and linear layer gives. ReLU does not care; under SiLU, whose
slope grows with the signal, a deviation of 1 would let errors of rounding grow with every layer of
a deep network, and make float32 differ from float64 by 3e-4 of the largest logit at its end."""


def enliven(network: nn.Module, shape: tuple[int, ...]) -> nn.Module:
    """The network, in evaluation, with weights scaled layer by layer so that each gives the same
    deviation on four random images of a shape (C, H, W).

    With torch's initial weights, or its initial statistics of norms, the signal of many deep
    networks dies on its way, and every answer is the last layer's bias. After layer-sequential
    unit-variance initialisation (Mishkin and Matas, 2016), without its orthogonal start.
    """

    def level(module: nn.Module, inputs: tuple[Tensor, ...], output: Tensor) -> Tensor:
        scale = LEVEL / output.std()
        for weight in module.parameters():
            weight.mul_(scale)
        return output * scale

    network.eval()
    scaled = (nn.Conv2d, nn.ConvTranspose2d, nn.Linear)
    hooks = [m.register_forward_hook(level) for m in network.modules() if isinstance(m, scaled)]
    with torch.no_grad():
        network(torch.randn(4, *shape))
    for hook in hooks:
        hook.remove()
    return network


def answers_differ(network: nn.Module, shape: tuple[int, ...]) -> float:
    """How far the answers to two random images lie apart, as a share of the largest logit."""
    with torch.no_grad():
        answers = network(torch.randn(2, *shape))
    one, other = answers[0] if isinstance(answers, tuple) else answers
    return float((one - other).abs().max() / torch.maximum(one.abs(), other.abs()).max())
