"""What of torch works where the program is installed: for people, and for the bundle's own test."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from typing import Any

import msgspec
import torch
from torch import Tensor
from torch.utils.data import DataLoader, TensorDataset

from explorer.training.data import load
from explorer.training.device import choose, facts

PROCESSES = 2


def check() -> dict[str, Any]:
    """What torch found, the device that would be taken, and whether loader processes, torch.compile
    and ONNX Runtime work; an error's text stands in the place of what does not."""
    return {
        **msgspec.to_builtins(facts()),
        "device": str(choose("auto")),
        "loader": _tried(_loader),
        "compile": _tried(_compile),
        "onnxruntime": _tried(_onnxruntime),
        "networks": _tried(_torchvision),
    }


def _tried(attempt: Callable[[], Any]) -> Any:
    try:
        return attempt()
    except Exception as error:  # whatever a broken installation raises is what is asked for
        return f"{type(error).__name__}: {error}"


def _loader() -> dict[str, Any]:
    """The digits through processes of torch's own loader, each started anew as on every system."""
    split = load("digits").train
    start = time.perf_counter()
    loader: DataLoader[tuple[Tensor, ...]] = DataLoader(
        TensorDataset(split.images, split.labels),
        batch_size=128,
        num_workers=PROCESSES,
        multiprocessing_context="spawn",
    )
    count = sum(len(labels) for _, labels in loader)
    return {
        "processes": PROCESSES,
        "images": count,
        "seconds": round(time.perf_counter() - start, 2),
    }


def _compile() -> str:
    """In a bundle a compiled function runs as it is written; elsewhere nothing is compiled here."""
    if os.environ.get("TORCH_COMPILE_DISABLE") != "1":
        return "on"
    doubled = torch.compile(lambda x: 2 * x)(torch.ones(3))
    return "off" if doubled.tolist() == [2.0, 2.0, 2.0] else "wrong"


def _onnxruntime() -> str:
    import onnxruntime

    return str(onnxruntime.__version__)


def _torchvision() -> str:
    """torchvision's own networks can be built, also where its compiled part does not load."""
    from explorer.build import torchvision_ops

    torchvision_ops.prepare()
    from torchvision.models import resnet18

    return type(resnet18(weights=None)).__name__
