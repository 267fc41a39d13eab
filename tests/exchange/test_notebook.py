"""The exported notebook: what nbformat asks for, and cells that run one after the other."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from explorer import cli, resources, zoo
from explorer.blocks.builder import Builder
from explorer.exchange.notebook import notebook
from explorer.graph.model import About
from explorer.training.recipe import Recipe

RUN = """
import ast, json, pathlib, sys
cells = json.loads(pathlib.Path(sys.argv[1]).read_text("utf-8"))["cells"]
names = {"__name__": "__main__"}
for cell in cells:
    if cell["cell_type"] == "code":
        tree = ast.parse("".join(cell["source"]))
        last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
        exec(compile(tree, cell["id"], "exec"), names)
        if last is not None:
            shown = eval(compile(ast.Expression(last.value), cell["id"], "eval"), names)
pathlib.Path(sys.argv[2]).write_bytes(shown._repr_png_())
"""


def cells_of(text: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(text)["cells"]
    return found


def assert_valid(text: str) -> None:
    """What the schema of nbformat 4.5 asks for."""
    whole = json.loads(text)
    assert (whole["nbformat"], whole["nbformat_minor"]) == (4, 5)
    assert set(whole) == {"cells", "metadata", "nbformat", "nbformat_minor"}
    assert {"name", "display_name"} <= set(whole["metadata"]["kernelspec"])
    assert whole["metadata"]["language_info"]["name"] == "python"
    identities = [cell["id"] for cell in whole["cells"]]
    assert len(set(identities)) == len(identities)
    for cell in whole["cells"]:
        wanted = {"cell_type", "id", "metadata", "source"}
        if cell["cell_type"] == "code":
            wanted |= {"execution_count", "outputs"}
            assert (cell["execution_count"], cell["outputs"]) == (None, [])
        else:
            assert cell["cell_type"] == "markdown"
        assert set(cell) == wanted
        assert re.fullmatch(r"[a-zA-Z0-9_-]{1,64}", cell["id"])
        assert all(isinstance(line, str) for line in cell["source"])
        assert all(line.endswith("\n") for line in cell["source"][:-1])


@pytest.mark.parametrize("name", ["lenet5_modern", "googlenet", "resnet50", "lenet5"])
def test_notebooks_are_valid_and_always_the_same(name: str) -> None:
    text = notebook(zoo.get(name), Recipe())

    assert_valid(text)
    assert text == notebook(zoo.get(name), Recipe())


def test_cells_run_in_their_order(tmp_path: Path) -> None:
    path, picture = tmp_path / "net.ipynb", tmp_path / "filters.png"
    path.write_text(notebook(zoo.get("lenet5_modern"), Recipe(epochs=1)), "utf-8")
    shutil.copy(resources.path("data", "digits.csv.gz"), tmp_path)

    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", RUN, str(path), str(picture)],
        cwd=tmp_path,
        env={**os.environ, "OMP_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
    )

    assert done.stderr == ""
    assert "output (1, 10), 61,706 parameters" in done.stdout
    assert re.search(r"C1 +Conv2d +156\n", done.stdout)
    accuracy = re.search(r"test accuracy ([\d.]+)%", done.stdout)
    assert accuracy is not None
    assert float(accuracy[1]) > 75
    assert (tmp_path / "weights.pt").exists()
    from PIL import Image

    with Image.open(picture) as image:
        # six filters of 5×5, eight to a row, each pixel eight wide
        assert image.size == (8 * 7 * 8, 7 * 8)


def test_code_is_formatted_and_passes_ruff(tmp_path: Path) -> None:
    for name in ("lenet5_modern", "googlenet", "resnet50"):
        path = tmp_path / f"{name}.ipynb"
        path.write_text(notebook(zoo.get(name), Recipe()), "utf-8")

    for options in (["check", "--ignore", "E402"], ["format", "--check"]):
        done = subprocess.run(
            [sys.executable, "-m", "ruff", *options, "--isolated", "--no-cache", str(tmp_path)],
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stdout + done.stderr


def test_a_network_that_cannot_be_trained_says_why() -> None:
    b = Builder()
    b.output(b.add("pool", "max_pool2d", b.input("image", (3, 8, 8))))

    cells = cells_of(notebook(b.document("net", About()), Recipe()))

    texts = ["".join(cell["source"]) for cell in cells]
    assert any("the network gives 3×" in text for text in texts)
    assert not any("main()" in text or "Filters" in text for text in texts)


def test_the_command_line_puts_the_data_beside_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "net.ipynb"

    assert cli.main(["export", "resnet18", "--to", "notebook", "--out", str(out)]) == 0

    report = json.loads(capsys.readouterr().out)
    assert report["to"] == "notebook"
    assert Path(report["data"]) == tmp_path / "digits.csv.gz"
    assert (tmp_path / "digits.csv.gz").exists()
    assert_valid(out.read_text("utf-8"))
