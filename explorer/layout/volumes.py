"""Activation volumes in a row, to scale, as papers and lectures draw a network.

A volume of shape C×H×W is a cuboid in oblique projection: its channels run to the right, its height
upwards, its width away from the reader. All three lengths go with the square root, so that 224 and 7
fit into one figure and yet a larger side is always drawn larger. Layers that keep the shape are thin
slices behind the volume that they work on; vectors are columns.

Volumes in series make a *strip*; strips lie where ``arrange`` puts them, so that branches are rows
and a shortcut has a lane of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import sqrt

from explorer.layout.arrange import arrange
from explorer.layout.cuboids import (
    Bracket,
    Cuboid,
    Fan,
    Group,
    Label,
    Line,
    Pyramid,
    Scale,
    Volume,
    VolumePlan,
    cuboid,
    scale_of,
)
from explorer.layout.model import Box, Point, Rect, Wire

CLOSE = 9.0
"""Between two volumes of one resolution in a long figure."""
GAP, WIDE_GAP = 22.0, 46.0
"""Between two volumes of different resolution in a long figure; in a short one between all."""
FEW = 16
"""Up to so many volumes, a figure is short: it has room for windows and for names."""
LETTER = 7.3
"""How wide a character of a label is, about."""
HEAD, FOOT, NOTES = 26.0, 46.0, 36.0
"""Room for a label above a strip, for those below it, and for names in a short figure."""


def place(
    volumes: Sequence[Volume],
    links: Sequence[tuple[int, int]],
    groups: Sequence[Group] = (),
) -> VolumePlan:
    """The figure of volumes, of which ``links`` say by numbers which feeds which."""
    if not volumes:
        return VolumePlan()
    scale = scale_of(volumes)
    short = sum(not v.slice for v in volumes) <= FEW
    strips = _strips(len(volumes), links)
    home = {i: (s, k) for s, strip in enumerate(strips) for k, i in enumerate(strip)}
    laid = [_Strip([volumes[i] for i in strip], scale, short) for strip in strips]
    wires = [(home[a][0], home[b][0]) for a, b in links if home[a][0] != home[b][0]]
    wires = list(dict.fromkeys(wires))
    boxes = tuple(Box(str(s), strip.width, strip.up, strip.down) for s, strip in enumerate(laid))
    found = arrange(boxes, tuple(Wire(str(a), str(b)) for a, b in wires))
    at = [found.places[str(s)] for s in range(len(laid))]
    order = sorted(range(len(laid)), key=lambda s: (at[s].x, at[s].y))
    sheet = _Sheet()
    number: dict[int, int] = {}
    for s in order:
        laid[s].draw(at[s], sheet)
        for i in strips[s]:
            number[i] = len(number)
    lines = tuple(
        Line(
            Point(at[a].x + laid[a].width, at[a].y),
            way,
            Point(at[b].x + laid[b].lead, at[b].y),
        )
        for (a, b), way in zip(wires, found.ways, strict=True)
    )
    numbered = tuple(
        g._replace(members=tuple(sorted(number[i] for i in g.members))) for g in groups
    )
    sheet.brackets += _headings(sheet.cuboids, numbered)
    pieces = [c.rect for c in sheet.cuboids]
    written = [(label.x, len(label.text)) for label in sheet.labels]
    written += [((b.left + b.right) / 2, len(b.text)) for b in sheet.brackets]
    bounds = Rect(
        min((min(r.left for r in pieces), *(x - n * LETTER / 2 for x, n in written))),
        min((min(r.top for r in pieces), *(b.y - 20.0 for b in sheet.brackets if b.above),
             *(p.y - 4.0 for line in lines for p in line.way))),
        max((max(r.right for r in pieces), *(x + n * LETTER / 2 for x, n in written))),
        max((max(r.bottom for r in pieces), *(b.y + 22.0 for b in sheet.brackets if not b.above),
             *(label.y + 17.0 for label in sheet.labels),
             *(p.y + 4.0 for line in lines for p in line.way))),
    )  # fmt: skip
    return VolumePlan(
        tuple(sheet.cuboids),
        lines,
        tuple(sheet.arrows),
        tuple(sheet.pyramids),
        tuple(sheet.fans),
        tuple(sheet.brackets),
        tuple(sheet.labels),
        numbered,
        bounds,
        tuple(sorted({(number[a], number[b]) for a, b in links})),
        scale,
    )


def _strips(count: int, links: Sequence[tuple[int, int]]) -> list[list[int]]:
    """The longest chains of volumes that have one before and one behind, in their order."""
    into: list[set[int]] = [set() for _ in range(count)]
    out: list[set[int]] = [set() for _ in range(count)]
    for a, b in links:
        into[b].add(a)
        out[a].add(b)

    def follows(i: int) -> int | None:
        if len(out[i]) != 1:
            return None
        (j,) = out[i]
        return j if len(into[j]) == 1 and j != i else None

    after = [follows(i) for i in range(count)]
    inner = {j for j in after if j is not None}
    strips: list[list[int]] = []
    seen: set[int] = set()
    for first in range(count):
        if first in inner or first in seen:
            continue
        strip: list[int] = []
        here: int | None = first
        while here is not None and here not in seen:
            seen.add(here)
            strip.append(here)
            here = after[here]
        strips.append(strip)
    # only a ring has no beginning
    strips += [[i] for i in range(count) if i not in seen]
    return strips


@dataclass
class _Sheet:
    """What drawing strips writes down."""

    cuboids: list[Cuboid] = field(default_factory=list)
    arrows: list[tuple[Point, Point]] = field(default_factory=list)
    pyramids: list[Pyramid] = field(default_factory=list)
    fans: list[Fan] = field(default_factory=list)
    brackets: list[Bracket] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)


class _Strip:
    """Volumes in series: measured once, drawn once."""

    def __init__(self, volumes: Sequence[Volume], scale: Scale, short: bool) -> None:
        self._short = short
        self._made: list[Cuboid] = []
        self.lead = 0.0
        """Where its first front begins, behind half of a label that is wider."""
        x, last_label = 0.0, -1e9
        main: Cuboid | None = None
        for volume in volumes:
            made = cuboid(volume, scale)
            before = self._made[-1] if self._made else None
            face = volume.role
            attached = False
            if before is not None:
                attached = volume.slice and _same(before, made)
                x = before.right if attached else before.right + self._gap(before, made)
                face = before.face if attached else face
            if not attached:
                half = max(map(len, self._texts(made, main)), default=0) * LETTER / 2
                x = max(x, last_label + half + 8.0 - made.depth / 2)
                if before is None:
                    x = self.lead = max(0.0, half - made.depth / 2)
                last_label = x + made.depth / 2 + half
                main = made
            self._made.append(made._replace(x=x, face=face))
        self.width = max(max((c.right + c.aside for c in self._made), default=0.0), last_label)
        tall = max((c.height + c.upward) / 2 for c in self._made)
        self.up = tall + HEAD
        self.down = tall + FOOT + (NOTES if short else 0.0)

    def _gap(self, before: Cuboid, made: Cuboid) -> float:
        """From front to front."""
        if self._short or (made.volume.dense and not before.volume.slice):
            return before.aside + WIDE_GAP
        if made.volume.dense:
            return before.aside + GAP
        return CLOSE if _same(before, made) else before.aside + GAP

    def _texts(self, made: Cuboid, before: Cuboid | None) -> list[str]:
        """What is written below a volume."""
        volume = made.volume
        texts = [_resolution(made)] if before is None or not _same(before, made) else []
        if volume.drawn:
            channels = str(volume.drawn[0])
            fits = len(channels) * LETTER <= made.depth + CLOSE - 2.0
            changed = before is None or (before.volume.drawn or (0,))[0] != volume.drawn[0]
            if self._short or fits or changed:
                texts.append(channels)
        if self._short and not volume.slice:
            texts += [volume.name[:14], volume.note[:16]]
        return texts

    def draw(self, at: Point, sheet: _Sheet) -> None:
        placed = [c._replace(x=at.x + c.x, y=at.y) for c in self._made]
        sheet.cuboids += placed
        for before, c in pairwise(placed):
            if c.x > before.right + before.aside + 6.0:
                self._between(before, c, sheet)
        self._write(placed, sheet)

    @staticmethod
    def _between(before: Cuboid, c: Cuboid, sheet: _Sheet) -> None:
        volume, shape = c.volume, before.volume.drawn
        if volume.window is not None and shape is not None and before.form == "volume":
            high, wide = volume.window
            shares = (
                min(1.0, sqrt(high / shape[1])),
                min(1.0, sqrt(wide / (shape[2] if len(shape) > 2 else 1))),
            )
            sheet.pyramids.append(
                Pyramid(before.window(*shares), Point(c.x, c.y), f"{high}×{wide}")
            )
        elif volume.dense and c.form == "vector" and before.form != "unknown":
            right = before.right + before.aside / 2
            sheet.fans.append(
                Fan((
                    Point(right, before.y - before.height / 2),
                    Point(c.x, c.top),
                    Point(c.x, c.bottom),
                    Point(right, before.y + before.height / 2),
                ))
            )  # fmt: skip
        else:
            sheet.arrows.append(
                (Point(before.right + before.aside + 3.0, c.y), Point(c.x - 3.0, c.y))
            )

    def _write(self, placed: list[Cuboid], sheet: _Sheet) -> None:
        """Channels below each volume, a bracket with the resolution below those that share one."""
        mains = [c for b, c in zip((None, *placed), placed, strict=False) if not _attached(b, c)]
        runs: list[list[Cuboid]] = []
        before: Cuboid | None = None
        for c in mains:
            texts = self._texts(c, before)
            middle, y = c.x + c.depth / 2, c.bottom + 4.0
            if c.volume.drawn and str(c.volume.drawn[0]) in texts:
                channels = str(c.volume.drawn[0])
                sheet.labels.append(Label(middle, y, channels, "channels", c.volume.path))
            if before is not None and _same(before, c) and c.form == "volume":
                runs[-1].append(c)
            else:
                runs.append([c])
            before = c
        for run in runs:
            text = _resolution(run[0])
            y = run[0].bottom + 23.0
            if text:
                sheet.brackets.append(Bracket(run[0].x, run[-1].right, y, text))
            for c in run if self._short else ():
                if not c.volume.slice:
                    below = y + (23.0 if text else 0.0)
                    sheet.labels += _names(c.x + c.depth / 2, below, c.volume)


def _names(middle: float, top: float, volume: Volume) -> list[Label]:
    found = [Label(middle, top, volume.name[:14], "name", volume.path)]
    if volume.note:
        found.append(Label(middle, top + 17.0, volume.note[:16], "note", volume.path))
    return found


def _attached(before: Cuboid | None, c: Cuboid) -> bool:
    """Whether a slice stands right behind the volume that it works on."""
    return c.volume.slice and before is not None and before.right == c.x


def _same(a: Cuboid, b: Cuboid) -> bool:
    """Whether two have one resolution."""
    if a.form != b.form or a.form == "unknown":
        return False
    return a.form == "vector" or (a.volume.drawn or ())[1:] == (b.volume.drawn or ())[1:]


def _resolution(c: Cuboid) -> str:
    return "×".join(map(str, (c.volume.drawn or ())[1:])) if c.form == "volume" else ""


def _headings(cuboids: Sequence[Cuboid], groups: Sequence[Group]) -> list[Bracket]:
    """A heading over each opened block: the outermost ones that are not nearly the whole."""
    found: list[Bracket] = []
    taken: set[int] = set()
    for group in sorted(groups, key=lambda g: g.path.count(".")):
        if not group.members or len(group.members) > 0.5 * len(cuboids):
            continue
        if group.members[0] in taken:
            continue
        taken.update(group.members)
        held = [cuboids[i] for i in group.members]
        # over the upper edges that lie farthest back: those of neighbours do not meet
        left, right = min(c.x + c.aside for c in held), max(c.right + c.aside for c in held)
        y = min(c.rect.top for c in held) - 7.0
        text = f"{group.name} {group.badge}".strip()
        found.append(Bracket(left, right, y, text, group.path, True))
    return _apart(found)


def _text_ends(bracket: Bracket) -> tuple[float, float]:
    middle, half = (bracket.left + bracket.right) / 2, len(bracket.text) * LETTER / 2
    return middle - half, middle + half


def _apart(brackets: list[Bracket]) -> list[Bracket]:
    """Headings one above the other where their texts would meet."""
    found: list[Bracket] = []
    for bracket in sorted(brackets):
        ends = _text_ends(bracket)
        y = bracket.y
        for other in sorted(found, key=lambda b: -b.y):
            left, right = _text_ends(other)
            if ends[0] < right + 6.0 and left < ends[1] + 6.0 and abs(other.y - y) < 20.0:
                y = other.y - 20.0
        found.append(bracket._replace(y=y))
    return found
