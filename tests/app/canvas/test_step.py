"""The scene in step with the document, whatever is done to it."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from explorer import zoo
from explorer.app.canvas.picture import Painter
from explorer.app.canvas.plan import Plan, WireKey
from explorer.app.canvas.scene import NetworkScene
from explorer.app.session import Session
from explorer.graph.edits import (
    AddNodes,
    Connect,
    Disconnect,
    Edit,
    Fold,
    MoveNodes,
    RemoveNodes,
    Rename,
    SetParameter,
)
from explorer.graph.model import Document, Edge, Node, fresh_name
from tests.app.canvas.conftest import Hands
from tests.strategies import random_annotation


def expected(plan: Plan) -> tuple[dict[str, object], set[object]]:
    """What should be on the canvas: blocks by path, and wires."""
    blocks: dict[str, object] = {}
    wires: set[object] = {w.key for w in plan.wires}
    for shown in plan.blocks.values():
        blocks[shown.path] = shown
        if shown.inside is not None:
            inner, more = expected(shown.inside)
            blocks |= inner
            wires |= more
    return blocks, wires


def annotated(plan: Plan) -> tuple[dict[object, object], dict[object, object]]:
    """Notes and frames by their keys, and the bends of wires."""
    found: dict[object, object] = {a.key: a for a in plan.annotations}
    drawn = {wire.key for wire in plan.wires}
    ways = {WireKey(plan.scope, e): at for e, at in plan.bends.items()}
    bends: dict[object, object] = {key: at for key, at in ways.items() if key in drawn}
    for shown in plan.blocks.values():
        if shown.inside is not None:
            inner, more = annotated(shown.inside)
            found |= inner
            bends |= more
    return found, bends


def assert_in_step(scene: NetworkScene, session: Session) -> None:
    fresh = Painter().draw(session.analysis, session.scope)
    blocks, wires = expected(fresh)
    assert scene.blocks.keys() == blocks.keys()
    assert scene.wires.keys() == wires
    for path, shown in blocks.items():
        item = scene.blocks[path]
        assert item.shown.face == shown.face  # type: ignore[attr-defined]
        assert item.shown.box == shown.box  # type: ignore[attr-defined]
        # Qt leaves an item where it is that would be moved by less than it can tell
        assert item.pos().x() == pytest.approx(shown.at.x, abs=1e-6)  # type: ignore[attr-defined]
        assert item.pos().y() == pytest.approx(shown.at.y, abs=1e-6)  # type: ignore[attr-defined]
        assert item.scene() is scene
        parent = path.rpartition(".")[0]
        assert item.parentItem() is scene.blocks.get(parent)
    annotations, bends = annotated(fresh)
    assert {key: item.shown for key, item in scene.annotations.items()} == annotations
    assert {k: w.bends for k, w in scene.wires.items() if w.bends} == bends
    count = len(scene.items())
    assert count == len(blocks) + len(wires) + len(annotations), "nothing is left behind"


def random_edit(draw: Callable[..., object], session: Session) -> Edit | str | None:
    graph = session.document.graph
    names = list(graph.names)
    kind = draw(st.integers(0, 10))
    name = draw(st.sampled_from(names)) if names else ""
    match kind:
        case 0:
            type_ = draw(st.sampled_from(["conv2d", "relu", "add", "residual_basic", "stage"]))
            at = draw(st.sampled_from([None, (100.0, 200.0), (-50.0, 0.0)]))
            new = fresh_name("new", names)
            return AddNodes(nodes=(Node(name=new, type=str(type_), at=at),))  # type: ignore[arg-type]
        case 1:
            return RemoveNodes(names=(str(name),)) if names else None
        case 2 if len(names) > 1:
            other = draw(st.sampled_from(names))
            port = draw(st.integers(0, 1))
            return Connect(edge=Edge(str(name), str(other), int(str(port))))
        case 3 if graph.edges:
            return Disconnect(edges=(draw(st.sampled_from(graph.edges)),))  # type: ignore[arg-type]
        case 4 if names:
            x, y = draw(st.integers(-300, 900)), draw(st.integers(-200, 200))
            return MoveNodes(places=((str(name), (float(str(x)), float(str(y)))),))
        case 5 if names:
            return Rename(old=str(name), new=fresh_name("renamed", names))
        case 6:
            paths = [r.path for r in session.analysis.rows if r.is_block]
            if not paths:
                return None
            path = str(draw(st.sampled_from(paths)))
            return Fold(path=path, open=path not in session.document.opened)
        case 7 if names:
            return SetParameter(name=str(name), parameter="out_channels", value=8)
        case 8:
            return "undo"
        case 9:
            return "redo"
        case 10:
            chance = random.Random(str(draw(st.integers(0, 10_000))))
            return random_annotation(session.document, chance)
    return None


@settings(
    max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(data=st.data())
def test_random_edits(hands: Callable[[Document], Hands], data: st.DataObject) -> None:
    h = hands(zoo.get("resnet18"))
    for _ in range(12):
        edit = random_edit(data.draw, h.session)
        if isinstance(edit, str):
            getattr(h.session, edit)()
        elif edit is not None:
            h.session.do(edit)
        assert_in_step(h.view.network, h.session)
    h.view.close()
