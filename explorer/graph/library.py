"""Libraries of users' blocks: network files whose graph is empty, and merging one in."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal, NamedTuple

from msgspec.structs import replace

from explorer.graph.edits import Batch, Define, Edit, EditError
from explorer.graph.model import BlockDefinition, Document, fresh_name
from explorer.graph.redefine import retyped, with_nodes
from explorer.graph.uses import needed

SUFFIX = ".blocks.json"

Clash = Literal["keep", "replace", "both"]
"""What becomes of two different blocks of one name: the one here stays, the imported one takes its
place, or the imported one comes under another name."""


def library_of(document: Document, names: Collection[str] | None = None) -> Document:
    """The document's own blocks (or some, with those that they need) as a document of their own."""
    wanted = set(document.definition_by_name if names is None else names)
    for name in tuple(wanted):
        wanted |= needed(document, document.definition_by_name[name].graph)
    found = tuple(d for d in document.definitions if d.name in wanted)
    return Document(name=document.name, definitions=found)


def clashes(document: Document, library: Document) -> tuple[str, ...]:
    """Names under which both have a block, and not the same one."""
    here = document.definition_by_name
    return tuple(d.name for d in library.definitions if d.name in here and here[d.name] != d)


class Merged(NamedTuple):
    """The edits that bring blocks in, and what those that came under another name are called."""

    edits: tuple[Edit, ...]
    names: dict[str, str]


def merged(document: Document, library: Document, clash: Clash = "both") -> Merged:
    """How the blocks of a library come into a document."""
    names: dict[str, str] = {}
    if clash == "both":
        taken = {*document.definition_by_name, *library.definition_by_name}
        other = set(clashes(document, library))
        for definition in library.definitions:
            # one that is the same by the letter means another where a block within it does
            means_another = definition.name in document.definition_by_name and other & needed(
                library, definition.graph
            )
            if definition.name in other or means_another:
                names[definition.name] = fresh_name(definition.name, taken)
                taken.add(names[definition.name])
    edits: list[Edit] = []
    for definition in library.definitions:
        known = document.definition_by_name.get(definition.name)
        if known is not None and clash == "keep":
            continue
        new = _renamed(definition, names)
        if document.definition_by_name.get(new.name) != new:
            edits.append(Define(definition=new))
    return Merged(tuple(edits), names)


def _renamed(definition: BlockDefinition, names: dict[str, str]) -> BlockDefinition:
    graph = with_nodes(definition.graph, lambda node: retyped(node, names))
    return replace(definition, name=names.get(definition.name, definition.name), graph=graph)


def import_blocks(document: Document, library: Document, clash: Clash) -> Edit:
    """Bring the blocks of a library in, as one step."""
    if not library.definitions:
        raise EditError("there are no blocks of your own in that file")
    edits = merged(document, library, clash).edits
    return Batch(edits=edits, what="Import blocks")
