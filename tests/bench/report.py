"""Rows of a benchmark: ours against a peer's in the same run, as ratios."""

from __future__ import annotations

import gc
import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple


class Row(NamedTuple):
    """One comparison; ``ratio`` is peer / ours, larger is better for times."""

    name: str
    ours: float
    peer: float
    peer_name: str
    ratio: float
    unit: str
    goal: float | None
    """The least ratio, None where the row is for information."""
    met: bool | None


def versus(
    name: str, ours: float, peer: float, peer_name: str, goal: float | None, unit: str = "ms"
) -> Row:
    ratio = peer / ours
    return Row(
        name, ours, peer, peer_name, ratio, unit, goal, None if goal is None else ratio >= goal
    )


def best(
    action: Callable[[], object], repeat: int, before: Callable[[], object] | None = None
) -> float:
    """The least time of several runs in milliseconds; on noisy machines the least is the truest."""
    times = []
    gc.collect()
    for _ in range(repeat):
        if before is not None:
            before()
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return min(times) * 1e3


def show(rows: list[Row]) -> str:
    """The rows as a table in Markdown."""
    lines = ["| what | ours | peer | | ratio | goal | |", "|---|--:|--:|---|--:|--:|---|"]
    for r in rows:
        goal = "" if r.goal is None else f"≥ {r.goal:g}×"
        met = {True: "met", False: "**missed**", None: ""}[r.met]
        lines.append(
            f"| {r.name} | {r.ours:.3g} {r.unit} | {r.peer:.3g} {r.unit} | {r.peer_name} "
            f"| {r.ratio:.3g}× | {goal} | {met} |"
        )
    return "\n".join(lines)


def write(rows: list[Row], path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps([r._asdict() for r in rows], indent=1) + "\n")
