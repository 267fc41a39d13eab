"""How much blocks say at which scale: slabs from afar, cards, and every figure from nearby."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from explorer.app import format as fmt
from explorer.app.canvas import metrics, paint
from explorer.app.canvas.plan import Plan, Shown
from explorer.app.theme import theme

Look = Literal["far", "middle", "near"]

FAR, NEAR = 0.35, 1.5
SLACK = 0.08
"""A look is kept this share beyond its bound, so that nothing flickers there."""
PIXELS = 12.0
"""Height of a letter on a slab, on the screen."""
LEAST = 0.76
"""How far letters shrink so that a title fits."""
MOST = 0.6
"""A block that takes more of the network than this is no slab: those within it are."""


def look_at(scale: float, before: Look) -> Look:
    """What is shown at a scale, after another look."""
    far = FAR * (1 + SLACK if before == "far" else 1.0)
    near = NEAR * (1 - SLACK if before == "near" else 1.0)
    return "far" if scale < far else "near" if scale >= near else "middle"


def slabs(plan: Plan, around: float | None = None) -> Iterator[str]:
    """Paths of the opened blocks that are slabs from afar: the stages of the network."""
    b = plan.bounds
    whole = around if around is not None else max(1.0, (b.right - b.left) * (b.bottom - b.top))
    for shown in plan.blocks.values():
        if shown.inside is None:
            continue
        r = shown.rect
        if (r.right - r.left) * (r.bottom - r.top) > MOST * whole:
            yield from slabs(shown.inside, whole)
        else:
            yield shown.path


def totals_text(shown: Shown) -> str:
    """Parameters and multiply-adds of a block."""
    result = shown.state.result if shown.state is not None else None
    if result is None or not result.ok:
        return ""
    return QCoreApplication.translate("Canvas", "{0} parameters · {1} MACs").format(
        fmt.compact(result.totals.parameters), fmt.compact(result.totals.macs)
    )


def paint_slab(
    painter: QPainter, shown: Shown, body: QRectF, detail: float, ink: QColor, instead: str = ""
) -> None:
    """A block's title and totals, or another text, as large as letters have to be on the screen."""
    size = PIXELS / detail / metrics.height("far") * 1.25
    room = (body.width() - 0.12 * body.height()) / size - 8.0
    high = metrics.height("far")
    named = f"{shown.face.name} — {shown.face.title}"
    title = instead or (named if metrics.width(named, "far") <= room else shown.face.title)
    over = metrics.width(title, "far") / max(room, 1.0)
    if over > 1.0:
        # letters may shrink a little before the title is cut
        shrink = max(LEAST, 1.0 / over)
        size, room = size * shrink, room / shrink
    lines = [metrics.cut(title, "far", room)]
    totals = "" if instead else totals_text(shown)
    if totals and body.height() / size >= 2.2 * high and metrics.width(totals, "far") <= room:
        lines.append(totals)
    painter.save()
    painter.translate(body.center())
    painter.scale(size, size)
    y = -high * len(lines) / 2
    for i, line in enumerate(lines):
        color = ink if i == 0 else paint.color(theme().secondary)
        paint.text(painter, -metrics.width(line, "far") / 2, y, line, "far", color)
        y += high
    painter.restore()


def paint_figures(painter: QPainter, shown: Shown, left: float, right: float, top: float) -> None:
    """What is inside a card seen from nearby, below its title: parameters in full, shapes in and
    out, and every figure."""
    face, state = shown.face, shown.state
    second, ink = paint.color(theme().secondary), paint.color(theme().ink)
    result = state.result if state is not None else None
    if state is None or result is None or not result.ok:
        return
    before = ", ".join(fmt.shape(s) for s in state.inputs[:2]) or fmt.NONE
    more = " …" if len(state.inputs) > 2 else ""
    room = right - left
    totals = result.totals
    figures = ""
    for text, value in (
        (QCoreApplication.translate("Canvas", "{0} par."), totals.parameters),
        (QCoreApplication.translate("Canvas", "{0} MACs"), totals.macs),
        (QCoreApplication.translate("Canvas", "{0} values"), totals.activations),
    ):
        longer = " · ".join(x for x in (figures, text.format(fmt.compact(value))) if x)
        if metrics.width(longer, "name") * metrics.NEAR_TEXT <= room:
            figures = longer
    y = top
    for text, color in (
        (face.summary, second),
        (f"{before}{more} → {face.shape}", ink),
        (figures, second),
    ):
        if text:
            painter.save()
            painter.translate(QPointF(left, y))
            # larger scales leave room for smaller letters
            painter.scale(metrics.NEAR_TEXT, metrics.NEAR_TEXT)
            wide = room / metrics.NEAR_TEXT
            paint.text(painter, 0.0, 0.0, metrics.cut(text, "name", wide), "name", color)
            painter.restore()
        y += 11.5
