"""The export dialog: formats and their choices on the left, what will be written on the right."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from explorer.app import format as words
from explorer.app.code.view import CodeView
from explorer.app.exporting.page import Page, Shown
from explorer.app.newest import Newest
from explorer.app.style import mark
from explorer.app.theme import mono_font
from explorer.app.widgets import PageList, hairline, label, tight

SIDE = 310
"""Pixels of the left column."""


class ExportDialog(QDialog):
    """Shows the pages; ``save_asked`` with the page and its preview when one is to be saved."""

    save_asked = Signal(object, object)
    _made = Signal(int, object)

    def __init__(self, pages: Mapping[str, Page], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.pages = dict(pages)
        self.shown: Shown | None = None
        """The preview that is seen; None while it is being made."""
        self._serial = 0
        self._thread = Newest("preview")
        self._made.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self.list = PageList(self.tr("Format"), [page.title for page in self.pages.values()])
        self._about = label("", "secondary", wrap=True)
        self.forms = QStackedWidget()
        self.code = CodeView(self.tr("Preview"))
        self.text = CodeView(self.tr("Preview"), python=False)
        for view in (self.code, self.text):
            view.setReadOnly(True)
        self.contents = QTreeWidget()
        self.message = label("", "secondary", wrap=True)
        self.previews = QStackedWidget()
        self._size = label("", "secondary", wrap=True)
        self.copy_button = QPushButton(self.tr("Copy"))
        self.close_button = QPushButton(self.tr("Cancel"))
        self.save_button = QPushButton(self.tr("Save…"))
        self.save_button.setDefault(True)
        mark(self.save_button, kind="primary")
        self._soon = QTimer(self, singleShot=True, interval=60)
        self._soon.timeout.connect(self.refresh)
        self._lay_out()
        self.resize(1080, 640)
        for page in self.pages.values():
            page.changed.connect(self._soon.start)
        self.list.currentRowChanged.connect(self._turn)
        self.copy_button.clicked.connect(self._copy)
        self.close_button.clicked.connect(self.reject)
        self.save_button.clicked.connect(self._save)

    def _lay_out(self) -> None:
        for page in self.pages.values():
            self.forms.addWidget(page)
            if page.viewer is not None:
                self.previews.addWidget(page.viewer)
        columns = (self.tr("name"), self.tr("holds"), self.tr("size"))
        self.contents.setHeaderLabels(columns)
        self.contents.setRootIsDecorated(False)
        self.contents.setUniformRowHeights(True)
        self.contents.setAccessibleName(self.tr("What the file will hold"))
        self.contents.setFont(mono_font(12))
        header = self.contents.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for section in (1, 2):
            header.setSectionResizeMode(section, QHeaderView.ResizeMode.ResizeToContents)
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.message.setMargin(32)
        for widget in (self.code, self.text, self.contents, self.message):
            self.previews.addWidget(widget)
        side = QVBoxLayout()
        side.setContentsMargins(0, 0, 16, 0)
        side.setSpacing(12)
        side.addWidget(self.list)
        side.addWidget(self._about)
        side.addWidget(self.forms)
        side.addStretch(1)
        side.addWidget(self._size)
        left = QWidget()
        left.setLayout(side)
        row = QHBoxLayout()
        tight(row)
        row.addWidget(left)
        row.addWidget(hairline(vertical=True))
        row.addWidget(self.previews, 1)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(16, 0, 16, 0)
        buttons.addWidget(self.copy_button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 14)
        column.setSpacing(0)
        side.setContentsMargins(16, 14, 16, 12)
        left.setFixedWidth(max(SIDE, side.minimumSize().width()))
        column.addLayout(row, 1)
        column.addWidget(hairline())
        column.addSpacing(14)
        column.addLayout(buttons)

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return list(self.pages.values())[max(0, self.list.currentRow())]

    def show_page(self, name: str) -> None:
        """Turn to a page."""
        self.list.setCurrentRow(list(self.pages).index(name))

    def _turn(self) -> None:
        page = self.page
        self.forms.setCurrentWidget(page)
        # as high as this page's choices, not as those of all
        self.forms.setFixedHeight(page.sizeHint().height() if page.grid.count() else 0)
        self._about.setText(page.about)
        self.copy_button.setVisible(page.copies)
        self.refresh()

    def refresh(self) -> None:
        """Have the preview made anew."""
        self._soon.stop()
        self._serial += 1
        serial, page = self._serial, self.page
        job = page.job()
        if job is None:
            viewer = page.viewer
            if viewer is not None:
                self.previews.setCurrentWidget(viewer)
            self._show_state(Shown())
            return
        self._show_state(None)

        def make() -> None:
            shown = job()
            with suppress(RuntimeError):  # the dialog is gone
                self._made.emit(serial, shown)

        self._thread.submit(make)

    def wait(self) -> None:
        """Until the thread has nothing to do: the preview is on its way."""
        self._thread.wait(20)

    def _take(self, serial: int, shown: Shown) -> None:
        if serial != self._serial:
            return
        if shown.failure:
            self.message.setText(shown.failure)
            self.previews.setCurrentWidget(self.message)
        elif shown.rows:
            self.contents.clear()
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            items = [QTreeWidgetItem(list(row)) for row in shown.rows]
            for item in items:
                item.setTextAlignment(2, right)
            self.contents.addTopLevelItems(items)
            self.previews.setCurrentWidget(self.contents)
        else:
            view = self.code if shown.python else self.text
            view.put(shown.text)
            self.previews.setCurrentWidget(view)
        self._show_state(shown)

    def _show_state(self, shown: Shown | None) -> None:
        self.shown = shown
        ready = shown is not None and not shown.failure and self.page.can_save
        self.save_button.setEnabled(ready)
        self.copy_button.setEnabled(ready)
        text = ""
        if shown is not None and shown.size is not None and not shown.failure:
            size = words.bytes_(shown.size)
            text = size if shown.exact else self.tr("about {0}").format(size)
            if shown.text:
                count = shown.text.count("\n")
                text = self.tr("{0} lines · {1}").format(words.whole(count), text)
        note = self.page.note if ready else ""
        self._size.setText("\n".join(part for part in (note, text) if part))

    def _copy(self) -> None:
        if self.shown is not None:
            QGuiApplication.clipboard().setText(self.shown.text)
            self._size.setText(self.tr("Copied."))

    def _save(self) -> None:
        if self.shown is not None:
            self.save_asked.emit(self.page, self.shown)
