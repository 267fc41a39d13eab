"""Hints about receptive fields: where branches that are joined step over the image differently."""

from __future__ import annotations

from explorer.analysis.analyze import Analysis, Row
from explorer.analysis.explain import input_fields
from explorer.analysis.results import Problem


def field_hints(analysis: Analysis) -> tuple[Problem, ...]:
    """A hint for each layer that joins branches of different strides."""
    return tuple(
        _hint(row, steps)
        for row in analysis.rows
        if row.field is not None and row.field.disagree and not row.is_block
        if len(steps := _steps(row, analysis)) > 1
    )


def _steps(row: Row, analysis: Analysis) -> list[str]:
    """The strides of the fields that come in, as texts, each once."""
    fields = [f for f in input_fields(row.path, analysis) if f is not None and not f.whole]
    texts = []
    for field in fields:
        high, wide = (f"{float(step):g}" for step in field.stride)
        texts.append(high if high == wide else f"{high}×{wide}")
    return list(dict.fromkeys(texts))


def _hint(row: Row, steps: list[str]) -> Problem:
    return Problem(
        "hint",
        row.path,
        f"branches of strides {' and '.join(steps)} meet here",
        "From one value to the next, one branch moves further over the image than the other, so "
        "that they see the same place at one value only.",
        "Give both branches the same strides in all, or enlarge one.",
    )
