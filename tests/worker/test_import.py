"""Bringing in a network in the worker: told step by step, and stopped."""

from __future__ import annotations

from pathlib import Path

from explorer.build.weights import read_weights
from explorer.graph.files import decode
from explorer.worker import messages as m
from tests.worker.conftest import Listener


def test_a_network_comes_in_with_its_weights(fresh: Listener, tmp_path: Path) -> None:
    out = tmp_path / "net.safetensors"
    fresh.client.send(
        m.Import("torchvision:squeezenet1_1", (3, 64, 64), weights_out=str(out), serial=7)
    )
    assert "squeezenet" in fresh.wait(m.Importing).doing
    found = fresh.wait(m.Imported)
    assert found.serial == 7
    assert found.report.exact is True
    assert decode(found.document, "document").name == "squeezenet1_1"
    assert len(read_weights(out)) == 52


def test_python_is_refused_unless_asked_for(fresh: Listener) -> None:
    fresh.client.send(m.Import("torch.nn:ReLU", serial=3))
    failed = fresh.wait(m.Failed, forgiving=True)
    assert (failed.during, failed.serial) == ("import", 3)
    assert "--run-code" in failed.what


def test_it_stops_when_asked(fresh: Listener) -> None:
    fresh.client.send(m.Import("torchvision:resnet152", (3, 64, 64), serial=5))
    fresh.wait(m.Importing)
    fresh.client.send(m.StopImporting())
    assert fresh.wait(m.ImportingStopped).serial == 5
    fresh.ask(m.Import("torchvision:alexnet", (3, 64, 64), serial=6), m.Imported)
