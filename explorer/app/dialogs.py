"""Help: what this program is."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import QCoreApplication, QSize, Qt, qVersion
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QVBoxLayout,
    QWidget,
)

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
