"""What each torch call keeps for the backward pass, beside its weights.

A layer's gradient is a formula over its input, its output, or something noted on the way; torch
keeps just that (derivatives.yaml in its source). Measured with ``saved_tensors_hooks``, per call, by
``tests/analysis/test_memory.py``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import prod
from typing import NamedTuple

from explorer.analysis.flow import Step

BYTES = 4
"""Of one value in float32."""
INDEX = 8
"""Of one index in int64."""


class Noted(NamedTuple):
    """Bytes that a layer makes for itself and keeps: of each sample, and whatever the batch."""

    sample: int = 0
    fixed: int = 0


NOTHING_NOTED = Noted()


def _nothing(step: Step) -> Noted:
    return NOTHING_NOTED


def _none(step: Step) -> int:
    return 0


class Rule(NamedTuple):
    """What a call keeps, and whether it makes a tensor at all."""

    input: bool = False
    output: bool = False
    noted: Callable[[Step], Noted] = _nothing
    why: str = ""
    """What the gradient is worked out from, in words."""
    view: bool = False
    """Whether its output is its input's memory, seen differently."""
    idle: bool = False
    """Whether it passes its input on outside training."""
    scratch: Callable[[Step], int] = _none
    """Bytes of each sample that it needs besides while it runs, and gives back."""
    others: bool = False
    """Whether an input is kept for the sake of the other inputs' gradients, not of its own."""
    passes: bool = False
    """Whether the gradient of its input is the memory of its output's gradient."""


def _norm(step: Step) -> Noted:
    return Noted(fixed=2 * step.inputs[0][0] * BYTES)


def _layer_norm(step: Step) -> Noted:
    shape = step.operation.args[0]
    normalised = len(shape) if isinstance(shape, tuple) else 1
    return Noted(2 * prod(step.output[: len(step.output) - normalised]) * BYTES)


def _group_norm(step: Step) -> Noted:
    return Noted(2 * int(str(step.operation.args[0])) * BYTES)


def _instance_norm(step: Step) -> Noted:
    return Noted(2 * step.output[0] * BYTES)


def _place_norm(step: Step) -> Noted:
    return Noted(2 * prod(step.output[1:]) * BYTES)


def _indices(step: Step) -> Noted:
    return Noted(prod(step.output) * INDEX)


def _mask(step: Step) -> Noted:
    return Noted(prod(step.output) * BYTES)


def _local_response(step: Step) -> Noted:
    channels, height, width = step.output
    padded = channels + int(str(step.operation.args[0])) - 1
    return Noted((padded + 2 * channels) * height * width * BYTES)


def _local_response_scratch(step: Step) -> int:
    return 2 * prod(step.output) * BYTES


def _indices_scratch(step: Step) -> int:
    return prod(step.output) * INDEX


def _distances(step: Step) -> Noted:
    return Noted(step.inputs[0][0] * step.output[0] * BYTES)


def _distances_scratch(step: Step) -> int:
    # the differences and their squares, before there is an output
    return 2 * step.inputs[0][0] * step.output[0] * BYTES - prod(step.output) * BYTES


_INPUT = "its gradient needs the input"
_OUTPUT = "its gradient follows from the output"
_WEIGHTS = "the gradient of its weights is input times gradient"

_MAX = Rule(
    input=True,
    noted=_indices,
    why="it notes where each largest value was, as an int64",
    scratch=_indices_scratch,
)
_CODES = Rule(
    noted=_distances,
    why="it notes the differences from each code",
    scratch=_distances_scratch,
)

_RULES: Mapping[str, Rule] = {
    "nn.Conv2d": Rule(input=True, why=_WEIGHTS),
    "nn.ConvTranspose2d": Rule(input=True, why=_WEIGHTS),
    "nn.Linear": Rule(input=True, why=_WEIGHTS),
    "nn.BatchNorm2d": Rule(
        input=True, noted=_norm, why="it normalises its input anew; mean and deviation are noted"
    ),
    "nn.BatchNorm1d": Rule(
        input=True, noted=_norm, why="it normalises its input anew; mean and deviation are noted"
    ),
    "nn.LayerNorm": Rule(
        input=True,
        noted=_layer_norm,
        scratch=lambda step: _layer_norm(step).sample,
        why="it normalises its input anew; mean and deviation are noted",
    ),
    "nn.LocalResponseNorm": Rule(
        input=True,
        noted=_local_response,
        why="squares, their mean and the divisor are steps of their own",
        scratch=_local_response_scratch,
    ),
    "nn.ReLU": Rule(output=True, why="where the output is 0, so is the gradient"),
    "nn.ReLU6": Rule(input=True, why=_INPUT),
    "nn.LeakyReLU": Rule(input=True, why=_INPUT),
    "nn.Tanh": Rule(output=True, why=_OUTPUT),
    "nn.Sigmoid": Rule(output=True, why=_OUTPUT),
    "nn.Softmax": Rule(output=True, why=_OUTPUT),
    "nn.SiLU": Rule(input=True, why=_INPUT),
    "nn.Hardswish": Rule(input=True, why=_INPUT),
    "nn.Hardsigmoid": Rule(input=True, why=_INPUT),
    "nn.GELU": Rule(input=True, why=_INPUT),
    "nn.ELU": Rule(input=True, why=_INPUT),
    "nn.SELU": Rule(input=True, why=_INPUT),
    "nn.Mish": Rule(input=True, why=_INPUT),
    "nn.Softplus": Rule(input=True, why=_INPUT),
    "nn.Hardtanh": Rule(input=True, why=_INPUT),
    "nn.PReLU": Rule(input=True, why=_INPUT),
    "nn.GroupNorm": Rule(
        input=True,
        noted=_group_norm,
        why="it normalises its input anew; mean and deviation of each group are noted",
    ),
    "nn.InstanceNorm2d": Rule(
        input=True,
        noted=_instance_norm,
        scratch=lambda step: _instance_norm(step).sample,
        why="it normalises its input anew; mean and deviation of each channel are noted",
    ),
    "ChannelNorm": Rule(
        input=True,
        noted=_place_norm,
        scratch=lambda step: _place_norm(step).sample,
        why="it normalises its input anew; mean and deviation of each place are noted",
    ),
    "LayerScale": Rule(input=True, why=_WEIGHTS),
    "nn.ReflectionPad2d": Rule(input=True, why="torch keeps the input, though its shape would do"),
    "nn.ReplicationPad2d": Rule(input=True, why="torch keeps the input, though its shape would do"),
    "nn.CircularPad2d": Rule(),
    "nn.Upsample": Rule(),
    "torch.permute": Rule(view=True),
    "slice": Rule(view=True),
    "sub": Rule(),
    "div": Rule(input=True, why="the gradient of each part needs the other", others=True),
    "torch.add": Rule(),
    "ChannelShift": Rule(),
    "nn.ConstantPad2d": Rule(),
    "torch.reshape": Rule(view=True),
    "nn.Dropout": Rule(noted=_mask, why="it notes what was zeroed", idle=True),
    "nn.Dropout3d": Rule(
        noted=lambda step: Noted(BYTES), why="it notes which images were dropped", idle=True
    ),
    "nn.MaxPool2d": _MAX,
    "nn.AdaptiveMaxPool2d": _MAX,
    "nn.AvgPool2d": Rule(input=True, why="torch keeps the input, though its shape would do"),
    "nn.AdaptiveAvgPool2d": Rule(
        input=True, why="torch keeps the input, though its shape would do"
    ),
    "nn.Flatten": Rule(view=True, passes=True),
    "nn.Identity": Rule(view=True, passes=True),
    "torch.chunk": Rule(view=True),
    "nn.ChannelShuffle": Rule(),
    "nn.ZeroPad2d": Rule(passes=True),
    "nn.ZeroPad3d": Rule(passes=True),
    "add": Rule(passes=True),
    "mul": Rule(input=True, why="the gradient of each factor needs the other", others=True),
    "torch.mul": Rule(),
    "torch.cat": Rule(passes=True),
    "pick": Rule(
        noted=lambda step: Noted(fixed=step.output[0] * INDEX), why="it notes which channels"
    ),
    "WalshRBF": _CODES,
    "DigitRBF": _CODES,
}

_MEAN = Rule()
_CAUTIOUS = Rule(input=True, output=True, why="nothing is known of this call: all is counted")


def rule_of(step: Step) -> Rule:
    """What holds for a layer; with all counted where its call is not known."""
    operation = step.operation
    if operation.target == "nn.AdaptiveAvgPool2d" and operation.args == (1,):
        # torch takes the mean, whose gradient needs no value
        return _MEAN
    return _RULES.get(operation.target, _CAUTIOUS)


def known(target: str) -> bool:
    """Whether there is a rule for a torch call."""
    return target in _RULES
