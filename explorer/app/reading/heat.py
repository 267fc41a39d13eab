"""Colouring blocks by a figure: the scale, the colours, and the choice of the figure."""

from __future__ import annotations

from collections.abc import Iterable
from math import inf, log
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Signal

from explorer.analysis.columns import BY_ID, Figures, Value, amount
from explorer.app.canvas.dress import Dress
from explorer.app.canvas.scene import NetworkScene
from explorer.app.format import everything
from explorer.app.panels.figure_columns import cell
from explorer.app.plots.colormaps import color_table
from explorer.app.settings import Settings
from explorer.layout.cuboids import VolumePlan

HEATS = ("parameters", "macs", "memory", "field", "time")
"""Figures that blocks can be coloured by: ids of columns."""

WIDE = 30.0
"""From this ratio of the largest to the smallest on, the scale is logarithmic."""


class Scale(NamedTuple):
    """From which value to which the colours go; both are above 0."""

    low: float
    high: float
    log: bool

    def place(self, value: float) -> float | None:
        """Where a value lies, from 0 to 1; None for what has none of it."""
        if value <= 0:
            return None
        if self.high == self.low:
            return 0.5
        if value == inf:
            return 1.0
        if self.log:
            found = log(value / self.low) / log(self.high / self.low)
        else:
            found = (value - self.low) / (self.high - self.low)
        return min(1.0, max(0.0, found))


class Heated(NamedTuple):
    """What blocks are coloured by, and how."""

    scale: Scale | None
    """None where no block has the figure."""
    dresses: dict[str, Dress]
    blocks: int = 0
    """How many have it."""
    without: int = 0
    """How many of those that are shown have none of it."""


def scale_of(values: Iterable[float]) -> Scale | None:
    """The scale from the least to the largest of the values above 0: logarithmic where these lie far
    apart. None where there are none."""
    known = [v for v in values if 0 < v < inf]
    if not known:
        return None
    return Scale(min(known), max(known), max(known) / min(known) >= WIDE)


def heated(figures: Figures, kind: str, closed: Iterable[str], opened: Iterable[str]) -> Heated:
    """Colours and texts of blocks by their paths. The colours go over the closed ones; an opened one
    has its value written, and its colours inside. What has none of the figure stays as it is."""
    column = BY_ID[kind]
    rows = figures.analysis.row_at
    inside = set(opened)
    values: dict[str, Value] = {}
    without = 0
    for path in (*closed, *inside):
        row = rows.get(path)
        if row is None or row.node.type in ("input", "output"):
            continue
        value = column.of(row, figures)
        if amount(value) > 0:
            values[path] = value
        else:
            without += path not in inside
    scale = scale_of(amount(v) for path, v in values.items() if path not in inside)
    dresses = {}
    for path, value in values.items():
        short = cell(kind, value)
        place = scale.place(amount(value)) if scale is not None and path not in inside else None
        color = ground(place) if place is not None else ""
        ink = ink_upon(color) if color else ""
        dresses[path] = Dress(color, ink, in_words(kind, short), short)
    return Heated(scale, dresses, len(values.keys() - inside), without)


def heat_of(scene: NetworkScene, figures: Figures, kind: str) -> Heated:
    """The heat of the blocks that a scene shows."""
    opened = [path for path, item in scene.blocks.items() if item.shown.inside is not None]
    return heated(figures, kind, sorted(scene.blocks.keys() - set(opened)), opened)


def heat_of_volumes(plan: VolumePlan, figures: Figures, kind: str) -> Heated:
    """The heat of a figure of volumes."""
    return heated(figures, kind, [c.volume.path for c in plan.cuboids], ())


def heat_title(kind: str) -> str:
    """What a figure is called."""
    tr = QCoreApplication.translate
    return {
        "": tr("Heat", "none"),
        "parameters": tr("Heat", "parameters"),
        "macs": tr("Heat", "MACs"),
        "memory": tr("Heat", "memory"),
        "field": tr("Heat", "receptive field"),
        "time": tr("Heat", "measured time"),
    }[kind]


def ground(place: float) -> str:
    """Viridis at a place from 0 to 1."""
    return f"#{color_table('viridis')[round(place * 255)] & 0xFFFFFF:06x}"


def ink_upon(color: str) -> str:
    """Black or white, whichever is read better: one of them always has a contrast of 4.58 or more."""
    return "#000000" if luminance(color) > 0.179 else "#ffffff"


def luminance(color: str) -> float:
    """Relative luminance of ``#rrggbb``, as WCAG 2 has it."""
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def in_words(kind: str, text: str) -> str:
    """A figure with what it counts, for a card: ``57.8 M MACs``, ``51 px``."""
    tr = QCoreApplication.translate
    match kind:
        case "parameters":
            return tr("Heat", "{0} params").format(text)
        case "macs":
            return tr("Heat", "{0} MACs").format(text)
        case "field":
            return (
                tr("Heat", "whole image")
                if text == everything()
                else tr("Heat", "{0} px").format(text)
            )
    return text


class Heat(QObject):
    """Which figure blocks are coloured by; kept from one day to the next."""

    changed = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._kind = settings.heat if settings.heat in HEATS else ""

    @property
    def kind(self) -> str:
        """The id of a column; empty for none."""
        return self._kind

    def set_kind(self, kind: str) -> None:
        if kind != self._kind:
            self._kind = self._settings.heat = kind
            self.changed.emit()

    def title(self, kind: str | None = None) -> str:
        """What the figure is called."""
        return heat_title(self._kind if kind is None else kind)
