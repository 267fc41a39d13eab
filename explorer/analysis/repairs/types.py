"""Blocks of types that there are not."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from msgspec.structs import replace

from explorer.analysis.repairs.place import Candidate, Place
from explorer.blocks.description import BlockError
from explorer.blocks.registry import BUILT_IN
from explorer.graph.edits import ReplaceNode
from explorer.graph.values import Params


def candidates(place: Place) -> Iterator[Candidate]:
    """The types that are called most alike, with the parameters that they know."""
    node = place.node
    if node is None or node.body is not None:
        return
    catalogue = place.analysis.catalogue
    try:
        catalogue.find(node.type)
    except BlockError:
        pass
    else:
        return
    called = {t.name.removeprefix("my:").lower(): t for t in catalogue}
    called |= {t.title.lower(): t for t in BUILT_IN.values()}
    wanted = node.type.removeprefix("my:").lower().rpartition(".")[2]
    close = [called[c] for c in get_close_matches(wanted, list(called), 4, 0.5)]
    identity = BUILT_IN["identity"]
    for type_ in dict.fromkeys((*close, identity)):
        if type_.name in ("input", "output"):
            continue
        known = {p.name for p in type_.parameters}
        params = Params({k: v for k, v in node.params.items() if k in known})
        edit = ReplaceNode(scope=place.there, node_=replace(node, type=type_.name, params=params))
        text = f"Put {type_.title} in its place"
        yield Candidate(text, (edit,), removes=type_ is identity)
