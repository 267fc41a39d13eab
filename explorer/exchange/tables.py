"""The table of figures as CSV, Markdown or LaTeX: plain text, made without torch and without Qt."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from typing import Literal, get_args

from explorer.analysis.analyze import Row
from explorer.analysis.columns import BY_ID, USUAL, Column, Figures, Value
from explorer.analysis.field import Field
from explorer.exchange.latex import latex_escaped

TableFormat = Literal["csv", "markdown", "latex"]
FORMATS: tuple[TableFormat, ...] = get_args(TableFormat)
SUFFIXES: dict[TableFormat, str] = {"csv": ".csv", "markdown": ".md", "latex": ".tex"}

UNITS = {"s": "ms", "%": "%", "bytes": "bytes"}
"""The unit that a column's head names, where it has one; seconds are written as milliseconds."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes a text for a formula by, or a command to run."""


class TableError(ValueError):
    """A column that there is none of; the message names all."""


def columns_named(names: Iterable[str]) -> tuple[Column, ...]:
    """Columns by their ids; TableError for others."""
    found = []
    for name in names:
        if name not in BY_ID:
            raise TableError(f"there is no column “{name}”; there are " + ", ".join(BY_ID))
        if BY_ID[name] not in found:
            found.append(BY_ID[name])
    if not found:
        raise TableError("a table needs a column; there are " + ", ".join(BY_ID))
    return tuple(found)


def rows_to(figures: Figures, depth: int | None = None) -> tuple[Row, ...]:
    """The network's rows down to a depth, 0 for its own blocks alone; None for all."""
    return tuple(r for r in figures.analysis.rows if depth is None or r.depth <= depth)


def write(
    format: TableFormat,
    figures: Figures,
    columns: Sequence[Column] | None = None,
    rows: Sequence[Row] | None = None,
) -> str:
    """The table as text that ends with a newline: a head, the rows in the order given, the totals.

    Blocks stand under their dotted path. A block's figures contain those of the blocks within it.
    CSV has raw numbers and no units, for programs; the others group digits, for people.
    """
    columns = columns_named(USUAL) if columns is None else columns
    rows = rows_to(figures) if rows is None else rows
    cells: list[list[Value]] = [[column.of(row, figures) for column in columns] for row in rows]
    totals: list[Value] = [column.total(figures) for column in columns]
    writer: Callable[[Sequence[Column], list[list[Value]], list[Value]], str] = {
        "csv": _csv,
        "markdown": _markdown,
        "latex": _latex,
    }[format]
    return writer(columns, cells, totals)


# -- CSV --------------------------------------------------------------------------------------------


def _csv(columns: Sequence[Column], cells: list[list[Value]], totals: list[Value]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([_csv_head(column) for column in columns])
    for line in (*cells, totals):
        writer.writerow([_raw(value, c) for value, c in zip(line, columns, strict=True)])
    return out.getvalue()


def _csv_head(column: Column) -> str:
    return f"{column.id}_{UNITS[column.unit]}" if column.unit in ("s", "bytes") else column.id


def _raw(value: Value, column: Column) -> int | str:
    if value is None:
        return ""
    if isinstance(value, Field):
        return _field(value, "x")
    if isinstance(value, tuple):
        return "x".join(map(str, value))
    if isinstance(value, float):
        return f"{value * 1000:.6g}" if column.unit == "s" else f"{value:.6g}"
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_FORMULA) else value
    return value


# -- for people -------------------------------------------------------------------------------------


def _markdown(columns: Sequence[Column], cells: list[list[Value]], totals: list[Value]) -> str:
    def line(texts: Iterable[str]) -> str:
        return "| " + " | ".join(texts) + " |"

    def cell(value: Value, column: Column) -> str:
        text = _text(value, column, "\u202f", "×", "–")
        return _markdown_escaped(text) if isinstance(value, str) else text

    lines = [
        line(_markdown_escaped(_head(c)) for c in columns),
        line("---:" if c.number else ":---" for c in columns),
    ]
    lines += [line(cell(v, c) for v, c in zip(row, columns, strict=True)) for row in cells]
    bold = (cell(v, c) for v, c in zip(totals, columns, strict=True))
    lines.append(line(f"**{text}**" if text not in ("", "–") else text for text in bold))
    return "\n".join(lines) + "\n"


def _markdown_escaped(text: str) -> str:
    text = " ".join(text.split())
    for sign in ("\\", "|", "`", "*", "_", "[", "]", "<", ">", "#"):
        text = text.replace(sign, f"\\{sign}")
    return text


def _latex(columns: Sequence[Column], cells: list[list[Value]], totals: list[Value]) -> str:
    def line(texts: Iterable[str]) -> str:
        return "  " + " & ".join(texts) + r" \\"

    def cell(value: Value, column: Column) -> str:
        text = _text(value, column, r"\,", r"$\times$", "--")
        if not isinstance(value, str):
            return text.replace("%", r"\%")
        escaped = latex_escaped(text)
        return rf"\texttt{{{escaped}}}" if column.id == "block" and escaped else escaped

    head = line(latex_escaped(_head(c)) for c in columns)
    spec = "".join("r" if c.number else "l" for c in columns)
    lines = [
        r"% needs \usepackage{booktabs}",
        rf"\begin{{tabular}}{{{spec}}}",
        r"  \toprule",
        head,
        r"  \midrule",
    ]
    lines += [line(cell(v, c) for v, c in zip(row, columns, strict=True)) for row in cells]
    lines += [
        r"  \midrule",
        line(
            latex_escaped(v) if isinstance(v, str) else cell(v, c)
            for v, c in zip(totals, columns, strict=True)
        ),
        r"  \bottomrule",
        r"\end{tabular}",
    ]
    return "\n".join(lines) + "\n"


def _head(column: Column) -> str:
    return (
        f"{column.title} ({UNITS[column.unit]})" if column.unit in ("s", "bytes") else column.title
    )


def _text(value: Value, column: Column, group: str, times: str, none: str) -> str:
    if value is None:
        return none
    if isinstance(value, Field):
        return _field(value, times)
    if isinstance(value, tuple):
        return times.join(map(str, value))
    if isinstance(value, int):
        return f"{value:,}".replace(",", group)
    if isinstance(value, float):
        if column.unit == "s":
            return f"{value * 1000:.3f}"
        return f"{value:.1f}" if column.unit == "%" else f"{value:g}"
    return value


def _field(found: Field, times: str) -> str:
    if found.whole:
        return "all"
    high, wide = found.size
    return str(high) if high == wide else f"{high}{times}{wide}"
