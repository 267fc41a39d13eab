"""Tables of figures: their numbers are the analysis', and their signs do no harm."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
from pathlib import Path

import pytest
from msgspec.structs import replace

from explorer import zoo
from explorer.analysis.analyze import analyze
from explorer.analysis.columns import BY_ID, COLUMNS, Figures
from explorer.cli import main
from explorer.exchange.latex import latex_escaped
from explorer.exchange.tables import (
    TableError,
    columns_named,
    rows_to,
    write,
)
from explorer.graph.model import Node
from explorer.graph.values import Params


def read(text: str) -> dict[str, dict[str, str]]:
    return {row["block"]: row for row in csv.DictReader(io.StringIO(text))}


@pytest.mark.parametrize("name", ["resnet50", "googlenet", "mobilenet_v2"])
def test_csv_has_the_numbers_of_the_analysis(
    name: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    out = tmp_path / "figures.csv"
    assert main(["export", name, "--to", "csv", "--columns", "all", "--out", str(out)]) == 0
    assert json.loads(capsys.readouterr().out)["to"] == "csv"
    rows = read(out.read_text(encoding="utf-8"))
    assert main(["analyze", name, "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    for layer in report["layers"]:
        row = rows[layer["path"]]
        assert int(row["parameters"]) == layer["params"]
        assert int(row["macs"]) == layer["macs"]
        assert int(row["flops"]) == layer["flops"]
        assert row["output"] == "x".join(map(str, layer["output"]))
        field = layer["receptive_field"]
        if field is None:
            assert row["field"] in ("all", "")
        else:
            assert row["field"] == str(field)
            assert float(row["field_stride"]) == layer["field_stride"]
    total = rows["total"]
    assert int(total["parameters"]) == report["params"]
    assert int(total["trainable"]) == report["trainable_params"]
    assert int(total["macs"]) == report["macs"]
    assert int(total["other"]) == report["other_operations"]
    assert int(total["full"]) == report["all_operations"]
    assert int(total["activations"]) == report["activation_values"]
    assert int(total["memory_bytes"]) == report["memory_bytes"]
    shares = [float(rows[layer["path"]]["macs_share"]) for layer in report["layers"]]
    if not any(layer.get("training_only") for layer in report["layers"]):
        assert sum(shares) == pytest.approx(100, abs=0.01)


def test_depth_and_batch_and_stdout(capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["export", "resnet18", "--to", "csv", "--out", "-", "--depth", "0", "--batch", "4"]
    assert main([*arguments, "--columns", "block,memory"]) == 0
    rows = read(capsys.readouterr().out)
    assert list(rows) == [
        "image", "stem", "layer1", "layer2", "layer3", "layer4", "head", "out", "total",
    ]  # fmt: skip
    assert int(rows["total"]["memory_bytes"]) == 8_230_376 * 4 * 4


def test_markdown_groups_digits() -> None:
    figures = Figures(analyze(zoo.get("lenet5_modern")))
    text = write("markdown", figures, columns_named(["block", "parameters"]), rows_to(figures, 0))
    lines = text.splitlines()
    assert lines[0] == "| block | parameters |"
    assert lines[1] == "| :--- | ---: |"
    assert len({line.count("|") for line in lines}) == 1
    total = figures.analysis.totals.parameters
    assert lines[-1] == f"| **total** | **{total:,}** |".replace(",", "\u202f")


def test_unknown_columns_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(TableError, match="no column “speed”"):
        columns_named(["block", "speed"])
    assert main(["export", "resnet18", "--to", "csv", "--out", "-", "--columns", "speed"]) == 2
    message = capsys.readouterr().err
    assert all(column.id in message for column in COLUMNS)


def test_what_was_measured_is_in_milliseconds() -> None:
    figures = Figures(analyze(zoo.get("resnet18")), times={"stem": 0.00021, "": 0.0105})
    chosen = columns_named(["block", "time"])
    assert read(write("csv", figures, chosen))["stem"]["time_ms"] == "0.21"
    assert read(write("csv", figures, chosen))["layer1"]["time_ms"] == ""
    assert "| stem | 0.210 |" in write("markdown", figures, chosen)
    assert "time (ms)" in write("latex", figures, chosen)


def test_no_formula_gets_into_a_spreadsheet() -> None:
    """A type that no program knows is shown as it is written in the file."""
    document = zoo.get("lenet5_modern")
    wicked = Node(name="n", type='=HYPERLINK("http://x")|a & b_c', params=Params({}))
    graph = document.graph
    document = replace(document, graph=replace(graph, nodes=(*graph.nodes, wicked)))
    figures = Figures(analyze(document))
    row = read(write("csv", figures))["n"]
    assert row["type"].startswith("'=")
    table = write("markdown", figures).splitlines()
    line = next(line for line in table if line.startswith("| n |"))
    assert line.replace("\\|", "").count("|") == table[0].count("|")
    assert r"\&" in write("latex", figures)


def test_every_column_has_a_figure_of_every_network() -> None:
    for name in ("googlenet", "densenet121", "efficientnet_b0"):
        figures = Figures(analyze(zoo.get(name)))
        for format in ("csv", "markdown", "latex"):
            assert write(format, figures, COLUMNS).count("\n") > len(figures.analysis.rows)  # type: ignore[arg-type]
    assert len(BY_ID) == len(COLUMNS)


def test_latex_escapes_every_sign() -> None:
    assert latex_escaped(r"a_b & 50% of $x$ {y} #1 ~ ^ \z") == (
        r"a\_b \& 50\% of \$x\$ \{y\} \#1 \textasciitilde{} \textasciicircum{} \textbackslash{}z"
    )


@pytest.mark.skipif(shutil.which("pdflatex") is None, reason="no LaTeX here")
def test_latex_compiles(tmp_path: Path) -> None:
    figures = Figures(analyze(zoo.get("googlenet")))
    table = write("latex", figures, COLUMNS, rows_to(figures, 1)[:30])
    head = "\\documentclass{article}\\usepackage{booktabs}\\begin{document}\\tiny\n"
    (tmp_path / "t.tex").write_text(head + table + "\\end{document}\n", encoding="utf-8")
    done = subprocess.run(
        ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "t.tex"],
        cwd=tmp_path, capture_output=True, text=True, timeout=100,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-1500:]
