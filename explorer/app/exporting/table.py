"""The page of the figures table."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from explorer.app.exporting.exports import Exports
from explorer.app.exporting.page import Job, Page, Shown, Target
from explorer.app.exporting.pages import save_text
from explorer.app.panels.figures_panel import FiguresPanel
from explorer.exchange.tables import SUFFIXES, TableFormat


class TablePage(Page):
    """The table as it is shown: its columns, order and filter."""

    copies = True

    def __init__(self, figures: FiguresPanel, exports: Exports) -> None:
        super().__init__()
        self._figures, self._exports = figures, exports
        self.title = self.tr("Table of figures")
        self.about = self.tr("The columns and the order of the figures table, block by block.")
        self.format = self.choice(
            self.tr("Format"), {"csv": "CSV", "markdown": "Markdown", "latex": "LaTeX"}
        )
        self.opened = self.switch(self.tr("Only opened rows"), figures.opened_only)

    @property
    def _format(self) -> TableFormat:
        return cast("TableFormat", self.format.currentData())

    @property
    def target(self) -> Target:
        kinds = {
            "csv": self.tr("CSV (*.csv)"),
            "markdown": self.tr("Markdown (*.md)"),
            "latex": self.tr("LaTeX (*.tex)"),
        }
        return Target(SUFFIXES[self._format], kinds[self._format])

    def job(self) -> Job:
        self._figures.opened_only = self.opened.isChecked()
        text = self._figures.text(self._format)
        shown = Shown(text=text, size=len(text.encode()), exact=True)
        return lambda: shown

    def save(self, path: Path, shown: Shown) -> None:
        save_text(self._exports, path, shown.text)
