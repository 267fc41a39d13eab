"""The exported training script: a file that trains, as the program itself does."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
import torch

from explorer import cli, resources, zoo
from explorer.blocks.builder import Builder
from explorer.build.plan import BuildError
from explorer.exchange.training_data import SCRIPT_DATA
from explorer.exchange.training_script import training_script
from explorer.graph.model import About
from explorer.training.data import DATA_SETS, load
from explorer.training.events import EpochDone
from explorer.training.loop import train
from explorer.training.prepare import network_for
from explorer.training.recipe import Recipe
from tests.exchange.helpers import small

ROOT = Path(__file__).resolve().parents[2]
RECIPES = (
    Recipe(),
    Recipe(optimizer="sgd", schedule="constant", augmentation="none", weight_decay=5e-4),
    Recipe(optimizer="adamw", batch_size=1441, learning_rate=1e-4, seed=7),
)


@pytest.fixture
def one_thread() -> Iterator[None]:
    """The tensors are small."""
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)


def tool(*arguments: str | Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *map(str, arguments)], capture_output=True, text=True, timeout=200
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_data_set_of_the_program_can_be_read_by_a_script() -> None:
    assert set(SCRIPT_DATA) <= set(DATA_SETS)
    for name, written in SCRIPT_DATA.items():
        data = load(name)
        namespace: dict[str, object] = {"torch": torch}
        exec(f"import gzip, pathlib\nfrom torch import Tensor\n{written.code}", namespace)
        found = namespace["load"](resources.path(*written.file))  # type: ignore[operator]
        for mine, theirs in zip(
            found,
            (data.train.images, data.train.labels, data.test.images, data.test.labels),
            strict=True,
        ):
            assert torch.equal(mine, theirs.to(mine.dtype))
        # sums of floats in another order, with another number of threads, end in other digits
        stated = (written.mean, written.deviation)
        assert stated == pytest.approx(data.mean_and_deviation, rel=1e-9)
        assert written.images == len(data.train)
        assert (written.channels, *written.size) == tuple(data.train.images.shape[1:])
        assert (written.classes, written.levels) == (len(data.classes), data.levels)


def test_the_command_line_writes_a_script_that_learns_the_digits(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One epoch, in a process of its own, with nothing but the folder."""
    out = tmp_path / "lenet.py"
    args = ["export", "lenet5_modern", "--to", "pytorch", "--with", "training", "--out", str(out)]
    assert cli.main(args) == 0
    report = json.loads(capsys.readouterr().out)
    assert Path(report["data"]) == tmp_path / "digits.csv.gz"

    code = "import lenet; lenet.main(epochs=1)"
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        cwd=tmp_path,
        env={**os.environ, "OMP_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
    )

    assert done.stderr == ""
    found = re.fullmatch(r"epoch 1 of 1: loss [\d.]+, test accuracy ([\d.]+)%\n", done.stdout)
    assert found is not None
    assert float(found[1]) > 75
    assert set(torch.load(tmp_path / "lenet.pt")) >= {"C1.weight", "scores.bias"}


def test_it_makes_the_steps_of_the_programs_own_loop(
    one_thread: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    recipe = Recipe(epochs=1, batch_size=64, weight_decay=1e-4)
    document = zoo.get("lenet5_modern")
    network = network_for(document, recipe.seed, torch.device("cpu"))
    events = train(network, (1, 32, 32), load("digits"), recipe, torch.device("cpu"))
    mine = next(event for event in events if isinstance(event, EpochDone))
    shutil.copy(resources.path("data", "digits.csv.gz"), tmp_path)
    path = tmp_path / "net.py"

    text = training_script(document, recipe)
    namespace = {"__name__": "net", "__file__": str(path)}
    exec(compile(text, str(path), "exec"), namespace)
    model = namespace["main"]()  # type: ignore[operator]

    found = re.search(r"loss ([\d.]+), test accuracy ([\d.]+)%", capsys.readouterr().out)
    assert found is not None
    assert float(found[1]) == pytest.approx(mine.train_loss, abs=2e-4)
    assert float(found[2]) == pytest.approx(100 * mine.test_accuracy, abs=0.3)
    for name, value in network.state_dict().items():
        assert torch.allclose(value, model.state_dict()[name], atol=1e-3), name


def test_auxiliary_outputs_count_in_the_loss() -> None:
    text = training_script(zoo.get("googlenet"), Recipe())

    assert "0.3 * functional.cross_entropy(other, labels)" in text
    assert "0.3 *" not in training_script(zoo.get("resnet18"), Recipe())


def test_scripts_are_formatted_and_pass_ruff_and_mypy(tmp_path: Path) -> None:
    networks = ("lenet5_modern", "googlenet", "resnet18", "lenet5")
    for name in networks:
        for i, recipe in enumerate(RECIPES):
            text = training_script(small(name) if i else zoo.get(name), recipe)
            (tmp_path / f"{name}_{i}.py").write_text(text, "utf-8")

    tool("ruff", "check", "--isolated", "--no-cache", tmp_path)
    tool("ruff", "check", "--config", ROOT / "pyproject.toml", "--no-cache", tmp_path)
    tool("ruff", "format", "--isolated", "--no-cache", "--check", tmp_path)
    cache = ROOT / ".mypy_cache/exported"
    tool("mypy", "--config-file=", "--cache-dir", cache, *sorted(tmp_path.glob("*_0.py")))


def test_what_cannot_be_trained_is_refused_with_a_reason() -> None:
    b = Builder()
    x = b.add("conv", "conv2d", b.input("image", (3, 8, 8)), out_channels=10)
    b.output(x)
    document = b.document("net", About())

    with pytest.raises(BuildError, match="the network gives 10×6×6 for an image"):
        training_script(document, Recipe())
    with pytest.raises(BuildError, match="cannot read the data set “birds”"):
        training_script(zoo.get("resnet18"), SimpleNamespace(data="birds"))  # type: ignore[arg-type]


def test_other_formats_train_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    args = ["export", "resnet18", "--to", "csv", "--with", "training", "--out", "-"]

    assert cli.main(args) == cli.BAD_INPUT
    assert "goes with --to pytorch" in capsys.readouterr().err
