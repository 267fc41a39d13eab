"""Every layer and block that can be placed, and the document's own beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from explorer.blocks import (
    convolutions,
    dense,
    factorized,
    heads,
    inception,
    inception_resnet,
    inception_v3,
    inception_v4,
    lenet,
    mobile,
    nasnet,
    network_in_network,
    repeat,
    residual,
    shuffle,
    squeeze_excitation,
    xception,
)
from explorer.blocks.description import (
    Block,
    BlockError,
    BlockType,
    Container,
    Expansion,
    Role,
    Settings,
    Shape,
)
from explorer.blocks.layers import (
    activation,
    axes,
    channel_norms,
    channels,
    convolution,
    linear,
    merge,
    more_activations,
    norm,
    opaque,
    picking,
    pooling,
    ports,
    radial_basis,
    reshaping,
    resizing,
    scaling,
    shifting,
    zero_channels,
)
from explorer.blocks.parameters import Kind, Parameter, ParameterError, choice, settings
from explorer.graph.model import DEFINED, GROUP, BlockDefinition, Document, Graph, Node
from explorer.graph.values import Params, Value

BUILT_IN: Mapping[str, BlockType] = {
    block.name: block
    for family in (
        (*ports.LAYERS[:2],),
        convolution.LAYERS,
        norm.LAYERS,
        channel_norms.LAYERS,
        activation.LAYERS,
        more_activations.LAYERS,
        pooling.LAYERS,
        linear.LAYERS,
        radial_basis.LAYERS,
        merge.LAYERS,
        scaling.LAYERS,
        (*ports.LAYERS[2:],),
        resizing.LAYERS,
        zero_channels.LAYERS,
        channels.LAYERS,
        picking.LAYERS,
        axes.LAYERS,
        shifting.LAYERS,
        reshaping.LAYERS,
        opaque.LAYERS,
        convolutions.BLOCKS,
        residual.BLOCKS,
        squeeze_excitation.BLOCKS,
        lenet.BLOCKS,
        network_in_network.BLOCKS,
        inception.BLOCKS,
        inception_v3.BLOCKS,
        inception_v4.BLOCKS,
        inception_resnet.BLOCKS,
        factorized.BLOCKS,
        xception.BLOCKS,
        dense.BLOCKS,
        mobile.BLOCKS,
        shuffle.BLOCKS,
        nasnet.BLOCKS,
        repeat.BLOCKS,
        heads.BLOCKS,
    )
    for block in family
}
"""All built-in types by name, in the order of the palette."""


class Group(Block):
    """A node with a graph of its own; what it expands to is that graph."""

    name = GROUP
    title = "Group"
    category = "Blocks"
    role = Role.COMPOSITE
    parameters = (
        choice(
            "container",
            tuple(c.value for c in Container),
            "A module with named parts, a numbered nn.Sequential, or no module of its own.",
        ),
    )

    def expand(self, p: Settings, inputs: tuple[Shape, ...]) -> Expansion:
        raise BlockError("a group has no graph of its own here", "", "Choose another block.")


class DefinedBlock(Block):
    """A block that the user made."""

    category = "My blocks"

    def __init__(self, definition: BlockDefinition) -> None:
        self.definition = definition
        self.name = DEFINED + definition.name  # type: ignore[misc]
        self.title = definition.name  # type: ignore[misc]
        self.default_name = definition.name  # type: ignore[misc]
        self.class_name = definition.name  # type: ignore[misc]
        self.help = definition.help  # type: ignore[misc]
        self.inputs = len(definition.graph.of_type("input"))  # type: ignore[misc]
        self.outputs = len(definition.graph.of_type("output"))  # type: ignore[misc]
        self.parameters = tuple(  # type: ignore[misc]
            Parameter(p.name, _kind_of(p.default), p.default, p.help) for p in definition.parameters
        )

    def expand(self, p: Settings, inputs: tuple[Shape, ...]) -> Expansion:
        return Expansion(self.definition.graph)

    def summary(self, p: Settings) -> str:
        return ", ".join(f"{k} {v}" for k, v in p.items())


def _kind_of(value: Value) -> Kind:
    if isinstance(value, bool):
        return Kind.BOOL
    if isinstance(value, float):
        return Kind.FLOAT
    if isinstance(value, tuple) and all(type(v) is int for v in value):
        return Kind.PAIR if len(value) == 2 else Kind.LIST
    return Kind.INT if isinstance(value, int) else Kind.ANY


_GROUP = Group()
_UNRESOLVED = BlockError("an expression stands where its value is needed")


PREPARED_LIMIT = 50_000
IDENTITY = "identity"
"""The type of what passes its input on, as a bypassed block does."""


class Prepared:
    """A type with certain parameters, and what the analysis has found out about it.

    ``results`` is the analysis's own, by input shapes; it lives here so that it goes with the
    document's definitions, on which it may depend.
    """

    __slots__ = ("block", "error", "results", "settings")

    def __init__(self, block: BlockType, settings: Params, error: BlockError | None = None) -> None:
        self.block = block
        self.settings = settings
        self.error = error
        self.results: dict[Any, Any] = {}


class Catalogue:
    """What the nodes of a document may be: the built-in types and its own definitions."""

    def __init__(self, definitions: tuple[BlockDefinition, ...] = ()) -> None:
        self.definitions = definitions
        self._own: dict[str, BlockType] = {DEFINED + d.name: DefinedBlock(d) for d in definitions}
        self._prepared: dict[tuple[str, Params], Prepared] = {}

    def forget(self) -> None:
        """Start cold, as a measurement of the first analysis must."""
        self._prepared.clear()

    def find(self, type_: str) -> BlockType:
        """The type of this name; BlockError where there is none."""
        if type_ == GROUP:
            return _GROUP
        found = BUILT_IN.get(type_) or self._own.get(type_)
        if found is None:
            raise BlockError(
                f"there is no block type “{type_}”",
                "It is neither built in nor defined in this document.",
                "Replace the block, or define it.",
            )
        return found

    def acting(self, node: Node) -> BlockType:
        """The type that a node acts as: its own, or an identity while it is bypassed."""
        return BUILT_IN[IDENTITY] if node.bypassed else self.find(node.type)

    def __iter__(self) -> Iterator[BlockType]:
        yield from BUILT_IN.values()
        yield from self._own.values()

    def parameters(self, node: Node) -> tuple[Parameter, ...]:
        return self.find(node.type).parameters_for(node.params, self.find)

    def settings(self, type_: str, params: Params) -> Params:
        """The parameters with defaults filled in; BlockError where a value is not taken."""
        prepared = self.prepared(type_, params)
        if prepared.error is not None:
            raise prepared.error.again()
        return prepared.settings

    def prepared(self, type_: str, params: Params) -> Prepared:
        """A type with its parameters checked, the same object for equal ones."""
        key = (type_, params)
        known = self._prepared.get(key)
        if known is None:
            if len(self._prepared) > PREPARED_LIMIT:
                self._prepared.clear()
            known = self._prepared[key] = self._prepare(type_, params)
        return known

    def _prepare(self, type_: str, params: Params) -> Prepared:
        block: BlockType = _GROUP
        if params.expressions:
            # to be prepared once its values are known; trying these would only build an error
            return Prepared(block, params, _UNRESOLVED)
        try:
            block = self.find(type_)
            found = settings(block.parameters_for(params, self.find), params)
        except BlockError as error:
            return Prepared(block, params, error)
        except ParameterError as error:
            wrong = BlockError(f"{block.title}: {error}", "", "Give it a value that it takes.")
            return Prepared(block, params, wrong)
        return Prepared(block, found)

    def arity(self, node: Node) -> tuple[int, int | None]:
        """How many inputs a node needs at least, and may have at most."""
        if node.body is not None:
            count = len(node.body.of_type("input"))
            return count, count
        try:
            block = self.find(node.type)
        except BlockError:
            return 0, None
        return block.inputs, None if block.variadic else block.inputs

    def output_count(self, node: Node) -> int:
        if node.body is not None:
            return len(node.body.of_type("output"))
        try:
            return self.find(node.type).outputs
        except BlockError:
            return 1

    def expand(self, node: Node, p: Settings, inputs: tuple[Shape, ...]) -> Expansion | None:
        """What a block is made of; None for a layer."""
        if node.body is not None:
            return Expansion(node.body, Container(p["container"]))
        block = self.find(node.type)
        return block.expand(p, inputs) if isinstance(block, Block) else None


@lru_cache(maxsize=16)
def _catalogue(definitions: tuple[BlockDefinition, ...]) -> Catalogue:
    return Catalogue(definitions)


PLAIN = Catalogue()
"""The catalogue of documents without definitions of their own."""


def catalogue_of(document: Document) -> Catalogue:
    return _catalogue(document.definitions) if document.definitions else PLAIN


def empty_group() -> Graph:
    """The body of a new group: what comes in goes out."""
    from explorer.blocks.builder import Builder

    b = Builder()
    b.output(b.input())
    return b.graph()
