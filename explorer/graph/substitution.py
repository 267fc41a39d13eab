"""Names in expressions: which a graph uses, and others put in their place."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping

from msgspec.structs import replace

from explorer.graph.expressions import ExpressionError, evaluate
from explorer.graph.model import Graph, Node
from explorer.graph.values import Params, Value


def names_in(text: str) -> tuple[str, ...]:
    """Parameters that an expression (without its ``=``) uses, in their order; none where it cannot
    be read."""
    tree = _read(text)
    if tree is None:
        return ()
    called = {id(e.func) for e in ast.walk(tree) if isinstance(e, ast.Call)}
    found = [e for e in ast.walk(tree) if isinstance(e, ast.Name) and id(e) not in called]
    found.sort(key=lambda e: (e.lineno, e.col_offset))
    return tuple(dict.fromkeys(e.id for e in found))


def names_of(graph: Graph) -> tuple[str, ...]:
    """Parameters that the expressions of a graph use, groups within it included."""
    found: dict[str, None] = {}
    for node in graph.nodes:
        for key in node.params.expressions:
            found |= dict.fromkeys(names_in(str(node.params[key])[1:]))
        if node.body is not None:
            found |= dict.fromkeys(names_of(node.body))
    return tuple(found)


def substituted(value: Value, bindings: Mapping[str, Value]) -> Value:
    """An expression with values, or other expressions, put in for names. What then needs no name
    any more is the number that it comes to."""
    if not isinstance(value, str) or not value.startswith("="):
        return value
    text = value[1:].strip()
    if text in bindings:
        return bindings[text]
    tree = _read(text)
    if tree is None or not bindings.keys() & set(names_in(text)):
        return value
    try:
        written = ast.unparse(_Put(bindings).visit(tree))
        return "=" + written if names_in(written) else evaluate(written, {})
    except (ExpressionError, RecursionError, ValueError):
        return value


class _Put(ast.NodeTransformer):
    def __init__(self, bindings: Mapping[str, Value]) -> None:
        self._bindings = bindings

    def visit_Call(self, node: ast.Call) -> ast.AST:
        # the function's own name is no parameter
        node.args = [self.visit(a) for a in node.args]
        return node

    def visit_Name(self, node: ast.Name) -> ast.AST:
        if node.id not in self._bindings:
            return node
        value = self._bindings[node.id]
        if isinstance(value, str) and value.startswith("="):
            tree = _read(value[1:])
            return node if tree is None else tree
        tree = _read(repr(value))
        return node if tree is None else tree


def with_expressions(graph: Graph, put: Callable[[Value], Value]) -> Graph:
    """A graph with each of its expressions replaced, groups within it included; the graph itself
    where nothing changes."""

    def one(node: Node) -> Node:
        params = node.params
        if params.expressions:
            changed = {key: put(params[key]) for key in params.expressions}
            if any(params[key] != value for key, value in changed.items()):
                node = replace(node, params=Params({**params, **changed}))
        if node.body is not None:
            body = with_expressions(node.body, put)
            if body is not node.body:
                node = replace(node, body=body)
        return node

    nodes = tuple(one(n) for n in graph.nodes)
    same = all(a is b for a, b in zip(nodes, graph.nodes, strict=True))
    return graph if same else graph.with_nodes(nodes)


def _read(text: str) -> ast.expr | None:
    try:
        return ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
