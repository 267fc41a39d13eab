"""Lining up boxes that a person chose, and spreading them evenly."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from explorer.layout.model import Point, Rect

Line = Literal["left", "center", "right", "top", "middle", "bottom"]
"""Which of their sides, or their centres, lie on one line."""
Spread = Literal["horizontally", "vertically"]


def aligned(rects: Mapping[str, Rect], line: Line) -> dict[str, Point]:
    """How far each box moves so that all lie on one line: their outermost side of that name, or
    the middle of what they take up."""
    left, right = min(r.left for r in rects.values()), max(r.right for r in rects.values())
    top, bottom = min(r.top for r in rects.values()), max(r.bottom for r in rects.values())

    def way(r: Rect) -> Point:
        match line:
            case "left":
                return Point(left - r.left, 0.0)
            case "center":
                return Point((left + right - r.left - r.right) / 2, 0.0)
            case "right":
                return Point(right - r.right, 0.0)
            case "top":
                return Point(0.0, top - r.top)
            case "middle":
                return Point(0.0, (top + bottom - r.top - r.bottom) / 2)
            case "bottom":
                return Point(0.0, bottom - r.bottom)

    return {name: way(rect) for name, rect in rects.items()}


def spread(rects: Mapping[str, Rect], how: Spread) -> dict[str, Point]:
    """How far each box moves so that the gaps between neighbours are equal; the outermost stay."""
    level = how == "horizontally"
    spans = {name: (r.left, r.right) if level else (r.top, r.bottom) for name, r in rects.items()}
    ranked = sorted(spans, key=lambda name: (sum(spans[name]), name))
    last = max(end for _, end in spans.values())
    first = min(start for start, _ in spans.values())
    free = last - first - sum(end - start for start, end in spans.values())
    gap = free / (len(spans) - 1) if len(spans) > 1 else 0.0
    found, at = {}, first
    for name in ranked:
        start, end = spans[name]
        by = at - start
        found[name] = Point(by, 0.0) if level else Point(0.0, by)
        at += end - start + gap
    return found
