"""Every operator that is read, in small models made by hand, against ONNX Runtime."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from onnx import NodeProto
from onnxruntime.capi.onnxruntime_pybind11_state import Fail, InvalidArgument, RuntimeException

from tests.exchange.onnx_flat import difference, runtime
from tests.exchange.onnx_models import model, node, saved, weights

K = weights(6, 4, 3, 3)
C = np.array([0.5, -2, 3, 0.25], np.float32)
V = (1, 12)
"""A row of values."""

Case = tuple[list[NodeProto], str, dict[str, Any]]


def one(type_: str, types: str, inputs: str = "x", **more: Any) -> Case:
    """One node, the layers that it becomes, its attributes, and what is said of the model."""
    said = {k: more.pop(k) for k in ("shape", "opset") if k in more}
    constants = more.pop("constants", {})
    return [node(type_, inputs, **more)], types, {**said, **constants}


def several(nodes: list[NodeProto], types: str, **more: Any) -> Case:
    return nodes, types, more


F = np.float32
I = np.int64  # noqa: E741

CASES: dict[str, Case] = {
    "Conv": one("Conv", "conv2d", "x w b", pads=[1, 1, 1, 1], strides=[2, 1],
                constants={"w": K, "b": weights(6)}),
    "Conv, other padding at its ends": one("Conv", "zero_pad2d conv2d", "x w", pads=[0, 1, 2, 0],
                                           constants={"w": K}),
    "Conv, groups": one("Conv", "conv2d", "x w", group=2, dilations=[2, 1],
                        constants={"w": weights(6, 2, 3, 3)}),
    "ConvTranspose": one("ConvTranspose", "conv_transpose2d", "x w b", strides=[2, 3],
                         pads=[1, 0, 1, 0], output_padding=[1, 2],
                         constants={"w": weights(4, 3, 3, 3), "b": weights(3)}),
    "ConvTranspose, cut at its ends": one("ConvTranspose", "conv_transpose2d zero_pad2d", "x w b",
                                          strides=[2, 2], pads=[0, 0, 1, 2], group=2,
                                          constants={"w": weights(4, 3, 3, 3), "b": weights(6)}),
    "ConvTranspose, a given shape": one("ConvTranspose", "conv_transpose2d", "x w",
                                        strides=[2, 2], output_shape=[18, 16],
                                        constants={"w": weights(4, 3, 3, 3)}),
    "Gemm": one("Gemm", "linear", "x w b", transB=1, shape=V,
                constants={"w": weights(5, 12), "b": weights(5)}),
    "Gemm, scaled": one("Gemm", "linear", "x w b", alpha=0.5, beta=2.0, shape=V,
                        constants={"w": weights(12, 5), "b": weights(1)}),
    "MatMul": one("MatMul", "linear", "x w", shape=V, constants={"w": weights(12, 5)}),
    "MatMul and Add": several([node("MatMul", "x w", "a"), node("Add", "b a")], "linear", shape=V,
                              w=weights(12, 5), b=weights(5)),
    "MatMul at each place": one("MatMul", "positionwise_linear", "x w",
                                constants={"w": weights(8, 5)}),
    "Conv and Add": several([node("Conv", "x w", "a"), node("Add", "a b")], "conv2d",
                            w=K, b=weights(1, 6, 1, 1)),
    "BatchNormalization": one("BatchNormalization", "batch_norm", "x s b m v", epsilon=1e-3,
                              constants={"s": C, "b": weights(4), "m": weights(4),
                                         "v": np.abs(weights(4))}),
    "BatchNormalization of a row": one("BatchNormalization", "batch_norm", "x s b m v", shape=(1, 4),
                                       constants={"s": C, "b": C, "m": C, "v": np.abs(C)}),
    "InstanceNormalization": one("InstanceNormalization", "instance_norm", "x s b",
                                 constants={"s": C, "b": weights(4)}),
    "GroupNormalization": one("GroupNormalization", "group_norm", "x s b", num_groups=2, opset=21,
                              constants={"s": C, "b": weights(4)}),
    "LayerNormalization": one("LayerNormalization", "layer_norm", "x s b", axis=1,
                              constants={"s": weights(4, 9, 8), "b": weights(4, 9, 8)}),
    "LayerNormalization, last": one("LayerNormalization", "last_axis_norm", "x s",
                                    constants={"s": weights(8)}),
    "LRN": one("LRN", "local_response_norm", size=3, alpha=0.3, beta=0.5, bias=2.0),
    "MaxPool": one("MaxPool", "max_pool2d", kernel_shape=[3, 2], strides=[2, 2], pads=[1, 1, 1, 1]),
    "MaxPool, behind alone": one("MaxPool", "max_pool2d", kernel_shape=[3, 3], strides=[2, 2],
                                 pads=[0, 0, 1, 1]),
    "MaxPool, beyond half": one("MaxPool", "constant_pad2d max_pool2d", kernel_shape=[3, 3],
                                pads=[2, 2, 2, 2]),
    "AveragePool": one("AveragePool", "avg_pool2d", kernel_shape=[3, 3], strides=[2, 2],
                       pads=[1, 1, 1, 1]),
    "AveragePool, padding counted": one("AveragePool", "avg_pool2d", kernel_shape=[3, 3],
                                        pads=[1, 1, 1, 1], count_include_pad=1),
    "AveragePool, unequal and counted": one("AveragePool", "zero_pad2d avg_pool2d",
                                            kernel_shape=[3, 3], pads=[0, 0, 2, 1],
                                            count_include_pad=1),
    "GlobalAveragePool": one("GlobalAveragePool", "global_pool2d"),
    "GlobalMaxPool": one("GlobalMaxPool", "global_pool2d"),
    "ReduceMean": one("ReduceMean", "global_pool2d", axes=[2, 3], opset=13),
    "ReduceMean, axes as input": one("ReduceMean", "global_pool2d flatten", "x a", keepdims=0,
                                     constants={"a": np.array([-1, -2], I)}),
    "ReduceMax": one("ReduceMax", "global_pool2d", axes=[2, 3], opset=13),
    "Relu": one("Relu", "relu"),
    "LeakyRelu": one("LeakyRelu", "leaky_relu", alpha=0.1),
    "PRelu": one("PRelu", "prelu", "x s", constants={"s": C.reshape(4, 1, 1)}),
    "PRelu, one slope": one("PRelu", "prelu", "x s", constants={"s": C[:1]}),
    "Clip, 0 to 6": one("Clip", "relu6", "x l h", constants={"l": F(0), "h": F(6)}),
    "Clip, older": one("Clip", "hardtanh", min=-0.5, max=0.25, opset=6),
    "Clip, from 0": one("Clip", "relu", "x l", constants={"l": F(0)}),
    "Sigmoid": one("Sigmoid", "sigmoid"),
    "HardSigmoid": one("HardSigmoid", "scale hardsigmoid"),
    "HardSigmoid, torch's": one("HardSigmoid", "hardsigmoid", alpha=1 / 6, beta=0.5),
    "HardSwish": one("HardSwish", "hardswish"),
    "Tanh": one("Tanh", "tanh"),
    "Elu": one("Elu", "elu", alpha=0.7),
    "Selu": one("Selu", "selu"),
    "Softplus": one("Softplus", "softplus"),
    "Mish": one("Mish", "mish"),
    "Gelu": one("Gelu", "gelu", approximate="tanh", opset=20),
    "x·sigmoid(x)": several([node("Sigmoid", "x", "s"), node("Mul", "x s")], "silu"),
    "hard swish in parts": several(
        [node("Add", "x three", "a"), node("Clip", "a zero six", "c"), node("Mul", "x c", "m"),
         node("Div", "m six")], "hardswish", three=F(3), zero=F(0), six=F(6)),
    "hard sigmoid in parts": several(
        [node("Add", "x three", "a"), node("Clip", "a zero six", "c"), node("Div", "c six")],
        "hardsigmoid", three=F(3), zero=F(0), six=F(6)),
    "gelu in parts": several(
        [node("Div", "x root", "d"), node("Erf", "d", "e"), node("Add", "e one", "a"),
         node("Mul", "x a", "m"), node("Mul", "m half")], "gelu",
        root=F(2**0.5), one=F(1), half=F(0.5)),
    "Softmax": one("Softmax", "softmax", axis=1),
    "Softmax, older": one("Softmax", "softmax", shape=V, opset=11),
    "Dropout": one("Dropout", "dropout", "x r", constants={"r": F(0.3)}),
    "Identity": several([node("Identity", "x", "i"), node("Relu", "i")], "relu"),
    "Add": several([node("Relu", "x", "r"), node("Add", "x r")], "relu add"),
    "Add, one number": one("Add", "shift", "x c", constants={"c": F(1.5)}),
    "Add, one a channel": one("Add", "channel_shift", "c x", constants={"c": C.reshape(4, 1, 1)}),
    "Sum": several([node("Relu", "x", "r"), node("Sum", "x r x")], "relu add"),
    "Sub": several([node("Relu", "x", "r"), node("Sub", "x r")], "relu subtract"),
    "Sub, from a number": one("Sub", "scale shift", "c x", constants={"c": F(1)}),
    "Sub, one a channel": one("Sub", "channel_shift", "x c", constants={"c": C.reshape(1, 4, 1, 1)}),
    "Mul": several([node("Relu", "x", "r"), node("Mul", "x r")], "relu multiply"),
    "Mul, one number": one("Mul", "scale", "x c", constants={"c": F(0.1)}),
    "Mul, one a channel": one("Mul", "layer_scale", "x c", constants={"c": C.reshape(4, 1, 1)}),
    "Mul of a gate": several([node("GlobalAveragePool", "x", "g"), node("Mul", "x g")],
                             "global_pool2d multiply"),
    "Div": several([node("Softplus", "x", "r"), node("Div", "x r")], "softplus divide"),
    "Div by a number": one("Div", "scale", "x c", constants={"c": F(4)}),
    "Neg": one("Neg", "scale"),
    "Flatten": one("Flatten", "flatten"),
    "Reshape": one("Reshape", "flatten", "x s", constants={"s": np.array([0, -1], I)}),
    "Reshape to an image": one("Reshape", "reshape", "x s", shape=V,
                               constants={"s": np.array([-1, 3, 2, 2], I)}),
    "Reshape, worked out": several(
        [node("Shape", "x", "s"), node("Gather", "s zero", "n"), node("Unsqueeze", "n axes", "u"),
         node("Concat", "u rest", "c", axis=0), node("Reshape", "x c")], "flatten",
        zero=np.array(0, I), axes=np.array([0], I), rest=np.array([-1], I)),
    "Transpose": one("Transpose", "permute", perm=[0, 2, 3, 1]),
    "Transpose of sides of 1": several([node("GlobalMaxPool", "x", "g"),
                                        node("Transpose", "g", perm=[0, 2, 3, 1])],
                                       "global_pool2d reshape"),
    "Squeeze": several([node("GlobalMaxPool", "x", "g"), node("Squeeze", "g a")],
                       "global_pool2d flatten", a=np.array([2, 3], I)),
    "Unsqueeze": one("Unsqueeze", "reshape", "x a", shape=V, constants={"a": np.array([2, 3], I)}),
    "Concat": several([node("Relu", "x", "r"), node("Concat", "x r", axis=1)], "relu concat"),
    "Split": several([node("Split", "x", "a b", axis=1, num_outputs=2), node("Mul", "a b")],
                     "channel_split channel_split multiply"),
    "Split, unequal": several([node("Split", "x s", "a y", axis=1)],
                              "channel_split slice_channels", s=np.array([1, 3], I)),
    "Slice of channels": one("Slice", "slice_channels", "x s e a",
                             constants={"s": np.array([1], I), "e": np.array([99], I),
                                        "a": np.array([1], I)}),
    "Slice of rows and columns": one("Slice", "zero_pad2d zero_pad2d", starts=[1, 2], ends=[-1, 8],
                                     axes=[2, 3], opset=9),
    "Gather": one("Gather", "pick_channels", "x i", axis=1,
                  constants={"i": np.array([3, 0, -1], I)}),
    "Pad": one("Pad", "zero_pad2d", "x p", constants={"p": np.array([0, 0, 1, 2, 0, 0, 3, 4], I)}),
    "Pad of channels": one("Pad", "zero_pad_channels", "x p",
                           constants={"p": np.array([0, 1, 0, 0, 0, 2, 0, 0], I)}),
    "Pad by a value": one("Pad", "constant_pad2d", pads=[0, 0, 1, 1, 0, 0, 1, 1], value=0.5, opset=2),
    "Pad by mirroring": one("Pad", "edge_pad2d", "x p", mode="reflect",
                            constants={"p": np.array([0, 0, 1, 1, 0, 0, 2, 2], I)}),
    "Pad by the edge": one("Pad", "edge_pad2d", "x p", mode="edge",
                           constants={"p": np.array([0, 0, 1, 1, 0, 0, 2, 2], I)}),
    "Upsample": one("Upsample", "upsample", "x f", opset=9,
                    constants={"f": np.array([1, 1, 2, 3], F)}),
    "Resize, nearest": one("Resize", "upsample", "x r f", opset=11, mode="nearest",
                           coordinate_transformation_mode="asymmetric", nearest_mode="floor",
                           constants={"r": np.array([], F), "f": np.array([1, 1, 2, 2], F)}),
    "Resize, linear": one("Resize", "upsample", "x r f", mode="linear",
                          coordinate_transformation_mode="half_pixel",
                          constants={"r": np.array([], F), "f": np.array([1, 1, 2, 2], F)}),
    "Resize, to a size": one("Resize", "resize", "x r f s", mode="linear",
                             coordinate_transformation_mode="align_corners",
                             constants={"r": np.array([], F), "f": np.array([], F),
                                        "s": np.array([1, 4, 13, 5], I)}),
    "Resize, cubic": one("Resize", "upsample", "x r f", mode="cubic",
                         coordinate_transformation_mode="half_pixel",
                         constants={"r": np.array([], F), "f": np.array([1, 1, 2, 2], F)}),
    "a channel shuffle": several(
        [node("Reshape", "x apart", "a"), node("Transpose", "a", "t", perm=[0, 2, 1, 3, 4]),
         node("Reshape", "t back")], "channel_shuffle",
        apart=np.array([1, 2, 2, 9, 8], I), back=np.array([1, 4, 9, 8], I)),
    "picked channels": several(
        [node("Transpose", "x", "t", perm=[1, 0, 2, 3]), node("GatherND", "t i", "g"),
         node("Transpose", "g", perm=[1, 0, 2, 3])], "pick_channels", i=np.array([[2], [0]], I)),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_as_the_runtime_does(name: str, tmp_path: Path) -> None:
    nodes, types, more = CASES[name]
    path = saved(tmp_path, model(nodes, **{"shape": (1, 4, 9, 8), **more}))

    worst, network = difference(path)

    assert network.opaque == ()
    assert [layer.type for layer in network.flat.nodes] == types.split()
    assert worst < 1e-5


PAD = st.integers(0, 3)
SIDES = st.integers(5, 12)
WINDOW: dict[str, Any] = {
    "kernel": st.tuples(st.integers(1, 4), st.integers(1, 4)),
    "strides": st.tuples(st.integers(1, 3), st.integers(1, 3)),
    "dilations": st.tuples(st.integers(1, 2), st.integers(1, 2)),
    "pads": st.tuples(PAD, PAD, PAD, PAD),
    "auto": st.sampled_from(["NOTSET", "NOTSET", "SAME_UPPER", "SAME_LOWER", "VALID"]),
    "ceil": st.booleans(),
    "counted": st.booleans(),
    "sides": st.tuples(SIDES, SIDES),
}
TYPES = ("Conv", "ConvTranspose", "MaxPool", "AveragePool")


@pytest.mark.parametrize("type_", TYPES)
def test_windows_of_any_kind(type_: str, tmp_path: Path) -> None:
    """Kernels, strides, dilations, padding of each end, automatic padding, rounding up."""
    seen = {True: 0, False: 0}

    @settings(
        max_examples=60, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True
    )
    @given(st.fixed_dictionaries(WINDOW))
    def check(chosen: dict[str, Any]) -> None:
        kernel, pads = chosen["kernel"], chosen["pads"]
        assume(all(p < k for p, k in zip(pads, (*kernel, *kernel), strict=True)) or type_ == "Conv")
        more: dict[str, Any] = {"strides": chosen["strides"], "kernel_shape": kernel}
        constants = {}
        if "Pool" in type_ and chosen["auto"].startswith("SAME"):
            # here the runtime leaves what is specified: it forgets the dilation, and pads by less
            # than nothing where a stride is longer than its kernel
            assume(all(k >= s for k, s in zip(kernel, chosen["strides"], strict=True)))
            chosen["dilations"] = (1, 1)
        if type_ != "AveragePool":
            more["dilations"] = chosen["dilations"]
        if chosen["auto"] == "NOTSET":
            more["pads"] = pads
        else:
            more["auto_pad"] = chosen["auto"]
        if "Conv" in type_:
            constants = {"w": weights(*((3, 2) if type_ == "Conv" else (2, 3)), *kernel)}
        else:
            more["ceil_mode"] = int(chosen["ceil"])
        if type_ == "AveragePool":
            more["count_include_pad"] = int(chosen["counted"])
        made = model(
            [node(type_, " ".join(("x", *constants)), **more)],
            shape=(1, 2, *chosen["sides"]),
            opset=22,
            **constants,
        )
        path = saved(tmp_path, made)
        try:
            runtime(path, [np.zeros((1, 2, *chosen["sides"]), np.float32)])
        except (Fail, InvalidArgument, RuntimeException):
            assume(False)  # the runtime does not take it either
        worst, network = _read(path)
        seen[not network.opaque] += 1
        assert network.opaque or worst < 1e-5, (chosen, worst)

    check()
    assert seen[True] > 3 * seen[False], seen


def _read(path: Path) -> tuple[float, Any]:
    from explorer.exchange.imports.onnx_read import read_onnx

    network = read_onnx(path)
    return (0.0, network) if network.opaque else difference(path)
