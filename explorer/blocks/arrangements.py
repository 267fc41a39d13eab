"""In what order a residual block has its convolutions, norms and activations.

The five arrangements are those of He et al. 2016 (arXiv:1603.05027, figure 4, a to e): the order
of the first paper; batch norm moved behind the addition; ReLU moved before the addition, so that
it is last in the branch; the ReLUs moved before the convolutions, so that batch norm is last in
the branch; norm and ReLU both before the convolutions.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from explorer.blocks.builder import Builder
from explorer.blocks.description import Settings, Shape
from explorer.blocks.parameters import choice, integer, number
from explorer.blocks.shortcuts import SHORTCUT, projects, shortcut
from explorer.graph.model import Graph

ARRANGEMENT = choice(
    "arrangement",
    ("original", "norm_after_addition", "relu_last", "norm_last", "pre_activation"),
    "The order of convolution, batch norm and ReLU.",
)
OPTIONS = (
    ARRANGEMENT,
    SHORTCUT,
    integer("se_reduction", 0, "Squeeze–excitation before the addition; 0 for none.", 0),
    number("dropout", 0.0, "Dropout before the last convolution.", 0, 1),
)
"""Parameters that every residual block has."""


class Convolution(NamedTuple):
    """One convolution of the branch."""

    out_channels: int
    kernel_size: int
    stride: tuple[int, int] = (1, 1)
    groups: int = 1


def residual_graph(
    p: Settings,
    shape: Shape,
    convolutions: Sequence[Convolution],
    stride: tuple[int, int],
    projection_kernel: int = 1,
) -> Graph:
    """The graph of a residual block: a branch of convolutions, and the shortcut around it."""
    b = Builder()
    x = b.input()
    arrangement, option, out = p["arrangement"], p["shortcut"], convolutions[-1].out_channels
    early = arrangement == "pre_activation"
    y, around = _branch(b, x, p, convolutions)
    if p["se_reduction"]:
        y = b.add("se_module", "squeeze_excitation", y, reduction=p["se_reduction"])
    if option != "none":
        # the convolution of a shortcut shares the branch's first norm and ReLU (section 4)
        source = around if early and projects(shape, out, stride, option) else x
        other = shortcut(
            b, source, shape, out, stride, option, kernel=projection_kernel, norm=not early
        )
        y = b.add("add", "add", y, other)
    last = len(convolutions)
    if arrangement == "norm_after_addition":
        y = b.add(f"bn{last}", "batch_norm", y)
    if arrangement in ("original", "norm_after_addition"):
        y = b.add(f"relu{last}", "relu", y)
    b.output(y)
    return b.graph()


def _branch(
    b: Builder, x: str, p: Settings, convolutions: Sequence[Convolution]
) -> tuple[str, str]:
    """Place the branch; where it ends, and what its first convolution reads."""
    before, after = _ORDERS[p["arrangement"]]
    last = len(convolutions)
    y = around = x
    for i, convolution in enumerate(convolutions, 1):
        for kind in before:
            y = b.add(f"{_NAMES[kind]}{i}", kind, y)
        if i == 1:
            around = y
        if i == last and p["dropout"]:
            y = b.add("dropout", "dropout", y, p=p["dropout"])
        y = _convolution(b, f"conv{i}", y, convolution)
        for kind in after if i < last else _ENDS.get(p["arrangement"], after):
            y = b.add(f"{_NAMES[kind]}{i}", kind, y)
    return y, around


def _convolution(b: Builder, name: str, x: str, c: Convolution) -> str:
    return b.add(
        name, "conv2d", x,
        out_channels=c.out_channels, kernel_size=c.kernel_size, stride=c.stride,
        padding=c.kernel_size // 2, groups=c.groups, bias=False,
    )  # fmt: skip


_NAMES = {"batch_norm": "bn", "relu": "relu"}
_ORDERS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "original": ((), ("batch_norm", "relu")),
    "norm_after_addition": ((), ("batch_norm", "relu")),
    "relu_last": ((), ("batch_norm", "relu")),
    "norm_last": (("relu",), ("batch_norm",)),
    "pre_activation": (("batch_norm", "relu"), ()),
}
"""What stands before and after each convolution."""
_ENDS: dict[str, tuple[str, ...]] = {"original": ("batch_norm",), "norm_after_addition": ()}
"""What stands after the last convolution, where the rest follows behind the addition."""
