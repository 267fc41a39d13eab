"""Menus, toolbar and shortcuts, made from the table of actions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QMenuBar, QToolButton

from explorer.app.actions import ACTIONS, MENUS, ActionSpec, translated
from explorer.app.actions.arrange import ALIGN
from explorer.app.actions.when import own, own_or_note, possible, reason, seen
from explorer.app.canvas.commands import scope_of
from explorer.app.commands.keymap import Keymap
from explorer.app.theme import icon, mono_font, notifier
from explorer.app.widgets import hairline

if TYPE_CHECKING:
    from explorer.app.window import Window


BLOCK_MENU = (
    ("fold", "enter", "unpack"),
    ("make_block", "dissolve", "make_unique", "frame_selection"),
    ("connect", "bypass", "parameters"),
    ("rename", "duplicate", "duplicate_wired", "delete", "take_out"),
    ("cut", "copy", "copy_pytorch", "paste"),
    ("explain", "repairs", "problems"),
)
CANVAS_MENU = (
    ("quick_add", "find", "add_note", "paste", "select_all"),
    ("arrange", "fit", "leave"),
    ("undo", "redo"),
)
NOTE_MENU = (("rename", "recolor", "duplicate", "delete"), ("cut", "copy", "paste"))
WIRE_MENU = (("add_bend", "straighten"), ("delete",))
"""What a right click offers, by the ids of the table's actions, a line between groups."""

MENU_ICONS_MS = 200
"""After which menus have their icons, milliseconds."""


class Actions(QObject):
    """Every action of the table as a QAction of the window."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._actions: dict[str, QAction] = {}
        self._said: dict[str, str] = {}
        """The text of each action as last set."""
        self.keymap = Keymap(window.settings, self)
        for spec in ACTIONS:
            action = QAction(translated(spec.text), window)
            action.setObjectName(spec.id)
            action.setCheckable(spec.checked is not None)
            action.triggered.connect(partial(self._run, spec))
            if spec.on_canvas:
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                window.canvas.addAction(action)
            else:
                window.addAction(action)
            self._actions[spec.id] = action
        notifier().changed.connect(self._recolor)
        self._recolor(soon=True)
        # those in menus take a tenth of the time until the window is painted
        QTimer.singleShot(MENU_ICONS_MS, self, self._recolor)
        self.keymap.changed.connect(self._rekey)
        self.keymap.changed.connect(self.refresh)
        self._rekey()

    def __getitem__(self, id_: str) -> QAction:
        return self._actions[id_]

    def refresh(self) -> None:
        """What can be done now, what is on, and what would be undone."""
        for spec in ACTIONS:
            action = self._actions[spec.id]
            action.setEnabled(possible(spec, self._window))
            if spec.checked is not None:
                action.setChecked(spec.checked(self._window))
            text = translated(spec.text)
            if spec.also is not None and (more := spec.also(self._window)):
                text = f"{text}: {more}"
            # asked for with every edit, and few of all these texts change
            if self._said.get(spec.id) != text:
                self._said[spec.id] = text
                action.setText(text)
                keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                action.setToolTip(f"{text} ({keys})" if keys else text)

    def explain_keys(self, keys: QKeySequence) -> None:
        """Say on the canvas why the action of some keys cannot be done now."""
        window, spec = self._window, self.keymap.owner(keys)
        if spec is None or possible(spec, window):
            return
        selection = window.session.selection
        if selection and seen(spec, window) and spec.enabled in (own, own_or_note):
            window.canvas.refuse_inside(scope_of(selection[-1]))
        else:
            why = reason(spec, window)
            window.canvas.say(f"{translated(spec.text).rstrip('…')}: {why}.")

    def menu_bar(self) -> QMenuBar:
        """The menu bar, with the recent files beneath Open."""
        bar = QMenuBar(self._window)
        for name in MENUS:
            menu = bar.addMenu("&" + translated(name))
            menu.setToolTipsVisible(False)
            within: dict[str, QMenu] = {}
            for spec in ACTIONS:
                if spec.menu == name:
                    into = menu
                    if spec.submenu:
                        if spec.submenu not in within:
                            within[spec.submenu] = menu.addMenu(translated(spec.submenu))
                        into = within[spec.submenu]
                    if spec.divided:
                        into.addSeparator()
                    into.addAction(self._actions[spec.id])
                    if spec.id == "gallery":
                        self._add_recent(menu)
            menu.aboutToShow.connect(self.refresh)
        return bar

    def _add_recent(self, menu: QMenu) -> None:
        recent = menu.addMenu(self.tr("Open recent"))
        recent.aboutToShow.connect(partial(self._fill_recent, recent))
        menu.aboutToShow.connect(lambda: recent.setEnabled(bool(self._window.files.recent)))

    def _fill_recent(self, menu: QMenu) -> None:
        menu.clear()
        files = self._window.files
        for path in files.recent:
            entry = menu.addAction(path.name)
            entry.setToolTip(str(path))
            entry.triggered.connect(partial(files.open_path, path))
        menu.setToolTipsVisible(True)
        menu.addSeparator()
        menu.addAction(self.tr("Forget these")).triggered.connect(files.forget_recent)

    def canvas_menu(self) -> QMenu:
        """What can be done with the selected blocks, or with the canvas where there are none."""
        self.refresh()
        menu = QMenu(self._window)
        canvas = self._window.canvas
        groups: tuple[tuple[str, ...], ...] = (
            BLOCK_MENU if self._window.session.selection else CANVAS_MENU
        )
        if not self._window.session.selection and canvas.annotating.selected:
            groups = NOTE_MENU
        elif canvas.selected_wire is not None:
            groups = WIRE_MENU
        for group in groups:
            for name in group:
                menu.addAction(self._actions[name])
            menu.addSeparator()
        if self._actions["align_left"].isEnabled():
            self._add_submenu(menu, ALIGN)
        return menu

    def _add_submenu(self, menu: QMenu, title: str) -> None:
        """One of the menus within menus, as the menu bar has it."""
        self._fill(menu.addMenu(translated(title)), title)

    def menu_of(self, title: str) -> QMenu:
        """One of the menus within menus, by itself: for a button."""
        menu = QMenu(self._window)
        self._fill(menu, title)
        return menu

    def _fill(self, within: QMenu, title: str) -> None:
        for spec in ACTIONS:
            if spec.submenu == title:
                if spec.divided:
                    within.addSeparator()
                within.addAction(self._actions[spec.id])

    def toolbar(self) -> ToolBar:
        return ToolBar(self)

    def _run(self, spec: ActionSpec) -> None:
        self._window.welcome.make_way(spec)
        spec.run(self._window)
        self.refresh()

    def _rekey(self) -> None:
        for action in self._actions.values():
            # first all are free, or a pair that swaps would be ambiguous for a moment
            action.setShortcuts([])
        for id_, action in self._actions.items():
            action.setShortcuts([QKeySequence(k) for k in self.keymap.keys(id_)])
        self._said.clear()

    def _recolor(self, soon: bool = False) -> None:
        """Give every action its icon; ``soon``: those that are in sight in a new window."""
        for spec in ACTIONS:
            if spec.icon and (spec.toolbar or not soon):
                self._actions[spec.id].setIcon(icon(spec.icon))


class ToolBar(QFrame):
    """The few actions that float over the canvas."""

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self.setProperty("kind", "floating")
        self.setAccessibleName(self.tr("Tools"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(4, 3, 4, 3)
        layout.setSpacing(2)
        group = ""
        self.buttons: dict[str, QToolButton] = {}
        # as in the menus, but with arranging between editing and zooming
        order = {"Edit": 0, "Network": 1, "View": 2}
        chosen = sorted((s for s in ACTIONS if s.toolbar), key=lambda s: order[s.menu])
        for spec in chosen:
            if group and spec.menu != group:
                line = hairline(vertical=True)
                line.setFixedHeight(18)
                layout.addWidget(line)
            group = spec.menu
            button = QToolButton()
            button.setProperty("kind", "flat")
            action = actions[spec.id]
            if spec.icon:
                button.setDefaultAction(action)
            else:
                # it shows a text of its own: the scale
                button.clicked.connect(action.trigger)
                button.setToolTip(translated(spec.text))
            button.setAccessibleName(translated(spec.text))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.buttons[spec.id] = button
            layout.addWidget(button)
        self._zoom = self.buttons["actual_size"]
        self._zoom.setFont(mono_font(12))
        self._zoom.setMinimumWidth(54)
        self.show_zoom(1.0)

    def add_first(self, button: QToolButton) -> None:
        """Put a button with a menu before all others."""
        line = hairline(vertical=True)
        line.setFixedHeight(18)
        layout = self.layout()
        assert isinstance(layout, QHBoxLayout)
        layout.insertWidget(0, button)
        layout.insertWidget(1, line)

    def show_zoom(self, scale: float) -> None:
        """The scale in percent stands on the button that goes back to 100 %."""
        self._zoom.setText(f"{scale * 100:.0f}\u202f%")
