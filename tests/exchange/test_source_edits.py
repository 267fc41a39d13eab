"""Numbers changed in source, and the edit that has the same effect."""

from __future__ import annotations

import ast
from functools import cache

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from explorer import zoo
from explorer.blocks.builder import Builder
from explorer.build.plan import BuildError
from explorer.exchange.pytorch import Listing, listing, source
from explorer.exchange.source.edits import FOLLOWS, SourceProblem, edit_from_text
from explorer.exchange.source.listing import Literal
from explorer.exchange.source.origins import Origin
from explorer.graph.edits import Batch, Edit, SetDocumentParameter, SetParameter
from explorer.graph.history import History
from explorer.graph.model import About, Document
from tests.core import CORE
from tests.exchange.networks import documents
from tests.exchange.test_made_blocks import nested

KNOWN = cache(lambda name: (zoo.get(name), listing(zoo.get(name))))


def put(found: Listing, literal: Literal, value: object) -> str:
    """The text with another value at a literal's place."""
    lines = found.text.splitlines(keepends=True)
    line = lines[literal.line - 1]
    lines[literal.line - 1] = line[: literal.column] + repr(value) + line[literal.end :]
    return "".join(lines)


def changed(document: Document, old: str, new: str) -> Edit | SourceProblem | None:
    """What comes of another piece of text in the place of the first of its like."""
    found = listing(document)
    assert old in found.text
    return edit_from_text(document, found, found.text.replace(old, new, 1))


def accepted(found: Edit | SourceProblem | None) -> Edit:
    assert found is not None
    assert not isinstance(found, SourceProblem), found
    return found


def refused(found: Edit | SourceProblem | None) -> SourceProblem:
    assert isinstance(found, SourceProblem), found
    return found


# -- there and back ---------------------------------------------------------------------------


def assert_round_trip(document: Document, found: Listing, literal: Literal, value: object) -> bool:
    """Change a literal: the edit makes the document print it, and the old text makes the edit back.
    Whether the network takes the value."""
    text = put(found, literal, value)
    edit = edit_from_text(document, found, text)
    if isinstance(edit, SourceProblem):
        assert edit[:2] == (literal.line, literal.column)
        assert edit.message != FOLLOWS
        return False
    after = accepted(edit).apply(document)
    there = listing(after)
    mine, theirs = text.splitlines(), there.text.splitlines()
    if len(mine) == len(theirs):
        # shapes in comments follow, and so may numbers on the line
        same = [a for a, b in zip(mine, theirs, strict=True) if a == b]
        assert len(same) < len(mine) or there.text == text
    back = edit_from_text(after, there, found.text)
    if isinstance(back, SourceProblem):
        # another structure: like blocks became a loop, or a usual value is no longer written
        assert ast.dump(ast.parse(there.text)) != ast.dump(ast.parse(text))
        return True
    assert source(accepted(back).apply(after)) == found.text
    return True


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_a_changed_number_comes_back_from_the_document(data: st.DataObject) -> None:
    document, found = KNOWN(data.draw(st.sampled_from((*CORE, "mobilenet_v2", "alexnet"))))
    own = [x for x in found.literals if x.origins and type(x.value) is int]
    literal = data.draw(st.sampled_from(own))
    value = data.draw(st.integers(1, 9) | st.sampled_from((16, 32, 64, 96, 128)))
    assume(value != literal.value)

    assert_round_trip(document, found, literal, value)


@settings(max_examples=60, deadline=None)
@given(documents(), st.data())
def test_random_networks_take_what_is_changed_in_their_source(
    document: Document, data: st.DataObject
) -> None:
    try:
        found = listing(document)
    except BuildError:
        assume(False)
    own = [x for x in found.literals if x.origins]
    assume(own)
    literal = data.draw(st.sampled_from(own))
    value: object = data.draw(st.integers(1, 6))
    if isinstance(literal.value, bool):
        value = not literal.value
    elif isinstance(literal.value, float):
        value = data.draw(st.sampled_from((0.0, 0.25, 0.75)))
    assume(value != literal.value)

    assert_round_trip(document, found, literal, value)


@pytest.mark.parametrize("name", CORE)
def test_each_number_with_an_origin_can_be_changed(name: str) -> None:
    document, found = KNOWN(name)
    own = [x for x in found.literals if x.origins and type(x.value) is int]
    taken = [
        any(assert_round_trip(document, found, x, int(x.value) + n) for n in (1, 2, -1))  # type: ignore[call-overload]
        for x in own[:6]
    ]

    assert all(taken)


def test_the_text_of_another_document_is_taken_over_whole() -> None:
    """All numbers at once, those that follow too."""
    document = zoo.get("lenet5_modern")
    other = SetParameter(name="C1", parameter="out_channels", value=8).apply(document)
    other = SetParameter(name="F6", parameter="out_features", value=100).apply(other)

    edit = accepted(edit_from_text(document, listing(document), source(other)))

    assert isinstance(edit, Batch)
    assert len(edit.edits) == 2
    assert source(edit.apply(document)) == source(other)


# -- edits ------------------------------------------------------------------------------------


def test_one_number_is_one_edit_of_its_block() -> None:
    edit = changed(zoo.get("lenet5_modern"), "nn.Conv2d(6, 16, 5)", "nn.Conv2d(6, 20, 5)")

    assert edit == SetParameter(name="C3", parameter="out_channels", value=20)


def test_what_follows_from_a_number_changes_with_it() -> None:
    document = zoo.get("lenet5_modern")

    edit = accepted(changed(document, "nn.Conv2d(6, 16, 5)", "nn.Conv2d(6, 20, 5)"))

    assert "self.C5 = nn.Conv2d(20, 120, 5)" in source(edit.apply(document))


def test_a_loop_is_as_long_as_its_stage_has_blocks() -> None:
    edit = changed(zoo.get("resnet50"), "_ in range(5)", "_ in range(22)")

    assert edit == SetParameter(name="layer3", parameter="count", value=23)


def test_the_networks_own_parameter() -> None:
    edit = changed(zoo.get("resnet50"), "nn.Linear(2048, 1000)", "nn.Linear(2048, 10)")

    assert edit == SetDocumentParameter(name="classes", value=10)


def test_a_number_in_a_users_block_changes_its_definition() -> None:
    document = nested()

    edit = changed(document, "out_channels, 3, padding=1", "out_channels, 5, padding=2")

    scope = ("my:conv_block",)
    assert edit == Batch(
        edits=(
            SetParameter(scope=scope, name="conv", parameter="kernel_size", value=5),
            SetParameter(scope=scope, name="conv", parameter="padding", value=2),
        ),
        what="Change numbers in the code",
    )


def test_a_number_of_a_class_changes_all_its_blocks_in_one_step() -> None:
    b = Builder()
    x = b.input("image", (8, 16, 16))
    for name in ("a", "b"):
        x = b.add(name, "conv_norm_act", x, out_channels=8)
    b.output(x)
    document = b.document("net", About())

    edit = accepted(
        changed(document, "nn.Conv2d(8, 8, 3, padding=1", "nn.Conv2d(8, 8, 5, padding=2")
    )

    assert "nn.Conv2d(8, 8, 5, padding=2" in source(edit.apply(document))


def test_typing_is_one_step() -> None:
    document = zoo.get("lenet5_modern")
    history = History(document)
    for before, after in (("16", "2"), ("2", "20")):
        found = listing(history.document)
        text = found.text.replace(f"nn.Conv2d(6, {before}, 5)", f"nn.Conv2d(6, {after}, 5)")
        history.apply(accepted(edit_from_text(history.document, found, text, gesture=1)))

    assert "nn.Conv2d(6, 20, 5)" in source(history.document)
    assert source(history.undo()) == source(document)


def test_what_the_file_says_of_itself_is_not_changed_in_it() -> None:
    problem = refused(changed(zoo.get("resnet18"), "He, Zhang", "She, Zhang"))

    assert problem == (1, 0, "only numbers can be changed here")


def test_the_same_text_is_no_edit() -> None:
    document = zoo.get("resnet18")
    found = listing(document)

    assert edit_from_text(document, found, found.text) is None
    # nor are its comments and line breaks the network
    assert edit_from_text(document, found, found.text.replace("  # (N, 1000)", "")) is None


# -- problems ---------------------------------------------------------------------------------


def test_errors_are_at_their_line() -> None:
    document = zoo.get("lenet5_modern")
    line = listing(document).text.splitlines().index("        self.C3 = nn.Conv2d(6, 16, 5)") + 1

    syntax = refused(changed(document, "nn.Conv2d(6, 16, 5)", "nn.Conv2d(6, 16 5)"))
    word = refused(changed(document, "nn.Conv2d(6, 16, 5)", "nn.Conv2d(6, many, 5)"))
    other = refused(changed(document, "nn.Conv2d(6, 16, 5)", "nn.Conv3d(6, 16, 5)"))
    more = refused(changed(document, "nn.Conv2d(6, 16, 5)", "nn.Conv2d(6, 16, 5, 7)"))
    broken = refused(changed(document, "nn.Conv2d(6, 16, 5)", "nn.Conv2d(6, 16, 50)"))
    derived = refused(changed(document, "nn.Conv2d(6, 16, 5)", "nn.Conv2d(7, 16, 5)"))

    assert {p.line for p in (syntax, word, other, more, broken, derived)} == {line}
    assert "comma" in syntax.message
    assert word == (line, 31, "a number has to stand here")
    assert other == (line, 18, "only numbers can be changed here: this was nn.Conv2d")
    assert more.message.startswith("only numbers can be changed here")
    assert broken.message.startswith("C3: ")
    assert derived == (line, 28, FOLLOWS)


def test_yes_and_no_are_no_numbers() -> None:
    b = Builder()
    x = b.add("conv", "conv2d", b.input("image", (3, 8, 8)), out_channels=4, bias=False)
    b.output(x)
    document = b.document("net", About())

    assert "True or False" in refused(changed(document, "bias=False", "bias=0")).message
    edit = changed(document, "bias=False", "bias=True")
    assert edit == SetParameter(name="conv", parameter="bias", value=True)


def test_one_parameter_cannot_have_two_values() -> None:
    problem = refused(
        changed(
            zoo.get("resnet50"),
            "self.conv1 = nn.Conv2d(3, 64, 7, stride=2, padding=3, bias=False)\n"
            "        self.bn1 = nn.BatchNorm2d(64)",
            "self.conv1 = nn.Conv2d(3, 32, 7, stride=2, padding=3, bias=False)\n"
            "        self.bn1 = nn.BatchNorm2d(48)",
        )
    )

    assert problem.message == "width would be 32 and 48 at once"


@pytest.mark.parametrize("text", ["", "\0", "((" * 300, "class", "x = 1", "é" * 10, "\ue000"])
def test_any_text_is_answered(text: str) -> None:
    document, found = KNOWN("lenet5_modern")

    assert isinstance(edit_from_text(document, found, text), SourceProblem)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=5), st.integers(0, 1500))
def test_any_typing_is_answered(typed: str, at: int) -> None:
    document, found = KNOWN("lenet5_modern")
    text = found.text[:at] + typed + found.text[at:]

    edit = edit_from_text(document, found, text)

    if isinstance(edit, SourceProblem):
        assert 1 <= edit.line <= len(text.splitlines()) + 1
        assert edit.column >= 0
    elif edit is not None:
        assert source(edit.apply(document)) != found.text


def test_origins_say_what_they_set() -> None:
    document = zoo.get("resnet50")
    found = listing(document)

    edit = Origin("layer3", "count", 1).edit(found.analysis, 22)

    assert edit == SetParameter(name="layer3", parameter="count", value=23)
