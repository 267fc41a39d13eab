"""Actions of the View menu."""

from __future__ import annotations

from explorer.app.actions.spec import QT_TRANSLATE_NOOP, ActionSpec

VIEW = (
    ActionSpec("design", "View", QT_TRANSLATE_NOOP("Actions", "Design"), "Ctrl+1",
        lambda w: w.show_workspace("design"), checked=lambda w: w.workspace == "design"),
    ActionSpec("train", "View", QT_TRANSLATE_NOOP("Actions", "Train"), "Ctrl+2",
        lambda w: w.show_workspace("train"), checked=lambda w: w.workspace == "train"),
    ActionSpec("inspect", "View", QT_TRANSLATE_NOOP("Actions", "Inspect"), "Ctrl+3",
        lambda w: w.show_workspace("inspect"), checked=lambda w: w.workspace == "inspect"),
    ActionSpec("volumes", "View", QT_TRANSLATE_NOOP("Actions", "Activation volumes"), "F6",
        lambda w: w.toggle_volumes(), checked=lambda w: w.area.look == "volumes", divided=True),
    ActionSpec("zoom_out", "View", QT_TRANSLATE_NOOP("Actions", "Zoom out"), "Ctrl+-",
        lambda w: w.viewed.zoom_out(), "zoom-out", divided=True, toolbar=True),
    ActionSpec("actual_size", "View", QT_TRANSLATE_NOOP("Actions", "Actual size"), "Ctrl+0",
        lambda w: w.viewed.zoom_to(1.0), toolbar=True),
    ActionSpec("zoom_in", "View", QT_TRANSLATE_NOOP("Actions", "Zoom in"), "Ctrl++",
        lambda w: w.viewed.zoom_in(), "zoom-in", more_keys=("Ctrl+=",), toolbar=True),
    ActionSpec("fit", "View", QT_TRANSLATE_NOOP("Actions", "Fit the network"), "Ctrl+9",
        lambda w: w.viewed.fit(), "maximize", toolbar=True),
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
    ActionSpec("dark", "View", QT_TRANSLATE_NOOP("Actions", "Dark theme"), "",
        lambda w: w.toggle_theme(), "moon", checked=lambda w: w.settings.theme == "dark",
        divided=True),
    ActionSpec("full_screen", "View", QT_TRANSLATE_NOOP("Actions", "Full screen"), "F11",
        lambda w: w.toggle_full_screen(), checked=lambda w: w.isFullScreen()),
)  # fmt: skip
