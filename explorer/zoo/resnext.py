"""ResNeXt (Xie et al. 2016, arXiv:1611.05431) and wide ResNets for ImageNet (Zagoruyko and
Komodakis 2016, arXiv:1605.07146), as torchvision has them."""

from __future__ import annotations

from explorer.graph.model import About, Document
from explorer.zoo._residual import declared, residual_network


def _resnext(depth: int, cardinality: int, width: int) -> Document:
    about = About(
        title=f"ResNeXt-{depth} {cardinality}×{width}d",
        idea="Many narrow paths of one shape in each block do better than one wide path.",
        source="Xie, Girshick, Dollár, Tu, He 2016, arXiv:1611.05431",
        year=2016,
        family="ResNeXt",
    )
    parameters = declared(
        cardinality=(cardinality, "How many groups the 3×3 convolutions have."),
        width_per_group=(width, "Channels of a group in the first stage."),
    )
    return residual_network(
        f"resnext{depth}_{cardinality}x{width}d",
        about,
        depth,
        parameters,
        groups="=cardinality",
        width_per_group="=width_per_group",
    )


def resnext50_32x4d() -> Document:
    """Fifty layers, 32 groups of 4 channels."""
    return _resnext(50, 32, 4)


def resnext101_32x8d() -> Document:
    """A hundred and one layers, 32 groups of 8 channels."""
    return _resnext(101, 32, 8)


def resnext101_64x4d() -> Document:
    """A hundred and one layers, 64 groups of 4 channels."""
    return _resnext(101, 64, 4)


def _wide(depth: int) -> Document:
    about = About(
        title=f"Wide ResNet-{depth}-2",
        idea="Blocks twice as wide inside gain more than ever more blocks, and run faster.",
        source="Zagoruyko, Komodakis 2016, arXiv:1605.07146",
        year=2016,
        family="Wide ResNet",
    )
    parameters = declared(
        widen_factor=(2, "How many times wider the 3×3 convolutions are than ResNet's.")
    )
    return residual_network(
        f"wide_resnet{depth}_2",
        about,
        depth,
        parameters,
        width_per_group="=round(64 * widen_factor)",
    )


def wide_resnet50_2() -> Document:
    """Fifty layers, the bottlenecks twice as wide inside."""
    return _wide(50)


def wide_resnet101_2() -> Document:
    """A hundred and one layers, the bottlenecks twice as wide inside."""
    return _wide(101)


NETWORKS = (
    resnext50_32x4d,
    resnext101_32x8d,
    resnext101_64x4d,
    wide_resnet50_2,
    wide_resnet101_2,
)
