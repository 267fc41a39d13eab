"""The figures of a block that tables show, heat colours and searches ask for: each said once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from math import prod

from explorer.analysis.analyze import BYTES, Analysis, Row
from explorer.analysis.field import Field
from explorer.analysis.results import Totals
from explorer.blocks.description import Shape
from explorer.blocks.registry import Catalogue

Value = int | float | str | Shape | Field | None
"""What a cell holds, unrounded; None where there is no figure."""


@dataclass(frozen=True)
class Figures:
    """An analysis with what is asked of it: for how many samples, and what was measured."""

    analysis: Analysis
    batch: int = 1
    times: Mapping[str, float] = field(default_factory=dict)
    """Seconds that blocks took, by path; the whole network's under ""."""
    device: str = ""
    """What they were measured on: ``cpu``, ``cuda`` or ``mps``."""


@dataclass(frozen=True)
class Column:
    """One figure of every block."""

    id: str
    title: str
    of: Callable[[Row, Figures], Value]
    """Of a block."""
    total: Callable[[Figures], Value]
    """Of the whole network."""
    number: bool = True
    unit: str = ""
    """What the value counts: ``bytes``, ``s`` or ``%``; empty for things and for texts."""

    def key(self, row: Row, figures: Figures) -> tuple[float, object]:
        """For sorting; what has no figure comes first."""
        value = self.of(row, figures)
        if isinstance(value, str):
            return (0.0, value)
        return (amount(value), value if isinstance(value, tuple) else ())


def amount(value: Value) -> float:
    """A value as one number: of a shape the product, of a field the larger side, infinite for the
    whole image; -1 where there is none."""
    if value is None or isinstance(value, str):
        return -1.0
    if isinstance(value, Field):
        return float("inf") if value.whole else float(max(value.size))
    return float(prod(value)) if isinstance(value, tuple) else float(value)


def type_title(row: Row, catalogue: Catalogue) -> str:
    """What kind of block it is, in words: ``Convolution``, ``Stage ×2``, ``ReLU, bypassed``."""
    try:
        title = catalogue.find(row.node.type).title
    except ValueError:
        return row.node.type
    if row.node.bypassed:
        return f"{title.removesuffix(' ×N')}, bypassed"
    count = row.result.settings.get("count") if row.result is not None else None
    return title.replace("×N", f"×{count}") if count else title


def summary(row: Row, catalogue: Catalogue) -> str:
    """Its parameters in short, as on its card: ``3×3 s2 p1 · 64→128``."""
    try:
        block = catalogue.find(row.node.type)
        known = row.result.settings if row.result is not None and row.result.settings else None
        return block.summary(known or catalogue.settings(row.node.type, row.node.params))
    except (ValueError, KeyError):
        return ""


def known(row: Row) -> Totals | None:
    """The sums of a block that could be evaluated."""
    return row.totals if row.result is not None and row.result.ok else None


def _sum(
    of: Callable[[Totals], int],
) -> tuple[Callable[[Row, Figures], Value], Callable[[Figures], Value]]:
    def one(row: Row, figures: Figures) -> Value:
        totals = known(row)
        return of(totals) if totals is not None else None

    return one, lambda figures: of(figures.analysis.totals)


def _share(
    of: Callable[[Totals], int],
) -> tuple[Callable[[Row, Figures], Value], Callable[[Figures], Value]]:
    def one(row: Row, figures: Figures) -> Value:
        totals, all_ = known(row), of(figures.analysis.totals)
        return 100 * of(totals) / all_ if totals is not None and all_ else None

    return one, lambda figures: 100.0 if of(figures.analysis.totals) else None


def _memory(row: Row, figures: Figures) -> Value:
    totals = known(row)
    return totals.activations * BYTES * figures.batch if totals is not None else None


def _field_stride(found: Field | None) -> Value:
    if found is None or found.whole:
        return None
    high, wide = found.stride
    if high == wide:
        return int(high) if high == int(high) else float(high)
    return f"{float(high):g}×{float(wide):g}"


def _output(figures: Figures) -> Value:
    outputs = figures.analysis.root.outputs
    return outputs[0] if outputs else None


COLUMNS: tuple[Column, ...] = (
    Column("block", "block", lambda r, _: r.path, lambda _: "total", number=False),
    Column("type", "type", lambda r, f: type_title(r, f.analysis.catalogue),
        lambda f: f.analysis.document.about.title or f.analysis.document.name, number=False),
    Column("settings", "settings", lambda r, f: summary(r, f.analysis.catalogue), lambda _: "",
        number=False),
    Column("input", "input", lambda r, _: r.inputs[0] if r.inputs else None, lambda _: None),
    Column("output", "output", lambda r, _: r.output, _output),
    Column("parameters", "parameters", *_sum(lambda t: t.parameters)),
    Column("trainable", "trainable", *_sum(lambda t: t.trainable)),
    Column("parameters_share", "% parameters", *_share(lambda t: t.parameters), unit="%"),
    Column("macs", "MACs", *_sum(lambda t: t.macs)),
    Column("macs_share", "% MACs", *_share(lambda t: t.macs), unit="%"),
    Column("flops", "FLOPs", *_sum(lambda t: t.flops)),
    Column("other", "other operations", *_sum(lambda t: t.extra)),
    Column("full", "full count", *_sum(lambda t: t.flops + t.extra)),
    Column("activations", "activations", *_sum(lambda t: t.activations)),
    Column("memory", "memory", _memory, lambda f: f.analysis.activation_bytes(f.batch),
        unit="bytes"),
    Column("field", "field", lambda r, _: r.field, lambda f: f.analysis.field),
    Column("field_stride", "field stride", lambda r, _: _field_stride(r.field),
        lambda f: _field_stride(f.analysis.field)),
    Column("time", "time", lambda r, f: f.times.get(r.path), lambda f: f.times.get(""), unit="s"),
)  # fmt: skip

BY_ID: dict[str, Column] = {column.id: column for column in COLUMNS}

USUAL = ("block", "type", "output", "parameters", "macs", "activations", "field")
"""What a table shows where nobody has chosen."""
