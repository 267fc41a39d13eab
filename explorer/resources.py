"""Where the files under ``resources/`` are: the one place that knows."""

from __future__ import annotations

from pathlib import Path


def path(*parts: str) -> Path:
    """A file under ``resources/``: within the installed package, or else in the repository."""
    inside = Path(__file__).parent / "_resources"
    root = inside if inside.is_dir() else Path(__file__).parents[1] / "resources"
    return root.joinpath(*parts)
