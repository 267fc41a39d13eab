"""What is asked about users' own blocks: what a new one is called, and what becomes of clashes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QMessageBox, QVBoxLayout, QWidget

from explorer.app.style import mark
from explorer.app.theme import mono_font
from explorer.app.widgets import LineEdit, label
from explorer.graph.library import Clash

NAMES_SHOWN = 6


def _tr(text: str) -> str:
    return QCoreApplication.translate("OwnBlocks", text)


class MakeBlockDialog(QDialog):
    """Asks what a new block is called, and says what it will be made of."""

    def __init__(
        self, parent: QWidget, wanted: str, about: str, judge: Callable[[str], str]
    ) -> None:
        """``judge`` says what is wrong with a name; nothing where it is good."""
        super().__init__(parent)
        self._judge = judge
        self.setWindowTitle(self.tr("Make a block"))
        self.setMinimumWidth(400)
        self.name = LineEdit()
        self.name.setFont(mono_font(13))
        self.name.setMaxLength(64)
        self.name.setAccessibleName(self.tr("Name of the block"))
        self.name.setText(wanted)
        self.name.selectAll()
        self.name.textChanged.connect(self._check)
        self._wrong = label("", "error", wrap=True)
        title = label(self.tr("Name of the block"), "secondary")
        title.setBuddy(self.name)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.make = buttons.addButton(
            self.tr("Make the block"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.make.setDefault(True)
        mark(self.make, kind="primary")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(8)
        layout.addWidget(title)
        layout.addWidget(self.name)
        layout.addWidget(self._wrong)
        layout.addWidget(label(about, "secondary", wrap=True))
        layout.addSpacing(6)
        layout.addWidget(buttons)
        self._check(wanted)

    def _check(self, text: str) -> None:
        wrong = self._judge(text)
        self._wrong.setText(wrong)
        self._wrong.setVisible(bool(wrong))
        mark(self.name, invalid=bool(wrong))
        self.make.setEnabled(not wrong)


def ask_clash(parent: QWidget, names: Sequence[str]) -> Clash | None:
    """What becomes of blocks that both sides have under one name; None: import nothing."""
    shown = ", ".join(f"“{n}”" for n in names[:NAMES_SHOWN])
    if len(names) > NAMES_SHOWN:
        shown = _tr("{0} and {1} more").format(shown, len(names) - NAMES_SHOWN)
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setWindowTitle(_tr("Import blocks"))
    box.setText(_tr("This network has other blocks of the same name: {0}.").format(shown))
    box.setInformativeText(
        _tr(
            "Keep both: the imported ones get a number behind their name.\n"
            "Keep mine: these are not imported.\n"
            "Replace mine: every use here becomes the imported block."
        )
    )
    role = QMessageBox.ButtonRole.AcceptRole
    answers: dict[object, Clash] = {
        box.addButton(_tr("Keep both"), role): "both",
        box.addButton(_tr("Keep mine"), role): "keep",
        box.addButton(_tr("Replace mine"), role): "replace",
    }
    first = next(iter(answers))
    box.setDefaultButton(first)  # type: ignore[call-overload]
    mark(first, kind="primary")  # type: ignore[arg-type]
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.exec()
    answer = answers.get(box.clickedButton())
    box.deleteLater()
    return answer
