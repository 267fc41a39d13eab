"""What a curve is: a name, a colour for each theme, and points that grow."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen

from explorer.app import theme


@dataclass
class Series:
    """One curve. Told apart by its dashes and its place in the legend as well as by its colour."""

    title: str
    light: str
    dark: str
    pattern: tuple[float, ...] = ()
    """Dash and gap lengths in pen widths; empty for a solid line."""
    percent: bool = False
    """A share, on the right axis."""
    short: str = ""
    """The title where there is little room."""
    faint: Series | None = None
    """Finer points of the same quantity, drawn thin behind it."""
    points: list[tuple[float, float]] = field(default_factory=list)

    @property
    def color(self) -> QColor:
        return QColor(self.dark if theme.theme().dark else self.light)

    def value_text(self, value: float, short: bool = False) -> str:
        if short:
            return f"{100 * value:.1f}%" if self.percent else f"{value:.2f}"
        return f"{100 * value:.1f} %" if self.percent else f"{value:.3f}"

    def value_at(self, epoch: int | None) -> float | None:
        """The value nearest to an epoch, the last one for None; None before there is any."""
        points = self.points
        if not points:
            return self.faint.points[-1][1] if self.faint and self.faint.points else None
        if epoch is None:
            return points[-1][1]
        return min(points, key=lambda point: abs(point[0] - epoch))[1]

    def pen(self, width: float = 1.8) -> QPen:
        pen = QPen(self.color, width)
        # a width in pixels, whatever the axes are scaled to
        pen.setCosmetic(True)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap if self.pattern else Qt.PenCapStyle.RoundCap)
        # a round one looks the same and takes twice as long
        pen.setJoinStyle(Qt.PenJoinStyle.BevelJoin)
        if self.pattern:
            pen.setDashPattern(self.pattern)
        return pen
