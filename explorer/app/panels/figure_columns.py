"""The columns of the figures table as people read them: heads, explanations, cells."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from explorer.analysis.columns import BY_ID, COLUMNS, Value
from explorer.analysis.field import Field
from explorer.app import format as f
from explorer.app.language import say


def _tr(text: str) -> str:
    return QCoreApplication.translate("FiguresTable", text)


IDS = tuple(column.id for column in COLUMNS)
NUMBERS = frozenset(i for i, column in enumerate(COLUMNS) if column.number)
WIDTHS = {
    "type": 118, "settings": 150, "input": 98, "output": 98, "parameters": 94, "trainable": 94,
    "parameters_share": 92, "macs": 72, "macs_share": 72, "flops": 72, "other": 112, "full": 80,
    "activations": 88, "memory": 82, "field": 56, "field_stride": 84, "time": 76,
}  # fmt: skip
"""In pixels, at first."""


def heads() -> dict[str, tuple[str, str]]:
    """The head of every column, and what it means."""
    return {
        "block": (_tr("block"), _tr("What it is called; open it to see what it is made of")),
        "type": (_tr("type"), _tr("What kind of block it is")),
        "settings": (_tr("settings"), _tr("Kernel, stride, channels and the like, in short")),
        "input": (_tr("input"), _tr("Channels × height × width of what comes in")),
        "output": (_tr("output"), _tr("Channels × height × width of one sample’s result")),
        "parameters": (_tr("parameters"), _tr("Learned numbers")),
        "trainable": (_tr("trainable"), _tr("Parameters that training changes")),
        "parameters_share": (_tr("% params"), _tr("Share of the network’s parameters")),
        "macs": (
            _tr("MACs"),
            _tr("Multiply-adds of one sample’s pass, in convolution and linear layers"),
        ),
        "macs_share": (_tr("% MACs"), _tr("Share of the network’s MACs")),
        "flops": (_tr("FLOPs"), _tr("2 × MACs")),
        "other": (
            _tr("other ops"),
            _tr("Bias, norm, pooling, activation and addition: never part of MACs and FLOPs"),
        ),
        "full": (_tr("full count"), _tr("FLOPs and other operations together")),
        "activations": (_tr("activations"), _tr("Values made on the way, of one sample")),
        "memory": (_tr("memory"), _tr("The activations of the batch in float32")),
        "field": (_tr("field"), _tr("Pixels of the image that one value of the output sees")),
        "field_stride": (
            _tr("field step"),
            _tr("Pixels of the image between the fields of neighbouring values"),
        ),
        "time": (_tr("time"), _tr("Measured: the median of several passes of the batch")),
    }


def cell(id_: str, value: Value) -> str:
    """A value as the table and the canvas write it; a dash where there is none."""
    if value is None:
        return f.NONE
    if isinstance(value, Field):
        return f.field_size(value)
    if isinstance(value, tuple):
        return "×".join(map(str, value))
    if isinstance(value, str):
        return say(value) if id_ in ("type", "settings") else value
    match BY_ID[id_].unit:
        case "bytes":
            return f.bytes_(int(value)) if value else f.NONE
        case "s":
            return f.seconds(value)
        case "%":
            return f.share(value, 100) if value else f.NONE
    if id_ in ("parameters", "trainable"):
        return f.whole(int(value))
    if id_ == "field_stride":
        return f"{value:g}"
    return f.compact(value) if value else f.NONE
