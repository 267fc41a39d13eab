"""A document as PyTorch source: one file that a careful person would have written.

It needs nothing but torch, has a class for each kind of block, and gives its modules the names
that the built network's have, so that weights go both ways. Writing it needs no torch.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from explorer.analysis.analyze import Analysis, analyze
from explorer.build.plan import BuildError, Plan, plan_of
from explorer.exchange.source.arguments import generalise
from explorer.exchange.source.classes import groups_of
from explorer.exchange.source.declared import TORCH, Class, Dialect
from explorer.exchange.source.forward import forward
from explorer.exchange.source.ladders import folded
from explorer.exchange.source.listing import Listing
from explorer.exchange.source.marks import Marks
from explorer.exchange.source.modules import constructor, has_module, shape_comment
from explorer.exchange.source.names import class_name
from explorer.exchange.source.places import ClassAt
from explorer.exchange.source.printing import Bracketed, clean, docstring, lay_out
from explorer.exchange.source.tree import Body, tree_of
from explorer.graph.model import Document


def source(document: Document) -> str:
    """The text of a Python file, always the same for the same document.

    BuildError names the block, what is wrong with it and how to mend it.
    """
    return listing(document).text


def listing(document: Document) -> Listing:
    """The same text with what stands where: the lines of every block, the place of every number.

    BuildError as for ``source``.
    """
    return listing_of(analyze(document))


def listing_of(analysis: Analysis) -> Listing:
    """The listing of an analysed document."""
    found = classes_of(analysis)
    lines = [*docstring(found.about, 0), "", "from __future__ import annotations", ""]
    lines += ["import torch", "from torch import Tensor, nn", *found.classes]
    lines += ["", "", *_main(found.network)]
    text, extents = found.marks.read("\n".join(lines) + "\n")
    return Listing(text, analysis, found.network.body, found.class_of, extents)


class Written(NamedTuple):
    """The classes of a network, from which whole files are put together."""

    analysis: Analysis
    about: str
    """Title, source and figures, in paragraphs."""
    classes: list[str]
    """Their lines, with ``marks`` in them, from the two empty ones before the first on."""
    network: Class
    class_of: Mapping[Body, Class]
    marks: Marks


def classes_of(analysis: Analysis) -> Written:
    """The classes of an analysed document; BuildError as for ``source``."""
    plan = plan_of(analysis)  # raises what cannot be built
    return written(analysis, tree_of(analysis, folded), _own_classes(plan), TORCH)


def written(analysis: Analysis, root: Body, own: Mapping[str, str], dialect: Dialect) -> Written:
    """The classes of a tree of modules; ``own`` is source that they need, by the names it defines."""
    groups = groups_of(root)
    # the network first, so that it gets its name
    names: list[str] = [class_name(root.name, own)]
    for group in groups[:-1]:
        names.append(class_name(group.members[0].name, (*own, *names)))
    names = [*names[1:], names[0]]
    taken = frozenset((*own, *names))
    class_of: dict[Body, Class] = {}
    classes = []
    for group, name in zip(groups, names, strict=True):
        made = generalise(group, name, class_of, taken, dialect)
        classes.append(made)
        class_of.update(dict.fromkeys(group.members, made))
    marks = Marks()
    lines: list[str] = []
    for text in own.values():
        lines += ["", "", *text.splitlines()]
    for made in classes:
        lines += ["", "", *marks.around(ClassAt(made), _class(made, class_of, marks))]
    return Written(analysis, _about(analysis, dialect), lines, classes[-1], class_of, marks)


def _own_classes(plan: Plan) -> dict[str, str]:
    """The source of the classes that torch does not have, by name."""
    operations = [step.operation for step in plan.steps]
    return {o.target: o.definition for o in operations if o.definition}


def _about(analysis: Analysis, dialect: Dialect) -> str:
    """Title, source and figures."""
    document, totals = analysis.document, analysis.totals
    about = document.about
    title = clean(about.title or document.name)
    shapes = [
        result.outputs[0]
        for node in analysis.root.graph.of_type("input")
        if (result := analysis.root.states[node.name].result) is not None
    ]
    inputs = ", ".join(shape_comment(shape, dialect) for shape in shapes)
    source = clean(about.source).rstrip(".")
    paragraphs = [f"{title} ({source})." if source else f"{title}."]
    if about.idea:
        paragraphs += ["", clean(about.idea)]
    trained = totals.trainable
    fixed = f", {trained:,} of them trained" if trained != totals.parameters else ""
    figures = (
        f"Input {inputs}; {totals.parameters:,} parameters{fixed}; "
        f"{_scaled(totals.macs)}MACs (multiply-adds) a sample."
    )
    return "\n".join([*paragraphs, "", figures, "Written by Architecture Explorer."])


def _scaled(count: int) -> str:
    """A count to three figures with its unit: ``4.09 G``."""
    for unit, size in (("G", 10**9), ("M", 10**6), ("k", 10**3)):
        if count >= size:
            return f"{count / size:.3g} {unit}"
    return f"{count} "


def _class(made: Class, class_of: Mapping[Body, Class], marks: Marks) -> list[str]:
    dialect = made.dialect
    base = dialect.module if made.body.kind else dialect.network
    lines = [f"class {made.name}({base}):"]
    text = made.body.help
    if text:
        lines += [*docstring(text, 4), ""]
    if any(has_module(unit) for unit in made.group.units) or made.conditions:
        lines += [*constructor(made, class_of, marks), ""]
    return lines + forward(made, marks)


def _main(made: Class) -> list[str]:
    """What the file does when it is run: the shapes that come out, and the parameters."""
    body = made.body
    lines = ['if __name__ == "__main__":', f"    model = {made.name}().eval()"]
    zeros = tuple(Bracketed("torch.zeros(", ("1", *map(str, shape))) for shape in body.inputs)
    lines += lay_out(Bracketed("model(", zeros), 4, "output = ")
    lines.append("    parameters = sum(p.numel() for p in model.parameters())")
    if len(body.outputs) == 1:
        lines.append('    print(f"output {tuple(output.shape)}, {parameters:,} parameters")')
    else:
        lines.append('    shapes = ", ".join(str(tuple(x.shape)) for x in output)')
        lines.append('    print(f"outputs {shapes}, {parameters:,} parameters")')
    return lines


__all__ = [
    "BuildError",
    "Listing",
    "Written",
    "classes_of",
    "listing",
    "listing_of",
    "source",
    "written",
]
