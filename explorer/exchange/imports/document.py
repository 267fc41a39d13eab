"""A flat network as a document: nested, our blocks recognised, repeats folded."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from explorer.analysis.analyze import analyze
from explorer.exchange.imports.flat import OPAQUE, Dropped, Flat, ImportReport
from explorer.exchange.imports.fold import fold
from explorer.exchange.imports.nest import nest
from explorer.exchange.imports.recognise import recognise
from explorer.graph.model import About, Document


class Made(NamedTuple):
    """A document that came in."""

    document: Document
    keys: Mapping[str, str]
    """Where the weights of each node hang in the document's network, by the node's path."""
    report: ImportReport


def document_of(
    flat: Flat,
    name: str,
    about: About,
    dropped: tuple[Dropped, ...] = (),
    say: Callable[[str], None] = lambda line: None,
) -> Made:
    """The document of a network that some reader has read, and the report on it."""
    say("gathering layers into blocks")
    nested = nest(flat)
    say("looking for known blocks")
    recognised = recognise(nested.graph)
    say("folding repeats")
    folded = fold(recognised.graph)
    document = Document(name=name, about=about, graph=folded.graph, definitions=folded.definitions)
    return Made(
        document, nested.keys, _report(document, flat, folded.blocks, recognised.found, dropped)
    )


def _report(
    document: Document,
    flat: Flat,
    folded: int,
    recognised: tuple[tuple[str, int], ...],
    dropped: tuple[Dropped, ...],
) -> ImportReport:
    analysis = analyze(document)
    opaque = tuple(
        (node.path, str(node.params["label"])) for node in flat.nodes if node.type == OPAQUE
    )
    return ImportReport(
        parameters=analysis.totals.parameters,
        macs=analysis.totals.macs,
        layers=len(flat.nodes),
        opaque=opaque,
        dropped=dropped,
        folded=folded,
        recognised=recognised,
    )
