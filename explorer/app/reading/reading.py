"""Heat, search and measured times, brought onto the canvas and into the table."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QToolButton

from explorer.analysis.find import hidden_in
from explorer.app.canvas.dress import PLAIN, Dress
from explorer.app.canvas.view import CanvasView
from explorer.app.panels.figures_panel import FiguresPanel
from explorer.app.reading.find_bar import FindBar
from explorer.app.reading.finder import Finder
from explorer.app.reading.heat import Heat, Heated, heat_of, heat_of_volumes
from explorer.app.reading.legend import HeatLegend
from explorer.app.reading.measuring import Measuring
from explorer.app.runner import Runner
from explorer.app.session import Session
from explorer.app.settings import Settings
from explorer.app.volumes.view import VolumeView


class Reading(QObject):
    """Keeps blocks dressed in step with the document, the heat and what is searched for."""

    changed = Signal()
    """What can be done, or what is chosen, is another."""

    def __init__(
        self,
        session: Session,
        canvas: CanvasView,
        volumes: VolumeView,
        panel: FiguresPanel,
        runner: Runner,
        settings: Settings,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session, self._canvas, self._panel = session, canvas, panel
        self._volumes = volumes
        self.heat = Heat(settings, self)
        self.finder = Finder(session, self)
        self.measuring = Measuring(session, runner, self)
        self.bar = FindBar(self.finder)
        self.legend = HeatLegend()
        self.button = QToolButton()
        self.button.setProperty("kind", "flat")
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.shown = Heated(None, {})
        """What the graph, or the figure of volumes, is coloured by now."""
        for signal in (
            session.document_changed,
            session.scope_changed,
            session.batch_changed,
            session.times_changed,
            self.heat.changed,
            self.finder.changed,
            self.measuring.changed,
        ):
            signal.connect(self.refresh)
        for signal in (self.heat.changed, self.finder.changed, self.measuring.changed):
            signal.connect(self.changed)
        self.finder.changed.connect(self._filter)
        self.finder.gone_to.connect(self.go_to)
        self.bar.filter_changed.connect(self._filter)
        self.bar.closed.connect(canvas.setFocus)
        panel.filter_left.connect(lambda: self.bar.filter.setChecked(False))
        self.legend.close_button.clicked.connect(lambda: self.heat.set_kind(""))
        self.legend.action.clicked.connect(self.measuring.toggle)
        self.refresh()

    # -- heat -------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Dress the blocks that are shown."""
        kind, figures = self.heat.kind, self._session.figures
        volumes = self._volumes.isVisible()
        self.shown = Heated(None, {})
        if kind:
            self.shown = heat_of(self._canvas.network, figures, kind)
        dresses: dict[str, Dress] = dict(self.shown.dresses)
        tints: dict[str, str] = {}
        if kind and volumes:
            self.shown = heat_of_volumes(self._volumes.plan, figures, kind)
            tints = {path: dress.color for path, dress in self.shown.dresses.items()}
        self._volumes.tint(tints)
        found = hidden_in(self.finder.found, self._canvas.network.visible_path)
        for path, count in found.items():
            dresses[path] = dresses.get(path, PLAIN)._replace(found=count)
        self._canvas.network.dress(dresses)
        note, action = self.measuring.words() if kind == "time" else ("", "")
        self.legend.show_heat(kind, self._title(kind), self.shown, note, action)
        text = self.tr("Heat: {0}").format(self.heat.title())
        if text != self.button.accessibleName():
            self.button.setText(text + " ▾")
            self.button.setAccessibleName(text)
            self.button.setToolTip(self.tr("Colour the blocks by one of their figures"))
        self.changed.emit()

    def _title(self, kind: str) -> str:
        title = self.heat.title(kind)
        if kind in ("memory", "time"):
            return self.tr("{0}, batch {1}").format(title, self._session.batch)
        return title

    def measure(self) -> None:
        """Measure, and show the times as they come; break it off where it is going on."""
        self.measuring.toggle()
        if self.measuring.going_on:
            self.heat.set_kind("time")

    # -- finding ------------------------------------------------------------------------------------

    def find(self) -> None:
        """Open the bar."""
        self.bar.open()

    def go_to(self, path: str) -> None:
        """Select a block and bring it into view, entering what it is hidden in."""
        session = self._session
        if path not in self._canvas.network.blocks:
            scope = tuple(path.split(".")[:-1])
            around = [".".join(scope[: i + 1]) for i in range(len(scope))]
            opened = set(session.document.opened)
            session.enter(() if all(p in opened for p in around) else scope)
        session.select(path)
        self._canvas.focus_block(path)

    def _filter(self) -> None:
        wanted = self.bar.filter.isChecked() and bool(self.finder.query.strip())
        paths = frozenset(self.finder.found) if wanted else None
        self._panel.table.show_only(paths)
        text = ""
        if paths is not None:
            text = self.tr("{0} of {1} blocks").format(len(paths), len(self._session.analysis.rows))
        self._panel.show_filter(text)
