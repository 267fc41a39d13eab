"""Cells of NASNet-A (Zoph et al. 2017, arXiv:1707.07012, figure 4; appendix A.4).

A cell reads the output of the two cells before it. What the figure leaves open follows the
authors' network: every separable convolution stands twice, ReLU first.
"""

from __future__ import annotations

from typing import Any

from explorer.blocks.builder import Builder, chain
from explorer.blocks.convolutions import EPS
from explorer.blocks.description import Block, BlockError, Container, Expansion, Settings, Shape
from explorer.blocks.layers.windows import need_image, pair_text, shape_text, short
from explorer.blocks.parameters import flag, integer, pair
from explorer.graph.model import Graph

FILTERS = integer("filters", 44, "Channels of each branch.", 2)
PARAMETERS = (
    FILTERS,
    flag("adjust", True, "Whether what comes from two cells before is first brought into shape."),
    EPS._replace(default=1e-3),
)
Step = tuple[str, str, dict[str, Any]]


def _pointwise(channels: int) -> dict[str, Any]:
    return {"out_channels": channels, "kernel_size": 1, "bias": False}


class SeparableTwice(Block):
    name = "separable_twice"
    title = "Separable ×2"
    category = "Blocks"
    default_name = "separable"
    class_name = "SeparableTwice"
    help = "ReLU, depthwise, 1×1, norm, and all of it once more (NASNet)."
    parameters = (
        FILTERS,
        pair("kernel_size", 3, "Height and width of the depthwise filters."),
        pair("stride", 1, "Stride of the first of the two."),
        EPS._replace(default=1e-3),
    )

    def expand(self, p: Settings, inputs: tuple[Shape, ...]) -> Expansion:
        need_image(self.title, inputs[0])
        steps: list[Step] = []
        ways = ((inputs[0][0], p["stride"]), (p["filters"], (1, 1)))
        for i, (channels, stride) in enumerate(ways, 1):
            depthwise = {
                "out_channels": channels,
                "groups": channels,
                "kernel_size": p["kernel_size"],
                "stride": stride,
                "padding": tuple(k // 2 for k in p["kernel_size"]),
                "bias": False,
            }
            steps += [
                (f"relu{i}", "relu", {}),
                (f"depthwise{i}", "conv2d", depthwise),
                (f"pointwise{i}", "conv2d", _pointwise(p["filters"])),
                (f"bn{i}", "batch_norm", {"eps": p["eps"]}),
            ]
        return Expansion(chain(*steps))

    def summary(self, p: Settings) -> str:
        stride = "" if p["stride"] == (1, 1) else f" s{short(p['stride'])}"
        return f"{pair_text(p['kernel_size'])}{stride} → {p['filters']}"


class _Cell(Block):
    category = "Blocks"
    parameters = PARAMETERS
    inputs = 2

    def expand(self, p: Settings, inputs: tuple[Shape, ...]) -> Expansion:
        for shape in inputs:
            need_image(self.title, shape)
        b = Builder()
        x, previous = b.input("x"), b.input("previous")
        squeeze = self._squeezed(p)
        h = b.group("squeeze", squeeze, x, container=Container.SEQUENTIAL)
        if p["adjust"]:
            previous = self._adjusted(b, previous, p, inputs)
        self.branches(b, h, previous, p)
        return Expansion(b.graph())

    def branches(self, b: Builder, h: str, previous: str, p: Settings) -> None:
        """The five pairs of branches, and what comes out of the cell."""
        raise NotImplementedError

    def _squeezed(self, p: Settings) -> Graph:
        return chain(
            ("relu", "relu", {}),
            ("conv", "conv2d", _pointwise(p["filters"])),
            ("bn", "batch_norm", {"eps": p["eps"]}),
        )

    def _adjusted(self, b: Builder, previous: str, p: Settings, inputs: tuple[Shape, ...]) -> str:
        """What comes from two cells before with the other input's size, and so many filters."""
        here, before = inputs
        if before[1:] != here[1:]:
            if tuple(-(-side // 2) for side in before[1:]) != here[1:]:
                raise BlockError(
                    f"{self.title} cannot bring {shape_text(before)} to the size of "
                    f"{shape_text(here)}",
                    "It halves an image, and nothing else.",
                    "Wire the cells so that at most one reduction lies between the two inputs.",
                )
            return b.group("adjust", self._halved(p), previous)
        if before[0] != p["filters"]:
            return b.group("adjust", self._squeezed(p), previous, container=Container.SEQUENTIAL)
        return previous

    def _halved(self, p: Settings) -> Graph:
        """Every second pixel, beside every second one shifted by a pixel each way."""
        half = p["filters"] // 2
        b = Builder()
        x = b.add("relu", "relu", b.input())
        y = b.add("shift", "zero_pad2d", x, padding=(-1, 1, -1, 1))
        ends = []
        for i, (source, channels) in enumerate(((x, half), (y, p["filters"] - half)), 1):
            z = b.add(f"pool{i}", "avg_pool2d", source, kernel_size=1, stride=2)
            ends.append(b.add(f"conv{i}", "conv2d", z, **_pointwise(channels)))
        b.output(b.add("bn", "batch_norm", b.add("concat", "concat", *ends), eps=p["eps"]))
        return b.graph()

    def summary(self, p: Settings) -> str:
        return f"{p['filters']} filters"


def _separable(b: Builder, name: str, x: str, p: Settings, kernel: int, stride: int = 1) -> str:
    return b.add(
        name, "separable_twice", x,
        filters=p["filters"], kernel_size=kernel, stride=stride, eps=p["eps"],
    )  # fmt: skip


def _mean(b: Builder, name: str, x: str, stride: int = 1) -> str:
    return b.add(
        name, "avg_pool2d", x, kernel_size=3, stride=stride, padding=1, count_include_pad=False
    )


def _largest(b: Builder, name: str, x: str) -> str:
    return b.add(name, "max_pool2d", x, kernel_size=3, stride=2, padding=1)


class NormalCell(_Cell):
    name = "nasnet_normal"
    title = "Normal cell"
    default_name = "cell"
    class_name = "NormalCell"
    help = "Five pairs of branches on the last two cells' outputs, found by search (NASNet-A)."

    def branches(self, b: Builder, h: str, previous: str, p: Settings) -> None:
        left1 = _separable(b, "pair1_left", h, p, 5)
        right1 = _separable(b, "pair1_right", previous, p, 3)
        left2 = _separable(b, "pair2_left", previous, p, 5)
        right2 = _separable(b, "pair2_right", previous, p, 3)
        pairs = [
            (left1, right1),
            (left2, right2),
            (_mean(b, "pair3_left", h), previous),
            (_mean(b, "pair4_left", previous), _mean(b, "pair4_right", previous)),
            (_separable(b, "pair5_left", h, p, 3), h),
        ]
        ends = [b.add(f"pair{i}", "add", *both) for i, both in enumerate(pairs, 1)]
        b.output(b.add("concat", "concat", previous, *ends))


class ReductionCell(_Cell):
    name = "nasnet_reduction"
    title = "Reduction cell"
    default_name = "reduction"
    class_name = "ReductionCell"
    help = "As the normal cell, but its branches halve the image (NASNet-A)."

    def branches(self, b: Builder, h: str, previous: str, p: Settings) -> None:
        left1 = _separable(b, "pair1_left", h, p, 5, 2)
        right1 = _separable(b, "pair1_right", previous, p, 7, 2)
        one = b.add("pair1", "add", left1, right1)
        right2 = _separable(b, "pair2_right", previous, p, 7, 2)
        two = b.add("pair2", "add", _largest(b, "pair2_left", h), right2)
        right3 = _separable(b, "pair3_right", previous, p, 5, 2)
        three = b.add("pair3", "add", _mean(b, "pair3_left", h, 2), right3)
        four = b.add("pair4", "add", two, _mean(b, "pair4_right", one))
        left5 = _separable(b, "pair5_left", one, p, 3)
        five = b.add("pair5", "add", left5, _largest(b, "pair5_right", h))
        b.output(b.add("concat", "concat", two, three, four, five))


BLOCKS: tuple[Block, ...] = (NormalCell(), ReductionCell(), SeparableTwice())
