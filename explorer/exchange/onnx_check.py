"""An ONNX model run by ONNX Runtime beside the network that it was made of."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from explorer.analysis.analyze import Analysis, analyze, with_input
from explorer.build.module import BuiltNetwork
from explorer.exchange.errors import ExportError
from explorer.graph.model import Document

MORE = (32, 64)
"""How many more rows and columns the other image has on which an open size is proven."""

_FIXED = ("reshape", "resize", "layer_norm", "opaque", "radial_basis")
"""Layers that are made for one size."""


def samples(shapes: list[tuple[int, ...]]) -> tuple[Tensor, ...]:
    """Seeded random inputs for a batch of 2, which leave the program's own random state alone."""
    generator = torch.Generator().manual_seed(0)
    return tuple(torch.randn(2, *shape, generator=generator) for shape in shapes)


def other_size(document: Document, analysis: Analysis) -> tuple[int, ...] | None:
    """The shape of a larger image that the same weights take; None where they take one size alone:
    the head has to come after a global pool."""
    inputs = document.graph.of_type("input")
    if len(inputs) != 1 or (result := analysis.root.states[inputs[0].name].result) is None:
        return None
    shape = result.outputs[0]
    if len(shape) != 3:
        return None
    for row in analysis.rows:
        if row.node.type in _FIXED:
            return None
        if row.node.type == "adaptive_pool2d" and (row.output or ())[1:] != (1, 1):
            return None
    larger = (shape[0], shape[1] + MORE[0], shape[2] + MORE[1])
    found = analyze(with_input(document, larger))
    same = found.ok and found.totals.parameters == analysis.totals.parameters
    return larger if same and found.root.outputs == analysis.root.outputs else None


def compared(
    network: BuiltNetwork, model: bytes | Path, inputs: tuple[Tensor, ...]
) -> tuple[float, float]:
    """The largest difference from torch's outputs for batches of 1 and 2, and their largest
    magnitude."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    names = [value.name for value in session.get_inputs()]
    difference = largest = 0.0
    for batch in (1, 2):
        parts = [x[:batch] for x in inputs]
        with torch.no_grad():
            outputs = network(*parts)
        wanted = outputs if isinstance(outputs, tuple) else (outputs,)
        fed = {name: x.numpy() for name, x in zip(names, parts, strict=True)}
        for mine, theirs in zip(wanted, session.run(None, fed), strict=True):
            expected = mine.numpy()
            if not np.isfinite(expected).all():
                raise ExportError(
                    "The network's answer is not finite.",
                    "Somewhere its values grow beyond what float32 holds, so that the exported "
                    "file cannot be compared with it.",
                    "Train it first, or add norms.",
                )
            difference = max(difference, float(np.abs(expected - theirs).max(initial=0)))
            largest = max(largest, float(np.abs(expected).max(initial=0)))
    return difference, largest
