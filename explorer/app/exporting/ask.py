"""The export entries of the File menu: the dialog, opened at a page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from explorer.app.exporting.dialog import ExportDialog
from explorer.app.exporting.page import Page, Shown
from explorer.app.exporting.pages import CodePage, WeightsPage
from explorer.app.exporting.table import TablePage

if TYPE_CHECKING:
    from explorer.app.window import Window


class Exporting(QObject):
    """Asks what to export and where to."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window

    def ask(self, name: str) -> ExportDialog:
        """Open the dialog at a page: ``pytorch``, ``onnx``, ``table`` or ``picture``."""
        w = self._window
        session, exports, runner = w.session, w.exports, w.runner
        pages: dict[str, Page] = {
            "pytorch": CodePage(session, exports, runner),
            "onnx": WeightsPage(session, exports, runner, "onnx"),
            "table": TablePage(w.figures, exports),
            "picture": w.pictures.page(w.area.look),
        }
        dialog = ExportDialog(pages, w)
        dialog.save_asked.connect(lambda page, shown: self._save(dialog, page, shown))
        dialog.open()
        dialog.show_page(name)
        return dialog

    def _save(self, dialog: ExportDialog, page: Page, shown: Shown) -> None:
        w = self._window
        suffix, filter_ = page.target
        name = Path(w.files.folder, f"{w.session.document.name}{suffix}")
        path = w.files.ask_where(self.tr("Export"), name, filter_, suffix)
        if path is not None:
            dialog.accept()
            page.save(path, shown)
