"""Edits as values, and the history of them."""

from __future__ import annotations

import random

import pytest

from explorer import zoo
from explorer.graph import edits, files
from explorer.graph.checks import check
from explorer.graph.edits import EditError
from explorer.graph.history import History
from explorer.graph.model import (
    BlockDefinition,
    Document,
    Edge,
    Graph,
    Node,
    ParameterDefinition,
)
from tests.strategies import random_edit

LENET = zoo.get("lenet5_modern")


def test_adding_and_removing() -> None:
    node = Node(name="extra", type="relu")
    added = edits.AddNodes(nodes=(node,), edges=(Edge("C1", "extra"),)).apply(LENET)
    assert added.graph["extra"] == node
    assert edits.RemoveNodes(names=("extra",)).apply(added) == LENET


def test_removing_takes_the_wires_along() -> None:
    removed = edits.RemoveNodes(names=("S2",)).apply(LENET)
    assert not [e for e in removed.graph.edges if "S2" in e[:2]]


def test_a_new_wire_takes_the_place_of_the_old() -> None:
    changed = edits.Connect(edge=Edge("C1", "S2")).apply(LENET)
    assert [e.source for e in changed.graph.incoming["S2"]] == ["C1"]


def test_renaming_keeps_wires_and_opened_paths() -> None:
    opened = edits.Fold(path="S2", open=True).apply(LENET)
    renamed = edits.Rename(old="S2", new="pool").apply(opened)
    assert renamed.opened == ("pool",)
    assert [e.source for e in renamed.graph.incoming["C3"]] == ["pool"]
    assert edits.Rename(old="pool", new="S2").apply(renamed) == opened


@pytest.mark.parametrize(
    ("edit", "why"),
    [
        (edits.AddNodes(nodes=(Node(name="C1", type="relu"),)), "already"),
        (edits.AddNodes(nodes=(Node(name="a.b", type="relu"),)), "cannot be a name"),
        (edits.RemoveNodes(names=("nothing",)), "no block"),
        (edits.Connect(edge=Edge("S4", "C1")), "cycle"),
        (edits.Connect(edge=Edge("C1", "C1")), "cycle"),
        (edits.Disconnect(edges=(Edge("C1", "S4"),)), "no such wire"),
        (edits.Rename(old="C1", new="C3"), "already"),
        (edits.SetParameter(scope=("C1",), name="x", parameter="y"), "to edit in"),
        (edits.Undefine(name="two_path"), "no block"),
        (edits.SetAbout(name="not a name"), "cannot be a name"),
        (
            edits.SetDocumentParameters(parameters=(ParameterDefinition("2x", 1),)),
            "different names",
        ),
    ],
)
def test_what_is_refused(edit: edits.Edit, why: str) -> None:
    with pytest.raises(EditError, match=why):
        edit.apply(LENET)


def test_a_definition_in_use_stays() -> None:
    definition = BlockDefinition("two_path", Graph())
    document = edits.Define(definition=definition).apply(LENET)
    used = edits.AddNodes(nodes=(Node(name="t", type="my:two_path"),)).apply(document)
    with pytest.raises(EditError, match="still used"):
        edits.Undefine(name="two_path").apply(used)
    assert edits.Undefine(name="two_path").apply(document) == LENET


def test_editing_inside_a_group() -> None:
    vgg = zoo.get("vgg16")
    edit = edits.SetParameter(
        scope=("features",), name="block1", parameter="out_channels", value=32
    )
    changed = edit.apply(vgg)
    assert changed.graph_at(("features",))["block1"].params["out_channels"] == 32


def test_one_drag_is_one_step() -> None:
    history = History(LENET)
    for x in range(50):
        history.apply(edits.MoveNodes(places=(("C1", (float(x), 0.0)),), gesture=1))
    history.apply(edits.MoveNodes(places=(("C1", (0.0, 9.0)),), gesture=2))
    assert history.undo().graph["C1"].at == (49.0, 0.0)
    assert history.undo() == LENET
    assert history.undo_label is None
    assert history.redo().graph["C1"].at == (49.0, 0.0)


def test_typing_after_undo_is_a_step_of_its_own() -> None:
    history = History(LENET)
    step = {"name": "C1", "parameter": "out_channels", "gesture": 1}
    history.apply(edits.SetParameter(value=7, **step))
    history.undo()
    history.redo()
    history.apply(edits.SetParameter(value=8, **step))
    assert history.undo().graph["C1"].params["out_channels"] == 7


def test_an_edit_that_changes_nothing_is_no_step() -> None:
    history = History(LENET)
    history.apply(edits.SetParameter(name="C1", parameter="out_channels", value=6))
    assert history.undo_label is None


def test_unsaved_changes_are_known_through_undo() -> None:
    history = History(LENET)
    history.apply(edits.Rename(old="C1", new="one"))
    assert history.changed
    history.mark_saved()
    assert not history.changed
    history.undo()
    assert history.changed
    history.redo()
    assert not history.changed


@pytest.mark.parametrize("seed", range(8))
def test_a_thousand_random_edits_undo_to_the_original(seed: int) -> None:
    chance = random.Random(seed)
    history = History(LENET)
    kept: list[Document] = [LENET]
    while len(kept) <= 1000:
        edit = random_edit(history.document, chance)
        if edit is None:
            continue
        before, label = history.document, history.undo_label
        try:
            after = history.apply(edit)
        except EditError:
            assert history.document is before
            continue
        if after is before:
            continue
        merged = history.undo_label == label and edit.merge_key is not None
        if merged and history.undo() is not before:
            kept.pop()
        elif merged:
            pass
        if history.document is not after:
            history.redo()
        kept.append(after)
    final = history.document
    while history.undo_label is not None:
        history.undo()
    assert history.document == LENET
    while history.redo_label is not None:
        history.redo()
    assert history.document == final
    assert files.decode(files.encode(final)) == final


def test_the_faults_of_a_graph() -> None:
    nodes = tuple(Node(name=n, type="relu") for n in ("a", "b", "c", "c"))
    edges = (Edge("a", "b"), Edge("b", "a"), Edge("gone", "c"), Edge("a", "c", 3))
    found = {(f.fault, f.name) for f in check(Graph(nodes, edges), lambda node: (1, 1))}
    assert {
        ("cycle", "a"),
        ("cycle", "b"),
        ("dangling", "gone"),
        ("dangling", "c"),
        ("duplicate name", "c"),
    } <= found
