"""``explorer export --to csv|markdown|latex``: the table of figures without a window."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from explorer.analysis.analyze import analyze
from explorer.analysis.columns import BY_ID, USUAL, Column, Figures
from explorer.exchange.tables import TableFormat, columns_named, rows_to, write
from explorer.graph.files import write_atomically
from explorer.graph.model import Document


def export_table(
    document: Document,
    format: TableFormat,
    out: str,
    columns: str | None,
    depth: int | None,
    batch: int,
) -> dict[str, Any] | None:
    """Write the table to a file, or to stdout for ``-``, where nothing else is to be said.

    ``columns`` are ids parted by commas, ``all`` for all of them; TableError for others, FileError
    where the file cannot be written.
    """
    chosen = _chosen(columns)
    figures = Figures(analyze(document), batch)
    rows = rows_to(figures, depth)
    text = write(format, figures, chosen, rows)
    if out == "-":
        sys.stdout.write(text)
        return None
    write_atomically(Path(out), text.encode())
    return {"to": format, "path": out, "rows": len(rows), "columns": [c.id for c in chosen]}


def _chosen(columns: str | None) -> tuple[Column, ...]:
    if columns is None:
        return columns_named(USUAL)
    if columns.strip() == "all":
        # nothing was measured here
        return columns_named(name for name in BY_ID if name != "time")
    return columns_named(name.strip() for name in columns.split(","))
