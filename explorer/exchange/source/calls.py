"""The arguments of torch calls by name, with torch's own defaults."""

from __future__ import annotations

from collections.abc import Mapping

from explorer.blocks.description import Operation
from explorer.exchange.source.keras_calls import KERAS_DEFAULTS, KERAS_POSITIONAL
from explorer.graph.values import Value

Literal = Value | list[int]
"""A value that stands in source. A list where torch's types ask for one."""

_POSITIONAL: Mapping[str, tuple[str, ...]] = {
    "nn.Conv2d": ("in_channels", "out_channels", "kernel_size"),
    "nn.ConvTranspose2d": ("in_channels", "out_channels", "kernel_size"),
    "nn.Linear": ("in_features", "out_features"),
    "nn.BatchNorm1d": ("num_features",),
    "nn.BatchNorm2d": ("num_features",),
    "nn.LayerNorm": ("normalized_shape",),
    "nn.LocalResponseNorm": ("size",),
    "nn.MaxPool2d": ("kernel_size",),
    "nn.AvgPool2d": ("kernel_size",),
    "nn.AdaptiveAvgPool2d": ("output_size",),
    "nn.AdaptiveMaxPool2d": ("output_size",),
    "nn.Dropout": ("p",),
    "nn.Dropout3d": ("p",),
    "nn.ChannelShuffle": ("groups",),
    "nn.LeakyReLU": ("negative_slope",),
    "nn.ZeroPad2d": ("padding",),
    "nn.ZeroPad3d": ("padding",),
    "nn.ReflectionPad2d": ("padding",),
    "nn.ReplicationPad2d": ("padding",),
    "nn.CircularPad2d": ("padding",),
    "nn.ConstantPad2d": ("padding", "value"),
    "nn.GroupNorm": ("num_groups", "num_channels"),
    "nn.InstanceNorm2d": ("num_features",),
}
"""Names of the arguments that are given by place."""

_DEFAULTS: Mapping[str, Mapping[str, Literal]] = {
    "nn.Conv2d": {"stride": 1, "padding": 0, "dilation": 1, "groups": 1, "bias": True},
    "nn.ConvTranspose2d": {
        "stride": 1,
        "padding": 0,
        "output_padding": 0,
        "groups": 1,
        "bias": True,
        "dilation": 1,
    },
    "nn.Linear": {"bias": True},
    "nn.BatchNorm1d": {"eps": 1e-5, "momentum": 0.1, "affine": True},
    "nn.BatchNorm2d": {"eps": 1e-5, "momentum": 0.1, "affine": True},
    "nn.LayerNorm": {"eps": 1e-5, "elementwise_affine": True},
    "nn.LocalResponseNorm": {"alpha": 1e-4, "beta": 0.75, "k": 1.0},
    "nn.MaxPool2d": {"stride": None, "padding": 0, "dilation": 1, "ceil_mode": False},
    "nn.AvgPool2d": {
        "stride": None,
        "padding": 0,
        "ceil_mode": False,
        "count_include_pad": True,
    },
    "nn.LeakyReLU": {"negative_slope": 0.01},
    "nn.GroupNorm": {"eps": 1e-5, "affine": True},
    "nn.InstanceNorm2d": {"eps": 1e-5, "affine": False},
    "nn.GELU": {"approximate": "none"},
    "nn.ELU": {"alpha": 1.0},
    "nn.Hardtanh": {"min_val": -1.0, "max_val": 1.0},
    "nn.PReLU": {"num_parameters": 1},
}
"""What torch takes where nothing is given; with these, calls that leave different arguments out
can still be one call with arguments that differ."""


def arguments(operation: Operation) -> dict[str, Literal]:
    """All arguments of a module by name, defaults filled in. An argument given by place that has
    no name here is called ``arg0``, ``arg1``, …"""
    names = _placed(operation)
    found: dict[str, Literal] = {}
    for i, value in enumerate(operation.args):
        name = names[i] if i < len(names) else f"arg{i}"
        # torch's types know a shape as a list only
        listed = operation.target == "nn.LayerNorm" and isinstance(value, tuple)
        found[name] = list(value) if listed and isinstance(value, tuple) else value
    for name, value in operation.kwargs:
        found[name] = value
    return found | {k: v for k, v in defaults(operation).items() if k not in found}


def defaults(operation: Operation) -> Mapping[str, Literal]:
    return _DEFAULTS.get(operation.target) or KERAS_DEFAULTS.get(operation.target, {})


def by_place(operation: Operation) -> tuple[str, ...]:
    """Names of the arguments that are given by place."""
    names = _placed(operation)
    return tuple(names[i] if i < len(names) else f"arg{i}" for i in range(len(operation.args)))


def _placed(operation: Operation) -> tuple[str, ...]:
    return _POSITIONAL.get(operation.target) or KERAS_POSITIONAL.get(operation.target, ())


def same(a: Literal, b: Literal) -> bool:
    """Equality that tells 1, 1.0 and True apart."""
    return identity(a) == identity(b)


def identity(value: Literal) -> object:
    """What two values that look the same in source have in common, hashable."""
    if isinstance(value, (tuple, list)):
        return (type(value), *map(identity, value))
    return (type(value), value)
