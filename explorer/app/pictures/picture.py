"""What a picture shows: the graph or the volumes, painted by the same items as on the screen."""

from __future__ import annotations

from collections.abc import Callable, Collection
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem

from explorer.analysis.analyze import Analysis
from explorer.app.canvas import paint
from explorer.app.canvas.picture import Painter
from explorer.app.canvas.plan import Plan
from explorer.app.canvas.scene import NetworkScene
from explorer.app.pictures import heat as heat_legend
from explorer.app.pictures.heat import Heating
from explorer.app.pictures.options import Look, Options, PictureError
from explorer.app.reading.heat import Heated, heat_of, heat_of_volumes
from explorer.app.theme import painted_in, theme
from explorer.app.volumes.paint import legend_rect, paint_legend, paint_volumes
from explorer.exchange.diagrams.volumes import volumes
from explorer.graph.model import Scope

MARGIN = 16.0
"""Around everything."""
NO_HEAT = Heated(None, {})


def _tr(text: str) -> str:
    return QCoreApplication.translate("Pictures", text)


class Picture(NamedTuple):
    """Something to paint: ``paint`` draws what lies in ``rect``, in the scene's units."""

    rect: QRectF
    paint: Callable[[QPainter], None]
    options: Options
    name: str

    def draw(self, painter: QPainter, target: QRectF) -> None:
        """Paint it into a rectangle, in its theme; its ground too, unless it has none."""
        with painted_in(self.options.theme):
            painter.save()
            if not self.options.transparent:
                painter.fillRect(target, paint.color(theme().canvas))
            painter.translate(target.topLeft())
            scale = target.width() / self.rect.width()
            painter.scale(scale, scale)
            painter.translate(-self.rect.topLeft())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
            self.paint(painter)
            painter.restore()


def picture(
    analysis: Analysis,
    options: Options,
    scope: Scope = (),
    selection: Collection[str] = (),
    heat: Heating | None = None,
) -> Picture:
    """The picture of a graph of the document, its blocks coloured by the ``heat``, if any;
    PictureError where there is nothing to show."""
    chosen = tuple(selection) if options.selection_only else None
    if chosen == ():
        raise PictureError(_tr("Nothing is selected: select blocks, or take the whole network."))
    make: dict[Look, Callable[[], Picture]] = {
        "graph": lambda: _graph(analysis, options, scope, chosen, heat),
        "volumes": lambda: _volumes(analysis, options, scope, chosen, heat),
    }
    made = make[options.look]()
    # whole units: a fraction would leave a row of half a pixel
    corner, size = made.rect.topLeft(), made.rect.size()
    return made._replace(rect=QRectF(corner, QSizeF(ceil(size.width()), ceil(size.height()))))


class _Scene(NetworkScene):
    """The canvas's scene on plain ground."""

    def drawBackground(self, painter: QPainter, rect: QRectF | object) -> None:
        """No dots: they are there to move things by."""


def _graph(
    analysis: Analysis,
    options: Options,
    scope: Scope,
    chosen: tuple[str, ...] | None,
    heat: Heating | None,
) -> Picture:
    scene = _Scene()
    plan = Painter().draw(analysis, scope)
    scene.show_plan(plan)
    found = heat_of(scene, heat.figures, heat.kind) if heat is not None else NO_HEAT
    scene.dress(found.dresses)
    if chosen is not None:
        _keep_only(scene, plan, {p for c in chosen if (p := scene.visible_path(c)) is not None})
    rect = QRectF()
    for item in scene.items():
        if item.isVisible() and not item.flags() & QGraphicsItem.GraphicsItemFlag.ItemHasNoContents:
            rect = rect.united(item.mapRectToScene(item.boundingRect()))
    if rect.isEmpty():
        raise PictureError(_tr("There is nothing to draw."))
    rect.adjust(-MARGIN, -MARGIN, MARGIN, MARGIN)
    whole = _with_legend(rect, heat, found)

    def paint_it(painter: QPainter) -> None:
        # through the items, and not as the scene does it: that would cut at whole pixels
        scene.render(painter, rect, rect)
        _paint_heat(painter, rect, heat, found)

    return Picture(whole, paint_it, options, analysis.document.name)


def _with_legend(rect: QRectF, heat: Heating | None, found: Heated) -> QRectF:
    """The room of a picture with that of the heat's legend beneath it."""
    if heat is None or found.scale is None:
        return rect
    wide, high = heat_legend.legend_size(heat, found.scale)
    return rect.adjusted(0, 0, max(0.0, wide + 2 * MARGIN - rect.width()), high)


def _paint_heat(painter: QPainter, rect: QRectF, heat: Heating | None, found: Heated) -> None:
    if heat is not None and found.scale is not None:
        at = QPointF(rect.left() + MARGIN, rect.bottom() - MARGIN)
        heat_legend.paint_legend(painter, at, heat, found.scale)


def _keep_only(scene: NetworkScene, plan: Plan, chosen: set[str]) -> None:
    """Hide all blocks but these and what they hold, and all wires but those between them."""

    def within(path: str) -> bool:
        return any(path == c or path.startswith(f"{c}.") for c in chosen)

    for path, item in scene.blocks.items():
        if within(path):
            continue
        if any(c.startswith(f"{path}.") for c in chosen):
            item.setFlag(QGraphicsItem.GraphicsItemFlag.ItemHasNoContents)
        else:
            item.hide()
    for key, wire in scene.wires.items():
        ends = (".".join((*key.scope, end)) for end in (key.edge.source, key.edge.target))
        around = ".".join(key.scope)
        if not (around and within(around)) and not all(map(within, ends)):
            wire.hide()


def _volumes(
    analysis: Analysis,
    options: Options,
    scope: Scope,
    chosen: tuple[str, ...] | None,
    heat: Heating | None,
) -> Picture:
    plan = volumes(analysis, scope)
    only: set[str] | None = None
    if chosen is not None:
        only = {
            c.volume.path
            for c in plan.cuboids
            if any(
                c.volume.path == p
                or c.volume.path.startswith(f"{p}.")
                or p.startswith(f"{c.volume.path}.")
                for p in chosen
            )
        }
    pieces = [c for c in plan.cuboids if only is None or c.volume.path in only]
    if not pieces:
        raise PictureError(_tr("There is nothing to draw."))
    troubled = {p.path for p in analysis.problems if p.severity == "error"}
    if only is None:
        b = plan.bounds
        rect = QRectF(b.left, b.top, b.right - b.left, b.bottom - b.top).united(legend_rect(plan))
    else:
        rect = QRectF()
        for c in pieces:
            r = c.rect
            rect = rect.united(QRectF(r.left, r.top, r.right - r.left, r.bottom - r.top))
        rect.adjust(-24.0, 0.0, 24.0, 80.0 if any(x.kind == "name" for x in plan.labels) else 46.0)
    rect.adjust(-MARGIN, -MARGIN, MARGIN, MARGIN)
    found = heat_of_volumes(plan, heat.figures, heat.kind) if heat is not None else NO_HEAT
    tints = {path: dress.color for path, dress in found.dresses.items()}
    whole = _with_legend(rect, heat, found)

    def paint_it(painter: QPainter) -> None:
        paint_volumes(painter, plan, troubled, None, only, tints=tints)
        if only is None:
            paint_legend(painter, plan, roles=not tints)
        _paint_heat(painter, rect, heat, found)

    return Picture(whole, paint_it, options, analysis.document.name)
