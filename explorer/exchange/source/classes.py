"""Bodies grouped into classes: those of one kind and one structure share a class.

Two structures are one as well where they differ in that a part is an identity in some bodies and
a module in others, as the shortcut of a residual block is.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field

from explorer.exchange.source.calls import arguments
from explorer.exchange.source.tree import Body, Call, Ladder, Row, Unit


@dataclass(eq=False)
class Group:
    """The bodies of one class."""

    members: list[Body]
    units: list[Unit]
    """For every part, one that stands for all: a module rather than an identity."""
    signatures: list[Hashable]
    optional: set[int] = field(default_factory=set)
    """Parts that are an identity in some members."""

    def merged(self, other: Group) -> Group | None:
        """Both as one group; None where they differ in more than identities."""
        if _frame(self.members[0]) != _frame(other.members[0]):
            return None
        found = Group(self.members + other.members, [], [], self.optional | other.optional)
        for i in range(len(self.units)):
            mine, theirs = self.signatures[i], other.signatures[i]
            keep = other if is_identity(self.units[i]) else self
            if mine != theirs:
                if not (is_identity(self.units[i]) or is_identity(other.units[i])):
                    return None
                found.optional.add(i)
            found.units.append(keep.units[i])
            found.signatures.append(keep.signatures[i])
        return found


def groups_of(root: Body) -> list[Group]:
    """All classes of a network, each after those that it uses, the network's own last."""
    bodies = _bodies(root)
    heights: dict[Body, int] = {}
    for body in bodies:
        heights[body] = 1 + max((heights[b] for b in _used(body)), default=0)
    kinds = _kinds(bodies, heights)
    found: list[Group] = []
    group_of: dict[Body, Group] = {}
    for members in kinds:
        groups: list[Group] = []
        by_structure: dict[Hashable, Group] = {}
        for body in members:
            signatures = [_signature(part.unit, group_of) for part in body.parts]
            structure = (_frame(body), tuple(signatures))
            known = by_structure.get(structure)
            if known is None:
                known = Group([body], [p.unit for p in body.parts], signatures)
                by_structure[structure] = known
                groups.append(known)
            else:
                known.members.append(body)
        for group in _merge(groups):
            found.append(group)
            group_of.update(dict.fromkeys(group.members, group))
    return found


def _bodies(root: Body) -> list[Body]:
    """All bodies, each once, after those that it uses."""
    found: dict[Body, None] = {}

    def visit(body: Body) -> None:
        if body not in found:
            for used in _used(body):
                visit(used)
            found[body] = None

    visit(root)
    return list(found)


def _used(body: Body) -> Iterator[Body]:
    for part in body.parts:
        yield from bodies_in(part.unit)


def bodies_in(unit: Unit) -> Iterator[Body]:
    """The bodies that a unit consists of, rows seen through."""
    if isinstance(unit, Body):
        yield unit
    elif isinstance(unit, Row | Ladder):
        for child in unit.children if isinstance(unit, Row) else unit.rungs:
            yield from bodies_in(child)


def _kinds(bodies: list[Body], heights: dict[Body, int]) -> list[list[Body]]:
    """Bodies by kind, each kind after those that it uses. Kinds that use themselves, if only
    through others, are parted by height, which no body shares with one inside it."""
    uses: dict[Hashable, set[Hashable]] = {}
    for body in bodies:
        uses.setdefault(body.kind, set()).update(b.kind for b in _used(body))
    circular = {kind for kind in uses if kind in _reached(kind, uses)}
    by_kind: dict[Hashable, list[Body]] = {}
    for body in bodies:
        key: Hashable = (body.kind, heights[body]) if body.kind in circular else body.kind
        by_kind.setdefault(key, []).append(body)
    key_of = {body: key for key, members in by_kind.items() for body in members}
    order: dict[Hashable, list[Body]] = {}

    def visit(key: Hashable) -> None:
        if key not in order:
            for body in by_kind[key]:
                for used in _used(body):
                    visit(key_of[used])
            order[key] = by_kind[key]

    for key in by_kind:
        visit(key)
    return list(order.values())


def _reached(start: Hashable, uses: dict[Hashable, set[Hashable]]) -> set[Hashable]:
    found: set[Hashable] = set()
    todo = list(uses[start])
    while todo:
        kind = todo.pop()
        if kind not in found:
            found.add(kind)
            todo.extend(uses[kind])
    return found


def _merge(groups: list[Group]) -> list[Group]:
    found: list[Group] = []
    for group in groups:
        for i, known in enumerate(found):
            both = known.merged(group)
            if both is not None:
                found[i] = both
                break
        else:
            found.append(group)
    return found


def _frame(body: Body) -> Hashable:
    """The structure of a body, its units aside."""
    return (
        body.input_names,
        tuple((p.name, p.reads, p.writes, p.aside) for p in body.parts),
        body.outputs,
        body.auxiliary,
    )


def _signature(unit: Unit, group_of: dict[Body, Group]) -> Hashable:
    """What two units have in common that differ in numbers only."""
    match unit:
        case Row():
            return ("row", *(_signature(child, group_of) for child in unit.children))
        case Ladder():
            rungs = {_signature(rung, group_of) for rung in unit.rungs}
            return ("ladder", unit.stem, unit.start, frozenset(rungs))
        case Body():
            return ("body", id(group_of[unit]))
    operation = unit.operation
    if not operation.is_module:
        return ("function", operation.target, operation.kwargs)
    return (operation.target, operation.function, *sorted(arguments(operation)))


def is_identity(unit: Unit) -> bool:
    """Whether a unit passes on what it is given."""
    return isinstance(unit, Call) and unit.operation.target in _IDENTITIES


_IDENTITIES = ("nn.Identity", "layers.Identity")
