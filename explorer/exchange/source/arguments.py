"""A class generalised over the numbers in which its instances differ.

Every number that stands in a class, in a call of torch or of another class, is a column: its
values in all instances. A column of one value is written out; others become arguments. Equal
columns share one, which is called after the block's own parameter where that has the same values,
otherwise after the layer; columns in a simple relation to an argument are written as that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from explorer.exchange.source.calls import Literal, arguments, same
from explorer.exchange.source.classes import Group, is_identity
from explorer.exchange.source.columns import (
    MISSING,
    Column,
    Missing,
    agree,
    is_constant,
    key_of,
    values,
)
from explorer.exchange.source.declared import TORCH, Argument, Class, Dialect, Slot
from explorer.exchange.source.names import variable
from explorer.exchange.source.printing import literal
from explorer.exchange.source.relations import relation
from explorer.exchange.source.tree import Body, Call, Ladder, Row, Unit
from explorer.exchange.source.words import USUAL, Word, family, words_of

MANY = 4
"""Places that an expression without a word of its own must have to be given a name."""


class Known(NamedTuple):
    """A column that has an expression."""

    text: str
    column: Column
    family: str
    argument: Argument | None = None


def generalise(
    group: Group,
    name: str,
    class_of: Mapping[Body, Class],
    taken: frozenset[str],
    dialect: Dialect = TORCH,
) -> Class:
    """The class of a group. The classes of the bodies inside are known already; ``taken`` are
    names that no argument may have."""
    found = Class(name, group, dialect)
    _Generaliser(found, class_of, taken).run()
    return found


class _Generaliser:
    def __init__(self, made: Class, class_of: Mapping[Body, Class], taken: frozenset[str]) -> None:
        self.made = made
        self.members = made.group.members
        self.class_of = class_of
        self.taken = set(taken)
        self.columns = self._columns()
        self.words = words_of(self.members)
        self.known: list[Known] = []
        self.derived: dict[str, list[Slot]] = {}
        """Slots of every expression that is no argument."""

    def run(self) -> None:
        whole: dict[tuple[str, object], list[Slot]] = {}
        partial: list[Slot] = []
        for slot, column in self.columns.items():
            if MISSING in column:
                partial.append(slot)
            elif is_constant(column):
                self._write(slot, column)
            else:
                whole.setdefault((family(str(slot[-1])), key_of(column)), []).append(slot)
        unnamed = [slots for slots in whole.values() if not self._by_word(slots, False)]
        for slots in unnamed:
            if not self._by_relation(slots) and not self._by_word(slots, True):
                self._by_place(slots)
        for slot in partial:
            self._partial(slot)
        for index in sorted(self.made.group.optional):
            self._condition(index)
        for text, slots in self.derived.items():
            self._name(text, slots)
        self._order()

    # -- columns ----------------------------------------------------------------------------------

    def _columns(self) -> dict[Slot, Column]:
        found: dict[Slot, list[Literal | Missing]] = {}
        for i, body in enumerate(self.members):
            for index, part in enumerate(body.parts):
                for slot, value in self._slots(part.unit, (index,)):
                    column = found.setdefault(slot, [MISSING] * len(self.members))
                    column[i] = value
        return {slot: tuple(column) for slot, column in found.items()}

    def _slots(self, unit: Unit, at: Slot) -> Iterator[tuple[Slot, Literal]]:
        match unit:
            case Row():
                for i, child in enumerate(unit.children):
                    yield from self._slots(child, (*at, i))
            case Ladder():
                yield (*at, "count"), len(unit.rungs)
                first, second = (dict(self._slots(rung, (*at, 0))) for rung in unit.rungs[:2])
                for slot, value in first.items():
                    yield slot, value
                    other = second[slot]
                    if type(value) is int and type(other) is int:
                        yield (*slot, "step"), other - value
            case Body():
                for argument in self.class_of[unit].arguments:
                    yield (*at, argument.name), argument.values[unit]
            case Call() if unit.operation.is_module:
                for name, value in arguments(unit.operation).items():
                    yield (*at, name), value

    # -- whole columns ----------------------------------------------------------------------------

    def _by_word(self, slots: list[Slot], outcomes: bool) -> bool:
        """Make the slots an argument called after a word with the same values, if there is one."""
        column = self.columns[slots[0]]
        own, key = family(str(slots[0][-1])), key_of(column)
        names = {str(slot[-1]) for slot in slots}
        fitting = [w for w in self.words if family(w.name) == own and key_of(w.column) == key]
        if all(word.is_outcome for word in fitting) and not (fitting and outcomes):
            return False
        word = next((w for w in fitting if w.name in names), fitting[0])
        for side in ("channels", "features"):
            if {f"in_{side}", f"out_{side}"} <= {w.name for w in fitting} and not any(
                w.name == side for w in self.words
            ):
                word = Word(side, column)
        self._use(self._argument(word.name, column, word.default), slots)
        return True

    def _by_relation(self, slots: list[Slot]) -> bool:
        """Write the slots as an expression of an argument, if there is a simple one."""
        column, own = self.columns[slots[0]], family(str(slots[0][-1]))
        key = key_of(column)
        is_outcome = any(w.is_outcome and key_of(w.column) == key for w in self.words)
        used = {known.text for known in self.known}
        bases: list[Known | Word] = [k for k in self.known if k.argument is not None]
        bases += [w for w in self.words if not w.is_outcome and w.name not in used]
        for base in bases:
            name = base.text if isinstance(base, Known) else base.name
            # that twice as many come out as come in says less than both numbers
            if is_outcome and name.startswith("in_"):
                continue
            if relation(column, own, name, base.column, family(name)) is None:
                continue
            if isinstance(base, Word):
                base = self._argument(base.name, base.column, base.default)
            text = relation(column, own, base.text, base.column, base.family)
            assert text is not None
            known = Known(text, column, own)
            self.known.append(known)
            self._use(known, slots)
            return True
        return False

    def _by_place(self, slots: list[Slot]) -> None:
        name = str(slots[0][-1])
        own = self._place(slots[0])
        column = self.columns[slots[0]]
        self._use(self._argument(own, column, USUAL.get(name), family(name)), slots)

    def _place(self, slot: Slot) -> str:
        """``conv1_out_channels``."""
        part = self.members[0].parts[int(slot[0])].name
        return "_".join((part, *map(str, slot[1:])))

    def _argument(self, name: str, column: Column, default: Literal = None, own: str = "") -> Known:
        own = own or family(name)
        name = variable(name, self.taken)
        self.taken.add(name)
        # instances that have an identity instead take any value
        fill = values(column)[0]
        filled = [fill if isinstance(value, Missing) else value for value in column]
        argument = Argument(name, dict(zip(self.members, filled, strict=True)))
        usual = USUAL.get(name, None if own in ("channels", "kernel", "size") else default)
        if usual is not None and any(same(usual, value) for value in filled):
            argument.default = usual
        self.made.arguments.append(argument)
        known = Known(name, tuple(filled), own, argument)
        self.known.append(known)
        return known

    def _use(self, known: Known, slots: list[Slot]) -> None:
        for slot in slots:
            self.made.texts[slot] = known.text
            if known.argument is None:
                self.derived.setdefault(known.text, []).append(slot)

    def _write(self, slot: Slot, column: Column) -> None:
        """The one value of a column."""
        self.made.texts[slot] = literal(values(column)[0])
        self.made.numbers.add(slot)

    # -- optional parts ---------------------------------------------------------------------------

    def _partial(self, slot: Slot) -> None:
        """Find an expression that agrees wherever the slot of an optional part has a value."""
        column, name = self.columns[slot], str(slot[-1])
        own = family(name)
        if own in ("channels", "stride"):
            used = {known.text for known in self.known}
            fitting: list[Known | Word] = [k for k in self.known if k.family == own]
            fitting += [w for w in self.words if family(w.name) == own and w.name not in used]
            fitting = [found for found in fitting if agree(column, found.column)]
            wanted = {"num_features": "out_channels"}.get(name, name)
            found = next((f for f in fitting if self._word(f) == wanted), None)
            if found is None and fitting:
                found = fitting[0]
            if isinstance(found, Word):
                found = self._argument(found.name, found.column, found.default)
            if found is not None:
                self._use(found, [slot])
                return
        if is_constant(column):
            self._write(slot, column)
        else:
            self._use(self._argument(self._place(slot), column, None, own), [slot])

    def _word(self, found: Known | Word) -> str:
        """What a column is called, though it be written as an expression."""
        if isinstance(found, Word):
            return found.name
        key = key_of(found.column)
        names = [word.name for word in self.words if key_of(word.column) == key]
        return found.text if found.text in names or not names else names[-1]

    def _condition(self, index: int) -> None:
        """Say when an optional part is a module."""
        present = tuple(not is_identity(body.parts[index].unit) for body in self.members)
        text = self._natural(present)
        if text is None:
            name = self.members[0].parts[index].name
            text = self._argument(name, present, False, "flag").text
        self.made.conditions[index] = text

    def _natural(self, present: tuple[bool, ...]) -> str | None:
        """``stride != 1 or in_channels != out_channels``, or a part of it, where it is true of the
        instances that have the module and of no others."""
        atoms: list[tuple[str, list[bool]]] = []
        stride = next((k for k in self.known if k.family == "stride" and k.argument), None)
        if stride is not None:
            truth = [not same(v, 1) for v in values(stride.column)]
            atoms.append((f"{stride.text} != 1", truth))
        sides = ("in_channels", "out_channels")
        ends = [next((k for k in self.known if self._word(k) == side), None) for side in sides]
        before, after = ends
        if before is not None and after is not None:
            pairs = zip(values(before.column), values(after.column), strict=True)
            atoms.append((f"{before.text} != {after.text}", [not same(*pair) for pair in pairs]))
        for choice in ([atoms] if len(atoms) > 1 else []) + [[atom] for atom in atoms]:
            truths = zip(*(truth for _, truth in choice), strict=True)
            if tuple(map(any, truths)) == present:
                return " or ".join(text for text, _ in choice)
        return None

    # -- the end ----------------------------------------------------------------------------------

    def _name(self, text: str, slots: list[Slot]) -> None:
        """Give an expression that stands in several places a name: its word, or where it stands
        first."""
        known = next(k for k in self.known if k.text == text and k.argument is None)
        word, conditions = self._word(known), self.made.conditions
        inside = [index for index, condition in conditions.items() if text in condition]
        count = len(slots) + len(inside)
        if count < (MANY if word == text else 2):
            return
        name = variable(self._place(slots[0]) if word == text else word, self.taken)
        self.taken.add(name)
        self.made.locals.append((name, text))
        self.made.texts.update(dict.fromkeys(slots, name))
        for index in inside:
            conditions[index] = re.sub(rf"\b{re.escape(text)}\b", name, conditions[index])

    def _order(self) -> None:
        """Channels in first, then in the order of the block's parameters, defaults last."""
        place = {"channels": 0, "features": 0}
        place.update({word.name: i for i, word in enumerate(self.words)})
        self.made.arguments.sort(
            key=lambda a: (a.default is not MISSING, place.get(a.name, len(place)))
        )
