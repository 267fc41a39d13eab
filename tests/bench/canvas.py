"""The canvas with 2,000 blocks, beside NodeGraphQt in the same run; dragging; 5,000 layers opened."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from explorer.blocks.builder import Builder
from explorer.graph.model import About, Document
from tests.bench.report import Row, best, versus

VENV = Path("build/bench-venv")
PACKAGES = ("NodeGraphQt==0.6.44", "PySide6-Essentials>=6.8,<6.12", "setuptools<81", "Qt.py")
PEER = "NodeGraphQt 0.6.44"
SIZE = (1280, 720)


def two_thousand() -> Document:
    """2,000 blocks and 2,500 wires: convolutions and ReLUs, every fourth block an addition over a
    skip."""
    b = Builder()
    x = before = b.input("image", (16, 32, 32))
    for i in range(499):
        x = b.add(f"conv{i}", "conv2d", x, out_channels=16, kernel_size=3, padding=1)
        x = b.add(f"bn{i}", "batch_norm", x)
        x = b.add(f"relu{i}", "relu", x)
        x = before = b.add(f"add{i}", "add", x, before)
    x = b.add("last", "relu", x)
    x = b.add("flatten", "flatten", x)
    b.output(x)
    return b.document("two_thousand", About())


def five_thousand(flat: bool) -> Document:
    """5,000 layers, in one row or as ten stages of a hundred residual blocks."""
    b = Builder()
    x = b.input("image", (16, 32, 32))
    if flat:
        for i in range(2499):
            x = b.add(f"conv{i}", "conv2d", x, out_channels=16, kernel_size=3, padding=1)
            x = b.add(f"relu{i}", "relu", x)
    else:
        for i in range(10):
            x = b.add(
                f"stage{i}", "stage", x, block="residual_basic", count=72, channels=16, stride=1
            )
    b.output(x)
    return b.document("five_thousand", About())


def _python() -> Path | None:
    """The interpreter of the peer's own environment, made where it is missing; None offline."""
    python = VENV / "bin" / "python"
    probe = [str(python), "-c", "import NodeGraphQt"]
    if not python.exists() or subprocess.run(probe, capture_output=True).returncode:
        subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)
        install = [str(python), "-m", "pip", "install", "-q", *PACKAGES]
        if subprocess.run(install, capture_output=True).returncode:
            return None
    return python


def _peer(places: dict[str, tuple[float, float]], wires: list[tuple[str, str]]) -> dict[str, float]:
    """Seconds that NodeGraphQt takes to open and to paint the same graph; {} where it cannot be
    installed."""
    python = _python()
    if python is None:
        return {}
    done = subprocess.run(
        [str(python), str(Path(__file__).with_name("peer_nodegraphqt.py"))],
        input=json.dumps({"places": places, "wires": wires}),
        capture_output=True,
        text=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": ""},
        timeout=600,
    )
    if done.returncode:
        print(done.stderr[-2000:], file=sys.stderr)
        return {}
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def goal(name: str, ours: float, most: float, unit: str = "ms") -> Row:
    ratio = most / ours if ours else float("inf")
    return Row(name, ours, most, "goal", ratio, unit, 1, ratio >= 1)


def rows() -> Iterator[Row]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QApplication

    from explorer.app.canvas.view import CanvasView
    from explorer.app.main import application
    from explorer.app.session import Session
    from explorer.layout.arrange import arrange

    app = application()
    assert app is not None

    def opened(session: Session) -> CanvasView:
        view = CanvasView(session)
        view.resize(*SIZE)
        view.show()
        QApplication.processEvents()
        return view

    session = Session(two_thousand())
    views: list[CanvasView] = []

    def close() -> None:
        arrange.cache_clear()
        for view in views:
            view.close()
            view.deleteLater()
        views.clear()

    ours = best(lambda: views.append(opened(session)), 3, close)
    view = views[-1]
    plan = view.network.plan
    assert plan is not None
    assert len(plan.blocks) == 2000
    assert len(plan.wires) == 2498
    view.fit()
    painted = best(view.viewport().grab, 7)
    peer = _peer(
        {n: (s.at.x, s.at.y) for n, s in plan.blocks.items()},
        [(e.source, e.target) for e in plan.graph.edges],
    )
    for what, mine, theirs, goal in (
        ("2,000 blocks, 2,500 wires: opened", ours, peer.get("opened"), 20.0),
        ("2,000 blocks, 2,500 wires: painted whole", painted, peer.get("painted"), 15.0),
    ):
        if theirs is None:
            yield Row(what, mine, 0.0, "peer not installed", 0.0, "ms", goal, None)
        else:
            yield versus(what, mine, theirs * 1e3, PEER, goal)

    # a drag across the canvas; what Qt paints afterwards is not our code
    view.zoom_to(0.7)
    shown = view.network.blocks["relu250"]
    view.centerOn(shown)
    at = view.mapFromScene(shown.mapToScene(shown.body.center()))

    def send(kind: QEvent.Type, to: QPoint, button: Qt.MouseButton) -> None:
        local, world = QPointF(to), QPointF(view.viewport().mapToGlobal(to))
        left = Qt.MouseButton.LeftButton
        event = QMouseEvent(kind, local, world, button, left, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(view.viewport(), event)

    send(QEvent.Type.MouseButtonPress, at, Qt.MouseButton.LeftButton)
    times = []
    for i in range(1, 120):
        start = time.perf_counter()
        send(QEvent.Type.MouseMove, at + QPoint(i * 2, i), Qt.MouseButton.NoButton)
        times.append((time.perf_counter() - start) * 1e3)
        QApplication.processEvents()
    view.cancel_gesture()
    yield goal("2,000 blocks: one mouse move of a drag, 95 %", p95(times), 8.0)
    close()
    for flat in (False, True):
        document = five_thousand(flat)
        label = "5,000 layers " + ("in one row" if flat else "in ten stages, closed")
        spent = best(lambda d=document: views.append(opened(Session(d))), 2, close)  # type: ignore[misc]
        yield goal(f"{label}: opened, analysis included", spent, 1000.0)
        views[-1].fit()
        yield goal(f"{label}: painted whole", best(views[-1].viewport().grab, 5), 50.0)
    close()


def p95(times: list[float]) -> float:
    return sorted(times)[int(0.95 * (len(times) - 1))]
