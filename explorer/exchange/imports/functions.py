"""What a call of torch is in terms of our layers.

Each function here has the signature of the torch function of its name, with the reader of its
arguments before it, and says which layer that is; None where there is none.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from torch import Tensor

from explorer.graph.values import Value


class Found(NamedTuple):
    """A layer that a call is."""

    type: str
    params: Mapping[str, Value] = {}
    sources: tuple[Tensor, ...] = ()
    """Empty where it reads what the layer before it in a row gives."""
    state: Mapping[str, Tensor] = {}
    """Its weights by the names that torch's module has for them."""
    name: str = ""
    """What it is called where no module has a name for it."""


Reader = Callable[..., "Found | tuple[Found, ...] | None"]

FUNCTIONS: dict[str, Reader] = {}


def reads(*names: str) -> Callable[[Reader], Reader]:
    def register(function: Reader) -> Reader:
        for name in names or (function.__name__,):
            FUNCTIONS[name] = function
        return function

    return register


def _two(value: Any) -> Value:
    if isinstance(value, (tuple, list)):
        return (int(value[0]), int(value[-1]))
    return int(value)


def _state(**given: Tensor | None) -> dict[str, Tensor]:
    return {name: value for name, value in given.items() if value is not None}


# -- layers that learn ------------------------------------------------------------------------------


@reads("conv2d")
def _conv2d(
    x: Tensor, weight: Tensor, bias: Any = None, stride: Any = 1, padding: Any = 0,
    dilation: Any = 1, groups: int = 1,
) -> Found | None:  # fmt: skip
    if padding == "valid":
        padding = 0
    params: dict[str, Value] = {
        "out_channels": weight.shape[0],
        "kernel_size": tuple(weight.shape[2:]),
        "stride": _two(stride),
        "padding": padding if padding == "same" else _two(padding),
        "dilation": _two(dilation),
        "groups": groups,
        "bias": bias is not None,
    }
    return Found("conv2d", params, (x,), _state(weight=weight, bias=bias), "conv")


@reads("conv_transpose2d")
def _conv_transpose2d(
    x: Tensor, weight: Tensor, bias: Any = None, stride: Any = 1, padding: Any = 0,
    output_padding: Any = 0, groups: int = 1, dilation: Any = 1,
) -> Found:  # fmt: skip
    params: dict[str, Value] = {
        "out_channels": weight.shape[1] * groups,
        "kernel_size": tuple(weight.shape[2:]),
        "stride": _two(stride),
        "padding": _two(padding),
        "output_padding": _two(output_padding),
        "dilation": _two(dilation),
        "groups": groups,
        "bias": bias is not None,
    }
    return Found("conv_transpose2d", params, (x,), _state(weight=weight, bias=bias), "up")


@reads("linear")
def _linear(x: Tensor, weight: Tensor, bias: Any = None) -> Found:
    params: dict[str, Value] = {"out_features": weight.shape[0], "bias": bias is not None}
    type_ = "linear" if x.dim() == 2 else "positionwise_linear"
    return Found(type_, params, (x,), _state(weight=weight, bias=bias), "fc")


@reads("batch_norm")
def _batch_norm(
    x: Tensor, running_mean: Any, running_var: Any, weight: Any = None, bias: Any = None,
    training: bool = False, momentum: Any = 0.1, eps: float = 1e-5,
) -> Found | None:  # fmt: skip
    if running_mean is None or momentum is None or (weight is None) != (bias is None):
        return None
    params: dict[str, Value] = {"eps": eps, "momentum": momentum, "affine": weight is not None}
    state = _state(weight=weight, bias=bias, running_mean=running_mean, running_var=running_var)
    return Found("batch_norm", params, (x,), state, "bn")


@reads("aten.batch_norm")
def _aten_batch_norm(
    x: Tensor, weight: Any, bias: Any, running_mean: Any, running_var: Any, training: bool,
    momentum: Any, eps: float, *_: Any,
) -> Found | None:  # fmt: skip
    return _batch_norm(x, running_mean, running_var, weight, bias, training, momentum, eps)  # type: ignore[return-value]


@reads("group_norm")
def _group_norm(
    x: Tensor, num_groups: int, weight: Any = None, bias: Any = None, eps: float = 1e-5, *_: Any
) -> Found:
    params: dict[str, Value] = {"groups": num_groups, "eps": eps, "affine": weight is not None}
    return Found("group_norm", params, (x,), _state(weight=weight, bias=bias), "gn")


@reads("layer_norm")
def _layer_norm(
    x: Tensor, normalized_shape: Any, weight: Any = None, bias: Any = None, eps: float = 1e-5,
    *_: Any,
) -> Found | None:  # fmt: skip
    if (weight is None) != (bias is None):
        return None
    shape = tuple(normalized_shape)
    params: dict[str, Value] = {"eps": eps, "affine": weight is not None}
    whole = shape == tuple(x.shape)[1:]
    type_ = "layer_norm" if whole else "last_axis_norm" if len(shape) == 1 else ""
    return Found(type_, params, (x,), _state(weight=weight, bias=bias), "ln") if type_ else None


@reads("instance_norm")
def _instance_norm(
    x: Tensor, running_mean: Any = None, running_var: Any = None, weight: Any = None,
    bias: Any = None, use_input_stats: bool = True, momentum: float = 0.1, eps: float = 1e-5,
) -> Found | None:  # fmt: skip
    if running_mean is not None or not use_input_stats:
        return None
    params: dict[str, Value] = {"eps": eps, "affine": weight is not None}
    return Found("instance_norm", params, (x,), _state(weight=weight, bias=bias), "norm")


@reads("prelu", "_prelu_kernel")
def _prelu(x: Tensor, weight: Tensor) -> Found:
    params: dict[str, Value] = {"per_channel": weight.numel() > 1}
    return Found("prelu", params, (x,), {"weight": weight}, "prelu")


# -- activations ------------------------------------------------------------------------------------


def _plain(type_: str) -> Reader:
    return lambda x, *_, **__: Found(type_, {}, (x,))


for _type, *_names in (
    ("relu", "relu", "relu_"), ("relu6", "relu6", "relu6_"), ("tanh", "tanh", "tanh_"),
    ("sigmoid", "sigmoid", "sigmoid_"), ("silu", "silu", "silu_"),
    ("hardswish", "hardswish", "hardswish_"), ("hardsigmoid", "hardsigmoid", "hardsigmoid_"),
    ("selu", "selu", "selu_"), ("mish", "mish", "mish_"),
):  # fmt: skip
    for _name in _names:
        FUNCTIONS[_name] = _plain(_type)


@reads("leaky_relu", "leaky_relu_")
def _leaky_relu(x: Tensor, negative_slope: float = 0.01, inplace: bool = False) -> Found:
    return Found("leaky_relu", {"negative_slope": negative_slope}, (x,))


@reads("gelu")
def _gelu(x: Tensor, *, approximate: str = "none") -> Found:
    return Found("gelu", {"approximate": approximate}, (x,))


@reads("elu", "elu_")
def _elu(x: Tensor, alpha: float = 1.0, *_: Any, **__: Any) -> Found:
    return Found("elu", {"alpha": alpha}, (x,))


@reads("softplus")
def _softplus(x: Tensor, beta: float = 1, threshold: float = 20) -> Found | None:
    return Found("softplus", {}, (x,)) if (beta, threshold) == (1, 20) else None


@reads("hardtanh", "hardtanh_")
def _hardtanh(
    x: Tensor, min_val: float = -1.0, max_val: float = 1.0, inplace: bool = False
) -> Found:
    if (min_val, max_val) == (0, 6):
        return Found("relu6", {}, (x,))
    return Found("hardtanh", {"min_val": min_val, "max_val": max_val}, (x,))


@reads("clamp", "clamp_", "clip")
def _clamp(x: Tensor, min: Any = None, max: Any = None) -> Found | None:
    if isinstance(min, (int, float)) and isinstance(max, (int, float)):
        return _hardtanh(x, min, max)  # type: ignore[return-value]
    return Found("relu", {}, (x,)) if min == 0 and max is None else None


@reads("softmax")
def _softmax(x: Tensor, dim: Any = None, *_: Any, **__: Any) -> Found | None:
    return Found("softmax", {}, (x,)) if dim in (1, 1 - x.dim()) else None


@reads("dropout", "dropout_", "dropout2d", "feature_dropout", "alpha_dropout")
def _dropout(x: Tensor, p: float = 0.5, *_: Any, **__: Any) -> Found:
    return Found("dropout" if p else "identity", {"p": p} if p else {}, (x,))


# -- pooling and resizing ---------------------------------------------------------------------------


@reads("max_pool2d", "boolean_dispatch")
def _max_pool2d(
    x: Tensor, kernel_size: Any, stride: Any = None, padding: Any = 0, dilation: Any = 1,
    ceil_mode: bool = False, return_indices: bool = False,
) -> Found | None:  # fmt: skip
    if return_indices:
        return None
    params: dict[str, Value] = {
        "kernel_size": _two(kernel_size),
        "stride": _two(stride) if stride not in (None, [], ()) else None,
        "padding": _two(padding),
        "dilation": _two(dilation),
        "ceil_mode": ceil_mode,
    }
    return Found("max_pool2d", params, (x,), name="pool")


@reads("avg_pool2d")
def _avg_pool2d(
    x: Tensor, kernel_size: Any, stride: Any = None, padding: Any = 0, ceil_mode: bool = False,
    count_include_pad: bool = True, divisor_override: Any = None,
) -> Found | None:  # fmt: skip
    if divisor_override is not None:
        return None
    params: dict[str, Value] = {
        "kernel_size": _two(kernel_size),
        "stride": _two(stride) if stride not in (None, [], ()) else None,
        "padding": _two(padding),
        "ceil_mode": ceil_mode,
        "count_include_pad": count_include_pad,
    }
    return Found("avg_pool2d", params, (x,), name="pool")


def _adaptive(mode: str) -> Reader:
    def read(x: Tensor, output_size: Any, return_indices: bool = False) -> Found | None:
        sizes = output_size if isinstance(output_size, (tuple, list)) else (output_size,) * 2
        if return_indices or x.dim() != 4:
            return None
        size = tuple(given or side for given, side in zip(sizes, x.shape[2:], strict=True))
        return Found("adaptive_pool2d", {"mode": mode, "output_size": size}, (x,), name="pool")

    return read


FUNCTIONS["adaptive_avg_pool2d"] = _adaptive("avg")
FUNCTIONS["adaptive_max_pool2d"] = _adaptive("max")


@reads("mean")
def _mean(
    x: Tensor, dim: Any = None, keepdim: bool = False, *, dtype: Any = None
) -> Found | tuple[Found, ...] | None:
    axes = dim if isinstance(dim, (tuple, list)) else (dim,)
    if x.dim() != 4 or None in axes or sorted(a % 4 for a in axes) != [2, 3]:
        return None
    pool = Found("global_pool2d", {}, (x,), name="pool")
    return pool if keepdim else (pool, Found("flatten"))


@reads("interpolate")
def _interpolate(
    x: Tensor, size: Any = None, scale_factor: Any = None, mode: str = "nearest",
    align_corners: Any = None, recompute_scale_factor: Any = None, antialias: bool = False,
) -> Found | None:  # fmt: skip
    if x.dim() != 4 or antialias:
        return None
    if size is not None:
        sizes = size if isinstance(size, (tuple, list)) else (size, size)
        scales = [int(s) / side for s, side in zip(sizes, x.shape[2:], strict=True)]
    else:
        scales = (
            list(scale_factor) if isinstance(scale_factor, (tuple, list)) else [scale_factor] * 2
        )
    if any(s != int(s) or s < 1 for s in scales):
        return None
    params: dict[str, Value] = {"scale": tuple(int(s) for s in scales), "mode": mode}
    if mode != "nearest":
        params["align_corners"] = bool(align_corners)
    return Found("upsample", params, (x,), name="up")


@reads("pad", "constant_pad_nd")
def _pad(x: Tensor, pad: Any, mode: Any = "constant", value: Any = 0) -> Found | None:
    if isinstance(mode, (int, float)):
        mode, value = "constant", mode
    sides = tuple(int(p) for p in pad)
    if x.dim() != 4 or (mode == "constant" and value):
        return None
    if mode == "constant" and len(sides) == 6 and not any(sides[:4]) and min(sides) >= 0:
        return Found("zero_pad_channels", {"before": sides[4], "after": sides[5]}, (x,), name="pad")
    sides += (0,) * (4 - len(sides))
    if len(sides) != 4:
        return None
    if mode == "constant":
        return Found("zero_pad2d", {"padding": sides}, (x,), name="pad")
    return Found("edge_pad2d", {"mode": mode, "padding": sides}, (x,), name="pad")


@reads("local_response_norm")
def _local_response_norm(
    x: Tensor, size: int, alpha: float = 1e-4, beta: float = 0.75, k: float = 1.0
) -> Found:
    params: dict[str, Value] = {"size": size, "alpha": alpha, "beta": beta, "k": k}
    return Found("local_response_norm", params, (x,), name="lrn")


# -- arithmetic -------------------------------------------------------------------------------------


@reads("add", "add_", "__add__", "__radd__", "__iadd__")
def _add(a: Any, other: Any, *, alpha: float = 1) -> Found | None:
    if isinstance(other, (int, float)) and not other:
        # as sum() begins
        return Found("identity", {}, (a,))
    if not isinstance(a, Tensor) or not isinstance(other, Tensor) or alpha != 1:
        return None
    return Found("add", {}, (a, other), name="add")


@reads("sub", "sub_", "__sub__", "__isub__")
def _subtract(a: Any, other: Any, *, alpha: float = 1) -> Found | None:
    if not isinstance(a, Tensor) or not isinstance(other, Tensor) or alpha != 1:
        return None
    return Found("subtract", {}, (a, other), name="subtract")


@reads("mul", "mul_", "multiply", "__mul__", "__rmul__", "__imul__")
def _multiply(a: Any, other: Any) -> Found | None:
    if isinstance(a, Tensor) and isinstance(other, Tensor):
        return Found("multiply", {}, (a, other), name="scale")
    x, factor = (a, other) if isinstance(a, Tensor) else (other, a)
    return Found("scale", {"factor": float(factor)}, (x,), name="scale")


@reads("div", "div_", "__truediv__", "true_divide", "__itruediv__")
def _divide(a: Any, other: Any, *, rounding_mode: Any = None) -> Found | None:
    if not isinstance(other, (int, float)) or rounding_mode or not other:
        return None
    # dividing by a power of two is multiplying by its inverse, to the bit
    if math.frexp(abs(other))[0] != 0.5:
        return None
    return Found("scale", {"factor": 1 / other}, (a,), name="scale")


@reads("cat", "concat", "concatenate")
def _concat(tensors: Any, dim: int = 0) -> Found | None:
    given = tuple(tensors)
    if dim % given[0].dim() != 1:
        return None
    if len(given) == 1:
        return Found("identity", {}, given)
    return Found("concat", {}, given, name="concat")


def layer_scale(a: Tensor, b: Tensor, factor: Tensor) -> Found | None:
    """A product with a learned factor for each channel; ``factor`` is one of the two, as it is
    kept."""
    x, by = (b, a) if a.numel() == factor.numel() and b.dim() == 4 else (a, b)
    if x.dim() != 4:
        return None
    sides = (1,) * (4 - by.dim()) + tuple(by.shape)
    for place, axis in (("first", 1), ("last", 3)):
        if sides == tuple(x.shape[axis] if i == axis else 1 for i in range(4)):
            return Found("layer_scale", {"channels": place}, (x,), {"weight": factor}, "scale")
    return None
