"""A network as an ONNX file: exported, checked, run by ONNX Runtime, and only then written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

import numpy as np
import onnx
import torch
from torch import Tensor

from explorer.analysis.analyze import Analysis, analyze
from explorer.build.module import BuildError, BuiltNetwork, build
from explorer.exchange.onnx_proto import converted, finished
from explorer.exchange.quiet import quiet
from explorer.graph.files import FileError, write_atomically
from explorer.graph.model import Document

OPSET = 18
IR_VERSION = 10
"""The newest that ONNX Runtime reads; onnx itself would write a newer one."""

TOLERANCE = 1e-4
"""Of the largest logit. Sums are taken in another order, so the last bits differ."""

LARGEST = 2**31
"""Bytes that one protobuf message may have."""

Say = Callable[[str], None]


class ExportError(Exception):
    """Why a network could not be exported: what is wrong, why, how to mend it."""

    def __init__(self, what: str, why: str = "", mend: str = "") -> None:
        super().__init__(" ".join(part for part in (what, why, mend) if part))
        self.what = what
        self.why = why
        self.mend = mend


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


def export(
    document: Document,
    path: Path | str,
    state_dict: Mapping[str, Tensor] | None = None,
    say: Say | None = None,
) -> Report:
    """Write a network in evaluation mode, for any batch size, with torch's initial weights or those
    given; ``say`` is told of each step.

    ExportError where it cannot be built or converted, where ONNX Runtime's answer differs by more
    than 1e-4 of the largest logit, or where the file cannot be written.
    """
    started = perf_counter()
    say = say or (lambda _: None)
    path = Path(path)
    if not path.parent.is_dir():
        raise ExportError(f"There is no folder {path.parent}.", "", "Make it, or choose another.")
    analysis = analyze(document)
    if 4 * analysis.totals.parameters >= LARGEST:
        raise ExportError(
            f"The weights take {4 * analysis.totals.parameters / 2**30:.1f} GB.",
            "One ONNX file holds less than 2 GB.",
            "Make the network smaller.",
        )
    network = _built(document, state_dict)
    inputs = _samples(network)
    model, data, difference, largest = _converted(network, analysis, inputs, say)
    say("Writing the file")
    try:
        write_atomically(path, data)
    except FileError as error:
        raise ExportError(f"{error}.", "", "Choose another folder, or make room.") from None
    report = Report(
        difference,
        largest,
        difference / largest if largest else 0.0,
        model.opset_import[0].version,
        model.ir_version,
        len(model.graph.node),
        perf_counter() - started,
    )
    say(
        f"ONNX Runtime differs from torch by {report.difference:.2g} at most, "
        f"{report.relative:.2g} of the largest value"
    )
    return report


def _built(document: Document, state_dict: Mapping[str, Tensor] | None) -> BuiltNetwork:
    try:
        # always the same file for the same document, and nobody else's random numbers used up
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(0)
            network = build(document)
    except BuildError as error:
        problem = error.problem
        raise ExportError(f"{error}.", problem.why, problem.mend) from None
    if state_dict is not None:
        try:
            network.load_state_dict(dict(state_dict))
        except RuntimeError as error:
            raise ExportError(
                "The weights do not fit the network.",
                str(error).splitlines()[-1].strip(),
                "Take those of a run of this very network.",
            ) from None
    return network.eval()


def _samples(network: BuiltNetwork) -> tuple[Tensor, ...]:
    """Seeded random inputs for a batch of 2, which leave the program's own random state alone."""
    generator = torch.Generator().manual_seed(0)
    return tuple(torch.randn(2, *shape, generator=generator) for shape in network.plan.input_shapes)


def _converted(
    network: BuiltNetwork, analysis: Analysis, inputs: tuple[Tensor, ...], say: Say
) -> tuple[onnx.ModelProto, bytes, float, float]:
    """A checked model, also as bytes, and how far it is from torch: the largest difference, the
    largest value."""
    reasons = []
    for new in (True, False):
        say("Converting" if new else "Converting with torch's older exporter")
        try:
            with quiet():
                model = finished(
                    converted(network, inputs, OPSET, new), analysis, OPSET, IR_VERSION
                )
                data = model.SerializeToString()
                onnx.checker.check_model(data, full_check=True)
            say("Running it with ONNX Runtime")
            difference, largest = _compared(network, data, inputs)
        except ExportError:
            raise
        except Exception as error:  # whatever the exporters, the checker or the runtime raise
            reasons.append(str(error).strip().partition("\n")[0] or type(error).__name__)
            continue
        if difference <= TOLERANCE * largest:
            return model, data, difference, largest
        reasons.append(
            f"ONNX Runtime's answer differs by {difference:.2g}, "
            f"{difference / largest if largest else difference:.2g} of the largest value"
        )
    raise ExportError(
        "The network could not be converted to ONNX.",
        "; ".join(dict.fromkeys(reasons)) + ".",
        "Replace the block that ONNX does not know, or export PyTorch source instead.",
    )


def _compared(
    network: BuiltNetwork, data: bytes, inputs: tuple[Tensor, ...]
) -> tuple[float, float]:
    """The largest difference from torch's outputs for batches of 1 and 2, and their largest
    magnitude."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(data, options, providers=["CPUExecutionProvider"])
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
