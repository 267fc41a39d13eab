"""Branches side by side, each a row of convolutions, stacked at the end: any inception module."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from explorer.blocks.builder import Builder, chain
from explorer.blocks.convolutions import ACTIVATION, EPS, NORM
from explorer.blocks.description import Container, Settings
from explorer.graph.model import Graph

Step = tuple[str, str, dict[str, Any]]
"""A block of a branch: name, type, parameters."""

STYLE = (NORM, EPS._replace(default=1e-3), ACTIVATION)
"""What all convolutions of a module have in common; eps as in Google's own networks."""


def style(p: Settings) -> dict[str, Any]:
    """The common parameters as a module has them."""
    return {key: p[key] for key in ("norm", "eps", "activation")}


class Convolutions:
    """Writes the steps of a module's branches, all in the module's style."""

    def __init__(self, p: Settings, **more: Any) -> None:
        self.style = style(p) | more

    def conv(self, name: str, out: int, kernel: int | tuple[int, int] = 1, **more: Any) -> Step:
        """A convolution with norm and activation, padded to keep the size."""
        return name, "conv_norm_act", self.style | more | _of(out, kernel)

    def down(self, name: str, out: int, kernel: int = 3) -> Step:
        """A convolution that halves the image: stride 2 and no padding."""
        return self.conv(name, out, kernel, stride=2, padding=0)

    def factorized(self, name: str, middle: int, out: int, kernel: int, into: str) -> Step:
        """Two asymmetric convolutions in place of a square one."""
        params = {"middle_channels": middle, "into": into}
        return name, "factorized_conv", self.style | params | _of(out, kernel)


def pool(name: str, type_: str, **params: Any) -> Step:
    """A 3×3 pooling, which keeps the size unless told otherwise."""
    return name, type_, {"kernel_size": 3, "stride": 1, "padding": 1} | params


def down_pool(name: str) -> Step:
    """The 3×3 max pooling of a reduction."""
    return pool(name, "max_pool2d", stride=2, padding=0)


def _of(out: int, kernel: int | tuple[int, int]) -> dict[str, Any]:
    return {"out_channels": out, "kernel_size": kernel}


def place(
    b: Builder,
    x: str,
    branches: Mapping[str, tuple[Step, ...] | Graph],
    container: Container = Container.SEQUENTIAL,
) -> str:
    """Place branches behind ``x`` and stack what they give. A branch of one step is that block
    itself; a longer one is a group of its name; one that forks is given as a graph."""
    ends = []
    for name, branch in branches.items():
        if isinstance(branch, Graph):
            ends.append(b.group(name, branch, x, container=Container.TRANSPARENT))
        elif len(branch) == 1:
            ((_, type_, params),) = branch
            ends.append(b.add(name, type_, x, **params))
        else:
            ends.append(b.group(name, chain(*branch), x, container=container))
    return b.add("concat", "concat", *ends)


def module(
    branches: Mapping[str, tuple[Step, ...] | Graph],
    container: Container = Container.SEQUENTIAL,
) -> Graph:
    """The graph of a module that is nothing but its branches, stacked."""
    b = Builder()
    b.output(place(b, b.input(), branches, container))
    return b.graph()


def forked(steps: tuple[Step, ...], ends: tuple[Step, ...], concat: str) -> Graph:
    """A branch that forks at its end: the outputs of ``ends`` are stacked."""
    b = Builder()
    x = b.input()
    for name, type_, params in steps:
        x = b.add(name, type_, x, **params)
    tails = [b.add(name, type_, x, **params) for name, type_, params in ends]
    b.output(b.add(concat, "concat", *tails))
    return b.graph()
