"""What torch found on this machine, as plain facts: told by the worker, put into words by the window."""

from __future__ import annotations

import msgspec


class DeviceFacts(msgspec.Struct, frozen=True):
    """The build of torch and what it can compute on; empty where nothing is known."""

    torch: str = ""
    torchvision: str = ""
    cuda_build: str = ""
    """The CUDA version that torch was built for; empty for a build without."""
    rocm_build: str = ""
    mps_build: bool = False
    gpus: tuple[str, ...] = ()
    """Names and memory of what torch can use."""
    driver: str = ""
    """The version of NVIDIA's driver, whether torch can use it or not; empty where there is none."""
    cores: int = 0
    threads: int = 0
    """Of torch, for computing."""
