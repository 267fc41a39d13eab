"""Help: the list of shortcuts, made from the table of actions, and what this program is."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import QCoreApplication, QSize, Qt, qVersion
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from explorer.app.actions import ACTIONS, MENUS, translated
from explorer.app.theme import app_icon
from explorer.app.widgets import label


def _tr(text: str) -> str:
    return QCoreApplication.translate("Dialogs", text)


def _dialog(parent: QWidget, title: str, body: QWidget, size: QSize) -> QDialog:
    dialog = QDialog(parent)
    dialog.setWindowTitle(title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.resize(size)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(16, 16, 16, 16)
    layout.addWidget(body, 1)
    buttons = QDialogButtonBox()
    buttons.addButton(_tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
    buttons.rejected.connect(dialog.reject)
    layout.addWidget(buttons)
    dialog.open()
    return dialog


def show_shortcuts(parent: QWidget) -> QDialog:
    """Every action with its keys, menu by menu, in two columns."""
    page = QWidget()
    columns = QHBoxLayout(page)
    columns.setContentsMargins(0, 0, 8, 0)
    columns.setSpacing(32)
    for menus in (MENUS[:2], MENUS[2:]):
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        row = 0
        for menu in menus:
            grid.addWidget(label(translated(menu).upper(), "heading"), row, 0, 1, 2)
            row += 1
            for spec in ACTIONS:
                if spec.menu == menu:
                    keys = QKeySequence(spec.keys).toString(QKeySequence.SequenceFormat.NativeText)
                    grid.addWidget(label(translated(spec.text)), row, 0)
                    grid.addWidget(
                        label(keys, "secondary", mono=12), row, 1, Qt.AlignmentFlag.AlignRight
                    )
                    row += 1
            grid.setRowMinimumHeight(row, 8)
            row += 1
        grid.setRowStretch(row, 1)
        grid.setColumnStretch(0, 1)
        columns.addLayout(grid, 1)
    area = QScrollArea()
    area.setWidget(page)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.viewport().setAutoFillBackground(False)
    page.setAutoFillBackground(False)
    return _dialog(parent, _tr("Keyboard shortcuts"), area, QSize(700, 640))


def show_about(parent: QWidget) -> QDialog:
    """What this program is, its version, and whose work it stands on."""
    try:
        own = version("architecture-explorer")
    except PackageNotFoundError:
        own = _tr("from source")
    page = QWidget()
    layout = QVBoxLayout(page)
    layout.setSpacing(8)
    mark = QLabel()
    mark.setPixmap(app_icon().pixmap(QSize(48, 48)))
    mark.setAccessibleName("Architecture Explorer")
    layout.addWidget(mark)
    layout.addWidget(label("Architecture Explorer", "title"))
    layout.addWidget(label(_tr("Version {0} · Qt {1}").format(own, qVersion()), "secondary"))
    layout.addWidget(
        label(
            _tr(
                "Draw convolutional networks, see what they cost, train them, look inside, and "
                "leave with clean PyTorch code."
            ),
            wrap=True,
        )
    )
    layout.addWidget(
        label(
            _tr(
                "Typefaces: Inter and JetBrains Mono (Open Font Licence). Icons: Lucide (ISC). "
                "Window: Qt for Python (LGPL)."
            ),
            "secondary",
            wrap=True,
        )
    )
    layout.addStretch()
    return _dialog(parent, _tr("About Architecture Explorer"), page, QSize(420, 300))
