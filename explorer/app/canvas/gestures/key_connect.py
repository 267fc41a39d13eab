"""Drawing a wire with the keys: from the current block to one that arrows or letters choose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QPainter

from explorer.app.canvas import metrics, paint
from explorer.app.canvas.gestures.connect import ConnectPorts, reachable, tr
from explorer.app.canvas.hit import End
from explorer.app.canvas.plan import Shown
from explorer.app.canvas.walk import Direction, nearest_towards
from explorer.app.fuzzy import ranked
from explorer.app.theme import theme

if TYPE_CHECKING:
    from explorer.app.canvas.view import CanvasView

_ARROWS: dict[int, Direction] = {
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
}


class KeyConnect(ConnectPorts):
    """A wire whose other end is chosen with the keys.

    Arrows go to the next block that it could end at, letters to the one whose name fits best, Tab
    from port to port; Enter connects and Esc does not.
    """

    cursor = None

    def __init__(self, view: CanvasView, shown: Shown) -> None:
        from_output = view.session.catalogue.output_count(shown.node) > 0
        end = End(shown.scope, shown.node.name, 0, from_output)
        item = view.network.blocks[shown.path]
        at = shown.output(0) if from_output else shown.input(0)
        anchor = item.mapToScene(QPointF(at.x - shown.at.x, at.y - shown.at.y))
        super().__init__(view, (end,), anchor, QPoint())
        self._shown, self._typed = shown, ""
        self._going = True
        self._targets = self._find_targets()
        self._found = self._candidates()
        self._other: Shown | None = self._first()
        self._pair_at = 0
        self._tell()

    # -- what it could lead to --------------------------------------------------------------------

    def _candidates(self) -> list[Shown]:
        """Blocks where the wire could end: none that would close a cycle, the nearest first."""
        plan = self.view.network.plan_of(self._shown.scope)
        if plan is None:
            return []
        forward = self._ends[0].is_output
        name, catalogue = self._shown.node.name, self.view.session.catalogue
        closed = reachable(plan.graph, name, not forward)
        here = self._shown

        def far(shown: Shown) -> float:
            return abs(shown.at.x - here.at.x) + 2 * abs(shown.at.y - here.at.y)

        found = []
        for shown in plan.blocks.values():
            _, most = catalogue.arity(shown.node)
            ports = most != 0 if forward else catalogue.output_count(shown.node) > 0
            if shown.node.name not in closed and ports:
                found.append(shown)
        return sorted(found, key=far)

    def _first(self) -> Shown | None:
        """The nearest block that still lacks a wire, else the nearest."""
        plan = self.view.network.plan_of(self._shown.scope)
        if plan is None or not self._found:
            return None
        catalogue = self.view.session.catalogue
        for shown in self._found:
            name = shown.node.name
            if any(e.source == self._shown.node.name for e in plan.graph.incoming[name]):
                continue
            if self._ends[0].is_output:
                if len(plan.graph.incoming[name]) < catalogue.arity(shown.node)[0]:
                    return shown
            elif not plan.graph.outgoing[name]:
                return shown
        return self._found[0]

    def _pairs(self) -> list[tuple[int, int]]:
        """Ports of the wire's two ends, output first: a free input is offered first."""
        assert self._other is not None
        forward = self._ends[0].is_output
        source, target = (self._shown, self._other) if forward else (self._other, self._shown)
        graph = self.view.session.graph(self._shown.scope)
        catalogue = self.view.session.catalogue
        used = {e.port for e in graph.incoming[target.node.name]}
        _, most = catalogue.arity(target.node)
        ports = (
            list(range(most)) if most is not None else [*sorted(used), max(used, default=-1) + 1]
        )
        ports.sort(key=lambda port: port in used)
        outputs = range(max(1, catalogue.output_count(source.node)))
        return [(out, port) for port in ports for out in outputs]

    # -- keys -----------------------------------------------------------------------------------------

    def key(self, event: QKeyEvent) -> bool:
        """What a key does while it is on; it keeps all of them."""
        key, text = event.key(), event.text()
        direction = _ARROWS.get(key)
        if direction is not None:
            here = self._other or self._shown
            found = nearest_towards(here, self._found, direction)
            if found is not None:
                self._choose(found)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._connect()
            return True
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._pair_at += 1 if key == Qt.Key.Key_Tab else -1
        elif key == Qt.Key.Key_Backspace:
            self._type(self._typed[:-1])
        elif text and text.isprintable() and not text.isspace():
            self._type(self._typed + text)
        else:
            return key != Qt.Key.Key_Escape
        self._tell()
        return True

    def _type(self, text: str) -> None:
        found = ranked(text, self._found, lambda s: (s.node.name, s.face.title))
        if not text:
            self._typed = ""
        elif found:
            self._typed = text
            self._choose(found[0][0])

    def _choose(self, shown: Shown) -> None:
        self._other, self._pair_at = shown, 0
        self.view.reveal(self.view.network.rect_of([shown.path]))

    def _connect(self) -> None:
        view, offer = self.view, self._offer
        if offer is None:
            return
        if offer.edit is None:
            self._tell()
            return
        view.drop_gesture()
        self.cancel()
        if view.submit(offer.edit) and self._other is not None:
            view.session.select(self._other.path)
            view.focus_block(self._other.path)

    # -- saying and showing -----------------------------------------------------------------------------

    def _tell(self) -> None:
        view = self.view
        title = tr("Connect {0}").format(self._shown.node.name)
        if self._other is None:
            self._offer = None
            view.hint.tell(title, ((tr("Esc"), tr("there is nothing to connect it to")),))
            return
        pairs = self._pairs()
        out, port = pairs[self._pair_at % len(pairs)]
        mine, name = self._ends[0], self._other.node.name
        scope = mine.scope
        if mine.is_output:
            source, target = End(scope, mine.node, out, True), End(scope, name, port, False)
        else:
            source, target = End(scope, name, out, True), End(scope, mine.node, port, False)
        item = view.network.blocks[self._other.path]
        middle = item.mapToScene(item.body.center())
        self._offer = self._judge(source, target, middle)
        self._mouse = self._offer.at
        says = self._offer.says
        pixel = view.mapFromScene(item.mapToScene(item.body.bottomLeft()))
        if says:
            view.bubble.say(says, pixel)
        else:
            view.bubble.hide()
        which = tr("to {0}").format(name) if mine.is_output else tr("from {0}").format(name)
        if len(pairs) > 1:
            which += tr(", input {0}").format(port + 1)
            if max(o for o, _ in pairs):
                which += tr(", output {0}").format(out + 1)
        if self._typed:
            which += f"  “{self._typed}”"
        keys = [(tr("arrows"), tr("choose")), (tr("a–z"), tr("find by name"))]
        if len(pairs) > 1:
            keys.append((tr("Tab"), tr("port")))
        keys += [(tr("Enter"), tr("connect")), (tr("Esc"), tr("leave"))]
        view.hint.tell(f"{title} {which}", keys)
        view.setAccessibleDescription(f"{title} {which}. {says}")
        view.viewport().update()

    def cancel(self) -> None:
        self.view.hint.hide()
        super().cancel()

    def paint(self, painter: QPainter) -> None:
        item = self.view.network.blocks.get(self._other.path) if self._other is not None else None
        if item is not None:
            good = self._offer is not None and self._offer.good
            painter.setBrush(paint.NO_BRUSH)
            painter.setPen(paint.pen(theme().selection if good else theme().error, 2.4))
            r = metrics.RADIUS + 4
            painter.drawRoundedRect(item.mapRectToScene(item.body).adjusted(-5, -5, 5, 5), r, r)
        super().paint(painter)
