"""Networks with squeeze and excitation (Hu, Shen, Sun 2017, arXiv:1709.01507).

As the authors' own weights have them: the stem's pooling is unpadded and rounds up, SE-ResNet-50
strides in the first 1×1 of a bottleneck, SE-ResNeXt-50 and SENet-154 in the 3×3.
"""

from __future__ import annotations

from typing import Any

from explorer.blocks.builder import Builder, chain
from explorer.graph.model import About, Document, Graph
from explorer.zoo._residual import Declared, declared, stages

REDUCTION = (16, "How many times fewer channels a squeeze has.")


def _steps(*convolutions: tuple[str, int, int]) -> Graph:
    """Convolutions (channels, kernel, stride), each with its norm and ReLU."""
    steps: list[tuple[str, str, dict[str, Any]]] = []
    for i, (channels, kernel, stride) in enumerate(convolutions, 1):
        conv = {"out_channels": channels, "kernel_size": kernel, "stride": stride, "bias": False}
        steps.append((f"conv{i}", "conv2d", {**conv, "padding": kernel // 2}))
        steps += [(f"bn{i}", "batch_norm", {}), (f"relu{i}", "relu", {})]
    return chain(*steps)


def _senet(
    name: str,
    title: str,
    stem: Graph,
    depth: int,
    block: str,
    parameters: Declared,
    **params: Any,
) -> Document:
    b = Builder()
    x = b.input("image", "=(3, input_size, input_size)")
    x = b.group("layer0", stem, x)
    x = b.add("pool0", "max_pool2d", x, kernel_size=3, stride=2, ceil_mode=True)
    x = stages(b, x, depth, block, se_reduction="=reduction", **params)
    x = b.add("avgpool", "global_pool2d", x)
    x = b.add("flatten", "flatten", x)
    if "dropout" in parameters:
        x = b.add("dropout", "dropout", x, p="=dropout")
    b.output(b.add("last_linear", "linear", x, out_features="=classes"))
    about = About(
        title=title,
        idea="Each block weighs its channels by what the whole image has of them.",
        source="Hu, Shen, Sun 2017, arXiv:1709.01507",
        year=2017,
        family="SENet",
    )
    return b.document(name, about, parameters)


def se_resnet50() -> Document:
    """ResNet-50 with a gate in every bottleneck, the stride in the first 1×1."""
    parameters = declared(reduction=REDUCTION)
    return _senet(
        "se_resnet50",
        "SE-ResNet-50",
        _steps(("=width", 7, 2)),
        50,
        "residual_bottleneck",
        parameters,
        stride_in="1x1",
    )


def se_resnext50_32x4d() -> Document:
    """ResNeXt-50 32×4d with a gate in every bottleneck, the stride in the 3×3."""
    parameters = declared(
        reduction=REDUCTION,
        cardinality=(32, "How many groups the 3×3 convolutions have."),
        width_per_group=(4, "Channels of a group in the first stage."),
    )
    return _senet(
        "se_resnext50_32x4d",
        "SE-ResNeXt-50 32×4d",
        _steps(("=width", 7, 2)),
        50,
        "residual_bottleneck",
        parameters,
        groups="=cardinality",
        width_per_group="=width_per_group",
    )


def senet154() -> Document:
    """The winner of 2017: 152 layers of wide grouped bottlenecks, and a stem of three 3×3."""
    parameters = declared(
        reduction=REDUCTION,
        cardinality=(64, "How many groups the 3×3 convolutions have."),
        dropout=(0.2, "Dropout before the scores."),
    )
    return _senet(
        "senet154",
        "SENet-154",
        _steps(("=width", 3, 2), ("=width", 3, 1), ("=2 * width", 3, 1)),
        152,
        "senet_bottleneck",
        parameters,
        later={"projection_kernel": 3},
        groups="=cardinality",
    )


NETWORKS = (se_resnet50, se_resnext50_32x4d, senet154)
