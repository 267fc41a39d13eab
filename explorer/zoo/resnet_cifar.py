"""Residual networks for images of 32×32: the ResNets of He et al. 2015 (arXiv:1512.03385,
section 4.2), the five arrangements of He et al. 2016 (arXiv:1603.05027, figure 4) on the deepest,
and the wide ResNet of Zagoruyko and Komodakis 2016 (arXiv:1605.07146, table 1)."""

from __future__ import annotations

from typing import Any

from explorer.blocks.builder import Builder
from explorer.graph.model import About, Document
from explorer.zoo._residual import CLASSES, INPUT_SIZE, PROJECTIONS, SHORTCUT


def _network(
    name: str,
    about: About,
    arrangement: str,
    own: dict[str, tuple[Any, str]],
    count: str,
    width: str,
    **params: Any,
) -> Document:
    """A stem, three stages of ``count`` blocks that begin with ``width`` channels, and a head."""
    early = arrangement == "pre_activation"
    b = Builder()
    x = b.input("image", "=(3, input_size, input_size)")
    if early:
        x = b.add("conv1", "conv2d", x, out_channels="=width", kernel_size=3, padding=1, bias=False)
    else:
        x = b.add("stem", "stem", x, out_channels="=width", kernel_size=3, stride=1, pool=False)
    for i in range(3):
        own_params = {"out_channels": f"={width} * {2**i}" if i else f"={width}", **params}
        if i:
            own_params["first.stride"] = 2
        x = b.add(
            f"layer{i + 1}", "stage", x,
            block="residual_basic", count=f"={count}", arrangement=arrangement, **own_params,
        )  # fmt: skip
    # the activation that the last block leaves to a next one
    if early:
        x = b.add("last_bn", "batch_norm", x)
    if early or arrangement == "norm_last":
        x = b.add("last_relu", "relu", x)
    b.output(b.add("head", "classifier_head", x, classes="=classes"))
    parameters = {
        "classes": (10, CLASSES),
        "input_size": (32, INPUT_SIZE),
        "width": (16, "Channels of the stem."),
        **own,
    }
    return b.document(name, about, parameters)


def _resnet(depth: int) -> Document:
    about = About(
        title=f"ResNet-{depth} (CIFAR-10)",
        idea="Two 3×3 convolutions a block, three stages, and shortcuts without any weights.",
        source="He, Zhang, Ren, Sun 2015, arXiv:1512.03385",
        year=2015,
        family="ResNet",
    )
    return _arranged(f"resnet{depth}_cifar10", about, "original", depth)


def _arranged(
    name: str, about: About, arrangement: str, depth: int = 110, projections: int = 0
) -> Document:
    own = {
        "depth": (depth, "Layers with weights, six for every block of a stage, and two."),
        "projections": (projections, PROJECTIONS),
    }
    count = "(depth - 2) // 6"
    return _network(name, about, arrangement, own, count, "width", shortcut=SHORTCUT)


def resnet20_cifar10() -> Document:
    """Twenty layers: three blocks a stage."""
    return _resnet(20)


def resnet32_cifar10() -> Document:
    """Thirty-two layers: five blocks a stage."""
    return _resnet(32)


def resnet44_cifar10() -> Document:
    """Forty-four layers: seven blocks a stage."""
    return _resnet(44)


def resnet56_cifar10() -> Document:
    """Fifty-six layers: nine blocks a stage."""
    return _resnet(56)


def resnet110_cifar10() -> Document:
    """A hundred and ten layers: eighteen blocks a stage; the original arrangement."""
    return _resnet(110)


def _variant(title: str, idea: str) -> About:
    return About(
        title=f"ResNet-110, {title}",
        idea=idea,
        source="He, Zhang, Ren, Sun 2016, arXiv:1603.05027",
        year=2016,
        family="ResNet",
    )


def resnet110_norm_after_addition_cifar10() -> Document:
    """Figure 4 b: the second batch norm behind the addition."""
    about = _variant(
        "batch norm after addition",
        "A norm on the way of the shortcuts changes what they carry, and training suffers.",
    )
    return _arranged("resnet110_norm_after_addition_cifar10", about, "norm_after_addition")


def resnet110_relu_last_cifar10() -> Document:
    """Figure 4 c: the second ReLU before the addition."""
    about = _variant(
        "ReLU last",
        "With a ReLU at the end of the branch a block can only add, never take away.",
    )
    return _arranged("resnet110_relu_last_cifar10", about, "relu_last")


def resnet110_norm_last_cifar10() -> Document:
    """Figure 4 d: the ReLUs before the convolutions, the norms behind them."""
    about = _variant(
        "batch norm last",
        "ReLU comes first, but what it is given has not been normalised: little is gained.",
    )
    return _arranged("resnet110_norm_last_cifar10", about, "norm_last")


def preact_resnet110_cifar10() -> Document:
    """Figure 4 e: norm and ReLU before the convolutions; projections without a norm."""
    about = _variant(
        "full pre-activation",
        "Norm and ReLU before the convolutions leave the shortcuts clear from end to end.",
    )
    return _arranged("preact_resnet110_cifar10", about, "pre_activation", projections=1)


def wrn_28_10() -> Document:
    """Twenty-eight layers, ten times as wide, with dropout between the convolutions."""
    about = About(
        title="WRN-28-10 (CIFAR-10)",
        idea="Few wide layers do what a thousand thin ones do, and dropout keeps them honest.",
        source="Zagoruyko, Komodakis 2016, arXiv:1605.07146",
        year=2016,
        family="Wide ResNet",
    )
    own = {
        "depth": (28, "Layers with weights, six for every block of a stage, and four."),
        "widen_factor": (10, "How many times wider the stages are than the stem."),
        "dropout": (0.3, "Dropout between the convolutions of a block."),
    }
    return _network(
        "wrn_28_10",
        about,
        "pre_activation",
        own,
        "(depth - 4) // 6",
        "width * widen_factor",
        dropout="=dropout",
    )


NETWORKS = (
    resnet20_cifar10,
    resnet32_cifar10,
    resnet44_cifar10,
    resnet56_cifar10,
    resnet110_cifar10,
    resnet110_norm_after_addition_cifar10,
    resnet110_relu_last_cifar10,
    resnet110_norm_last_cifar10,
    preact_resnet110_cifar10,
    wrn_28_10,
)
