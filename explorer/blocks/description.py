"""How a layer or block describes itself: ports, parameters, shapes, costs, torch call.

A *layer* has rules of its own. A *block* has none: it expands into a graph of layers and blocks,
from which all its figures, its module and its code follow.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from math import prod
from typing import Any, ClassVar, NamedTuple

import msgspec

from explorer.blocks.parameters import Parameter
from explorer.graph.model import Graph
from explorer.graph.values import Value

Shape = tuple[int, ...]
"""``(C, H, W)`` or ``(F,)``; the batch is not part of it."""

Settings = Mapping[str, Any]
"""Parameters with every default filled in and every value checked."""


class Role(StrEnum):
    """What a block does, which gives it its colour."""

    CONVOLUTION = "convolution"
    NORM = "norm"
    ACTIVATION = "activation"
    POOLING = "pooling"
    MERGE = "merge"
    LINEAR = "linear"
    COMPOSITE = "composite"
    PORT = "port"
    SHAPE = "shape"


class Container(StrEnum):
    """How a block's children hang in the torch module tree."""

    MODULE = "module"
    """A module of its own, children under their names."""
    SEQUENTIAL = "sequential"
    """An ``nn.Sequential``: children numbered in order, transparent ones counted through."""
    TRANSPARENT = "transparent"
    """No module: the children belong to the module around it."""


class Term(msgspec.Struct, frozen=True):
    """A sum of products that explains itself: ``(kh·kw·C) … = 11·11·3·96 + 96 = 34 944``."""

    formula: str = ""
    products: tuple[tuple[int, ...], ...] = ()

    @property
    def value(self) -> int:
        products = self.products
        if len(products) == 1:
            return prod(products[0])
        return sum(map(prod, products))

    @property
    def numbers(self) -> str:
        """The formula with the numbers put in."""
        return " + ".join("·".join(map(str, p)) for p in self.products) or "0"


NOTHING = Term()


class Cost(msgspec.Struct, frozen=True):
    """What one pass of one sample through a layer costs, as terms."""

    parameters: Term = NOTHING
    macs: Term = NOTHING
    """Multiply-adds of convolutions and linear layers, as FlopCounterMode counts them."""
    extra: Term = NOTHING
    """Operations outside that count: bias, norm, pooling, activation, addition."""
    makes_tensor: bool = True
    """False for views, which take no activation memory."""
    fixed: Term = NOTHING
    """How many of the parameters are set and not trained."""


class Window(msgspec.Struct, frozen=True):
    """What a layer sees of its input, per axis (height, width): for the receptive field."""

    kernel: tuple[int, int] = (1, 1)
    stride: tuple[int, int] = (1, 1)
    padding: tuple[int, int] = (0, 0)
    dilation: tuple[int, int] = (1, 1)
    transposed: bool = False


POINT = Window()


class WholeImage:
    """The window of a layer that sees everything: global pooling, linear after flatten."""


WHOLE_IMAGE = WholeImage()


class Operation(NamedTuple):
    """A torch call as data: evaluated it is the module, printed it is the code.

    A *module* is a class of torch.nn with its arguments; a *function* is applied to the inputs in
    ``forward`` (``add``, ``mul`` or a name such as ``torch.cat``).
    """

    target: str
    args: tuple[Value, ...] = ()
    kwargs: tuple[tuple[str, Value], ...] = ()
    is_module: bool = True
    function: str = ""
    """How it is written in ``forward``, for modules without state and for functions whose name and
    arguments do not say it: ``torch.flatten({}, 1)``."""
    definition: str = ""
    """The source of the class where the target is none of torch.nn's."""


class Mend(NamedTuple):
    """A change of parameters that would mend a problem."""

    label: str
    changes: tuple[tuple[str, Value], ...] = ()
    bypassed: bool | None = None
    """Whether the block should be bypassed from now on; None where that stays as it is."""


class BlockError(ValueError):
    """Why a block cannot take its inputs or parameters: what is wrong, why, how to mend it."""

    def __init__(
        self, what: str, why: str = "", mend: str = "", mends: tuple[Mend, ...] = ()
    ) -> None:
        super().__init__(what)
        self.what = what
        self.why = why
        self.mend = mend
        self.mends = mends

    def again(self) -> BlockError:
        """The same error without a past: one that is kept and raised again and again gathers
        tracebacks, and everything that they hold."""
        return BlockError(self.what, self.why, self.mend, self.mends)


class Hint(NamedTuple):
    """Something worth knowing about a block that works."""

    what: str
    mends: tuple[Mend, ...] = ()


class BlockType:
    """What layers and blocks have in common. Subclasses are singletons, kept in the registry."""

    name: ClassVar[str]
    """The type as written in documents, such as ``conv2d``."""
    title: ClassVar[str]
    role: ClassVar[Role]
    category: ClassVar[str]
    help: ClassVar[str] = ""
    symbol: ClassVar[str] = ""
    """Drawn instead of a card where a symbol says more: ``+``."""
    parameters: ClassVar[tuple[Parameter, ...]] = ()
    inputs: ClassVar[int] = 1
    """How many inputs it needs."""
    variadic: ClassVar[bool] = False
    """Whether it takes any number of inputs from ``inputs`` on."""
    outputs: ClassVar[int] = 1
    default_name: ClassVar[str] = ""
    """What a new one is called; the type's name where empty."""

    def parameters_for(
        self, given: Mapping[str, Value], find: Callable[[str], BlockType]
    ) -> tuple[Parameter, ...]:
        """The parameters, for those whose list depends on a value (a stage's on its block)."""
        return self.parameters

    def summary(self, p: Settings) -> str:
        """The parameters in a few characters, for the block's card: ``3×3 s2 p1``."""
        return ""


class Layer(BlockType):
    """One torch.nn module or functional operation, with rules of its own."""

    def output(self, p: Settings, inputs: tuple[Shape, ...]) -> Shape:
        """The output's shape; BlockError where the inputs cannot be taken."""
        return inputs[0]

    def explain_output(self, p: Settings, inputs: tuple[Shape, ...]) -> tuple[str, ...]:
        """How the shape comes about, a line each, every line ``arithmetic = result``."""
        return ()

    def cost(self, p: Settings, inputs: tuple[Shape, ...], output: Shape) -> Cost:
        return Cost()

    def window(self, p: Settings, inputs: tuple[Shape, ...], output: Shape) -> Window | WholeImage:
        return POINT

    def operation(self, p: Settings, inputs: tuple[Shape, ...]) -> Operation:
        raise NotImplementedError

    def hints(self, p: Settings, inputs: tuple[Shape, ...]) -> tuple[Hint, ...]:
        return ()


class Expansion(NamedTuple):
    """What a block is made of. The graph's ``input`` and ``output`` nodes are its ports."""

    graph: Graph
    container: Container = Container.MODULE


class Block(BlockType):
    """Something that expands into a graph of layers and blocks."""

    role: ClassVar[Role] = Role.COMPOSITE
    class_name: ClassVar[str] = ""
    """The name of its class in exported code."""

    def expand(self, p: Settings, inputs: tuple[Shape, ...]) -> Expansion:
        raise NotImplementedError
