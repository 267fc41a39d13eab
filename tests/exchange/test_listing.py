"""Where the blocks and the numbers of a document stand in its source."""

from __future__ import annotations

import ast

import pytest

from explorer import zoo
from explorer.analysis.analyze import analyze
from explorer.blocks.builder import Builder
from explorer.blocks.description import Layer
from explorer.exchange.pytorch import listing
from explorer.exchange.source.listing import Literal, Span
from explorer.exchange.source.origins import Origin
from explorer.graph.model import About, Document
from tests.core import CORE
from tests.exchange.test_made_blocks import nested


def shown(document: Document, path: str) -> list[str]:
    """The lines of a block, its class aside."""
    found = listing(document)
    lines = found.text.splitlines()
    spans = found.lines[path]
    return [
        line.strip()
        for span in spans
        for line in lines[span.first - 1 : span.last]
        if not lines[span.first - 1].startswith("class ")
    ]


def literal_at(document: Document, line: str, text: str) -> Literal:
    """The (first) literal of this text on the line that contains the other."""
    found = listing(document)
    lines = found.text.splitlines()
    return next(
        x
        for x in found.literals
        if line in lines[x.line - 1] and lines[x.line - 1][x.column : x.end] == text
    )


# -- lines ------------------------------------------------------------------------------------


def test_a_layer_has_the_line_that_makes_it_and_the_line_that_runs_it() -> None:
    document = zoo.get("resnet18")

    assert shown(document, "stem.conv1") == [
        "self.conv1 = nn.Conv2d(3, 64, 7, stride=2, padding=3, bias=False)",
        "x = self.relu(self.bn1(self.conv1(x)))  # (N, 64, 112, 112)",
    ]
    assert shown(document, "layer2.0.downsample.conv") == [
        "nn.Conv2d(in_channels, out_channels, 1, stride=stride, bias=False),",
        "return self.relu2(out + self.downsample(x))",
    ]
    # without a module of its own a block is what it holds
    assert len(shown(document, "stem")) == 6


def test_a_block_with_a_class_has_its_lines_last() -> None:
    found = listing(zoo.get("resnet50"))
    lines = found.text.splitlines()

    *own, whole = found.lines["layer2.2"]

    assert [lines[span.first - 1].strip() for span in own] == [
        "*(Bottleneck(512, 128) for _ in range(3)),",
        "x = self.layer2(x)  # (N, 512, 28, 28)",
    ]
    assert lines[whole.first - 1] == "class Bottleneck(nn.Module):"
    assert lines[whole.last - 1].strip() == "return self.relu3(out + self.downsample(x))"
    assert found.lines["layer1.0"][-1] == whole


def test_what_comes_in_and_what_goes_out_have_lines() -> None:
    document = zoo.get("lenet5_modern")
    first, last = document.graph.of_type("input")[0], document.graph.of_type("output")[0]

    assert shown(document, first.name) == ["def forward(self, x: Tensor) -> Tensor:"]
    assert shown(document, last.name)[0].startswith("return ")


def test_branches_have_lines_of_their_own() -> None:
    document = zoo.get("inception_v4")
    found = listing(document)
    for row in analyze(document).rows:
        if row.key and row.depth == 1 and row.path.startswith("stem."):
            assert len(found.lines[row.path]) >= 2


@pytest.mark.parametrize("name", [*CORE, "mobilenet_v2", "densenet121", "nasnet_a_mobile"])
def test_every_module_stands_where_it_is_made(name: str) -> None:
    document = zoo.get(name)
    analysis = analyze(document)
    found = listing(document)
    lines = found.text.splitlines()
    for row in analysis.rows:
        layer = analysis.catalogue.acting(row.node)
        if not row.key or not isinstance(layer, Layer) or row.result is None:
            continue
        operation = layer.operation(row.result.settings, row.inputs)
        if operation.is_module and not operation.function:
            spans = found.lines[row.path]
            whole = "\n".join("\n".join(lines[s.first - 1 : s.last]) for s in spans)
            assert f"{operation.target}(" in whole, row.path


def test_a_thousand_like_blocks_share_one_line() -> None:
    b = Builder()
    x = b.input("image", (8, 8, 8))
    b.output(b.add("stage", "stage", x, block="residual_basic", count=1000, out_channels=8))
    found = listing(b.document("long", About()))
    lines = found.text.splitlines()

    (span, *_), (other, *_) = found.lines["stage.0"], found.lines["stage.999"]

    assert span == other
    assert "*(BasicBlock() for _ in range(1000))" in lines[span.first - 1]
    assert isinstance(span, Span)


# -- literals ---------------------------------------------------------------------------------


@pytest.mark.parametrize("name", CORE)
def test_literals_stand_where_they_are_said_to(name: str) -> None:
    found = listing(zoo.get(name))
    lines = found.text.splitlines()
    for literal in found.literals:
        text = lines[literal.line - 1][literal.column : literal.end]
        assert ast.literal_eval(text) == literal.value
    assert list(found.literals) == sorted(found.literals, key=lambda x: x[:2])
    assert any(literal.origins for literal in found.literals)


@pytest.mark.parametrize(
    ("network", "line", "text", "origin"),
    [
        ("lenet5_modern", "self.C3 = ", "16", Origin("C3", "out_channels")),
        ("lenet5_modern", "self.C3 = ", "5", Origin("C3", "kernel_size")),
        # what comes in follows from the block before
        ("lenet5_modern", "self.C3 = ", "6", None),
        # a block's parameter that ends in a call deep inside
        ("resnet50", "self.conv1 = nn.Conv2d(3,", "7", Origin("stem", "kernel_size")),
        # an expression of the whole network's parameter
        ("resnet50", "self.conv1 = nn.Conv2d(3,", "64", Origin("", "width")),
        ("resnet50", "self.fc", "1000", Origin("", "classes")),
        # the first of a stage
        ("resnet50", "Bottleneck(256, 128", "2", Origin("layer2", "first.stride")),
        # how often a stage's block is repeated, beside the first
        ("resnet50", "Bottleneck(512, 128) for", "3", Origin("layer2", "count", 1)),
        # half of the kernel that the class has for all
        ("resnet50", "channels, channels, 3", "1", None),
    ],
)
def test_a_number_comes_from_a_parameter(
    network: str, line: str, text: str, origin: Origin | None
) -> None:
    literal = literal_at(zoo.get(network), line, text)

    assert literal.origins == ((origin,) if origin else ())
    assert literal.path == (origin.path if origin else None)


def test_a_number_in_a_class_is_that_of_all_its_blocks() -> None:
    b = Builder()
    x = b.input("image", (8, 16, 16))
    for name in ("a", "b"):
        x = b.add(name, "conv_norm_act", x, out_channels=8, kernel_size=5)
    b.output(x)

    literal = literal_at(b.document("net", About()), "nn.Conv2d(8, 8, 5", "5")

    assert literal.origins == (Origin("a", "kernel_size"), Origin("b", "kernel_size"))
    assert literal.path is None


def test_numbers_within_users_blocks_are_the_definitions_or_the_instances() -> None:
    document = nested()

    within = literal_at(document, "self.conv = nn.Conv2d(in", "3")
    passed_on = literal_at(document, "self.two_path = ", "4")
    given = literal_at(document, "self.again = ", "2")

    assert within.origins == (Origin("two_path.conv_block.conv", "kernel_size"),)
    assert passed_on.origins == (Origin("", "width"),)
    assert given.origins == (Origin("again", "width"),)
