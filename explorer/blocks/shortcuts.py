"""Shortcuts of residual blocks (He et al. 2015, arXiv:1512.03385, section 3.3, options A to C).

Whatever a shortcut does, it stands under the name ``downsample``, as in torchvision.
"""

from __future__ import annotations

from explorer.blocks.builder import Builder, chain
from explorer.blocks.description import BlockError, Container, Mend, Shape
from explorer.blocks.parameters import choice

SHORTCUT = choice(
    "shortcut",
    ("B", "A", "C", "none"),
    "A: identity, new channels are zeros. B: a 1×1 convolution where shapes change. "
    "C: always a 1×1 convolution. None: a plain block.",
)


def shortcut(
    b: Builder,
    x: str,
    shape: Shape,
    out: int,
    stride: tuple[int, int],
    option: str,
    kernel: int = 1,
    norm: bool = True,
) -> str:
    """Place what leads from ``x``, which has this shape, around the convolutions."""
    changes = shape[0] != out or stride != (1, 1)
    if option == "A" and changes:
        return _padded(b, x, shape[0], out, stride)
    if option == "C" or changes:
        return _projection(b, x, out, stride, kernel, norm)
    return b.add("downsample", "identity", x)


def projects(shape: Shape, out: int, stride: tuple[int, int], option: str) -> bool:
    """Whether the shortcut is a convolution."""
    return option == "C" or (option == "B" and (shape[0] != out or stride != (1, 1)))


def _projection(
    b: Builder, x: str, out: int, stride: tuple[int, int], kernel: int, norm: bool
) -> str:
    params = {"out_channels": out, "kernel_size": kernel, "stride": stride, "bias": False}
    if kernel > 1:
        params["padding"] = kernel // 2
    if not norm:
        return b.add("downsample", "conv2d", x, **params)
    body = chain(("conv", "conv2d", params), ("bn", "batch_norm", {}))
    return b.group("downsample", body, x, container=Container.SEQUENTIAL)


def _padded(b: Builder, x: str, channels: int, out: int, stride: tuple[int, int]) -> str:
    if out < channels:
        raise BlockError(
            f"option A leads {channels} channels to more, not to {out}",
            "It adds channels of zeros and has no way to take any away.",
            "Take option B, which projects.",
            (Mend("Option B", (("shortcut", "B"),)),),
        )
    steps = []
    if stride != (1, 1):
        steps.append(("subsample", "max_pool2d", {"kernel_size": 1, "stride": stride}))
    if out > channels:
        steps.append(("pad", "zero_pad_channels", {"after": out - channels}))
    return b.group("downsample", chain(*steps), x, container=Container.SEQUENTIAL)
