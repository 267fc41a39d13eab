"""``explorer export --to svg|pdf|png|tikz``: pictures without a window."""

from __future__ import annotations

import difflib
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from explorer.analysis.analyze import Analysis, analyze
from explorer.analysis.columns import Figures
from explorer.app.pictures.options import SCALES, Options, PictureError
from explorer.graph.files import write_atomically
from explorer.graph.model import Document


def export_picture(
    document: Document,
    options: Options,
    out: Path,
    select: Sequence[str] = (),
    open_: Sequence[str] | None = None,
    depth: int | None = None,
    heat: str | None = None,
) -> dict[str, Any]:
    """Write a picture to a file and say what was written.

    ``open_`` are the paths of the blocks that are shown opened, those of the document where None;
    ``depth`` opens all blocks down to there; ``heat`` is the figure that blocks are coloured by.
    PictureError for what there is not, FileError where the
    file cannot be written.
    """
    low, high = SCALES
    if not low <= options.scale <= high:
        raise PictureError(f"a scale of {options.scale:g} is not between {low:g} and {high:g}")
    # nobody looks on: there need not be a screen
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from explorer.app.main import application
    from explorer.app.pictures.heat import Heating
    from explorer.app.pictures.picture import picture
    from explorer.app.pictures.write import written
    from explorer.app.theme import set_theme

    _application = application()
    set_theme(options.theme)
    analysis = analyze(document)
    if open_ is not None or depth is not None:
        _must_exist(analysis, open_ or ())
        opened = set(_with_those_around(open_ or ()))
        blocks = (r for r in analysis.rows if r.is_block)
        opened |= {r.path for r in blocks if depth is not None and r.depth < depth}
        analysis = analyze(replace(document, opened=tuple(sorted(opened))), analysis)
    _must_exist(analysis, select)
    chosen = options._replace(selection_only=bool(select))
    heating = Heating(Figures(analysis), heat) if heat else None
    made = picture(analysis, chosen, (), tuple(select), heating)
    data = written(made)
    write_atomically(out, data)
    size = made.rect.size()
    scale = options.scale if options.format == "png" else 1.0
    return {
        "to": options.format,
        "path": str(out),
        "view": options.look,
        "width": round(size.width() * scale),
        "height": round(size.height() * scale),
        "bytes": len(data),
    }


def _with_those_around(paths: Sequence[str]) -> list[str]:
    """A block is seen opened only where all blocks around it are."""
    return [
        ".".join(names[: i + 1])
        for names in (p.split(".") for p in paths)
        for i in range(len(names))
    ]


def _must_exist(analysis: Analysis, paths: Sequence[str]) -> None:
    for path in paths:
        if path not in analysis.row_at:
            near = difflib.get_close_matches(path, analysis.row_at, 1)
            hint = f"; did you mean “{near[0]}”?" if near else ""
            raise PictureError(f"there is no block “{path}” in {analysis.document.name}{hint}")
