"""Notes, frames and bends: in step with the graph, and no part of the network."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer import zoo
from explorer.analysis.analyze import analyze
from explorer.exchange.pytorch import source
from explorer.graph import edits
from explorer.graph.annotate import Annotate
from explorer.graph.annotations import part
from explorer.graph.definitions import Arity, make_block, unpack
from explorer.graph.edits import Edit, EditError
from explorer.graph.enabled import enabled_part
from explorer.graph.files import FileError, decode, encode
from explorer.graph.history import History
from explorer.graph.model import Bend, Document, Edge, Frame, Graph, Node, Note
from tests.strategies import documents, random_edit

LENET = zoo.get("lenet5_modern")
NOTE = Note(name="note", text="why", at=(10.0, 20.0), size=(160.0, 90.0))
FRAME = Frame(name="frame", title="features", blocks=("C1", "S2"))
WIRE = LENET.graph.incoming["S2"][0]
BEND = Bend(WIRE, ((300.0, 80.0), (340.0, 90.0)))
FULL = Annotate(notes=(NOTE,), frames=(FRAME,), bends=(BEND,), what="Annotate").apply(LENET)


def assert_sound(document: Document) -> None:
    graph = document.graph
    names = [n.name for n in graph.notes] + [f.name for f in graph.frames]
    assert len(set(names)) == len(names)
    order = list(graph.by_name)
    for frame in graph.frames:
        assert frame.blocks
        assert list(frame.blocks) == [n for n in order if n in frame.blocks]
    wires = [bend.edge for bend in graph.bends]
    assert len(set(wires)) == len(wires)
    assert set(wires) <= set(graph.edges)
    assert all(bend.points for bend in graph.bends)


def test_writing_and_taking_away() -> None:
    assert FULL.graph.notes == (NOTE,)
    gone = Annotate(gone=("note", "frame"), bends=(Bend(WIRE, ()),), what="Delete").apply(FULL)
    assert gone == LENET


def test_they_are_no_part_of_the_network() -> None:
    assert analyze(FULL).totals == analyze(LENET).totals
    assert source(FULL) == source(LENET)
    assert FULL.graph.incoming is LENET.graph.incoming, "what is known of the graph stays known"


def test_renaming_takes_them_along() -> None:
    renamed = edits.Rename(old="S2", new="pool").apply(FULL)
    assert renamed.graph.frames[0].blocks == ("C1", "pool")
    assert renamed.graph.bends[0].edge.target == "pool"
    assert edits.Rename(old="pool", new="S2").apply(renamed) == FULL


def test_what_goes_with_blocks_and_wires() -> None:
    without = edits.RemoveNodes(names=("S2",)).apply(FULL).graph
    assert (without.frames[0].blocks, without.bends) == (("C1",), ())
    assert edits.RemoveNodes(names=("C1", "S2")).apply(FULL).graph.frames == ()
    cut = edits.Disconnect(edges=(WIRE,)).apply(FULL).graph
    assert (cut.bends, cut.frames, cut.notes) == ((), (FRAME,), (NOTE,))


def test_other_edits_leave_them_alone() -> None:
    for edit in (
        edits.MoveNodes(places=(("C1", (1.0, 2.0)),)),
        edits.SetParameter(name="C1", parameter="out_channels", value=7),
        edits.Connect(edge=Edge("C1", "S4")),
        edits.AddNodes(nodes=(Node(name="more", type="relu"),)),
        edits.ReplaceNode(node_=Node(name="C3", type="relu")),
    ):
        graph = edit.apply(FULL).graph
        assert (graph.notes, graph.frames, graph.bends) == ((NOTE,), (FRAME,), (BEND,)), edit


def test_a_block_put_between_framed_ones_is_framed() -> None:
    add = edits.AddNodes(
        nodes=(Node(name="new", type="relu"),),
        edges=(Edge(WIRE.source, "new"), WIRE._replace(source="new")),
    )
    whole = Frame(name="frame", title="", blocks=(WIRE.source, "S2"))
    document = Annotate(frames=(whole,), what="").apply(LENET)
    assert set(add.apply(document).graph.frames[0].blocks) == {WIRE.source, "S2", "new"}


def test_what_takes_the_place_of_framed_blocks_is_framed() -> None:
    one = Node(name="both", type="relu")
    edit = edits.ReplaceNodes(gone=("C1", "S2"), nodes=(one,), edges=())
    assert edit.apply(FULL).graph.frames[0].blocks == ("both",)
    edit = edits.ReplaceNodes(gone=("C1", "C3"), nodes=(one,), edges=())
    assert edit.apply(FULL).graph.frames[0].blocks == ("S2",)


def test_a_part_has_the_frames_that_lie_within() -> None:
    assert part(FULL.graph, ("C1", "S2"), ("note",)).frames == (FRAME,)
    assert part(FULL.graph, ("C1",)) == Graph((FULL.graph["C1"],))


def test_an_output_that_is_switched_off_takes_its_framed_blocks_along() -> None:
    googlenet = zoo.get("googlenet")
    names = tuple(googlenet.graph.by_name)
    document = Annotate(frames=(Frame(name="f", title="", blocks=names),), what="").apply(googlenet)
    environment = {p.name: False for p in document.parameters}
    kept = enabled_part(document.graph, environment)
    assert len(kept.nodes) < len(names), "it has auxiliary outputs"
    assert kept.frames[0].blocks == tuple(kept.by_name)


@pytest.mark.parametrize(
    ("edit", "why"),
    [
        (Annotate(gone=("nothing",), what=""), "no such note"),
        (Annotate(frames=(Frame(name="f", title="", blocks=("no",)),), what=""), "no block “no”"),
        (Annotate(bends=(Bend(Edge("C1", "gone"), ((0.0, 0.0),)),), what=""), "no such wire"),
        (Annotate(notes=(Note(name="frame", text="", at=(0, 0), size=(1, 1)),), what=""), "alread"),
        (Annotate(notes=(Note(name="a b", text="", at=(0, 0), size=(1, 1)),), what=""), "be a na"),
        (Annotate(scope=("C1",), what=""), "to edit in"),
    ],
)
def test_what_is_refused(edit: Edit, why: str) -> None:
    with pytest.raises(EditError, match=why):
        edit.apply(FULL)


def test_one_drag_is_one_step() -> None:
    history = History(FULL)
    for x in range(9):
        note = Note(name="note", text="why", at=(float(x), 0.0), size=NOTE.size)
        history.apply(Annotate(notes=(note,), what="Move", gesture=1))
    assert history.undo() == FULL


def test_the_file_has_one_a_line_and_nothing_where_there_is_none() -> None:
    before, after = encode(LENET).splitlines(), encode(FULL).splitlines()
    assert decode(encode(FULL)) == FULL
    assert [line for line in after if line not in before] == [
        ' ], "notes": [',
        '  {"name": "note", "text": "why", "at": [10.0, 20.0], "size": [160.0, 90.0], '
        '"color": "amber"}',
        ' ], "frames": [',
        '  {"name": "frame", "title": "features", "blocks": ["C1", "S2"], "color": "blue"}',
        ' ], "bends": [',
        f'  {{"wire": ["{WIRE.source}", "S2", 0, 0], "points": [[300.0, 80.0], [340.0, 90.0]]}}',
    ]
    assert not any(word in encode(LENET) for word in ("notes", "frames", "bends"))


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('"color": "amber"', '"color": "red"', "one of amber"),
        ('"size": [160.0', '"size": [0', "larger than nothing"),
        ('"blocks": ["C1", "S2"]', '"blocks": ["S2", "C1"]', "in their order"),
        ('"blocks": ["C1", "S2"]', '"blocks": []', "should name blocks"),
        ('"blocks": ["C1", "S2"]', '"blocks": ["C1", "gone"]', "should name blocks"),
        ('{"name": "frame"', '{"name": "note"', "a second note or frame"),
        ('"S2", 0, 0]', '"S2", 3, 0]', "which is not there"),
        ("[[300.0, 80.0], [340.0, 90.0]]", "[]", "without points"),
    ],
)
def test_files_that_contradict_themselves(old: str, new: str, says: str) -> None:
    text = encode(FULL)
    assert old in text
    with pytest.raises(FileError, match=says):
        decode(text.replace(old, new))


@given(document=documents(), seed=st.integers(0, 10_000))
def test_in_step_whatever_is_edited(document: Document, seed: int) -> None:
    chance: Any = random.Random(seed)
    history = History(document)
    for _ in range(40):
        edit = random_edit(history.document, chance)
        if edit is not None:
            try:
                history.apply(edit)
            except EditError:
                continue
        assert_sound(history.document)
    final = history.document
    assert decode(encode(final)) == final
    while history.undo_label is not None:
        assert_sound(history.undo())
    assert history.document == document
    while history.redo_label is not None:
        history.redo()
    assert history.document == final


def test_they_go_into_a_block_and_come_out_of_it_again() -> None:
    arity = Arity(lambda node: (1, 1), lambda node: 1)
    placed = edits.MoveNodes(
        places=tuple((n, (100.0 * i, 50.0)) for i, n in enumerate(LENET.graph.names))
    ).apply(FULL)
    made = make_block(placed, (), ("C1", "tanh1", "S2"), "mine", arity)
    document = made.edit.apply(placed)
    inside = document.definitions[0].graph
    assert inside.frames == (FRAME,)
    assert inside.bends == (Bend(WIRE, ((200.0, 30.0), (240.0, 40.0))),)
    assert (document.graph.frames, document.graph.notes) == ((), (NOTE,))
    written = Annotate(scope=("my:mine",), notes=(NOTE,), what="").apply(document)
    back = unpack(written, (), "mine").edit.apply(written).graph
    assert back.frames == FULL.graph.frames
    assert back.bends == FULL.graph.bends
    assert [n.at for n in back.notes] == [NOTE.at, (110.0, 70.0)]
    assert len({n.name for n in back.notes}) == 2
    around = Annotate(
        frames=(Frame(name="frame", title="", blocks=("C1", "tanh1", "S2")),), what=""
    ).apply(LENET)
    outside = make_block(around, (), ("C1", "tanh1", "S2"), "mine", arity).edit.apply(around)
    assert outside.graph.frames[0].blocks == ("mine",)
