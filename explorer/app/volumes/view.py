"""The network as activation volumes, to look at and to walk through: one selection with the graph."""

from __future__ import annotations

from math import inf

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsItem,
    QGraphicsScene,
    QGraphicsView,
    QStyleOptionGraphicsItem,
    QToolTip,
    QWidget,
)

from explorer.app import format as fmt
from explorer.app.canvas import paint
from explorer.app.canvas.face import box_of, face_of, problems_by_name
from explorer.app.canvas.navigation import FIT_MOST, HEAD, LEAST, Navigator
from explorer.app.canvas.plan import ORIGIN, Shown
from explorer.app.canvas.sentence import sentence
from explorer.app.canvas.teach import paint_lesson
from explorer.app.session import Session
from explorer.app.theme import notifier, theme
from explorer.app.volumes.paint import (
    legend_rect,
    paint_legend,
    paint_volumes,
    polygon,
    ring,
)
from explorer.exchange.diagrams.volumes import volumes
from explorer.graph.edits import Fold
from explorer.layout.cuboids import Bracket, Cuboid, VolumePlan

ADDS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
READABLE = 0.2
"""Below this scale nobody could read what is written."""
MARGIN = 20.0
"""Around a figure that is shown whole."""
ROOM = 4000.0
"""How far beyond the figure one can pan."""


HEATED = 52.0
"""Room at the foot for the legend of the heat, which floats there."""


class FigureItem(QGraphicsItem):
    """The whole figure. It is painted at one go: nothing in it moves by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self.plan = VolumePlan()
        self.troubled: frozenset[str] = frozenset()
        self.rings: dict[str, bool] = {}
        """Outlined volumes; True where what is selected is hidden inside."""
        self.tints: dict[str, str] = {}
        """The colours of volumes that are coloured by a figure."""
        self._rect = QRectF()

    def take(self, plan: VolumePlan, troubled: frozenset[str]) -> None:
        self.prepareGeometryChange()
        self.plan, self.troubled = plan, troubled
        b = plan.bounds
        self._rect = QRectF(b.left, b.top, b.right - b.left, b.bottom - b.top)
        self.update()

    def boundingRect(self) -> QRectF:
        return self._rect.adjusted(-8, -8, 8, 8)

    @property
    def content(self) -> QRectF:
        return self._rect

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        if not self.plan.cuboids:
            return
        exposed: QRectF = option.exposedRect
        detail = option.levelOfDetailFromTransform(painter.worldTransform())
        texts = detail >= READABLE
        paint_volumes(painter, self.plan, self.troubled, exposed, texts=texts, tints=self.tints)
        for path, hidden in self.rings.items():
            c = self.plan.by_path.get(path)
            if c is not None:
                ring(painter, c, hidden)


class VolumeView(Navigator):
    """Shows the session's network as volumes; a click selects, as in the graph."""

    menu_asked = Signal(QPoint)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.figure = FigureItem()
        scene = QGraphicsScene(self)
        scene.addItem(self.figure)
        self.setScene(scene)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        # the legend stands still while the figure moves under it
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        for policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Volumes"))
        self._stale, self._wants_fit = True, True
        self._pan: QPoint | None = None
        session.document_replaced.connect(self._forget)
        session.scope_changed.connect(self._forget)
        session.document_changed.connect(self._on_change)
        session.selection_changed.connect(self._mark)
        notifier().changed.connect(self._recolor)
        self._recolor()

    @property
    def plan(self) -> VolumePlan:
        """The figure as it stands."""
        return self.figure.plan

    # -- in step --------------------------------------------------------------------------------

    def follow(self) -> None:
        """Show the document as it is now."""
        self._stale = False
        analysis, scope = self.session.analysis, self.session.scope
        plan = volumes(analysis, scope)
        troubled = {p.path for p in analysis.problems if p.severity == "error"}
        paths = {c.volume.path for c in plan.cuboids}
        self.figure.take(
            plan,
            frozenset(
                path
                for path in paths
                if path in troubled or any(t.startswith(f"{path}.") for t in troubled)
            ),
        )
        self.figure.rings.clear()
        self.scene().setSceneRect(self.figure.content.adjusted(-ROOM, -ROOM, ROOM, ROOM))
        self._mark()

    def _on_change(self) -> None:
        self._stale = True
        if self.isVisible():
            self.follow()

    def _forget(self) -> None:
        self._stale, self._wants_fit = True, True
        if self.isVisible():
            self._show_now()

    def _show_now(self) -> None:
        if self._stale:
            self.follow()
        if self._wants_fit and self.plan.cuboids:
            self._wants_fit = False
            self.fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_now()

    def resizeEvent(self, event: QResizeEvent) -> None:
        whole = self.isVisible() and self.seen.contains(self.figure.content)
        super().resizeEvent(event)
        if whole and event.oldSize().isValid():
            self.fit()

    def tint(self, tints: dict[str, str]) -> None:
        """Colour volumes by a figure; none goes back to the colours of roles."""
        if tints != self.figure.tints:
            self.figure.tints = tints
            self.figure.update()
            self.viewport().update()

    def _recolor(self) -> None:
        self.setBackgroundBrush(paint.color(theme().canvas))
        self.figure.update()

    def fit(self) -> None:
        """Show the whole figure, above the legend."""
        content = self.figure.content
        if content.isEmpty():
            return
        room, foot = self.viewport().rect(), self._legend_height
        scale = min(
            (room.width() - 2 * MARGIN) / content.width(),
            (room.height() - HEAD - MARGIN / 2 - foot) / content.height(),
            FIT_MOST,
        )
        self.fit_rect(content.adjusted(0, 0, 0, foot / max(scale, LEAST)), MARGIN)

    @property
    def _legend_height(self) -> float:
        """How high the legend is; 0 where there is no room for it."""
        if self.figure.tints:
            return HEATED
        room, legend = self.viewport().rect(), legend_rect(self.plan)
        fits = legend.width() + 32 <= room.width() and legend.height() * 3 <= room.height()
        return legend.height() if fits and self.plan.cuboids else 0.0

    def focus_block(self, path: str) -> None:
        """Bring a block into view."""
        found = self.visible_path(path)
        if found is not None:
            self.reveal(_rect(self.plan.by_path[found]))

    def reveal(self, rect: QRectF, margin: int = 40) -> None:
        """Move the view just so far that a volume is clear of the tools and of the legend."""
        self.ensureVisible(rect, margin, int(HEAD))

    # -- selection ------------------------------------------------------------------------------

    def visible_path(self, path: str) -> str | None:
        """The volume of this path, or the innermost block around it that is one."""
        while path and path not in self.plan.by_path:
            path = path.rpartition(".")[0]
        return path or None

    def _mark(self) -> None:
        """Outline what is selected: the parts of an unfolded block, dashed what hides it."""
        if self._stale:
            return
        rings: dict[str, bool] = {}
        for path in self.session.selection:
            within = [p for p in self.plan.by_path if p == path or p.startswith(f"{path}.")]
            around = self.visible_path(path)
            if within:
                rings.update(dict.fromkeys(within, False))
            elif around is not None:
                rings.setdefault(around, True)
        self.figure.rings = rings
        self.figure.update()
        self._describe()

    def _describe(self) -> None:
        """Tell screen readers about the current block."""
        selection = self.session.selection
        if selection:
            text = self.describe(selection[-1])
        else:
            text = self.tr("{0} volumes, none selected").format(len(self.plan.cuboids))
        if text != self.accessibleDescription():
            self.setAccessibleDescription(text)
            if QAccessible.isActive():
                event = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
                QAccessible.updateAccessibility(event)

    def describe(self, path: str) -> str:
        """A block as the sentence that the graph has for it."""
        *scope, name = path.split(".")
        analysis = self.session.analysis
        evaluation = analysis.at(tuple(scope))
        if evaluation is None or name not in evaluation.graph:
            return ""
        node, state = evaluation.graph[name], evaluation.states.get(name)
        problems = problems_by_name(evaluation).get(name, ())
        ports = [e.port for e in evaluation.graph.incoming[name]]
        face = face_of(node, state, problems, ports, analysis.catalogue)
        shown = Shown(
            path, tuple(scope), node, state, face, box_of(face), ORIGIN, False, problems=problems
        )
        text = sentence(shown)
        result = state.result if state is not None else None
        if result is not None and result.totals.macs:
            macs = self.tr("{0} MACs").format(fmt.compact(result.totals.macs))
            text = f"{text}, {macs}"
        return text

    def hit(self, pixel: QPoint) -> str | None:
        """The path of the volume or of the heading under a point of the viewport."""
        at = self.mapToScene(pixel)
        for c in reversed(self.plan.cuboids):
            # the cheap question first: there may be thousands
            if c.x <= at.x() <= c.right + c.aside and polygon(c.outline).containsPoint(
                at, Qt.FillRule.OddEvenFill
            ):
                return c.volume.path
        for bracket in self.plan.brackets:
            if bracket.path and _heading(bracket).contains(at):
                return bracket.path
        return None

    def toggle_fold(self) -> None:
        """Open the current block, or close it or the innermost opened one around it."""
        if self.session.selection:
            self.fold(self.session.selection[-1])

    def fold(self, path: str) -> None:
        c = self.plan.by_path.get(path)
        if c is not None and c.volume.opens:
            self.session.do(Fold(path=path, open=True))
            return
        around = self._opened_around(path)
        if around is not None and self.session.do(Fold(path=around, open=False)):
            self.session.select(around)

    @property
    def can_close(self) -> bool:
        """Whether the current block is an opened one, or lies in one."""
        selection = self.session.selection
        return bool(selection) and self._opened_around(selection[-1]) is not None

    def _opened_around(self, path: str) -> str | None:
        """The innermost block around a path, itself among them, that was opened in this figure."""
        names = path.split(".")
        for count in range(len(names), len(self.session.scope), -1):
            around = ".".join(names[:count])
            if around in self.session.document.opened:
                return around
        return None

    # -- mouse ----------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        pixel = event.position().toPoint()
        if event.button() is Qt.MouseButton.MiddleButton:
            self._pan = pixel
        elif event.button() is Qt.MouseButton.LeftButton:
            path = self.hit(pixel)
            adds = bool(event.modifiers() & ADDS)
            selected = self.session.selection
            if path is None:
                # nothing to take hold of: the figure itself
                self._pan = pixel
                if not adds:
                    self.session.select()
            elif adds:
                kept = tuple(p for p in selected if p != path)
                self.session.select(*(kept if path in selected else (*selected, path)))
            else:
                self.session.select(path)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        pixel = event.position().toPoint()
        if self._pan is not None and event.buttons() != Qt.MouseButton.NoButton:
            self.pan_by(self._pan.x() - pixel.x(), self._pan.y() - pixel.y())
            self._pan = pixel
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        elif self.hit(pixel) is not None:
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.viewport().unsetCursor()
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pan = None
        self.viewport().unsetCursor()
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        path = self.hit(event.position().toPoint())
        if path is not None and event.button() is Qt.MouseButton.LeftButton:
            self.session.select(path)
            self.fold(path)
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the same menu as the graph."""
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            path = self.hit(event.pos())
            if path is None:
                self.session.select()
            elif path not in self.session.selection:
                self.session.select(path)
        self.menu_asked.emit(event.globalPos())
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            path = self.hit(event.pos())
            if path is not None:
                QToolTip.showText(event.globalPos(), self.describe(path), self.viewport())
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    # -- keys -----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = Qt.Key
        arrows = {keys.Key_Left: -1, keys.Key_Right: 1}
        if event.key() in arrows:
            self._walk(arrows[keys(event.key())])
        elif event.key() in (keys.Key_Up, keys.Key_Down):
            self._walk_across(-1 if event.key() == keys.Key_Up else 1)
        elif event.key() in (keys.Key_Home, keys.Key_F):
            self.fit()
        elif event.key() == keys.Key_Plus:
            self.zoom_in()
        elif event.key() == keys.Key_Minus:
            self.zoom_out()
        elif event.key() in (keys.Key_Return, keys.Key_Enter):
            if self.session.selection:
                self.session.enter(tuple(self.session.selection[-1].split(".")))
        elif event.key() == keys.Key_Backspace:
            if self.session.scope:
                self.session.enter(self.session.scope[:-1])
        elif event.key() == keys.Key_Escape:
            self.session.select()
        else:
            event.ignore()
            return
        event.accept()

    def _current(self) -> int | None:
        """The number of the current volume; of an unfolded block, its first."""
        for path in reversed(self.session.selection):
            for i, c in enumerate(self.plan.cuboids):
                if c.volume.path == path or c.volume.path.startswith(f"{path}."):
                    return i
        return None

    def _walk(self, step: int) -> None:
        """To the volume that feeds the current one, or that it feeds."""
        here = self._current()
        if here is None:
            self._go(0)
            return
        ends = [(b, a) if step < 0 else (a, b) for a, b in self.plan.links]
        found = [b for a, b in ends if a == here]
        level = self.plan.cuboids[here].y if self.plan.cuboids else 0.0
        if found:
            self._go(min(found, key=lambda i: abs(self.plan.cuboids[i].y - level)))

    def _walk_across(self, step: int) -> None:
        """To the nearest volume in a row above or below."""
        here = self._current()
        if here is None:
            self._go(0)
            return
        at = self.plan.cuboids[here]
        best, least = None, inf
        for i, c in enumerate(self.plan.cuboids):
            down = (c.y - at.y) * step
            far = down + 2 * abs(c.x - at.x)
            if down > 8 and far < least:
                best, least = i, far
        if best is not None:
            self._go(best)

    def _go(self, number: int) -> None:
        if number < len(self.plan.cuboids):
            c = self.plan.cuboids[number]
            self.session.select(c.volume.path)
            self.reveal(_rect(c))

    # -- drawing --------------------------------------------------------------------------------

    def drawForeground(self, painter: QPainter, rect: QRectF | object) -> None:
        """The legend keeps its size and its place, however the figure is looked at."""
        painter.save()
        painter.resetTransform()
        room = QRectF(self.viewport().rect())
        if not self.plan.cuboids:
            paint_lesson(painter, room)
        else:
            legend = legend_rect(self.plan)
            # coloured by a figure, the colours of roles mean nothing: what they mean floats above
            if self._legend_height and not self.figure.tints:
                painter.translate(QPointF(16.0, room.height() - legend.height()) - legend.topLeft())
                ground = paint.color(theme().canvas)
                painter.fillRect(legend.adjusted(-16, 4, 16, 0), ground)
                paint_legend(painter, self.plan)
        painter.restore()


def _rect(c: Cuboid) -> QRectF:
    r = c.rect
    return QRectF(QPointF(r.left, r.top), QPointF(r.right, r.bottom))


def _heading(bracket: Bracket) -> QRectF:
    """Where a heading can be clicked."""
    return QRectF(bracket.left, bracket.y - 22, bracket.right - bracket.left, 28)
