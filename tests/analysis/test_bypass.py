"""A bypassed block is as if it were not there: in figures, problems, module, source and ONNX."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch

from explorer.analysis.analyze import analyze
from explorer.analysis.memory import memory
from explorer.blocks.builder import Builder
from explorer.build.module import build
from explorer.build.plan import BuildError, plan_of
from explorer.exchange.onnx import export
from explorer.graph import files
from explorer.graph.edits import EditError, SetBypass, SetParameter
from explorer.graph.model import About, Document
from tests.exchange.helpers import assert_same


def network() -> Document:
    b = Builder()
    x = b.input("image", (8, 16, 16))
    y = b.add("conv", "conv2d", x, out_channels=8, kernel_size=3, padding=1)
    y = b.add("norm", "batch_norm", y)
    y = b.add("wide", "conv2d", y, out_channels=12, kernel_size=3, padding=1)
    b.output(y)
    return b.document("net", About())


def bypassed(*names: str) -> Document:
    return SetBypass(names=names).apply(network())


def test_it_counts_nothing_and_passes_its_input_on() -> None:
    before, after = analyze(network()), analyze(bypassed("conv"))
    row = after.row_at["conv"]
    assert row.totals is not None
    assert row.totals.parameters == row.totals.macs == row.totals.activations == 0
    assert row.output == (8, 16, 16)
    assert before.totals.parameters - after.totals.parameters == 8 * 8 * 9 + 8
    assert after.ok
    assert after.field is not None
    assert after.field.size == (3, 3)


def test_incrementally_as_at_once() -> None:
    document, analysis = network(), analyze(network())
    for edit in (SetBypass(names=("conv",)), SetBypass(names=("wide",)),
                 SetBypass(names=("wide",), bypassed=False),
                 SetBypass(names=("conv", "norm"), bypassed=False)):  # fmt: skip
        document = edit.apply(document)
        analysis = analyze(document, analysis)
        assert analysis.totals == analyze(document).totals
        assert analysis.problems == analyze(document).problems
    assert document == network()


def test_other_shapes_are_a_problem_that_says_which() -> None:
    analysis = analyze(bypassed("wide"))
    (problem,) = analysis.problems
    assert (problem.severity, problem.path) == ("error", "wide")
    assert "8×16×16" in problem.what
    assert "12×16×16" in problem.what
    assert problem.mends[0].bypassed is False
    with pytest.raises(BuildError, match="8×16×16"):
        plan_of(analysis)


def test_a_merge_has_no_one_input_to_pass_on() -> None:
    b = Builder()
    x = b.input("image", (8, 16, 16))
    b.output(b.add("add", "add", b.add("relu", "relu", x), x))
    analysis = analyze(SetBypass(names=("add",)).apply(b.document("net", About())))
    assert "one input" in analysis.problems[0].what


def test_a_block_that_fails_can_be_left_out() -> None:
    document = SetParameter(name="conv", parameter="kernel_size", value=99).apply(network())
    assert not analyze(document).ok
    assert analyze(SetBypass(names=("conv",)).apply(document)).ok


def test_module_source_and_memory_leave_it_out() -> None:
    document = bypassed("conv")
    network_ = build(document).eval()
    assert "conv.weight" not in network_.state_dict()
    text = assert_same(document)
    assert "Conv2d(8, 8" not in text
    whole = build(network()).eval()
    network_.load_state_dict({k: v for k, v in whole.state_dict().items() if "conv." not in k})
    x = torch.randn(2, 8, 16, 16)
    with torch.no_grad():
        kept = whole.state_dict()
        normed = torch.nn.functional.batch_norm(
            x, kept["norm.running_mean"], kept["norm.running_var"],
            kept["norm.weight"], kept["norm.bias"],
        )  # fmt: skip
        expected = torch.nn.functional.conv2d(
            normed, kept["wide.weight"], kept["wide.bias"], padding=1
        )
        torch.testing.assert_close(network_(x), expected)
    assert memory(analyze(document)) is not None


def test_the_runtime_answers_as_torch_does(tmp_path: Path) -> None:
    report = export(bypassed("conv"), tmp_path / "net.onnx")
    assert report.difference < 1e-4


def test_the_file_keeps_it_and_old_files_load() -> None:
    document = bypassed("conv")
    text = files.encode(document)
    assert text.count('"bypassed": true') == 1
    assert files.decode(text) == document
    assert files.decode(files.encode(network())) == network()
    with pytest.raises(files.FileError, match="true or false"):
        files.decode(text.replace('"bypassed": true', '"bypassed": 1'))


def test_what_is_not_there_is_refused() -> None:
    with pytest.raises(EditError):
        SetBypass(names=("nothing",)).apply(network())


def test_groups_and_blocks_can_be_left_out() -> None:
    inner = Builder()
    inner.output(inner.add("conv", "conv2d", inner.input(), out_channels=8, kernel_size=1))
    b = Builder()
    x = b.group("body", inner.graph(), b.input("image", (8, 16, 16)))
    x = b.add("block", "residual_basic", x, out_channels=8)
    b.output(x)
    document = b.document("net", About())
    assert analyze(document).ok
    document = SetBypass(names=("body", "block")).apply(document)
    analysis = analyze(document)
    assert analysis.ok
    assert analysis.totals.parameters == 0
    assert plan_of(analysis).steps
