"""How a figure comes about: the formula, and the arithmetic with the numbers put in.

The texts come from the layers' own terms. Every arithmetic text, evaluated with ``·`` as times and
``⌊ ⌋`` as rounding down, gives the figure beside it.
"""

from __future__ import annotations

import re
from collections import Counter
from math import prod
from typing import NamedTuple

from explorer.analysis.analyze import BYTES, Analysis, Row
from explorer.analysis.field import Field, Number, of_window
from explorer.analysis.results import Evaluation, Result, Totals
from explorer.blocks.description import Layer, Term, WholeImage
from explorer.blocks.layers.windows import shape_text

OUTPUT = "output"
PARAMETERS = "parameters"
MACS = "macs"
FLOPS = "flops"
EXTRA = "extra"
FULL = "full"
ACTIVATIONS = "activations"
MEMORY = "memory"
GRADIENTS = "gradients"
FIELD = "field"
STEP = "step"
OFFSET = "offset"


class Explanation(NamedTuple):
    """One line of how a figure comes about."""

    figure: str
    """Which figure, one of the names above; an output or a field may take several lines."""
    formula: str
    """In names: ``kh·kw·(C/groups)·out``. Words where there is nothing to compute."""
    numbers: str = ""
    """The formula with the numbers put in; empty where there is nothing to compute."""
    value: int | None = None

    @property
    def text(self) -> str:
        """The whole line: ``3·3·64·128 = 73728``."""
        if self.value is None or self.numbers == str(self.value):
            return self.numbers
        return f"{self.numbers} = {self.value}"


def explain(row: Row, analysis: Analysis, batch: int = 1) -> tuple[Explanation, ...]:
    """How all figures of a block come about; empty where it has none."""
    result = row.result
    if result is None or not result.ok:
        return ()
    found = [*_output(row, analysis)]
    totals = result.totals
    if result.inside is not None:
        found += _block_costs(result.inside, totals)
    else:
        found += _layer_costs(row, result, analysis)
    found += _derived(totals, batch)
    return (*found, *_field(row, analysis))


def explain_network(analysis: Analysis, batch: int = 1) -> tuple[Explanation, ...]:
    """How the totals of the whole network come about."""
    found = [*_block_costs(analysis.root, analysis.totals), *_derived(analysis.totals, batch)]
    widest = "the widest of all values that do not see the whole image"
    if analysis.field is not None:
        found.append(Explanation(FIELD, widest))
    return tuple(found)


def _derived(totals: Totals, batch: int) -> list[Explanation]:
    """What follows from MACs and activations alone."""
    values = totals.activations
    return [
        Explanation(FLOPS, "2·MACs", f"2·{totals.macs}", totals.flops),
        Explanation(
            FULL,
            "FLOPs + other operations",
            f"2·{totals.macs} + {totals.extra}",
            totals.flops + totals.extra,
        ),
        Explanation(
            MEMORY, "values·4 bytes·batch", f"{values}·{BYTES}·{batch}", values * BYTES * batch
        ),
        Explanation(
            GRADIENTS,
            "2·values·4 bytes·batch (each value, and its gradient)",
            f"2·{values}·{BYTES}·{batch}",
            2 * values * BYTES * batch,
        ),
    ]


# -- the output -----------------------------------------------------------------------------

_NOTE = re.compile(r"\s*\(([^()]*[a-z][^()]*)\)")
_WINDOW = "(size + 2·padding − dilation·(kernel − 1) − 1) / stride"
_FORMULAS = {
    "conv_transpose2d": "(size − 1)·stride − 2·padding + dilation·(kernel − 1) + output_padding + 1",
    "flatten": "C·H·W",
    "concat": "channels of all inputs",
    "channel_split": "channels / parts",
    "zero_pad2d": "size + padding before + padding behind",
    "zero_pad_channels": "zeros before + channels + zeros behind",
}


def _output(row: Row, analysis: Analysis) -> list[Explanation]:
    result = row.result
    assert result is not None
    if result.inside is not None:
        sources = [
            _called(edge.source)
            for node in result.inside.graph.of_type("output")
            for edge in result.inside.graph.incoming[node.name]
        ]
        return [Explanation(OUTPUT, f"what {' and '.join(sources)} gives")] if sources else []
    layer = analysis.catalogue.acting(row.node)
    assert isinstance(layer, Layer)
    if row.node.type == "input":
        return [Explanation(OUTPUT, "the image’s own shape, as given")]
    found = []
    if "out_channels" in result.settings:
        count = int(str(result.settings["out_channels"]))
        found.append(Explanation(OUTPUT, "channels: out_channels", str(count), count))
    for line in layer.explain_output(result.settings, row.inputs):
        numbers, _, value = line.rpartition(" = ")
        note = _NOTE.search(numbers)
        numbers = _NOTE.sub("", numbers)
        found.append(
            Explanation(
                OUTPUT,
                note[1] if note else _formula(row.node.type, numbers),
                numbers,
                int(value),
            )
        )
    if not found:
        found.append(Explanation(OUTPUT, _same_shape(row)))
    return found


def _formula(type_: str, numbers: str) -> str:
    if numbers.startswith("⌊"):
        return f"⌊{_WINDOW}⌋ + 1"
    if numbers.startswith("⌈"):
        less = " − 1 (the last window would begin in the padding)" if "− 1" in numbers[-4:] else ""
        return f"⌈{_WINDOW}⌉ + 1{less}"
    return _FORMULAS.get(type_, "")


def _same_shape(row: Row) -> str:
    if len(row.inputs) > 1:
        return f"the shape that its inputs share, {shape_text(row.output or ())}"
    return f"the shape of its input, {shape_text(row.output or ())}"


# -- costs ----------------------------------------------------------------------------------


def _layer_costs(row: Row, result: Result, analysis: Analysis) -> list[Explanation]:
    layer = analysis.catalogue.acting(row.node)
    assert isinstance(layer, Layer)
    output = row.output or ()
    cost = layer.cost(result.settings, row.inputs, output)
    found = [
        _term(PARAMETERS, cost.parameters, "nothing is learned here"),
        _term(MACS, cost.macs, "no convolution or linear layer: none are counted"),
        _term(EXTRA, cost.extra, "none"),
    ]
    if cost.makes_tensor:
        names = {3: "C·H·W", 1: "values"}.get(len(output), "values")
        found.append(Explanation(ACTIVATIONS, names, "·".join(map(str, output)), prod(output)))
    else:
        found.append(Explanation(ACTIVATIONS, "makes no new values, so takes no memory", "0", 0))
    return found


def _term(figure: str, term: Term, nothing: str) -> Explanation:
    if not term.products:
        return Explanation(figure, nothing, "0", 0)
    return Explanation(figure, term.formula, term.numbers, term.value)


def _called(name: str) -> str:
    """A bare number is a name only to those who know that it is one."""
    return f"[{name}]" if name.isdigit() else name


def _block_costs(inside: Evaluation, totals: Totals) -> list[Explanation]:
    """A block costs what its parts cost; equal parts are written once, with their number."""
    found = []
    for figure, value in (
        (PARAMETERS, totals.parameters),
        (MACS, totals.macs),
        (EXTRA, totals.extra),
        (ACTIVATIONS, totals.activations),
    ):
        parts = {}
        for name, state in inside.states.items():
            aside = name in inside.training_only and figure != PARAMETERS
            part = getattr(state.result.totals, figure) if state.result and not aside else 0
            if part:
                parts[_called(name)] = part
        if not parts:
            found.append(Explanation(figure, "none of its parts has any", "0", 0))
        elif len(parts) == 1:
            found.append(
                Explanation(figure, f"all of it in {next(iter(parts))}", str(value), value)
            )
        else:
            counted = Counter(parts.values())
            numbers = " + ".join(f"{n}·{v}" if n > 1 else str(v) for v, n in counted.items())
            found.append(Explanation(figure, " + ".join(parts), numbers, value))
    return found


# -- the receptive field --------------------------------------------------------------------


def _field(row: Row, analysis: Analysis) -> list[Explanation]:
    field, result = row.field, row.result
    assert result is not None
    if field is None:
        return [Explanation(FIELD, "does not depend on the image")]
    if field.whole:
        return [Explanation(FIELD, "every value sees the whole image")]
    sources = input_fields(row.path, analysis)
    if not sources:
        return [Explanation(FIELD, "one pixel of the image", "1", 1)]
    lines = []
    for axis in (0, 1) if field.size[0] != field.size[1] else (0,):
        what = "" if field.size[0] == field.size[1] else ("height: ", "width: ")[axis]
        lines.append(_field_line(row, analysis, field, sources, axis, what))
    if len(sources) == 1 and sources[0] is not None:
        own = _relative(result)
        if own is not None and sources[0].step_h * own.step_h == field.step_h:
            step, mine = sources[0].step_h, own.step_h
            if all(isinstance(v, int) or v.denominator == 1 for v in (step, mine)):
                lines.append(
                    Explanation(STEP, "step before·stride", f"{step}·{mine}", int(field.step_h))
                )
    if field.gated:
        lines.append(Explanation(FIELD, "and, by gates alone, the whole image"))
    return [*lines, *_place(field), *_disagreement(field, sources)]


def _place(field: Field) -> list[Explanation]:
    """Where the field of the first value lies."""
    high, wide = (f"{float(v):g}".replace("-", "−") for v in field.offset)
    where = high if high == wide else f"{high} down and {wide} to the right"
    return [Explanation(OFFSET, f"the first value is centred {where} px from the first pixel")]


def _disagreement(field: Field, sources: list[Field | None]) -> list[Explanation]:
    """Says so where branches that were joined step over the image at different rates."""
    if not field.disagree:
        return []
    steps = list(dict.fromkeys(s.stride for s in sources if s is not None and not s.whole))
    if len(steps) < 2:
        return [Explanation(STEP, "branches of different strides were joined before it")]
    texts = " and ".join(f"{float(high):g}" for high, _ in steps)
    return [
        Explanation(
            STEP,
            f"branches of strides {texts} are joined: values beside each other do not see the "
            "same place, and the field holds only where they line up",
        )
    ]


def _field_line(
    row: Row,
    analysis: Analysis,
    field: Field,
    sources: list[Field | None],
    axis: int,
    what: str,
) -> Explanation:
    size = field.size[axis]
    before, after = (
        (field.before_h, field.after_h) if axis == 0 else (field.before_w, field.after_w)
    )
    known = [s for s in sources if s is not None and not s.whole]
    assert row.result is not None
    own = _relative(row.result)
    if len(known) == len(sources) == 1 and own is not None:
        source = known[0]
        if own.size[axis] == 1 and source.size[axis] == size:
            return Explanation(FIELD, f"{what}as wide as its input’s", str(size), size)
        step = source.stride[axis]
        seen, formula, factor = _own_window(row, analysis, own, axis)
        total = source.size[axis] + (seen - 1) * step
        if size == total and total == int(total):
            return Explanation(
                FIELD,
                f"{what}field before + {formula}",
                f"{source.size[axis]} + {factor}·{step}",
                size,
            )
    if len(known) > 1 and size == max(s.size[axis] for s in known):
        numbers = ", ".join(str(s.size[axis]) for s in known)
        return Explanation(FIELD, f"{what}the widest of its inputs", f"max({numbers})", size)
    both = before + after
    numbers = f"{before} + {after}"
    if both != int(both):
        numbers = f"⌈{numbers}⌉"
    return Explanation(FIELD, f"{what}pixels before + pixels behind + 1", f"{numbers} + 1", size)


def _own_window(row: Row, analysis: Analysis, own: Field, axis: int) -> tuple[Number, str, str]:
    """How many values of its input a value sees, in words and in numbers less one."""
    block = analysis.catalogue.acting(row.node)
    if isinstance(block, Layer) and row.result is not None and row.output is not None:
        window = block.window(row.result.settings, row.inputs, row.output)
        if not isinstance(window, WholeImage) and not window.transposed:
            k, d = window.kernel[axis], window.dilation[axis]
            if of_window(window).size[axis] == d * (k - 1) + 1:
                return d * (k - 1) + 1, "dilation·(kernel − 1)·step before", f"{d}·({k} − 1)"
    seen = own.size[axis]
    return seen, "(own field − 1)·step before", f"({seen} − 1)"


def _relative(result: Result) -> Field | None:
    """The field of the first output relative to the only input."""
    if not result.fields or len(result.fields[0]) != 1:
        return None
    own = result.fields[0][0]
    return None if own is None or own.whole else own


def input_fields(path: str, analysis: Analysis) -> list[Field | None]:
    """What comes into a block has seen so much of the image: a field for each of its inputs."""
    *scope, name = path.split(".")
    evaluation = analysis.at(tuple(scope))
    if evaluation is None:
        return []
    found: list[Field | None] = []
    for edge in evaluation.graph.incoming.get(name, ()):
        source = evaluation.graph[edge.source]
        if source.type == "input" and scope:
            port = [n.name for n in evaluation.graph.of_type("input")].index(source.name)
            outer = input_fields(".".join(scope), analysis)
            found.append(outer[port] if port < len(outer) else None)
        else:
            row = analysis.row_at.get(".".join((*scope, edge.source)))
            found.append(row.field if row is not None and edge.source_port == 0 else None)
    return found
