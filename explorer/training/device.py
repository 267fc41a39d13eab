"""The devices that torch can compute on here, and what they are called."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Literal, get_args

import torch

from explorer.training.errors import TrainingError
from explorer.training.facts import DeviceFacts

DeviceName = Literal["auto", "cuda", "mps", "cpu"]

DRIVER = Path("/proc/driver/nvidia/version")
"""Where Linux says which driver of NVIDIA's is loaded."""


def available() -> tuple[str, ...]:
    """The kinds of device that work here, the fastest first."""
    found = []
    if torch.cuda.is_available():
        found.append("cuda")
    if torch.backends.mps.is_available():
        found.append("mps")
    return (*found, "cpu")


def choose(name: str = "auto") -> torch.device:
    """The device of this name (``auto``: the fastest); TrainingError where it is missing."""
    here = available()
    if name == "auto":
        return torch.device(here[0])
    if name not in get_args(DeviceName):
        raise TrainingError(
            f"There is no kind of device called “{name[:40]}”.",
            "",
            f"Choose one of: {', '.join(get_args(DeviceName))}.",
        )
    if name not in here:
        why = (
            "This installation of torch is built without CUDA."
            if name == "cuda" and torch.version.cuda is None
            else "torch finds no such device on this machine."
        )
        raise TrainingError(
            f"The device “{name}” is not available.", why, "Choose the device “auto” or “cpu”."
        )
    return torch.device(name)


def cores() -> int:
    """How many processor cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def describe(device: torch.device) -> str:
    """The device as people call it, such as ``NVIDIA H200 · 139 GB`` or ``CPU · 2 cores``."""
    if device.type == "cuda":
        properties = torch.cuda.get_device_properties(device)
        return f"{properties.name} · {properties.total_memory >> 30} GB"
    if device.type == "mps":
        return "Apple GPU"
    count = cores()
    return "CPU · 1 core" if count == 1 else f"CPU · {count} cores"


def leave_one_core() -> None:
    """Let torch use all cores but one, so that the window stays fluent.

    It pays without a window too: torch's threads wait for each other, and with the machine busy
    otherwise, LeNet-5 took up to 57 s on both of two cores where it took 4 to 7 s on one.
    """
    torch.set_num_threads(max(1, cores() - 1))


def facts() -> DeviceFacts:
    """What torch found, for whoever wonders why it is not faster."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        # importing it takes as long as torch itself
        vision = version("torchvision")
    except PackageNotFoundError:
        vision = ""
    gpus = []
    if torch.cuda.is_available():
        gpus = [describe(torch.device("cuda", i)) for i in range(torch.cuda.device_count())]
    elif torch.backends.mps.is_available():
        gpus = [describe(torch.device("mps"))]
    return DeviceFacts(
        torch=str(torch.__version__),
        torchvision=vision,
        cuda_build=torch.version.cuda or "",
        rocm_build=torch.version.hip or "",
        mps_build=torch.backends.mps.is_built(),
        gpus=tuple(gpus),
        driver=_nvidia_driver(),
        cores=cores(),
        threads=torch.get_num_threads(),
    )


def _nvidia_driver() -> str:
    """The version of NVIDIA's driver that the system has loaded; empty for none."""
    try:
        found = re.search(r"Kernel Module.*?\s(\d+\.\d[\d.]*)\s", DRIVER.read_text())
    except OSError:
        found = None
    if found is not None:
        return found[1]
    # Windows has no such file; its driver brings this library
    library = Path(os.environ.get("SYSTEMROOT", "/"), "System32", "nvcuda.dll")
    return "nvcuda.dll" if library.is_file() else ""
