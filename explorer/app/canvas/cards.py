"""Cards pinned to blocks: the arithmetic of a shape with the numbers put in, kept up to date."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from explorer.analysis.explain import MACS, PARAMETERS, Explanation
from explorer.app.canvas.surface import Surface
from explorer.app.canvas.why import why
from explorer.app.panels.explain import ExplainBox
from explorer.app.theme import mono_font
from explorer.app.widgets import ElidedLabel, IconButton, label

WIDTH = 340
GAP = 14


class WhyCard(QFrame):
    """Why a block's output has its shape, and what it costs."""

    closed = Signal(str)
    moved = Signal(str, QPoint)

    def __init__(self, path: str, parent: Surface) -> None:
        super().__init__(parent.viewport())
        self.path = path
        self.setProperty("kind", "floating")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.SizeAllCursor)
        self.setFixedWidth(WIDTH)
        self._held: QPoint | None = None
        self._title = label("", "title")
        self._where = ElidedLabel(path, Qt.TextElideMode.ElideLeft)
        self._where.setFont(mono_font(11))
        self._where.setProperty("kind", "secondary")
        close = IconButton("x", self.tr("Close"))
        close.clicked.connect(self._close)
        head = QHBoxLayout()
        head.setContentsMargins(2, 0, 0, 0)
        head.setSpacing(10)
        head.addWidget(self._title)
        head.addWidget(self._where, 1)
        head.addWidget(close)
        self.box = ExplainBox()
        self.box.setCursor(Qt.CursorShape.ArrowCursor)
        layout = self._layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 6, 6, 8)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self.box)

    @property
    def title(self) -> str:
        return self._title.text()

    def tell(self, question: str, answer: Sequence[Explanation]) -> None:
        """Show a question with its answer."""
        self._title.setText(question)
        named = {PARAMETERS: self.tr("parameters"), MACS: self.tr("MACs")}
        self.box.set_explanations(
            [e._replace(formula=f"{named[e.figure]}: {e.formula}") if e.figure in named else e
             for e in answer]
        )  # fmt: skip
        self.setAccessibleName(f"{question} {self.path}")
        self.setAccessibleDescription(self.box.text())
        self.box.setVisible(bool(answer))
        self._layout.activate()
        high = self._layout.heightForWidth(WIDTH)
        self.setFixedHeight(high if high > 0 else self._layout.sizeHint().height())

    def _close(self) -> None:
        self.closed.emit(self.path)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._held = event.position().toPoint()
        self.raise_()
        self.setFocus()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is not None:
            self.moved.emit(self.path, event.position().toPoint() - self._held)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = None


class PinnedCards(QObject):
    """The cards of a canvas. Each stays with its block, wherever that is seen."""

    def __init__(self, view: Surface) -> None:
        super().__init__(view)
        self._view = view
        self.cards: dict[str, WhyCard] = {}
        self._offsets: dict[str, QPointF] = {}
        session = view.session
        session.document_changed.connect(self.refresh)
        session.scope_changed.connect(self.place)
        view.zoom_changed.connect(self.place)
        for bar in (view.horizontalScrollBar(), view.verticalScrollBar()):
            bar.valueChanged.connect(self.place)

    def toggle(self, path: str) -> bool:
        """Pin a card to a block, or take it away; False where there is nothing to explain."""
        if path in self.cards:
            self.close(path)
            return True
        if why(path, self._view.session.analysis) is None:
            return False
        card = self.cards[path] = WhyCard(path, self._view)
        card.closed.connect(self.close)
        card.moved.connect(self._drag)
        self._offsets[path] = QPointF(0, GAP + GAP * 2 * ((len(self.cards) - 1) % 3))
        self.refresh()
        card.raise_()
        return True

    def close(self, path: str) -> None:
        """Take a card away."""
        card = self.cards.pop(path, None)
        self._offsets.pop(path, None)
        if card is not None:
            card.hide()
            card.deleteLater()
            self._view.setFocus()

    def close_last(self) -> bool:
        """Take the newest card away; False where there is none."""
        if not self.cards:
            return False
        self.close(list(self.cards)[-1])
        return True

    def refresh(self) -> None:
        """Work every card out anew; a card whose block is gone goes too."""
        for path, card in tuple(self.cards.items()):
            told = why(path, self._view.session.analysis)
            if told is None:
                if self._view.session.row(path) is None:
                    self.close(path)
                else:
                    card.tell(self.tr("No shape"), ())
            else:
                card.tell(*told)
        self.place()

    def place(self) -> None:
        """Put every card beneath its block, or hide it where the block is not seen."""
        for path, card in self.cards.items():
            item = self._view.network.blocks.get(path)
            card.setVisible(item is not None)
            if item is None:
                continue
            corner = self._view.mapFromScene(item.mapToScene(item.body.bottomLeft()))
            card.move(corner + self._offsets[path].toPoint())

    def _drag(self, path: str, by: QPoint) -> None:
        self._offsets[path] += QPointF(by)
        self.place()
