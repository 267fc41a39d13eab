"""Source with what stands where: the lines of every block, and the place of every number.

A block has the line that makes it, the line that runs it and, where it is a class, the lines of
that class, which it shares with its like. What only some look at is worked out when it is asked
for.
"""

from __future__ import annotations

import ast
from bisect import bisect_right
from collections.abc import Hashable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from explorer.analysis.analyze import Analysis
from explorer.exchange.source.declared import Class
from explorer.exchange.source.marks import Extent
from explorer.exchange.source.origins import Origin, Origins
from explorer.exchange.source.places import ClassAt, CountAt, MadeAt, PortsAt, RunAt, ValueAt
from explorer.exchange.source.tree import Body, Ladder, Row, Unit
from explorer.graph.values import Value


class Span(NamedTuple):
    """Lines, counted from 1, both ends included."""

    first: int
    last: int


class Literal(NamedTuple):
    """A value that stands in the text, and what it sets in the document."""

    line: int
    """Counted from 1."""
    column: int
    """Its first character, counted from 0."""
    end: int
    """The column behind its last character."""
    value: Value
    origins: tuple[Origin, ...]
    """The parameters that it is the value of, all of which change with it: one where the relation
    is one to one, several where a class stands for several blocks that agree; none where it follows
    from something else."""

    @property
    def path(self) -> str | None:
        """The block that it came from, if that is one; empty for the document's own parameter."""
        return self.origins[0].path if len(self.origins) == 1 else None

    @property
    def parameter(self) -> str | None:
        return self.origins[0].parameter if len(self.origins) == 1 else None


class Listing:
    """The text of a Python file and what stands where in it."""

    def __init__(
        self,
        text: str,
        analysis: Analysis,
        root: Body,
        class_of: Mapping[Body, Class],
        extents: list[tuple[Hashable, Extent]],
    ) -> None:
        self.text = text
        self.analysis = analysis
        self._root = root
        self._class_of = class_of
        self._extents = extents
        self._starts = [0]
        for line in text.splitlines(keepends=True):
            self._starts.append(self._starts[-1] + len(line))

    @cached_property
    def lines(self) -> Mapping[str, tuple[Span, ...]]:
        """The lines of each block, by its path: those that make it and run it, in their order,
        then those of its class. A block that leaves no trace, such as an identity, has none."""
        spans: dict[Hashable, list[Span]] = {}
        for tag, extent in self._extents:
            spans.setdefault((type(tag), tag), []).append(self._span(extent))
        return _Lines(self._class_of, spans).of(self._root)

    @cached_property
    def literals(self) -> tuple[Literal, ...]:
        """Every value of a constructor that stands in the text, in the order of the text."""
        origins = Origins(self.analysis, self._root, self._class_of)
        found = []
        for tag, extent in self._extents:
            if isinstance(tag, ValueAt | CountAt):
                line = self._line(extent.start)
                start = self._starts[line - 1]
                value = ast.literal_eval(self.text[extent.start : extent.end])
                column, end = extent.start - start, extent.end - start
                found.append(Literal(line, column, end, value, origins.of(tag)))
        return tuple(sorted(found, key=lambda literal: literal[:2]))

    def _line(self, offset: int) -> int:
        return bisect_right(self._starts, offset)

    def _span(self, extent: Extent) -> Span:
        return Span(self._line(extent.start), self._line(max(extent.start, extent.end - 1)))


class _Lines:
    """Follows the network through the classes that its blocks have."""

    def __init__(
        self, class_of: Mapping[Body, Class], spans: Mapping[Hashable, list[Span]]
    ) -> None:
        self._class_of = class_of
        self._spans = spans
        self._own: dict[str, list[Span]] = {}
        self._class: dict[str, Span] = {}

    def of(self, root: Body) -> dict[str, tuple[Span, ...]]:
        self._body(root, "")
        found = {}
        for path in dict.fromkeys((*self._own, *self._class)):
            spans = _merged(self._own.get(path, ()))
            found[path] = (*spans, *([self._class[path]] if path in self._class else []))
        return found

    def _at(self, tag: Hashable) -> list[Span]:
        return self._spans.get((type(tag), tag), [])

    def _body(self, body: Body, path: str) -> None:
        made = self._class_of[body]
        self._class[path] = self._at(ClassAt(made))[0]
        inside = f"{path}." if path else ""
        for name in body.input_names:
            self._add(inside + name, self._at(PortsAt(made, "input")))
        for index, part in enumerate(body.parts):
            run = self._at(RunAt(made, index))
            if isinstance(part.unit, Ladder):
                for name, unit in zip(part.unit.paths, part.unit.rungs, strict=True):
                    self._unit(made, (index,), unit, inside + name, run)
                for name in part.unit.joins:
                    self._add(inside + name, run)
                continue
            self._unit(made, (index,), part.unit, inside + part.path, run)
            names = part.path.split(".")
            for end in range(1, len(names)):
                # transparent blocks have the lines of what they hold
                around = inside + ".".join(names[:end])
                self._add(around, (*self._at(MadeAt(made, (index,))), *run))
        for name in body.output_names:
            self._add(inside + name, self._at(PortsAt(made, "output")))

    def _unit(
        self, made: Class, at: tuple[int, ...], unit: Unit, path: str, run: Iterable[Span]
    ) -> None:
        self._add(path, (*self._at(MadeAt(made, at)), *run))
        if isinstance(unit, Body):
            self._body(unit, path)
        elif isinstance(unit, Row):
            for i, (child, name) in enumerate(zip(unit.children, unit.paths, strict=True)):
                self._unit(made, (*at, i), child, f"{path}.{name}", run)
                names = name.split(".")
                for end in range(1, len(names)):
                    around = f"{path}.{'.'.join(names[:end])}"
                    self._add(around, (*self._at(MadeAt(made, (*at, i))), *run))

    def _add(self, path: str, spans: Iterable[Span]) -> None:
        self._own.setdefault(path, []).extend(spans)


def _merged(spans: Iterable[Span]) -> Iterator[Span]:
    """The same lines in order, each once."""
    last: Span | None = None
    for span in sorted(spans):
        if last is not None and span.first <= last.last + 1:
            last = Span(last.first, max(last.last, span.last))
            continue
        if last is not None:
            yield last
        last = span
    if last is not None:
        yield last
