"""Users' own blocks in the window: made of what is selected, unpacked, exported, imported."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from explorer.app.block_dialogs import MakeBlockDialog, ask_clash
from explorer.app.canvas.commands import name_of, path_of, scope_of
from explorer.app.canvas.view import CanvasView
from explorer.app.files import Files
from explorer.app.language import say
from explorer.app.panels.banner import Banner
from explorer.app.session import Session
from explorer.graph import files, library
from explorer.graph.definitions import (
    PORTS,
    Arity,
    Made,
    make_block,
    make_unique,
    region,
    unpack,
)
from explorer.graph.edits import EditError, Undefine, check_name
from explorer.graph.files import FileError
from explorer.graph.model import DEFINED, Node, Scope, fresh_name
from explorer.graph.uses import count_uses

NEW_NAME = "my_block"


class OwnBlocks(QObject):
    """Everything that is done with blocks of the user's own."""

    def __init__(
        self, session: Session, canvas: CanvasView, files: Files, banner: Banner, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._canvas = canvas
        self._files = files
        self._banner = banner
        self._window = window

    # -- what can be done -----------------------------------------------------------------------

    @property
    def can_make(self) -> bool:
        """Whether something is selected that a block can be made of."""
        scope, names = self._selected()
        if not names or not self._session.editable(scope):
            return False
        graph = self._session.graph(scope)
        return any(n in graph and graph[n].type not in PORTS for n in names)

    @property
    def can_unpack(self) -> bool:
        """Whether the current block is an own one or a group, in a graph that can be edited."""
        node = self._current()
        return node is not None and (node.body is not None or self._is_own(node))

    @property
    def can_make_unique(self) -> bool:
        """Whether the current block is one of several uses of one definition."""
        node = self._current()
        if node is None or not self._is_own(node):
            return False
        return count_uses(self._session.document, node.type.removeprefix(DEFINED)) > 1

    @property
    def any(self) -> bool:
        """Whether the document has blocks of its own."""
        return bool(self._session.document.definitions)

    def _selected(self) -> tuple[Scope, list[str]]:
        """The selected blocks that lie in the graph of the current one."""
        selection = self._session.selection
        scope = scope_of(selection[-1]) if selection else ()
        return scope, [name_of(p) for p in selection if scope_of(p) == scope]

    def _current(self) -> Node | None:
        scope, names = self._selected()
        if not names or not self._session.editable(scope):
            return None
        return self._session.graph(scope).by_name.get(names[-1])

    def _is_own(self, node: Node) -> bool:
        name = node.type.removeprefix(DEFINED)
        return node.type.startswith(DEFINED) and name in self._session.document.definition_by_name

    # -- making, unpacking ------------------------------------------------------------------------

    def make(self) -> None:
        """Put a new block in the place of what is selected, once it has a name."""
        scope, names = self._selected()
        if not self.can_make:
            return
        try:
            chosen = region(self._session.graph(scope), names)
            trial = self._made(scope, names, self._fresh())
        except EditError as error:
            self._canvas.say(f"{say(str(error))}.")
            return
        about = self._about(trial, len(chosen))
        dialog = MakeBlockDialog(self._window, self._fresh(), about, self._judge)
        name = dialog.name.text() if dialog.exec() == QDialog.DialogCode.Accepted else ""
        dialog.deleteLater()
        if name:
            self._do(scope, self._made(scope, names, name))

    def _made(self, scope: Scope, names: list[str], name: str) -> Made:
        session = self._session
        arity = Arity(session.catalogue.arity, session.catalogue.output_count)
        there = session.home(scope)
        return make_block(session.document, there, names, name, arity, session.names(scope))

    def _fresh(self) -> str:
        return fresh_name(NEW_NAME, self._session.document.definition_by_name)

    def _judge(self, name: str) -> str:
        """What is wrong with the name of a new block."""
        if name in self._session.document.definition_by_name:
            return self.tr("There is already a block of your own called “{0}”.").format(name)
        try:
            check_name(name)
        except EditError:
            return self.tr("Letters, digits, _ and -, at least one.")
        return ""

    def _about(self, made: Made, count: int) -> str:
        """What the new block will be: told before it is there."""
        after = made.edit.apply(self._session.document)
        (definition,) = (
            d for d in after.definitions if d.name not in self._session.document.definition_by_name
        )
        inputs = len(definition.graph.of_type("input"))
        outputs = len(definition.graph.of_type("output"))
        text = self.tr("Blocks in it: {0}. Inputs: {1}. Outputs: {2}.").format(
            count, inputs, outputs
        )
        if definition.parameters:
            names = ", ".join(p.name for p in definition.parameters)
            text += "\n" + self.tr("Parameters, from the expressions in it: {0}.").format(names)
        return text + "\n" + self.tr("It will stand in the palette under MY BLOCKS.")

    def unpack(self) -> None:
        """Put what the current block is made of in its place."""
        scope, names = self._selected()
        if self.can_unpack:
            document = self._session.document
            self._do(scope, unpack(document, self._session.home(scope), names[-1]))

    def make_unique(self) -> None:
        """Give the current instance a definition of its own."""
        scope, names = self._selected()
        if self.can_make_unique:
            document = self._session.document
            self._do(scope, make_unique(document, self._session.home(scope), names[-1]))

    def _do(self, scope: Scope, made: Made) -> None:
        if self._session.do(made.edit):
            self._session.select(*(path_of(scope, name) for name in made.names))

    # -- definitions --------------------------------------------------------------------------------

    def edit(self, name: str) -> None:
        """Enter a use of a block, to edit its definition."""
        for row in self._session.analysis.rows:
            if row.node.type == DEFINED + name:
                self._session.enter(tuple(row.path.split(".")))
                return
        self._banner.note(
            self.tr("“{0}” is not used yet. Place it, then enter it to edit it.").format(name)
        )

    def remove(self, name: str) -> None:
        """Take an unused block away."""
        self._session.do(Undefine(name=name))

    # -- libraries ----------------------------------------------------------------------------------

    def export(self) -> None:
        """Write the document's own blocks to a file."""
        document = self._session.document
        folder = self._session.path.parent if self._session.path else Path(self._files.folder)
        path = self._files.ask_where(
            self.tr("Export my blocks"),
            folder / f"{document.name}{library.SUFFIX}",
            self._filter(),
            library.SUFFIX,
        )
        if path is None:
            return
        try:
            files.save(library.library_of(document), path)
        except FileError as error:
            self._banner.error(self.tr("Not exported: {0}.").format(say(str(error)).rstrip(".")))
            return
        count = len(document.definitions)
        self._banner.note(self.tr("{0} of your blocks are in {1}.").format(count, path.name))

    def import_(self) -> None:
        """Bring in the blocks of a library, or of any network file."""
        text, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Import blocks"), self._files.folder, self._filter()
        )
        if text:
            self.import_from(Path(text))

    def import_from(self, path: Path) -> None:
        """Bring in the blocks of a file; where both have one of a name, ask."""
        try:
            found = files.load(path)
        except FileError as error:
            self._banner.error(
                self.tr("No blocks were imported. {0}.").format(say(str(error)).rstrip("."))
            )
            return
        document = self._session.document
        clash: library.Clash | None = "keep"
        if names := library.clashes(document, found):
            clash = ask_clash(self._window, names)
        if clash is None:
            return
        try:
            edit = library.import_blocks(document, found, clash)
        except EditError as error:
            self._banner.note(f"{path.name}: {say(str(error))}.")
            return
        before = self._session.document
        if self._session.do(edit):
            same = before is self._session.document
            self._banner.note(
                self.tr("All blocks of {0} are here already.").format(path.name)
                if same
                else self.tr("The blocks of {0} are in the palette under MY BLOCKS.").format(
                    path.name
                )
            )

    def _filter(self) -> str:
        return self.tr("Blocks and networks (*{0} *{1});;All files (*)").format(
            library.SUFFIX, files.SUFFIX
        )
