"""The named networks, one file per family."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from explorer.graph.model import Document
from explorer.zoo import (
    alexnet,
    densenet,
    efficientnet,
    googlenet,
    inception,
    inception_resnet,
    lenet,
    mnasnet,
    mobilenet,
    mobilenet_v3,
    nasnet,
    nin,
    resnet,
    resnet_cifar,
    resnetv2,
    resnext,
    senet,
    shufflenet,
    squeezenet,
    vgg,
    xception,
)

_FAMILIES = (
    lenet,
    alexnet,
    nin,
    vgg,
    googlenet,
    inception,
    inception_resnet,
    resnet,
    resnet_cifar,
    resnetv2,
    resnext,
    senet,
    squeezenet,
    xception,
    densenet,
    mobilenet,
    mobilenet_v3,
    mnasnet,
    shufflenet,
    efficientnet,
    nasnet,
)
_MAKERS: Mapping[str, Callable[[], Document]] = {
    make.__name__: make for family in _FAMILIES for make in family.NETWORKS
}


def names() -> tuple[str, ...]:
    """All names, oldest family first."""
    return tuple(_MAKERS)


@cache
def get(name: str) -> Document:
    """The network of this name; KeyError where there is none."""
    return _MAKERS[name]()
