"""ResNet (He et al. 2015, arXiv:1512.03385, table 1), and the plain network it is compared with.

``resnet50`` and deeper have the stride in the 3×3 convolution (“v1.5”), as torchvision has them;
the paper, and ``resnet50_v1`` here, in the first 1×1.
"""

from __future__ import annotations

from explorer.graph.model import About, Document
from explorer.zoo._residual import block_of, declared, residual_network

SHORTCUT = "A: identity with channels of zeros, B: projection where shapes change, C: always."
STRIDE_IN = "Which convolution of a bottleneck strides: the 3x3 (v1.5) or the first 1x1 (paper)."


def _about(title: str, idea: str) -> About:
    source = "He, Zhang, Ren, Sun 2015, arXiv:1512.03385"
    return About(title=title, idea=idea, source=source, year=2015, family="ResNet")


def _resnet(
    depth: int, shortcut: str = "B", stride_in: str = "3x3", name: str = "", title: str = ""
) -> Document:
    parameters = declared(depth, shortcut=(shortcut, SHORTCUT))
    params = {"shortcut": "=shortcut"}
    if depth >= 50:
        parameters["stride_in"] = (stride_in, STRIDE_IN)
        params["stride_in"] = "=stride_in"
    idea = "Blocks learn what to add to their input, so that depth cannot hurt."
    if shortcut == "none":
        idea = "ResNet-34 with its shortcuts taken away: as deep, and harder to train than 18."
    about = _about(title or f"ResNet-{depth}", idea)
    return residual_network(name or f"resnet{depth}", about, block_of(depth), parameters, **params)


def resnet18() -> Document:
    """Eighteen layers of basic blocks, as torchvision has it."""
    return _resnet(18)


def resnet34() -> Document:
    """Thirty-four layers of basic blocks, as torchvision has it."""
    return _resnet(34)


def resnet50() -> Document:
    """Fifty layers of bottlenecks, as torchvision has it."""
    return _resnet(50)


def resnet101() -> Document:
    """A hundred and one layers of bottlenecks, as torchvision has it."""
    return _resnet(101)


def resnet152() -> Document:
    """A hundred and fifty-two layers of bottlenecks, as torchvision has it."""
    return _resnet(152)


def _first_version(depth: int) -> Document:
    name, title = f"resnet{depth}_v1", f"ResNet-{depth} (v1)"
    return _resnet(depth, stride_in="1x1", name=name, title=title)


def resnet50_v1() -> Document:
    """ResNet-50 of the paper: a bottleneck strides in its first 1×1."""
    return _first_version(50)


def resnet101_v1() -> Document:
    """ResNet-101 of the paper: a bottleneck strides in its first 1×1."""
    return _first_version(101)


def resnet152_v1() -> Document:
    """ResNet-152 of the paper: a bottleneck strides in its first 1×1."""
    return _first_version(152)


def plain34() -> Document:
    """The plain network of the paper's figure 3, in the middle."""
    return _resnet(34, shortcut="none", name="plain34", title="Plain-34")


NETWORKS = (
    resnet18,
    resnet34,
    resnet50,
    resnet101,
    resnet152,
    resnet50_v1,
    resnet101_v1,
    resnet152_v1,
    plain34,
)
