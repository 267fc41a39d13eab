"""The pieces that source is written with: names, calls, classes and their arguments, layout."""

from __future__ import annotations

import inspect
import re

import pytest
from torch import nn

from explorer.blocks.builder import Builder, chain
from explorer.blocks.description import Container
from explorer.exchange.pytorch import source
from explorer.exchange.source import calls
from explorer.exchange.source.names import (
    MODULE_ATTRIBUTES,
    class_name,
    is_attribute,
    unlike,
    variable,
)
from explorer.exchange.source.printing import Bracketed, Infix, docstring, lay_out
from explorer.exchange.source.relations import relation
from explorer.graph.model import (
    About,
    BlockDefinition,
    Document,
    ParameterDefinition,
)
from tests.exchange.helpers import assert_same


def signature(text: str, name: str) -> str:
    """The arguments of a class's constructor, on one line."""
    found = re.search(rf"class {name}\(.*?def __init__\(\s*self,?\s*(.*?)\s*\) -> None", text, re.S)
    assert found is not None, text
    return " ".join(found[1].split()).rstrip(",")


# -- names ------------------------------------------------------------------------------------


def test_every_attribute_of_modules_is_known() -> None:
    module = nn.Module()
    own = {name for name in {*dir(module), *vars(module)} if not name.startswith("__")}

    assert own <= MODULE_ATTRIBUTES


def test_a_name_that_works_as_attribute_is_one() -> None:
    class Holder(nn.Module):
        pass

    for name in ("conv1", "_", "x", "self", "print", "F"):
        assert is_attribute(name)
        holder = Holder()
        setattr(holder, name, nn.ReLU())
        assert list(dict(holder.named_children())) == [name]
    for name in ("3x3", "a-b", "class", "type", "train", "__hidden", "__call__", "None"):
        assert not is_attribute(name)


@pytest.mark.parametrize(
    ("wanted", "name"),
    [
        ("two_path", "TwoPath"),
        ("ResNet-50", "ResNet50"),
        ("3-way", "Block3Way"),
        ("“Tésté”", "Teste"),
        ("网络", "Block"),
        ("Tensor", "TensorBlock"),
        ("list", "List"),
        ("none", "NoneBlock"),
        ("i", "IBlock"),
    ],
)
def test_class_names(wanted: str, name: str) -> None:
    assert class_name(wanted) == name


def test_variable_names() -> None:
    assert variable("3x3") == "x3x3"
    assert variable("two-path") == "two_path"
    assert variable("lambda") == "lambda_"
    assert variable("__") == "x"
    assert variable("conv1", {"conv1"}) == "conv1_2"
    assert unlike("Block", {"Block", "Block2"}) == "Block3"


# -- calls ------------------------------------------------------------------------------------


@pytest.mark.parametrize("target", calls._POSITIONAL)
def test_names_of_arguments_are_torchs(target: str) -> None:
    known = list(inspect.signature(getattr(nn, target.removeprefix("nn."))).parameters)

    assert tuple(known[: len(calls._POSITIONAL[target])]) == calls._POSITIONAL[target]


@pytest.mark.parametrize("target", calls._DEFAULTS)
def test_defaults_are_torchs(target: str) -> None:
    known = inspect.signature(getattr(nn, target.removeprefix("nn."))).parameters
    mine = calls._DEFAULTS[target]

    assert {name: known[name].default for name in mine} == mine
    # in torch's own order
    assert [name for name in known if name in mine] == list(mine)


# -- classes and arguments --------------------------------------------------------------------


def test_numbers_that_differ_become_arguments_named_after_the_blocks_parameters() -> None:
    b = Builder()
    x = b.input("image", (3, 16, 16))
    x = b.add("a", "conv_norm_act", x, out_channels=8)
    x = b.add("b", "conv_norm_act", x, out_channels=16, kernel_size=5, stride=2)
    b.output(x)

    text = assert_same(b.document("net", About()))

    assert signature(text, "ConvNormAct") == (
        "in_channels: int, out_channels: int, kernel_size: int, stride: int = 1"
    )
    assert "padding=kernel_size // 2" in text
    assert "ConvNormAct(8, 16, 5, stride=2)" in text


def test_numbers_that_agree_are_written_out() -> None:
    b = Builder()
    x = b.input("image", (8, 16, 16))
    for name in ("a", "b"):
        x = b.add(name, "conv_norm_act", x, out_channels=8)
    b.output(x)

    text = assert_same(b.document("net", About()))

    assert "nn.Conv2d(8, 8, 3, padding=1, bias=False)" in text
    assert "self.a = ConvNormAct()" in text


def test_one_number_of_channels_throughout_is_called_channels() -> None:
    b = Builder()
    x = b.input("image", (8, 16, 16))
    x = b.add("a", "residual_basic", x, out_channels=8)
    x = b.add("widen", "conv2d", x, out_channels=16)
    b.output(b.add("b", "residual_basic", x, out_channels=16))

    text = assert_same(b.document("net", About()))

    assert signature(text, "BasicBlock") == "channels: int"


def test_a_shortcut_that_follows_no_rule_gets_a_flag() -> None:
    """A projection although nothing changes, which only a flag can ask for."""

    def block(projected: bool) -> Builder:
        inner = Builder()
        x = inner.input()
        y = inner.add("conv", "conv2d", x, out_channels=8, padding=1)
        if projected:
            steps = chain(("conv", "conv2d", {"out_channels": 8, "kernel_size": 1}))
            x = inner.group("shortcut", steps, x, container=Container.SEQUENTIAL)
        else:
            x = inner.add("shortcut", "identity", x)
        inner.output(inner.add("add", "add", y, x))
        return inner

    b = Builder()
    x = b.input("image", (8, 16, 16))
    for i, projected in enumerate((False, True, False), 1):
        x = b.group(f"block{i}", block(projected).graph(), x)
    b.output(x)

    text = assert_same(b.document("net", About()))

    assert signature(text, "Block") == "shortcut: bool = False"
    assert "if shortcut:" in text
    assert "self.block2 = Block(shortcut=True)" in text


def test_structures_that_differ_become_classes_of_their_own() -> None:
    b = Builder()
    x = b.input("image", (8, 16, 16))
    x = b.add("a", "conv_norm_act", x, out_channels=8)
    b.output(b.add("b", "conv_norm_act", x, out_channels=8, activation="tanh"))

    text = assert_same(b.document("net", About()))

    assert "class ConvNormAct(" in text
    assert "class ConvNormAct2(" in text


def test_a_users_block_is_a_class_with_its_own_parameters() -> None:
    inner = Builder()
    x = inner.input()
    left = inner.add("left", "conv2d", x, out_channels="=width", kernel_size=1)
    right = inner.add("right", "conv2d", x, out_channels="=width * 2", padding=1)
    inner.output(inner.add("join", "concat", left, right))
    definition = BlockDefinition(
        "two_path", inner.graph(), (ParameterDefinition("width", 8),), "Two paths, side by side."
    )
    b = Builder()
    x = b.input("image", (3, 16, 16))
    x = b.add("a", "my:two_path", x, width=4)
    b.output(b.add("b", "my:two_path", x, width=6))
    document = Document(name="net", definitions=(definition,), graph=b.graph())

    text = assert_same(document)

    assert signature(text, "TwoPath") == "in_channels: int, width: int"
    assert '"""Two paths, side by side."""' in text
    assert "nn.Conv2d(in_channels, 2 * width, 3, padding=1)" in text
    assert "return torch.cat([self.left(x), self.right(x)], 1)" in text


def test_modules_whose_numbers_grow_evenly_are_a_loop() -> None:
    inner = Builder()
    x = inner.input()
    for i in range(4):
        x = inner.add(f"conv{i}", "conv2d", x, out_channels=8 + 4 * (i + 1), padding=1)
    inner.output(x)
    b = Builder()
    body = inner.graph()
    b.output(b.group("layers", body, b.input("image", (8, 16, 16)), container=Container.SEQUENTIAL))

    text = assert_same(b.document("net", About()))

    assert "*(nn.Conv2d(8 + 4 * i, 12 + 4 * i, 3, padding=1) for i in range(4))" in text


def test_branches_in_a_numbered_container_keep_their_numbers() -> None:
    """A transparent block with branches inside a numbered one: no nn.Sequential can be that."""
    inner = Builder()
    x = inner.input()
    y = inner.add("conv", "conv2d", x, out_channels=8, padding=1)
    inner.output(inner.add("add", "add", y, x))
    outer = Builder()
    x = outer.input()
    x = outer.group("branches", inner.graph(), x, container=Container.TRANSPARENT)
    outer.output(outer.add("last", "conv2d", x, out_channels=4))
    b = Builder()
    b.output(
        b.group("row", outer.graph(), b.input("image", (8, 9, 9)), container=Container.SEQUENTIAL)
    )

    text = assert_same(b.document("net", About()))

    assert 'self.add_module("2", nn.Conv2d(8, 4, 3))' in text


def test_texts_of_people_do_no_harm() -> None:
    b = Builder()
    b.output(b.add("conv", "conv2d", b.input("image", (3, 8, 8))))
    about = About(title='"""\\', idea='a\nb\t"""\u202e', source="\\N{DASH}\x00")

    assert_same(b.document("net", about))
    assert "\u202e" not in source(b.document("net", about))


# -- layout -----------------------------------------------------------------------------------


def test_what_fits_stands_on_one_line() -> None:
    assert lay_out(Bracketed("f(", ("a", "b")), 4, "x = ") == ["    x = f(a, b)"]


def test_what_does_not_fit_gets_its_own_lines() -> None:
    eight = ("abcdefgh",) * 8
    before = "variable_name = "

    inner = "    " + ", ".join(eight)
    assert lay_out(Bracketed("f(", eight), 0, before) == [f"{before}f(", inner, ")"]
    assert lay_out(Bracketed("f(", eight, stacked=True), 0, before)[1] == "    abcdefgh,"
    inner = "    " + " + ".join(eight[:7])
    assert lay_out(Infix("+", eight[:7]), 0, before) == [f"{before}(", inner, ")"]
    long = lay_out(Infix("+", eight * 2), 0, before)
    assert long[:3] == [f"{before}(", "    abcdefgh", "    + abcdefgh"]


def test_docstrings_are_wrapped() -> None:
    assert docstring("Short.", 4) == ['    """Short."""']
    assert docstring(" \n ", 4) == []
    wrapped = docstring("word " * 30, 4)
    assert max(map(len, wrapped)) <= 88
    assert wrapped[-1].endswith('word"""')


@pytest.mark.parametrize(
    ("column", "base", "text"),
    [
        ((64, 256), (16, 64), "4 * c"),
        ((4, 16), (16, 64), "c // 4"),
        ((4, 17), (16, 64), None),
        ((1600, 3200), (16, 32), None),
        ((64, True), (16, 64), None),
        ((0, 64), (0, 16), None),
    ],
)
def test_relations(column: tuple[object, ...], base: tuple[object, ...], text: str | None) -> None:
    assert relation(column, "channels", "c", base, "channels") == text


def test_relations_are_between_numbers_of_one_kind() -> None:
    assert relation((2, 4), "stride", "c", (1, 2), "channels") is None
    assert relation((1, 2), "padding", "k", (3, 5), "kernel") == "k // 2"
