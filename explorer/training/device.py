"""The devices that torch can compute on here, and what they are called."""

from __future__ import annotations

import os
from typing import Literal, get_args

import torch

from explorer.training.errors import TrainingError

DeviceName = Literal["auto", "cuda", "mps", "cpu"]


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
    return f"CPU · {count} core{'s' if count > 1 else ''}"


def leave_one_core() -> None:
    """Let torch use all cores but one, so that the window stays fluent.

    It pays without a window too: torch's threads wait for each other, and with the machine busy
    otherwise, LeNet-5 took up to 57 s on both of two cores where it took 4 to 7 s on one.
    """
    torch.set_num_threads(max(1, cores() - 1))
