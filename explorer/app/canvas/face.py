"""What a block says on the canvas: texts and marks, worked out from its node and its figures."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import lru_cache
from math import ceil
from typing import Literal, NamedTuple

from PySide6.QtCore import QCoreApplication

from explorer.analysis.results import Evaluation, Problem, Severity, State
from explorer.app import format as fmt
from explorer.app.canvas import metrics
from explorer.app.language import say
from explorer.blocks.description import BlockError, Role
from explorer.blocks.registry import Catalogue
from explorer.graph.model import Node
from explorer.layout.model import Box

Kind = Literal["card", "symbol"]


class Face(NamedTuple):
    """Everything that a closed block shows."""

    kind: Kind
    role: Role
    title: str
    name: str
    summary: str = ""
    shape: str = ""
    params: str = ""
    badge: str = ""
    symbol: str = ""
    opens: bool = False
    """Whether there is something inside: it is drawn as a stack."""
    waiting: bool = False
    """Whether its shape is unknown as yet."""
    trouble: Severity | None = None
    inputs: int = 1
    outputs: int = 1
    variadic: bool = False
    small: bool = False
    """A card of two rows: the ports of the network."""
    bypassed: bool = False
    """Left out for now: its badge says so."""


def face_of(
    node: Node,
    state: State | None,
    problems: tuple[Problem, ...],
    ports_in: Collection[int],
    catalogue: Catalogue,
) -> Face:
    """The face of a node. ``ports_in`` are the input ports that have a wire; ``problems`` are its
    own."""
    wires_in, wired = 1 + max(ports_in, default=-1), len(set(ports_in))
    result = state.result if state is not None else None
    least, most = catalogue.arity(node)
    variadic = most is None
    try:
        block = catalogue.find(node.type)
    except BlockError:
        return Face(
            "card",
            Role.SHAPE,
            node.type,
            node.name,
            waiting=True,
            trouble="error",
            inputs=max(1, wires_in),
        )
    title = say(block.title).removesuffix(" ×N")
    badge, summary, params, shape = "", "", "", ""
    try:
        settings = (
            result.settings
            if result is not None and result.settings and not node.bypassed
            else catalogue.settings(node.type, node.params)
        )
        summary = say(block.summary(settings))
        if node.bypassed:
            badge = QCoreApplication.translate("Canvas", "bypassed")
        elif node.type == "stage":
            badge = f"×{settings['count']}"
    except (BlockError, KeyError):
        pass
    good = result is not None and result.ok
    if result is not None and good:
        sides = (*result.outputs, *(state.inputs if state else ()))
        # a block of one's own may have neither an input nor an output
        shape = fmt.shape(sides[0]) if sides else ""
        if block.role is not Role.PORT:
            params = fmt.compact(result.totals.parameters)
    port = block.role is Role.PORT
    # a block that was just placed waits for its wires: that is no mistake yet
    unwired = result is None and wired < least
    if node.type == "input":
        summary = ""
    return Face(
        "symbol" if block.symbol else "card",
        block.role,
        title,
        node.name,
        summary,
        shape,
        params,
        badge,
        block.symbol,
        opens=node.body is not None or (result is not None and result.inside is not None),
        waiting=not good,
        trouble=None if unwired else worst(problems),
        inputs=max(wires_in, least) if variadic else least,
        outputs=catalogue.output_count(node),
        variadic=variadic,
        small=port and not summary,
        bypassed=node.bypassed,
    )


def worst(problems: tuple[Problem, ...]) -> Severity | None:
    order: tuple[Severity, ...] = ("error", "warning", "hint")
    for severity in order:
        if any(p.severity == severity for p in problems):
            return severity
    return None


def problems_by_name(evaluation: Evaluation) -> dict[str, tuple[Problem, ...]]:
    """What is wrong with each node of a graph, or within it, paths relative to the graph."""
    found: dict[str, list[Problem]] = {}
    for problem in evaluation.structure:
        found.setdefault(problem.path.split(".")[0], []).append(problem)
    for name, problems in evaluation.troubled.items():
        found.setdefault(name, []).extend(p.under(name) for p in problems)
    return {name: tuple(problems) for name, problems in found.items()}


@lru_cache(maxsize=20_000)
def box_of(face: Face, down: bool = False) -> Box:
    """The room that a closed block takes, and where its ports are: in the middle of its sides, or
    where the network runs ``down``, of its upper and lower edge.

    It does not depend on what is computed: an edit of a parameter moves nothing."""
    if face.kind == "symbol":
        r = metrics.SYMBOL_RADIUS
        return Box(face.name, 2 * r, r, r, (0.0,) * max(1, face.inputs), (0.0,))
    ports = max(face.inputs, face.outputs)
    half = metrics.SMALL_HALF if face.small else metrics.CARD_HALF
    head = metrics.width(face.title, "title") + 14.0 + metrics.width(face.name, "name")
    wide = head + metrics.PAD_LEFT + metrics.PAD_RIGHT
    least = metrics.CARD_LEAST.get(face.role, metrics.CARD_USUAL)
    wide = 4.0 * ceil(min(max(wide, least), metrics.CARD_MOST) / 4)
    if down:
        step = metrics.PORT_STEP
        wide = max(wide, ports * step + 16)
        return Box(
            face.name, 2 * half, wide / 2, wide / 2, spread(face.inputs), spread(face.outputs)
        )
    half = max(half, ports * metrics.PORT_STEP / 2 + 4)
    return Box(face.name, wide, half, half, spread(face.inputs), spread(face.outputs))


def symbol_ports(arrivals: Mapping[int, float], count: int) -> tuple[float, ...]:
    """Heights of a symbol's input ports, so that wires come in from the side that they come from.

    ``arrivals`` are the heights, about the axis, at which the wires of ports come near."""
    above = sorted((y, i) for i, y in arrivals.items() if y < -3.0)
    below = sorted((-y, i) for i, y in arrivals.items() if y > 3.0)
    found = dict.fromkeys(arrivals, 0.0)
    for side, ports in ((-1.0, above), (1.0, below)):
        for rank, (_, i) in enumerate(ports):
            found[i] = side * (11.0 if len(ports) == 1 else 16.0 * (1 - rank / len(ports)))
    free = [y for y in (0.0, 11.0, -11.0) if y not in found.values()] or [16.0]
    heights = []
    for i in range(count):
        if i not in found:
            found[i] = free.pop(0) if len(free) > 1 else free[0]
        heights.append(found[i])
    return tuple(heights)


def spread(count: int) -> tuple[float, ...]:
    """Heights of so many ports about the axis."""
    return tuple((i - (count - 1) / 2) * metrics.PORT_STEP for i in range(count))
