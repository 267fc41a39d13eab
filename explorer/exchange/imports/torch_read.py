"""A torch module as a document with its weights."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from typing import NamedTuple

import torch
from msgspec.structs import replace
from torch import Tensor, nn
from torch.utils._pytree import tree_leaves

from explorer.blocks.description import Shape
from explorer.build.module import build
from explorer.exchange.imports.collapse import collapsed
from explorer.exchange.imports.document import Made, document_of
from explorer.exchange.imports.flat import (
    Dropped,
    Flat,
    FlatOutput,
    ImportingError,
    ImportReport,
)
from explorer.exchange.imports.record import Record
from explorer.exchange.imports.trace import BATCH, Trace
from explorer.graph.model import About, Document


class Imported(NamedTuple):
    """What came in."""

    document: Document
    weights: dict[str, Tensor]
    """By the names that the document's network has for them."""
    report: ImportReport


def import_module(
    model: nn.Module,
    shapes: tuple[Shape, ...],
    name: str,
    about: About,
    say: Callable[[str], None] = lambda line: None,
    check: Callable[[], None] = lambda: None,
    batch: int | None = None,
) -> Imported:
    """The document of a module that takes images of these shapes, with the module's weights.

    ``say`` is told what is being done; ``check`` is called often, and ends it by raising. ``batch``
    is how many images it takes at once, where it takes no other number.
    ImportingError says why the module cannot be run on such images.
    """
    # it is run on the CPU, where what is checked below is the same to the bit
    model = _evaluating(model)
    say("running the module once")
    record, outputs = _watched(model, shapes, check, batch or BATCH)
    nodes, ends = collapsed(
        tuple(record.nodes.values()),
        record.owner,
        record.classes,
        [end.source for end in outputs],
        record.shapes,
    )
    outputs = tuple(replace(end, source=ends.get(end.source, end.source)) for end in outputs)
    flat = Flat(tuple(record.inputs), tuple(nodes), outputs)
    dropped = tuple(
        Dropped(name, "weights that nothing reads in evaluation") for name in record.unused
    )
    made = document_of(flat, name, about, dropped, say)
    check()
    weights, renamed = _weights(model, record, made)
    report = replace(made.report, renamed=renamed)
    if not report.opaque:
        say("comparing what it computes")
        report = replace(report, exact=_is_same(model, made.document, weights, shapes, batch or 1))
    return Imported(made.document, weights, report)


def _evaluating(model: nn.Module) -> nn.Module:
    model = model.cpu()
    for module in model.modules():
        # an exported program knows no eval(), and is in evaluation anyway
        module.training = False
    return model


def _watched(
    model: nn.Module, shapes: tuple[Shape, ...], check: Callable[[], None], batch: int
) -> tuple[Record, tuple[FlatOutput, ...]]:
    """What the module does in evaluation, and what it gives besides where its outermost ``forward``
    believes to train, as the auxiliary heads of GoogLeNet."""
    record, found = _run(model, shapes, check, batch)
    outputs = [FlatOutput(path) for path, _ in found]
    if record.unused:
        trained = copy.deepcopy(model)
        trained.training = True
        try:
            fuller, more = _run(trained, shapes, check, batch)
        except ImportingError:
            return record, tuple(outputs)
        if len(fuller.unused) < len(record.unused) and len(more) > len(found):
            main = _main(found[0][1], more)
            rest = [path for i, (path, _) in enumerate(more) if i != main]
            return fuller, (FlatOutput(more[main][0]), *(FlatOutput(p, True) for p in rest))
    return record, tuple(outputs)


def _main(expected: Tensor, found: list[tuple[str, Tensor]]) -> int:
    """Which of the outputs in training is the one in evaluation."""
    for i, (_, value) in enumerate(found):
        if value.shape == expected.shape and torch.equal(value, expected):
            return i
    return 0


def _run(
    model: nn.Module, shapes: tuple[Shape, ...], check: Callable[[], None], batch: int
) -> tuple[Record, list[tuple[str, Tensor]]]:
    trace = Trace(model, check, batch)
    try:
        with torch.random.fork_rng(devices=()):
            torch.manual_seed(0)
            found = trace.run(shapes)
    except (RuntimeError, TypeError, ValueError, AssertionError, IndexError, KeyError) as error:
        images = ", ".join("×".join(map(str, shape)) for shape in shapes)
        reason = str(error).strip().partition("\n")[0] or type(error).__name__
        raise ImportingError(
            f"The module cannot be run on images of {images}: {reason[:300]}. "
            "Give the shape that it takes by --input."
        ) from error
    if not found:
        raise ImportingError("The module gives no tensor that is made of its input.")
    return trace.record, found


def _weights(
    model: nn.Module, record: Record, made: Made
) -> tuple[dict[str, Tensor], tuple[tuple[str, str], ...]]:
    """The module's weights by their names in the document, and those whose names are others."""
    state = model.state_dict()
    found: dict[str, Tensor] = {}
    renamed = []
    for ours, theirs in record.keys.items():
        path, _, local = ours.rpartition(".")
        key = made.keys.get(path)
        if key is None or theirs not in state:
            continue
        value = state[theirs]
        if record.nodes[path].type == "layer_scale":
            value = value.flatten()
        own = f"{key}.{local}"
        found[own] = value.detach().clone().contiguous()
        if own != theirs:
            renamed.append((theirs, own))
    return found, tuple(renamed)


def _is_same(
    model: nn.Module,
    document: Document,
    weights: Mapping[str, Tensor],
    shapes: tuple[Shape, ...],
    batch: int,
) -> bool:
    """Whether the document's network gives the very same values with these weights."""
    network = build(document).eval()
    try:
        network.load_state_dict(dict(weights))
    except RuntimeError:
        return False
    images = [torch.rand(batch, *shape) for shape in shapes]
    with torch.no_grad():
        ours, theirs = network(*images), model(*images)
    first = ours if isinstance(ours, Tensor) else ours[0]
    leaves = tree_leaves(theirs)
    expected = next(value for value in leaves if isinstance(value, Tensor))
    return first.shape == expected.shape and bool(torch.equal(first, expected))
