"""What every reader makes of a network before it becomes a document: a flat list of our layers.

A reader says which layers there are, what they read and where they hung in the module tree; nesting,
folding and recognising follow from that and are shared. No torch here.
"""

from __future__ import annotations

import msgspec

from explorer.blocks.description import Shape
from explorer.graph.values import EMPTY, Params

OPAQUE = "opaque"
"""The type of a node that stands for what we have no layer for. Its ``params`` are ``label``,
``output_shape``, ``parameters`` and ``macs``."""


class FlatInput(msgspec.Struct, frozen=True):
    """Where an image comes in. Its name is a path that nodes may have as a source."""

    name: str
    shape: Shape
    """Without the batch."""


class FlatNode(msgspec.Struct, frozen=True):
    """One layer at its place."""

    path: str
    """Dotted, unique, as in the state dict: ``layer1.0.conv1``. What has no weights, as a function
    that was called in ``forward``, is called as one likes within the path of the module around."""
    type: str
    """One of our layers (``conv2d``), or ``opaque``."""
    params: Params = EMPTY
    """As a document has them; those at their default may be left out."""
    sources: tuple[str, ...] = ()
    """Paths of the nodes, or names of the inputs, that it reads, in the order of its ports."""
    output: Shape = ()
    """The shape that it gave, without the batch."""


class FlatOutput(msgspec.Struct, frozen=True):
    """A value that goes out."""

    source: str
    """The path of a node, or the name of an input."""
    auxiliary: bool = False
    """Whether it goes out while training only."""
    name: str = ""
    """What it is called; left to the document where empty."""


class Flat(msgspec.Struct, frozen=True):
    """A whole network, its nodes in an order in which they can run."""

    inputs: tuple[FlatInput, ...]
    nodes: tuple[FlatNode, ...]
    outputs: tuple[FlatOutput, ...]


class Dropped(msgspec.Struct, frozen=True):
    """Something that is not in the document, and why."""

    path: str
    what: str


class ImportReport(msgspec.Struct, frozen=True):
    """What came in and what did not, for people to read."""

    parameters: int
    """Trained and fixed ones, of the document."""
    macs: int
    layers: int
    opaque: tuple[tuple[str, str], ...] = ()
    """Paths of opaque blocks with their labels."""
    dropped: tuple[Dropped, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()
    """Keys of the state dict that are others in the document: as they were, as they are."""
    folded: int = 0
    """How many blocks stand in a stage ×N."""
    recognised: tuple[tuple[str, int], ...] = ()
    """How many of each of our blocks were found."""
    exact: bool | None = None
    """Whether it gives the very same values with the weights that came with it; None where that
    could not be tried."""
    notes: tuple[str, ...] = ()
    """What else is worth knowing, a sentence each."""


class ImportingError(ValueError):
    """Why something cannot come in: what is wrong, and what would help."""
