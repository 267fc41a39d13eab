"""Nodes that there is no layer for: their shapes by ONNX's own inference, and what they cost."""

from __future__ import annotations

from math import prod

import onnx
from onnx import TensorProto, helper, shape_inference

from explorer.exchange.imports.onnx_ops.reading import Canvas, Op, Tensor

LARGEST_SIDE = 65_536


def opaque(op: Op, canvas: Canvas, declared: dict[str, tuple[int, ...]]) -> tuple[Tensor, ...]:
    """Opaque blocks for a node, one for each output; the first has what the node costs.

    ``declared`` has the shapes that the file itself states, with the batch.
    """
    shapes = {**_inferred(op), **{k: v for k, v in declared.items() if k in op.node.output}}
    sources = tuple(dict.fromkeys(x.source for x in op.inputs if x is not None and not x.known))
    label = op.type if op.node.domain in ("", "ai.onnx") else f"{op.node.domain}.{op.type}"
    parameters = sum(
        prod(x.shape) for x in op.inputs if x is not None and x.known and x.numeric and x.name
    )
    before = next((x.shape for x in op.inputs if x is not None and not x.known), (op.batch, 1))
    found: list[Tensor] = []
    for name in op.node.output:
        shape = shapes.get(name)
        if shape is None:
            canvas.note(
                f"{label}: what shape it gives is said nowhere; it is taken to keep its input's"
            )
            shape = before
        own = _without_batch(shape, op.batch)
        macs = _macs(op, shape) if not found else 0
        found.append(canvas.opaque(label, own, 0 if found else parameters, macs, sources))
    return tuple(found)


def _without_batch(shape: tuple[int, ...], batch: int) -> tuple[int, ...]:
    inner = shape[1:] if shape and shape[0] == batch else shape
    return tuple(min(max(1, side), 1_000_000) for side in inner)


def _inferred(op: Op) -> dict[str, tuple[int, ...]]:
    """Shapes that ONNX works out for one node of its own."""
    node = op.node
    if node.domain not in ("", "ai.onnx") or any(
        a.HasField("g") or a.graphs for a in node.attribute
    ):
        return {}
    try:
        schema = onnx.defs.get_schema(op.type, op.opset)
        types, data = {}, {}
        for name, x in zip(node.input, op.inputs, strict=True):
            if x is None:
                continue
            kind = TensorProto.FLOAT
            if x.array is not None:
                kind = helper.np_dtype_to_tensor_dtype(x.array.dtype)
                if x.array.size <= 64:
                    data[name] = onnx.numpy_helper.from_array(x.array, name)
            types[name] = helper.make_tensor_type_proto(kind, x.shape)
        versions = [helper.make_opsetid("", op.opset)]
        found = shape_inference.infer_node_outputs(
            schema, node, types, data, opset_imports=versions
        )
    except Exception:  # whatever ONNX's own checks raise of a node that is wrong
        return {}
    shapes = {}
    for name, type_ in found.items():
        dims = type_.tensor_type.shape.dim
        if type_.tensor_type.HasField("shape") and all(d.HasField("dim_value") for d in dims):
            shapes[name] = tuple(d.dim_value for d in dims)
    return shapes


def _macs(op: Op, output: tuple[int, ...]) -> int:
    """Multiply-adds of what is a convolution or a product of matrices, in whatever numbers."""
    ranked = [x.shape for x in op.inputs if x is not None and len(x.shape) >= 2]
    if len(ranked) < 2 or len(output) < 2:
        return 0
    if "ConvTranspose" in op.type:
        return prod(ranked[1]) * prod(ranked[0][2:])
    if "Conv" in op.type:
        return prod(ranked[1]) * prod(output[2:])
    if "MatMul" in op.type or op.type == "Gemm":
        return prod(output[1:]) * ranked[0][-1]
    return 0
