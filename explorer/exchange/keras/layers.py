"""Layers of torch as those of Keras: images have their channels last there.

What torch does within one layer may take two, as padding does. What Keras does not have, or only
in other arithmetic, is refused by name.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from explorer.blocks.description import Operation, Shape
from explorer.exchange.source.calls import Literal, arguments
from explorer.graph.values import Value


class Given(NamedTuple):
    """A layer of torch at its place."""

    operation: Operation
    inputs: tuple[Shape, ...]
    output: Shape
    positive: bool
    """Whether no value that comes in is below zero."""
    padded: bool = False
    """Whether its like have a layer of their own for padding."""

    @property
    def arguments(self) -> dict[str, Literal]:
        return arguments(self.operation)


class LackingError(ValueError):
    """Why a layer cannot be one of Keras; the message goes on after “Keras has no ”."""


IDENTITY = Operation("layers.Identity", function="{}")
"""What leaves no trace in code."""


def in_keras(given: Given) -> tuple[Operation, ...]:
    """The Keras layers that do what a layer of torch does; LackingError where there are none."""
    operation = given.operation
    rule = _RULES.get(operation.target)
    if rule is None:
        raise LackingError(f"layer like {operation.target.removeprefix('nn.')}")
    return rule(given)


POSITIVE = frozenset({"nn.ReLU", "nn.ReLU6", "nn.Sigmoid", "nn.Hardsigmoid", "nn.Softmax"})
"""After these no value is below zero."""

KEEPING = frozenset(
    {
        *("nn.MaxPool2d", "nn.AvgPool2d", "nn.AdaptiveAvgPool2d", "nn.AdaptiveMaxPool2d"),
        *(
            "nn.Dropout",
            "nn.Dropout3d",
            "nn.Identity",
            "nn.Flatten",
            "torch.cat",
            "add",
            "nn.ZeroPad2d",
        ),
    }
)
"""After these none is that was not before."""


def _layer(name: str, *args: Value, **kwargs: Value) -> Operation:
    return Operation(f"layers.{name}", args, tuple(kwargs.items()))


def _pair(value: Literal) -> tuple[int, int]:
    if isinstance(value, (tuple, list)):
        height, width = value
        return int(height), int(width)
    assert isinstance(value, int)
    return value, value


def _scalar(value: Literal) -> Value:
    height, width = _pair(value)
    return height if height == width else (height, width)


def _zeros(padding: tuple[int, int]) -> Operation:
    """Rows and columns of zeros around an image."""
    return _layer("ZeroPadding2D", _scalar(padding))


def _convolution(given: Given) -> tuple[Operation, ...]:
    p = given.arguments
    channels, filters = p["in_channels"], p["out_channels"]
    groups, kernel, stride = p["groups"], _pair(p["kernel_size"]), _pair(p["stride"])
    dilation = _pair(p["dilation"])
    more: dict[str, Value] = {}
    if stride != (1, 1):
        more["strides"] = _strides(stride)
    if dilation != (1, 1):
        if stride != (1, 1):
            raise LackingError("convolution with both a stride and a dilation")
        more["dilation_rate"] = _scalar(dilation)
    before, how = _padded(p["padding"], kernel, stride, dilation, given.padded)
    more |= how
    if not p["bias"]:
        more["use_bias"] = False
    if groups == channels and groups != 1:
        assert isinstance(filters, int)
        assert isinstance(channels, int)
        if filters != channels:
            more = {"depth_multiplier": filters // channels, **more}
        return (*before, _layer("DepthwiseConv2D", _scalar(kernel), **more))
    if groups != 1:
        assert isinstance(groups, int)
        more["groups"] = groups
    assert isinstance(filters, int)
    return (*before, _layer("Conv2D", filters, _scalar(kernel), **more))


def _strides(stride: tuple[int, int]) -> Value:
    if stride[0] != stride[1]:
        raise LackingError("stride that differs between height and width")
    return stride[0]


def _padded(
    padding: Literal,
    kernel: tuple[int, int],
    stride: tuple[int, int],
    dilation: tuple[int, int],
    apart: bool,
) -> tuple[tuple[Operation, ...], dict[str, Value]]:
    """What comes before a window, and how the window itself pads."""
    if padding == "same":
        return (), {"padding": "same"}
    sides = _pair(padding)
    if sides == (0, 0):
        return (), {}
    spans = [d * (k - 1) for k, d in zip(kernel, dilation, strict=True)]
    fitting = all(2 * s == span for s, span in zip(sides, spans, strict=True))
    if stride == (1, 1) and fitting and not apart:
        return (), {"padding": "same"}
    # with a stride, “same” would pad one side more than the other
    return (_zeros(sides),), {}


def _linear(given: Given) -> tuple[Operation, ...]:
    p = given.arguments
    more: dict[str, Value] = {} if p["bias"] else {"use_bias": False}
    features = p["out_features"]
    assert isinstance(features, int)
    return (_layer("Dense", features, **more),)


def _norm(given: Given) -> tuple[Operation, ...]:
    p = given.arguments
    momentum, eps = p["momentum"], p["eps"]
    if not isinstance(momentum, float) or not isinstance(eps, float):
        raise LackingError("batch normalisation with a cumulative mean")
    more: dict[str, Value] = {}
    if momentum != 0.01:
        # the share that is kept, where torch says the share that is new
        more["momentum"] = round(1 - momentum, 12)
    if eps != 1e-3:
        more["epsilon"] = eps
    if not p["affine"]:
        more |= {"center": False, "scale": False}
    return (_layer("BatchNormalization", **more),)


def _pooling(given: Given) -> tuple[Operation, ...]:
    p, biggest = given.arguments, given.operation.target == "nn.MaxPool2d"
    kernel = _pair(p["kernel_size"])
    stride = _pair(p["stride"]) if p["stride"] is not None else kernel
    if biggest and _pair(p["dilation"]) != (1, 1):
        raise LackingError("pooling with a dilation")
    name = "MaxPooling2D" if biggest else "AveragePooling2D"
    more: dict[str, Value] = {} if stride == kernel else {"strides": _strides(stride)}
    size, padding = _scalar(kernel), _pair(p["padding"])
    sides = list(zip(given.inputs[0][1:], given.output[1:], kernel, stride, padding, strict=True))
    # what the windows reach over the image, and what they would without rounding up
    beyond = [(o - 1) * s + k - (i + 2 * b) for i, o, k, s, b in sides]
    if any(b > 0 for b in beyond):
        if any(2 * b != 0 or (o - 1) * s + k - i > 1 or o != -(-i // s) for i, o, k, s, b in sides):
            raise LackingError("pooling that rounds up and pads")
        if not biggest:
            raise LackingError("average pooling that rounds up")
        return (_layer(name, size, **more, padding="same"),)
    if padding == (0, 0):
        return (_layer(name, size, **more),)
    if stride == (1, 1) and all(2 * b == k - 1 for k, b in zip(kernel, padding, strict=True)):
        if biggest or not p["count_include_pad"]:
            return (_layer(name, size, **more, padding="same"),)
    elif not biggest and not p["count_include_pad"]:
        raise LackingError("average pooling with a stride that leaves its padding out")
    if biggest and not given.positive:
        raise LackingError("maximum pooling that pads with less than zero")
    return (_zeros(padding), _layer(name, size, **more))


def _adaptive(given: Given) -> tuple[Operation, ...]:
    biggest = given.operation.target == "nn.AdaptiveMaxPool2d"
    size, (_, *sides) = _pair(given.arguments["output_size"]), given.inputs[0]
    kind = "Max" if biggest else "Average"
    if size == (1, 1):
        return (_layer(f"Global{kind}Pooling2D", keepdims=True),)
    if list(size) == sides:
        return (IDENTITY,)
    if any(side % s for side, s in zip(sides, size, strict=True)):
        raise LackingError("adaptive pooling whose windows differ in size")
    return (
        _layer(
            f"{kind}Pooling2D", _scalar(tuple(a // b for a, b in zip(sides, size, strict=True)))
        ),
    )


def _zero_padding(given: Given) -> tuple[Operation, ...]:
    padding = given.arguments["padding"]
    if isinstance(padding, int):
        return (_layer("ZeroPadding2D", padding),)
    assert isinstance(padding, tuple)
    left, right, top, bottom = padding
    if min(left, right, top, bottom) < 0:
        raise LackingError("padding that cuts")
    return (_layer("ZeroPadding2D", ((top, bottom), (left, right))),)


def _dropout(given: Given) -> tuple[Operation, ...]:
    rate = given.arguments["p"]
    assert isinstance(rate, float)
    return (_layer("Dropout", rate),)


def _stochastic_depth(given: Given) -> tuple[Operation, ...]:
    rate = given.arguments["p"]
    assert isinstance(rate, float)
    return (_layer("Dropout", rate, noise_shape=(None, 1, 1, 1)),)


def _leaky(given: Given) -> tuple[Operation, ...]:
    slope = given.arguments["negative_slope"]
    assert isinstance(slope, float)
    return (_layer("LeakyReLU", negative_slope=slope),)


def _cat(given: Given) -> tuple[Operation, ...]:
    return (Operation("keras.ops.concatenate", (), (("axis", -1),), False),)


def _chunk(given: Given) -> tuple[Operation, ...]:
    p = dict(given.operation.kwargs)
    text = f"keras.ops.split({{}}, {p['chunks']}, axis=-1)[{p['part']}]"
    return (Operation("keras.ops.split", (), given.operation.kwargs, False, text),)


def _times(given: Given) -> tuple[Operation, ...]:
    factor = dict(given.operation.kwargs)["other"]
    return (Operation("scale", (), (("by", factor),), False, f"{factor} * {{}}"),)


def _one(name: str, **kwargs: Value) -> Callable[[Given], tuple[Operation, ...]]:
    return lambda given: (_layer(name, **kwargs),)


def _activation(name: str) -> Callable[[Given], tuple[Operation, ...]]:
    return lambda given: (_layer("Activation", name),)


def _same(given: Given) -> tuple[Operation, ...]:
    return (given.operation,)


_RULES: Mapping[str, Callable[[Given], tuple[Operation, ...]]] = {
    "nn.Conv2d": _convolution,
    "nn.Linear": _linear,
    "nn.BatchNorm2d": _norm,
    "nn.BatchNorm1d": _norm,
    "nn.MaxPool2d": _pooling,
    "nn.AvgPool2d": _pooling,
    "nn.AdaptiveAvgPool2d": _adaptive,
    "nn.AdaptiveMaxPool2d": _adaptive,
    "nn.ZeroPad2d": _zero_padding,
    "nn.Flatten": _one("Flatten"),
    "nn.Identity": lambda given: (IDENTITY,),
    "nn.Dropout": _dropout,
    "nn.Dropout3d": _stochastic_depth,
    "nn.ReLU": _one("ReLU"),
    "nn.ReLU6": _one("ReLU", max_value=6.0),
    "nn.LeakyReLU": _leaky,
    "nn.Sigmoid": _activation("sigmoid"),
    "nn.Tanh": _activation("tanh"),
    "nn.SiLU": _activation("silu"),
    "nn.Hardswish": _activation("hard_silu"),
    "nn.Hardsigmoid": _activation("hard_sigmoid"),
    "nn.Softmax": _one("Softmax"),
    "torch.cat": _cat,
    "torch.chunk": _chunk,
    "torch.mul": _times,
    "add": _same,
    "mul": _same,
}
