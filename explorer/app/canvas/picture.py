"""The picture of a document: every visible block and wire with its place, as plain values.

A graph that is shown makes a ``Plan``; a block opened in place holds the plan of its inside. Plans
share all that an edit left alone, object for object, so that the scene sees at once what to leave.
"""

from __future__ import annotations

from collections.abc import Collection

from explorer.analysis.analyze import Analysis
from explorer.analysis.home import graph_at, is_owned
from explorer.analysis.results import Evaluation, Problem, State
from explorer.app.canvas import metrics
from explorer.app.canvas.face import Face, box_of, face_of, problems_by_name
from explorer.app.canvas.placing import Placer
from explorer.app.canvas.plan import Plan, Shown
from explorer.blocks.registry import Catalogue
from explorer.graph.model import Document, Graph, Node, Scope
from explorer.layout.model import Box, Point, turned_rect


class Painter:
    """Makes plans of documents, each sharing with the one before."""

    _analysis: Analysis

    def __init__(self) -> None:
        self.root: Plan | None = None
        self._catalogue: Catalogue | None = None
        self._same_types = False
        """Whether the types mean what they meant when the plan before was drawn."""

    def draw(self, analysis: Analysis, scope: Scope) -> Plan:
        """The plan of the graph that a scope means."""
        document = analysis.document
        self._analysis = analysis
        self._same_types = self._catalogue is analysis.catalogue
        self._catalogue = analysis.catalogue
        evaluation = analysis.at(scope)
        graph = evaluation.graph if evaluation is not None else graph_at(analysis, scope)
        before = self.root
        if before is not None and before.scope != scope:
            before = None
        self.root = self._plan(
            document,
            analysis.catalogue,
            scope,
            graph,
            evaluation,
            False,
            before,
            document.opened,
            True,
        )
        return self.root

    def forget(self) -> None:
        self.root = None

    def _plan(
        self,
        document: Document,
        catalogue: Catalogue,
        scope: Scope,
        graph: Graph,
        evaluation: Evaluation | None,
        framed: bool,
        before: Plan | None,
        around: Collection[str],
        owned: bool,
    ) -> Plan:
        """``around`` are the opened blocks of the graph around, among which are those of this."""
        prefix = ".".join(scope) + "." if scope else ""
        down = document.flow == "down"
        opened = frozenset(p for p in around if p.startswith(prefix))
        if (
            before is not None
            and self._same_types
            and before.graph is graph
            and before.evaluation is evaluation
            and before.opened == opened
            and before.down == down
        ):
            return before
        # nothing within a built-in block is the document's own
        editable = owned and is_owned(self._analysis, scope)
        old = before.blocks if before is not None else {}
        problems = problems_by_name(evaluation) if evaluation is not None else {}
        states = evaluation.states if evaluation is not None else {}
        same_wires = before is not None and before.graph.edges == graph.edges
        drafts: dict[str, Shown] = {}
        for node in graph.nodes:
            if framed and node.type in ("input", "output"):
                continue
            path = prefix + node.name
            was = old.get(node.name)
            state = states.get(node.name)
            is_open = path in opened
            own = problems.get(node.name, ())
            if (
                was is not None
                and same_wires
                and self._same_types
                and was.node is node
                and was.state is state
                and was.problems == own
            ):
                face = was.face
            else:
                face = self._face(node, state, own, graph, catalogue, was)
            closed = box_of(face, down)
            inside: Plan | None = None
            box = closed
            result = state.result if state is not None else None
            inner = result.inside if result is not None else None
            body = inner.graph if inner is not None else node.body
            if is_open and body is not None:
                inside = self._plan(
                    document,
                    catalogue,
                    (*scope, node.name),
                    body,
                    inner,
                    True,
                    was.inside if was is not None else None,
                    opened,
                    editable,
                )
                box = _frame_box(face, inside, down)
            drafts[node.name] = Shown(
                path,
                scope,
                node,
                state,
                face,
                box,
                Point(0, 0),
                editable,
                inside,
                closed if inside is not None else None,
                own,
                down,
            )
        return Placer(graph, drafts, states, framed, scope, editable, down).plan(
            evaluation, opened, old, before
        )

    @staticmethod
    def _face(
        node: Node,
        state: State | None,
        problems: tuple[Problem, ...],
        graph: Graph,
        catalogue: Catalogue,
        was: Shown | None,
    ) -> Face:
        ports = [e.port for e in graph.incoming[node.name]]
        face = face_of(node, state, problems, ports, catalogue)
        return was.face if was is not None and was.face == face else face


def _frame_box(face: Face, inside: Plan, down: bool) -> Box:
    title = metrics.width(f"{face.name} — {face.title}", "frame")
    bounds = turned_rect(inside.bounds, down)
    if down:
        # its title stands before the axis, where no wire comes in
        return Box(
            face.name,
            bounds.right,
            max(-bounds.top, title + 32),
            bounds.bottom,
            inside.inputs or (0.0,),
            inside.outputs or (0.0,),
        )
    return Box(
        face.name,
        max(bounds.right, title + 60, metrics.CARD_USUAL),
        -bounds.top,
        bounds.bottom,
        inside.inputs or (0.0,),
        inside.outputs or (0.0,),
    )
