"""Run folders and the headless command."""

from __future__ import annotations

import errno
from pathlib import Path

import msgspec
import pytest
import torch

from explorer import zoo
from explorer.graph.files import load
from explorer.training import command, runs
from explorer.training.errors import TrainingError
from explorer.training.prepare import network_for
from explorer.training.recipe import Recipe

CPU = torch.device("cpu")
LENET = zoo.get("lenet5_modern")


def test_the_command_leaves_a_run_that_can_be_read_again(tmp_path: Path) -> None:
    out, said = tmp_path / "runs" / "1", list[str]()
    result = command.train(LENET, "digits", 2, out, "cpu", 5, said.append)
    assert set(result) == {"train_loss", "test_accuracy", "epochs", "seconds", "device"}
    assert result["epochs"] == 2
    assert result["device"].startswith("CPU · ")
    assert len(said) == 3
    assert load(out / runs.DOCUMENT) == LENET
    recipe = msgspec.json.decode((out / runs.RECIPE).read_bytes(), type=Recipe)
    assert recipe == Recipe(epochs=2, seed=5)
    lines = (out / runs.METRICS).read_text().splitlines()
    assert [msgspec.json.decode(line)["epoch"] for line in lines] == [1, 2]
    network = network_for(LENET, 0, CPU)
    network.load_state_dict(torch.load(out / runs.WEIGHTS, weights_only=True))
    assert sorted(p.name for p in out.iterdir()) == sorted(
        (runs.DOCUMENT, runs.METRICS, runs.RECIPE, runs.WEIGHTS)
    )


def test_a_second_run_replaces_the_first(tmp_path: Path) -> None:
    for _ in range(2):
        command.train(LENET, "digits", 1, tmp_path, "cpu", 0, lambda _: None)
    assert len((tmp_path / runs.METRICS).read_text().splitlines()) == 1


@pytest.mark.parametrize(
    ("data", "epochs", "device"), [("nothing", 1, "cpu"), ("digits", 0, "cpu"), ("digits", 1, "x")]
)
def test_what_cannot_be_trained_leaves_no_folder(
    tmp_path: Path, data: str, epochs: int, device: str
) -> None:
    out = tmp_path / "run"
    with pytest.raises(TrainingError):
        command.train(LENET, data, epochs, out, device)
    assert not out.exists()


def test_a_folder_that_cannot_be_made_is_explained(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(TrainingError, match="cannot be saved") as caught:
        runs.RunFolder(tmp_path / "file" / "run", LENET, Recipe())
    assert caught.value.mend


def test_a_full_disk_is_explained_and_keeps_the_old_weights(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    network, path = network_for(LENET, 0, CPU), tmp_path / runs.WEIGHTS
    runs.save_weights(network, path)
    before = path.read_bytes()

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(TrainingError, match="No space left"):
        runs.save_weights(network_for(LENET, 1, CPU), path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]
