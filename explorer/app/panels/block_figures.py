"""Which figures are shown, what each means, and what they are for a block or the network."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from explorer.analysis import explain as e
from explorer.analysis.analyze import BYTES, Analysis, Row
from explorer.analysis.columns import Figures
from explorer.analysis.explain import Explanation, explain
from explorer.analysis.field import Field
from explorer.analysis.results import Totals
from explorer.app import format as f
from explorer.app.panels.explain import FigureList


def _tr(text: str) -> str:
    return QCoreApplication.translate("Figures", text)


def figure_rows() -> list[tuple[str, str, str]]:
    """Key, name and meaning of every figure, in the order shown."""
    return [
        (e.OUTPUT, _tr("output"), _tr("Channels × height × width of one sample’s result.")),
        (
            e.PARAMETERS,
            _tr("parameters"),
            _tr("Learned numbers, and their share of the network’s."),
        ),
        (
            e.MACS,
            _tr("MACs"),
            _tr(
                "Multiply-adds of one sample’s pass, in convolution and linear layers, "
                "and their share of the network’s."
            ),
        ),
        (
            e.FLOPS,
            _tr("FLOPs (2×MACs)"),
            _tr("A multiply-add counts as two operations. Papers often print MACs as “FLOPs”."),
        ),
        (
            e.EXTRA,
            _tr("other operations"),
            _tr("Bias, norm, pooling, activation and addition: never part of MACs and FLOPs here."),
        ),
        (
            e.FULL,
            _tr("full count"),
            _tr("FLOPs and other operations together, as some tools count."),
        ),
        (
            e.ACTIVATIONS,
            _tr("activations"),
            _tr("Values made on the way, of one sample."),
        ),
        (
            e.MEMORY,
            _tr("activation memory"),
            _tr("The activations of a whole batch in float32, 4 bytes a value."),
        ),
        (
            e.GRADIENTS,
            _tr("with gradients"),
            _tr("While training, each activation is kept together with its gradient."),
        ),
        (
            e.FIELD,
            _tr("receptive field"),
            _tr("Pixels of the image that one value of the output sees, and how far it moves."),
        ),
        (
            MEASURED,
            _tr("measured"),
            _tr("Median time of a forward pass, where it was measured since it last changed."),
        ),
    ]


MEASURED = "measured"

OPENED = (e.OUTPUT, e.PARAMETERS)
"""Which figures explain themselves from the start."""


def show_block(figures: FigureList, row: Row, analysis: Analysis, batch: int) -> None:
    """Fill in the figures of a block."""
    output = row.output
    totals = row.totals if row.result is not None and row.result.ok else None
    explanations = explain(row, analysis, batch)
    shape = f.shape(output) if output else f.NONE
    _show(figures, shape, totals, row.field, analysis.totals, batch, explanations)


def show_time(figures: FigureList, path: str, known: Figures) -> None:
    """Fill in the measured time of a block, or with no path of the network; without one the row is
    left out."""
    row, seconds = figures.rows[MEASURED], known.times.get(path)
    row.setVisible(seconds is not None)
    if seconds is not None:
        row.show_figure(f.seconds(seconds), known.device)


def show_network(figures: FigureList, analysis: Analysis, batch: int) -> None:
    """Fill in the figures of the whole network."""
    outputs = " · ".join(f.shape(s) for s in analysis.root.outputs) or f.NONE
    explanations = e.explain_network(analysis, batch)
    # a share of itself would say nothing
    _show(figures, outputs, analysis.totals, analysis.field, None, batch, explanations)


def _show(
    figures: FigureList,
    output: str,
    totals: Totals | None,
    field: Field | None,
    all_: Totals | None,
    batch: int,
    explanations: Sequence[Explanation],
) -> None:
    texts: dict[str, tuple[str, str]] = {e.OUTPUT: (output, "")}
    if totals is not None:
        memory = totals.activations * BYTES * batch
        texts |= {
            e.PARAMETERS: (
                f.whole(totals.parameters),
                _trained(totals) or f.share(totals.parameters, all_.parameters if all_ else 0),
            ),
            e.MACS: (f.compact(totals.macs), f.share(totals.macs, all_.macs if all_ else 0)),
            e.FLOPS: (f.compact(totals.flops), ""),
            e.EXTRA: (f.compact(totals.extra), ""),
            e.FULL: (f.compact(totals.flops + totals.extra), ""),
            e.ACTIVATIONS: (f.whole(totals.activations), ""),
            e.MEMORY: (f.bytes_(memory), _batch(batch)),
            e.GRADIENTS: (f.bytes_(2 * memory), _batch(batch)),
            e.FIELD: (f.field(field), ""),
        }
    for key, line in figures.rows.items():
        if key == MEASURED:
            continue
        value, share = texts.get(key, (f.NONE, ""))
        wanted = (key, e.STEP, e.OFFSET) if key == e.FIELD else (key,)
        line.show_figure(value, share, [x for x in explanations if x.figure in wanted])


def _trained(totals: Totals) -> str:
    """How many parameters are learned, where some are fixed."""
    if totals.trainable == totals.parameters:
        return ""
    return _tr("{0} trained").format(f.whole(totals.trainable))


def _batch(batch: int) -> str:
    return _tr("batch {0}").format(batch) if batch > 1 else ""
