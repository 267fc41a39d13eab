"""Some blocks of a network as a network of their own, so that their source can be written."""

from __future__ import annotations

from collections.abc import Collection
from typing import cast

from msgspec.structs import replace

from explorer.analysis.analyze import Analysis
from explorer.analysis.results import Problem
from explorer.build.plan import BuildError
from explorer.graph.definitions import Arity, make_block
from explorer.graph.edits import Batch, Define, EditError, ReplaceNodes
from explorer.graph.model import About, Document, Node, Scope
from explorer.graph.substitution import substituted, with_expressions
from explorer.graph.values import Params

NAME = "selection"


def region_of(analysis: Analysis, scope: Scope, names: Collection[str]) -> Document:
    """A document of some nodes at a place: what comes into them are its inputs, of the shapes that
    they have there, and the numbers that hold there stand for parameters.

    BuildError where a shape is not known, or where other blocks lie between them.
    """
    evaluation = analysis.at(scope)
    if evaluation is None:
        raise _failed(names, "the shape that comes into the block around it is not known")
    graph = with_expressions(
        evaluation.graph, lambda value: substituted(value, evaluation.environment)
    )
    document = analysis.document
    outer = Document(name=document.name, definitions=document.definitions, graph=graph)
    arity = Arity(analysis.catalogue.arity, analysis.catalogue.output_count)
    called = next(iter(names)) if len(names) == 1 else NAME
    while called in document.definition_by_name:
        called += "_"
    try:
        made = make_block(outer, (), names, called, arity)
    except EditError as error:
        raise _failed(names, str(error)) from None
    define, put = cast("tuple[Define, ReplaceNodes]", cast("Batch", made.edit).edits)
    sources = {e.port: e for e in put.edges if e.target == made.names[0]}
    inner = define.definition.graph
    nodes: list[Node] = []
    for port, node in enumerate(inner.of_type("input")):
        source = sources.get(port)
        target = inner.outgoing[node.name][0].target
        if source is None:
            raise _failed((target,), f"nothing comes into “{target}”, so its shape is not known")
        state = evaluation.states.get(source.source)
        outputs = state.result.outputs if state is not None and state.result is not None else ()
        if source.source_port >= len(outputs):
            raise _failed((target,), f"the shape that comes into “{target}” is not known yet")
        shape = tuple(outputs[source.source_port])
        nodes.append(replace(node, params=Params({"shape": shape})))
    new = inner.with_nodes((*nodes, *(n for n in inner.nodes if n.type != "input")))
    idea = f"Part of {document.about.title or document.name}."
    return Document(
        name=called,
        about=About(title=called, idea=idea),
        definitions=document.definitions,
        graph=new,
    )


def _failed(names: Collection[str], why: str) -> BuildError:
    path = next(iter(names)) if len(names) == 1 else ""
    return BuildError(Problem("error", path, why, "", ""))
