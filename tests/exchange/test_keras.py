"""Keras 3 code: run on the torch backend against the built network, with its weights."""

from __future__ import annotations

import inspect
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from explorer import cli, zoo
from explorer.blocks.builder import Builder
from explorer.build.plan import BuildError
from explorer.exchange.keras.source import keras_source
from explorer.exchange.source.keras_calls import KERAS_DEFAULTS, KERAS_POSITIONAL
from explorer.graph.model import About, Document
from tests.exchange.helpers import GOLDEN

ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENT = {**os.environ, "KERAS_BACKEND": "torch", "OMP_NUM_THREADS": "1"}

NETWORKS = (
    "lenet5_modern",  # a convolution that ends in one point
    "alexnet",  # an image laid out as a row; padding with a stride
    "resnet18",  # optional shortcuts
    "mobilenet_v2",  # depthwise convolutions
    "densenet121",  # concatenation
    "inception_v3",  # auxiliary outputs, 1×7 kernels, pooling that pads
)


def run(code: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=ENVIRONMENT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def one(type_: str, shape: tuple[int, ...] = (4, 9, 9), **params: object) -> Document:
    b = Builder()
    b.output(b.add("block", type_, b.input("image", shape), **params))  # type: ignore[arg-type]
    return b.document("net", About())


def zoo_in_keras() -> dict[str, str]:
    found, refused = {}, []
    for name in zoo.names():
        try:
            found[name] = keras_source(zoo.get(name))
        except BuildError as error:
            refused.append(str(error))
    # the block is named, and why
    assert [text for text in refused if not re.match(r"[\w.]+: Keras has no \w+", text)] == []
    return found


def test_outputs_are_the_built_networks() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.exchange.keras_check", *NETWORKS],
        cwd=ROOT,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
    )

    found = dict(line.split() for line in done.stdout.splitlines())
    assert list(found) == list(NETWORKS), done.stderr
    assert all(float(difference) < 1e-4 for difference in found.values()), found


def test_most_of_the_zoo_is_written_formatted_and_passes_ruff(tmp_path: Path) -> None:
    found = zoo_in_keras()
    assert len(found) >= 55
    for name, text in found.items():
        (tmp_path / f"{name}.py").write_text(text, "utf-8")

    for options in (["check"], ["format", "--check"]):
        done = subprocess.run(
            [sys.executable, "-m", "ruff", *options, "--isolated", "--no-cache", str(tmp_path)],
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stdout + done.stderr


def test_code_is_the_golden_one() -> None:
    """After a wanted change: python -m explorer export resnet18 --to keras --out FILE."""
    assert keras_source(zoo.get("resnet18")) == (GOLDEN / "resnet18_keras.py.txt").read_text(
        "utf-8"
    )


def test_names_of_arguments_and_defaults_are_keras_own() -> None:
    code = """
import inspect, json, keras
from explorer.exchange.keras.tree import MODEL_ATTRIBUTES
from explorer.exchange.source.keras_calls import KERAS_DEFAULTS, KERAS_POSITIONAL
for target, names in KERAS_POSITIONAL.items():
    known = inspect.signature(getattr(keras.layers, target.removeprefix("layers."))).parameters
    assert tuple(known)[: len(names)] == names, target
for target, usual in KERAS_DEFAULTS.items():
    known = inspect.signature(getattr(keras.layers, target.removeprefix("layers."))).parameters
    for name, value in usual.items():
        own = known[name].default
        assert own in (value, (value, value)), (target, name, own)
model = keras.Model()
own = {name for name in {*dir(model), *vars(model)} if not name.startswith("_")}
assert own <= MODEL_ATTRIBUTES, own - MODEL_ATTRIBUTES
"""
    run(code)
    assert KERAS_POSITIONAL.keys() >= KERAS_DEFAULTS.keys() - {"layers.BatchNormalization"}


def test_the_file_runs_by_itself(tmp_path: Path) -> None:
    out = tmp_path / "lenet.py"

    assert cli.main(["export", "lenet5_modern", "--to", "keras", "--out", str(out)]) == 0

    done = subprocess.run(
        [sys.executable, out], env=ENVIRONMENT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "output (1, 10), 61,706 parameters\n"


@pytest.mark.parametrize(
    ("document", "why"),
    [
        (one("local_response_norm"), "layer like LocalResponseNorm"),
        (one("conv2d", out_channels=4, stride=(1, 2)), "stride that differs"),
        (one("conv2d", out_channels=4, stride=2, dilation=2), "both a stride and a dilation"),
        (one("max_pool2d", kernel_size=3, stride=2, padding=1), "pads with less than zero"),
        (one("avg_pool2d", kernel_size=2, stride=2, ceil_mode=True), "rounds up"),
        (one("adaptive_pool2d", output_size=2), "windows differ in size"),
    ],
)
def test_what_keras_lacks_is_refused_by_name(document: Document, why: str) -> None:
    with pytest.raises(BuildError, match=f"^block: Keras has no .*{why}"):
        keras_source(document)


def test_modules_whose_names_keras_has_taken_are_called_otherwise() -> None:
    b = Builder()
    x = b.input("image", (3, 16, 16))
    for name in ("layers", "path", "3x3", "_x"):
        x = b.add(name, "conv2d", x, out_channels=4)
    b.output(x)

    text = keras_source(b.document("net", About()))

    for name in ("layers2", "path2", "x3x3", "x"):
        assert f"self.{name} = layers.Conv2D(" in text


def test_writing_keras_code_imports_neither_keras_nor_torch() -> None:
    code = (
        "import sys\n"
        "from explorer import zoo\n"
        "from explorer.exchange.keras.source import keras_source\n"
        "keras_source(zoo.get('resnet18'))\n"
        "assert not {'keras', 'torch', 'numpy'} & set(sys.modules)\n"
    )
    run(code)
    assert inspect.getdoc(keras_source)
