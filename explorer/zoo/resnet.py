"""ResNet (He et al. 2015, arXiv:1512.03385, table 1), and the plain network it is compared with.

``resnet50`` and deeper have the stride in the 3×3 convolution (“v1.5”), as torchvision has them;
the paper, and ``resnet50_v1`` here, in the first 1×1.
"""

from __future__ import annotations

from explorer.graph.model import About, Document
from explorer.zoo._residual import PROJECTIONS, SHORTCUT, declared, residual_network

STRIDE_IN = "Whether bottlenecks stride in their first 1×1, as the paper's, or in the 3×3 (v1.5)."


def _about(title: str, idea: str) -> About:
    source = "He, Zhang, Ren, Sun 2015, arXiv:1512.03385"
    return About(title=title, idea=idea, source=source, year=2015, family="ResNet")


def _resnet(depth: int, first_version: bool = False) -> Document:
    parameters = declared(projections=(1, PROJECTIONS))
    params = {"shortcut": SHORTCUT}
    if depth >= 50:
        parameters["stride_in_1x1"] = (first_version, STRIDE_IN)
        params["stride_in"] = "='1x1' if stride_in_1x1 else '3x3'"
    name, title = f"resnet{depth}", f"ResNet-{depth}"
    if first_version:
        name, title = f"{name}_v1", f"{title} (v1)"
    about = _about(title, "Blocks learn what to add to their input, so that depth cannot hurt.")
    return residual_network(name, about, depth, parameters, **params)


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


def resnet50_v1() -> Document:
    """ResNet-50 of the paper: a bottleneck strides in its first 1×1."""
    return _resnet(50, first_version=True)


def resnet101_v1() -> Document:
    """ResNet-101 of the paper: a bottleneck strides in its first 1×1."""
    return _resnet(101, first_version=True)


def resnet152_v1() -> Document:
    """ResNet-152 of the paper: a bottleneck strides in its first 1×1."""
    return _resnet(152, first_version=True)


def plain34() -> Document:
    """The plain network of the paper's figure 3, in the middle."""
    idea = "ResNet-34 with its shortcuts taken away: as deep, and harder to train than 18."
    about = _about("Plain-34", idea)
    return residual_network("plain34", about, 34, declared(), shortcut="none")


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
