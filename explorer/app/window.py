"""The main window: panels around the canvas, arranged by workspace, all following one session."""

from __future__ import annotations

from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QPoint, QSize, Qt, QTimer
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from explorer.analysis.home import built_in_around
from explorer.analysis.unpacking import unpack_around
from explorer.app.actions import translated
from explorer.app.actions.heat import MENU as HEAT_MENU
from explorer.app.canvas.view import CanvasView
from explorer.app.canvas_area import CanvasArea
from explorer.app.code_copy import CodeCopy
from explorer.app.exporting.exports import Exports
from explorer.app.files import Files
from explorer.app.importing.request import FOREIGN, WEIGHTS
from explorer.app.language import LANGUAGES, chosen, say
from explorer.app.later import Later
from explorer.app.menus import Actions
from explorer.app.own_blocks import OwnBlocks
from explorer.app.panels.banner import Banner
from explorer.app.panels.breadcrumb import Breadcrumb
from explorer.app.panels.figures import FiguresTable
from explorer.app.panels.figures_panel import FiguresPanel
from explorer.app.panels.inspector import Inspector
from explorer.app.panels.palette import Palette
from explorer.app.panels.status import StatusLine
from explorer.app.panels.totals import TotalsBar
from explorer.app.panels.train import TrainPanel
from explorer.app.reading.reading import Reading
from explorer.app.repairing import Repairing
from explorer.app.runner import Runner
from explorer.app.safety.safety import Safety
from explorer.app.session import Session
from explorer.app.settings import Settings
from explorer.app.theme import app_icon, set_theme, ui_font
from explorer.app.volumes.view import VolumeView
from explorer.app.weights.kept import Weights
from explorer.app.welcome.welcome import Welcome
from explorer.app.widgets import hairline, tight
from explorer.app.workspaces import CODE_WIDTH, INSPECTOR_WIDTH, LOWER, PALETTE_WIDTH, WORKSPACES

if TYPE_CHECKING:
    from explorer.app.code.panel import CodePanel
    from explorer.app.commands.popover import CommandPopover
    from explorer.app.compare.panel import ComparePanel
    from explorer.app.exporting.ask import Exporting
    from explorer.app.importing.importing import Importing
    from explorer.app.panels.insight import InsightPanel
    from explorer.app.pictures.export import Pictures
    from explorer.app.weights.dialog import LoadingWeights

AnyPanel = TypeVar("AnyPanel", bound=QWidget)

PROGRAM = "Architecture Explorer"


class Window(QMainWindow):
    """Everything that is seen."""

    session: Session
    settings: Settings
    workspace: str
    files: Files
    exports: Exports
    weights: Weights
    runner: Runner
    canvas: CanvasView
    figures: FiguresPanel
    reading: Reading
    code: CodeCopy
    area: CanvasArea
    own_blocks: OwnBlocks
    repairing: Repairing
    status_line: StatusLine
    safety: Safety
    welcome: Welcome

    def __init__(self, session: Session, settings: Settings | None = None) -> None:
        super().__init__()
        self.session = session
        session.setParent(self)
        self.settings = settings or Settings()
        self.workspace = ""
        self._hidden: set[str] = set() if self.settings.code else {"code"}
        self.banner = Banner()
        self.files = Files(session, self.settings, self.banner, self)
        self.safety = Safety(session, self.files, self.banner, self)
        self.runner = Runner(session, self)
        self.weights = Weights(session, self.runner, self.banner, self)
        self.exports = Exports(session, self.banner, self.runner, lambda: self.weights.file, self)
        self.files.foreign = self._bring_in
        self.canvas = CanvasView(session)
        self.code = CodeCopy(session, self.canvas, self)
        self.volumes = VolumeView(session)
        self.canvas.reduced_motion = self.settings.reduced_motion
        self.own_blocks = OwnBlocks(session, self.canvas, self.files, self.banner, self)
        self.repairing = Repairing(session, self.canvas, self)
        self.palette_panel = Palette(session)
        self.inspector = Inspector(session)
        self.table = FiguresTable(session)
        self.figures = FiguresPanel(session, self.table, self.settings, self.files, self.banner)
        self.strip = TrainPanel(session, self.runner, compact=True)
        self.totals = TotalsBar(session)
        self.status_line = StatusLine(session)
        self.reading = Reading(
            session, self.canvas, self.volumes, self.figures, self.runner, self.settings, self
        )
        self.actions_table = Actions(self)
        self.tools = self.actions_table.toolbar()
        self.tools.add_first(self.reading.button)
        self.reading.button.setMenu(self.actions_table.menu_of(HEAT_MENU))
        self.panels: dict[str, QWidget] = {
            "palette": self.palette_panel,
            "inspector": self.inspector,
            "table": self.figures,
            "strip": self.strip,
            "train": Later(lambda: self.train),
            "insight": Later(lambda: self.insight),
            "compare": Later(lambda: self.compare),
            "code": Later(lambda: self.code_panel),
        }
        self._lay_out()
        self._connect()
        self.setWindowIcon(app_icon())
        self.setAcceptDrops(True)
        self.resize(1440, 900)
        if (geometry := self.settings.state("window")) is not None:
            self.restoreGeometry(geometry)
        self._retitle()
        self.show_workspace(self.settings.workspace or "design")
        self.canvas.setFocus()

    # -- what is made when it is first wanted: the window opens the sooner ------------------------

    @cached_property
    def commands(self) -> CommandPopover:
        from explorer.app.commands.popover import CommandPopover

        return CommandPopover(self)

    @cached_property
    def exporting(self) -> Exporting:
        from explorer.app.exporting.ask import Exporting

        return Exporting(self)

    @cached_property
    def importing(self) -> Importing:
        from explorer.app.importing.importing import Importing

        return Importing(self)

    @cached_property
    def loading_weights(self) -> LoadingWeights:
        from explorer.app.weights.dialog import LoadingWeights

        return LoadingWeights(self)

    def _bring_in(self, path: Path) -> bool:
        """Whether a file is another program's, for which its dialog is shown."""
        kind = path.suffix.lower()
        if kind in FOREIGN:
            self.importing.ask(path)
        elif kind in WEIGHTS:
            self.loading_weights.ask(path)
        return kind in (*FOREIGN, *WEIGHTS)

    @cached_property
    def pictures(self) -> Pictures:
        from explorer.app.pictures.export import Pictures

        return Pictures(self.session, self.settings, self.banner, self)

    @cached_property
    def train(self) -> TrainPanel:
        return self._held("train", TrainPanel(self.session, self.runner))

    @cached_property
    def insight(self) -> InsightPanel:
        from explorer.app.panels.insight import InsightPanel

        return self._held("insight", InsightPanel(self.session, self.runner))

    @cached_property
    def compare(self) -> ComparePanel:
        from explorer.app.compare.panel import ComparePanel

        panel = ComparePanel(self.session, self.runner, self.files)
        panel.open_asked.connect(self.files.open_network)
        panel.failed.connect(self.banner.error)
        return self._held("compare", panel)

    @cached_property
    def code_panel(self) -> CodePanel:
        from explorer.app.code.panel import CodePanel

        panel = CodePanel(self.session)
        panel.block_asked.connect(self.show_block)
        panel.left.connect(self.canvas.setFocus)
        panel.save_asked.connect(lambda: self.exporting.ask("pytorch"))
        return self._held("code", panel)

    def _held(self, name: str, panel: AnyPanel) -> AnyPanel:
        place = self.panels[name]
        assert isinstance(place, Later)
        place.hold(panel)
        return panel

    # -- how it is put together ---------------------------------------------------------------

    def _lay_out(self) -> None:
        self.setMenuWidget(self._top_bar())
        self.below = QSplitter(Qt.Orientation.Horizontal)
        for name in LOWER:
            self.below.addWidget(self.panels[name])
        self.area = CanvasArea(self.canvas, self.volumes, Breadcrumb(self.session), self.tools)
        self.area.add_floating(self.reading.bar)
        self.area.add_floating(self.reading.legend, low=True)
        self.middle = QSplitter(Qt.Orientation.Vertical)
        self.middle.addWidget(self.area)
        self.middle.addWidget(self.below)
        self.outer = QSplitter(Qt.Orientation.Horizontal)
        for widget in (self.palette_panel, self.middle, self.panels["code"], self.inspector):
            self.outer.addWidget(widget)
        self.splitters = {"outer": self.outer, "middle": self.middle, "below": self.below}
        for splitter in self.splitters.values():
            splitter.setHandleWidth(1)
            splitter.setChildrenCollapsible(False)
        self.outer.setStretchFactor(1, 1)
        self.palette_panel.setMinimumWidth(150)
        self.inspector.setMinimumWidth(240)
        body = QWidget()
        layout = QVBoxLayout(body)
        tight(layout)
        layout.addWidget(self.banner)
        for bar in self.safety.bars:
            layout.addWidget(bar)
        pages = QStackedWidget()
        pages.addWidget(self.outer)
        self.welcome = Welcome(self, pages)
        layout.addWidget(pages, 1)
        layout.addWidget(hairline())
        layout.addWidget(self.status_line)
        self.setCentralWidget(body)

    def _top_bar(self) -> QWidget:
        bar = QWidget()
        bar.setProperty("kind", "panel")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(bar)
        tight(column)
        row = QHBoxLayout()
        row.setContentsMargins(14, 6, 16, 6)
        row.setSpacing(8)
        mark = QLabel()
        mark.setPixmap(app_icon().pixmap(QSize(24, 24)))
        mark.setAccessibleName(PROGRAM)
        self._program = QLabel(PROGRAM)
        self._program.setFont(ui_font(13, 600))
        row.addWidget(mark)
        row.addWidget(self._program)
        menus = self.actions_table.menu_bar()
        menus.setNativeMenuBar(False)
        row.addWidget(menus, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addSpacing(8)
        self._tabs = QButtonGroup(self)
        self.tabs: dict[str, QPushButton] = {}
        for workspace in WORKSPACES.values():
            tab = QPushButton(translated(workspace.title))
            tab.setProperty("kind", "tab")
            tab.setCheckable(True)
            tab.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            tab.clicked.connect(partial(self.show_workspace, workspace.id))
            self._tabs.addButton(tab)
            self.tabs[workspace.id] = tab
            row.addWidget(tab)
        row.addWidget(self.totals, 1)
        column.addLayout(row)
        column.addWidget(hairline())
        return bar

    def _connect(self) -> None:
        session = self.session
        session.refused.connect(self._refuse)
        session.file_changed.connect(self._retitle)
        for signal in (
            session.document_changed,
            session.selection_changed,
            session.scope_changed,
            session.file_changed,
            self.canvas.annotations_changed,
            self.exports.changed,
            self.runner.state_changed,
            self.safety.recovery.changed,
            self.reading.changed,
        ):
            signal.connect(self.actions_table.refresh)
        self.actions_table.keymap.changed.connect(self._tell_keys)
        self._tell_keys()
        self.canvas.zoom_changed.connect(self.tools.show_zoom)
        self.volumes.zoom_changed.connect(self.tools.show_zoom)
        self.area.looked.connect(self._show_look)
        for view in (self.canvas, self.volumes):
            view.menu_asked.connect(self._show_canvas_menu)
        self.tools.show_zoom(self.canvas.scale_factor)
        self.palette_panel.chosen.connect(self.canvas.insert_block)
        self.palette_panel.left.connect(self.canvas.setFocus)
        self.canvas.keys_unused.connect(self.actions_table.explain_keys)
        self.canvas.parameters_asked.connect(self.edit_parameters)
        self.inspector.left.connect(self.canvas.setFocus)
        self.canvas.quick.recent = self.settings.recent_blocks
        self.inspector.unpack_asked.connect(self.make_editable)
        own = self.inspector.block_page.own
        own.edit_asked.connect(self.canvas.enter_current)
        own.unique_asked.connect(self.own_blocks.make_unique)
        own.unpack_asked.connect(self.own_blocks.unpack)
        self.palette_panel.edit_asked.connect(self.own_blocks.edit)
        self.palette_panel.remove_asked.connect(self.own_blocks.remove)
        self.inspector.problem_chosen.connect(self.show_block)
        self.status_line.problem_chosen.connect(self.show_block)
        self.table.focus_asked.connect(lambda path: self.viewed.focus_block(path))
        QWidget.setTabOrder(self.canvas, self.palette_panel.search)
        QWidget.setTabOrder(self.palette_panel.search, self.palette_panel.list)
        QWidget.setTabOrder(self.palette_panel.list, self.inspector)
        self.runner.device_changed.connect(self._show_device)
        self.exports.changed.connect(self._show_export)
        self._show_device()

    @property
    def viewed(self) -> CanvasView | VolumeView:
        """The graph or the volumes, whichever is shown."""
        return self.area.viewed

    @property
    def shows_canvas(self) -> bool:
        """Whether this workspace shows the network, as a graph or as volumes."""
        return WORKSPACES[self.workspace].canvas > 0

    def toggle_volumes(self) -> None:
        """Show the network as volumes, or as the graph again."""
        self.area.show_look("graph" if self.area.look == "volumes" else "volumes")

    def _show_look(self) -> None:
        self.tools.show_zoom(self.viewed.scale_factor)
        self.reading.refresh()
        self.actions_table.refresh()

    # -- what the actions do --------------------------------------------------------------------

    def _show_canvas_menu(self, at: QPoint) -> None:
        menu = self.actions_table.canvas_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def show_workspace(self, name: str) -> None:
        """Arrange the panels for a task; sizes are kept for each."""
        name = name if name in WORKSPACES else "design"
        self.welcome.leave()
        if name == self.workspace:
            self.tabs[name].setChecked(True)
            return
        self._keep_sizes()
        canvas = self.canvas
        whole = canvas.isVisible() and canvas.seen.contains(canvas.network.content_rect())
        self.workspace = name
        self.settings.workspace = name
        self.tabs[name].setChecked(True)
        self._show_panels()
        self._restore_sizes()
        if whole:
            # what was all in sight stays so, once the canvas has its new size
            QTimer.singleShot(0, canvas, canvas.fit)
        self.actions_table.refresh()

    def has_panel(self, name: str) -> bool:
        """Whether this workspace has a panel at all."""
        return name in WORKSPACES[self.workspace].panels

    def is_shown(self, name: str) -> bool:
        return self.has_panel(name) and name not in self._hidden

    @property
    def put_away(self) -> frozenset[str]:
        """Panels that are hidden in every workspace."""
        return frozenset(self._hidden)

    def toggle_panel(self, name: str) -> None:
        """Hide a panel of this workspace, or show it again."""
        self._hidden ^= {name}
        self._show_panels()
        if name == "code":
            self.settings.code = self.is_shown(name)

    def _show_panels(self) -> None:
        for name, panel in self.panels.items():
            panel.setVisible(self.is_shown(name))
        self.area.setVisible(WORKSPACES[self.workspace].canvas > 0)
        self.below.setVisible(any(self.is_shown(n) for n in LOWER))

    def _restore_sizes(self) -> None:
        workspace = WORKSPACES[self.workspace]
        states = [self.settings.state(f"{workspace.id}/{n}") for n in ("outer", "middle", "below")]
        for splitter, state in zip((self.outer, self.middle, self.below), states, strict=True):
            if state is not None:
                splitter.restoreState(state)
        if None in states:
            high, wide = max(400, self.height()), max(600, self.width())
            code = min(CODE_WIDTH, wide // 4)  # the network has the most room
            self.outer.setSizes([PALETTE_WIDTH, wide, code, INSPECTOR_WIDTH])
            upper = int(high * workspace.canvas)
            self.middle.setSizes([upper, high - upper])
            self.below.setSizes([wide * share for share in workspace.lower])

    def _keep_sizes(self) -> None:
        if self.workspace:
            for name, splitter in self.splitters.items():
                self.settings.set_state(f"{self.workspace}/{name}", splitter.saveState())

    def show_block(self, path: str) -> None:
        """Select a block and bring it into view."""
        if self.session.row(path) is not None:
            self.session.select(path)
            self.viewed.focus_block(path)

    def find_block(self) -> None:
        """Put the cursor into the palette's search."""
        if not self.has_panel("palette"):
            self.show_workspace("design")
        if not self.is_shown("palette"):
            self.toggle_panel("palette")
        self.palette_panel.focus_search()

    def edit_parameters(self) -> None:
        """Put the cursor into the first parameter of the current block."""
        if not self.has_panel("inspector"):
            self.show_workspace("design")
        if not self.is_shown("inspector"):
            self.toggle_panel("inspector")
        self.inspector.focus_parameters()

    def rename(self) -> None:
        """Rename on the canvas, or the network where nothing is selected."""
        if self.canvas.annotating.selected or (
            self.session.current is not None and self.canvas.hasFocus()
        ):
            self.canvas.rename_current()
        elif self.is_shown("inspector"):
            self.inspector.focus_name()
        else:
            self.canvas.rename_current()

    def make_editable(self) -> None:
        """Turn what decides over the current block into groups of the document's own."""
        path = self.session.selection[-1] if self.session.selection else ""
        if not built_in_around(self.session.analysis, path):
            self.canvas.unpack_current()
            return
        edit = unpack_around(self.session.analysis, path)
        if isinstance(edit, str):
            self.banner.note(edit)
        else:
            self.session.do(edit)

    def toggle_theme(self) -> None:
        self.settings.theme = "light" if self.settings.theme == "dark" else "dark"
        set_theme(self.settings.theme)

    def toggle_reduced_motion(self) -> None:
        self.settings.reduced_motion = not self.settings.reduced_motion
        self.canvas.reduced_motion = self.settings.reduced_motion

    def toggle_resume(self) -> None:
        self.settings.resumes = not self.settings.resumes

    def choose_language(self, code: str) -> None:
        """Have the window in another language: from the next start, when all of it is made anew."""
        self.settings.language = code
        name = LANGUAGES[chosen(code)]
        self.banner.note(self.tr("From the next start on: {0}.").format(name))

    def toggle_full_screen(self) -> None:
        self.showNormal() if self.isFullScreen() else self.showFullScreen()

    def show_shortcuts(self) -> None:
        from explorer.app.commands.shortcuts import ShortcutsDialog

        ShortcutsDialog(self.actions_table.keymap, self).open()

    def _tell_keys(self) -> None:
        for name, tab in self.tabs.items():
            keys = self.actions_table[name].shortcut()
            tab.setToolTip(keys.toString(QKeySequence.SequenceFormat.NativeText))

    def show_about(self) -> None:
        from explorer.app.dialogs import show_about

        show_about(self)

    def copy_report(self) -> None:
        """Versions and the last errors into the clipboard."""
        from explorer.app.report import report

        QGuiApplication.clipboard().setText(report(self.runner))
        self.banner.note(self.tr("The report is in the clipboard, to be read and sent by you."))

    # -- following ----------------------------------------------------------------------------

    def _retitle(self) -> None:
        self.setWindowTitle(f"{self.session.title} – {PROGRAM}")

    def _refuse(self, why: str) -> None:
        """Say what could not be done, unless the canvas has said it where it happened."""
        if not self.canvas.bubble.isVisible():
            why = say(why)
            self.banner.note(why[:1].upper() + why[1:] + ("" if why.endswith(".") else "."))

    def _show_device(self) -> None:
        self.status_line.show_device(self.runner.device_text)

    def _show_export(self) -> None:
        doing = self.exports.doing
        self.status_line.show_busy(doing, self.exports.cancel if doing else None)

    # -- leaving, and files dropped ---------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.files.may_close():
            event.ignore()
            return
        self._keep_sizes()
        self.settings.set_state("window", self.saveGeometry())
        self.settings.recent_blocks = self.canvas.quick.recent
        self.settings.sync()
        self.safety.close(self)
        # ending the worker may take a second, which nobody should have to watch
        self.hide()
        self.exports.close()
        for name in ("importing", "loading_weights"):
            if name in vars(self):  # it was made
                getattr(self, name).close()
        self.runner.close()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped_file(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if path := _dropped_file(event):
            event.acceptProposedAction()
            self.files.open_path(path)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # the mark alone says whose window it is, where the figures need the room
        self._program.setVisible(self.width() >= 1200)


def _dropped_file(event: QDropEvent) -> Path | None:
    """The one file that is dropped, if it is one."""
    urls = event.mimeData().urls()
    if len(urls) == 1 and urls[0].isLocalFile():
        return Path(urls[0].toLocalFile())
    return None
