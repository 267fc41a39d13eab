"""A network as an ONNX file: exported, checked, run by ONNX Runtime, and only then written."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

import onnx
from torch import Tensor

from explorer.analysis.analyze import Analysis, analyze
from explorer.build.module import BuiltNetwork
from explorer.exchange.built import built, in_folder
from explorer.exchange.errors import ExportError
from explorer.exchange.onnx_check import compared, other_size, samples
from explorer.exchange.onnx_proto import converted, finished, with_named_calls
from explorer.exchange.quiet import quiet
from explorer.graph.files import FileError, write_atomically
from explorer.graph.model import Document

OPSET = 18
OPSETS = range(13, 23)
"""Versions of ONNX's operators that can be asked for; all that the older exporter, the newer one or
both can write, and that ONNX Runtime runs."""

NATIVE = 18
"""The newer exporter writes this one; later ones are converted from it, earlier ones cannot be."""

IR_VERSION = 10
"""The newest that ONNX Runtime reads; onnx itself would write a newer one."""

TOLERANCE = 1e-4
"""Of the largest logit. Sums are taken in another order, so the last bits differ."""

LARGEST = 2**31
"""Bytes that one protobuf message may have: from here on weights lie beside the file."""

SMALL = 1024
"""Bytes of a tensor that stays in the file."""

Say = Callable[[str], None]


class Report(NamedTuple):
    """What was written, and how near ONNX Runtime comes to torch."""

    difference: float
    """The largest, of any output value."""
    largest_logit: float
    """The largest magnitude of torch's outputs."""
    relative: float
    """The first by the second."""
    opset: int
    ir_version: int
    nodes: int
    seconds: float
    any_size: bool
    """Whether images of any height and width are taken; proven on another size."""
    external: str
    """The file beside it that holds the weights; empty where they are in it."""


class _Made(NamedTuple):
    model: onnx.ModelProto
    difference: float
    largest: float
    spatial: bool


def export(
    document: Document,
    path: Path | str,
    state_dict: Mapping[str, Tensor] | None = None,
    say: Say | None = None,
    *,
    opset: int = OPSET,
    spatial: bool = True,
    external: bool = False,
) -> Report:
    """Write a network in evaluation mode, for any batch size, with torch's initial weights or those
    given; ``say`` is told of each step.

    With ``spatial``, images may be of any size where the network takes any. With ``external``, and
    always from 2 GB on, the weights are written beside the file as ``NAME.onnx.data``.
    ExportError where it cannot be built or converted, where ONNX Runtime's answer differs by more
    than 1e-4 of the largest logit, or where the file cannot be written.
    """
    started = perf_counter()
    say = say or (lambda _: None)
    path = in_folder(path)
    if opset not in OPSETS:
        raise ExportError(
            f"Opset {opset} cannot be written.",
            f"Those from {OPSETS[0]} to {OPSETS[-1]} can.",
            f"Take {OPSET}, which most runtimes know.",
        )
    analysis = analyze(document)
    external = external or 4 * analysis.totals.parameters >= LARGEST
    network = with_named_calls(built(document, state_dict))
    larger = other_size(document, analysis) if spatial else None
    with tempfile.TemporaryDirectory(prefix=".explorer-", dir=path.parent) as folder:
        beside = Path(folder, path.name) if external else None
        made = _converted(network, analysis, opset, larger, beside, say)
        say("Writing the file")
        _write(path, made.model, beside)
    report = Report(
        made.difference,
        made.largest,
        made.difference / made.largest if made.largest else 0.0,
        made.model.opset_import[0].version,
        made.model.ir_version,
        len(made.model.graph.node),
        perf_counter() - started,
        made.spatial,
        data_of(path).name if external else "",
    )
    say(
        f"ONNX Runtime differs from torch by {report.difference:.2g} at most, "
        f"{report.relative:.2g} of the largest value"
    )
    return report


def data_of(path: Path) -> Path:
    """The file beside a model that holds its weights."""
    return path.with_name(path.name + ".data")


def _write(path: Path, model: onnx.ModelProto, beside: Path | None) -> None:
    try:
        if beside is None:
            write_atomically(path, model.SerializeToString())
            return
        if path.is_dir():
            raise OSError("there is a folder of that name")
        # the weights first: a model without them is no model
        shutil.move(data_of(beside), data_of(path))
        shutil.move(beside, path)
    except (FileError, OSError) as error:
        what = str(error) if isinstance(error, FileError) else f"{path} could not be written"
        raise ExportError(f"{what}.", "", "Choose another folder, or make room.") from None


def _converted(
    network: BuiltNetwork,
    analysis: Analysis,
    opset: int,
    larger: tuple[int, ...] | None,
    beside: Path | None,
    say: Say,
) -> _Made:
    """A checked model, and how far it is from torch. Both exporters are tried, and a fixed size
    where an open one fails; with ``beside``, the model is left there with its weights."""
    reasons = []
    inputs = samples(network.plan.input_shapes)
    exporters = (True, False) if opset >= NATIVE else (False, True)
    for new in exporters:
        for spatial in (True, False) if larger is not None else (False,):
            say(
                ("Converting" if new else "Converting with torch's older exporter")
                + (", for any size" if spatial else "")
            )
            try:
                with quiet():
                    raw = converted(network, inputs, opset, new, spatial)
                    model = finished(raw, analysis, opset, IR_VERSION)
                    if model.opset_import[0].version != opset:
                        raise ValueError(f"opset {opset} was not reached")
                    found = _checked(model, beside)
                say("Running it with ONNX Runtime")
                difference, largest = compared(network, found, inputs)
                if spatial and larger is not None:
                    more, most = compared(network, found, samples([larger]))
                    difference, largest = max(difference, more), max(largest, most)
            except ExportError:
                raise
            except Exception as error:  # whatever the exporters, the checker or the runtime raise
                reasons.append(str(error).strip().partition("\n")[0] or type(error).__name__)
                continue
            if difference <= TOLERANCE * largest:
                return _Made(model, difference, largest, spatial)
            reasons.append(
                f"ONNX Runtime's answer differs by {difference:.2g}, "
                f"{difference / largest if largest else difference:.2g} of the largest value"
            )
    raise ExportError(
        "The network could not be converted to ONNX.",
        "; ".join(dict.fromkeys(reasons)) + ".",
        "Replace the block that ONNX does not know, or export PyTorch source instead.",
    )


def _checked(model: onnx.ModelProto, beside: Path | None) -> bytes | Path:
    """The model as it will be written, after onnx's own checks: its bytes, or where it lies."""
    if beside is None:
        data: bytes = model.SerializeToString()
        onnx.checker.check_model(data, full_check=True)
        return data
    data_of(beside).unlink(missing_ok=True)
    onnx.save_model(
        model,
        beside,
        save_as_external_data=True,
        location=data_of(beside).name,
        size_threshold=SMALL,
    )
    onnx.checker.check_model(beside, full_check=True)
    return beside


__all__ = ["OPSET", "OPSETS", "ExportError", "Report", "export"]
