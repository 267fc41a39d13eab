"""PyTorch source: the built network to the bit, and code that one would keep."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import torch
from hypothesis import given, reject, settings
from msgspec.structs import replace
from torch import nn

from explorer import zoo
from explorer.analysis.analyze import analyze
from explorer.blocks.builder import Builder
from explorer.build.module import build
from explorer.build.plan import BuildError
from explorer.exchange.pytorch import source
from explorer.graph.model import About, Document
from tests.core import CORE
from tests.exchange.helpers import GOLDEN, assert_same, run, small
from tests.exchange.networks import documents

ROOT = Path(__file__).resolve().parents[2]


# -- the same network -------------------------------------------------------------------------


@pytest.mark.parametrize("name", CORE)
def test_outputs_are_the_built_networks_to_the_bit(name: str) -> None:
    assert_same(small(name))


@pytest.mark.parametrize("name", zoo.names())
def test_keys_and_parameters_are_those_of_the_built_network(name: str) -> None:
    document = zoo.get(name)
    with torch.device("meta"):
        exported = run(source(document))
    built = build(document, "meta")

    mine = {key: value.shape for key, value in built.state_dict().items()}
    assert list(exported.state_dict()) == list(mine)
    assert {key: value.shape for key, value in exported.state_dict().items()} == mine
    counted = sum(p.numel() for p in exported.parameters())
    assert counted == analyze(document).totals.parameters


@settings(max_examples=150)
@given(documents())
def test_random_networks_are_the_same(document: Document) -> None:
    try:
        source(document)
    except BuildError:
        reject()
    threads = torch.get_num_threads()
    torch.set_num_threads(1)  # the tensors are tiny
    try:
        assert_same(document)
    finally:
        torch.set_num_threads(threads)


def test_weights_go_both_ways() -> None:
    document = zoo.get("lenet5_modern")
    built, exported = build(document), run(source(document))

    built.load_state_dict(exported.state_dict())

    assert torch.equal(built.state_dict()["C1.weight"], exported.state_dict()["C1.weight"])


def test_blocks_with_several_outputs_in_another_order_than_they_run() -> None:
    inner = Builder()
    x = inner.input()
    near = inner.output(x, "near")
    far = inner.output(inner.add("deep", "conv2d", x, out_channels=5), "far")
    graph = inner.graph()
    late = {node.name: node for node in graph.nodes}
    swapped = replace(graph, nodes=(late[far], late[near], late["x"], late["deep"]))
    b = Builder()
    x = b.group("split", swapped, b.input("image", (3, 8, 8)))
    b.output(x)
    document = b.document("swapped", About())

    assert_same(document)
    # the first output in the document's order, not the first that is known
    assert build(document)(torch.zeros(1, 3, 8, 8)).shape == (1, 5, 6, 6)


# -- the code ---------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["lenet5_modern", "resnet18", "inception_v4"])
def test_source_is_the_golden_one(name: str) -> None:
    """After a wanted change: python -m explorer export NAME --to pytorch --out FILE."""
    assert source(zoo.get(name)) == (GOLDEN / f"{name}.py.txt").read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "limit"),
    [
        ("lenet5_modern", 60),
        ("resnet18", 100),
        ("resnet50", 120),
        ("vgg16", 100),
        ("googlenet", 200),
        ("inception_v4", 350),
    ],
)
def test_source_is_short(name: str, limit: int) -> None:
    assert source(zoo.get(name)).count("\n") <= limit


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("sources")
    for name in zoo.names():
        (found / f"{name}.py").write_text(source(zoo.get(name)), "utf-8")
    return found


def _tool(*arguments: str | Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *map(str, arguments)], capture_output=True, text=True, timeout=200
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_source_passes_ruff(folder: Path) -> None:
    _tool("ruff", "check", "--isolated", "--no-cache", folder)
    _tool("ruff", "check", "--config", ROOT / "pyproject.toml", "--no-cache", folder)


def test_source_is_formatted(folder: Path) -> None:
    _tool("ruff", "format", "--isolated", "--no-cache", "--check", folder)


def test_random_source_is_formatted_and_passes_ruff(tmp_path: Path) -> None:
    written = 0

    @settings(max_examples=150)
    @given(documents())
    def write(document: Document) -> None:
        nonlocal written
        try:
            text = source(document)
        except BuildError:
            reject()
        (tmp_path / f"m{written}.py").write_text(text, "utf-8")
        written += 1

    write()

    # all at once, as starting ruff takes longer than what it does
    _tool("ruff", "check", "--isolated", "--no-cache", tmp_path)
    _tool("ruff", "format", "--isolated", "--no-cache", "--check", tmp_path)
    assert written > 100


def test_source_passes_mypy(folder: Path) -> None:
    """The whole zoo, and strictly, but for one thing: torch says of a module's call that it gives
    Any, and writing around that would not be the better code."""
    options = ("--strict", "--no-warn-return-any", "--config-file=")
    cache = ROOT / ".mypy_cache/exported"
    _tool("mypy", *options, "--cache-dir", cache, *sorted(folder.glob("*.py")))


def test_source_runs_by_itself(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, folder / "lenet5_modern.py"], capture_output=True, text=True, check=True
    )

    assert done.stdout == "output (1, 10), 61,706 parameters\n"
    assert done.stderr == ""


def test_writing_source_imports_no_torch_and_is_always_the_same() -> None:
    code = (
        "import sys\n"
        "from explorer import zoo\n"
        "from explorer.exchange.pytorch import source\n"
        "sys.stdout.write(source(zoo.get('googlenet')))\n"
        "heavy = {'torch', 'torchvision', 'onnx', 'onnxruntime', 'numpy', 'networkx'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)\n"
    )
    texts = {source(zoo.get("googlenet"))}
    for seed in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
        )
        texts.add(done.stdout)

    assert len(texts) == 1


def test_what_cannot_be_built_is_refused_with_its_place() -> None:
    b = Builder()
    x = b.input("image", (3, 8, 8))
    b.output(b.add("fc", "linear", x))

    with pytest.raises(BuildError, match=r"^fc: Linear needs a vector"):
        source(b.document("broken", About()))


def test_a_module_called_training_is_refused() -> None:
    b = Builder()
    b.output(b.add("training", "conv2d", b.input("image", (3, 8, 8))))

    with pytest.raises(BuildError, match="cannot be called “training”"):
        source(b.document("broken", About()))


def test_long_networks_are_written_at_once() -> None:
    b = Builder()
    x = b.input("image", (8, 16, 16))
    for i in range(1000):
        x = b.add(f"conv{i}", "conv_norm_act", x, out_channels=8)
    x = b.add("stage", "stage", x, block="residual_basic", count=2000, out_channels=8)
    b.output(x)

    text = source(b.document("long", About()))

    assert "*(BasicBlock() for _ in range(2000))" in text
    assert isinstance(run(text), nn.Module)
