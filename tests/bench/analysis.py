"""Analysis against FlopCounterMode on the meta device, and against ONNX shape inference."""

from __future__ import annotations

import io
import itertools
import warnings
from collections.abc import Iterator

import torch
from torch.utils.flop_counter import FlopCounterMode

from explorer import zoo
from explorer.analysis.analyze import analyze
from explorer.blocks.builder import Builder
from explorer.blocks.registry import PLAIN
from explorer.build.module import BuiltNetwork, build
from explorer.graph.edits import SetParameter
from explorer.graph.model import About, Document
from tests.bench.report import Row, best, versus


def thousand_convolutions() -> Document:
    """1,000 × convolution, norm, ReLU in one flat row."""
    b = Builder()
    x = b.input("image", (3, 32, 32))
    for i in range(1000):
        x = b.add(f"conv{i}", "conv2d", x, out_channels=16, kernel_size=3, padding=1, bias=False)
        x = b.add(f"bn{i}", "batch_norm", x)
        x = b.add(f"relu{i}", "relu", x)
    b.output(x)
    return b.document("thousand", About())


NETWORKS = (
    # network, the parameter that is edited: an early block, so that all behind it is concerned
    (zoo.get("resnet50"), "layer2", "channels", (128, 136)),
    (zoo.get("googlenet"), "inception3a", "branch1x1", (64, 72)),
    (thousand_convolutions(), "conv500", "out_channels", (16, 24)),
    (thousand_convolutions(), "conv500", "kernel_size", (3, 1)),
)


def _peer(network: BuiltNetwork, x: torch.Tensor) -> int:
    with FlopCounterMode(display=False) as counter, torch.no_grad():
        network(x)
    return counter.get_total_flops()


def _onnx_inference(network: BuiltNetwork, x: torch.Tensor) -> float:
    import onnx

    buffer = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            network.to_empty(device="cpu"), (x,), buffer, dynamo=False, do_constant_folding=False
        )
    model = onnx.load_from_string(buffer.getvalue())
    del model.graph.value_info[:]
    # the weights' values play no part in shapes and would only be copied
    for weight in model.graph.initializer:
        weight.ClearField("raw_data")
    return best(lambda: onnx.shape_inference.infer_shapes(model), 5)


def rows() -> Iterator[Row]:
    inferred: dict[str, float] = {}
    for document, block, parameter, values in NETWORKS:
        name = document.name
        network = build(document, "meta").eval()
        x = torch.empty(1, *network.input_shape, device="meta")
        assert _peer(network, x) == analyze(document).totals.flops
        edits = [SetParameter(name=block, parameter=parameter, value=v) for v in values[::-1]]
        turns = itertools.cycle(edits)
        last = analyze(document)
        ours_first, ours_edit, peer = [], [], []

        def edit() -> None:
            nonlocal last
            last = analyze(next(turns).apply(last.document), last)

        # turn about, so that a slow spell of the machine strikes both
        for _ in range(5):
            peer.append(best(lambda: _peer(network, x), 2))
            ours_first.append(best(lambda: analyze(document), 12, PLAIN.forget))
            # the values of an edit are new each time to a cold memo
            ours_edit.append(best(edit, 12, PLAIN.forget if name == "cold" else None))
        if parameter != "kernel_size":
            yield versus(
                f"first analysis, {name}", min(ours_first), min(peer), "FlopCounterMode", 50
            )
        yield versus(
            f"edit {block}.{parameter}, {name}", min(ours_edit), min(peer), "FlopCounterMode", 500
        )
        if name not in inferred and name != "googlenet":
            inferred[name] = _onnx_inference(network, torch.empty(1, *network.input_shape))
            yield versus(
                f"first analysis, {name}",
                min(ours_first),
                inferred[name],
                "onnx.shape_inference (shapes alone)",
                None,
            )
