"""What the bubble chart shows: the zoo and the open documents with their figures and accuracies."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Literal, NamedTuple

from explorer.analysis.results import Totals
from explorer.app.compare.choice import Choice
from explorer.app.compare.measured import Measured
from explorer.app.gallery.entry import Entry
from explorer.app.plots.bubble_chart import Bubble
from explorer.graph.model import Document
from explorer.zoo.accuracy import IMAGENET, SOURCE

Figure = Literal["macs", "parameters", "activations", "accuracy"]
FIGURES: dict[Figure, Callable[[Totals], int]] = {
    "macs": lambda t: t.macs,
    "parameters": lambda t: t.parameters,
    "activations": lambda t: t.activations,
}


class Known(NamedTuple):
    """A network with what is known of it."""

    key: str
    title: str
    totals: Totals
    accuracy: float | None
    """In percent."""
    said_by: str
    family: str = ""
    zoo: str = ""
    """Its name in the zoo; empty for another document."""
    strong: bool = False
    note: str = ""

    def figure(self, figure: Figure) -> float | None:
        if figure == "accuracy":
            return self.accuracy
        return float(FIGURES[figure](self.totals))


def published(entries: Sequence[Entry], choice: Choice) -> list[Known]:
    """The zoo by what is documented, and the networks of the comparison that are no part of it."""
    compared = [choice.first, *choice.others]
    found = []
    for entry in entries:
        accuracy = IMAGENET.get(entry.name)
        here = any(_is(entry, c.analysis.document) for c in compared)
        note = ""
        if accuracy is not None:
            size = entry.document.environment.get("input_size")
            if isinstance(size, int) and size != accuracy.crop:
                note = f"{accuracy.crop}×{accuracy.crop}"
        found.append(
            Known(
                entry.name,
                entry.name,
                entry.totals,
                accuracy.top1 if accuracy is not None else None,
                SOURCE if accuracy is not None else "",
                entry.about.family,
                entry.name,
                here,
                note,
            )
        )
    for i, c in enumerate(compared):
        if not any(_is(entry, c.analysis.document) for entry in entries):
            title = f"{c.title} ({c.note})"
            totals = c.analysis.totals
            found.append(Known(f"open {i}", title, totals, None, "", "", "", True))
    return found


def measured(runs: Iterable[Measured], totals_of: Callable[[Document], Totals]) -> list[Known]:
    """Runs on the digits."""
    return [
        Known(
            m.key,
            m.title,
            totals_of(m.document),
            100 * m.accuracy,
            m.source,
            strong=True,
            note=str(m.epochs),
        )
        for m in runs
    ]


def bubbles(known: Iterable[Known], x: Figure, y: Figure, size: Figure) -> list[Bubble]:
    """Those that have all three figures; a logarithm has no place for none of something."""
    found = []
    for k in known:
        values = [k.figure(figure) for figure in (x, y, size)]
        if all(value for value in values):
            across, up, area = (float(v or 0.0) for v in values)
            found.append(Bubble(k.key, k.title, across, up, area, k.family, k.strong))
    return found


def _is(entry: Entry, document: Document) -> bool:
    """Whether a document is that network, as it was published: no other number of classes."""
    own = entry.document
    return (own.name, own.parameters, own.graph) == (
        document.name, document.parameters, document.graph
    )  # fmt: skip
