"""A network as torch's own files: an exported program, or its weights alone."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

import torch
from torch import Tensor

from explorer.build.weights import write_weights
from explorer.exchange.built import built, in_folder
from explorer.exchange.errors import ExportError
from explorer.exchange.onnx_check import samples
from explorer.exchange.quiet import quiet
from explorer.graph.files import FileError, write_atomically
from explorer.graph.model import Document

Say = Callable[[str], None]


class Written(NamedTuple):
    """What was written."""

    bytes: int
    tensors: int
    seconds: float


def export_pt2(
    document: Document,
    path: Path | str,
    state_dict: Mapping[str, Tensor] | None = None,
    say: Say | None = None,
) -> Written:
    """Write what ``torch.export`` makes of a network in evaluation mode, for any batch size.

    It is loaded again and run first: ExportError where it does not answer to the bit as the network
    does, or cannot be made or written.
    """
    started, say = perf_counter(), say or (lambda _: None)
    path = in_folder(path)
    network = built(document, state_dict)
    inputs = samples(network.plan.input_shapes)
    batch = torch.export.Dim("batch")
    say("Exporting")
    packed = io.BytesIO()
    try:
        with quiet():
            program = torch.export.export(
                network, inputs, dynamic_shapes=(tuple({0: batch} for _ in inputs),)
            )
            for node in program.graph.nodes:
                # says where on this machine each call was made
                node.meta.pop("stack_trace", None)
            torch.export.save(program, packed)
            say("Loading and running it")
            packed.seek(0)
            again = torch.export.load(packed).module()
    except Exception as error:  # whatever torch.export raises
        reason = str(error).strip().partition("\n")[0] or type(error).__name__
        raise ExportError("The network could not be exported.", f"{reason}.") from None
    for count in (1, 2):
        parts = tuple(x[:count] for x in inputs)
        with torch.no_grad():
            mine, theirs = network(*parts), again(*parts)
        pairs = zip(_several(mine), _several(theirs), strict=True)
        if not all(torch.equal(a.nan_to_num(), b.nan_to_num()) for a, b in pairs):
            raise ExportError("The exported program answers otherwise than the network.")
    say("Writing the file")
    try:
        write_atomically(path, packed.getvalue())
    except FileError as error:
        raise ExportError(f"{error}.", "", "Choose another folder, or make room.") from None
    return Written(path.stat().st_size, len(network.state_dict()), perf_counter() - started)


def export_safetensors(
    document: Document,
    path: Path | str,
    state_dict: Mapping[str, Tensor] | None = None,
    say: Say | None = None,
) -> Written:
    """Write a network's weights, under the names of its ``state_dict``; ExportError where they do
    not fit or the file cannot be written."""
    started = perf_counter()
    path = in_folder(path)
    if path.suffix != ".safetensors":
        raise ExportError(f"{path.name} is no name for weights.", "", "Let it end in .safetensors.")
    state = built(document, state_dict).state_dict()
    (say or (lambda _: None))("Writing the file")
    try:
        write_weights(state, path)
    except FileError as error:
        raise ExportError(f"{error}.", "", "Choose another folder, or make room.") from None
    return Written(path.stat().st_size, len(state), perf_counter() - started)


def _several(outputs: Tensor | tuple[Tensor, ...]) -> tuple[Tensor, ...]:
    return (outputs,) if isinstance(outputs, Tensor) else tuple(outputs)
