"""A forward as source: values named, lines laid out, shapes where they change."""

from __future__ import annotations

from collections.abc import Iterator

from explorer.exchange.source.declared import Class
from explorer.exchange.source.marks import Marks
from explorer.exchange.source.modules import shape_comment
from explorer.exchange.source.names import variable
from explorer.exchange.source.places import PortsAt, RunAt
from explorer.exchange.source.printing import (
    Bracketed,
    Infix,
    Piece,
    flat,
    lay_out,
    with_comment,
    within,
)
from explorer.exchange.source.statements import (
    Apply,
    Expression,
    Forward,
    Join,
    Ref,
    Statement,
    forward_of,
)
from explorer.exchange.source.tree import Ladder

FAR = 4
"""A value used after so many other statements, and before that, gets a name of its own."""


def forward(made: Class, marks: Marks) -> list[str]:
    """The lines of ``forward``."""
    return _Writer(made, marks).lines()


class _Writer:
    def __init__(self, made: Class, marks: Marks) -> None:
        self.made = made
        self.marks = marks
        self.body = made.body
        self.plan: Forward = forward_of(made)
        self.names: dict[int, str] = {}
        self._name_values()

    # -- names ------------------------------------------------------------------------------------

    def _name_values(self) -> None:
        body, statements = self.body, self.plan.statements
        end = len(statements)
        readers: dict[int, list[int]] = {}
        for i, statement in enumerate(statements):
            for value in dict.fromkeys(_values(statement.expression)):
                readers.setdefault(value, []).append(i)
        for expression in (*self.plan.outputs, *self.plan.auxiliary):
            for value in _values(expression):
                readers.setdefault(value, []).append(end)
        last = {value: places[-1] for value, places in readers.items()}
        for value, name in enumerate(body.input_names):
            wanted = name if len(body.input_names) > 1 else "x"
            self.names[value] = variable(wanted, self.names.values())
        holder = {name: value for value, name in self.names.items()}
        for i, statement in enumerate(statements):
            # a name is free once its value is not read after this statement
            busy = {name for name, value in holder.items() if last.get(value, -1) > i}
            read = [self.names[v] for v in _values(statement.expression)]
            for value in statement.targets:
                places = readers.get(value, [])
                name = self._name(statement, places, i, busy, read)
                busy.add(name)
                self.names[value] = name
                holder[name] = value

    def _name(
        self, statement: Statement, places: list[int], i: int, busy: set[str], read: list[str]
    ) -> str:
        """What to call a value that the statements at ``places`` read."""
        if not places:
            return "_"
        several = len(statement.targets) > 1
        far = len(set(places)) > 1 and places[-1] > i + FAR
        at_once = places[0] == i + 1
        ends = places[0] == len(self.plan.statements)
        if not several and not far:
            for name in ("x", "out"):
                # the one that was read goes on; else the shorter, if free
                if name in read and name not in busy and (at_once or ends):
                    return "x" if "x" not in busy and self._has_x() else name
            if at_once or self._is_added(places[0]):
                for name in ("x", "out"):
                    if name not in busy and (name != "x" or self._has_x()):
                        return name
        return variable(statement.wanted, busy)

    def _has_x(self) -> bool:
        return len(self.body.input_names) == 1

    def _is_added(self, place: int) -> bool:
        if place >= len(self.plan.statements):
            return False
        return _holds_sum(self.plan.statements[place].expression)

    # -- lines ------------------------------------------------------------------------------------

    def lines(self) -> list[str]:
        names = [self.names[v] for v in range(len(self.body.input_names))]
        dialect = self.made.dialect
        training = ["training: bool = False"] if self.body.auxiliary else []
        if not dialect.training.isidentifier():
            training = []
        signature = Bracketed(
            f"def {dialect.forward}(",
            ("self", *(f"{name}: {dialect.tensor}" for name in names), *training),
            f") -> {self._returned()}:",
            stacked=True,
        )
        lines = self.marks.around(PortsAt(self.made, "input"), lay_out(signature, 4))
        if self.body.parts and isinstance(self.body.parts[0].unit, Ladder):
            loop = ["for layer in self.children():", "    x = torch.cat([x, layer(x)], 1)"]
            lines += self.marks.around(RunAt(self.made, 0), [" " * 8 + line for line in loop])
            return lines + self.marks.around(PortsAt(self.made, "output"), [" " * 8 + "return x"])
        aside = False
        for statement in self.plan.statements:
            if statement.aside and not aside:
                lines.append(" " * 8 + f"if {dialect.training}:")
            aside = statement.aside
            lines += self._statement(statement, 12 if aside else 8)
        outputs = self.plan.outputs
        if self.plan.auxiliary or self.body.auxiliary:
            if not aside:
                lines.append(" " * 8 + f"if {dialect.training}:")
            both = [*map(self._ref_of, self.body.outputs)]
            lines += self._returned_here([*both, *self.plan.auxiliary], 12)
        return lines + self._returned_here(outputs, 8)

    def _returned_here(self, outputs: list[Expression], indent: int) -> list[str]:
        return self.marks.around(PortsAt(self.made, "output"), self._return(outputs, indent))

    def _ref_of(self, value: int) -> Expression:
        return self.plan.outputs[self.body.outputs.index(value)]

    def _returned(self) -> str:
        count = len(self.body.outputs)
        tensor = self.made.dialect.tensor
        if self.body.auxiliary:
            if count + len(self.body.auxiliary) == 1 or count == 1:
                return f"{tensor} | tuple[{tensor}, ...]"
            return f"tuple[{tensor}, ...]"
        if count == 1:
            return tensor
        return f"tuple[{', '.join([tensor] * count) or '()'}]"

    def _return(self, outputs: list[Expression], indent: int) -> list[str]:
        if len(outputs) == 1:
            comment = self._change(outputs[0], self.body.outputs[:1])
            return with_comment(lay_out(self._piece(outputs[0]), indent, "return "), comment)
        if not outputs:
            return [" " * indent + "return ()"]
        pieces = tuple(self._piece(o) for o in outputs)
        bare = lay_out(Bracketed("", pieces, ""), indent, "return ")
        return bare if len(bare) == 1 else lay_out(Bracketed("(", pieces), indent, "return ")

    def _statement(self, statement: Statement, indent: int) -> list[str]:
        before = ", ".join(self.names[v] for v in statement.targets)
        piece = self._piece(statement.expression)
        if not statement.targets:
            return with_comment(lay_out(piece, indent), "nothing uses this")
        comment = self._change(statement.expression, statement.targets)
        return with_comment(lay_out(piece, indent, f"{before} = "), comment)

    def _change(self, expression: Expression, targets: tuple[int, ...]) -> str:
        """The shape of a value where it is another than that of what it is made from."""
        if not self.made.single or len(targets) != 1 or isinstance(expression, Ref):
            return ""
        shapes = self.body.shapes
        after = shapes[targets[0]]
        before = next((shapes[v] for v in _values(expression)), None)
        return shape_comment(after, self.made.dialect) if after != before else ""

    def _piece(self, expression: Expression) -> Piece:
        if isinstance(expression, Ref):
            return self.names[expression.value]
        pair = self.marks.pair(RunAt(self.made, expression.part))
        if isinstance(expression, Join):
            return within(Infix(expression.operator, self._operands(expression)), pair)
        if not expression.open:
            # a subscript: no bracket stands before its operand in which a line could be broken
            return "".join(map(flat, self._operands(expression))) + "".join(pair) + expression.close
        items = tuple(self._piece(o) for o in expression.operands)
        if expression.listed:
            items = (Bracketed("[", items, "]"),)
        items = (*items, *expression.more)
        if all(isinstance(o, Ref) for o in expression.operands):
            return within(Bracketed(expression.open, items, expression.close), pair)
        # what stands within has lines of its own
        return Bracketed("".join(pair) + expression.open, items, expression.close)

    def _operands(self, expression: Apply | Join) -> tuple[Piece, ...]:
        return tuple(map(self._operand, expression.operands))

    def _operand(self, expression: Expression) -> Piece:
        piece = self._piece(expression)
        if isinstance(expression, Join):
            # rounding depends on what is added first
            return Bracketed("(", (piece,), ")")
        return piece


def _values(expression: Expression) -> Iterator[int]:
    if isinstance(expression, Ref):
        yield expression.value
    else:
        for operand in expression.operands:
            yield from _values(operand)


def _holds_sum(expression: Expression) -> bool:
    if isinstance(expression, Join):
        return True
    return isinstance(expression, Apply) and any(map(_holds_sum, expression.operands))
