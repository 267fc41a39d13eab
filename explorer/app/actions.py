"""The table of everything that can be done from a menu, the toolbar or the keyboard.

One row an action. Menus, toolbar, shortcuts and the list of shortcuts come from it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from explorer.app.window import Window

CONTEXT = "Actions"


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Marks a text for lupdate, which knows this name; Qt's own says that it returns an object."""
    return text


def _always(window: Window) -> bool:
    return True


@dataclass(frozen=True)
class ActionSpec:
    """One thing to do."""

    id: str
    menu: str
    text: str
    keys: str
    """The shortcut, one that no other action has."""
    run: Callable[[Window], object]
    icon: str = ""
    enabled: Callable[[Window], bool] = _always
    checked: Callable[[Window], bool] | None = None
    """For what is on or off."""
    more_keys: tuple[str, ...] = ()
    also: Callable[[Window], str] | None = None
    """What follows the text, such as what would be undone."""
    divided: bool = False
    """Whether a line parts it from what stands above."""
    toolbar: bool = False


MENUS = (
    QT_TRANSLATE_NOOP("Actions", "File"),
    QT_TRANSLATE_NOOP("Actions", "Edit"),
    QT_TRANSLATE_NOOP("Actions", "View"),
    QT_TRANSLATE_NOOP("Actions", "Network"),
    QT_TRANSLATE_NOOP("Actions", "Help"),
)


def translated(text: str) -> str:
    """A text of the table in the user's language."""
    return QCoreApplication.translate(CONTEXT, text)


def _selected(w: Window) -> bool:
    return bool(w.session.selection)


def _current(w: Window) -> bool:
    return w.session.current is not None


def _own(w: Window) -> bool:
    """Whether the selection can be changed: it is the document's, not a built-in block's."""
    return _selected(w) and all(
        w.session.editable(tuple(path.split(".")[:-1])) for path in w.session.selection
    )


def _opens(w: Window) -> bool:
    row = w.session.current
    return row is not None and row.is_block


def _enters(w: Window) -> bool:
    """Whether there is an inside to go to; what is the document's own needs no input for that."""
    row = w.session.current
    return row is not None and (row.is_block or w.session.editable(tuple(row.path.split("."))))


def _unpacks(w: Window) -> bool:
    """Whether a built-in block decides over the current one, or it is one itself."""
    row = w.session.current
    if row is None or w.own_blocks.can_unpack:
        return False
    return not _own(w) or row.is_block


def _undo_label(w: Window) -> str:
    return w.session.history.undo_label or ""


def _redo_label(w: Window) -> str:
    return w.session.history.redo_label or ""


_FILE = (
    ActionSpec("new", "File", QT_TRANSLATE_NOOP("Actions", "New"), "Ctrl+N",
        lambda w: w.files.new(), "file-plus"),
    ActionSpec("open", "File", QT_TRANSLATE_NOOP("Actions", "Open…"), "Ctrl+O",
        lambda w: w.files.open(), "folder-open"),
    ActionSpec("gallery", "File", QT_TRANSLATE_NOOP("Actions", "Gallery of networks…"), "Ctrl+E",
        lambda w: w.files.open_gallery(), "network"),
    ActionSpec("save", "File", QT_TRANSLATE_NOOP("Actions", "Save"), "Ctrl+S",
        lambda w: w.files.save(), "save",
        enabled=lambda w: w.session.changed or w.session.path is None, divided=True),
    ActionSpec("save_as", "File", QT_TRANSLATE_NOOP("Actions", "Save as…"), "Ctrl+Shift+S",
        lambda w: w.files.save_as()),
    ActionSpec("import_blocks", "File", QT_TRANSLATE_NOOP("Actions", "Import blocks…"),
        "Ctrl+Shift+I", lambda w: w.own_blocks.import_(), "download", divided=True),
    ActionSpec("export_blocks", "File", QT_TRANSLATE_NOOP("Actions", "Export my blocks…"),
        "Ctrl+Shift+B", lambda w: w.own_blocks.export(), "upload",
        enabled=lambda w: w.own_blocks.any),
    ActionSpec("export_pytorch", "File", QT_TRANSLATE_NOOP("Actions", "Export PyTorch…"),
        "Ctrl+Shift+E", lambda w: w.exports.ask("pytorch"), "code",
        enabled=lambda w: w.session.analysis.ok and not w.exports.running, divided=True),
    ActionSpec("export_onnx", "File", QT_TRANSLATE_NOOP("Actions", "Export ONNX…"),
        "Ctrl+Shift+X", lambda w: w.exports.ask("onnx"), "upload",
        enabled=lambda w: w.session.analysis.ok and not w.exports.running),
    ActionSpec("cancel_export", "File", QT_TRANSLATE_NOOP("Actions", "Cancel the export"),
        "Ctrl+Shift+C", lambda w: w.exports.cancel(), enabled=lambda w: w.exports.running),
    ActionSpec("quit", "File", QT_TRANSLATE_NOOP("Actions", "Quit"), "Ctrl+Q",
        lambda w: w.close(), divided=True),
)  # fmt: skip

_EDIT = (
    ActionSpec("undo", "Edit", QT_TRANSLATE_NOOP("Actions", "Undo"), "Ctrl+Z",
        lambda w: w.session.undo(), "undo-2", enabled=lambda w: bool(_undo_label(w)),
        also=_undo_label, toolbar=True),
    ActionSpec("redo", "Edit", QT_TRANSLATE_NOOP("Actions", "Redo"), "Ctrl+Shift+Z",
        lambda w: w.session.redo(), "redo-2", enabled=lambda w: bool(_redo_label(w)),
        also=_redo_label, more_keys=("Ctrl+Y",), toolbar=True),
    ActionSpec("cut", "Edit", QT_TRANSLATE_NOOP("Actions", "Cut"), "Ctrl+X",
        lambda w: w.canvas.cut(), "scissors", enabled=_own, divided=True),
    ActionSpec("copy", "Edit", QT_TRANSLATE_NOOP("Actions", "Copy"), "Ctrl+C",
        lambda w: w.canvas.copy(), "copy", enabled=_selected),
    ActionSpec("paste", "Edit", QT_TRANSLATE_NOOP("Actions", "Paste"), "Ctrl+V",
        lambda w: w.canvas.paste(), "clipboard-paste"),
    ActionSpec("duplicate", "Edit", QT_TRANSLATE_NOOP("Actions", "Duplicate"), "Ctrl+D",
        lambda w: w.canvas.duplicate(), enabled=_own),
    ActionSpec("delete", "Edit", QT_TRANSLATE_NOOP("Actions", "Delete"), "Del",
        lambda w: w.canvas.delete_selection(), "trash-2"),
    ActionSpec("select_all", "Edit", QT_TRANSLATE_NOOP("Actions", "Select all"), "Ctrl+A",
        lambda w: w.canvas.select_all(), divided=True),
    ActionSpec("find", "Edit", QT_TRANSLATE_NOOP("Actions", "Find a block to place"), "Ctrl+F",
        lambda w: w.find_block(), "search"),
    ActionSpec("rename", "Edit", QT_TRANSLATE_NOOP("Actions", "Rename"), "F2",
        lambda w: w.rename(), "pencil", enabled=lambda w: _own(w) or not _selected(w)),
)  # fmt: skip

_VIEW = (
    ActionSpec("design", "View", QT_TRANSLATE_NOOP("Actions", "Design"), "Ctrl+1",
        lambda w: w.show_workspace("design"), checked=lambda w: w.workspace == "design"),
    ActionSpec("train", "View", QT_TRANSLATE_NOOP("Actions", "Train"), "Ctrl+2",
        lambda w: w.show_workspace("train"), checked=lambda w: w.workspace == "train"),
    ActionSpec("inspect", "View", QT_TRANSLATE_NOOP("Actions", "Inspect"), "Ctrl+3",
        lambda w: w.show_workspace("inspect"), checked=lambda w: w.workspace == "inspect"),
    ActionSpec("zoom_out", "View", QT_TRANSLATE_NOOP("Actions", "Zoom out"), "Ctrl+-",
        lambda w: w.canvas.zoom_out(), "zoom-out", divided=True, toolbar=True),
    ActionSpec("actual_size", "View", QT_TRANSLATE_NOOP("Actions", "Actual size"), "Ctrl+0",
        lambda w: w.canvas.zoom_to(1.0), toolbar=True),
    ActionSpec("zoom_in", "View", QT_TRANSLATE_NOOP("Actions", "Zoom in"), "Ctrl++",
        lambda w: w.canvas.zoom_in(), "zoom-in", more_keys=("Ctrl+=",), toolbar=True),
    ActionSpec("fit", "View", QT_TRANSLATE_NOOP("Actions", "Fit the network"), "Ctrl+9",
        lambda w: w.canvas.fit(), "maximize", toolbar=True),
    ActionSpec("show_palette", "View", QT_TRANSLATE_NOOP("Actions", "Palette"), "F7",
        lambda w: w.toggle_panel("palette"), checked=lambda w: w.is_shown("palette"),
        enabled=lambda w: w.has_panel("palette"), divided=True),
    ActionSpec("show_figures", "View", QT_TRANSLATE_NOOP("Actions", "Figures table"), "F8",
        lambda w: w.toggle_panel("table"), checked=lambda w: w.is_shown("table"),
        enabled=lambda w: w.has_panel("table")),
    ActionSpec("show_inspector", "View", QT_TRANSLATE_NOOP("Actions", "Inspector"), "F9",
        lambda w: w.toggle_panel("inspector"), checked=lambda w: w.is_shown("inspector"),
        enabled=lambda w: w.has_panel("inspector")),
    ActionSpec("show_strip", "View", QT_TRANSLATE_NOOP("Actions", "Training strip"), "Shift+F8",
        lambda w: w.toggle_panel("strip"), checked=lambda w: w.is_shown("strip"),
        enabled=lambda w: w.has_panel("strip")),
    ActionSpec("dark", "View", QT_TRANSLATE_NOOP("Actions", "Dark theme"), "Ctrl+Shift+D",
        lambda w: w.toggle_theme(), "moon", checked=lambda w: w.settings.theme == "dark",
        divided=True),
    ActionSpec("full_screen", "View", QT_TRANSLATE_NOOP("Actions", "Full screen"), "F11",
        lambda w: w.toggle_full_screen(), checked=lambda w: w.isFullScreen()),
)  # fmt: skip

_NETWORK = (
    ActionSpec("arrange", "Network", QT_TRANSLATE_NOOP("Actions", "Arrange automatically"),
        "Ctrl+L", lambda w: w.canvas.arrange(), "layout-grid", toolbar=True),
    ActionSpec("fold", "Network", QT_TRANSLATE_NOOP("Actions", "Open or close in place"), "Alt+C",
        lambda w: w.canvas.toggle_fold(), "eye", enabled=_opens, divided=True),
    ActionSpec("enter", "Network", QT_TRANSLATE_NOOP("Actions", "Enter the block"), "Alt+Down",
        lambda w: w.canvas.enter_current(), "arrow-right", enabled=_enters),
    ActionSpec("leave", "Network", QT_TRANSLATE_NOOP("Actions", "Leave the block"), "Alt+Up",
        lambda w: w.canvas.leave(), "arrow-left", enabled=lambda w: bool(w.session.scope)),
    ActionSpec("make_block", "Network", QT_TRANSLATE_NOOP("Actions", "Make a block…"), "Ctrl+G",
        lambda w: w.own_blocks.make(), "group", enabled=lambda w: w.own_blocks.can_make,
        divided=True),
    ActionSpec("dissolve", "Network", QT_TRANSLATE_NOOP("Actions", "Unpack"), "Ctrl+Shift+G",
        lambda w: w.own_blocks.unpack(), "ungroup", enabled=lambda w: w.own_blocks.can_unpack),
    ActionSpec("make_unique", "Network", QT_TRANSLATE_NOOP("Actions", "Make unique"),
        "Ctrl+Shift+U", lambda w: w.own_blocks.make_unique(), "git-fork",
        enabled=lambda w: w.own_blocks.can_make_unique),
    ActionSpec("unpack", "Network", QT_TRANSLATE_NOOP("Actions", "Make editable"), "Ctrl+U",
        lambda w: w.make_editable(), "pencil", enabled=_unpacks),
    ActionSpec("problems", "Network", QT_TRANSLATE_NOOP("Actions", "Problems…"), "Ctrl+Shift+M",
        lambda w: w.status_line.show_problems(), "triangle-alert",
        enabled=lambda w: bool(w.session.analysis.problems), divided=True),
    ActionSpec("run", "Network", QT_TRANSLATE_NOOP("Actions", "Train"), "Ctrl+R",
        lambda w: w.runner.train(), "play", enabled=lambda w: not w.runner.training,
        divided=True),
    ActionSpec("stop", "Network", QT_TRANSLATE_NOOP("Actions", "Stop training"), "Ctrl+.",
        lambda w: w.runner.stop(), "square", enabled=lambda w: w.runner.training),
)  # fmt: skip

_HELP = (
    ActionSpec("shortcuts", "Help", QT_TRANSLATE_NOOP("Actions", "Keyboard shortcuts"), "F1",
        lambda w: w.show_shortcuts(), "circle-help"),
    ActionSpec("about", "Help", QT_TRANSLATE_NOOP("Actions", "About Architecture Explorer"),
        "Shift+F1", lambda w: w.show_about(), "info"),
)  # fmt: skip

ACTIONS: tuple[ActionSpec, ...] = (*_FILE, *_EDIT, *_VIEW, *_NETWORK, *_HELP)
