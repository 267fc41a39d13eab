"""What an ONNX file was read as, built and run, beside what ONNX Runtime makes of the file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
import torch

from explorer.blocks.builder import Builder
from explorer.build.module import BuiltNetwork, build
from explorer.exchange.imports.onnx_read import OnnxNetwork, read_onnx
from explorer.graph.model import About


def built(network: OnnxNetwork) -> BuiltNetwork:
    """The network of a flat list, its paths flattened to names, with its weights."""
    b = Builder()
    for given in network.flat.inputs:
        b.input(given.name, given.shape)
    for node in network.flat.nodes:
        sources = (flat(source) for source in node.sources)
        b.add(flat(node.path), node.type, *sources, **node.params)
    taken = {flat(node.path) for node in network.flat.nodes}
    for i, out in enumerate(network.flat.outputs):
        name = f"out{i}"
        assert name not in taken
        b.output(flat(out.source), name)
    module = build(b.document("imported", About())).eval()
    weights = {}
    for key, array in network.weights.items():
        path, _, name = key.rpartition(".")
        weights[f"{flat(path)}.{name}"] = torch.from_numpy(np.array(array))
    module.load_state_dict(weights)
    return module


def flat(path: str) -> str:
    return path.replace("_", "_u").replace(".", "_d")


def runtime(path: Path, inputs: list[np.ndarray[Any, Any]]) -> list[np.ndarray[Any, Any]]:
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    names = [value.name for value in session.get_inputs()]
    found: list[np.ndarray[Any, Any]] = session.run(None, dict(zip(names, inputs, strict=True)))
    return found


def difference(path: Path, **options: Any) -> tuple[float, OnnxNetwork]:
    """How far the network that was read is from ONNX Runtime, of the largest value."""
    network = read_onnx(path, **options)
    module = built(network)
    generator = np.random.default_rng(0)
    inputs = [
        generator.standard_normal((1, *given.shape)).astype(np.float32)
        for given in network.flat.inputs
    ]
    with torch.no_grad():
        mine = module(*map(torch.from_numpy, inputs))
    mine = mine if isinstance(mine, tuple) else (mine,)
    theirs = runtime(path, inputs)
    worst = 0.0
    for a, b in zip(mine, theirs, strict=True):
        assert tuple(a.shape) == b.shape
        worst = max(worst, float(np.abs(a.numpy() - b).max() / max(np.abs(b).max(), 1e-30)))
    return worst, network
