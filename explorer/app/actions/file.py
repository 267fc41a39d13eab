"""Actions of the File menu."""

from __future__ import annotations

from explorer.app.actions.spec import QT_TRANSLATE_NOOP, ActionSpec

FILE = (
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
    ActionSpec("previous", "File", QT_TRANSLATE_NOOP("Actions", "Open the previous version"), "",
        lambda w: w.files.open_previous(), "history", enabled=lambda w: w.files.has_previous),
    ActionSpec("recover", "File", QT_TRANSLATE_NOOP("Actions", "Recover unsaved work…"), "",
        lambda w: w.safety.recovery.show(), enabled=lambda w: w.safety.recovery.any),
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
    ActionSpec("export_table", "File", QT_TRANSLATE_NOOP("Actions", "Export the table…"), "",
        lambda w: w.figures.ask(), "table"),
    ActionSpec("export_picture", "File", QT_TRANSLATE_NOOP("Actions", "Export picture…"), "",
        lambda w: w.pictures.ask(w.area.look), "image"),
    ActionSpec("print", "File", QT_TRANSLATE_NOOP("Actions", "Print…"), "Ctrl+P",
        lambda w: w.pictures.print(w.area.look)),
    ActionSpec("cancel_export", "File", QT_TRANSLATE_NOOP("Actions", "Cancel the export"),
        "Ctrl+Shift+C", lambda w: w.exports.cancel(), enabled=lambda w: w.exports.running),
    ActionSpec("quit", "File", QT_TRANSLATE_NOOP("Actions", "Quit"), "Ctrl+Q",
        lambda w: w.close(), divided=True),
)  # fmt: skip
