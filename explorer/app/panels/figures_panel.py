"""The figures table with its head: which columns, and taking it along as CSV, Markdown or LaTeX."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from explorer.analysis.columns import BY_ID
from explorer.app.files import Files
from explorer.app.language import say
from explorer.app.panels.banner import Banner
from explorer.app.panels.figures import FiguresTable
from explorer.app.session import Session
from explorer.app.settings import Settings
from explorer.app.widgets import IconButton, hairline, label, tight
from explorer.exchange.tables import FORMATS, SUFFIXES, TableFormat, write
from explorer.graph.files import FileError, write_atomically


class FiguresPanel(QWidget):
    """The table under one quiet line with its buttons."""

    filter_left = Signal()
    """All blocks are wanted again."""

    def __init__(
        self,
        session: Session,
        table: FiguresTable,
        settings: Settings,
        files: Files,
        banner: Banner,
    ) -> None:
        super().__init__()
        self._session, self.table = session, table
        self._settings, self._files, self._banner = settings, files, banner
        self.setProperty("kind", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.opened_only = True
        """Whether an export has the rows that are opened, or all."""
        self._filter = label("", "secondary")
        self._unfilter = IconButton("x", self.tr("Show all blocks in the table"))
        self._unfilter.clicked.connect(self.filter_left)
        self.columns_button = IconButton("sliders-horizontal", self.tr("Columns of the table"))
        self.columns_button.clicked.connect(
            lambda: self._under(self.columns_button, table.columns_menu())
        )
        self.export_button = IconButton("download", self.tr("Export or copy the table"))
        self.export_button.clicked.connect(
            lambda: self._under(self.export_button, self.export_menu())
        )
        head = QHBoxLayout()
        head.setContentsMargins(14, 3, 8, 3)
        head.setSpacing(4)
        head.addWidget(label(self.tr("FIGURES"), "heading"))
        head.addStretch()
        for widget in (self._filter, self._unfilter, self.columns_button, self.export_button):
            head.addWidget(widget)
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addLayout(head)
        layout.addWidget(hairline())
        layout.addWidget(table, 1)
        self.show_filter("")
        if settings.columns:
            table.set_columns([name for name in settings.columns if name in BY_ID])
        table.columns_changed.connect(self._remember)

    def _remember(self) -> None:
        self._settings.columns = self.table.columns

    def show_filter(self, text: str) -> None:
        """Say what the table is narrowed to; nothing for an empty text."""
        self._filter.setText(text)
        self._filter.setVisible(bool(text))
        self._unfilter.setVisible(bool(text))

    # -- taking it along ------------------------------------------------------------------------

    def export_menu(self) -> QMenu:
        """To a file or to the clipboard, in three formats."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        titles = {"csv": "CSV", "markdown": "Markdown", "latex": "LaTeX"}
        for format in FORMATS:
            save = menu.addAction(self.tr("Save as {0}…").format(titles[format]))
            save.triggered.connect(partial(self.ask, format))
        menu.addSeparator()
        for format in FORMATS:
            copy = menu.addAction(self.tr("Copy as {0}").format(titles[format]))
            copy.triggered.connect(partial(self.copy, format))
        menu.addSeparator()
        opened = menu.addAction(self.tr("Only the rows that are opened"))
        opened.setCheckable(True)
        opened.setChecked(self.opened_only)
        opened.toggled.connect(self._set_opened_only)
        return menu

    def text(self, format: TableFormat) -> str:
        """The table as it is shown: its columns, order, filter and opened rows."""
        columns = [BY_ID[name] for name in self.table.columns]
        rows = self.table.rows_shown(self.opened_only)
        return write(format, self._session.figures, columns, rows)

    def copy(self, format: TableFormat) -> None:
        QApplication.clipboard().setText(self.text(format))
        self._banner.note(self.tr("The table is on the clipboard."))

    def ask(self, format: TableFormat = "csv") -> None:
        """Ask where to, and write the table there."""
        kinds = {
            "csv": self.tr("CSV (*.csv)"),
            "markdown": self.tr("Markdown (*.md)"),
            "latex": self.tr("LaTeX (*.tex)"),
        }
        suffix = SUFFIXES[format]
        name = Path(f"{self._session.document.name}{suffix}")
        path = self._files.ask_where(self.tr("Export the table"), name, kinds[format], suffix)
        if path is not None:
            self.save(format, path)

    def save(self, format: TableFormat, path: Path) -> None:
        """Write the table to a file, and say so."""
        try:
            write_atomically(path, self.text(format).encode())
        except FileError as error:
            self._banner.error(self.tr("Not exported: {0}").format(say(str(error))))
        else:
            self._banner.note(self.tr("Exported to {0}.").format(path.name))

    def _set_opened_only(self, opened: bool) -> None:
        self.opened_only = opened

    def _under(self, button: QWidget, menu: QMenu) -> None:
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))
