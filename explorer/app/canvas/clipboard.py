"""Blocks as text: copied ones are a small network file, so they paste across windows, and into
an editor. Their places travel with them, and so do notes, frames and the bends of wires."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication

from explorer.app.language import say
from explorer.graph.annotate import Annotate
from explorer.graph.annotations import fresh, part
from explorer.graph.edits import AddNodes, Batch, Edit, SetDocumentParameters
from explorer.graph.files import FileError, decode, encode
from explorer.graph.library import import_blocks, merged
from explorer.graph.model import (
    DEFINED,
    Bend,
    Document,
    Edge,
    Graph,
    Node,
    ParameterDefinition,
    Scope,
    fresh_name,
)
from explorer.graph.redefine import retyped, with_nodes
from explorer.graph.substitution import names_of, substituted, with_expressions
from explorer.graph.uses import needed
from explorer.graph.values import EMPTY, Params, Value
from explorer.layout.model import Point

NAME = "clipboard"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Canvas", text)


def to_text(
    document: Document,
    graph: Graph,
    names: Sequence[str],
    places: Mapping[str, Point],
    notes: Collection[str] = (),
    environment: Params = EMPTY,
) -> str:
    """Some nodes of a graph with the wires among them, and what they need: users' blocks, and the
    parameters that their expressions use, with the values in ``environment``."""
    found = part(graph, set(names), notes)
    found = found.with_nodes(
        tuple(
            replace(n, at=tuple(map(float, places[n.name]))) if n.name in places else n
            for n in found.nodes
        )
    )
    wanted = needed(document, found)
    definitions = tuple(d for d in document.definitions if d.name in wanted)
    parameters = tuple(
        ParameterDefinition(n, environment[n]) for n in names_of(found) if n in environment
    )
    return encode(Document(name=NAME, graph=found, definitions=definitions, parameters=parameters))


def read(text: str) -> Document | None:
    """What was copied, or any network as text; None where it is something else."""
    if not text.lstrip().startswith("{"):
        return None
    try:
        return decode(text)
    except FileError:
        return None


def why_not(text: str) -> str:
    """Why a text cannot be pasted: it is no network, or one with a fault."""
    if not text.strip():
        return _tr("There are no blocks on the clipboard.")
    if text.lstrip().startswith("{"):
        try:
            decode(text, _tr("The text on the clipboard"))
        except FileError as error:
            return f"{say(str(error))}."
        return _tr("There is nothing in the network on the clipboard.")
    words = " ".join(text.split())
    words = words[:40] + "…" if len(words) > 40 else words
    return _tr("“{0}” on the clipboard is a text, not blocks.").format(words)


class Pasted(NamedTuple):
    """The edit that pastes, and what the pasted blocks and notes are called."""

    edit: Edit
    names: tuple[str, ...]
    notes: tuple[str, ...] = ()


def paste(
    document: Document,
    scope: Scope,
    copied: Document,
    center: Point | None,
    environment: Params | None = None,
) -> Pasted | None:
    """The edit that puts copied nodes into a graph, their middle at ``center`` (None: where they
    were, a little aside).

    Users' blocks come along; one that means something else here comes under another name. So do
    parameters of the network; one that has another value here, or that cannot be used here, is
    pasted as its number. ``environment`` are the parameters that expressions here may use.
    """
    graph = document.graph_at(scope)
    new = copied.graph
    if not new.nodes and not new.notes:
        if copied.definitions:
            return Pasted(import_blocks(document, copied, "both"), ())
        return None
    blocks = merged(document, copied)
    edits = list(blocks.edits)
    here = document.environment if environment is None else environment
    numbers, more = _parameters(copied, here, not scope or not scope[0].startswith(DEFINED))
    if more:
        edits.append(SetDocumentParameters(parameters=(*document.parameters, *more)))
    if numbers:
        new = with_expressions(new, lambda value: substituted(value, numbers))
    new = with_nodes(new, lambda node: retyped(node, blocks.names))
    # an empty canvas leaves the layout to do what it did where the network came from
    as_it_was = not graph.nodes and any(n.at is None for n in new.nodes)
    dx, dy = (0.0, 0.0) if as_it_was else _shift(new, center)
    taken = set(graph.names)
    names: dict[str, str] = {}
    for node in new.nodes:
        names[node.name] = fresh_name(node.name, taken)
        taken.add(names[node.name])

    def moved(at: tuple[float, float]) -> tuple[float, float]:
        return round(at[0] + dx, 1), round(at[1] + dy, 1)

    def placed(node: Node) -> Node:
        return replace(
            node, name=names[node.name], at=moved(node.at) if node.at is not None else None
        )

    def called(edge: Edge) -> Edge:
        return edge._replace(source=names[edge.source], target=names[edge.target])

    edges = tuple(called(e) for e in new.edges if e.source in names and e.target in names)
    if new.nodes:
        edits.append(AddNodes(scope=scope, nodes=tuple(placed(n) for n in new.nodes), edges=edges))
    given: list[str] = []
    for wanted in (*(n.name for n in new.notes), *(f.name for f in new.frames)):
        given.append(fresh(graph, wanted, given))
    notes = tuple(
        replace(n, name=name, at=moved(n.at)) for n, name in zip(new.notes, given, strict=False)
    )
    frames = tuple(
        replace(f, name=name, blocks=tuple(names[b] for b in f.blocks))
        for f, name in zip(new.frames, given[len(notes) :], strict=True)
    )
    bends = tuple(
        Bend(called(edge), tuple(map(moved, points)))
        for edge, points in new.bends
        if edge.source in names and edge.target in names
    )
    if notes or frames or bends:
        edits.append(Annotate(scope=scope, notes=notes, frames=frames, bends=bends, what="Paste"))
    edit = edits[0] if len(edits) == 1 else Batch(edits=tuple(edits), what="Paste")
    return Pasted(edit, tuple(names.values()), tuple(n.name for n in notes))


def _parameters(
    copied: Document, here: Params, may_declare: bool
) -> tuple[dict[str, Value], tuple[ParameterDefinition, ...]]:
    """Of the parameters that come along: numbers to put in, and those to declare here."""
    numbers: dict[str, Value] = {}
    more = []
    for parameter in copied.parameters:
        name = parameter.name
        if name in here:
            if here[name] != parameter.default:
                numbers[name] = parameter.default
        elif may_declare and name.isidentifier():
            more.append(parameter)
        else:
            numbers[name] = parameter.default
    return numbers, tuple(more)


def _shift(graph: Graph, center: Point | None) -> tuple[float, float]:
    now = middle(graph)
    if center is None or now is None:
        return 36.0, 36.0
    return center.x - now.x, center.y - now.y


def middle(graph: Graph) -> Point | None:
    """The middle of the places of a graph's blocks and notes; None where nothing has a place."""
    placed = [n.at for n in graph.nodes if n.at is not None]
    for note in graph.notes:
        x, y = note.at
        placed += [note.at, (x + note.size[0], y + note.size[1])]
    if not placed:
        return None
    xs, ys = [p[0] for p in placed], [p[1] for p in placed]
    return Point((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)
