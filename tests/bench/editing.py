"""A keystroke in the inspector until figures, table and canvas say so; memory over random edits."""

from __future__ import annotations

import gc
import os
import random
import time
from collections.abc import Iterator
from pathlib import Path

from explorer import zoo
from explorer.graph.edits import (
    AddNodes,
    Connect,
    Disconnect,
    Edit,
    EditError,
    Fold,
    MoveNodes,
    RemoveNodes,
    SetParameter,
)
from explorer.graph.model import Edge, Node, fresh_name
from tests.bench.canvas import goal, p95
from tests.bench.report import Row

EDITS = 10_000
MOST_GROWTH = 50.0
"""Megabytes."""


def _resident() -> float:
    """The memory that this process holds, in megabytes; Linux."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def rows() -> Iterator[Row]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for name, block, parameter in (
        ("resnet152", "head", "classes"),
        ("densenet264", "features.stem.conv0", "kernel_size"),
    ):
        yield _typing(name, block, parameter)
    yield _leaks()


def _typing(name: str, block: str, parameter: str) -> Row:
    """The whole window follows an edit, panels, table and canvas painted."""
    from PySide6.QtWidgets import QApplication

    from explorer.app.main import application
    from explorer.app.session import Session
    from explorer.app.window import Window

    application()
    session = Session(zoo.get(name))
    window = Window(session)
    window.resize(1440, 900)
    window.show()
    path = block if session.row(block) is not None and session.editable(_scope(block)) else ""
    if not path:
        path, parameter = next(
            (node.name, key)
            for node in session.document.graph.nodes
            for key, value in node.params.items()
            if type(value) is int
        )
    session.select(path)
    QApplication.processEvents()
    times = []
    for i in range(60):
        edit = SetParameter(
            scope=_scope(path), name=path.rpartition(".")[2], parameter=parameter, value=7 + 2 * i
        )
        start = time.perf_counter()
        assert session.do(edit)
        QApplication.processEvents()
        times.append((time.perf_counter() - start) * 1e3)
    window.hide()
    window.deleteLater()
    QApplication.processEvents()
    return goal(f"{name}: {path}.{parameter} typed, window in step, 95 %", p95(times), 16.0)


def _scope(path: str) -> tuple[str, ...]:
    return tuple(path.split(".")[:-1])


def _leaks() -> Row:
    """What 10,000 random edits leave behind, undo history and caches included."""
    from PySide6.QtWidgets import QApplication

    from explorer.app.canvas.view import CanvasView
    from explorer.app.session import Session

    chance = random.Random(0)
    session = Session(zoo.get("googlenet"))
    view = CanvasView(session)
    view.resize(1280, 720)
    view.show()
    before = 0.0
    for i in range(EDITS):
        if i == EDITS // 10:
            # caches and Qt's own pools have filled by now
            QApplication.processEvents()
            gc.collect()
            before = _resident()
        if i % 50 == 0:
            session.replace(zoo.get("googlenet"))
        _random_edit(session, chance)
        if i % 25 == 0:
            QApplication.processEvents()
    QApplication.processEvents()
    gc.collect()
    grown = max(0.1, _resident() - before)
    view.close()
    return goal(f"{EDITS:,} random edits: memory grown", grown, MOST_GROWTH, "MB")


def _random_edit(session: object, chance: random.Random) -> None:
    from explorer.app.session import Session

    assert isinstance(session, Session)
    graph = session.document.graph
    names = list(graph.names)
    name = chance.choice(names) if names else ""
    edit: Edit
    match chance.randrange(9):
        case 0:
            kind = chance.choice(["conv2d", "relu", "add", "stage"])
            edit = AddNodes(nodes=(Node(name=fresh_name("new", names), type=kind),))
        case 1 if names:
            edit = RemoveNodes(names=(name,))
        case 2 if len(names) > 1:
            edit = Connect(edge=Edge(name, chance.choice(names), chance.randrange(2)))
        case 3 if graph.edges:
            edit = Disconnect(edges=(chance.choice(graph.edges),))
        case 4 if names:
            at = float(chance.randrange(900)), float(chance.randrange(-200, 200))
            edit = MoveNodes(places=((name, at),))
        case 5:
            paths = [r.path for r in session.analysis.rows if r.is_block]
            if not paths:
                return
            path = chance.choice(paths)
            edit = Fold(path=path, open=path not in session.document.opened)
        case 6:
            session.undo()
            return
        case 7:
            session.redo()
            return
        case _:
            edit = SetParameter(name=name, parameter="out_channels", value=chance.randrange(1, 64))
    try:
        session.do(edit)
    except EditError:
        return
