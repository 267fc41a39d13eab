"""Two panes that look at the same place: zoom, pan, choice and what is open go together."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from explorer.analysis.compare import Comparison, Pair
from explorer.app.compare.pane import Pane
from explorer.app.compare.words import pair_words
from explorer.app.widgets import ElidedLabel, tight


class LinkedPanes(QSplitter):
    """The first network on the left, the other on the right."""

    chosen = Signal(object)
    """A pair was chosen on either side; None for the ground."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.panes = (Pane(), Pane())
        self.titles = (ElidedLabel(), ElidedLabel())
        self._comparison: Comparison | None = None
        self._opened: tuple[set[str], set[str]] = (set(), set())
        self._offset = QPointF()
        self._leading = False
        self._wants_fit = True
        for i, (pane, title) in enumerate(zip(self.panes, self.titles, strict=True)):
            holder = QWidget()
            layout = QVBoxLayout(holder)
            tight(layout)
            title.setProperty("kind", "heading")
            title.setContentsMargins(14, 6, 14, 4)
            layout.addWidget(title)
            layout.addWidget(pane, 1)
            self.addWidget(holder)
            self.setStretchFactor(i, 1)
            pane.looked.connect(lambda i=i: self._follow(i))
            pane.chosen.connect(lambda path, i=i: self._choose(i, path))
            pane.open_asked.connect(lambda path, i=i: self._toggle(i, path))

    # -- what is shown --------------------------------------------------------------------------

    def show_comparison(self, found: Comparison, names: tuple[str, str]) -> None:
        """Show two networks; what differs within is opened, unless these are the ones from
        before an edit, which keep what is open."""
        before = self._comparison
        known = before is not None and (
            (before.right is found.right or before.left is found.left)
            and names == tuple(t.full_text() for t in self.titles)
        )
        self._comparison = found
        if not known:
            self._opened = _opened(found)
            self._wants_fit = True
        for title, name in zip(self.titles, names, strict=True):
            title.set_text(name)
        for pane, name in zip(self.panes, names, strict=True):
            pane.setAccessibleName(self.tr("{0}, to look at").format(name))
        self._draw()
        QTimer.singleShot(0, self._fit_if_wanted)

    def _draw(self) -> None:
        found = self._comparison
        if found is None:
            return
        self._leading = True
        for i, analysis in enumerate((found.left, found.right)):
            right = bool(i)
            self.panes[i].show_network(
                analysis,
                tuple(p for p in self._opened[i] if p in analysis.row_at),
                lambda path, right=right: found.pair_of(path, right),  # type: ignore[misc]
            )
        self._leading = False

    def _fit_if_wanted(self) -> None:
        if self._wants_fit and self.isVisible() and self.panes[0].width() > 60:
            self._wants_fit = False
            self.fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self._fit_if_wanted)

    def fit(self) -> None:
        """Show both networks whole, at one scale."""
        self._leading = True
        for pane in self.panes:
            pane.fit()
        scale = min(pane.scale_factor for pane in self.panes)
        for pane in self.panes:
            pane.zoom_to(scale)
            pane.centerOn(pane.network.content_rect().center())
        self._leading = False
        self._link()

    # -- together -------------------------------------------------------------------------------

    def _link(self) -> None:
        """What lies in the middle of both views now, stays there together."""
        self._offset = self.panes[1].middle - self.panes[0].middle

    def _follow(self, leader: int) -> None:
        if self._leading or self._comparison is None:
            return
        self._leading = True
        lead, other = self.panes[leader], self.panes[1 - leader]
        other.zoom_to(lead.scale_factor)
        other.centerOn(lead.middle + (self._offset if leader == 0 else -self._offset))
        self._leading = False

    def _choose(self, side: int, path: str) -> None:
        found = self._comparison
        self.chosen.emit(found.pair_of(path, bool(side)) if found is not None and path else None)

    def mark(self, pair: Pair | None) -> None:
        """Put the ring round both blocks of a pair, and bring them into sight."""
        paths = _paths(pair)
        self._leading = True
        for pane, path in zip(self.panes, paths, strict=True):
            pane.mark(path)
            if path:
                pane.show_block(path)
        self._leading = False
        if all(paths):
            self._link()
        text = pair_words(pair) if pair is not None else ""
        self.setAccessibleDescription(text)

    def _toggle(self, side: int, path: str) -> None:
        """Open or close a block and its partner."""
        found = self._comparison
        pair = found.pair_of(path, bool(side)) if found is not None else None
        if pair is None:
            return
        is_open = path in self._opened[side]
        for own, of in zip(self._opened, (pair.left, pair.right), strict=True):
            if of is not None and of.inside is not None:
                (own.discard if is_open else own.add)(of.path)
        self._draw()


def _paths(pair: Pair | None) -> tuple[str | None, str | None]:
    if pair is None:
        return None, None
    return pair.left.path if pair.left else None, pair.right.path if pair.right else None


def _opened(found: Comparison) -> tuple[set[str], set[str]]:
    """Blocks that are no difference themselves, but hold some."""
    opened: tuple[set[str], set[str]] = (set(), set())

    def look(pairs: tuple[Pair, ...]) -> None:
        for pair in pairs:
            if pair.changed_within:
                for own, path in zip(opened, _paths(pair), strict=True):
                    if path:
                        own.add(path)
                look(pair.parts)

    look(found.pairs)
    return opened
