"""ONNX's operators, a file for each family: how each becomes layers of ours."""

from __future__ import annotations

from explorer.exchange.imports.onnx_ops import (
    activation,
    arithmetic,
    convolution,
    linear,
    norm,
    pooling,
    resize,
    shape,
)
from explorer.exchange.imports.onnx_ops.reading import Reader

READERS: dict[str, Reader] = {
    **convolution.READERS,
    **pooling.READERS,
    **norm.READERS,
    **linear.READERS,
    **activation.READERS,
    **arithmetic.READERS,
    **shape.READERS,
    **resize.READERS,
}
"""By the operator's name in ONNX's own domain."""
