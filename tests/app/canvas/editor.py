"""Somebody who edits at random: every kind of edit that the window can submit, each by the way that
the window takes."""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import suppress
from typing import get_args

from PySide6.QtCore import QPoint

from explorer import zoo
from explorer.analysis.repairs import repairs
from explorer.app.canvas import clipboard, commands, rewire
from explorer.app.canvas.plan import Plan
from explorer.app.canvas.view import CanvasView
from explorer.blocks.builder import Builder
from explorer.graph import library, redefine
from explorer.graph.annotate import Annotate
from explorer.graph.annotations import fresh
from explorer.graph.definitions import Arity, make_block, make_unique, unpack
from explorer.graph.edits import (
    AddNodes,
    Batch,
    Connect,
    Define,
    Edit,
    EditError,
    Fold,
    MoveNodes,
    Rename,
    SetAbout,
    SetDocumentParameter,
    SetDocumentParameters,
    SetParameter,
    Undefine,
)
from explorer.graph.model import (
    COLORS,
    DEFINED,
    About,
    Bend,
    BlockDefinition,
    Document,
    Edge,
    Frame,
    Node,
    Note,
    ParameterDefinition,
    Scope,
    fresh_name,
)
from explorer.graph.values import Params
from explorer.layout.model import Point

LARGE = 45
"""Blocks of a graph from which on more is taken away than is added."""

TYPES = [
    "conv2d",
    "batch_norm",
    "relu",
    "max_pool2d",
    "adaptive_pool2d",
    "flatten",
    "linear",
    "dropout",
    "identity",
    "add",
    "concat",
    "multiply",
    "input",
    "output",
    "group",
    "conv_norm_act",
    "residual_basic",
    "stage",
    "inception",
]

VALUES: dict[str, tuple[object, ...]] = {
    "out_channels": (1, 4, 8, 0, "=width", "=width*2", "=nonsense"),
    "kernel_size": (1, 3, 5, (3, 1), 90, "three"),
    "stride": (1, 2, None),
    "padding": (0, 1, "same", -1),
    "groups": (1, 2, 3),
    "count": (0, 1, 2, 3),
    "channels": (2, 4),
    "shape": ((3, 32, 32), (1, 5, 5), (2, 17, 9), (7,)),
    "enabled": (True, False, "=width > 4"),
    "p": (0.0, 0.5, 2.0),
    "no_such": (1,),
}


STARTS = ("", "lenet5", "own", "resnet18", "nin_cifar10", "googlenet")


def start(seed: int) -> Document:
    """What is edited: nothing yet, a network of the zoo, or one with blocks of one's own."""
    name = STARTS[seed % len(STARTS)]
    if name != "own":
        return zoo.get(name) if name else Document()
    document = SetDocumentParameters(parameters=(ParameterDefinition("width", 4),)).apply(
        zoo.get("lenet5")
    )
    inner = Builder()
    inner.output(inner.add("conv", "conv2d", inner.input(), out_channels="=width", kernel_size=1))
    width = (ParameterDefinition("width", 8),)
    document = Define(definition=BlockDefinition("one", inner.graph(), width)).apply(document)
    first = document.graph.edges[0]
    node = Node(name="one", type="my:one", params=Params({"width": "=width*2"}))
    edges = (Edge(first.source, "one"), Edge("one", first.target, first.port))
    return AddNodes(nodes=(node,), edges=edges).apply(document)


class Editor:
    """Does to a canvas what comes to mind; the same for the same seed."""

    def __init__(self, view: CanvasView, seed: int) -> None:
        self.view, self.session = view, view.session
        self.random = random.Random(seed)
        self.done: dict[str, int] = {}
        """How often each kind of edit changed the document."""
        self._kinds: list[tuple[str, Callable[[], None]]] = [
            (name.removeprefix("_do_"), getattr(self, name))
            for name in sorted(dir(self))
            if name.startswith("_do_")
        ]

    @property
    def kinds(self) -> list[str]:
        return [name for name, _ in self._kinds]

    def edit(self) -> str:
        """Do one thing, and what it was."""
        self._look_somewhere()
        name, act = self.random.choice(self._kinds)
        if len(self.session.document.graph.nodes) > LARGE:
            name, act = "delete", self._do_delete
        before = self.session.document
        with suppress(EditError):  # refused while the edit was made, which the window says too
            act()
        if self.session.document is not before:
            self.done[name] = self.done.get(name, 0) + 1
        return name

    # -- choosing ---------------------------------------------------------------------------------

    def _look_somewhere(self) -> None:
        """Select something, look elsewhere, move the mouse: as one does between edits."""
        chance, view = self.random, self.view
        if chance.random() < 0.06:
            inside = [tuple(p.split(".")) for p in view.network.blocks]
            self.session.enter(chance.choice([(), *inside]))
        plan = self._plan()
        names = list(plan.blocks)
        count = min(len(names), chance.choice([0, 1, 1, 1, 2, 3]))
        chosen = chance.sample(names, count)
        self.session.select(*(plan.blocks[n].path for n in chosen))
        view.mouse = QPoint(chance.randint(0, 1000), chance.randint(0, 600))
        if chance.random() < 0.2 and view.network.annotations:
            view.annotating.select((chance.choice(list(view.network.annotations)),))
        if chance.random() < 0.15 and view.network.wires:
            view.select_wire(chance.choice(list(view.network.wires)))

    def _plan(self) -> Plan:
        """A graph that is drawn."""
        root = self.view.network.plan
        assert root is not None
        found, plans = [root], [root]
        while plans:
            inner = [s.inside for s in plans.pop().blocks.values() if s.inside is not None]
            found += inner
            plans += inner
        return self.random.choice([root, self.random.choice(found)])

    def _owned(self) -> Plan | None:
        """A graph that is drawn and can be edited."""
        plan = self._plan()
        return plan if self.session.editable(plan.scope) else None

    def _node(self) -> tuple[Scope, str] | None:
        plan = self._plan()
        return (plan.scope, self.random.choice(list(plan.blocks))) if plan.blocks else None

    def _point(self) -> tuple[float, float]:
        return float(self.random.randint(-400, 2000)), float(self.random.randint(-400, 400))

    def _submit(self, edit: Edit) -> None:
        self.view.submit(edit)

    def _definition(self) -> BlockDefinition | None:
        known = self.session.document.definitions
        return self.random.choice(known) if known else None

    # -- blocks and wires --------------------------------------------------------------------------

    def _do_insert(self) -> None:
        own = [DEFINED + d.name for d in self.session.document.definitions]
        self.view.insert_block(self.random.choice([*TYPES, *own]), self.random.random() < 0.3)

    def _do_add(self) -> None:
        plan = self._owned()
        if plan is None:
            return
        block = self.session.catalogue.find(self.random.choice(TYPES))
        node = commands.new_node(block, plan.graph.names, self._point())
        self._submit(AddNodes(scope=plan.scope, nodes=(node,)))

    def _do_add_into_wire(self) -> None:
        plan = self._owned()
        if plan is None or not plan.graph.edges:
            return
        block = self.session.catalogue.find(self.random.choice(TYPES))
        node = commands.new_node(block, plan.graph.names)
        self._submit(commands.insert(plan.scope, node, self.random.choice(plan.graph.edges)))

    def _do_connect(self) -> None:
        plan = self._owned()
        if plan is None or not plan.blocks:
            return
        names = list(plan.graph.names)
        one, other = self.random.choice(names), self.random.choice(names)
        port = commands.free_port(plan.graph, plan.graph[other], self.session.catalogue)
        if port is None or self.random.random() < 0.2:
            port = self.random.randint(0, 2)
        self._submit(Connect(scope=plan.scope, edge=Edge(one, other, port)))

    def _do_delete(self) -> None:
        self.view.delete_selection()

    def _do_take_out(self) -> None:
        self.view.take_out()

    def _do_bypass(self) -> None:
        self.view.toggle_bypass()

    def _do_replace(self) -> None:
        plan = self._owned()
        if plan is None or not plan.blocks:
            return
        name = self.random.choice(list(plan.blocks))
        catalogue = self.session.catalogue
        block = catalogue.find(self.random.choice(TYPES))
        found = rewire.replacement(plan.scope, plan.graph, name, block, catalogue)
        if found is not None:
            self._submit(found.edit)

    def _do_put_in_place(self) -> None:
        plan = self._owned()
        if plan is None:
            return
        graph = plan.graph
        alone = [n for n in plan.blocks if rewire.stands_alone(graph, n)]
        others = [n for n in plan.blocks if n not in alone]
        if alone and others:
            one, other = self.random.choice(alone), self.random.choice(others)
            edit, _ = rewire.put_in_place(plan.scope, graph, one, other, self.session.catalogue)
            self._submit(edit)

    def _do_drop_into_wire(self) -> None:
        plan = self._owned()
        if plan is None or not plan.graph.edges:
            return
        alone = [n for n in plan.blocks if rewire.stands_alone(plan.graph, n)]
        if alone:
            edge = self.random.choice(plan.graph.edges)
            self._submit(rewire.insert_existing(plan.scope, self.random.choice(alone), edge))

    def _do_rename(self) -> None:
        if (found := self._node()) is not None:
            wanted = self.random.choice(["a", "b-1", "conv7", "x.y", "", "conv", "layer1"])
            self._submit(Rename(scope=found[0], old=found[1], new=wanted))

    def _do_parameter(self) -> None:
        if (found := self._node()) is None:
            return
        scope, name = found
        key = self.random.choice(list(VALUES))
        row = self.session.row(commands.path_of(scope, name))
        if row is not None and self.random.random() < 0.8:
            try:
                known = [p.name for p in self.session.catalogue.parameters(row.node)]
            except ValueError:
                known = []
            key = self.random.choice([k for k in known if k in VALUES] or [key])
        value = self.random.choice(VALUES[key])
        self._submit(
            SetParameter(
                scope=scope,
                name=name,
                parameter=key,
                value=value,  # type: ignore[arg-type]
                unset=self.random.random() < 0.2,
                gesture=self.random.choice([0, 0, 1]),
            )
        )

    def _do_repair(self) -> None:
        problems = self.session.analysis.problems
        if problems and self.random.random() < 0.3:
            found = repairs(self.session.analysis, self.random.choice(problems))
            if found:
                self._submit(self.random.choice(found).edit)

    # -- places -------------------------------------------------------------------------------------

    def _do_move(self) -> None:
        plan = self._owned()
        if plan is not None and plan.blocks:
            names = self.random.sample(list(plan.blocks), min(len(plan.blocks), 2))
            places = tuple((n, self.random.choice([self._point(), None])) for n in names)
            gesture = self.random.choice([0, 1, 2])
            self._submit(MoveNodes(scope=plan.scope, places=places, gesture=gesture))

    def _do_nudge(self) -> None:
        self.view.nudge(self.random.choice([-8.0, 8.0]), 8.0, self.random.choice([0, 1]))

    def _do_arrange(self) -> None:
        self.view.arrange()

    def _do_align(self) -> None:
        self.view.select_all()
        self.session.select(*self.session.selection[:4])
        self.view.arranging.align(self.random.choice(["left", "middle", "bottom"]))

    def _do_spread(self) -> None:
        self.view.select_all()
        self.session.select(*self.session.selection[:4])
        self.view.arranging.spread(self.random.choice(["horizontally", "vertically"]))

    def _do_turn(self) -> None:
        if self.random.random() < 0.3:
            self.view.turn()

    def _do_fold(self) -> None:
        opens = [p for p, i in self.view.network.blocks.items() if i.shown.face.opens]
        opened = self.session.document.opened
        if len(self.view.network.blocks) > 3 * LARGE and opened:
            self._submit(Fold(path=self.random.choice(opened), open=False))
        elif opens:
            self.view.fold(self.random.choice(opens))

    # -- copies --------------------------------------------------------------------------------------

    def _do_duplicate(self) -> None:
        self.view.duplicate()

    def _do_duplicate_wired(self) -> None:
        self.view.duplicate_with_wires()

    def _do_copy_and_paste(self) -> None:
        self.view.copy()
        self._look_somewhere()
        self.view.paste()

    def _do_cut_and_paste(self) -> None:
        self.view.cut()
        self.view.paste()

    def _do_paste_network(self) -> None:
        if self.random.random() < 0.1 and (plan := self._owned()) is not None:
            copied = start(self.random.randint(1, 4))
            made = clipboard.paste(
                self.session.document,
                self.session.home(plan.scope),
                copied,
                Point(*self._point()),
                self.session.names(plan.scope),
            )
            if made is not None:
                self._submit(made.edit)

    # -- blocks of one's own --------------------------------------------------------------------------

    def _do_make_block(self) -> None:
        plan = self._owned()
        if plan is None or not plan.blocks or len(self.session.document.definitions) > 6:
            return
        session = self.session
        names = self.random.sample(list(plan.blocks), min(3, len(plan.blocks)))
        arity = Arity(session.catalogue.arity, session.catalogue.output_count)
        name = fresh_name("own", session.document.definition_by_name)
        there, environment = session.home(plan.scope), session.names(plan.scope)
        made = make_block(session.document, there, names, name, arity, environment)
        self._submit(made.edit)

    def _of_own(self) -> tuple[Scope, str] | None:
        plan = self._owned()
        if plan is None:
            return None
        found = [n.name for n in plan.graph.nodes if n.type.startswith(DEFINED) or n.body]
        return (self.session.home(plan.scope), self.random.choice(found)) if found else None

    def _do_unpack(self) -> None:
        if (found := self._of_own()) is not None:
            self._submit(unpack(self.session.document, *found).edit)

    def _do_make_unique(self) -> None:
        if (found := self._of_own()) is not None:
            node = self.session.document.graph_at(found[0])[found[1]]
            if node.type.startswith(DEFINED):
                self._submit(make_unique(self.session.document, *found).edit)

    def _do_make_editable(self) -> None:
        self.view.unpack_current()

    def _do_define(self) -> None:
        if (definition := self._definition()) is None:
            return
        document, chance = self.session.document, self.random
        name = definition.name
        parameters = [p.name for p in definition.parameters]
        act = chance.randint(0, 5)
        if act == 0:
            self._submit(redefine.rename_block(document, name, chance.choice(["own", "own9", "?"])))
        elif act == 1:
            self._submit(redefine.describe_block(document, name, "What it is for", 1))
        elif act == 2 or not parameters:
            wanted = redefine.fresh_parameter(definition, chance.choice(["width", "depth"]))
            self._submit(redefine.add_parameter(document, name, ParameterDefinition(wanted, 4)))
        elif act == 3:
            old = chance.choice(parameters)
            self._submit(redefine.rename_parameter(document, name, old, chance.choice("xyz")))
        elif act == 4:
            old = chance.choice(parameters)
            new = ParameterDefinition(old, chance.choice([2, 8, "wide"]))
            self._submit(redefine.change_parameter(document, name, old, new, 1))
        else:
            self._submit(redefine.remove_parameter(document, name, chance.choice(parameters)))

    def _do_undefine(self) -> None:
        if (definition := self._definition()) is not None:
            self._submit(Undefine(name=definition.name))

    def _do_import_blocks(self) -> None:
        document = self.session.document
        if len(document.definitions) <= 6:
            clash = self.random.choice(get_args(library.Clash))
            self._submit(library.import_blocks(document, start(2), clash))

    # -- the network ----------------------------------------------------------------------------------

    def _do_about(self) -> None:
        if self.random.random() < 0.5:
            self._submit(SetAbout(name=self.random.choice(["net", "net2", "not a name"])))
        else:
            self._submit(SetAbout(about=About(title="“so”", year=2015)))

    def _do_network_parameters(self) -> None:
        names = self.random.sample(["width", "depth", "not a word"], 2)
        found = tuple(ParameterDefinition(n, self.random.choice([4, 8])) for n in names)
        self._submit(SetDocumentParameters(parameters=found))

    def _do_network_parameter(self) -> None:
        self._submit(
            SetDocumentParameter(name="width", value=self.random.choice([2, 16]), gesture=1)
        )

    # -- notes, frames, bends ---------------------------------------------------------------------------

    def _do_note(self) -> None:
        if (plan := self._owned()) is not None and len(plan.graph.notes) < 12:
            graph, chance = plan.graph, self.random
            name = chance.choice([fresh(graph, "note"), *(n.name for n in graph.notes)])
            note = Note(
                name=name,
                text="a\nb",
                at=self._point(),
                size=(90.0, 40.0),
                color=chance.choice(COLORS),
            )
            self._submit(Annotate(scope=plan.scope, notes=(note,), what="Write", gesture=1))

    def _do_frame(self) -> None:
        if (plan := self._owned()) is not None and plan.blocks:
            graph = plan.graph
            names = set(self.random.sample(list(plan.blocks), min(3, len(plan.blocks))))
            frame = Frame(
                name=fresh(graph, "frame") if len(graph.frames) < 6 else graph.frames[0].name,
                title="Frame",
                blocks=tuple(n.name for n in graph.nodes if n.name in names),
                color=self.random.choice(COLORS),
            )
            self._submit(Annotate(scope=plan.scope, frames=(frame,), what="Frame"))

    def _do_bend(self) -> None:
        if (plan := self._owned()) is not None and plan.graph.edges:
            points = (self._point(),) * self.random.randint(0, 2)
            bend = Bend(self.random.choice(plan.graph.edges), points)
            self._submit(Annotate(scope=plan.scope, bends=(bend,), what="Lead"))

    def _do_bend_wire(self) -> None:
        self.view.annotating.bend_current()

    def _do_straighten(self) -> None:
        self.view.annotating.straighten()

    def _do_recolor(self) -> None:
        if self.view.annotating.selected:
            self.view.annotating.recolor(self.random.choice(COLORS))

    # -- to and fro ---------------------------------------------------------------------------------------

    def _do_undo(self) -> None:
        for _ in range(self.random.choice([1, 1, 1, 5])):
            self.session.undo()

    def _do_redo(self) -> None:
        self.session.redo()

    def _do_batch(self) -> None:
        found = self._node()
        if found is not None:
            scope, name = found
            edits: tuple[Edit, ...] = (
                SetParameter(scope=scope, name=name, parameter="out_channels", value=6),
                Rename(scope=scope, old=name, new=self.random.choice(["a", "z9", "!"])),
            )
            self._submit(Batch(edits=edits, what="two"))
