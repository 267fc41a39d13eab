"""Actions of the Help menu."""

from __future__ import annotations

from explorer.app.actions.spec import QT_TRANSLATE_NOOP, ActionSpec

HELP = (
    ActionSpec("welcome", "Help", QT_TRANSLATE_NOOP("Actions", "Welcome"), "",
        lambda w: w.welcome.show(), "network"),
    ActionSpec("commands", "Help", QT_TRANSLATE_NOOP("Actions", "Commands…"), "Ctrl+Shift+P",
        lambda w: w.commands.open(), "search"),
    ActionSpec("shortcuts", "Help", QT_TRANSLATE_NOOP("Actions", "Keyboard shortcuts"), "F1",
        lambda w: w.show_shortcuts(), "circle-help"),
    ActionSpec("report", "Help", QT_TRANSLATE_NOOP("Actions", "Copy report"), "",
        lambda w: w.copy_report(), "clipboard-paste", divided=True),
    ActionSpec("about", "Help", QT_TRANSLATE_NOOP("Actions", "About Architecture Explorer"),
        "Shift+F1", lambda w: w.show_about(), "info"),
)  # fmt: skip
