"""The import dialog: a library's network by its name, or a file; then how far it is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from explorer.app.importing.choose_file import FilePage
from explorer.app.importing.choose_name import NamePage
from explorer.app.importing.names import Names
from explorer.app.importing.request import Request, size_of
from explorer.app.style import mark
from explorer.app.theme import mono_font
from explorer.app.widgets import LineEdit, PageList, hairline, label, tight

SIDE = 190


class ImportDialog(QDialog):
    """``asked`` with the request; it stays while that is done, and shows what is being done."""

    asked = Signal(object)
    cancelled = Signal()

    def __init__(self, names: Names, folder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import a network"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._folder = folder
        self.running = False
        self.torchvision = NamePage(names, "torchvision")
        self.timm = NamePage(names, "timm")
        self.file = FilePage()
        self.pages: tuple[NamePage | FilePage, ...] = (self.torchvision, self.timm, self.file)
        titles = ("torchvision", "timm", self.tr("A file"))
        self.list = PageList(self.tr("Where from"), titles)
        self.stack = QStackedWidget()
        self.image_size = LineEdit()
        self.image_size.setFont(mono_font(12))
        self.image_size.setPlaceholderText(self.tr("its own, such as 3×224×224"))
        self.image_size.setAccessibleName(self.tr("Image size"))
        self.image_size.setFixedWidth(220)
        self.message: QLabel = label("", wrap=True)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(self.tr("Importing"))
        self.close_button = QPushButton(self.tr("Cancel"))
        self.import_button = QPushButton(self.tr("Import"))
        self.import_button.setDefault(True)
        mark(self.import_button, kind="primary")
        self._lay_out()
        self.resize(760, 520)
        self.list.currentRowChanged.connect(self._turn)
        for page in self.pages:
            page.changed.connect(self._judge)
            page.submitted.connect(self.submit)
        self.file.browse_asked.connect(self._browse)
        self.image_size.textChanged.connect(self._judge)
        self.import_button.clicked.connect(self.submit)
        self.close_button.clicked.connect(self.reject)
        self.list.setCurrentRow(0)
        self.torchvision.search.setFocus()
        names.read()

    def _lay_out(self) -> None:
        self.list.setFixedWidth(SIDE)
        for page in self.pages:
            self.stack.addWidget(page)
        side = QVBoxLayout()
        side.setContentsMargins(16, 14, 16, 12)
        side.addWidget(self.list)
        side.addStretch(1)
        row = QHBoxLayout()
        tight(row)
        row.addLayout(side)
        row.addWidget(hairline(vertical=True))
        row.addWidget(self.stack, 1)
        name = label(self.tr("Image size"))
        name.setBuddy(self.image_size)
        self._size_row = QWidget()
        sizes = QHBoxLayout(self._size_row)
        sizes.setContentsMargins(16, 0, 16, 0)
        sizes.setSpacing(12)
        sizes.addWidget(name)
        sizes.addWidget(self.image_size)
        sizes.addStretch(1)
        said = QVBoxLayout()
        said.setContentsMargins(16, 0, 16, 0)
        said.setSpacing(6)
        said.addWidget(self.message)
        said.addWidget(self.bar)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(16, 0, 16, 0)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.import_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 14)
        layout.setSpacing(12)
        layout.addLayout(row, 1)
        layout.addWidget(hairline())
        layout.addWidget(self._size_row)
        layout.addLayout(said)
        layout.addLayout(buttons)
        self.message.hide()
        self.bar.hide()

    @property
    def page(self) -> NamePage | FilePage:
        return self.pages[max(0, self.list.currentRow())]

    def show_file(self, path: Path) -> None:
        """Turn to a file that is known already."""
        self.list.setCurrentRow(self.pages.index(self.file))
        self.file.show_file(path)

    def _turn(self) -> None:
        self.stack.setCurrentWidget(self.page)
        self._judge()

    @property
    def request(self) -> Request | None:
        """What the choices amount to; None while something is left to choose."""
        size, found = size_of(self.image_size.text()), self.page.request
        return None if size is None or found is None else found._replace(size=size)

    def _judge(self) -> None:
        wrong = size_of(self.image_size.text()) is None
        mark(self.image_size, invalid=wrong)
        self._say(
            self.tr("A size is three numbers, channels, height and width: 3×224×224.")
            if wrong
            else "",
            "error",
        )
        self.import_button.setEnabled(not self.running and self.request is not None)

    def _browse(self) -> None:
        text, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("Import a network"),
            self._folder,
            self.tr("Networks (*.onnx *.py *.pt2);;All files (*)"),
        )
        if text:
            self.file.show_file(Path(text))

    # -- while it is done --------------------------------------------------------------------------

    def submit(self) -> None:
        """Ask for what was chosen."""
        request = self.request
        if request is not None and not self.running:
            self.set_running(True)
            self._say(self.tr("Importing {0}…").format(request.title))
            self.asked.emit(request)

    def set_running(self, running: bool) -> None:
        self.running = running
        for widget in (self.list, self.stack, self._size_row):
            widget.setEnabled(not running)
        self.bar.setVisible(running)
        self.import_button.setEnabled(not running and self.request is not None)
        if running:
            self.close_button.setFocus()

    def tell(self, line: str) -> None:
        """What is being done."""
        self._say(line)

    def fail(self, why: str) -> None:
        """It came to nothing; another choice can be made."""
        self.set_running(False)
        self._say(why, "error")

    def _say(self, text: str, kind: str = "") -> None:
        mark(self.message, kind=kind)
        self.message.setText(text)
        self.message.setVisible(bool(text))

    def reject(self) -> None:
        """The first time it breaks off what is running, and stays for another choice."""
        if self.running:
            self.cancelled.emit()
        else:
            super().reject()
