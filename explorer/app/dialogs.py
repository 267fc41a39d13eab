"""Help: what this program is, what it found on this machine, and whose work it stands on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt, qVersion
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from explorer.app import device_words
from explorer.app.licences_page import LicencesPage
from explorer.app.theme import app_icon
from explorer.app.widgets import label
from explorer.version import version

if TYPE_CHECKING:
    from explorer.app.runner import Runner
    from explorer.app.window import Window


def _tr(text: str) -> str:
    return QCoreApplication.translate("Dialogs", text)


def program_version() -> str:
    """The installed version; “from source” where nothing is installed."""
    return version() or _tr("from source")


class AboutDialog(QDialog):
    """One page for each question, behind a row of tabs."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_tr("About Architecture Explorer"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(QSize(640, 480))
        self._tabs = QButtonGroup(self)
        self._pages = QStackedWidget()
        self._row = QHBoxLayout()
        self._row.setSpacing(4)
        self._row.addStretch()
        self._buttons = QDialogButtonBox()
        self._buttons.addButton(_tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        self._buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 16)
        layout.setSpacing(12)
        layout.addLayout(self._row)
        layout.addWidget(self._pages, 1)
        layout.addWidget(self._buttons)

    def add_page(self, title: str, page: QWidget) -> None:
        tab = QPushButton(title)
        tab.setProperty("kind", "tab")
        tab.setCheckable(True)
        tab.setAutoDefault(False)
        index = self._pages.addWidget(page)
        tab.clicked.connect(lambda: self.show_page(index))
        self._tabs.addButton(tab, index)
        self._row.insertWidget(index, tab)
        self.show_page(0)

    def add_button(self, button: QPushButton) -> None:
        button.setAutoDefault(False)
        self._buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)

    def show_page(self, index: int) -> None:
        self._tabs.button(index).setChecked(True)
        self._pages.setCurrentIndex(index)


class DevicePage(QWidget):
    """What torch runs on here; the worker is asked, as the window knows nothing of torch."""

    def __init__(self, runner: Runner) -> None:
        super().__init__()
        self._runner = runner
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(4, 4, 4, 0)
        self._layout.setSpacing(12)
        self._rows = QWidget()
        self._missing = label("", wrap=True)
        self._layout.addWidget(self._rows)
        self._layout.addWidget(self._missing)
        self._layout.addStretch()
        runner.device_changed.connect(self._fill)
        self._fill()

    def _fill(self) -> None:
        facts = self._runner.facts
        rows = QWidget()
        grid = QGridLayout(rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        if facts is None:
            self._missing.setText(self._runner.device_text.capitalize())
        else:
            more = device_words.missing(facts)
            self._missing.setText(more)
            self._missing.setVisible(bool(more))
            for i, (name, value) in enumerate(device_words.found(facts)):
                grid.addWidget(label(name, "secondary"), i, 0, Qt.AlignmentFlag.AlignTop)
                told = label(value, wrap=True)
                told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                told.setAccessibleName(f"{name}: {value}")
                grid.addWidget(told, i, 1)
        self._layout.replaceWidget(self._rows, rows)
        self._rows.deleteLater()
        self._rows = rows


def _program_page() -> QWidget:
    page = QWidget()
    layout = QVBoxLayout(page)
    layout.setContentsMargins(4, 4, 4, 0)
    layout.setSpacing(8)
    mark = QLabel()
    mark.setPixmap(app_icon().pixmap(QSize(48, 48)))
    mark.setAccessibleName("Architecture Explorer")
    layout.addWidget(mark)
    layout.addWidget(label("Architecture Explorer", "title"))
    about = _tr("Version {0} · Qt {1}").format(program_version(), qVersion())
    layout.addWidget(label(about, "secondary"))
    for words, kind in (
        (
            _tr(
                "Draw convolutional networks, see what they cost, train them, look inside, and "
                "leave with clean PyTorch code."
            ),
            "",
        ),
        (_tr("It never uses the network unless asked to, and reports nothing to anybody."), ""),
        (
            _tr(
                "MIT licence. The libraries, typefaces, icons and data made by others are under "
                "Licences, with the texts of their authors."
            ),
            "secondary",
        ),
    ):
        layout.addWidget(label(words, kind, wrap=True))
    layout.addStretch()
    return page


def show_about(window: Window) -> AboutDialog:
    """What this program is, its version, the device, and whose work it stands on."""
    dialog = AboutDialog(window)
    dialog.add_page(_tr("Program"), _program_page())
    dialog.add_page(_tr("Device"), DevicePage(window.runner))
    dialog.add_page(_tr("Licences"), LicencesPage())
    copy = QPushButton(_tr("Copy report"))
    copy.setToolTip(_tr("Versions, device and the last errors, to send with a question"))
    copy.clicked.connect(window.copy_report)
    dialog.add_button(copy)
    dialog.open()
    return dialog
