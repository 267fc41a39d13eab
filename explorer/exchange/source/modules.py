"""Units as the expressions that make them, in a constructor."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from explorer.blocks.description import Shape
from explorer.exchange.source.calls import by_place, defaults
from explorer.exchange.source.columns import Missing
from explorer.exchange.source.declared import Class, Dialect, Slot
from explorer.exchange.source.marks import Marks
from explorer.exchange.source.names import assigned
from explorer.exchange.source.places import CountAt, MadeAt, ValueAt
from explorer.exchange.source.printing import (
    Bracketed,
    Piece,
    Repeated,
    lay_out,
    literal,
    within,
)
from explorer.exchange.source.tree import Body, Call, Ladder, Part, Row, Unit

FEWEST_REPEATED = 3
"""Equal modules in a row from which on they are written as a loop."""


class _Made(NamedTuple):
    """The making of one module: a call, and its arguments as (keyword, text)."""

    head: str
    arguments: tuple[tuple[str, str], ...]
    slots: tuple[tuple[Slot, ...], ...]
    """Of each argument: where the value stands, if its text is one."""


def constructor(made: Class, class_of: Mapping[Body, Class], marks: Marks) -> list[str]:
    """The lines of ``__init__``, without those of a class whose modules need none."""
    writer = _Writer(made, class_of, marks)
    signature = Bracketed(
        "def __init__(",
        ("self", *(_parameter(argument) for argument in _shown(made))),
        ") -> None:",
        stacked=True,
    )
    lines = [*lay_out(signature, 4), " " * 8 + "super().__init__()"]
    lines += [f"{' ' * 8}{name} = {text}" for name, text in made.locals]
    for index, part in enumerate(made.body.parts):
        lines += marks.around(MadeAt(made, (index,)), writer.part(index, part))
    return lines


def _shown(made: Class) -> Iterator[tuple[str, str, str]]:
    for argument in made.arguments:
        default = argument.default
        text = "" if isinstance(default, Missing) else literal(default)
        yield argument.name, argument.annotation, text


def _parameter(argument: tuple[str, str, str]) -> str:
    name, annotation, default = argument
    return f"{name}: {annotation}" + (f" = {default}" if default else "")


class _Writer:
    def __init__(self, made: Class, class_of: Mapping[Body, Class], marks: Marks) -> None:
        self.made = made
        self.class_of = class_of
        self.marks = marks

    def part(self, index: int, part: Part) -> list[str]:
        unit = self.made.group.units[index]
        if isinstance(unit, Ladder):
            return self._ladder(unit, (index,))
        condition = self.made.conditions.get(index)
        if condition is None:
            if not has_module(unit):
                return []
            before, piece = assigned(part.name, self.piece(unit, (index,)))
            return lay_out(piece, 8, before)
        # the module's own type would not take the other one
        dialect = self.made.dialect
        before, piece = assigned(part.name, dialect.identity, f": {dialect.module}")
        lines = [*lay_out(piece, 8, before), f"{' ' * 8}if {condition}:"]
        before, piece = assigned(part.name, self.piece(unit, (index,)))
        return lines + lay_out(piece, 12, before)

    def piece(self, unit: Unit, at: Slot) -> Piece:
        if isinstance(unit, Row):
            return self._row(unit, at)
        return self._call(self._made(unit, at))

    def _call(self, made: _Made) -> Piece:
        items = []
        for (keyword, text), slots in zip(made.arguments, made.slots, strict=True):
            if slots:
                text = self.marks.put(ValueAt(self.made, slots), text)
            items.append(f"{keyword}={text}" if keyword else text)
        return Bracketed(f"{made.head}(", tuple(items))

    def _made(self, unit: Call | Body | Ladder, at: Slot) -> _Made:
        texts = self.made.texts
        found: list[tuple[str, str]] = []
        slots: list[tuple[Slot, ...]] = []

        def give(keyword: str, name: str) -> None:
            slot = (*at, name)
            found.append((keyword, texts[slot]))
            slots.append((slot,) if slot in self.made.numbers else ())

        if isinstance(unit, Body):
            its = self.class_of[unit]
            for argument in its.arguments:
                text = texts[(*at, argument.name)]
                default = argument.default
                if isinstance(default, Missing):
                    give("", argument.name)
                elif text != literal(default):
                    give(argument.name, argument.name)
            return _Made(its.name, tuple(found), tuple(slots))
        assert isinstance(unit, Call)
        operation = unit.operation
        placed, usual = by_place(operation), defaults(operation)
        for name in placed:
            give("", name)
        given = [name for name, _ in operation.kwargs]
        named = [*usual, *(name for name in given if name not in usual)]
        for name in named:
            text = texts[(*at, name)]
            if name not in placed and not (name in usual and text == literal(usual[name])):
                give(name, name)
        return _Made(operation.target, tuple(found), tuple(slots))

    def _row(self, row: Row, at: Slot) -> Piece:
        """An nn.Sequential; many like modules one after the other as a loop."""
        items: list[Piece] = []
        comments: list[str] = []
        made = [
            self._made(child, (*at, i)) if not isinstance(child, Row) else None
            for i, child in enumerate(row.children)
        ]
        i = 0
        size: tuple[int, ...] | None = None
        while i < len(made):
            first = made[i]
            run = 1 if first is None else _run(made[i:])
            if first is None:
                piece = self.piece(row.children[i], (*at, i))
            elif run >= FEWEST_REPEATED:
                piece = self._loop(made[i : i + run], at, i)
            else:
                run = 1
                piece = self._call(first)
            for j in range(i, i + run):
                piece = within(piece, self.marks.pair(MadeAt(self.made, (*at, j))))
            items.append(piece)
            i += run
            after = row.shapes[i - 1]
            changed = size is not None and after[1:] != size
            comments.append(
                shape_comment(after, self.made.dialect) if changed and self.made.single else ""
            )
            size = after[1:]
        dialect = self.made.dialect
        if dialect.listed:
            children = Bracketed("[", tuple(items), "]", tuple(comments), True)
            return Bracketed(f"{dialect.row}(", (children,))
        return Bracketed(f"{dialect.row}(", tuple(items), ")", tuple(comments), True)

    def _ladder(self, ladder: Ladder, at: Slot) -> list[str]:
        """Modules that differ in numbers which grow by a constant step, made in a loop."""
        texts, unit = self.made.texts, ladder.rungs[0]
        assert isinstance(unit, Body)
        its, arguments = self.class_of[unit], []
        for argument in its.arguments:
            slot = (*at, 0, argument.name)
            text, step = texts[slot], texts.get((*slot, "step"))
            if step not in (None, "0"):
                text = f"{text} + i" if step == "1" else f"{text} + {step} * i"
            if isinstance(argument.default, Missing):
                arguments.append(("", text))
            elif text != literal(argument.default):
                arguments.append((argument.name, text))
        call = self._call(_Made(its.name, tuple(arguments), ((),) * len(arguments)))
        number = f"{{i + {ladder.start}}}" if ladder.start else "{i}"
        name = f'f"{ladder.stem}{number}"'
        lines = [f"{' ' * 8}for i in range({texts[(*at, 'count')]}):"]
        return lines + lay_out(Bracketed("self.add_module(", (name, call)), 12)

    def _loop(self, run: Sequence[_Made | None], at: Slot, start: int) -> Piece:
        """Modules whose numbers grow by a constant step, or in nothing, as a loop."""
        made = [one for one in run if one is not None]
        first, second = made[:2]
        steps = _steps(first, second)
        assert steps is not None
        arguments, slots = [], []
        for i, ((name, text), step) in enumerate(zip(first.arguments, steps, strict=True)):
            if step:
                times = "i" if abs(step) == 1 else f"{abs(step)} * i"
                text = f"{text} {'+' if step > 0 else '-'} {times}"
            arguments.append((name, text))
            all_there = not step and all(one.slots[i] for one in made)
            slots.append(tuple(s for one in made for s in one.slots[i]) if all_there else ())
        item = self._call(_Made(first.head, tuple(arguments), tuple(slots)))
        count = self.marks.put(CountAt(self.made, at, start, len(made)), str(len(made)))
        return Repeated(item, "i" if any(steps) else "_", count)


def has_module(unit: Unit) -> bool:
    """Whether a unit needs a module of its own in a class: what is done by a function does not."""
    if isinstance(unit, Call):
        return unit.operation.is_module and not unit.operation.function
    return True


def shape_comment(shape: Shape, dialect: Dialect) -> str:
    if dialect.channels_last:
        shape = (*shape[1:], shape[0])
    return f"(N, {', '.join(map(str, shape))})"


def _run(made: Sequence[_Made | None]) -> int:
    """How many at the beginning differ in numbers that grow by a constant step, or in nothing."""
    first = made[0]
    second = made[1] if len(made) > 1 else None
    if first is None or second is None:
        return 1
    steps = _steps(first, second)
    if steps is None:
        return 1
    count = 2
    for before, after in pairwise(made[1:]):
        if before is None or after is None or _steps(before, after) != steps:
            break
        count += 1
    return count


def _steps(before: _Made, after: _Made) -> tuple[int, ...] | None:
    """What is added to each argument from one to the next; None where that is not all."""
    if before.head != after.head or len(before.arguments) != len(after.arguments):
        return None
    steps = []
    for (name, a), (other, b) in zip(before.arguments, after.arguments, strict=True):
        if name != other or (a != b and not (a.isdecimal() and b.isdecimal())):
            return None
        steps.append(0 if a == b else int(b) - int(a))
    return tuple(steps)
