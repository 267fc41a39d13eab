"""Devices: chosen, described, refused."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch

from explorer.training import device
from explorer.training.errors import TrainingError


def test_the_cpu_is_always_there() -> None:
    assert device.available()[-1] == "cpu"
    assert device.choose("cpu") == torch.device("cpu")
    assert device.describe(torch.device("cpu")).startswith("CPU · ")


def test_automatic_takes_the_fastest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(device, "available", lambda: ("cuda", "cpu"))
    assert device.choose("auto") == torch.device("cuda")


@pytest.mark.parametrize("name", ["cuda", "mps", "gpu", "", "cuda:0; rm -rf"])
def test_a_device_that_is_missing_is_explained(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(device, "available", lambda: ("cpu",))
    with pytest.raises(TrainingError) as caught:
        device.choose(name)
    assert "cpu" in caught.value.mend


@pytest.mark.gpu
@pytest.mark.skipif(not torch.cuda.is_available(), reason="needs CUDA")
def test_a_gpu_is_called_by_its_name() -> None:
    assert " GB" in device.describe(torch.device("cuda"))


def test_the_facts_are_torchs_own() -> None:
    facts = device.facts()
    assert facts.torch == torch.__version__
    assert facts.cuda_build == (torch.version.cuda or "")
    assert bool(facts.gpus) == (device.available()[0] != "cpu")
    assert facts.threads == torch.get_num_threads()
    assert facts.cores >= 1


def test_a_driver_is_found_where_the_system_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = tmp_path / "version"
    said.write_text(
        "NVRM version: NVIDIA UNIX Open Kernel Module for x86_64  580.82.07  Release Build\n"
        "GCC version:  gcc version 12\n"
    )
    monkeypatch.setattr(device, "DRIVER", said)
    assert device.facts().driver == "580.82.07"
    monkeypatch.setattr(device, "DRIVER", tmp_path / "none")
    assert device.facts().driver == ""
