"""A stage: one block, N times in a row."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from explorer.blocks.builder import Builder
from explorer.blocks.description import (
    Block,
    BlockError,
    BlockType,
    Container,
    Expansion,
    Settings,
    Shape,
)
from explorer.blocks.parameters import Kind, Parameter, choice, integer
from explorer.graph.values import Value

FIRST = "first."
"""Prefix of a parameter that holds for the first instance only: ``first.stride``."""

OWN = ("block", "count", "container")


class Stage(Block):
    name = "stage"
    title = "Stage ×N"
    category = "Blocks"
    default_name = "layer"
    class_name = "Stage"
    help = "One block repeated; the first instance may differ, so as to halve the image."
    parameters = (
        Parameter("block", Kind.BLOCK, "residual_basic", "Which block is repeated."),
        integer("count", 2, "How many times.", 1, 2000),
        choice(
            "container",
            ("sequential", "transparent"),
            "Whether the instances hang in a module of their own, or in the one around.",
        ),
    )

    def __init__(self) -> None:
        self._known: dict[str, tuple[BlockType, tuple[Parameter, ...]]] = {}

    def parameters_for(
        self, given: Mapping[str, Value], find: Callable[[str], BlockType]
    ) -> tuple[Parameter, ...]:
        """Its own, those of the block, and those of the block for the first instance, which are
        empty where the first is like the others."""
        block = find(str(given.get("block", "residual_basic")))
        if (block.inputs, block.outputs, block.variadic) != (1, 1, False):
            raise BlockError(
                f"Stage ×N cannot repeat {block.title}",
                "Each instance takes what the one before gives: one input, one output.",
                "Choose another block.",
            )
        known = self._known.get(block.name)
        if known is None or known[0] is not block:
            inner = tuple(p for p in block.parameters if p.name not in OWN)
            first = tuple(
                p._replace(
                    name=FIRST + p.name,
                    default=None,
                    optional=True,
                    help=f"First instance only. {p.help}",
                )
                for p in inner
            )
            known = self._known[block.name] = (block, self.parameters + inner + first)
        return known[1]

    def expand(self, p: Settings, inputs: tuple[Shape, ...]) -> Expansion:
        common = {k: v for k, v in p.items() if k not in OWN and not k.startswith(FIRST)}
        first = {
            k.removeprefix(FIRST): v for k, v in p.items() if k.startswith(FIRST) and v is not None
        }
        b = Builder()
        x = b.input()
        for i in range(p["count"]):
            params = common | first if i == 0 else common
            x = b.add(str(i), p["block"], x, **params)
        b.output(x)
        return Expansion(b.graph(), Container(p["container"]))

    def summary(self, p: Settings) -> str:
        return str(p["block"]).removeprefix("my:").replace("_", " ")


BLOCKS: tuple[Block, ...] = (Stage(),)
