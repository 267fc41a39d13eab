"""A network of the gallery and its figures, worked out when they are first asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, cached_property

from PySide6.QtCore import QSize
from PySide6.QtGui import QPixmap

from explorer import zoo
from explorer.analysis.analyze import analyze
from explorer.analysis.results import Totals
from explorer.app.gallery.thumbnail import thumbnail
from explorer.app.language import say
from explorer.app.theme import theme
from explorer.graph.model import About, Document

PictureKey = tuple[str, int, int, float]


class Entry:
    """One named network. Making one costs nothing but building its document."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.document: Document = zoo.get(name)
        self._pictures: dict[PictureKey, QPixmap] = {}

    @property
    def about(self) -> About:
        return self.document.about

    @property
    def title(self) -> str:
        return say(self.about.title) or self.name

    @cached_property
    def searched(self) -> str:
        """Everything that a search looks in."""
        a = self.about
        return f"{self.name} {a.title} {a.family} {a.idea} {say(a.title)} {say(a.idea)} {a.source} {a.year}".casefold()

    @property
    def analysed(self) -> bool:
        """Whether its totals are known already."""
        return "totals" in self.__dict__

    @cached_property
    def totals(self) -> Totals:
        return analyze(self.document).totals

    def picture(self, size: QSize, ratio: float) -> QPixmap | None:
        """Its figure in the theme that holds, if it was drawn."""
        return self._pictures.get(_key(size, ratio))

    def draw(self, size: QSize, ratio: float) -> None:
        """Draw its figure; those of other sizes and themes are forgotten."""
        analysis = analyze(self.document)
        self.__dict__.setdefault("totals", analysis.totals)
        self._pictures = {_key(size, ratio): thumbnail(analysis, size, ratio)}


def _key(size: QSize, ratio: float) -> PictureKey:
    return theme().name, size.width(), size.height(), ratio


@cache
def entries() -> tuple[Entry, ...]:
    """All networks, in the order of the zoo; kept for as long as the program runs."""
    return tuple(Entry(name) for name in zoo.names())


ORDERS: dict[str, Callable[[Entry], tuple[int, str] | tuple[str, str]]] = {
    "year": lambda e: (e.about.year or 0, ""),
    "name": lambda e: (e.title.casefold(), e.name),
    "parameters": lambda e: (e.totals.parameters, e.name),
    "macs": lambda e: (e.totals.macs, e.name),
}
"""What the gallery can be sorted by. Networks of one year stay in the order of the zoo."""

NEEDS_TOTALS = frozenset({"parameters", "macs"})
