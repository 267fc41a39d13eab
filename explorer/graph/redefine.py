"""Changing what a user's block is called and which parameters it has; every use follows."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from explorer.graph.edits import Define, Edit, EditError, SetContents, check_name
from explorer.graph.expressions import FUNCTION_NAMES
from explorer.graph.model import (
    DEFINED,
    BlockDefinition,
    Document,
    Graph,
    Node,
    ParameterDefinition,
    fresh_name,
)
from explorer.graph.substitution import substituted, with_expressions
from explorer.graph.uses import is_use
from explorer.graph.values import Params, Value


def with_nodes(graph: Graph, change: Callable[[Node], Node]) -> Graph:
    """A graph with each node changed, groups within it included; the graph itself where nothing
    changes."""

    def one(node: Node) -> Node:
        if node.body is not None:
            body = with_nodes(node.body, change)
            if body is not node.body:
                node = replace(node, body=body)
        return change(node)

    nodes = tuple(one(n) for n in graph.nodes)
    same = all(a is b for a, b in zip(nodes, graph.nodes, strict=True))
    return graph if same else graph.with_nodes(nodes)


def retyped(node: Node, names: dict[str, str]) -> Node:
    """A node with users' blocks called by other names."""
    types = {DEFINED + old: DEFINED + new for old, new in names.items()}
    params = {k: types.get(v, v) if isinstance(v, str) else v for k, v in node.params.items()}
    if node.type not in types and params == node.params:
        return node
    return replace(node, type=types.get(node.type, node.type), params=Params(params))


def rename_block(document: Document, old: str, new: str) -> Edit:
    """Call a user's block something else, wherever it stands."""
    _known(document, old)
    check_name(new)
    if new != old and new in document.definition_by_name:
        raise EditError(f"there is already a block of your own called “{new}”")

    def follow(graph: Graph) -> Graph:
        return with_nodes(graph, lambda node: retyped(node, {old: new}))

    definitions = tuple(
        replace(d, name=new if d.name == old else d.name, graph=follow(d.graph))
        for d in document.definitions
    )
    return SetContents(
        graph=follow(document.graph), definitions=definitions, what=f"Rename {old} to {new}"
    )


def describe_block(document: Document, name: str, help: str, gesture: int = 0) -> Edit:
    """Say what a user's block is for."""
    definition = replace(_known(document, name), help=help)
    return Define(definition=definition, what=f"Describe {name}", gesture=gesture)


def add_parameter(document: Document, block: str, parameter: ParameterDefinition) -> Edit:
    """Give a user's block one more parameter."""
    definition = _known(document, block)
    _check_parameter(definition, parameter.name)
    new = replace(definition, parameters=(*definition.parameters, parameter))
    return Define(definition=new, what=f"Add {parameter.name} to {block}")


def change_parameter(
    document: Document, block: str, name: str, parameter: ParameterDefinition, gesture: int = 0
) -> Edit:
    """Change a parameter's default or help."""
    definition = _known(document, block)
    parameters = tuple(parameter if p.name == name else p for p in definition.parameters)
    new = replace(definition, parameters=parameters)
    return Define(definition=new, what=f"Change {name} of {block}", gesture=gesture)


def rename_parameter(document: Document, block: str, old: str, new: str) -> Edit:
    """Call a parameter something else, in the block's expressions and in every use."""
    definition = _known(document, block)
    if new == old:
        return Define(definition=definition)
    _check_parameter(definition, new)
    changed = replace(
        definition,
        parameters=tuple(
            replace(p, name=new) if p.name == old else p for p in definition.parameters
        ),
        graph=_put(definition.graph, old, f"={new}"),
    )

    def called(key: str) -> str:
        head, dot, last = key.rpartition(".")
        return head + dot + new if last == old else key

    return _with_uses(document, changed, called, f"Rename {old} of {block} to {new}")


def remove_parameter(document: Document, block: str, name: str) -> Edit:
    """Take a parameter away: its default stands in its place, in every use."""
    definition = _known(document, block)
    gone = next((p for p in definition.parameters if p.name == name), None)
    if gone is None:
        raise EditError(f"“{block}” has no parameter “{name}”")
    changed = replace(
        definition,
        parameters=tuple(p for p in definition.parameters if p is not gone),
        graph=_put(definition.graph, name, gone.default),
    )

    def called(key: str) -> str:
        return "" if key.rpartition(".")[2] == name else key

    return _with_uses(document, changed, called, f"Remove {name} of {block}")


def _known(document: Document, name: str) -> BlockDefinition:
    found = document.definition_by_name.get(name)
    if found is None:
        raise EditError(f"there is no block “{name}”")
    return found


def _check_parameter(definition: BlockDefinition, name: str) -> None:
    if not name.isidentifier() or not name.isascii() or name in RESERVED:
        raise EditError(f"“{name}” cannot be a parameter: use a word such as width")
    if any(p.name == name for p in definition.parameters):
        raise EditError(f"“{definition.name}” has a parameter “{name}” already")


def fresh_parameter(definition: BlockDefinition, wanted: str) -> str:
    """A name that a new parameter can have."""
    wanted = wanted if wanted not in RESERVED else wanted + "_"
    return fresh_name(wanted, (p.name for p in definition.parameters))


RESERVED = FUNCTION_NAMES | {
    *("and", "or", "not", "if", "else", "in", "is", "True", "False", "None", "self", "for"),
    *("block", "count", "container", "lambda", "class", "def", "return", "import", "from"),
}
"""Words that mean something else in an expression, in a stage, or in the exported class."""


def _put(graph: Graph, name: str, value: Value) -> Graph:
    return with_expressions(graph, lambda text: substituted(text, {name: value}))


def _with_uses(
    document: Document, changed: BlockDefinition, called: Callable[[str], str], what: str
) -> Edit:
    """A definition changed together with the values that its uses give; ``called`` is empty for
    one that goes."""
    type_ = DEFINED + changed.name

    def one(node: Node) -> Node:
        if not is_use(node, type_):
            return node
        params = {called(k): v for k, v in node.params.items() if called(k)}
        return node if params == node.params else node.with_params(params)

    definitions = tuple(
        replace(new, graph=with_nodes(new.graph, one))
        for new in (changed if d.name == changed.name else d for d in document.definitions)
    )
    graph = with_nodes(document.graph, one)
    return SetContents(graph=graph, definitions=definitions, what=what)
