"""Small ONNX models made by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import NodeProto, TensorProto, helper, numpy_helper

GENERATOR = np.random.default_rng(0)


def weights(*shape: int) -> np.ndarray[Any, Any]:
    return GENERATOR.uniform(-1, 1, shape).astype(np.float32)


def node(type_: str, inputs: str, output: str = "y", **attributes: Any) -> NodeProto:
    return helper.make_node(
        type_, inputs.split(), output.split(), name=f"the_{output.split()[0]}", **attributes
    )


def model(
    nodes: list[NodeProto],
    shape: tuple[Any, ...] = ("batch", 4, 9, 8),
    opset: int = 18,
    outputs: tuple[str, ...] = ("y",),
    domains: tuple[str, ...] = (),
    **constants: Any,
) -> onnx.ModelProto:
    """A model of one input ``x``; constants become initializers."""
    tensors = [
        numpy_helper.from_array(np.asarray(value), name) for name, value in constants.items()
    ]
    graph = helper.make_graph(
        nodes,
        "made",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, shape)],
        [helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in outputs],
        tensors,
    )
    versions = [helper.make_opsetid("", opset), *(helper.make_opsetid(d, 1) for d in domains)]
    made: onnx.ModelProto = helper.make_model(graph, ir_version=10, opset_imports=versions)
    return made


def saved(folder: Path, made: onnx.ModelProto, name: str = "made.onnx") -> Path:
    path = folder / name
    path.write_bytes(made.SerializeToString())
    return path
