"""Pictures of every network: the canvas opened to its last block, laid out, wires led, texts measured;
and its figure of volumes, as it is first shown and opened to its last block."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import partial

from msgspec.structs import replace

from explorer import zoo
from explorer.analysis.analyze import analyze
from tests.bench.report import Row, best

GOAL = 50.0
"""Milliseconds."""


def rows() -> Iterator[Row]:
    """The slowest of all, and the one that students open most."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from explorer.app.canvas.picture import Painter
    from explorer.app.main import application
    from explorer.exchange.diagrams.volumes import volumes
    from explorer.layout.arrange import arrange

    app = application()
    found = {}
    figures: dict[str, dict[str, float]] = {"as first shown": {}, "all opened": {}}
    for name in zoo.names():
        document = zoo.get(name)
        analysis = analyze(document)
        paths = tuple(sorted(row.path for row in analysis.rows if row.is_block))

        def place(opened: tuple[str, ...] | None, analysis: object = analysis) -> None:
            volumes(analysis, (), opened)  # type: ignore[arg-type]

        for how, opened in zip(figures, (None, paths), strict=True):
            figures[how][name] = best(partial(place, opened), 2, arrange.cache_clear)
        analysis = analyze(replace(document, opened=paths))

        def draw(analysis: object = analysis) -> None:
            Painter().draw(analysis, ())  # type: ignore[arg-type]

        found[name] = best(draw, 2, arrange.cache_clear)
    slowest = max(found, key=found.__getitem__)
    for name in dict.fromkeys((slowest, "resnet50")):
        label = f"picture of {name}, all opened"
        ratio = GOAL / found[name]
        yield Row(label, found[name], GOAL, "goal", ratio, "ms", 1, ratio >= 1)
    for how, times in figures.items():
        slowest = max(times, key=times.__getitem__)
        ratio = GOAL / times[slowest]
        label = f"volumes of {slowest}, {how}"
        yield Row(label, times[slowest], GOAL, "goal", ratio, "ms", 1, ratio >= 1)
    app.quit()
