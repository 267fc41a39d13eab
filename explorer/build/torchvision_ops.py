"""Makes ``import torchvision`` work beside a CPU-only torch.

The torchvision that PyPI has for Linux is compiled against the CUDA build of torch. Beside the CPU
build its compiled operators do not load, and its import then fails with "operator
torchvision::nms does not exist" as it registers shapes for them. Declaring the two operators first
lets models, transforms and data sets work; the operators themselves (boxes of detectors) stay
unavailable, and image files are read with Pillow. Import this before torchvision, in every process.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path

import torch

_SCHEMAS = (
    "nms(Tensor dets, Tensor scores, float iou_threshold) -> Tensor",
    "qnms(Tensor dets, Tensor scores, float iou_threshold) -> Tensor",
)

_library: torch.library.Library | None = None
"""Kept, since the declarations go with it."""


def prepare() -> None:
    """Declare the operators, unless torchvision's own will load."""
    global _library
    if _library is not None or _own_operators_load():
        return
    library = torch.library.Library("torchvision", "DEF")
    for schema in _SCHEMAS:
        library.define(schema)
    _library = library


def _own_operators_load() -> bool:
    spec = importlib.util.find_spec("torchvision")
    if spec is None or spec.origin is None:
        return False
    for file in Path(spec.origin).parent.glob("_C*"):
        try:
            torch.ops.load_library(str(file))
        except OSError:
            return False
        return True
    return False
