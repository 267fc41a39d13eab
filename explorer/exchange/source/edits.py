"""From numbers changed in source to the edit of the document that has the same effect."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import NamedTuple

from explorer.build.plan import BuildError
from explorer.exchange.pytorch import listing as listing_of_document
from explorer.exchange.source.listing import Listing, Literal
from explorer.graph.edits import Batch, Edit, EditError
from explorer.graph.model import Document
from explorer.graph.values import Value, freeze

FOLLOWS = "this number follows from other blocks: change it where it comes from"
FIXED = "only numbers can be changed here"


class SourceProblem(NamedTuple):
    """Why a text cannot be taken over."""

    line: int
    """Counted from 1."""
    column: int
    """Counted from 0."""
    message: str


class _RefusedError(Exception):
    def __init__(self, problem: SourceProblem) -> None:
        super().__init__(problem.message)
        self.problem = problem


class _Change(NamedTuple):
    """A value that was changed, where it stands in the new text."""

    literal: Literal
    value: Value
    line: int
    column: int

    @property
    def unfounded(self) -> _RefusedError:
        """Nothing in the document has this value as its own."""
        return self.refused(FIXED if isinstance(self.value, str) else FOLLOWS)

    def refused(self, message: str) -> _RefusedError:
        return _RefusedError(SourceProblem(self.line, self.column, message))


def edit_from_text(
    document: Document, listing: Listing, text: str, gesture: int = 0
) -> Edit | SourceProblem | None:
    """The edit after which the document has the values that were changed in its listing; what
    follows from them changes too. None where the text says the same as before.

    ``gesture`` is equal for the steps of one typing. A problem where the text has errors, where
    something else than values was changed, and where the network would not work.
    """
    try:
        changes = _changes(listing, text)
        if not changes:
            return None
        edit = _edit(listing, changes, gesture)
        _check(document, edit, text, changes)
    except _RefusedError as refused:
        return refused.problem
    return edit


def _edit(listing: Listing, changes: list[_Change], gesture: int) -> Edit:
    found: dict[Edit, None] = {}
    values: dict[object, Value] = {}
    for change in changes:
        for origin in change.literal.origins:
            edit = origin.edit(listing.analysis, change.value, gesture)
            target = origin.edit(listing.analysis, None)
            value = getattr(edit, "value", None)
            if values.setdefault(target, value) != value:
                both = f"{origin.parameter} would be {values[target]} and {value} at once"
                raise change.refused(both)
            found[edit] = None
    if not found:
        raise changes[0].unfounded
    edits = tuple(found)
    return edits[0] if len(edits) == 1 else Batch(edits=edits, what="Change numbers in the code")


def _check(document: Document, edit: Edit, text: str, changes: list[_Change]) -> None:
    """Refuse an edit that breaks the network, or after which a value is not what was written."""
    first = next(change for change in changes if change.literal.origins)
    try:
        after = listing_of_document(edit.apply(document))
    except BuildError as error:
        problem = error.problem
        parts = (f"{error}.", problem.why, problem.mend)
        raise first.refused(" ".join(part for part in parts if part)) from None
    except EditError as error:
        raise first.refused(f"{error}") from None
    try:
        different = {(c.line, c.column) for c in _changes(after, text)}
    except _RefusedError:
        # another value may be written in another way: like blocks become a loop
        wrong = [change for change in changes if not change.literal.origins]
    else:
        wrong = [change for change in changes if (change.line, change.column) in different]
    if wrong:
        raise wrong[0].unfounded


# -- what was changed -------------------------------------------------------------------------------


def _changes(listing: Listing, text: str) -> list[_Change]:
    """The values in which a text differs from a listing."""
    places = {(found.line, found.column): found for found in listing.literals}
    # what the file says of itself follows from the numbers
    places[1, 0] = Literal(1, 0, 0, ast.get_docstring(ast.parse(listing.text), False), ())
    return list(_Comparison(listing.text, text, places).run())


class _Comparison:
    """Walks the trees of two texts side by side."""

    def __init__(self, old: str, new: str, places: dict[tuple[int, int], Literal]) -> None:
        self._old = old
        self._old_lines = old.splitlines()
        self._new_lines = new.splitlines()
        self._new = new
        self._places = places
        self._at = (1, 0)
        """The last place that is known, in the new text."""

    def run(self) -> Iterator[_Change]:
        yield from self._nodes(ast.parse(self._old), _parsed(self._new))

    def _nodes(self, old: ast.AST, new: ast.AST) -> Iterator[_Change]:
        if isinstance(new, ast.expr | ast.stmt):
            self._at = (new.lineno, _column(self._new_lines, new.lineno, new.col_offset))
        if isinstance(old, ast.expr):
            place = (old.lineno, _column(self._old_lines, old.lineno, old.col_offset))
            literal = self._places.get(place)
            if literal is not None and isinstance(old, ast.Constant | ast.Tuple | ast.UnaryOp):
                value = self._value(literal, new)
                if value != literal.value:
                    yield _Change(literal, value, *self._at)
                return
        if type(old) is not type(new):
            raise self._refused(old)
        for name in old._fields:
            yield from self._fields(old, getattr(old, name, None), getattr(new, name, None))

    def _fields(self, around: ast.AST, old: object, new: object) -> Iterator[_Change]:
        if isinstance(old, ast.AST) and isinstance(new, ast.AST):
            yield from self._nodes(old, new)
        elif isinstance(old, list) and isinstance(new, list):
            for one, other in zip(old, new, strict=False):
                yield from self._fields(around, one, other)
            if len(old) != len(new):
                if len(new) > len(old) and isinstance(new[len(old)], ast.expr | ast.stmt):
                    extra = new[len(old)]
                    column = _column(self._new_lines, extra.lineno, extra.col_offset)
                    self._at = (extra.lineno, column)
                raise self._refused(around)
        elif type(old) is not type(new) or old != new:
            raise self._refused(around)

    def _value(self, literal: Literal, new: ast.AST) -> Value:
        try:
            assert isinstance(new, ast.expr)
            value = freeze(ast.literal_eval(new))
        except (ValueError, TypeError, RecursionError) as error:
            message = FIXED if isinstance(literal.value, str) else "a number has to stand here"
            raise self._problem(message) from error
        if isinstance(value, str) != isinstance(literal.value, str):
            raise self._problem("a number has to stand here")
        if isinstance(value, bool) != isinstance(literal.value, bool):
            wanted = "True or False" if isinstance(literal.value, bool) else "a number"
            raise self._problem(f"{wanted} has to stand here")
        return value

    def _refused(self, old: ast.AST) -> _RefusedError:
        was = ast.get_source_segment(self._old, old) if isinstance(old, ast.expr) else None
        message = FIXED
        if was and "\n" not in was and len(was) <= 60:
            message += f": this was {was}"
        return self._problem(message)

    def _problem(self, message: str) -> _RefusedError:
        return _RefusedError(SourceProblem(*self._at, message))


def _parsed(text: str) -> ast.Module:
    try:
        return ast.parse(text)
    except SyntaxError as error:
        place = (error.lineno or 1, max(0, (error.offset or 1) - 1))
        raise _RefusedError(SourceProblem(*place, error.msg)) from None
    except (ValueError, RecursionError, MemoryError) as error:
        raise _RefusedError(SourceProblem(1, 0, f"this cannot be read: {error}")) from None


def _column(lines: list[str], line: int, offset: int) -> int:
    """A column in characters, of one in UTF-8's bytes."""
    text = lines[line - 1]
    return offset if text.isascii() else len(text.encode()[:offset].decode(errors="ignore"))
