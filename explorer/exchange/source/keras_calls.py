"""The arguments of Keras layers by name, with Keras's own defaults."""

from __future__ import annotations

from collections.abc import Mapping

from explorer.graph.values import Value

_POOLING = ("pool_size",)

KERAS_POSITIONAL: Mapping[str, tuple[str, ...]] = {
    "layers.Conv2D": ("filters", "kernel_size"),
    "layers.DepthwiseConv2D": ("kernel_size",),
    "layers.Dense": ("units",),
    "layers.MaxPooling2D": _POOLING,
    "layers.AveragePooling2D": _POOLING,
    "layers.ZeroPadding2D": ("padding",),
    "layers.Dropout": ("rate",),
    "layers.Activation": ("activation",),
}
"""Names of the arguments that are given by place."""

_WINDOW: Mapping[str, Value] = {"strides": 1, "padding": "valid", "dilation_rate": 1}

KERAS_DEFAULTS: Mapping[str, Mapping[str, Value]] = {
    "layers.Conv2D": {**_WINDOW, "groups": 1, "use_bias": True},
    "layers.DepthwiseConv2D": {
        "strides": 1,
        "padding": "valid",
        "depth_multiplier": 1,
        "dilation_rate": 1,
        "use_bias": True,
    },
    "layers.Dense": {"use_bias": True},
    "layers.BatchNormalization": {
        "momentum": 0.99,
        "epsilon": 0.001,
        "center": True,
        "scale": True,
    },
    "layers.MaxPooling2D": {"strides": None, "padding": "valid"},
    "layers.AveragePooling2D": {"strides": None, "padding": "valid"},
}
"""What Keras takes where nothing is given."""
