"""A class of the source: what bodies it stands for, and what its constructor takes and writes."""

from __future__ import annotations

from dataclasses import dataclass, field

from explorer.exchange.source.calls import Literal
from explorer.exchange.source.classes import Group
from explorer.exchange.source.columns import MISSING, Missing
from explorer.exchange.source.tree import Body

Slot = tuple[str | int, ...]
"""Where a number stands in a class: part, children of rows, name of the argument."""


@dataclass(frozen=True)
class Dialect:
    """How a framework says what all of them have."""

    module: str
    """The class that a block's derives from."""
    network: str
    row: str
    """Modules one after the other."""
    listed: bool
    """Whether these stand in a list."""
    identity: str
    forward: str
    tensor: str
    training: str
    """What is true while training; a name is an argument of ``forward``."""
    channels_last: bool


TORCH = Dialect(
    "nn.Module",
    "nn.Module",
    "nn.Sequential",
    False,
    "nn.Identity()",
    "forward",
    "Tensor",
    "self.training",
    False,
)


@dataclass(eq=False)
class Argument:
    """One argument of a class's constructor."""

    name: str
    values: dict[Body, Literal]
    default: Literal | Missing = MISSING

    @property
    def annotation(self) -> str:
        return " | ".join(dict.fromkeys(_type(value) for value in self.values.values()))


@dataclass(eq=False)
class Class:
    """A class of the source: its bodies, its arguments, and what stands in each slot."""

    name: str
    group: Group
    dialect: Dialect = TORCH
    arguments: list[Argument] = field(default_factory=list)
    texts: dict[Slot, str] = field(default_factory=dict)
    numbers: set[Slot] = field(default_factory=set)
    """Slots whose text is a value itself, no name or expression."""
    locals: list[tuple[str, str]] = field(default_factory=list)
    """Names given to expressions that stand in several slots."""
    conditions: dict[int, str] = field(default_factory=dict)
    """When an optional part is a module and not an identity."""

    @property
    def body(self) -> Body:
        return self.group.members[0]

    @property
    def single(self) -> bool:
        """Whether it has one instance, so that its shapes are known."""
        return len(self.group.members) == 1


def _type(value: Literal) -> str:
    match value:
        case None:
            return "None"
        case tuple():
            return f"tuple[{', '.join(_type(v) for v in value)}]"
        case list():
            return "list[int]"
    return type(value).__name__
