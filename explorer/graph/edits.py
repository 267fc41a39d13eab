"""Edits as values: each has ``apply(document) -> document`` and a label for the undo menu.

An edit that cannot be done raises EditError and changes nothing. ``merge_key`` is equal for the
steps of one drag or one typing, which the history then folds into one.
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import Protocol

import msgspec
from msgspec.structs import replace

from explorer.graph.annotations import carried, renamed
from explorer.graph.model import (
    DEFINED,
    NAME,
    About,
    BlockDefinition,
    Document,
    Edge,
    Flow,
    Graph,
    Node,
    ParameterDefinition,
    Scope,
    wired,
)
from explorer.graph.uses import count_uses, needed
from explorer.graph.values import Value


class EditError(ValueError):
    """An edit that the document does not allow; the message says why."""


class Edit(Protocol):
    """What can be done to a document."""

    @property
    def label(self) -> str: ...

    @property
    def merge_key(self) -> Hashable | None: ...

    def apply(self, document: Document) -> Document: ...


class _Edit(msgspec.Struct, frozen=True, kw_only=True):
    @property
    def merge_key(self) -> Hashable | None:
        return None


class _ScopedEdit(_Edit, frozen=True, kw_only=True):
    scope: Scope = ()

    def graph(self, document: Document) -> Graph:
        try:
            return document.graph_at(self.scope)
        except KeyError as error:
            raise EditError(f"there is no block {error} to edit in") from None

    def node(self, document: Document, name: str) -> Node:
        try:
            return self.graph(document)[name]
        except KeyError:
            raise EditError(f"there is no block “{name}”") from None

    def put(self, document: Document, graph: Graph, annotated: bool = False) -> Document:
        """The document with another graph in this scope. The notes, frames and bends there are
        carried over, unless the new graph is ``annotated`` already."""
        if not annotated:
            graph = carried(self.graph(document), graph)
        changed = document.with_graph(self.scope, graph)
        if self.scope and self.scope[0].startswith(DEFINED):
            return _finite(changed, self.scope[0].removeprefix(DEFINED))
        return changed


def check_name(name: str) -> None:
    if not NAME.fullmatch(name):
        raise EditError(
            f"“{name}” cannot be a name: use letters, digits, _ and -, at most 64 of them"
        )


class AddNodes(_ScopedEdit, frozen=True, kw_only=True):
    """Place nodes, with wires that touch them (adding, pasting, inserting)."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...] = ()

    @property
    def label(self) -> str:
        return f"Add {self.nodes[0].name}" if len(self.nodes) == 1 else f"Add {len(self.nodes)}"

    def apply(self, document: Document) -> Document:
        graph = self.graph(document)
        taken = set(graph.names)
        for node in self.nodes:
            check_name(node.name)
            if node.name in taken:
                raise EditError(f"there is already a block “{node.name}” here")
            taken.add(node.name)
        for edge in self.edges:
            if edge.source not in taken or edge.target not in taken:
                raise EditError(f"a wire from {edge.source} to {edge.target} has a missing end")
        ends = {(e.target, e.port) for e in self.edges}
        kept = tuple(e for e in graph.edges if (e.target, e.port) not in ends)
        return self.put(document, wired(graph.nodes + self.nodes, kept + self.edges))


class RemoveNodes(_ScopedEdit, frozen=True, kw_only=True):
    """Delete nodes and every wire that touches them."""

    names: tuple[str, ...]

    @property
    def label(self) -> str:
        return f"Delete {self.names[0]}" if len(self.names) == 1 else f"Delete {len(self.names)}"

    def apply(self, document: Document) -> Document:
        graph, gone = self.graph(document), set(self.names)
        for name in self.names:
            self.node(document, name)
        return self.put(
            document,
            wired(
                tuple(n for n in graph.nodes if n.name not in gone),
                tuple(e for e in graph.edges if e.source not in gone and e.target not in gone),
            ),
        )


class Connect(_ScopedEdit, frozen=True, kw_only=True):
    """Draw a wire; one that already ends in the same port gives way to it."""

    edge: Edge

    @property
    def label(self) -> str:
        return f"Connect {self.edge.source} to {self.edge.target}"

    def apply(self, document: Document) -> Document:
        graph, edge = self.graph(document), self.edge
        self.node(document, edge.source)
        self.node(document, edge.target)
        if edge.port < 0 or edge.source_port < 0:
            raise EditError("a port is counted from 0")
        from explorer.graph.order import would_cycle

        if would_cycle(graph, edge.source, edge.target):
            raise EditError(
                f"{edge.target} already leads to {edge.source}: a wire back would close a cycle"
            )
        kept = tuple(e for e in graph.edges if (e.target, e.port) != (edge.target, edge.port))
        return self.put(document, wired(graph.nodes, (*kept, edge)))


class Disconnect(_ScopedEdit, frozen=True, kw_only=True):
    """Take wires away."""

    edges: tuple[Edge, ...]

    @property
    def label(self) -> str:
        return "Disconnect"

    def apply(self, document: Document) -> Document:
        graph, gone = self.graph(document), set(self.edges)
        if not gone <= set(graph.edges):
            raise EditError("there is no such wire")
        return self.put(document, wired(graph.nodes, (e for e in graph.edges if e not in gone)))


class MoveNodes(_ScopedEdit, frozen=True, kw_only=True):
    """Put nodes at places on the canvas; None hands a node back to the automatic layout."""

    places: tuple[tuple[str, tuple[float, float] | None], ...]
    gesture: int = 0
    """Equal for the steps of one drag."""

    @property
    def label(self) -> str:
        return "Move" if any(at for _, at in self.places) else "Lay out"

    @property
    def merge_key(self) -> Hashable | None:
        names = tuple(name for name, _ in self.places)
        return ("move", self.scope, names, self.gesture) if self.gesture else None

    def apply(self, document: Document) -> Document:
        graph, places = self.graph(document), dict(self.places)
        for name in places:
            self.node(document, name)
        nodes = tuple(replace(n, at=places[n.name]) if n.name in places else n for n in graph.nodes)
        return self.put(document, graph.with_nodes(nodes), annotated=True)


class SetParameter(_ScopedEdit, frozen=True, kw_only=True):
    """Give a parameter of a node a value; ``unset`` takes it back to its default."""

    name: str
    parameter: str
    value: Value = None
    unset: bool = False
    gesture: int = 0
    """Equal for the steps of one typing."""

    @property
    def label(self) -> str:
        return f"Change {self.parameter} of {self.name}"

    @property
    def merge_key(self) -> Hashable | None:
        key = ("set", self.scope, self.name, self.parameter, self.gesture)
        return key if self.gesture else None

    def apply(self, document: Document) -> Document:
        node = self.node(document, self.name)
        if self.unset:
            params = node.params.without(self.parameter)
        else:
            params = node.params.with_value(self.parameter, self.value)
        graph = self.graph(document).with_node(replace(node, params=params))
        return self.put(document, graph, annotated=True)


class SetBypass(_ScopedEdit, frozen=True, kw_only=True):
    """Leave blocks out for now, their inputs passed on, or take them in again."""

    names: tuple[str, ...]
    bypassed: bool = True

    @property
    def label(self) -> str:
        what = self.names[0] if len(self.names) == 1 else str(len(self.names))
        return f"Bypass {what}" if self.bypassed else f"Stop bypassing {what}"

    def apply(self, document: Document) -> Document:
        graph = self.graph(document)
        for name in self.names:
            graph = graph.with_node(replace(self.node(document, name), bypassed=self.bypassed))
        return self.put(document, graph)


class Rename(_ScopedEdit, frozen=True, kw_only=True):
    """Call a node something else; its wires follow."""

    old: str
    new: str

    @property
    def label(self) -> str:
        return f"Rename {self.old} to {self.new}"

    def apply(self, document: Document) -> Document:
        graph = self.graph(document)
        self.node(document, self.old)
        check_name(self.new)
        if self.new != self.old and self.new in graph:
            raise EditError(f"there is already a block “{self.new}” here")

        def called(name: str) -> str:
            return self.new if name == self.old else name

        new = Graph(
            tuple(replace(n, name=self.new) if n.name == self.old else n for n in graph.nodes),
            tuple(
                e._replace(source=called(e.source), target=called(e.target)) for e in graph.edges
            ),
        )
        ends = {end: called(end) for edge in graph.edges for end in edge[:2]}
        new = renamed(graph, new, {**ends, **{name: called(name) for name in graph.names}})
        opened = tuple(sorted({self._followed(document, path) for path in document.opened}))
        return replace(self.put(document, new, annotated=True), opened=opened)

    def _followed(self, document: Document, path: str) -> str:
        """The path of a block shown opened, as it is called now; it may lead through several uses
        of the block in which something is renamed."""
        parts = path.split(".")
        found, graph = list(parts), document.graph
        scope: Scope = ()
        for i, name in enumerate(parts):
            if scope == self.scope and name == self.old:
                found[i] = self.new
            node = graph.by_name.get(name)
            if node is None:
                break
            definition = document.definition_by_name.get(node.type.removeprefix(DEFINED))
            if node.type.startswith(DEFINED) and definition is not None:
                graph, scope = definition.graph, (node.type,)
            elif node.body is not None:
                graph, scope = node.body, (*scope, name)
            else:
                break
        return ".".join(found)


class ReplaceNode(_ScopedEdit, frozen=True, kw_only=True):
    """Put another node, of the same name, where one is (unpack, make one's own, change type)."""

    node_: Node
    why: str = "Replace"

    @property
    def label(self) -> str:
        return f"{self.why} {self.node_.name}"

    def apply(self, document: Document) -> Document:
        self.node(document, self.node_.name)
        return self.put(document, self.graph(document).with_node(self.node_))


class ReplaceNodes(_ScopedEdit, frozen=True, kw_only=True):
    """Put other nodes, with their wires, in the place of some (make a block of them, unpack it)."""

    gone: tuple[str, ...]
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    what: str = "Replace"

    @property
    def label(self) -> str:
        return self.what

    def apply(self, document: Document) -> Document:
        graph, gone = self.graph(document), set(self.gone)
        for name in self.gone:
            self.node(document, name)
        kept = [n for n in graph.nodes if n.name not in gone]
        for node in self.nodes:
            check_name(node.name)
            if any(n.name == node.name for n in kept):
                raise EditError(f"there is already a block “{node.name}” here")
        edges = [e for e in graph.edges if e.source not in gone and e.target not in gone]
        at = self._place(graph, gone)
        nodes = (*kept[:at], *self.nodes, *kept[at:])
        return self.put(document, wired(nodes, (*edges, *self.edges)))

    @staticmethod
    def _place(graph: Graph, gone: set[str]) -> int:
        """Where the new nodes stand in the graph's order: behind all that leads to the old ones,
        before all that these lead to, where that can be."""
        behind = {e.target for e in graph.edges if e.source in gone and e.target not in gone}
        at = count = 0
        for node in graph.nodes:
            if node.name in behind:
                break
            if node.name in gone:
                at = count
            else:
                count += 1
        return at


class SetContents(_Edit, frozen=True, kw_only=True):
    """Put another graph and other definitions in the place of all there are: for what changes
    every use of a block at once."""

    graph: Graph
    definitions: tuple[BlockDefinition, ...]
    what: str

    @property
    def label(self) -> str:
        return self.what

    def apply(self, document: Document) -> Document:
        return replace(document, graph=self.graph, definitions=self.definitions)


class SetDocument(_Edit, frozen=True, kw_only=True):
    """Put another document in the place of this one: an earlier version, or what the disk has."""

    document: Document
    what: str

    @property
    def label(self) -> str:
        return self.what

    def apply(self, document: Document) -> Document:
        return self.document


class Fold(_Edit, frozen=True, kw_only=True):
    """Show a block opened in place, or closed."""

    path: str
    open: bool

    @property
    def label(self) -> str:
        return f"{'Open' if self.open else 'Close'} {self.path}"

    def apply(self, document: Document) -> Document:
        opened = set(document.opened)
        (opened.add if self.open else opened.discard)(self.path)
        return replace(document, opened=tuple(sorted(opened)))


class Turn(_Edit, frozen=True, kw_only=True):
    """Draw the network left to right, or top to bottom."""

    flow: Flow

    @property
    def label(self) -> str:
        return "Top to bottom" if self.flow == "down" else "Left to right"

    def apply(self, document: Document) -> Document:
        return replace(document, flow=self.flow)


class SetAbout(_Edit, frozen=True, kw_only=True):
    """Change the document's name or what it says about itself."""

    name: str | None = None
    about: About | None = None

    @property
    def label(self) -> str:
        return "Describe the network"

    def apply(self, document: Document) -> Document:
        name = document.name if self.name is None else self.name
        check_name(name)
        return replace(document, name=name, about=self.about or document.about)


class SetDocumentParameters(_Edit, frozen=True, kw_only=True):
    """Change the parameters of the whole network."""

    parameters: tuple[ParameterDefinition, ...]

    @property
    def label(self) -> str:
        return "Change the network's parameters"

    def apply(self, document: Document) -> Document:
        names = [p.name for p in self.parameters]
        if len(set(names)) < len(names) or not all(n.isidentifier() for n in names):
            raise EditError("parameters need different names, each a word")
        return replace(document, parameters=self.parameters)


class SetDocumentParameter(_Edit, frozen=True, kw_only=True):
    """Give one parameter of the whole network another value."""

    name: str
    value: Value
    gesture: int = 0
    """Equal for the steps of one typing."""

    @property
    def label(self) -> str:
        return f"Change {self.name}"

    @property
    def merge_key(self) -> Hashable | None:
        return ("network", self.name, self.gesture) if self.gesture else None

    def apply(self, document: Document) -> Document:
        known = {p.name: p for p in document.parameters}
        if self.name not in known:
            names = ", ".join(known) or "it has none"
            raise EditError(f"the network has no parameter “{self.name}” (known: {names})")
        return replace(
            document,
            parameters=tuple(
                replace(p, default=self.value) if p.name == self.name else p
                for p in document.parameters
            ),
        )


class Define(_Edit, frozen=True, kw_only=True):
    """Add a user's block, or put a new definition in the place of the old one."""

    definition: BlockDefinition
    what: str = ""
    gesture: int = 0
    """Equal for the steps of one typing."""

    @property
    def label(self) -> str:
        return self.what or f"Define {self.definition.name}"

    @property
    def merge_key(self) -> Hashable | None:
        return ("define", self.label, self.gesture) if self.gesture else None

    def apply(self, document: Document) -> Document:
        new = self.definition
        check_name(new.name)
        if new.name in document.definition_by_name:
            found = tuple(new if d.name == new.name else d for d in document.definitions)
        else:
            found = (*document.definitions, new)
        return _finite(replace(document, definitions=found), new.name)


class Undefine(_Edit, frozen=True, kw_only=True):
    """Take a user's block away; refused while it is used."""

    name: str

    @property
    def label(self) -> str:
        return f"Remove the block {self.name}"

    def apply(self, document: Document) -> Document:
        if self.name not in document.definition_by_name:
            raise EditError(f"there is no block “{self.name}”")
        if count_uses(document, self.name):
            raise EditError(f"the block “{self.name}” is still used")
        kept = tuple(d for d in document.definitions if d.name != self.name)
        return replace(document, definitions=kept)


def _finite(document: Document, name: str) -> Document:
    """The document, unless a user's block contains itself in it."""
    if name in needed(document, document.definition_by_name[name].graph):
        raise EditError(f"“{name}” would contain itself, without end")
    return document


class Batch(_Edit, frozen=True, kw_only=True):
    """Several edits as one undoable step."""

    edits: tuple[Edit, ...]
    what: str

    @property
    def label(self) -> str:
        return self.what

    @property
    def merge_key(self) -> Hashable | None:
        keys = tuple(edit.merge_key for edit in self.edits)
        return keys if keys and None not in keys else None

    def apply(self, document: Document) -> Document:
        for edit in self.edits:
            document = edit.apply(document)
        return document
