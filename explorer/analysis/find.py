"""Finding blocks of a network by name, type, shape or value.

A query is words parted by spaces; a block is found where all of them hold:

- ``conv1``, ``layer2.0``: part of its path, its type or its title, in any case;
- ``128x28x28``: the shape that goes out (or in, with ``input=``); ``3x3``: the kernel, or height
  and width of what goes out;
- ``type:conv``, ``name:conv1``: part of that alone;
- ``params>1M``, ``macs>=10M``, ``field<100``: any figure; ``stride=2``, ``groups!=1``: any
  parameter of a block;
- ``73728``: a figure or parameter of exactly this value, or a block of this name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from math import inf
from operator import eq, ge, gt, le, lt, ne

from explorer.analysis.analyze import Row
from explorer.analysis.columns import BY_ID, Figures, amount, type_title
from explorer.blocks.description import Shape

Test = Callable[[Row, Figures], bool]

EXAMPLES = "conv1, type:conv, 128x28x28, 3x3, stride=2, params>1M, field<100"

FIGURES = {
    "params": "parameters",
    "parameters": "parameters",
    "trainable": "trainable",
    "macs": "macs",
    "flops": "flops",
    "other": "other",
    "full": "full",
    "activations": "activations",
    "memory": "memory",
    "field": "field",
    "field_stride": "field_stride",
    "time": "time",
}
"""What figures are called in a query, and the columns that they are."""

_SHORT = {"kernel": "kernel_size"}
"""Short names of parameters."""

_SPOKEN = "params, macs, flops, activations, memory, field, time, channels, kernel, stride"

_OPERATORS: dict[str, Callable[[float, float], bool]] = {
    "=": eq, ":": eq, "!=": ne, "<": lt, "<=": le, ">": gt, ">=": ge,
}  # fmt: skip
_TERM = re.compile(r"([A-Za-z_]\w*)(!=|<=|>=|=|<|>|:)(.*)")
_NUMBER = re.compile(r"(\d+(?:\.\d+)?)([a-zµ]*)", re.IGNORECASE)
_SIDES = re.compile(r"\d+(?:[x×]\d+)+", re.IGNORECASE)
_UNITS = {
    "": 1.0, "k": 1e3, "m": 1e6, "g": 1e9, "t": 1e12,
    "b": 1.0, "kb": 1e3, "mb": 1e6, "gb": 1e9,
    "s": 1.0, "ms": 1e-3, "us": 1e-6, "µs": 1e-6,
}  # fmt: skip


class FindError(ValueError):
    """A query that cannot be understood; the message says what can be asked."""


def find(query: str, figures: Figures) -> tuple[str, ...]:
    """Paths of the blocks that a query finds, in the network's order; none for an empty query.

    FindError says what is wrong with a query.
    """
    tests = [_test(word, figures) for word in query.split()]
    if not tests:
        return ()
    return tuple(
        row.path for row in figures.analysis.rows if all(test(row, figures) for test in tests)
    )


def hidden_in(paths: Iterable[str], visible: Callable[[str], str | None]) -> dict[str, int]:
    """How many of these lie in each block that is seen, itself aside: 0 where only itself is meant.

    ``visible`` gives the block of a path, or the innermost one around it that is seen.
    """
    found: dict[str, int] = {}
    for path in paths:
        seen = visible(path)
        if seen is not None:
            found[seen] = found.get(seen, 0) + (seen != path)
    return found


def _test(word: str, figures: Figures) -> Test:
    term = _TERM.fullmatch(word)
    if term is not None:
        return _asked(term[1].lower(), term[2], term[3], figures)
    if word[:1] in "<>=!:":
        raise FindError(f"“{word}” asks of nothing; write what first, as in params{word}")
    if _SIDES.fullmatch(word):
        return _shaped(_sides(word))
    if _NUMBER.fullmatch(word) and (value := _number(word)) is not None:
        return _valued(word, value)
    wanted = word.casefold()
    return lambda row, f: (
        wanted in row.path.casefold() or wanted in row.node.type.casefold()
        or wanted in type_title(row, f.analysis.catalogue).casefold()
    )  # fmt: skip


def _asked(key: str, sign: str, text: str, figures: Figures) -> Test:
    """``params>1M``, ``type:conv``, ``stride=2``."""
    if not text:
        raise FindError(f"{key}{sign} what? Write for instance {_example(key)}")
    if key in ("type", "name"):
        return _worded(key, sign, text)
    if key in ("output", "input", "shape"):
        return _of_shape(key, sign, text)
    key = _SHORT.get(key, key)
    if key == "channels":
        compare = _compare(key, sign, text)
        return lambda row, _: row.output is not None and compare(float(row.output[0]))
    if key in FIGURES:
        column = BY_ID[FIGURES[key]]
        compare = _compare(key, sign, text)

        def of_figure(row: Row, f: Figures) -> bool:
            value = column.of(row, f)
            return value is not None and not isinstance(value, str) and compare(amount(value))

        return of_figure
    if not any(key in row.result.settings for row in figures.analysis.rows if row.result):
        raise FindError(f"no block has “{key}”; ask for {_SPOKEN}, or a parameter of a block")
    return _of_parameter(key, sign, text)


def _worded(key: str, sign: str, text: str) -> Test:
    wanted = text.casefold()
    if sign not in (":", "=", "!="):
        raise FindError(f"write {key}:{text} for blocks whose {key} has “{text}” in it")

    def test(row: Row, f: Figures) -> bool:
        words = [row.node.name]
        if key == "type":
            words = [row.node.type, type_title(row, f.analysis.catalogue)]
        return any(wanted in w.casefold() for w in words) != (sign == "!=")

    return test


def _of_shape(key: str, sign: str, text: str) -> Test:
    sides = _sides(text) if _SIDES.fullmatch(text) or text.isdigit() else None
    if sides is None or sign not in (":", "=", "!="):
        raise FindError(f"write {key}=128x28x28 for a shape")

    def test(row: Row, _: Figures) -> bool:
        shapes = row.inputs if key == "input" else (row.output,)
        return any(_fits(shape, sides) for shape in shapes) != (sign == "!=")

    return test


def _of_parameter(key: str, sign: str, text: str) -> Test:
    flag = {"true": True, "on": True, "false": False, "off": False}.get(text.lower())
    sides = _sides(text) if _SIDES.fullmatch(text) else None
    compare = None
    if flag is None and sides is None and _NUMBER.fullmatch(text):
        compare = _compare(key, sign, text)

    def test(row: Row, _: Figures) -> bool:
        if row.result is None or key not in row.result.settings:
            return False
        value = row.result.settings[key]
        if flag is not None:
            return (value is flag) != (sign == "!=")
        parts = value if isinstance(value, tuple) else (value,)
        if sides is not None:
            both = parts if len(parts) > 1 else parts * 2
            return (both == sides) != (sign == "!=")
        if compare is not None:
            numbers = [float(p) for p in parts if isinstance(p, int | float)]
            return bool(numbers) and all(compare(number) for number in numbers)
        return (text.casefold() in str(value).casefold()) != (sign == "!=")

    return test


def _shaped(sides: Shape) -> Test:
    """A whole shape that goes out; of two sides a kernel, or what goes out but its channels."""

    def test(row: Row, _: Figures) -> bool:
        if _fits(row.output, sides):
            return True
        if len(sides) != 2:
            return False
        settings = row.result.settings if row.result is not None else {}
        kernel = settings.get("kernel_size")
        both = kernel if isinstance(kernel, tuple) else (kernel, kernel)
        return both == sides

    return test


def _valued(word: str, wanted: float) -> Test:
    columns = [
        BY_ID[name] for name in ("parameters", "macs", "flops", "full", "activations", "field")
    ]

    def test(row: Row, f: Figures) -> bool:
        if row.node.name == word or (row.output is not None and row.output[0] == wanted):
            return True
        if wanted and any(amount(column.of(row, f)) == wanted for column in columns):
            return True
        settings = row.result.settings if row.result is not None else {}
        return any(
            wanted == part
            for value in settings.values()
            for part in (value if isinstance(value, tuple) else (value,))
            if isinstance(part, int | float) and not isinstance(part, bool)
        )

    return test


def _compare(key: str, sign: str, text: str) -> Callable[[float], bool]:
    number = inf if key == "field" and text.lower() in ("all", "whole") else _number(text)
    if number is None:
        raise FindError(f"{key}{sign} needs a number, such as {_example(key)}")
    value, operator = number, _OPERATORS[sign]
    return lambda found: operator(found, value)


def _number(text: str) -> float | None:
    """``10M``, ``1.5k``, ``200kB``, ``0.3ms``."""
    found = _NUMBER.fullmatch(text)
    if found is None or found[2].lower() not in _UNITS:
        return None
    return float(f"{float(found[1]) * _UNITS[found[2].lower()]:.12g}")


def _sides(text: str) -> Shape:
    return tuple(int(side) for side in re.split("[x×]", text.lower()))


def _fits(shape: Shape | None, sides: Shape) -> bool:
    return shape is not None and (
        shape == sides or (len(sides) == 2 and len(shape) == 3 and shape[1:] == sides)
    )


def _example(key: str) -> str:
    return {
        "type": "type:conv",
        "name": "name:conv1",
        "field": "field<100",
        "memory": "memory>1MB",
        "time": "time>1ms",
        "output": "output=128x28x28",
        "input": "input=128x28x28",
        "shape": "shape=128x28x28",
    }.get(key, f"{key}>=1M" if key in FIGURES else f"{key}=2")


__all__ = ["EXAMPLES", "FindError", "find", "hidden_in"]
