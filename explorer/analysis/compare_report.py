"""A comparison of several networks as values to print: figures in columns, differences as a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from explorer.analysis.analyze import Analysis
from explorer.analysis.compare import ABSENT, Change, Comparison, Kind, Pair, Side, compare
from explorer.analysis.results import Totals

SIGNS: dict[Kind, str] = {"added": "+", "removed": "−", "changed": "~", "moved": "↷", "same": "="}
"""One sign a kind, so that no colour is needed to tell them apart."""


def report(analyses: Sequence[Analysis]) -> dict[str, Any]:
    """The networks' figures, and what differs from the first one to each of the others."""
    first = analyses[0]
    return {
        "networks": [
            {"name": a.document.name, "layers": a.root.layers, **_figures(a.totals)}
            for a in analyses
        ],
        "comparisons": [_compared(compare(first, other)) for other in analyses[1:]],
    }


def _compared(found: Comparison) -> dict[str, Any]:
    return {
        "left": found.left.document.name,
        "right": found.right.document.name,
        "same": found.same,
        "counts": {kind: found.counts[kind] for kind in SIGNS if found.counts[kind]},
        "figures": _figures(found.delta),
        "parameters": [_change(c) for c in found.parameters],
        "differences": [
            {
                "kind": pair.kind,
                "left": _side(pair.left),
                "right": _side(pair.right),
                "changes": [_change(c) for c in pair.changes],
                "moved": pair.moved,
                "figures": _figures(pair.delta),
            }
            for pair in found.differences
        ],
    }


def _figures(totals: Totals) -> dict[str, int]:
    return {
        "params": totals.parameters,
        "macs": totals.macs,
        "flops": totals.flops,
        "activation_values": totals.activations,
    }


def _change(change: Change) -> dict[str, Any]:
    """What a side does not have is left out."""
    found: dict[str, Any] = {"what": change.what}
    for side, value in (("left", change.left), ("right", change.right)):
        if value is not ABSENT:
            found[side] = value
    return found


def _side(side: Side | None) -> dict[str, Any] | None:
    if side is None:
        return None
    return {
        "path": side.path,
        "type": side.node.type,
        "output": list(side.output) if side.output is not None else None,
    }


def change_text(change: Change) -> str:
    """``out_channels 64 → 128``."""
    if change.left == change.right:
        return f"{change.what}: other contents"
    return f"{change.what} {value_text(change.left)} → {value_text(change.right)}"


def value_text(value: object) -> str:
    """A parameter's value as people write it."""
    if isinstance(value, bool):
        return "on" if value else "off"
    if isinstance(value, tuple):
        return "×".join(map(value_text, value))
    return ABSENT if value is None else str(value)


def what_changed(pair: Pair) -> str:
    """The changes of a pair in one line; empty where there is nothing to say."""
    words = [change_text(c) for c in pair.changes]
    if pair.moved:
        words.append("wired elsewhere")
    return ", ".join(words)


def table(analyses: Sequence[Analysis]) -> str:
    """The report as text for a terminal."""
    names = [a.document.name for a in analyses]
    wide = [max(16, len(name) + 2) for name in names]
    lines = [f"{'':<14}" + "".join(f"{n:>{w}}" for n, w in zip(names, wide, strict=True))]
    for title, figure in (
        ("parameters", "parameters"),
        ("MACs", "macs"),
        ("FLOPs", "flops"),
        ("activations", "activations"),
    ):
        values = [getattr(a.totals, figure) for a in analyses]
        lines.append(
            f"{title:<14}" + "".join(f"{v:>{w},}" for v, w in zip(values, wide, strict=True))
        )
        rest = [f"{v - values[0]:+,}" for v in values[1:]]
        shown = zip(["", *rest], wide, strict=True)
        lines.append(f"{'':<14}" + "".join(f"{text:>{w}}" for text, w in shown))
    for other in analyses[1:]:
        lines += ["", *_lines(compare(analyses[0], other))]
    return "\n".join(lines)


def _lines(found: Comparison) -> Iterator[str]:
    counts = ", ".join(f"{found.counts[kind]} {kind}" for kind in SIGNS if found.counts[kind])
    ends = f"{found.left.document.name} → {found.right.document.name}"
    yield f"{ends}: {'no difference' if found.same else counts or 'no block differs'}"
    yield from (
        f"  {SIGNS['changed']} {'(network)':<32} {change_text(c)}" for c in found.parameters
    )
    for pair in found.differences:
        side = pair.right or pair.left
        assert side is not None
        text = f"  {SIGNS[pair.kind]} {side.path:<32} {pair.kind:<8}"
        more = f"{pair.delta.parameters:+,} parameters" if pair.delta.parameters else ""
        yield "  ".join(x for x in (text, what_changed(pair), more) if x).rstrip()
