"""The structural diff: every edit is found, and nothing else is reported."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from explorer import zoo
from explorer.analysis.alignment import align, rising
from explorer.analysis.analyze import Analysis, analyze
from explorer.analysis.compare import ABSENT, Change, Comparison, Pair, compare
from explorer.analysis.compare_report import change_text
from explorer.blocks.builder import Builder
from explorer.blocks.registry import PLAIN
from explorer.graph.definitions import Arity, make_block
from explorer.graph.edits import (
    AddNodes,
    Batch,
    Connect,
    Define,
    Disconnect,
    Edit,
    Fold,
    MoveNodes,
    RemoveNodes,
    Rename,
    SetBypass,
    SetDocumentParameter,
    SetParameter,
)
from explorer.graph.model import About, Document, Edge, Node, fresh_name
from explorer.graph.same import same_network
from explorer.graph.values import Params
from tests.strategies import documents

ARITY = Arity(PLAIN.arity, PLAIN.output_count)


def of(name: str) -> Analysis:
    return analyze(zoo.get(name))


def told(comparison: Comparison) -> list[tuple[str, str]]:
    """Kind and path of every difference."""
    found: list[tuple[str, str]] = []
    for pair in comparison.differences:
        side = pair.right or pair.left
        assert side is not None
        found.append((pair.kind, side.path))
    return found


def after(document: Document, *edits: Edit) -> Comparison:
    changed = document
    for edit in edits:
        changed = edit.apply(changed)
    return compare(analyze(document), analyze(changed))


def facts(pairs: tuple[Pair, ...], mirrored: bool = False) -> Counter[Any]:
    """All pairs as plain facts, as seen from the other side where asked."""
    kinds = {"added": "removed", "removed": "added"} if mirrored else {}
    found: Counter[Any] = Counter()
    for pair in pairs:
        ends = [s.path if s is not None else None for s in (pair.left, pair.right)]
        values = [(c.what, c.left, c.right) for c in pair.changes]
        if mirrored:
            ends.reverse()
            values = [(what, right, left) for what, left, right in values]
        changes = repr(sorted(values, key=repr))
        found[(kinds.get(pair.kind, pair.kind), pair.moved, *ends, changes)] += 1
        found += facts(pair.parts, mirrored)
    return found


def chain_of_three() -> Document:
    b = Builder()
    x = b.input("image", (3, 16, 16))
    for name in ("a", "b", "c"):
        x = b.add(name, "conv2d", x, out_channels=8, kernel_size=3, padding=1)
    b.output(x)
    return b.document("three", About())


# -- single edits -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name", ["resnet18", "googlenet", "densenet121", "preact_resnet110_cifar10"]
)
def test_a_network_does_not_differ_from_itself(name: str) -> None:
    one, other = of(name), analyze(zoo.get(name))
    assert compare(one, one).same
    found = compare(one, other)
    assert found.same
    assert set(found.counts) == set()
    assert found.delta == type(found.delta)()
    assert {kind for kind, *_ in facts(found.pairs)} == {"same"}


def test_what_a_parameter_was() -> None:
    found = after(chain_of_three(), SetParameter(name="b", parameter="out_channels", value=16))
    assert told(found) == [("changed", "b")]
    (pair,) = found.differences
    assert pair.changes == (Change("out_channels", 8, 16),)
    assert pair.delta.parameters == 8 * 9 * 8 + 8
    # c has more weights now, but nobody touched it
    (follower,) = [p for p in found.pairs if p.right is not None and p.right.path == "c"]
    assert follower.kind == "same"
    assert follower.follows
    assert follower.delta.parameters == 8 * 9 * 8
    assert found.delta.parameters == sum(p.delta.parameters for p in found.pairs)


def test_a_default_written_out_is_no_difference() -> None:
    assert after(chain_of_three(), SetParameter(name="b", parameter="stride", value=1)).same


def test_looks_are_no_difference() -> None:
    edits = MoveNodes(places=(("b", (40.0, 50.0)),)), Fold(path="b", open=True)
    assert after(chain_of_three(), *edits).same


def test_a_block_put_into_a_wire_moves_nothing() -> None:
    new = Node(name="relu", type="relu")
    edit = Batch(
        what="",
        edits=(
            Disconnect(edges=(Edge("a", "b"),)),
            AddNodes(nodes=(new,), edges=(Edge("a", "relu"), Edge("relu", "b"))),
        ),
    )
    assert told(after(chain_of_three(), edit)) == [("added", "relu")]


def test_a_block_taken_out_and_bridged_moves_nothing() -> None:
    edit = Batch(what="", edits=(RemoveNodes(names=("b",)), Connect(edge=Edge("a", "c"))))
    assert told(after(chain_of_three(), edit)) == [("removed", "b")]


def test_a_wire_cut_is_told_of_the_block_that_lost_it() -> None:
    found = after(chain_of_three(), Disconnect(edges=(Edge("b", "c"),)))
    assert told(found) == [("moved", "c")]


def test_a_block_that_went_elsewhere_is_the_only_one_that_moved() -> None:
    b = Builder()
    x = b.input("image", (3, 16, 16))
    for name in ("a", "b", "relu", "c", "d", "e"):
        kind = "relu" if name == "relu" else "conv2d"
        x = b.add(
            name, kind, x, **({} if kind == "relu" else {"out_channels": 8, "kernel_size": 1})
        )
    b.output(x)
    document = b.document("row", About())
    edit = Batch(
        what="",
        edits=(
            Disconnect(edges=(Edge("b", "relu"), Edge("relu", "c"), Edge("d", "e"))),
            Connect(edge=Edge("b", "c")),
            Connect(edge=Edge("d", "relu")),
            Connect(edge=Edge("relu", "e")),
        ),
    )
    assert told(after(document, edit)) == [("moved", "relu")]


def test_another_name_and_another_type() -> None:
    found = after(chain_of_three(), Rename(old="b", new="middle"))
    assert [p.changes for p in found.differences] == [(Change("name", "b", "middle"),)]
    replaced = after(
        chain_of_three(),
        RemoveNodes(names=("b",)),
        AddNodes(
            nodes=(Node(name="b", type="max_pool2d", params=Params({"kernel_size": 2})),),
            edges=(Edge("a", "b"), Edge("b", "c")),
        ),
    )
    (pair,) = replaced.differences
    assert pair.changes[0] == Change("type", "conv2d", "max_pool2d")


def test_parameters_of_the_network() -> None:
    found = after(zoo.get("resnet18"), SetDocumentParameter(name="classes", value=10))
    assert found.parameters == (Change("classes", 1000, 10),)
    assert found.differences == ()
    assert not found.same


def test_a_definition_is_found_where_it_is_used() -> None:
    document = make_block(chain_of_three(), (), ("a", "b"), "pair", ARITY).edit.apply(
        chain_of_three()
    )
    edit = SetParameter(scope=("my:pair",), name="b", parameter="kernel_size", value=5)
    found = after(document, edit)
    assert [d.changes for d in found.differences] == [(Change("kernel_size", (3, 3), (5, 5)),)]
    assert told(found)[0][1].endswith(".b")


def test_a_definition_that_nothing_uses_is_told_of_the_network() -> None:
    document = make_block(chain_of_three(), (), ("a", "b"), "pair", ARITY).edit.apply(
        chain_of_three()
    )
    (definition,) = document.definitions
    spare = Define(definition=replace(definition, name="spare")).apply(document)
    found = compare(analyze(document), analyze(spare))
    assert found.parameters == (Change("block spare", ABSENT, 4),)
    edit = SetParameter(scope=("my:spare",), name="b", parameter="kernel_size", value=5)
    found = after(spare, edit)
    assert [change_text(c) for c in found.parameters] == ["block spare: other contents"]
    assert not found.same
    assert not found.differences
    moved = MoveNodes(scope=("my:spare",), places=(("b", (4.0, 4.0)),))
    assert after(spare, moved).same


def test_a_bypassed_block_is_a_changed_one() -> None:
    found = after(chain_of_three(), SetBypass(names=("b",)))
    assert [d.changes for d in found.differences] == [(Change("bypassed", False, True),)]
    assert not same_network(chain_of_three(), SetBypass(names=("b",)).apply(chain_of_three()))


# -- networks of the zoo --------------------------------------------------------------------------------


def test_deeper_residual_networks() -> None:
    found = compare(of("resnet50"), of("resnet152"))
    assert told(found) == [("changed", "layer2"), ("changed", "layer3")]
    stage = found.differences[1]
    assert stage.changes == (Change("count", 6, 36),)
    assert Counter(part.kind for part in stage.parts) == {"same": 8, "added": 30}
    assert found.delta.parameters == 60_192_808 - 25_557_032


def test_the_pair_of_a_path() -> None:
    found = compare(of("resnet50"), of("resnet152"))
    pair = found.pair_of("layer3.7.conv1", True)
    assert pair is not None
    assert pair.kind == "added"
    assert found.pair_of("layer3.7.conv1", False) is None
    same = found.pair_of("layer3.0.conv1", False)
    assert same is not None
    assert same is found.pair_of("layer3.0.conv1", True)
    assert same.kind == "same"


def test_batch_norm_in_every_stage() -> None:
    found = compare(of("vgg16"), of("vgg16_bn"))
    assert [p.changes for p in found.differences] == [(Change("norm", "none", "batch"),)] * 5
    for pair in found.differences:
        added = {p.right.node.type for p in pair.parts if p.kind == "added" and p.right}
        assert added == {"batch_norm"}
        assert not [p for p in pair.parts if p.kind in ("removed", "moved")]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("resnet18", "resnet50"),
        ("googlenet", "inception_v3"),
        ("densenet121", "densenet169"),
        ("mobilenet_v2", "nasnet_a_mobile"),
        ("inception_v4", "inception_resnet_v2"),
    ],
)
def test_the_mirror(left: str, right: str) -> None:
    one, other = of(left), of(right)
    there, back = compare(one, other), compare(other, one)
    assert facts(there.pairs) == facts(back.pairs, mirrored=True)
    assert there.delta == back.delta.minus(back.delta).minus(back.delta)
    rows = [row for row in one.rows if row.depth == 0]
    assert sum(pair.left is not None for pair in there.pairs) == len(rows)


# -- random edits ------------------------------------------------------------------------------------------


@given(documents(), st.integers(0, 10_000))
def test_one_random_edit_is_found_and_nothing_else(document: Document, seed: int) -> None:
    random = Random(seed)
    nodes = [n for n in document.graph.nodes if n.type not in ("input", "output")]
    node = random.choice(nodes)
    before = analyze(document)
    kind = random.choice(["add", "remove", "set", "set"])
    if kind == "add":
        name = fresh_name("new", document.graph.names)
        edit: Edit = AddNodes(
            nodes=(Node(name=name, type="squeeze_excitation"),),
            edges=(Edge(node.name, name),),
        )
        expected = [("added", name)]
    elif kind == "remove":
        edit, expected = RemoveNodes(names=(node.name,)), [("removed", node.name)]
    else:
        edit = SetParameter(name=node.name, parameter="made_up", value=random.randint(1, 9))
        expected = [("changed", node.name)]
    changed = edit.apply(document)
    assert told(compare(before, analyze(changed, before))) == expected
    mirror = {"added": "removed", "removed": "added"}
    back = [(mirror.get(k, k), path) for k, path in expected]
    assert told(compare(analyze(changed), before)) == back


@given(documents(), st.integers(0, 10_000))
def test_several_edits_are_all_found(document: Document, seed: int) -> None:
    random = Random(seed)
    names = [n.name for n in document.graph.nodes if n.type not in ("input", "output")]
    random.shuffle(names)
    changed, expected = document, []
    for i, name in enumerate(names[:5]):
        edit: Edit
        if i % 3 == 0:
            node = Node(name=f"new{i}", type="squeeze_excitation")
            edit = AddNodes(nodes=(node,), edges=(Edge(name, node.name),))
            expected.append(("added", node.name))
        elif i % 3 == 1:
            edit = RemoveNodes(names=(name,))
            expected.append(("removed", name))
        else:
            edit = SetParameter(name=name, parameter="made_up", value=i)
            expected.append(("changed", name))
        changed = edit.apply(changed)
    found = told(compare(analyze(document), analyze(changed)))
    assert sorted(found) == sorted(expected)


@given(documents(), documents())
def test_any_two_mirror_each_other(left: Document, right: Document) -> None:
    one, other = analyze(left), analyze(right)
    there, back = compare(one, other), compare(other, one)
    assert facts(there.pairs) == facts(back.pairs, mirrored=True)
    assert there.same == (not there.differences) == back.same


# -- alignment ----------------------------------------------------------------------------------------------


def test_rising() -> None:
    assert rising([]) == set()
    assert rising([0, 1, 2]) == {0, 1, 2}
    values = [5, 0, 1, 2, 4, 3]
    places = sorted(rising(values))
    assert len(places) == 4
    assert [values[i] for i in places] == sorted(values[i] for i in places)


@given(st.lists(st.integers(0, 4), max_size=12), st.lists(st.integers(0, 4), max_size=12))
def test_an_alignment_rises_and_pairs_equals(left: list[int], right: list[int]) -> None:
    found = align(left, right, lambda a, b: float(a == b), lambda x: x)
    assert all(left[i] == right[j] for i, j in found)
    for (i, j), (k, m) in pairwise(found):
        assert i < k
        assert j < m
    # as long as can be
    longest = [[0] * (len(right) + 1) for _ in range(len(left) + 1)]
    for i, a in enumerate(left):
        for j, b in enumerate(right):
            longest[i + 1][j + 1] = (
                longest[i][j] + 1 if a == b else max(longest[i][j + 1], longest[i + 1][j])
            )
    assert len(found) == longest[-1][-1]
