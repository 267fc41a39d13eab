"""The command line as scripts use it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from explorer import zoo
from explorer.cli import main
from explorer.graph import files
from explorer.graph.edits import SetDocumentParameters, SetParameter
from explorer.graph.model import ParameterDefinition


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    assert main(arguments) == 0
    return json.loads(capsys.readouterr().out)


def test_analyze_resnet50(capsys: pytest.CaptureFixture[str]) -> None:
    report = printed(capsys, "analyze", "resnet50", "--json")
    assert report["params"] == report["trainable_params"] == 25_557_032
    assert report["flops"] == 8_178_368_512 == 2 * report["macs"]
    assert sum(row["params"] for row in report["layers"]) == report["params"]
    assert report["problems"] == []
    assert set(report["layers"][0]) == {
        "path", "type", "inputs", "output", "params", "macs", "flops", "receptive_field",
        "field_stride", "field_offset", "alive_bytes", "kept_for_backward_bytes",
    }  # fmt: skip
    held = report["memory"]
    assert (
        sum(row["kept_for_backward_bytes"] for row in report["layers"])
        == (held["kept_for_backward_bytes"])
    )
    assert max(row["alive_bytes"] for row in report["layers"]) == held["inference_peak_bytes"]
    assert held["training_total_bytes"]["adam"] - held["training_total_bytes"]["sgd"] == (
        2 * held["weights_bytes"]
    )
    assert report["layers"][0]["field_stride"] == 2
    assert report["layers"][0]["field_offset"] == 0
    assert report["all_operations"] == report["flops"] + report["other_operations"]
    assert report["layers"][0]["path"] == "stem.conv1"
    assert report["layers"][0]["receptive_field"] == 7


def test_another_input_and_batch(capsys: pytest.CaptureFixture[str]) -> None:
    report = printed(capsys, "analyze", "resnet18", "--input", "3x64x64", "--batch", "8", "--json")
    assert report["input"] == [3, 64, 64]
    assert report["params"] == 11_689_512
    assert report["memory_bytes"] == report["activation_values"] * 4 * 8


def test_an_input_that_does_not_fit_is_a_problem_with_a_place(
    capsys: pytest.CaptureFixture[str],
) -> None:
    report = printed(capsys, "analyze", "lenet5_modern", "--input", "1x8x8", "--json")
    (problem,) = report["problems"]
    assert problem["path"] == "C3"
    assert problem["severity"] == "error"
    assert problem["why"]
    assert problem["mend"]
    by_path = {row["path"]: row for row in report["layers"]}
    assert by_path["S2"]["output"] == [6, 2, 2]
    assert by_path["scores"]["output"] is None
    assert report["memory"] is None


def test_a_table_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["analyze", "vgg16"]) == 0
    assert "features.block1.conv1" in (out := capsys.readouterr().out)
    assert "138,357,544 parameters" in out


def test_zoo(capsys: pytest.CaptureFixture[str]) -> None:
    rows = printed(capsys, "zoo", "--json")
    assert [row["name"] for row in rows] == list(zoo.names())
    assert all(row["year"] and row["idea"] and row["source"] for row in rows)
    assert main(["zoo"]) == 0
    assert "resnet50" in capsys.readouterr().out


def test_new_then_analyze_the_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "mine.network.json"
    printed(capsys, "new", str(path), "--from", "googlenet")
    assert files.load(path) == zoo.get("googlenet")
    assert printed(capsys, "analyze", str(path), "--json")["params"] == 13_004_888
    assert main(["new", str(path), "--from", "lenet5_modern"]) == 2
    assert "exists already" in capsys.readouterr().err
    assert files.load(path) == zoo.get("googlenet")


def test_export_of_source(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "net.py"
    printed(capsys, "export", "resnet18", "--to", "pytorch", "--out", str(path))
    done = subprocess.run([sys.executable, str(path)], capture_output=True, text=True, check=True)
    assert "11,689,512" in done.stdout.replace("_", ",")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["analyze", "resnet5"], "did you mean “resnet50”?"),
        (["analyze", "zzz"], "the zoo has lenet5"),
        (["analyze", "missing.network.json"], "No such file"),
        (["analyze", "lenet5_modern", "--input", "32"], None),
        (["analyze", "lenet5_modern", "--input", "3x-1x4"], "not a shape"),
        (["analyze", "lenet5_modern", "--batch", "0"], "whole number"),
        (["analyze"], "required"),
        (["export", "lenet5_modern", "--to", "caffe", "--out", "x"], "invalid choice"),
        (["export", "lenet5_modern", "--to", "pytorch", "--out", "/no/such/folder/x.py"], "x.py"),
        (["train", "lenet5_modern", "--epochs", "0", "--out", "x"], "whole number"),
        (["train", "resnet18", "--epochs", "1", "--out", "/dev/null/x"], None),
        (["frobnicate"], "invalid choice"),
    ],
)
def test_bad_input(
    arguments: list[str], says: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    if says is None and "--input" in arguments:
        # a vector into a convolution is a wrong network, which is not bad input
        assert main(arguments) == 0
        assert "needs an image" in capsys.readouterr().out
        return
    try:
        code = main(arguments)
    except SystemExit as error:
        code = int(error.code or 0)
    captured = capsys.readouterr()
    assert code == 2
    assert captured.out == ""
    assert captured.err
    if says:
        assert says in captured.err


def test_a_network_that_cannot_be_built_is_not_exported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lenet = zoo.get("lenet5_modern")
    node = lenet.graph["image"]
    graph = lenet.graph.with_node(node.with_params({"shape": (1, 8, 8)}))
    path = tmp_path / "broken.network.json"
    files.save(lenet.with_graph((), graph), path)
    for to in ("pytorch", "onnx"):
        assert main(["export", str(path), "--to", to, "--out", str(tmp_path / "out")]) == 2
        assert "C3" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_train_prints_its_result_last(tmp_path: Path) -> None:
    command = [
        sys.executable, "-m", "explorer", "train", "lenet5_modern", "--data", "digits",
        "--epochs", "1", "--out", str(tmp_path / "run"), "--device", "cpu", "--seed", "3",
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    result = json.loads(done.stdout.splitlines()[-1])
    assert set(result) == {"train_loss", "test_accuracy", "epochs", "seconds", "device"}
    assert result["epochs"] == 1
    assert 0.2 < result["test_accuracy"] <= 1


def test_parameters_of_the_whole_network(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lenet = zoo.get("lenet5_modern")
    wide = SetParameter(name="C1", parameter="out_channels", value="=round(6 * width)").apply(lenet)
    wide = SetDocumentParameters(
        parameters=(*lenet.parameters, ParameterDefinition("width", 1.0))
    ).apply(wide)
    path = tmp_path / "wide.network.json"
    files.save(wide, path)
    assert printed(capsys, "analyze", str(path), "--json")["params"] == 61_706
    report = printed(capsys, "analyze", str(path), "--set", "width=2", "--json")
    assert report["params"] == 61_706 + 6 * 26 + 6 * 25 * 16
    for setting, says in (
        ("depth=2", "known: classes, input_size, width"),
        ("width=wide", "NAME=VALUE"),
        ("width", "="),
    ):
        assert main(["analyze", str(path), "--set", setting]) == 2
        assert says in capsys.readouterr().err
