"""Source laid out as ``ruff format`` would: flat where it fits, otherwise an item a line."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass, replace

from explorer.exchange.source.calls import Literal
from explorer.exchange.source.marks import width

WIDTH = 88
STEP = 4


@dataclass(frozen=True)
class Bracketed:
    """``open item, item close``: a call, a list."""

    open: str
    items: tuple[Piece, ...]
    close: str = ")"
    comments: tuple[str, ...] = ()
    """One for each item, or none; where there are any, each item has a line."""
    stacked: bool = False
    """Whether each item has a line as soon as they do not all fit on the first."""


@dataclass(frozen=True)
class Repeated:
    """``*(item for name in range(count))``."""

    item: Piece
    name: str
    count: str


@dataclass(frozen=True)
class Infix:
    """``a + b + c``."""

    operator: str
    operands: tuple[Piece, ...]


Piece = str | Bracketed | Repeated | Infix


def literal(value: Literal) -> str:
    """A value as source."""
    match value:
        case str():
            return json.dumps(value, ensure_ascii=False)
        case tuple():
            items = ", ".join(map(literal, value))
            return f"({items},)" if len(value) == 1 else f"({items})"
        case list():
            return f"[{', '.join(map(literal, value))}]"
    return repr(value)


def within(piece: Piece, pair: tuple[str, str]) -> Piece:
    """The piece between two texts that have no width."""
    before, after = pair
    match piece:
        case Bracketed():
            return replace(piece, open=before + piece.open, close=piece.close + after)
        case Repeated():
            return replace(piece, item=within(piece.item, pair))
        case Infix():
            first, *others = piece.operands
            operands = [within(first, (before, "")), *others]
            operands[-1] = within(operands[-1], ("", after))
            return replace(piece, operands=tuple(operands))
    return before + piece + after


def flat(piece: Piece) -> str:
    """On one line, however long."""
    match piece:
        case Bracketed():
            return piece.open + ", ".join(map(flat, piece.items)) + piece.close
        case Repeated():
            return f"*({flat(piece.item)} {_loop(piece)})"
        case Infix():
            return f" {piece.operator} ".join(map(flat, piece.operands))
    return piece


def _loop(piece: Repeated) -> str:
    return f"for {piece.name} in range({piece.count})"


def lay_out(piece: Piece, indent: int, before: str = "", after: str = "") -> list[str]:
    """Lines for a piece; ``before`` and ``after`` stand on its first and last line.

    What does not fit gets a line of its own, or an item a line and a comma after the last.
    """
    space = " " * indent
    line = space + before + flat(piece) + after
    commented = isinstance(piece, Bracketed) and any(piece.comments)
    if width(line) <= WIDTH and not commented:
        return [line]
    match piece:
        case Bracketed() if piece.items:
            lines = [space + before + piece.open]
            inner = " " * (indent + STEP) + ", ".join(map(flat, piece.items))
            if width(inner) <= WIDTH and not piece.stacked:
                return [*lines, inner, space + piece.close + after]
            comments = piece.comments or ("",) * len(piece.items)
            # a list that is all there is has no comma
            alone = len(piece.items) == 1 and isinstance(piece.items[0], Bracketed)
            comma = "" if alone and flat(piece.items[0]).startswith("[") else ","
            for item, comment in zip(piece.items, comments, strict=True):
                lines += with_comment(lay_out(item, indent + STEP, "", comma), comment)
            return [*lines, space + piece.close + after]
        case Repeated():
            inner = " " * (indent + STEP)
            body = [f"{inner}{flat(piece.item)} {_loop(piece)}"]
            if width(body[0]) > WIDTH:
                body = [*lay_out(piece.item, indent + STEP), inner + _loop(piece)]
            return [f"{space}{before}*(", *body, f"{space}){after}"]
        case Infix():
            inner = " " * (indent + STEP)
            body = [inner + flat(piece)]
            if width(body[0]) > WIDTH:
                first, *others = piece.operands
                body = lay_out(first, indent + STEP)
                for operand in others:
                    body += lay_out(operand, indent + STEP, f"{piece.operator} ")
            return [f"{space}{before}(", *body, f"{space}){after}"]
    return [line]


def with_comment(lines: Sequence[str], comment: str) -> list[str]:
    """The lines with a comment at their end where there is room, above them otherwise."""
    *rest, last = lines
    if not comment:
        return [*lines]
    if width(last) + 4 + len(comment) <= WIDTH and len(lines) == 1:
        return [*rest, f"{last}  # {comment}"]
    indent = len(lines[0]) - len(lines[0].lstrip())
    return [f"{' ' * indent}# {comment}", *lines]


def docstring(text: str, indent: int) -> list[str]:
    """Paragraphs, parted by newlines, as a docstring; no lines where there is no text."""
    paragraphs = [clean(line) for line in text.split("\n")]
    space = " " * indent
    whole = f'{space}"""{paragraphs[0]}"""'
    if not any(paragraphs):
        return []
    if len(paragraphs) == 1 and len(whole) <= WIDTH:
        return [whole]
    if len(paragraphs) == 1:
        # room for the quotes at the end of whichever line is the last
        wrapped = _wrapped('"""' + paragraphs[0], WIDTH - indent - 3)
        wrapped[-1] += '"""'
        return [space + line for line in wrapped]
    lines = []
    for i, paragraph in enumerate(paragraphs):
        opening = '"""' if i == 0 else ""
        lines += [space + line for line in _wrapped(opening + paragraph, WIDTH - indent)] or [""]
    return [*lines, f'{space}"""']


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)


def clean(text: str) -> str:
    """A person's text made harmless within a docstring: one line, no quotes or escapes that end
    it, nothing that cannot be seen."""
    shown = "".join(c if c.isprintable() else " " for c in text)
    return " ".join(shown.split()).replace("\\", "/").replace('"', "'")
