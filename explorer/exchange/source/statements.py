"""The statements of a forward: which calls stand within others, and what values are called.

A norm, an activation or a flatten stands around what it is applied to; what is joined at once
stands within the sum or concatenation; everything else has a line. Calls keep their order, which
decides what a dropout draws.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from explorer.blocks.description import Operation, Role
from explorer.exchange.source.declared import Class
from explorer.exchange.source.modules import has_module
from explorer.exchange.source.names import accessed
from explorer.exchange.source.printing import literal
from explorer.exchange.source.tree import Call, Part

DEEPEST = 3
LONGEST = 66
"""Nesting beyond these is not readable at a glance."""


@dataclass(frozen=True)
class Ref:
    """A value that has a name."""

    value: int


@dataclass(frozen=True)
class Apply:
    """A call: ``open a, b close``."""

    open: str
    operands: tuple[Expression, ...]
    close: str = ")"
    listed: bool = False
    """Whether the operands stand in a list of their own."""
    more: tuple[str, ...] = ()
    """Arguments after the operands."""
    part: int = -1
    """Which part of the body it is the call of."""


@dataclass(frozen=True)
class Join:
    """``a + b``."""

    operator: str
    operands: tuple[Expression, ...]
    part: int = -1


Expression = Ref | Apply | Join


@dataclass
class Statement:
    """``targets = expression``; without targets nothing uses what the call gives."""

    targets: tuple[int, ...]
    expression: Expression
    aside: bool
    wanted: str
    """What its value could be called."""


@dataclass
class Forward:
    """What a forward does, in order."""

    statements: list[Statement]
    outputs: list[Expression]
    auxiliary: list[Expression]


def forward_of(made: Class) -> Forward:
    return _Reader(made).read()


@dataclass
class _Pending:
    value: int
    expression: Expression
    wanted: str
    aside: bool


class _Reader:
    def __init__(self, made: Class) -> None:
        self.made = made
        self.body = made.body
        self.statements: list[Statement] = []
        self.pending: list[_Pending] = []
        self.alias: dict[int, int] = {}
        """Values that an identity passes on."""
        for index, part in enumerate(self.body.parts):
            if self._is_identity(index, part):
                self.alias[part.writes[0]] = self._source(part.reads[0])
        self.uses = Counter(
            self._source(v)
            for i, part in enumerate(self.body.parts)
            if not self._is_identity(i, part)
            for v in part.reads
        )
        self.uses.update(map(self._source, (*self.body.outputs, *self.body.auxiliary)))
        if self.body.auxiliary:
            # these go out in both modes
            self.uses.update(map(self._source, self.body.outputs))

    def read(self) -> Forward:
        for index, part in enumerate(self.body.parts):
            if not self._is_identity(index, part):
                self._part(index, part)
        if self.body.auxiliary:
            if any(p.aside for p in self.pending):
                values = [*self.body.outputs, *self.body.auxiliary]
                both = self._operands(tuple(map(self._source, values)), DEEPEST, 4 * LONGEST)
                count = len(self.body.outputs)
                plain = [Ref(self._source(v)) for v in self.body.outputs]
                return Forward(self.statements, list(plain), both[count:])
            self._flush()
            refs = [[Ref(self._source(v)) for v in vs] for vs in self._outgoing()]
            return Forward(self.statements, list(refs[0]), list(refs[1]))
        outputs = self._operands(tuple(map(self._source, self.body.outputs)), DEEPEST, 4 * LONGEST)
        return Forward(self.statements, outputs, [])

    def _outgoing(self) -> tuple[Sequence[int], Sequence[int]]:
        return self.body.outputs, self.body.auxiliary

    def _is_identity(self, index: int, part: Part) -> bool:
        unit = self.made.group.units[index]
        optional = index in self.made.conditions
        return isinstance(unit, Call) and unit.operation.function == "{}" and not optional

    def _source(self, value: int) -> int:
        return self.alias.get(value, value)

    def _part(self, index: int, part: Part) -> None:
        unit = self.made.group.units[index]
        operation = unit.operation if isinstance(unit, Call) else None
        by_function = not has_module(unit) and index not in self.made.conditions
        if self.pending and self.pending[-1].aside != part.aside:
            self._flush()
        deepest = 0
        if by_function and operation is not None and operation.is_module:
            deepest = DEEPEST - 2
        elif by_function:
            deepest = 1
        elif isinstance(unit, Call) and unit.role in (Role.NORM, Role.ACTIVATION):
            deepest = DEEPEST - 1
        operands = tuple(self._operands(tuple(map(self._source, part.reads)), deepest))
        expression: Expression
        if by_function:
            assert operation is not None
            if not self.uses[part.writes[0]]:
                # a function changes nothing, so what nothing uses need not be computed
                self._keep(operands, part)
                return
            expression = replace(_applied(operation, operands), part=index)
        else:
            expression = Apply(f"{accessed(part.name)}(", operands, part=index)
        if len(part.writes) == 1 and self.uses[part.writes[0]] == 1:
            self.pending.append(_Pending(part.writes[0], expression, part.name, part.aside))
            return
        self._flush()
        used = any(self.uses[v] for v in part.writes)
        targets = part.writes if used else ()
        self.statements.append(Statement(targets, expression, part.aside, part.name))

    def _keep(self, operands: tuple[Expression, ...], part: Part) -> None:
        """Calls that a value which nothing uses was made of are made all the same."""
        for operand in operands:
            if isinstance(operand, Apply):
                self.statements.append(Statement((), operand, part.aside, part.name))

    def _operands(
        self, values: tuple[int, ...], deepest: int, longest: int = LONGEST
    ) -> list[Expression]:
        """Expressions for values: those that may stand within the next call, names of others."""
        waiting = {p.value for p in self.pending}
        wanted = [v for v in values if v in waiting]
        if not wanted:
            return [Ref(v) for v in values]
        count = 0
        # those that come last, in the same order: what is called keeps its order
        for size in range(len(wanted), 0, -1):
            tail = self.pending[len(self.pending) - size :]
            if [p.value for p in tail] == wanted[len(wanted) - size :] and all(
                _depth(p.expression) <= deepest and _length(p.expression) <= longest for p in tail
            ):
                count = size
                break
        if len(values) > 2 and count < len(wanted):
            # branches side by side read best when all of them look alike
            count = 0
        split = len(self.pending) - count
        keep, self.pending = self.pending[split:], self.pending[:split]
        self._flush()
        inline = {p.value: p.expression for p in keep}
        return [inline.get(v, Ref(v)) for v in values]

    def _flush(self) -> None:
        for p in self.pending:
            self.statements.append(Statement((p.value,), p.expression, p.aside, p.wanted))
        self.pending = []


def _applied(operation: Operation, operands: tuple[Expression, ...]) -> Apply | Join:
    """A function, or what is written as one by a pattern of its own, applied to values."""
    if operation.function:
        before, _, after = operation.function.partition("{}")
        if after.startswith(", ") and after.endswith(")"):
            return Apply(before, operands, ")", False, (after[2:-1],))
        return Apply(before, operands, after)
    if operation.target in _OPERATORS:
        return Join(_OPERATORS[operation.target], operands)
    if operation.target == "torch.cat":
        kwargs = dict(operation.kwargs)
        return Apply("torch.cat(", operands, ")", True, (literal(kwargs["dim"]),))
    if operation.target == "keras.ops.concatenate":
        return Apply("keras.ops.concatenate(", operands, ")", True, ("axis=-1",))
    more = tuple(f"{name}={literal(value)}" for name, value in operation.kwargs)
    return Apply(f"{operation.target}(", operands, ")", False, more)


_OPERATORS = {"add": "+", "mul": "*", "sub": "-", "div": "/"}


def _depth(expression: Expression) -> int:
    if isinstance(expression, Ref):
        return 0
    inside = max(map(_depth, expression.operands), default=0)
    # a subscript is read as easily as a name
    return inside if isinstance(expression, Apply) and not expression.open else 1 + inside


def _length(expression: Expression) -> int:
    if isinstance(expression, Ref):
        return 4
    own = len(expression.open) + 1 if isinstance(expression, Apply) else 0
    return own + sum(_length(o) + 3 for o in expression.operands)
