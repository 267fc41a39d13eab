"""Analysis against FlopCounterMode on the meta device, and against ONNX shape inference."""

from __future__ import annotations

import io
import itertools
import warnings
from collections.abc import Iterator
from typing import NamedTuple

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

ROUNDS = 5
"""Ours and the peer's in turn, so that a slow spell of the machine strikes both."""

PEER = "FlopCounterMode on meta"


class Subject(NamedTuple):
    document: Document
    edits: tuple[tuple[str, str], ...]
    """Block and parameter; each edit gives a number that was never seen before."""


def thousand_convolutions() -> Document:
    """1,000 × convolution, norm, ReLU in one flat row."""
    b = Builder()
    x = b.input("image", (3, 32, 32))
    for i in range(1000):
        x = b.add(f"conv{i}", "conv2d", x, out_channels=16, kernel_size=3, padding=1, bias=False)
        x = b.add(f"bn{i}", "batch_norm", x)
        x = b.add(f"relu{i}", "relu", x)
    b.output(x)
    return b.document("thousand_convolutions", About())


SUBJECTS = (
    Subject(
        zoo.get("resnet50"), (("head", "classes"), ("layer4", "channels"), ("layer2", "count"))
    ),
    Subject(zoo.get("googlenet"), (("head", "classes"), ("inception5b", "branch5x5"))),
    Subject(
        thousand_convolutions(),
        (("conv500", "out_channels"), ("conv500", "kernel_size"), ("conv999", "kernel_size")),
    ),
)


def _count(network: BuiltNetwork, x: torch.Tensor) -> int:
    with FlopCounterMode(display=False) as counter, torch.no_grad():
        network(x)
    return counter.get_total_flops()


class _Editor:
    """Makes one edit after another, each with a new value, and analyses after each."""

    def __init__(self, document: Document, block: str, parameter: str) -> None:
        self._analysis = analyze(document)
        self._block, self._parameter = block, parameter
        start, step = (5, 2) if parameter in ("kernel_size", "count") else (1001, 1)
        self._values = itertools.count(start, step)
        self._document = document

    def prepare(self) -> None:
        """Back to the network as it was; the edit itself is not what is measured."""
        self._analysis = analyze(self._document, self._analysis)
        edit = SetParameter(name=self._block, parameter=self._parameter, value=next(self._values))
        self._edited = edit.apply(self._document)

    def run(self) -> None:
        self._analysis = analyze(self._edited, self._analysis)


def _rows(subject: Subject) -> Iterator[Row]:
    document = subject.document
    network = build(document, "meta").eval()
    x = torch.empty(1, *network.input_shape, device="meta")
    assert _count(network, x) == analyze(document).totals.flops
    editors = [_Editor(document, block, parameter) for block, parameter in subject.edits]
    first, built, peer = [], [], []
    edited: list[list[float]] = [[] for _ in editors]
    for _ in range(ROUNDS):
        peer.append(best(lambda: _count(network, x), 2))
        built.append(best(lambda: _count(build(document, "meta").eval(), x), 1))
        first.append(best(lambda: analyze(document), 12, PLAIN.forget))
        for times, editor in zip(edited, editors, strict=True):
            times.append(best(editor.run, 6, editor.prepare))
    name = document.name
    yield versus(f"{name}: first analysis", min(first), min(peer), PEER, 50)
    yield versus(
        f"{name}: first analysis", min(first), min(built), f"building the module and {PEER}", None
    )
    for (block, parameter), times in zip(subject.edits, edited, strict=True):
        yield versus(f"{name}: {block}.{parameter} edited", min(times), min(peer), PEER, 500)
    inferred = _onnx_inference(document)
    yield versus(
        f"{name}: first analysis", min(first), inferred, "onnx.shape_inference, shapes alone", None
    )


def _onnx_inference(document: Document) -> float:
    import onnx

    network = build(document).eval()
    buffer = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            network,
            (torch.zeros(1, *network.input_shape),),
            buffer,
            dynamo=False,
            do_constant_folding=False,
        )
    model = onnx.load_from_string(buffer.getvalue())
    del model.graph.value_info[:]
    # the weights' values play no part in shapes and would only be copied
    for weight in model.graph.initializer:
        weight.ClearField("raw_data")
    return best(lambda: onnx.shape_inference.infer_shapes(model), 5)


def rows() -> Iterator[Row]:
    for subject in SUBJECTS:
        yield from _rows(subject)
