"""Flat lists become nested groups with the same names in the state dict, and repeats stages."""

from __future__ import annotations

from explorer.analysis.analyze import analyze
from explorer.analysis.results import errors
from explorer.build.plan import plan_of
from explorer.exchange.imports.document import document_of
from explorer.exchange.imports.flat import Flat, FlatInput, FlatNode, FlatOutput
from explorer.graph.model import About, Document
from explorer.graph.values import Params


def conv(path: str, source: str, channels: int = 4) -> FlatNode:
    params = Params({"out_channels": channels, "kernel_size": 1})
    return FlatNode(path, "conv2d", params, (source,), (channels, 8, 8))


def plain(path: str, type_: str, *sources: str) -> FlatNode:
    return FlatNode(path, type_, Params(), sources, (4, 8, 8))


def flat(*nodes: FlatNode) -> Flat:
    return Flat((FlatInput("image", (4, 8, 8)),), nodes, (FlatOutput(nodes[-1].path),))


def keys(document: Document) -> set[str]:
    analysis = analyze(document)
    assert not errors(analysis.problems)
    return {step.key for step in plan_of(analysis).steps if step.operation.target == "nn.Conv2d"}


def test_groups_are_modules() -> None:
    made = document_of(
        flat(
            conv("stem", "image"),
            conv("block.a", "stem"),
            plain("block.relu", "relu", "block.a"),
            plain("block.add", "add", "block.relu", "stem"),
        ),
        "small",
        About(),
    )
    assert [n.name for n in made.document.graph.nodes] == ["image", "stem", "block", "out"]
    assert keys(made.document) == {"stem", "block.a"}
    assert dict(made.keys)["block.a"] == "block.a"


def test_what_no_output_needs_is_left_out() -> None:
    made = document_of(flat(conv("spare", "image"), conv("used", "image")), "small", About())
    assert keys(made.document) == {"used"}


def test_a_list_whose_parts_run_among_others_is_taken_apart() -> None:
    """As the convolutions of Res2Net are: convs.0, an addition outside, convs.1."""
    made = document_of(
        flat(
            conv("convs.0", "image"),
            plain("add", "add", "convs.0", "image"),
            conv("convs.1", "add"),
        ),
        "small",
        About(),
    )
    assert keys(made.document) == {"convs_0", "convs_1"}
    assert dict(made.keys) == {"convs.0": "convs_0", "add": "add", "convs.1": "convs_1"}


def test_a_layer_that_holds_another() -> None:
    made = document_of(flat(conv("bn", "image"), plain("bn.act", "relu", "bn")), "small", About())
    assert {n.name for n in made.document.graph.nodes} == {"image", "bn", "bn_act", "out"}
    assert keys(made.document) == {"bn"}


def test_a_group_with_several_ends() -> None:
    made = document_of(
        flat(
            conv("body.a", "image"),
            conv("body.b", "body.a"),
            plain("add", "add", "body.a", "body.b"),
        ),
        "small",
        About(),
    )
    assert keys(made.document) == {"body.a", "body.b"}
    assert len(made.document.graph["body"].body.of_type("output")) == 2  # type: ignore[union-attr]


def rows(count: int, first: int = 4) -> Flat:
    nodes: list[FlatNode] = []
    before = "image"
    for i in range(count):
        for part in ("conv", "elu"):
            path = f"stage.{i}.{part}"
            channels = first if i == 0 else 4
            nodes.append(
                conv(path, before, channels) if part == "conv"
                else FlatNode(path, "elu", Params(), (before,), (channels, 8, 8))
            )  # fmt: skip
            before = path
    return flat(*nodes)


def test_equal_neighbours_are_a_stage() -> None:
    made = document_of(rows(5), "small", About())
    stage = made.document.graph["stage"]
    assert (stage.type, stage.params["count"]) == ("stage", 5)
    assert stage.params["block"] == "my:stage_block"
    assert keys(made.document) == {f"stage.{i}.conv" for i in range(5)}
    assert made.report.folded == 5


def test_a_first_that_differs_stands_by_itself() -> None:
    made = document_of(rows(5, first=6), "small", About())
    stage = made.document.graph["stage"]
    assert stage.type == "group"
    assert keys(made.document) == {f"stage.{i}.conv" for i in range(5)}
    assert made.report.folded == 4


def test_blocks_whose_parts_are_numbered_are_no_stage() -> None:
    """A stage has no word for the container of its blocks, and their weights would be called
    otherwise."""
    nodes: list[FlatNode] = []
    before = "image"
    for i in range(3):
        nodes += [conv(f"row.{i}.0", before), plain(f"row.{i}.1", "relu", f"row.{i}.0")]
        before = f"row.{i}.1"
    made = document_of(flat(*nodes), "small", About())
    assert made.report.recognised == (("conv_norm_act", 3),)
    assert made.report.folded == 0
    assert keys(made.document) == {f"row.{i}.0" for i in range(3)}
