"""The canvas as a picture: in step with the session, without anything to take hold of yet."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QPainter,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsView, QWidget

from explorer.analysis.home import built_in_around
from explorer.app.canvas.accessible import CanvasAccessible, install, tell_current
from explorer.app.canvas.bubble import Bubble
from explorer.app.canvas.commands import path_of
from explorer.app.canvas.minimap import Minimap
from explorer.app.canvas.navigation import HEAD, Navigator
from explorer.app.canvas.picture import Painter
from explorer.app.canvas.plan import Shown
from explorer.app.canvas.scene import NetworkScene
from explorer.app.canvas.sentence import sentence
from explorer.app.canvas.teach import paint_lesson
from explorer.app.session import Session
from explorer.app.theme import notifier
from explorer.graph.edits import Edit
from explorer.graph.model import Scope
from explorer.layout.model import Point

READABLE = 0.7
"""The least scale at which the texts of blocks are read with ease."""
WHOLE = 0.5
"""The least scale at which a network is shown whole at first; a larger one from its beginning."""
MARGIN = 40


class Surface(Navigator):
    """Shows the graph of the session's scope, and its selection."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.network = NetworkScene(self)
        self.setScene(self.network)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.SmartViewportUpdate)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        for policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        install()
        self.spoken: CanvasAccessible | None = None
        """What screen readers see of it, once one has asked."""
        self.setAccessibleName(self.tr("Canvas"))
        self.bubble = Bubble(self.viewport())
        self.minimap = Minimap(self, self.network)
        self._painter = Painter()
        self._submitting = False
        self._wants_fit = True
        self._fitted = False
        """Whether the whole network was in sight when it was last shown."""
        self._shown_from: tuple[float, int, int] | None = None
        self.mouse: QPoint | None = None
        """Where the mouse is, in pixels of the viewport; None while it is elsewhere."""
        session.document_replaced.connect(self._forget)
        session.document_changed.connect(self.follow)
        session.scope_changed.connect(self._enter_scope)
        session.selection_changed.connect(self._follow_selection)
        session.refused.connect(self._on_refused)
        notifier().changed.connect(self._recolor)
        self.zoom_changed.connect(self.network.see_at)
        self.zoom_changed.connect(self.minimap.follow)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.valueChanged.connect(self.minimap.follow)
        self.follow()

    # -- in step ------------------------------------------------------------------------------------

    def follow(self) -> None:
        """Show the document as it is now."""
        plan = self._painter.draw(self.session.analysis, self.session.scope)
        if plan is self.network.plan:
            return
        self.network.show_plan(plan)
        self.network.mark(self.session.selection)
        self.minimap.refresh()
        self._describe()
        self.viewport().update()

    def _forget(self) -> None:
        self._painter.forget()
        self._wants_fit = True

    def _enter_scope(self) -> None:
        self._wants_fit = True
        self.follow()
        self._fit_if_wanted()

    def _follow_selection(self) -> None:
        self.network.mark(self.session.selection)
        self._describe()

    def _recolor(self) -> None:
        self.network.update()
        self.minimap.refresh()
        self.viewport().update()

    def _fit_if_wanted(self) -> None:
        if self._wants_fit and self.isVisible() and self.network.blocks:
            self._wants_fit = False
            self.show_start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit_if_wanted()

    def resizeEvent(self, event: QResizeEvent) -> None:
        before, untouched = self.mapToScene(QPoint(0, 0)), self._stand() == self._shown_from
        super().resizeEvent(event)
        if untouched and self.isVisible():
            # nobody has looked elsewhere since: what was all in sight stays so
            if self._fitted:
                self.fit()
            else:
                self.show_start()
        elif event.oldSize().isValid():
            moved = self.mapFromScene(before)
            self.pan_by(moved.x(), moved.y())
        self._fit_if_wanted()
        self.minimap.follow()

    # -- looking --------------------------------------------------------------------------------------

    def fit(self) -> None:
        """Show the whole network, also while the view changes its size."""
        self.fit_rect(self.network.content_rect())
        self._shown_from, self._fitted = self._stand(), True

    def show_start(self) -> None:
        """Show the whole network, or where it would be too small to read, its beginning."""
        content = self.network.content_rect()
        self.fit_rect(content)
        self._fitted = self.scale_factor >= WHOLE or content.isEmpty()
        if not self._fitted:
            self.zoom_to(READABLE)
            room = self.viewport().rect()
            half = (room.width() / 2 - MARGIN) / READABLE
            tall = (room.height() / 2 - HEAD) / READABLE
            middle = content.center()
            self.centerOn(
                min(content.left() + half, max(middle.x(), content.left())),
                min(content.top() + tall, middle.y()),
            )
        self._shown_from = self._stand()

    def _stand(self) -> tuple[float, int, int]:
        """What is seen, for telling whether anybody has looked elsewhere since."""
        bars = self.horizontalScrollBar(), self.verticalScrollBar()
        return self.scale_factor, bars[0].value(), bars[1].value()

    def focus_block(self, path: str) -> None:
        """Bring a block into view: entering the graph that it lies in where that is not shown."""
        scope = self.session.scope
        prefix = path_of(scope, "") if scope else ""
        if not path.startswith(prefix):
            selection = self.session.selection
            self.session.enter(())
            self.session.select(*selection)
        seen = self.network.visible_path(path)
        if seen is not None:
            self.reveal(self.network.rect_of([seen]))

    @property
    def current_shown(self) -> Shown | None:
        """The current block, where it is drawn."""
        selection = self.session.selection
        item = self.network.blocks.get(selection[-1]) if selection else None
        return item.shown if item is not None else None

    def document_place(self, scope: Scope, at: QPointF) -> tuple[float, float]:
        """A point of the scene as a place in a graph of the document."""
        plan = self.network.plan_of(scope)
        owner = self.network.blocks.get(".".join(scope)) if scope else None
        local = owner.mapFromScene(at) if owner is not None else at
        if plan is None:
            return local.x(), local.y()
        return plan.kept_place(Point(local.x(), local.y()))

    # -- speaking --------------------------------------------------------------------------------------

    def _describe(self) -> None:
        """Tell screen readers about the current block."""
        shown = self.current_shown
        count = len(self.session.selection)
        spoken, path = self._spoken_besides()
        if spoken:
            text = spoken
        elif shown is not None:
            text = self.describe(shown)
            if count > 1:
                text = self.tr("{0} blocks selected, the current one: {1}").format(count, text)
        elif count:
            text = self.tr("{0} inside a closed block").format(self.session.selection[-1])
        else:
            plan = self.network.plan
            blocks = len(plan.blocks) if plan is not None else 0
            text = self.tr("{0} blocks, none selected").format(blocks)
        if text != self.accessibleDescription():
            self.setAccessibleDescription(text)
            tell_current(self, path or (shown.path if shown is not None else None))

    def _spoken_besides(self) -> tuple[str, str]:
        """What is said instead of the current block, and its path: a note or frame."""
        return "", ""

    def describe(self, shown: Shown) -> str:
        """A block as a sentence."""
        return sentence(shown)

    def submit(self, edit: Edit) -> bool:
        """Hand an edit to the session; where it is refused, say why beside the cursor."""
        self._submitting = True
        try:
            return self.session.do(edit)
        finally:
            self._submitting = False

    def _on_refused(self, why: str) -> None:
        if self._submitting:
            self.say(why[:1].upper() + why[1:] + ("" if why.endswith(".") else "."))

    def say(self, text: str, way_out: tuple[str, Callable[[], None]] | None = None) -> None:
        """A message beside the cursor, or beside the current block where the cursor is away."""
        pixel = self.mouse
        if pixel is None:
            shown = self.current_shown
            item = self.network.blocks.get(shown.path) if shown is not None else None
            pixel = (
                self.mapFromScene(item.mapToScene(item.body.center()))
                if item is not None
                else self.viewport().rect().center()
            )
        self.bubble.say(text, pixel, way_out)

    def built_in_message(self, scope: Scope) -> str:
        owner = built_in_around(self.session.analysis, path_of(scope, "x"))
        return self.tr("“{0}” is built in: inside it nothing can be changed.").format(owner)

    # -- drawing --------------------------------------------------------------------------------------

    def drawForeground(self, painter: QPainter, rect: QRectF | object) -> None:
        if not self.network.blocks:
            painter.save()
            painter.resetTransform()
            paint_lesson(painter, QRectF(self.viewport().rect()))
            painter.restore()
