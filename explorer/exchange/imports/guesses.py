"""Which of our blocks a group may be, and with which parameters: guesses, read off its layers.

A guess costs next to nothing and is compared with the group as a whole, so these may be wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from explorer.blocks.description import Layer, Shape
from explorer.blocks.registry import BUILT_IN, PLAIN
from explorer.build.plan import Step
from explorer.graph.expressions import divisible
from explorer.graph.values import EMPTY, Value

Guess = tuple[str, Mapping[str, Value]]

MOST = 600
"""Torch calls of the largest block that is looked at."""


class Facts:
    """What the guesses read."""

    def __init__(self, steps: Sequence[Step], shape: Shape) -> None:
        self.steps = steps
        self.channels = shape[0]
        self.shape = shape
        self.convs = [_Conv(s) for s in steps if s.operation.target == "nn.Conv2d"]
        self.by_key = {conv.key: conv for conv in self.convs}

    def has(self, prefix: str) -> bool:
        return any(_key(step).startswith(prefix) for step in self.steps)

    def of(self, target: str) -> list[Step]:
        return [step for step in self.steps if step.operation.target == target]

    @property
    def norm(self) -> dict[str, Value]:
        """The settings that its first batch norm has."""
        for step in self.of("nn.BatchNorm2d"):
            kwargs = dict(step.operation.kwargs)
            return {k: kwargs[k] for k in ("eps", "momentum") if k in kwargs}
        return {}

    @property
    def activations(self) -> list[str]:
        found = [_activations().get(s.operation.target, "") for s in self.steps]
        return [name for name in found if name]

    def dropped(self, target: str) -> float:
        for step in self.of(target):
            return float(str(step.operation.args[0]))
        return 0.0


class _Conv:
    def __init__(self, step: Step) -> None:
        args, kwargs = step.operation.args, dict(step.operation.kwargs)
        self.key = _key(step)
        self.out = int(str(args[1]))
        self.kernel = args[2]
        self.stride = kwargs.get("stride", 1)
        self.padding = kwargs.get("padding", 0)
        self.dilation = kwargs.get("dilation", 1)
        self.groups: Any = kwargs.get("groups", 1)
        self.bias = kwargs.get("bias", True)
        self.given = step.input_shapes[0][0]

    @property
    def depthwise(self) -> bool:
        return bool(self.groups == self.given > 1)


def _key(step: Step) -> str:
    """A weight's path within the block."""
    return step.key.partition(".")[2]


@cache
def _activations() -> dict[str, str]:
    found = {}
    for name in ("relu", "relu6", "leaky_relu", "tanh", "sigmoid", "silu", "hardswish"):
        layer = BUILT_IN[name]
        assert isinstance(layer, Layer)
        found[layer.operation(PLAIN.settings(name, EMPTY), ((1,),)).target] = name
    return found


def guesses(steps: Sequence[Step], shape: Shape) -> Iterator[Guess]:
    """Types with parameters, the likeliest first."""
    if len(steps) > MOST or len(shape) != 3:
        return
    facts = Facts(steps, shape)
    for guess in _GUESSES:
        yield from guess(facts)


def _conv_norm_act(f: Facts) -> Iterator[Guess]:
    if len(f.convs) != 1 or len(f.steps) > 3:
        return
    (conv,) = f.convs
    params: dict[str, Value] = {
        "out_channels": conv.out,
        "kernel_size": conv.kernel,
        "stride": conv.stride,
        "dilation": conv.dilation,
        "groups": conv.groups,
        "activation": (*f.activations, "none")[0],
        "norm": "batch" if f.of("nn.BatchNorm2d") else "none",
        "bias": conv.bias if f.of("nn.BatchNorm2d") else False,
        **f.norm,
    }
    if conv.key in ("conv", "0"):
        params["container"] = "module" if conv.key == "conv" else "sequential"
        yield "conv_norm_act", params
        yield "conv_norm_act", {**params, "padding": conv.padding}


def _residual(f: Facts) -> Iterator[Guess]:
    main = [f.by_key[k] for k in ("conv1", "conv2", "conv3") if k in f.by_key]
    if len(main) < 2 or len(main) + 6 < len(f.convs):
        return
    out, stride = main[-1].out, max((c.stride for c in main), key=str)
    projected = f.has("downsample.")
    changes = out != f.channels or stride != 1
    shortcut = "none" if not f.of("add") else "C" if projected and not changes else "B"
    common: dict[str, Value] = {"shortcut": shortcut, "dropout": f.dropped("nn.Dropout")}
    squeeze = f.by_key.get("se_module.fc1")
    if squeeze is not None:
        common["se_reduction"] = out // squeeze.out
    for arrangement in ("original", "pre_activation", "relu_last", "norm_last"):
        common = {**common, "stride": stride, "arrangement": arrangement}
        if len(main) == 2:
            yield "residual_basic", {**common, "out_channels": out}
            continue
        for expansion in (4, 2, 1):
            channels, groups = out // expansion, main[1].groups
            width = main[1].out // groups * 64
            if channels * expansion != out or width % channels:
                continue
            yield (
                "residual_bottleneck",
                {
                    **common,
                    "channels": channels,
                    "expansion": expansion,
                    "groups": groups,
                    "width_per_group": width // channels,
                    "stride_in": "1x1" if main[0].stride != 1 else "3x3",
                },
            )


def _squeeze_excitation(f: Facts) -> Iterator[Guess]:
    if len(f.convs) != 2 or "fc1" not in f.by_key:
        return
    squeezed = f.by_key["fc1"].out
    for activation in ("relu", "silu"):
        for gate in ("sigmoid", "hardsigmoid"):
            params: dict[str, Value] = {"activation": activation, "gate": gate}
            yield "squeeze_excitation", {**params, "squeeze_channels": squeezed}


def _mobile(f: Facts) -> Iterator[Guess]:
    wide = next((c for c in f.convs if c.depthwise), None)
    if wide is None or not 2 <= len(f.convs) <= 5:
        return
    activation = (*f.activations, "none")[0]
    common: dict[str, Value] = {
        "out_channels": f.convs[-1].out,
        "kernel_size": wide.kernel,
        "stride": wide.stride,
        "activation": activation,
        **f.norm,
    }
    expansion = wide.out / f.channels
    if f.has("conv."):
        yield "inverted_residual", {**common, "expansion": expansion}
    if f.has("layers."):
        yield "mnas_block", {**common, "expansion": expansion}
    if not f.has("block."):
        return
    squeeze = next((c.out for c in f.convs if c.key.endswith("fc1")), 0)
    usual = squeeze == max(1, f.channels // 4)
    common |= {
        "dilation": wide.dilation,
        "squeeze_channels": None if usual else squeeze,
        "stochastic_depth": f.dropped("nn.Dropout3d"),
    }
    if divisible(f.channels * expansion) == wide.out:
        common["expansion"] = expansion
    else:
        common["expanded_channels"] = wide.out
    for gate, inner in (("sigmoid", "silu"), ("hardsigmoid", "relu")):
        yield "mbconv", {**common, "gate": gate, "squeeze_activation": inner}


def _dense(f: Facts) -> Iterator[Guess]:
    first = f.by_key.get("denselayer1.conv1") or f.by_key.get("conv1")
    second = f.by_key.get("denselayer1.conv2") or f.by_key.get("conv2")
    if first is not None and second is not None and first.out % second.out == 0:
        params: dict[str, Value] = {
            "growth_rate": second.out,
            "bottleneck": first.out // second.out,
            "dropout": f.dropped("nn.Dropout"),
        }
        if f.has("denselayer1."):
            yield "dense_block", {**params, "layers": len(f.convs) // 2}
        else:
            yield "dense_layer", params
    if len(f.convs) == 1 and f.of("nn.AvgPool2d"):
        yield "dense_transition", {"compression": f.convs[0].out / f.channels}


def _inception(f: Facts) -> Iterator[Guess]:
    keys = (
        "branch1.conv", "branch2.0.conv", "branch2.1.conv", "branch3.0.conv", "branch3.1.conv",
        "branch4.1.conv",
    )  # fmt: skip
    if len(f.convs) == 6 and all(key in f.by_key for key in keys):
        names = (
            "branch1x1", "reduce3x3", "branch3x3", "reduce5x5", "branch5x5", "pool_projection",
        )  # fmt: skip
        params: dict[str, Value] = {
            name: f.by_key[key].out for name, key in zip(names, keys, strict=True)
        }
        norm = {"eps": f.norm["eps"]} if "eps" in f.norm else {}
        yield "inception", {**params, **norm, "large_kernel": f.by_key["branch3.1.conv"].kernel}


def _inception_v3(f: Facts) -> Iterator[Guess]:
    norm = {"eps": f.norm["eps"]} if "eps" in f.norm else {}
    pooled = f.by_key.get("branch_pool.conv")
    if pooled is not None and "branch5x5_1.conv" in f.by_key:
        yield "inception_v3_a", {**norm, "pool_features": pooled.out}
    if "branch7x7_1.conv" in f.by_key:
        yield "inception_v3_b", {**norm, "channels_7x7": f.by_key["branch7x7_1.conv"].out}
    for type_ in ("inception_v3_reduction_a", "inception_v3_reduction_b", "inception_v3_c"):
        if f.has("branch3x3") or f.has("branch7x7x3"):
            yield type_, norm


def _shuffle(f: Facts) -> Iterator[Guess]:
    if f.of("nn.ChannelShuffle") and f.has("branch2."):
        stride = max((c.stride for c in f.convs), key=str)
        yield "shuffle_unit", {"out_channels": 2 * f.convs[-1].out, "stride": stride}


_GUESSES: tuple[Callable[[Facts], Iterator[Guess]], ...] = (
    _residual,
    _mobile,
    _squeeze_excitation,
    _dense,
    _inception,
    _inception_v3,
    _shuffle,
    _conv_norm_act,
)
