"""What the worker found on this machine, in words, and what would make it faster."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from explorer.worker.messages import DeviceFacts


def _tr(text: str) -> str:
    return QCoreApplication.translate("Device", text)


def found(facts: DeviceFacts) -> list[tuple[str, str]]:
    """What there is, as names and values."""
    if facts.cuda_build:
        build = _tr("for CUDA {0}").format(facts.cuda_build)
    elif facts.rocm_build:
        build = _tr("for ROCm {0}").format(facts.rocm_build)
    elif facts.mps_build:
        build = _tr("for Apple GPUs")
    else:
        build = _tr("for the CPU alone")
    rows = [(_tr("PyTorch"), f"{facts.torch}, {build}")]
    if facts.torchvision:
        rows.append((_tr("torchvision"), facts.torchvision))
    rows += [(_tr("GPU"), name) for name in facts.gpus] or [(_tr("GPU"), _tr("none that is used"))]
    if facts.driver:
        rows.append((_tr("NVIDIA driver"), facts.driver))
    rows.append((_tr("CPU"), _tr("{0} cores, {1} used").format(facts.cores, facts.threads)))
    return rows


def missing(facts: DeviceFacts) -> str:
    """What is missing for more, and how to get it; empty where a GPU is used."""
    if facts.gpus:
        return ""
    if facts.driver and not (facts.cuda_build or facts.rocm_build):
        return _tr(
            "This machine has an NVIDIA driver, but this PyTorch is the CPU build. Install the "
            "CUDA build to train on the GPU; the README says how."
        )
    if facts.cuda_build and not facts.driver:
        return _tr(
            "This PyTorch can use an NVIDIA GPU, but no driver of NVIDIA's was found. With such a "
            "GPU, install its driver; without one, the smaller CPU build does the same."
        )
    if facts.cuda_build:
        return _tr(
            "PyTorch and an NVIDIA driver are there, but PyTorch finds no GPU it can use. The "
            "driver may be too old for CUDA {0}, or the GPU may be hidden from this program "
            "(CUDA_VISIBLE_DEVICES)."
        ).format(facts.cuda_build)
    if facts.rocm_build:
        return _tr("This PyTorch is built for AMD GPUs, and finds none that it can use.")
    if facts.mps_build:
        return _tr("This PyTorch can use an Apple GPU, and finds none.")
    return _tr(
        "No GPU that PyTorch could use was found. Small networks train well without one; for "
        "large ones it takes an NVIDIA GPU with its driver, and the CUDA build of PyTorch."
    )
