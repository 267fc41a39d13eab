"""ResNets with full pre-activation (He et al. 2016, arXiv:1603.05027, figure 4 e) for ImageNet.

Norm and ReLU come before each convolution, and once more before the head; projections are bare
convolutions of what the first norm and ReLU of the block give. A bottleneck strides in its 3×3,
as in the public implementations after the paper.
"""

from __future__ import annotations

from explorer.blocks.builder import Builder, chain
from explorer.blocks.description import Container
from explorer.graph.model import About, Document
from explorer.zoo._residual import block_of, declared, stages


def _resnetv2(depth: int) -> Document:
    b = Builder()
    x = b.input("image", "=(3, input_size, input_size)")
    conv = {"out_channels": "=width", "kernel_size": 7, "stride": 2, "padding": 3, "bias": False}
    pool = {"kernel_size": 3, "stride": 2, "padding": 1}
    stem = chain(("conv1", "conv2d", conv), ("maxpool", "max_pool2d", pool))
    x = b.group("stem", stem, x, container=Container.TRANSPARENT)
    x = stages(b, x, depth, block_of(depth), arrangement="pre_activation")
    x = b.add("last_relu", "relu", b.add("last_bn", "batch_norm", x))
    b.output(b.add("head", "classifier_head", x, classes="=classes"))
    about = About(
        title=f"ResNet-{depth} v2",
        idea="Norm and ReLU before the convolutions leave the shortcuts clear from end to end.",
        source="He, Zhang, Ren, Sun 2016, arXiv:1603.05027",
        year=2016,
        family="ResNet",
    )
    return b.document(f"resnetv2_{depth}", about, declared())


def resnetv2_18() -> Document:
    """Eighteen layers of basic blocks with pre-activation."""
    return _resnetv2(18)


def resnetv2_34() -> Document:
    """Thirty-four layers of basic blocks with pre-activation."""
    return _resnetv2(34)


def resnetv2_50() -> Document:
    """Fifty layers of bottlenecks with pre-activation."""
    return _resnetv2(50)


def resnetv2_101() -> Document:
    """A hundred and one layers of bottlenecks with pre-activation."""
    return _resnetv2(101)


def resnetv2_152() -> Document:
    """A hundred and fifty-two layers of bottlenecks with pre-activation."""
    return _resnetv2(152)


NETWORKS = (resnetv2_18, resnetv2_34, resnetv2_50, resnetv2_101, resnetv2_152)
