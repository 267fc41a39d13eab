"""Which graph of the document is seen at a place of the network.

A place is a path of names from the root. Where it leads through an instance of a user's block, what
is seen is that block's definition, and an edit there edits it; where it leads into a built-in
block, what is seen belongs to nobody.
"""

from __future__ import annotations

import msgspec

from explorer.analysis.analyze import Analysis
from explorer.graph.edits import Batch, Edit
from explorer.graph.model import DEFINED, Graph, Node, Scope


def home(analysis: Analysis, scope: Scope) -> Scope:
    """The scope that an edit at a place has: from the innermost definition around it."""
    found: Scope = ()
    for node, name in _nodes(analysis, scope):
        is_instance = node is not None and _is_instance(analysis, node)
        found = (node.type,) if node is not None and is_instance else (*found, name)
    return found


def graph_at(analysis: Analysis, scope: Scope) -> Graph:
    """The document's graph that is seen at a place; KeyError where a built-in block decides."""
    return analysis.document.graph_at(home(analysis, scope))


def is_owned(analysis: Analysis, scope: Scope) -> bool:
    """Whether what is seen at a place can be edited."""
    try:
        graph_at(analysis, scope)
    except KeyError:
        return False
    return True


def instances(analysis: Analysis, scope: Scope) -> tuple[str | None, ...]:
    """For each name of a place, the user's block that it is an instance of."""
    return tuple(
        node.type.removeprefix(DEFINED)
        if node is not None and _is_instance(analysis, node)
        else None
        for node, _ in _nodes(analysis, scope)
    )


def built_in_around(analysis: Analysis, path: str) -> str:
    """The built-in block around a path that decides over it; empty where nothing does."""
    parts = tuple(path.split("."))
    if is_owned(analysis, parts[:-1]):
        return ""
    for end in range(len(parts) - 2, -1, -1):
        if is_owned(analysis, parts[:end]):
            return ".".join(parts[: end + 1])
    return ""


def at_home(analysis: Analysis, edit: Edit) -> Edit:
    """The edit with places of the network turned into scopes of the document."""
    if isinstance(edit, Batch):
        return msgspec.structs.replace(edit, edits=tuple(at_home(analysis, e) for e in edit.edits))
    scope = getattr(edit, "scope", ())
    if not scope or scope[0].startswith(DEFINED):
        return edit
    there = home(analysis, scope)
    return edit if there == scope else msgspec.structs.replace(edit, scope=there)  # type: ignore[type-var]


def _is_instance(analysis: Analysis, node: Node) -> bool:
    name = node.type.removeprefix(DEFINED)
    return node.type.startswith(DEFINED) and name in analysis.document.definition_by_name


def _nodes(analysis: Analysis, scope: Scope) -> list[tuple[Node | None, str]]:
    """The node of each name of a place: as it is evaluated, or, where it has no input yet, as the
    document has it."""
    found: list[tuple[Node | None, str]] = []
    evaluation = analysis.at(())
    graph: Graph | None = analysis.document.graph
    for name in scope:
        node = graph.by_name.get(name) if graph is not None else None
        found.append((node, name))
        state = evaluation.states.get(name) if evaluation is not None else None
        evaluation = state.result.inside if state is not None and state.result is not None else None
        if evaluation is not None:
            graph = evaluation.graph
        elif node is not None and _is_instance(analysis, node):
            graph = analysis.document.definition_by_name[node.type.removeprefix(DEFINED)].graph
        else:
            graph = node.body if node is not None else None
    return found
