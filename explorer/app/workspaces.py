"""Which panels each workspace shows, and how much room they get at first."""

from __future__ import annotations

from typing import NamedTuple

from explorer.app.actions import QT_TRANSLATE_NOOP


class Workspace(NamedTuple):
    """The same panels, arranged for one task."""

    id: str
    title: str
    panels: frozenset[str]
    canvas: float
    """Share of the height that the canvas gets; 0 where it is not shown."""
    lower: tuple[int, ...] = (5, 3, 1, 1, 1)
    """Shares of the width of the lower panels, where shown."""


WORKSPACES: dict[str, Workspace] = {
    w.id: w
    for w in (
        Workspace(
            "design",
            QT_TRANSLATE_NOOP("Actions", "Design"),
            frozenset({"palette", "table", "strip", "code", "inspector"}),
            0.66,
        ),
        Workspace(
            "train",
            QT_TRANSLATE_NOOP("Actions", "Train"),
            frozenset({"train"}),
            0.3,
        ),
        Workspace(
            "inspect",
            QT_TRANSLATE_NOOP("Actions", "Inspect"),
            frozenset({"insight", "inspector"}),
            0.36,
        ),
        Workspace(
            "compare",
            QT_TRANSLATE_NOOP("Actions", "Compare"),
            frozenset({"compare"}),
            0.0,
        ),
    )
}

LOWER = ("table", "strip", "train", "insight", "compare")
"""Panels beneath the canvas, from left to right."""

PALETTE_WIDTH, CODE_WIDTH, INSPECTOR_WIDTH = 220, 460, 300
